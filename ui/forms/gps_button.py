"""The button beside a grid that listens to a GPS receiver and offers where it is."""

from typing import Final

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QPushButton, QWidget

from fieldapp.notation import grid
from fieldapp.notation.nmea import Fix
from ui.forms.offers import GridOffer, OfferLine
from ui.gps.watch import GpsWatch
from ui.i18n import tr
from ui.icons import set_icon
from ui.theme.panels import MessageKind

SILENT_SECONDS: Final = 30
"""After so long without a position the words say that the receiver fell silent."""


class GpsButton(QPushButton):
    """Begins listening, and ends it: pressed again, when the grid is taken over or typed.

    Args:
        watch: the receiver.
        line: where the position is offered.
    """

    def __init__(self, watch: GpsWatch, line: OfferLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._watch = watch
        self._line = line
        self.setAutoDefault(False)
        self.setObjectName("from gps")
        set_icon(self, "radio")
        self.clicked.connect(self._turn)
        line.taken.connect(self.stop)
        watch.beat.connect(self._look)
        self.retranslate()

    @property
    def listening(self) -> bool:
        """Whether it is this question that listens."""
        return self._watch.listener is self

    def stop(self) -> None:
        """Listens no more and takes the offer away."""
        if self.listening:
            self._watch.end()
            self._line.withdraw()
            self.retranslate()

    def retranslate(self) -> None:
        """Sets the text again."""
        text = tr("forms", "Stop GPS") if self.listening else tr("forms", "From GPS")
        if self.text() != text:
            self.setText(text)

    def _turn(self) -> None:
        if self.listening:
            self.stop()
        else:
            self._watch.begin(self)

    def _look(self) -> None:
        self.retranslate()
        if not self.listening:
            return
        heard = self._watch.latest
        if heard is None:
            self._line.show_message(MessageKind.INFO, _waiting)
            return
        try:
            square = grid.from_lat_lon(heard[0].position, heard[0].digits)
        except grid.GridRefused:
            return
        fix, age = heard[0], int(heard[1])
        self._line.show_offer(GridOffer(square.spaced, lambda: _words(square, fix, age), "GPS"))

    def hideEvent(self, event: QHideEvent) -> None:
        self.stop()
        super().hideEvent(event)


def _waiting() -> str:
    return tr("forms", "Listening for a GPS receiver. Plug it in and give it open sky.")


def _words(square: grid.GridSquare, fix: Fix, age: int) -> str:
    metres = square.precision_m
    side = f"{metres // 1000} km" if metres >= 1000 else f"{metres} m"
    values = {"grid": square.spaced, "side": side, "age": age}
    if age >= SILENT_SECONDS:
        return tr("forms", "The GPS fell silent {age} s ago. It was last in {grid}.", **values)
    if fix.hdop is None:
        return tr(
            "forms",
            "GPS: {grid}, a square of {side}, {age} s old. Its precision is not known.",
            **values,
        )
    return tr(
        "forms",
        "GPS: {grid}, a square of {side}, {age} s old. HDOP {hdop}: good to about {error} m.",
        hdop=f"{fix.hdop:.1f}",
        error=fix.error_m,
        **values,
    )
