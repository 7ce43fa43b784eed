"""The console script ``fieldapp``: opens the desktop, or runs a verb without importing Qt."""

import importlib.util
import os
import sys
from pathlib import Path

import click

from fieldapp.cli import REPORT_VERBS
from fieldapp.cli_support import HOME_VARIABLE, Shell, default_home, run
from fieldapp.errors import FieldError, Remedy
from fieldapp.history.cli import HISTORY_VERBS
from sync.field.cli import SYNC_VERBS
from ui.demo.command import demo
from ui.sealing import seal_after


class NoDesktop(FieldError):
    """Qt is not installed here; every verb works without it."""

    code = "main.no-desktop"
    remedy = Remedy.NONE
    text = (
        "The window needs a part that is not installed here. Install it with "
        "pip install 'fieldapp[desktop]', or use the verbs; see the help."
    )


@click.group(invoke_without_command=True)
@click.option(
    "--home",
    type=click.Path(path_type=Path, file_okay=False),
    default=None,
    help=f"Installation folder (also {HOME_VARIABLE}).",
)
@click.pass_context
def group(context: click.Context, home: Path | None) -> None:
    """Field reports for peacekeeping patrols. Without a verb the desktop opens."""
    if home is not None:
        # Verbs take it as their default, and the sender's process inherits it.
        os.environ[HOME_VARIABLE] = str(home)
    if context.invoked_subcommand is None:
        context.exit(_desktop(default_home()))


def verbs_group() -> click.Group:
    """The console script's verbs, all of them."""
    for verb in (*REPORT_VERBS, *SYNC_VERBS, *HISTORY_VERBS, demo):
        group.add_command(verb)
    return group


def desktop_installed() -> bool:
    """Whether Qt is here; looks without importing it."""
    return importlib.util.find_spec("PySide6") is not None


def _desktop(home: Path) -> int:
    if not desktop_installed():
        raise NoDesktop()
    from ui.app import open_desktop

    return open_desktop(home)


def main() -> None:
    """Entry point; see `fieldapp.cli_support.run` for the exit status."""
    sys.exit(run(verbs_group(), Shell(after=seal_after)))


if __name__ == "__main__":
    main()
