"""A newer edition of a form arrives while a draft of the old one is open and reports wait."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from fieldapp.clock import SystemClock
from fieldapp.forms.catalog import install_pack
from fieldapp.people import Desk
from fieldapp.store import drafts, journal, reads
from fieldapp.units import EventId
from sync.field import packs
from sync.field.spool import Spool
from tests.integration.test_field_sync import Laptop, enrolled, let_in
from tests.support.desktop import Desktop, desktop
from tests.support.editions import ANSWERS, table
from tests.support.hq import Hq, running_hq
from tests.support.looking import find, press, words
from tests.support.scenarios import fill
from ui.reports.form_editor import FormEditor
from ui.reports.form_page import FormPage
from ui.roads import roads
from ui.sealing import Sealing
from ui.theme.panels import InlineMessage

T = TypeVar("T")
OLD = {key: value for key, value in ANSWERS.items() if key != "hidden"}
OLD_WORDS = {"Colour of the flag", "green over white", "Rank of the leader", "Ford"}


@pytest.fixture(scope="module")
def hq(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hq]:
    with running_hq(tmp_path_factory.mktemp("hq")) as hq:
        yield hq


def published(hq: Hq, folder: Path, form: str, version: str, *, newer: bool) -> Path:
    """The signed file of an edition, written as a table and published."""
    folder.mkdir(exist_ok=True)
    written = folder / f"{form}.md"
    written.write_text(table(form, version, newer=newer), "utf-8")
    return Path(hq.ask("form", "publish", str(written), "--out", str(folder))["file"])


def on_lane(here: Desktop, work: Callable[[Desk], T]) -> T:
    """Does something behind the window and waits for it."""
    done: list[T] = []
    operations = here.sitting.operations
    operations.read(operations, work, done.append)
    here.qtbot.waitUntil(lambda: bool(done), timeout=60_000)
    return done[0]


def by_sync(here: Desktop, _file: Path) -> None:
    def fetch(desk: Desk) -> bool:
        laptop = Laptop(desk, Spool(desk.home))
        laptop.inbox()
        return pull(laptop)

    assert on_lane(here, fetch)


def by_stick(here: Desktop, file: Path) -> None:
    def take(desk: Desk) -> str:
        return roads(desk, Sealing(SystemClock()), lambda: None).import_bundle(file)

    assert "next unlocking" in on_lane(here, take)


def pull(laptop: Laptop, *, earlier: bool = False) -> bool:
    """Fetches packs as the post behind the window does; whether any came."""
    link, came = laptop.link(), False
    try:
        while True:
            got = packs.pull_packs(
                link, laptop.person, laptop.on_lane, laptop.desk.home, earlier=earlier
            )
            came = came or got.changes.packs
            if not got.more:
                return came
    finally:
        link.close()


def editor(here: Desktop) -> FormEditor:
    page = here.workplace.page
    assert isinstance(page, FormPage)
    assert page.editor is not None
    return page.editor


def write(here: Desktop, form: str, place: str) -> FormEditor:
    """Begins a report and answers everything."""
    find(here.workplace, QToolButton, "go form").click()
    here.settle()
    press(here.workplace, f"new {form}")
    here.settle()
    writing = editor(here)
    fill(writing.writing.session, {**OLD, "place": place})
    writing.form.edited.emit()
    here.settle()
    return writing


def shown(here: Desktop, report: EventId) -> set[str]:
    """The words of a report in the window."""
    here.workplace.go("report", report)
    here.settle()
    return set(words(here.workplace.page))


def own(here: Desktop, form: str) -> list[reads.ReportRow]:
    found = on_lane(here, lambda desk: reads.page(desk.store, reads.ReportFilter()))
    return [row for row in found.rows if row.form == form]


@pytest.mark.parametrize("road", [by_sync, by_stick])
def test_a_new_edition_arrives_under_an_open_draft_and_queued_reports(
    tmp_path: Path, qtbot: QtBot, hq: Hq, road: Callable[[Desktop, Path], None]
) -> None:
    form = f"gate_{road.__name__}"
    author = enrolled(tmp_path, hq, f"Lt {form}")
    let_in(author, hq)
    home = author.desk.home
    first = published(hq, tmp_path / "first", form, "1", newer=False)
    install_pack(home, first.read_bytes(), author.desk.profile.admin)
    author.desk.store.close()

    with desktop(home, qtbot) as here:
        here.unlock()
        for number in range(3):
            press(write(here, form, f"Gate {number}"), "file report")
            here.settle()
        writing = write(here, form, "Gate open")
        second = published(hq, tmp_path / "second", form, "2", newer=True)
        road(here, second)
        writing.writing.session.set("/data/colour", "blue, typed after the pack came")
        writing.form.edited.emit()
        here.settle()
        assert editor(here).writing.session.form.version == "1"
        assert on_lane(here, lambda desk: len(journal.pending(desk.store))) == 3

    with desktop(home, qtbot) as here:
        here.unlock()
        waiting = own(here, form)
        assert len(waiting) == 3
        for row in waiting:
            assert shown(here, row.id) >= OLD_WORDS
        (draft,) = on_lane(here, lambda desk: drafts.load_drafts(desk.store, desk.sealer))
        here.workplace.go("form", ("draft", draft.id))
        here.settle()
        assert editor(here).writing.session.form.version == "1"
        line = find(editor(here), InlineMessage, "edition")
        assert line.text == "There is a newer edition of this form."
        press(here.workplace.page, "edition button")
        here.settle()
        assert "blue, typed after the pack came" in words(here.workplace.page)
        press(here.workplace.page, "go on in other edition")
        here.settle()
        editor(here).writing.session.set("/data/weather", "Dust")
        press(editor(here), "file report")
        here.settle()
        assert "blue, typed after the pack came" in words(here.workplace.page)
        press(here.workplace.page, "go on in other edition")
        here.settle()
        assert len(own(here, form)) == 4
        on_lane(here, lambda desk: Laptop(desk, Spool(desk.home)).round())
        assert on_lane(here, lambda desk: len(journal.pending(desk.store))) == 0

    officer = enrolled(tmp_path, hq, f"Maj {form}", "HQ", "officer")
    let_in(officer, hq)
    officer.inbox()
    officer.log()
    assert pull(officer, earlier=True)
    assert not pull(officer, earlier=True), "nothing is fetched twice"
    officer.desk.store.close()
    with desktop(officer.desk.home, qtbot) as here:
        here.unlock()
        rows = own(here, form)
        assert len(rows) == 4
        seen = [shown(here, row.id) for row in rows]
        assert sum(said >= OLD_WORDS for said in seen) == 3
        assert sum({"Place name", "Weather", "Dust"} <= said for said in seen) == 1
