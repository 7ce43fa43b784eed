"""Verbs for a forgotten passphrase: ask HQ's two custodians, and go on with their answer."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from fieldapp import recovery
from fieldapp.cli_support import (
    Options,
    Shell,
    choose_slot,
    generate_option,
    home_option,
    new_passphrase,
    person_options,
    say,
)
from fieldapp.files import file_errors, read_at_most
from fieldapp.mission.installation import install_mission, mission_of
from fieldapp.mission.profile import MAX_BYTES
from fieldapp.vault.kdf import choose_cost
from fieldapp.vault.recovery import MAX_BYTES as ANSWER_BYTES
from fieldapp.vault.slots import Vault
from sync.field import enrol
from sync.field.spool import Spool


@click.group("recovery")
def recovery_group() -> None:
    """A forgotten passphrase; nothing that was filed is lost."""


@recovery_group.command("request")
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--person", help="Name as on the lock screen.")
@home_option
@click.pass_obj
def request_verb(shell: Shell, /, out: Path, person: str | None, home: Path, as_json: bool) -> None:
    """Write a request for HQ to OUT, a file or a folder; needs no passphrase."""
    slot = choose_slot(Vault(home, shell.entropy), person)
    path, request = recovery.ask(home, slot.id, out, shell.entropy)
    words = (
        f"The request is in {path.name}. Send or carry it to HQ.\n"
        f"Read this out to HQ: {request.fingerprint}\n"
        "Ask for a new one-time code as well: you will sign with a new key."
    )
    value = {"path": str(path), "fingerprint": request.fingerprint}
    say(Options(home, as_json), words, **value)


@recovery_group.command("finish")
@click.argument("answer", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--code", required=True, help="New one-time code from HQ.")
@generate_option
@person_options
@click.pass_obj
def finish_verb(shell: Shell, /, answer: Path, code: str, generate: bool, **rest: Any) -> None:
    """Take HQ's ANSWER and choose a new passphrase; drafts and reports stay."""
    options = Options(**rest)
    good = enrol.normal_code(code)
    with file_errors():
        raw = read_at_most(answer, ANSWER_BYTES)
    slot = recovery.person_of(options.home, raw)
    secret = new_passphrase(shell, replace(options, person=slot.label), generate=generate)
    desk = recovery.finish(
        options.home,
        slot,
        raw,
        secret,
        choose_cost(),
        clock=shell.clock,
        entropy=shell.entropy,
    )
    with desk.store:
        shell.after(desk, enrol.ask_to_be_let_in(desk, good, Spool(desk.home)))
        words = f"{slot.label} is in again. Destroy the answer file; HQ has to let you in anew."
        say(options, words, person=slot.label)


@click.command("mission")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@home_option
def mission_verb(file: Path, home: Path, as_json: bool) -> None:
    """Take a newer edition of the mission FILE from HQ; used from the next unlocking on."""
    with file_errors():
        raw = read_at_most(file, MAX_BYTES)
    mission_of(home)
    profile = install_mission(home, raw)
    words = f"Edition {profile.version} of {profile.mission} is here."
    say(Options(home, as_json), words, mission=profile.mission, version=profile.version)


RECOVERY_VERBS: tuple[click.Command, ...] = (recovery_group, mission_verb)
