"""A fleet and its HQ through a bad month, decided by one seed; and what must hold of it.

Everything that keeps, signs, seals, sends, takes in and answers is the product's own code on real
files. Played are only the link, the clocks, the power, the couriers and the people.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

from fieldapp.clock import Entropy
from fieldapp.event.chain import Event
from fieldapp.event.signing import PURPOSE_EVENT
from fieldapp.mission.installation import install_mission
from fieldapp.mission.profile import write_profile
from fieldapp.people import Newcomer, add_person
from fieldapp.units import EventId, Sha256
from fieldapp.vault.slots import PersonKeys
from sync.body import EventsBody
from sync.errors import BadBundle, OtherMission
from sync.field.enrol import ask_to_be_let_in
from sync.field.spool import Spool
from sync.hq.app import open_hq
from sync.hq.keys import FOLDER as KEYS
from sync.hq.keys import load_root
from sync.hq.setup import begin
from tests.simulation.hq import SimHq, copy_folder
from tests.simulation.laptop import FAST, SLOW, Faults, SimLaptop, SimTime
from tests.support.hq_inside import MISSION, code_for
from tests.support.laptop import Laptop as Stranger
from tests.support.mission import CHEAP, PASSPHRASE, START, seeded

LAPTOPS = 3
STEPS = 45
_ROUNDS = 80
_QUARTER = 15 * 60_000


@dataclass(frozen=True)
class Template:
    """Folders that every seed starts from: an HQ, two laptops let in and one that asks.

    Args:
        folder: holds ``hq`` and ``laptop 0`` to ``laptop 2``.
        keys: the person of each laptop.
    """

    folder: Path
    keys: tuple[PersonKeys, ...]


def make_template(folder: Path) -> Template:
    """Sets everything up, once for all seeds."""
    time, entropy = SimTime(START), seeded(1)
    begin(folder / "hq", MISSION, time, entropy)
    with open_hq(folder / "hq", time, entropy) as hq:
        mission = write_profile(hq.profile, load_root(folder / "hq" / KEYS))
        codes = [code_for(hq, person=f"Capt {number}") for number in range(LAPTOPS)]
    keys = []
    for number, code in enumerate(codes):
        home = folder / f"laptop {number}"
        install_mission(home, mission)
        newcomer = Newcomer(f"Capt {number}", "TS7", "sim", 0)
        source = seeded(100 + number)
        desk = add_person(home, newcomer, PASSPHRASE, CHEAP, clock=time, entropy=source)
        ask_to_be_let_in(desk, code, Spool(home))
        keys.append(desk.keys)
        desk.store.close()
    hq_now = SimHq(folder / "hq", time, entropy)
    for number in range(LAPTOPS - 1):
        laptop = SimLaptop(
            folder / f"laptop {number}", keys[number], hq_now, time, Random(1), seeded(7)
        )
        laptop.plan()
        laptop.send(5)
        hq_now.approve()
        laptop.fetch()
        laptop.send(5)
        laptop.plan()
        laptop.close()
    hq_now.close()
    return Template(folder, tuple(keys))


@dataclass
class Tally:
    """How often something happened, over all seeds."""

    counts: dict[str, int] = field(default_factory=dict)

    def add(self, what: str) -> None:
        """Counts."""
        self.counts[what] = self.counts.get(what, 0) + 1


@dataclass(frozen=True)
class _Happening:
    """Something that may happen next, so often as its weight says."""

    name: str
    weight: int
    work: Callable[[], None]


class Broken(AssertionError):
    """A promise was not kept; says which, and in which seed."""


class Fleet:
    """One seed's world.

    Args:
        template: where it starts from.
        folder: an empty folder of its own.
        seed: decides everything.
        tally: what is counted.
    """

    def __init__(self, template: Template, folder: Path, seed: int, tally: Tally) -> None:
        self.seed, self._tally, self._folder = seed, tally, folder
        self._chance = chance = Random(seed)
        self._entropy: Entropy = chance.randbytes
        self._time = SimTime(START + 86_400_000)
        copy_folder(template.folder / "hq", folder / "hq")
        self.hq = SimHq(folder / "hq", self._time, self._entropy)
        self.laptops: list[SimLaptop] = []
        for number, keys in enumerate(template.keys):
            home = folder / f"laptop {number}"
            copy_folder(template.folder / home.name, home)
            self.laptops.append(SimLaptop(home, keys, self.hq, self._time, chance, self._entropy))
        self._sticks: list[Path] = []
        self._answers: list[Path] = []
        self._backups: list[Path] = []
        self._images: list[tuple[SimLaptop, Path]] = []
        self._count = 0
        self._shares = chance.choice(((1, 1, 1), (5, 3, 1), (8, 1, 1)))

    def close(self) -> None:
        """Everything is switched off."""
        for laptop in self.laptops:
            laptop.close()
        self.hq.close()

    # -- the month

    def live(self, steps: int = STEPS) -> None:
        """So many things happen, one after the other."""
        chance = self._chance
        badness = chance.choice((0.0, 0.05, 0.15, 0.35))
        for laptop in self.laptops:
            laptop.faults = Faults(*(badness * chance.random() for _ in range(6)))
            laptop.rate = chance.choice((FAST, SLOW))
        happenings = self._happenings()
        for _ in range(steps):
            now = chance.choices(happenings, [one.weight for one in happenings])[0]
            self._tally.add(now.name)
            now.work()
            self._time.at += chance.choice((1_000, 60_000, _QUARTER, 6 * 3_600_000))
            self._check_always()

    def _happenings(self) -> list[_Happening]:
        one = self._anyone
        return [
            _Happening("report", 16, lambda: one().file()),
            _Happening("change", 6, lambda: one().change()),
            _Happening("plan", 14, lambda: one().plan()),
            _Happening("lock", 4, lambda: one().plan(merge=True)),
            _Happening("send", 22, lambda: self._send(one())),
            _Happening("fetch", 10, lambda: one().fetch()),
            _Happening("killed sender", 3, lambda: one().new_sender()),
            _Happening("crash", 4, lambda: one().crash()),
            _Happening("stick out", 5, self._stick_out),
            _Happening("stick in", 5, self._stick_in),
            _Happening("answers out", 2, self._answers_out),
            _Happening("answers in", 3, self._answers_in),
            _Happening("clock", 3, self._clock),
            _Happening("backup", 3, self._backup),
            _Happening("restore", 3, self._restore),
            _Happening("image", 4, self._image),
            _Happening("set back", 3, self._set_back),
            _Happening("let in", 3, self.hq.approve),
            _Happening("reboot", 2, self.hq.reboot),
            _Happening("forgery", 3, self._forge),
        ]

    def _anyone(self) -> SimLaptop:
        return self._chance.choices(self.laptops, self._shares)[0]

    def _send(self, laptop: SimLaptop) -> None:
        laptop.send(self._chance.randint(1, 8))

    def _path(self, kind: str) -> Path:
        self._count += 1
        return self._folder / f"{kind} {self._count}"

    def _stick_out(self) -> None:
        path = self._path("stick")
        if not self._anyone().export(path):
            return
        if self._chance.random() < 0.3:
            content = path.read_bytes()
            path.write_bytes(content[: self._chance.randrange(len(content))])
        self._sticks.append(path)

    def _stick_in(self) -> None:
        """Any stick that was ever written, also again and also much later."""
        if self._sticks:
            try:
                self.hq.import_bundle(self._chance.choice(self._sticks))
            except (BadBundle, OtherMission):
                self._tally.add("stick refused")

    def _answers_out(self) -> None:
        path = self._path("answers")
        self.hq.export_bundle(path)
        self._answers.append(path)

    def _answers_in(self) -> None:
        if self._answers:
            self._anyone().take_in(self._chance.choice(self._answers))

    def _clock(self) -> None:
        years = 365 * 86_400_000
        off = self._chance.choice((0, 3_600_000, -3_600_000, -20 * years, 5 * years))
        self._anyone().clock.off = off

    def _backup(self) -> None:
        path = self._path("backup")
        self.hq.backup(path)
        self._backups.append(path)

    def _restore(self) -> None:
        if self._backups:
            self.hq.restore(self._chance.choice(self._backups))
            self._tally.add("restored")

    def _image(self) -> None:
        laptop, path = self._anyone(), self._path("image")
        laptop.image(path)
        self._images.append((laptop, path))

    def _set_back(self) -> None:
        if self._images:
            laptop, path = self._chance.choice(self._images)
            laptop.go_back(path)
            self._tally.add("went back")

    def _forge(self) -> None:
        """Somebody with the public mission file signs with a key of their own as one of ours."""
        chance, victim = self._chance, self._anyone()
        stranger = Stranger(self.hq.hq.profile, chance.randrange(10**6))
        stranger.begin()
        event = stranger.report()
        place = len(victim.held()) + chance.randint(-1, 1)
        head = replace(event.head, stream=victim.desk.stream, seq=max(1, place))
        raw = head.encode()
        claimed = replace(
            event, head=head, raw=raw, signature=stranger.signing.sign(PURPOSE_EVENT, raw)
        )
        self.hq.take(stranger.sealed(EventsBody(victim.desk.stream, (claimed,))))

    # -- the end

    def settle(self) -> None:
        """The link is good again and everyone does their work until nothing changes."""
        self.hq.approve()
        for laptop in self.laptops:
            laptop.faults = Faults()
            laptop.rate = FAST
            laptop.clock.off = 0
        for _ in range(_ROUNDS):
            for laptop in self.laptops:
                laptop.take_back_refused()
                laptop.fetch()
                laptop.plan(merge=True)
                laptop.send(40)
                laptop.plan()
                self._time.at += 2 * _QUARTER
            self._welcome_again()
            self.hq.approve()
            if all(laptop.at_rest() for laptop in self.laptops):
                break
        for laptop in self.laptops:
            laptop.fetch()
            laptop.plan()
        self._check_always()

    def _welcome_again(self) -> None:
        """A person whom HQ forgot with a restore gets a new code over the radio."""
        for laptop in self.laptops:
            if self.hq.read(lambda tx, s=laptop.desk.stream: tx.streams.get(s)) is None:
                laptop.ask_again(self.hq.invite(laptop.desk.keys.slot.label))
                self._tally.add("another code")

    def check(self) -> None:
        """Nothing is lost, doubled or forged, and everyone agrees."""
        log = self.hq.log()
        made: dict[EventId, Event] = {}
        for laptop in self.laptops:
            made.update(laptop.made)
        own = {event: known for event, known in log.items() if self._of_ours(known)}
        for event, known in own.items():
            self._must(event in made, "forged", event)
            self._must(_same(known, made[event]), "altered", event)
        places = [(known.head.stream, known.head.seq) for known in own.values()]
        for laptop in self.laptops:
            held, stream = laptop.held(), laptop.desk.stream
            row = self.hq.read(lambda tx, s=stream: tx.streams.get(s))
            self._must(row is not None, "never let in", stream)
            mine = [place for place in places if place[0] == stream]
            if not row.forked:
                self._must(len(mine) == len(set(mine)), "doubled", stream)
            self._must(laptop.parked() == [], "refused", laptop.parked())
            for event in laptop.shown | laptop.received():
                gone = event in self.hq.lost and (event not in held or not laptop.open)
                self._must(event in log or gone, "lost", event)
            if not laptop.open:
                self._must(laptop.set_back > 0, "closed without a reason", stream)
                self._tally.add("closed")
                continue
            self._must(laptop.at_rest(), "never comes to rest", stream)
            self._must(set(held) <= set(log), "not delivered", len(set(held) - set(log)))
            self._must(laptop.received() == set(held), "shown as waiting", stream)
            self._must(row.upto == len(held), "upto", (row.upto, len(held)))
            self._must(not row.forked, "forked but open", stream)
            for sha in _photos(laptop):
                blob = self.hq.read(lambda tx, s=sha: tx.blobs.get(s))
                self._must(blob is not None and blob.complete, "photo", sha.hex())

    def _check_always(self) -> None:
        """A laptop shows as received only what was on HQ's disk."""
        for laptop in self.laptops:
            early = laptop.shown - self.hq.ever.keys()
            self._must(not early, "shown before HQ had it", early)

    def _of_ours(self, event: Event) -> bool:
        return any(event.head.stream == laptop.desk.stream for laptop in self.laptops)

    def _must(self, holds: bool, what: str, about: object) -> None:
        if not holds:
            raise Broken(f"seed {self.seed}: {what}: {about!r}")


def _same(one: Event, other: Event) -> bool:
    return (one.raw, one.signature, one.salt, one.payload) == (
        other.raw,
        other.signature,
        other.salt,
        other.payload,
    )


def _photos(laptop: SimLaptop) -> list[Sha256]:
    return [Sha256(row[0]) for row in laptop.desk.store.rows("SELECT DISTINCT sha FROM announced")]


@contextmanager
def fleet(template: Template, folder: Path, seed: int, tally: Tally) -> Iterator[Fleet]:
    """A fleet in a folder of its own, gone afterwards."""
    place = folder / f"seed {seed}"
    made = Fleet(template, place, seed, tally)
    try:
        yield made
    finally:
        made.close()
        shutil.rmtree(place, ignore_errors=True)


def run(template: Template, folder: Path, seed: int, tally: Tally) -> None:
    """One seed from beginning to end; raises `Broken`."""
    with fleet(template, folder, seed, tally) as world:
        world.live()
        world.settle()
        world.check()
    tally.add("seeds")
