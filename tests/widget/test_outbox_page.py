"""The outbox page: the truth about what HQ has, and the road by USB stick."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QSpinBox, QTreeView
from pytestqt.qtbot import QtBot

from fieldapp.changes import NOTHING, Changes
from fieldapp.clock import as_datetime
from fieldapp.commands import amend_report
from fieldapp.errors import FieldError
from fieldapp.event.receipt import PhotoState
from fieldapp.forms.library import library_forms
from fieldapp.mission.packs import Pack, PackKind, write_pack
from fieldapp.people import Desk
from fieldapp.store import journal, reads
from fieldapp.units import ByteCount, EventId, UtcMillis
from sync.body import EnrolBody
from sync.errors import BadBundle
from sync.field import standing
from sync.field.enrol import ask_to_be_let_in
from sync.field.forecast import Tariff
from sync.field.planner import Planner
from sync.field.spool import Rank, Shelf, Spool, SpoolFrame
from sync.field.standing import read_standing
from sync.field.tariff import keep_tariff
from sync.frame import SealKeys, open_frame
from tests.support.fleet import deliver, receipt_for
from tests.support.looking import click, find, key, press, unnamed, words
from tests.support.mission import START, Mission, TickingClock, make_mission
from tests.support.window import Seat, file_story, seat, story
from ui.link_state import LinkState
from ui.outbox.model import STATE, OutboxFacts, OutboxModel
from ui.outbox.page import OutboxPage, Roads
from ui.reports.delivery import size, sizes
from ui.reports.times import Times
from ui.roads import roads
from ui.sealing import Sealing
from ui.theme.panels import InlineMessage

DENIED, FLIGHT, FLASH = "03-denied-despite-clearance", "06-flight-revoked", "08a-ied-first-flash"
NOON = UtcMillis(START + 3_600_000)


class Stick:
    """Roads that write down what they were asked for."""

    def __init__(self, folder: Path | None = None, error: FieldError | None = None) -> None:
        self.asked: list[str] = []
        self.error = error
        self.roads = Roads(
            self._save,
            self._load,
            self._ask,
            lambda: self.asked.append("try"),
            lambda _parent: folder,
            lambda _parent: folder,
        )

    def _save(self, folder: Path) -> str:
        return self._answer(f"save {folder.name}", "2 reports written, 14 kB.")

    def _load(self, file: Path) -> str:
        return self._answer(f"load {file.name}", "Receipts for 2 reports.")

    def _ask(self, code: str) -> Changes:
        self._answer(f"ask {code}", "")
        return NOTHING

    def _answer(self, asked: str, text: str) -> str:
        self.asked.append(asked)
        if self.error is not None:
            raise self.error
        return text


@pytest.fixture
def mission() -> Mission:
    return make_mission()


@pytest.fixture
def author(tmp_path: Path, mission: Mission) -> Iterator[Seat]:
    with seat(tmp_path / "field", mission) as here:
        yield here


def opened(qtbot: QtBot, at: Seat, stick: Stick | None = None) -> OutboxPage:
    page = OutboxPage(at.context, (stick or Stick()).roads)
    at.show(qtbot, page)
    page.opened(None)
    at.settle(qtbot)
    return page


def shown(page: OutboxPage) -> dict[str, list[str]]:
    """The list as headings with the state of each row."""
    model = find(page, QTreeView, "outbox").model()
    found = {}
    for row in range(model.rowCount()):
        top = model.index(row, 0)
        states = [
            str(model.index(place, STATE, top).data()) for place in range(model.rowCount(top))
        ]
        found[str(top.data())] = states
    return found


def test_an_empty_outbox_explains_itself(qtbot: QtBot, author: Seat) -> None:
    page = opened(qtbot, author)
    assert "Nothing to send" in words(page)
    assert not find(page, QTreeView, "outbox").isVisible()


def test_every_state_is_told_in_plain_words(qtbot: QtBot, author: Seat, mission: Mission) -> None:
    first = file_story(author, DENIED).report
    page = opened(qtbot, author)
    assert shown(page) == {"Waiting (1)": ["Waiting for a link"]}
    author.ask(lambda desk: journal.assign_frame(desk.store, "a.ufr", [first]))
    author.announce(qtbot)
    author.set_link(page, LinkState("sending", "a.ufr", 12_000, 34_000))
    assert shown(page) == {"Waiting (1)": ["Sending 12 of 34 kB"]}
    author.set_link(page, LinkState("idle"))
    assert shown(page) == {"Waiting (1)": ["Waiting for its turn"]}
    author.set_link(page, LinkState("paused"))
    assert shown(page) == {"Waiting (1)": ["Waiting, HQ does not accept this laptop"]}
    author.ask(lambda desk: deliver(desk, mission, receipt_for(desk, 2, t=NOON)))
    author.announce(qtbot)
    assert shown(page) == {"Received (1)": ["Received by HQ 11:00Z"]}


def test_a_record_whose_photos_are_missing_still_waits(
    qtbot: QtBot, author: Seat, mission: Mission
) -> None:
    filed = file_story(author, DENIED, photos=5)

    def some(desk: Desk) -> None:
        files = reads.detail(desk.store, filed.report).files
        states = {file.sha: PhotoState(True) for file in files[:2]}
        deliver(desk, mission, receipt_for(desk, 2, photos=states, t=NOON))

    author.ask(some)
    page = opened(qtbot, author)
    ((heading, states),) = shown(page).items()
    assert heading == "Waiting (1)"
    assert states[0].startswith("Text received 11:00Z, 2 of 5 photos sent (")
    assert any("3 photos wait" in text for text in words(page))


def test_refused_and_held_records_are_told_apart(
    qtbot: QtBot, author: Seat, mission: Mission
) -> None:
    bad, odd = file_story(author, DENIED).report, file_story(author, FLIGHT).report

    def fate(desk: Desk) -> None:
        journal.assign_frame(desk.store, "a.ufr", [bad])
        journal.park_frame(desk.store, "a.ufr", "frame.malformed")
        deliver(desk, mission, receipt_for(desk, 1, beyond=[2], held=[2], t=NOON))

    author.ask(fate)
    page = opened(qtbot, author)
    assert shown(page) == {
        "Refused (1)": ["Refused because: A sealed packet is damaged (frame.malformed)"],
        "Received (1)": ["HQ has it, a person looks at it"],
    }
    assert odd != bad
    assert any("1 refused" in text for text in words(page))


def test_totals_name_what_waits_and_the_last_receipt(
    qtbot: QtBot, author: Seat, mission: Mission
) -> None:
    file_story(author, DENIED, photos=1)
    page = opened(qtbot, author)
    # The first record of a person is their introduction, which is no report.
    assert "1 record waits, 1 photo waits. No receipt from HQ yet." in words(page)
    author.ask(lambda desk: deliver(desk, mission, receipt_for(desk, 1, t=NOON)))
    author.announce(qtbot)
    assert "1 record waits, 1 photo waits. Last receipt 11:00Z." in words(page)


def test_the_flash_stands_first_and_a_correction_has_its_own_row(
    qtbot: QtBot, author: Seat
) -> None:
    report = file_story(author, DENIED).report
    file_story(author, FLASH)
    author.ask(lambda desk: amend_report(desk, report, story(DENIED), "GRID"))
    page = opened(qtbot, author)
    model = find(page, QTreeView, "outbox").model()
    top = model.index(0, 0)
    kinds = [model.index(row, 1, top).data() for row in range(model.rowCount(top))]
    assert kinds == ["Flash report", "Report", "Correction"]


def test_progress_leaves_the_chosen_row_alone(qtbot: QtBot, author: Seat) -> None:
    report = file_story(author, DENIED).report
    file_story(author, FLIGHT)
    author.ask(lambda desk: journal.assign_frame(desk.store, "a.ufr", [report]))
    page = opened(qtbot, author)
    view = find(page, QTreeView, "outbox")
    view.setCurrentIndex(view.model().index(1, 0, view.model().index(0, 0)))
    for sent in (1000, 2000):
        author.set_link(page, LinkState("sending", "a.ufr", sent, 9000))
        assert (view.currentIndex().row(), view.currentIndex().parent().row()) == (1, 0)
    file_story(author, FLASH)
    author.announce(qtbot)
    assert view.currentIndex().row() == 2, "the same record, now behind the flash"


def test_a_row_opens_its_report_with_the_keyboard(qtbot: QtBot, author: Seat) -> None:
    report = file_story(author, DENIED).report
    page = opened(qtbot, author)
    view = find(page, QTreeView, "outbox")
    assert view.hasFocus()
    key(view, Qt.Key.Key_Down)
    key(view, Qt.Key.Key_Down)
    key(view, Qt.Key.Key_Return)
    assert author.went == [("report", report)]


def test_saving_to_a_stick_says_what_was_written(
    qtbot: QtBot, author: Seat, tmp_path: Path
) -> None:
    file_story(author, DENIED)
    stick = Stick(tmp_path / "stick")
    page = opened(qtbot, author, stick)
    press(page, "save bundle")
    author.settle(qtbot)
    assert stick.asked == ["save stick"]
    assert find(page, InlineMessage, "result").text == "2 reports written, 14 kB."
    press(page, "load bundle")
    author.settle(qtbot)
    assert stick.asked == ["save stick", "load stick"]
    assert find(page, InlineMessage, "result").text == "Receipts for 2 reports."


def test_a_bad_file_is_told_beside_the_buttons_and_can_be_tried_again(
    qtbot: QtBot, author: Seat, tmp_path: Path
) -> None:
    stick = Stick(tmp_path / "stick", BadBundle())
    page = opened(qtbot, author, stick)
    press(page, "load bundle")
    author.settle(qtbot)
    assert find(page, InlineMessage, "result").text.startswith("This file is not a report bundle")
    press(page, "load bundle")
    author.settle(qtbot)
    assert stick.asked == ["load stick", "load stick"]


def test_changing_ones_mind_in_the_dialog_does_nothing(qtbot: QtBot, author: Seat) -> None:
    stick = Stick(None)
    page = opened(qtbot, author, stick)
    press(page, "save bundle")
    press(page, "load bundle")
    author.settle(qtbot)
    assert stick.asked == []
    assert not find(page, InlineMessage, "result").isVisible()


def test_a_mission_without_usb_sticks_offers_none(
    qtbot: QtBot, tmp_path: Path, mission: Mission
) -> None:
    mission.profile = replace(mission.profile, usb_allowed=False)
    with seat(tmp_path / "strict", mission) as here:
        page = opened(qtbot, here)
        assert not find(page, QPushButton, "save bundle").isVisible()
        assert not find(page, QPushButton, "load bundle").isVisible()
        assert find(page, QPushButton, "try now").isVisible()


def test_try_now_wakes_the_sender(qtbot: QtBot, author: Seat) -> None:
    stick = Stick()
    page = opened(qtbot, author, stick)
    click(find(page, QPushButton, "try now"))
    assert stick.asked == ["try"]
    assert find(page, InlineMessage, "result").isVisible()


def refused(desk: Desk, reason: str) -> None:
    """As the sender and the planner leave a request that HQ refused."""
    spool = Spool(desk.home)
    ask_to_be_let_in(desk, "0000000000", spool)
    Sealing(TickingClock()).run(desk)
    (name,) = [name for name in spool.names(Shelf.WAITING) if Rank.of(name) is Rank.ENROL]
    spool.park(name, reason)
    Sealing(TickingClock()).run(desk)


def test_another_code_is_typed_and_the_request_lies_in_the_spool(
    qtbot: QtBot, author: Seat
) -> None:
    file_story(author, DENIED)
    author.ask(lambda desk: refused(desk, "enrol.code-used"))
    tried: list[bool] = []
    ways = roads(author.desk, Sealing(TickingClock()), lambda: tried.append(True))
    page = OutboxPage(author.context, ways)
    author.operations.changed.connect(
        lambda changes: author.ask(lambda desk: Sealing(TickingClock()).after(desk, changes))
    )
    author.show(qtbot, page)
    page.opened(None)
    author.settle(qtbot)
    assert "The one-time code was used already. Ask HQ for a new one." in words(page)
    code = find(page, QLineEdit, "new code")
    assert not find(page, QPushButton, "ask again").isEnabled()
    code.setFocus()
    qtbot.keyClicks(code, "7K2MX")
    key(code, Qt.Key.Key_Return)
    author.settle(qtbot)
    assert find(page, InlineMessage, "code problem").text.startswith("A one-time code has ten")
    assert code.text() == "7K2MX", "it can be mended"
    assert unnamed(page) == []
    qtbot.keyClicks(code, "-4pq9d")
    key(code, Qt.Key.Key_Return)
    author.settle(qtbot)
    spool = Spool(author.desk.home)
    keys = SealKeys()
    keys.add_radio(author.mission.seal_private)
    frames = [spool.read(name) for name in spool.names(Shelf.WAITING) if name[0] == "0"]
    (body,) = [open_frame(frame, keys) for frame in frames if frame is not None]
    assert isinstance(body, EnrolBody)
    assert body.code == "7K2MX4PQ9D"
    assert tried == [True]
    author.announce(qtbot)
    assert any(text.startswith("HQ has not let you in yet.") for text in words(page))
    assert code.text() == ""
    author.ask(lambda desk: deliver(desk, author.mission))
    author.announce(qtbot)
    assert not code.isVisible(), "HQ has let the person in"


def test_access_that_was_withdrawn_and_an_old_copy_are_told(qtbot: QtBot, author: Seat) -> None:
    page = opened(qtbot, author)
    author.ask(lambda desk: standing.note_state(desk.store, desk.stream, "revoked"))
    author.announce(qtbot)
    assert any(text.startswith("HQ has withdrawn this laptop's access.") for text in words(page))
    assert not find(page, QLineEdit, "new code").isVisible()
    forked = author.ask(lambda desk: replace(receipt_for(desk, 1), forked=True))
    author.ask(lambda desk: deliver(desk, author.mission, forked))
    author.announce(qtbot)
    assert any(text.startswith("This laptop was set back to an older copy") for text in words(page))


def test_everything_on_the_page_has_a_name(qtbot: QtBot, author: Seat) -> None:
    file_story(author, DENIED)
    assert unnamed(opened(qtbot, author)) == []


def test_the_model_keeps_qts_rules(qtbot: QtBot, author: Seat, mission: Mission) -> None:
    report = file_story(author, DENIED).report
    page = opened(qtbot, author)
    model = find(page, QTreeView, "outbox").model()
    assert isinstance(model, OutboxModel)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, page)
    file_story(author, FLASH, photos=2)
    author.announce(qtbot)
    author.set_link(page, LinkState("idle"))
    author.ask(lambda desk: deliver(desk, mission))
    author.announce(qtbot)
    page.translated()
    assert model.find(report).isValid()
    assert model.find(EventId(bytes(32))) == QModelIndex()


def test_sizes_share_a_unit() -> None:
    assert sizes(12_400, 34_000) == "12 of 34 kB"
    assert sizes(0, 400) == "0 of 1 kB"
    assert sizes(1_240_000, 3_400_000) == "1.2 of 3.4 MB"
    assert size(999_400) == "999 kB"
    assert size(3_400_000) == "3.4 MB"


def test_times_are_zulu_with_the_day_when_it_is_another() -> None:
    times = Times(TickingClock(), 60, "en")
    today = as_datetime(START)
    assert times.short(START) == f"{today:%H:%M}Z"
    assert times.short(START - 86_400_000) == f"{today.day - 1} NOV {today:%H:%M}Z"
    assert times.short(START - 400 * 86_400_000).startswith("29 SEP 2025 ")
    assert times.local(START).endswith(f"{today.hour + 1}:{today:%M} local")


def test_forms_from_hq_come_off_a_stick_like_any_file(
    qtbot: QtBot, author: Seat, tmp_path: Path
) -> None:
    pack = Pack(PackKind.FORMS, 4, {"incident.xml": library_forms()["incident"]})
    file = tmp_path / "forms-000004.pack"
    file.write_bytes(write_pack(pack, author.mission.admin))
    page = OutboxPage(author.context, roads(author.desk, Sealing(TickingClock()), lambda: None))
    author.show(qtbot, page)
    result = find(page, InlineMessage, "result")
    page.load_from(file)
    author.settle(qtbot)
    assert result.text == (
        "Forms of version 4 were taken in. They are used from the next unlocking on."
    )
    page.load_from(file)
    author.settle(qtbot)
    assert result.text.startswith("This laptop already has these forms")
    file.write_bytes(write_pack(pack, author.mission.receipt))
    page.load_from(file)
    author.settle(qtbot)
    assert result.text.startswith("This file is damaged or was not made by your mission's HQ")


def sealed(at: Seat) -> None:
    def plan(desk: Desk) -> None:
        Planner(Spool(desk.home), desk.profile, desk.store.clock, desk.entropy).plan(
            desk.store, rate=300
        )

    at.ask(plan)


def test_what_sending_will_take_is_said_before(qtbot: QtBot, author: Seat) -> None:
    page = opened(qtbot, author)
    assert find(page, QLabel, "forecast").isHidden() or not find(page, QLabel, "forecast").text()
    file_story(author, DENIED)
    sealed(author)
    page.changed(Changes(delivery=True))
    author.settle(qtbot)
    said = find(page, QLabel, "forecast")
    assert said.isVisible()
    assert said.text().startswith("Text takes ")
    assert "costs" not in said.text(), "nobody said that this link is billed"
    assert find(page, QLabel, "forecast made").text() == "Everything will be through."


def test_the_time_available_is_asked_for(qtbot: QtBot, author: Seat) -> None:
    file_story(author, DENIED)
    sealed(author)
    page = opened(qtbot, author)
    facts = OutboxFacts(
        (),
        author.ask(read_standing),
        (SpoolFrame("4-0000000001-00000000.ufr", ByteCount(60_000)),),
        300,
    )
    page._show(facts)
    made = find(page, QLabel, "forecast made")
    find(page, QSpinBox, "minutes available").setValue(2)
    assert made.text() == "Nothing will be through."
    find(page, QSpinBox, "minutes available").setValue(10)
    assert made.text() == "Everything will be through."


def test_the_price_is_said_and_the_smallest_charge(qtbot: QtBot, author: Seat) -> None:
    file_story(author, DENIED)
    sealed(author)
    author.ask(lambda desk: keep_tariff(desk.store, Tariff("USD", 800, 1_000, 50_000)))
    page = opened(qtbot, author)
    said = find(page, QLabel, "forecast").text()
    assert said.endswith("The text costs USD 0.40, the smallest charge.")
    author.ask(lambda desk: keep_tariff(desk.store, Tariff("USD", 800)))
    page.changed(Changes(delivery=True))
    author.settle(qtbot)
    said = find(page, QLabel, "forecast").text()
    assert "The text costs USD 0.0" in said
    assert "smallest" not in said
