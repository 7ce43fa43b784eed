"""Text as people type or paste it, made plain before any notation is read from it."""

import unicodedata

MAX_TYPED = 64
"""Characters. The longest legal notation has about 40; anything longer was pasted by mistake."""


def plain(text: str) -> str:
    """``text`` in upper case with ASCII digits, single spaces and no invisible characters.

    Digits of any script become ``0`` to ``9``: a leader with an Arabic keyboard types a grid, too.
    Direction marks, which come along with pasted text, are dropped. Nothing else is changed,
    so that a wrong character is still there to be refused.
    """
    letters = []
    for char in unicodedata.normalize("NFKC", text):
        if unicodedata.category(char) == "Cf":
            continue
        digit = unicodedata.decimal(char, None)
        letters.append(char if digit is None else str(digit))
    return " ".join("".join(letters).upper().split())
