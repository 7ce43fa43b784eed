"""Nothing that anybody typed stands in clear in any file: at rest, on the way, or after a kill."""

import base64
import gzip
import json
import os
import re
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from fnmatch import fnmatch
from pathlib import Path
from random import Random
from typing import Any

import pytest
import zstandard

from fieldapp.clock import SystemClock, system_entropy
from fieldapp.forms.definition import FormDefinition, QuestionDef, RepeatDef, load_form
from fieldapp.forms.library import library_forms
from fieldapp.forms.session import FormSession
from fieldapp.mission.installation import install_mission
from fieldapp.people import Newcomer, add_person
from sync.dictionaries import dictionary
from sync.field.enrol import ask_to_be_let_in
from sync.field.spool import Spool
from tests.support.camera import large_photo, with_everything
from tests.support.canary import Canary, scan
from tests.support.mission import CHEAP
from tests.support.processes import ROOT, HqProcess, SenderProcess, until

DEMO = ROOT / "ui" / "demo" / "data"
TYPING = """
import sys
from pathlib import Path
from fieldapp import commands
from fieldapp.clock import SystemClock, system_entropy
from fieldapp.people import open_desk
from fieldapp.store import drafts
from fieldapp.store.drafts import Draft, DraftFile
from fieldapp.vault.slots import Vault
import json
given = json.loads(sys.stdin.readline())
home = Path(given["home"])
vault = Vault(home, system_entropy)
keys = vault.unlock(vault.slots()[0].id, given["passphrase"])
desk = open_desk(home, keys, clock=SystemClock(), entropy=system_entropy)
photo = bytes.fromhex(given["photo"])
for number, (form, answers) in enumerate(given["drafts"].items()):
    files = (DraftFile("p1", "image/jpeg", given["name"], len(photo)),)
    draft = Draft(f"draft{number}", form, "1", answers, given["typed"], "en", None,
                  "GRID", given["note"], files)
    drafts.save_draft(desk.store, desk.sealer, draft)
    drafts.put_draft_file(desk.store, desk.sealer, draft.id, "p1", photo)
print("typed", flush=True)
while True:
    drafts.save_draft(desk.store, desk.sealer, draft)
"""


@dataclass
class Person:
    """Somebody with a laptop: folder, file with the passphrase, and its words."""

    home: Path
    secret: Path
    passphrase: str


