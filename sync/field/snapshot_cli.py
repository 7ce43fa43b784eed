"""Verbs about the copies of the store that a laptop keeps: look at them, go back to one."""

from typing import Any

import click

from fieldapp.cli_support import Options, Shell, keys_of, person_options, say
from fieldapp.clock import as_datetime
from fieldapp.mission.installation import mission_of
from fieldapp.notation.dtg import MONTHS
from fieldapp.people import open_desk
from fieldapp.store import checking, snapshots
from fieldapp.store.snapshots import Snapshot, SnapshotUnusable
from fieldapp.units import UtcMillis
from sync.field.going_back import Behind, behind


@click.group("snapshot")
def snapshot() -> None:
    """The copies of its reports that this laptop keeps by itself."""


@snapshot.command("list")
@person_options
@click.pass_obj
def list_verb(shell: Shell, /, **rest: Any) -> None:
    """The copies, the newest first."""
    options = Options(**rest)
    found = snapshots.snapshots(options.home, keys_of(shell, options).database)
    lines = [f"{one.number:>4}  {_records(one)}, as on {_moment(one.at)}" for one in found]
    say(
        options,
        "\n".join(lines) or "No copies.",
        snapshots=[
            {"number": one.number, "records": one.held.events, "at": _moment(one.at)}
            for one in found
        ],
    )


@snapshot.command("restore")
@click.argument("number", type=click.IntRange(1), required=False)
@click.option("--yes", is_flag=True, help="Do not ask.")
@person_options
@click.pass_obj
def restore_verb(shell: Shell, /, number: int | None, yes: bool, **rest: Any) -> None:
    """Go back to the newest copy, or to the one of this number. The file in place is kept."""
    options = Options(**rest)
    profile = mission_of(options.home)
    keys = keys_of(shell, options)
    held = snapshots.snapshots(options.home, keys.database)
    chosen = next((one for one in held if number in (None, one.number)), None)
    if chosen is None:
        raise SnapshotUnusable(detail="none of this number")
    lacks = behind(options.home, keys.database, profile, chosen)
    for line in _told(chosen, lacks):
        click.echo(line, err=True)
    if not yes:
        click.confirm("Go back to this copy?", abort=True, err=True)
    kept = snapshots.restore(options.home, keys.database, chosen)
    with open_desk(options.home, keys, clock=shell.clock, entropy=shell.entropy).store as store:
        checked = checking.verify_store(store, profile.admin)
    words = f"{_records(chosen)} brought back, as on {_moment(chosen.at)}, each checked."
    if kept is not None:
        words += f" The file that was there is kept as {kept.name}."
    say(
        options,
        words,
        records=checked.events,
        at=_moment(chosen.at),
        kept="" if kept is None else kept.name,
        hq_has_more=lacks.hq,
    )


def _told(chosen: Snapshot, lacks: Behind) -> list[str]:
    lines = [
        f"This copy holds {_records(chosen)}, as on {_moment(chosen.at)}.",
        "What was written after that, drafts included, is not in it.",
    ]
    if lacks.here:
        lines.append(f"The file in place still shows {_count(lacks.here)} more.")
    if lacks.hq:
        lines += [
            f"HQ holds {_count(lacks.hq)} that this copy lacks; nothing of that is lost at HQ.",
            "But after going back nothing more goes to HQ under this name: ask HQ for a new code.",
        ]
    return lines


def _records(one: Snapshot) -> str:
    return _count(one.held.events)


def _count(count: int) -> str:
    return "1 record" if count == 1 else f"{count:,} records"


def _moment(at: UtcMillis) -> str:
    there = as_datetime(at)
    return f"{there.day} {MONTHS[there.month - 1]} {there.year} {there:%H:%M}Z"
