"""Tokens and session challenges: who is calling. What they say is proven by signatures inside."""

import base64
import binascii
import hmac
from hashlib import sha256

from fieldapp.clock import Entropy
from fieldapp.units import UtcMillis

TOKEN_BYTES = 16
SESSION_SECONDS = 12 * 3600
NONCE_SECONDS = 60
_NONCE_BYTES = 32
_MAC_BYTES = 16


def token_hash(token: bytes) -> bytes:
    """32 bytes: all that HQ keeps of a token."""
    return sha256(token).digest()


def show(token: bytes) -> str:
    """A token as it stands on the wire: 22 characters of base64url."""
    return base64.urlsafe_b64encode(token).rstrip(b"=").decode()


def read_bearer(header: str | None) -> bytes | None:
    """The token in an ``Authorization`` header, or None."""
    scheme, _, text = (header or "").partition(" ")
    if scheme.lower() != "bearer" or len(text) != 22:
        return None
    try:
        token = base64.b64decode(text + "==", altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
    return token if len(token) == TOKEN_BYTES else None


class Challenges:
    """Nonces that HQ recognises again without keeping them.

    Args:
        secret: 32 bytes.
        entropy: source of nonces.
    """

    def __init__(self, secret: bytes, entropy: Entropy) -> None:
        self._secret = secret
        self._entropy = entropy

    def issue(self, stream: bytes, now: UtcMillis) -> bytes:
        """32 bytes for this stream to sign within a minute."""
        body = now.to_bytes(8, "big") + self._entropy(8)
        return body + self._mac(stream, body)

    def fits(self, stream: bytes, nonce: bytes, now: UtcMillis) -> bool:
        """Whether `issue` made this nonce for this stream less than a minute ago."""
        if len(nonce) != _NONCE_BYTES:
            return False
        body, mac = nonce[:-_MAC_BYTES], nonce[-_MAC_BYTES:]
        age = now - int.from_bytes(body[:8], "big")
        fresh = 0 <= age <= NONCE_SECONDS * 1000
        return hmac.compare_digest(mac, self._mac(stream, body)) and fresh

    def _mac(self, stream: bytes, body: bytes) -> bytes:
        return hmac.new(self._secret, b"ufr1/nonce\0" + stream + body, sha256).digest()[:_MAC_BYTES]
