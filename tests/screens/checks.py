"""What a program can see on a page: cut words, widgets on top of each other or out of sight."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMainWindow,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolButton,
    QTreeView,
    QWidget,
)

from ui.theme.badge import Badge, badge_size
from ui.theme.table import TONE_ROLE

_CLOSED = (QComboBox, QLineEdit, QAbstractSpinBox, QHeaderView, QSplitter)
"""Widgets whose inside Qt arranges itself."""
_SLACK = 1
"""Pixels that rounding may take."""
_CELL_PAD = 9


def findings(window: QWidget, room: tuple[int, int] | None = None) -> list[str]:
    """What is wrong with what a window shows, each in one line without what a report says.

    Args:
        window: shown, with its layouts done.
        room: size of the screen in device-independent pixels; None for any.
    """
    found = list(_too_large(window, room))
    for widget in shown(window):
        found += _clipped(widget)
        found += _overlaps(widget)
        found += _sideways(widget)
        if isinstance(widget, QTableView | QTreeView):
            found += _cells(widget)
    return list(dict.fromkeys(found))


def shown(window: QWidget) -> Iterator[QWidget]:
    """Every visible widget of a window; what stands inside Qt's own composed ones is left out."""
    waiting = [window]
    while waiting:
        widget = waiting.pop()
        yield widget
        if isinstance(widget, _CLOSED):
            continue
        waiting += reversed(_inside(widget))


def called(widget: QWidget) -> str:
    """A widget as a developer knows it."""
    name, above = widget.objectName(), widget.parentWidget()
    while not name and above is not None:
        name, above = above.objectName() and f"in {above.objectName()}", above.parentWidget()
    return f"{type(widget).__name__} {name}".strip()


def _inside(widget: QWidget) -> list[QWidget]:
    children = [child for child in widget.children() if isinstance(child, QWidget)]
    return [child for child in children if child.isVisible() and not child.isWindow()]


def _too_large(window: QWidget, room: tuple[int, int] | None) -> Iterator[str]:
    if room is not None and (window.width() > room[0] or window.height() > room[1]):
        yield f"window {window.width()} x {window.height()} on a screen of {room[0]} x {room[1]}"


def _clipped(widget: QWidget) -> Iterator[str]:
    """Words that do not fit into the widget which shows them."""
    if isinstance(widget, QLabel):
        if not widget.text():
            return
        if widget.wordWrap():
            least, has = widget.heightForWidth(widget.width()), widget.height()
            if least > has + _SLACK:
                yield f"{called(widget)}: lines cut, {has} of {least} pixels high"
        elif widget.sizeHint().width() > widget.width() + _SLACK:
            yield f"{called(widget)}: cut, {widget.width()} of {widget.sizeHint().width()} pixels"
    elif isinstance(widget, QAbstractButton) and widget.text():
        least, has = _button_width(widget), widget.width()
        if least > has + _SLACK:
            yield f"{called(widget)}: cut, {has} of {least} pixels"
    elif isinstance(widget, Badge):
        least = badge_size(widget.fontMetrics(), widget.text).width()
        if least > widget.width() + _SLACK:
            yield f"{called(widget)}: badge cut, {widget.width()} of {least} pixels"
    elif isinstance(widget, QComboBox) and not widget.isEditable():
        least = widget.minimumSizeHint().width()
        if widget.fontMetrics().horizontalAdvance(widget.currentText()) + 40 > widget.width():
            yield f"{called(widget)}: cut, {widget.width()} of {least} pixels"
    elif isinstance(widget, QLineEdit) and not widget.text():
        words = widget.fontMetrics().horizontalAdvance(widget.placeholderText())
        if words > widget.width() - 2 * _CELL_PAD:
            yield f"{called(widget)}: hint cut, {widget.width()} of {words} pixels"


def _button_width(button: QAbstractButton) -> int:
    under = Qt.ToolButtonStyle.ToolButtonTextUnderIcon
    if isinstance(button, QToolButton) and button.toolButtonStyle() is under:
        # The icon may be made smaller than it would like to be, the words may not.
        lines = button.text().splitlines()
        return max(button.fontMetrics().horizontalAdvance(line) for line in lines) + 4
    return button.sizeHint().width()


