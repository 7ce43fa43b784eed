"""Stops a piece of work right after the n-th thing it does to the disk, for any n.

The work runs in a child process under ``ptrace``, so that SQLite's own writes are counted, too, and
nothing after the n-th write, flush, rename, removal, or change of length is done. A sweep of one
more piece of work is one line::

    sweep(template, tmp_path, work=lambda home: purge(home), check=lambda home, done: ...)

It is the process that ends, not the power: what was written but not flushed is still there. Torn
and missing writes are the matter of ``tests/fault/test_torn_store.py``. Linux only.
"""

import ctypes
import os
import platform
import shutil
import signal
import struct
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

_TRACEME, _SYSCALL, _SETOPTIONS, _INFO = 0, 24, 0x4200, 0x420E
_SYSGOOD, _EXITKILL = 1, 0x100000
_ENTRY, _EXIT = 1, 2
_CALLS = {
    # write pwrite64 writev fsync fdatasync truncate ftruncate rename mkdir unlink mkdirat unlinkat
    # renameat fallocate renameat2
    "x86_64": {1, 18, 20, 74, 75, 76, 77, 82, 83, 87, 258, 263, 264, 285, 316},
    "aarch64": {64, 68, 66, 82, 83, 45, 46, 34, 35, 38, 47, 276},
}.get(platform.machine(), set())
_MOST = 100_000


def can_stop() -> bool:
    """Whether processes can be stopped so on this machine."""
    if sys.platform != "linux" or not _CALLS:
        return False
    try:
        return not run_until(lambda: os.write(os.open(os.devnull, os.O_WRONLY), b"."), 1)
    except OSError:
        return False


def sweep(
    template: Path,
    folder: Path,
    work: Callable[[Path], object],
    check: Callable[[Path, bool], None],
    every: int = 1,
) -> int:
    """Does the work on copies of a folder, each time stopped one step later, until it ends.

    Args:
        template: the folder before the work.
        folder: where the copies are made.
        work: done in a process of its own, in the copy it is given.
        check: looks at the copy afterwards, and whether the work came to its end.
        every: only each so-many-th step.

    Returns:
        The number of stops.
    """
    for at in range(1, _MOST, every):
        home = Path(shutil.copytree(template, folder / f"stop-{at}"))
        done = run_until(lambda home=home: work(home), at)  # type: ignore[misc]
        try:
            check(home, done)
        except BaseException as error:
            error.add_note(f"stopped after step {at}")
            raise
        shutil.rmtree(home)
        if done:
            return (at - 1) // every
    raise AssertionError("never comes to its end")


def run_until(work: Callable[[], object], at: int) -> bool:
    """Runs the work in a child, killed right after its ``at``-th step; whether it came to its end.

    Raises:
        AssertionError: it failed by itself; its traceback is on standard error.
        OSError: the system forbids it.
    """
    child = os.fork()
    if child == 0:
        _be_traced(work)
    os.waitpid(child, 0)
    try:
        _ptrace(_SETOPTIONS, child, 0, _SYSGOOD | _EXITKILL)
        return _follow(child, at)
    except BaseException:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        raise


def _be_traced(work: Callable[[], object]) -> None:
    status = 1
    try:
        _ptrace(_TRACEME, 0, 0, 0)
        os.kill(os.getpid(), signal.SIGSTOP)
        work()
        status = 0
    finally:
        if status:
            traceback.print_exc()
        os._exit(status)


def _follow(child: int, at: int) -> bool:
    """Goes from call to call of the child; ends it after the chosen one."""
    steps, counted, deliver = 0, False, 0
    while True:
        _ptrace(_SYSCALL, child, 0, deliver)
        _, status = os.waitpid(child, 0)
        if os.WIFEXITED(status):
            assert os.WEXITSTATUS(status) == 0, "the work failed by itself"
            return True
        assert os.WIFSTOPPED(status), "somebody else killed it"
        stopped_by = os.WSTOPSIG(status)
        deliver = 0 if stopped_by == signal.SIGTRAP | 0x80 else stopped_by
        if deliver:
            continue
        kind, call = _call(child)
        if kind == _ENTRY:
            counted = call in _CALLS
        elif kind == _EXIT and counted:
            steps += 1
            if steps == at:
                os.kill(child, signal.SIGKILL)
                os.waitpid(child, 0)
                return False


def _call(child: int) -> tuple[int, int]:
    """Whether the child enters or leaves a system call, and its number on entering."""
    raw = ctypes.create_string_buffer(88)
    _ptrace(_INFO, child, len(raw), ctypes.addressof(raw))
    kind, call = struct.unpack_from("=B23xQ", raw.raw)
    return kind, call


def _ptrace(request: int, child: int, address: int, data: int) -> None:
    done = _libc.ptrace(
        ctypes.c_long(request),
        ctypes.c_long(child),
        ctypes.c_void_p(address),
        ctypes.c_void_p(data),
    )
    if done == -1:
        raise OSError(ctypes.get_errno(), "ptrace")


_libc = ctypes.CDLL(None, use_errno=True)
_libc.ptrace.restype = ctypes.c_long
