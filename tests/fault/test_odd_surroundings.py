"""Odd files, folders, arguments and outputs: a code, one sentence, one remedy; never a traceback.

A folder stands in place of a file that may not be read: the tests may run as root, whom no
permission stops.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from fieldapp import commands
from fieldapp.cli_support import Shell, run
from fieldapp.errors import all_codes
from fieldapp.files import check_target
from fieldapp.people import PUSH_TOKEN_FILE
from sync.field import cli as field_cli
from sync.field.enrol import ask_to_be_let_in
from sync.field.spool import Spool
from sync.hq.cli import hq
from sync.hq.setup import begin
from tests.support.fleet import restriction
from tests.support.hq_inside import MISSION
from tests.support.mission import CHEAP, PASSPHRASE, TickingClock, make_desk, make_mission, seeded
from tests.support.processes import ROOT, HqProcess
from ui.sealing import seal_after
from ui.verbs import group

VERBS = (("report", "list"), ("sync",), ("verify",), ("clock",))


@dataclass
class Here:
    """A laptop with a report that waits, and its verbs run in this process."""

    home: Path
    secret: Path
    capsys: pytest.CaptureFixture[str]

    def run(self, *words: str) -> tuple[int, str, str]:
        """Status, output and errors of a verb; the passphrase is given where it is asked for."""
        shell = Shell(after=seal_after)
        self.capsys.readouterr()
        open_verb = words[0] in ("doctor", "bundle") and "import" not in words
        key = () if open_verb else ("--passphrase-file", str(self.secret))
        status = run(group, shell, [*words, "--home", str(self.home), *key])
        told = self.capsys.readouterr()
        return status, told.out, told.err

    def refused(self, *words: str) -> str:
        """The code with which a verb was refused; its words are calm and name no path."""
        status, out, err = self.run(*words)
        assert (status, out) == (1, ""), err
        return calm(err)


def calm(err: str) -> str:
    """The code of an error told as it should be."""
    first, *rest = err.splitlines()
    found = re.fullmatch(r"error ([a-z.-]+): (.+\.)", first)
    assert found is not None, err
    code, sentence = found.groups()
    assert code in all_codes()
    assert "/" not in sentence
    assert len(rest) <= 1, err
    return code


@pytest.fixture
def here(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Here:
    desk = make_desk(tmp_path / "home", make_mission(), "Capt A")
    with desk.store:
        ask_to_be_let_in(desk, "7K2MX-4PQ9D", Spool(desk.home))
        seal_after(desk, commands.file_report(desk, restriction()).changes)
    secret = tmp_path / "secret"
    secret.write_text(PASSPHRASE)
    return Here(tmp_path / "home", secret, capsys)


def folder_instead(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("vault.json", "vault.unreadable"),
        ("mission.profile", "people.mission-unreadable"),
        ("vault.db", "store.forbidden"),
    ],
)
def test_a_file_that_cannot_be_read(here: Here, name: str, code: str) -> None:
    folder_instead(here.home / name)
    for words in VERBS:
        assert here.refused(*words) == code
    status, out, err = here.run("doctor")
    assert status == 1
    assert calm(err) == "doctor.findings"
    assert name == "vault.db" or code in out


def test_a_key_file_with_nobody_in_it(here: Here) -> None:
    path = here.home / "vault.json"
    path.write_text(json.dumps({**json.loads(path.read_bytes()), "slots": []}))
    assert here.refused("report", "list") == "vault.damaged"


def test_a_spool_that_is_a_file(here: Here) -> None:
    shutil.rmtree(here.home / "spool")
    (here.home / "spool").write_bytes(b"")
    assert here.refused("bundle", "export", str(here.home.parent / "a.ufrb")) == "spool.damaged"


def test_a_status_of_the_wrong_kind_is_not_believed(here: Here) -> None:
    (here.home / "spool" / "status.json").write_text('{"state": "idle", "clock_off": "much"}')
    _, out, err = here.run("doctor", "--json")
    assert json.loads(out)["findings"]["clock"].startswith("unknown")
    assert json.loads(err)["error"] == "doctor.findings"


def test_a_token_that_is_none(here: Here) -> None:
    (here.home / PUSH_TOKEN_FILE).write_bytes(b"\xff\xfe")
    profile = here.home.parent / "mission.profile"
    profile.write_bytes(make_mission().file)
    words = ("enrol", "--profile", str(profile), "--code", "7K2MX-4PQ9E", "--unit", "TS7")
    assert here.refused(*words, "--person", "Capt A") == "people.push-token"


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="no such folder here")
def test_a_folder_that_cannot_be_made(
    here: Here, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(field_cli, "choose_cost", lambda: CHEAP)
    profile = tmp_path / "mission.profile"
    profile.write_bytes(make_mission().file)
    here.home = Path("/proc/x")
    words = ("enrol", "--profile", str(profile), "--code", "7K2MX-4PQ9E", "--unit", "TS7")
    assert here.refused(*words, "--person", "Capt A") in ("os.file", "os.permission")
    assert here.refused("report", "list") == "vault.none"


def test_a_passphrase_that_cannot_be_read(here: Here) -> None:
    here.secret.write_bytes(b"\xff\xfe\x00")
    assert here.refused("report", "list") == "cli.passphrase"
    where = ["--home", str(here.home), "--passphrase-fd", "987"]
    assert run(group, Shell(), ["report", "list", *where]) == 1
    assert calm(here.capsys.readouterr().err) == "cli.passphrase"


def test_arguments_that_are_no_text(here: Here) -> None:
    assert here.refused("report", "show", "\udcff") == "cli.not-text"
    assert run(hq, None, ["enrol", "--person", "\udcff", "--unit", "TS7", "--role", "patrol"]) == 1
    assert calm(here.capsys.readouterr().err) == "cli.not-text"


@pytest.mark.parametrize("name", ["vault.db", "vault.json", "push.token", "spool/new.ufrb"])
def test_a_bundle_never_goes_over_our_own_files(here: Here, name: str) -> None:
    before = {path: path.read_bytes() for path in here.home.rglob("*") if path.is_file()}
    assert here.refused("bundle", "export", str(here.home / name)) == "file.inside"
    assert {path: path.read_bytes() for path in here.home.rglob("*") if path.is_file()} == before


def test_a_bundle_and_a_list_of_rows_never_go_over_other_files(here: Here) -> None:
    notes = here.home.parent / "notes.txt"
    notes.write_text("Minutes of the meeting")
    assert here.refused("bundle", "export", str(notes)) == "file.taken"
    source = here.home.parent / "old.csv"
    source.write_text("a,b\n1,2\n")
    words = ("import", str(source), "--mapping", "ucdp-ged-23.1", "--refused")
    assert here.refused(*words, str(notes)) == "file.taken"
    assert here.refused(*words, str(here.home / "vault.db")) == "file.inside"
    assert notes.read_text() == "Minutes of the meeting"
    assert (
        run(group, Shell(), ["bundle", "export", "--home", str(here.home), str(notes) + "b"]) == 0
    )
    assert here.run("bundle", "export", str(notes) + "b")[0] == 0, "an earlier one is replaced"


def test_a_place_that_does_not_exist_is_no_place_inside(tmp_path: Path) -> None:
    check_target(tmp_path / "gone" / "a.ufrb", tmp_path / "never made", lambda path: False)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
@pytest.mark.parametrize("words", [("report", "list"), ("doctor",), ("--help",)])
def test_an_output_that_takes_nothing(here: Here, words: tuple[str, ...]) -> None:
    where = ["--home", str(here.home)]
    more = [*where, "--passphrase-file", str(here.secret)] if words[0] == "report" else where
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "ui.main", *words, *(more if words != ("--help",) else [])],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            check=False,
        )
    assert done.returncode == 1
    assert calm(done.stderr) in ("cli.output", "os.full")


def test_hq_says_it_the_same_way(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = tmp_path / "hq"
    assert run(hq, None, ["status", "--home", str(home)]) == 1
    assert calm(capsys.readouterr().err) == "hq.no-folder"
    begin(home, MISSION, TickingClock(), seeded(1))
    notes = tmp_path / "notes.txt"
    notes.write_text("Minutes of the meeting")
    for words, code in (
        (["backup", str(home / "hq.db")], "file.inside"),
        (["backup", str(home / "keys" / "store.key")], "file.inside"),
        (["export", str(home / "hq.db")], "file.inside"),
        (["backup", str(notes)], "file.taken"),
        (["export", str(notes)], "file.taken"),
    ):
        assert run(hq, None, [*words, "--home", str(home), "--json"]) == 1
        told = capsys.readouterr()
        assert (json.loads(told.err)["error"], told.out) == (code, "")
    assert notes.read_text() == "Minutes of the meeting"
    (home / "hq.db").write_bytes(b"")
    assert run(hq, None, ["status", "--home", str(home)]) == 1
    assert calm(capsys.readouterr().err) == "hq.store-missing"
    folder_instead(home / "mission.profile")
    assert run(hq, None, ["status", "--home", str(home)]) == 1
    assert calm(capsys.readouterr().err) == "os.file"


@pytest.mark.skipif(os.name != "posix", reason="serving ends by a signal here")
def test_the_port_that_is_said_is_the_one_that_answers(tmp_path: Path) -> None:
    server = HqProcess(tmp_path / "hq", tmp_path / "log")
    server.begin(443)
    words = [sys.executable, "-m", "sync.hq.cli", "serve", "--home", str(server.home)]
    first = subprocess.Popen(
        [*words, "--port", str(server.port), "--json"], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    try:
        assert first.stdout is not None
        said = json.loads(first.stdout.readline())
        assert said == {"ready": f"https://127.0.0.1:{server.port}", "port": server.port}
        second = subprocess.run(words, capture_output=True, text=True, cwd=ROOT, check=False)
        assert (second.returncode, calm(second.stderr)) == (1, "hq.running")
    finally:
        first.terminate()
        first.communicate(timeout=30)
