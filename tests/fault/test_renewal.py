"""A colleague is removed: another key, and who stays gets in, whenever the power fails."""

import os
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from fieldapp import colleagues, files
from fieldapp.clock import system_entropy
from fieldapp.colleagues import (
    DraftsLeft,
    HigherRole,
    NeverIn,
    NoColleague,
    NotOneself,
    NotRenewed,
    add_colleague,
    change_passphrase,
    drafts_of,
    remove_colleague,
    renew_key,
)
from fieldapp.commands import file_report
from fieldapp.errors import FieldError
from fieldapp.mission.roster import Role
from fieldapp.people import Desk, Newcomer, open_desk
from fieldapp.store import checking, database, drafts, journal, rewriting
from fieldapp.store.database import connect, open_store
from fieldapp.store.drafts import Draft
from fieldapp.store.errors import StoreBusy, StoreDamaged, StoreLocked
from fieldapp.vault import slots
from fieldapp.vault.errors import KeyRenewed, VaultDamaged, WrongPassphrase
from fieldapp.vault.slots import Vault
from tests.support.fleet import carry
from tests.support.mission import (
    CHEAP,
    PASSPHRASE,
    TickingClock,
    make_desk,
    make_mission,
)
from tests.support.window import story

OTHER = "seven quiet herons walk"


def enter(home: Path, number: int, passphrase: str = PASSPHRASE) -> Desk:
    vault = Vault(home, system_entropy)
    keys = vault.unlock(vault.slots()[number].id, passphrase)
    return open_desk(home, keys, clock=TickingClock(), entropy=system_entropy)


def names(home: Path) -> list[str]:
    return [slot.label for slot in Vault(home, system_entropy).slots()]


def slot(home: Path, number: int) -> str:
    return Vault(home, system_entropy).slots()[number].id


