"""A forgotten passphrase: recovered whenever the power fails, and by the right answer only."""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from fieldapp import recovery
from fieldapp.clock import SystemClock, system_entropy
from fieldapp.colleagues import change_passphrase, renew_key
from fieldapp.commands import file_report
from fieldapp.errors import FieldError
from fieldapp.event.kinds import Kind
from fieldapp.mission.roster import Role
from fieldapp.people import Desk, asked_file, open_desk
from fieldapp.store import checking, drafts, journal, saved
from fieldapp.store.drafts import Draft
from fieldapp.store.saved import SavedFilter
from fieldapp.vault.errors import (
    AnswerOutdated,
    AnswerUnfit,
    NoRecovery,
    NothingAsked,
    VaultDamaged,
    WeakPassphrase,
    WrongPassphrase,
)
from fieldapp.vault.file import Slot, people_of
from fieldapp.vault.recovery import Request, answer, public_of
from fieldapp.vault.slots import Vault
from tests.support.crash_points import can_stop, sweep
from tests.support.fleet import restriction
from tests.support.mission import CHEAP, PASSPHRASE, Mission, make_desk, make_mission, seeded

SEED = seeded(77)(96)
NEW = "harbour velvet onion clock"
PHOTO = bytes(range(256)) * 700
EVERY = 1 if os.environ.get("SOAK") else 4


