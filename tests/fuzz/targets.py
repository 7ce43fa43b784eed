"""Every parser that faces outside, as a function of bytes: it returns, or raises a ``FieldError``.

Where a signature or a seal stands before a parser, the target signs or seals what it was given, so
that what lies behind is reached, too.
"""

import base64
import contextlib
import json
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import cbor2
import zstandard

from fieldapp.errors import FieldError
from fieldapp.event.chain import FIRST, Event, Place, parse_event, sign_payload
from fieldapp.event.kinds import REPORT_KINDS, Kind
from fieldapp.event.payload import decode as decode_payload
from fieldapp.event.signing import StreamKey
from fieldapp.forms.loader import read_form
from fieldapp.history.source import Source
from fieldapp.mission.codes import CodeLists
from fieldapp.mission.packs import read_pack
from fieldapp.mission.profile import read_profile
from fieldapp.mission.roster import Roster
from fieldapp.mission.said import mission_said
from fieldapp.store import mirror, projections
from fieldapp.store.mirror import Arrival
from fieldapp.units import UtcMillis
from fieldapp.vault import custody, recovery
from fieldapp.vault.file import people_of
from fieldapp.vault.kdf import KdfCost
from sync.body import decode_body, dictionary
from sync.bundle import read_bundle
from sync.field.config import SenderConfig
from sync.field.pages import inbox_page, log_page, log_rows, new_epoch
from sync.field.pushing import ask_status, push
from sync.field.status import read_status
from sync.frame import SealKeys, open_frame, seal_bytes
from sync.hq.api import HqApi, Served
from sync.http import Reply
from sync.receipt import open_receipt
from tests.golden.judging import vectors
from tests.support.hq_inside import hq_inside, let_in
from tests.support.mission import CHEAP, PASSPHRASE, START, make_desk, make_mission, seeded

MISSION = make_mission()
KEYS = SealKeys()
TO_HQ = KEYS.add_radio(MISSION.seal_private)
AUTHOR = StreamKey(bytes(range(32)))
KINDS = [int(kind) for kind in Kind]
RECOVERY_SEED, ASKING = seeded(5)(96), seeded(6)(32)
_PLACE = f"{'ab' * 16}/{'cd' * 8}"
ASKED = recovery.request_for(
    {
        "recovery": recovery.seal_for_custodians(
            recovery.public_of(RECOVERY_SEED), _PLACE, recovery.Rescued(bytes(32), bytes(32))
        )
    },
    _PLACE,
    ASKING,
)
CUSTODY = custody.split(
    [custody.Custodian(name, PASSPHRASE) for name in ("A", "B")], ("M", "F"), CHEAP, seeded(7)
)
_STACK = contextlib.ExitStack()


@cache
def folder() -> Path:
    """A folder for files that a target reads; gone at the end."""
    return Path(_STACK.enter_context(tempfile.TemporaryDirectory()))


def _file(name: str, raw: bytes) -> Path:
    path = folder() / name
    path.write_bytes(raw)
    return path


def _signed(kind: str, raw: bytes, key: StreamKey) -> bytes:
    text = raw.decode("utf-8", "replace")
    mark = base64.b64encode(key.sign(f"ufr1/{kind}\0".encode(), text.encode())).decode()
    return json.dumps({"kind": kind, "body": text, "signature": mark}).encode()


def _frame(raw: bytes) -> None:
    open_frame(raw, KEYS)


def _sealed(raw: bytes) -> None:
    open_frame(seal_bytes(raw[:100_000], TO_HQ), KEYS)


def _text(raw: bytes) -> None:
    packed = zstandard.ZstdCompressor(level=1, dict_data=dictionary()).compress(raw)
    decode_body(cbor2.dumps([1, bytes(16), packed, bytes(80)]))


def _header(raw: bytes) -> None:
    parse_event(raw, bytes(64), None, None)


def _receipt(raw: bytes) -> None:
    open_receipt(raw + MISSION.receipt.sign(b"ufr1/rcpt\0", raw), MISSION.receipt.public)


