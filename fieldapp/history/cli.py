"""The verb that takes in records of an older source."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from fieldapp.cli_support import Options, Shell, person_options, say, unlocked
from fieldapp.clock import as_datetime
from fieldapp.files import check_target, write_atomically
from fieldapp.forms.catalog import open_catalog
from fieldapp.forms.definition import FormDefinition
from fieldapp.history import telling
from fieldapp.history.binding import check_columns, check_form, file_columns
from fieldapp.history.errors import (
    BadMapping,
    ImportStopped,
    NothingFits,
    NotOfficer,
    WrongForm,
)
from fieldapp.history.filling import Filler
from fieldapp.history.importing import Importer, Tally
from fieldapp.history.known import known_origins
from fieldapp.history.mapping import HistoryMapping, load_mapping, read_mapping
from fieldapp.history.source import Source, Survey
from fieldapp.people import Desk


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--mapping", "mapping_name", required=True, help="TOML file, or name of a known one.")
@click.option("--form", "form_id", help="Form of the records; the mapping's own when left out.")
@click.option("--dry-run", "dry", is_flag=True, help="Only tell what would happen.")
@click.option(
    "--refused",
    "refused_path",
    type=click.Path(path_type=Path, dir_okay=False, writable=True),
    help="CSV file for the rows that were left out.",
)
@person_options
@click.pass_obj
def import_verb(
    shell: Shell,
    /,
    file: Path,
    mapping_name: str,
    form_id: str | None,
    dry: bool,
    refused_path: Path | None,
    **rest: Any,
) -> None:
    """Take in older records from GeoJSON or CSV (officers)."""
    options = Options(**rest)
    with telling_problems():
        mapping = read_mapping(load_mapping(mapping_name))
    if form_id not in (None, mapping.form):
        raise WrongForm()
    if refused_path is not None:
        check_target(refused_path, options.home, telling.earlier_refused_file)
    with Source(file, mapping.delimiter) as source:
        desk = unlocked(shell, options)
        with desk.store:
            if not desk.role().reviews:
                raise NotOfficer()
            form = open_catalog(desk.home, desk.profile.admin).form(mapping.form)
            survey = source.survey()
            with telling_problems():
                check_form(mapping, form)
                check_columns(mapping, file_columns(mapping, survey.columns))
            tally = Tally()
            importer = Importer(desk, _filler(desk, mapping, form, survey), tally)
            try:
                _run(desk, importer, source, survey, quiet=options.as_json, dry=dry)
            finally:
                if tally.changes:
                    shell.after(desk, tally.changes)
    if refused_path is not None:
        write_atomically(refused_path, telling.refused_file(tally.refused))
    plain = "\n".join(telling.sentences(tally, survey.rows, dry=dry))
    say(options, plain, **telling.values(tally, survey.rows, dry=dry))
    if survey.rows and len(tally.refused) == survey.rows:
        raise NothingFits()


HISTORY_VERBS: tuple[click.Command, ...] = (import_verb,)


@contextmanager
def telling_problems() -> Iterator[None]:
    """Lists everything that is wrong with a mapping before its error goes on."""
    try:
        yield
    except BadMapping as error:
        for problem in error.problems:
            click.echo(f"  {problem}", err=True)
        raise


def _filler(desk: Desk, mapping: HistoryMapping, form: FormDefinition, survey: Survey) -> Filler:
    clock, offset = desk.store.clock, desk.profile.offset_minutes
    return Filler(
        mapping,
        form,
        survey.digest,
        now=lambda: as_datetime(clock.now(), offset),
        new_id=lambda: desk.entropy(16).hex(),
    )


def _run(
    desk: Desk, importer: Importer, source: Source, survey: Survey, *, quiet: bool, dry: bool
) -> None:
    before = len(known_origins(desk.store))
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    hidden = quiet or not console.is_terminal
    with Progress(*columns, TimeRemainingColumn(), console=console, disable=hidden) as bar:
        task = bar.add_task("Checking" if dry else "Taking in", total=survey.rows)
        try:
            importer.run(source.rows(), lambda done: bar.update(task, completed=done), dry=dry)
        except KeyboardInterrupt as stop:
            # Asked of the store, because the stop may have come right after a commit.
            kept = len(known_origins(desk.store)) - before
            raise ImportStopped(f"Stopped. {kept:,} records were taken in and are kept.") from stop
