"""``fieldapp demo``: the rehearsal with windows, or played by itself where there is no screen."""

import importlib.util
import os
import signal
import sys

import click

from ui.demo.story import play


def has_screen() -> bool:
    """Whether a window could be shown here."""
    if importlib.util.find_spec("PySide6") is None:
        return False
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


@click.command("demo")
@click.option("--headless", is_flag=True, help="Play the story and print it.")
def demo(headless: bool) -> None:
    """HQ, two field laptops and an officer's desktop on this computer, with a link to cut."""
    if headless or not has_screen():
        # Ended from outside, it still ends everything that it started.
        signal.signal(signal.SIGTERM, lambda _number, _frame: sys.exit(1))
        play(lambda line: click.echo(line))
        return
    # Qt is imported only where a window is opened.
    from ui.demo.window import show

    show()
