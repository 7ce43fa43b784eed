"""Since when: some hours back, or from a moment as people write it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from fieldapp.errors import FieldError
from fieldapp.notation import dtg
from fieldapp.notation.typed import MAX_TYPED
from fieldapp.units import UtcMillis
from ui.forms.moment_field import spoken_moment
from ui.i18n import tr, tr_count
from ui.messages import tell
from ui.reports.labels import SideLabel
from ui.theme.tokens import GAP_S

HOURS = (6, 12, 24)
_USUAL = 1
_HOUR = 3_600_000
_WIDTH = 200


class Period(QWidget):
    """Chooses the beginning of the watch.

    Args:
        offset_minutes: of local time.

    Signals:
        changed: there is another one, or none yet.
    """

    changed = Signal()

    def __init__(self, offset_minutes: int) -> None:
        super().__init__()
        self._offset = offset_minutes
        self._choice, self._typed = QComboBox(), QLineEdit()
        self._choice.setObjectName("period")
        self._choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._typed.setObjectName("since")
        self._typed.setMaxLength(MAX_TYPED)
        self._typed.setMinimumWidth(_WIDTH)
        self._typed.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._said = SideLabel("", "small")
        self._said.setObjectName("understood")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_S)
        for widget in (self._choice, self._typed, self._said):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self._typed.hide()
        self._said.hide()
        self._choice.currentIndexChanged.connect(self._chosen)
        self._typed.textEdited.connect(lambda _text: self.changed.emit())

    def since(self, now: UtcMillis) -> UtcMillis | None:
        """The moment, and what was understood is said; None while what is typed names none."""
        hours = self._choice.currentData()
        if hours:
            return UtcMillis(now - hours * _HOUR)
        text = self._typed.text()
        if not text.strip():
            self._say("")
            return None
        try:
            group = dtg.parse(
                text, local_offset_minutes=self._offset, today=dtg.today_at(now, self._offset)
            )
        except FieldError as error:
            self._say(tell(error).text)
            return None
        self._say(spoken_moment(group, self._offset))
        return group.utc

    def translated(self) -> None:
        """Sets every text again."""
        at = max(self._choice.currentIndex(), 0) if self._choice.count() else _USUAL
        self._choice.blockSignals(True)
        self._choice.clear()
        for hours in HOURS:
            words = tr_count("Hand-over", "The last hour", "The last {count} hours", hours)
            self._choice.addItem(words, hours)
        self._choice.addItem(tr("Hand-over", "From a date-time group"), 0)
        self._choice.setCurrentIndex(at)
        self._choice.blockSignals(False)
        self._choice.setAccessibleName(tr("Hand-over", "Since when"))
        self._typed.setAccessibleName(tr("Hand-over", "Beginning of the watch"))
        self._typed.setPlaceholderText("061800A")

    def _chosen(self) -> None:
        typed = not self._choice.currentData()
        self._typed.setVisible(typed)
        if typed:
            self._typed.setFocus()
        else:
            self._say("")
        self.changed.emit()

    def _say(self, text: str) -> None:
        self._said.setText(text)
        self._said.setVisible(bool(text))
