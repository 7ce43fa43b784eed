"""Beginning an HQ: a mission in which nobody could report is refused before anything is made."""

from dataclasses import replace
from pathlib import Path

import pytest

from fieldapp.clock import system_entropy
from fieldapp.mission.profile import Unit, read_profile
from fieldapp.mission.said import FILE_NAME
from sync.hq.setup import BadMission, NewMission, begin
from tests.support.hq_inside import MISSION
from tests.support.mission import TickingClock

TS7 = Unit("TS7", "Team Site 7", "Sector West")


@pytest.mark.parametrize(
    "unfit",
    [
        replace(MISSION, code=""),
        replace(MISSION, code="un miz"),
        replace(MISSION, name="  "),
        replace(MISSION, name="Two\nlines"),
        replace(MISSION, units=()),
        replace(MISSION, units=(Unit("ts7/..", "Team Site 7", ""),)),
        replace(MISSION, units=(Unit("", "Team Site 7", ""),)),
        replace(MISSION, units=(Unit("T" * 17, "Team Site 7", ""),)),
        replace(MISSION, units=(TS7, replace(TS7, name="Another"))),
        replace(MISSION, units=(replace(TS7, name=""),)),
        replace(MISSION, hosts=("bad host!",)),
        replace(MISSION, hosts=()),
        replace(MISSION, base_square="99ZZZ"),
        replace(MISSION, base_square="nonsense"),
    ],
)
def test_a_mission_that_cannot_work_is_refused(unfit: NewMission, tmp_path: Path) -> None:
    home = tmp_path / "hq"
    with pytest.raises(BadMission):
        begin(home, unfit, TickingClock(), system_entropy)
    assert list(tmp_path.iterdir()) == []


def test_names_and_addresses_of_all_kinds_are_fine(tmp_path: Path) -> None:
    hosts = ("127.0.0.1", "::1", "hq.example.org", "hq-2")
    units = (TS7, Unit("HQ-2", "État-major – الأركان", ""))
    profile = begin(
        tmp_path / "hq", replace(MISSION, hosts=hosts, units=units), TickingClock(), system_entropy
    )
    assert [unit.code for unit in profile.units] == ["TS7", "HQ-2"]


def test_a_mission_offers_every_language_unless_told_otherwise(tmp_path: Path) -> None:
    assert MISSION.languages == ("en", "fr", "es", "ar")
    chosen = replace(MISSION, languages=("ar", "en"))
    profile = begin(tmp_path / "hq", chosen, TickingClock(), system_entropy)
    assert profile.languages == ("ar", "en")


def test_a_mission_says_how_long_a_laptop_may_lie_open(tmp_path: Path) -> None:
    for name, mission, minutes in (
        ("usual", MISSION, 15),
        ("strict", replace(MISSION, lock_minutes=2), 2),
    ):
        begin(tmp_path / name, mission, TickingClock(), system_entropy)
        raw = (tmp_path / name / FILE_NAME).read_bytes()
        assert read_profile(raw).lock_minutes == minutes
        assert (b"lock_minutes" in raw) is (minutes != 15), "as missions were written before"
