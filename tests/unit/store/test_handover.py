"""What one watch leaves to the next, read through the indexes alone."""

from pathlib import Path

import pytest

from fieldapp.commands import answer_question, file_report, review_report
from fieldapp.mission.roster import Role
from fieldapp.people import Desk
from fieldapp.store import handover
from fieldapp.store.handover import EVERY_UNIT, watch
from fieldapp.units import UtcMillis
from tests.support.fleet import carry, deliver, own_events, receipt_for
from tests.support.mission import START, Mission, make_desk, make_mission
from tests.support.window import story

DENIED, FLASH, DELAYED = (
    "03-denied-despite-clearance",
    "08a-ied-first-flash",
    "04b-same-checkpoint-delayed",
)


@pytest.fixture
def mission() -> Mission:
    return make_mission()


@pytest.fixture
def desk(tmp_path: Path, mission: Mission) -> Desk:
    return make_desk(tmp_path / "field", mission)


def file(desk: Desk, name: str) -> str:
    return file_report(desk, story(name)).ref


def refs(rows: tuple[handover.ReportRow, ...]) -> list[str]:
    return [row.ref for row in rows]


def test_only_what_was_filed_in_the_watch(desk: Desk) -> None:
    with desk.store:
        first, second = file(desk, DENIED), file(desk, FLASH)
        found = watch(desk.store, UtcMillis(0), "TS7")
        assert refs(found.filed) == [second, first]
        since = found.filed[0].filed
        assert refs(watch(desk.store, since, "TS7").filed) == [second]
        assert watch(desk.store, UtcMillis(since + 1), "TS7").filed == ()


def test_what_waits_ends_with_the_receipt(desk: Desk, mission: Mission) -> None:
    with desk.store:
        first, urgent = file(desk, DENIED), file(desk, FLASH)
        assert refs(watch(desk.store, START, "TS7").waiting) == [urgent, first]
        deliver(desk, mission, receipt_for(desk, len(own_events(desk))))
        assert watch(desk.store, START, "TS7").waiting == ()
        later = file(desk, DELAYED)
        assert refs(watch(desk.store, START, "TS7").waiting) == [later]


def test_a_question_stays_until_it_is_answered(
    desk: Desk, mission: Mission, tmp_path: Path
) -> None:
    officer = make_desk(tmp_path / "hq", mission, "Maj O", unit="HQ", seed=9)
    with desk.store, officer.store:
        vouched = [mission.vouch(desk, Role.PATROL), mission.vouch(officer, Role.OFFICER)]
        for each in (desk, officer):
            carry(vouched, each, mission)
        filed = file_report(desk, story(DENIED))
        carry(own_events(desk), officer, mission)
        review_report(officer, filed.report, "ask", "Who gave the order?")
        carry(own_events(officer), desk, mission)
        (asked,) = watch(desk.store, START, "TS7").asked
        assert asked.ref == filed.ref
        assert refs(watch(officer.store, START, EVERY_UNIT).asked) == [filed.ref]
        assert watch(officer.store, START, "TS8").asked == (), "another unit's"
        assert watch(officer.store, START, "TS8").filed == ()
        assert watch(officer.store, START, "").filed == (), "a unit that is not known yet"
        assert refs(watch(officer.store, START, "TS7").filed) == [filed.ref]
        question = next(e for e in own_events(officer) if e.head.kind == 6).id
        answer_question(desk, filed.report, question, "His colonel.")
        assert watch(desk.store, START, "TS7").asked == ()


def test_a_long_watch_says_that_there_is_more(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handover, "MOST", 2)
    with desk.store:
        file(desk, DENIED)
        file(desk, DENIED)
        assert not watch(desk.store, UtcMillis(0), "TS7").more
        last = file(desk, DENIED)
        found = watch(desk.store, UtcMillis(0), "TS7")
        assert found.more
        assert refs(found.filed)[0] == last
        assert len(found.filed) == 2


@pytest.mark.parametrize(
    ("statement", "index"),
    [
        (handover._FILED, "report_filed"),
        (handover._ASKED, "report_asked"),
        (handover._WAITING, "sqlite_autoindex_event"),
    ],
)
def test_no_read_looks_at_every_report(desk: Desk, statement: str, index: str) -> None:
    with desk.store:
        values = (0,) * statement.count("?")
        plan = [row[3] for row in desk.store.rows(f"EXPLAIN QUERY PLAN {statement}", values)]
        assert any(index in step for step in plan), plan
        assert not any(
            step.startswith(("SCAN r", "SCAN e")) and "INDEX" not in step for step in plan
        )
