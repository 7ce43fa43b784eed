"""The proxy that this computer's settings name for the way to HQ.

A proxy only passes on what is sealed between the laptop and HQ; it proves nothing and is shown
nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

_USUAL_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Proxy:
    """A proxy that is asked with CONNECT.

    Args:
        url: ``http://host:port``, or with ``https`` where the proxy itself speaks TLS.
        login: ``name:password`` as the settings hold it, or empty.
    """

    url: str
    login: str = field(default="", repr=False)

    @property
    def name(self) -> str:
        """Host and port, to be shown."""
        return urlsplit(self.url).netloc

    @property
    def address(self) -> tuple[str, int]:
        """Host and port."""
        parts = urlsplit(self.url)
        return parts.hostname or "", parts.port or 0


ProxyFor = Callable[[str], Proxy | None]
"""The proxy for a host, or None for the direct way."""


def system_proxy(host: str) -> Proxy | None:
    """The proxy of the environment or of the system's settings for HTTPS to ``host``.

    None for this computer itself, for hosts that the settings leave out, and for a proxy of a
    kind that we cannot ask.
    """
    if _is_here(host):
        return None
    found = getproxies()
    named = found.get("https") or found.get("all")
    if not named or proxy_bypass(host):
        return None
    return read_proxy(named)


def read_proxy(named: str) -> Proxy | None:
    """A proxy as settings write it; None when it is no address of one that takes CONNECT."""
    try:
        parts = urlsplit(named if "://" in named else f"http://{named}")
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme not in _USUAL_PORTS or not host:
        return None
    where = f"[{host}]" if ":" in host else host
    login = ""
    if parts.username:
        login = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
    return Proxy(f"{parts.scheme}://{where}:{port or _USUAL_PORTS[parts.scheme]}", login)


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.lower().rstrip(".") == "localhost"
