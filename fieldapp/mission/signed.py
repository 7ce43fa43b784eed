"""Small signed files: the text that was signed travels inside, verbatim, and is never rebuilt."""

import base64
import json
import re
from collections.abc import Mapping
from typing import Any

from fieldapp.errors import FieldError, Remedy
from fieldapp.event.errors import BadSignature
from fieldapp.event.signing import StreamKey, check_signature
from fieldapp.units import MIB

MAX_BYTES = 32 * MIB
"""A forms pack with media is the largest; map packs are signed by their hash instead."""
_OUTER = re.compile(
    r'\s*{\s*"kind"\s*:\s*"([a-z]+)"\s*,\s*"body"\s*:\s*("(?:[^"\\]++|\\.)*+")\s*,'
    r'\s*"signature"\s*:\s*"([A-Za-z0-9+/=]+)"\s*}\s*',
    re.ASCII | re.DOTALL,
)
"""The file's three members in their order: nothing of it is unpacked before the signature fits."""


class BadMissionFile(FieldError):
    """A mission profile or pack is damaged, or not from this mission's HQ."""

    code = "mission.file"
    remedy = Remedy.CHOOSE_OTHER_FILE
    text = "This file is damaged or was not made by your mission's HQ. Ask HQ for a new copy."


def sign_file(kind: str, body: Mapping[str, Any], key: StreamKey) -> bytes:
    """A signed file of the given kind (such as ``profile`` or ``pack``)."""
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    outer = {
        "kind": kind,
        "body": text,
        "signature": base64.b64encode(key.sign(_purpose(kind), text.encode())).decode(),
    }
    return json.dumps(outer, ensure_ascii=False, indent=1).encode() + b"\n"


def read_text(kind: str, raw: bytes, most: int = MAX_BYTES) -> tuple[str, bytes]:
    """Step 1: the signed text and its signature, not checked; raises `BadMissionFile`."""
    if len(raw) > most:
        raise BadMissionFile(detail="too large")
    try:
        outer = _OUTER.fullmatch(raw.decode("utf-8"))
        if outer is None or outer[1] != kind:
            raise BadMissionFile(detail=f"not a {kind}")
        text: str = json.loads(outer[2])
        text.encode("utf-8")
        return text, base64.b64decode(outer[3], validate=True)
    except ValueError as error:
        raise BadMissionFile(detail=type(error).__name__) from error


def read_body(text: str) -> dict[str, Any]:
    """Step 3: the object in a signed text; raises `BadMissionFile` unless it is strict JSON."""
    try:
        body = json.loads(
            text, object_pairs_hook=_unique, parse_float=_refused, parse_constant=_refused
        )
        json.dumps(body, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError) as error:
        raise BadMissionFile(detail=type(error).__name__) from error
    if not isinstance(body, dict):
        raise BadMissionFile(detail="no object")
    return body


def open_file(kind: str, raw: bytes, public: bytes) -> dict[str, Any]:
    """Steps 1 to 3: the body of a file that ``public``'s holder signed; raises `BadMissionFile`."""
    text, signature = read_text(kind, raw)
    check_text(kind, text, signature, public)
    return read_body(text)


def check_text(kind: str, text: str, signature: bytes, public: bytes) -> None:
    """Step 2: the signature is the key's over the text; raises `BadMissionFile`."""
    try:
        check_signature(public, _purpose(kind), text.encode(), signature)
    except BadSignature as error:
        raise BadMissionFile(detail="signature") from error


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise BadMissionFile(detail="a key stands twice")
    return found


def _refused(_: str) -> Any:
    raise BadMissionFile(detail="a number that is not whole")


def _purpose(kind: str) -> bytes:
    return b"ufr1/" + kind.encode() + b"\0"
