"""No file with this process's memory in it: neither core dumps nor the system's crash reports."""

import ctypes
import sys

_NO_DIALOGS = 0x0001 | 0x0002 | 0x8000
"""SEM_FAILCRITICALERRORS, SEM_NOGPFAULTERRORBOX, SEM_NOOPENFILEERRORBOX"""
_NO_HEAP = 1
"""WER_FAULT_REPORTING_FLAG_NOHEAP"""
_SET_DUMPABLE = 4
"""PR_SET_DUMPABLE: with 0 no other process of this account reads our memory, either."""


def forbid_dumps() -> None:
    """Called first of all by every process that may come to hold keys or words; never fails.

    On macOS, crash reports hold no memory; only core dumps are switched off there.
    """
    if sys.platform == "win32":
        ctypes.windll.kernel32.SetErrorMode(_NO_DIALOGS)
        ctypes.windll.kernel32.WerSetFlags(_NO_HEAP)
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SET_DUMPABLE, 0, 0, 0, 0)
