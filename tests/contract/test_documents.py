"""Documents say what is there: links lead somewhere, verbs exist, numbers are those of the code."""

import re
from pathlib import Path

import click
import pytest

from fieldapp import units
from fieldapp.event import header, payload, protected
from fieldapp.mission.roster import Role
from fieldapp.vault import kdf
from sync import limits
from sync.hq import relay
from tests.support.mission import make_desk, make_mission

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted(
    path
    for path in ROOT.rglob("*.md")
    if not any(part.startswith(".") for part in path.relative_to(ROOT).parts)
    and path.with_suffix(".xml").name not in ("incident.xml", "restriction.xml")
)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", path.read_text("utf-8")):
        if not target.startswith(("http:", "https:", "mailto:")):
            assert (path.parent / target).exists(), target


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: str(p.relative_to(ROOT)))
def test_files_named_in_documents_exist(path: Path) -> None:
    named = re.findall(
        r"`((?:fieldapp|sync|ui|tests|packaging)/[\w./-]+\.\w+)`", path.read_text("utf-8")
    )
    for name in named:
        assert (ROOT / name).exists(), name


def test_format_numbers_are_those_of_the_code() -> None:
    text = (ROOT / "fieldapp/FORMAT.md").read_text("utf-8")
    assert f"at most {header.MAX_HEADER_BYTES} bytes" in text
    assert f"at most {payload.MAX_BYTES} bytes" in text
    assert f"nesting at most {payload.MAX_DEPTH}" in text
    assert f"m {kdf.FLOOR_KIB} to {kdf.CEILING_KIB} KiB" in text


def test_format_tells_how_long_text_stays() -> None:
    from fieldapp.store import retention, stubs

    text = (
        (ROOT / "fieldapp/FORMAT.md").read_text("utf-8").split("### Removal")[1].split("## 6.")[0]
    )
    assert (
        f"{retention.SHORTEST_DAYS} days, or as many more, at most {retention.LONGEST_DAYS}" in text
    )
    assert f"otherwise {retention.UNFINISHED_TIMES} times as long" in text
    assert stubs.KEPT_ANSWERS == (
        ("head", "precedence"),
        ("head", "classification"),
        ("when", "start"),
    )
    assert "precedence, classification, start" in text


def test_format_tells_how_protected_reports_are_sealed() -> None:
    text = (ROOT / "fieldapp/FORMAT.md").read_text("utf-8")
    part = text.split("### Protected reports")[1].split("###")[0]
    assert f"a multiple of {protected.PAD_BYTES} bytes" in part
    assert f"in\n  steps of {protected.PAD_BYTES} bytes" in part
    assert f"nonce({protected.NONCE_BYTES})" in part
    assert f"role\n`{Role.PROTECTION.value}`" in part
    assert ", ".join(protected.CLEAR) in part
    assert protected.SEALED_MIME in part


def test_protocol_limits_are_those_of_the_code() -> None:
    text = (ROOT / "sync/PROTOCOL.md").read_text("utf-8").replace(",", "")
    for value in (
        limits.FRAME_BYTES,
        limits.INFLATED_BYTES,
        limits.EVENTS_PER_FRAME,
        limits.PIECE_BYTES,
        limits.BLOB_BYTES,
        limits.BUNDLE_BYTES,
    ):
        spellings = {str(value), f"{value // 1024} KiB", f"{value // 1024**2} MiB"}
        assert any(spelling in text for spelling in spellings), value


def test_the_relays_numbers_are_those_of_the_code() -> None:
    text = (ROOT / "sync/PROTOCOL.md").read_text("utf-8")
    text = " ".join(text[text.index("## A relay") :].split())
    assert f"{relay.TOTAL_BYTES // units.GIB} GiB for all" in text
    assert f"{relay.CALLER_BYTES // units.MIB} MiB for a caller" in text
    assert f"{relay.STRANGER_BYTES // units.MIB} MiB for all others" in text
    assert f"at most {relay.KEEP_MILLIS // 86_400_000} days" in text


def verbs(command: click.Command, prefix: str) -> set[str]:
    found = {prefix}
    if isinstance(command, click.Group):
        for name, inner in command.commands.items():
            found |= verbs(inner, f"{prefix} {name}")
    return found


def test_every_verb_in_the_readme_exists() -> None:
    from sync.hq import cli as hq_cli
    from ui.verbs import group

    known = verbs(group, "fieldapp") | verbs(hq_cli.hq, "fieldapp-hq")
    text = (ROOT / "README.md").read_text("utf-8")
    for program, words in re.findall(
        r"`(fieldapp(?:-hq)?) ([a-z][a-z\\|]*(?: [a-z][a-z\\|]*)?)", text
    ):
        first, *rest = words.replace("\\", "").split()
        for name in first.split("|"):
            if f"{program} {name}" not in known:
                raise AssertionError(f"{program} {name}")
            for inner in rest[0].split("|") if rest and verbs_below(known, program, name) else ():
                assert f"{program} {name} {inner}" in known


def verbs_below(known: set[str], program: str, name: str) -> bool:
    return any(verb.startswith(f"{program} {name} ") for verb in known)


def test_every_verb_is_in_the_readme() -> None:
    from sync.hq import cli as hq_cli
    from ui.verbs import group

    text = (ROOT / "README.md").read_text("utf-8")
    for name in group.commands:
        assert f"fieldapp {name}" in text or name == "demo", name
    assert all(re.search(rf"\b{name}\b", text) for name in hq_cli.hq.commands), "fieldapp-hq"


def test_format_names_every_table_of_the_store(tmp_path: Path) -> None:
    text = (ROOT / "fieldapp/FORMAT.md").read_text("utf-8")
    told = set(re.findall(r"`([a-z_]+)`", text.split("Kept tables:")[1].split("## 5.")[0]))
    with make_desk(tmp_path, make_mission()).store as store:
        rows = store.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")
    there = {row[0] for row in rows if not row[0].startswith(("sqlite_", "report_words_"))}
    assert there <= told, there - told
    assert told - there <= {"column"}, told - there


def test_protocol_names_every_path_of_the_server() -> None:
    text = (ROOT / "sync/PROTOCOL.md").read_text("utf-8")
    routes = (ROOT / "sync/hq/routes.py").read_text("utf-8")
    paths = re.findall(r'Route\("(/v1/[a-z]+)', routes)
    assert len(paths) > 5
    for path in paths:
        assert path in text, path
