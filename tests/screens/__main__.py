"""``make screens``: a picture of every page in every language, theme and size, and what is wrong.

One process a scale, side by side; the exit status is 1 when a check found something.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict
from itertools import groupby
from pathlib import Path

from tests.screens.index import write_index
from tests.screens.taking import LANGUAGES, SIZES, THEMES, Shot, Wanted, names, take

_OUT = Path("build/screens")


def main(words: list[str]) -> int:
    """Takes the pictures that the command line asks for."""
    asked = _arguments().parse_args(words)
    folder: Path = asked.out
    folder.mkdir(parents=True, exist_ok=True)
    if asked.percent is not None:
        return _one_scale(folder, asked)
    begun = time.monotonic()
    shots = _every_scale(folder, asked, words)
    if shots is None:
        return 2
    page = write_index(folder, shots)
    found = _tell(shots)
    spent = round(time.monotonic() - begun)
    sys.stdout.write(f"{len(shots)} pictures, {found} findings, {spent} s: {page}\n")
    return 1 if found else 0


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.screens", description=__doc__)
    parser.add_argument("--out", type=Path, default=_OUT, help=f"folder, else {_OUT}")
    some = {"action": "append", "default": None}
    parser.add_argument("--page", **some, help="scenes whose name begins so; more than one may be")
    parser.add_argument("--language", choices=LANGUAGES, **some)
    parser.add_argument("--theme", choices=[str(theme) for theme in THEMES], **some)
    parser.add_argument("--size", choices=[size.name for size in SIZES], **some)
    parser.add_argument("--percent", type=int, default=None, help=argparse.SUPPRESS)
    return parser


def _wanted(asked: argparse.Namespace) -> Wanted:
    scenes = names()
    if asked.page:
        scenes = tuple(name for name in scenes if name.startswith(tuple(asked.page)))
    return Wanted(
        scenes,
        tuple(asked.language or LANGUAGES),
        tuple(asked.theme or (str(theme) for theme in THEMES)),
        tuple(size for size in SIZES if not asked.size or size.name in asked.size),
    )


def _every_scale(folder: Path, asked: argparse.Namespace, words: list[str]) -> list[Shot] | None:
    """What every process told, None when one of them failed."""
    wanted = _wanted(asked)
    running = []
    for percent, _sizes in groupby(wanted.sizes, lambda size: size.percent):
        command = [sys.executable, "-m", "tests.screens", *words, "--percent", str(percent)]
        environment = {**os.environ, "QT_SCALE_FACTOR": str(percent / 100)}
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
        environment.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")
        running.append(
            subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
        )
    shots = []
    for process in running:
        said, _ = process.communicate()
        for line in said.splitlines():
            row = json.loads(line)
            shots.append(Shot(**{**row, "findings": tuple(row["findings"])}))
    order = {name: at for at, name in enumerate(names())}
    shots.sort(key=lambda shot: (order[shot.scene], shot.language, shot.size, shot.theme))
    return None if any(process.returncode for process in running) else shots


def _one_scale(folder: Path, asked: argparse.Namespace) -> int:
    wanted = _wanted(asked)
    sizes = tuple(size for size in wanted.sizes if size.percent == asked.percent)
    with tempfile.TemporaryDirectory() as home:
        take(
            folder,
            Wanted(wanted.scenes, wanted.languages, wanted.themes, sizes),
            Path(home),
            lambda shot: sys.stdout.write(json.dumps(asdict(shot)) + "\n") and None,
        )
    sys.stdout.flush()
    return 0


def _tell(shots: list[Shot]) -> int:
    """Writes each finding once a page, language and size; how many there are."""
    lines = [
        f"{shot.scene} [{shot.language} {shot.size}]: {text}"
        for shot in shots
        for text in shot.findings
    ]
    lines = list(dict.fromkeys(lines))
    for line in lines:
        sys.stdout.write(line + "\n")
    return len(lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
