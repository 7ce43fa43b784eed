"""A store whose file or log was cut or changed: no crash, no wrong answer, nothing unnoticed.

The log (WAL) is the one of a laptop whose power went before SQLite folded it in; the store is real
SQLCipher. ``make test`` takes a sample, SOAK=1 the full figures.
"""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from fieldapp import commands
from fieldapp.errors import FieldError
from fieldapp.people import open_desk
from fieldapp.store import checking, heads, reads
from fieldapp.store.database import FILE_NAME
from fieldapp.store.start_check import RecordsAtHq, RecordsLost
from fieldapp.vault.slots import PersonKeys
from tests.support.fleet import deliver, own_events, receipt_for, restriction
from tests.support.mission import TickingClock, make_desk, make_mission, seeded

SOAKING = bool(os.environ.get("SOAK"))
CUTS = 400 if SOAKING else 30
FLIPS = 400 if SOAKING else 30
STORE_FLIPS = 300 if SOAKING else 20
GENTLE, COVERED = 12, 6
WAL = f"{FILE_NAME}-wal"
CALM = {"store.damaged", "store.key"}
"""What may be said of a store that cannot be used."""


@dataclass
class Torn:
    """A laptop as its disk was when the power went, and what its person had signed.

    Args:
        home: that folder; copied for each case.
        keys: the person's keys.
        signed: ids of all own events, in order.
    """

    home: Path
    keys: PersonKeys
    signed: list[bytes]


@pytest.fixture(scope="module")
def torn(tmp_path_factory: pytest.TempPathFactory) -> Torn:
    """Twelve reports in the log, the first five of them received by HQ."""
    folder, mission = tmp_path_factory.mktemp("torn"), make_mission()
    desk = make_desk(folder / "live", mission)
    desk.store.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    desk.store.rows("PRAGMA wal_autocheckpoint = 0")
    for number in range(GENTLE):
        commands.file_report(desk, restriction(narrative=f"Account {number}. " * 20))
        if number == COVERED - 2:
            deliver(desk, mission, receipt_for(desk, COVERED))
    signed = [bytes(event.id) for event in own_events(desk)]
    shutil.copytree(folder / "live", folder / "home")
    desk.store.close()
    assert (folder / "home" / WAL).stat().st_size > 400_000
    return Torn(folder / "home", desk.keys, signed)


@dataclass
class Seen:
    """How one damaged copy was met: what was said, and how many own events are left."""

    said: str
    left: int


def meet(torn: Torn, folder: Path) -> Seen:
    """Opens a copy as an unlock does, and has every page and signature checked.

    Whatever is read must be a beginning of what was signed; a shorter one must be told.
    """
    try:
        desk = open_desk(folder, torn.keys, clock=TickingClock(), entropy=seeded(5))
    except FieldError as error:
        assert error.code in CALM, error.code
        return Seen(error.code, 0)
    with desk.store:
        try:
            left = [bytes(event.id) for event in own_events(desk)]
            checking.verify_store(desk.store, desk.profile.admin)
            assert reads.count(desk.store, reads.ReportFilter()) == max(0, len(left) - 1)
        except FieldError as error:
            assert error.code in CALM, error.code
            return Seen(error.code, 0)
        assert left == torn.signed[: len(left)], "a beginning of what was signed, or nothing"
        notice = desk.notice
        if len(left) == len(torn.signed):
            assert notice is None
            return Seen("", len(left))
        wanted = RecordsAtHq if len(left) < COVERED else RecordsLost
        assert type(notice) is wanted, (len(left), notice)
        return Seen(notice.code, len(left))


def spoiled(torn: Torn, folder: Path, name: str, content: bytes) -> Path:
    """A copy of the laptop with one file changed."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(torn.home, folder)
    (folder / name).write_bytes(content)
    return folder


def spread(count: int, size: int, seed: int) -> Iterator[int]:
    """Chance places all over a file, its first and last byte among them."""
    chance = Random(seed)
    yield from (0, size - 1)
    yield from (chance.randrange(size) for _ in range(count - 2))


def test_the_log_as_it_was_is_read_whole(torn: Torn, tmp_path: Path) -> None:
    whole = (torn.home / WAL).read_bytes()
    assert meet(torn, spoiled(torn, tmp_path / "case", WAL, whole)) == Seen("", GENTLE + 1)


def test_a_log_cut_anywhere_is_a_shorter_store_and_that_is_told(torn: Torn, tmp_path: Path) -> None:
    whole = (torn.home / WAL).read_bytes()
    seen = [
        meet(torn, spoiled(torn, tmp_path / "case", WAL, whole[:at]))
        for at in spread(CUTS, len(whole), 1)
    ]
    assert {one.said for one in seen} >= {"journal.behind", "journal.short"}
    assert len({one.left for one in seen}) > 6, "cut all over"


def test_a_flipped_bit_in_the_log_is_told(torn: Torn, tmp_path: Path) -> None:
    """SQLite takes it for the end of the log and says nothing."""
    whole = (torn.home / WAL).read_bytes()
    seen = []
    for at in spread(FLIPS, len(whole), 2):
        changed = bytearray(whole)
        changed[at] ^= 1 << at % 8
        seen.append(meet(torn, spoiled(torn, tmp_path / "case", WAL, bytes(changed))))
    assert sum(one.left < len(torn.signed) for one in seen) > len(seen) // 2
    assert {one.said for one in seen} >= {"journal.behind", "journal.short"}


def test_a_flipped_bit_in_the_store_is_told_or_harmless(torn: Torn, tmp_path: Path) -> None:
    """The log is folded in first, so that it hides nothing."""
    folded = spoiled(torn, tmp_path / "folded", WAL, (torn.home / WAL).read_bytes())
    open_desk(folded, torn.keys, clock=TickingClock(), entropy=seeded(5)).store.close()
    calm = Torn(folded, torn.keys, torn.signed)
    whole = (folded / FILE_NAME).read_bytes()
    for at in spread(STORE_FLIPS, len(whole), 3):
        changed = bytearray(whole)
        changed[at] ^= 1 << at % 8
        seen = meet(calm, spoiled(calm, tmp_path / "case", FILE_NAME, bytes(changed)))
        assert seen.said in CALM, at


def test_without_the_heads_a_shorter_log_would_pass_for_the_truth(
    torn: Torn, tmp_path: Path
) -> None:
    """Why they are kept; nobody should take them away without seeing this fail."""
    whole = (torn.home / WAL).read_bytes()
    folder = spoiled(torn, tmp_path / "case", WAL, whole[: len(whole) * 3 // 4])
    shutil.rmtree(folder / heads.FOLDER)
    desk = open_desk(folder, torn.keys, clock=TickingClock(), entropy=seeded(5))
    with desk.store:
        assert len(own_events(desk)) < len(torn.signed)
        assert desk.notice is None
