"""Verbs about people: codes, approval, revocation."""

from pathlib import Path
from typing import Any

import click

from fieldapp.mission.roster import Role
from sync.hq.app import Hq, open_hq
from sync.hq.cli_support import home_option, say
from sync.hq.enrol import DAYS_MAX, REASONS, Invitation, find, fingerprint, invite
from sync.hq.errors import WrongUnit
from sync.hq.store import StreamRow, StreamState

_ROLES = [role.value for role in Role if role is not Role.ADMIN]


@click.command("enrol")
@home_option
@click.option("--person", required=True, help="Rank and name, as HQ writes it.")
@click.option("--unit", required=True, help="Unit code of the mission file.")
@click.option("--role", type=click.Choice(_ROLES), required=True)
@click.option("--days", type=click.IntRange(1, DAYS_MAX), default=DAYS_MAX)
def enrol_verb(home: Path, as_json: bool, person: str, unit: str, role: str, days: int) -> None:
    """Give out a one-time code for one person on one laptop."""
    with open_hq(home) as hq:
        if hq.profile.unit(unit) is None:
            raise WrongUnit()
        invitation = Invitation(person, unit, Role(role), days)
        with hq.store.writing() as tx:
            code = invite(tx, invitation, hq.clock.now(), hq.entropy)
    say(as_json, {"code": code, "days": days}, code)


@click.command("approve")
@home_option
@click.argument("fingerprints", nargs=-1)
@click.option("--all", "everyone", is_flag=True, help="Everyone who waits.")
@click.option("--by", default="HQ", help="Who decides; stands in the log.")
def approve_verb(
    home: Path, as_json: bool, fingerprints: tuple[str, ...], everyone: bool, by: str
) -> None:
    """Let laptops in after their fingerprints were compared; without argument list who waits."""
    with open_hq(home) as hq:
        if not fingerprints and not everyone:
            with hq.store.reading() as tx:
                waiting = [row for row in tx.streams.all() if row.state is StreamState.PENDING]
            say(as_json, [_facts(row) for row in waiting], _list(waiting))
            return
        done = approve(hq, fingerprints, by)
    say(as_json, [_facts(row) for row in done], "\n".join(f"let in: {_line(row)}" for row in done))


def approve(hq: Hq, fingerprints: tuple[str, ...], by: str) -> list[StreamRow]:
    """Lets in those named, or everyone who waits when nobody is named.

    Each person's roster event and all frames kept for them are one transaction.

    Raises:
        NoSuchLaptop: nobody is let in.
    """
    with hq.store.reading() as tx:
        named = [find(tx, text) for text in fingerprints] if fingerprints else tx.streams.all()
    registrar, ingest = hq.registrar(), hq.ingest()
    done: list[StreamRow] = []
    for row in named:
        with hq.store.writing() as tx:
            present = tx.streams.get(row.stream)
            if present is None or present.state is not StreamState.PENDING:
                continue
            done.append(registrar.approve(tx, present, by))
            ingest.release(tx, row.stream)
    return done


@click.command("revoke")
@home_option
@click.argument("mark", metavar="FINGERPRINT")
@click.option("--reason", type=click.Choice(REASONS), required=True)
@click.option("--good-upto", type=click.IntRange(min=0), help="First record not trusted any more.")
def revoke_verb(home: Path, as_json: bool, mark: str, reason: str, good_upto: int | None) -> None:
    """End the trust in one person on one laptop; what HQ holds already stays trusted."""
    with open_hq(home) as hq, hq.store.writing() as tx:
        row = hq.registrar().revoke(tx, find(tx, mark), reason, good_upto)
    value = {**_facts(row), "good_upto": row.good_upto}
    say(as_json, value, f"revoked: {_line(row)}, trusted below number {row.good_upto}")


PEOPLE_VERBS: tuple[click.Command, ...] = (enrol_verb, approve_verb, revoke_verb)


def _facts(row: StreamRow) -> dict[str, Any]:
    return {
        "fingerprint": fingerprint(row.stream),
        "stream": row.stream.hex(),
        "person": row.person,
        "unit": row.unit,
        "role": row.role.value,
        "device": row.device,
        "state": row.state.value,
    }


def _line(row: StreamRow) -> str:
    return f"{fingerprint(row.stream)}  {row.person}, {row.unit}, {row.role.value}, {row.device!r}"


def _list(rows: list[StreamRow]) -> str:
    return "\n".join(_line(row) for row in rows) or "Nobody waits."
