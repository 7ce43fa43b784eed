"""What HQ makes of frames: stored once, in any order, or refused whole."""

from dataclasses import replace
from hashlib import sha256

import pytest

from fieldapp.clock import system_entropy
from fieldapp.event.chain import Event, Place, make_event, sign_payload
from fieldapp.event.header import GENESIS_PREV
from fieldapp.event.kinds import Kind
from fieldapp.event.signing import StreamKey
from fieldapp.mission.roster import Role
from fieldapp.units import EventId, Sha256, UtcMillis
from sync import codes
from sync.body import EnrolBody, EventsBody, PieceBody, ReceiptsBody
from sync.frame import Address, SealKeys, SuiteId, seal
from sync.hq import ingest, opening
from sync.hq.app import Hq
from sync.hq.cli_people import approve
from sync.hq.enrol import Invitation, invite
from sync.hq.opening import Outcome
from sync.hq.store import StreamRow, StreamState, Verdict
from sync.limits import STREAM_BACKLOG
from tests.support.hq_inside import asked, code_for, let_in
from tests.support.laptop import TINY, Laptop
from tests.support.mission import START, seeded


def take(hq: Hq, *frames: bytes) -> list[Outcome]:
    return hq.ingest().take(frames)


def row_of(hq: Hq, laptop: Laptop) -> StreamRow:
    with hq.store.reading() as tx:
        row = tx.streams.get(laptop.stream)
    assert row is not None
    return row


def stored(hq: Hq) -> int:
    with hq.store.reading() as tx:
        return tx.events.last()


def test_reports_are_stored_and_receipted(hq: Hq) -> None:
    laptop = let_in(hq)
    events = [laptop.report() for _ in range(3)]
    (outcome,) = take(hq, laptop.frame(*events))
    receipt = laptop.believe(outcome.receipt)
    assert (outcome.code, outcome.note) == (200, "stored")
    assert (receipt.stream, receipt.upto, receipt.head) == (laptop.stream, 4, events[-1].id)
    assert receipt.t > START
    assert receipt.beyond == ()
    assert not receipt.forked


