"""What every verb on the command line shares: folder, person, passphrase, output, exit status."""

import contextlib
import errno
import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import click

from fieldapp.changes import Changes
from fieldapp.clock import Clock, Entropy, SystemClock, system_entropy
from fieldapp.errors import FieldError, Remedy
from fieldapp.files import trouble_of
from fieldapp.people import Desk, open_desk
from fieldapp.place import HOME_VARIABLE, default_home
from fieldapp.store import clock_check
from fieldapp.vault import passphrases
from fieldapp.vault.errors import WrongPassphrase
from fieldapp.vault.file import Slot
from fieldapp.vault.slots import PersonKeys, Vault

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


class NoPassphrase(FieldError):
    """The file or descriptor that was named gives no passphrase."""

    code = "cli.passphrase"
    remedy = Remedy.CHECK_INPUT
    text = "The passphrase cannot be read. It has to be the first line of a text in UTF-8."


class NoTerminal(FieldError):
    """A made passphrase can be shown nowhere but in a file that somebody may find."""

    code = "cli.no-terminal"
    remedy = Remedy.CHECK_INPUT
    text = "A passphrase is made only where a person reads the screen. Nothing was changed."


class NotText(FieldError):
    """Something on the command line is not text in UTF-8."""

    code = "cli.not-text"
    remedy = Remedy.CHECK_INPUT
    text = "Something on the command line is not text in UTF-8. Nothing was changed."


class OutputLost(FieldError):
    """Standard output did not take a verb's answer."""

    code = "cli.output"
    text = "The command has run, but its answer could not be written out."
    advice = "Have it written to another place; look at what is there before doing it again."


class Stopped(FieldError):
    """The person stopped a verb at a question."""

    code = "cli.stopped"
    text = "Stopped. Nothing was changed."


@dataclass
class Shell:
    """What the console script hands to every verb.

    Args:
        after: called with the desk and what a command changed, after its commit.
        clock: this computer's clock.
        entropy: source of randomness.
        ballast: whether a laptop that is set up keeps room for the day when its disk is full.
        autostart: has the sender of a folder start with the computer; whether it does now.
        show: shows a secret to whoever sits at the terminal; raises `NoTerminal`.
    """

    after: Callable[[Desk, Changes], None] = field(default=lambda desk, changes: None)
    clock: Clock = field(default_factory=SystemClock)
    entropy: Entropy = system_entropy
    ballast: bool = False
    autostart: Callable[[Path], bool] = field(default=lambda home: False)
    show: Callable[[str], None] = field(default=lambda words: show_on_terminal(words))


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
    """From the file, the descriptor or a prompt; never from an argument or the environment.

    Raises:
        NoPassphrase: the file or descriptor cannot be read, or holds no text.
    """
    try:
        if options.passphrase_file is not None:
            with options.passphrase_file.open("rb") as source:
                return _first_line(source.read(_PASSPHRASE_BYTES))
        if options.passphrase_fd is not None:
            return _first_line(os.read(options.passphrase_fd, _PASSPHRASE_BYTES))
    except (OSError, UnicodeError, OverflowError) as error:
        raise NoPassphrase(detail=type(error).__name__) from error
    typed: str = click.prompt("Passphrase", hide_input=True, confirmation_prompt=confirm, err=True)
    return typed


def generate_option(verb: F) -> F:
    """Adds ``--generate`` to a verb that makes a passphrase."""
    return click.option(
        "--generate", is_flag=True, help="Have a passphrase made, shown once, typed once."
    )(verb)


def new_passphrase(shell: Shell, options: Options, *, generate: bool) -> str:
    """A passphrase for a slot: typed twice, from a file or descriptor, or made and typed once.

    Raises:
        NoPassphrase: as `passphrase`.
        NoTerminal: there is nobody to show a made one to.
    """
    if not generate:
        return passphrase(options, confirm=True)
    made = passphrases.generate(shell.entropy)
    shell.show(f"Write this down, and keep the paper away from this laptop:\n\n  {made}\n")

    def typed(words: str) -> str:
        if words.strip() != made:
            raise click.UsageError("That is not what stands above.")
        return made

    again: str = click.prompt("Type it", hide_input=True, err=True, value_proc=typed)
    return again


def show_on_terminal(words: str) -> None:
    """Writes to standard error if it is a terminal, where no file keeps it; raises `NoTerminal`."""
    if not sys.stderr.isatty():
        raise NoTerminal()
    click.echo(words, err=True)


