"""Late by its writing, late by its way, in time, or in doubt; in Python and in the list's query."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

import pytest

from fieldapp import commands
from fieldapp.event.chain import Event, Place, make_event
from fieldapp.event.kinds import Kind
from fieldapp.mission.deadlines import DEFAULT_DEADLINES, Deadlines
from fieldapp.mission.roster import Role
from fieldapp.people import Desk
from fieldapp.store import mirror, projections, reads, timeliness
from fieldapp.store.reads import ReportFilter
from fieldapp.store.timeliness import Late, Timeliness, condition, judge
from fieldapp.units import UtcMillis
from tests.support.fleet import carry, deliver, own_events, receipt_for, restriction
from tests.support.mission import START, Mission, make_desk, make_mission, seeded

MINUTE = 60_000
HOUR = 60 * MINUTE
ENDED = "2026-11-03T09:20:00.000Z"
ENDED_AT = UtcMillis(START - 40 * MINUTE)
SIGNED_AT = UtcMillis(ENDED_AT + HOUR)
"""START is 10:00Z, and the clocks of these desks tick a second with each look."""


@dataclass(frozen=True)
class Row:
    """Only what counts here."""

    type: str = "FOM"
    precedence: str = "ROUTINE"
    own: bool = True
    history: bool = False
    ended: UtcMillis | None = ENDED_AT
    signed: UtcMillis | None = SIGNED_AT
    received: UtcMillis | None = None


def at(after: int) -> UtcMillis:
    """So long after the event's end."""
    return UtcMillis(ENDED_AT + after)


NOW = at(90 * MINUTE)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (Row(received=at(2 * HOUR)), Timeliness(Late.IN_TIME, 2 * HOUR, HOUR, HOUR, True)),
        (Row(received=at(2 * HOUR + 1)), Timeliness(Late.LINK, 2 * HOUR, HOUR, HOUR + 1, True)),
        (
            Row(signed=at(3 * HOUR), received=at(43 * HOUR)),
            Timeliness(Late.FILED_LATE, 2 * HOUR, 3 * HOUR, 40 * HOUR, True),
        ),
        (Row(), Timeliness(Late.IN_TIME, 2 * HOUR, HOUR, 30 * MINUTE, False)),
        (Row(own=False), Timeliness(Late.IN_TIME, 2 * HOUR, HOUR, None, False)),
        (Row(type="UXO"), Timeliness(Late.NONE, None, HOUR, 30 * MINUTE, False)),
        (Row(history=True), Timeliness(Late.NONE)),
        (Row(ended=None), Timeliness(Late.NONE)),
        (Row(signed=None, received=NOW), Timeliness(Late.DOUBT, 2 * HOUR, there=True)),
        (Row(signed=at(-2 * MINUTE)), Timeliness(Late.IN_TIME, 2 * HOUR, 0, 92 * MINUTE, False)),
        (Row(signed=at(-2 * MINUTE - 1)), Timeliness(Late.DOUBT, 2 * HOUR)),
        (Row(received=at(57 * MINUTE)), Timeliness(Late.DOUBT, 2 * HOUR, there=True)),
        (Row(received=at(59 * MINUTE)), Timeliness(Late.IN_TIME, 2 * HOUR, HOUR, 0, True)),
    ],
)
def test_three_times_decide(row: Row, expected: Timeliness) -> None:
    assert judge(row, NOW) == expected


def test_what_waits_is_late_by_its_way_once_its_time_is_over() -> None:
    assert judge(Row(), at(2 * HOUR)).late is Late.IN_TIME
    assert judge(Row(), at(2 * HOUR + 1)).late is Late.LINK
    assert judge(Row(signed=at(121 * MINUTE)), at(40 * HOUR)).late is Late.FILED_LATE


def test_what_says_more_goes_before_what_says_less() -> None:
    found = Deadlines({"INC": 3, "/FLASH": 2, "INC/FLASH": 1})
    asked = [("INC", "FLASH"), ("FOM", "FLASH"), ("INC", "ROUTINE"), ("FOM", "ROUTINE")]
    assert [found.allowed(*one) for one in asked] == [MINUTE, 2 * MINUTE, 3 * MINUTE, None]


def test_the_deadlines_that_come_with_the_app() -> None:
    asked = [("INC", "FLASH"), ("INC", "ROUTINE"), ("FOM", "ROUTINE"), ("PATREP", "ROUTINE")]
    found = [DEFAULT_DEADLINES.allowed(*one) for one in asked]
    assert found == [30 * MINUTE, 24 * HOUR, 2 * HOUR, 2 * HOUR]


@dataclass
class Rig:
    mission: Mission
    patrol: Desk
    officer: Desk

    def file(self, **changes: object) -> Event:
        """The patrol files a restriction that was over at 09:20Z; its first event."""
        commands.file_report(self.patrol, restriction(when={"end": ENDED}, **changes))
        return own_events(self.patrol)[-1]

    def bring(self, event: Event, received: int | None) -> reads.ReportRow:
        """HQ's log brings it to the officer; how it stands in the list there."""
        t = None if received is None else UtcMillis(received)
        arrival = mirror.Arrival(event, 100 + event.head.seq, t)
        mirror.take(self.officer.store, [arrival], self.mission.profile.admin)
        return reads.detail(self.officer.store, event.report).row


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[Rig]:
    mission = make_mission()
    patrol = make_desk(tmp_path / "patrol", mission)
    officer = make_desk(tmp_path / "officer", mission, "Maj B", unit="HQ", seed=8)
    mission.vouch(patrol, Role.PATROL)
    mission.vouch(officer, Role.OFFICER)
    with patrol.store, officer.store:
        carry(mission.events, officer, mission)
        carry(own_events(patrol), officer, mission, 10)
        yield Rig(mission, patrol, officer)


