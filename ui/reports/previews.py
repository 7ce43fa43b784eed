"""Previews: small pictures that reach HQ before the photos themselves, made in memory."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter

from fieldapp.commands import NewFile
from fieldapp.photos.previews import PREVIEW_BYTES, PREVIEW_SIDE
from ui.reports.photos import decode

_QUALITIES: Final = (70, 55, 40, 25)
_SMALLEST: Final = 16


def with_preview(file: NewFile) -> NewFile:
    """The same, with a preview where it is a photo that needs one."""
    picture = file.mime.startswith("image/")
    return replace(file, preview=make_preview(file.content)) if picture else file


def make_preview(content: bytes) -> bytes:
    """The photo as an upright JPEG of at most `PREVIEW_BYTES` that says nothing but the picture.

    Empty where the photo is as small itself, or is none that can be shown.
    """
    if len(content) <= PREVIEW_BYTES:
        return b""
    image = decode(content, QSize(PREVIEW_SIDE, PREVIEW_SIDE))
    if image.isNull():
        return b""
    return next((made for made in _smaller(_plain(image)) if len(made) <= PREVIEW_BYTES), b"")


def _smaller(image: QImage) -> Iterator[bytes]:
    """The picture at falling quality, then again at half its size."""
    while max(image.width(), image.height()) >= _SMALLEST:
        for quality in _QUALITIES:
            yield _written(image, quality)
        image = image.scaled(
            image.size() / 2,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )


def _plain(image: QImage) -> QImage:
    """The picture on white paper, without the words that came with it."""
    paper = QImage(image.size(), QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    with QPainter(paper) as painter:
        painter.drawImage(paper.rect(), image)
    return paper


def _written(image: QImage, quality: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"jpg"))
    writer.setQuality(quality)
    writer.write(image)
    return bytes(buffer.data().data())
