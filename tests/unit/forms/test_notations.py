"""Grids and moments are judged when a report is finished, whoever filled it in."""

import pytest

from fieldapp.forms.finished import FormIncomplete, finish, places
from fieldapp.forms.session import FormSession
from tests.support.scenarios import EVENING, fill, new_session, scenario
from tests.support.window import CATALOG

GRID = "/data/where/grid"


def filled(name: str = "03-denied-despite-clearance") -> FormSession:
    told = scenario(name)
    session = new_session(CATALOG.form(told["form"]))
    fill(session, told["answers"])
    return session


@pytest.mark.parametrize("square", ["61QQF89474793", "32ZQF89474793", "31XGJ8947479"])
def test_a_grid_that_cannot_be_is_refused(square: str) -> None:
    session = filled()
    session.set(GRID, square)
    with pytest.raises(FormIncomplete) as told:
        finish(session, {}, "en")
    assert [problem.ref for problem in told.value.problems] == [GRID]


def test_a_square_outside_its_zone_needs_a_reason() -> None:
    """Scenario 10 depends on its being possible."""
    session = filled()
    session.set(GRID, "32QRF89474793")
    with pytest.raises(FormIncomplete):
        finish(session, {}, "en")
    with pytest.raises(FormIncomplete):
        finish(session, {GRID: {"text": "32QRF89474793", "confirmed": "  "}}, "en")
    done = finish(session, {GRID: {"text": "x", "confirmed": "Read from the map twice"}}, "en")
    assert done.typed[GRID]["confirmed"] == "Read from the map twice"


def test_a_moment_needs_its_time() -> None:
    session = filled("08a-ied-first-flash")
    session.set("/data/when/start", "2026-11-06")
    with pytest.raises(FormIncomplete) as told:
        finish(session, {}, "en")
    assert [p.text for p in told.value.problems] == ["Enter the time as well as the date."]


def test_answers_without_a_place_are_named() -> None:
    told = scenario("03-denied-despite-clearance")
    answers = {
        **told["answers"],
        "weather": "fog",
        "where": {**told["answers"]["where"], "placee": "CP", "place": 7},
    }
    session = FormSession(
        CATALOG.form(told["form"]), answers=answers, now=lambda: EVENING, new_id=lambda: "x"
    )
    assert set(places(session.leftover)) == {"/weather", "/where/placee", "/where/place"}
    assert places({"rows": [{}, {"x": "1"}], "odd": [1]}) == ("/rows[2]/x", "/odd")
