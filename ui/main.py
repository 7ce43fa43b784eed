"""The console script ``fieldapp``: opens the desktop, or runs a verb without importing Qt."""

import sys
from typing import NoReturn

import click

from fieldapp.cli import REPORT_VERBS
from fieldapp.cli_support import Shell, default_home, run
from fieldapp.errors import FieldError, Remedy
from fieldapp.history.cli import HISTORY_VERBS
from sync.field.cli import SYNC_VERBS
from ui.demo.command import demo
from ui.sealing import seal_after


class NoDesktop(FieldError):
    """The window is not put together yet; every verb works without it."""

    code = "main.no-desktop"
    remedy = Remedy.UPDATE_APP
    text = "This version has no window yet. The verbs do everything; see the help."


@click.group(invoke_without_command=True)
@click.option(
    "--home",
    type=click.Path(file_okay=False),
    default=lambda: str(default_home()),
    help="Installation folder (also FIELDAPP_HOME).",
)
@click.pass_context
def group(context: click.Context, home: str) -> None:
    """Field reports for peacekeeping patrols. Without a verb the desktop opens."""
    if context.invoked_subcommand is None:
        _open_desktop(home)


def verbs_group() -> click.Group:
    """The console script's verbs, all of them."""
    for verb in (*REPORT_VERBS, *SYNC_VERBS, *HISTORY_VERBS, demo):
        group.add_command(verb)
    return group


def _open_desktop(home: str) -> NoReturn:
    raise NoDesktop(detail=home)


def main() -> None:
    """Entry point; see `fieldapp.cli_support.run` for the exit status."""
    sys.exit(run(verbs_group(), Shell(after=seal_after)))


if __name__ == "__main__":
    main()
