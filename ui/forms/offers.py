"""A grid that is offered, and taken over only when the person says so."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.i18n import tr
from ui.theme.panels import InlineMessage, MessageKind


@dataclass(frozen=True, slots=True)
class GridOffer:
    """Where something may be.

    Args:
        grid: the grid as people read it, ``32Q QF 8947 4793``.
        said: where it comes from, a sentence in the language of the moment.
        method: how it was found, a code such as ``GPS``; empty when nobody knows.
    """

    grid: str
    said: Callable[[], str]
    method: str = ""


class OfferLine(InlineMessage):
    """The offer beneath a grid, with the button that takes it over; hidden without one.

    Signals:
        taken: the `GridOffer`, on a press.
    """

    taken = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._offer: GridOffer | None = None
        self.button.setAutoDefault(False)
        self.button.setObjectName("use grid")
        self.acted.connect(self._take)

    def show_offer(self, offer: GridOffer) -> None:
        """Replaces what was offered."""
        self._offer = offer
        self.show_message(MessageKind.INFO, offer.said, lambda: tr("forms", "Use it"))

    def withdraw(self) -> None:
        """Offers nothing."""
        self._offer = None
        self.clear()

    def _take(self) -> None:
        offer = self._offer
        self.withdraw()
        if offer is not None:
            self.taken.emit(offer)
