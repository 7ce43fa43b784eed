"""A form's way from the table that somebody wrote to what laptops use."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from fieldapp.forms.catalog import Installed, catalog_of
from fieldapp.forms.errors import FormRefused
from fieldapp.mission.packs import PackKind, read_pack
from sync.hq import packs
from sync.hq.app import Hq
from sync.hq.authoring import check_new, read_table
from sync.hq.cli import hq as hq_verbs
from sync.hq.errors import TableRefused

MARKET = """
| survey |
| | type | name | label | relevant |
| | text | seller | Seller | |
| | integer | stalls | Stalls | ${seller} != '' |
| settings |
| | form_id | version | form_title |
| | market | 1 | Market |
"""


def written(folder: Path, text: str, name: str = "market.md") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def refusal(folder: Path, text: str, name: str = "market.md") -> str:
    with pytest.raises(TableRefused) as caught:
        read_table(written(folder, text, name), {})
    return caught.value.message


def test_a_table_becomes_a_form(tmp_path: Path) -> None:
    found = read_table(written(tmp_path, MARKET), {})
    assert (found.file_name, found.form.version, found.questions) == ("market.xml", "1", 2)
    again = written(tmp_path, found.xml.decode(), "market.xml")
    assert read_table(again, {}).xml == found.xml
    table = "survey,,,\n,type,name,label\n,text,a,A\nsettings,,,\n,form_id,version,\n,m,2,\n"
    assert read_table(written(tmp_path, table, "m.csv"), {}).form.form_id == "m"


def test_mistakes_are_told_with_their_row(tmp_path: Path) -> None:
    said = refusal(tmp_path, MARKET.replace("${seller}", "${buyer}"))
    assert said.startswith("Row 3: ")
    assert "buyer" in said
    assert "row :" not in said
    assert "form_id" in refusal(tmp_path, MARKET.partition("| settings")[0])
    assert "version" in refusal(tmp_path, MARKET.replace("| 1 |", "| |"))
    assert "form id" in refusal(tmp_path, MARKET.replace("| market |", "| the market |"))
    assert "no table" in refusal(tmp_path, "hello")
    assert "none of" in refusal(tmp_path, MARKET, "market.txt")
    (tmp_path / "odd.csv").write_bytes(b"\xff\xfe")
    with pytest.raises(TableRefused, match="UTF-8"):
        read_table(tmp_path / "odd.csv", {})
    with pytest.raises(FormRefused, match="magic"):
        read_table(written(tmp_path, MARKET.replace("${seller} != ''", "magic()")), {})


def test_a_list_beside_the_form_travels_with_it(tmp_path: Path, hq: Hq) -> None:
    table = MARKET.replace("| text | seller", "| select_one_from_file towns.csv | seller")
    with pytest.raises(FormRefused, match=r"towns\.csv"):
        read_table(written(tmp_path, table), {})
    towns = {"towns.csv": b"name,label\ng,Ghat\n"}
    found = read_table(written(tmp_path, table), towns)
    packs.publish(hq, PackKind.FORMS, {**towns, found.file_name: found.xml})
    form = packs.catalog(hq).form("market")
    assert [row.value() for row in form.instances["towns"].elements()[0].elements()] == ["gGhat"]


def test_a_version_is_published_once(tmp_path: Path, hq: Hq) -> None:
    for version in ("1", "2"):
        found = read_table(written(tmp_path, MARKET.replace("| 1 |", f"| {version} |")), {})
        check_new(found, packs.catalog(hq))
        packs.publish(hq, PackKind.FORMS, {found.file_name: found.xml})
    out = packs.catalog(hq)
    assert out.versions("market") == ("2", "1")
    first = read_table(written(tmp_path, MARKET), {})
    with pytest.raises(TableRefused, match="out already"):
        check_new(first, out)


def test_the_verb_says_what_laptops_will_have(tmp_path: Path) -> None:
    done = CliRunner().invoke(hq_verbs, ["form", "check", "--json", str(written(tmp_path, MARKET))])
    value = json.loads(done.output)
    assert (value["form"], value["questions"], value["warnings"]) == ("market", 2, [])


def test_the_newest_edition_holds_every_form_that_is_out(tmp_path: Path, hq: Hq) -> None:
    """A laptop that joins late fetches the newest edition only."""
    ferry = MARKET.replace("| market |", "| ferry |")
    for number, table in enumerate((MARKET, ferry, MARKET.replace("| 1 |", "| 2 |"))):
        folder = tmp_path / str(number)
        folder.mkdir()
        found = read_table(written(folder, table), {})
        done = packs.publish(hq, PackKind.FORMS, {found.file_name: found.xml})
    newest = read_pack(done.file, hq.keys.admin.public)
    late = catalog_of(Installed((newest,)))
    assert late.versions("market") == ("2",)
    assert late.versions("ferry") == ("1",)
    assert packs.catalog(hq).versions("ferry") == ("1",), "the same one twice is one version"
