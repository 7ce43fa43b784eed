"""Verbs about reports for the console script: file, list, show, amend, withdraw, review, verify."""

import json
import mimetypes
from pathlib import Path
from typing import Any

import click

from fieldapp import commands
from fieldapp.changes import Changes
from fieldapp.cli_support import Options, Shell, one_line, person_options, say, unlocked
from fieldapp.cli_timing import timing, timing_line
from fieldapp.clock import as_datetime
from fieldapp.commands import NewFile
from fieldapp.errors import FieldError, Remedy
from fieldapp.forms.catalog import open_catalog
from fieldapp.forms.finished import AnswersLeftOver, Finished, FormIncomplete, finish, places
from fieldapp.forms.session import FormSession
from fieldapp.habits import trust_clock
from fieldapp.people import Desk
from fieldapp.photos.cleaning import clean_photo
from fieldapp.photos.errors import PhotoKind
from fieldapp.protection import NoPhotos
from fieldapp.store import checking, clock_check, promised, reads
from fieldapp.units import EventId, UtcMillis

_MOVIE = b"ftyp"
"""Stands at the fifth byte of HEIC, AVIF, MP4 and their like."""


class UnreadableFile(FieldError):
    """A file named on the command line cannot be read or is not what it should be."""

    code = "cli.file"
    remedy = Remedy.CHOOSE_OTHER_FILE
    text = "This file cannot be read. Check its name and that it is not empty."


@click.group()
def report() -> None:
    """File, read, change and review reports."""


@report.command("file")
@click.option("--form", "form_id", required=True, help="Form id, such as incident.")
@click.option("--answers", type=click.Path(path_type=Path, dir_okay=False), required=True)
@click.option(
    "--photo",
    "photos",
    type=click.Path(path_type=Path),
    multiple=True,
    help="A photo or file to go with it. Only the desktop makes small previews that go before it.",
)
@click.option("--language", default="en", help="Language of the narrative.")
@person_options
@click.pass_obj
def file_verb(
    shell: Shell,
    /,
    form_id: str,
    answers: Path,
    photos: tuple[Path, ...],
    language: str,
    **rest: Any,
) -> None:
    """Check and file a report from a JSON file of answers."""
    options = Options(**rest)
    desk = unlocked(shell, options)
    with desk.store:
        finished = _fill(shell, desk, form_id, answers, language)
        if finished.protected and photos:
            raise NoPhotos()
        filed = commands.file_report(desk, finished, [_photo(path) for path in photos])
        shell.after(desk, filed.changes)
        say(options, f"Saved as {filed.ref}.", ref=filed.ref, id=filed.report)


@report.command("list")
@click.option("--search", default="", help="Words to look for.")
@click.option("--type", "types", multiple=True, help="Short type, such as FOM.")
@click.option("--state", "states", multiple=True, help="new, accepted, asked, rejected, withdrawn")
@click.option("--limit", default=50, type=click.IntRange(1, 10_000))
@person_options
@click.pass_obj
def list_verb(
    shell: Shell,
    /,
    search: str,
    types: tuple[str, ...],
    states: tuple[str, ...],
    limit: int,
    **rest: Any,
) -> None:
    """The newest reports."""
    options = Options(**rest)
    desk = unlocked(shell, options)
    with desk.store:
        wanted = reads.ReportFilter(text=search, types=types, states=states)
        rows = reads.page(desk.store, wanted, limit=limit).rows
        lines = [
            f"{row.ref:26} {row.delivery.value:14} {row.state:10} {one_line(row.place)}"
            for row in rows
        ]
        say(options, "\n".join(lines) or "No reports.", reports=[_row(row) for row in rows])


@report.command("show")
@click.argument("ref")
@person_options
@click.pass_obj
def show_verb(shell: Shell, /, ref: str, **rest: Any) -> None:
    """One report with its revisions, questions and answers."""
    options = Options(**rest)
    desk = unlocked(shell, options)
    with desk.store:
        detail = reads.detail(desk.store, reads.find_report(desk.store, ref))
        history = [_line(line) for line in detail.history]
        plain = [f"{detail.row.ref}  revision {detail.row.revision}  {detail.row.state}"]
        if detail.row.removed is not None:
            gone = _moment(detail.row.removed)
            plain.append(f"  HQ has the text; it was removed from this laptop: {gone}")
        plain += [
            f"  {h['at']}  {h['kind']:9} {one_line(h['author'])}  {one_line(h['text'])}"
            for h in history
        ]
        if detail.row.protected:
            plain.append("  Sealed: only protection officers can open it, on their own desktop.")
        took = timing_line(detail.row, shell.clock.now())
        plain += [f"  {took}"] if took else []
        say(
            options,
            "\n".join(plain),
            report=_row(detail.row),
            timing=timing(detail.row, shell.clock.now()),
            history=history,
            answers=detail.revisions[-1].content.get("answers", {}),
            files=[
                {
                    "name": f.name,
                    "size": f.size,
                    "here": f.here,
                    "preview": f.preview is not None,
                    "at_hq": f.at_hq,
                }
                for f in detail.files
            ],
        )


