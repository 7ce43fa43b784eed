"""Filling a form with nothing but the keyboard: Tab from question to question, answer, go on."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QRadioButton, QWidget

from fieldapp.notation import dtg
from tests.support.looking import type_into
from ui.forms.choice_fields import ChecksField, ListField
from ui.forms.moment_field import MomentField
from ui.forms.parts import RepeatBox
from ui.forms.question import QuestionBox
from ui.forms.radio_field import RadioField
from ui.forms.view import FormView

MOST_STOPS = 600
"""More stops than any form has; without an end in sight the focus is in a trap."""


def here() -> QWidget:
    """The widget that has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the keyboard"
    return widget


def press_key(code: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """One key, to whatever has the keyboard; the window settles before the next one."""
    QTest.keyClick(here(), code, modifier)
    QApplication.processEvents()


def write(text: str) -> None:
    """Types, in place of what is there."""
    press_key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_into(here(), text)
    QApplication.processEvents()


def tab_to(name: str) -> QWidget:
    """Tabs on until the widget of this object name has the keyboard."""
    for _ in range(MOST_STOPS):
        if here().objectName() == name:
            return here()
        press_key(Qt.Key.Key_Tab)
    raise AssertionError(f"{name} is not reached by Tab")


def fill_by_keyboard(view: FormView, answers: Mapping[str, Any]) -> list[str]:
    """Walks the form once from its first question to its end; the references in walking order."""
    wanted = dict(_flat(answers))
    walked: list[str] = []
    for _ in range(MOST_STOPS):
        widget = here()
        if not view.isAncestorOf(widget) or widget.objectName() == "pick photos":
            break
        box = _box(view, widget)
        if box is not None:
            if not walked or walked[-1] != box.ref:
                walked.append(box.ref)
            if box.ref in wanted:
                _answer(view, box, widget, wanted[box.ref])
        else:
            _maybe_add_row(view, widget, wanted)
        press_key(Qt.Key.Key_Tab)
    else:
        raise AssertionError(f"Tab never leaves the form: {walked}, {here()}")
    left = [
        ref
        for ref, value in wanted.items()
        if sorted(view.session.value(ref).split()) != sorted(value.split())
    ]
    assert left == [], "not answered on the way"
    return walked


def _flat(answers: Mapping[str, Any], ref: str = "/data") -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for name, value in answers.items():
        here_ref = f"{ref}/{name}"
        if isinstance(value, Mapping):
            found += _flat(value, here_ref)
        elif isinstance(value, list):
            for number, row in enumerate(value, start=1):
                found += _flat(row, f"{here_ref}[{number}]")
        else:
            found.append((here_ref, str(value)))
    return found


def _box(view: FormView, widget: QWidget) -> QuestionBox | None:
    return next((box for box in view.findChildren(QuestionBox) if box.isAncestorOf(widget)), None)


def _answer(view: FormView, box: QuestionBox, widget: QWidget, value: str) -> None:
    field = box.field
    if isinstance(field, RadioField) and isinstance(widget, QRadioButton):
        if view.session.value(box.ref) == value:
            return
        press_key(Qt.Key.Key_Space)
        buttons = field.buttons
        wanted = buttons[[choice.name for choice in field.choices].index(value)]
        for _ in range(2 * len(buttons)):
            at = here()
            if view.session.value(box.ref) == value:
                return
            below = wanted.y() > at.y()
            above = wanted.y() < at.y()
            if below or above:
                press_key(Qt.Key.Key_Down if below else Qt.Key.Key_Up)
            else:
                press_key(Qt.Key.Key_Right if wanted.x() > at.x() else Qt.Key.Key_Left)
        raise AssertionError(f"{box.ref}: {value} is not reached by arrow keys")
    if isinstance(field, ChecksField) and isinstance(widget, QCheckBox):
        name = field.choices[field.boxes.index(widget)].name
        if (name in value.split()) is not widget.isChecked():
            press_key(Qt.Key.Key_Space)
    elif isinstance(field, ListField) and widget in (field.edit, field.edit.parentWidget()):
        _write_choice(next(one.label for one in field.choices if one.name == value))
    elif isinstance(field, MomentField) and widget is field.edit:
        write(dtg.from_xforms(value, local_offset_minutes=60).text)
    elif widget is getattr(field, "edit", None):
        write(value)


def _write_choice(label: str) -> None:
    write(label)
    popup = QApplication.activePopupWidget()
    if popup is not None:
        QTest.keyClick(popup, Qt.Key.Key_Escape)


def _maybe_add_row(view: FormView, widget: QWidget, wanted: Mapping[str, str]) -> None:
    for repeat in view.findChildren(RepeatBox):
        if widget is not repeat.add_button or not isinstance(widget, QPushButton):
            continue
        if any(ref.startswith(f"{repeat.ref}[{len(repeat.parts) + 1}]") for ref in wanted):
            press_key(Qt.Key.Key_Space)
