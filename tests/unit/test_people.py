"""Letting people in: whatever moment the power fails at, they are in afterwards or they are not."""

import json
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from fieldapp import people
from fieldapp.cli_support import Shell, run
from fieldapp.clock import system_entropy
from fieldapp.event.kinds import Kind
from fieldapp.mission.installation import install_mission
from fieldapp.people import open_desk
from fieldapp.store import database, journal, reads
from fieldapp.store.errors import StoreMissing
from fieldapp.vault.errors import VaultDamaged
from fieldapp.vault.slots import Vault
from sync.field import cli as field_cli
from sync.field import enrol
from sync.field.spool import Spool
from tests.support.fleet import own_events
from tests.support.mission import CHEAP, PASSPHRASE, TickingClock, make_desk, make_mission
from ui.verbs import group


class PowerCut(Exception):
    """The machine went off."""


def power_cut(*_arguments: object, **_options: object) -> Any:
    raise PowerCut


@pytest.fixture
def power_fails(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Right after the key file was written."""

    monkeypatch.setattr(people, "open_store", power_cut)
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
    power_fails.setattr(people, "open_store", power_cut)
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


@pytest.mark.parametrize("moment", ["store begun", "before the mark", "before the first event"])
def test_a_store_whose_making_was_cut_off_is_made_whole(
    tmp_path: Path, moment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    match moment:
        case "store begun":
            monkeypatch.setattr(database, "_prepare", power_cut)
        case "before the mark":
            monkeypatch.setattr(Vault, "note_store", power_cut)
        case _:
            monkeypatch.setattr(journal, "open_stream", power_cut)
    with pytest.raises(PowerCut):
        make_desk(tmp_path, make_mission(), "Capt A")
    assert (tmp_path / database.FILE_NAME).exists()
    monkeypatch.undo()
    for _ in range(2):
        desk = opened(tmp_path, 0)
        with desk.store:
            assert len(own_events(desk)) == 1


def drop(path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def only_the_first_page(path: Path) -> None:
    """As when the file of late writes is thrown away before it was folded in."""
    key = Vault(path.parent, system_entropy).unlock(slot_of(path.parent), PASSPHRASE).database
    drop(path)
    connection = database.connect(path, key)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()


def slot_of(home: Path) -> str:
    return Vault(home, system_entropy).slots()[0].id


@pytest.mark.parametrize("lose", [drop, lambda path: path.write_bytes(b""), only_the_first_page])
def test_a_lost_store_is_never_taken_for_a_new_laptop(
    tmp_path: Path, lose: Callable[[Path], object]
) -> None:
    make_desk(tmp_path, make_mission(), "Capt A").store.close()
    lose(tmp_path / database.FILE_NAME)
    before = contents(tmp_path)
    for _ in range(2):
        with pytest.raises(StoreMissing):
            opened(tmp_path, 0)
    assert contents(tmp_path) == before


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_store_of_an_older_version_is_noted_when_it_is_opened(tmp_path: Path) -> None:
    """Its key file does not say yet that there is one."""
    make_desk(tmp_path, make_mission(), "Capt A").store.close()
    path = tmp_path / "vault.json"
    document = json.loads(path.read_bytes())
    del document["store"]
    path.write_text(json.dumps(document))
    opened(tmp_path, 0).store.close()
    drop(tmp_path / database.FILE_NAME)
    with pytest.raises(StoreMissing):
        opened(tmp_path, 0)


@pytest.mark.skipif(os.name != "posix", reason="no such rights here")
def test_files_are_for_their_owner_alone(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        desk = make_desk(tmp_path / "home", make_mission(), "Capt A")
        with desk.store:
            spool = Spool(desk.home)
            enrol.ask_to_be_let_in(desk, "7K2MX-4PQ9D", spool)
            spool.put("4-1793700000-00000000.ufr", b"frame")
            found = [tmp_path / "home", *(tmp_path / "home").rglob("*")]
            modes = {path: stat.S_IMODE(path.stat().st_mode) for path in found}
    finally:
        os.umask(before)
    assert len(found) > 8
    assert {path: oct(mode) for path, mode in modes.items() if mode & 0o077} == {}


@pytest.mark.parametrize("content", [b"", b"zz\n", b"\xff\xfe", b"00ff\n"])
def test_a_damaged_token_for_sending_is_told(tmp_path: Path, content: bytes) -> None:
    desk = make_desk(tmp_path, make_mission(), "Capt A")
    (tmp_path / people.PUSH_TOKEN_FILE).write_bytes(content)
    with desk.store, pytest.raises(people.PushTokenDamaged):
        people.push_token(tmp_path, system_entropy)


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


def test_a_made_passphrase_is_shown_once_and_typed_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    mission_file = tmp_path / "mission.profile"
    mission_file.write_bytes(make_mission().file)
    home = tmp_path / "home"
    monkeypatch.setattr(field_cli, "choose_cost", lambda: CHEAP)
    words = ["enrol", "--profile", os.fspath(mission_file), "--code", "7K2MX-4PQ9D", "--unit"]
    words += ["TS7", "--name", "Capt A", "--home", str(home), "--generate"]
    assert run(group, Shell(), words) == 1, "standard error is no terminal here"
    assert "error cli.no-terminal" in capsys.readouterr().err
    assert not (home / "vault.json").exists()

    shown: list[str] = []
    typed = iter(["not that", None])

    def read(_prompt: str, **_options: object) -> str:
        return next(typed) or shown[0].splitlines()[2].strip()

    monkeypatch.setattr("click.termui.hidden_prompt_func", read)
    assert run(group, Shell(show=shown.append), words) == 0
    (made,) = (shown[0].splitlines()[2].strip(),)
    kept = capsys.readouterr()
    assert len(made.split()) == 5
    assert made not in kept.out + kept.err
    vault = Vault(home, system_entropy)
    vault.unlock(vault.slots()[0].id, made)
