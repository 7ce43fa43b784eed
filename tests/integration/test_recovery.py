"""A forgotten passphrase from end to end: real verbs of both sides, a real HQ, real files."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from fieldapp.clock import SystemClock, system_entropy
from fieldapp.commands import file_report
from fieldapp.mission.installation import mission_of
from fieldapp.people import Desk, open_desk
from fieldapp.store import drafts, journal
from fieldapp.store.drafts import Draft
from fieldapp.vault.slots import Vault
from sync.hq.app import open_hq
from tests.support.fleet import restriction
from tests.support.hq import Hq, running_hq
from tests.support.mission import PASSPHRASE

NEW = "harbour velvet onion clock"
CUSTODIANS = {
    "Maj A": "dune lantern copper rain",
    "Lt Col B": "seven quiet herons walk",
    "Ms C": "marble otter violet thunder",
}
_FIELD = (sys.executable, "-m", "ui.main")


class Field:
    """The verbs of one laptop."""

    def __init__(self, folder: Path) -> None:
        self.home, self._folder = folder / "laptop", folder

    def secret(self, words: str) -> str:
        path = self._folder / f"words-{abs(hash(words))}"
        path.write_text(words)
        return str(path)

    def verb(self, *words: str, fails: str = "") -> Any:
        """What a verb says in JSON; ``fails`` is the code of the error it must end with."""
        done = subprocess.run(
            [*_FIELD, *words, "--home", str(self.home), "--json"],
            capture_output=True,
            text=True,
            timeout=300,
            env=os.environ,
            stdin=subprocess.DEVNULL,
        )
        if fails:
            assert done.returncode == 1, done.stdout
            assert json.loads(done.stderr.splitlines()[-1])["error"] == fails
            return None
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def desk(self, passphrase: str) -> Desk:
        vault = Vault(self.home, system_entropy)
        keys = vault.unlock(vault.slots()[0].id, passphrase)
        return open_desk(self.home, keys, clock=SystemClock(), entropy=system_entropy)


def appointed(hq: Hq, field: Field, out: Path) -> list[str]:
    """Three custodians; their files."""
    named = [word for name in CUSTODIANS for word in ("--custodian", name)]
    words = [w for text in CUSTODIANS.values() for w in ("--passphrase-file", field.secret(text))]
    return list(hq.ask("recovery", "init", *named, *words, "--out", str(out))["files"])


def test_the_whole_way(tmp_path: Path) -> None:
    field = Field(tmp_path)
    secret, new = field.secret(PASSPHRASE), field.secret(NEW)
    with running_hq(tmp_path) as hq:
        enrol = ("enrol", "--profile", str(hq.profile_path), "--person", "Capt A")
        enrol = (*enrol, "--unit", "TS7", "--device", "test", "--passphrase-file", secret)
        field.verb(*enrol, "--code", hq.code("Capt A"))
        sync = ("sync", "--person", "Capt A", "--passphrase-file")
        field.verb(*sync, secret)
        hq.approve_all()
        field.verb("recovery", "request", str(tmp_path), fails="recovery.none")

        files = appointed(hq, field, tmp_path / "custody")
        assert len(files) == 3
        assert not any(path.suffix == ".key" and "recov" in path.name for path in _all(hq.folder))
        assert field.verb("mission", str(hq.profile_path))["version"] == 2
        desk = field.desk(PASSPHRASE)
        with desk.store:
            drafts.save_draft(desk.store, desk.sealer, Draft("d1", "incident", "1", {"w": "x"}))
            file_report(desk, restriction())

        asked = field.verb("recovery", "request", str(tmp_path / "help.request"))
        offline = _opened_without_hq(hq, field, files, asked, tmp_path / "help.answer")
        assert offline["recorded"] is False
        code = hq.code("Capt A")
        finish = ("recovery", "finish", offline["path"], "--code", code, "--passphrase-file")
        field.verb(*finish, field.secret("1234"), fails="vault.weak")
        field.verb(*finish, new)
        field.verb(*finish, new, fails="recovery.not-asked")
        field.verb(*sync, secret, fails="vault.passphrase")
        field.verb(*sync, new)
        (waits,) = hq.approve_all()
        assert waits["person"] == "Capt A"
        said = field.verb(*sync, new)
        assert (said["records"], said["admission"]) == (0, "in"), said
        desk = field.desk(NEW)
        with desk.store:
            assert [each.answers for each in drafts.load_drafts(desk.store, desk.sealer)] == [
                {"w": "x"}
            ]
            assert desk.vouched()
            assert journal.pending(desk.store) == []
        hq.ask("recovery", "record", asked["path"], "--custodian", "Maj A", "--custodian", "Ms C")
        _check_log(hq, ["Maj A", "Ms C"])


def _opened_without_hq(
    hq: Hq, field: Field, files: list[str], asked: dict[str, str], out: Path
) -> Any:
    """What HQ's verb says on a computer on which there is no HQ."""
    nowhere = Hq(hq.folder.with_name("none"), 0)
    pair = ("--custodian", files[0], "--custodian", files[2])
    words = [field.secret(CUSTODIANS[name]) for name in ("Maj A", "Ms C")]
    verb = ("recovery", "open", asked["path"], *pair, "--out", str(out), "--json")
    good = ("--passphrase-file", words[0], "--passphrase-file", words[1])
    wrong = ("--passphrase-file", words[1], "--passphrase-file", words[0])
    spoken = ("--fingerprint", asked["fingerprint"])
    for arguments, error in (
        ((*good, "--fingerprint", "0000 0000"), "hq.recovery-compared"),
        ((*wrong, *spoken), "recovery.passphrase"),
    ):
        done = nowhere.cli(*verb, *arguments, check=False)
        assert done.returncode == 1
        assert json.loads(done.stderr.splitlines()[-1])["error"] == error
        assert not out.exists()
    done = nowhere.cli(*verb, *good, *spoken)
    assert "UNMIZ" in done.stderr
    assert asked["fingerprint"] in done.stderr
    return json.loads(done.stdout)


