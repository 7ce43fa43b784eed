"""Where the cursor goes when a person is led to a question."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget


def tab_stops(within: QWidget) -> list[QWidget]:
    """What Tab reaches inside a widget, in the order in which it was made."""
    inside = within.findChildren(QWidget)
    return [one for one in inside if one.focusPolicy() & Qt.FocusPolicy.TabFocus]


def chain(stops: Sequence[QWidget]) -> None:
    """Has Tab lead from each to the next."""
    for before, stop in pairwise(stops):
        QWidget.setTabOrder(before, stop)


def give_cursor(stops: Sequence[QWidget]) -> bool:
    """To the first that can take it, among choices to the one that is chosen; whether one could."""
    ready = [stop for stop in stops if stop.isVisible() and stop.isEnabled()]
    if not ready:
        return False
    mates = [stop for stop in ready if stop.parent() is ready[0].parent()]
    next(filter(_is_ticked, mates), ready[0]).setFocus(Qt.FocusReason.OtherFocusReason)
    return True


def _is_ticked(widget: QObject) -> bool:
    checked = getattr(widget, "isChecked", None)
    return bool(checked is not None and partial(checked)())
