"""``make fuzz SECONDS=600``: atheris drives each parser in turn, guided by what code it reaches.

``python -m tests.fuzz SECONDS [TARGET ...]`` shares the time out evenly, and prints one JSON object
a target: executions, and what was found. An input that was not answered with a ``FieldError`` is
kept in ``build/fuzz/`` and ends the run with status 1; make it a test before it is mended.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

from tests.fuzz.targets import TARGETS, seeds

FOLDER = Path(__file__).resolve().parents[2] / "build" / "fuzz"
_COUNT = re.compile(r"stat::number_of_executed_units:\s*(\d+)")
_MEGABYTES = 1024
_LONGEST = 4096


def name_of(target: str) -> str:
    """A target's name as part of a file's."""
    return target.replace(" ", "-")


def run(target: str, seconds: int) -> bool:
    """Fuzzes one target in a process of its own; whether nothing was found."""
    corpus = FOLDER / name_of(target)
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds(target)):
        (corpus / f"seed-{number:03d}").write_bytes(seed)
    known = set(FOLDER.glob(f"found-{name_of(target)}-*"))
    done = subprocess.run(
        [
            *(sys.executable, "-m", "tests.fuzz.one", target, str(corpus)),
            f"-max_total_time={seconds}",
            f"-max_len={_LONGEST}",
            f"-rss_limit_mb={_MEGABYTES}",
            "-timeout=10",
            "-print_final_stats=1",
            f"-artifact_prefix={FOLDER}/found-{name_of(target)}-",
        ],
        capture_output=True,
        text=True,
        check=False,
        errors="replace",
    )
    count = _COUNT.search(done.stderr)
    found = sorted(path.name for path in set(FOLDER.glob(f"found-{name_of(target)}-*")) - known)
    executed = int(count[1]) if count else 0
    print(json.dumps({"target": target, "executions": executed, "found": found}), flush=True)
    if found or not executed:
        print((done.stdout + done.stderr)[-3000:], file=sys.stderr)
    return not found and executed > 0


def main() -> int:
    """Fuzzes; 1 when anything was found."""
    seconds = int(sys.argv[1])
    chosen = sys.argv[2:] or list(TARGETS)
    results = [run(target, max(5, seconds // len(chosen))) for target in chosen]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