@dataclass
class Town:
    """Two laptops and an HQ, all of whose files lie below one folder, temporary ones included."""

    folder: Path
    outside: Path
    canary: Canary
    environment: dict[str, str]
    hq: HqProcess
    patrol: Person
    officer: Person

    def field(self, who: Person, *words: str, locked: bool = False) -> Any:
        """Runs a verb of the console script, with the passphrase unless ``locked``."""
        secret = [] if locked else ["--passphrase-file", str(who.secret)]
        done = subprocess.run(
            [*_FIELD, *words, "--home", str(who.home), "--json", *secret],
            capture_output=True,
            text=True,
            cwd=ROOT,
            env=self.environment,
            check=False,
        )
        assert done.returncode == 0, (words[:2], done.stderr)
        return json.loads(done.stdout)

    def keep(self, name: str, content: object) -> Path:
        """A file of the person's own, such as on a camera's card; it is not looked into."""
        path = self.outside / name
        raw = content if isinstance(content, bytes) else json.dumps(content).encode()
        path.write_bytes(raw)
        return path

    def clean(self, *needed: str) -> None:
        """Fails if any file holds a canary, or if one of the files named was not there."""
        found = scan([self.folder], self.canary)
        assert [(str(s.path.relative_to(self.folder)), s.spelling) for s in found.sightings] == []
        names = {path.name for path in found.files}
        suffixes = {path.suffix for path in found.files}
        assert names | suffixes >= set(needed), names
        assert found.size > 200_000


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    folder = tmp_path_factory.mktemp("town")
    outside = tmp_path_factory.mktemp("outside")
    canary = Canary(20261124)
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    for name in ("TMPDIR", "TEMP", "TMP", "HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        (folder / name.lower()).mkdir()
        environment[name] = str(folder / name.lower())
    hq = HqProcess(folder / "hq", folder / "hq.log", environment)
    mission = hq.begin(hq.port)
    with hq:
        people = [
            _enrolled(folder / name, outside / name, mission, hq, canary, unit, role)
            for name, unit, role in (("patrol", "TS7", "patrol"), ("officer", "HQ", "officer"))
        ]
        town = Town(folder, outside, canary, environment, hq, *people)
        for person in people:
            town.field(person, "sync", "--once")
        hq.ask("approve", "--all")
        for person in people:
            town.field(person, "sync", "--once")
        yield town


def test_a_whole_session_leaves_no_word_in_clear(town: Town) -> None:
    """Filed, sent, asked, answered, amended, withdrawn, searched, carried; then locked."""
    patrol, officer, word = town.patrol, town.officer, town.canary.word
    spool = patrol.home / "spool"
    photo = town.keep(f"{word()}.jpg", _photo(town.canary))
    crowd = town.keep("crowd.json", {"answers": _filled("incident", "crowd", word)})
    filed = ("report", "file", "--form")
    first = town.field(patrol, *filed, "incident", "--answers", str(crowd), "--photo", str(photo))
    stopped = _filled("restriction", "checkpoint", word)
    stop = town.keep("stop.json", {"answers": stopped, "typed": _typed(stopped, word)})
    second = town.field(patrol, *filed, "restriction", "--answers", str(stop))
    assert list(spool.glob("*.ufr")), "sealed packets lie in the spool while we look"
    town.clean("vault.db", "vault.json", ".ufr")

    stick = town.folder / "stick"
    stick.mkdir()
    town.field(patrol, "bundle", "export", str(stick / "out.ufrb"), locked=True)
    with SenderProcess(patrol.home, town.folder / "sender.log", town.environment) as sender:
        until("the sender delivered", lambda: not list(spool.glob("*.ufr")))
        sender.stop()
    town.field(officer, "sync", "--once")
    ref = ("report", "review", first["ref"], "--verdict", "ask", "--text", word())
    town.field(officer, *ref)
    town.field(officer, "sync", "--once")
    town.field(patrol, "sync", "--once")
    town.field(patrol, "report", "answer", first["ref"], "--text", word())
    amend = ("report", "amend", second["ref"], "--answers", str(stop), "--reason", "GRID")
    town.field(patrol, *amend, "--note", word())
    town.field(patrol, "report", "attach", first["ref"], str(photo))
    gone = ("report", "withdraw", second["ref"], "--reason", "WITHDRAWN", "--note", word())
    town.field(patrol, *gone)
    assert len(town.field(patrol, "report", "list", "--search", town.canary.stem)["reports"]) == 2
    town.field(patrol, "sync", "--once")
    town.field(officer, "sync", "--once")
    shown = json.dumps(town.field(officer, "report", "show", first["ref"]))
    assert shown.count(town.canary.stem) > 10, "the words did arrive where they belong"

    town.hq.ask("import", str(stick / "out.ufrb"))
    town.hq.ask("export", str(stick / "back.ufrb"))
    town.hq.ask("backup", str(town.folder / "backup.db"))
    town.field(patrol, "bundle", "import", str(stick / "back.ufrb"))
    town.clean("vault.db", "hq.db", "hq.db-wal", ".ufrb", "backup.db", "hq.log", "sender.log")
    assert town.canary.given > 60


def test_what_can_be_read_is_what_the_format_says(town: Town) -> None:
    """Every file in the folders is one that FORMAT.md names, and nothing stands outside them."""
    section = (ROOT / "fieldapp/FORMAT.md").read_text("utf-8").split("## 2.")[1].split("## 3.")[0]
    block, words = re.findall(r"```\n(.*?)```(.*)", section, re.S)[0]
    named = [word for line in block.splitlines() for word in line.split("  ")[0].split(", ")]
    whole = (f"vault.db{name}" if name.startswith("-") else name for name in named)
    tops = {name.split("/")[0].replace("N", "*") for name in whole}
    inside = re.findall(r"`([^`]+)`", words.split("In `spool/` lie:")[1])
    seen = set[str]()
    for person in (town.patrol, town.officer):
        for path in (path for path in person.home.rglob("*") if path.is_file()):
            top, *rest = path.relative_to(person.home).parts
            assert any(fnmatch(top, name) for name in tops), path
            if top == "spool":
                assert any(fnmatch(rest[-1], name) for name in inside), path
                assert all(f"{folder}/" in inside for folder in rest[:-1]), path
            seen.add(rest[-1] if rest else top)
    assert {"vault.db", "vault.json", "push.token", "sender.json", "status.json"} <= seen
    for name in ("tmpdir", "temp", "tmp", "home", "xdg_cache_home", "xdg_config_home"):
        assert list((town.folder / name).rglob("*")) == [], "no verb writes anywhere else"


def test_killed_while_unlocked_and_typing_leaves_no_word_in_clear(town: Town) -> None:
    """Every text field of both forms, asked for or not, in drafts with photos; then SIGKILL."""
    word = town.canary.word
    drafts = {form: _everything(form, word) for form in library_forms()}
    given = {
        "home": str(town.patrol.home),
        "passphrase": town.patrol.passphrase,
        "photo": _photo(town.canary).hex(),
        "name": f"{word()}.jpg",
        "note": word(),
        "typed": {"/data/where/grid": {"text": word()}},
        "drafts": drafts,
    }
    child = subprocess.Popen(
        [sys.executable, "-c", TYPING],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=town.environment,
    )
    assert child.stdin is not None
    assert child.stdout is not None
    child.stdin.write(json.dumps(given) + "\n")
    child.stdin.flush()
    line = child.stdout.readline()
    child.kill()
    child.communicate()
    assert line == "typed\n"
    town.hq.kill()
    try:
        town.clean("vault.db", "vault.db-wal", "hq.db", "hq.db-wal")
    finally:
        town.hq.start()


SPELLINGS: Mapping[str, Callable[[bytes], bytes]] = {
    "utf-8": lambda word: word,
    "utf-16-le": lambda word: word.decode().encode("utf-16-le"),
    "utf-16-be": lambda word: word.decode().encode("utf-16-be"),
    "upper": bytes.upper,
    "hex": lambda word: word.hex().encode(),
    "HEX": lambda word: word.hex().upper().encode(),
    "base64+0": base64.b64encode,
    "base64+1": lambda word: base64.b64encode(b"." + word + b"...."),
    "base64+2": lambda word: base64.b64encode(b".." + word + b"...."),
    "zlib": lambda word: zlib.compress(b"some text before " * 9 + word, 9),
    "gzip": lambda word: gzip.compress(b"some text before " * 9 + word),
    "zstd": lambda word: zstandard.compress(b"some text before " * 9 + word),
    "zstd with the dictionary": lambda word: zstandard.ZstdCompressor(
        dict_data=dictionary()
    ).compress(b"Patrol stopped at the checkpoint " + word),
}


@pytest.mark.parametrize("spelling", sorted(SPELLINGS))
def test_the_search_finds_a_planted_word(tmp_path: Path, spelling: str) -> None:
    canary = Canary(7)
    noise = Random(8).randbytes(100_003)
    inside = tmp_path / "a" / "vault.db-wal"
    inside.parent.mkdir()
    inside.write_bytes(noise)
    assert scan([tmp_path], canary).sightings == ()
    inside.write_bytes(noise + SPELLINGS[spelling](canary.word().encode()) + noise)
    assert [sighting.path for sighting in scan([tmp_path], canary).sightings][:1] == [inside]


def test_the_search_looks_at_file_names(tmp_path: Path) -> None:
    canary = Canary(7)
    (tmp_path / f"{canary.word()}.jpg").touch()
    assert len(scan([tmp_path], canary).sightings) == 1


_FIELD = [sys.executable, "-m", "ui.main"]


def _enrolled(
    home: Path, secret: Path, mission: bytes, hq: HqProcess, canary: Canary, unit: str, role: str
) -> Person:
    passphrase = " ".join(canary.word() for _ in range(4))
    install_mission(home, mission)
    newcomer = Newcomer(f"The {role}", unit, "laptop")
    clock, entropy = SystemClock(), system_entropy
    desk = add_person(home, newcomer, passphrase, CHEAP, clock=clock, entropy=entropy)
    with desk.store:
        ask_to_be_let_in(desk, hq.code(newcomer.person, unit, role), Spool(home))
    secret.write_text(passphrase + "\n")
    return Person(home, secret, passphrase)


def _photo(canary: Canary) -> bytes:
    """A photo with a canary wherever a camera writes to, and some in the picture itself."""
    noise = Random(canary.given).randbytes
    words = [canary.word().encode() for _ in range(2)]
    picture = noise(70_000) + words[0] + noise(9_000)
    whole = large_photo(4)[:-2] + picture.replace(b"\xff", b"\xfe") + b"\xff\xd9"
    return with_everything(whole, words[1])


def _filled(form_id: str, name: str, word: Callable[[], str]) -> dict[str, Any]:
    """The answers of a rehearsal, with a canary in every text field that takes any text."""
    answers: dict[str, Any] = json.loads((DEMO / f"{name}.json").read_text("utf-8"))["answers"]
    form = load_form(library_forms()[form_id])
    for path in _text_fields(form):
        before = json.dumps(answers)
        _put(answers, path, word())
        if _problem(form, answers, path):
            answers = json.loads(before)
    return answers


def _everything(form_id: str, word: Callable[[], str]) -> dict[str, Any]:
    answers: dict[str, Any] = {}
    for path in _text_fields(load_form(library_forms()[form_id]), repeats=True):
        _put(answers, path, word())
    return answers


def _text_fields(form: FormDefinition, *, repeats: bool = False) -> Iterator[str]:
    inside = tuple(path for path, found in form.paths.items() if isinstance(found, RepeatDef))
    for path, found in form.paths.items():
        if not isinstance(found, QuestionDef) or found.control != "input":
            continue
        if found.type in ("string", "text") and (repeats or not path.startswith(inside)):
            yield path


def _problem(form: FormDefinition, answers: dict[str, Any], path: str) -> bool:
    session = FormSession(
        form,
        answers=answers,
        now=lambda: datetime(2026, 11, 8, 14, 30, tzinfo=UTC),
        new_id=lambda: "0" * 32,
    )
    return any(problem.ref == path for problem in session.problems())


def _typed(answers: dict[str, Any], word: Callable[[], str]) -> dict[str, dict[str, str]]:
    """What was typed for the grid and why its square is right, as the window keeps it."""
    assert answers["where"]["grid"]
    return {"/data/where/grid": {"text": word(), "confirmed": word()}}


def _put(answers: dict[str, Any], path: str, text: str) -> None:
    *groups, leaf = path.split("/")[2:]
    for group in groups:
        answers = answers.setdefault(group, {})
    answers[leaf] = text
