"""Protected reports at desks: filed for a few, unreadable for everybody else, and left that way."""

from dataclasses import replace
from pathlib import Path

import pytest

from fieldapp import commands, protection
from fieldapp.changes import NOTHING
from fieldapp.commands import FileTooLarge, NewFile, NotReviewer
from fieldapp.event.errors import SealedToOthers
from fieldapp.event.kinds import Kind
from fieldapp.event.protected import MORE_BYTES
from fieldapp.forms.definition import FormRefused, load_form
from fieldapp.mission.roster import Role
from fieldapp.people import Desk
from fieldapp.protection import InPerson, NoHolders, NotHolder, ReportSealed
from fieldapp.store import drafts, journal, mirror, outbox, projections, promised, reads, retention
from fieldapp.store.checking import verify_store
from fieldapp.store.drafts import Draft
from fieldapp.store.mirror import Arrival
from fieldapp.store.promised import Promise
from fieldapp.store.reads import ReportFilter
from fieldapp.store.snapshots import make_snapshot, snapshot_due, snapshots
from fieldapp.units import EventId
from tests.support.alert import (
    CANARY,
    NARRATIVE,
    PLACE,
    alert,
    alert_photo,
    alert_xml,
    sightings,
)
from tests.support.fleet import carry, deliver, own_events, restriction
from tests.support.mission import Mission, make_desk, make_mission


@pytest.fixture
def mission() -> Mission:
    return make_mission()


@pytest.fixture
def field(tmp_path: Path, mission: Mission) -> Desk:
    return make_desk(tmp_path / "field", mission)


@pytest.fixture
def officer(tmp_path: Path, mission: Mission) -> Desk:
    return make_desk(tmp_path / "ops", mission, "Maj O", unit="HQ", seed=9)


@pytest.fixture
def holder(tmp_path: Path, mission: Mission, field: Desk, officer: Desk) -> Desk:
    """A protection officer; everybody is vouched for everywhere."""
    desk = make_desk(tmp_path / "cpa", mission, "Lt P", unit="HQ", seed=11)
    roles = {Role.PATROL: field, Role.OFFICER: officer, Role.PROTECTION: desk}
    events = [mission.vouch(one, role) for role, one in roles.items()]
    for one in roles.values():
        carry(events, one, mission)
    return desk


def filed(field: Desk, *files: NewFile, **answers: str) -> EventId:
    return commands.file_report(field, alert(**answers), files).report


def kept_draft(desk: Desk) -> str:
    """A draft of the same words, with a photo."""
    draft = Draft("alert draft", "alert", "3", dict(alert().answers))
    drafts.save_draft(desk.store, desk.sealer, draft)
    drafts.put_draft_file(desk.store, desk.sealer, draft.id, "a", alert_photo(b"x").content)
    return draft.id


def test_only_the_holder_reads_it(
    field: Desk, officer: Desk, holder: Desk, mission: Mission
) -> None:
    report = filed(field, alert_photo(b"jpeg"))
    for desk in (officer, holder):
        carry(own_events(field), desk, mission)
    protection.note_opening(holder, report)
    opened = protection.open_report(holder, report)
    assert opened.content["answers"]["facts"]["narrative"] == NARRATIVE
    for desk in (field, officer):
        assert not protection.can_open(desk, report)
        with pytest.raises(SealedToOthers):
            protection.note_opening(desk, report)
        assert protection.readers(desk, report) == ("Lt P",)
    row = reads.detail(officer.store, report).row
    assert (row.protected, row.what, row.place, row.grid, row.happened) == (True, "", "", "", None)


def test_nothing_of_it_stays_in_clear_in_any_store(
    field: Desk, officer: Desk, holder: Desk, mission: Mission
) -> None:
    draft = kept_draft(field)
    report = commands.file_report(field, alert(), [alert_photo(b"jpeg")], draft).report
    for desk in (officer, holder):
        carry(own_events(field)[-1:], desk, mission)
    protection.note_opening(holder, report)
    protection.open_report(holder, report)
    projections.rebuild(holder.store, mission.profile.admin)
    for desk in (field, officer, holder):
        assert list(sightings(desk.store)) == []
        assert reads.page(desk.store, ReportFilter(text=PLACE)).rows == ()
    assert drafts.load_drafts(field.store, field.sealer) == []


def test_the_search_for_clear_words_sees_them_in_any_other_report(field: Desk) -> None:
    commands.file_report(field, restriction(place=PLACE, narrative=NARRATIVE))
    assert set(sightings(field.store)) >= {"event", "report", "report_words_data"}


