"""A form on a screen, for the tests of forms."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from pyxform.xls2xform import convert  # type: ignore[import-untyped]

from fieldapp.clock import to_millis
from fieldapp.forms.definition import FormDefinition, load_form
from fieldapp.forms.library import library_forms
from fieldapp.forms.session import FormSession
from tests.support.window import Seat
from ui.forms import FormContext, FormView, TypedNote
from ui.forms.choice_fields import ChecksField, ListField
from ui.forms.radio_field import RadioField
from ui.reports.form_editor import FormEditor
from ui.reports.form_page import FormPage

NOW = datetime(2026, 11, 6, 10, 45, tzinfo=timezone(timedelta(hours=1)))


def small_form() -> FormDefinition:
    """A form with every kind of question."""
    text = Path(__file__).with_name("small_form.md").read_text("utf-8")
    return load_form(convert(xlsform=text, file_type=".md").xform.encode())


def library_form(form_id: str) -> FormDefinition:
    return load_form(library_forms()[form_id])


def session_of(
    form: FormDefinition, answers: Mapping[str, Any] | None = None, language: str | None = None
) -> FormSession:
    return FormSession(
        form,
        answers=answers,
        now=lambda: NOW.astimezone(UTC),
        new_id=lambda: "00000000-0000-4000-8000-000000000001",
        language=language,
    )


def here() -> FormContext:
    return FormContext(
        local_offset_minutes=60,
        today=lambda: date(2026, 11, 6),
        now=lambda: to_millis(NOW),
        base_square="32QQF",
    )


class Screen:
    """A form view in a real window, with hands to click and type."""

    def __init__(self, session: FormSession, typed: dict[str, TypedNote] | None = None) -> None:
        self.session = session
        self.typed: dict[str, TypedNote] = {} if typed is None else typed
        self.view = FormView(session, self.typed, here())
        self.view.resize(1100, 700)
        self.edits = 0
        self.view.edited.connect(self._count)

    def _count(self) -> None:
        self.edits += 1

    def line(self, ref: str) -> QLineEdit | QPlainTextEdit:
        field = self.view.box(ref).field
        found = getattr(field, "edit", None)
        assert isinstance(found, QLineEdit | QPlainTextEdit)
        return found

    def write(self, ref: str, text: str) -> None:
        """Click into a field, replace what is there key by key, and stay."""
        edit = self.line(ref)
        edit.setFocus()
        edit.selectAll()
        if text:
            QTest.keyClicks(edit, text)
        else:
            QTest.keyClick(edit, Qt.Key.Key_Delete)

    def leave(self) -> None:
        """Press Tab."""
        focus = self.view.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Tab)

    def choose(self, ref: str, name: str) -> None:
        field = self.view.box(ref).field
        if isinstance(field, RadioField):
            names = [choice.name for choice in field.choices]
            click(field.buttons[names.index(name)])
        elif isinstance(field, ChecksField):
            names = [choice.name for choice in field.choices]
            click(field.boxes[names.index(name)])
        else:
            assert isinstance(field, ListField)
            label = next(choice.label for choice in field.choices if choice.name == name)
            self.write(ref, label)


def click(widget: QWidget) -> None:
    """Press the left mouse button on the middle of what a button shows."""
    widget.setFocus()
    where = widget.rect().center()
    where.setX(min(where.x(), 20) if not widget.isRightToLeft() else where.x())
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=where)


def form_page(here: Seat, qtbot: QtBot) -> FormPage:
    """The page on which reports are written, shown; drafts are kept after a millisecond."""
    made = FormPage(here.context, pause_ms=1)
    here.show(qtbot, made, (1250, 720))
    return made


def editor(page: FormPage) -> FormEditor:
    """The report that is being written on it."""
    assert page.editor is not None
    return page.editor
