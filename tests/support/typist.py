"""A person who writes a restriction in the real window until the process is killed.

Run as a program over an installation folder. One line of JSON each: what the list of drafts and
the form show after the start, which field the person goes to, and what stands on the screen once
they have left it and the screen says that it is kept.
"""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from time import monotonic

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolButton, QWidget

from fieldapp.clock import SystemClock, system_entropy
from fieldapp.forms.model import QuestionDef
from fieldapp.forms.session import View
from fieldapp.units import ByteCount
from tests.support.desktop import RememberedStart, StillSender, no_link
from tests.support.looking import at_rest, find, press, type_into
from tests.support.mission import CHEAP, PASSPHRASE
from tests.support.scenarios import scenario
from tests.support.typing_forms import type_answers
from ui.app import Application, Outside
from ui.door import House
from ui.forms.choice_fields import ChecksField, ListField
from ui.forms.parts import RepeatBox
from ui.forms.question import QuestionBox
from ui.forms.radio_field import RadioField
from ui.reports.draft_list import DraftList
from ui.reports.form_editor import FormEditor
from ui.reports.form_page import FormPage
from ui.theme.apply import themed_application
from ui.theme.panels import InlineMessage

_PATIENCE_SECONDS = 60
_WORDS = ("Tarek", "stopped at", "حاجز طريق", "refusé", "32QQF89474793", "061020A", "7", "Ñ & <b>")
_LOSS = "05b-crowd-and-theft"


class Typist:
    """At the window of one installation.

    Args:
        app: the application, locked.
        chance: decides on every edit.
    """

    def __init__(self, app: Application, chance: Random) -> None:
        self._app = app
        self._chance = chance

    def work(self) -> None:
        """Unlocks, goes on with the draft or begins one, and edits without end."""
        window = self._app.window
        type_into(find(window, QLineEdit, "passphrase"), PASSPHRASE)
        press(window, "unlock")
        _until(lambda: self._app.sitting is not None)
        self._settle()
        find(self._app.window, QToolButton, "go form").click()
        page = window.findChildren(FormPage)[0]
        self._take_up(page)
        if not self.editor.form.session.value("/data/where/place"):
            type_answers(self.editor.form, scenario(_LOSS)["answers"])
        self._say_kept("resumed")
        while True:
            self._edit()

    @property
    def editor(self) -> FormEditor:
        """The draft on the screen."""
        return next(one for one in self._app.window.findChildren(FormEditor) if one.isVisible())

    def _take_up(self, page: FormPage) -> None:
        self._settle()
        drafts = page.findChildren(DraftList)[0]
        _say(drafts=[[line.id, line.place, line.kept] for line in drafts.lines], says=_read(drafts))
        if drafts.lines:
            press(drafts, f"continue {drafts.lines[0].id}")
        else:
            press(page, "new restriction")
        _until(lambda: page.editor is not None and at_rest())
        self._settle()

    def _settle(self) -> None:
        sitting, done = self._app.sitting, list[bool]()
        assert sitting is not None
        for _ in range(3):
            done.clear()
            sitting.operations.read(sitting.operations, lambda _desk: True, done.append)
            _until(lambda: bool(done) and at_rest())

    def _say_kept(self, word: str) -> None:
        _until(lambda: not self.editor.unkept)
        self._settle()
        form = self.editor.form
        kept = self.editor.writing.now()
        answers = {
            ref: [form.session.value(ref), form.typed.get(ref, {})]
            for ref in _asked(form.session.tree())
        }
        _say(**{word: {"answers": answers, "photos": [file.key for file in kept.files]}})

    def _edit(self) -> None:
        draw = self._chance.random()
        if draw < 0.08:
            self._add_photo()
        elif draw < 0.14 and self.editor.photos.keys:
            self._remove_photo()
        elif draw < 0.2 and (repeats := self._repeats()):
            self._change_rows(self._chance.choice(repeats))
        else:
            self._answer()
        self._say_kept("kept")

    def _repeats(self) -> list[RepeatBox]:
        form = self.editor.form
        return [box for box in form.findChildren(RepeatBox) if box.isVisibleTo(form)]

    def _add_photo(self) -> None:
        image = QImage(900, 600, QImage.Format.Format_RGB32)
        image.fill(QColor.fromHsv(self._chance.randrange(360), 120, 180))
        QGuiApplication.clipboard().setImage(image)
        count = len(self.editor.photos.keys)
        _say(doing="photos")
        self.editor.photos.paste_button.click()
        _until(lambda: len(self.editor.photos.keys) > count)

    def _remove_photo(self) -> None:
        key = self._chance.choice(self.editor.photos.keys)
        _say(doing="photos")
        press(self.editor.photos, f"remove photo {key}")
        _until(lambda: key not in self.editor.photos.keys)

    def _change_rows(self, repeat: RepeatBox) -> None:
        _say(doing=repeat.ref)
        if len(repeat.parts) < 2 or self._chance.random() < 0.5:
            repeat.add_button.click()
            return
        row = self._chance.choice(repeat.parts)
        row.remove.click()
        for asked in row.findChildren(InlineMessage):
            asked.button.click()

    def _answer(self) -> None:
        form = self.editor.form
        boxes = [
            box
            for box in form.findChildren(QuestionBox)
            if box.isVisibleTo(form) and box.counts and box.field is not None and box.field.stops()
        ]
        box = self._chance.choice(boxes)
        _say(doing=box.ref)
        form.go_to(box.ref)
        field = box.field
        if isinstance(field, RadioField):
            self._chance.choice(field.buttons).click()
        elif isinstance(field, ChecksField):
            self._chance.choice(field.boxes).click()
        elif isinstance(field, ListField):
            self._type(field.edit, self._chance.choice(field.choices).label)
        elif isinstance(edit := getattr(field, "edit", None), QWidget):
            self._type(edit, " ".join(self._chance.sample(_WORDS, 2)))

    def _type(self, edit: QWidget, text: str) -> None:
        edit.setFocus()
        QTest.keySequence(edit, "Ctrl+A")
        for letter in text:
            type_into(edit, letter)
            QCoreApplication.processEvents()
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        QTest.keySequence(edit, "Tab")


