"""Verbs about who gets in on this laptop: list, passphrase, remove, and another key."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from fieldapp import colleagues
from fieldapp.cli_support import (
    Options,
    Shell,
    choose_slot,
    generate_option,
    home_option,
    new_passphrase,
    one_line,
    passphrase,
    person_options,
    say,
)
from fieldapp.people import open_desk
from fieldapp.vault.errors import WrongPassphrase
from fieldapp.vault.kdf import choose_cost
from fieldapp.vault.slots import Vault


@click.group("people")
def people() -> None:
    """Who works on this laptop."""


@people.command("list")
@home_option
@click.pass_obj
def list_verb(shell: Shell, /, **rest: Any) -> None:
    """Names on the lock screen; needs no passphrase."""
    options = Options(**rest)
    names = [slot.label for slot in Vault(options.home, shell.entropy).slots()]
    say(options, "\n".join(one_line(name) for name in names), people=names)


@people.command("passphrase")
@click.option("--may-be-known", is_flag=True, help="Also give the store another key.")
@click.option(
    "--new-passphrase-file",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="File whose first line is the new passphrase.",
)
@generate_option
@person_options
@click.pass_obj
def passphrase_verb(
    shell: Shell,
    /,
    may_be_known: bool,
    new_passphrase_file: Path | None,
    generate: bool,
    **rest: Any,
) -> None:
    """Another passphrase for yourself; the new one is asked for after the old."""
    options = Options(**rest)
    vault = Vault(options.home, shell.entropy)
    slot = choose_slot(vault, options.person)
    old = passphrase(options)
    desk = open_desk(
        options.home,
        vault.unlock(slot.id, old),
        clock=shell.clock,
        entropy=shell.entropy,
    )
    with desk.store:
        asked = replace(options, passphrase_file=new_passphrase_file, passphrase_fd=None)
        new = new_passphrase(shell, asked, generate=generate)
        colleagues.change_passphrase(desk, old, new, choose_cost(), renew=may_be_known)
        say(options, "The new passphrase is in use from now on.", renewed=may_be_known)


@people.command("remove")
@click.argument("name")
@click.option("--drafts-too", is_flag=True, help="Delete their drafts, which nobody can read.")
@person_options
@click.pass_obj
def remove_verb(shell: Shell, /, name: str, drafts_too: bool, **rest: Any) -> None:
    """Take a colleague off this laptop; what they filed stays and is sent."""
    options = Options(**rest)
    vault = Vault(options.home, shell.entropy)
    gone = choose_slot(vault, name)
    secret = passphrase(options)
    if not secret:
        raise WrongPassphrase()
    keys = vault.unlock(choose_slot(vault, options.person).id, secret)
    desk = open_desk(options.home, keys, clock=shell.clock, entropy=shell.entropy)
    with desk.store:
        left = colleagues.drafts_of(desk, gone.id)
        if left and not drafts_too:
            click.echo(f"{left} drafts of {one_line(gone.label)} are on this laptop.", err=True)
        colleagues.remove_colleague(desk, gone.id, secret, drafts_too=drafts_too)
        words = f"{one_line(gone.label)} is off this laptop. Tell HQ, which withdraws their key."
        say(options, words, removed=gone.label, drafts_deleted=left)


PEOPLE_VERBS: tuple[click.Command, ...] = (people,)
