"""Verbs for the radio: a report as one short text, and checking one that was received."""

from pathlib import Path
from typing import Any

import click

from fieldapp.cli import UnreadableFile
from fieldapp.cli_support import Options, Shell, home_option, person_options, say, unlocked
from fieldapp.commands import TextRemoved
from fieldapp.files import read_at_most
from fieldapp.forms.catalog import open_catalog
from fieldapp.protection import ReportSealed
from fieldapp.radio.short_text import check_short_text
from fieldapp.radio.told import told
from fieldapp.store import reads

_MOST = 64 * 1024


@click.group("radio")
def radio() -> None:
    """Reports over voice and HF radio."""


@radio.command("text")
@click.argument("ref")
@person_options
@click.pass_obj
def text_verb(shell: Shell, /, ref: str, **rest: Any) -> None:
    """A filed report as one short text, with the word by which both sides compare."""
    options = Options(**rest)
    desk = unlocked(shell, options)
    with desk.store:
        detail = reads.detail(desk.store, reads.find_report(desk.store, ref))
        if detail.row.protected:
            raise ReportSealed
        if detail.row.removed is not None:
            raise TextRemoved
        catalog = open_catalog(desk.home, desk.profile.admin)
        said = told(catalog, detail, detail.revisions[-1].content)
        say(options, f"{said.short}\n\nCheck word: {said.check}", text=said.short, check=said.check)


@radio.command("check")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@home_option
@click.pass_obj
def check_verb(_shell: Shell, /, file: Path, **rest: Any) -> None:
    """Whether a short text arrived as it was sent."""
    options = Options(**rest)
    try:
        raw = read_at_most(file, _MOST)
    except OSError as error:
        raise UnreadableFile from error
    text = check_short_text(raw[:_MOST].decode("utf-8", errors="replace"))
    say(options, f"{text}\n\nThis is what was sent.", text=text)