def _bundle(raw: bytes) -> None:
    read_bundle(_file("a.ufrb", raw), lambda frame: None)


def _vault(raw: bytes) -> None:
    _file("vault.json", raw)
    people_of(folder())
    for slot in json.loads(raw)["slots"]:
        KdfCost.from_json(slot.get("kdf"))


def _profile(raw: bytes) -> None:
    _file("mission.profile", raw)
    mission_said(folder())
    read_profile(_signed("profile", raw, MISSION.root))


def _pack(raw: bytes) -> None:
    read_pack(_signed("pack", raw, MISSION.admin), MISSION.admin.public)


def _roster(raw: bytes) -> None:
    Roster().apply(decode_payload(raw))


def _answers(raw: bytes) -> None:
    """All that HQ, or what stands in its place, may answer to the sender and to a person."""
    for read in (inbox_page, log_page, lambda body: new_epoch(body, 1)):
        with contextlib.suppress(FieldError):
            read(raw)
    config = SenderConfig("", "", MISSION.receipt.public, bytes(16), (AUTHOR.stream,))
    for name in ("0-0000000000-00000000.ufr", "3-0000000000-00000000.ufr"):
        with contextlib.suppress(FieldError):
            push(_Link(raw), config, [(name, b"x")])  # type: ignore[arg-type]
    ask_status(_Link(raw), config)  # type: ignore[arg-type]


class _Link:
    """A link on which one answer comes, whatever is asked."""

    def __init__(self, body: bytes) -> None:
        self._body = body

    def post(self, path: str, body: bytes, **_: Any) -> Reply:
        """The answer; an odd one is a refusal."""
        status = 422 if path.endswith("enrol") and self._body[:1] == b"\x82" else 200
        return Reply(status, "application/cbor", self._body)


def _log_rows(raw: bytes) -> None:
    log_rows(zstandard.ZstdCompressor(level=1).compress(raw))


def _status_file(raw: bytes) -> None:
    (folder() / "spool").mkdir(exist_ok=True)
    _file("spool/status.json", raw)
    read_status(folder())


def _form(raw: bytes) -> None:
    read_form(raw, {}, {})


def _geojson(raw: bytes) -> None:
    with Source(_file("a.geojson", raw)) as source:
        source.survey()


def _csv(raw: bytes) -> None:
    with Source(_file("a.csv", raw)) as source:
        source.survey()


@dataclass
class _House:
    """A laptop's store, and an HQ, that go on from one input to the next."""

    desk: Any
    hq: Any
    laptop: Any
    api: HqApi
    count: int = 0


@cache
def _house() -> _House:
    desk = make_desk(folder() / "home", MISSION, "Capt A")
    _STACK.enter_context(desk.store)
    hq = _STACK.enter_context(hq_inside(folder()))
    served = Served(hq.store, hq.keys, hq.clock, seeded(1), hq.profile.server)
    return _House(desk, hq, let_in(hq), HqApi(served))


def _said(raw: bytes, key: StreamKey, place: Place) -> Event:
    """An event of the kind that the first byte chooses, saying the rest."""
    kind = KINDS[raw[0] % len(KINDS)] if raw else 1
    obj = b"" if kind in REPORT_KINDS or (raw[:1] or b"\0")[0] & 128 else bytes(32)
    decode_payload(raw[1:])
    return sign_payload(key, place, kind, raw[1:], t=UtcMillis(START), salt=bytes(16), obj=obj)


def _mirror(raw: bytes) -> None:
    """Whatever HQ's own stream says, kept and folded at a laptop; rolled back again."""
    house = _house()
    event = _said(raw, MISSION.admin, FIRST)
    store = house.desk.store
    try:
        with store.write():
            mirror.take(store, [Arrival(event, 1)], MISSION.admin.public)
            projections.roster(store, MISSION.admin.stream)
            raise _Undo
    except _Undo:
        return


class _Undo(Exception):
    """Takes back what an input did."""


