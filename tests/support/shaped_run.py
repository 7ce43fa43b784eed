"""The real sender and the real server over a shaped link, in real time.

By hand, one after the other: ``python -m tests.support.shaped_run flash|window|photo|backlog``.
"""

import json
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from fieldapp import commands
from fieldapp.clock import SystemClock, system_entropy
from fieldapp.commands import NewFile
from fieldapp.forms.finished import Finished
from fieldapp.mission.installation import install_mission
from fieldapp.people import Desk, Newcomer, add_person
from fieldapp.photos.previews import PREVIEW_BYTES
from fieldapp.store import blobs, journal, outbox
from fieldapp.store.database import Store
from sync.field.enrol import ask_to_be_let_in
from sync.field.planner import Planner
from sync.field.spool import Shelf, Spool
from sync.field.status import link_rate, wake_sender
from tests.bench import reports
from tests.support.mission import CHEAP, PASSPHRASE
from tests.support.processes import HqProcess, SenderProcess, until
from tests.support.shaped_link import Shape, ShapedLink
from tests.support.shaped_post import Fetching, ask_about_all, questions

OPEN = Shape(rate=10_000_000, round_trip=0.0)
SLOW = Shape(rate=300)
MIDDLE = Shape(rate=1_200, up=(60.0, 300.0))
FAST = Shape(rate=8_000, up=(60.0, 300.0))
QUICK = Shape(rate=80_000, round_trip=0.2, up=(8.0, 12.0), down=0.5)
PATROLS, RESTRICTIONS, OTHERS, PHOTOS, QUESTIONS = 61, 5, 4, 96, 9
_WINDOW = 600.0


@dataclass(slots=True)
class Rig:
    """A laptop that was let in, its sender at rest, HQ, and the road between."""

    desk: Desk
    planner: Planner
    link: ShapedLink
    hq: HqProcess
    sender: SenderProcess

    def seal(self, *, merge: bool = False, originals: bool = False) -> None:
        """What the desktop does after each command."""
        rate = link_rate(self.desk.home)
        self.planner.plan(self.desk.store, rate=rate, merge=merge, originals=originals)

    def waiting(self) -> int:
        """Own events that no receipt covers yet; receipts are taken in first."""
        self.seal()
        return len(journal.pending(self.desk.store))

    def go(self, shape: Shape) -> float:
        """Opens the road with this shape and wakes the sender; the moment it opened."""
        self.link.shape = shape
        self.link.begin()
        wake_sender(self.desk.home)
        return time.monotonic()


@contextmanager
def rig(folder: Path, rate: int | None = None, asked: int = 0) -> Iterator[Rig]:
    """A rig whose road is closed.

    Args:
        folder: an empty one.
        rate: bytes a second that the sender measured last, as a laptop in use knows it.
        asked: earlier reports, about each of which a question of HQ waits.
    """
    home = folder / "laptop"
    hq = HqProcess(folder / "hq", folder / "hq.log")
    sender = SenderProcess(home, folder / "sender.log")
    with ShapedLink(hq.port, OPEN) as link:
        mission = hq.begin(link.port)
        install_mission(home, mission)
        newcomer = Newcomer("Capt A", "TS7", "laptop")
        desk = add_person(
            home, newcomer, PASSPHRASE, CHEAP, clock=SystemClock(), entropy=system_entropy
        )
        with desk.store, hq:
            planner = Planner(Spool(home), desk.profile, SystemClock(), system_entropy)
            ready = Rig(desk, planner, link, hq, sender)
            link.begin()
            ask_to_be_let_in(desk, hq.code("Capt A"), Spool(home))
            ready.seal()
            with sender:
                until("HQ knows who asks", lambda: hq.ask("status")["pending"] == 1)
                hq.ask("approve", "--all")
                wake_sender(home)
                until("the first receipt", lambda: ready.waiting() == 0)
                chance = Random(31)
                for _ in range(asked):
                    commands.file_report(desk, _routine(reports.restriction(chance)))
                ready.seal()
                until("the earlier reports are through", lambda: ready.waiting() == 0)
            if asked:
                assert ask_about_all(hq, folder / "officer", mission) == asked
            link.end()
            _forget_rate(home, rate)
            with sender:
                yield ready
                assert sender.stop() == 0


def flash(folder: Path, shape: Shape = SLOW) -> dict[str, float]:
    """From a cold start: the road opens, and the receipt of a flash is on the laptop's disk."""
    with rig(folder) as one:
        words = {"precedence": "FLASH", "classification": "C"}
        made = reports.restriction(Random(7))
        answers = {**made.answers, "head": {**made.answers["head"], **words}}
        commands.file_report(one.desk, replace(made, answers=answers))
        one.seal()
        began = one.go(shape)
        until("the flash's receipt", lambda: one.waiting() == 0, 120)
        spent = time.monotonic() - began
        return {
            "first_receipt_s": round(spent, 2),
            "air_bytes_up": one.link.up_bytes,
            "air_bytes_down": one.link.down_bytes,
        }


