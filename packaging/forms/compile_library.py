"""Compile the built-in forms: XLSForm tables in Markdown, with the code lists put in.

Usage: ``python packaging/forms/compile_library.py [--check]``. With ``--check`` nothing is written;
the exit status is 1 when a compiled form does not match its source. Needs the ``authoring`` extra.
"""

import argparse
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pyxform.xls2json_backends import md_to_dict  # type: ignore[import-untyped]
from pyxform.xls2xform import convert  # type: ignore[import-untyped]

from fieldapp.forms.definition import load_form
from fieldapp.mission.codes import CodeLists, default_codes

LIBRARY = Path(__file__).parents[2] / "fieldapp" / "forms" / "library"
LANGUAGES = {
    "en": "label::English (en)",
    "fr": "label::French (fr)",
    "es": "label::Spanish (es)",
    "ar": "label::Arabic (ar)",
}
_SELECT = re.compile(r"select_(?:one|multiple) (?P<list>\S+)")


class SourceRefused(Exception):
    """A form's source is not fit to be shipped; the text says what to change."""


def sources(folder: Path) -> list[Path]:
    """The forms' sources, by name. A form is a Markdown file with a survey table."""
    found = sorted(folder.glob("*.md"))
    return [path for path in found if "| survey |" in path.read_text(encoding="utf-8")]


def compile_form(source: Path, codes: CodeLists) -> bytes:
    """The compiled form of one source file.

    Raises:
        SourceRefused: for an unknown list, a wrong form id, or anything that the compiler warns of.
        PyXFormError: for what the compiler refuses; names the row.
        FormRefused: for a form that the app's own engine would refuse.
    """
    workbook: dict[str, Any] = md_to_dict(source.read_text(encoding="utf-8"))
    if workbook["settings"][0]["form_id"] != source.stem:
        raise SourceRefused(f"{source.name}: the form id must be {source.stem}")
    workbook["choices"] += code_choices(_lists_used(workbook), codes, source.name)
    # The compiler looks for columns in the first rows only; ours may come much later.
    columns = {column for row in workbook["choices"] for column in row}
    workbook["choices_header"] = [dict.fromkeys(sorted(columns))]
    warnings: list[str] = []
    result = convert(workbook, warnings=warnings, form_name="data", pretty_print=True)
    if warnings:
        raise SourceRefused(f"{source.name}: {warnings[0]}")
    xml = f"{result.xform.strip()}\n".encode()
    load_form(xml)
    return xml


def code_choices(names: Iterable[str], codes: CodeLists, where: str) -> list[dict[str, str]]:
    """The mission's code lists as rows of a choices table; raises ``SourceRefused``."""
    rows = []
    for name in names:
        if not codes.items(name):
            raise SourceRefused(f"{where}: there is no choice list {name}")
        for item in codes.items(name):
            labels = {column: item.labels[language] for language, column in LANGUAGES.items()}
            rows.append({"list_name": name, "name": item.name, **labels, **item.columns})
    return rows


def _lists_used(workbook: dict[str, Any]) -> list[str]:
    own = {row["list_name"] for row in workbook["choices"]}
    found = [_SELECT.fullmatch(row["type"]) for row in workbook["survey"]]
    return sorted({match["list"] for match in found if match} - own)


def main(arguments: list[str], folder: Path = LIBRARY) -> int:
    """Write the compiled forms of a folder, or with ``--check`` compare them.

    Returns:
        The exit status: 1 when ``--check`` finds a stale form, else 0.
    """
    parser = argparse.ArgumentParser(description="Compile the built-in forms.")
    parser.add_argument("--check", action="store_true", help="compare only, write nothing")
    check = parser.parse_args(arguments).check
    codes = default_codes()
    stale = 0
    for source in sources(folder):
        xml, target = compile_form(source, codes), source.with_suffix(".xml")
        if check and (not target.exists() or target.read_bytes() != xml):
            print(f"{target.name} is stale: run {Path(__file__).name}", file=sys.stderr)
            stale += 1
        elif not check:
            target.write_bytes(xml)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
