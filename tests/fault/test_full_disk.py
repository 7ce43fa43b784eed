"""A disk without a byte left: text is still saved, what was saved before is there, people are told.

Everything goes through the real command line, on a small disk of its own.
"""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from fieldapp.cli_support import Shell, run
from fieldapp.clock import SystemClock, system_entropy
from fieldapp.store import ballast, journal
from sync.field import courier
from sync.field.enrol import ask_to_be_let_in
from sync.field.errors import MediumFull
from sync.field.spool import Spool
from tests.fault.test_clear_words import KEPT, Laptop
from tests.fault.test_clear_words import laptop as laptop
from tests.fault.test_clear_words import mission as mission
from tests.fault.test_clear_words import pattern as pattern
from tests.support.camera import large_photo
from tests.support.small_disk import can_mount, filled, small_disk
from ui.verbs import group


@pytest.fixture(params=["small disk"] if can_mount() else [])
def full(laptop: Laptop, tmp_path: Path) -> Iterator[Laptop]:
    """The laptop on a disk of 160 MiB with its ballast, and something else on all the rest."""
    with small_disk(tmp_path / "disk", 160) as disk:
        laptop.home = Path(shutil.copytree(laptop.home, disk / "home"))
        with laptop.desk(SystemClock()).store:
            ballast.prepare(laptop.home)
        assert 8 <= (ballast.ballast_bytes(laptop.home) or 0) >> 20 <= 10
        with filled(disk, 0):
            yield laptop


def test_text_is_saved_and_sealed_from_the_ballast(full: Laptop) -> None:
    desk = full.desk(SystemClock())
    with desk.store:
        ask_to_be_let_in(desk, "7K2MX-4PQ9E", Spool(full.home))
    for number in range(1, 6):
        said = full.file()
        assert said.value["ref"]
        said.is_note("disk.ballast")
        full.nothing_is_lost(number)
    assert ballast.ballast_bytes(full.home) == 0
    desk = full.desk(SystemClock())
    with desk.store:
        waiting = journal.pending(desk.store)
        assert len(waiting) >= KEPT + 5
        assert all((full.home / "spool" / (item.frame or "none")).exists() for item in waiting)


def test_a_photo_is_refused_and_the_report_goes_without_it(full: Laptop, tmp_path: Path) -> None:
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(large_photo(300_000))
    full.file("--photo", str(photo)).is_error("disk.photos")
    full.nothing_is_lost()
    assert full.file().value["ref"]
    full.nothing_is_lost(1)


def test_a_bundle_that_does_not_fit_leaves_nothing_behind(full: Laptop) -> None:
    """Somebody else's file has taken the ballast's room as well when the bundle is written."""
    desk = full.desk(SystemClock())
    with desk.store:
        ask_to_be_let_in(desk, "7K2MX-4PQ9E", Spool(full.home))
    assert full.file().value["ref"]
    disk = full.home.parent
    before = sorted(path.name for path in disk.iterdir())
    greedy = disk / "greedy"
    greedy.write_bytes(bytes(shutil.disk_usage(disk).free))
    spool, stick = Spool(full.home), disk / "stick.ufrb"
    with pytest.raises(MediumFull):
        courier.export_bundle(spool, desk.profile, stick, system_entropy)
    greedy.unlink()
    assert sorted(path.name for path in disk.iterdir()) == before
    assert courier.export_bundle(spool, desk.profile, stick, system_entropy).frames > 1
    full.nothing_is_lost(1)


def test_the_doctor_says_that_the_ballast_is_being_used(
    full: Laptop, capsys: pytest.CaptureFixture[str]
) -> None:
    assert full.file().value["ref"]
    run(group, Shell(), ["doctor", "--home", str(full.home), "--json"])
    found = json.loads(capsys.readouterr().out)["findings"]
    assert found["reserve"].startswith("low: ")
    assert found["disk"].startswith("low: ")
