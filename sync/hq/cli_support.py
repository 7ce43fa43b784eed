"""What every verb of ``fieldapp-hq`` shares: folder, output, errors, exit status."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from fieldapp.cli_support import ADVICE, EXIT_WORLD
from fieldapp.errors import FieldError, Remedy

HOME_VARIABLE = "FIELDAPP_HQ_HOME"
F = TypeVar("F", bound=Callable[..., Any])


def default_home() -> Path:
    """The HQ folder when nobody names one."""
    return Path(os.environ.get(HOME_VARIABLE) or "hq")


def home_option(verb: F) -> F:
    """Adds ``--home`` and ``--json``."""
    verb = click.option("--json", "as_json", is_flag=True, help="Machine-readable output.")(verb)
    return click.option(
        "--home",
        type=click.Path(path_type=Path, file_okay=False),
        default=default_home,
        help=f"HQ folder (also {HOME_VARIABLE}; default ./hq).",
    )(verb)


def say(as_json: bool, value: Any, words: str) -> None:
    """One result: ``value`` as a line of JSON, or plain words."""
    click.echo(json.dumps(value, ensure_ascii=False) if as_json else words)


def run(group: click.Command, arguments: list[str] | None = None) -> int:
    """Runs the console script; 0 done, 1 an error of the world, 2 wrong usage."""
    try:
        group.main(arguments, prog_name="fieldapp-hq", standalone_mode=False)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.Abort:
        return EXIT_WORLD
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except FieldError as error:
        tell(error)
        return EXIT_WORLD
    except OSError as error:
        # The operating system's words, without the path: it may name people.
        click.echo(f"error os.file: {error.strerror or type(error).__name__}", err=True)
        return EXIT_WORLD
    return 0


def tell(error: FieldError) -> None:
    """Code, what happened and what to do, on standard error."""
    click.echo(f"error {error.code}: {error.message}", err=True)
    remedy = error.remedy
    if remedy not in (Remedy.NONE, Remedy.SET_UP):
        click.echo(ADVICE[remedy], err=True)
