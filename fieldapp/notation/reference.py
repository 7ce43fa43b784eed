"""Report numbers: ``TS7-FOM-2026-0031-K``, revised ``TS7-FOM-2026-0031-K/R2``.

Unit, report type, year, serial and one check character (ISO 7064, MOD 37,36) over the letters and
digits before it. It catches every single wrong character and nearly all swaps, the slips of a
number read out over a bad radio. Gaps in serials are legal.

Serials are given out without a link, so each device of a unit has a block from 0 to 9: the first
digit of the serial is the block, the rest counts from 001. From the thousandth report on the
count grows to four digits and more (block 3: ``3999``, then ``31000``). Block and count can be
told apart in every serial, so two devices never meet.
"""

import re
from dataclasses import dataclass
from typing import ClassVar

from fieldapp.errors import FieldError, Remedy
from fieldapp.notation.typed import MAX_TYPED, plain

_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_COUNT_DIGITS = 3

_UNIT = r"[A-Z0-9]+(?:-[A-Z0-9]+)*"
_KIND = r"[A-Z]{2,8}"
_NUMBER = re.compile(
    rf"(?P<unit>{_UNIT})-(?P<kind>{_KIND})-(?P<year>[0-9]{{4}})-(?P<serial>[0-9]{{4,9}})"
    r"-(?P<check>[A-Z0-9])(?:/R(?P<revision>[0-9]{1,3}))?"
)


class ReferenceRefused(FieldError):
    """The text is no report number; the subclass says when only the check character is wrong."""

    code: ClassVar[str] = "notation.reference"
    remedy = Remedy.CHECK_INPUT
    text = "This is not a report number. It has five parts, such as TS7-FOM-2026-0031-K."


class ReferenceCheckRefused(ReferenceRefused):
    code = "notation.reference-check"
    text = "The last character does not fit the report number: some character in it is wrong."


@dataclass(frozen=True, slots=True)
class ReportNumber:
    """One report's number as people write it.

    ``unit`` is capital letters and digits, hyphens inside allowed, at most 16 characters; ``kind``
    2 to 8 capital letters; ``year`` 2000..2099; ``serial`` 4 to 9 digits; ``revision`` 0..999,
    0 for the report as first filed.

    Raises:
        ReferenceRefused: for parts outside these limits.
    """

    unit: str
    kind: str
    year: int
    serial: str
    revision: int = 0

    def __post_init__(self) -> None:
        fits = (
            len(self.unit) <= 16
            and re.fullmatch(_UNIT, self.unit)
            and re.fullmatch(_KIND, self.kind)
            and 2000 <= self.year <= 2099
            and re.fullmatch(r"[0-9]{4,9}", self.serial)
            and 0 <= self.revision <= 999
        )
        if not fits:
            raise ReferenceRefused

    @property
    def check(self) -> str:
        """The check character, a digit or a capital letter. A revision does not change it."""
        return check_character(f"{self.unit}{self.kind}{self.year}{self.serial}".replace("-", ""))

    @property
    def base(self) -> str:
        """The number without its revision, the same for the whole life of a report."""
        return f"{self.unit}-{self.kind}-{self.year}-{self.serial}-{self.check}"

    @property
    def text(self) -> str:
        """The number with ``/Rn`` from the first revision on."""
        return f"{self.base}/R{self.revision}" if self.revision else self.base

    def revised(self, revision: int) -> "ReportNumber":
        """The same report in revision ``revision`` (0..999)."""
        return ReportNumber(self.unit, self.kind, self.year, self.serial, revision)


def parse(text: str) -> ReportNumber:
    """Read a report number as typed; case and spaces do not matter.

    Raises:
        ReferenceCheckRefused: when it is well formed but the check character does not fit.
        ReferenceRefused: for any other text.
    """
    found = _NUMBER.fullmatch(plain(text).replace(" ", "")) if len(text) <= MAX_TYPED else None
    if found is None:
        raise ReferenceRefused
    number = ReportNumber(
        found["unit"],
        found["kind"],
        int(found["year"]),
        found["serial"],
        int(found["revision"] or 0),
    )
    if number.check != found["check"]:
        raise ReferenceCheckRefused
    return number


def check_character(text: str) -> str:
    """The ISO 7064 MOD 37,36 check character for capital letters and digits.

    Raises:
        ValueError: for any other character.
    """
    total = 36
    for char in text:
        total = (total + _ALPHABET.index(char)) % 36 or 36
        total = total * 2 % 37
    return _ALPHABET[(37 - total) % 36]


def serial_text(block: int, count: int) -> str:
    """The serial of a device's ``count``-th report of a type and year.

    Args:
        block: the device's block in its unit, 0..9.
        count: from 1; up to 999 the serial has four digits, then grows.

    Raises:
        ValueError: for numbers outside these limits.
    """
    if not 0 <= block <= 9 or not 1 <= count < 10**8:
        raise ValueError("block 0..9, count from 1 to 99,999,999")
    return f"{block}{count:0{_COUNT_DIGITS}d}"


def serial_parts(serial: str) -> tuple[int, int]:
    """Block and count of a serial, the inverse of ``serial_text``.

    Raises:
        ReferenceRefused: for a text that no block could have given out.
    """
    if not re.fullmatch(r"[0-9](?:[0-9]{3}|[1-9][0-9]{3,7})", serial) or int(serial[1:]) == 0:
        raise ReferenceRefused
    return int(serial[0]), int(serial[1:])
