"""How many connections this process may hold open."""

import sys

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
