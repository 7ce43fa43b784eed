"""Verbs about forgotten passphrases: custodians, and what two of them answer a laptop."""

from collections.abc import Sequence
from pathlib import Path

import click

from fieldapp.cli_support import Options, Shell, generate_option, new_passphrase, passphrase
from fieldapp.clock import system_entropy
from fieldapp.errors import FieldError, Remedy
from fieldapp.files import begins_with, check_target, file_errors, read_at_most, write_atomically
from fieldapp.mission.said import FILE_NAME
from fieldapp.vault import custody
from fieldapp.vault.custody import Custodian, CustodianFile, read_custodian
from fieldapp.vault.kdf import choose_cost
from fieldapp.vault.recovery import ANSWER_MARK, MAX_BYTES, Request
from sync.hq import recovery
from sync.hq.app import open_hq
from sync.hq.cli_support import home_option, say
from sync.hq.keys import FOLDER

_FILE = click.Path(path_type=Path, dir_okay=False, exists=True)
_passphrase_files = click.option(
    "--passphrase-file",
    "passphrase_files",
    multiple=True,
    type=_FILE,
    help="File whose first line is a passphrase; once for each custodian, in their order.",
)


class NotCompared(FieldError):
    """The person reads out another fingerprint than that of the request."""

    code = "hq.recovery-compared"
    remedy = Remedy.ASK_HQ
    text = "The fingerprints are not the same. Nothing was opened: ask for a new request."


@click.group("recovery")
def recovery_group() -> None:
    """Forgotten passphrases: two custodians together open a laptop, nobody alone."""


@recovery_group.command("init")
@home_option
@click.option("--custodian", "names", multiple=True, required=True, help="Name; twice or more.")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="Folder for the custodians' files.",
)
@click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="Folder with the root key, where it is kept offline.",
)
@_passphrase_files
@generate_option
@click.pass_obj
def init_verb(
    shell: Shell,
    home: Path,
    as_json: bool,
    names: tuple[str, ...],
    out: Path,
    root: Path | None,
    passphrase_files: tuple[Path, ...],
    generate: bool,
) -> None:
    """Appoint custodians: a recovery key of which each gets a part, and a new mission file."""
    _check_count(passphrase_files, len(names))
    with open_hq(home) as hq:
        people = []
        for at, name in enumerate(names):
            click.echo(f"Passphrase of custodian {name}.", err=True)
            options = Options(home, as_json, passphrase_file=_at(passphrase_files, at))
            secret = new_passphrase(shell, options, generate=generate)
            people.append(Custodian(name, secret))
        profile, paths = recovery.appoint(hq, people, choose_cost(), out, root or home / FOLDER)
    words = (
        "\n".join(f"{name}: {path}" for name, path in zip(names, paths, strict=True))
        + "\nGive each custodian their file and leave no copy here."
        + f"\nEdition {profile.version} of the mission file goes to every laptop: "
        + str(home / FILE_NAME)
    )
    files = [str(path) for path in paths]
    say(as_json, {"files": files, "version": profile.version}, words)


@recovery_group.command("open")
@click.argument("request", type=_FILE)
@click.option("--custodian", "files", multiple=True, type=_FILE, required=True, help="Two files.")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="File for the answer.")
@click.option("--fingerprint", help="As the person reads it out; otherwise it is asked for.")
@click.option(
    "--home",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="HQ folder in which it is recorded; none is needed to open.",
)
@_passphrase_files
@click.option("--json", "as_json", is_flag=True, help="Machine-readable output.")
def open_verb(
    request: Path,
    files: tuple[Path, ...],
    out: Path,
    fingerprint: str | None,
    home: Path | None,
    passphrase_files: tuple[Path, ...],
    as_json: bool,
) -> None:
    """Answer a laptop's REQUEST, with two custodians present; works on a computer without HQ."""
    if len(files) != custody.FEWEST:
        raise click.UsageError("It takes the files of two custodians.")
    _check_count(passphrase_files, len(files))
    asked = Request.read(_read(request))
    one, other = (read_custodian(_read(path)) for path in files)
    recovery.pair_for(asked, one, other)
    _compare(asked, one, fingerprint)
    target = out / recovery.new_name(system_entropy) if out.is_dir() else out
    check_target(target, home or files[0], begins_with(ANSWER_MARK))
    secrets = [_secret(file, _at(passphrase_files, at)) for at, file in enumerate((one, other))]
    answer = recovery.open_request(asked, one, other, (secrets[0], secrets[1]))
    names = [one.name, other.name]
    if home is not None:
        with open_hq(home) as hq:
            recovery.record(hq, asked, names)
    write_atomically(target, answer)
    words = f"The answer is in {target}. With the laptop it opens the store: carry it by hand."
    if home is None:
        words += "\nIt has still to be recorded at HQ: fieldapp-hq recovery record"
    value = {"path": str(target), "by": names, "recorded": home is not None}
    say(as_json, value, words)


@recovery_group.command("record")
@home_option
@click.argument("request", type=_FILE)
@click.option("--custodian", "names", multiple=True, required=True, help="Name; twice.")
def record_verb(home: Path, as_json: bool, request: Path, names: tuple[str, ...]) -> None:
    """Note in HQ's log that a REQUEST was answered on a computer without HQ's folder."""
    if len(names) != custody.FEWEST:
        raise click.UsageError("Two custodians answered.")
    asked = Request.read(_read(request))
    with open_hq(home) as hq:
        recovery.record(hq, asked, names)
    say(as_json, {"by": list(names)}, "Recorded.")


def _compare(asked: Request, file: CustodianFile, spoken: str | None) -> None:
    """Raises `NotCompared` unless the person at the laptop sees the same fingerprint."""
    click.echo(f"Mission: {file.mission}, {file.fingerprint}", err=True)
    click.echo(f"The request's fingerprint: {asked.fingerprint}", err=True)
    if spoken is None:
        question = "Does the person, whose voice you know, read out the same?"
        same = click.confirm(question, err=True)
    else:
        same = "".join(spoken.split()).lower() == "".join(asked.fingerprint.split())
    if not same:
        raise NotCompared()


def _secret(file: CustodianFile, path: Path | None) -> str:
    if path is None:
        click.echo(f"Custodian {file.name}.", err=True)
    return passphrase(Options(Path(), as_json=False, passphrase_file=path))


def _read(path: Path) -> bytes:
    with file_errors():
        return read_at_most(path, MAX_BYTES)


def _check_count(paths: Sequence[Path], wanted: int) -> None:
    if paths and len(paths) != wanted:
        raise click.UsageError("Give --passphrase-file once for each custodian, in their order.")


def _at(paths: Sequence[Path], at: int) -> Path | None:
    return paths[at] if paths else None