def test_the_draft_leaves_the_file_and_its_copies(field: Desk, holder: Desk) -> None:
    draft = kept_draft(field)
    home, key, clock = field.home, field.keys.database, field.store.clock
    before = make_snapshot(home, key, clock, lambda: 2**40)
    assert before is not None
    assert not snapshot_due(home, key, clock)
    commands.file_report(field, alert(), draft=draft)
    assert snapshot_due(home, key, clock), "the copy holds the draft"
    assert field.store.setting(retention.TIDY) == "1"
    make_snapshot(home, key, clock, lambda: 2**40)
    assert [one.number for one in snapshots(home, key)] == [before.number + 1]


def test_without_a_holder_it_stays_a_draft(field: Desk, mission: Mission) -> None:
    draft = kept_draft(field)
    count = len(own_events(field))
    with pytest.raises(NoHolders):
        commands.file_report(field, alert(), [alert_photo(b"jpeg")], draft)
    assert len(own_events(field)) == count
    assert [one.id for one in drafts.load_drafts(field.store, field.sealer)] == [draft]
    assert field.store.rows("SELECT * FROM blob") == []
    assert field.store.rows("SELECT * FROM serial") == [], "no number was spent"


def test_a_revoked_holder_gets_nothing_more(field: Desk, holder: Desk, mission: Mission) -> None:
    before = filed(field)
    carry([mission.revoke(holder, 1)], field, mission)
    with pytest.raises(NoHolders):
        filed(field)
    carry(own_events(field), holder, mission)
    protection.note_opening(holder, before)
    assert protection.open_report(holder, before).content["language"] == "en"


def test_every_opening_is_signed_once_a_sitting(
    field: Desk, holder: Desk, mission: Mission
) -> None:
    report = filed(field)
    carry(own_events(field), holder, mission)
    with pytest.raises(ValueError, match="trace"):
        protection.open_report(holder, report)
    assert protection.note_opening(holder, report).journal
    assert protection.note_opening(holder, report) == NOTHING
    holder.opened.clear()
    protection.note_opening(holder, report)
    traces = [event for event in own_events(holder) if event.head.kind == Kind.EXPORT]
    assert [event.head.obj for event in traces] == [report, report]
    assert traces[0].content() == {"v": 1, "what": "read"}
    assert outbox.outbox(holder.store)[-1].kind == Kind.EXPORT


def test_photos_open_in_their_places(field: Desk, holder: Desk, mission: Mission) -> None:
    photos = [alert_photo(b"first"), alert_photo(b"second")]
    report = filed(field, *photos)
    carry(own_events(field), holder, mission)
    for sha, content in field.store.rows(
        "SELECT b.sha, p.bytes FROM blob b JOIN piece p USING(sha)"
    ):
        assert CANARY.stem.encode() not in content
        holder.store.connection.execute("UPDATE blob SET present = 1 WHERE sha = ?", (sha,))
        holder.store.connection.execute("INSERT INTO piece VALUES (?, 0, ?)", (sha, content))
    protection.note_opening(holder, report)
    names = [item["name"] for item in protection.open_report(holder, report).content["files"]]
    assert names == [photo.name for photo in photos]
    found = [protection.open_photo(holder, report, number) for number in range(2)]
    assert found == [photo.content for photo in photos]


def test_what_its_author_may_still_do(field: Desk, holder: Desk) -> None:
    report = filed(field, alert_photo(b"jpeg"))
    with pytest.raises(ReportSealed):
        commands.amend_report(field, report, alert(), "grid")
    with pytest.raises(ReportSealed):
        commands.attach_files(field, report, [alert_photo(b"more")])
    with pytest.raises(InPerson):
        commands.withdraw_report(field, report, "WITHDRAWN", f"it was not {PLACE}")
    commands.withdraw_report(field, report, "WITHDRAWN")
    assert reads.detail(field.store, report).row.state == "withdrawn"


def test_taking_over_is_for_holders_and_without_words(
    field: Desk, officer: Desk, holder: Desk, mission: Mission, tmp_path: Path
) -> None:
    report = filed(field)
    late = make_desk(tmp_path / "late", mission, "Lt Q", unit="HQ", seed=31)
    everybody = [*mission.events, mission.vouch(late, Role.PROTECTION)]
    for desk in (late, field):
        carry(everybody, desk, mission)
    for desk in (officer, holder, late):
        carry(own_events(field), desk, mission)
    with pytest.raises(NotReviewer):
        commands.review_report(field, report, "accept")
    for desk in (officer, late):
        with pytest.raises(NotHolder):
            commands.review_report(desk, report, "accept")
    for verdict, text in (("ask", "Where is she now?"), ("reject", "no"), ("accept", "thanks")):
        with pytest.raises(InPerson):
            commands.review_report(holder, report, verdict, text)
    commands.review_report(holder, report, "accept")
    carry(own_events(holder), field, mission)
    assert reads.detail(field.store, report).row.state == "accepted"
    plain = commands.file_report(field, restriction()).report
    carry(own_events(field), holder, mission)
    with pytest.raises(NotReviewer):
        commands.review_report(holder, plain, "accept")


