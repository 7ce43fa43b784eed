"""The door: the right passphrase opens, everything else says so and changes nothing."""

import errno
import json
import os
from pathlib import Path

import pytest

from fieldapp.clock import system_entropy
from fieldapp.files import DiskFull
from fieldapp.vault import kdf, slots
from fieldapp.vault.drafts import DraftSealer
from fieldapp.vault.errors import (
    NoVault,
    SlotTaken,
    VaultDamaged,
    VaultUnreadable,
    WeakPassphrase,
    WrongPassphrase,
)
from fieldapp.vault.file import FILE_NAME, Slot, vault_exists
from fieldapp.vault.kdf import CEILING_KIB, CHOICES_KIB, FLOOR_KIB, KdfCost, choose_cost
from fieldapp.vault.slots import Vault
from fieldapp.vault.strength import check_strength
from tests.support.mission import CHEAP, PASSPHRASE

OTHER = "seven quiet herons walk"


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(tmp_path, system_entropy)


def test_two_people_share_the_database_and_nothing_else(vault: Vault) -> None:
    a = vault.create("Capt A", PASSPHRASE, CHEAP)
    b = vault.add(a, "Lt B", OTHER, CHEAP)
    again = vault.unlock(a.slot.id, PASSPHRASE)
    assert again == a
    assert vault.unlock(b.slot.id, OTHER) == b
    assert a.database == b.database
    assert len({a.stream_seed, b.stream_seed, a.draft, b.draft, a.inbox_seed, b.inbox_seed}) == 6
    assert [slot.label for slot in vault.slots()] == ["Capt A", "Lt B"]


def test_a_wrong_passphrase_changes_nothing(vault: Vault, tmp_path: Path) -> None:
    keys = vault.create("Capt A", PASSPHRASE, CHEAP)
    before = (tmp_path / FILE_NAME).read_bytes()
    for wrong in (PASSPHRASE + "x", "", OTHER):
        with pytest.raises(WrongPassphrase):
            vault.unlock(keys.slot.id, wrong)
    with pytest.raises(WrongPassphrase):
        vault.unlock("00", PASSPHRASE)
    assert (tmp_path / FILE_NAME).read_bytes() == before


def test_a_changed_passphrase_opens_and_the_old_one_does_not(vault: Vault) -> None:
    keys = vault.create("Capt A", PASSPHRASE, CHEAP)
    vault.change_passphrase(keys, OTHER, CHEAP)
    assert vault.unlock(keys.slot.id, OTHER) == keys
    with pytest.raises(WrongPassphrase):
        vault.unlock(keys.slot.id, PASSPHRASE)


def test_typed_blanks_and_composed_letters_do_not_matter(vault: Vault) -> None:
    keys = vault.create("Capt A", "forêt calme onze étés", CHEAP)
    assert vault.unlock(keys.slot.id, " fore\u0302t calme onze e\u0301te\u0301s ") == keys


def test_lowered_cost_or_swapped_slots_do_not_open(vault: Vault, tmp_path: Path) -> None:
    a = vault.create("Capt A", PASSPHRASE, KdfCost(FLOOR_KIB, 2, 1))
    b = vault.add(a, "Lt B", OTHER, CHEAP)
    path = tmp_path / FILE_NAME
    document = json.loads(path.read_text())
    document["slots"][0]["kdf"]["t"] = 1
    path.write_text(json.dumps(document))
    with pytest.raises(WrongPassphrase):
        vault.unlock(a.slot.id, PASSPHRASE)
    document["slots"][0]["kdf"]["t"] = 2
    first, second = document["slots"]
    first["wrap"], second["wrap"] = second["wrap"], first["wrap"]
    path.write_text(json.dumps(document))
    with pytest.raises(WrongPassphrase):
        vault.unlock(b.slot.id, OTHER)


@pytest.mark.parametrize(
    ("name", "value"),
    [("m", 1024), ("m", 2**40), ("t", 0), ("t", 99), ("p", 0), ("p", 64), ("m", "65536")],
)
def test_a_tampered_cost_is_refused_before_any_work(
    vault: Vault, tmp_path: Path, name: str, value: object
) -> None:
    keys = vault.create("Capt A", PASSPHRASE, CHEAP)
    path = tmp_path / FILE_NAME
    document = json.loads(path.read_text())
    document["slots"][0]["kdf"][name] = value
    path.write_text(json.dumps(document))
    with pytest.raises(VaultDamaged):
        vault.unlock(keys.slot.id, PASSPHRASE)


