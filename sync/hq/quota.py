"""How much one laptop may hand in: a quota for each token, so that a stolen one fills no disk."""

from collections import OrderedDict
from collections.abc import Callable

from fieldapp.units import KIB, MIB

QUOTA_BYTES = 256 * MIB
"""At once; as much again comes back within `QUOTA_SECONDS`: two weeks with hundreds of photos."""
QUOTA_SECONDS = 3600
REQUEST_BYTES = 16 * KIB
"""What a request costs besides its body, as small ones cost HQ work, too."""
_REMEMBERED = 20_000
"""Tokens; more than a mission has. The one that was silent longest is forgotten first."""


class Quotas:
    """What is left to each token.

    Args:
        ticks: seconds that only rise.
    """

    def __init__(self, ticks: Callable[[], float]) -> None:
        self._ticks = ticks
        self._left: OrderedDict[bytes, tuple[float, float]] = OrderedDict()

    def take(self, token: bytes, size: int) -> int:
        """Counts a request of ``size`` bytes; seconds until it would fit, 0 if it was counted."""
        now = self._ticks()
        left, since = self._left.pop(token, (float(QUOTA_BYTES), now))
        rate = QUOTA_BYTES / QUOTA_SECONDS
        left = min(QUOTA_BYTES, left + (now - since) * rate)
        cost = size + REQUEST_BYTES
        fits = cost <= left
        self._left[token] = (left - cost if fits else left, now)
        if len(self._left) > _REMEMBERED:
            self._left.popitem(last=False)
        return 0 if fits else int((cost - left) / rate) + 1
