"""When the world fails: its own code, one calm sentence, one remedy, and nothing is lost.

Everything goes through the real command line, in a process of its own.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from fieldapp import commands, people
from fieldapp.cli_support import ADVICE, Shell, run
from fieldapp.clock import Clock, SystemClock, system_entropy
from fieldapp.errors import all_codes
from fieldapp.event.kinds import Kind
from fieldapp.mission import installation
from fieldapp.mission.roster import Role
from fieldapp.people import Desk, open_desk
from fieldapp.store.database import FILE_NAME, Store, connect, open_store
from fieldapp.store.driver import sqlite
from fieldapp.vault.slots import PersonKeys
from sync.body import ReceiptsBody
from sync.bundle import write_bundle
from sync.field.enrol import ask_to_be_let_in
from sync.field.spool import Spool
from sync.frame import Address, SuiteId, seal
from tests.support.camera import large_photo
from tests.support.fleet import carry, own_events, restriction
from tests.support.history import EXCERPT
from tests.support.mission import (
    CHEAP,
    PASSPHRASE,
    Mission,
    TickingClock,
    make_desk,
    make_mission,
)
from tests.support.processes import ROOT, HqProcess
from tests.support.small_disk import can_mount, filled, small_disk
from ui.verbs import group

KEPT = 3
STOP = ROOT / "ui" / "demo" / "data" / "checkpoint.json"
MAPPING = "ucdp-ged-23.1"


@dataclass
class Said:
    """What a verb said: its exit status, standard output and standard error."""

    status: int
    out: str
    err: str

    def is_error(self, code: str) -> None:
        """Exit 1, one object with the code, one sentence and the remedy; nothing else."""
        kind = all_codes()[code]
        assert self.status == 1, (self.out, self.err)
        assert self.out == ""
        assert "Traceback" not in self.err
        (line,) = self.err.splitlines()
        told = json.loads(line)
        assert told.keys() == {"error", "message", "remedy"}
        assert told["error"] == code, self.err
        assert told["message"].endswith(".")
        assert told["remedy"] == (kind.advice or ADVICE[kind.remedy])
        assert "/" not in told["message"], "no path and no address"

    def is_note(self, code: str) -> None:
        """The verb did its work and said this besides."""
        assert self.status == 0, (self.out, self.err)
        (line,) = self.err.splitlines()
        assert json.loads(line)["note"] == code

    @property
    def value(self) -> dict[str, Any]:
        """The JSON answer of a verb that did its work."""
        assert self.status == 0, self.err
        found: dict[str, Any] = json.loads(self.out)
        return found


@dataclass
class Laptop:
    """A folder in which three reports are kept, used through the command line only."""

    home: Path
    secret: Path
    keys: PersonKeys
    environment: dict[str, str] = field(default_factory=lambda: dict(os.environ))

    def say(self, *words: str, secret: Path | None = None) -> Said:
        """Runs a verb with the passphrase."""
        where = ["--home", str(self.home), "--passphrase-file", str(secret or self.secret)]
        done = subprocess.run(
            [sys.executable, "-m", "ui.main", *words, "--json", *where],
            capture_output=True,
            text=True,
            cwd=ROOT,
            env=self.environment,
            check=False,
        )
        return Said(done.returncode, done.stdout, done.stderr)

    def file(self, *more: str) -> Said:
        """Files the rehearsal's restriction."""
        return self.say("report", "file", "--form", "restriction", "--answers", str(STOP), *more)

    def count(self) -> int:
        """How many reports the person sees."""
        return len(self.say("report", "list").value["reports"])

    def nothing_is_lost(self, more: int = 0) -> None:
        """Every signature and page is right, and the reports are all there."""
        assert self.say("verify").value["events"] >= KEPT + more
        assert self.count() == KEPT + more

    def desk(self, clock: Clock) -> Desk:
        """The same folder in this process."""
        return open_desk(self.home, self.keys, clock=clock, entropy=system_entropy)


