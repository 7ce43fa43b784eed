"""The verbs about copies: what they say before and after going back to one."""

import json
from pathlib import Path

import pytest

from fieldapp import commands
from fieldapp.cli_support import Shell, run
from fieldapp.people import Desk
from fieldapp.store import snapshots
from fieldapp.store.database import FILE_NAME
from sync.field.snapshot_cli import snapshot
from sync.field.spool import Spool
from sync.receipt import sign_receipt
from tests.support.fleet import deliver, receipt_for, restriction
from tests.support.mission import PASSPHRASE, Mission, TickingClock, make_desk, make_mission, seeded

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def mission() -> Mission:
    return make_mission()


@pytest.fixture
def desk(tmp_path: Path, mission: Mission) -> Desk:
    found = make_desk(tmp_path / "home", mission)
    (tmp_path / "words").write_text(PASSPHRASE + "\n", "utf-8")
    commands.file_report(found, restriction())
    made = snapshots.make_snapshot(
        found.home, found.keys.database, found.store.clock, lambda: 2**40
    )
    assert made is not None
    return found


def verb(desk: Desk, *words: str) -> int:
    given = ["--home", str(desk.home), "--passphrase-file", str(desk.home.parent / "words")]
    return run(snapshot, Shell(clock=TickingClock(), entropy=seeded(5)), [*words, *given])


def spoil(desk: Desk) -> None:
    desk.store.close()
    path = desk.home / FILE_NAME
    raw = bytearray(path.read_bytes())
    raw[:8192] = bytes(8192)
    path.write_bytes(raw)


def test_the_list_says_how_much_and_as_on_when(desk: Desk, capsys: Captured) -> None:
    assert verb(desk, "list") == 0
    assert capsys.readouterr().out == "   1  2 records, as on 3 NOV 2026 10:00Z\n"
    assert verb(desk, "list", "--json") == 0
    (one,) = json.loads(capsys.readouterr().out)["snapshots"]
    assert one == {"number": 1, "records": 2, "at": "3 NOV 2026 10:00Z"}


def test_going_back_ends_with_what_was_brought_back(desk: Desk, capsys: Captured) -> None:
    spoil(desk)
    assert verb(desk, "restore", "--yes") == 0
    told = capsys.readouterr()
    assert "2 records brought back, as on 3 NOV 2026 10:00Z, each checked." in told.out
    assert "kept as vault.db.damaged-1" in told.out
    assert "drafts included, is not in it" in told.err
    assert "HQ holds" not in told.err


@pytest.mark.parametrize("where", ["store", "spool"])
def test_a_copy_behind_hq_is_told_before_anything_changes(
    desk: Desk, mission: Mission, capsys: Captured, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    """Known from the store where it can still be read, else from a receipt not yet taken in."""
    for _ in range(3):
        commands.file_report(desk, restriction())
    receipt = receipt_for(desk, 4)
    if where == "store":
        deliver(desk, mission, receipt)
        desk.store.close()
    else:
        spool = Spool(desk.home)
        spool.prepare()
        spool.add_receipt(sign_receipt(receipt, mission.receipt))
        spool.add_receipt(sign_receipt(receipt_for(desk, 5), mission.admin))
        spoil(desk)
    before = (desk.home / FILE_NAME).read_bytes()
    monkeypatch.setattr("click.confirm", lambda *_args, **_named: (_ for _ in ()).throw(Said()))
    with pytest.raises(Said):
        verb(desk, "restore")
    told = capsys.readouterr().err
    assert "HQ holds 2 records that this copy lacks" in told
    assert "nothing more goes to HQ under this name" in told
    assert ("still shows 3 records more" in told) == (where == "store")
    assert (desk.home / FILE_NAME).read_bytes() == before


class Said(Exception):
    """The person was asked."""


def test_a_number_that_is_not_there_changes_nothing(desk: Desk, capsys: Captured) -> None:
    desk.store.close()
    before = (desk.home / FILE_NAME).read_bytes()
    assert verb(desk, "restore", "7", "--yes") == 1
    told = capsys.readouterr().err
    assert "store.snapshot" in told
    assert "fieldapp snapshot list" in told
    assert (desk.home / FILE_NAME).read_bytes() == before


def test_no_is_no(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    spoil(desk)
    before = (desk.home / FILE_NAME).read_bytes()
    monkeypatch.setattr("builtins.input", lambda *_words: "n")
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda *_words: "n")
    assert verb(desk, "restore") == 1
    assert (desk.home / FILE_NAME).read_bytes() == before
    assert not list(desk.home.glob("*damaged*"))
