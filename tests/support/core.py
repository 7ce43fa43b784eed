"""The security core: which modules it is, how large it is, and whether tests take each branch.

``make core`` runs this as a program. A module belongs here if a mistake in it alone could lose a
record that HQ vouched for, open what is sealed, or let a forged record in.
"""

import ast
import io
import os
import subprocess
import sys
import tempfile
import tokenize
from pathlib import Path

import coverage

ROOT = Path(__file__).resolve().parents[2]
CORE = (
    "fieldapp/event/*.py",
    "fieldapp/vault/*.py",
    "sync/frame.py",
    "sync/body.py",
    "sync/limits.py",
    "sync/receipt.py",
    "sync/hq/opening.py",
    "sync/hq/ingest.py",
    "sync/hq/chain.py",
    "sync/hq/photos.py",
    "sync/hq/receipts.py",
)
MOST_LINES = 2500
TESTS = (
    "tests/unit/event",
    "tests/unit/vault",
    "tests/unit/sync",
    "tests/unit/hq",
    "tests/golden/test_vectors.py",
    "tests/fault/test_wipe.py",
    "tests/fault/test_renewal.py",
    "tests/fault/test_recovery.py",
)
"""Enough to take every branch of the core, and quick."""
_LAYOUT = {
    tokenize.COMMENT,
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.INDENT,
    tokenize.DEDENT,
    tokenize.ENDMARKER,
}


def core_modules() -> list[Path]:
    """The core's modules."""
    return sorted(path for pattern in CORE for path in ROOT.glob(pattern))


def code_lines(source: str) -> int:
    """Lines on which a token of code stands: no blank line, no comment, no docstring.

    A statement over three lines is three. A string that is a statement by itself counts as
    documentation, as it does for the reader.
    """
    lines: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type not in _LAYOUT:
            lines.update(range(token.start[0], token.end[0] + 1))
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Expr(value=ast.Constant(value=str())):
                lines.difference_update(range(node.lineno, (node.end_lineno or 0) + 1))
    return len(lines)


def main() -> int:
    """Runs the core's tests; 0 where they pass and take every branch of every module."""
    modules = [str(path) for path in core_modules()]
    with tempfile.TemporaryDirectory() as folder:
        data = str(Path(folder) / "coverage")
        measure = ["-m", "coverage", "run", "--branch", "--rcfile", os.devnull]
        only = ["--data-file", data, "--include", ",".join(modules)]
        run = subprocess.run(
            [sys.executable, *measure, *only, "-m", "pytest", *TESTS, *sys.argv[1:]],
            cwd=ROOT,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            check=False,
        )
        if run.returncode:
            return run.returncode
        found = coverage.Coverage(data_file=data, config_file=False)
        found.load()
        share = found.report(morfs=modules, show_missing=True, skip_covered=True)
    lines = sum(code_lines(Path(path).read_text("utf-8")) for path in modules)
    print(
        f"{len(modules)} modules, {lines} lines of code, {share:.2f} % of statements and branches"
    )
    return 0 if share == 100 else 1


if __name__ == "__main__":
    sys.exit(main())
