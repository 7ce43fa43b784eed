from datetime import timedelta
from typing import Any

import pytest

from fieldapp.forms.catalog import Catalog
from fieldapp.forms.library import library_forms
from fieldapp.forms.session import FormSession
from fieldapp.mission.codes import default_codes
from fieldapp.notation import dtg, grid
from tests.support.scenarios import EVENING, NAMES, fill, new_session, scenario

CATALOG = Catalog(library_forms(), default_codes())


def filled(name: str) -> FormSession:
    story = scenario(name)
    session = new_session(CATALOG.form(story["form"]))
    fill(session, story["answers"])
    return session


def leaves(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [leaf for child in value.values() for leaf in leaves(child)]
    if isinstance(value, list):
        return [leaf for child in value for leaf in leaves(child)]
    return [value]


def problems(session: FormSession) -> list[tuple[str, str]]:
    return [(problem.ref, problem.kind) for problem in session.problems()]


def test_the_scenarios_are_all_there() -> None:
    told = {scenario(name)["scenario"] for name in NAMES}
    assert told == {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 14, 15, 16}


@pytest.mark.parametrize("name", NAMES)
def test_a_scenario_can_be_filed(name: str) -> None:
    assert problems(filled(name)) == []


@pytest.mark.parametrize("name", NAMES)
def test_every_answer_of_a_scenario_is_asked_for_and_kept(name: str) -> None:
    filed = filled(name).answers(for_filing=True)

    def kept(given: Any, found: Any) -> bool:
        if isinstance(given, dict):
            return all(key in found and kept(value, found[key]) for key, value in given.items())
        if isinstance(given, list):
            return len(given) == len(found) and all(map(kept, given, found))
        return bool(given == found)

    assert kept(scenario(name)["answers"], filed)


@pytest.mark.parametrize("name", NAMES)
def test_the_form_works_out_what_follows(name: str) -> None:
    session = filled(name)
    for ref, value in scenario(name)["derived"].items():
        assert session.value(ref) == value, ref


@pytest.mark.parametrize("name", NAMES)
def test_a_filed_scenario_reads_back_unchanged(name: str) -> None:
    story, filed = scenario(name), filled(name).answers(for_filing=True)
    again = FormSession(
        CATALOG.form(story["form"]),
        answers=filed,
        now=lambda: EVENING + timedelta(days=30),
        new_id=lambda: pytest.fail("a finished report keeps its id"),
    )
    assert problems(again) == []
    assert again.answers(for_filing=True) == filed
    assert not again.leftover


def test_a_typed_duration_that_disagrees_is_flagged() -> None:
    session = filled("04b-same-checkpoint-delayed")
    session.set("/data/when/duration_typed", "43")
    assert session.value("/data/when/duration_min") == "22"
    assert problems(session) == [("/data/when/duration_typed", "constraint")]
    session.set("/data/when/duration_typed", "20")
    assert problems(session) == []


def test_one_event_two_restrictions() -> None:
    refused, delayed = filled("04a-same-checkpoint-refused"), filled("04b-same-checkpoint-delayed")
    for ref, same in [("/data/head/event_ref", True), ("/data/what/outcome", False)]:
        assert (refused.value(ref) == delayed.value(ref)) is same


def test_no_grid_for_twenty_minutes() -> None:
    session = filled("05b-crowd-and-theft")
    session.set("/data/where/grid", "")
    assert problems(session) == []
    assert "grid" not in session.answers(for_filing=True)["where"]


def test_a_flight_needs_neither_patrol_nor_place() -> None:
    session = filled("06-flight-revoked")
    filed = session.answers(for_filing=True)
    assert "where" not in filed
    assert "party" not in filed
    for ref in ("/data/party/patrol_no", "/data/when/stopped_at", "/data/imposer/armed"):
        assert not session.relevant(ref)
    assert session.relevant("/data/request")


def test_terrain_and_own_decisions_are_imposed_by_nobody() -> None:
    session = filled("03-denied-despite-clearance")
    for kind in ("PHYS", "SELF", "MINE"):
        session.set("/data/what/kind", kind)
        assert not session.relevant("/data/imposer")
        assert problems(session) == []
        assert "imposer" not in session.answers(for_filing=True)


def test_a_flash_may_leave_open_what_a_final_report_needs() -> None:
    session = filled("05a-crowd-first-flash")
    session.set("/data/head/stage", "FINAL")
    session.set("/data/head/follows", "TS7-INC-2026-0012-D")
    missing = {ref for ref, kind in problems(session) if kind == "required"}
    assert {"/data/where/precision", "/data/who/known", "/data/harm/any"} <= missing
    assert "/data/next/due" not in missing


def test_casualty_counts_are_a_range_of_numbers() -> None:
    session = filled("08c-ied-final")
    session.set("/data/harm/casualties[5]/max", "0")
    session.set("/data/harm/casualties[1]/min", "-1")
    assert {ref for ref, kind in problems(session) if kind == "constraint"} == {
        "/data/harm/casualties[5]/max",
        "/data/harm/casualties[1]/min",
    }


def test_the_wrong_square_can_be_sent_and_corrected() -> None:
    wrong, right = filled("10a-grid-as-first-sent"), filled("10b-grid-corrected")
    assert problems(wrong) == []
    assert grid.parse(wrong.value("/data/where/grid")).outside_zone
    assert not grid.parse(right.value("/data/where/grid")).outside_zone
    before, after = wrong.answers(for_filing=True), right.answers(for_filing=True)
    before["where"].pop("grid")
    after["where"].pop("grid")
    assert before == after


@pytest.mark.parametrize("text", ["89474793", "32QQF8947479", "32IQF89474793", "Adoum"])
def test_a_malformed_grid_is_refused(text: str) -> None:
    session = filled("03-denied-despite-clearance")
    session.set("/data/where/grid", text)
    assert problems(session) == [("/data/where/grid", "constraint")]


def test_sub_types_follow_the_category() -> None:
    session = filled("08c-ied-final")
    offered = {choice.name for choice in session.choices("/data/what/sub_type")}
    assert "ATK-UN-IED" in offered
    assert "CFV-CFV" not in offered
    session.set("/data/what/category", "SAFETY")
    assert ("/data/what/sub_type", "required") in problems(session)


def test_the_end_does_not_come_before_the_beginning() -> None:
    session = filled("03-denied-despite-clearance")
    session.set("/data/when/released_at", "2026-11-06T10:19:00.000+01:00")
    assert ("/data/when/released_at", "constraint") in problems(session)
    # The same wall clock in a zone further east is an earlier moment.
    session.set("/data/when/released_at", "2026-11-06T10:20:00.000+02:00")
    assert ("/data/when/released_at", "constraint") in problems(session)


@pytest.mark.parametrize("name", [n for n in NAMES if scenario(n)["form"] != "protection"])
def test_times_are_date_time_groups(name: str) -> None:
    when = filled(name).answers(for_filing=True)["when"]
    group = dtg.from_xforms(when["start"], local_offset_minutes=0)
    assert dtg.to_xforms(group) == when["start"]


def test_a_movement_that_the_mission_added_without_a_group_is_asked_for_its_times() -> None:
    session = new_session(CATALOG.form("restriction"))
    session.set("/data/what/movement", "NEW-MOVEMENT")
    assert session.value("/data/what/timed") == "yes"
    assert session.required("/data/when/stopped_at")


def test_no_question_asks_for_what_headquarters_decides() -> None:
    for form_id in CATALOG.ids():
        xml = library_forms()[form_id].decode()
        for hq_only in ("c7_reliability", "c39", "c40", "c41", "c57"):
            assert f"instance('{hq_only}')" not in xml


def test_a_shooting_that_was_only_heard_lies_on_an_arc() -> None:
    session = filled("09-heard-not-seen")
    assert "grid" not in session.answers(for_filing=True)["where"]
    session.set("/data/where/bearing", "")
    assert ("/data/where/bearing", "required") in problems(session)
    session.set("/data/where/grid", "32QQF7287")
    session.set("/data/where/method", "ESTIMATE")
    assert problems(session) == []


@pytest.mark.parametrize(
    ("unit", "bearing", "fits"),
    [("degrees", "360", True), ("degrees", "361", False), ("mils", "6400", True)],
)
def test_a_bearing_lies_within_its_circle(unit: str, bearing: str, fits: bool) -> None:
    session = filled("09-heard-not-seen")
    session.set("/data/where/bearing_unit", unit)
    session.set("/data/where/bearing", bearing)
    assert (problems(session) == []) is fits


def test_what_others_reported_has_no_bearing_from_the_observer() -> None:
    session = filled("09-heard-not-seen")
    session.set("/data/what/detection", "REPORTED")
    assert problems(session) == []
    assert {"bearing", "observer_grid"}.isdisjoint(session.answers(for_filing=True)["where"])


def test_mortar_bomb_and_flooded_wadi_are_imposed_by_nobody() -> None:
    bomb, wadi = filled("07a-mortar-bomb-by-the-track"), filled("07b-flooded-wadi")
    assert bomb.relevant("/data/impact/also_restriction")
    assert wadi.value("/data/what/imposed") == "no"
    assert "imposer" not in wadi.answers(for_filing=True)


def test_a_cordon_has_a_radius_and_an_explosion_asks_for_victims() -> None:
    session = filled("07a-mortar-bomb-by-the-track")
    session.set("/data/measures/taken", "CORDONED")
    session.set("/data/what/exploded", "yes")
    assert problems(session) == [
        ("/data/what/victims", "required"),
        ("/data/measures/cordon_m", "required"),
    ]


def test_the_count_is_the_one_of_the_latest_moment() -> None:
    session = filled("14a-four-held")
    for row, (count, at) in enumerate(
        [("3", "2026-11-12T13:40:00.000+01:00"), ("4", "2026-11-12T16:10:00.000+01:00")], start=2
    ):
        session.add_row("/data/held/counts")
        session.set(f"/data/held/counts[{row}]/count", count)
        session.set(f"/data/held/counts[{row}]/as_of", at)
        assert session.value("/data/held/current") == count
    # Told in another zone, and of an earlier moment although its clock reads later.
    session.set("/data/held/counts[3]/as_of", "2026-11-12T14:00:00.000+03:00")
    assert session.value("/data/held/current") == "3"
    assert session.value("/data/held/most") == "4"
    session.set("/data/held/counts[3]/as_of", "2026-11-12T13:40:00.000+01:00")
    assert session.value("/data/held/current") == "4", "of one moment, the later row"
    session.set("/data/held/any", "no")
    assert session.value("/data/held/current") == ""


def test_a_laptop_taken_says_what_to_do_now() -> None:
    session = filled("14a-four-held")
    assert not session.relevant("/data/assets/revoke_note")
    for kind in ("laptop", "key"):
        session.set("/data/assets/items[1]/kind_taken", kind)
        assert session.relevant("/data/assets/revoke_note")
        assert ("/data/assets/revoke_asked", "required") in problems(session)


def test_proof_of_life_is_strictly_confidential() -> None:
    session = filled("14b-released-laptop-kept")
    session.set("/data/head/classification", "C")
    assert problems(session) == [("/data/welfare/proof_of_life", "constraint")]


def test_a_protection_alert_takes_one_square_kilometre_and_no_more() -> None:
    session = filled("15-disclosure-to-a-patrol")
    for text, fits in [("32QQF95", True), ("32QQF9651", True), ("32QQF962519", False)]:
        session.set("/data/where/grid", text)
        assert (problems(session) == []) is fits
    session.set("/data/where/grid", "")
    assert problems(session) == []


def test_a_child_at_a_checkpoint_leaves_no_age() -> None:
    alert, stop = filled("16a-child-at-a-checkpoint"), filled("16b-same-checkpoint")
    assert alert.value("/data/who/number") == "1"
    assert stop.value("/data/imposer/strength_min") == "8"
    assert not any("age" in path.rpartition("/")[2].split("_") for path in stop.form.paths)
