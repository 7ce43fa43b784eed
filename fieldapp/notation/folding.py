"""Names made alike, so that one spelling finds another: ``Adoum`` is not ``Adum``, ``Ádoum`` is."""

import unicodedata
from typing import Final

_SAME: Final = str.maketrans(
    {
        "ٱ": "ا", "ى": "ي", "ة": "ه", "ک": "ك", "ی": "ي", "ـ": "",
        "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
        "'": "", "’": "", "‘": "", "ʼ": "", "ʻ": "", "`": "", "-": " ",
    }
)  # fmt: skip
"""Letters that no decomposition leads to their plain form, and marks that people leave out."""


def folded(text: str) -> str:
    """``text`` in lower case without accents, vowel marks and apostrophes, with single spaces.

    Arabic letters that are written one for another become one: alef with and without hamza, ya
    and alef maqsura, ta marbuta and ha.
    """
    letters = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    visible = "".join(letter for letter in plain if unicodedata.category(letter) != "Cf")
    return " ".join(visible.translate(_SAME).split())
