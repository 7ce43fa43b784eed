"""The way from one database key to the next: for one person, in one place, and from one key."""

from hashlib import sha256
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from fieldapp.vault.errors import VaultDamaged
from fieldapp.vault.renewal import backward, candidates, key_name, leaving, place_of, settled, step
from tests.support.mission import seeded

OLD, NEW, INBOX = b"o" * 32, b"n" * 32, b"i" * 32
PLACE = place_of("vault", "slot")


def moved(inbox: bytes = INBOX, place: str = PLACE) -> dict[str, Any]:
    public = X25519PrivateKey.from_private_bytes(inbox).public_key().public_bytes_raw()
    return {"moved": [step(place, public, OLD, NEW, seeded(1))]}


def test_a_key_has_the_name_that_the_format_publishes() -> None:
    assert key_name(OLD) == sha256(b"ufr1/database\0" + OLD).hexdigest()[:16]


def test_a_step_leads_from_the_old_key_to_the_new() -> None:
    assert candidates(moved(), PLACE, OLD, INBOX) == (NEW, OLD)


def test_the_way_back_leads_to_the_old_key_in_its_own_place_only() -> None:
    back = backward(PLACE, OLD, NEW, seeded(1))
    assert candidates({"before": back}, PLACE, NEW, INBOX) == (NEW, OLD)
    elsewhere = backward(place_of("vault", "other"), OLD, NEW, seeded(1))
    forward = moved()["moved"][0]
    for wrong in (elsewhere, forward):
        with pytest.raises(VaultDamaged):
            candidates({"before": wrong}, PLACE, NEW, INBOX)


def test_a_step_from_the_key_before_is_followed_too() -> None:
    """A renewal that came to nothing, and then one by somebody else."""
    item = {"before": backward(PLACE, OLD, b"x" * 32, seeded(1)), **moved()}
    assert candidates(item, PLACE, b"x" * 32, INBOX) == (NEW, b"x" * 32, OLD)


@pytest.mark.parametrize(
    ("item", "key"),
    [
        (moved(inbox=b"j" * 32), OLD),
        (moved(place=place_of("vault", "other")), OLD),
        (moved(), NEW),
        ({"moved": {}}, OLD),
        ({"moved": [{"nonce": "AA==", "sealed": "A"}]}, OLD),
        ({"moved": [{name: f"*{text}" for name, text in moved()["moved"][0].items()}]}, OLD),
    ],
    ids=["another person", "another place", "another key", "no list", "no step", "no base64"],
)
def test_a_step_that_is_not_this_persons_leads_nowhere(item: dict[str, Any], key: bytes) -> None:
    with pytest.raises(VaultDamaged):
        candidates(item, PLACE, key, INBOX)


def test_who_leaves_is_known_once_the_store_is_under_the_new_key() -> None:
    document = {"renewal": {"to": key_name(NEW), "leaving": ["b"]}}
    assert leaving({}, NEW) is None
    assert leaving(document, NEW) == ("b",)
    assert leaving(document, OLD) == ()


@pytest.mark.parametrize("note", [{}, 5, {"to": 5, "leaving": []}, {"to": "x", "leaving": [5]}])
def test_a_note_of_a_renewal_that_cannot_be_read_says_so(note: object) -> None:
    with pytest.raises(VaultDamaged):
        leaving({"renewal": note}, NEW)


def test_a_renewal_is_done_or_undone_and_leaves_no_note() -> None:
    document = {
        "v": 1,
        "renewal": {"to": key_name(NEW), "leaving": ["b"]},
        "slots": [{"id": "a", "before": {}}, {"id": "b"}, {"id": "c", **moved()}],
    }
    done, undone = settled(document, NEW), settled(document, OLD)
    assert (done["key"], undone["key"]) == (key_name(NEW), key_name(OLD))
    assert [item["id"] for item in done["slots"]] == ["a", "c"]
    assert "before" not in done["slots"][0]
    assert len(done["slots"][1]["moved"]) == 1
    assert [item["id"] for item in undone["slots"]] == ["a", "b", "c"]
    assert undone["slots"][2]["moved"] == []
    assert "renewal" not in {**done, **undone}
