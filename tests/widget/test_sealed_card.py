"""A protected report on the screen: a calm card for everybody, and the text for its holder."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QTableView, QToolButton
from pytestqt.qtbot import QtBot

from fieldapp.commands import NewFile, file_report
from fieldapp.event.kinds import Kind
from fieldapp.forms.catalog import Catalog
from fieldapp.forms.library import library_forms
from fieldapp.mission.codes import default_codes
from fieldapp.mission.roster import Role
from fieldapp.store import blobs, reads
from fieldapp.store.drafts import Draft, load_drafts, save_draft
from fieldapp.units import EventId, Sha256
from tests.support.alert import FORM, NARRATIVE, PLACE, alert, alert_xml, sightings
from tests.support.fleet import carry, own_events
from tests.support.looking import find, press, unnamed, words
from tests.support.mission import Mission, make_mission
from tests.support.window import Seat, photo, seat
from ui.pages import PageContext
from ui.reports.form_page import FormPage
from ui.reports.photo_viewer import PhotoViewer
from ui.reports.report_model import read_report
from ui.reports.report_page import ReportPage
from ui.reports.report_view import ReportView
from ui.reports.reports_page import ReportsPage
from ui.reports.sealed_card import SealedCard
from ui.review.page import ReviewPage
from ui.theme.badge import Badge
from ui.theme.panels import InlineMessage

CATALOG = Catalog({**library_forms(), FORM: alert_xml()}, default_codes())


@pytest.fixture
def mission() -> Mission:
    return make_mission()


@pytest.fixture
def author(tmp_path: Path, mission: Mission) -> Iterator[Seat]:
    with seat(tmp_path / "field", mission) as here:
        yield here


@pytest.fixture
def holder(tmp_path: Path, mission: Mission, author: Seat) -> Iterator[Seat]:
    """A protection officer; both are vouched for everywhere."""
    who = {"person": "Lt Aya Holder", "unit": "HQ", "seed": 9}
    with seat(tmp_path / "cpa", mission, Role.PROTECTION, **who) as here:
        let_in = [
            here.ask(lambda desk: mission.vouch(desk, Role.PROTECTION)),
            author.ask(lambda desk: mission.vouch(desk, Role.PATROL)),
        ]
        for each in (here, author):
            each.ask(lambda desk: carry(let_in, desk, mission))
        yield here


def context(at: Seat) -> PageContext:
    return replace(at.context, catalog=CATALOG)


def filed(author: Seat, *files: NewFile) -> EventId:
    return author.ask(lambda desk: file_report(desk, alert(), files)).report


def hand_over(author: Seat, to: Seat, mission: Mission) -> None:
    events = author.ask(own_events)
    shas = author.ask(
        lambda desk: [Sha256(row[0]) for row in desk.store.rows("SELECT sha FROM blob")]
    )
    held = author.ask(lambda desk: [blobs.read_blob(desk.store, sha) for sha in shas])
    to.ask(lambda desk: carry(events, desk, mission))
    for content in held:
        to.ask(lambda desk, content=content: blobs.put_blob(desk.store, content, ""))


def opened(qtbot: QtBot, at: Seat, report: EventId) -> ReportPage:
    page = ReportPage(context(at))
    at.show(qtbot, page)
    page.opened(report)
    at.settle(qtbot)
    return page


def visible(page: ReportPage, name: str) -> bool:
    return find(page, QPushButton, name).isVisible()


def test_its_author_sees_who_can_open_it_and_nothing_else(
    qtbot: QtBot, author: Seat, holder: Seat
) -> None:
    page = opened(qtbot, author, filed(author, photo(1)))
    shown = " ".join(words(page))
    assert "Sealed for protection officers" in shown
    assert "For: Lt Aya Holder. Each can open it" in shown
    assert "not on this laptop, not its author" in shown
    assert NARRATIVE not in shown
    assert PLACE not in shown
    for name in ("amend", "add photos", "open sealed", "shut sealed", "take over", "copy as new"):
        assert not visible(page, name), name
    assert page.findChildren(QToolButton, "photo") == []
    press(page, "withdraw")
    assert not find(page, QLineEdit, "withdraw note").isVisible()
    assert not unnamed(page)
    press(page, "withdraw yes")
    author.settle(qtbot)
    assert find(page, Badge, "state").text == "Withdrawn"


def test_a_holder_opens_it_looks_at_photos_and_takes_it_over(
    qtbot: QtBot, author: Seat, holder: Seat, mission: Mission
) -> None:
    report = filed(author, photo(1), photo(2))
    hand_over(author, holder, mission)
    page = opened(qtbot, holder, report)
    assert NARRATIVE not in " ".join(words(page))
    assert not visible(page, "take over"), "not before it was read"
    press(page, "open sealed")
    holder.settle(qtbot)
    assert NARRATIVE in words(page)
    assert PLACE in words(page)
    tiles = page.findChildren(QToolButton, "photo")
    assert [tile.text().split("\n")[0] for tile in tiles] == ["IMG_0001.jpg", "IMG_0002.jpg"]
    assert all(tile.isEnabled() for tile in tiles)
    tiles[1].click()
    holder.settle(qtbot)
    (viewer,) = page.findChildren(PhotoViewer)
    assert not viewer.findChildren(QLabel)[0].pixmap().isNull()
    viewer.close()
    press(page, "take over")
    holder.settle(qtbot)
    assert not visible(page, "take over")
    assert holder.ask(lambda desk: reads.detail(desk.store, report).row.state) == "accepted"
    assert NARRATIVE in words(page), "it stays open while it is read"
    assert holder.ask(lambda desk: list(sightings(desk.store))) == []
    traces = [e for e in holder.ask(own_events) if e.head.kind == Kind.EXPORT]
    assert [event.head.obj for event in traces] == [report]


def test_it_is_shut_by_hand_and_by_leaving(
    qtbot: QtBot, author: Seat, holder: Seat, mission: Mission
) -> None:
    first, second = filed(author, photo(1)), filed(author)
    hand_over(author, holder, mission)
    page = opened(qtbot, holder, first)
    card = find(page, SealedCard, "sealed")
    leave = {
        "its button": lambda: press(page, "shut sealed"),
        "another report": lambda: page.opened(second),
        "another page": page.hide,
    }
    for how, go in leave.items():
        page.show()
        page.opened(first)
        holder.settle(qtbot)
        press(page, "open sealed")
        holder.settle(qtbot)
        assert card.content is not None, how
        go()
        holder.settle(qtbot)
        assert card.content is None, how
        assert NARRATIVE not in words(page), how
    traces = [e for e in holder.ask(own_events) if e.head.kind == Kind.EXPORT]
    assert len(traces) == 1, "once a sitting"


def test_it_is_shut_where_the_next_report_takes_its_place_at_once(
    qtbot: QtBot, author: Seat, holder: Seat, mission: Mission
) -> None:
    first, second = filed(author), filed(author)
    hand_over(author, holder, mission)
    page = opened(qtbot, holder, first)
    press(page, "open sealed")
    holder.settle(qtbot)
    facts = holder.ask(lambda desk: read_report(desk, second))
    page.findChildren(ReportView)[0].show_facts(facts)
    holder.settle(qtbot)
    assert find(page, SealedCard, "sealed").content is None
    assert NARRATIVE not in words(page)


def test_what_does_not_open_says_so(
    qtbot: QtBot, author: Seat, holder: Seat, mission: Mission
) -> None:
    report = filed(author)
    hand_over(author, holder, mission)
    page = opened(qtbot, holder, report)
    holder.ask(
        lambda desk: desk.store.connection.execute(
            "UPDATE stream SET open = 0 WHERE id = ?", (desk.stream,)
        )
    )
    press(page, "open sealed")
    holder.settle(qtbot)
    assert "set back to an older copy" in find(page, InlineMessage, "sealed problem").text
    assert find(page, QPushButton, "open sealed").isEnabled()
    assert NARRATIVE not in words(page)


def test_lists_and_queues_show_it_without_its_words(
    qtbot: QtBot, author: Seat, holder: Seat, mission: Mission, tmp_path: Path
) -> None:
    report = filed(author)
    page = ReportsPage(context(author))
    author.show(qtbot, page)
    page.opened(None)
    author.settle(qtbot)
    model = find(page, QTableView, "reports").model()
    cells = [model.data(model.index(0, column)) for column in range(model.columnCount())]
    assert "Sealed" in cells
    hovers = [
        model.data(model.index(0, column), Qt.ItemDataRole.ToolTipRole)
        for column in range(model.columnCount())
    ]
    assert "Sealed for protection officers" in hovers
    with seat(tmp_path / "ops", mission, Role.OFFICER, person="Maj O", unit="HQ", seed=5) as ops:
        ops.ask(lambda desk: mission.vouch(desk, Role.OFFICER))
        ops.ask(lambda desk: carry(mission.events, desk, mission))
        hand_over(author, ops, mission)
        review = ReviewPage(context(ops))
        ops.show(qtbot, review)
        review.opened(report)
        ops.settle(qtbot)
        assert "For: Lt Aya Holder. Each can open it" in " ".join(words(review))
        for name in ("accept", "ask", "reject"):
            assert not find(review, QPushButton, name).isEnabled()


def test_the_form_says_that_nobody_could_open_it_and_keeps_the_draft(
    qtbot: QtBot, author: Seat
) -> None:
    draft = Draft("alert draft", FORM, "3", dict(alert().answers))
    author.ask(lambda desk: save_draft(desk.store, desk.sealer, draft))
    page = FormPage(context(author))
    author.show(qtbot, page)
    page.opened(("draft", draft.id))
    author.settle(qtbot)
    assert "cannot be filed today" in find(page, InlineMessage, "form seals").text
    press(page, "file report")
    author.settle(qtbot)
    assert "HQ has not named anybody yet" in find(page, InlineMessage, "form message").text
    assert [one.id for one in author.ask(lambda desk: load_drafts(desk.store, desk.sealer))] == [
        draft.id
    ]
