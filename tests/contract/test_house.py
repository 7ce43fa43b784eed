"""The house: what may import what, how large a room may grow, what no file may name."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("fieldapp", "sync", "ui")

FENCES: dict[str, tuple[str, ...]] = {
    "PySide6": ("ui",),
    "shiboken6": ("ui",),
    "urllib3": ("sync.http",),
    "starlette": ("sync.hq",),
    "uvicorn": ("sync.hq",),
    "sqlcipher3": ("fieldapp.store", "sync.hq.store_"),
    "sqlite3": ("fieldapp.store", "sync.hq.store_", "ui.map.pack"),
    "sqlite_utils": ("fieldapp.store", "sync.hq.store_"),
    "psycopg": ("sync.hq.store_",),
    "cryptography": (
        "fieldapp.event",
        "fieldapp.vault",
        "fieldapp.mission",
        "sync.frame",
        "sync.receipt",
        "sync.hq.keys",
    ),
    "pyxform": ("sync.hq.authoring",),
    "geographiclib": ("fieldapp.notation",),
    "serial": ("ui.gps",),
    "socket": ("ui.demo", "sync"),
}
"""An outside library, and the only rooms that may import it."""

MODULE_LINES, FUNCTION_LINES, PUBLIC_METHODS, WINDOW_LINES = 400, 50, 20, 300
EXCEPTIONS: dict[str, str] = {}
"""A place above its budget, ``ui/a.py: module`` or ``ui/a.py: Wide``, and why it stays so."""

BORDERS: dict[str, str] = {
    "sync/hq/asgi.py": "error handler of the servers",
    "sync/field/sender.py": "loop of the sender",
    "ui/operations.py": "carries any error of the lane to the GUI thread",
    "ui/app.py": "exception hook",
}
"""The only modules that may catch every exception."""


def modules() -> Iterator[tuple[str, Path, ast.Module]]:
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            name = ".".join(part for part in parts if part != "__init__")
            yield name, path, ast.parse(path.read_text("utf-8"))


def imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


@pytest.mark.parametrize("library", sorted(FENCES))
def test_outside_libraries_stay_behind_their_fence(library: str) -> None:
    allowed = FENCES[library]
    trespassers = [
        name
        for name, _, tree in modules()
        if any(found.split(".")[0] == library for found in imported(tree))
        and not any(name == room or name.startswith((f"{room}.", room)) for room in allowed)
    ]
    assert trespassers == []


def test_floors_hold() -> None:
    run = subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_nothing_grew_beyond_its_budget() -> None:
    grown: list[str] = []
    for _, path, tree in modules():
        place = path.relative_to(ROOT).as_posix()
        lines = len(path.read_text("utf-8").splitlines())
        budget = WINDOW_LINES if place == "ui/shell/main_window.py" else MODULE_LINES
        if lines > budget:
            grown.append(f"{place}: module {lines} lines")
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or 0) - node.lineno + 1
                if length > FUNCTION_LINES:
                    grown.append(f"{place}: {node.name} {length} lines")
            elif isinstance(node, ast.ClassDef):
                public = [
                    item
                    for item in node.body
                    if isinstance(item, ast.FunctionDef) and not item.name.startswith("_")
                ]
                if len(public) > PUBLIC_METHODS:
                    grown.append(f"{place}: {node.name} {len(public)} public methods")
    unexplained = [item for item in grown if " ".join(item.split(" ")[:2]) not in EXCEPTIONS]
    assert unexplained == [], (
        "above the budget: split it, or name it in EXCEPTIONS of this file with its reason"
    )


def test_everything_is_caught_only_at_the_borders() -> None:
    found = []
    for _, path, tree in modules():
        for node in ast.walk(tree):
            if not isinstance(node, ast.ExceptHandler):
                continue
            names = ast.unparse(node.type) if node.type is not None else "everything"
            reraises = any(isinstance(item, ast.Raise) and item.exc is None for item in node.body)
            if re.search(r"\b(everything|Exception|BaseException)\b", names) and not reraises:
                found.append(path.relative_to(ROOT).as_posix())
    assert [place for place in found if place not in BORDERS] == []


def test_every_painter_is_closed_by_a_with_statement() -> None:
    """A live painter with an exception in flight crashes the process."""
    bad = []
    for _, path, tree in modules():
        for node in ast.walk(tree):
            if not isinstance(node, ast.FunctionDef) or node.name != "paintEvent":
                continue
            made = [c for c in ast.walk(node) if _is_call(c, "QPainter")]
            inside = [
                item.context_expr
                for block in ast.walk(node)
                if isinstance(block, ast.With)
                for item in block.items
            ]
            bad += [f"{path.name}:{call.lineno}" for call in made if call not in inside]
    assert bad == []


def _is_call(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name


def test_no_unfinished_work_is_left_in_the_code() -> None:
    words = re.compile(r"\b(TODO|FIXME|XXX|NotImplementedError)\b")
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for _, path, _ in modules()
        for match in words.finditer(path.read_text("utf-8"))
    ]
    assert found == []


def test_error_codes_are_unique_and_every_error_says_what_to_do() -> None:
    from fieldapp.errors import FieldError, all_codes

    for name, _, _ in modules():
        if not name.startswith("ui"):
            __import__(name)
    codes = all_codes()
    assert len(codes) > 20
    for code, kind in codes.items():
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*\.[a-z0-9]+(-[a-z0-9]+)*", code), code
        assert kind.text != FieldError.text, f"{code} has no sentence of its own"
        assert kind.text.endswith((".", "?")), code
