"""Files as they are kept here: whole or as they were, for their owner alone, never over others'."""

import contextlib
import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from fieldapp.errors import FieldError, Remedy

PART = ".part"
"""What is added to a file's name while it is being written."""
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


class DiskFull(FieldError):
    """No space is left for a file that is needed."""

    code = "os.full"
    remedy = Remedy.FREE_SPACE
    text = "The disk is full. What was saved is safe."


class NotAllowed(FieldError):
    """The system lets this account neither read nor write a file or folder."""

    code = "os.permission"
    remedy = Remedy.TRY_AGAIN
    text = "This account may not use a file or folder that is needed."
    advice = "Check who may use it and that the disk is not write-protected, then try again."


class FileTrouble(FieldError):
    """A file or folder is not there, is of the wrong kind, or its disk fails."""

    code = "os.file"
    remedy = Remedy.TRY_AGAIN
    text = "A file or folder that is needed cannot be used."
    advice = "Check that it is there and that its disk works, then try again."


class TargetTaken(FieldError):
    """Something else has the name under which a file is to be saved."""

    code = "file.taken"
    remedy = Remedy.CHOOSE_OTHER_FILE
    text = "Another file has this name already. Nothing was changed; choose another name."


class TargetInside(FieldError):
    """A file is to be saved where the app keeps its own."""

    code = "file.inside"
    remedy = Remedy.CHOOSE_OTHER_FILE
    text = "Nothing can be saved in the app's own folder. Choose a place outside it."


def trouble_of(error: OSError) -> FieldError:
    """The system's error in calm words, without the path, which may name people."""
    detail = errno.errorcode.get(error.errno or 0, type(error).__name__)
    if error.errno in _FULL:
        return DiskFull(detail=detail)
    return (NotAllowed if error.errno in _FORBIDDEN else FileTrouble)(detail=detail)


@contextmanager
def file_errors() -> Iterator[None]:
    """Inside this block an error of the system is told by `trouble_of`."""
    try:
        yield
    except OSError as error:
        raise trouble_of(error) from error


def make_folder(path: Path) -> None:
    """Makes a folder for its owner alone where there is none; raises as `trouble_of` sorts."""
    with file_errors():
        path.mkdir(mode=0o700, parents=True, exist_ok=True)


def read_at_most(path: Path, most: int) -> bytes:
    """The file's first ``most`` bytes and one more, so that a longer one shows; raises ``OSError``.

    Only an ordinary file is opened: a pipe would wait for ever, a device never end.
    """
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, "not an ordinary file")
    with path.open("rb") as source:
        return source.read(most + 1)


def write_atomically(path: Path, content: bytes) -> None:
    """Replaces ``path`` as a whole: after a power cut it holds the old or the new content.

    Only its owner may read it.

    Raises:
        DiskFull, NotAllowed, FileTrouble: ``path`` is as it was and nothing is left beside it.
    """
    with file_errors():
        replace_whole(path, content)


def replace_whole(path: Path, content: bytes, *, durable: bool = True) -> None:
    """As `write_atomically`, with the system's own error.

    Args:
        path: the file.
        content: all of it.
        durable: false for a file that may be lost with the power, such as a status.

    Raises:
        OSError: ``path`` is as it was and nothing is left beside it.
    """
    part = path.with_name(path.name + PART)
    try:
        with open(part, "wb", opener=private) as handle:
            handle.write(content)
            if durable:
                handle.flush()
                os.fsync(handle.fileno())
        part.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    if durable:
        sync_folder(path.parent)


def private(path: str, flags: int) -> int:
    """An opener for ``open``: a file that it makes is for its owner alone."""
    return os.open(path, flags, 0o600)


def sync_file(path: Path) -> None:
    """Makes what was written into a file durable; raises ``OSError``."""
    with path.open("rb+") as written:
        os.fsync(written.fileno())


def sync_folder(folder: Path) -> None:
    """Makes names in ``folder`` durable, where the system knows how to; raises ``OSError``."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def check_target(path: Path, own: Path, ours: Callable[[Path], bool]) -> None:
    """Says no before a file is saved over something that the person did not mean.

    Args:
        path: where a file is to be saved.
        own: the folder in which the app keeps its own files.
        ours: whether an ordinary file is an earlier one of the same kind, which may be replaced.

    Raises:
        TargetInside, TargetTaken: nothing was changed.
        NotAllowed, FileTrouble: the place cannot be looked at.
    """
    with file_errors():
        place = Path(os.path.realpath(path))
        if own.exists() and any(above.exists() and above.samefile(own) for above in place.parents):
            raise TargetInside()
        if os.path.lexists(path) and not (path.is_file() and ours(path)):
            raise TargetTaken()


def begins_with(mark: bytes) -> Callable[[Path], bool]:
    """For `check_target`: files of ours begin with these bytes."""

    def ours(path: Path) -> bool:
        with path.open("rb") as source:
            return source.read(len(mark)) == mark

    return ours
