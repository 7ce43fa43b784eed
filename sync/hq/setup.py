"""Beginning an HQ: keys, mission profile, empty log with HQ's own first event."""

import os
import re
import shutil
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from pathlib import Path
from urllib.parse import urlsplit

from fieldapp.clock import Clock, Entropy
from fieldapp.errors import FieldError, Remedy
from fieldapp.mission.profile import LANGUAGES, MissionProfile, Unit, write_profile
from fieldapp.mission.said import FILE_NAME
from fieldapp.notation import grid
from fieldapp.units import LONGEST_LOCK_MINUTES
from sync.hq.app import check_free, open_hq
from sync.hq.keys import CA_CERT, FOLDER, create_keys, load_keys, load_root
from sync.hq.store_sqlite import DB_NAME, SqliteStore

_CODE = re.compile(r"[A-Z0-9]+(?:-[A-Z0-9]+)*")
_LONGEST_CODE = 16
_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9-]+)*\.?")
_LONGEST_NAME = 200


class BadMission(FieldError):
    """A mission that could not work: its codes, names, addresses or base square are unfit."""

    code = "hq.mission"
    remedy = Remedy.CHECK_INPUT
    text = "This mission cannot be begun. Check its codes, names and addresses."


@dataclass(frozen=True, slots=True)
class NewMission:
    """What a mission is called and where its HQ is reached.

    Args:
        code: short code, such as ``UNMIZ``.
        name: the mission's name.
        hosts: addresses or names of the server; the first stands in the profile.
        port: 1 to 65535.
        units: who reports.
        offset_minutes: local time's distance from UTC.
        base_square: 100 km square for short grids, or empty.
        languages: codes, the first is the default.
        keep_days: days that delivered content stays on a field laptop.
        usb_allowed: whether reports may leave by USB stick.
        lock_minutes: the longest time without a touch before a laptop locks itself.
        relay: ``host:port`` of the exposed host that laptops call instead of HQ, or empty.
    """

    code: str
    name: str
    hosts: tuple[str, ...]
    port: int
    units: tuple[Unit, ...]
    offset_minutes: int = 0
    base_square: str = ""
    languages: tuple[str, ...] = LANGUAGES
    keep_days: int = 14
    usb_allowed: bool = True
    lock_minutes: int = LONGEST_LOCK_MINUTES
    relay: str = ""


def begin(home: Path, mission: NewMission, clock: Clock, entropy: Entropy) -> MissionProfile:
    """Makes the HQ folder whole, or leaves nothing behind.

    Raises:
        BadMission: nobody could report in such a mission.
        HqFolderTaken: there is something in the folder.
        OSError: it cannot be written.
    """
    _check(mission)
    check_free(home)
    home.parent.mkdir(parents=True, exist_ok=True)
    draft = home.with_name(home.name + ".part")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(mode=0o700)
    try:
        create_keys(draft / FOLDER, mission.hosts, mission.code, entropy)
        root = load_root(draft / FOLDER)
        profile = _profile(draft, mission, root.public)
        (draft / FILE_NAME).write_bytes(write_profile(profile, root))
        SqliteStore(draft / DB_NAME, load_keys(draft / FOLDER).store, create=True).close()
        with open_hq(draft, clock, entropy) as hq, hq.store.writing() as tx:
            hq.registrar().begin(tx, mission.code)
        if home.exists():
            home.rmdir()
        os.replace(draft, home)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise
    return profile


def _check(mission: NewMission) -> None:
    if not _is_code(mission.code):
        raise BadMission("The mission's code has capital letters and digits, such as UNMIZ.")
    if not _is_name(mission.name):
        raise BadMission(f"The mission's name has 1 to {_LONGEST_NAME} characters.")
    codes = [unit.code for unit in mission.units]
    if not codes or not all(_is_code(code) for code in codes):
        raise BadMission("A unit's code has capital letters and digits, such as TS7.")
    if len(set(codes)) < len(codes):
        raise BadMission("Two units have the same code. Report numbers need different ones.")
    if not all(_is_name(unit.name) for unit in mission.units):
        raise BadMission(f"A unit's name has 1 to {_LONGEST_NAME} characters.")
    if not mission.hosts or not all(_is_host(host) for host in mission.hosts):
        raise BadMission("An address of HQ is a name or an IP address, such as hq.example.org.")
    if mission.relay and not _is_address(mission.relay):
        raise BadMission("A relay is written as name:port, such as reports.example.org:443.")
    if mission.base_square:
        _check_square(mission.base_square)


def _check_square(square: str) -> None:
    try:
        grid.parse("0000", base_square=square)
    except FieldError as error:
        raise BadMission("The base square is a zone and a square, such as 32QQF.") from error


def _is_code(text: str) -> bool:
    return len(text) <= _LONGEST_CODE and _CODE.fullmatch(text) is not None


def _is_name(text: str) -> bool:
    return 0 < len(text.strip()) <= _LONGEST_NAME and text.isprintable()


def _is_host(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return len(text) <= 253 and _HOST.fullmatch(text) is not None
    return True


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(f"https://{text}")
        port = parts.port
    except ValueError:
        return False
    return port is not None and parts.netloc == text and _is_host(parts.hostname or "")


def _profile(folder: Path, mission: NewMission, root: bytes) -> MissionProfile:
    keys = load_keys(folder / FOLDER)
    inner = f"https://{_in_address(mission.hosts[0])}:{mission.port}"
    return MissionProfile(
        mission=mission.code,
        name=mission.name,
        server=f"https://{mission.relay}" if mission.relay else inner,
        officers=inner if mission.relay else "",
        ca=(folder / FOLDER / CA_CERT).read_text("ascii"),
        root=root,
        admin=keys.admin.public,
        receipt=keys.receipt.public,
        seal=keys.radio.public,
        bundle_seal=keys.courier.public,
        units=mission.units,
        offset_minutes=mission.offset_minutes,
        base_square=mission.base_square,
        languages=mission.languages,
        keep_days=mission.keep_days,
        usb_allowed=mission.usb_allowed,
        lock_minutes=mission.lock_minutes,
    )


def _in_address(host: str) -> str:
    try:
        return f"[{host}]" if isinstance(ip_address(host), IPv6Address) else host
    except ValueError:
        return host
