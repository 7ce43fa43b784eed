"""What every widget for an answer has in common."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from fieldapp.forms.session import Choice
from ui.forms.context import TypedNote

_KEYS = QKeySequence.StandardKey
_NO_LEAVING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class AnswerField(QWidget):
    """One answer on the screen.

    ``answered(value, note)`` is sent on every change a person makes; ``note`` is a ``TypedNote``
    or None. ``left`` is sent when the person has finished with the field for now.
    """

    answered = Signal(str, object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._watched: list[QWidget] = []

    def show_answer(self, value: str, note: TypedNote | None) -> None:
        """Show a stored answer without reporting it; ``note`` says how it was typed."""

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer these; the present answer stays. Fields without choices ignore it."""

    def set_readonly(self, readonly: bool) -> None:
        for stop in self.stops():
            stop.setEnabled(not readonly)

    def set_required(self, required: bool) -> None:
        """Whether the question needs an answer; some fields then offer no way to take it back."""

    def set_wrong(self, wrong: bool) -> None:
        """Mark the field as holding a problem, beside the words that say which."""

    def describe(self, name: str, description: str) -> None:
        """Name every part that can be reached, for screen readers."""
        for stop in self.stops():
            stop.setAccessibleName(name)
            stop.setAccessibleDescription(description)

    def objection(self) -> str:
        """Why what was typed cannot stand, in the person's language; empty when it can."""
        return ""

    def stops(self) -> list[QWidget]:
        """What the Tab key reaches, in order; the first takes the focus."""
        return list(self._watched)

    def retranslate(self) -> None:
        """Write the field's own words again in the present language."""

    def watch(self, *widgets: QWidget) -> None:
        """Make ``widgets`` stops of the Tab key whose leaving is reported."""
        # No focus proxy here: Tab would come back to this field from wherever Qt keeps it in line.
        for widget in widgets:
            widget.installEventFilter(self)
            self._watched.append(widget)

    def unwatch(self, widgets: Sequence[QWidget]) -> None:
        """Forget stops that are about to go."""
        for widget in widgets:
            widget.removeEventFilter(self)
        self._watched = [widget for widget in self._watched if widget not in widgets]

    def focusInEvent(self, event: QFocusEvent) -> None:
        # With a focus proxy Qt would lead Tab back here from further on, and never out again.
        if self._watched:
            self._watched[0].setFocus(event.reason())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if _is_leaving(event):
            self.left.emit()
        # What is taken back is a step of the whole form, not of one line with a memory of its own.
        return _is_undoing(event)


def _is_leaving(event: QEvent) -> bool:
    gone = event.type() is QEvent.Type.FocusOut
    return gone and isinstance(event, QFocusEvent) and event.reason() not in _NO_LEAVING


def _is_undoing(event: QEvent) -> bool:
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return event.matches(_KEYS.Undo) or event.matches(_KEYS.Redo) or _is_redo(event)


def _is_redo(event: QKeyEvent) -> bool:
    return event.keyCombination().toCombined() == (Qt.Modifier.CTRL | Qt.Key.Key_Y).toCombined()


def mark_wrong(widget: QWidget, wrong: bool) -> None:
    """Give a field the look of one with a problem, or take it away."""
    if bool(widget.property("wrong")) is not wrong:
        widget.setProperty("wrong", wrong)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
