"""The photos of a report: small pictures that open large; what is not here yet says so."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QToolButton, QVBoxLayout

from fieldapp.store.reads import FileRow
from fieldapp.units import Sha256
from ui.i18n import listed, tr
from ui.icons import icon
from ui.reports.delivery import size
from ui.reports.labels import SideLabel
from ui.reports.photos import THUMBNAIL
from ui.theme.panels import Card
from ui.theme.tokens import GAP_L, GAP_M, GAP_S

_TILE = QSize(THUMBNAIL.width() + 12, THUMBNAIL.height() + 52)


class PhotoWall(Card):
    """Tiles in as many columns as fit.

    Signals:
        opened: the `FileRow` that the person wants to see large.
    """

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._title = SideLabel("", "heading", wrap=True)
        self._note = SideLabel("", "small", wrap=True)
        self._note.setObjectName("previews note")
        self._tiles: dict[Sha256, QToolButton] = {}
        self._grid = QGridLayout()
        self._grid.setSpacing(GAP_S)
        self._columns = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GAP_M, GAP_L, GAP_L)
        column.setSpacing(GAP_S)
        column.addWidget(self._title)
        column.addLayout(self._grid)
        column.addWidget(self._note)

    def show_files(self, files: Sequence[FileRow]) -> list[FileRow]:
        """Replaces the tiles; returns the files whose pictures are wanted from the store."""
        for tile in self._tiles.values():
            tile.hide()
            tile.deleteLater()
        self._tiles = {}
        self.setVisible(bool(files))
        self._title.setText(tr("Report", "Photos and files ({count})", count=len(files)))
        self._note.setText(
            tr("Report", "Where it says preview, the photo itself is still on its way.")
        )
        self._note.setVisible(any(still_coming(file) for file in files))
        wanted = []
        for number, file in enumerate(files, 1):
            self._tiles[file.sha] = self._tile(file, number)
            if shown_of(file) is not None and file.mime.startswith("image/"):
                wanted.append(file)
        self._columns = 0
        self._arrange()
        return wanted

    def show_picture(self, sha: Sha256, image: QImage) -> None:
        """Fills a tile; a null image says that the file cannot be shown."""
        tile = self._tiles.get(sha)
        if tile is None:
            return
        if image.isNull():
            tile.setIcon(icon("image-off"))
            tile.setToolTip(tr("Report", "This file cannot be shown as a picture."))
            return
        tile.setIconSize(THUMBNAIL)
        tile.setIcon(QPixmap.fromImage(image))
        tile.setEnabled(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _tile(self, file: FileRow, number: int) -> QToolButton:
        tile = QToolButton(self)
        tile.setObjectName("photo")
        tile.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        tile.setFixedSize(_TILE)
        tile.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        tile.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        tile.setIconSize(QSize(40, 40))
        picture = file.mime.startswith("image/")
        tile.setIcon(icon("image" if picture else "paperclip"))
        name = file.name or tr("Report", "Photo {number}", number=number)
        state = _state(file)
        width = THUMBNAIL.width()
        shown = tile.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, width)
        tile.setText(f"{shown}\n{state}")
        tile.setAccessibleName(listed((name, state)))
        tile.setToolTip(listed((name, size(file.size), _hover(file))))
        tile.setEnabled(False)
        tile.clicked.connect(lambda: self.opened.emit(file))
        return tile

    def _arrange(self) -> None:
        room = self.width() - 2 * GAP_L
        columns = max(1, (room + GAP_S) // (_TILE.width() + GAP_S))
        if columns == self._columns:
            return
        self._columns = columns
        for place, tile in enumerate(self._tiles.values()):
            self._grid.addWidget(tile, place // columns, place % columns)
        for column in range(columns + 1):
            self._grid.setColumnStretch(column, int(column == columns))


def shown_of(file: FileRow) -> Sha256 | None:
    """What of a file can be shown here: itself, else its preview, else nothing."""
    return file.sha if file.here else file.preview


def still_coming(file: FileRow) -> str:
    """Words under a picture that is only a preview; empty for the photo itself."""
    if file.here or file.preview is None:
        return ""
    return tr("Report", "Preview; the photo itself is still on its way")


def _hover(file: FileRow) -> str:
    if still_coming(file):
        return still_coming(file)
    if not file.here:
        return tr("Report", "its bytes have not reached this laptop yet")
    if not file.at_hq:
        return tr("Report", "HQ does not have all of it yet")
    return tr("Report", "HQ has it")


def _state(file: FileRow) -> str:
    if still_coming(file):
        return tr("Report", "preview")
    if not file.here:
        return tr("Report", "not here yet")
    if not file.at_hq:
        return tr("Report", "{size}, waiting", size=size(file.size))
    return size(file.size)
