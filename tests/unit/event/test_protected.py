"""Protected content: who opens it, who does not, and what must not pass for it."""

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from fieldapp.event import protected
from fieldapp.event.chain import FIRST, Event, check_author, make_event, parse_event
from fieldapp.event.errors import SealBroken, SealedToOthers
from fieldapp.event.kinds import ContentType, Kind
from fieldapp.event.protected import (
    PAD_BYTES,
    SEALED_MIME,
    Sealed,
    open_seal,
    seal,
    sealed_to,
    well_formed,
)
from fieldapp.event.signing import StreamKey
from fieldapp.units import UtcMillis
from tests.support.mission import seeded

AUTHOR, OTHER = StreamKey(bytes(32)), StreamKey(b"\1" * 32)
HOLDER, SECOND, STRANGER = b"\2" * 32, b"\3" * 32, b"\4" * 32
CLEAR = {"ref": "TS7-OTHER-2026-0001-X", "type": "OTHER", "form": "alert", "version": "3"}
SECRET: dict[str, Any] = {
    "language": "en",
    "answers": {"facts": {"narrative": "four people, two of them under 18"}},
    "typed": {},
    "files": [{"mime": "image/jpeg", "name": "gate.jpg"}, {"mime": "image/jpeg", "name": ""}],
}
PHOTOS = (b"first photo", b"second photo")


def public(seed: bytes) -> bytes:
    return X25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()


def sealed(secret: dict[str, Any] = SECRET) -> Sealed:
    return seal(AUTHOR.stream, CLEAR, secret, PHOTOS, [public(HOLDER), public(SECOND)], seeded(5))


def signed(content: Any, key: StreamKey = AUTHOR, ctype: int = ContentType.PROTECTED) -> Event:
    return make_event(
        key, FIRST, Kind.REPORT, content, t=UtcMillis(1), entropy=seeded(6), ctype=ctype
    )


@pytest.mark.parametrize("seed", [HOLDER, SECOND], ids=["first", "second"])
def test_every_holder_reads_text_and_photos(seed: bytes) -> None:
    made = sealed()
    opened = open_seal(signed(made.content), seed)
    assert opened.content == SECRET
    photos = [opened.photo(number, raw) for number, raw in enumerate(made.photos)]
    assert tuple(photos) == PHOTOS
    assert made.content["files"] == [
        {"sha": sha256(raw).hexdigest(), "size": len(raw), "mime": SEALED_MIME}
        for raw in made.photos
    ]
    assert "narrative" not in repr(opened)


def test_nobody_else_does_and_nothing_of_it_stands_in_clear() -> None:
    made = sealed()
    event = signed(made.content)
    with pytest.raises(SealedToOthers):
        open_seal(event, STRANGER)
    assert [sealed_to(made.content, public(seed)) for seed in (HOLDER, STRANGER)] == [True, False]
    assert not sealed_to({}, public(HOLDER))
    whole = (event.payload or b"") + b"".join(made.photos)
    for word in (b"under 18", b"gate.jpg", b"photo", b"narrative"):
        assert word not in whole.replace(b"protected", b"")


def test_a_holder_named_without_the_right_key_opens_nothing() -> None:
    content = dict(sealed().content)
    wraps = [wrap for _, wrap in content["to"]]
    content["to"] = [[protected.key_id(public(STRANGER)).hex(), wraps[0]]]
    with pytest.raises(SealBroken):
        open_seal(signed(content), STRANGER)


def test_what_one_sealed_another_cannot_sign_as_theirs() -> None:
    made = sealed()
    with pytest.raises(SealBroken):
        open_seal(signed(made.content, OTHER), HOLDER)


def test_photos_keep_their_places() -> None:
    made = sealed()
    opened = open_seal(signed(made.content), HOLDER)
    for number, raw in ((1, made.photos[0]), (0, made.photos[0][:-1]), (0, b"")):
        with pytest.raises(SealBroken):
            opened.photo(number, raw)


def test_a_report_that_is_not_protected_is_not_opened_as_one() -> None:
    with pytest.raises(SealBroken):
        open_seal(signed(sealed().content, ctype=ContentType.JSON), HOLDER)


