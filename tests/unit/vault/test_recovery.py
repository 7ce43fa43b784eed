"""Requests and answers: what is sealed to the custodians opens for them only, and in its place."""

import base64
import json
from dataclasses import replace
from hashlib import sha256
from struct import pack
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from fieldapp.vault import recovery
from fieldapp.vault.errors import AnswerUnfit, NoRecovery, NotARequest, VaultDamaged
from fieldapp.vault.recovery import Request, Rescued
from tests.support.mission import seeded

SEED, OTHER_SEED = seeded(1)(96), seeded(2)(96)
PUBLIC = recovery.public_of(SEED)
PLACE = f"{'ab' * 16}/{'cd' * 8}"
KEYS = Rescued(b"d" * 32, b"p" * 32)
ASKING = seeded(3)(32)


def item() -> dict[str, Any]:
    return {"recovery": recovery.seal_for_custodians(PUBLIC, PLACE, KEYS)}


def request() -> Request:
    return recovery.request_for(item(), PLACE, ASKING)


def test_there_and_back() -> None:
    asked = request()
    read = Request.read(asked.write())
    assert read == asked
    assert asked.write().startswith(recovery.REQUEST_MARK)
    raw = recovery.answer(read, SEED)
    assert raw.startswith(recovery.ANSWER_MARK)
    assert recovery.open_answer(raw, asked, ASKING) == KEYS
    assert repr(KEYS) == "Rescued()"


def test_the_bytes_are_those_that_the_format_publishes() -> None:
    asked = request()
    parts = (PLACE.encode(), asked.key.encode(), asked.sealed, asked.public)
    framed = b"".join(pack(">I", len(part)) + part for part in parts)
    assert asked.digest() == sha256(b"ufr1/recovery-request\0" + framed).digest()
    secret = recovery._LAPTOP.decrypt(
        asked.sealed, recovery._private(SEED), info=b"ufr1/recovery\0" + PLACE.encode()
    )
    assert secret == KEYS.database + KEYS.draft
    sealed = base64.b64decode(json.loads(recovery.answer(asked, SEED))["sealed"])
    key = X25519PrivateKey.from_private_bytes(ASKING)
    info = b"ufr1/recovery-answer\0" + asked.digest()
    assert recovery._ANSWER.decrypt(sealed, key, info=info) == secret


def test_the_fingerprint_stands_for_every_part() -> None:
    asked = request()
    others = [
        replace(asked, place=PLACE.replace("cd", "ce")),
        replace(asked, key="00" * 8),
        replace(asked, sealed=asked.sealed[:-1] + b"\0"),
        replace(asked, public=bytes(32)),
    ]
    assert len({each.fingerprint for each in (asked, *others)}) == 5
    assert [len(part) for part in asked.fingerprint.split()] == [4] * 5


def test_another_key_or_place_opens_nothing() -> None:
    asked = request()
    with pytest.raises(NotARequest):
        recovery.answer(asked, OTHER_SEED)
    with pytest.raises(NotARequest):
        recovery.answer(replace(asked, place=PLACE.replace("cd", "ce")), SEED)
    with pytest.raises(NotARequest):
        recovery.answer(replace(asked, public=bytes(32)), SEED)


def test_an_answer_fits_one_request_only() -> None:
    asked, raw = request(), recovery.answer(request(), SEED)
    with pytest.raises(AnswerUnfit):
        recovery.open_answer(raw, asked, ASKING)
    good = recovery.answer(asked, SEED)
    with pytest.raises(AnswerUnfit):
        recovery.open_answer(good, asked, seeded(9)(32))
    claimed = {**json.loads(raw), "request": asked.digest().hex()}
    with pytest.raises(AnswerUnfit):
        recovery.open_answer(json.dumps(claimed).encode(), asked, ASKING)


def test_no_changed_answer_is_taken() -> None:
    asked = request()
    raw = recovery.answer(asked, SEED)
    for at in range(0, len(raw) - 1, 3):
        changed = bytearray(raw)
        changed[at] ^= 1
        try:
            found = recovery.open_answer(bytes(changed), asked, ASKING)
        except AnswerUnfit:
            continue
        assert found == KEYS


@pytest.mark.parametrize(
    "raw", [b"", b"5", b"null", b"[" * 5000, b'{"kind": "recovery-answer", "v": 1}', b"\xff"]
)
def test_what_is_neither_request_nor_answer(raw: bytes) -> None:
    with pytest.raises(NotARequest):
        Request.read(raw)
    with pytest.raises(AnswerUnfit):
        recovery.open_answer(raw, request(), ASKING)


@pytest.mark.parametrize(
    "change",
    [
        {"v": 2},
        {"vault": 5},
        {"slot": "../../etc"},
        {"key": "XY"},
        {"public": "AAAA"},
        {"sealed": "not base64"},
        {"sealed": "AAAA*AAAA"},
    ],
)
def test_a_request_is_of_its_form(change: dict[str, object]) -> None:
    body = {**json.loads(request().write()), **change}
    with pytest.raises(NotARequest):
        Request.read(json.dumps(body).encode())


def test_nothing_prepared_and_no_key() -> None:
    for held in ({}, {"recovery": 5}, {"recovery": {"key": "00"}}):
        with pytest.raises(NoRecovery):
            recovery.request_for(held, PLACE, ASKING)
    with pytest.raises(VaultDamaged):
        recovery.seal_for_custodians(b"\xff" * 1216, PLACE, KEYS)


def test_an_answer_holds_two_keys_and_no_more_or_less() -> None:
    short = {"recovery": recovery.seal_for_custodians(PUBLIC, PLACE, Rescued(b"d" * 31, b"p" * 32))}
    asked = recovery.request_for(short, PLACE, ASKING)
    with pytest.raises(AnswerUnfit):
        recovery.open_answer(recovery.answer(asked, SEED), asked, ASKING)
    asked = request()
    body = {**json.loads(recovery.answer(asked, SEED)), "sealed": 7}
    with pytest.raises(AnswerUnfit):
        recovery.open_answer(json.dumps(body).encode(), asked, ASKING)
