"""In the place of a form: what differs in another edition, and answers without a place in it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from fieldapp.forms.editions import Difference, Stray, What
from ui.i18n import listed, tr
from ui.reports.labels import SideLabel
from ui.reports.layouts import empty
from ui.theme.panels import Card, PageHeader
from ui.theme.tokens import GAP_L, GAP_M, GAP_S, GAP_XS

_MOST = 12
"""So many choices of one question are named; of a long list it would help nobody to read more."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the page says.

    Args:
        title: its title.
        hint: one line below it.
        strays_title: above the answers without a place.
        strays: these answers.
        differences: between the editions; empty to say nothing of them.
        go_on: words of the button that does it; empty where there is nothing to do.
        stay: words of the button that goes back to the form.
    """

    title: str
    hint: str
    strays_title: str
    strays: Sequence[Stray]
    differences: Sequence[Difference]
    go_on: str
    stay: str


class EditionPage(QWidget):
    """Shows what is told, to be read before anything happens.

    Args:
        told: gives it in the language of the moment.

    Signals:
        agreed: the person wants it so.
        left: the person goes back to the form as it is.
    """

    agreed = Signal()
    left = Signal()

    def __init__(self, told: Callable[[], Told]) -> None:
        super().__init__()
        self.setObjectName("edition page")
        self._told = told
        self._go_on, self._stay = QPushButton(), QPushButton()
        self._go_on.setObjectName("go on in other edition")
        self._go_on.setProperty("look", "primary")
        self._stay.setObjectName("stay in edition")
        self._go_on.clicked.connect(self.agreed)
        self._stay.clicked.connect(self.left)
        self._header = PageHeader("")
        self._header.add(self._stay)
        self._header.add(self._go_on)
        self._build()
        keys = QShortcut(QKeySequence("Escape"), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.left)
        self.translated()

    def begin(self) -> None:
        """Puts the keyboard on the button that changes nothing."""
        self._stay.setFocus(Qt.FocusReason.OtherFocusReason)

    def translated(self) -> None:
        """Sets every text again."""
        told = self._told()
        self._header.set_texts(told.title, told.hint)
        self._go_on.setText(told.go_on)
        self._go_on.setVisible(bool(told.go_on))
        self._stay.setText(told.stay)
        self._area.setAccessibleName(told.title)
        empty(self._list)
        if told.strays:
            lines = [_Line(one.label or one.ref, one.text) for one in told.strays]
            self._list.addWidget(_Lines(told.strays_title, lines))
        for title, what in _titles():
            lines = [_line(one) for one in told.differences if one.what is what]
            if lines:
                self._list.addWidget(_Lines(title, lines))
        self._list.addStretch(1)

    def _build(self) -> None:
        ground = QWidget()
        ground.setProperty("part", "ground")
        self._list = QVBoxLayout(ground)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(GAP_L)
        area = self._area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(ground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._header)
        column.addWidget(area, 1)


@dataclass(frozen=True, slots=True)
class _Line:
    """A question, and what is said of it."""

    label: str
    text: str = ""


class _Lines(Card):
    """A title and questions below it."""

    def __init__(self, title: str, lines: Sequence[_Line]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GAP_M, GAP_L, GAP_M)
        column.setSpacing(GAP_XS)
        column.addWidget(SideLabel(title, "heading", wrap=True))
        for line in lines:
            column.addSpacing(GAP_S)
            column.addWidget(SideLabel(line.label, "muted" if line.text else "", wrap=True))
            if line.text:
                column.addWidget(SideLabel(line.text, wrap=True))


def _titles() -> tuple[tuple[str, What], ...]:
    return (
        (tr("Edition", "New questions"), What.NEW),
        (tr("Edition", "Questions that are no longer asked"), What.GONE),
        (tr("Edition", "Questions in other words"), What.REWORDED),
        (tr("Edition", "Questions with other choices"), What.CHOICES),
    )


def _line(found: Difference) -> _Line:
    if found.what is What.REWORDED:
        return _Line(found.label, tr("Edition", "Until now: {words}", words=found.before))
    parts = []
    if found.gone:
        parts.append(tr("Edition", "No longer there: {choices}", choices=_some(found.gone)))
    if found.added:
        parts.append(tr("Edition", "New: {choices}", choices=_some(found.added)))
    return _Line(found.label, "\n".join(parts))


def _some(choices: Sequence[str]) -> str:
    more = len(choices) - _MOST
    named = listed(choices[:_MOST])
    if more <= 0:
        return named
    return tr("Edition", "{choices} and {count} more", choices=named, count=more)
