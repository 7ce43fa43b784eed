"""One box to tick, for acknowledgements and yes-or-no facts."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from ui.forms.context import TypedNote
from ui.forms.field import AnswerField
from ui.theme.panels import Words

ACKNOWLEDGED = "OK"
"""What XForms store for a trigger that was pressed."""


class _Words(Words):
    """Words that may be clicked instead of the small box beside them."""

    clicked = Signal()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.clicked.emit()


class TickField(AnswerField):
    """A tick; the question's own label stands beside it.

    Args:
        ticked: the value stored for a tick.
        unticked: the value stored when a tick is taken away.
    """

    def __init__(self, ticked: str, unticked: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ticked, self._unticked = ticked, unticked
        self.box = QCheckBox(self)
        self.words = _Words("", "strong", self)
        self.words.clicked.connect(self._toggle)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        self.box.clicked.connect(self._take)
        self.watch(self.box)

    def _take(self, ticked: bool) -> None:
        self.answered.emit(self._ticked if ticked else self._unticked, None)
        self.left.emit()

    def _toggle(self) -> None:
        self.box.setFocus(Qt.FocusReason.MouseFocusReason)
        self.box.click()

    def show_answer(self, value: str, note: TypedNote | None) -> None:
        self.box.setChecked(value in (self._ticked, "1"))
