"""The cases of the key file and of signed files; see `tests.golden.wire.cases`."""

import base64
import json
import tempfile
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from fieldapp.event.signing import StreamKey
from fieldapp.mission.packs import Pack, PackKind, write_pack
from fieldapp.vault.kdf import derive
from fieldapp.vault.slots import Vault
from tests.golden.wire.cases import GOOD, Case
from tests.support.mission import CHEAP, PASSPHRASE, make_mission, seeded

MISSION = make_mission()
ADMIN = MISSION.admin


def vault_file() -> dict[str, Any]:
    """A key file with two people."""
    with tempfile.TemporaryDirectory() as folder:
        vault = Vault(Path(folder), seeded(5))
        keys = vault.create("Capt A", PASSPHRASE, CHEAP)
        vault.add(keys, "Lt B", PASSPHRASE, CHEAP)
        found: dict[str, Any] = json.loads((Path(folder) / "vault.json").read_bytes())
        return found


def slots() -> list[Case]:
    """Opening the first person's slot."""
    whole = vault_file()
    mine = whole["slots"][0]["id"]

    def case(name: str, step: int, file: Any, person: str = mine, said: str = PASSPHRASE) -> Case:
        raw = file if isinstance(file, str) else json.dumps(file, separators=(",", ":"))
        return Case(name, step, {"file": {"text": raw}, "slot": person, "passphrase": said})

    def slot(**changes: Any) -> dict[str, Any]:
        return {**whole, "slots": [{**whole["slots"][0], **changes}, whole["slots"][1]]}

    def kdf(**changes: Any) -> dict[str, Any]:
        return slot(kdf={**whole["slots"][0]["kdf"], **changes})

    text = json.dumps(whole)
    short = {**whole["slots"][0]}
    opened = AESGCM(derive(PASSPHRASE, base64.b64decode(short["kdf"]["salt"]), CHEAP))
    shown = [1, whole["vault"], mine, "Capt A", 65536, 1, 1, short["kdf"]["salt"]]
    bound = b"ufr1/slot\0" + json.dumps(shown, separators=(",", ":")).encode()
    wrap = opened.encrypt(base64.b64decode(short["nonce"]), bytes(143), bound)
    return [
        case("the first person", GOOD, whole),
        case("the second person", GOOD, whole, whole["slots"][1]["id"]),
        case("blanks around the words", GOOD, whole, said=f"  {PASSPHRASE}\t"),
        case("wide letters", GOOD, whole, said=PASSPHRASE.replace("d", "\uff44")),
        case("not JSON", 1, text[:-2]),
        case("nothing", 1, ""),
        case("version 2", 1, {**whole, "v": 2}),
        case("nobody in it", 1, {**whole, "slots": []}),
        case("slots by name", 1, {**whole, "slots": {"a": whole["slots"][0]}}),
        case("a label that is a number", 1, slot(label=5)),
        case("half a character in a label", 1, slot(label="\ud800")),
        case("nested without end", 1, "[" * 1500),
        case("a number of 4,301 digits", 1, text.replace("65536", "9" * 4301)),
        case("nobody of this name", 2, whole, "00" * 8),
        case("memory below the floor", 3, kdf(m=65535)),
        case("memory above the ceiling", 3, kdf(m=1048577)),
        case("no pass", 3, kdf(t=0)),
        case("eleven passes", 3, kdf(t=11)),
        case("nine lanes", 3, kdf(p=9)),
        case("memory as text", 3, kdf(m="65536")),
        case("one pass as true", 3, kdf(t=True)),
        case("without cost", 3, slot(kdf=None)),
        case("salt of 15 bytes", 4, kdf(salt="AAAAAAAAAAAAAAAAAAAA")),
        case("nonce not base64", 4, slot(nonce="*" * 16)),
        case("another passphrase", 5, whole, said="dune lantern copper rains"),
        case("another label", 5, slot(label="Capt Z")),
        case("two passes claimed", 5, kdf(t=2)),
        case("the wrap of somebody else", 5, slot(wrap=whole["slots"][1]["wrap"])),
        case("a wrap of nothing", 5, slot(wrap="")),
        case("of another laptop", 5, {**whole, "vault": "00" * 16}),
        case("a secret of 143 bytes", 6, slot(wrap=base64.b64encode(wrap).decode())),
    ]