def test_the_officer_sees_what_the_way_took_and_the_first_time_counts(rig: Rig) -> None:
    event = rig.file()
    row = rig.bring(event, START + 40 * HOUR)
    assert (row.ended, row.signed, row.received) == (ENDED_AT, event.head.t, START + 40 * HOUR)
    assert judge(row, START).late is Late.LINK
    assert rig.bring(event, START + 90 * HOUR).received == START + 40 * HOUR
    projections.rebuild(rig.officer.store, rig.mission.profile.admin)
    again = reads.detail(rig.officer.store, event.report).row
    assert again == row


def test_without_a_word_of_hq_about_the_time_only_the_filing_is_judged(rig: Rig) -> None:
    row = rig.bring(rig.file(), None)
    assert judge(row, UtcMillis(START + 90 * HOUR)).late is Late.IN_TIME


@pytest.mark.parametrize(
    ("stage", "precedence", "late"),
    [
        ("FIRST", "ROUTINE", Late.LINK),
        ("FINAL", "ROUTINE", Late.LINK),
        ("FOLLOWUP", "ROUTINE", Late.NONE),
        ("FINAL", "FLASH", Late.NONE),
    ],
)
def test_no_deadline_runs_from_the_event_for_what_only_goes_on_from_a_flash(
    rig: Rig, stage: str, precedence: str, late: Late
) -> None:
    event = rig.file(head={"stage": stage, "precedence": precedence})
    assert judge(rig.bring(event, START + 40 * HOUR), NOW).late is late


def test_a_clock_note_that_comes_after_the_report_moves_its_signing(rig: Rig) -> None:
    event = rig.file()
    row = rig.bring(event, START + HOUR)
    assert row.signed == event.head.t
    place = Place(event.head.seq + 1, event.id)
    content = {"v": 1, "offset": -HOUR // 2, "error": 0, "at": START}
    note = make_event(
        rig.patrol.signing, place, Kind.CLOCK_NOTE, content, t=START, entropy=seeded(5)
    )
    mirror.take(rig.officer.store, [mirror.Arrival(note, 200)], rig.mission.profile.admin)
    moved = reads.detail(rig.officer.store, event.report).row
    assert moved.signed == event.head.t - HOUR // 2
    assert moved.filed == event.head.t


def test_the_author_sees_when_hq_first_had_it(rig: Rig) -> None:
    report = rig.file().report
    count = len(own_events(rig.patrol))
    deliver(rig.patrol, rig.mission, receipt_for(rig.patrol, count, t=UtcMillis(START + HOUR)))
    row = reads.detail(rig.patrol.store, report).row
    assert row.received == START + HOUR
    commands.withdraw_report(rig.patrol, report, "WITHDRAWN")
    count += 1
    deliver(rig.patrol, rig.mission, receipt_for(rig.patrol, count, t=UtcMillis(START + 9 * HOUR)))
    assert reads.detail(rig.patrol.store, report).row.received == START + HOUR


def test_the_list_finds_what_the_report_says(rig: Rig) -> None:
    """Every mix of times, types and precedences: the query agrees with the judgement."""
    store = rig.officer.store
    moments = [None, ENDED_AT, at(-HOUR), at(20 * MINUTE), at(3 * HOUR), at(50 * HOUR)]
    kinds = [("FOM", "ROUTINE"), ("INC", "FLASH"), ("INC", "IMMEDIATE"), ("INC", ""), ("UXO", "")]
    rig.bring(rig.file(), None)
    (template,) = store.rows("SELECT * FROM report")
    names = [row[1] for row in store.rows("PRAGMA table_info(report)")]
    rows: dict[int, Row] = {}
    n = 1000
    with store.write() as connection:
        for (kind, precedence), signed, received, own, ended, history in product(
            kinds, moments, moments, (False, True), (None, ENDED_AT), (False, True)
        ):
            n += 1
            rows[n] = Row(kind, precedence, own, history, ended, signed, received)
            values = {"n": n, "type": kind, "precedence": precedence, "own": own}
            times = {"ended": ended, "signed": signed, "hq_t": received, "history": history}
            full = {**dict(zip(names, template, strict=True)), **values, **times}
            connection.execute(
                f"INSERT INTO report VALUES ({','.join('?' * len(names))})", list(full.values())
            )
    seen = set()
    for late in Late:
        sql, given = condition((late,), NOW)
        found = {row[0] for row in store.rows(f"SELECT r.n FROM report r WHERE {sql}", given)}
        assert found - {1, template[0]} == {
            key for key, row in rows.items() if judge(row, NOW).late is late
        }, late
        seen |= found
    assert seen >= set(rows)


def test_the_list_is_narrowed_down(rig: Rig) -> None:
    slow, quick = rig.file(), rig.file()
    rig.bring(slow, START + 40 * HOUR)
    rig.bring(quick, START + MINUTE)
    store, now = rig.officer.store, UtcMillis(START)
    by_link = ReportFilter(late=(Late.LINK,), now=now)
    assert [row.id for row in reads.page(store, by_link).rows] == [slow.report]
    assert reads.count(store, replace(by_link, late=(Late.LINK, Late.IN_TIME))) == 2
    assert reads.count(store, replace(by_link, text="passage")) == 1


def test_no_deadline_at_all_is_no_fault(rig: Rig) -> None:
    sql, given = condition((Late.NONE,), NOW, Deadlines({}))
    rig.bring(rig.file(), None)
    store = rig.officer.store
    assert store.row(f"SELECT count(*) FROM report r WHERE {sql}", given) == (1,)
    assert timeliness.judge(Row(), NOW, Deadlines({})).late is Late.NONE
