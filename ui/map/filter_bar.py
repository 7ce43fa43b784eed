"""Which reports the map shows: by type and by period."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from fieldapp.units import UtcMillis
from ui.i18n import tr
from ui.theme.tokens import GAP_S

_DAY_MS = 86_400_000
PERIODS = (0, 1, 7, 30, 365)
"""Days back from now; 0 for all times."""


class FilterBar(QWidget):
    """Signals ``wanted`` when something else shall be shown."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._types, self._periods = QComboBox(), QComboBox()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_S)
        for box, name in ((self._types, "types"), (self._periods, "periods")):
            box.setObjectName(name)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.currentIndexChanged.connect(lambda _at: self.wanted.emit())
            row.addWidget(box)

    @property
    def types(self) -> tuple[str, ...]:
        """Short types, empty for all."""
        kind = self._types.currentData()
        return (str(kind),) if kind else ()

    @property
    def narrowed(self) -> bool:
        """Whether anything is left out."""
        return bool(self._types.currentData() or self._periods.currentData())

    def since(self, now: UtcMillis) -> UtcMillis | None:
        """The moment from which reports are shown, None for all."""
        days = self._periods.currentData() or 0
        return UtcMillis(now - days * _DAY_MS) if days else None

    def clear(self) -> None:
        """Shows everything again."""
        for box in (self._types, self._periods):
            blocked = box.blockSignals(True)
            box.setCurrentIndex(0)
            box.blockSignals(blocked)
        self.wanted.emit()

    def show_types(self, types: Sequence[tuple[str, str]]) -> None:
        """Sets every text again; ``types`` are (short type, words)."""
        self._types.setAccessibleName(tr("Map", "Type of report"))
        self._periods.setAccessibleName(tr("Map", "Period"))
        _fill(self._types, [("", tr("Map", "All types")), *types])
        words = {
            0: tr("Map", "All times"),
            1: tr("Map", "Last 24 hours"),
            7: tr("Map", "Last 7 days"),
            30: tr("Map", "Last 30 days"),
            365: tr("Map", "Last 12 months"),
        }
        _fill(self._periods, [(days, words[days]) for days in PERIODS])


def _fill(box: QComboBox, items: Sequence[tuple[object, str]]) -> None:
    chosen = box.currentIndex()
    blocked = box.blockSignals(True)
    box.clear()
    for data, words in items:
        box.addItem(words, data)
    box.setCurrentIndex(max(0, chosen))
    box.blockSignals(blocked)