def _asked(view: View) -> list[str]:
    """Every question below a part of a form, asked at present or not."""
    if isinstance(view.definition, QuestionDef):
        return [view.ref] if view.definition.control != "none" else []
    return [ref for child in view.children for ref in _asked(child)]


def _read(drafts: DraftList) -> list[str]:
    return [label.text() for label in drafts.findChildren(QLabel) if label.text()]


def _until(done: Callable[[], bool]) -> None:
    """Lets the window work until something is so."""
    end = monotonic() + _PATIENCE_SECONDS
    alarm = QTimer(interval=20)
    alarm.start()
    while not done():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        assert monotonic() < end, "waited in vain"


def _say(**values: object) -> None:
    print(json.dumps(values), flush=True)


def run(home: Path, seed: int) -> None:
    """Works until the process is killed."""
    qt = themed_application("fieldapp")
    house = House(home, SystemClock(), system_entropy, lambda: CHEAP)
    outside = Outside(
        restart=lambda: None,
        erased=lambda: None,
        sender=StillSender,
        connect=no_link,
        free=lambda: ByteCount(45_000_000_000),
        autostart=RememberedStart,
    )
    app = Application(qt, house, outside)
    app.window.resize(1366, 768)
    app.begin()
    app.window.activateWindow()
    Typist(app, Random(seed)).work()


def command(home: Path, seed: int) -> list[str]:
    """The program as a process of its own."""
    return [sys.executable, "-m", "tests.support.typist", str(home), str(seed)]


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    run(Path(sys.argv[1]), int(sys.argv[2]))
