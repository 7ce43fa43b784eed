"""Choosing photos for a report that is filed already, before they are added for good."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from fieldapp.commands import NewFile
from ui.forms.photos import Choose, PhotoStrip, choose_photos
from ui.i18n import tr
from ui.reports.labels import SideLabel
from ui.reports.layouts import holds_focus
from ui.theme.panels import Card, InlineMessage, MessageKind, Wording
from ui.theme.tokens import GAP_L, GAP_M, GAP_S

MAX_NOTE = 500


class AddPhotosPanel(Card):
    """Collects photos; nothing is kept until the person adds them.

    Signals:
        confirmed: (list of `NewFile`, note) when the person adds them.
        closing: it is about to disappear with the keyboard in it.

    Args:
        choose: how files are asked for.
    """

    confirmed = Signal(list, str)
    closing = Signal()

    def __init__(self, choose: Choose = choose_photos) -> None:
        super().__init__()
        self._files: dict[str, NewFile] = {}
        self._number = 0
        self._title = SideLabel("", "heading", wrap=True)
        self._strip = PhotoStrip(choose)
        self._note = QLineEdit()
        self._note.setObjectName("photo note")
        self._note.setMaxLength(MAX_NOTE)
        self._yes, self._no = QPushButton(), QPushButton()
        self._yes.setObjectName("photos yes")
        self._no.setObjectName("photos no")
        self._problem = InlineMessage(MessageKind.ERROR)
        self._build()
        self._strip.added.connect(self._take)
        self._strip.removed.connect(self._take_out)
        self._yes.clicked.connect(self._confirm)
        self._no.clicked.connect(self.close_panel)
        self.hide()

    @property
    def chosen(self) -> tuple[NewFile, ...]:
        """The photos chosen so far."""
        return tuple(self._files.values())

    @property
    def strip(self) -> PhotoStrip:
        """Where photos are picked, dropped and pasted."""
        return self._strip

    def open_panel(self) -> None:
        """Opens; what was chosen and not added yet is still there."""
        self.translated()
        self._enable()
        self.show()
        self._strip.add_button.setFocus()

    def translated(self) -> None:
        """Sets every text again."""
        self._title.setText(tr("Report", "Add photos to this report"))
        self._note.setPlaceholderText(tr("Report", "What they show, if you like"))
        self._note.setAccessibleName(tr("Report", "Note"))
        self._yes.setText(tr("Report", "Add to report"))
        self._no.setText(tr("Report", "Cancel"))

    def close_panel(self) -> None:
        """Closes and lets the choice go."""
        for key in list(self._files):
            self._take_out(key)
        self._note.clear()
        self._problem.clear()
        if holds_focus(self):
            self.closing.emit()
        self.hide()

    def failed(self, text: Wording) -> None:
        """Nothing was added; says why and keeps the choice."""
        self._problem.show_message(MessageKind.ERROR, text)
        self._enable()

    def _build(self) -> None:
        self._yes.setProperty("look", "primary")
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP_S)
        buttons.addWidget(self._problem, 1)
        buttons.addStretch(0)
        buttons.addWidget(self._no)
        buttons.addWidget(self._yes)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GAP_M, GAP_L, GAP_M)
        column.setSpacing(GAP_S)
        for widget in (self._title, self._strip, self._note):
            column.addWidget(widget)
        column.addLayout(buttons)

    def _take(self, content: bytes, mime: str, name: str) -> None:
        self._number += 1
        key = str(self._number)
        self._files[key] = NewFile(content, mime, name)
        self._strip.show_photo(key, content, name)
        self._problem.clear()
        self._enable()

    def _take_out(self, key: str) -> None:
        self._files.pop(key, None)
        self._strip.forget_photo(key)
        self._enable()

    def _enable(self) -> None:
        self._yes.setEnabled(bool(self._files))

    def _confirm(self) -> None:
        self._yes.setEnabled(False)
        self.confirmed.emit(list(self._files.values()), self._note.text().strip())
