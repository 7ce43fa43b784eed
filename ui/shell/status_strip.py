"""The strip at the foot of the window: link, what waits, disk, who is here, and the lock."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from fieldapp.units import ByteCount
from ui.i18n import tr
from ui.icons import set_icon
from ui.link_state import LinkState
from ui.reports.times import Times
from ui.shell.status_words import (
    DeskFacts,
    Said,
    clock_words,
    link_words,
    space_words,
    waiting_words,
)
from ui.theme.badge import Badge
from ui.theme.panels import text_label
from ui.theme.tokens import GAP_L, GAP_XS, Tone, current_tokens


class StatusStrip(QWidget):
    """Shows what it is given; a click on the link's state opens the outbox.

    Signals:
        lock_wanted: the person wants to lock.
    """

    lock_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._link = LinkState()
        self._facts: DeskFacts | None = None
        self._state = Badge()
        self._state.setObjectName("link state")
        self._waiting = _words("waiting")
        self._clock = Badge("", Tone.WARNING)
        self._clock.setObjectName("clock")
        self._space = _words("space")
        self._space_low = Badge("", Tone.WARNING)
        self._person = _words("person")
        self._lock = QPushButton()
        self._lock.setObjectName("lock")
        set_icon(self._lock, "lock")
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_L, GAP_XS, GAP_L, GAP_XS)
        row.setSpacing(GAP_L)
        for widget in (self._state, self._waiting, self._clock):
            row.addWidget(widget)
        row.addStretch(1)
        for last in (self._space, self._space_low, self._person, self._lock):
            row.addWidget(last)
        for badge in (self._clock, self._space_low):
            badge.hide()
        self._lock.clicked.connect(self.lock_wanted)
        self.translated()

    def show_link(self, link: LinkState, times: Times) -> None:
        """The sender said something new."""
        self._link = link
        self._show(times)

    def show_facts(self, facts: DeskFacts, times: Times) -> None:
        """The store's figures changed."""
        self._facts = facts
        self._show(times)

    def show_space(self, free: ByteCount) -> None:
        """Room on the disk of the installation."""
        said = space_words(free)
        low = said.tone is not Tone.NEUTRAL
        self._space.setText("" if low else said.text)
        _badge(self._space_low, said if low else Said("", Tone.WARNING))
        self._fit()

    def show_person(self, words: str) -> None:
        """Who is unlocked."""
        self._person.setText(words)
        self._fit()

    def translated(self) -> None:
        """Sets every word again; figures come with the next ``show``."""
        self._lock.setText(tr("Strip", "Lock"))
        self._lock.setToolTip(tr("Strip", "Lock this laptop (Ctrl+L). What you wrote is kept."))
        self.setAccessibleName(tr("Strip", "Status"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(tokens.card))
            painter.fillRect(0, 0, self.width(), 1, QColor(tokens.line))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.update()

    def _show(self, times: Times) -> None:
        _badge(self._state, link_words(self._link, self._facts, times))
        waiting = "" if self._facts is None else waiting_words(self._facts, self._link)
        self._waiting.setText(waiting)
        self._waiting.setVisible(bool(waiting))
        _badge(self._clock, Said(clock_words(self._link.clock_off, self._facts), Tone.WARNING))
        self._fit()

    def _fit(self) -> None:
        """Room on the disk gives way on a narrow window while there is enough of it."""
        others = (self._state, self._waiting, self._clock, self._space_low, self._person)
        shown = [widget for widget in (*others, self._lock) if not widget.isHidden()]
        wide = sum(widget.sizeHint().width() + GAP_L for widget in (*shown, self._space))
        self._space.setVisible(bool(self._space.text()) and wide + GAP_L <= self.width())


def _words(name: str) -> QLabel:
    label = text_label("", "muted")
    label.setWordWrap(False)
    label.setObjectName(name)
    return label


def _badge(badge: Badge, said: Said) -> None:
    badge.set_status(said.text, said.tone)
    badge.setToolTip(said.hover)
    badge.setVisible(bool(said.text))
