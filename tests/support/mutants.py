"""Small mistakes put into the security core one at a time: how many of them its tests notice.

``make mutants`` runs this as a program. What is mutated and which tests run stands in
``pyproject.toml`` under ``tool.mutmut``. What was found stays below ``mutants/`` until the function
changes, so a run that was stopped goes on where it was; ``again`` as the only argument tries those
once more that nobody noticed, names of mutants (``sync.frame.*``) narrow it down, and ``table``
shows what is known.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from tests.support.core import ROOT, core_modules

LEAST = 0.9
"""Of all mutants, so many have to be noticed."""
MEMORY = Path("/dev/shm")
"""Where a system has it, the tests' files lie in memory; nothing of them has to outlive a test."""
_NOTICED, _ENDLESS, _SURVIVED, _UNREACHED, _UNTRIED = COLUMNS = (
    "noticed",
    "endless",
    "survived",
    "not reached",
    "not tried",
)
_BY_EXIT = {None: _UNTRIED, 0: _SURVIVED, 1: _NOTICED, 3: _NOTICED, 5: _UNREACHED, 33: _UNREACHED}
"""pytest's exit codes and mutmut's own; any other is a process that did not end by itself."""


def found() -> dict[str, dict[str, str]]:
    """By module what became of each mutant, as far as it is known."""
    modules = {}
    for path in core_modules():
        name = path.relative_to(ROOT).as_posix()
        kept = ROOT / "mutants" / f"{name}.meta"
        codes = json.loads(kept.read_text("utf-8"))["exit_code_by_key"] if kept.exists() else {}
        if codes:
            modules[name] = {key: _BY_EXIT.get(code, _ENDLESS) for key, code in codes.items()}
    return modules


def share_noticed(counts: Mapping[str, int]) -> float:
    """Noticed by a failing test, or by a loop without end, of all there are."""
    total = sum(counts.values())
    return (counts[_NOTICED] + counts[_ENDLESS]) / total if total else 0.0


def table(modules: Mapping[str, Mapping[str, str]]) -> tuple[list[str], Counter[str]]:
    """Lines to print, one a module, and the sum of all."""
    counted = {name: Counter(mutants.values()) for name, mutants in modules.items()}
    total = sum(counted.values(), Counter[str]())
    lines = [" ".join(["module".ljust(32), *(word.rjust(11) for word in COLUMNS), "  share"])]
    for name, counts in [*counted.items(), ("all", total)]:
        cells = [f"{counts[word]:11}" for word in COLUMNS]
        lines.append(" ".join([name.ljust(32), *cells, f"{share_noticed(counts):7.1%}"]))
    return lines, total


def _try(words: list[str]) -> int:
    command = [sys.executable, "-m", "mutmut", "run", *words]
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "TMPDIR": folder}
        return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def main(words: list[str]) -> int:
    """Makes the mutants and tries the tests on each; 0 where enough are noticed."""
    if "again" in words:
        words.remove("again")
        words += [
            key
            for mutants in found().values()
            for key, what in mutants.items()
            if what in (_SURVIVED, _UNREACHED, _ENDLESS)
        ]
    if words != ["table"] and (failed := _try(words)):
        return failed
    modules = found()
    for mutants in modules.values():
        print(*(f"{key}: {what}" for key, what in mutants.items() if what != _NOTICED), sep="\n")
    lines, total = table(modules)
    print(*lines, sep="\n")
    return 0 if share_noticed(total) >= LEAST else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
