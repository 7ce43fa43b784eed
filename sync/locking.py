"""A lock on an open file that ends with its process, however the process ends."""

import sys
from typing import IO

if sys.platform == "win32":
    import msvcrt

    _LOCKED_BYTE = 1024

    def try_lock(handle: IO[bytes]) -> bool:
        """Takes the lock without waiting; False while another process holds it."""
        handle.seek(_LOCKED_BYTE)
        try:
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        handle.seek(0)
        return True
else:
    import fcntl

    def try_lock(handle: IO[bytes]) -> bool:
        """Takes the lock without waiting; False while another process holds it."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
