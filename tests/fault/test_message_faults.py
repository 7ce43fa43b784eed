"""A packet cut at every byte and changed in every bit, given to the real import at either end.

Frames and receipts alone are cut and changed in ``tests/unit/sync``; here whole bundles are. What
is whole in a cut copy is taken and the cut is said; nothing altered is believed, nothing crashes.
``SOAK=1`` changes every bit instead of one bit of each byte.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fieldapp.errors import FieldError
from fieldapp.event.receipt import Receipt
from fieldapp.mission.roster import Role
from fieldapp.people import Desk
from fieldapp.units import UtcMillis
from sync.body import EventsBody, ReceiptsBody
from sync.bundle import MAGIC_BUNDLE, write_bundle
from sync.errors import BadBundle, OtherMission, UnknownDictionary
from sync.field.courier import import_bundle as import_at_field
from sync.field.intake import Person
from sync.field.spool import Shelf
from sync.frame import SealKeys, seal
from sync.hq.app import Hq
from sync.hq.bundles import import_bundle as import_at_hq
from sync.receipt import sign_receipt
from tests.support.hq_inside import hq_inside, let_in
from tests.support.mission import START, Mission, make_desk, make_mission
from tests.unit.sync_field.bench import Bench, make_bench

EVERY_BIT = bool(os.environ.get("SOAK"))
ANSWERS = (BadBundle, OtherMission, UnknownDictionary)


def borders(frames: list[bytes]) -> list[int]:
    """Where each frame of a bundle ends, its mark included."""
    ends = [len(MAGIC_BUNDLE)]
    for frame in frames:
        ends.append(ends[-1] + len(frame))
    return ends


def changed(raw: bytes) -> Iterator[bytes]:
    """The bytes with one bit changed, for every byte."""
    for at in range(len(raw)):
        for bit in range(8) if EVERY_BIT else (at % 8,):
            other = bytearray(raw)
            other[at] ^= 1 << bit
            yield bytes(other)


def survived(take: Callable[[], bool]) -> None:
    """A changed copy is known not to be whole, or refused in words."""
    try:
        assert not take()
    except FieldError as error:
        assert isinstance(error, ANSWERS), error


@pytest.fixture
def hq(tmp_path: Path) -> Iterator[Hq]:
    with hq_inside(tmp_path) as opened:
        yield opened


def log_of(hq: Hq) -> list[tuple[bytes, bytes | None]]:
    with hq.store.reading() as tx:
        return [(row.event.raw, row.event.payload) for row in tx.events.after(0, 1000)]


def test_at_hq_a_cut_copy_gives_what_is_whole(hq: Hq, tmp_path: Path) -> None:
    laptop = let_in(hq)
    frames = [laptop.frame(laptop.report(n=n)) for n in range(2)]
    path = tmp_path / "a.ufrb"
    write_bundle(path, frames, tmp_path / "own")
    raw, ends, before = path.read_bytes(), borders(frames), len(log_of(hq))
    for size in range(len(MAGIC_BUNDLE), len(raw)):
        path.write_bytes(raw[:size])
        found = import_at_hq(hq, path)
        count = sum(end <= size for end in ends) - 1
        assert (found.frames, found.whole) == (count, False), size
        assert len(log_of(hq)) == before + count
    path.write_bytes(raw)
    assert import_at_hq(hq, path).whole


def test_at_hq_no_changed_bit_is_believed(hq: Hq, tmp_path: Path) -> None:
    laptop = let_in(hq)
    frames = [laptop.frame(laptop.report(n=n)) for n in range(2)]
    path = tmp_path / "a.ufrb"
    write_bundle(path, frames, tmp_path / "own")
    raw = path.read_bytes()
    import_at_hq(hq, path)
    held = log_of(hq)
    for other in changed(raw):
        path.write_bytes(other)
        survived(lambda: import_at_hq(hq, path).whole)
    assert log_of(hq) == held
    with hq.store.reading() as tx:
        row = tx.streams.get(laptop.stream)
    assert row is not None
    assert not row.forked
    assert row.upto == 3


def post(mission: Mission, desk: Desk) -> list[bytes]:
    """What HQ sends to a person by courier: a receipt, and who is let in."""
    to = SealKeys().add_radio(desk.keys.inbox_seed)
    row = desk.store.row("SELECT id FROM event WHERE own = 1 AND seq = 0")
    assert row is not None
    receipt = Receipt(1, desk.stream, 1, row[0], t=UtcMillis(START))
    vouched = EventsBody(mission.admin.stream, (mission.vouch(desk, Role.PATROL),))
    return [
        seal(ReceiptsBody((sign_receipt(receipt, mission.receipt),)), to),
        seal(vouched, to),
    ]


def state_of(desk: Desk) -> tuple[list[object], ...]:
    """Everything that came from HQ and is believed here."""
    return tuple(
        [tuple(row) for row in desk.store.rows(f"SELECT * FROM {table} ORDER BY 1, 2")]
        for table in ("event", "receipt", "person", "stream")
    )


def test_at_the_field_a_cut_copy_gives_what_is_whole(tmp_path: Path) -> None:
    mission = make_mission()
    desk = make_desk(tmp_path / "home", mission)
    person = Person(desk.keys, mission.profile)
    path = tmp_path / "a.ufrb"
    with desk.store as store:
        frames = post(mission, desk)
        write_bundle(path, frames, tmp_path / "own")
        raw, ends = path.read_bytes(), borders(frames)
        receipts = new = 0
        for size in range(len(raw)):
            path.write_bytes(raw[:size])
            if size < ends[1]:
                with pytest.raises(BadBundle):
                    import_at_field(path, person, lambda work: work(store))
                continue
            found = import_at_field(path, person, lambda work: work(store))
            count = sum(end <= size for end in ends) - 1
            receipts, new = receipts + found.receipts, new + found.new
            assert not found.whole
            assert (receipts, new) == (min(count, 1), max(count - 1, 0)), size
        assert (receipts, new) == (1, 1)


def test_at_the_field_no_changed_bit_is_believed(tmp_path: Path) -> None:
    mission = make_mission()
    desk = make_desk(tmp_path / "home", mission)
    person = Person(desk.keys, mission.profile)
    path = tmp_path / "a.ufrb"
    with desk.store as store:
        write_bundle(path, post(mission, desk), tmp_path / "own")
        raw = path.read_bytes()
        assert import_at_field(path, person, lambda work: work(store)).whole
        held = state_of(desk)
        for other in changed(raw):
            path.write_bytes(other)
            survived(lambda: import_at_field(path, person, lambda work: work(store)).whole)
        assert state_of(desk) == held


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    made = make_bench(tmp_path)
    with made.desk.store:
        yield made


def test_an_old_receipt_played_again_delivers_nothing(bench: Bench) -> None:
    bench.plan()
    bench.send()
    ((_, old),) = bench.spool.receipts()
    bench.plan()
    bench.file()
    bench.plan()
    waiting = bench.undelivered()
    assert waiting == 1
    # Somebody in the way answers the new frame with HQ's true word of before.
    (name,) = bench.spool.names(Shelf.WAITING)
    bench.spool.add_receipt(old)
    bench.spool.move(name, Shelf.WAITING, Shelf.DONE)
    bench.plan()
    assert bench.undelivered() == waiting
    assert len(bench.spool.names(Shelf.WAITING)) == 1, "it is sent again"
    bench.send()
    bench.plan()
    assert bench.undelivered() == 0
