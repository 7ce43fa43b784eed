"""A report's life in the store: filed, asked, answered, amended, withdrawn, and found again."""

from pathlib import Path

import pytest

from fieldapp import commands
from fieldapp.commands import FileEmpty, NewFile, NothingAsked, Withdrawn
from fieldapp.mission.roster import Role
from fieldapp.people import Desk
from fieldapp.store import blobs, mirror, projections, reads
from fieldapp.store.errors import SeveralFound
from fieldapp.store.reads import Order, ReportFilter, Sort
from fieldapp.units import EventId
from tests.support.fleet import carry, own_events, restriction
from tests.support.mission import Mission, TickingClock, make_desk, make_mission


@pytest.fixture
def mission() -> Mission:
    return make_mission()


@pytest.fixture
def field(tmp_path: Path, mission: Mission) -> Desk:
    return make_desk(tmp_path / "field", mission)


@pytest.fixture
def officer(tmp_path: Path, mission: Mission, field: Desk) -> Desk:
    """An officer whose clock is two days ahead; both are vouched for everywhere."""
    clock = TickingClock(TickingClock().at + 2 * 86_400_000)
    desk = make_desk(tmp_path / "hq", mission, "Maj O", unit="HQ", seed=9, clock=clock)
    events = [mission.vouch(desk, Role.OFFICER), mission.vouch(field, Role.PATROL)]
    carry(events, desk, mission)
    carry(events, field, mission)
    return desk


def state(desk: Desk, report: EventId) -> tuple[str, bool, int, int]:
    row = reads.detail(desk.store, report).row
    return row.state, row.recheck, row.questions, row.revision


def test_question_amendment_and_acceptance_whatever_the_clocks_say(
    field: Desk, officer: Desk, mission: Mission
) -> None:
    filed = commands.file_report(field, restriction(grid="32QRF89474793"))
    carry(own_events(field), officer, mission)
    commands.review_report(officer, filed.report, "ask", "Is the grid right?")
    carry(own_events(officer), field, mission)
    assert state(field, filed.report) == ("asked", False, 1, 0)
    commands.amend_report(field, filed.report, restriction(), "grid", "wrong letter")
    assert state(field, filed.report) == ("asked", True, 0, 1)
    carry(own_events(field), officer, mission)
    assert state(officer, filed.report) == ("asked", True, 0, 1)
    commands.review_report(officer, filed.report, "accept")
    carry(own_events(officer), field, mission)
    for desk in (field, officer):
        assert state(desk, filed.report) == ("accepted", False, 0, 1)
        kinds = [line.kind for line in reads.detail(desk.store, filed.report).history]
        assert kinds == ["filed", "ask", "amended", "accept"]
    grids = [
        revision.content["answers"]["where"]["grid"]
        for revision in reads.detail(officer.store, filed.report).revisions
    ]
    assert grids == ["32QRF89474793", "32QQF89474793"]


def test_an_amendment_after_acceptance_asks_for_another_look(
    field: Desk, officer: Desk, mission: Mission
) -> None:
    filed = commands.file_report(field, restriction())
    carry(own_events(field), officer, mission)
    commands.review_report(officer, filed.report, "accept")
    assert state(officer, filed.report) == ("accepted", False, 0, 0)
    assert reads.count(officer.store, ReportFilter(to_do=True)) == 0
    commands.amend_report(field, filed.report, restriction(place="CP Adoum"), "name")
    carry(own_events(field), officer, mission)
    assert state(officer, filed.report) == ("accepted", True, 0, 1)
    assert reads.count(officer.store, ReportFilter(to_do=True)) == 1


def test_an_answer_closes_its_question_and_asks_for_another_look(
    field: Desk, officer: Desk, mission: Mission
) -> None:
    filed = commands.file_report(field, restriction())
    carry(own_events(field), officer, mission)
    commands.review_report(officer, filed.report, "ask", "Who gave the order?")
    carry(own_events(officer), field, mission)
    question = reads.detail(field.store, filed.report).history[-1].event
    commands.answer_question(field, filed.report, question, "The local commander.")
    carry(own_events(field), officer, mission)
    assert state(officer, filed.report) == ("asked", True, 0, 0)
    thread = [(h.kind, h.text) for h in reads.detail(officer.store, filed.report).history]
    assert thread[1:] == [("ask", "Who gave the order?"), ("answer", "The local commander.")]