def prepared() -> Mission:
    """A mission whose custodians hold the key of `SEED`."""
    mission = make_mission()
    mission.profile = replace(mission.profile, recovery=public_of(SEED), version=2)
    return mission


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Capt A has a filed report, a draft with a photo and a filter; Lt B works here, too."""
    home = tmp_path / "home"
    mission = prepared()
    a = make_desk(home, mission, "Capt A")
    b = make_desk(home, mission, "Lt B", seed=8, by=a)
    drafts.save_draft(b.store, b.sealer, Draft("theirs", "incident", "1"))
    b.store.close()
    with a.store:
        file_report(a, restriction())
        drafts.save_draft(a.store, a.sealer, Draft("d1", "incident", "1", {"what": "shots"}))
        drafts.put_draft_file(a.store, a.sealer, "d1", "f1", PHOTO)
        saved.keep(a.store, a.keys.slot.id, SavedFilter("mine"))
    return home


def slot(home: Path, name: str = "Capt A") -> Slot:
    return next(each for each in people_of(home) if each.label == name)


def answered(home: Path, name: str = "Capt A") -> bytes:
    """The answer of the custodians to a request that is made now."""
    path, request = recovery.ask(home, slot(home, name).id, home.parent, system_entropy)
    assert Request.read(path.read_bytes()) == request
    return answer(request, SEED)


def finished(home: Path, raw: bytes, passphrase: str = NEW, name: str = "Capt A") -> Desk:
    return recovery.finish(
        home,
        slot(home, name),
        raw,
        passphrase,
        CHEAP,
        clock=SystemClock(),
        entropy=system_entropy,
    )


def enter(home: Path, passphrase: str, name: str = "Capt A") -> Desk:
    keys = Vault(home, system_entropy).unlock(slot(home, name).id, passphrase)
    return open_desk(home, keys, clock=SystemClock(), entropy=system_entropy)


def held(home: Path) -> dict[str, bytes]:
    """What a refusal must leave as it was."""
    return {path.name: path.read_bytes() for path in sorted(home.glob("*.json"))}


def check_all_there(desk: Desk) -> None:
    (draft,) = drafts.load_drafts(desk.store, desk.sealer)
    assert draft.answers == {"what": "shots"}
    assert drafts.read_draft_file(desk.store, desk.sealer, "d1", "f1") == PHOTO
    assert [each.name for each in saved.load(desk.store, desk.keys.slot.id)] == ["mine"]
    kinds = [each.event.head.kind for each in journal.pending(desk.store)]
    assert kinds.count(Kind.GENESIS) == 3
    assert kinds.count(Kind.REPORT) == 1
    checking.verify_store(desk.store, desk.profile.admin)


def test_the_person_goes_on_with_new_keys_and_everything_they_had(home: Path) -> None:
    before = enter(home, PASSPHRASE)
    before.store.close()
    with finished(home, answered(home)).store:
        pass
    with pytest.raises(WrongPassphrase):
        enter(home, PASSPHRASE)
    desk = enter(home, NEW)
    with desk.store:
        check_all_there(desk)
        for part in ("stream_seed", "inbox_seed", "draft", "inbox_token"):
            assert getattr(desk.keys, part) != getattr(before.keys, part)
        assert desk.role() is Role.PATROL
        assert not desk.vouched()
        assert desk.unit() == "TS7"
        (genesis,) = (
            each.event
            for each in journal.pending(desk.store)
            if each.event.head.stream == desk.stream
        )
        link = (genesis.content() or {})["link"]
        assert link["stream"] == before.stream.hex()
    assert [each.label for each in people_of(home)] == ["Capt A", "Lt B"]
    assert not asked_file(home, before.keys.slot.id).exists()
    assert "heir" not in (home / "vault.json").read_text()
    with enter(home, PASSPHRASE, "Lt B").store:
        pass


def test_what_custodians_get_signs_and_fetches_nothing(home: Path) -> None:
    keys = enter(home, PASSPHRASE)
    keys.store.close()
    asking = seeded(5)(32)
    document = json.loads((home / "vault.json").read_text())
    place = f"{document['vault']}/{keys.keys.slot.id}"
    request = recovery.recovery.request_for(document["slots"][0], place, asking)
    rescued = recovery.recovery.open_answer(answer(request, SEED), request, asking)
    assert (rescued.database, rescued.draft) == (keys.keys.database, keys.keys.draft)


def test_twice_in_a_row(home: Path) -> None:
    finished(home, answered(home)).store.close()
    desk = finished(home, answered(home), PASSPHRASE + " again")
    with desk.store:
        (draft,) = drafts.load_drafts(desk.store, desk.sealer)
        assert draft.id == "d1"


@pytest.mark.parametrize("stops", [True] if can_stop() else [])
def test_whenever_power_fails_it_is_offered_still_or_the_new_passphrase_opens(
    home: Path, tmp_path: Path, stops: bool
) -> None:
    raw = answered(home)

    def work(here: Path) -> None:
        finished(here, raw).store.close()

    def check(here: Path, done: bool) -> None:
        try:
            desk = enter(here, NEW)
        except WrongPassphrase:
            assert not done
            desk = finished(here, raw)
        with desk.store:
            check_all_there(desk)
        assert len(people_of(here)) == 2
        assert not list(here.glob("recovery-*.json"))

    assert sweep(home, tmp_path / "sweep", work, check, every=EVERY) > 10


def refused(home: Path, raw: bytes, error: type[FieldError], passphrase: str = NEW) -> None:
    """The answer is refused in calm words, and everything is as it was."""
    before = held(home)
    with pytest.raises(error):
        finished(home, raw, passphrase)
    assert held(home) == before
    with enter(home, PASSPHRASE).store as store:
        assert store.row("SELECT count(*) FROM draft") == (2,)


def test_an_answer_that_does_not_fit_changes_nothing(home: Path, tmp_path: Path) -> None:
    early = answered(home)
    theirs = answered(home, "Lt B")
    other = tmp_path / "other" / "home"
    make_desk(other, prepared(), "Capt A", seed=5).store.close()
    elsewhere = answered(other)
    good = answered(home)
    for wrong in (early, theirs, elsewhere, good[:-9], good.replace(b'"v": 1', b'"v": 2'), b""):
        refused(home, wrong, AnswerUnfit)
    refused(home, good, WeakPassphrase, "1234")
    finished(home, good).store.close()


def test_the_answer_of_somebody_who_lies_does_not_open(home: Path) -> None:
    """Anybody can seal to a request; only the right keys open the store and the drafts."""
    keys = enter(home, PASSPHRASE)
    keys.store.close()
    _, request = recovery.ask(home, slot(home).id, home.parent, system_entropy)
    cases = (
        (bytes(32), keys.keys.draft, AnswerOutdated),
        (keys.keys.database, bytes(32), AnswerUnfit),
    )
    for database, draft, error in cases:
        lie = recovery.recovery.seal_for_custodians(
            public_of(SEED), request.place, recovery.Rescued(database, draft)
        )
        raw = answer(replace(request, sealed=recovery.recovery._bytes(lie["sealed"])), SEED)
        body = {**json.loads(raw), "request": request.digest().hex()}
        refused(home, json.dumps(body).encode(), AnswerUnfit)
        asked = recovery.recovery.request_for({"recovery": lie}, request.place, seeded(5)(32))
        kept = {"private": seeded(5)(32).hex(), "request": asked.write().decode()}
        asked_file(home, slot(home).id).write_text(json.dumps(kept))
        refused(home, answer(asked, SEED), error)


def test_an_answer_from_before_the_key_was_renewed_is_too_old(home: Path) -> None:
    raw = answered(home)
    b = enter(home, PASSPHRASE, "Lt B")
    with b.store:
        renew_key(b, PASSPHRASE)
    assert '"recovery"' not in (home / "vault.json").read_text()
    with pytest.raises(NoRecovery):
        recovery.ask(home, slot(home).id, home.parent, system_entropy)
    before = held(home)
    with pytest.raises(AnswerOutdated):
        finished(home, raw)
    assert held(home) == before
    enter(home, PASSPHRASE).store.close()
    finished(home, answered(home)).store.close()


def test_without_a_request_there_is_nothing_to_answer(home: Path) -> None:
    with pytest.raises(NothingAsked):
        recovery.person_of(home, b"")
    raw = answered(home)
    assert recovery.person_of(home, raw) == slot(home)
    assert recovery.asked(home, slot(home).id) is not None
    with pytest.raises(AnswerUnfit):
        recovery.person_of(home, b"{}")
    asked_file(home, slot(home).id).write_bytes(b"[]")
    refused(home, raw, NothingAsked)


def test_it_is_prepared_at_the_next_unlock_and_once(tmp_path: Path) -> None:
    home, mission = tmp_path / "home", make_mission()
    a = make_desk(home, mission, "Capt A")
    with a.store:
        assert not recovery.can_ask(home, a.keys.slot.id)
        (home / "mission.profile").write_bytes(prepared().file)
    enter(home, PASSPHRASE).store.close()
    assert recovery.can_ask(home, a.keys.slot.id)
    before = (home / "vault.json").read_bytes()
    desk = enter(home, PASSPHRASE)
    assert (home / "vault.json").read_bytes() == before
    with desk.store:
        change_passphrase(desk, PASSPHRASE, NEW, CHEAP)
    assert recovery.can_ask(home, a.keys.slot.id)
    other = prepared()
    other.profile = replace(other.profile, recovery=public_of(seeded(78)(96)), version=3)
    (home / "mission.profile").write_bytes(other.file)
    enter(home, NEW).store.close()
    assert (home / "vault.json").read_bytes().count(b'"recovery"') == 1
    _, request = recovery.ask(home, a.keys.slot.id, tmp_path, system_entropy)
    assert answer(request, seeded(78)(96))


def test_a_laptop_whose_key_file_cannot_be_written_is_opened_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, mission = tmp_path / "home", make_mission()
    make_desk(home, mission, "Capt A").store.close()
    (home / "mission.profile").write_bytes(prepared().file)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("fieldapp.files.replace_whole", full)
    enter(home, PASSPHRASE).store.close()
    assert not recovery.can_ask(home, slot(home).id)


def test_an_exchanged_mission_file_is_given_no_keys(tmp_path: Path) -> None:
    """Anybody can sign a mission file with a root key of their own and put it beside the store."""
    home = tmp_path / "home"
    make_desk(home, make_mission(), "Capt A").store.close()
    rogue = make_mission(99)
    rogue.profile = replace(rogue.profile, recovery=public_of(seeded(78)(96)), version=9)
    (home / "mission.profile").write_bytes(rogue.file)
    enter(home, PASSPHRASE).store.close()
    assert not recovery.can_ask(home, slot(home).id)
    (home / "mission.profile").write_bytes(prepared().file)
    enter(home, PASSPHRASE).store.close()
    assert recovery.can_ask(home, slot(home).id)


@pytest.mark.parametrize("heir", [5, {}, {"of": "x"}, {"of": 5, "sealed": ""}, "text"])
def test_a_changed_heir_is_no_mishap(home: Path, heir: object) -> None:
    path = home / "vault.json"
    document = json.loads(path.read_text())
    document["slots"][0]["heir"] = heir
    path.write_text(json.dumps(document))
    with pytest.raises(VaultDamaged):
        enter(home, PASSPHRASE)
    document["slots"][0]["heir"] = {"of": document["slots"][1]["id"], "sealed": "AAAA" * 20}
    path.write_text(json.dumps(document))
    with pytest.raises(VaultDamaged):
        enter(home, PASSPHRASE)
    with enter(home, PASSPHRASE, "Lt B").store as store:
        assert store.row("SELECT count(*) FROM draft") == (2,)