def _ingest(raw: bytes) -> None:
    """Whatever a laptop says that was let in, taken in at HQ."""
    house = _house()
    before = house.laptop.events[-1]
    event = _said(raw, house.laptop.signing, Place(before.head.seq + 1, before.id))
    (outcome,) = house.hq.ingest().take([house.laptop.frame(event)])
    assert outcome.code in (200, 403, 422), outcome
    if outcome.code == 200:
        house.laptop.events.append(event)


def _api(raw: bytes) -> None:
    """Whatever is sent to HQ's server."""
    house = _house()
    calls: tuple[Callable[[bytes], object], ...] = (
        house.api.session,
        house.api.enrol,
        lambda body: house.api.status(house.laptop.push, body),
        lambda body: house.api.frames(house.laptop.push, body),
        lambda body: house.api.frames(
            house.laptop.push, seal_bytes(body[:100_000], house.laptop.hq)
        ),
    )
    for call in calls:
        with contextlib.suppress(FieldError):
            call(raw)


def _request(raw: bytes) -> None:
    recovery.answer(recovery.Request.read(raw), RECOVERY_SEED)


def _answer(raw: bytes) -> None:
    recovery.open_answer(raw, ASKED, ASKING)


def _custodian(raw: bytes) -> None:
    one, other = custody.read_custodian(raw), custody.read_custodian(CUSTODY.files[1])
    # What a passphrase costs is not what is looked at.
    with contextlib.suppress(FieldError):
        custody.put_together(one, replace(other, name=one.name), ("", ""))


TARGETS: dict[str, Callable[[bytes], object]] = {
    "frame": _frame,
    "body": _sealed,
    "events": _text,
    "header": _header,
    "payload": decode_payload,
    "receipt": _receipt,
    "bundle": _bundle,
    "vault.json": _vault,
    "profile": _profile,
    "pack": _pack,
    "codes": CodeLists.load,
    "roster": _roster,
    "mirror": _mirror,
    "answers": _answers,
    "log rows": _log_rows,
    "status": _status_file,
    "ingest": _ingest,
    "api": _api,
    "form": _form,
    "geojson": _geojson,
    "csv": _csv,
    "recovery request": _request,
    "recovery answer": _answer,
    "custodian": _custodian,
}


@cache
def seeds(name: str) -> list[bytes]:
    """Small inputs, good ones first, from which changed ones are made."""
    kinds = {"header": "headers", "body": "bodies", "frame": "frames", "receipt": "receipts"}
    fields = {"header": "header", "body": "body", "frame": "frame", "receipt": "receipt"}
    if name in kinds:
        found = [one.data[fields[name]] for one in vectors() if one.kind == kinds[name]]
        # What is signed or sealed here anew comes without the old signature.
        return [raw[:-64] if name == "receipt" else raw for raw in found if len(raw) < 5000]
    if name == "bundle":
        return [one.data["bundle"] for one in vectors() if one.kind == "bundles"]
    if name == "vault.json":
        return [one.data["file"] for one in vectors() if one.kind == "slots"][:20]
    if name in ("profile", "pack"):
        files = [one.data for one in vectors() if one.kind == "files" and one.step in (0, 4)]
        return [json.loads(one["file"])["body"].encode() for one in files if one["kind"] == name]
    if name == "recovery request":
        return [ASKED.write()]
    if name == "recovery answer":
        return [recovery.answer(ASKED, RECOVERY_SEED)]
    if name == "custodian":
        return list(CUSTODY.files)
    if name in ("mirror", "ingest"):
        return [bytes([KINDS.index(kind)]) + _plain(said) for kind, said in SAID]
    return SEEDS[name]


