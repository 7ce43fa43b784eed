"""The verbs of ``fieldapp`` in one group. Nothing of them needs Qt."""

import os
from collections.abc import Sequence
from pathlib import Path

import click

from fieldapp.cli import REPORT_VERBS
from fieldapp.cli_packs import PACK_VERBS
from fieldapp.cli_people import PEOPLE_VERBS
from fieldapp.cli_radio import radio
from fieldapp.cli_support import Shell, run
from fieldapp.history.cli import HISTORY_VERBS
from fieldapp.place import HOME_VARIABLE
from sync.field.autostart import turn_on_at_set_up
from sync.field.cli import SYNC_VERBS
from sync.field.recovery_cli import RECOVERY_VERBS
from sync.field.snapshot_cli import snapshot
from ui.demo.command import demo
from ui.desktop import open_window
from ui.form_verbs import form
from ui.sealing import seal_after


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
        open_window()


VERBS = (
    *REPORT_VERBS,
    *PEOPLE_VERBS,
    *SYNC_VERBS,
    *RECOVERY_VERBS,
    *HISTORY_VERBS,
    *PACK_VERBS,
    radio,
    form,
    snapshot,
    demo,
)
for _verb in VERBS:
    group.add_command(_verb)


def run_verbs(arguments: Sequence[str], shell: Shell | None = None) -> int:
    """Runs one verb; the exit status is that of `fieldapp.cli_support.run`."""
    shell = shell or Shell(after=seal_after, ballast=True, autostart=turn_on_at_set_up)
    return run(group, shell, list(arguments))
