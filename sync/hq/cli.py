"""``fieldapp-hq``: one HQ folder, its server and its people, from the command line."""

import os
import signal
import sys
from pathlib import Path

import click

from fieldapp.cli_support import run
from fieldapp.clock import SystemClock, system_entropy
from fieldapp.dumps import forbid_dumps
from fieldapp.faults import tell_barely
from fieldapp.mission.profile import LANGUAGES, LONGEST_DAYS, SHORTEST_DAYS, Unit
from fieldapp.mission.said import FILE_NAME
from fieldapp.units import LONGEST_LOCK_MINUTES
from sync.hq import projections
from sync.hq.app import open_hq, serve
from sync.hq.cli_data import DATA_VERBS
from sync.hq.cli_forms import form
from sync.hq.cli_packs import pack
from sync.hq.cli_people import PEOPLE_VERBS
from sync.hq.cli_recovery import recovery_group
from sync.hq.cli_relay import relay
from sync.hq.cli_support import default_home, home_option, say
from sync.hq.heads import write_heads_daily
from sync.hq.keys import FOLDER, ROOT_KEY
from sync.hq.setup import NewMission, begin


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def hq() -> None:
    """The HQ side of field reporting: takes reports in, keeps them, answers with receipts."""


@hq.command("init")
@click.argument("directory", type=click.Path(path_type=Path, file_okay=False), default=default_home)
@click.option("--mission", required=True, help="Short code, such as UNMIZ.")
@click.option("--name", required=True, help="The mission's name.")
@click.option(
    "--host", "hosts", multiple=True, default=("127.0.0.1",), help="Address; may be repeated."
)
@click.option("--port", type=click.IntRange(1, 65535), default=8443)
@click.option("--unit", "units", multiple=True, required=True, help='CODE:"Name":"Sector"')
@click.option("--offset", type=click.IntRange(-720, 840), default=0, help="Minutes from UTC.")
@click.option("--base-square", default="", help="100 km square for short grids, such as 32QQF.")
@click.option(
    "--language",
    "languages",
    multiple=True,
    default=LANGUAGES,
    help="Code such as fr; may be repeated, the first is the default.",
)
@click.option(
    "--keep-days",
    type=click.IntRange(SHORTEST_DAYS, LONGEST_DAYS),
    default=SHORTEST_DAYS,
    help="Days that text stays on a field laptop after HQ has it.",
)
@click.option(
    "--lock-minutes",
    type=click.IntRange(1, LONGEST_LOCK_MINUTES),
    default=LONGEST_LOCK_MINUTES,
    help="The longest a laptop stays open untouched; each may choose less.",
)
@click.option("--usb/--no-usb", "usb_allowed", default=True)
@click.option("--relay", default="", help="HOST:PORT that laptops call instead of HQ.")
@click.option("--json", "as_json", is_flag=True, help="Machine-readable output.")
def init_verb(
    directory: Path, as_json: bool, mission: str, units: tuple[str, ...], **facts: object
) -> None:
    """Begin an HQ in DIRECTORY: keys, certificates, mission file and an empty log."""
    hosts, languages = facts.pop("hosts"), facts.pop("languages")
    assert isinstance(hosts, tuple)
    assert isinstance(languages, tuple)
    new = NewMission(
        code=mission,
        name=str(facts["name"]),
        hosts=hosts,
        port=int(str(facts["port"])),
        units=tuple(_unit(text) for text in units),
        offset_minutes=int(str(facts["offset"])),
        base_square=str(facts["base_square"]),
        languages=languages,
        keep_days=int(str(facts["keep_days"])),
        usb_allowed=bool(facts["usb_allowed"]),
        lock_minutes=int(str(facts["lock_minutes"])),
        relay=str(facts["relay"]),
    )
    profile = begin(directory, new, SystemClock(), system_entropy)
    path = directory / FILE_NAME
    words = (
        f"HQ of {profile.mission} is ready.\n"
        f"Mission file for laptops: {path}\n"
        f"Its fingerprint, to be read aloud: {profile.fingerprint}\n"
        f"Move {directory / FOLDER / ROOT_KEY} to a medium that is kept offline."
    )
    facts_out = {
        "profile": str(path),
        "fingerprint": profile.fingerprint,
        "server": profile.server,
    }
    say(as_json, facts_out, words)


@hq.command("serve")
@home_option
@click.option("--host", help="Address to listen on.")
@click.option("--port", type=click.IntRange(1, 65535), help="By default the mission file's.")
@click.option("--store", "store", default="sqlite", help="Only sqlite, the embedded store.")
def serve_verb(home: Path, as_json: bool, host: str | None, port: int | None, store: str) -> None:
    """Answer laptops until stopped; prints one line when ready."""
    if store != "sqlite":
        raise click.BadParameter("only sqlite is known", param_hint="--store")
    # The server finishes its calls first; then nothing is left for the signal to end.
    signal.signal(signal.SIGTERM, lambda *_: None)
    signal.signal(signal.SIGINT, lambda *_: None)
    with open_hq(home) as opened:
        serve(
            opened,
            host,
            port,
            lambda name, at: say(as_json, {"ready": name, "port": at}, f"ready: {name}"),
            lambda stop: write_heads_daily(opened, stop),
        )


@hq.command("status")
@home_option
def status_verb(home: Path, as_json: bool) -> None:
    """Say what HQ holds: people, events, photos."""
    with open_hq(home) as opened, opened.store.reading() as tx:
        found = {
            "mission": opened.profile.mission,
            "server": opened.profile.desk,
            "epoch": tx.epoch,
            "position": tx.events.last(),
            **projections.counts(tx),
        }
    say(
        as_json,
        found,
        "\n".join(f"{name.replace('_', ' ')}: {value}" for name, value in found.items()),
    )


for _verb in (*PEOPLE_VERBS, *DATA_VERBS, form, pack, recovery_group, relay):
    hq.add_command(_verb)


def main() -> None:
    """The console script."""
    os.umask(0o077)
    forbid_dumps()
    sys.excepthook = tell_barely
    sys.exit(run(hq, program="fieldapp-hq"))


def _unit(text: str) -> Unit:
    parts = [part.strip().strip('"') for part in text.split(":")]
    if len(parts) != 3 or not all(parts):
        raise click.BadParameter(f"{text!r} is not CODE:Name:Sector", param_hint="--unit")
    return Unit(parts[0], parts[1], parts[2])


if __name__ == "__main__":
    main()
