"""Copying a report to PDF or paper, after saying that such a copy is not protected any more."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout

from ui.i18n import tr
from ui.icons import set_icon
from ui.reports.labels import SideLabel
from ui.reports.layouts import holds_focus
from ui.theme.panels import Card, InlineMessage, MessageKind, Wording
from ui.theme.tokens import GAP_L, GAP_M, GAP_S


def report_words() -> tuple[str, str]:
    """Title and warning above the copies of a report."""
    return (
        tr("Report", "Copy this report"),
        tr(
            "Report",
            "A copy is not encrypted: anybody who finds it can read it. "
            "It is marked with the classification, and HQ sees that you made it.",
        ),
    )


class CopyPanel(Card):
    """Asks what kind of copy.

    Args:
        words: title and warning, in the language of the moment.

    Signals:
        pdf_wanted: a file is wanted.
        print_wanted: paper is wanted.
        closing: it is about to disappear with the keyboard in it.
    """

    pdf_wanted = Signal()
    print_wanted = Signal()
    closing = Signal()

    def __init__(self, words: Callable[[], tuple[str, str]] = report_words) -> None:
        super().__init__()
        self._words = words
        self._title = SideLabel("", "heading", wrap=True)
        self._text = SideLabel("", "muted", wrap=True)
        self._photos = QCheckBox()
        self._photos.setObjectName("copy photos")
        self._photos.setChecked(True)
        self._said = InlineMessage(MessageKind.ERROR)
        self._said.setObjectName("copy said")
        self._pdf, self._print, self._no = QPushButton(), QPushButton(), QPushButton()
        self._pdf.setProperty("look", "primary")
        self._build()
        self._pdf.clicked.connect(self.pdf_wanted)
        self._print.clicked.connect(self.print_wanted)
        self._no.clicked.connect(self.close_panel)
        self.hide()

    @property
    def photos(self) -> bool:
        """Whether photos go along."""
        return self._photos.isChecked() and not self._photos.isHidden()

    def open_panel(self, *, photos: bool) -> None:
        """Opens; ``photos`` says that the report has some."""
        self.translated()
        self._said.clear()
        self._photos.setVisible(photos)
        self.busy(False)
        self.show()
        self._pdf.setFocus()

    def close_panel(self) -> None:
        """Closes; nothing is copied."""
        if holds_focus(self):
            self.closing.emit()
        self.hide()

    def busy(self, busy: bool) -> None:
        """A copy is being made, or not any more."""
        for button in (self._pdf, self._print):
            button.setEnabled(not busy)

    def done(self, text: Wording) -> None:
        """A copy was made; says where it is."""
        self.busy(False)
        self._said.show_message(MessageKind.INFO, text)

    def failed(self, text: Wording) -> None:
        """No copy was made; says why."""
        self.busy(False)
        self._said.show_message(MessageKind.ERROR, text)

    def translated(self) -> None:
        """Sets every text again."""
        title, text = self._words()
        self._title.setText(title)
        self._text.setText(text)
        self._photos.setText(tr("Report", "With photos"))
        self._pdf.setText(tr("Report", "Save as PDF"))
        self._print.setText(tr("Report", "Print"))
        self._no.setText(tr("Report", "Close"))

    def _build(self) -> None:
        for name, button in (("pdf", self._pdf), ("print", self._print), ("close", self._no)):
            button.setObjectName(f"copy {name}")
        set_icon(self._print, "printer")
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP_S)
        buttons.addWidget(self._photos)
        buttons.addStretch(1)
        for button in (self._no, self._print, self._pdf):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GAP_M, GAP_L, GAP_M)
        column.setSpacing(GAP_S)
        for widget in (self._title, self._text, self._said):
            column.addWidget(widget)
        column.addLayout(buttons)
