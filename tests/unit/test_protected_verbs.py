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
from tests.support.scenarios import scenario

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


def test_the_verb_refuses_words_that_lead_to_a_person_and_every_photo(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mission = make_mission()
    desk = make_desk(tmp_path / "home", mission)
    holder = make_desk(tmp_path / "cpa", mission, "Lt P", unit="HQ", seed=11)
    carry([mission.vouch(holder, Role.PROTECTION)], desk, mission)
    for one in (desk, holder):
        one.store.close()
    secret, answers = tmp_path / "secret", tmp_path / "answers.json"
    secret.write_text(PASSPHRASE)

    def file(narrative: str, *more: str) -> tuple[int, str, str]:
        given = dict(scenario("15-disclosure-to-a-patrol")["answers"])
        answers.write_text(json.dumps({**given, "facts": {"narrative": narrative}}))
        words = ["file", "--form", "protection", "--answers", str(answers), *more]
        ours = ["--home", str(desk.home), "--passphrase-file", str(secret), "--json"]
        status = run(report, Shell(), [*words, *ours])
        told = capsys.readouterr()
        return status, told.out, told.err

    status, out, err = file("Her name is Nyakim, call 0912345678.")
    assert (status, out) == (1, "")
    assert '"form.guarded"' in err
    assert "/data/facts/narrative: This may be" in err
    assert "Nyakim" not in err
    picture = tmp_path / "face.jpg"
    picture.write_bytes(b"\xff\xd8\xff\xe0")
    status, _, err = file("A woman asks for help.", "--photo", str(picture))
    assert (status, '"protected.photos"' in err) == (1, True)
    status, out, _ = file("A woman asks for help.")
    assert (status, "-PROT-" in out) == (0, True)
