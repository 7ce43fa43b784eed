"""Writing small files so that a power cut leaves the old or the new one."""

import os
from pathlib import Path


def write_atomically(path: Path, content: bytes) -> None:
    """Replaces ``path`` as a whole: after a power cut it holds the old or the new content."""
    part = path.with_name(path.name + ".part")
    with part.open("wb") as handle:
        handle.write(content)
        handle.flush()
        os.fsync(handle.fileno())
    part.replace(path)
    if hasattr(os, "O_DIRECTORY"):
        folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
