"""What people type into the search box, as an expression that the full-text index understands."""

import re

_WORD = re.compile(r"\w+")
MAX_WORDS = 12


def match_expression(text: str) -> str | None:
    """What people type as an index expression; None when it holds no word.

    Every word must occur; the last one may be the beginning of a longer word. Nothing that is
    typed can break or extend the expression.
    """
    found = _WORD.findall(text)[:MAX_WORDS]
    if not found:
        return None
    quoted = [f'"{word}"' for word in found]
    return " ".join([*quoted[:-1], quoted[-1] + "*"])