@report.command("amend")
@click.argument("ref")
@click.option("--answers", type=click.Path(path_type=Path, dir_okay=False), required=True)
@click.option("--reason", required=True, help="Code of the reason, such as grid.")
@click.option("--note", default="")
@click.option("--language", default="en")
@person_options
@click.pass_obj
def amend_verb(
    shell: Shell, /, ref: str, answers: Path, reason: str, note: str, language: str, **rest: Any
) -> None:
    """Replace the answers of an own report; the earlier version stays readable."""
    options = Options(**rest)
    desk = unlocked(shell, options)
    with desk.store:
        reason = _reason(desk, reason)
        found = reads.find_report(desk.store, ref)
        form_id = reads.detail(desk.store, found).row.form
        finished = _fill(shell, desk, form_id, answers, language)
        _done(shell, desk, options, commands.amend_report(desk, found, finished, reason, note), ref)


@report.command("withdraw")
@click.argument("ref")
@click.option("--reason", required=True)
@click.option("--note", default="")
@person_options
@click.pass_obj
def withdraw_verb(shell: Shell, /, ref: str, reason: str, note: str, **rest: Any) -> None:
    """Mark an own report as reported in error."""
    options = Options(**rest)
    desk = unlocked(shell, options)
    with desk.store:
        reason = _reason(desk, reason)
        found = reads.find_report(desk.store, ref)
        _done(shell, desk, options, commands.withdraw_report(desk, found, reason, note), ref)


@report.command("attach")
@click.argument("ref")
@click.argument("photos", type=click.Path(path_type=Path), nargs=-1, required=True)
@person_options
@click.pass_obj
def attach_verb(shell: Shell, /, ref: str, photos: tuple[Path, ...], **rest: Any) -> None:
    """Add photos to an own report. Only the desktop makes small previews that go before them."""
    options = Options(**rest)
    desk = unlocked(shell, options)
    with desk.store:
        found = reads.find_report(desk.store, ref)
        files = [_photo(path) for path in photos]
        _done(shell, desk, options, commands.attach_files(desk, found, files), ref)


@report.command("review")
@click.argument("ref")
@click.option("--verdict", type=click.Choice(commands.VERDICT_WORDS), required=True)
@click.option("--text", default="", help="Question, or why it is rejected.")
@person_options
@click.pass_obj
def review_verb(shell: Shell, /, ref: str, verdict: str, text: str, **rest: Any) -> None:
    """Accept a report, ask its author a question, or reject it (officers)."""
    options = Options(**rest)
    desk = unlocked(shell, options)
    with desk.store:
        found = reads.find_report(desk.store, ref)
        _done(shell, desk, options, commands.review_report(desk, found, verdict, text), ref)


@report.command("answer")
@click.argument("ref")
@click.option("--text", required=True)
@person_options
@click.pass_obj
def answer_verb(shell: Shell, /, ref: str, text: str, **rest: Any) -> None:
    """Answer HQ's latest question on an own report."""
    options = Options(**rest)
    desk = unlocked(shell, options)
    with desk.store:
        found = reads.find_report(desk.store, ref)
        asked = [line for line in reads.detail(desk.store, found).history if line.kind == "ask"]
        if not asked:
            raise NoQuestion()
        changes = commands.answer_question(desk, found, asked[-1].event, text)
        _done(shell, desk, options, changes, ref)


class UnknownReason(FieldError):
    """The reason is not on the mission's list."""

    code = "cli.reason"
    remedy = Remedy.CHECK_INPUT
    text = "This reason is not on the mission's list."


class NoQuestion(FieldError):
    """Nobody asked anything about this report."""

    code = "report.no-question"
    remedy = Remedy.NONE
    text = "HQ has not asked anything about this report."


@click.command("verify")
@person_options
@click.pass_obj
def verify(shell: Shell, /, **rest: Any) -> None:
    """Check every signature and chain held on this laptop, and every page of its store."""
    options = Options(**rest)
    desk = unlocked(shell, options)
    with desk.store:
        found = checking.verify_store(desk.store, desk.profile.admin)
        say(
            options,
            f"{found.events} records in {found.streams} chains checked, all as signed.",
            events=found.events,
            streams=found.streams,
        )
        if promised.withheld(desk.store):
            raise promised.Withheld()


