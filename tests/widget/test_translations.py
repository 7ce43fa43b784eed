"""Every page in every language: no English left, no word lost, and the right way round."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QToolButton,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from fieldapp.commands import amend_report, answer_question, file_report, review_report
from fieldapp.event.kinds import Kind
from fieldapp.forms.errors import FormRefused
from fieldapp.mission.roster import Role
from fieldapp.store import drafts, reads
from fieldapp.store.drafts import Draft
from fieldapp.store.errors import NotFound
from fieldapp.store.folding import ACCEPTED, ASKED, NEW, REJECTED, WITHDRAWN
from fieldapp.store.reads import Delivery
from fieldapp.units import EventId
from sync.errors import LinkDown
from tests.support.desktop import Desktop, desktop
from tests.support.fleet import carry
from tests.support.looking import find, key, press, type_into
from tests.support.mission import START, Mission, TickingClock, make_desk, make_mission
from tests.support.tongues import ISOLATES, english_left, loose_codes, said_by, texts_of
from tests.support.window import photo, story
from ui.forms.grid_field import GridField, PositionField
from ui.forms.moment_field import DayField, MomentField
from ui.forms.text_fields import NumberField
from ui.i18n import isolate, listed, tr, tr_count
from ui.i18n.days import spoken_day
from ui.link_state import LinkState
from ui.map.view import MapView
from ui.messages import tell
from ui.outbox.model import WHAT, kind_words
from ui.reports.form_page import FormPage
from ui.reports.model import STATE, delivery_words, row_state
from ui.reports.report_model import state_words
from ui.reports.times import Times
from ui.shell.languages import Languages
from ui.theme.badge import badge_size

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "packaging" / "i18n"))

from checks import faults  # noqa: E402
from extract import Text  # noqa: E402
from tsfile import Message  # noqa: E402

LANGUAGES = ("fr", "es", "ar")
DENIED, FLASH, CROWD = "03-denied-despite-clearance", "08a-ied-first-flash", "05b-crowd-and-theft"


@pytest.fixture
def mission() -> Mission:
    made = make_mission()
    made.profile = replace(made.profile, languages=["en", *LANGUAGES])
    return made


@pytest.fixture
def worn(qapp: QApplication) -> Iterator[Callable[[str], None]]:
    """Puts a language on, as `Languages` does, and takes it off again."""
    languages = Languages(qapp, ())

    def use(code: str) -> None:
        languages.use(code)

    yield use
    languages.end()
    languages.deleteLater()


def busy_laptop(home: Path, mission: Mission) -> EventId:
    """An officer and an author share a laptop; a report came back with an answer and a change."""
    officer = make_desk(home, mission, "Maj H")
    author = make_desk(home, mission, "Capt A", seed=8, by=officer)
    vouched = [mission.vouch(officer, Role.OFFICER), mission.vouch(author, Role.PATROL)]
    carry(vouched, officer, mission)
    asked = file_report(author, story(DENIED), [photo(1)]).report
    file_report(author, story(FLASH), [])
    own = file_report(officer, story(CROWD), [photo(2)]).report
    review_report(officer, asked, "ask", "How many soldiers?")
    question = reads.detail(officer.store, asked).history[-1].event
    answer_question(author, asked, question, "Six.")
    corrected = story(DENIED, where={"grid": "32QQF89474794"})
    amend_report(author, asked, corrected, "GRID", "typed wrong", [])
    amend_report(officer, own, story(CROWD), "NEW-INFO", "again", [])
    kept = Draft(id="d1", form="restriction", version="", answers={"where": {"place": "Adoum"}})
    drafts.save_draft(officer.store, officer.sealer, kept)
    author.store.close()
    officer.store.close()
    return own


@contextmanager
def unlocked(home: Path, qtbot: QtBot) -> Iterator[Desktop]:
    with desktop(home, qtbot) as here:
        here.unlock()
        yield here


def walk(here: Desktop, own: EventId) -> Iterator[str]:
    """Every page of the window and what can be opened on it, one after the other."""
    work = here.workplace
    work.strip.show_link(LinkState("paused", clock_off=400_000), here.sitting._times())
    yield "reports"
    find(work, QPushButton, "discard d1").click()
    yield "throwing a draft away"
    find(work, QLineEdit, "search").setText("zzz")
    key(find(work, QLineEdit, "search"), Qt.Key.Key_Return)
    here.settle()
    yield "searching"
    find(work, QLineEdit, "search").clear()
    work.go("form", None)
    here.settle()
    yield "choosing a form"
    work.go("report", own)
    here.settle()
    yield "report"
    press(work, "add photos")
    yield "adding photos"
    press(work, "withdraw")
    yield "withdrawing"
    work.go("form", ("amend", own))
    here.settle()
    yield "correcting"
    work.go("form", ("new", "incident"))
    here.settle()
    press(work, "file report")
    yield "problems of a form"
    work.go("map", None)
    here.settle()
    view = find(work, MapView, "map")
    here.qtbot.waitUntil(lambda: bool(view.grab()) and not view.busy, timeout=10_000)
    key(view, Qt.Key.Key_Tab)
    yield "map"
    work.go("outbox", None)
    here.settle()
    yield "outbox"
    for page in ("sent", "settings"):
        work.go(page, None)
        here.settle()
        yield page
    work.go("review", None)
    here.settle()
    yield "review"
    press(work, "reject")
    yield "rejecting"
    work.trouble(LinkDown())
    yield "trouble"
    here.app.window.toggle_cover()
    yield "cover"
    here.app.window.toggle_cover()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_shows_english(
    tmp_path: Path, qtbot: QtBot, mission: Mission, language: str
) -> None:
    own = busy_laptop(tmp_path, mission)
    with desktop(tmp_path, qtbot) as here:
        here.app.use_language(language)
        left = {"lock": english_left(said_by(here.app.window), language)}
        here.unlock()
        for place in walk(here, own):
            said = said_by(here.app.window)
            assert len(said) > 3 or place == "cover", place
            left[place] = english_left(said, language)
    assert {place: texts for place, texts in left.items() if texts} == {}


def test_a_switch_leaves_no_english_and_loses_no_word(
    tmp_path: Path, qtbot: QtBot, mission: Mission
) -> None:
    own = busy_laptop(tmp_path, mission)
    with unlocked(tmp_path, qtbot) as here:
        place = "/data/where/place"
        for name in walk(here, own):
            page = here.workplace.page
            if name == "correcting":
                assert isinstance(page, FormPage)
                assert page.editor is not None
                line = page.editor.form.box(place).findChild(QLineEdit)
                assert line is not None
                line.clear()
                type_into(line, "Adoum")
            if name == "rejecting":
                type_into(find(here.workplace, QPlainTextEdit, "verdict text"), "Too short")
            here.app.use_language("fr")
            here.settle()
            said = said_by(here.app.window)
            assert english_left(said, "fr") == [], name
            if name == "correcting":
                assert line.text() == "Adoum"
            if name == "rejecting":
                assert (
                    find(here.workplace, QPlainTextEdit, "verdict text").toPlainText()
                    == "Too short"
                )
            here.app.use_language("en")
            here.settle()


def test_words_said_at_the_door_change_with_the_language(
    tmp_path: Path, qtbot: QtBot, mission: Mission
) -> None:
    with desktop(tmp_path, qtbot) as here:
        for language in LANGUAGES:
            here.app.use_language(language)
            assert english_left(said_by(here.app.window), language) == []
            here.app.use_language("en")
    make_desk(tmp_path, mission).store.close()
    with desktop(tmp_path, qtbot) as here:
        here.try_passphrase("quite another thing here")
        qtbot.waitUntil(lambda: "Nothing was changed." in " ".join(said_by(here.app.window)))
        here.app.use_language("es")
        QCoreApplication.processEvents()
        assert english_left(said_by(here.app.window), "es") == []
        assert any("No se cambió nada." in text for text in said_by(here.app.window))


def test_an_arabic_window_is_the_other_way_round_but_codes_are_not(
    tmp_path: Path, qtbot: QtBot, mission: Mission
) -> None:
    own = busy_laptop(tmp_path, mission)
    with desktop(tmp_path, qtbot) as here:
        here.app.use_language("ar")
        here.unlock()
        window = here.app.window
        for _place in walk(here, own):
            for widget in window.findChildren(QWidget):
                if widget.isVisible() and not left_to_right(widget):
                    assert widget.layoutDirection() is Qt.LayoutDirection.RightToLeft, widget
            for text in texts_of(window):
                assert loose_codes(text) == [], text


def left_to_right(widget: QWidget) -> bool:
    """Whether a widget is a line for a grid, a moment or a number, or a part of one."""
    line = widget if isinstance(widget, QLineEdit) else widget.parentWidget()
    return isinstance(line, QLineEdit) and isinstance(
        line.parentWidget(), MomentField | DayField | GridField | NumberField | PositionField
    )


@pytest.mark.parametrize("language", ["en", *LANGUAGES])
def test_nothing_is_cut_where_room_is_short(
    tmp_path: Path, qtbot: QtBot, mission: Mission, language: str
) -> None:
    busy_laptop(tmp_path, mission)
    with desktop(tmp_path, qtbot) as here:
        here.app.use_language(language)
        work = here.unlock()
        for button in work.findChildren(QToolButton):
            if button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextUnderIcon:
                room = button.fontMetrics().horizontalAdvance(button.text())
                assert room <= button.width() - 12, button.text()
        states = find(work, QTableView, "reports")
        row = states.model().row(states.model().index(0, 0))
        metrics = states.fontMetrics()
        said = {delivery_words(replace(row, delivery=each)) for each in Delivery}
        said |= {state_words(each) for each in (NEW, ACCEPTED, ASKED, REJECTED, WITHDRAWN)}
        said |= {row_state(replace(row, recheck=True)), row_state(replace(row, doubted=True))}
        for text in said:
            assert badge_size(metrics, text).width() <= states.columnWidth(STATE) - 18, text
        kinds = find(work, QTreeView, "outbox")
        for kind in Kind:
            room = kinds.fontMetrics().horizontalAdvance(kind_words(kind))
            assert room <= kinds.columnWidth(WHAT) - 18, kind_words(kind)


def test_quoted_pieces_keep_their_direction(worn: Callable[[str], None]) -> None:
    assert isolate("TS7-FOM-2026-0031-K") == "TS7-FOM-2026-0031-K"
    assert isolate("أبشي 2") == "\u2068أبشي 2\u2069"
    assert listed(("a", "", "b")) == "a, b"
    assert tr("Writing", "Correct {ref}", ref="TS7") == "Correct TS7"
    worn("ar")
    assert isolate("") == ""
    assert tr("Writing", "Correct {ref}", ref="TS7") == "تصحيح \u2068TS7\u2069"
    assert listed(("TS7", "عين")) == "\u200f\u2068TS7\u2069، \u2068عين\u2069"
    assert ISOLATES.sub("", Times(TickingClock(), 60, "ar").short(START)) == "10:00Z"


def test_days_and_months_come_from_the_language_with_digits_for_the_radio(
    worn: Callable[[str], None],
) -> None:
    day = date(2026, 11, 6)
    said = {"en": spoken_day(day)}
    for language in LANGUAGES:
        worn(language)
        said[language] = spoken_day(day)
    assert said == {
        "en": "Fri 6 Nov 2026",
        "fr": "ven. 6 nov. 2026",
        "es": "vie 6 nov 2026",
        "ar": "الجمعة 6 نوفمبر 2026",
    }


def test_every_number_has_its_form(worn: Callable[[str], None]) -> None:
    def said(count: int) -> str:
        text = tr_count("Strip", "1 record waits", "{count} records wait", count)
        return ISOLATES.sub("", text)

    assert [said(1), said(2)] == ["1 record waits", "2 records wait"]
    worn("fr")
    assert [said(1), said(2)] == ["1 envoi en attente", "2 envois en attente"]
    worn("es")
    assert [said(1), said(2)] == ["1 envío en espera", "2 envíos en espera"]
    worn("ar")
    assert [said(count) for count in (0, 1, 2, 3, 11, 100)] == [
        "لا سجلات في الانتظار",
        "سجل واحد في الانتظار",
        "سجلان في الانتظار",
        "3 سجلات في الانتظار",
        "11 سجلًا في الانتظار",
        "100 سجل في الانتظار",
    ]


def test_only_the_language_in_use_is_read_and_qt_speaks_it_too(qapp: QApplication) -> None:
    languages = Languages(qapp, ())
    languages.use("en")
    assert languages.files == ()
    for language, word in (("fr", "Copier"), ("es", "Copiar"), ("ar", "نسخ")):
        languages.use(language)
        read = [file.name for file in languages.files]
        assert read == [f"qtbase_{language}.qm", f"{language}.qm"]
        assert word in QCoreApplication.translate("QWidgetTextControl", "&Copy").replace("&", "")
    languages.end()
    languages.deleteLater()


def test_an_error_has_its_own_sentence_or_the_usual_one(worn: Callable[[str], None]) -> None:
    worn("fr")
    assert tell(NotFound("This photo is not on this laptop.")).text == (
        "Cette photo n'est pas sur ce portable."
    )
    usual = "Ce formulaire ne peut pas être utilisé ici. Demandez un formulaire corrigé au QG."
    assert tell(FormRefused("The form has no node 7.")).text.startswith(usual)
    worn("en")
    assert tell(FormRefused("The form has no node 7.")).text.startswith("The form has no node 7.")


def test_the_files_fit_the_sources() -> None:
    done = subprocess.run(
        [sys.executable, "packaging/i18n/translations.py", "check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, ""), done.stdout + done.stderr


def test_spoilt_translations_are_found() -> None:
    key = ("Lock", "&Save {name} now.")
    wanted = {key: Text(key, False, "ui/a.py:1")}

    def found(language: str, form: str) -> list[str]:
        held = [Message(key, False, (form,))]
        return [fault.partition(":")[0] for fault in faults(language, wanted, held)]

    assert found("fr", "&Enregistrer {name}.") == []
    assert found("fr", "&Enregistrer.") == ["other {names} than in English"]
    assert found("fr", "Enregistrer {name}.") == ["an & for the keyboard is lost or doubled"]
    assert found("fr", "&Save {name} now.") == [
        "the same as in English (if that is right, name it in ALIKE of checks.py)"
    ]
    assert found("fr", "&Enregistrer {name}") == ["no end of the sentence"]
    assert found("ar", "&Save {name}.") == ["no Arabic letter"]
    assert found("ar", "&حفظ {name} ٣.") == ["other digits than 0 to 9"]
    assert found("ar", "&حفظ {name} في 6 NOV.")[0].startswith("a code without")
    assert found("fr", " ") == ["an empty form"]
    assert next(faults("fr", wanted, [])).startswith("missing")
    gone = [Message(("Lock", "Old"), False, ("Vieux",), vanished=True)]
    assert list(faults("fr", {}, gone)) == []
