"""The verb that has the sender start with the computer, or no longer."""

from pathlib import Path

import click

from fieldapp.cli_support import Options, home_option, say
from sync.field.autostart import autostart_of

ON = "Reports are sent whenever this computer is on, also while nobody has opened the app."
OFF = "Reports are sent only once somebody has opened the app."


@click.command("autostart")
@click.option("--on/--off", "on", default=None, help="Without either it says how things are.")
@home_option
def autostart_verb(on: bool | None, home: Path, as_json: bool) -> None:
    """Send reports whenever this computer is on, or only once the app was opened."""
    entry = autostart_of(home)
    if on is not None:
        entry.turn(on)
    now = entry.is_on()
    say(Options(home, as_json), ON if now else OFF, on=now)