def test_order_of_arrival_does_not_matter(field: Desk, officer: Desk, mission: Mission) -> None:
    filed = commands.file_report(field, restriction())
    commands.amend_report(field, filed.report, restriction(place="CP Adoum"), "name")
    events = own_events(field)
    carry([events[2], events[0]], officer, mission)
    assert reads.page(officer.store, ReportFilter()).rows == ()
    carry([events[1]], officer, mission)
    row = reads.page(officer.store, ReportFilter()).rows[0]
    assert (row.place, row.revision) == ("CP Adoum", 1)


def test_a_patrol_cannot_judge_and_a_forged_verdict_does_not_count(
    field: Desk, officer: Desk, mission: Mission, tmp_path: Path
) -> None:
    filed = commands.file_report(field, restriction())
    with pytest.raises(commands.NotReviewer):
        commands.review_report(field, filed.report, "accept")
    stranger = make_desk(tmp_path / "x", mission, "Nobody", seed=21)
    taken = carry(own_events(stranger), officer, mission)
    assert (taken.new, taken.refused) == (0, 1)


def test_only_the_author_changes_a_report_and_never_after_withdrawal(
    field: Desk, officer: Desk, mission: Mission
) -> None:
    filed = commands.file_report(field, restriction())
    carry(own_events(field), officer, mission)
    with pytest.raises(commands.NotYours):
        commands.amend_report(officer, filed.report, restriction(), "grid")
    with pytest.raises(commands.ReasonMissing):
        commands.withdraw_report(field, filed.report, "")
    commands.withdraw_report(field, filed.report, "withdrawn", "Reported in error.")
    with pytest.raises(commands.Withdrawn):
        commands.amend_report(field, filed.report, restriction(), "grid")
    carry(own_events(field), officer, mission)
    assert state(officer, filed.report)[0] == "withdrawn"
    assert reads.detail(officer.store, filed.report).revisions[0].content["answers"]["where"]


def test_questions_and_refusals_need_words(field: Desk, officer: Desk, mission: Mission) -> None:
    filed = commands.file_report(field, restriction())
    carry(own_events(field), officer, mission)
    for verdict in ("ask", "reject"):
        with pytest.raises(commands.TextMissing):
            commands.review_report(officer, filed.report, verdict, "  ")


def test_photos_of_every_revision_stay(field: Desk) -> None:
    first = NewFile(b"a" * 70_000, "image/jpeg", "a.jpg")
    second = NewFile(b"b" * 10, "image/png", "b.png")
    filed = commands.file_report(field, restriction(), [first])
    commands.attach_files(field, filed.report, [second])
    commands.amend_report(field, filed.report, restriction(place="CP Adoum"), "name")
    files = reads.detail(field.store, filed.report).files
    assert sorted(f.name for f in files) == ["a.jpg", "b.png"]
    assert {blobs.read_blob(field.store, f.sha) for f in files} == {b"a" * 70_000, b"b" * 10}
    large = next(f.sha for f in files if f.name == "a.jpg")
    assert blobs.read_piece(field.store, large, 61_440, 8_192) == b"a" * 8_192
    assert blobs.read_piece(field.store, large, 65_536, 65_536) == b"a" * 4_464


def test_too_many_or_too_large_files_change_nothing(field: Desk) -> None:
    small = NewFile(b"x", "image/jpeg", "x.jpg")
    with pytest.raises(commands.FileTooLarge):
        commands.file_report(field, restriction(), [small] * 21)
    assert reads.count(field.store, ReportFilter()) == 0
    assert commands.file_report(field, restriction()).ref.startswith("TS7-FOM-2026-0001")


def test_report_numbers_of_two_laptops_never_meet(tmp_path: Path, mission: Mission) -> None:
    refs = set()
    for laptop in (0, 1):
        desk = make_desk(tmp_path / str(laptop), mission, laptop=laptop, seed=30 + laptop)
        refs |= {commands.file_report(desk, restriction()).ref for _ in range(5)}
    assert len(refs) == 10