def window(
    folder: Path, shape: Shape = FAST, share: float = 1.0, seconds: float = _WINDOW
) -> dict[str, float]:
    """Two weeks of work through one window: when text was through, and what photos came after.

    Args:
        folder: an empty one.
        shape: what the link is like.
        share: of the work.
        seconds: how long the window is.
    """
    records, asked = round((PATROLS + RESTRICTIONS + OTHERS) * share), round(QUESTIONS * share)
    with rig(folder, round(shape.rate), asked) as one, Fetching(one.desk) as fetching:
        chance = Random(11)
        for number in range(records):
            kind = reports.incident if number < OTHERS * share else reports.restriction
            photos = _photos(chance, round(PHOTOS * share), number, records)
            commands.file_report(one.desk, _routine(kind(chance)), photos)
            one.seal()
        one.seal(merge=True)
        began, seen = one.go(shape), {"text": 0.0, "questions": 0.0, "previews": 0.0}
        totals = outbox.totals(one.desk.store)
        while (now := time.monotonic() - began) < seconds:
            fetching.turn()
            left = {
                "text": one.waiting(),
                "questions": asked - questions(one.desk),
                "previews": _previews_left(one.desk.store),
            }
            seen.update({what: now for what in seen if not (left[what] or seen[what])})
            time.sleep(0.1)
        at_end = outbox.totals(one.desk.store)
        return {
            **{f"{what}_s": round(moment, 2) for what, moment in seen.items()},
            **{f"{what}_left_at_end": count for what, count in left.items()},
            "records": records,
            "asked": asked,
            "photos": totals.photos,
            "photos_left_at_end": at_end.photos,
            "drops": one.link.drops,
            "air_bytes_up": one.link.up_bytes,
            "air_bytes_down": one.link.down_bytes,
        }


def backlog(folder: Path, shape: Shape = SLOW, *, merge: bool = True) -> dict[str, float]:
    """Twenty reports sealed at submit, then packed anew (or not) as a lock does, then sent."""
    with rig(folder, round(shape.rate)) as one:
        chance = Random(23)
        for _ in range(20):
            commands.file_report(one.desk, _routine(reports.restriction(chance)))
            one.seal()
        one.seal(merge=merge)
        waiting = Spool(one.desk.home).frames(Shelf.WAITING)
        began = one.go(shape)
        until("all text is through", lambda: one.waiting() == 0, 300)
        return {
            "seconds": round(time.monotonic() - began, 1),
            "frames": len(waiting),
            "frame_bytes": sum(frame.size for frame in waiting),
            "air_bytes_up": one.link.up_bytes,
            "air_bytes_down": one.link.down_bytes,
        }


def photo(folder: Path, shape: Shape = MIDDLE, size: int = 600_000) -> dict[str, float]:
    """A photo over a link that drops: the time it took, as a multiple of the ideal."""
    with rig(folder, round(shape.rate)) as one:
        content = Random(3).randbytes(size)
        file = NewFile(content, "image/jpeg", "photo.jpg")
        commands.file_report(one.desk, _routine(reports.restriction(Random(5))), [file])
        one.seal(originals=True)
        began = one.go(shape)
        drops = one.link.drops

        def whole() -> bool:
            one.seal(originals=True)
            return outbox.totals(one.desk.store).photos == 0

        until("the photo is whole", whole, 4 * size / shape.rate)
        spent = time.monotonic() - began
        down = (one.link.drops - drops) * shape.down
        ideal = size / shape.rate
        return {
            "seconds": round(spent, 1),
            "ideal_s": round(ideal, 1),
            "down_s": down,
            "drops": one.link.drops - drops,
            "times_ideal": round((spent - down) / ideal, 3),
            "air_times_ideal": round(one.link.up_bytes / size, 3),
        }


def _photos(chance: Random, wanted: int, number: int, of: int) -> list[NewFile]:
    """The photos of one of so many reports: spread evenly, 40 to 300 kB, previews 12 to 20."""
    share = (wanted * (number + 1)) // of - (wanted * number) // of
    return [
        NewFile(
            chance.randbytes(chance.randint(40_000, 300_000)),
            "image/jpeg",
            "p.jpg",
            chance.randbytes(chance.randint(12_000, PREVIEW_BYTES)),
        )
        for _ in range(share)
    ]


def _previews_left(store: Store) -> int:
    return sum(photo.size <= PREVIEW_BYTES for photo in blobs.photos_waiting(store))


def _routine(made: Finished) -> Finished:
    answers = {**made.answers, "head": {**made.answers["head"], "precedence": "ROUTINE"}}
    return replace(made, answers=answers)


def _forget_rate(home: Path, rate: int | None) -> None:
    """What the sender measured on the open road is not what it knows of the shaped one."""
    path = home / "spool" / "status.json"
    status = json.loads(path.read_text())
    path.write_text(json.dumps({**status, "rate": rate}))


def main() -> None:
    """One scenario, once; its figures as JSON."""
    scenario = {"flash": flash, "window": window, "photo": photo, "backlog": backlog}[sys.argv[1]]
    with tempfile.TemporaryDirectory(prefix="shaped-") as folder:
        sys.stdout.write(json.dumps({sys.argv[1]: scenario(Path(folder))}) + "\n")


if __name__ == "__main__":
    main()
