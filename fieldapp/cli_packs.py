"""Verbs about the forms and code lists of a laptop; they need no passphrase."""

from pathlib import Path

import click

from fieldapp.cli_support import Options, Shell, home_option, say
from fieldapp.files import file_errors
from fieldapp.forms.catalog import install_pack, installed_packs
from fieldapp.mission.installation import mission_of
from fieldapp.mission.packs import PackKind


@click.group("pack")
def pack() -> None:
    """Forms and code lists that HQ published."""


@pack.command("import")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@home_option
@click.pass_obj
def import_verb(_shell: Shell, /, file: Path, home: Path, as_json: bool) -> None:
    """Take in a signed FILE that HQ made; it is tried before it is used."""
    admin = mission_of(home).admin
    with file_errors():
        raw = file.read_bytes()
    done = install_pack(home, raw, admin)
    words = f"Version {done.version} of the {done.kind} is used from the next unlocking on."
    say(Options(home, as_json), words, kind=done.kind.value, version=done.version)


@pack.command("list")
@home_option
@click.pass_obj
def list_verb(_shell: Shell, /, home: Path, as_json: bool) -> None:
    """What is installed."""
    found = installed_packs(home, mission_of(home).admin)
    versions = {kind.value: found.version(kind) for kind in PackKind}
    lines = [f"{kind}: {version or 'as delivered'}" for kind, version in versions.items()]
    lines += [f"{name}: damaged, left out" for name in found.unfit]
    say(Options(home, as_json), "\n".join(lines), **versions, unfit=list(found.unfit))


PACK_VERBS: tuple[click.Command, ...] = (pack,)