def test_a_slot_is_bound_to_what_it_shows_as_the_format_spells_it() -> None:
    shown = {"id": "01", "label": "Lt Ç", "kdf": {"m": 65536, "t": 2, "p": 3, "salt": "AA=="}}
    spelled = b'ufr1/slot\0[1,"ab","01","Lt \\u00c7",65536,2,3,"AA=="]'
    assert slots._bound("ab", shown) == spelled


def test_a_cost_has_bounds_and_reaches_them() -> None:
    lowest, highest = (FLOOR_KIB, 1, 1), (CEILING_KIB, 10, 8)
    for good in (lowest, highest):
        assert KdfCost.from_json(KdfCost(*good).as_json()) == KdfCost(*good)
    for place in range(3):
        for edge, beyond in ((lowest, -1), (highest, 1)):
            numbers = [*edge[:place], edge[place] + beyond, *edge[place + 1 :]]
            with pytest.raises(VaultDamaged):
                KdfCost(*numbers)


@pytest.mark.parametrize("member", ["salt", "nonce", "wrap"])
def test_a_damaged_slot_is_told_from_a_wrong_passphrase(
    vault: Vault, tmp_path: Path, member: str
) -> None:
    keys = vault.create("Capt A", PASSPHRASE, CHEAP)
    document = json.loads((tmp_path / FILE_NAME).read_text())
    (item,) = document["slots"]
    holder = item["kdf"] if member == "salt" else item
    holder[member] = f"*{holder[member]}"
    (tmp_path / FILE_NAME).write_text(json.dumps(document))
    with pytest.raises(VaultDamaged):
        vault.unlock(keys.slot.id, PASSPHRASE)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[]",
        b"\xff",
        b'{"v":2}',
        b"[" * 100_000,
        b'{"v":1, "vault":"00", "slots":[]}',
        b'{"v":1, "vault":0, "slots":[{"id":"a","label":"A"}]}',
    ],
)
def test_a_damaged_file_says_so(vault: Vault, tmp_path: Path, content: bytes) -> None:
    vault.create("Capt A", PASSPHRASE, CHEAP)
    (tmp_path / FILE_NAME).write_bytes(content)
    with pytest.raises(VaultDamaged):
        vault.slots()


def test_what_was_said_of_a_person_is_theirs_or_damaged(vault: Vault, tmp_path: Path) -> None:
    a = vault.create("Capt A", PASSPHRASE, CHEAP, {"unit": "TS7"})
    b = vault.add(a, "Lt B", OTHER, CHEAP, {"unit": "HQ"})
    assert vault.about(b) == {"unit": "HQ"}
    path = tmp_path / FILE_NAME
    document = json.loads(path.read_text())
    document["slots"][1]["about"] = "HQ"
    path.write_text(json.dumps(document))
    with pytest.raises(VaultDamaged):
        vault.about(b)
    path.write_text(json.dumps({**document, "slots": document["slots"][:1]}))
    with pytest.raises(VaultDamaged):
        vault.about(b)
    assert vault.about(a) == {"unit": "TS7"}


def test_a_place_that_cannot_be_looked_at_says_so(tmp_path: Path) -> None:
    with pytest.raises(VaultUnreadable):
        vault_exists(tmp_path / ("x" * 300))


