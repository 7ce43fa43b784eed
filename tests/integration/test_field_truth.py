"""What the command line says against a real HQ: never more than is true, and always the reason."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from fieldapp import commands
from fieldapp.cli_support import Shell, run
from fieldapp.clock import SystemClock, system_entropy
from fieldapp.commands import NewFile
from fieldapp.people import Desk, open_desk
from fieldapp.vault.slots import Vault
from sync.field import cli as field_cli
from sync.field.spool import FOLDER, Shelf, Spool
from tests.support.fleet import restriction
from tests.support.hq import Hq, running_hq
from tests.support.mission import CHEAP, PASSPHRASE
from ui.sealing import seal_after
from ui.verbs import group

PHOTO = bytes(range(256)) * 500


@dataclass
class Told:
    """What a verb said."""

    status: int
    out: str
    err: str

    @property
    def facts(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.out)
        return found

    def says(self, code: str, words: str = "") -> bool:
        """Whether it failed with this code and a sentence that begins so, as text or as JSON."""
        if self.err.startswith("{"):
            told = json.loads(self.err)
            return bool(told["error"] == code and told["message"].startswith(words))
        return self.err.startswith(f"error {code}: {words}")


@dataclass
class Field:
    """A laptop that is worked on by command line only."""

    home: Path
    hq: Hq
    capture: pytest.CaptureFixture[str]

    def verb(self, *words: str) -> Told:
        """Runs ``fieldapp``."""
        self.capture.readouterr()
        status = run(group, Shell(after=seal_after), [*words, "--home", str(self.home)])
        return Told(status, *self.capture.readouterr())

    @property
    def secret(self) -> tuple[str, str]:
        """How the passphrase is given."""
        path = self.home.with_name("secret")
        path.write_text(PASSPHRASE)
        return "--passphrase-file", str(path)

    def enrol(self, code: str, name: str = "Capt A", *more: str) -> Told:
        """Sets the laptop up, or asks again."""
        about = ("--profile", str(self.hq.profile_path), "--code", code, "--unit", "TS7")
        return self.verb("enrol", *about, "--name", name, *self.secret, *more)

    def let_in(self, name: str) -> None:
        """Enrolled, approved, and aware of it."""
        assert self.enrol(self.hq.code(name), name).status == 0
        self.sync(name)
        self.hq.approve_all()
        assert self.sync(name).facts["admission"] == "in"

    def sync(self, name: str = "Capt A", *more: str) -> Told:
        """One round."""
        return self.verb("sync", "--person", name, *self.secret, "--json", *more)

    def file(self, photos: tuple[bytes, ...] = (), *, seal: bool = True, number: int = 0) -> None:
        """Files a report; without sealing as if the process was killed after its commit."""
        vault = Vault(self.home, system_entropy)
        keys = vault.unlock(vault.slots()[number].id, PASSPHRASE)
        desk: Desk = open_desk(self.home, keys, clock=SystemClock(), entropy=system_entropy)
        with desk.store:
            files = [NewFile(content, "image/jpeg", "gate.jpg") for content in photos]
            filed = commands.file_report(desk, restriction(), files)
            if seal:
                seal_after(desk, filed.changes)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hq]:
    with running_hq(tmp_path_factory.mktemp("hq")) as hq:
        yield hq


@pytest.fixture
def field(
    tmp_path: Path,
    shared: Hq,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Field:
    monkeypatch.setattr(field_cli, "choose_cost", lambda: CHEAP)
    return Field(tmp_path / "laptop", shared, capsys)


def test_hq_has_everything_is_said_only_when_it_has(field: Field) -> None:
    field.let_in("Capt Photo")
    (field.home / FOLDER / "status.json").unlink()
    field.file((PHOTO + b"first",))
    told = field.sync("Capt Photo")
    found = told.facts
    assert told.status == 0
    assert (found["records"], found["photos"], found["refused"], found["held"]) == (0, 1, 0, 0)
    assert field.verb("sync", *field.secret).out == "HQ has everything.\n"


def test_a_wrong_and_a_used_code_are_told_and_another_one_helps(field: Field) -> None:
    assert field.enrol("AAAAA-AAAAA", "Capt Code").status == 0
    field.file()
    told = field.sync("Capt Code")
    assert told.status == 1
    assert (told.facts["admission"], told.facts["records"]) == ("code-needed", 1)
    assert told.says("enrol.code", "HQ did not accept the one-time code.")
    assert "fieldapp enrol" in told.err
    used = field.hq.code("Capt Other")
    other = Field(field.home.with_name("other"), field.hq, field.capture)
    other.enrol(used, "Capt Other")
    other.sync("Capt Other")
    assert field.enrol(used, "Capt Code").status == 0
    assert field.sync("Capt Code").says("enrol.code-used")
    assert field.enrol(field.hq.code("Capt Code"), "Capt Code").status == 0
    waits = field.sync("Capt Code")
    assert (waits.status, waits.facts["admission"], waits.err) == (0, "asked", "")
    field.hq.approve_all()
    done = field.sync("Capt Code")
    assert (done.status, done.facts["admission"], done.facts["records"]) == (0, "in", 0)


@pytest.mark.parametrize("lost", [FOLDER, f"{FOLDER}/sender.json"])
def test_a_lost_folder_for_sending_is_made_anew(field: Field, lost: str) -> None:
    field.let_in(f"Capt Lost {len(lost)}")
    field.file((b"\xff\xd8" + bytes(3000) + lost.encode(),))
    assert Spool(field.home).names(Shelf.WAITING)
    path = field.home / lost
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    told = field.verb("sync", *field.secret)
    assert (told.status, told.out, told.err) == (0, "HQ has everything.\n", "")


def test_a_lost_folder_is_made_anew_while_the_person_waits_to_be_let_in(field: Field) -> None:
    name = "Capt Lost Early"
    field.enrol(field.hq.code(name), name)
    field.sync(name)
    field.file()
    shutil.rmtree(field.home / FOLDER)
    assert field.sync(name).facts["admission"] == "asked"
    field.hq.approve_all()
    assert field.sync(name).facts["records"] == 0


def test_a_stick_claims_nothing_about_what_is_not_sealed(field: Field, tmp_path: Path) -> None:
    field.let_in("Capt Stick")
    field.file(seal=False)
    out = tmp_path / "out.ufrb"
    told = field.verb("bundle", "export", str(out))
    assert told.status == 1
    assert "error bundle.empty: No sealed report waits to be carried." in told.err
    assert "HQ has" not in told.err
    assert field.verb("bundle", "export", str(out), *field.secret).status == 0
    field.hq.cli("import", str(out))
    assert field.sync("Capt Stick").facts["records"] == 0
    told = field.verb("bundle", "export", str(out), *field.secret)
    assert "error bundle.empty: Nothing can be carried to HQ. HQ has everything." in told.err


def test_withdrawn_access_is_told_apart_from_waiting(field: Field) -> None:
    field.let_in("Capt Gone")
    vault = Vault(field.home, system_entropy)
    stream = vault.unlock(vault.slots()[0].id, PASSPHRASE).signing().stream
    field.hq.cli("revoke", stream.hex()[:20], "--reason", "lost")
    field.file()
    told = field.sync("Capt Gone")
    assert told.status == 1
    assert (told.facts["admission"], told.facts["pending"]) == ("withdrawn", False)
    assert told.facts["records"] == 1
    assert told.says("enrol.withdrawn", "HQ has withdrawn this laptop's access.")


def test_a_laptop_that_was_set_back_is_told(field: Field) -> None:
    field.let_in("Capt Back")
    copy = field.home.with_name("copy")
    shutil.copytree(field.home, copy)
    field.file()
    assert field.sync("Capt Back").facts["records"] == 0
    shutil.rmtree(field.home)
    copy.rename(field.home)
    field.file()
    told = field.sync("Capt Back")
    assert told.status == 1
    assert (told.facts["admission"], told.facts["closed"], told.facts["records"]) == (
        "closed",
        1,
        1,
    )
    assert told.says("journal.closed", "This laptop was set back to an older copy")
    again = field.enrol(field.hq.code("Capt Back"), "Capt Back")
    assert (again.status, again.out) == (1, "")
    assert again.says("journal.closed")
    by = ("--by", "Capt Back", "--by-passphrase-file", field.secret[1])
    assert field.enrol(field.hq.code("Capt Back"), "Capt Back 2", *by).status == 0
    field.sync("Capt Back 2")
    field.hq.approve_all()
    field.file(number=1)
    after = field.sync("Capt Back 2")
    assert (after.status, after.facts["admission"]) == (0, "in")
    assert (after.facts["records"], after.facts["closed"]) == (1, 1), "the new report is with HQ"


def test_a_third_person_is_let_in_by_name(field: Field) -> None:
    field.let_in("Capt One")
    second = field.home.with_name("second secret")
    second.write_text("seven quiet herons walk")
    by = ("--by-passphrase-file", field.secret[1])
    code = field.hq.code("Lt Two")
    assert field.enrol(code, "Lt Two", "--passphrase-file", str(second), *by).status == 0
    code = field.hq.code("Lt Three")
    unsaid = field.enrol(code, "Lt Three", *by)
    assert unsaid.status == 1
    assert unsaid.says("enrol.by")
    assert "--by NAME" in unsaid.err
    assert field.enrol(code, "Lt Three", *by, "--by", "Capt Nobody").status == 1
    assert len(Vault(field.home, system_entropy).slots()) == 2
    by = ("--by-passphrase-file", str(second), "--by", "lt two")
    assert field.enrol(code, "Lt Three", *by).status == 0
    assert [slot.label for slot in Vault(field.home, system_entropy).slots()] == [
        "Capt One",
        "Lt Two",
        "Lt Three",
    ]