@pytest.fixture(autouse=True)
def remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same people come in a hundred times; the cost of that is not what is looked at."""
    monkeypatch.setattr(slots, "derive", cache(slots.derive))


@pytest.fixture
def shared(tmp_path: Path) -> Iterator[Desk]:
    """Capt A is in; Lt B and Sgt C work on the laptop, too, and B filed a report that waits."""
    mission = make_mission()
    a = make_desk(tmp_path, mission, "Capt A")
    b = make_desk(tmp_path, mission, "Lt B", seed=8, by=a)
    c = make_desk(tmp_path, mission, "Sgt C", seed=9, by=a)
    c.store.close()
    carry([mission.vouch(a, Role.PATROL), mission.vouch(b, Role.PATROL)], a, mission)
    file_report(b, story("03-denied-despite-clearance"))
    drafts.save_draft(b.store, b.sealer, Draft("d1", "incident", "1"))
    b.store.close()
    with a.store:
        drafts.save_draft(a.store, a.sealer, Draft("mine", "incident", "1"))
        yield a


def waiting(desk: Desk) -> list[bytes]:
    return [bytes(item.event.id) for item in journal.pending(desk.store)]


def test_who_was_removed_gets_in_nowhere_and_what_they_filed_still_goes(
    shared: Desk, tmp_path: Path
) -> None:
    old, waits = shared.keys.database, waiting(shared)
    b = Vault(tmp_path, system_entropy).unlock(slot(tmp_path, 1), PASSPHRASE)
    (tmp_path / "snapshots").mkdir()
    (tmp_path / "snapshots" / "1").write_bytes(b"under the old key")
    assert drafts_of(shared, b.slot.id) == 1
    with pytest.raises(DraftsLeft):
        remove_colleague(shared, b.slot.id, PASSPHRASE)
    assert len(names(tmp_path)) == 3
    remove_colleague(shared, b.slot.id, PASSPHRASE, drafts_too=True)
    assert names(tmp_path) == ["Capt A", "Sgt C"]
    assert waiting(shared) == waits
    assert [draft.id for draft in drafts.load_drafts(shared.store, shared.sealer)] == ["mine"]
    assert drafts_of(shared, b.slot.id) == 0
    assert list((tmp_path / "snapshots").iterdir()) == []
    shared.store.close()
    with pytest.raises(StoreLocked):
        open_store(tmp_path, old, TickingClock())
    for number in (0, 1):
        with enter(tmp_path, number).store as store:
            assert checking.verify_store(store, shared.profile.admin).events > 3
    assert sorted(path.name for path in tmp_path.iterdir() if "vault" in path.name) == [
        "vault.db",
        "vault.json",
    ]


def test_people_follow_through_many_keys_and_a_new_passphrase_ends_the_way(
    shared: Desk, tmp_path: Path
) -> None:
    shared.store.close()
    for number in (0, 2, 0):
        desk = enter(tmp_path, number)
        with desk.store:
            renew_key(desk, PASSPHRASE)
            assert desk.store.row("PRAGMA journal_mode") == ("wal",)
            assert desk.store.row("PRAGMA locking_mode") == ("normal",)
    desk = enter(tmp_path, 1)
    with desk.store:
        assert b'"moved"' in (tmp_path / "vault.json").read_bytes()
        change_passphrase(desk, PASSPHRASE, OTHER, CHEAP)
    enter(tmp_path, 1, OTHER).store.close()
    with enter(tmp_path, 2).store as store:
        assert store.row("SELECT count(*) FROM draft") == (2,)
    text = (tmp_path / "vault.json").read_text()
    assert '"before"' not in text
    assert '"renewal"' not in text


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.PATROL])
def test_who_may_remove_whom(shared: Desk, tmp_path: Path, role: Role) -> None:
    mission = make_mission()
    with pytest.raises(NotOneself):
        remove_colleague(shared, shared.keys.slot.id, PASSPHRASE)
    with pytest.raises(NoColleague):
        remove_colleague(shared, "00", PASSPHRASE)
    with pytest.raises(WrongPassphrase):
        remove_colleague(shared, slot(tmp_path, 2), OTHER)
    c = enter(tmp_path, 2)
    mission.number = 5
    carry([mission.vouch(c, role)], c, mission)
    c.store.close()
    with pytest.raises(HigherRole):
        remove_colleague(shared, slot(tmp_path, 2), PASSPHRASE)
    assert len(names(tmp_path)) == 3


def test_a_colleague_who_never_came_in_would_be_shut_out(shared: Desk, tmp_path: Path) -> None:
    Vault(tmp_path, system_entropy).add(shared.keys, "Lt D", PASSPHRASE, CHEAP)
    with pytest.raises(NeverIn):
        renew_key(shared, PASSPHRASE)
    remove_colleague(shared, slot(tmp_path, 3), PASSPHRASE)
    assert names(tmp_path) == ["Capt A", "Lt B", "Sgt C"]


def test_an_old_key_in_hand_lets_nobody_in_and_changes_no_passphrase(
    shared: Desk, tmp_path: Path
) -> None:
    renew_key(shared, PASSPHRASE)
    newcomer = Newcomer("Lt D", "TS7", "test laptop")
    for act in (
        lambda: add_colleague(shared, newcomer, OTHER, CHEAP),
        lambda: change_passphrase(shared, PASSPHRASE, OTHER, CHEAP),
        lambda: renew_key(shared, PASSPHRASE),
    ):
        with pytest.raises(KeyRenewed):
            act()
    drafts.save_draft(shared.store, shared.sealer, Draft("more", "incident", "1"))
    shared.store.close()
    with enter(tmp_path, 0).store as store:
        assert store.row("SELECT count(*) FROM draft") == (3,)


def test_another_window_keeps_everything_as_it_is(shared: Desk, tmp_path: Path) -> None:
    other = connect(tmp_path / database.FILE_NAME, shared.keys.database)
    other.execute("SELECT count(*) FROM event").fetchone()
    before = (tmp_path / "vault.json").read_bytes()
    with pytest.raises(StoreBusy):
        renew_key(shared, PASSPHRASE)
    assert (tmp_path / "vault.json").read_bytes() == before
    with pytest.raises(NotRenewed):
        change_passphrase(shared, PASSPHRASE, OTHER, CHEAP, renew=True)
    other.close()
    with pytest.raises(WrongPassphrase):
        renew_key(shared, PASSPHRASE)
    drafts.save_draft(shared.store, shared.sealer, Draft("more", "incident", "1"))
    renew_key(shared, OTHER)


def test_who_waits_for_the_old_file_is_told_instead_of_writing_into_the_void(
    shared: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second process came in before the exclusive lock and reads after the switch."""
    late = connect(tmp_path / database.FILE_NAME, shared.keys.database)
    real = os.ftruncate

    def truncated(handle: int, size: int) -> None:
        real(handle, size)
        late.execute("PRAGMA busy_timeout = 1")

    monkeypatch.setattr(os, "ftruncate", truncated)
    renew_key(shared, PASSPHRASE)
    found = None
    try:
        found = late.execute("PRAGMA user_version").fetchone()[0]
    except database.sqlite.DatabaseError:
        found = 0
    late.close()
    assert found == 0, "as from a file with nothing in it, which is refused"


