"""Verbs for those who write forms: try a table, and send it to every laptop."""

from pathlib import Path

import click

from fieldapp.files import file_errors, write_atomically
from fieldapp.mission.packs import PackKind
from sync.hq import packs
from sync.hq.app import open_hq
from sync.hq.authoring import check_new, read_table
from sync.hq.cli_packs import tell_published
from sync.hq.cli_support import home_option, say

_FILE = click.Path(path_type=Path, dir_okay=False, exists=True)


@click.group("form")
def form() -> None:
    """Forms as tables: XLSForm as workbook, csv or markdown, or compiled (.xml)."""


_with_option = click.option(
    "--with",
    "beside",
    type=_FILE,
    multiple=True,
    help="A list of choices that a form reads (csv or GeoJSON); may be repeated.",
)


@form.command("check")
@click.argument("file", type=_FILE)
@_with_option
@click.option(
    "--compiled",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Where to put the compiled form, for fieldapp form preview.",
)
@click.option("--json", "as_json", is_flag=True, help="Machine-readable output.")
def check_verb(file: Path, beside: tuple[Path, ...], compiled: Path | None, as_json: bool) -> None:
    """Say what is wrong with the form in FILE; nothing is published."""
    written = read_table(file, _read(beside))
    if compiled is not None:
        write_atomically(compiled, written.xml)
    made = written.form
    value = {
        "form": made.form_id,
        "version": made.version,
        "title": made.title,
        "languages": list(made.languages),
        "questions": written.questions,
        "warnings": list(written.warnings),
    }
    tongues = f", in {', '.join(made.languages)}" if made.languages else ""
    lines = [
        f"{made.title} ({made.form_id}, version {made.version}): "
        f"{written.questions} questions{tongues}.",
        *(f"Advice: {warning}" for warning in written.warnings),
        "Laptops can use this form.",
    ]
    say(as_json, value, "\n".join(lines))


@form.command("publish")
@home_option
@click.argument("files", nargs=-1, required=True, type=_FILE)
@_with_option
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="Folder for the signed file, to be carried by stick.",
)
def publish_verb(
    home: Path, as_json: bool, files: tuple[Path, ...], beside: tuple[Path, ...], out: Path | None
) -> None:
    """Compile the forms in FILES, sign them as the next edition, and tell every laptop."""
    content = _read(beside)
    written = [read_table(file, content) for file in files]
    content.update({one.file_name: one.xml for one in written})
    with open_hq(home) as hq:
        present = packs.catalog(hq)
        for one in written:
            check_new(one, present)
        done = packs.publish(hq, PackKind.FORMS, content)
    tell_published(done, out, as_json=as_json)


def _read(beside: tuple[Path, ...]) -> dict[str, bytes]:
    with file_errors():
        return {path.name: path.read_bytes() for path in beside}
