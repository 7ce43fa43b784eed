"""Sealing a person's drafts, so that a colleague who opens the same store cannot read them."""

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from fieldapp.clock import Entropy
from fieldapp.vault.errors import VaultDamaged
from fieldapp.vault.slots import PersonKeys

_NONCE_BYTES = 12


class DraftSealer:
    """Seals and opens with one person's draft key.

    Args:
        keys: the unlocked person.
        entropy: source of nonces.
    """

    def __init__(self, keys: PersonKeys, entropy: Entropy) -> None:
        self.slot = keys.slot.id
        self._cipher = AESGCM(keys.draft)
        self._entropy = entropy

    def seal(self, label: str, content: bytes) -> bytes:
        """``content`` bound to ``label`` (such as the draft's id)."""
        nonce = self._entropy(_NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, content, label.encode())

    def open(self, label: str, sealed: bytes) -> bytes:
        """The content; raises `VaultDamaged` when it is another person's or was changed."""
        try:
            return self._cipher.decrypt(
                sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], label.encode()
            )
        except InvalidTag as error:
            raise VaultDamaged(detail="draft of another person or damaged") from error
