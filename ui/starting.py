"""The window's own process: how another one takes its place, and how it ends."""

import os
import sys
from pathlib import Path
from typing import NoReturn

from fieldapp.units import ByteCount


def desktop_command(home: Path) -> list[str]:
    """The command line that opens the window over a folder in a process of its own."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--home", str(home)]
    return [sys.executable, "-m", "ui.main", "--home", str(home)]


def begin_afresh(home: Path) -> None:
    """Opens the window over a folder in a new process, which knows nothing of this one."""
    from PySide6.QtCore import QProcess

    program, *arguments = desktop_command(home)
    QProcess.startDetached(program, arguments)


def vanish(status: int) -> NoReturn:
    """Ends this process now: no thread lives on and no memory with keys in it is kept.

    The store is closed, or erased, by then.
    """
    for stream in (sys.stdout, sys.stderr):
        # A program without a console has neither.
        if stream is not None:
            stream.flush()
    os._exit(status)


def free_space(home: Path) -> ByteCount:
    """Bytes free where an installation lives; 0 when nobody can tell."""
    try:
        import shutil

        return ByteCount(shutil.disk_usage(home if home.exists() else home.parent).free)
    except OSError:
        return ByteCount(0)