def test_a_folder_in_its_place_says_so(vault: Vault, tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    for look in (vault.slots, vault.has_store):
        with pytest.raises(VaultUnreadable):
            look()


def test_a_disk_that_takes_no_key_file_leaves_nothing(
    vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull):
        vault.create("Capt A", PASSPHRASE, CHEAP)
    assert list(tmp_path.iterdir()) == []


def test_every_truncation_of_the_file_says_so(vault: Vault, tmp_path: Path) -> None:
    keys = vault.create("Capt A", PASSPHRASE, CHEAP)
    path = tmp_path / FILE_NAME
    whole = path.read_bytes().rstrip()
    for length in range(0, len(whole)):
        path.write_bytes(whole[:length])
        with pytest.raises(VaultDamaged):
            vault.unlock(keys.slot.id, PASSPHRASE)


def test_names_are_unique_and_nobody_sets_up_twice(vault: Vault) -> None:
    keys = vault.create("Capt A", PASSPHRASE, CHEAP)
    with pytest.raises(SlotTaken):
        vault.add(keys, " capt  a ", OTHER, CHEAP)
    with pytest.raises(FileExistsError):
        vault.create("Lt B", OTHER, CHEAP)


def test_without_a_vault_there_is_a_way_forward(vault: Vault) -> None:
    with pytest.raises(NoVault):
        vault.slots()


@pytest.mark.parametrize("weak", ["", "1234", "password", "aaaa aaaa aaaa aaaa", "a b c d"])
def test_weak_passphrases_are_refused(vault: Vault, weak: str) -> None:
    with pytest.raises(WeakPassphrase):
        vault.create("Capt A", weak, CHEAP)
    assert not vault.exists


def test_strong_passphrases_pass() -> None:
    for strong in (PASSPHRASE, "xK9!mQ2#vT5&wZ8*", "رمل قمر بحر نخيل جبل"):
        check_strength(strong)


@pytest.mark.parametrize("seconds", [0.01, 0.3, 0.7, 5.0])
def test_the_chosen_cost_is_bearable_and_never_below_the_floor(seconds: float) -> None:
    moments = iter(x * seconds for x in range(100))
    cost = choose_cost(lambda: next(moments))
    best, worst = max(CHOICES_KIB), FLOOR_KIB
    assert cost == KdfCost({0.01: best, 0.3: best, 0.7: worst, 5.0: worst}[seconds])


def test_the_cost_falls_back_by_half_where_a_step_was_too_much() -> None:
    moments = iter([0.0, 0.4, 1.0, 2.1])
    assert choose_cost(lambda: next(moments)) == KdfCost(FLOOR_KIB)


@pytest.mark.parametrize(
    ("moments", "chosen"),
    [([0.0, 0.5, 1.0, 2.0], 128 * 1024), ([0.0, 0.4, 1.0, 1.45, 2.0, 3.2], 128 * 1024)],
    ids=["just within a second", "the third step was too much"],
)
def test_a_second_is_used_and_not_exceeded(
    moments: list[float], chosen: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kdf, "derive", lambda *_: b"")
    stopwatch = iter(moments)
    assert repr(choose_cost(lambda: next(stopwatch))) == repr(KdfCost(chosen))


def test_the_renewer_and_who_follows_can_go_back_until_it_is_settled(vault: Vault) -> None:
    a = vault.create("Capt A", PASSPHRASE, CHEAP)
    b = vault.add(a, "Lt B", OTHER, CHEAP)
    new = b"n" * 32
    vault.renew(a, PASSPHRASE, new, {b.slot.id: b.inbox_public()})
    for who, words in ((a, PASSPHRASE), (b, OTHER)):
        keys = vault.unlock(who.slot.id, words)
        assert (keys.database, keys.earlier) == (new, (a.database,))
    vault.settle(new)
    assert vault.unlock(a.slot.id, PASSPHRASE).earlier == ()
    assert vault.leaving(new) is None


def test_a_slot_of_which_nothing_was_said_can_be_replaced(vault: Vault, tmp_path: Path) -> None:
    a = vault.create("Capt A", PASSPHRASE, CHEAP)
    b = vault.add(a, "Lt B", OTHER, CHEAP)
    document = json.loads((tmp_path / FILE_NAME).read_text())
    del document["slots"][1]["about"]
    (tmp_path / FILE_NAME).write_text(json.dumps(document))
    assert vault.about(b) == {}
    again, heir = vault.fresh("Lt B", a.database), {"of": b.slot.id, "sealed": ""}
    vault.replace(b.slot.id, again, OTHER, CHEAP, heir)
    assert (vault.about(again), vault.heir(again)) == ({}, heir)
    for _ in range(2):
        vault.settle_heir(again)
        assert vault.heir(again) is None


def test_a_colleague_cannot_open_a_draft(vault: Vault) -> None:
    a = vault.create("Capt A", PASSPHRASE, CHEAP)
    b = vault.add(a, "Lt B", OTHER, CHEAP)
    sealed = DraftSealer(a, system_entropy).seal("d1", b"half a sentence")
    assert DraftSealer(a, system_entropy).open("d1", sealed) == b"half a sentence"
    with pytest.raises(VaultDamaged):
        DraftSealer(b, system_entropy).open("d1", sealed)
    with pytest.raises(VaultDamaged):
        DraftSealer(a, system_entropy).open("d2", sealed)
    assert b"sentence" not in sealed


def test_keys_do_not_show_in_their_text() -> None:
    from fieldapp.vault.slots import PersonKeys

    keys = PersonKeys(Slot("ab", "A"), b"D" * 32, b"S" * 32, b"I" * 32, b"R" * 32, b"T" * 16)
    assert "DDD" not in repr(keys)
    assert "SSS" not in str(keys)