def test_search_finds_words_in_any_order_and_unfinished(field: Desk) -> None:
    wanted = commands.file_report(field, restriction(narrative="Les soldats ont refusé le passage"))
    commands.file_report(field, restriction(narrative="دورية عند الحاجز"))
    for text in ("passage soldats", "REFUSE", "sold", wanted.ref):
        rows = reads.page(field.store, ReportFilter(text=text)).rows
        assert [row.id for row in rows] == [wanted.report], text
    assert reads.count(field.store, ReportFilter(text="الحاجز")) == 1
    for odd in ('"', "* OR", "a AND (", "NEAR(", "-", "passage) OR (1", "words:x"):
        reads.page(field.store, ReportFilter(text=odd))
    assert reads.page(field.store, ReportFilter(text="!!!")).rows == ()


def test_pages_hold_every_report_once(field: Desk) -> None:
    for number in range(23):
        day = 1 + number % 5
        commands.file_report(field, restriction(start=f"2026-11-0{day}T10:00:00.000Z"))
    for text in ("", "soldiers"):
        seen: list[EventId] = []
        after = None
        while True:
            page = reads.page(field.store, ReportFilter(text=text), after, limit=5)
            seen += [row.id for row in page.rows]
            if page.after is None:
                break
            after = page.after
        assert len(seen) == len(set(seen)) == 23


