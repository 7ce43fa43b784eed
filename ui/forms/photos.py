"""Photos of a report: picked, dropped or pasted, and shown small."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QMimeData, QSettings, QSize, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QImageReader,
    QImageWriter,
    QKeyEvent,
    QKeySequence,
    QPixmap,
)
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import delete

from fieldapp.errors import FieldError
from fieldapp.notation import grid
from fieldapp.notation.latlon import PositionRefused, from_degrees
from fieldapp.photos.cleaning import MAX_PIXELS, CleanPhoto, clean_photo
from fieldapp.photos.errors import PhotoKind
from ui.forms.offers import GridOffer, OfferLine
from ui.i18n import tr
from ui.icons import set_icon
from ui.theme.panels import InlineMessage, MessageKind, text_label
from ui.theme.tokens import GAP_M, GAP_S, GAP_XS

MAX_BYTES: Final = 64 * 1024 * 1024
"""Bytes of one photo; the largest a phone takes are about half of that."""

_THUMB: Final = QSize(160, 120)
_ACROSS: Final = 4
_NAME_WIDTH: Final = 150
_KINDS: Final = {
    b"jpeg": ("image/jpeg", ".jpg"),
    b"png": ("image/png", ".png"),
    b"webp": ("image/webp", ".webp"),
    b"gif": ("image/gif", ".gif"),
    b"tiff": ("image/tiff", ".tif"),
    b"bmp": ("image/bmp", ".bmp"),
}

Choose = Callable[[QWidget], Sequence[str]]
"""Asks the person for files and answers with their paths; none when they changed their mind."""


def choose_photos(parent: QWidget) -> Sequence[str]:
    """Ask for photo files, leaving no list of recent files or folders behind."""
    dialog = QFileDialog(parent, tr("photos", "Add photos"))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setOption(QFileDialog.Option.DontUseCustomDirectoryIcons)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    patterns = "*.jpg *.jpeg *.png *.webp *.gif *.tif *.tiff *.bmp"
    dialog.setNameFilter(f"{tr('photos', 'Photos')} ({patterns})")
    chosen = dialog.selectedFiles() if dialog.exec() else []
    # Qt writes visited folders when the dialog goes; they are taken out again at once.
    delete(dialog)
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    settings.remove("FileDialog")
    settings.sync()
    return chosen


def thumbnail(data: bytes) -> tuple[QImage, str] | None:
    """A small picture of a photo and its media type; None when it cannot be shown safely."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    # The reader has to be gone before what it reads from: a TIFF would crash the window.
    return _small(buffer)


