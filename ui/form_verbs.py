"""``fieldapp form``: for those who write forms. Qt is imported only where a window is opened."""

from pathlib import Path

import click

from fieldapp.cli_support import Shell
from fieldapp.files import file_errors
from fieldapp.forms.catalog import addressed
from fieldapp.forms.definition import load_form
from ui.desktop import NoDesktop, desktop_installed

_FILE = click.Path(path_type=Path, dir_okay=False, exists=True)


@click.group("form")
def form() -> None:
    """Forms, for those who write them."""


@form.command("preview")
@click.argument("file", type=_FILE)
@click.option("--with", "beside", type=_FILE, multiple=True, help="A list that the form reads.")
@click.option("--language", default="en", help="Code of a language of the form.")
@click.pass_obj
def preview_verb(shell: Shell, /, file: Path, beside: tuple[Path, ...], language: str) -> None:
    """Show the compiled form in FILE as patrols will fill it; nothing is kept.

    A table is compiled by ``fieldapp-hq form check TABLE --compiled FILE``.
    """
    with file_errors():
        files = {path.name: path.read_bytes() for path in beside}
        made = load_form(file.read_bytes(), files=addressed(files))
    if not desktop_installed():
        raise NoDesktop()
    from fieldapp.clock import system_entropy
    from ui.preview import show

    show(made, language, shell.clock, system_entropy)