@pytest.mark.parametrize("words", ["", "patrol tar"])
def test_the_newest_page_sorts_nothing(
    field: Desk, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    asked: list[tuple[str, list[object]]] = []
    rows = field.store.rows

    def listen(sql: str, values: list[object]) -> object:
        asked.append((sql, values))
        return rows(sql, values)

    monkeypatch.setattr(field.store, "rows", listen)
    for after in (None, (2_000, 7)):
        reads.page(field.store, ReportFilter(text=words), after, 10)
    assert len(asked) == 2
    for sql, values in asked:
        keys = sql[sql.index("FROM (") + 6 : sql.index(") k CROSS JOIN")]
        steps = [str(tuple(row)) for row in rows(f"EXPLAIN QUERY PLAN {keys}", values)]
        assert steps
        assert not any("TEMP B-TREE" in step for step in steps), steps


def test_views_dropped_and_rebuilt_are_the_same(
    field: Desk, officer: Desk, mission: Mission
) -> None:
    for number in range(4):
        commands.file_report(field, restriction(place=f"Place {number}"))
    report = commands.file_report(field, restriction()).report
    carry(own_events(field), officer, mission)
    commands.review_report(officer, report, "accept")
    before = reads.page(officer.store, ReportFilter()).rows, reads.detail(officer.store, report)
    projections.rebuild(officer.store, mission.profile.admin)
    after = reads.page(officer.store, ReportFilter()).rows, reads.detail(officer.store, report)
    assert after == before
    assert officer.role() is Role.OFFICER
    assert officer.vouched()


def test_a_changed_event_from_hq_is_refused(field: Desk, officer: Desk, mission: Mission) -> None:
    from dataclasses import replace

    commands.file_report(field, restriction())
    event = own_events(field)[1]
    forged = replace(event, signature=bytes(64))
    taken = mirror.take(officer.store, [mirror.Arrival(forged, 9)], mission.profile.admin)
    assert (taken.new, taken.refused) == (0, 1)


def test_an_old_roster_takes_nothing_back(field: Desk, officer: Desk, mission: Mission) -> None:
    newest = mission.number
    stale = mission.admin_event(
        9,
        {
            "n": newest - 1,
            "revoke": [{"stream": field.stream.hex(), "reason": "left", "good_upto": 0}],
        },
    )
    carry([stale], officer, mission)
    row = officer.store.row("SELECT good_upto FROM person WHERE stream = ?", (field.stream,))
    assert row is not None
    assert row[0] is None


def test_what_a_withdrawn_key_signed_is_doubted_and_judges_nothing(
    field: Desk, officer: Desk, mission: Mission, tmp_path: Path
) -> None:
    """The laptop was taken after its first report; the second officer's after her first verdict."""
    before = commands.file_report(field, restriction())
    reached = len(own_events(field))
    after = commands.file_report(field, restriction("Adoum"))
    carry(own_events(field), officer, mission)
    other = make_desk(tmp_path / "other", mission, "Maj P", unit="HQ", seed=11)
    for desk in (officer, other):
        carry(
            [mission.vouch(other, Role.OFFICER), mission.vouch(officer, Role.OFFICER)],
            desk,
            mission,
        )
    carry([mission.vouch(field, Role.PATROL), *own_events(field)], other, mission)
    commands.review_report(other, before.report, "accept")
    good = len(own_events(other))
    commands.review_report(other, after.report, "accept")
    carry(own_events(other), officer, mission)
    assert state(officer, after.report)[0] == "accepted"
    carry([mission.revoke(field, reached), mission.revoke(other, good)], officer, mission)
    rows = {row.id: row for row in reads.page(officer.store, ReportFilter()).rows}
    assert not rows[before.report].doubted
    assert rows[after.report].doubted
    assert rows[before.report].state == "accepted"
    assert rows[after.report].state == "new", "a verdict signed with a withdrawn key counts nothing"
    projections.rebuild(officer.store, mission.profile.admin)
    assert {row.id: row for row in reads.page(officer.store, ReportFilter()).rows} == rows


def test_a_number_that_two_laptops_gave_out_is_never_guessed(
    field: Desk, officer: Desk, mission: Mission, tmp_path: Path
) -> None:
    twin = make_desk(tmp_path / "twin", mission, "Lt B", seed=12)
    one, two = (commands.file_report(desk, restriction()) for desk in (field, twin))
    assert one.ref == two.ref
    carry(
        [mission.vouch(twin, Role.PATROL), *own_events(field), *own_events(twin)], officer, mission
    )
    with pytest.raises(SeveralFound):
        reads.find_report(officer.store, one.ref)
    for filed in (one, two):
        assert reads.find_report(officer.store, filed.report.hex()) == filed.report


def test_an_empty_photo_is_refused_before_anything_is_signed(field: Desk) -> None:
    before = len(own_events(field))
    with pytest.raises(FileEmpty):
        commands.file_report(field, restriction(), [NewFile(b"", "image/jpeg", "zero.jpg")])
    assert len(own_events(field)) == before


def test_a_verdict_or_an_answer_to_nothing_is_refused(
    field: Desk, officer: Desk, mission: Mission
) -> None:
    filed = commands.file_report(field, restriction())
    with pytest.raises(NothingAsked):
        commands.answer_question(field, filed.report, filed.report, "north")
    commands.withdraw_report(field, filed.report, "WITHDRAWN")
    carry(own_events(field), officer, mission)
    with pytest.raises(Withdrawn):
        commands.review_report(officer, filed.report, "accept")


@pytest.mark.parametrize("by", list(Sort))
@pytest.mark.parametrize("rising", [True, False])
@pytest.mark.parametrize("text", ["", "soldiers"])
def test_pages_of_every_order_join_to_the_whole_list(
    field: Desk, by: Sort, rising: bool, text: str
) -> None:
    for number in range(17):
        commands.file_report(field, restriction(place=("Adoum", "adoum", "Tarek")[number % 3]))
    order, wanted = Order(by, rising), ReportFilter(text=text)
    whole = reads.page(field.store, wanted, limit=100, order=order).rows
    assert len(whole) == 17
    found: list[reads.ReportRow] = []
    after = None
    while True:
        part = reads.page(field.store, wanted, after, limit=4, order=order)
        found += part.rows
        after = part.after
        if after is None:
            break
    assert tuple(found) == whole
    if by is Sort.PLACE:
        places = [row.place.lower() for row in whole]
        assert places == sorted(places, reverse=not rising)


def test_reports_of_a_unit(field: Desk, officer: Desk, mission: Mission) -> None:
    filed = commands.file_report(field, restriction())
    carry(own_events(field), officer, mission)
    commands.file_report(officer, restriction())
    (row,) = reads.page(officer.store, ReportFilter(units=("TS7",))).rows
    assert row.id == filed.report
    assert reads.count(officer.store, ReportFilter(units=("TS7", "HQ"))) == 2
    assert reads.count(officer.store, ReportFilter(units=("NONE",))) == 0