@pytest.fixture(scope="module")
def mission(tmp_path_factory: pytest.TempPathFactory) -> Mission:
    """Nobody listens at its HQ's address; its certificate is a real one."""
    folder = tmp_path_factory.mktemp("mission")
    HqProcess(folder / "hq", folder / "hq.log").begin(443)
    ca = (folder / "hq" / "keys" / "ca.pem").read_text("ascii")
    mission = make_mission()
    mission.profile = replace(mission.profile, ca=ca)
    return mission


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory, mission: Mission) -> Laptop:
    """Made once and copied for every test; its person is an officer, so that every verb works."""
    folder = tmp_path_factory.mktemp("pattern")
    desk = make_desk(folder / "home", mission, "Maj O", unit="HQ", clock=SystemClock())
    with desk.store:
        carry([mission.vouch(desk, Role.OFFICER)], desk, mission)
        for number in range(KEPT):
            commands.file_report(desk, restriction(narrative=f"Account {number}."))
        ask_to_be_let_in(desk, "7K2MX-4PQ9D", Spool(desk.home))
    secret = folder / "passphrase"
    secret.write_text(PASSPHRASE + "\n")
    return Laptop(folder / "home", secret, desk.keys)


@pytest.fixture
def laptop(tmp_path: Path, pattern: Laptop) -> Laptop:
    shutil.copytree(pattern.home, tmp_path / "home")
    return Laptop(tmp_path / "home", pattern.secret, pattern.keys)


