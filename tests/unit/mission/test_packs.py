"""Packs: signed by HQ alone, tried before use, never taken back to an older edition."""

import json
import re
from pathlib import Path

import pytest

from fieldapp.event.signing import StreamKey
from fieldapp.forms.catalog import (
    PACK_FOLDER,
    UnknownForm,
    install_pack,
    installed_packs,
    open_catalog,
)
from fieldapp.forms.errors import FormRefused
from fieldapp.forms.library import library_forms
from fieldapp.mission.codes import CodesRefused, default_codes
from fieldapp.mission.packs import Pack, PackKind, PackNotice, PackOutdated, read_pack, write_pack
from fieldapp.mission.signed import BadMissionFile
from fieldapp.units import Sha256
from tests.support.mission import make_mission

MISSION = make_mission()
ADMIN = MISSION.admin.public
INCIDENT = library_forms()["incident"]
NEWER = INCIDENT.replace(b"<h:title>Incident</h:title>", b"<h:title>Incident (June)</h:title>")


def forms(version: int, content: bytes = NEWER, key: StreamKey = MISSION.admin) -> bytes:
    return write_pack(Pack(PackKind.FORMS, version, {"incident.xml": content}), key)


def title(home: Path) -> str:
    return open_catalog(home, ADMIN).form("incident").title


def test_what_was_packed_is_read_again() -> None:
    files = {
        "incident.xml": INCIDENT,
        "gate.jpg": b"\xff\xd8\xff\x00",
        "names.csv": "Ghāt".encode(),
    }
    pack = Pack(PackKind.FORMS, 7, files)
    assert read_pack(write_pack(pack, MISSION.admin), ADMIN) == pack


def test_a_newer_form_is_used_and_its_elders_stay(tmp_path: Path) -> None:
    assert title(tmp_path) == "Incident"
    install_pack(tmp_path, forms(1), ADMIN)
    install_pack(tmp_path, forms(2, INCIDENT.replace(b">Incident<", b">Event<", 1)), ADMIN)
    assert title(tmp_path) == "Event"
    names = sorted(path.name for path in (tmp_path / PACK_FOLDER).iterdir())
    assert names == ["forms-000001.pack", "forms-000002.pack"]


@pytest.mark.parametrize("version", [1, 2])
def test_an_older_edition_never_comes_back(tmp_path: Path, version: int) -> None:
    install_pack(tmp_path, forms(2), ADMIN)
    with pytest.raises(PackOutdated):
        install_pack(tmp_path, forms(version, INCIDENT), ADMIN)
    assert title(tmp_path) == "Incident (June)"


def test_only_hq_signs_packs(tmp_path: Path) -> None:
    with pytest.raises(BadMissionFile):
        install_pack(tmp_path, forms(1, key=MISSION.receipt), ADMIN)
    changed = forms(1).replace(b"(June)", b"(July)")
    with pytest.raises(BadMissionFile):
        install_pack(tmp_path, changed, ADMIN)
    assert not (tmp_path / PACK_FOLDER).exists()


@pytest.mark.parametrize(
    "content",
    [INCIDENT[: len(INCIDENT) // 2], b"<html/>", library_forms()["restriction"]],
    ids=["cut", "no form", "another form under this name"],
)
def test_a_form_that_cannot_be_used_leaves_everything_as_it_was(
    tmp_path: Path, content: bytes
) -> None:
    install_pack(tmp_path, forms(1), ADMIN)
    with pytest.raises(FormRefused):
        install_pack(tmp_path, forms(2, content), ADMIN)
    assert title(tmp_path) == "Incident (June)"
    assert installed_packs(tmp_path, ADMIN).version(PackKind.FORMS) == 1


def test_code_lists_replace_those_in_the_forms(tmp_path: Path) -> None:
    lists = {
        name: {
            "title": {"en": default_codes().title(name, "en")},
            "items": [
                {"name": item.name, "label": dict(item.labels), **item.columns}
                for item in default_codes().items(name)
            ],
        }
        for name in default_codes().names()
    }
    lists["c12"]["items"].append({"name": "TYPO", "label": {"en": "A typing error"}})
    raw = json.dumps({"version": "2", "lists": lists}).encode()
    install_pack(
        tmp_path, write_pack(Pack(PackKind.CODES, 1, {"c.json": raw}), MISSION.admin), ADMIN
    )
    catalog = open_catalog(tmp_path, ADMIN)
    assert catalog.codes.label("c12", "TYPO", "en") == "A typing error"
    assert catalog.packs.version(PackKind.CODES) == 1
    bad = write_pack(Pack(PackKind.CODES, 2, {"c.json": raw[:-9]}), MISSION.admin)
    with pytest.raises(CodesRefused):
        install_pack(tmp_path, bad, ADMIN)


def versioned(version: str) -> bytes:
    found = re.sub(rb'(<data [^>]*version=")[^"]*', rb"\g<1>" + version.encode(), NEWER, count=1)
    assert found != NEWER
    return found


def test_a_report_is_shown_with_the_version_it_was_written_with(tmp_path: Path) -> None:
    delivered = open_catalog(tmp_path, ADMIN).form("incident").version
    install_pack(tmp_path, forms(1, versioned("june")), ADMIN)
    install_pack(tmp_path, forms(2, versioned("july")), ADMIN)
    catalog = open_catalog(tmp_path, ADMIN)
    for version in (delivered, "june", "july"):
        assert catalog.form_of("incident", version).version == version
    assert catalog.form_of("incident", "") is catalog.form("incident")
    assert catalog.form_of("incident", "lost") is catalog.form("incident")
    assert catalog.form_of("incident", "june") is catalog.form_of("incident", "june")
    with pytest.raises(UnknownForm):
        catalog.form_of("nothing", "june")


def test_an_edition_that_comes_late_is_for_the_reports_written_with_it(tmp_path: Path) -> None:
    install_pack(tmp_path, forms(2, versioned("july")), ADMIN)
    install_pack(tmp_path, forms(1, versioned("june")), ADMIN, earlier=True)
    catalog = open_catalog(tmp_path, ADMIN)
    assert catalog.form("incident").version == "july"
    assert catalog.form_of("incident", "june").version == "june"
    with pytest.raises(PackOutdated):
        install_pack(tmp_path, forms(1, versioned("june")), ADMIN, earlier=True)


def test_a_pack_that_was_damaged_on_disk_is_left_out_and_named(tmp_path: Path) -> None:
    install_pack(tmp_path, forms(1), ADMIN)
    path = tmp_path / PACK_FOLDER / "forms-000001.pack"
    path.write_bytes(path.read_bytes()[:-100])
    found = installed_packs(tmp_path, ADMIN)
    assert (found.packs, found.unfit) == ((), ("forms-000001.pack",))
    assert title(tmp_path) == "Incident"
    install_pack(tmp_path, forms(1), ADMIN)
    assert title(tmp_path) == "Incident (June)"


NOTICE = PackNotice(PackKind.FORMS, 3, Sha256(bytes(32)), 77)


def test_a_notice_is_read_as_it_was_written() -> None:
    assert PackNotice.read(NOTICE.content()) == NOTICE


@pytest.mark.parametrize(
    "change",
    [
        {"pack": "maps"},
        {"version": 0},
        {"version": 1_000_000},
        {"sha": "00"},
        {"sha": "zz" * 32},
        {"size": 0},
        {"size": True},
        {"size": "77"},
        {"sha": None},
    ],
    ids=str,
)
def test_a_notice_of_another_form_is_none(change: dict[str, object]) -> None:
    assert PackNotice.read({**NOTICE.content(), **change}) is None
