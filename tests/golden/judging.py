"""What the product says to a vector, and what the second verifier says: one function each."""

import json
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fieldapp.clock import system_entropy
from fieldapp.event.chain import check_author, parse_event
from fieldapp.event.header import decode_header
from fieldapp.mission.packs import read_pack
from fieldapp.mission.profile import read_profile
from fieldapp.vault.slots import Vault
from sync.body import decode_body
from sync.bundle import read_bundle
from sync.frame import SealKeys, open_frame
from sync.receipt import open_receipt
from tests.golden import verifier
from tests.support.chains import check_chain

FOLDER = Path(__file__).parent / "wire"
KEYS = {
    name: bytes.fromhex(text)
    for name, text in json.loads((FOLDER / "keys.json").read_bytes()).items()
}
PARTS = ("header", "signature", "salt", "payload")


@dataclass(frozen=True)
class Vector:
    """A vector as its file holds it: ``data`` is bytes and texts again."""

    kind: str
    name: str
    step: int
    data: dict[str, Any]


def vectors() -> list[Vector]:
    """Every vector of every file."""
    found = []
    for path in sorted(FOLDER.glob("*.json")):
        if path.stem != "keys":
            for item in json.loads(path.read_bytes()):
                name, step = item.pop("name"), item.pop("step")
                data = {key: _bytes(key, value) for key, value in item.items()}
                found.append(Vector(path.stem, name, step, data))
    return found


def _bytes(key: str, value: Any) -> Any:
    if key in ("slot", "passphrase", "kind", "frames", "whole") or value is None:
        return value
    if key == "events":
        return [{name: _bytes(name, part) for name, part in one.items()} for one in value]
    if isinstance(value, dict):
        return value["text"].encode("utf-8", "surrogatepass")
    if isinstance(value, list):
        return b"".join(bytes.fromhex(piece) * count for piece, count in value)
    return bytes.fromhex(value)


def _event(data: dict[str, Any]) -> Any:
    event = parse_event(*(data[name] for name in PARTS))
    check_author(event, data["key"])
    event.content()
    return event


def _bundle(data: dict[str, Any]) -> tuple[int, bool]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.ufrb"
        path.write_bytes(data["bundle"])
        found = read_bundle(path, lambda frame: None)
    return found.frames, found.whole


def _slot(data: dict[str, Any]) -> Any:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "vault.json").write_bytes(data["file"])
        return Vault(Path(folder), system_entropy).unlock(data["slot"], data["passphrase"])


def _file(data: dict[str, Any]) -> Any:
    if data["kind"] == "profile":
        return read_profile(data["file"])
    return read_pack(data["file"], KEYS["admin"])


def _held() -> SealKeys:
    keys = SealKeys()
    keys.add_radio(KEYS["radio"])
    keys.add_courier(KEYS["courier"])
    return keys


Judge = Callable[[dict[str, Any]], Any]

PRODUCT: dict[str, Judge] = {
    "headers": lambda data: decode_header(data["header"]),
    "events": _event,
    "chains": lambda data: check_chain(_event(one) for one in data["events"]),
    "bodies": lambda data: decode_body(data["body"]),
    "frames": lambda data: open_frame(data["frame"], _held()),
    "bundles": _bundle,
    "receipts": lambda data: open_receipt(data["receipt"], KEYS["receipt"]),
    "slots": _slot,
    "files": _file,
}
"""Each returns what the product takes, or raises its ``FieldError``."""

SECOND: dict[str, Judge] = {
    "headers": lambda data: verifier.header(data["header"]),
    "events": lambda data: verifier.event(*(data[name] for name in (*PARTS, "key"))),
    "chains": lambda data: verifier.chain(
        [tuple(one[name] for name in PARTS) for one in data["events"]], KEYS["author"]
    ),
    "bodies": lambda data: verifier.body(data["body"]),
    "frames": lambda data: verifier.frame(data["frame"], KEYS),
    "bundles": lambda data: verifier.bundle(data["bundle"]),
    "receipts": lambda data: verifier.receipt(data["receipt"], KEYS["receipt"]),
    "slots": lambda data: verifier.slot(data["file"], data["slot"], data["passphrase"]),
    "files": lambda data: verifier.signed_file(data["kind"], data["file"], KEYS["admin"]),
}
"""Each returns what the verifier takes, or raises `verifier.Refused`."""