def test_length_tells_no_code_from_another() -> None:
    lengths = {
        len(sealed({**SECRET, "answers": {"kind": code}}).content["sealed"])
        for code in ("A", "ABDUCTION", "KILLING-AND-MAIMING")
    }
    assert len(lengths) == 1
    longer = sealed({**SECRET, "answers": {"kind": "x" * PAD_BYTES}})
    assert len(longer.content["sealed"]) not in lengths


def test_every_report_has_a_key_of_its_own() -> None:
    entropy = seeded(8)
    made = [
        seal(AUTHOR.stream, CLEAR, SECRET, (), [public(HOLDER)], entropy).content for _ in range(2)
    ]
    mixed = {**made[0], "sealed": made[1]["sealed"]}
    with pytest.raises(SealBroken):
        open_seal(signed(mixed), HOLDER)


def test_without_anybody_to_read_it_nothing_is_sealed() -> None:
    with pytest.raises(ValueError, match="nobody"):
        seal(AUTHOR.stream, CLEAR, SECRET, (), [], seeded(1))


def test_what_the_app_makes_is_well_formed() -> None:
    content = sealed().content
    assert well_formed(Kind.REPORT, content)
    assert well_formed(Kind.FLASH, content)
    assert not well_formed(Kind.AMEND, content)
    assert not well_formed(Kind.HISTORY, content)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda c: {**c, "answers": {}},
        lambda c: {name: c[name] for name in c if name != "ref"},
        lambda c: {**c, "ref": 7},
        lambda c: {**c, "to": []},
        lambda c: {**c, "to": "everybody"},
        lambda c: {**c, "to": [[c["to"][0][0]]]},
        lambda c: {**c, "to": [["zz" * 8, c["to"][0][1]]]},
        lambda c: {**c, "to": [["00" * 7, c["to"][0][1]]]},
        lambda c: {**c, "to": [[c["to"][0][0], c["to"][0][1][:-4]]]},
        lambda c: {**c, "to": [[c["to"][0][0], "*" * 108]]},
        lambda c: {**c, "sealed": ""},
        lambda c: {**c, "sealed": "not base64!"},
        lambda c: {**c, "sealed": f"*{c['sealed']}"},
        lambda c: {**c, "sealed": None},
    ],
)
def test_what_has_another_form_is_not_opened(spoil: Callable[[Any], Any]) -> None:
    content = spoil(dict(sealed().content))
    assert not well_formed(Kind.REPORT, content)
    with pytest.raises(SealBroken):
        open_seal(signed(content), HOLDER)


FILE = Path(__file__).parents[2] / "golden" / "protected" / "vectors.json"
VECTORS: dict[str, Any] = json.loads(FILE.read_text("utf-8"))


def kept(vector: dict[str, str]) -> Event:
    """An event of an earlier build, its signature checked."""
    raw, signature, salt = (bytes.fromhex(vector[part]) for part in ("header", "signature", "salt"))
    event = parse_event(raw, signature, salt, vector["payload"].encode())
    check_author(event, bytes.fromhex(vector["public"]))
    return event


@pytest.mark.parametrize("vector", VECTORS["good"], ids=lambda vector: vector["name"])
def test_what_an_earlier_build_sealed_stays_readable(vector: dict[str, str]) -> None:
    opened = open_seal(kept(vector), bytes.fromhex(vector["inbox"]))
    assert opened.content == VECTORS["secret"]
    photo = opened.photo(0, bytes.fromhex(VECTORS["sealed_photo"]))
    assert photo.hex() == VECTORS["photo"]


@pytest.mark.parametrize("vector", VECTORS["bad"], ids=lambda vector: vector["name"])
def test_what_must_not_open_is_refused_for_its_reason(vector: dict[str, str]) -> None:
    with pytest.raises((SealBroken, SealedToOthers)) as raised:
        open_seal(kept(vector), bytes.fromhex(vector["inbox"]))
    assert raised.value.code == vector["code"]
