"""Packs: signed files of forms or code lists that reach a laptop without a new installer."""

import base64
from collections.abc import Mapping
from dataclasses import dataclass

from fieldapp.event.signing import StreamKey
from fieldapp.mission.signed import BadMissionFile, open_file, sign_file

_KIND = "pack"


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
    """The pack in ``raw`` if HQ's admin key signed it; raises `BadMissionFile` otherwise."""
    body = open_file(_KIND, raw, admin)
    try:
        files = {str(n): base64.b64decode(text) for n, text in body["files"].items()}
        pack = Pack(str(body["kind"]), int(body["version"]), files)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BadMissionFile(detail=type(error).__name__) from error
    if pack.kind not in ("forms", "codes"):
        raise BadMissionFile(detail="unknown kind of pack")
    return pack
