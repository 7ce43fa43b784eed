"""One photo large, in a window of its own that Escape closes."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from ui.i18n import tr
from ui.theme.panels import text_label
from ui.theme.tokens import GAP_M, GAP_S


class PhotoViewer(QDialog):
    """Shows a picture as large as the window allows; it is never larger than it is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setWindowTitle(tr("Report", "Photo"))
        self._picture = QPixmap()
        self._label = QLabel()
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._label.setMinimumSize(200, 150)
        self._label.setAccessibleName(tr("Report", "Photo"))
        self._note = text_label("", "small")
        self._note.setObjectName("photo note")
        self._note.setContentsMargins(GAP_M, GAP_S, GAP_M, GAP_S)
        self._note.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._label, 1)
        column.addWidget(self._note)
        self.resize(parent.window().size() * 0.85)

    def show_picture(self, image: QImage, note: str = "") -> None:
        """Puts a picture into the window, and words about it below."""
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._picture = QPixmap.fromImage(image)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._picture.isNull():
            return
        room = self._label.size()
        if self._picture.width() <= room.width() and self._picture.height() <= room.height():
            self._label.setPixmap(self._picture)
            return
        self._label.setPixmap(
            self._picture.scaled(
                room,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        )
