"""Photos as small pictures, decoded in memory with a limit and never written anywhere."""

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from fieldapp.people import Desk
from fieldapp.photos.cleaning import MAX_PIXELS
from fieldapp.store.blobs import read_blob
from fieldapp.units import Sha256

THUMBNAIL = QSize(124, 92)
FULL = QSize(1600, 1200)
"""Widest pictures made, in pixels; a full photo is larger than any window needs."""


@dataclass(frozen=True)
class Picture:
    """A photo made small; ``image`` is null when the file cannot be shown."""

    sha: Sha256
    image: QImage


def read_picture(desk: Desk, sha: Sha256, within: QSize) -> Picture:
    """The photo from the store, at most ``within`` large; raises `NotFound`, `StoreDamaged`."""
    return Picture(sha, decode(read_blob(desk.store, sha), within))


def decode(content: bytes, within: QSize) -> QImage:
    """The picture in ``content``, turned upright; a null image when it is none or too large."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    # The reader has to be gone before what it reads from: a TIFF would crash the window.
    return _decoded(buffer, within)


def _decoded(buffer: QBuffer, within: QSize) -> QImage:
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    whole = reader.size()
    if not whole.isValid() or whole.width() * whole.height() > MAX_PIXELS:
        return QImage()
    if whole.width() > within.width() or whole.height() > within.height():
        # A little larger than wanted, since turning upright may swap the sides.
        side = max(within.width(), within.height())
        reader.setScaledSize(whole.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        return image
    if image.width() > within.width() or image.height() > within.height():
        return image.scaled(
            within, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    return image
