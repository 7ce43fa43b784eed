"""How a passphrase looks to somebody who guesses, in words."""

from enum import StrEnum

from fieldapp.vault.errors import WeakPassphrase
from fieldapp.vault.strength import check_strength
from ui.i18n import tr

_GOOD_WORDS = 5
_GOOD_CHARACTERS = 24


class Strength(StrEnum):
    """NONE nothing typed, WEAK refused, FAIR accepted, STRONG."""

    NONE = "none"
    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


def strength(passphrase: str) -> Strength:
    """A first judgement by length and number of words; the vault has the last word."""
    if not passphrase.strip():
        return Strength.NONE
    try:
        check_strength(passphrase)
    except WeakPassphrase:
        return Strength.WEAK
    words = set(passphrase.casefold().split())
    if len(words) >= _GOOD_WORDS or len(passphrase.strip()) >= _GOOD_CHARACTERS:
        return Strength.STRONG
    return Strength.FAIR


def strength_words(found: Strength) -> str:
    """What to say about it."""
    return {
        Strength.NONE: tr("SetUp", "Four words that do not belong together are easy to remember."),
        Strength.WEAK: tr("SetUp", "Too easy to guess. Use words that do not belong together."),
        Strength.FAIR: tr("SetUp", "Good. A fifth word would make it strong."),
        Strength.STRONG: tr("SetUp", "Strong."),
    }[found]
