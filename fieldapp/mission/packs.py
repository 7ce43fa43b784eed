"""Packs: signed files of forms or code lists that reach a laptop without a new installer."""

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Self

from fieldapp.errors import FieldError, Remedy
from fieldapp.event.signing import StreamKey
from fieldapp.mission.signed import BadMissionFile, open_file, sign_file
from fieldapp.units import Sha256

_KIND = "pack"
_BINARY = "base64"
_VERSION_MAX = 999_999


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
                kind in list(PackKind) and 1 <= version <= _VERSION_MAX
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
    """The pack in ``raw`` if HQ's admin key signed it; raises `BadMissionFile` otherwise."""
    body = open_file(_KIND, raw, admin)
    try:
        files = {str(name): _read(value) for name, value in body["files"].items()}
        pack = Pack(PackKind(body["kind"]), int(body["version"]), files)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BadMissionFile(detail=type(error).__name__) from error
    if not files or not 1 <= pack.version <= _VERSION_MAX:
        raise BadMissionFile(detail="empty pack, or no version")
    return pack


def _written(raw: bytes) -> str | dict[str, str]:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return {_BINARY: base64.b64encode(raw).decode()}


def _read(value: str | Mapping[str, str]) -> bytes:
    if isinstance(value, str):
        return value.encode()
    return base64.b64decode(value[_BINARY], validate=True)
