"""How many connections this process may hold open, and what each of them costs."""

import sys
from asyncio import sslproto

from fieldapp.units import KIB

_TLS_BUFFER = 16 * KIB
"""One TLS record; asyncio would take 256 KiB for each connection, 2.5 GiB for a herd."""

_OTHERS = 200
"""Files of the store, of Python and of the workers."""

if sys.platform == "win32":

    def allow_connections(count: int) -> None:
        """Windows sets no limit that matters here."""
else:
    import resource

    def allow_connections(count: int) -> None:
        """Raises the number of open files as far as the system lets a process go by itself."""
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = count + _OTHERS
        if hard != resource.RLIM_INFINITY:
            wanted = min(wanted, hard)
        if soft != resource.RLIM_INFINITY and soft < wanted:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def spare_memory() -> None:
    """Makes the buffer of every later TLS connection small."""
    sslproto.SSLProtocol.max_size = _TLS_BUFFER