def test_a_verdict_of_the_other_role_does_not_count(
    field: Desk, officer: Desk, holder: Desk, mission: Mission
) -> None:
    secret, plain = filed(field), commands.file_report(field, restriction()).report
    for desk, report in ((officer, secret), (holder, plain)):
        carry(own_events(field), desk, mission)
        said = {"verdict": "accept", "on": report.hex(), "seen": report.hex(), "text": ""}
        with desk.store.write():
            journal.append(
                desk.store, desk.signing, Kind.REVIEW, said, entropy=desk.entropy, obj=report
            )
        carry(own_events(desk), field, mission)
    states = [reads.detail(field.store, report).row.state for report in (secret, plain)]
    assert states == ["new", "new"]


def test_a_protected_report_waits_in_no_queue_of_operations(
    field: Desk, officer: Desk, holder: Desk, mission: Mission
) -> None:
    filed(field)
    commands.file_report(field, restriction())
    carry(own_events(field), officer, mission)
    assert [row.form for row in reads.to_review(officer.store)] == ["restriction"]
    assert reads.count(officer.store, ReportFilter()) == 2


def test_a_photo_just_below_the_limit_is_too_large_once_sealed(field: Desk, holder: Desk) -> None:
    most = commands.MAX_FILE_BYTES
    for size, fits in ((most - MORE_BYTES, True), (most - MORE_BYTES + 1, False)):
        file = NewFile(bytes(size), "image/jpeg", "a.jpg")
        if fits:
            filed(field, file)
        else:
            with pytest.raises(FileTooLarge):
                filed(field, file)


def test_headers_that_came_alone_get_their_content_later(
    field: Desk, holder: Desk, mission: Mission
) -> None:
    report = commands.file_report(field, restriction()).report
    events = own_events(field)
    bare = [replace(event, salt=None, payload=None) for event in events]
    taken = carry(bare, holder, mission, first=10)
    assert (taken.new, taken.refused) == (len(bare), 0)
    assert reads.page(holder.store, ReportFilter()).rows == ()
    verify_store(holder.store, mission.profile.admin)
    promise = Promise(field.stream, len(events), events[-1].id)
    promised.note(holder.store, promised.heads_content([promise]))
    assert promised.withheld(holder.store) == []
    assert carry(bare, holder, mission, first=10).new == 0
    forged = replace(events[-1], payload=b"{}", salt=bytes(16), signature=bytes(64))
    assert mirror.take(holder.store, [Arrival(forged, 11)], mission.profile.admin).refused == 1
    assert carry(events, holder, mission, first=10).new == len(events)
    assert reads.detail(holder.store, report).row.place == "CP Tarek"
    assert carry(events, holder, mission, first=10).new == 0
    projections.rebuild(holder.store, mission.profile.admin)
    assert reads.detail(holder.store, report).row.place == "CP Tarek"


def test_a_server_that_leaves_out_contents_is_found_out_by_other_desks(
    field: Desk, officer: Desk, holder: Desk, mission: Mission
) -> None:
    commands.file_report(field, restriction())
    events = own_events(field)
    carry(events[:-1], officer, mission)
    bare = replace(events[-1], salt=None, payload=None)
    taken = carry([bare], officer, mission, first=20)
    assert (taken.new, taken.refused) == (0, 1)
    promise = Promise(field.stream, len(events), events[-1].id)
    promised.note(officer.store, promised.heads_content([promise]))
    assert promised.withheld(officer.store) == [promise]
    carry(events, officer, mission, first=19)
    assert promised.withheld(officer.store) == []


def test_each_role_remembers_its_own_place_in_the_log(officer: Desk, holder: Desk) -> None:
    assert mirror.log_road(officer.store, officer.stream) == "log"
    assert mirror.log_road(holder.store, holder.stream) == "log:protection"


def test_delivered_text_goes_from_the_author_and_the_card_stays(
    field: Desk, holder: Desk, mission: Mission
) -> None:
    report = filed(field)
    deliver(field, mission)
    retention._remove(field.store, report)
    row = reads.detail(field.store, report).row
    assert row.protected
    assert row.removed is not None
    assert row.ref.startswith("TS7-OTHER-2026-0001-")
    assert protection.readers(field, report) == ()


@pytest.mark.parametrize(("said", "wanted"), [("yes", True), ("no", False)])
def test_a_form_says_that_its_reports_are_protected(said: str, wanted: bool) -> None:
    assert load_form(alert_xml(said)).protected is wanted
    assert not load_form(alert_xml().replace(b' protected="yes"', b"")).protected


def test_an_unknown_word_is_not_taken_for_no() -> None:
    with pytest.raises(FormRefused):
        load_form(alert_xml("true"))
