"""Small signed files: the text that was signed travels inside, verbatim, and is never rebuilt."""

import base64
import binascii
import json
from collections.abc import Mapping
from typing import Any

from fieldapp.errors import FieldError, Remedy
from fieldapp.event.errors import BadSignature
from fieldapp.event.signing import StreamKey, check_signature

MAX_BYTES = 32 * 1024 * 1024
"""A forms pack with media is the largest; map packs are signed by their hash instead."""


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


def read_body(kind: str, raw: bytes) -> tuple[dict[str, Any], str, bytes]:
    """Body, signed text and signature, before any check; raises `BadMissionFile` on bad form."""
    if len(raw) > MAX_BYTES:
        raise BadMissionFile(detail="too large")
    try:
        outer = json.loads(raw)
        text, signature = outer["body"], base64.b64decode(outer["signature"], validate=True)
        body = json.loads(text)
    except (ValueError, KeyError, TypeError, RecursionError, binascii.Error) as error:
        raise BadMissionFile(detail=type(error).__name__) from error
    if outer.get("kind") != kind or not isinstance(body, dict):
        raise BadMissionFile(detail=f"not a {kind}")
    return body, text, signature


def open_file(kind: str, raw: bytes, public: bytes) -> dict[str, Any]:
    """The body of a file signed by the holder of ``public``; raises `BadMissionFile`."""
    body, text, signature = read_body(kind, raw)
    try:
        check_signature(public, _purpose(kind), text.encode(), signature)
    except BadSignature as error:
        raise BadMissionFile(detail="signature") from error
    return body


def _purpose(kind: str) -> bytes:
    return b"ufr1/" + kind.encode() + b"\0"
