"""Forms from the tables that people write: XLSForm as workbook, csv or markdown."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from fieldapp.files import file_errors
from fieldapp.forms.catalog import Catalog, addressed
from fieldapp.forms.definition import FormDefinition, load_form
from fieldapp.forms.model import QuestionDef
from sync.hq.errors import NoCompiler, TableRefused

_TABLES: Final = (".xlsx", ".xlsm", ".xls", ".csv", ".md")
_ROW: Final = re.compile(r"\[row : (\d+)\]\s*")
_ID: Final = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,95}")
_UNNAMED: Final = "data"
_NO_TABLE: Final = "not recognized as a supported type"


@dataclass(frozen=True, slots=True)
class Written:
    """A form as it would be published.

    Args:
        form: what laptops make of it.
        xml: the compiled form.
        warnings: what the compiler advises; the form works without it.
    """

    form: FormDefinition
    xml: bytes
    warnings: tuple[str, ...] = ()

    @property
    def file_name(self) -> str:
        """The name that the form has in a pack."""
        return f"{self.form.form_id}.xml"

    @property
    def questions(self) -> int:
        """How many questions people are asked."""
        found = self.form.paths.values()
        return sum(isinstance(one, QuestionDef) and one.control != "none" for one in found)


def read_table(path: Path, files: Mapping[str, bytes]) -> Written:
    """The form in a table, or in a form compiled already (``.xml``).

    Args:
        path: the table.
        files: what lies beside the form, by file name.

    Raises:
        TableRefused: the table has a mistake; the sentence names the row where the compiler does.
        FormRefused: laptops would refuse the form.
        NoCompiler: this HQ was installed without what compiles tables.
        FileTrouble: the file cannot be read.
    """
    with file_errors():
        raw = path.read_bytes()
    kind = path.suffix.lower()
    if kind == ".xml":
        return _checked(raw, files)
    if kind not in _TABLES:
        raise TableRefused(f"{path.name} is none of {', '.join(_TABLES)} and .xml.")
    warnings: list[str] = []
    xml = _compiled(raw, kind, warnings)
    return _checked(xml, files, tuple(map(_plain, warnings)))


def _compiled(raw: bytes, kind: str, warnings: list[str]) -> bytes:
    try:
        from pyxform.errors import PyXFormError  # type: ignore[import-untyped]
        from pyxform.xls2xform import convert  # type: ignore[import-untyped]
    except ImportError:
        raise NoCompiler() from None
    try:
        text = raw.decode("utf-8-sig") if kind in (".md", ".csv") else raw
        made = convert(
            text,
            warnings=warnings,
            file_type=kind,
            form_name=_UNNAMED,
            pretty_print=True,
        )
    except PyXFormError as error:
        raise TableRefused(_plain(str(error))) from None
    except UnicodeDecodeError:
        raise TableRefused("The file is not written in UTF-8. Save it so and try again.") from None
    return f"{made.xform.strip()}\n".encode()


def _plain(said: str) -> str:
    """The compiler's words with the row first, as in a spreadsheet."""
    if _NO_TABLE in said:
        return "The file holds no table with a survey sheet. Save it as csv and try again."
    rows = _ROW.findall(said)
    words = " ".join(_ROW.sub("", said).split())
    return f"Row {rows[0]}: {words}" if rows else words


def _checked(xml: bytes, files: Mapping[str, bytes], warnings: tuple[str, ...] = ()) -> Written:
    form = load_form(xml, files=addressed(files))
    if form.form_id == _UNNAMED:
        raise TableRefused("The settings sheet gives no form_id.")
    if not _ID.fullmatch(form.form_id):
        raise TableRefused("The form id may hold letters, digits, dots, dashes and underscores.")
    if not form.version:
        raise TableRefused("The settings sheet gives no version. Reports need one, for ever.")
    return Written(form, xml, warnings)


def check_new(written: Written, out: Catalog) -> None:
    """Raises `TableRefused` where this version is out: reports tell their form by it, for ever."""
    form = written.form
    if form.form_id in out.ids() and form.version in out.versions(form.form_id):
        raise TableRefused(
            f"Version {form.version} of {form.form_id} is out already. "
            "Give the settings sheet a new version."
        )
