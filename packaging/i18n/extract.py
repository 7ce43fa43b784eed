"""The texts that a module of the desktop hands to translation, read from its syntax tree."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Key = tuple[str, str]
"""Context and English text."""
DYNAMIC = ("ui/messages.py", "ui/i18n/__init__.py")
"""The only modules that may hand over a text which is no constant: their texts are asked for."""


@dataclass(frozen=True)
class Text:
    """One text with the place where it stands; ``counted`` ones have a form for each number."""

    key: Key
    counted: bool
    place: str


def texts_of(path: Path, shown: Path) -> Iterator[Text]:
    """The texts of one module; raises `SystemExit` for a text that only the running code knows."""
    tree = ast.parse(path.read_text("utf-8"))
    names = dict(_constants(tree))
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        if node.func.id not in ("tr", "tr_count", "translation"):
            continue
        place = f"{shown.as_posix()}:{node.lineno}"
        counted = node.func.id == "tr_count"
        given = [_text(argument, names) for argument in node.args[: 3 if counted else 2]]
        if None not in given and len(given) == (3 if counted else 2):
            yield Text((str(given[0]), str(given[-1])), counted, place)
        elif shown.as_posix() not in DYNAMIC:
            raise SystemExit(f"{place}: context and text must be written out here")


def sentences_of(path: Path) -> Iterator[str]:
    """The sentences that a room of the core gives to its errors where it raises them."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and node.exc.args:
            text = _text(node.exc.args[0], {})
            if text is not None and text[:1].isupper() and text.endswith("."):
                yield text


def _constants(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            text = _text(node.value, {})
            if text is not None:
                yield node.targets[0].id, text


def _text(node: ast.expr, names: dict[str, str]) -> str | None:
    if isinstance(node, ast.Name):
        return names.get(node.id)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None
