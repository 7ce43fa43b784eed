"""Whole batches, no row twice, and the same answer after a rebuild or at another officer's."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from fieldapp import commands
from fieldapp.event.kinds import Kind
from fieldapp.history import importing
from fieldapp.history.importing import Importer, Tally
from fieldapp.history.known import known_origins
from fieldapp.history.row import SourceRow
from fieldapp.history.source import Source
from fieldapp.history.telling import refused_file, sentences, values
from fieldapp.mission.roster import Role
from fieldapp.people import Desk
from fieldapp.store import projections, reads
from tests.support.fleet import carry, own_events
from tests.support.history import EXCERPT, features, filler, take_in, write_features
from tests.support.mission import Mission, make_desk, make_mission


@pytest.fixture
def mission() -> Mission:
    return make_mission()


@pytest.fixture
def desk(tmp_path: Path, mission: Mission) -> Iterator[Desk]:
    desk = make_desk(tmp_path / "one", mission, "Maj O", unit="HQ")
    with desk.store:
        yield desk


def test_all_events_are_taken_in_and_marked_as_history(desk: Desk) -> None:
    tally = take_in(desk)
    assert (tally.read, tally.taken, tally.refused) == (12, 12, [])
    assert [event.head.kind for event in own_events(desk)[1:]] == [Kind.HISTORY] * 12
    rows = reads.page(desk.store, reads.ReportFilter()).rows
    assert len(rows) == 12
    assert all(row.history and row.type == "INC" and row.precedence == "" for row in rows)
    assert {row.ref for row in rows} == {f"UCDP-{f['properties']['id']}" for f in features()}
    assert reads.count(desk.store, reads.ReportFilter(to_do=True)) == 0


def test_a_second_run_takes_nothing_in(desk: Desk) -> None:
    take_in(desk)
    tally = take_in(desk)
    assert (tally.taken, tally.already, tally.differing) == (0, 12, 0)
    assert not tally.changes
    assert len(own_events(desk)) == 13


def test_a_dry_run_says_what_will_happen_and_changes_nothing(desk: Desk) -> None:
    told = take_in(desk, dry=True)
    assert len(own_events(desk)) == 1
    done = take_in(desk)
    assert (told.taken, told.grids, told.missing) == (done.taken, done.grids, done.missing)
    assert values(told, 12, dry=True) == {**values(done, 12, dry=False), "dry_run": True}


def test_what_was_imported_is_known_after_a_rebuild(desk: Desk, mission: Mission) -> None:
    take_in(desk)
    projections.rebuild(desk.store, mission.profile.admin)
    assert len(known_origins(desk.store)) == 12
    assert take_in(desk).already == 12


def test_what_another_officer_imported_is_known(
    desk: Desk, mission: Mission, tmp_path: Path
) -> None:
    take_in(desk)
    other = make_desk(tmp_path / "two", mission, "Maj P", unit="HQ", seed=8)
    with other.store:
        roster = mission.vouch(desk, Role.OFFICER)
        taken = carry([roster, *own_events(desk)], other, mission)
        assert taken.refused == 0
        tally = take_in(other)
        assert (tally.taken, tally.already) == (0, 12)


def test_the_same_id_twice_in_a_file_is_refused(desk: Desk, tmp_path: Path) -> None:
    first, second = features()[:2]
    second["properties"]["id"] = first["properties"]["id"]
    tally = take_in(desk, write_features(tmp_path / "a.json", [first, second]))
    assert tally.taken == 1
    assert tally.refused[0].number == 2
    assert "row 1" in tally.refused[0].reason


def test_a_row_that_the_source_changed_is_counted_and_left(desk: Desk, tmp_path: Path) -> None:
    take_in(desk)
    changed = features()
    changed[0]["properties"]["best"] += 1
    changed[1]["properties"]["priogrid_gid"] = 1
    tally = take_in(desk, write_features(tmp_path / "a.json", changed))
    assert (tally.taken, tally.already, tally.differing) == (0, 11, 1)
    assert "something else" in "\n".join(sentences(tally, 12, dry=False))


def test_bad_rows_are_listed_and_the_others_taken_in(desk: Desk, tmp_path: Path) -> None:
    bad = features()
    bad[3]["properties"]["date_prec"] = 8
    tally = take_in(desk, write_features(tmp_path / "a.json", [*bad[:6], 17, *bad[6:]]))
    assert tally.taken == 11
    assert [refusal.number for refusal in tally.refused] == [4, 7]
    told = "\n".join(sentences(tally, 13, dry=False))
    assert "row 4" in told
    assert "row 7" in told
    lines = refused_file(tally.refused).decode("utf-8-sig").splitlines()
    assert lines[0] == "row,line,id,reason"
    assert len(lines) == 3


def test_the_file_of_refused_rows_starts_no_formula() -> None:
    refusal = importing.Refusal(1, 2, "=cmd|' /C calc'!A0", "+why")
    assert refused_file([refusal]).decode("utf-8-sig").splitlines()[1].startswith("1,2,'=cmd")


def test_a_stop_leaves_whole_batches_and_the_next_run_goes_on(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "BATCH", 5)
    tally = Tally()

    def stopping(rows: Iterator[SourceRow]) -> Iterator[SourceRow]:
        for row in rows:
            if row.number == 8:
                raise KeyboardInterrupt
            yield row

    with Source(EXCERPT) as source, pytest.raises(KeyboardInterrupt):
        Importer(desk, filler(), tally).run(stopping(source.rows()), lambda done: None)
    assert tally.taken == len(known_origins(desk.store)) == 5
    assert not desk.store.connection.in_transaction
    rest = take_in(desk)
    assert (rest.already, rest.taken) == (5, 7)


def test_a_stop_in_the_middle_of_a_batch_keeps_nothing_of_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, calls = commands.import_history, []

    def failing(*given: object) -> object:
        calls.append(given)
        if len(calls) == 4:
            raise KeyboardInterrupt
        return real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(commands, "import_history", failing)
    with pytest.raises(KeyboardInterrupt):
        take_in(desk)
    assert known_origins(desk.store) == {}
    monkeypatch.setattr(commands, "import_history", real)
    assert take_in(desk).taken == 12
