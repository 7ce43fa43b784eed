"""The plug is pulled while a restriction with photos is written: one field is lost, at most.

The whole desktop runs in its own process and is killed at any moment of any edit, then started and
unlocked again: the list of drafts says what was kept and when, and the form shows it. ``make test``
pulls the plug 20 times, SOAK=1 200 times.
"""

import json
import os
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from fieldapp.clock import SystemClock, system_entropy
from fieldapp.people import open_desk
from fieldapp.store import checking
from tests.support import typist
from tests.support.mission import make_desk, make_mission
from tests.support.processes import Killable

KILLS = 200 if os.environ.get("SOAK") else 20
_MOST_EDITS = 6
_EDIT_SECONDS = 0.4
_QUIET = {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "qt.qpa.*=false"}


class TypistProcess(Killable):
    """The desktop with somebody who types in it."""

    def __init__(self, home: Path, seed: int, log: Path) -> None:
        super().__init__(typist.command(home, seed), log, _QUIET)

    def _output(self, log: int) -> int:
        return subprocess.PIPE

    def told(self) -> Iterator[dict[str, Any]]:
        """What it says; a line that the kill cut short says nothing."""
        assert self._child is not None
        assert self._child.stdout is not None
        for line in self._child.stdout:
            if line.endswith("\n"):
                yield json.loads(line)


@dataclass
class Kept:
    """What stood on the screen when it last said that all is kept, and where the person went."""

    answers: dict[str, list[Any]] = field(default_factory=dict)
    photos: list[str] = field(default_factory=list)
    doing: str = ""

    def hear(self, said: dict[str, Any]) -> bool:
        """Whether the person goes to a field with this."""
        if "kept" in said:
            self.answers, self.photos = said["kept"]["answers"], said["kept"]["photos"]
            self.doing = ""
        self.doing = said.get("doing", self.doing)
        return "doing" in said

    def check(self, found: dict[str, Any]) -> None:
        """All of it is there again, but for the field that was being typed in."""
        photos = set(found["photos"]) ^ set(self.photos)
        if self.doing == "photos":
            assert len(photos) <= 1
        else:
            assert found["photos"] == self.photos
        before, after = self.answers, found["answers"]
        differ = {ref for ref in before | after if before.get(ref) != after.get(ref)}
        assert all(self.doing and ref.startswith(self.doing) for ref in differ), differ


def test_of_a_form_being_written_one_field_is_lost_at_most(tmp_path: Path) -> None:
    mission, home, chance = make_mission(), tmp_path / "home", Random(8)
    desk = make_desk(home, mission)
    keys = desk.keys
    desk.store.close()
    kept, resumed = Kept(), 0
    for number in range(KILLS):
        with TypistProcess(home, number, tmp_path / "typist.log") as person:
            resumed += _until_pulled(person, kept, chance)
    desk = open_desk(home, keys, clock=SystemClock(), entropy=system_entropy)
    with desk.store:
        checking.verify_store(desk.store, mission.profile.admin)
    assert resumed == KILLS - 1
    assert "Traceback" not in (tmp_path / "typist.log").read_text()


def _until_pulled(person: TypistProcess, kept: Kept, chance: Random) -> bool:
    """Listens to one sitting until the plug is pulled; whether it went on with a draft."""
    left, listed = chance.randrange(1, _MOST_EDITS), False
    late = threading.Timer(chance.random() * _EDIT_SECONDS, person.strike)
    for said in person.told():
        if "drafts" in said:
            listed = bool(said["drafts"])
            _check_list(said, kept)
        if "resumed" in said:
            if listed:
                kept.check(said["resumed"])
            kept.hear({"kept": said["resumed"]})
        left -= kept.hear(said)
        if not left and not late.is_alive():
            left = -1
            late.start()
    assert left < 0, "it ended by itself"
    late.join()
    return listed


def _check_list(said: dict[str, Any], kept: Kept) -> None:
    """The one draft is called by its form and place, and says when it was kept."""
    if not kept.answers:
        return
    ((_, place, moment),) = said["drafts"]
    assert moment > 0
    assert "Restriction of movement" in said["says"]
    assert any(text.startswith("kept ") for text in said["says"])
    if kept.doing != "/data/where/place":
        assert place == kept.answers["/data/where/place"][0]
