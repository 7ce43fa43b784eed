"""How a person stands with HQ, and the sentence for it: nothing is claimed that HQ did not sign."""

from dataclasses import replace
from pathlib import Path

import pytest

from fieldapp.store import outbox
from fieldapp.store.journal import StreamClosed
from fieldapp.store.outbox import OutboxTotals
from fieldapp.units import UtcMillis
from sync.field.enrol import ask_to_be_let_in
from sync.field.errors import AccessWithdrawn, CodeNeeded, ExpiredCode
from sync.field.spool import Rank, Shelf
from sync.field.standing import Admission, Standing, note_state, read_standing, told
from tests.support.fleet import deliver, receipt_for
from tests.support.mission import START
from tests.unit.sync_field.bench import Bench, make_bench
from tests.unit.sync_field.mini_hq import CODE

LAST = UtcMillis(START)


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return make_bench(tmp_path / "field", enrol=False)


def stands(bench: Bench) -> tuple[Admission, type[Exception] | None]:
    standing = read_standing(bench.desk)
    return standing.admission, standing.trouble


def test_without_a_code_no_request_is_claimed(bench: Bench) -> None:
    bench.file()
    bench.plan()
    assert stands(bench) == (Admission.CODE_NEEDED, CodeNeeded)
    ask_to_be_let_in(bench.desk, CODE, bench.spool)
    assert stands(bench) == (Admission.ASKED, None), "it is sealed in a moment"
    bench.plan()
    assert stands(bench) == (Admission.ASKED, None)


def test_what_hq_said_to_a_code_is_known_until_the_person_is_let_in(bench: Bench) -> None:
    ask_to_be_let_in(bench.desk, "0" * 10, bench.spool)
    bench.plan()
    (name,) = [name for name in bench.spool.names(Shelf.WAITING) if Rank.of(name) is Rank.ENROL]
    bench.spool.park(name, "enrol.code-expired")
    bench.plan()
    assert stands(bench) == (Admission.CODE_NEEDED, ExpiredCode)
    assert outbox.totals(bench.desk.store).refused == 0, "a request is no record"
    ask_to_be_let_in(bench.desk, CODE, bench.spool)
    bench.plan()
    assert stands(bench) == (Admission.ASKED, None)
    bench.send()
    bench.plan()
    assert stands(bench) == (Admission.IN, None)


def test_withdrawn_access_is_taken_back_when_hq_says_so(bench: Bench) -> None:
    desk = bench.desk
    assert note_state(desk.store, desk.stream, "revoked")
    assert not note_state(desk.store, desk.stream, "revoked")
    assert not note_state(desk.store, desk.stream, "")
    assert stands(bench) == (Admission.WITHDRAWN, AccessWithdrawn)
    assert note_state(desk.store, desk.stream, "active")
    assert stands(bench) == (Admission.CODE_NEEDED, CodeNeeded)


def test_a_closed_stream_counts_what_can_never_arrive(bench: Bench) -> None:
    bench.file()
    deliver(bench.desk, bench.mission, replace(receipt_for(bench.desk, 1), forked=True))
    assert stands(bench) == (Admission.CLOSED, StreamClosed)
    totals = outbox.totals(bench.desk.store)
    assert (totals.records, totals.closed) == (1, 1)


def test_a_held_record_is_counted(bench: Bench) -> None:
    bench.file()
    deliver(bench.desk, bench.mission, receipt_for(bench.desk, 2, held=[1]))
    totals = outbox.totals(bench.desk.store)
    assert (totals.records, totals.held) == (0, 1)


@pytest.mark.parametrize(
    ("totals", "words"),
    [
        (OutboxTotals(0, 0, 0, LAST), "HQ has everything."),
        (OutboxTotals(0, 0, 0, None), "Nothing to send yet."),
        (OutboxTotals(1, 0, 0, LAST), "1 record waits."),
        (OutboxTotals(0, 2, 0, LAST), "2 photos wait."),
        (OutboxTotals(3, 1, 2, LAST), "HQ refused 2 records. 3 records wait. 1 photo waits."),
        (
            OutboxTotals(2, 0, 0, LAST, closed=1),
            "1 record waits. "
            "1 record stands under a name that is closed: file it again under another.",
        ),
        (
            OutboxTotals(0, 0, 0, LAST, held=1),
            "HQ has everything. HQ could not read 1 record that it has; "
            "a person there looks at it.",
        ),
    ],
)
def test_what_hq_has_in_plain_words(totals: OutboxTotals, words: str) -> None:
    assert told(Standing(Admission.IN, totals)) == words
    assert told(Standing(Admission.ASKED, totals)) == (
        f"HQ has not let this person in yet. {words}"
    )
