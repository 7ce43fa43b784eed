"""``sender.json``: all that the sender needs to know, and no secret but the push token."""

import base64
import binascii
import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from fieldapp.mission.profile import MissionProfile
from fieldapp.people import PUSH_TOKEN_FILE
from fieldapp.units import StreamId
from sync.field.disk import Disk
from sync.field.errors import NotSetUp, SpoolDamaged
from sync.field.spool import FOLDER

_FILE = "sender.json"
_VERSION = 1
_TOKEN_BYTES = 16


@dataclass(frozen=True, slots=True)
class SenderConfig:
    """Where to send and whom to believe.

    Args:
        server: ``https://host:port``.
        ca: PEM of the only authority that may vouch for HQ.
        receipt: key that signs receipts, 32 bytes.
        push: 16 bytes that allow pushing, and nothing else.
        streams: the streams written on this laptop; receipts for others are not believed.
    """

    server: str
    ca: str
    receipt: bytes
    push: bytes
    streams: tuple[StreamId, ...]

    def __repr__(self) -> str:
        return f"SenderConfig(streams={len(self.streams)})"


def bearer(token: bytes) -> str:
    """A token as it stands on the wire: 22 characters of base64url."""
    return base64.urlsafe_b64encode(token).rstrip(b"=").decode()


def token_hash(token: bytes) -> str:
    """What HQ keeps of a token, in hex."""
    return sha256(token).hexdigest()


def read_config(home: Path) -> SenderConfig:
    """Raises `NotSetUp` before enrolment, `SpoolDamaged` when the file cannot be used."""
    try:
        found = json.loads((home / FOLDER / _FILE).read_bytes())
        if found["v"] != _VERSION:
            raise SpoolDamaged(detail="version of sender.json")
        config = SenderConfig(
            server=str(found["server"]),
            ca=str(found["ca"]),
            receipt=bytes.fromhex(found["receipt"]),
            push=bytes.fromhex(found["push"]),
            streams=tuple(StreamId(bytes.fromhex(text)) for text in found["streams"]),
        )
    except FileNotFoundError as error:
        raise NotSetUp() from error
    except (OSError, ValueError, KeyError, TypeError, RecursionError, binascii.Error) as error:
        raise SpoolDamaged(detail="sender.json") from error
    if len(config.push) != _TOKEN_BYTES or len(config.receipt) != 32:
        raise SpoolDamaged(detail="sender.json")
    return config


def set_up_config(
    home: Path, profile: MissionProfile, stream: StreamId, push: bytes, disk: Disk
) -> SenderConfig:
    """Makes the file, or completes it for one more stream and a new edition of the profile."""
    try:
        streams = read_config(home).streams
    except NotSetUp:
        streams = ()
    if stream not in streams:
        streams = (*streams, stream)
    config = SenderConfig(profile.server, profile.ca, profile.receipt, push, streams)
    _write(home, config, disk)
    return config


def mend_config(
    home: Path, profile: MissionProfile, streams: Sequence[StreamId], disk: Disk
) -> None:
    """Makes the file again where it was lost, damaged, or lacks one of ``streams``.

    Nothing is done for a laptop without a good push token: HQ would not know a new one.

    Raises:
        SpoolFull, SpoolDamaged: it cannot be written.
    """
    try:
        found = read_config(home)
    except (NotSetUp, SpoolDamaged):
        found = None
    if found is not None and set(streams) <= set(found.streams):
        return
    push = _push_token(home) if found is None else found.push
    if push is None or not streams:
        return
    known = () if found is None else found.streams
    every = tuple(dict.fromkeys((*known, *streams)))
    _write(home, SenderConfig(profile.server, profile.ca, profile.receipt, push, every), disk)


def _push_token(home: Path) -> bytes | None:
    try:
        token = bytes.fromhex((home / PUSH_TOKEN_FILE).read_text("ascii").strip())
    except (OSError, ValueError):
        return None
    return token if len(token) == _TOKEN_BYTES else None


def _write(home: Path, config: SenderConfig, disk: Disk) -> None:
    body = {
        "v": _VERSION,
        "server": config.server,
        "ca": config.ca,
        "receipt": config.receipt.hex(),
        "push": config.push.hex(),
        "streams": [stream.hex() for stream in config.streams],
    }
    disk.write(home / FOLDER / _FILE, json.dumps(body, indent=1).encode() + b"\n")
