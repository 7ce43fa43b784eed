"""The rarer answers of taking a frame in; `test_ingest` has the common ones."""

from dataclasses import replace
from hashlib import sha256

import pytest

from fieldapp.event.chain import FIRST, Event, sign_payload
from fieldapp.event.header import Header
from fieldapp.event.kinds import ContentType, Kind
from fieldapp.event.payload import MAX_BYTES
from fieldapp.event.signing import PURPOSE_EVENT
from fieldapp.units import EventId, UtcMillis
from sync.body import EventsBody
from sync.errors import BadFrame
from sync.hq import ingest, receipts
from sync.hq.app import Hq
from sync.hq.opening import BrokenLimit, GenesisFacts, Judged, Part, check, genesis_facts
from sync.limits import BLOB_BYTES, BLOBS_PER_REPORT
from tests.support.hq_inside import asked, code_for, let_in
from tests.support.laptop import Laptop
from tests.support.mission import START


def judged(laptop: Laptop, event: Event) -> Judged:
    """What the checks make of an event that no frame could carry."""
    part = Part(EventsBody(laptop.stream, (event,)), b"")
    found = check(part, lambda _stream: laptop.signing.public)
    return found.events[0]  # type: ignore[union-attr]


def test_who_is_in_asks_again_and_gets_a_receipt(hq: Hq) -> None:
    laptop = let_in(hq)
    (outcome,) = hq.ingest().take([laptop.enrolment(code_for(hq))])
    assert outcome.code == 200
    assert laptop.believe(outcome.receipt).upto == 1


def test_reports_beside_a_request_that_was_refused_are_refused_too(hq: Hq) -> None:
    laptop = Laptop(hq.profile, 4)
    frames = [laptop.enrolment("0000000000"), laptop.frame(laptop.report())]
    refused, stranger = hq.ingest().take(frames)
    assert (refused.code, refused.note) == (422, "hq.code")
    assert (stranger.code, stranger.note, stranger.receipt) == (403, "hq.unknown-author", None)


def test_who_waits_may_not_fill_the_disk(hq: Hq, monkeypatch: pytest.MonkeyPatch) -> None:
    laptop = asked(hq)
    first, second = laptop.frame(laptop.report()), laptop.frame(laptop.report())
    with hq.store.reading() as tx:
        held = tx.waiting.size(laptop.stream)
    monkeypatch.setattr(ingest, "WAITING_BYTES", held + len(first))
    answers = hq.ingest().take([first, second])
    assert [(one.code, one.note) for one in answers] == [
        (202, "hq.waiting"),
        (507, "hq.waiting-full"),
    ]


def test_a_wrapping_with_nothing_in_it_is_refused(hq: Hq) -> None:
    (outcome,) = hq.ingest().take([let_in(hq).wrapped()])
    assert (outcome.code, outcome.receipt) == (400, None)


@pytest.mark.parametrize("files", ["photo.jpg", {"sha": ""}, [{}] * (BLOBS_PER_REPORT + 1)])
def test_photos_that_are_no_list_or_too_many_hold_the_report(hq: Hq, files: object) -> None:
    laptop = let_in(hq)
    event = laptop.report(files=files)
    (outcome,) = hq.ingest().take([laptop.frame(event)])
    assert laptop.believe(outcome.receipt).held == (event.id,)


@pytest.mark.parametrize(("more", "readable"), [(0, True), (1, False)])
def test_a_report_has_as_many_photos_as_the_protocol_allows(
    hq: Hq, more: int, readable: bool
) -> None:
    laptop = Laptop(hq.profile, 4)
    laptop.begin()
    files = [{"sha": f"{n:064x}", "size": BLOB_BYTES} for n in range(BLOBS_PER_REPORT + more)]
    found = judged(laptop, laptop.report(files=files))
    assert (found.readable, len(found.photos)) == (readable, BLOBS_PER_REPORT if readable else 0)


@pytest.mark.parametrize("change", [{"form": 7}, {"answers": "in a text"}])
def test_a_report_without_form_or_answers_is_held(hq: Hq, change: dict[str, object]) -> None:
    laptop = Laptop(hq.profile, 4)
    laptop.begin()
    assert not judged(laptop, laptop.report(**change)).readable


