"""Bytes written by an earlier build: the good ones stay readable, the bad ones stay refused."""

import json
from pathlib import Path
from typing import Any

import pytest

from fieldapp.event.chain import check_author
from sync.body import EnrolBody, EventsBody, decode_body
from sync.errors import BadFrame, BadReceipt, NotForUs, UnknownDictionary
from sync.frame import SealKeys, open_frame
from sync.receipt import open_receipt

FILE = Path(__file__).parents[2] / "golden" / "wire" / "vectors.json"
VECTORS: dict[str, Any] = json.loads(FILE.read_text("utf-8"))


def named(kind: str) -> list[Any]:
    return [pytest.param(vector, id=vector["name"]) for vector in VECTORS[kind]]


@pytest.fixture(scope="module")
def keys() -> SealKeys:
    held = SealKeys()
    held.add_radio(bytes.fromhex(VECTORS["keys"]["radio"]))
    held.add_courier(bytes.fromhex(VECTORS["keys"]["courier"]))
    return held


@pytest.mark.parametrize("vector", named("good_frames"))
def test_a_good_frame_is_opened_and_its_signatures_fit(
    vector: dict[str, str], keys: SealKeys
) -> None:
    body = open_frame(bytes.fromhex(vector["frame"]), keys)
    assert body == decode_body(bytes.fromhex(vector["body"]))
    author = bytes.fromhex(VECTORS["keys"]["author"])
    if isinstance(body, EventsBody):
        for event in body.events:
            check_author(event, author)
    if isinstance(body, EnrolBody):
        check_author(body.genesis, author)


@pytest.mark.parametrize("vector", named("bad_frames"))
def test_a_bad_frame_is_refused_for_its_reason(vector: dict[str, str], keys: SealKeys) -> None:
    with pytest.raises((BadFrame, NotForUs, UnknownDictionary)) as raised:
        open_frame(bytes.fromhex(vector["frame"]), keys)
    assert raised.value.code == vector["code"]


@pytest.mark.parametrize("vector", named("good_receipts"))
def test_a_good_receipt_says_what_it_said(vector: dict[str, Any]) -> None:
    public = bytes.fromhex(VECTORS["keys"]["receipt"])
    receipt = open_receipt(bytes.fromhex(vector["raw"]), public)
    told = (receipt.epoch, receipt.upto, receipt.head.hex(), receipt.forked)
    assert told == (vector["epoch"], vector["upto"], vector["head"], vector["forked"])


@pytest.mark.parametrize("vector", named("bad_receipts"))
def test_a_bad_receipt_proves_nothing(vector: dict[str, str]) -> None:
    with pytest.raises(BadReceipt):
        open_receipt(bytes.fromhex(vector["raw"]), bytes.fromhex(VECTORS["keys"]["receipt"]))
