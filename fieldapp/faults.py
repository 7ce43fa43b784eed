"""A fault of the program, told without any value that was being worked on."""

import sys
import traceback
from pathlib import Path
from types import TracebackType

from fieldapp.errors import FieldError


def fault_of(error: BaseException) -> str:
    """Code or type of an error, and file and line of its last step; never its message."""
    steps = traceback.extract_tb(error.__traceback__)
    where = f"{Path(steps[-1].filename).name}:{steps[-1].lineno}" if steps else "?"
    name = error.code if isinstance(error, FieldError) else type(error).__name__
    return f"{name} at {where}"


def tell_barely(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """In place of ``sys.excepthook``: a message might quote a report, a path name a person."""
    if issubclass(kind, KeyboardInterrupt):
        return
    if sys.stderr is not None:
        sys.stderr.write(f"fault: {fault_of(error)}\n")
