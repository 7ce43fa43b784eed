"""Writes the vectors anew: ``python -m tests.golden.wire.make``.

Run it to add vectors; what stands there stays, because laptops and sticks carry such bytes. The
files are the same byte for byte each time. Sealing is random, so a frame that was sealed before is
kept by its name (the tests compare what it holds), and only a new one is sealed.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sync.body import encode_body
from sync.frame import _SUITES, Address, _load, seal_bytes
from tests.golden.wire import cases, file_cases
from tests.golden.wire.cases import AUTHOR, GOOD, HQ, Case
from tests.unit.sync.samples import COURIER_PRIVATE, RADIO_PRIVATE, courier, radio

FOLDER = Path(__file__).parent
_OPENED = 5
_RUN = re.compile(rb"(.)\1{199,}", re.DOTALL)


def frames(kept: dict[str, str]) -> list[Case]:
    """Sealed frames, good and bad; ``kept`` are those that were sealed before, by their name."""

    def elsewhere(name: str, to: Address) -> bytes:
        """Sealed to the right key as something other than a frame."""
        if name in kept:
            return bytes.fromhex(kept[name])
        head = b"UFR1" + bytes([to.suite]) + to.key_id
        ct = _SUITES[to.suite].encrypt(encode_body(one), _load(to), info=b"ufr1/other\0" + head[4:])
        return head + len(ct).to_bytes(4, "big") + ct

    one = cases.bodies()["one event"]

    def sealed(name: str, plain: bytes, to: Address) -> bytes:
        return bytes.fromhex(kept[name]) if name in kept else seal_bytes(plain, to)

    found: list[Case] = []
    for suite, to in (("radio", radio()), ("courier", courier())):
        for name, body in cases.bodies().items():
            title = f"{name}, {suite}"
            found.append(Case(title, GOOD, {"frame": sealed(title, encode_body(body), to)}))
        title = f"a body that is none, {suite}"
        found.append(Case(title, _OPENED, {"frame": sealed(title, b"\xa0", to)}))
        title = f"sealed as something else, {suite}"
        found.append(Case(title, _OPENED - 1, {"frame": elsewhere(title, to)}))
    by_name = {case.name: case.data["frame"] for case in found}
    for suite in ("radio", "courier"):
        good = by_name[f"one event, {suite}"]
        key = by_name[f"one event, {'courier' if suite == 'radio' else 'radio'}"][4:13]
        bad = {
            "cut in its head": (1, good[:16]),
            "not the mark of a frame": (1, b"XFR1" + good[4:]),
            "of a later version": (1, b"UFR2" + good[4:]),
            "cut short": (2, good[:-1]),
            "one byte too long": (2, good + b"\0"),
            "promises 4 GiB": (2, good[:13] + b"\xff" * 4 + good[17:]),
            "for a key not held": (3, good[:5] + bytes(8) + good[13:]),
            "the other suite": (3, good[:4] + key[:1] + good[5:]),
            "suite 0": (3, good[:4] + b"\0" + good[5:]),
            "the other key and suite": (4, good[:4] + key + good[13:]),
            "a bit of the sealed text changed": (4, good[:-1] + bytes([good[-1] ^ 1])),
            "a bit of the encapsulated key changed": (4, _flipped(good, 20)),
            "nothing sealed": (4, good[:13] + bytes(4)),
            "an encapsulated key of zeros": (4, good[:17] + bytes(32) + good[49:]),
        }
        found += [Case(f"{n}, {suite}", step, {"frame": raw}) for n, (step, raw) in bad.items()]
    return found


def make(kept: dict[str, str]) -> dict[str, list[Case]]:
    """All cases by the file they stand in."""
    plain = [Case(name, GOOD, {"body": encode_body(body)}) for name, body in cases.bodies().items()]
    return {
        "headers": cases.headers(),
        "events": cases.events(),
        "chains": cases.chains(),
        "bodies": plain + cases.bad_bodies(),
        "frames": frames(kept),
        "bundles": cases.bundles(),
        "receipts": cases.receipt_cases(),
        "slots": file_cases.slots(),
        "files": file_cases.files(),
    }


def written(found: list[Case]) -> str:
    """A file of vectors, one vector a paragraph."""
    items = [{"name": one.name, "step": one.step, **_plain(one.data)} for one in found]
    return json.dumps(items, indent=1, ensure_ascii=True) + "\n"


def keys() -> str:
    """The keys with which the vectors were made."""
    found = {
        "radio": RADIO_PRIVATE,
        "courier": COURIER_PRIVATE,
        "receipt": HQ.public,
        "author": AUTHOR.public,
        "admin": file_cases.ADMIN.public,
    }
    return json.dumps({name: key.hex() for name, key in found.items()}, indent=1) + "\n"


def kept_frames() -> dict[str, str]:
    """The frames that were sealed before."""
    path = FOLDER / "frames.json"
    if not path.exists():
        return {}
    return {one["name"]: one["frame"] for one in json.loads(path.read_text("utf-8"))}


def _plain(value: Any) -> Any:
    """Bytes as hex, and where one byte repeats and repeats, as pieces with how often they come."""
    match value:
        case bytes() if _RUN.search(value):
            return list(_runs(value))
        case bytes():
            return value.hex()
        case dict():
            return {name: _plain(item) for name, item in value.items()}
        case list():
            return [_plain(item) for item in value]
    return value


def _runs(raw: bytes) -> Iterator[list[Any]]:
    at = 0
    for run in _RUN.finditer(raw):
        if run.start() > at:
            yield [raw[at : run.start()].hex(), 1]
        yield [run[1].hex(), len(run[0])]
        at = run.end()
    if at < len(raw):
        yield [raw[at:].hex(), 1]


def _flipped(raw: bytes, at: int) -> bytes:
    return raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :]


def main() -> None:
    """Writes every file."""
    for name, found in make(kept_frames()).items():
        (FOLDER / f"{name}.json").write_text(written(found), encoding="utf-8")
    (FOLDER / "keys.json").write_text(keys(), encoding="utf-8")


if __name__ == "__main__":
    main()
