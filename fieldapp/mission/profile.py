"""The mission profile: the signed, public file that makes an installation belong to a mission."""

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from fieldapp.event.signing import StreamKey
from fieldapp.mission.signed import (
    BadMissionFile,
    check_text,
    read_body,
    read_text,
    sign_file,
)
from fieldapp.units import LONGEST_LOCK_MINUTES, MIB

LANGUAGES = ("en", "fr", "es", "ar")
"""Codes of the languages that the product speaks; a mission offers all unless it says otherwise."""
SHORTEST_DAYS, LONGEST_DAYS = 14, 365
"""Bounds of `MissionProfile.keep_days`: HQ set back to a backup of the shortest age gets
everything again; beyond the longest a laptop would hold years of text."""

MAX_BYTES = 1 * MIB
"""A certificate, five keys and some thousand units; small, for anybody can sign one."""
_KIND = "profile"
_OFFSET_LIMIT = 18 * 60
_TEXT_LIMIT = 20_000
_NUMBER_LIMIT = 2**31


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that reports: its short code as in report numbers, its name, its sector."""

    code: str
    name: str
    sector: str


@dataclass(frozen=True, slots=True)
class MissionProfile:
    """What every installation of a mission knows. Holds no secret.

    Args:
        mission: short code, such as ``UNMIZ``.
        name: the mission's name as people say it.
        server: ``https://host:port`` of HQ.
        ca: PEM of the only certificate authority that may vouch for HQ.
        root: key that signs this file.
        admin: key of HQ's own stream (roster, packs).
        receipt: key that signs receipts.
        seal: X25519 public key, 32 bytes, to which frames are sealed.
        bundle_seal: 1,184 bytes ML-KEM-768 and 32 bytes X25519, for bundles.
        units: the units that may report.
        offset_minutes: local time's distance from UTC, for letter J and as a default.
        base_square: 100 km square for grids typed without one (such as ``32QQF``), or empty.
        languages: language codes offered, the first is the default.
        keep_days: days that delivered content stays on a field laptop; taken to the nearer of
            `SHORTEST_DAYS` and `LONGEST_DAYS` where it is outside them.
        usb_allowed: whether reports may leave by USB stick.
        version: rises with every edition of the file.
        officers: ``https://host:port`` that officers' desks call where ``server`` is a relay, which
            must not see HQ's log; empty where it is HQ itself.
        recovery: as ``bundle_seal``, of a key that only two custodians of HQ together can use;
            empty where there are none.
        lock_minutes: the longest time without a touch before a laptop locks itself; 1 to
            `LONGEST_LOCK_MINUTES`.
    """

    mission: str
    name: str
    server: str
    ca: str
    root: bytes
    admin: bytes
    receipt: bytes
    seal: bytes
    bundle_seal: bytes
    units: tuple[Unit, ...]
    offset_minutes: int = 0
    base_square: str = ""
    languages: tuple[str, ...] = LANGUAGES
    keep_days: int = 14
    usb_allowed: bool = True
    version: int = 1
    officers: str = ""
    recovery: bytes = b""
    lock_minutes: int = LONGEST_LOCK_MINUTES

    @property
    def desk(self) -> str:
        """The address of HQ itself."""
        return self.officers or self.server

    @property
    def fingerprint(self) -> str:
        """20 hex characters in groups of four that HQ reads aloud or prints."""
        digest = sha256(b"ufr1/mission\0" + self.mission.encode() + b"\0" + self.root).hexdigest()
        return " ".join(digest[at : at + 4] for at in range(0, 20, 4))

    def unit(self, code: str) -> Unit | None:
        """The unit with this code."""
        return next((unit for unit in self.units if unit.code == code), None)


_KEYS = ("root", "admin", "receipt", "seal", "bundle_seal")


def write_profile(profile: MissionProfile, root: StreamKey) -> bytes:
    """The signed file; ``root`` must be the key the profile names."""
    if root.public != profile.root:
        raise ValueError("the profile names another root key")
    body: dict[str, Any] = {
        "mission": profile.mission,
        "name": profile.name,
        "server": profile.server,
        "ca": profile.ca,
        "units": [[unit.code, unit.name, unit.sector] for unit in profile.units],
        "offset_minutes": profile.offset_minutes,
        "base_square": profile.base_square,
        "languages": list(profile.languages),
        "keep_days": profile.keep_days,
        "usb_allowed": profile.usb_allowed,
        "version": profile.version,
    }
    if profile.officers:
        body["officers"] = profile.officers
    if profile.recovery:
        body["recovery"] = base64.b64encode(profile.recovery).decode()
    if profile.lock_minutes != LONGEST_LOCK_MINUTES:
        body["lock_minutes"] = profile.lock_minutes
    for name in _KEYS:
        body[name] = base64.b64encode(getattr(profile, name)).decode()
    return sign_file(_KIND, body, root)


def read_profile(raw: bytes) -> MissionProfile:
    """Steps 1 to 4: the profile in ``raw``, checked against the root key it names.

    The caller still owes the comparison of `MissionProfile.fingerprint` with what HQ says.

    Raises:
        BadMissionFile: damaged, or signed by another key.
    """
    text, signature = read_text(_KIND, raw, MAX_BYTES)
    body = read_body(text)
    try:
        root = base64.b64decode(body["root"], validate=True)
    except (KeyError, TypeError, ValueError) as error:
        raise BadMissionFile(detail="no root key") from error
    check_text(_KIND, text, signature, root)
    return _from_body(body)


def _from_body(body: Mapping[str, Any]) -> MissionProfile:
    """Step 4: every member is of its type and within its range."""
    try:
        keys = {name: base64.b64decode(body[name], validate=True) for name in _KEYS}
        profile = MissionProfile(
            mission=_text(body["mission"]),
            name=_text(body["name"]),
            server=_text(body["server"]),
            ca=_text(body["ca"]),
            units=tuple(Unit(_text(c), _text(n), _text(s)) for c, n, s in _list(body["units"])),
            offset_minutes=_whole(body["offset_minutes"], -_OFFSET_LIMIT, _OFFSET_LIMIT),
            base_square=_text(body["base_square"]),
            languages=tuple(_text(code) for code in _list(body["languages"])),
            keep_days=_whole(body["keep_days"], 0, _NUMBER_LIMIT),
            usb_allowed=_flag(body["usb_allowed"]),
            version=_whole(body["version"], 0, _NUMBER_LIMIT),
            officers=_text(body.get("officers", "")),
            recovery=base64.b64decode(body.get("recovery", ""), validate=True),
            lock_minutes=_whole(
                body.get("lock_minutes", LONGEST_LOCK_MINUTES), 1, LONGEST_LOCK_MINUTES
            ),
            **keys,
        )
    except (KeyError, TypeError, ValueError) as error:
        raise BadMissionFile(detail=type(error).__name__) from error
    sizes = {"root": 32, "admin": 32, "receipt": 32, "seal": 32, "bundle_seal": 1216}
    wrong = any(len(keys[name]) != size for name, size in sizes.items())
    if wrong or len(profile.recovery) not in (0, sizes["bundle_seal"]):
        raise BadMissionFile(detail="key of wrong length")
    return profile


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > _TEXT_LIMIT:
        raise TypeError("no text")
    return value


def _list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError("no list")
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError("neither true nor false")
    return value


def _whole(value: object, least: int, most: int) -> int:
    if type(value) is not int or not least <= value <= most:
        raise ValueError("a number out of range")
    return value
