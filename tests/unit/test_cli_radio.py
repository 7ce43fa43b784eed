"""A report as a text for the radio, and checking one, from the command line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from fieldapp import commands
from fieldapp.cli_radio import radio
from fieldapp.cli_support import Shell, run
from fieldapp.copying import CopyKind, note_copy
from fieldapp.mission.roster import Role
from fieldapp.protection import ReportSealed
from tests.support.alert import alert
from tests.support.fleet import carry, own_events, restriction
from tests.support.mission import PASSPHRASE, TickingClock, make_desk, make_mission

Verb = Callable[..., tuple[int, str, str]]


@pytest.fixture
def verb(capsys: pytest.CaptureFixture[str]) -> Verb:
    def called(*words: str) -> tuple[int, str, str]:
        status = run(radio, Shell(clock=TickingClock()), list(words))
        told = capsys.readouterr()
        return status, told.out, told.err

    return called


def unlocking(home: Path) -> list[str]:
    secret = home / "passphrase"
    secret.write_text(PASSPHRASE)
    return ["--home", str(home), "--passphrase-file", str(secret)]


def test_what_is_sent_is_checked_where_it_arrives(tmp_path: Path, verb: Verb) -> None:
    desk = make_desk(tmp_path / "home", make_mission())
    filed = commands.file_report(desk, restriction())
    desk.store.close()
    status, out, err = verb("text", filed.ref, "--json", *unlocking(desk.home))
    assert (status, err) == (0, "")
    told = json.loads(out)
    assert told["text"].startswith(f"{filed.ref} R0 / ")
    assert len(told["check"].split()) == 3
    taken = tmp_path / "taken.txt"
    taken.write_text(told["text"].lower())
    status, out, _ = verb("check", str(taken), "--home", str(tmp_path))
    assert status == 0
    assert "This is what was sent." in out
    taken.write_text(told["text"].replace(filed.ref, filed.ref[:-3] + "9" + filed.ref[-2:]))
    status, out, err = verb("check", str(taken), "--home", str(tmp_path), "--json")
    assert (status, out) == (1, "")
    assert json.loads(err)["error"] == "radio.altered"


@pytest.mark.parametrize("name", ["gone.txt", "."])
def test_a_file_that_cannot_be_read_is_named_so(tmp_path: Path, verb: Verb, name: str) -> None:
    status, out, _ = verb("check", str(tmp_path / name), "--home", str(tmp_path), "--json")
    assert status != 0
    assert out == ""


def test_what_is_sealed_is_neither_read_out_nor_copied(tmp_path: Path, verb: Verb) -> None:
    mission = make_mission()
    desk = make_desk(tmp_path / "home", mission)
    holder = make_desk(tmp_path / "cpa", mission, "Lt P", unit="HQ", seed=11)
    carry([mission.vouch(holder, Role.PROTECTION)], desk, mission)
    filed = commands.file_report(desk, alert())
    before = len(own_events(desk))
    with pytest.raises(ReportSealed):
        note_copy(desk, filed.report, CopyKind.PDF)
    assert len(own_events(desk)) == before, "nothing was signed"
    for one in (desk, holder):
        one.store.close()
    status, out, err = verb("text", filed.ref, "--json", *unlocking(desk.home))
    assert (status, out) == (1, "")
    assert json.loads(err)["error"] == "protected.sealed"