@click.command("clock")
@click.option("--right", is_flag=True, help="Say that date and time are right as they are.")
@person_options
@click.pass_obj
def clock(shell: Shell, /, right: bool, **rest: Any) -> None:
    """What time this laptop believes it is, and whether its clock was set back."""
    options = Options(**rest)
    desk = unlocked(shell, options, mind_clock=False)
    with desk.store:
        if right:
            trust_clock(desk)
        back = clock_check.suspicion(desk.store)
        if back is not None:
            raise back
        now = _moment(shell.clock.now())
        say(options, f"It is {now}. The clock was not set back.", now=now)


REPORT_VERBS: tuple[click.Command, ...] = (report, verify, clock)


def _done(shell: Shell, /, desk: Desk, options: Options, changes: Changes, ref: str) -> None:
    shell.after(desk, changes)
    say(options, f"{ref}: done.", ref=ref)


def _fill(shell: Shell, /, desk: Desk, form_id: str, answers: Path, language: str) -> Finished:
    """Runs the answers through their form, as the window does; raises `FormIncomplete`."""
    form = open_catalog(desk.home, desk.profile.admin).form(form_id)
    try:
        given = json.loads(answers.read_bytes())
    except (OSError, ValueError, RecursionError) as error:
        raise UnreadableFile(f"{answers.name} cannot be read as JSON.") from error
    values, typed = _parts(given)
    session = FormSession(
        form,
        answers=values,
        now=lambda: as_datetime(shell.clock.now(), desk.profile.offset_minutes),
        new_id=lambda: desk.entropy(16).hex(),
    )
    if session.leftover:
        left = AnswersLeftOver(places(session.leftover))
        for place in left.places:
            click.echo(f"  {one_line(place)}", err=True)
        raise left
    try:
        return finish(session, typed, language)
    except FormIncomplete as error:
        for problem in error.problems:
            click.echo(f"  {problem.ref}: {problem.text}", err=True)
        raise


def _reason(desk: Desk, typed: str) -> str:
    """The code of a reason for a change, whatever its case; raises `UnknownReason`."""
    known = [item.name for item in open_catalog(desk.home, desk.profile.admin).codes.items("c12")]
    for code in known:
        if code.casefold() == typed.strip().casefold():
            return code
    raise UnknownReason(f"This reason is not on the mission's list: {', '.join(known)}.")


def _parts(given: object) -> tuple[dict[str, Any], dict[str, dict[str, str]]]:
    """Answers and what was typed, from a file that holds both or the answers alone."""
    match given:
        case {"answers": dict() as values, "typed": dict() as typed}:
            if all(isinstance(note, dict) for note in typed.values()):
                return values, typed
        case {"answers": dict() as values, **rest} if "typed" not in rest:
            return values, {}
        case dict() if "answers" not in given:
            return given, {}
    raise UnreadableFile()


def _photo(path: Path) -> NewFile:
    """A photo without what the camera wrote beside it; any other file as it is."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(f"{path.name} cannot be read.") from error
    if not content:
        raise UnreadableFile(f"{path.name} is empty.")
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    try:
        photo = clean_photo(content)
    except PhotoKind:
        if kind.startswith(("image/", "video/")) or content[4:8] == _MOVIE:
            raise
        return NewFile(content, kind, path.name)
    return NewFile(photo.content, photo.mime, path.name)


def _row(row: reads.ReportRow) -> dict[str, Any]:
    return {
        "ref": row.ref,
        "id": row.id,
        "type": row.type,
        "state": row.state,
        "recheck": row.recheck,
        "revision": row.revision,
        "place": row.place,
        "grid": row.grid,
        "delivery": row.delivery.value,
        "author": row.author,
        "unit": row.unit,
        "questions": row.questions,
        "removed": None if row.removed is None else _moment(row.removed),
        "protected": row.protected,
    }


def _line(line: reads.HistoryLine) -> dict[str, Any]:
    return {
        "id": EventId(line.event),
        "kind": line.kind,
        "author": line.author,
        "at": _moment(line.t),
        "text": line.text,
        "reason": line.reason,
        "revision": line.revision,
        "received": None if line.received is None else _moment(line.received),
    }


def _moment(t: UtcMillis) -> str:
    return as_datetime(t).strftime("%Y-%m-%dT%H:%M:%SZ")