def _small(buffer: QBuffer) -> tuple[QImage, str] | None:
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    kind = _KINDS.get(bytes(reader.format().data()))
    if kind is None or not size.isValid() or size.width() * size.height() > MAX_PIXELS:
        return None
    reader.setScaledSize(size.scaled(_THUMB * 2, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else (image, kind[0])


def taken_in(data: bytes) -> CleanPhoto | None:
    """A photo without what its camera wrote beside it; None when it is none that can be shown.

    JPEG and PNG keep their picture bit for bit; other kinds are painted anew.
    """
    if thumbnail(data) is None:
        return None
    try:
        return clean_photo(data)
    except PhotoKind:
        return clean_photo(_painted_anew(data))
    except FieldError:
        return None


def _painted_anew(data: bytes) -> bytes:
    image = QImage.fromData(data)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    kind = b"png" if image.hasAlphaChannel() else b"jpg"
    QImageWriter(buffer, QByteArray(kind)).write(image)
    return bytes(buffer.data().data())


def photo_offer(name: str, latitude: float, longitude: float) -> GridOffer | None:
    """Where a camera says that it was, in degrees, as a grid; None where there are no grids."""
    try:
        square = grid.from_lat_lon(from_degrees(latitude, longitude))
    except (grid.GridRefused, PositionRefused):
        return None

    def said() -> str:
        values = {"photo": name, "grid": square.spaced}
        return tr("photos", "{photo} was taken in {grid}. Is this where it happened?", **values)

    return GridOffer(square.spaced, said, "GPS")


class _Thumb(QFrame):
    removed = QtSignal(str)

    def __init__(self, key: str, image: QImage, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = key
        self._photo = name
        ratio = self.devicePixelRatioF()
        picture = QPixmap.fromImage(
            image.scaled(
                _THUMB * ratio,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        )
        picture.setDevicePixelRatio(ratio)
        shown = QLabel(self)
        shown.setPixmap(picture)
        shown.setFixedSize(_THUMB)
        shown.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        shown.setAccessibleName(name)
        words = QLabel(self)
        words.setTextFormat(Qt.TextFormat.PlainText)
        middle = Qt.TextElideMode.ElideMiddle
        words.setText(words.fontMetrics().elidedText(name, middle, _NAME_WIDTH))
        words.setToolTip(name)
        words.setProperty("role", "small")
        self.button = QPushButton(self)
        self.button.setProperty("look", "quiet")
        self.button.setAutoDefault(False)
        self.button.setObjectName(f"remove photo {key}")
        set_icon(self.button, "trash-2")
        self.button.clicked.connect(lambda: self.removed.emit(self.key))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_XS)
        for widget in (shown, words, self.button):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeading)
        self.retranslate()

    def retranslate(self) -> None:
        self.button.setText(tr("photos", "Remove"))
        self.button.setAccessibleName(tr("photos", "Remove {name}", name=self._photo))


class PhotoStrip(QWidget):
    """The photos of a report.

    ``added(data, media_type, name)`` is sent for every photo that can be shown; the page stores it
    and answers with ``show_photo``. ``located(name, latitude, longitude)`` follows where the camera
    wrote degrees into it, which are no longer in what was added. ``removed(key)`` is sent when a
    person takes one away; the page answers with ``forget_photo``.

    Args:
        choose: how files are asked for.
    """

    added = QtSignal(bytes, str, str)
    located = QtSignal(str, float, float)
    removed = QtSignal(str)

    def __init__(self, choose: Choose = choose_photos, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choose = choose
        self._thumbs: dict[str, _Thumb] = {}
        self.setAcceptDrops(True)
        self.message = InlineMessage(MessageKind.WARNING, parent=self)
        self.offer = OfferLine(self)
        self.add_button = QPushButton(self)
        self.add_button.setAutoDefault(False)
        self.add_button.setObjectName("pick photos")
        set_icon(self.add_button, "camera")
        self.add_button.clicked.connect(self._ask)
        self.paste_button = QPushButton(self)
        self.paste_button.setAutoDefault(False)
        set_icon(self.paste_button, "clipboard-list")
        self.paste_button.clicked.connect(self.paste)
        self._advice = text_label("", "small", self)
        buttons = QHBoxLayout()
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.paste_button)
        buttons.addWidget(self._advice, 1)
        self._grid = QGridLayout()
        self._grid.setSpacing(GAP_M)
        self._grid.setColumnStretch(_ACROSS, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_S)
        column.addLayout(buttons)
        column.addWidget(self.message)
        column.addWidget(self.offer)
        column.addLayout(self._grid)
        self._retranslate()

    @property
    def keys(self) -> tuple[str, ...]:
        """The photos shown, in order."""
        return tuple(self._thumbs)

    def show_photo(self, key: str, data: bytes, name: str) -> None:
        """Show a stored photo under the page's own key; unreadable ones get a message."""
        found = thumbnail(data)
        if found is None:
            self._refuse(name)
            return
        self.forget_photo(key)
        thumb = _Thumb(key, found[0], name, self)
        thumb.removed.connect(self.removed)
        self._thumbs[key] = thumb
        self._arrange()

    def forget_photo(self, key: str) -> None:
        """Take a photo off the screen; an unknown key is no error."""
        thumb = self._thumbs.pop(key, None)
        if thumb is not None:
            self._grid.removeWidget(thumb)
            thumb.hide()
            thumb.deleteLater()
            self._arrange()

    def paste(self) -> None:
        """Take what is on the clipboard: files or a picture."""
        if not self._take(QGuiApplication.clipboard().mimeData()):
            self.message.show_message(
                MessageKind.INFO, tr("photos", "There is no photo to paste. Copy one first.")
            )

    def _arrange(self) -> None:
        for number, thumb in enumerate(self._thumbs.values()):
            self._grid.addWidget(thumb, number // _ACROSS, number % _ACROSS)

    def _ask(self) -> None:
        self._read(self._choose(self))

    def _read(self, paths: Sequence[str]) -> None:
        self.message.clear()
        self.offer.withdraw()
        for path in paths:
            self._offer(_content(Path(path)), Path(path).name)

    def _offer(self, data: bytes, name: str) -> None:
        photo = taken_in(data) if data else None
        if photo is None:
            self._refuse(name)
        else:
            self.added.emit(photo.content, photo.mime, name)
            if photo.position is not None:
                self.located.emit(name, *photo.position)

    def _refuse(self, name: str) -> None:
        text = tr(
            "photos",
            "{name} could not be added: it is no photo this app can open, or it is too large.",
            name=name,
        )
        self.message.show_message(MessageKind.WARNING, text)

    def _take(self, mime: QMimeData | None) -> bool:
        if mime is None:
            return False
        paths = [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]
        if paths:
            self._read(paths)
            return True
        image = QImage(mime.imageData()) if mime.hasImage() else QImage()
        if image.isNull():
            return False
        self.message.clear()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"png")).write(image)
        self._offer(bytes(buffer.data().data()), tr("photos", "Pasted photo"))
        return True

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        mime = event.mimeData()
        if mime is not None and (mime.hasUrls() or mime.hasImage()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self._take(event.mimeData()):
            event.acceptProposedAction()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.add_button.setText(tr("photos", "Add photos"))
        self.paste_button.setText(tr("photos", "Paste"))
        self._advice.setText(tr("photos", "Or drop photos here."))
        for thumb in self._thumbs.values():
            thumb.retranslate()


def _content(path: Path) -> bytes:
    """The bytes of a file of bearable size; empty when it cannot be read."""
    try:
        if path.stat().st_size > MAX_BYTES:
            return b""
        return path.read_bytes()
    except OSError:
        return b""
