"""Verbs about packs: forms and code lists that reach laptops without a new installer."""

from pathlib import Path

import click

from fieldapp.files import write_atomically
from fieldapp.mission.packs import PackKind
from sync.hq import packs
from sync.hq.app import open_hq
from sync.hq.cli_support import home_option, say

_FILE = click.Path(path_type=Path, dir_okay=False, exists=True)


@click.group("pack")
def pack() -> None:
    """Forms and code lists for every laptop of the mission."""


@pack.command("publish")
@home_option
@click.argument("files", nargs=-1, required=True, type=_FILE)
@click.option("--kind", type=click.Choice([kind.value for kind in PackKind]), required=True)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="Folder for the signed file, to be carried by stick.",
)
def publish_verb(
    home: Path, as_json: bool, files: tuple[Path, ...], kind: str, out: Path | None
) -> None:
    """Try FILES, sign them as the next edition, and tell every laptop.

    Forms are compiled XForms, each named after its form (incident.xml); code lists are one file.
    """
    if kind == PackKind.CODES and len(files) != 1:
        raise click.UsageError("Code lists are one file.")
    content = {path.name: path.read_bytes() for path in files}
    with open_hq(home) as hq:
        done = packs.publish(hq, PackKind(kind), content)
    tell_published(done, out, as_json=as_json)


def tell_published(done: packs.Published, out: Path | None, *, as_json: bool) -> None:
    """Says what is out, and puts its signed file into ``out``."""
    notice = done.notice
    name = f"{notice.kind}-{notice.version:06d}.pack"
    if out is not None:
        write_atomically(out / name, done.file)
    value = {
        "kind": notice.kind.value,
        "version": notice.version,
        "size": notice.size,
        "file": None if out is None else str(out / name),
    }
    say(
        as_json,
        value,
        f"Version {notice.version} of the {notice.kind} is out: {notice.size:,} bytes.",
    )


@pack.command("list")
@home_option
def list_verb(home: Path, as_json: bool) -> None:
    """What was published."""
    with open_hq(home) as hq, hq.store.reading() as tx:
        found = packs.notices(hq, tx)
    value = [{"kind": one.kind.value, "version": one.version, "size": one.size} for one in found]
    lines = [f"{one.kind} {one.version}: {one.size:,} bytes" for one in found]
    say(as_json, value, "\n".join(lines) or "Nothing was published yet.")
