"""Filling a form in its window as a person does: clicking, typing, adding rows."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from fieldapp.notation import dtg
from tests.support.looking import click, type_into
from ui.forms.choice_fields import ChecksField, ListField
from ui.forms.grid_field import GridField
from ui.forms.moment_field import MomentField
from ui.forms.parts import RepeatBox
from ui.forms.radio_field import RadioField
from ui.forms.view import FormView


def type_answers(view: FormView, answers: Mapping[str, Any], ref: str = "/data") -> None:
    """Gives the answers in their order, each by mouse and keyboard only."""
    for name, value in answers.items():
        here = f"{ref}/{name}"
        if isinstance(value, Mapping):
            type_answers(view, value, here)
        elif isinstance(value, list):
            for number, row in enumerate(value, start=1):
                _add_row(view, here, number)
                type_answers(view, row, f"{here}[{number}]")
        else:
            type_answer(view, here, str(value))


def type_answer(view: FormView, ref: str, value: str) -> None:
    """One question: goes there, then clicks or types what a person would."""
    view.go_to(ref)
    box = view.box(ref)
    assert box.isVisibleTo(view), f"{ref} is not asked"
    field = box.field
    if isinstance(field, RadioField):
        names = [choice.name for choice in field.choices]
        _press(field.buttons[names.index(value)])
    elif isinstance(field, ChecksField):
        names = [choice.name for choice in field.choices]
        for wanted in value.split():
            _press(field.boxes[names.index(wanted)])
    elif isinstance(field, ListField):
        label = next(choice.label for choice in field.choices if choice.name == value)
        _write(field.edit, label)
    elif isinstance(field, MomentField):
        group = dtg.from_xforms(value, local_offset_minutes=60)
        _write(field.edit, group.text)
    else:
        edit = getattr(field, "edit", None)
        assert isinstance(edit, QWidget), f"{ref}: {type(field).__name__}"
        _write(edit, value)
    if isinstance(field, GridField) and field.reason.isVisibleTo(view):
        _write(field.reason, "Read off an old map")
    given = view.session.value(ref)
    assert sorted(given.split()) == sorted(value.split()), f"{ref}: {given}"


def _write(edit: QWidget, text: str) -> None:
    edit.setFocus()
    QTest.keySequence(edit, "Ctrl+A")
    type_into(edit, text)
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
    QTest.keyClick(edit, Qt.Key.Key_Tab)


def _press(button: QAbstractButton) -> None:
    button.setFocus()
    click(button)
    if not button.isChecked():
        QTest.keyClick(button, Qt.Key.Key_Space)


def _add_row(view: FormView, ref: str, number: int) -> None:
    repeat = next(box for box in view.findChildren(RepeatBox) if box.ref == ref)
    if len(repeat.parts) < number:
        click(repeat.add_button)
    assert len(repeat.parts) >= number, f"no row {number} in {ref}"
