"""Packs: signed files of forms or code lists that reach a laptop without a new installer."""

import base64
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Self

from fieldapp.errors import FieldError, Remedy
from fieldapp.event.signing import StreamKey
from fieldapp.mission.signed import BadMissionFile, open_file, sign_file
from fieldapp.units import Sha256

_KIND = "pack"
_FILE_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}")
_MAX_VERSION = 10**6 - 1
"""Six figures in the name of the installed file."""


class PackKind(StrEnum):
    """What a pack holds."""

    FORMS = "forms"
    CODES = "codes"


class PackOutdated(FieldError):
    """A newer pack of the same kind is installed."""

    code = "pack.outdated"
    remedy = Remedy.NONE
    text = "This laptop already has these forms or lists, or newer ones. Nothing was changed."


@dataclass(frozen=True, slots=True)
class Pack:
    """Named files of one kind.

    Args:
        kind: what it holds.
        version: 1 to 999999, rises with every edition; the highest one installed is used.
        files: content by file name: compiled XForms, or one file of code lists.
    """

    kind: PackKind
    version: int
    files: Mapping[str, bytes]

    @property
    def file_name(self) -> str:
        """The name under which an installation keeps it."""
        return f"{self.kind}-{self.version:06d}.pack"


@dataclass(frozen=True, slots=True)
class PackNotice:
    """HQ's word that a pack is out, as its stream says.

    Args:
        kind: what it holds.
        version: its edition.
        sha: hash of the pack as it travels, compressed.
        size: bytes as it travels.
    """

    kind: PackKind
    version: int
    sha: Sha256
    size: int

    def content(self) -> dict[str, Any]:
        """The content of the event."""
        return {
            "v": 1,
            "pack": self.kind.value,
            "version": self.version,
            "sha": self.sha.hex(),
            "size": self.size,
        }

    @classmethod
    def read(cls, content: Mapping[str, Any]) -> Self | None:
        """The notice in an event, or None where it is of a kind that this version does not know."""
        match content:
            case {"pack": str() as kind, "version": int() as version, "sha": str() as text} if (
                kind in list(PackKind) and 1 <= version <= _MAX_VERSION
            ):
                pass
            case _:
                return None
        size = content.get("size")
        try:
            sha = bytes.fromhex(text)
        except ValueError:
            return None
        if len(sha) != 32 or type(size) is not int or size <= 0:
            return None
        return cls(PackKind(kind), version, Sha256(sha), size)


def looks_like_pack(start: bytes) -> bool:
    """Whether a file that begins so may be a pack; reading it says whether it is one."""
    return start.lstrip()[:1] == b"{"


def write_pack(pack: Pack, admin: StreamKey) -> bytes:
    """The signed file of a pack, by HQ's admin key; text stands in it as it is."""
    body = {
        "kind": pack.kind.value,
        "version": pack.version,
        "files": {name: _written(raw) for name, raw in sorted(pack.files.items())},
    }
    return sign_file(_KIND, body, admin)


def read_pack(raw: bytes, admin: bytes) -> Pack:
    """Steps 1 to 4: the pack in ``raw``, signed by HQ's admin key; raises `BadMissionFile`."""
    match open_file(_KIND, raw, admin):
        case {"kind": "forms" | "codes" as kind, "version": int() as version, "files": dict() as f}:
            pass
        case _:
            raise BadMissionFile(detail="form of a pack")
    if type(version) is not int or not 1 <= version <= _MAX_VERSION:
        raise BadMissionFile(detail="version of a pack")
    if not f or not all(_FILE_NAME.fullmatch(name) for name in f):
        raise BadMissionFile(detail="name of a file")
    try:
        files = {name: _read(value) for name, value in f.items()}
    except (TypeError, ValueError) as error:
        raise BadMissionFile(detail=type(error).__name__) from error
    return Pack(PackKind(kind), version, files)


def _written(raw: bytes) -> str | dict[str, str]:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return {"base64": base64.b64encode(raw).decode()}


def _read(value: object) -> bytes:
    match value:
        case str():
            return value.encode()
        case {"base64": str() as text, **others} if not others:
            return base64.b64decode(text, validate=True)
    raise TypeError("content of a file")