def _check_log(hq: Hq, names: list[str]) -> None:
    """HQ's own stream says who opened which laptop, and nothing secret."""
    with open_hq(hq.folder) as opened, opened.store.reading() as tx:
        (row,) = tx.events.of_kind(opened.keys.admin.stream, 19)
    content = row.event.content()
    assert content is not None
    assert content["by"] == names
    assert set(content) == {"v", "what", "vault", "slot", "by"}


def _all(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_it_is_recorded_at_once_where_hq_is_at_hand(tmp_path: Path) -> None:
    field = Field(tmp_path)
    with running_hq(tmp_path, serve=False) as hq:
        files = appointed(hq, field, tmp_path / "custody")
        again = hq.cli(
            *("recovery", "init", "--custodian", "A", "--custodian", "B", "--out"),
            str(tmp_path / "custody"),
            *("--passphrase-file", field.secret(NEW)) * 2,
            check=False,
        )
        assert "file.taken" in again.stderr
        enrol = ("enrol", "--profile", str(hq.profile_path), "--person", "Capt A", "--unit", "TS7")
        secret = field.secret(PASSPHRASE)
        field.verb(*enrol, "--code", hq.code("Capt A"), "--passphrase-file", secret)
        assert mission_of(field.home).version == 2
        asked = field.verb("recovery", "request", str(tmp_path))
        verb = ["recovery", "open", asked["path"], "--home", str(hq.folder), "--out", str(tmp_path)]
        for file in files[1:]:
            verb += ["--custodian", file]
        for name in ("Lt Col B", "Ms C"):
            verb += ["--passphrase-file", field.secret(CUSTODIANS[name])]
        done = hq.cli(*verb, "--fingerprint", asked["fingerprint"], "--json")
        assert json.loads(done.stdout)["recorded"] is True
        _check_log(hq, ["Lt Col B", "Ms C"])


@pytest.mark.parametrize("number", [1, 3])
def test_it_takes_two_files(tmp_path: Path, number: int) -> None:
    file = tmp_path / "file"
    file.write_text("{}")
    nowhere = Hq(tmp_path / "none", 0)
    given = [word for _ in range(number) for word in ("--custodian", str(file))]
    done = nowhere.cli(
        "recovery", "open", str(file), *given, "--out", str(tmp_path / "out"), check=False
    )
    assert done.returncode == 2
