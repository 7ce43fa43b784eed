"""Thousands of reports in little time: a few dozen are filled, then filed again and again."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

from fieldapp.clock import SystemClock
from fieldapp.commands import file_report
from fieldapp.event.chain import Event
from fieldapp.forms.finished import Finished
from fieldapp.mission.roster import Role
from fieldapp.people import Desk
from tests.bench import reports
from tests.support.fleet import carry, own_events
from tests.support.mission import Mission, make_desk, make_mission

BATCH = 500
"""Reports in one transaction, and events in one delivery, as HQ hands them out."""
_POOL = 60


class Flood:
    """The signed events of a busy author, and officers to whom they can be delivered.

    Args:
        folder: an empty folder.
        count: reports of the author.
    """

    def __init__(self, folder: Path, count: int) -> None:
        self._folder = folder
        self._officers = 0
        self.mission: Mission = make_mission()
        author = make_desk(folder / "author", self.mission, clock=SystemClock())
        with author.store:
            self._vouched = self.mission.vouch(author, Role.PATROL)
            file_many(author, count)
            self.events: list[Event] = own_events(author)

    def officer(self) -> Desk:
        """A new officer's desk, open, that lets the author's events in."""
        self._officers += 1
        home = self._folder / f"officer {self._officers}"
        desk = make_desk(home, self.mission, "Maj Okafor", unit="HQ", seed=9 + self._officers)
        carry([self._vouched, self.mission.vouch(desk, Role.OFFICER)], desk, self.mission)
        return desk

    def batches(self) -> Iterator[tuple[int, list[Event]]]:
        """The events in deliveries, each with the place of its first in HQ's log."""
        for start in range(0, len(self.events), BATCH):
            yield start + 100, self.events[start : start + BATCH]


def file_many(desk: Desk, count: int) -> None:
    """Files so many reports, signed and folded as the app does it, in large transactions."""
    for start in range(0, count, BATCH):
        with desk.store.write():
            for number in range(start, min(count, start + BATCH)):
                file_report(desk, _report(number % _POOL))


@cache
def _report(seed: int) -> Finished:
    return reports.any_report(Random(seed))