def _plain(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode()


_MEMBER = {
    "stream": AUTHOR.stream.hex(),
    "pk": AUTHOR.public.hex(),
    "inbox": "11" * 32,
    "person": "Capt A",
    "unit": "TS7",
    "role": "officer",
    "device": "laptop",
}
_GONE = {"stream": AUTHOR.stream.hex(), "reason": "lost", "good_upto": 3}
_ROSTER = {"n": 2, "add": [_MEMBER], "revoke": [_GONE]}
_REPORT = {
    "ref": "TS7-INC-2026-0001-X",
    "form": "incident",
    "type": "incident",
    "answers": {
        "what": {"sub_type": "fire", "kind": "x"},
        "when": {"start": "2026-11-25T10:00:00Z"},
        "where": {"grid": "32QQF1234567890"},
        "head": {"precedence": "FLASH"},
    },
    "typed": {},
    "files": [{"sha": "00" * 32, "size": 5, "mime": "image/jpeg", "name": "a.jpg"}],
}
_REVIEW = {"verdict": "ask", "on": "00" * 32, "seen": "00" * 32, "text": "Where?"}
SAID: list[tuple[int, object]] = [
    (9, _ROSTER),
    (1, _REPORT),
    (2, _REPORT),
    (3, {**_REPORT, "reason": "error", "note": "", "revision": 1}),
    (4, {"reason": "error", "note": ""}),
    (5, {"files": _REPORT["files"], "note": ""}),
    (6, _REVIEW),
    (7, {"to": "00" * 32, "text": "There."}),
    (11, {"seen": 1, "now": 2}),
    (21, {**_REPORT, "origin": {"file": "a.csv"}}),
    (0, {"v": 1, "pk": AUTHOR.public.hex(), "inbox": "11" * 32, "person": "A", "device": "x"}),
]
_FEATURE = {
    "type": "Feature",
    "id": 1,
    "geometry": {"type": "Point", "coordinates": [12.5, 22.25]},
    "properties": {"a": 1, "b": "x", "c": None, "d": [1, {"e": 2.5}]},
}
_CODES = {
    "version": "1",
    "lists": {"c1": {"title": {"en": "A"}, "items": [{"name": "X", "label": {"en": "x"}}]}},
}
_FORM = b"""<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
 xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>A</h:title><model><instance>
<data id="a" version="1"><q/><n/></data></instance>
<bind nodeset="/data/q" type="string" required="true()" relevant="/data/n &gt; 3"/>
<bind nodeset="/data/n" type="int" constraint=". &lt; 10" calculate="1 + 2 * count(/data/q)"/>
</model></h:head><h:body><input ref="/data/q"><label>Q</label></input>
<select1 ref="/data/n"><label>N</label><item><label>1</label><value>1</value></item></select1>
</h:body></h:html>"""
_ROW = [5, b"\x01" * 100, bytes(64), bytes(16), b"{}"]
SEEDS: dict[str, list[bytes]] = {
    "events": [cbor2.dumps([[[0, bytes(32), 1, 1, b"", 1], [1, None, 2, 3, b"", 1]], [b"{}"] * 2])],
    "payload": [_plain(said) for _, said in SAID] + [b'{"a":"\\ud83d\\ude00"}'],
    "codes": [_plain(_CODES)],
    "roster": [_plain(_ROSTER), _plain({"n": 1, "add": [], "revoke": []})],
    "answers": [
        cbor2.dumps(answer)
        for answer in (
            [1, 5, [b"frame"], "active"],
            [1, 5, b""],
            [2],
            [[200, b"x" * 100, "stored"]],
            [[202, None, "hq.waiting"]],
            [422, "hq.code-used"],
            [b"x" * 100],
        )
    ],
    "log rows": [cbor2.dumps([_ROW, [6, b"h", b"s", None, None]])],
    "status": [_plain({"state": "idle", "frame": None, "sent": 1, "rate": 300})],
    "api": [
        cbor2.dumps(call)
        for call in (
            ["hello", bytes(16)],
            ["prove", bytes(16), bytes(32), bytes(64)],
            [[bytes(16)], [bytes(32)]],
            [2, bytes(32), 0, b"x"],
            [5, [b"x"]],
            [3, b"UFR1\1" + bytes(12)],
        )
    ],
    "form": [_FORM],
    "geojson": [_plain({"type": "FeatureCollection", "features": [_FEATURE, _FEATURE]})],
    "csv": [b'a,b,c\n1,"x ""y""",z\n2,,\n'],
}
