"""Documents say what is there: links lead somewhere, verbs exist, numbers are those of the code."""

import re
from pathlib import Path

import click
import pytest

from fieldapp import units
from fieldapp.event import cbor, header, payload, protected
from fieldapp.mission import profile, signed
from fieldapp.mission.roster import Role
from fieldapp.photos import cleaning
from fieldapp.store import ballast, heads
from fieldapp.units import MIB
from fieldapp.vault import kdf, wipe
from sync import limits, receipt
from sync.field import pages
from sync.hq import ingest, relay
from tests.support.mission import make_desk, make_mission

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted(
    path
    for path in ROOT.rglob("*.md")
    if not any(part.startswith(".") for part in path.relative_to(ROOT).parts)
    and not path.with_suffix(".xml").is_file()
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
    assert f"at most {cleaning.MAX_PIXELS} pixels" in text
    assert f"first {wipe.HEAD_BYTES // 2**20} MiB" in text
    assert f"two records of {heads.RECORD_BYTES} bytes" in text
    assert f"{ballast.FULL_BYTES // MIB} MiB, or a sixteenth" in text
    assert f"less than {ballast.SCARCE_BYTES // MIB} MiB are free" in text
    assert f"less than {ballast.SPARE_BYTES // MIB} MiB are free" in text
    assert f"below {ballast.PHOTO_BYTES // 1_000_000} MB free" in text
    assert f"m {kdf.FLOOR_KIB} to {kdf.CEILING_KIB} KiB" in text
    assert f"at most {cbor.MAX_DEPTH} lists within lists and {cbor.MAX_ITEMS} values" in text
    assert f"may hold {pages.PAGE_ITEMS}" in text
    assert f"at most {signed.MAX_BYTES // MIB} MiB, a profile of at most" in text
    assert f"profile of at most {profile.MAX_BYTES // MIB} MiB" in text


def test_format_tells_how_long_text_and_copies_stay() -> None:
    from fieldapp.mission import profile
    from fieldapp.store import retention, snapshots, stubs

    text = (ROOT / "fieldapp/FORMAT.md").read_text("utf-8")
    copies = text.split("### Copies")[1].split("## 5.")[0]
    assert f"{snapshots.RESERVE // 1024**2} MiB stay free" in copies
    assert f"The newest {snapshots.MOST}\nstay" in copies
    removal = text.split("### Removal")[1].split("## 6.")[0]
    days = f"{profile.SHORTEST_DAYS} days, or as many more, at most {profile.LONGEST_DAYS}"
    assert days in removal
    assert f"otherwise {retention.UNFINISHED_TIMES} times as long" in removal
    kept = [name for _, name in stubs.KEPT_ANSWERS]
    assert ", ".join(kept) in removal


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
        limits.FRAMES_PER_BUNDLE,
        limits.FRAMES_PER_WRAP,
        limits.DAMAGED_PER_BUNDLE,
        cbor.MAX_ITEMS,
        ingest.OPENED_BYTES,
        receipt.MAX_BYTES,
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


STEPS: dict[tuple[str, str], tuple[str, ...]] = {
    ("fieldapp/FORMAT.md", "Checking an event"): (
        "fieldapp/event/header.py",
        "fieldapp/event/chain.py",
        "fieldapp/event/payload.py",
    ),
    ("fieldapp/FORMAT.md", "Opening a slot"): ("fieldapp/vault/file.py", "fieldapp/vault/slots.py"),
    ("fieldapp/FORMAT.md", "Checking a signed file"): (
        "fieldapp/mission/signed.py",
        "fieldapp/mission/profile.py",
        "fieldapp/mission/packs.py",
    ),
    ("sync/PROTOCOL.md", "Opening a frame"): ("sync/frame.py",),
    ("sync/PROTOCOL.md", "Reading a body"): ("sync/body.py",),
    ("sync/PROTOCOL.md", "Reading a bundle"): (
        "sync/bundle.py",
        "sync/hq/bundles.py",
        "sync/field/courier.py",
    ),
    ("sync/PROTOCOL.md", "Believing a receipt"): (
        "sync/receipt.py",
        "sync/field/pushing.py",
        "fieldapp/store/journal.py",
    ),
    ("sync/PROTOCOL.md", "How HQ takes a frame in"): (
        "sync/hq/opening.py",
        "sync/hq/ingest.py",
        "sync/hq/chain.py",
    ),
}
"""Numbered steps, and the modules that perform and name them."""


def named_steps(text: str) -> set[int]:
    found: set[int] = set()
    for first, last in re.findall(r"\b[Ss]teps? (\d+)(?: (?:to|and) (\d+))?", text):
        found |= set(range(int(first), int(last or first) + 1))
    return found


@pytest.mark.parametrize(("document", "section"), STEPS)
def test_the_code_names_every_step_of_the_documents(document: str, section: str) -> None:
    text = (ROOT / document).read_text("utf-8")
    assert text.count(f" {section}\n") == 1, section
    told = text.split(f" {section}\n")[1].split("\n#")[0]
    numbers = [int(number) for number in re.findall(r"^(\d+)\. ", told, re.MULTILINE)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) > 2
    modules = [(ROOT / name).read_text("utf-8") for name in STEPS[document, section]]
    assert set().union(*map(named_steps, modules)) == set(numbers)


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
