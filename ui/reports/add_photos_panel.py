"""Choosing photos for a report that is filed already, before they are added for good."""

import mimetypes
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
)

from fieldapp.commands import NewFile
from fieldapp.errors import FieldError, Remedy
from ui.i18n import tr
from ui.icons import set_icon
from ui.theme.panels import Card, InlineMessage, MessageKind, text_label
from ui.theme.tokens import GAP_L, GAP_M, GAP_S

MAX_NOTE = 500
_LIST_HEIGHT = 96
_PATTERNS = "*.jpg *.jpeg *.png *.webp *.gif *.bmp *.tif *.tiff *.heic *.pdf *.gpx"


class PhotoUnreadable(FieldError):
    """A chosen photo cannot be read any more, such as one on a stick that was pulled."""

    code = "photo.unreadable"
    remedy = Remedy.CHOOSE_OTHER_FILE
    text = "A chosen file cannot be read. Is the stick or card still in? Nothing was added."


def load_files(paths: Sequence[Path]) -> list[NewFile]:
    """The chosen files' bytes; raises `PhotoUnreadable`."""
    files = []
    for path in paths:
        try:
            content = path.read_bytes()
        except OSError as error:
            raise PhotoUnreadable() from error
        mime = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        files.append(NewFile(content, mime, path.name))
    return files


class AddPhotosPanel(Card):
    """Collects files by dialog or drop.

    Signals:
        confirmed: (paths, note) when the person adds them.
    """

    confirmed = Signal(list, str)

    def __init__(self) -> None:
        super().__init__()
        self._paths: list[Path] = []
        self._title = text_label("", "heading")
        self._text = text_label("", "muted")
        self._list = QListWidget()
        self._list.setObjectName("chosen files")
        self._list.setFixedHeight(_LIST_HEIGHT)
        self._note = QLineEdit()
        self._note.setObjectName("photo note")
        self._note.setMaxLength(MAX_NOTE)
        self._choose, self._remove = QPushButton(), QPushButton()
        self._yes, self._no = QPushButton(), QPushButton()
        self._problem = InlineMessage(MessageKind.ERROR)
        self._build()
        self.setAcceptDrops(True)
        self._choose.clicked.connect(self._ask_files)
        self._remove.clicked.connect(self._take_out)
        self._yes.clicked.connect(self._confirm)
        self._no.clicked.connect(self.close_panel)
        self._list.currentRowChanged.connect(lambda _row: self._enable())
        self.hide()

    def open_panel(self) -> None:
        """Opens empty."""
        self._paths = []
        self._note.clear()
        self._problem.clear()
        self._title.setText(tr("Report", "Add photos"))
        self._text.setText(tr("Report", "Choose files, or drop them here. Up to 20, 25 MB each."))
        self._list.setAccessibleName(tr("Report", "Chosen files"))
        self._note.setPlaceholderText(tr("Report", "What they show, if you like"))
        self._note.setAccessibleName(tr("Report", "Note"))
        self._choose.setText(tr("Report", "Choose files"))
        self._remove.setText(tr("Report", "Take out"))
        self._yes.setText(tr("Report", "Add to report"))
        self._no.setText(tr("Report", "Cancel"))
        self._refill()
        self.show()
        self._choose.setFocus()

    def close_panel(self) -> None:
        """Closes and lets the choice go."""
        self._paths = []
        self.hide()

    def add_paths(self, paths: Sequence[Path]) -> None:
        """Adds files to the choice; one that is there already stays there once."""
        self._paths += [path for path in paths if path not in self._paths]
        self._problem.clear()
        self._refill()

    def failed(self, text: str) -> None:
        """Nothing was added; says why and keeps the choice."""
        self._problem.show_message(MessageKind.ERROR, text)
        self._enable()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        urls = event.mimeData().urls()
        self.add_paths([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])

    def _build(self) -> None:
        for button, name in (
            (self._choose, "choose photos"),
            (self._remove, "take out"),
            (self._yes, "photos yes"),
            (self._no, "photos no"),
        ):
            button.setObjectName(name)
        set_icon(self._choose, "folder-open")
        self._yes.setProperty("look", "primary")
        picking = QHBoxLayout()
        picking.setSpacing(GAP_S)
        picking.addWidget(self._choose)
        picking.addWidget(self._remove)
        picking.addWidget(self._note, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP_S)
        buttons.addWidget(self._problem, 1)
        buttons.addStretch(0)
        buttons.addWidget(self._no)
        buttons.addWidget(self._yes)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GAP_M, GAP_L, GAP_M)
        column.setSpacing(GAP_S)
        for widget in (self._title, self._text, self._list):
            column.addWidget(widget)
        column.addLayout(picking)
        column.addLayout(buttons)

    def _ask_files(self) -> None:
        dialog = QFileDialog(self, tr("Report", "Choose files"))
        # The system's own dialog would keep the names in its list of recent files.
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setHistory([])
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(tr("Report", "Photos and documents") + f" ({_PATTERNS})")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda names: self.add_paths([Path(name) for name in names]))
        dialog.open()

    def _take_out(self) -> None:
        row = self._list.currentRow()
        if row >= 0:
            del self._paths[row]
            self._refill()

    def _refill(self) -> None:
        self._list.clear()
        self._list.addItems([path.name for path in self._paths])
        self._list.setVisible(bool(self._paths))
        self._enable()

    def _enable(self) -> None:
        self._yes.setEnabled(bool(self._paths))
        self._remove.setVisible(bool(self._paths))
        self._remove.setEnabled(self._list.currentRow() >= 0)

    def _confirm(self) -> None:
        self._yes.setEnabled(False)
        self.confirmed.emit(list(self._paths), self._note.text().strip())
