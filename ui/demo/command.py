"""``fieldapp demo``: the rehearsal, played by itself and printed."""

import click


@click.command("demo")
@click.option("--headless", is_flag=True, help="Without a screen; so far there is no other way.")
def demo(headless: bool) -> None:
    """HQ, two field laptops and an officer's desktop on this computer, with a link to cut."""
    from ui.demo.story import play

    play(lambda line: click.echo(line))
