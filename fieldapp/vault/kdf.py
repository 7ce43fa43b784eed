"""From passphrase to key: Argon2id, its cost chosen on the laptop itself."""

import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from fieldapp.vault.errors import VaultDamaged

FLOOR_KIB = 64 * 1024
"""Below 64 MiB a graphics card guesses too many passphrases per second."""
CHOICES_KIB = (512 * 1024, 256 * 1024, 128 * 1024, FLOOR_KIB)
CEILING_KIB = 1024 * 1024
"""A tampered file must not exhaust the laptop's memory."""
TARGET_SECONDS = 1.0
KEY_BYTES = 32
SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class KdfCost:
    """Argon2id parameters: memory in KiB, passes, lanes; refuses values outside the bounds."""

    memory_kib: int
    passes: int = 3
    lanes: int = 4

    def __post_init__(self) -> None:
        bounded = (
            FLOOR_KIB <= self.memory_kib <= CEILING_KIB
            and 1 <= self.passes <= 10
            and 1 <= self.lanes <= 8
        )
        if not bounded:
            raise VaultDamaged(detail="key derivation outside its bounds")

    def as_json(self) -> dict[str, int]:
        """As kept in ``vault.json``."""
        return {"m": self.memory_kib, "t": self.passes, "p": self.lanes}

    @classmethod
    def from_json(cls, value: Any) -> "KdfCost":
        """Raises `VaultDamaged` for anything but three whole numbers within bounds."""
        try:
            numbers = [value[name] for name in "mtp"]
        except (KeyError, TypeError) as error:
            raise VaultDamaged(detail="key derivation missing") from error
        if any(type(number) is not int for number in numbers):
            raise VaultDamaged(detail="key derivation malformed")
        return cls(*numbers)


def derive(passphrase: str, salt: bytes, cost: KdfCost) -> bytes:
    """32 bytes; spellings that look the same (NFKC, outer blanks) give the same key."""
    text = unicodedata.normalize("NFKC", passphrase).strip()
    kdf = Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    )
    # Half a character, as a keyboard may give it, opens nothing but is no mishap either.
    return kdf.derive(text.encode("utf-8", "surrogatepass"))


def choose_cost(stopwatch: Callable[[], float] = time.perf_counter) -> KdfCost:
    """The dearest cost that this laptop bears within one second; never below the floor."""
    for memory in sorted(CHOICES_KIB):
        cost = KdfCost(memory)
        start = stopwatch()
        derive("measuring this laptop", bytes(SALT_BYTES), cost)
        spent = stopwatch() - start
        if spent * 2 > TARGET_SECONDS:
            break
    return cost if spent <= TARGET_SECONDS else KdfCost(max(FLOOR_KIB, memory // 2))
