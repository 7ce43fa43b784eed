"""Words of an XPath expression."""

import re
from dataclasses import dataclass
from typing import Final

from fieldapp.forms.errors import FormRefused

MAX_EXPRESSION: Final = 20_000
"""Longest expression read, in characters; the longest seen in real forms is about 3,000."""

_NAME = r"[^\W\d][\w.\-·]*+"
_WORDS = re.compile(
    rf"""
    (?P<space>[ \t\r\n]+)
  | (?P<number>\d+(?:\.\d*)?|\.\d+)
  | (?P<text>"[^"]*"|'[^']*')
  | (?P<name>{_NAME}(?:(?!::):(?:{_NAME}|\*))?)
  | (?P<mark>::|//|\.\.|<=|>=|!=|[/.@,()\[\]|+\-*=<>$])
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word: kind is ``number``, ``text``, ``name``, ``mark``, ``operator`` or ``end``."""

    kind: str
    text: str
    at: int


_OPERATORS: Final = re.compile(r"[ \t\r\n]*+(?P<operator>and|or|div|mod|\*)")


def tokenize(source: str) -> list[Token]:
    """The words of ``source``, ending with one of kind ``end``.

    A name or ``*`` that stands where only an operator can stand gets kind ``operator``.

    Raises:
        FormRefused: a character that no XPath word starts with, or an oversized expression.
    """
    if len(source) > MAX_EXPRESSION:
        raise FormRefused(f"An expression is longer than {MAX_EXPRESSION} characters.")
    tokens: list[Token] = []
    at = 0
    while at < len(source):
        operator = _OPERATORS.match(source, at) if _after_operand(tokens) else None
        match = operator or _WORDS.match(source, at)
        if match is None:
            raise FormRefused(f"An expression has an unexpected character at position {at + 1}.")
        kind = match.lastgroup or ""
        text = match.group()
        if kind != "space":
            tokens.append(Token(kind, text[1:-1] if kind == "text" else text.strip(), at))
        at = match.end()
    tokens.append(Token("end", "", at))
    return tokens


def _after_operand(tokens: list[Token]) -> bool:
    if not tokens:
        return False
    last = tokens[-1]
    if last.kind in ("number", "text", "name"):
        return True
    return last.kind == "mark" and last.text in (")", "]", ".", "..", "*")