def test_a_wrong_passphrase(laptop: Laptop, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong"
    wrong.write_text("dune lantern copper snow\n")
    laptop.say("report", "list", secret=wrong).is_error("vault.passphrase")
    laptop.say("verify", secret=wrong).is_error("vault.passphrase")
    laptop.nothing_is_lost()


def test_without_json_it_is_said_in_lines(laptop: Laptop) -> None:
    where = ["--home", str(laptop.home), "--passphrase-file", str(laptop.secret)]
    done = subprocess.run(
        [sys.executable, "-m", "ui.main", "report", "show", "TS7-FOM-1", *where],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines() == [
        "error store.not-found: There is no such report on this laptop. Check the number.",
        "  Check what was typed and try again.",
    ]


@pytest.mark.parametrize("lose", [Path.unlink, lambda path: path.write_bytes(b"")])
def test_a_store_that_was_lost(laptop: Laptop, lose: Callable[[Path], object]) -> None:
    """It is no new laptop, and HQ does not have everything."""
    path = laptop.home / FILE_NAME
    whole = path.read_bytes()
    lose(path)
    laptop.say("report", "list").is_error("store.missing")
    laptop.say("sync", "--once").is_error("store.missing")
    laptop.file().is_error("store.missing")
    assert not path.exists() or path.read_bytes() == b""
    path.write_bytes(whole)
    laptop.nothing_is_lost()


def test_a_store_that_was_cut_short(laptop: Laptop) -> None:
    path = laptop.home / FILE_NAME
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    laptop.say("report", "list").is_error("store.damaged")
    laptop.file().is_error("store.damaged")
    assert path.read_bytes() == whole[: len(whole) // 2], "left as it is, for those who can help"
    path.write_bytes(whole)
    laptop.nothing_is_lost()


@pytest.mark.parametrize("sealed", [True, False])
def test_a_store_that_was_put_back(laptop: Laptop, sealed: bool) -> None:
    """The newest report is gone from it: is it on its way to HQ, or does nobody have it?"""
    path = laptop.home / FILE_NAME
    laptop.desk(SystemClock()).store.close()
    whole = path.read_bytes()
    if sealed:
        laptop.file()
    else:
        desk = laptop.desk(SystemClock())
        with desk.store:
            commands.file_report(desk, restriction())
    path.write_bytes(whole)
    laptop.say("report", "list").is_note("journal.behind" if sealed else "journal.short")
    if sealed:
        laptop.file().is_error("journal.closed")
        laptop.nothing_is_lost()
    else:
        assert laptop.file().value["ref"]
        laptop.nothing_is_lost(1)


def test_a_store_of_a_newer_version(laptop: Laptop) -> None:
    store = open_store(laptop.home, laptop.keys.database, SystemClock())
    (version,) = store.rows("PRAGMA user_version")[0]
    store.connection.execute("PRAGMA user_version = 999")
    store.close()
    before = (laptop.home / FILE_NAME).read_bytes()
    laptop.say("report", "list").is_error("store.newer")
    assert (laptop.home / FILE_NAME).read_bytes() == before
    with _as_a_newer_app(laptop) as connection:
        connection.execute(f"PRAGMA user_version = {version}")
    laptop.nothing_is_lost()


def test_a_photo_that_cannot_be_read(laptop: Laptop, tmp_path: Path) -> None:
    """Not there, and a folder where a file should be."""
    for photo in (tmp_path / "gone.jpg", tmp_path):
        laptop.file("--photo", str(photo)).is_error("cli.file")
    laptop.nothing_is_lost()


def test_a_file_of_answers_that_is_none(laptop: Laptop, tmp_path: Path) -> None:
    odd = tmp_path / "answers.json"
    for content in (b"", b"{", b"[1]", b"7", b'{"answers": 7}', b"\xff\xfe"):
        odd.write_bytes(content)
        said = laptop.say("report", "file", "--form", "restriction", "--answers", str(odd))
        said.is_error("cli.file")
    laptop.nothing_is_lost()


def test_a_malformed_row_is_left_out_and_told(laptop: Laptop, tmp_path: Path) -> None:
    source = json.loads(EXCERPT.read_text("utf-8"))
    good, bad = source["features"][:2], source["features"][2]
    bad["properties"]["date_start"] = "the day before"
    bad["geometry"]["coordinates"] = [400.0, 0.0]
    refused = tmp_path / "refused.csv"
    path = tmp_path / "mixed.geojson"
    path.write_text(json.dumps({**source, "features": [*good, bad]}))
    words = ("import", str(path), "--mapping", MAPPING, "--refused", str(refused))
    done = laptop.say(*words).value
    assert (done["taken"], len(done["refused"])) == (2, 1), done
    assert len(refused.read_text("utf-8").splitlines()) == 2
    laptop.nothing_is_lost(2)


def test_a_source_of_which_no_row_fits(laptop: Laptop, tmp_path: Path) -> None:
    source = json.loads(EXCERPT.read_text("utf-8"))
    for feature in source["features"]:
        feature["properties"]["date_start"] = "the day before"
    path = tmp_path / "bad.geojson"
    path.write_text(json.dumps(source))
    said = laptop.say("import", str(path), "--mapping", MAPPING)
    assert json.loads(said.out)["taken"] == 0
    Said(said.status, "", said.err).is_error("history.nothing")
    path.write_text("{")
    laptop.say("import", str(path), "--mapping", MAPPING).is_error("history.file")
    laptop.nothing_is_lost()


def test_a_bundle_for_another_mission(laptop: Laptop, tmp_path: Path) -> None:
    stick = tmp_path / "back.ufrb"
    stranger = Address(SuiteId.RADIO, make_mission(99).profile.seal)
    write_bundle(stick, [seal(ReceiptsBody(()), stranger)], laptop.home)
    laptop.say("bundle", "import", str(stick)).is_error("bundle.other-mission")
    stick.write_bytes(b"%PDF-1.7")
    laptop.say("bundle", "import", str(stick)).is_error("bundle.malformed")
    laptop.say("bundle", "import", str(tmp_path / "gone.ufrb")).is_error("bundle.malformed")
    laptop.nothing_is_lost()


def test_no_link(laptop: Laptop) -> None:
    """Nobody listens at HQ's address; the records are sealed and wait."""
    laptop.say("sync", "--once").is_error("link.down")
    assert list((laptop.home / "spool").glob("*.ufr"))
    laptop.nothing_is_lost()


def test_an_hq_whose_certificate_is_not_the_one_in_the_mission_file(tmp_path: Path) -> None:
    """Two HQs of one name; the laptop belongs to the one, and the other one answers."""
    impostor = HqProcess(tmp_path / "impostor", tmp_path / "impostor.log")
    impostor.begin(impostor.port)
    rightful = HqProcess(tmp_path / "rightful", tmp_path / "rightful.log")
    profile = rightful.begin(impostor.port)
    with impostor:
        before = impostor.ask("status")
        laptop = _laptop_in(tmp_path, profile, rightful.code("Capt A"))
        laptop.say("sync", "--once").is_error("link.certificate")
        assert impostor.ask("status") == before, "nothing was sent"
    laptop.nothing_is_lost()


def test_a_clock_that_was_set_back(laptop: Laptop) -> None:
    """Said calmly, noted for HQ, never a reason to refuse a report; and the person has a say."""
    ahead = laptop.desk(TickingClock(SystemClock().now() + 3 * 86_400_000))
    with ahead.store:
        commands.file_report(ahead, restriction())
    laptop.say("clock").is_error("clock.back")
    said = laptop.file()
    assert said.value["ref"]
    said.is_note("clock.back")
    laptop.file().value["ref"]
    now = laptop.desk(SystemClock())
    with now.store:
        kinds = [event.head.kind for event in own_events(now)]
    assert kinds[-4:] == [Kind.REPORT, Kind.CLOCK_NOTE, Kind.REPORT, Kind.REPORT], "noted once"
    assert "now" in laptop.say("clock", "--right").value
    assert "now" in laptop.say("clock").value
    assert laptop.file().err == ""
    laptop.nothing_is_lost(4)


@pytest.mark.parametrize("room", [0, 24])
def test_a_full_disk(laptop: Laptop, disk: Path, room: int) -> None:
    """So small a disk has no ballast: with so many KiB left a report does not fit any more."""
    laptop.home = Path(shutil.copytree(laptop.home, disk / "home"))
    with filled(disk, room):
        laptop.file().is_error("store.full")
        laptop.file().is_error("store.full")
    laptop.nothing_is_lost()
    assert laptop.file().status == 0
    laptop.nothing_is_lost(1)


def test_a_full_disk_while_reports_are_made_ready(laptop: Laptop, disk: Path) -> None:
    """The spool has a disk of its own here: the report is saved, and what is missing is told."""
    spool = laptop.home / "spool"
    shutil.rmtree(spool)
    (disk / "spool").mkdir()
    ask = laptop.desk(SystemClock())
    spool.symlink_to(disk / "spool")
    with ask.store:
        ask_to_be_let_in(ask, "7K2MX-4PQ9E", Spool(laptop.home))
    with filled(disk, 0):
        saved = laptop.file()
        assert saved.value["ref"]
        saved.is_note("spool.full")
        laptop.say("sync", "--once").is_error("spool.full")
    laptop.say("sync", "--once").is_error("link.down")
    assert len(list(spool.glob("*.ufr"))) >= 2, "made once there was room"
    laptop.nothing_is_lost(1)


def test_a_full_disk_by_the_page_limit(
    laptop: Laptop, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where no small disk can be made: the same verbs in this process, few pages left."""

    def nearly_full(home: Path, key: bytes, clock: Clock, **how: bool) -> Store:
        store = open_store(home, key, clock, **how)
        pages = store.rows("PRAGMA page_count")[0][0]
        store.rows(f"PRAGMA max_page_count = {pages + 2}")
        return store

    monkeypatch.setattr(people, "open_store", nearly_full)
    photo = laptop.home.parent / "photo.jpg"
    photo.write_bytes(large_photo(300_000))
    words = ["report", "file", "--form", "restriction", "--answers", str(STOP)]
    where = ["--home", str(laptop.home), "--passphrase-file", str(laptop.secret), "--json"]
    status = run(group, Shell(), [*words, "--photo", str(photo), *where])
    told = capsys.readouterr()
    Said(status, told.out, told.err).is_error("store.full")
    laptop.nothing_is_lost()


@pytest.fixture(params=["small disk"] if can_mount() else [])
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 4 MiB of its own; where the tests may not mount one, its tests have no cases."""
    with small_disk(tmp_path / "disk", 4) as folder:
        yield folder


@contextmanager
def _as_a_newer_app(laptop: Laptop) -> Iterator[sqlite.Connection]:
    """The store as the newer version opens it."""
    connection = connect(laptop.home / FILE_NAME, laptop.keys.database)
    try:
        yield connection
    finally:
        connection.close()


def _laptop_in(folder: Path, profile: bytes, code: str) -> Laptop:
    """A laptop of another mission than the pattern's, with the same reports."""
    home = folder / "home"
    installation.install_mission(home, profile)
    newcomer = people.Newcomer("Capt A", "TS7", "laptop")
    clock, entropy = SystemClock(), system_entropy
    desk = people.add_person(home, newcomer, PASSPHRASE, CHEAP, clock=clock, entropy=entropy)
    with desk.store:
        for _ in range(KEPT):
            commands.file_report(desk, restriction())
        ask_to_be_let_in(desk, code, Spool(home))
    secret = folder / "passphrase"
    secret.write_text(PASSPHRASE + "\n")
    return Laptop(home, secret, desk.keys)
