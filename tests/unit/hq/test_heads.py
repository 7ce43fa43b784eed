"""HQ's daily word: said once a day, and not to be taken back without a desk noticing."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fieldapp.event.chain import Event
from fieldapp.event.kinds import Kind
from fieldapp.people import Desk
from fieldapp.store import mirror, promised
from fieldapp.store.mirror import Arrival
from sync.body import EventsBody
from sync.hq import heads
from sync.hq.app import Hq
from sync.hq.heads import write_heads
from sync.hq.log import inbox_page
from sync.hq.store import LogRow
from tests.support.hq_inside import let_in
from tests.support.laptop import Laptop
from tests.support.mission import TickingClock, make_desk, make_mission

DAY = 86_400_000


def said(hq: Hq) -> list[Event]:
    with hq.store.reading() as tx:
        return [row.event for row in tx.events.of_kind(hq.keys.admin.stream, Kind.DAILY_HEADS)]


def test_once_a_day_hq_names_what_it_holds(hq: Hq, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(heads, "HEADS_PER_EVENT", 2)
    laptops = [let_in(hq, seed) for seed in (1, 2, 3)]
    last = laptops[2].report()
    hq.ingest().take([laptops[2].frame(last)])
    assert write_heads(hq) == 3
    assert write_heads(hq) == 0
    named = [one for event in said(hq) for one in promised.read_heads(event.content() or {})]
    assert len(said(hq)) == 2
    assert [(one.stream, one.upto) for one in named] == [
        (laptops[0].stream, 1),
        (laptops[1].stream, 1),
        (laptops[2].stream, 2),
    ]
    assert named[2].head == last.id
    clock = hq.clock
    assert isinstance(clock, TickingClock)
    clock.at += DAY
    assert write_heads(hq) == 3


def test_laptops_in_the_field_are_not_sent_it(hq: Hq) -> None:
    laptop = let_in(hq)
    write_heads(hq)
    with hq.store.reading() as tx:
        row = tx.streams.get(laptop.stream)
        assert row is not None
        page = inbox_page(tx, row, hq.keys.admin.stream, 0, 10**6)
    bodies = [laptop.unseal(frame) for frame in page.frames]
    kinds = [e.head.kind for body in bodies if isinstance(body, EventsBody) for e in body.events]
    assert kinds.count(Kind.ROSTER) == 1
    assert Kind.DAILY_HEADS not in kinds


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path / "desk", make_mission(), "Maj O")
    yield made
    made.store.close()


def pulled(desk: Desk, hq: Hq, keep: Callable[[LogRow], bool] = lambda row: True) -> None:
    """HQ's log as its server shows it."""
    with hq.store.reading() as tx:
        rows = [row for row in tx.events.after(0, 1000) if keep(row)]
    arrivals = [Arrival(row.event, row.n) for row in rows]
    mirror.take(desk.store, arrivals, hq.keys.admin.public)


def reported(hq: Hq, laptop: Laptop) -> Event:
    event = laptop.report()
    hq.ingest().take([laptop.frame(event)])
    return event


def test_an_honest_server_keeps_every_promise(hq: Hq, desk: Desk) -> None:
    laptop = let_in(hq)
    reported(hq, laptop)
    write_heads(hq)
    pulled(desk, hq)
    assert promised.withheld(desk.store) == []


@pytest.mark.parametrize("left_out", [0, 1, 2], ids=["first", "middle", "last"])
def test_a_server_that_leaves_a_record_out_is_noticed(hq: Hq, desk: Desk, left_out: int) -> None:
    laptop = let_in(hq)
    events = [reported(hq, laptop) for _ in range(3)]
    write_heads(hq)
    pulled(desk, hq, lambda row: row.event.id != events[left_out].id)
    assert [one.stream for one in promised.withheld(desk.store)] == [laptop.stream]
    pulled(desk, hq)
    assert promised.withheld(desk.store) == [], "it came after all"


def test_a_server_that_shows_another_record_in_its_place_is_noticed(hq: Hq, desk: Desk) -> None:
    laptop = let_in(hq)
    reported(hq, laptop)
    content = promised.heads_content([promised.Promise(laptop.stream, 2, laptop.report().id)])
    with hq.store.writing() as tx:
        hq.registrar().say(tx, Kind.DAILY_HEADS, content)
    pulled(desk, hq)
    assert len(promised.withheld(desk.store)) == 1


def test_promises_of_a_strange_form_are_left_out() -> None:
    good = ["00" * 16, 1, "11" * 32]
    for bad in (None, [], ["zz", 1, "11" * 32], ["00" * 16, 0, "11" * 32], ["00" * 15, 1, "00"]):
        assert len(promised.read_heads({"heads": [good, bad]})) == 1
    assert promised.read_heads({"heads": 7}) == []
