"""Errors of the world, told to the person: a stable code, one plain sentence, one remedy.

Anything that is not a ``FieldError`` is a bug and belongs to the exception hook. No message
and no ``detail`` ever holds report content, a name, a grid or a passphrase.
"""

from enum import StrEnum
from typing import ClassVar


class Remedy(StrEnum):
    """The one thing the person can do about an error; each is one button or one sentence."""

    NONE = "none"
    TRY_AGAIN = "try-again"
    CHECK_INPUT = "check-input"
    CHECK_PASSPHRASE = "check-passphrase"
    FREE_SPACE = "free-space"
    RESTORE_COPY = "restore-copy"
    UPDATE_APP = "update-app"
    ASK_HQ = "ask-hq"
    CHECK_CLOCK = "check-clock"
    CHOOSE_OTHER_FILE = "choose-other-file"
    WAIT_FOR_LINK = "wait-for-link"
    SET_UP = "set-up"
    REOPEN = "reopen"


class FieldError(Exception):
    """The world failed, not the program.

    Args:
        text: what happened and where, in one plain English sentence.
        detail: extra words for a log: ids, counts, file kinds; never content.
    """

    code: ClassVar[str] = "field.unknown"
    remedy: ClassVar[Remedy] = Remedy.NONE
    text: ClassVar[str] = "Something went wrong."
    advice: ClassVar[str] = ""

    def __init__(self, text: str | None = None, *, detail: str = "") -> None:
        self.message = text if text is not None else type(self).text
        self.detail = detail
        super().__init__(self.message)


def all_codes(root: type[FieldError] = FieldError) -> dict[str, type[FieldError]]:
    """Every error class by its code, below ``root``; raises ``ValueError`` on a code used twice."""
    found: dict[str, type[FieldError]] = {}
    waiting = [root]
    while waiting:
        kind = waiting.pop()
        waiting.extend(kind.__subclasses__())
        if kind is FieldError:
            continue
        if "code" in vars(kind):
            if kind.code in found:
                raise ValueError(f"error code used twice: {kind.code}")
            found[kind.code] = kind
    return found
