"""Previews beside photos in the store: what desks at HQ see, and what hostile events may say."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from fieldapp import commands
from fieldapp.commands import NewFile
from fieldapp.event.chain import Event
from fieldapp.event.kinds import Kind
from fieldapp.event.receipt import PhotoState
from fieldapp.mission.roster import Role
from fieldapp.people import Desk
from fieldapp.store import blobs, journal, reads, retention
from fieldapp.store.reads import FileRow
from fieldapp.store.retention import Rule
from fieldapp.units import EventId, Sha256, UtcMillis
from tests.support.fleet import carry, deliver, own_events, receipt_for, restriction
from tests.support.mission import START, Mission, TickingClock, make_desk, make_mission, seeded

PHOTO, PREVIEW = b"\xff\xd8" + bytes(90_000), b"\xff\xd8" + bytes(9_000)
PHOTO_SHA, PREVIEW_SHA = (Sha256(sha256(content).digest()) for content in (PHOTO, PREVIEW))
DAY = retention.DAY_MILLIS


@pytest.fixture
def mission() -> Mission:
    return make_mission()


@pytest.fixture
def clock() -> TickingClock:
    return TickingClock()


@pytest.fixture
def desk(tmp_path: Path, mission: Mission, clock: TickingClock) -> Iterator[Desk]:
    found = make_desk(tmp_path / "field", mission, clock=clock)
    with found.store:
        yield found


@pytest.fixture
def officer(tmp_path: Path, mission: Mission, desk: Desk) -> Iterator[Desk]:
    found = make_desk(tmp_path / "hq", mission, "Maj H", unit="HQ", seed=21)
    with found.store:
        carry([mission.vouch(desk, Role.PATROL)], found, mission)
        yield found


def announced(desk: Desk, *files: object) -> Event:
    """A report that says of its files whatever it likes."""
    content = {"ref": "1", "type": "FOM", "form": "restriction", "answers": {}, "files": files}
    return journal.append(desk.store, desk.signing, Kind.REPORT, content, entropy=seeded(4))


def filed(desk: Desk) -> EventId:
    file = NewFile(PHOTO, "image/jpeg", "gate.jpg", PREVIEW)
    return commands.file_report(desk, restriction(), [file]).report


def the_file(desk: Desk, report: EventId) -> FileRow:
    (file,) = reads.detail(desk.store, report).files
    return file


def test_an_officer_fetches_the_preview_first_and_sees_it_until_the_photo_is_there(
    desk: Desk, officer: Desk, mission: Mission
) -> None:
    report = filed(desk)
    carry(own_events(desk), officer, mission, 10)
    store = officer.store
    assert blobs.blobs_missing(store) == [PREVIEW_SHA, PHOTO_SHA]
    file = the_file(officer, report)
    assert (file.sha, file.here, file.preview) == (PHOTO_SHA, False, None)
    blobs.put_blob(store, PREVIEW, "")
    file = the_file(officer, report)
    assert (file.sha, file.here, file.preview) == (PHOTO_SHA, False, PREVIEW_SHA)
    assert blobs.blobs_missing(store) == [PHOTO_SHA]
    blobs.put_blob(store, PHOTO, "")
    assert the_file(officer, report).here
    assert reads.detail(store, report).row.files == 1


def test_a_preview_is_not_fetched_once_the_photo_is_there(
    desk: Desk, officer: Desk, mission: Mission
) -> None:
    filed(desk)
    carry(own_events(desk), officer, mission, 10)
    blobs.put_blob(officer.store, PHOTO, "")
    assert blobs.blobs_missing(officer.store) == []


@pytest.mark.parametrize(
    "preview",
    [
        None,
        "small",
        {"sha": PREVIEW_SHA.hex()},
        {"sha": PREVIEW_SHA.hex(), "size": 10**9},
        {"sha": "x" * 64, "size": 5},
    ],
)
def test_a_preview_in_a_wrong_form_leaves_the_photo_as_it_is(
    desk: Desk, officer: Desk, mission: Mission, preview: object
) -> None:
    event = announced(desk, {"sha": PHOTO_SHA.hex(), "size": 9, "preview": preview})
    carry([event], officer, mission, 10)
    assert the_file(officer, event.id).preview is None
    assert blobs.blobs_missing(officer.store) == [PHOTO_SHA]


def test_a_photo_that_is_called_a_preview_as_well_stays_a_photo(
    desk: Desk, officer: Desk, mission: Mission
) -> None:
    both = {"sha": PREVIEW_SHA.hex(), "size": 9}
    event = announced(desk, {"sha": PHOTO_SHA.hex(), "size": 9, "preview": both}, both)
    carry([event], officer, mission, 10)
    files = reads.detail(officer.store, event.id).files
    assert [file.sha for file in files] == [PHOTO_SHA, PREVIEW_SHA]


def test_a_preview_that_never_arrived_keeps_no_text_on_the_laptop(
    desk: Desk, mission: Mission, clock: TickingClock
) -> None:
    """An older HQ takes no previews; its receipts name the photo alone."""
    filed(desk)
    photos = {PHOTO_SHA: PhotoState(True)}
    count = len(own_events(desk))
    deliver(desk, mission, receipt_for(desk, count, photos=photos, t=UtcMillis(START)))
    rule = Rule(14, person=desk.keys.slot.id)
    assert sum(retention.remove_old(desk.store, rule)) == 0
    clock.at += 43 * DAY
    later = UtcMillis(START + 43 * DAY)
    deliver(desk, mission, receipt_for(desk, count, photos=photos, t=later))
    assert sum(retention.remove_old(desk.store, rule)) == 1
    for table in ("blob", "piece", "announced"):
        assert desk.store.rows(f"SELECT sha FROM {table}") == []