def choose_slot(vault: Vault, person: str | None) -> Slot:
    """Whose slot to open; raises `NoSuchPerson`, `NoVault`."""
    slots = vault.slots()
    if person is None and len(slots) == 1:
        return slots[0]
    for slot in slots:
        if person is not None and slot.label.casefold() == person.casefold():
            return slot
    raise NoSuchPerson()


def keys_of(shell: Shell, options: Options) -> PersonKeys:
    """The person's keys, with the store left alone; raises `WrongPassphrase`."""
    vault = Vault(options.home, shell.entropy)
    slot = choose_slot(vault, options.person)
    words = passphrase(options)
    if not words:
        raise WrongPassphrase()
    return vault.unlock(slot.id, words)


def unlocked(shell: Shell, options: Options, *, mind_clock: bool = True) -> Desk:
    """The person's desk; raises `WrongPassphrase` and whatever opening the store raises.

    Records that are missing are told on standard error, and with ``mind_clock`` a clock that was
    set back; neither stops anything.
    """
    keys = keys_of(shell, options)
    desk = open_desk(options.home, keys, clock=shell.clock, entropy=shell.entropy)
    if desk.notice is not None:
        note(desk.notice)
    back = clock_check.suspicion(desk.store) if mind_clock else None
    if back is not None:
        note(back)
    return desk


def say(options: Options, plain: str, **values: Any) -> None:
    """Prints the result, as a sentence or as one JSON object."""
    if options.as_json:
        plain = json.dumps(values, ensure_ascii=False, default=_plain)
    print_out(plain)


def one_line(text: str) -> str:
    """Somebody's words as one line for a terminal: no control character or line break gets out."""
    return "".join(c if c.isprintable() else " " for c in text)


def run(
    group: click.Command,
    shell: Shell | None = None,
    arguments: Sequence[str] | None = None,
    program: str | None = None,
) -> int:
    """Runs the verbs of a console script; 0 done, 1 the world failed, 2 wrong usage.

    Args:
        group: the verbs.
        shell: handed to each of them.
        arguments: the command line; that of this process when left out.
        program: the script's name in its help.
    """
    words = sys.argv[1:] if arguments is None else list(arguments)
    trouble: FieldError
    try:
        _check_text(words)
        ended = group.main(words, prog_name=program, obj=shell, standalone_mode=False)
    except FieldError as error:
        trouble = error
    except click.Abort:
        trouble = Stopped()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except OSError as error:
        trouble = trouble_of(error)
    else:
        return ended if isinstance(ended, int) else 0
    report_error(trouble, as_json="--json" in words)
    return EXIT_WORLD


def report_error(error: FieldError, *, as_json: bool) -> None:
    """Code, sentence and remedy on standard error, as lines or as one JSON object."""
    _tell("error", error, as_json=as_json)


def note(error: FieldError) -> None:
    """The same from inside a verb for something that stopped nothing."""
    context = click.get_current_context(silent=True)
    _tell("note", error, as_json=context is not None and bool(context.params.get("as_json")))


def print_out(words: str) -> None:
    """Writes a verb's answer to standard output; raises `OutputLost`."""
    try:
        click.echo(words)
    except (OSError, UnicodeError) as error:
        if isinstance(error, OSError) and error.errno == errno.EPIPE:
            raise  # Whoever read it had enough; click ends quietly.
        _give_up_output()
        raise OutputLost(detail=type(error).__name__) from error


def _tell(what: str, error: FieldError, *, as_json: bool) -> None:
    advice = error.advice or ADVICE[error.remedy]
    lines = [f"{what} {error.code}: {error.message}", *([f"  {advice}"] if advice else [])]
    if as_json:
        value = {what: error.code, "message": error.message, "remedy": advice}
        lines = [json.dumps(value, ensure_ascii=False)]
    # Where standard error takes nothing either, the exit status still says it.
    with contextlib.suppress(OSError):
        click.echo("\n".join(lines), err=True)


def _check_text(words: Sequence[str]) -> None:
    try:
        "".join(words).encode()
    except UnicodeEncodeError as error:
        raise NotText() from error


def _give_up_output() -> None:
    """Keeps Python from failing once more, at its end, over what is left in the buffer."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _first_line(raw: bytes) -> str:
    return raw.decode("utf-8").split("\n", 1)[0].rstrip("\r")


def _plain(value: object) -> str:
    return value.hex() if isinstance(value, bytes) else str(value)
