"""Small mistakes put into the security core one at a time: how many of them its tests notice.

``make mutants`` runs this as a program. What is mutated and which tests run stands in
``pyproject.toml`` under ``tool.mutmut``; names of mutants as arguments narrow it down.
"""

import json
import os
import subprocess
import sys

from tests.support.core import ROOT

LEAST = 0.9
"""Of the mutants that were tried, so many have to be noticed."""


def share_noticed(stats: dict[str, int]) -> float:
    """Noticed by a failing test, an endless loop or a crash, of all that were tried."""
    noticed = stats["killed"] + stats["timeout"] + stats["segfault"]
    tried = noticed + stats["survived"] + stats["no_tests"] + stats["suspicious"]
    return noticed / tried if tried else 0.0


def main() -> int:
    """Makes the mutants and tries the tests on each; 0 where enough are noticed."""
    command = [sys.executable, "-m", "mutmut"]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    for words in (["run", *sys.argv[1:]], ["export-cicd-stats"], ["results"]):
        run = subprocess.run([*command, *words], cwd=ROOT, env=environment, check=False)
        if run.returncode:
            return run.returncode
    stats = json.loads((ROOT / "mutants" / "mutmut-cicd-stats.json").read_text("utf-8"))
    share = share_noticed(stats)
    print(f"{share:.1%} of the mutants are noticed; {stats}")
    return 0 if share >= LEAST else 1


if __name__ == "__main__":
    sys.exit(main())