def _overlaps(parent: QWidget) -> Iterator[str]:
    """Widgets that lie on one another, or stick out of what holds them."""
    if isinstance(parent, (*_CLOSED, QStackedWidget, QAbstractItemView, QMainWindow)):
        return
    children = _inside(parent)
    for one, other in combinations(children, 2):
        shared = one.geometry().intersected(other.geometry())
        if shared.width() > _SLACK and shared.height() > _SLACK:
            yield f"{called(one)} and {called(other)} overlap"
    above = parent.parentWidget()
    scrolls = isinstance(above, QAbstractScrollArea) and above.viewport() is parent
    for child in children:
        inner = child.geometry().adjusted(_SLACK, _SLACK, -_SLACK, -_SLACK)
        if not scrolls and not inner.isEmpty() and not parent.rect().contains(inner):
            yield f"{called(child)} sticks out of {called(parent)}"


def _sideways(widget: QWidget) -> Iterator[str]:
    if not isinstance(widget, QAbstractScrollArea):
        return
    bar = widget.horizontalScrollBar()
    if bar.isVisible() and bar.maximum() > 0:
        yield f"{called(widget)}: scrolls sideways by {bar.maximum()} pixels"
    elif isinstance(widget, QScrollArea) and widget.widget() is not None:
        beyond = widget.widget().width() - widget.viewport().width()
        if beyond > _SLACK:
            yield f"{called(widget)}: {beyond} pixels cannot be reached at the side"


def _cells(view: QTableView | QTreeView) -> Iterator[str]:
    """Headings, badges and short words of a table; long words may end in dots with a tooltip."""
    header = view.horizontalHeader() if isinstance(view, QTableView) else view.header()
    model = view.model()
    if header.isVisible():
        for column in range(model.columnCount()):
            least, has = header.sectionSizeHint(column), header.sectionSize(column)
            if not header.isSectionHidden(column) and least > has + _SLACK:
                title = model.headerData(column, Qt.Orientation.Horizontal)
                yield f"{called(view)}: heading {title!r} cut, {has} of {least} pixels"
    for index, place in _visible_cells(view):
        text = str(index.data() or "")
        if not text or view.isColumnHidden(index.column()):
            continue
        width = _needed(view, index, text)
        whole = text in str(index.data(Qt.ItemDataRole.ToolTipRole) or "").splitlines()
        badge = index.data(TONE_ROLE) is not None
        if width > place.width() + _SLACK and (badge or not whole):
            kind = "badge" if badge else "words"
            title = model.headerData(index.column(), Qt.Orientation.Horizontal)
            yield f"{called(view)}: {kind} under {title!r} cut, {place.width()} of {width} pixels"


def _needed(view: QAbstractItemView, index: QModelIndex, text: str) -> int:
    option = QStyleOptionViewItem()
    view.initViewItemOption(option)
    delegate = view.itemDelegateForIndex(index)
    if index.data(TONE_ROLE) is not None:
        return badge_size(view.fontMetrics(), text).width() + 2 * _CELL_PAD
    if isinstance(delegate, QStyledItemDelegate):
        delegate.initStyleOption(option, index)
    return option.fontMetrics.horizontalAdvance(text) + 2 * _CELL_PAD


def _visible_cells(view: QTableView | QTreeView) -> Iterator[tuple[QModelIndex, QRect]]:
    model = view.model()
    tops = [model.index(row, 0) for row in range(min(model.rowCount(), 40))]
    rows = [*tops, *(model.index(at, 0, top) for top in tops for at in range(model.rowCount(top)))]
    for first in rows:
        if isinstance(view, QTreeView) and view.isFirstColumnSpanned(first.row(), first.parent()):
            continue
        for column in range(model.columnCount(first.parent())):
            index = first.siblingAtColumn(column)
            place = view.visualRect(index)
            if place.intersects(view.viewport().rect()):
                yield index, place