def test_what_a_request_unpacks_to_is_bounded_and_the_rest_comes_again(
    hq: Hq, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop = let_in(hq)
    reports = [laptop.report() for _ in range(3)]
    frames = [laptop.frame(report) for report in reports]
    wrapped = laptop.wrapped(*frames)
    monkeypatch.setattr(ingest, "OPENED_BYTES", reports[0].head.length)
    assert [outcome.code for outcome in take(hq, *frames)] == [200, 507, 507]
    assert laptop.believe(take(hq, wrapped)[0].receipt).upto == 2
    assert take(hq, wrapped)[0].code == 507
    assert [take(hq, frame)[0].code for frame in frames] == [200, 200, 200]


def test_the_same_frame_again_changes_nothing(hq: Hq) -> None:
    laptop = let_in(hq)
    frame = laptop.frame(laptop.report())
    first = take(hq, frame)[0]
    before = stored(hq)
    again = take(hq, frame, frame)
    assert stored(hq) == before
    assert [one.code for one in again] == [200, 200]
    assert laptop.believe(again[1].receipt).head == laptop.believe(first.receipt).head


def test_a_gap_is_stored_at_once_and_closed_later(hq: Hq) -> None:
    laptop = let_in(hq)
    early, middle, flash = laptop.report(), laptop.report(), laptop.report()
    receipt = laptop.believe(take(hq, laptop.frame(flash))[0].receipt)
    assert (receipt.upto, receipt.beyond) == (1, (flash.id,))
    receipt = laptop.believe(take(hq, laptop.frame(early))[0].receipt)
    assert (receipt.upto, receipt.head, receipt.beyond) == (2, early.id, (flash.id,))
    receipt = laptop.believe(take(hq, laptop.frame(middle))[0].receipt)
    assert (receipt.upto, receipt.head, receipt.beyond) == (4, flash.id, ())


def test_a_fork_keeps_both_and_is_marked(hq: Hq) -> None:
    laptop = let_in(hq)
    first = laptop.report()
    laptop.events.pop()
    second = laptop.report(note="another")
    assert first.head.seq == second.head.seq
    take(hq, laptop.frame(first))
    outcome = take(hq, laptop.frame(second))[0]
    receipt = laptop.believe(outcome.receipt)
    assert receipt.forked
    assert receipt.head == first.id
    with hq.store.reading() as tx:
        assert {one for one, _ in tx.events.at(laptop.stream, 1)} == {first.id, second.id}
    laptop.events[-1:] = [first]
    receipt = laptop.believe(take(hq, laptop.frame(laptop.report()))[0].receipt)
    assert (receipt.upto, receipt.forked) == (3, True), "the mark stays though the chain goes on"
    laptop.events[-2:] = [second]
    assert laptop.believe(take(hq, laptop.frame(laptop.report()))[0].receipt).forked


def test_a_chain_that_goes_on_from_an_unseen_rival_is_marked(hq: Hq) -> None:
    laptop = let_in(hq)
    kept = laptop.report()
    laptop.events.pop()
    laptop.report(note="rival, never sent")
    after = laptop.report()
    take(hq, laptop.frame(kept))
    receipt = laptop.believe(take(hq, laptop.frame(after))[0].receipt)
    assert receipt.forked
    assert receipt.upto == 2
    assert receipt.beyond == (after.id,)


def test_frames_of_a_waiting_laptop_come_in_with_its_approval(hq: Hq) -> None:
    laptop = asked(hq)
    photo = bytes(9000)
    event, sha = laptop.with_photo(photo)
    frames = [laptop.frame(laptop.report()), laptop.frame(event), *laptop.pieces(photo)]
    assert {(one.code, one.receipt) for one in take(hq, *frames)} == {(202, None)}
    assert stored(hq) == 1
    approve(hq, (), "Maj B")
    row = row_of(hq, laptop)
    assert (row.state, row.upto) == (StreamState.ACTIVE, 3)
    with hq.store.reading() as tx:
        kinds = [one.event.head.kind for one in tx.events.after(0, 10)]
        blob = tx.blobs.get(sha)
        assert tx.waiting.size(laptop.stream) == 0
    assert kinds[:3] == [Kind.GENESIS, Kind.ROSTER, Kind.GENESIS]
    assert blob is not None
    assert blob.complete


def test_a_stranger_is_refused(hq: Hq) -> None:
    stranger = Laptop(hq.profile, 9)
    stranger.begin()
    assert take(hq, stranger.frame(stranger.report()))[0].code == 403
    assert stored(hq) == 1


def test_a_wrong_code_keeps_nobody(hq: Hq) -> None:
    stranger = Laptop(hq.profile, 9)
    (outcome,) = take(hq, stranger.enrolment("0000000000"))
    assert (outcome.code, outcome.note) == (422, "hq.code")
    with hq.store.reading() as tx:
        assert tx.streams.get(stranger.stream) is None


def test_one_code_lets_one_laptop_ask_and_asking_twice_is_harmless(hq: Hq) -> None:
    code = code_for(hq)
    first, second = Laptop(hq.profile, 1), Laptop(hq.profile, 2)
    typed = code.lower().replace("0", "o").replace("1", "l")
    assert [one.code for one in take(hq, first.enrolment(typed), first.enrolment(code))] == [
        202,
        202,
    ]
    (outcome,) = take(hq, second.enrolment(code))
    assert (outcome.code, outcome.note) == (422, "hq.code-used")


def test_the_codes_of_a_unit_number_its_laptops(hq: Hq) -> None:
    """Two laptops set up as HQ says give out different report numbers."""
    with hq.store.writing() as tx:
        numbers = [
            codes.laptop_of(
                codes.normal(
                    invite(tx, Invitation("Capt A", unit, Role.PATROL), START, system_entropy)
                )
            )
            for unit in ("TS7", "TS7", "HQ", "TS7")
        ]
    assert numbers == [0, 1, 0, 2]


def test_an_old_code_is_refused(hq: Hq) -> None:
    code = code_for(hq, days=1)
    clock = hq.clock
    clock.at += 25 * 3600 * 1000  # type: ignore[attr-defined]
    (outcome,) = take(hq, Laptop(hq.profile, 1).enrolment(code))
    assert (outcome.code, outcome.note) == (422, "hq.code-expired")


def test_five_wrong_codes_close_the_door_to_this_laptop_for_a_day(hq: Hq) -> None:
    laptop, code = Laptop(hq.profile, 1), code_for(hq)
    for number in range(5):
        assert take(hq, laptop.enrolment(f"000000000{number}"))[0].code == 422
    (outcome,) = take(hq, laptop.enrolment(code))
    assert (outcome.code, outcome.note) == (422, "hq.code-tries")
    assert take(hq, Laptop(hq.profile, 2).enrolment(code_for(hq)))[0].code == 202
    hq.clock.at += 24 * 3600 * 1000  # type: ignore[attr-defined]
    assert take(hq, laptop.enrolment(code))[0].code == 202


def test_codes_that_were_used_or_too_old_are_no_guesses(hq: Hq) -> None:
    old = code_for(hq, days=1)
    hq.clock.at += 25 * 3600 * 1000  # type: ignore[attr-defined]
    laptop = Laptop(hq.profile, 1)
    for _ in range(5):
        assert take(hq, laptop.enrolment(old))[0].note == "hq.code-expired"
    assert take(hq, laptop.enrolment(code_for(hq)))[0].code == 202


def test_a_stream_goes_on_from_one_of_the_same_laptop_without_a_code(hq: Hq) -> None:
    old = let_in(hq)
    new = Laptop(hq.profile, 2, link=old.stream)
    new.push = old.push
    assert take(hq, new.enrolment(""))[0].code == 202
    assert row_of(hq, new).link == old.stream
    other = Laptop(hq.profile, 3, link=old.stream)
    assert take(hq, other.enrolment(""))[0].code == 422


def test_nobody_claims_the_stream_of_another(hq: Hq) -> None:
    old = let_in(hq)
    thief = Laptop(hq.profile, 2, link=old.stream)
    take(hq, thief.enrolment(code_for(hq)))
    assert row_of(hq, thief).link is None
    colleague = Laptop(hq.profile, 3, link=old.stream)
    colleague.push = old.push
    take(hq, colleague.enrolment(code_for(hq, person="Capt B")))
    assert row_of(hq, colleague).link is None


@pytest.mark.parametrize(
    "payload",
    [b"{", b'{"a":1.5}', b'{"a":1,"a":2}', b'"text"', b"\xff", b'{"ref":"no form"}'],
)
def test_an_unreadable_report_is_held_and_the_chain_goes_on(hq: Hq, payload: bytes) -> None:
    laptop = let_in(hq)
    last = laptop.events[-1]
    bad = sign_payload(
        laptop.signing,
        Place(1, last.id),
        Kind.REPORT,
        payload,
        t=UtcMillis(5),
        salt=bytes(16),
    )
    laptop.events.append(bad)
    good = laptop.report()
    receipt = laptop.believe(take(hq, laptop.frame(bad, good))[0].receipt)
    assert (receipt.upto, receipt.held) == (3, (bad.id,))


def test_a_forged_event_takes_its_whole_frame_along(hq: Hq) -> None:
    laptop, other = let_in(hq), let_in(hq, 2)
    good, bad = laptop.report(), laptop.report()
    forged = replace(bad, signature=other.report().signature)
    assert take(hq, laptop.frame(good, forged))[0].code == 422
    assert row_of(hq, laptop).upto == 1


def test_a_first_event_must_begin_and_only_it(hq: Hq) -> None:
    laptop = let_in(hq)
    wrong = make_event(
        laptop.signing,
        Place(5, GENESIS_PREV),
        Kind.REPORT,
        TINY,
        t=START,
        entropy=seeded(3),
    )
    assert take(hq, laptop.frame(wrong))[0].code == 422
    wrong = make_event(
        laptop.signing,
        Place(0, EventId(b"x" * 32)),
        Kind.REPORT,
        TINY,
        t=START,
        entropy=seeded(3),
    )
    assert take(hq, laptop.frame(wrong))[0].code == 422


def test_a_number_far_ahead_is_refused(hq: Hq) -> None:
    laptop = let_in(hq)

    def ahead(seq: int) -> Event:
        place = Place(seq, EventId(b"x" * 32))
        return make_event(laptop.signing, place, Kind.REPORT, TINY, t=START, entropy=seeded(3))

    (refused,) = take(hq, laptop.frame(ahead(STREAM_BACKLOG + 1)))
    assert (refused.code, refused.note) == (422, "hq.limit")
    assert take(hq, laptop.frame(ahead(STREAM_BACKLOG)))[0].code == 200


def test_after_a_revocation_it_is_counted_from_the_last_that_is_trusted(hq: Hq) -> None:
    laptop = let_in(hq)
    take(hq, laptop.frame(laptop.report(), laptop.report()))
    with hq.store.writing() as tx:
        hq.registrar().revoke(tx, row_of(hq, laptop), "captured", 2)
    place = Place(2 + STREAM_BACKLOG, EventId(b"x" * 32))
    ahead = make_event(laptop.signing, place, Kind.REPORT, TINY, t=START, entropy=seeded(3))
    assert take(hq, laptop.frame(ahead))[0].code == 422


def test_what_is_not_for_hq_or_unknown_has_its_own_answer(hq: Hq) -> None:
    laptop = let_in(hq)
    keys = SealKeys()
    elsewhere = seal(EventsBody(laptop.stream, (laptop.report(),)), keys.add_radio(b"k" * 32))
    newer = b"UFR2" + laptop.frame(laptop.report())[4:]
    answers = take(
        hq,
        elsewhere,
        newer,
        b"nonsense that is long enough",
        laptop.sealed(ReceiptsBody((b"r",))),
        laptop.wrapped(laptop.wrapped(laptop.frame(laptop.report()))),
    )
    assert [one.code for one in answers] == [404, 415, 400, 400, 400]
    assert {one.receipt for one in answers} == {None}


def test_one_bad_frame_stops_no_other_even_when_wrapped(hq: Hq) -> None:
    laptop = let_in(hq)
    good, rest = laptop.frame(laptop.report()), laptop.frame(laptop.report())
    torn = bytearray(laptop.frame(laptop.report()))
    torn[-1] ^= 1
    (wrapped,) = take(hq, laptop.wrapped(good, bytes(torn), rest))
    assert wrapped.code == 400
    assert laptop.believe(wrapped.receipt).upto == 3
    assert take(hq, laptop.wrapped(good, rest))[0].code == 200
    elsewhere = seal(EventsBody(laptop.stream, (laptop.report(),)), SealKeys().add_radio(b"k" * 32))
    assert take(hq, laptop.wrapped(good, elsewhere))[0].code == 404


def test_a_wrapping_holds_as_many_frames_as_the_protocol_allows_and_no_more(
    hq: Hq, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop = let_in(hq)
    frames = [laptop.frame(laptop.report()) for _ in range(3)]
    monkeypatch.setattr(opening, "FRAMES_PER_WRAP", 2)
    codes_by_number = [take(hq, laptop.wrapped(*frames[:n]))[0].code for n in range(4)]
    assert codes_by_number == [400, 200, 200, 400]


def test_an_enrolment_and_its_reports_may_share_a_wrapping(hq: Hq) -> None:
    laptop = Laptop(hq.profile, 4)
    ask = laptop.enrolment(code_for(hq))
    (outcome,) = take(hq, laptop.wrapped(ask, laptop.frame(laptop.report())))
    assert outcome.code == 202
    approve(hq, (), "Maj B")
    assert row_of(hq, laptop).upto == 2


@pytest.mark.parametrize(
    "changes",
    [
        {"v": 2},
        {"pk": "00" * 32},
        {"pk": "zz"},
        {"inbox": "00" * 32},
        {"push": "00"},
        {"link": {"stream": "00"}},
        {"link": 5},
        {"device": None, "fetch": None},
    ],
)
def test_a_malformed_first_event_is_refused(hq: Hq, changes: dict[str, object]) -> None:
    laptop = Laptop(hq.profile, 5)
    laptop.begin(**changes)
    assert take(hq, laptop.enrolment(code_for(hq)))[0].code in (400, 422)


def test_the_first_event_is_signed_by_its_own_key(hq: Hq) -> None:
    laptop = Laptop(hq.profile, 5)
    genesis = replace(laptop.begin(), signature=bytes(64))
    assert take(hq, laptop.sealed(EnrolBody(code_for(hq), genesis)))[0].code == 422
    other = StreamKey(b"o" * 32)
    laptop = Laptop(hq.profile, 6)
    laptop.begin(pk=other.public.hex())
    assert take(hq, laptop.enrolment(code_for(hq)))[0].code == 422


def test_after_revocation_later_records_are_kept_apart(hq: Hq) -> None:
    laptop = let_in(hq)
    trusted, doubtful = laptop.report(), laptop.report()
    take(hq, laptop.frame(trusted))
    with hq.store.writing() as tx:
        row = tx.streams.get(laptop.stream)
        assert row is not None
        hq.registrar().revoke(tx, row, "captured", None)
    outcome = take(hq, laptop.frame(doubtful))[0]
    assert (outcome.code, outcome.note) == (403, "hq.revoked")
    assert laptop.believe(outcome.receipt).upto == 3
    with hq.store.reading() as tx:
        kept, late = tx.events.get(trusted.id), tx.events.get(doubtful.id)
    assert kept is not None
    assert late is not None
    assert (kept.verdict, late.verdict) == (Verdict.ACCEPTED, Verdict.QUARANTINED)


def test_a_revocation_can_reach_back(hq: Hq) -> None:
    laptop = let_in(hq)
    trusted, doubtful = laptop.report(), laptop.report()
    take(hq, laptop.frame(trusted, doubtful))
    with hq.store.writing() as tx:
        row = tx.streams.get(laptop.stream)
        assert row is not None
        hq.registrar().revoke(tx, row, "captured", 2)
        counts = tx.events.counts()
    assert counts[Verdict.QUARANTINED] == 1


def test_a_verdict_becomes_due_to_the_author_even_before_its_report(hq: Hq) -> None:
    author, officer = let_in(hq), let_in(hq, 2, Role.OFFICER)
    outsider = let_in(hq, 3)
    report = author.report()
    verdict = {"verdict": "accept", "on": report.id.hex(), "text": ""}
    review = officer.say(Kind.REVIEW, verdict, obj=report.id)
    take(hq, outsider.frame(outsider.say(Kind.REVIEW, verdict, obj=report.id)))
    take(hq, officer.frame(review))
    take(hq, author.frame(report))
    with hq.store.reading() as tx:
        found = tx.deliveries.after([author.stream], b"", 0, 10)
        last = tx.events.last()
    assert [(at, one.event.id) for at, one in found] == [(last, review.id)]


def test_pieces_come_in_any_order_and_are_checked_at_the_end(hq: Hq) -> None:
    laptop = let_in(hq)
    photo = seeded(5)(70_001)
    event, sha = laptop.with_photo(photo)
    pieces = laptop.pieces(photo)
    (early,) = take(hq, pieces[0])
    assert (early.code, early.note) == (409, "photo.not-announced")
    take(hq, laptop.frame(event))
    for frame in [*pieces[::-2], *pieces[:-1]]:
        (outcome,) = take(hq, frame)
        assert outcome.code == 200
    assert laptop.believe(outcome.receipt).photos[sha].complete
    with hq.store.reading() as tx:
        assert b"".join(tx.blobs.pieces(sha)) == photo


def test_a_receipt_says_which_stretches_are_held(hq: Hq) -> None:
    laptop = let_in(hq)
    photo = seeded(5)(40_000)
    event, sha = laptop.with_photo(photo)
    take(hq, laptop.frame(event))
    odd = laptop.sealed(PieceBody(sha, 8192, photo[8192 : 8192 + 5000]))
    state = laptop.believe(take(hq, odd)[0].receipt).photos[sha]
    assert not state.complete
    assert [state.held(at) for at in (0, 4096, 8192, 12288, 36864)] == [
        False,
        False,
        True,
        False,
        False,
    ]


def test_wrong_bytes_drop_the_photo_and_it_is_asked_again(hq: Hq) -> None:
    laptop = let_in(hq)
    photo = seeded(5)(10_000)
    event, sha = laptop.with_photo(photo)
    take(hq, laptop.frame(event))
    take(hq, laptop.sealed(PieceBody(sha, 0, bytes(8192))))
    (outcome,) = take(hq, laptop.sealed(PieceBody(sha, 8192, photo[8192:])))
    assert outcome.note == "photo.hash"
    assert not laptop.believe(outcome.receipt).photos[sha].held(8192)
    for frame in laptop.pieces(photo):
        (outcome,) = take(hq, frame)
    assert laptop.believe(outcome.receipt).photos[sha].complete


def test_an_empty_photo_is_whole_at_once_and_holds_up_no_other(hq: Hq) -> None:
    laptop = let_in(hq)
    photo = seeded(5)(10_000)
    empty, good = sha256(b"").digest(), sha256(photo).digest()
    files = [{"sha": empty.hex(), "size": 0}, {"sha": good.hex(), "size": len(photo)}]
    (outcome,) = take(hq, laptop.frame(laptop.report(files=files)))
    receipt = laptop.believe(outcome.receipt)
    assert receipt.held == ()
    assert receipt.photos[Sha256(empty)].complete
    for frame in laptop.pieces(photo):
        (outcome,) = take(hq, frame)
    assert laptop.believe(outcome.receipt).photos[Sha256(good)].complete


@pytest.mark.parametrize(
    "bad",
    [
        {"sha": "11" * 32, "size": 0},
        {"sha": "11" * 32, "size": 26 * 1024 * 1024},
        {"sha": "no hash", "size": 5},
        {"size": 5},
        "photo",
        {"sha": "11" * 32, "size": 5, "preview": {"sha": "22" * 32, "size": 20_481}},
        {"sha": "11" * 32, "size": 5, "preview": {"sha": "22" * 31, "size": 5}},
        {"sha": "11" * 32, "size": 5, "preview": None},
    ],
)
def test_a_photo_announced_wrongly_holds_up_no_other(hq: Hq, bad: object) -> None:
    """The event itself waits for a person; whatever else it announces comes in."""
    laptop = let_in(hq)
    photo = seeded(5)(10_000)
    good = sha256(photo).digest()
    event = laptop.report(files=[bad, {"sha": good.hex(), "size": len(photo)}])
    (outcome,) = take(hq, laptop.frame(event))
    assert laptop.believe(outcome.receipt).held == (event.id,)
    for frame in laptop.pieces(photo):
        (outcome,) = take(hq, frame)
    assert laptop.believe(outcome.receipt).photos[Sha256(good)].complete


def test_a_preview_is_claimed_beside_its_photo_and_is_whole_by_itself(hq: Hq) -> None:
    laptop = let_in(hq)
    photo, preview = seeded(5)(50_000), seeded(6)(15_000)
    sha, small = (Sha256(sha256(content).digest()) for content in (photo, preview))
    said = {"sha": small.hex(), "size": len(preview)}
    event = laptop.report(files=[{"sha": sha.hex(), "size": len(photo), "preview": said}])
    (early,) = take(hq, laptop.pieces(preview)[0])
    assert early.code == 409
    (outcome,) = take(hq, laptop.frame(event))
    assert laptop.believe(outcome.receipt).held == ()
    for frame in laptop.pieces(preview):
        (outcome,) = take(hq, frame)
    assert laptop.believe(outcome.receipt).photos[small].complete
    (outcome,) = take(hq, laptop.pieces(photo)[0])
    assert not laptop.believe(outcome.receipt).photos[sha].complete


def test_a_wrong_preview_harms_not_even_its_own_photo(hq: Hq) -> None:
    laptop = let_in(hq)
    photo = seeded(5)(50_000)
    sha = Sha256(sha256(photo).digest())
    event = laptop.report(files=[{"sha": sha.hex(), "size": len(photo), "preview": "small"}])
    (outcome,) = take(hq, laptop.frame(event))
    assert laptop.believe(outcome.receipt).held == (event.id,)
    for frame in laptop.pieces(photo):
        (outcome,) = take(hq, frame)
    assert laptop.believe(outcome.receipt).photos[sha].complete


def test_a_piece_beyond_the_end_is_refused(hq: Hq) -> None:
    laptop = let_in(hq)
    event, sha = laptop.with_photo(bytes(5000))
    take(hq, laptop.frame(event))
    (outcome,) = take(hq, laptop.sealed(PieceBody(sha, 4096, bytes(5000))))
    assert (outcome.code, outcome.note) == (422, "photo.beyond-end")


def test_a_false_size_does_not_block_the_true_one(hq: Hq) -> None:
    laptop, liar = let_in(hq), let_in(hq, 2)
    photo = seeded(5)(10_000)
    event, sha = laptop.with_photo(photo)
    lie = liar.report(files=[{"sha": sha.hex(), "size": 4000}])
    take(hq, liar.frame(lie))
    take(hq, laptop.frame(event))
    answers = take(hq, *laptop.pieces(photo))
    assert laptop.believe(answers[-1].receipt).photos[sha].complete


def test_a_radio_frame_cannot_pass_for_a_courier_frame(hq: Hq) -> None:
    laptop = let_in(hq)
    frame = bytearray(laptop.frame(laptop.report()))
    frame[4] = SuiteId.COURIER
    assert take(hq, bytes(frame))[0].code == 400
    assert Address(SuiteId.RADIO, hq.profile.seal).key_id == bytes(frame[5:13])
