"""Places of earlier reports: which are offered again, and with which grid."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from fieldapp.commands import file_report, withdraw_report
from fieldapp.people import Desk
from fieldapp.store import drafts
from fieldapp.store.drafts import Draft
from fieldapp.store.places import known_places
from tests.support.fleet import restriction
from tests.support.mission import make_desk, make_mission


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path, make_mission())
    with made.store:
        yield made


def names(desk: Desk) -> list[tuple[str, str, int]]:
    return [(place.name, place.grid, place.used) for place in known_places(desk.store)]


def test_the_most_used_place_comes_first_with_its_latest_grid(desk: Desk) -> None:
    for place, grid, day in (
        ("Tarek", "32QQF89474793", 6),
        ("Ádoum", "32QQF96255199", 2),
        ("Adoum", "32QQF96265200", 4),
        ("ADOUM", "", 5),
    ):
        file_report(
            desk,
            restriction(place, grid=grid, when={"start": f"2026-11-0{day}T10:20:00.000+01:00"}),
            [],
        )
    assert names(desk) == [("ADOUM", "32QQF96265200", 3), ("Tarek", "32QQF89474793", 1)]


def test_withdrawn_and_protected_reports_offer_nothing(desk: Desk) -> None:
    gone = file_report(desk, restriction("Gone"), [])
    sealed = file_report(desk, restriction("Sealed"), [])
    file_report(desk, restriction("Open"), [])
    withdraw_report(desk, gone.report, "duplicate")
    with desk.store.write() as connection:
        connection.execute("UPDATE report SET protected = 1 WHERE id = ?", (sealed.report,))
    assert [name for name, _, _ in names(desk)] == ["Open"]


def test_drafts_offer_nothing_to_anybody(desk: Desk) -> None:
    answers = {"where": {"place": "Adoum", "grid": "32QQF96265200"}}
    drafts.save_draft(desk.store, desk.sealer, Draft("d1", "restriction", "1", answers=answers))
    assert names(desk) == []