def files() -> list[Case]:
    """Mission profiles and packs."""
    good = MISSION.file.decode()
    body = json.loads(json.loads(good)["body"])
    pack = {"kind": "forms", "version": 3, "files": {"a.jpg": {"base64": "PGEvPg=="}}}
    plain = write_pack(Pack(PackKind.CODES, 1, {"codes.json": b"{}"}), ADMIN).decode()
    outer = json.loads(good)

    def signed(kind: str, said: Any, key: StreamKey) -> str:
        text = said if isinstance(said, str) else json.dumps(said, separators=(",", ":"))
        mark = base64.b64encode(key.sign(f"ufr1/{kind}\0".encode(), text.encode())).decode()
        return json.dumps({"kind": kind, "body": text, "signature": mark}, indent=1)

    def profile(**changes: Any) -> str:
        return signed("profile", {**body, **changes}, MISSION.root)

    def packed(**changes: Any) -> str:
        return signed("pack", {**pack, **changes}, ADMIN)

    zero = base64.b64encode(bytes(32)).decode()
    listed: dict[tuple[str, int], dict[str, str]] = {
        ("profile", GOOD): {
            "a profile": good,
            "without indents": json.dumps(outer),
            "with a recovery key": profile(recovery=body["bundle_seal"]),
            "with the members that may be missing": profile(
                officers="https://hq.example.org:8443", lock_minutes=3
            ),
        },
        ("pack", GOOD): {"a pack": plain, "a pack of forms": packed()},
        ("profile", 1): {
            "not JSON": good[:-4],
            "members in another order": json.dumps(dict(reversed(outer.items()))),
            "a member more": json.dumps({**outer, "note": ""}),
            "a member twice": good.replace(' "kind"', ' "kind": "profile",\n "kind"'),
            "a pack where a profile is expected": plain,
            "half a character": json.dumps({**outer, "body": "\ud800"}),
            "signature not base64": json.dumps({**outer, "signature": "*" * 88}),
            "body is no text": json.dumps({**outer, "body": body}),
        },
        ("pack", 1): {"a profile where a pack is expected": good},
        ("profile", 2): {
            "signed by another key": signed("profile", body, ADMIN),
            "one letter changed": good.replace("Team Site 7", "Team Site 8"),
            "signed as a pack": signed("pack", body, MISSION.root).replace('"pack"', '"profile"'),
            "root key of small order": profile(root=zero),
            "without signature": json.dumps({**outer, "signature": ""}),
        },
        ("pack", 2): {
            "pack: signed by the root key": signed("pack", pack, MISSION.root),
            "pack: one letter changed": packed().replace("PGEv", "PGIv"),
        },
        ("profile", 3): {
            "an exponent": signed("profile", _swapped(body, "1e400"), MISSION.root),
            "NaN": signed("profile", _swapped(body, "NaN"), MISSION.root),
            "a name twice": signed("profile", json.dumps(body)[:-1] + ',"ca":""}', MISSION.root),
            "half a character inside": profile(name="\ud800"),
            "no root key": profile(root=None),
        },
        ("pack", 3): {"pack: a list": signed("pack", [], ADMIN)},
        ("profile", 4): {
            "a name that is an object": profile(mission={"a": 1}),
            "recovery key of 1,215 bytes": profile(recovery=base64.b64encode(bytes(1215)).decode()),
            "recovery key that is null": profile(recovery=None),
            "an offset of a day": profile(offset_minutes=1440),
            "days below none": profile(keep_days=-1),
            "sticks neither allowed nor not": profile(usb_allowed="no"),
            "a key of 31 bytes": profile(receipt=base64.b64encode(bytes(31)).decode()),
            "a unit without a sector": profile(units=[["TS7", "Team Site 7"]]),
            "languages as one text": profile(languages="en"),
            "version is true": profile(version=True),
            "officers that are a number": profile(officers=7),
            "a laptop that locks at once": profile(lock_minutes=0),
            "a laptop that stays open": profile(lock_minutes=16),
            "a lock time that is true": profile(lock_minutes=True),
        },
        ("pack", 4): {
            "a pack of programs": packed(kind="programs"),
            "pack: version 0": packed(version=0),
            "pack: version as text": packed(version="3"),
            "pack: a name that is a path": packed(files={"../a.xml": ""}),
            "pack: a hidden name": packed(files={".a": ""}),
            "pack: no file": packed(files={}),
            "pack: content not base64": packed(files={"a.xml": {"base64": "*&^"}}),
            "pack: content neither text nor base64": packed(files={"a.xml": {"hex": "00"}}),
            "pack: content with something beside it": packed(
                files={"a.xml": {"base64": "AA==", "as": ""}}
            ),
            "pack: content is a number": packed(files={"a.xml": 7}),
        },
    }
    return [
        Case(name, step, {"kind": kind, "file": {"text": raw}})
        for (kind, step), found in listed.items()
        for name, raw in found.items()
    ]


def _swapped(body: dict[str, Any], number: str) -> str:
    return json.dumps({**body, "keep_days": 987}).replace("987", number)