def test_nobody_else_gets_in_while_the_copy_is_made(
    shared: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def look(_path: Path) -> None:
        late = connect(tmp_path / database.FILE_NAME, shared.keys.database)
        late.execute("PRAGMA busy_timeout = 1")
        try:
            late.execute("SELECT count(*) FROM event").fetchone()
        except database.sqlite.OperationalError as error:
            told.append(str(error))
        late.close()

    monkeypatch.setattr(rewriting, "sync_file", look)
    renew_key(shared, PASSPHRASE)
    assert told == ["database is locked"]


def test_a_copy_that_lacks_an_event_is_thrown_away(
    shared: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Lossy(database.sqlite.Connection):
        def execute(self, sql: str, *values: Any) -> Any:
            if sql == "PRAGMA quick_check":
                super().execute("DELETE FROM event WHERE n = (SELECT max(n) FROM event)")
            return super().execute(sql, *values)

    def lossy(path: Path, key: bytes) -> database.sqlite.Connection:
        made: Lossy = database.sqlite.connect(str(path), isolation_level=None, factory=Lossy)
        made.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        return made

    before, waits = (tmp_path / "vault.json").read_bytes(), waiting(shared)
    monkeypatch.setattr(rewriting, "connect", lossy)
    with pytest.raises(StoreDamaged):
        renew_key(shared, PASSPHRASE)
    assert (tmp_path / "vault.json").read_bytes() == before
    assert not (tmp_path / rewriting.COPY).exists()
    assert waiting(shared) == waits


def test_a_step_planted_by_a_stranger_leads_nowhere(shared: Desk, tmp_path: Path) -> None:
    import json

    renew_key(shared, PASSPHRASE)
    shared.store.close()
    path = tmp_path / "vault.json"
    document = json.loads(path.read_text())
    b, c = document["slots"][1], document["slots"][2]
    b["moved"], c["moved"] = c["moved"], b["moved"]
    path.write_text(json.dumps(document))
    for number in (1, 2):
        with pytest.raises(VaultDamaged):
            enter(tmp_path, number)
    for broken in (7, [7], [{}], [{"nonce": "AA==", "sealed": "!"}]):
        document["slots"][1]["moved"] = broken
        path.write_text(json.dumps(document))
        with pytest.raises(VaultDamaged):
            enter(tmp_path, 1)


class PowerCut(Exception):
    """The machine went off."""


STEPS: tuple[tuple[Any, str], ...] = (
    (rewriting, "_alone"),
    (rewriting, "sync_file"),
    (rewriting, "sync_folder"),
    (rewriting, "connect"),
    (files, "sync_folder"),
    (Path, "replace"),
    (os, "fsync"),
    (os, "ftruncate"),
    (Vault, "renew"),
    (Vault, "settle"),
    (colleagues, "settle_renewal"),
    (colleagues, "forget_copies"),
)
"""Before and after each of these the folder is photographed, as a power cut would leave it."""


def photographed(
    monkeypatch: pytest.MonkeyPatch, home: Path, album: Path
) -> list[tuple[str, Path]]:
    taken: list[tuple[str, Path]] = []

    def photograph(name: str) -> None:
        at = album / str(len(taken))
        shutil.copytree(home, at, ignore=shutil.ignore_patterns("*-shm"))
        taken.append((name, at))

    def watch(real: Callable[..., Any], name: str) -> Callable[..., Any]:
        def around(*arguments: Any, **options: Any) -> Any:
            photograph(f"before {name}")
            answer = real(*arguments, **options)
            photograph(f"after {name}")
            return answer

        return around

    for owner, name in STEPS:
        monkeypatch.setattr(owner, name, watch(getattr(owner, name), name))
    return taken


def test_whenever_power_fails_everybody_who_stays_gets_in_and_nothing_is_lost(
    shared: Desk, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    waits, gone = waiting(shared), slot(tmp_path, 1)
    with pytest.MonkeyPatch.context() as patched:
        taken = photographed(patched, tmp_path, tmp_path_factory.mktemp("album"))
        remove_colleague(shared, gone, PASSPHRASE, drafts_too=True)
    assert len(taken) > 30
    ends = set()
    for name, home in taken:
        try:
            ends.add(all_who_stay_get_in(home, waits))
        except BaseException as error:
            error.add_note(name)
            raise
    stays, leaves = ("Capt A", "Lt B", "Sgt C"), ("Capt A", "Sgt C")
    assert ends == {(stays, stays), (stays, leaves), (leaves, leaves)}


def all_who_stay_get_in(home: Path, waits: list[bytes]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Everybody with a slot works on with all that waits; who has one before that, and after."""
    first = names(home)
    for who in ("Capt A", "Sgt C"):
        desk = enter(home, names(home).index(who))
        with desk.store:
            assert waiting(desk) == waits
            checking.verify_store(desk.store, desk.profile.admin)
    after = names(home)
    parts = {path.name for path in home.iterdir() if path.name.startswith("vault")}
    assert parts - {"vault.json.part", "vault.db-journal"} == {"vault.db", "vault.json"}
    journal_file = home / "vault.db-journal"
    # A journal whose head is blank is one that SQLite is done with.
    assert not journal_file.exists() or not any(journal_file.read_bytes()[:8])
    assert "renewal" not in (home / "vault.json").read_text()
    if "Lt B" in after:
        b = enter(home, after.index("Lt B"))
        with b.store:
            assert len(drafts.load_drafts(b.store, b.sealer)) == 1
    return tuple(first), tuple(after)


def test_whatever_fails_on_the_way_the_person_goes_on(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """An error at each step, once: the sitting goes on and both people get in again."""
    number = 0
    while True:
        home = tmp_path_factory.mktemp("home")
        a = make_desk(home, make_mission(), "Capt A")
        make_desk(home, make_mission(), "Lt B", seed=8, by=a).store.close()
        failed = _failing(number, lambda a=a: renew_key(a, PASSPHRASE))
        drafts.save_draft(a.store, a.sealer, Draft("after", "incident", "1"))
        a.store.close()
        for who in (0, 1):
            with enter(home, who).store as store:
                assert store.row("SELECT count(*) FROM draft") == (1,)
        if not failed:
            break
        number += 1
    assert number > 8


def _failing(number: int, act: Callable[[], None]) -> bool:
    left = number

    def trip(real: Callable[..., Any]) -> Callable[..., Any]:
        def around(*arguments: Any, **options: Any) -> Any:
            nonlocal left
            left -= 1
            if left == -1:
                raise OSError(28, "No space left on device")
            return real(*arguments, **options)

        return around

    with pytest.MonkeyPatch.context() as patched:
        for owner, name in ((os, "fsync"), (os, "ftruncate"), (Path, "replace")):
            patched.setattr(owner, name, trip(getattr(owner, name)))
        try:
            act()
        except (FieldError, OSError) as error:
            assert isinstance(error, FieldError), error
            return True
    return False
