"""Files that are whole or absent after a power cut. A parameter, so that tests can break it."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fieldapp.files import replace_whole, sync_folder
from sync.field.errors import SpoolDamaged, SpoolFull


class Disk:
    """The real disk. Each method is one step: done for good when it returns."""

    def write(self, path: Path, content: bytes, *, durable: bool = True) -> None:
        """Makes or replaces ``path`` as a whole.

        Args:
            path: the file.
            content: all of it.
            durable: false for files that may be lost with the power, such as a status.

        Raises:
            SpoolFull, SpoolDamaged: and ``path`` is as it was.
        """
        with _sorted_errors():
            replace_whole(path, content, durable=durable)

    def move(self, source: Path, target: Path) -> bool:
        """Renames within one disk; False when ``source`` is gone."""
        with _sorted_errors():
            try:
                source.replace(target)
            except FileNotFoundError:
                return False
            sync_folder(target.parent)
        return True

    def remove(self, path: Path) -> None:
        """Deletes a file, if it is there."""
        with _sorted_errors():
            path.unlink(missing_ok=True)

    def read(self, path: Path) -> bytes | None:
        """All of a file, or None when it is gone."""
        with _sorted_errors():
            try:
                return path.read_bytes()
            except FileNotFoundError:
                return None


@contextmanager
def _sorted_errors() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise SpoolFull(detail=errno.errorcode[error.errno]) from error
        raise SpoolDamaged(detail=errno.errorcode.get(error.errno or 0, "?")) from error
