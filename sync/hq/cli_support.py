"""What every verb of ``fieldapp-hq`` shares beyond `fieldapp.cli_support`: folder and output."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from fieldapp.cli_support import print_out

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
    print_out(json.dumps(value, ensure_ascii=False) if as_json else words)
