"""Spelling for the radio: the alphabet of ICAO and ITU (Radio Regulations, Appendix 14)."""

import re

_ALPHABET = """
ALFA BRAVO CHARLIE DELTA ECHO FOXTROT GOLF HOTEL INDIA JULIETT KILO LIMA MIKE NOVEMBER OSCAR PAPA
QUEBEC ROMEO SIERRA TANGO UNIFORM VICTOR WHISKEY XRAY YANKEE ZULU
"""
_DIGITS = ("ZERO", "ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINER")
_MARKS = {"-": "DASH", "/": "SLANT", ".": "DECIMAL", "+": "PLUS", ",": "COMMA"}
_WORDS = {
    **{word[0]: word for word in _ALPHABET.split()},
    **{str(digit): word for digit, word in enumerate(_DIGITS)},
    **_MARKS,
}
_CODE = re.compile(r"[A-Z0-9./+-]*\d[A-Z0-9./+-]*")


def letter_word(letter: str) -> str:
    """The word for a Latin letter, a digit or a mark; anything else comes back as it is."""
    return _WORDS.get(letter.upper(), letter)


def spell(text: str) -> tuple[str, ...]:
    """One item for each group of characters between spaces: ``("THREE TWO QUEBEC", ...)``."""
    return tuple(" ".join(letter_word(letter) for letter in group) for group in text.split())


def is_code(text: str) -> bool:
    """Whether a text is read letter by letter: a number, a reference, a call sign with digits."""
    groups = text.split()
    return bool(groups) and all(_CODE.fullmatch(group) for group in groups)
