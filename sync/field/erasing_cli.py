"""The verb that erases a laptop."""

from pathlib import Path

import click

from fieldapp.cli_support import Options, home_option, say
from fieldapp.errors import FieldError, Remedy
from sync.field.erasing import erase_laptop

WORDS = "erase this laptop"
"""What has to be typed, letter by letter, before anything is erased."""


class NotConfirmed(FieldError):
    """Something else than the words was typed."""

    code = "wipe.not-confirmed"
    remedy = Remedy.CHECK_INPUT
    text = "These are not the words asked for. Nothing was erased."


@click.command("wipe")
@home_option
def wipe_verb(home: Path, as_json: bool) -> None:
    """Erase everything on this laptop, for good; needs no passphrase.

    Keys go first, then the reports, what waits to be sent, and the mission.
    """
    click.echo("Everything on this laptop will be erased. It cannot be undone.", err=True)
    typed: str = click.prompt(f"Type the words: {WORDS}", err=True)
    if typed.split() != WORDS.split():
        raise NotConfirmed()
    erase_laptop(home)
    say(Options(home, as_json), "Everything on this laptop was erased.", erased=True)
