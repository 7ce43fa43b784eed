"""Packs: signed files of forms or code lists that reach a laptop without a new installer."""

import base64
import re
from collections.abc import Mapping
from dataclasses import dataclass

from fieldapp.event.signing import StreamKey
from fieldapp.mission.signed import BadMissionFile, open_file, sign_file

_KIND = "pack"
_FILE_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}")
_MAX_VERSION = 10**6 - 1
"""Six figures in the name of the installed file."""


@dataclass(frozen=True, slots=True)
class Pack:
    """Named files of one kind.

    Args:
        kind: ``forms`` or ``codes``.
        version: rises with every edition; the highest one installed is used.
        files: content by file name.
    """

    kind: str
    version: int
    files: Mapping[str, bytes]

    @property
    def file_name(self) -> str:
        """The name under which an installation keeps it."""
        return f"{self.kind}-{self.version:06d}.pack"


def write_pack(pack: Pack, admin: StreamKey) -> bytes:
    """The signed file of a pack, by HQ's admin key."""
    body = {
        "kind": pack.kind,
        "version": pack.version,
        "files": {n: base64.b64encode(raw).decode() for n, raw in sorted(pack.files.items())},
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
        files = {name: base64.b64decode(text, validate=True) for name, text in f.items()}
    except (TypeError, ValueError) as error:
        raise BadMissionFile(detail=type(error).__name__) from error
    return Pack(kind, version, files)
