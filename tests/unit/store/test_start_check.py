"""A store that holds less than was signed here is noticed, and no number is ever signed twice."""

import shutil
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from fieldapp import commands
from fieldapp.people import Desk, open_desk
from fieldapp.store import heads, journal
from fieldapp.store.database import FILE_NAME
from fieldapp.store.journal import StreamClosed
from fieldapp.store.start_check import RecordsAtHq, RecordsLost
from sync.field.enrol import ask_to_be_let_in
from tests.support.fleet import deliver, own_events, receipt_for, restriction
from tests.support.mission import Mission, TickingClock, make_desk, make_mission, seeded
from tests.unit.sync_field.bench import Bench, make_bench


@dataclass
class Case:
    """A laptop whose store can be put back to the copy that was taken of it."""

    home: Path
    desk: Desk
    mission: Mission
    filed: int = 0

    def file(self, count: int = 1) -> None:
        for _ in range(count):
            self.filed += 1
            commands.file_report(self.desk, restriction(place=f"CP {self.filed}"))

    def copy(self) -> None:
        """Keeps the store as it is now."""
        self.desk.store.close()
        shutil.copyfile(self.home / FILE_NAME, self.home.parent / "old.db")
        self.again()

    def put_back(self) -> Desk:
        """The store of then, with everything else of now."""
        self.desk.store.close()
        for name in (FILE_NAME, f"{FILE_NAME}-wal", f"{FILE_NAME}-shm"):
            (self.home / name).unlink(missing_ok=True)
        shutil.copyfile(self.home.parent / "old.db", self.home / FILE_NAME)
        return self.again()

    def again(self) -> Desk:
        self.desk = open_desk(self.home, self.desk.keys, clock=TickingClock(), entropy=seeded(5))
        return self.desk

    def open(self) -> bool:
        (own,) = journal.own_streams(self.desk.store)
        return own.open

    def head(self) -> int | None:
        found = heads.read_head(self.home, self.desk.stream, self.desk.signing.public)
        return None if found is None else found.place.seq


@pytest.fixture
def case(tmp_path: Path) -> Case:
    mission = make_mission()
    found = Case(tmp_path / "home", make_desk(tmp_path / "home", mission), mission)
    found.file(2)
    return found


def test_nothing_is_told_while_nothing_is_missing(case: Case) -> None:
    assert case.head() == len(own_events(case.desk)) == 3
    deliver(case.desk, case.mission)
    assert case.again().notice is None
    case.file()
    assert case.again().notice is None


def test_a_failed_command_moves_no_head(case: Case) -> None:
    with pytest.raises(KeyError), case.desk.store.write():
        case.file()
        raise KeyError
    case.desk.store.set_setting("another", "commit")
    assert case.head() == 3
    case.file()
    assert case.head() == 4
    assert case.again().notice is None


def test_a_head_that_lags_or_is_gone_is_made_up_for(case: Case) -> None:
    for spoil in (
        lambda: heads.keep_head(case.home, case.desk.signing, journal.Place(1, _id(case, 0))),
        lambda: shutil.rmtree(case.home / heads.FOLDER),
    ):
        spoil()
        assert case.again().notice is None
        assert case.head() == 3


def test_what_hq_holds_and_the_store_has_lost_closes_the_stream(case: Case) -> None:
    case.copy()
    case.file()
    deliver(case.desk, case.mission)
    assert isinstance(case.put_back().notice, RecordsAtHq)
    assert not case.open()
    with pytest.raises(StreamClosed):
        case.file()
    assert case.again().notice is None, "from now on the closed stream itself is told"


def test_a_flash_that_overtook_others_counts_as_held(case: Case) -> None:
    case.copy()
    case.file(2)
    deliver(case.desk, case.mission, receipt_for(case.desk, 1, beyond=(4,)))
    assert isinstance(case.put_back().notice, RecordsAtHq)


def test_what_was_sealed_may_reach_hq_and_closes_the_stream(tmp_path: Path) -> None:
    bench: Bench = make_bench(tmp_path / "home")
    case = Case(tmp_path / "home", bench.desk, bench.mission)
    case.copy()
    case.file()
    replace(bench, desk=case.desk).plan()
    assert bench.waiting()
    assert isinstance(case.put_back().notice, RecordsAtHq)
    assert not case.open()
    assert len(bench.waiting()) == 2, "what was lost here is still on its way"


def test_what_nobody_else_holds_is_told_until_something_new_was_signed(case: Case) -> None:
    case.copy()
    case.file()
    assert isinstance(case.put_back().notice, RecordsLost)
    assert isinstance(case.again().notice, RecordsLost)
    assert case.open()
    case.file()
    assert case.again().notice is None
    assert len(own_events(case.desk)) == 4


def test_another_record_under_the_number_of_the_head_is_noticed(case: Case) -> None:
    case.copy()
    case.file()
    kept = (case.home / heads.FOLDER / case.desk.stream.hex()).read_bytes()
    case.put_back()
    case.file()
    (case.home / heads.FOLDER / case.desk.stream.hex()).write_bytes(kept)
    assert isinstance(case.again().notice, RecordsLost)


@pytest.mark.parametrize("sealed", [False, True])
def test_a_first_record_is_signed_again_only_if_nobody_else_can_hold_it(
    tmp_path: Path, sealed: bool
) -> None:
    bench = make_bench(tmp_path / "home")
    first = Case(tmp_path / "home", bench.desk, bench.mission)
    first.copy()
    second = make_desk(first.home, bench.mission, "Lt B", seed=8, by=first.desk)
    ask_to_be_let_in(second, "7K2MX-4PQ9E", bench.spool)
    if sealed:
        replace(bench, desk=second).plan()
    second.store.close()
    first.put_back().store.close()
    again = open_desk(first.home, second.keys, clock=TickingClock(), entropy=seeded(6))
    with again.store:
        assert type(again.notice) is (RecordsAtHq if sealed else RecordsLost)
        assert len(own_events(again)) == (0 if sealed else 1)
        with pytest.raises(StreamClosed) if sealed else nullcontext():
            commands.file_report(again, restriction())


def test_a_store_behind_its_own_receipt_closes_the_stream(case: Case) -> None:
    deliver(case.desk, case.mission)
    with case.desk.store.write() as connection:
        connection.execute("DELETE FROM event WHERE seq = 2")
    shutil.rmtree(case.home / heads.FOLDER)
    assert isinstance(case.again().notice, RecordsAtHq)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.write_bytes(path.read_bytes().replace(b'"next":3', b'"next":9')),
        lambda path: path.write_bytes(path.read_bytes().replace(b'"covered":0', b'"covered":9')),
        lambda path: path.write_bytes(bytes(1024)),
        lambda path: path.unlink(),
    ],
    ids=["more", "covered", "emptied", "gone"],
)
def test_whoever_changes_the_file_stops_nobody(case: Case, spoil: Callable[[Path], object]) -> None:
    spoil(case.home / heads.FOLDER / case.desk.stream.hex())
    assert case.again().notice is None
    case.file()
    assert case.open()


def _id(case: Case, number: int) -> journal.EventId:
    return own_events(case.desk)[number].id
