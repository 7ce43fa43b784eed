"""What every verb on the command line shares: folder, person, passphrase, output, exit status."""

import json
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import click

from fieldapp.changes import Changes
from fieldapp.clock import Clock, Entropy, SystemClock, system_entropy
from fieldapp.errors import FieldError, Remedy
from fieldapp.people import Desk, open_desk
from fieldapp.place import HOME_VARIABLE, default_home
from fieldapp.store import clock_check
from fieldapp.vault.errors import WrongPassphrase
from fieldapp.vault.file import Slot
from fieldapp.vault.slots import Vault

EXIT_WORLD = 1
_PASSPHRASE_BYTES = 4096
F = TypeVar("F", bound=Callable[..., Any])

ADVICE = {
    Remedy.NONE: "",
    Remedy.TRY_AGAIN: "Try again.",
    Remedy.CHECK_INPUT: "Check what was typed and try again.",
    Remedy.CHECK_PASSPHRASE: "Check the passphrase and the name, then try again.",
    Remedy.FREE_SPACE: "Free some space on the disk, then try again.",
    Remedy.RESTORE_COPY: "Keep the folder as it is and restore it from a copy.",
    Remedy.UPDATE_APP: "Install the newest version of the app.",
    Remedy.ASK_HQ: "Tell HQ and read this code out.",
    Remedy.CHECK_CLOCK: "Check the date and time of this computer.",
    Remedy.CHOOSE_OTHER_FILE: "Choose another file.",
    Remedy.WAIT_FOR_LINK: "Nothing to do: it goes on by itself when the link is back.",
    Remedy.SET_UP: "Set this laptop up with: fieldapp enrol",
    Remedy.REOPEN: "Close the app and open it again.",
}
"""One plain sentence for each remedy."""


class NoSuchPerson(FieldError):
    """The name is on no slot, or several people share the laptop and none was named."""

    code = "cli.person"
    remedy = Remedy.CHECK_INPUT
    text = "Several people use this laptop, or this name is not one of them. Use --person NAME."


@dataclass
class Shell:
    """What the console script hands to every verb.

    Args:
        after: called with the desk and what a command changed, after its commit.
        clock: this computer's clock.
        entropy: source of randomness.
    """

    after: Callable[[Desk, Changes], None] = field(default=lambda desk, changes: None)
    clock: Clock = field(default_factory=SystemClock)
    entropy: Entropy = system_entropy


@dataclass(frozen=True)
class Options:
    """The options that every verb takes."""

    home: Path
    as_json: bool
    person: str | None = None
    passphrase_file: Path | None = None
    passphrase_fd: int | None = None


def home_option(verb: F) -> F:
    """Adds ``--home`` and ``--json``."""
    verb = click.option("--json", "as_json", is_flag=True, help="Machine-readable output.")(verb)
    return click.option(
        "--home",
        type=click.Path(path_type=Path, file_okay=False),
        default=default_home,
        help=f"Installation folder (also {HOME_VARIABLE}).",
    )(verb)


def person_options(verb: F) -> F:
    """Adds ``--home``, ``--json``, ``--person`` and the ways to give a passphrase."""
    verb = click.option("--person", help="Name as on the lock screen.")(verb)
    verb = click.option(
        "--passphrase-file",
        type=click.Path(path_type=Path, dir_okay=False, exists=True),
        help="File whose first line is the passphrase.",
    )(verb)
    verb = click.option("--passphrase-fd", type=int, help="Open file descriptor to read it from.")(
        verb
    )
    return home_option(verb)


def passphrase(options: Options, *, confirm: bool = False) -> str:
    """From the file, the descriptor or a prompt; never from an argument or the environment."""
    if options.passphrase_file is not None:
        with options.passphrase_file.open("rb") as source:
            return _first_line(source.read(_PASSPHRASE_BYTES))
    if options.passphrase_fd is not None:
        return _first_line(os.read(options.passphrase_fd, _PASSPHRASE_BYTES))
    typed: str = click.prompt("Passphrase", hide_input=True, confirmation_prompt=confirm, err=True)
    return typed


def choose_slot(vault: Vault, person: str | None) -> Slot:
    """Whose slot to open; raises `NoSuchPerson`, `NoVault`."""
    slots = vault.slots()
    if person is None and len(slots) == 1:
        return slots[0]
    for slot in slots:
        if person is not None and slot.label.casefold() == person.casefold():
            return slot
    raise NoSuchPerson()


def unlocked(shell: Shell, options: Options, *, mind_clock: bool = True) -> Desk:
    """The person's desk; raises `WrongPassphrase` and whatever opening the store raises.

    With ``mind_clock`` a clock that was set back is told on standard error; it stops nothing.
    """
    vault = Vault(options.home, shell.entropy)
    slot = choose_slot(vault, options.person)
    words = passphrase(options)
    if not words:
        raise WrongPassphrase()
    keys = vault.unlock(slot.id, words)
    desk = open_desk(options.home, keys, clock=shell.clock, entropy=shell.entropy)
    back = clock_check.suspicion(desk.store) if mind_clock else None
    if back is not None:
        tell("note", back)
    return desk


def say(options: Options, plain: str, **values: Any) -> None:
    """Prints the result, as a sentence or as one JSON object."""
    if options.as_json:
        click.echo(json.dumps(values, ensure_ascii=False, default=_plain))
    else:
        click.echo(plain)


def one_line(text: str) -> str:
    """Somebody's words as one line for a terminal: no control character or line break gets out."""
    return "".join(c if c.isprintable() else " " for c in text)


def run(group: click.Group, shell: Shell, arguments: list[str] | None = None) -> int:
    """Runs the verbs; the exit status is 0 done, 1 the world failed, 2 wrong usage."""
    try:
        group.main(args=arguments, obj=shell, standalone_mode=False)
    except FieldError as error:
        report_error(error)
        return EXIT_WORLD
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        click.echo("Stopped. Nothing was changed.", err=True)
        return EXIT_WORLD
    except click.exceptions.Exit as ended:
        return ended.exit_code
    return 0


def report_error(error: FieldError) -> None:
    """Code, sentence and remedy on standard error."""
    tell("error", error)


def tell(what: str, error: FieldError) -> None:
    """The same for something that stopped nothing: ``what`` is ``note`` then."""
    advice = error.advice or ADVICE[error.remedy]
    click.echo(f"{what} {error.code}: {error.message}", err=True)
    if advice:
        click.echo(f"  {advice}", err=True)


def _first_line(raw: bytes) -> str:
    return raw.decode("utf-8").split("\n", 1)[0].rstrip("\r")


def _plain(value: object) -> str:
    return value.hex() if isinstance(value, bytes) else str(value)
