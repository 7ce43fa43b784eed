"""What somebody without a mouse or without sight meets on a page."""

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from tests.screens.checks import called
from tests.screens.window import settle
from ui.pages import Page

W = TypeVar("W", bound=QWidget)
DUMPS = Path(__file__).parents[2] / "build/access"
_MOST_CHILDREN = 60
_SEEN_PIXELS = 40
"""So many must change when something takes the keyboard; a blinking cursor alone is fewer."""
_LEAST_SIDE = 8
_MOST_PARTS = 40
_MUST_HAVE_NAMES = {
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.List,
    QAccessible.Role.Table,
    QAccessible.Role.Tree,
    QAccessible.Role.SpinBox,
    QAccessible.Role.Slider,
    QAccessible.Role.Graphic,
}


def tree(widget: QWidget) -> str:
    """The accessibility tree as a screen reader gets it: role, name and state, one a line."""
    lines = [
        f"{'  ' * depth}{node.role().name} {_name(node)!r}{_states(node)}"
        for node, depth in _walk(QAccessible.queryAccessibleInterface(widget), 0)
    ]
    return "\n".join(lines) + "\n"


def nameless(widget: QWidget) -> list[str]:
    """Controls of the tree that a screen reader can only call by their kind."""
    found = []
    for node, _depth in _walk(QAccessible.queryAccessibleInterface(widget), 0):
        known = node.object()
        inside = isinstance(known, QWidget) and isinstance(
            known.parentWidget(), QComboBox | QLineEdit
        )
        if node.role() in _MUST_HAVE_NAMES and not _name(node) and not inside:
            where = called(known) if isinstance(known, QWidget) else "part"
            found.append(f"{node.role().name} {where}")
    return found


def keep_tree(widget: QWidget, name: str) -> Path:
    """Writes the tree of a page that failed, to be read; where."""
    DUMPS.mkdir(parents=True, exist_ok=True)
    path = DUMPS / f"{name.replace(' ', '-')}.txt"
    path.write_text(tree(widget), "utf-8")
    return path


def stops(window: QWidget) -> list[QWidget]:
    """Everything that Tab has to reach."""
    found = []
    for widget in window.findChildren(QWidget):
        inner = isinstance(widget.parentWidget(), QAbstractItemView | QAbstractScrollArea)
        tabbed = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if not tabbed or inner or not widget.isVisible() or not widget.isEnabled():
            continue
        if widget.focusProxy() is None and widget.window() is window:
            found.append(widget)
    return found


def walk(window: QWidget) -> list[QWidget]:
    """Where Tab leads from where the keyboard is, until it comes round or stays for good.

    A widget may keep Tab for a while, to go through what it shows.
    """
    first = QApplication.focusWidget()
    assert first is not None, "nothing has the keyboard"
    way, parts = [first], 0
    for _ in range(len(stops(window)) + 10 + _MOST_PARTS):
        QTest.keyClick(way[-1], Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if now is way[-1] and parts < _MOST_PARTS:
            parts += 1
            continue
        if now is None or now in way:
            break
        way.append(now)
    return way


def out_of_order(window: QWidget, way: list[QWidget]) -> list[str]:
    """Steps that jump back up within a column or against the reading direction within a row."""
    found = []
    rtl = window.isRightToLeft()
    places = [_place(widget, window) for widget in way]
    first = min(range(len(way)), key=lambda at: (places[at].top(), places[at].left()))
    way = way[first:] + way[:first]
    for one, other in itertools.pairwise(way):
        if one.parentWidget() is None or not _together(one, other):
            continue
        a, b = _place(one, window), _place(other, window)
        above = b.bottom() <= a.top() and _overlap(a.left(), a.right(), b.left(), b.right())
        level = min(a.bottom(), b.bottom()) - max(a.top(), b.top())
        beside = level > min(a.height(), b.height()) / 2
        before = a.left() >= b.right() if not rtl else a.right() <= b.left()
        if above or (beside and before):
            found.append(f"{called(one)} -> {called(other)}")
    return found


def unseen_focus(window: QWidget, widgets: list[QWidget]) -> list[str]:
    """Widgets that look the same with the keyboard and without it; one of each look is tried."""
    found = []
    looks = {_look(widget): widget for widget in reversed(widgets)}
    for widget in reversed(looks.values()):
        area = _area(widget)
        if area is not None:
            area.ensureWidgetVisible(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        settle()
        focused = _picture(window, widget)
        place = _place(widget, window)
        widget.clearFocus()
        settle()
        if _place(widget, window) != place:
            continue
        if _differing(focused, _picture(window, widget)) < _SEEN_PIXELS:
            found.append(called(widget))
    return found


def unusable(window: QWidget) -> list[str]:
    """Controls without room, or out of the window where nothing scrolls to them."""
    found = []
    for widget in stops(window):
        size = widget.size()
        if min(size.width(), size.height()) < _LEAST_SIDE:
            found.append(f"{called(widget)}: {size.width()} x {size.height()} pixels")
        elif not _scrolls(widget) and not window.rect().contains(_place(widget, window).center()):
            found.append(f"{called(widget)}: out of the window")
    return found


def _look(widget: QWidget) -> tuple[object, ...]:
    """What the style sheet goes by."""
    own = tuple(widget.property(name) for name in ("look", "part", "role", "wrong"))
    return type(widget), *own, widget.styleSheet()


def _walk(node: QAccessibleInterface, depth: int) -> Iterator[tuple[QAccessibleInterface, int]]:
    yield node, depth
    for at in range(min(node.childCount(), _MOST_CHILDREN)):
        child = node.child(at)
        if child is not None and child.isValid() and not child.state().invisible:
            yield from _walk(child, depth + 1)


def _name(node: QAccessibleInterface) -> str:
    return node.text(QAccessible.Text.Name)


def _states(node: QAccessibleInterface) -> str:
    state = node.state()
    names = ("focusable", "focused", "disabled", "checked", "selected", "readOnly", "expanded")
    told = [name for name in names if getattr(state, name)]
    return f" ({', '.join(told)})" if told else ""


def _together(one: QWidget, other: QWidget) -> bool:
    """Whether both stand in the same scrolled area of the same page, or both in its frame."""
    return _area(one) is _area(other) and _above(one, Page) is _above(other, Page)


def _area(widget: QWidget) -> QScrollArea | None:
    return _above(widget, QScrollArea)


def _above(widget: QWidget, kind: type[W]) -> W | None:
    above = widget.parentWidget()
    while above is not None and not isinstance(above, kind):
        above = above.parentWidget()
    return above


def _scrolls(widget: QWidget) -> bool:
    return _area(widget) is not None


def _place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _overlap(left: int, right: int, other_left: int, other_right: int) -> bool:
    return min(right, other_right) - max(left, other_left) > 0


def _picture(window: QWidget, widget: QWidget) -> QImage:
    place = _place(widget, window).adjusted(-3, -3, 3, 3)
    return window.grab(place).toImage().convertToFormat(QImage.Format.Format_RGB32)


def _differing(one: QImage, other: QImage) -> int:
    if one.isNull() or one.size() != other.size():
        return _SEEN_PIXELS
    a, b = bytes(one.constBits()), bytes(other.constBits())
    return sum(a[at : at + 4] != b[at : at + 4] for at in range(0, len(a), 4))
