"""Who gets in, from the command line."""

import json
from pathlib import Path

import pytest

from fieldapp import cli_people
from fieldapp.cli_support import Shell, run
from fieldapp.clock import system_entropy
from fieldapp.store import drafts
from fieldapp.store.drafts import Draft
from fieldapp.vault.errors import WrongPassphrase
from fieldapp.vault.slots import Vault
from tests.support.mission import CHEAP, PASSPHRASE, make_desk, make_mission
from ui.verbs import group

OTHER = "seven quiet herons walk"


class Laptop:
    """A laptop of two, and what a verb says on it."""

    def __init__(self, home: Path, secrets: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.home, self._secrets, self._capsys = home, secrets, capsys
        a = make_desk(home, make_mission(), "Capt A")
        b = make_desk(home, make_mission(), "Lt B", seed=8, by=a)
        drafts.save_draft(b.store, b.sealer, Draft("d1", "incident", "1"))
        b.store.close()
        a.store.close()

    def secret(self, words: str) -> str:
        path = self._secrets / "secret"
        path = path.with_name(f"secret{len(list(self._secrets.iterdir()))}")
        path.write_text(words)
        return str(path)

    def say(self, *words: str) -> tuple[int, str, str]:
        status = run(group, Shell(), ["people", *words, "--home", str(self.home), "--json"])
        said = self._capsys.readouterr()
        return status, said.out, said.err

    def vault(self) -> Vault:
        return Vault(self.home, system_entropy)


@pytest.fixture
def laptop(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Laptop:
    monkeypatch.setattr(cli_people, "choose_cost", lambda: CHEAP)
    (tmp_path / "secrets").mkdir()
    return Laptop(tmp_path / "home", tmp_path / "secrets", capsys)


def test_the_names_need_no_passphrase(laptop: Laptop) -> None:
    status, out, _ = laptop.say("list")
    assert (status, json.loads(out)) == (0, {"people": ["Capt A", "Lt B"]})


def test_another_passphrase_and_another_key(laptop: Laptop) -> None:
    vault = laptop.vault()
    slot = vault.slots()[0].id
    before = vault.unlock(slot, PASSPHRASE).database
    old, new = laptop.secret(PASSPHRASE), laptop.secret(OTHER)
    words = ("passphrase", "--person", "Capt A", "--passphrase-file", old)
    status, out, _ = laptop.say(*words, "--new-passphrase-file", new, "--may-be-known")
    assert (status, json.loads(out)) == (0, {"renewed": True})
    with pytest.raises(WrongPassphrase):
        vault.unlock(slot, PASSPHRASE)
    assert vault.unlock(slot, OTHER).database != before


def test_a_colleague_goes_once_their_drafts_were_thought_of(laptop: Laptop) -> None:
    words = ("remove", "lt b", "--person", "Capt A", "--passphrase-file")
    secret = laptop.secret(PASSPHRASE)
    status, _, err = laptop.say(*words, secret)
    assert status == 1
    assert "1 drafts of Lt B" in err
    assert json.loads(err.splitlines()[-1])["error"] == "people.drafts"
    assert len(laptop.vault().slots()) == 2
    status, out, _ = laptop.say(*words, secret, "--drafts-too")
    assert (status, json.loads(out)) == (0, {"removed": "Lt B", "drafts_deleted": 1})
    assert [slot.label for slot in laptop.vault().slots()] == ["Capt A"]
