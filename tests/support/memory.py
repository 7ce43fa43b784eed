"""Looking into the memory of a running process, as somebody with the laptop and time could."""

from collections.abc import Mapping
from pathlib import Path

_MOST = 1 << 30
"""Bytes of one stretch of memory; longer ones are only reserved."""


def may_look(pid: int) -> bool:
    """Whether this account may read the memory of a process; ours forbid it to all but root."""
    try:
        with Path(f"/proc/{pid}/mem").open("rb"):
            return True
    except PermissionError:
        return False


def memory_hits(pid: int, needles: Mapping[str, bytes]) -> dict[str, int]:
    """How often each needle stands in the memory of a process; those that do not are left out."""
    found: dict[str, int] = {}
    maps = Path(f"/proc/{pid}/maps").read_text().splitlines()
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for line in maps:
            span, rights, *rest = line.split()
            first, last = (int(part, 16) for part in span.split("-"))
            if not rights.startswith("r") or last - first > _MOST or rest[-1] == "[vvar]":
                continue
            try:
                memory.seek(first)
                content = memory.read(last - first)
            except (OSError, OverflowError):
                continue
            for name, needle in needles.items():
                count = content.count(needle)
                if count:
                    found[name] = found.get(name, 0) + count
    return found


def processes_of(home: Path) -> dict[int, list[str]]:
    """The running processes that have an installation folder on their command line."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_bytes().decode().split("\0")
            state = (folder / "stat").read_text().rsplit(")", 1)[1].split()[0]
        except OSError:
            continue
        if str(home) in words and state != "Z":
            found[int(folder.name)] = words
    return found
