"""Letting people in: whatever moment the power fails at, they are in afterwards or they are not."""

import os
from pathlib import Path

import pytest

from fieldapp import people
from fieldapp.cli_support import Shell, run
from fieldapp.clock import system_entropy
from fieldapp.event.kinds import Kind
from fieldapp.mission.installation import install_mission
from fieldapp.people import open_desk
from fieldapp.store import reads
from fieldapp.vault.errors import VaultDamaged
from fieldapp.vault.slots import Vault
from sync.field import cli as field_cli
from sync.field import enrol
from tests.support.fleet import own_events
from tests.support.mission import CHEAP, PASSPHRASE, TickingClock, make_desk, make_mission
from ui.verbs import group


class PowerCut(Exception):
    """The machine went off."""


@pytest.fixture
def power_fails(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Right after the key file was written."""

    def cut(*_arguments: object) -> None:
        raise PowerCut

    monkeypatch.setattr(people, "open_store", cut)
    return monkeypatch


def opened(home: Path, number: int) -> people.Desk:
    vault = Vault(home, system_entropy)
    keys = vault.unlock(vault.slots()[number].id, PASSPHRASE)
    return open_desk(home, keys, clock=TickingClock(), entropy=system_entropy)


def test_the_first_person_is_in_after_a_power_cut(
    tmp_path: Path, power_fails: pytest.MonkeyPatch
) -> None:
    with pytest.raises(PowerCut):
        make_desk(tmp_path, make_mission(), "Capt A", laptop=3)
    power_fails.undo()
    for _ in range(2):
        desk = opened(tmp_path, 0)
        with desk.store:
            (genesis,) = own_events(desk)
            assert genesis.head.kind == Kind.GENESIS
            content = genesis.content()
            assert content is not None
            assert (content["person"], content["unit"], content["device"]) == (
                "Capt A",
                "TS7",
                "test laptop",
            )
            assert desk.unit() == "TS7"
            assert desk.store.setting("laptop") == "3"


def test_the_second_person_is_in_after_a_power_cut(
    tmp_path: Path, power_fails: pytest.MonkeyPatch
) -> None:
    power_fails.undo()
    first = make_desk(tmp_path, mission := make_mission(), "Capt A")
    first.store.close()
    power_fails.setattr(people, "open_store", lambda *_: (_ for _ in ()).throw(PowerCut()))
    with pytest.raises(PowerCut):
        make_desk(tmp_path, mission, "Lt B", seed=8, by=first)
    power_fails.undo()
    with opened(tmp_path, 0).store as store:
        assert reads.count(store, reads.ReportFilter()) == 0
    second = opened(tmp_path, 1)
    with second.store:
        assert [event.head.kind for event in own_events(second)][-1] == Kind.GENESIS
        assert second.unit() == "TS7"
        assert second.store.setting("laptop") == "0", "the laptop's own number stays"


def test_a_key_file_that_does_not_say_who_is_told(tmp_path: Path) -> None:
    install_mission(tmp_path, make_mission().file)
    keys = Vault(tmp_path, system_entropy).create("Capt A", PASSPHRASE, CHEAP)
    with pytest.raises(VaultDamaged):
        open_desk(tmp_path, keys, clock=TickingClock(), entropy=system_entropy)


def test_a_new_passphrase_keeps_what_the_key_file_says(tmp_path: Path) -> None:
    make_desk(tmp_path, make_mission(), "Capt A").store.close()
    vault = Vault(tmp_path, system_entropy)
    keys = vault.unlock(vault.slots()[0].id, PASSPHRASE)
    before = vault.about(keys)
    vault.change_passphrase(keys, "seven quiet herons walk", CHEAP)
    assert vault.about(keys) == before != {}


def test_somebody_who_is_in_asks_again_with_another_code(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first code was mistyped or too old, or the power failed before it was kept."""
    mission_file = tmp_path / "mission.profile"
    mission_file.write_bytes(make_mission().file)
    secret = tmp_path / "secret"
    secret.write_text(PASSPHRASE)
    home = tmp_path / "home"
    monkeypatch.setattr(field_cli, "choose_cost", lambda: CHEAP)

    def ask(code: str) -> int:
        words = ["enrol", "--profile", os.fspath(mission_file), "--code", code, "--unit", "TS7"]
        about = ["--name", "Capt A", "--home", str(home), "--passphrase-file", str(secret)]
        return run(group, Shell(), [*words, *about])

    assert ask("7K2MX-4PQ9D") == 0
    assert ask("7K2MX-4PQ9E") == 0
    assert capsys.readouterr().out.count("Capt A can write reports now.") == 2
    assert len(Vault(home, system_entropy).slots()) == 1
    desk = opened(home, 0)
    with desk.store:
        assert enrol.code_of(desk.store, desk.stream) == "7K2MX4PQ9E"
        assert len(own_events(desk)) == 1
