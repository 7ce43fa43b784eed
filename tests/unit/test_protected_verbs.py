"""Protected reports by verbs: filed, shown without their words, and left as they are."""

import json
from pathlib import Path

import pytest

from fieldapp.cli import report
from fieldapp.cli_support import Shell, run
from fieldapp.forms.catalog import install_pack
from fieldapp.mission.packs import Pack, PackKind, write_pack
from fieldapp.mission.roster import Role
from tests.support.alert import FORM, NARRATIVE, PLACE, alert_xml
from tests.support.fleet import carry
from tests.support.mission import PASSPHRASE, make_desk, make_mission

ANSWERS = {"where": {"place": PLACE}, "facts": {"narrative": NARRATIVE}}


def test_a_verb_shows_that_it_is_sealed_and_changes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mission = make_mission()
    desk = make_desk(tmp_path / "home", mission)
    holder = make_desk(tmp_path / "cpa", mission, "Lt P", unit="HQ", seed=11)
    pack = Pack(PackKind.FORMS, 1, {f"{FORM}.xml": alert_xml()})
    install_pack(desk.home, write_pack(pack, mission.admin), mission.profile.admin)
    carry([mission.vouch(holder, Role.PROTECTION)], desk, mission)
    for one in (desk, holder):
        one.store.close()
    secret, answers = tmp_path / "secret", tmp_path / "answers.json"
    secret.write_text(PASSPHRASE)
    answers.write_text(json.dumps(ANSWERS))

    def verb(*words: str, plain: bool = False) -> tuple[int, str, str]:
        ours = ["--home", str(desk.home), "--passphrase-file", str(secret)]
        ours += [] if plain else ["--json"]
        status = run(report, Shell(), [*words, *ours])
        told = capsys.readouterr()
        return status, told.out, told.err

    status, out, err = verb("file", "--form", FORM, "--answers", str(answers))
    assert status == 0, err
    ref = json.loads(out)["ref"]
    status, out, _ = verb("show", ref)
    shown = json.loads(out)
    assert (shown["report"]["protected"], shown["answers"], shown["files"]) == (True, {}, [])
    assert NARRATIVE not in out
    assert "Sealed: only protection officers" in verb("show", ref, plain=True)[1]
    status, _, err = verb("amend", ref, "--answers", str(answers), "--reason", "GRID")
    assert (status, json.loads(err)["error"]) == (1, "protected.sealed")
