"""Bytes of an earlier build: the good ones stay readable, the bad ones stay refused, for a reason.

Two readers judge each: the product, and a verifier that knows only the documents.
"""

import ast
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fieldapp.errors import FieldError
from fieldapp.event.chain import Event, Place, sign_payload
from fieldapp.event.payload import encode
from fieldapp.event.signing import StreamKey
from fieldapp.units import EventId, UtcMillis
from sync.body import EventsBody, decode_body, encode_body
from sync.frame import seal_bytes
from tests.golden import verifier
from tests.golden.judging import FOLDER, KEYS, PRODUCT, SECOND, Vector, vectors
from tests.golden.verifier import Refused
from tests.golden.wire import cases, make
from tests.unit.sync.samples import AUTHOR, chain, courier, radio

VECTORS = vectors()
IDS = [f"{vector.kind}: {vector.name}" for vector in VECTORS]


CODES: dict[tuple[str, int], tuple[str, ...]] = {
    ("headers", 0): ("event.malformed",),
    ("events", 0): ("event.malformed",),
    ("events", 3): ("event.signature",),
    ("events", 4): ("event.signature",),
    ("events", 6): ("event.payload",),
    ("chains", 0): ("event.chain",),
    ("bodies", 0): ("frame.malformed",),
    ("frames", 0): ("frame.malformed",),
    ("frames", 1): ("frame.malformed", "frame.version"),
    ("frames", 3): ("frame.malformed", "frame.other-key"),
    ("bundles", 0): ("bundle.malformed",),
    ("bundles", 2): ("frame.version",),
    ("receipts", 0): ("receipt.invalid",),
    ("slots", 0): ("vault.damaged",),
    ("slots", 2): ("vault.passphrase",),
    ("slots", 5): ("vault.passphrase",),
    ("files", 0): ("mission.file",),
}
"""What the product says at which step of a kind; at step 0 what it says at all the others."""


@pytest.mark.parametrize("vector", VECTORS, ids=IDS)
def test_both_readers_judge_alike(vector: Vector) -> None:
    judge, second = PRODUCT[vector.kind], SECOND[vector.kind]
    if vector.step:
        with pytest.raises(FieldError) as raised:
            judge(vector.data)
        assert raised.value.code in CODES.get((vector.kind, vector.step), CODES[vector.kind, 0])
        with pytest.raises(Refused) as refused:
            second(vector.data)
        assert refused.value.step == vector.step
        return
    found, again = judge(vector.data), second(vector.data)
    if vector.kind == "bundles":
        assert found == again == (vector.data["frames"], vector.data["whole"])


def test_a_sealed_frame_holds_the_body_of_its_name() -> None:
    plain = {vector.name: vector.data["body"] for vector in VECTORS if vector.kind == "bodies"}
    found = 0
    for vector in VECTORS:
        if vector.kind == "frames" and not vector.step:
            name = vector.name.rpartition(", ")[0]
            assert PRODUCT["frames"](vector.data) == decode_body(plain[name])
            found += 1
    assert found == 2 * len(cases.bodies())


def test_there_are_enough_of_each() -> None:
    good = [vector for vector in VECTORS if not vector.step]
    assert len(set(IDS)) == len(VECTORS)
    assert len(good) >= 20
    assert len(VECTORS) - len(good) >= 60
    for kind in PRODUCT:
        assert {bool(v.step) for v in VECTORS if v.kind == kind} == {True, False}, kind


def test_making_them_again_gives_the_same_bytes() -> None:
    for name, found in make.make(make.kept_frames()).items():
        kept = (FOLDER / f"{name}.json").read_text("utf-8")
        assert make.written(found) == kept, f"{name}: python -m tests.golden.wire.make, and look"
    assert make.keys() == (FOLDER / "keys.json").read_text("utf-8")


def test_the_verifier_knows_only_the_documents() -> None:
    tree = ast.parse(Path(verifier.__file__).read_text("utf-8"))
    named = {
        (node.module or "") if isinstance(node, ast.ImportFrom) else alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    assert not {name for name in named if name.split(".")[0] in ("fieldapp", "sync", "ui", "tests")}
    assert "cbor2" in named


def agree(kind: str, data: dict[str, Any]) -> bool:
    """Whether both readers take it; fails where they differ."""
    try:
        PRODUCT[kind](data)
        taken = True
    except FieldError:
        taken = False
    try:
        SECOND[kind](data)
    except Refused as error:
        assert not taken, f"only the verifier refuses, at step {error.step}"
        return False
    assert taken, "only the product refuses"
    return True


WORDS = st.dictionaries(
    st.text(max_size=8), st.text(max_size=60) | st.integers(-(2**63), 2**63 - 1) | st.none()
)


@st.composite
def runs(draw: st.DrawFn) -> list[Event]:
    """Events of one author in rising order, some numbers left out."""
    key = StreamKey(draw(st.binary(min_size=32, max_size=32)))
    numbers = sorted(draw(st.sets(st.integers(0, 12) | st.integers(0, 2**63 - 1), min_size=1)))
    events: list[Event] = []
    for seq in numbers:
        before = events[-1].id if events and draw(st.booleans()) else EventId(draw(HASH))
        events.append(
            sign_payload(
                key,
                Place(seq, before),
                draw(st.integers(0, 2**63 - 1)),
                encode(draw(WORDS)),
                t=UtcMillis(draw(st.integers(0, 2**63 - 1))),
                salt=draw(st.binary(min_size=16, max_size=16)),
                obj=draw(st.just(b"") | HASH),
            )
        )
    return events


HASH = st.binary(min_size=32, max_size=32)


@settings(deadline=None)
@given(runs(), st.data())
def test_both_agree_on_events_that_were_just_made(events: list[Event], data: st.DataObject) -> None:
    event = data.draw(st.sampled_from(events))
    key = data.draw(st.just(AUTHOR.public) | HASH)
    whole = {name: getattr(event, name) for name in ("signature", "salt", "payload")}
    agree("events", {**whole, "header": event.raw, "key": key})
    assert agree("headers", {"header": event.raw})
    body = encode_body(EventsBody(event.head.stream, (event,)))
    assert agree(
        "frames", {"frame": seal_bytes(body, data.draw(st.sampled_from([radio(), courier()])))}
    )


SEEDS = {
    kind: [vector.data for vector in VECTORS if vector.kind == kind]
    for kind in ("headers", "bodies", "receipts", "bundles")
}
FIELD = {"headers": "header", "bodies": "body", "receipts": "receipt", "bundles": "bundle"}


@pytest.mark.parametrize("kind", FIELD)
@settings(deadline=None)
@given(data=st.data())
def test_both_agree_on_bytes_that_were_changed(kind: str, data: st.DataObject) -> None:
    raw = bytearray(data.draw(st.sampled_from(SEEDS[kind]))[FIELD[kind]][:4000])
    for _ in range(data.draw(st.integers(0, 3))):
        if raw:
            raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    del raw[data.draw(st.integers(0, len(raw)) | st.just(len(raw))) :]
    agree(kind, {FIELD[kind]: bytes(raw)})


def test_a_chain_is_the_same_for_both() -> None:
    whole = [
        {"header": e.raw, "signature": e.signature, "salt": e.salt, "payload": e.payload}
        for e in chain(20)
    ]
    assert agree("chains", {"events": [{**one, "key": KEYS["author"]} for one in whole]})
