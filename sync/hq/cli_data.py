"""Verbs about what HQ holds: bundles, verification, backups."""

import sys
from dataclasses import asdict
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress

from fieldapp.clock import SystemClock
from sync.hq.app import open_hq
from sync.hq.backup import restore
from sync.hq.bundles import export_bundle, import_bundle
from sync.hq.cli_support import home_option, say
from sync.hq.enrol import find
from sync.hq.errors import LogBroken
from sync.hq.verify import verify

_FILE = click.Path(path_type=Path, dir_okay=False)
_PROBLEMS_SHOWN = 100
_WORDS = {
    200: "stored",
    202: "kept until their laptop is let in",
    400: "damaged",
    403: "from nobody who was let in",
    404: "for another mission",
    409: "pieces of photos that no report announced yet",
    415: "from a newer version",
    422: "with a wrong signature, code or size",
    507: "left out, too much waits already",
}


@click.command("import")
@home_option
@click.argument("bundle", type=_FILE)
def import_verb(home: Path, as_json: bool, bundle: Path) -> None:
    """Take in a bundle that a courier brought; doing it twice is harmless."""
    with open_hq(home) as hq:
        done = import_bundle(hq, bundle)
    lines = [f"{done.frames} packets"]
    lines += [f"  {count} {_WORDS.get(code, code)}" for code, count in done.answers.items()]
    if not done.whole:
        lines.append("The copy was cut short; what was whole is taken in. Ask for a new copy.")
    value = {"frames": done.frames, "whole": done.whole, "answers": done.answers}
    say(as_json, value, "\n".join(lines))


@click.command("export")
@home_option
@click.argument("out", type=_FILE)
@click.option("--for", "marks", multiple=True, metavar="FINGERPRINT", help="By default everyone.")
def export_verb(home: Path, as_json: bool, out: Path, marks: tuple[str, ...]) -> None:
    """Write receipts and answers for laptops without a link; each opens only its own."""
    with open_hq(home) as hq:
        with hq.store.reading() as tx:
            streams = [find(tx, mark).stream for mark in marks]
        frames = export_bundle(hq, out, streams)
    say(as_json, {"frames": frames, "file": str(out)}, f"{frames} packets written")


@click.command("verify")
@home_option
def verify_verb(home: Path, as_json: bool) -> None:
    """Check every signature, chain and photo of the whole log."""
    console = Console(stderr=True)
    quiet = as_json or not sys.stderr.isatty()
    with open_hq(home) as hq, Progress(console=console, transient=True, disable=quiet) as bar:
        task = bar.add_task("checking", total=None)
        found = verify(hq, lambda done, of: bar.update(task, completed=done, total=of))
    value = asdict(found)
    value["problems"] = value["problems"][:_PROBLEMS_SHOWN]
    lines = [str(problem) for problem in found.problems[:_PROBLEMS_SHOWN]]
    lines.append(
        f"{found.events} records of {found.streams} authors and {found.photos} photos checked, "
        f"{len(found.problems)} problems, {found.gaps} authors with something still to come, "
        f"{found.forked} forked"
    )
    say(as_json, value, "\n".join(lines))
    if found.problems:
        raise LogBroken(detail=str(len(found.problems)))


@click.command("backup")
@home_option
@click.argument("file", type=_FILE)
def backup_verb(home: Path, as_json: bool, file: Path) -> None:
    """Write an encrypted copy of the log; the keys are not in it."""
    with open_hq(home) as hq:
        hq.store.backup(file)
        with hq.store.reading() as tx:
            position = tx.events.last()
    say(
        as_json,
        {"file": str(file), "position": position},
        "Backup written. Keep a copy of the folder 'keys' in another place.",
    )


@click.command("restore")
@home_option
@click.argument("file", type=_FILE)
def restore_verb(home: Path, as_json: bool, file: Path) -> None:
    """Go back to a backup; laptops then send again what it does not hold."""
    epoch = restore(home, file, SystemClock())
    say(as_json, {"epoch": epoch}, f"Restored. This is HQ's epoch {epoch}.")


DATA_VERBS: tuple[click.Command, ...] = (
    import_verb,
    export_verb,
    verify_verb,
    backup_verb,
    restore_verb,
)
