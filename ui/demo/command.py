"""``fieldapp demo``: the rehearsal with windows, or played by itself where there is no screen."""

import os
import sys

import click

from fieldapp.errors import FieldError, Remedy


class NoDesktop(FieldError):
    """Windows were asked for where Qt is not installed."""

    code = "demo.no-desktop"
    remedy = Remedy.NONE
    text = "The desktop part is not installed here. Use: fieldapp demo --headless"


def has_screen() -> bool:
    """Whether a window could be shown here."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


@click.command("demo")
@click.option("--headless", is_flag=True, help="Play the story and print it.")
def demo(headless: bool) -> None:
    """HQ, two field laptops and an officer's desktop on this computer, with a link to cut."""
    if headless or not has_screen():
        from ui.demo.story import play

        play(lambda line: click.echo(line))
        return
    try:
        from ui.demo.window import show
    except ImportError as error:
        raise NoDesktop() from error
    show()