def test_what_a_first_event_says_is_kept_and_long_names_are_cut(hq: Hq) -> None:
    laptop = Laptop(hq.profile, 4)
    facts = genesis_facts(laptop.begin(device="d" * 300))
    assert facts == GenesisFacts(
        public=laptop.signing.public,
        inbox=laptop.inbox.public,
        device="d" * 200,
        mission=hq.profile.mission,
        push=sha256(laptop.push).digest(),
        fetch=sha256(laptop.fetch).digest(),
        link=None,
    )


def test_only_the_first_event_of_its_kind_begins_a_stream(hq: Hq) -> None:
    laptop = Laptop(hq.profile, 4)
    content = laptop.begin().content()
    assert content is not None
    later = laptop.say(Kind.GENESIS, content)
    laptop.events.clear()
    for event in (later, laptop.say(Kind.REPORT, content)):
        with pytest.raises(BadFrame):
            genesis_facts(event)


def test_a_photo_that_is_whole_stays_whatever_comes(hq: Hq) -> None:
    """Announced again, by another size even, and sent again with other bytes."""
    laptop = let_in(hq)
    photo = b"photo" * 1000
    event, sha = laptop.with_photo(photo)
    again, _ = laptop.with_photo(photo)
    smaller = laptop.report(files=[{"sha": sha.hex(), "size": 5}])
    frames = [laptop.frame(event), laptop.frame(again), *laptop.pieces(photo)]
    hq.ingest().take([*frames, laptop.frame(smaller)])
    (outcome,) = hq.ingest().take([laptop.pieces(photo)[0]])
    assert outcome.note == "stored"
    assert laptop.believe(outcome.receipt).photos[sha].complete
    with hq.store.reading() as tx:
        assert b"".join(tx.blobs.pieces(sha)) == photo


def test_a_receipt_for_the_courier_names_the_photos_by_itself(hq: Hq) -> None:
    laptop = let_in(hq)
    photo = b"photo" * 1000
    event, sha = laptop.with_photo(photo)
    hq.ingest().take([laptop.frame(event), *laptop.pieces(photo)])
    with hq.store.reading() as tx:
        row = tx.streams.get(laptop.stream)
        assert row is not None
        raw = receipts.for_courier(tx, row, hq.clock, hq.keys.receipt)
    receipt = laptop.believe(raw)
    assert (receipt.upto, receipt.photos[sha].complete) == (2, True)


def test_a_payload_above_its_limit_is_refused_by_whatever_way_it_came(hq: Hq) -> None:
    laptop = Laptop(hq.profile, 4)
    for length, refused in ((MAX_BYTES, False), (MAX_BYTES + 1, True)):
        event = sign_payload(
            laptop.signing, FIRST, Kind.REPORT, bytes(length), t=START, salt=bytes(16)
        )
        if refused:
            with pytest.raises(BrokenLimit):
                judged(laptop, event)
        else:
            assert not judged(laptop, event).readable


def test_a_record_without_its_text_is_held(hq: Hq) -> None:
    laptop = Laptop(hq.profile, 4)
    event = replace(laptop.begin(), payload=None, salt=None)
    assert judged(laptop, event) == Judged(event, False, ())


def test_what_is_sealed_in_a_wrong_form_is_kept_for_a_person_to_look_at(hq: Hq) -> None:
    laptop = let_in(hq)
    last = laptop.events[-1]
    made = sign_payload(laptop.signing, FIRST, Kind.REPORT, b"sealed", t=START, salt=bytes(16))
    head = Header(
        stream=laptop.stream,
        seq=1,
        prev=EventId(last.id),
        t=UtcMillis(START),
        kind=Kind.REPORT,
        obj=b"",
        ctype=ContentType.PROTECTED,
        length=made.head.length,
        pdig=made.head.pdig,
    )
    raw = head.encode()
    event = replace(made, head=head, raw=raw, signature=laptop.signing.sign(PURPOSE_EVENT, raw))
    (outcome,) = hq.ingest().take([laptop.frame(event)])
    receipt = laptop.believe(outcome.receipt)
    assert (receipt.upto, receipt.held) == (2, (event.id,))
