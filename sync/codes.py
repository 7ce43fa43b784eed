"""One-time codes: ten characters that HQ reads out, the last of which numbers the laptop.

Report numbers are given out without a link, so each laptop of a unit needs a number of its own.
HQ chooses a code whose last character carries the next one; nobody has to type or remember it.
"""

from fieldapp.clock import Entropy

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 10
LAPTOPS = 10
"""Laptops of one unit that report numbers keep apart; see `fieldapp.notation.reference`."""
_LOOKALIKES = str.maketrans("ILO", "110", "- \t\u00a0")


def normal(typed: str) -> str:
    """A code as typed, in its one spelling: capitals, no blanks, look-alikes replaced."""
    return typed.upper().translate(_LOOKALIKES)


def fits(code: str) -> bool:
    """Whether a text in its one spelling can be a code."""
    return len(code) == LENGTH and set(ALPHABET).issuperset(code)


def shown(code: str) -> str:
    """A code in two groups of five, as it is read aloud."""
    return f"{code[:5]}-{code[5:]}"


def laptop_of(code: str) -> int:
    """The number, 0 to 9, that a code gives a laptop which has none yet."""
    return ALPHABET.index(code[-1]) % LAPTOPS


def new_code(laptop: int, entropy: Entropy) -> str:
    """A fresh code for the laptop of this number, 0 to 9; about 46 bits of it are random."""
    if not 0 <= laptop < LAPTOPS:
        raise ValueError(laptop)
    drawn = [byte & 31 for byte in entropy(LENGTH)]
    last = [place for place in range(len(ALPHABET)) if place % LAPTOPS == laptop]
    return "".join(ALPHABET[place] for place in (*drawn[:-1], last[drawn[-1] % len(last)]))
