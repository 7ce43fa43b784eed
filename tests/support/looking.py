"""Finding things in a window as a person or a screen reader does."""

from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QPushButton,
    QWidget,
)

from ui.slices import Slices

W = TypeVar("W", bound=QWidget)


def find(page: QWidget, kind: type[W], name: str) -> W:
    """The widget with this object name; fails the test when there is none."""
    found = page.findChild(kind, name)
    assert found is not None, f"no {kind.__name__} called {name}"
    return found


def words(page: QWidget) -> list[str]:
    """Every text that labels show at present."""
    return [
        label.text() for label in page.findChildren(QLabel) if label.isVisible() and label.text()
    ]


def at_rest() -> bool:
    """Whether nothing is being made in slices in any window."""
    tops = QApplication.topLevelWidgets()
    return not any(each.going_on for top in tops for each in top.findChildren(Slices))


def press(page: QWidget, name: str) -> None:
    """Clicks a button that is there and can be clicked."""
    button = find(page, QPushButton, name)
    assert button.isVisible(), f"{name} is hidden"
    assert button.isEnabled(), f"{name} is disabled"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def unnamed(page: QWidget) -> list[str]:
    """Visible widgets that take the keyboard and tell a screen reader no name."""
    found = []
    for widget in page.findChildren(QWidget):
        inner = isinstance(widget.parentWidget(), QAbstractItemView | QAbstractScrollArea)
        if not widget.isVisible() or widget.focusPolicy() == Qt.FocusPolicy.NoFocus or inner:
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if not interface.text(QAccessible.Text.Name):
            found.append(f"{type(widget).__name__} {widget.objectName()}")
    return found


def focused() -> str:
    """Object name of the widget that has the keyboard."""
    widget = QApplication.focusWidget()
    return "" if widget is None else widget.objectName() or type(widget).__name__


def click(widget: QWidget) -> None:
    """Clicks the middle of a widget."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def type_into(widget: QWidget, text: str) -> None:
    """Types text, key by key, in any script."""
    for letter in text:
        if letter.isascii():
            QTest.keyClick(widget, letter)
            continue
        # The test library knows the keys of Latin keyboards only.
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            press = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(widget, press)


def key(
    widget: QWidget,
    code: Qt.Key,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Presses one key."""
    QTest.keyClick(widget, code, modifier)
