"""The verb that looks what is wrong with a laptop; needs no passphrase."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import click

from fieldapp.cli_support import Options, Shell, home_option, say
from fieldapp.errors import FieldError
from fieldapp.files import trouble_of
from fieldapp.forms.catalog import installed_packs
from fieldapp.mission import installation
from fieldapp.mission.packs import PackKind
from fieldapp.store import ballast
from fieldapp.units import MIB
from fieldapp.vault.slots import Vault
from sync.errors import BadCertificate
from sync.field.autostart import autostart_of
from sync.field.autostart_cli import OFF, ON
from sync.field.status import read_status
from sync.http import HqLink

_FINE = "ok: "


class NotAllWell(FieldError):
    """The doctor found something that is not as it should be, or that nobody knows yet."""

    code = "doctor.findings"
    text = "Not everything is in order."
    advice = "Look at the findings that do not begin with ok."


@click.command("doctor")
@home_option
@click.pass_obj
def doctor(shell: Shell, /, home: Path, as_json: bool) -> None:
    """Look at mission file, keys, disk, clock and link; needs no passphrase."""
    findings = {name: _finding(look) for name, look in _looks(home, shell).items()}
    lines = [f"{name:10} {words}" for name, words in findings.items()]
    say(Options(home, as_json), "\n".join(lines), findings=findings)
    if not all(words.startswith(_FINE) for words in findings.values()):
        raise NotAllWell()


def _looks(home: Path, shell: Shell) -> dict[str, Callable[[], str]]:
    return {
        "mission": lambda: _mission(home),
        "keys": lambda: f"ok: {len(Vault(home, shell.entropy).slots())} people",
        "packs": lambda: _packs(home),
        "disk": lambda: _disk(home),
        "reserve": lambda: _reserve(home),
        "clock": lambda: _clock(home),
        "link": lambda: _link(home),
        "start": lambda: _start(home),
    }


def _mission(home: Path) -> str:
    profile = installation.mission_of(home)
    return f"ok: {profile.mission}, fingerprint {profile.fingerprint}"


def _packs(home: Path) -> str:
    found = installed_packs(home, installation.mission_of(home).admin)
    if found.unfit:
        return f"damaged: {', '.join(found.unfit)}; they are left out and fetched again"
    mine = [f"{kind} {found.version(kind) or 'as delivered'}" for kind in PackKind]
    return f"ok: {', '.join(mine)}"


def _disk(home: Path) -> str:
    free = shutil.disk_usage(home if home.exists() else os.getcwd()).free
    return f"{'ok' if free >= ballast.PHOTO_BYTES else 'low'}: {free // MIB} MB free"


def _reserve(home: Path) -> str:
    if ballast.was_used(home):
        return "low: the room kept for a full disk is being used; free some space"
    kept = ballast.ballast_bytes(home)
    if not kept:
        return "ok: no room is kept yet for a full disk; opening the app makes it"
    return f"ok: {max(1, kept // MIB)} MB kept for a full disk"


def _clock(home: Path) -> str:
    status = read_status(home)
    off = None if status is None else status.clock_off
    if off is None:
        return "unknown: HQ has not been reached yet"
    return f"{'ok' if abs(off) < 120_000 else 'off'}: {off // 1000} s from HQ's clock"


def _link(home: Path) -> str:
    profile = installation.mission_of(home)
    link = HqLink(profile.server, profile.ca, patience=10.0)
    try:
        return f"ok: HQ answers {link.get('/v1/health').status}{_way(link)}"
    except FieldError as error:
        words = f"{error.code}: {error.message}{_way(link)}"
        issuer = link.issuer() if isinstance(error, BadCertificate) else ""
        return f"{words}; the certificate shown was issued by {issuer}" if issuer else words
    finally:
        link.close()


def _way(link: HqLink) -> str:
    """Which way was taken, where this computer has a proxy."""
    if link.proxy is None:
        return ""
    if link.silent:
        return f"; without the proxy {link.proxy.name}, which does not answer"
    return f"; through the proxy {link.proxy.name}"


def _start(home: Path) -> str:
    return f"ok: {ON if autostart_of(home).is_on() else OFF}"


def _finding(look: Callable[[], str]) -> str:
    try:
        return look()
    except FieldError as error:
        return f"{error.code}: {error.message}"
    except OSError as error:
        trouble = trouble_of(error)
        return f"{trouble.code}: {trouble.message}"
