"""The installations that pictures are taken of: one of each kind of laptop, with real reports."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from fieldapp.commands import amend_report, answer_question, file_report, review_report
from fieldapp.forms.finished import Finished
from fieldapp.mission.installation import install_mission
from fieldapp.mission.roster import Role
from fieldapp.people import Desk
from fieldapp.store import drafts, folding, reads
from fieldapp.store.drafts import Draft
from fieldapp.units import EventId, UtcMillis
from tests.support import history
from tests.support.fleet import carry, deliver, own_events, receipt_for
from tests.support.mission import Mission, TickingClock, make_desk, make_mission
from tests.support.scenarios import NAMES, scenario
from tests.support.window import photo, story


class Laptop(StrEnum):
    """Who works on an installation."""

    NEW = "new"
    """Nobody yet, and no mission file."""
    GIVEN = "given"
    """Nobody yet; the mission file is there."""
    EMPTY = "empty"
    """An officer who has nothing so far."""
    PATROL = "patrol"
    """A patrol leader in the middle of the work."""
    OFFICER = "officer"
    """Two officers at HQ, with a queue and older records."""


@dataclass(frozen=True)
class World:
    """Folders of the installations and what is in them.

    Args:
        folder: holds one installation folder a laptop.
        reports: the scenarios' reports by name.
    """

    folder: Path
    reports: Mapping[str, EventId]

    def home(self, laptop: Laptop) -> Path:
        """An installation folder."""
        return self.folder / laptop.value


CHANGED = "03-denied-despite-clearance"
"""The report that was corrected and asked about."""
_TOLD = tuple(
    name for name in NAMES if not name.startswith("10a") and scenario(name)["form"] != "protection"
)
"""The grid of 10a has to be confirmed by hand, which needs a window."""
_EARLY, _LATE = _TOLD[:-2], _TOLD[-2:]
_FILING = (20 * 60_000, 80 * 60_000, 3 * 3_600_000)
"""How long after an event its report is filed: one after the other, and again."""
_DRAFTS = {
    "filled incident": "08c-ied-final",
    "filled restriction": CHANGED,
    "filled shooting": "09-heard-not-seen",
    "filled uxo": "07a-mortar-bomb-by-the-track",
    "filled detention": "14b-released-laptop-kept",
    "filled protection": "15-disclosure-to-a-patrol",
    "filled patrol": "02a-overnight-patrol",
    "filled casevac": "08d-casualty-evacuation",
}


def build(folder: Path) -> World:
    """Makes every installation; all of it is closed again."""
    mission = make_mission()
    mission.profile = replace(mission.profile, languages=("en", "fr", "es", "ar"))
    install_mission(folder / Laptop.GIVEN.value, mission.file)
    nobody = make_desk(folder / Laptop.EMPTY.value, mission, "Maj Ndiaye", unit="HQ", seed=21)
    clock = TickingClock()
    patrol = make_desk(folder / Laptop.PATROL.value, mission, "Capt Amadou Diallo", clock=clock)
    officer = make_desk(folder / Laptop.OFFICER.value, mission, "Maj Okafor", unit="HQ", seed=9)
    second = make_desk(officer.home, mission, "Lt Col Álvarez-Ruiz", seed=11, unit="HQ", by=officer)
    desks = (nobody, patrol, officer, second)
    try:
        roles = (Role.OFFICER, Role.PATROL, Role.OFFICER, Role.OFFICER)
        vouched = [mission.vouch(desk, role) for desk, role in zip(desks, roles, strict=True)]
        for desk in (nobody, patrol, officer):
            carry(vouched, desk, mission)
        return World(folder, _work(patrol, clock, officer, mission))
    finally:
        for desk in desks:
            desk.store.close()


def _work(patrol: Desk, clock: TickingClock, officer: Desk, mission: Mission) -> dict[str, EventId]:
    """A week: most of it at HQ, judged in every way; the last of it still on the laptop."""
    filed = {}
    for at, name in enumerate(_EARLY):
        _wait_for(name, clock, at)
        photos = [photo(2 * at), photo(2 * at + 1)]
        filed[name] = file_report(patrol, story(name), photos).report
    better = _with_place(story(CHANGED), "CP Tarek, at the north bank of Wadi Adoum")
    amend_report(patrol, filed[CHANGED], better, "GRID", "The bank was wrong.")
    received = UtcMillis(clock.now() + _FILING[0])
    deliver(patrol, mission, receipt_for(patrol, len(own_events(patrol)), t=received))
    carry(own_events(patrol), officer, mission, received=received)
    history.take_in(officer)
    judged = [name for name in _EARLY if name != CHANGED]
    review_report(officer, filed[judged[0]], "accept", "")
    review_report(officer, filed[judged[1]], "reject", "This is the report of yesterday again.")
    for name in (CHANGED, judged[2]):
        review_report(officer, filed[name], "ask", "Who gave the order, and was he in uniform?")
    carry(own_events(officer), patrol, mission)
    _answer(patrol, filed[judged[2]])
    for at, name in enumerate(_LATE):
        _wait_for(name, clock, at)
        filed[name] = file_report(patrol, story(name)).report
    carry(own_events(patrol), officer, mission, received=UtcMillis(clock.now()))
    for name, told in _DRAFTS.items():
        _draft(patrol, name, told)
    return filed


def _wait_for(name: str, clock: TickingClock, at: int) -> None:
    """Nothing is filed before it is over; some of it soon, some of it late."""
    over = folding.ended({"answers": story(name).answers}) or clock.at
    clock.at = max(clock.at, over + _FILING[at % len(_FILING)])


def _with_place(finished: Finished, place: str) -> Finished:
    where = {**finished.answers["where"], "place": place}
    return replace(finished, answers={**finished.answers, "where": where})


def _answer(desk: Desk, report: EventId) -> None:
    asked = [line for line in reads.detail(desk.store, report).history if line.kind == "ask"]
    answer_question(desk, report, asked[-1].event, "A captain of the guard, in uniform.")


def _draft(desk: Desk, name: str, told: str) -> None:
    content = scenario(told)
    finished = story(told)
    draft = Draft(id=name, form=content["form"], version="1", answers=finished.answers)
    drafts.save_draft(desk.store, desk.sealer, draft)
