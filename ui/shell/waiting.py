"""How long a person waits after wrong passphrases."""

LONGEST_SECONDS = 60


def seconds_to_wait(wrong: int) -> int:
    """1, 2, 4, 8 ... seconds after the first, second, third ... wrong try in a row; at most 60.

    Guessing by machine is made dear by the vault; this only stops a person at the keyboard.
    """
    if wrong <= 0:
        return 0
    return int(min(LONGEST_SECONDS, 2 ** min(wrong - 1, 10)))
