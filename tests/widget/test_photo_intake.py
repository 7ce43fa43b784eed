"""However a photo comes in, it is kept without what its camera wrote beside it."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QSize, QUrl
from PySide6.QtGui import QColor, QImage, QImageWriter
from pytestqt.qtbot import QtBot

from fieldapp.cli_support import Shell, run
from fieldapp.photos.cleaning import clean_photo
from tests.support.camera import GPS, with_everything
from tests.support.mission import PASSPHRASE, make_mission
from tests.support.window import file_story, photo, seat
from ui.forms.photos import PhotoStrip, taken_in
from ui.reports.photos import decode
from ui.verbs import group

WORDS = b"kanarienvogel was here"


def painted(kind: str) -> bytes:
    """A picture that is red on the left and blue on the right, with words beside it."""
    size = QSize(64, 32)
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    for x in range(size.width() // 2, size.width()):
        for y in range(size.height()):
            image.setPixelColor(x, y, QColor("blue"))
    image.setText("Comment", WORDS.decode())
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(kind.encode()))
    writer.setText("Comment", WORDS.decode())
    assert writer.write(image), kind
    return bytes(buffer.data().data())


@pytest.fixture
def strip(qtbot: QtBot) -> PhotoStrip:
    made = PhotoStrip(lambda _parent: [])
    qtbot.addWidget(made)
    return made


def drop(strip: PhotoStrip, path: Path) -> list[tuple[bytes, str, str]]:
    found: list[tuple[bytes, str, str]] = []
    strip.added.connect(lambda *photo: found.append(photo))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    strip._take(mime)
    return found


def test_a_dropped_photo_loses_its_words_and_keeps_its_picture(
    strip: PhotoStrip, tmp_path: Path
) -> None:
    plain = photo(1).content
    path = tmp_path / "a.jpg"
    path.write_bytes(with_everything(plain, WORDS, orientation=1))
    ((content, mime, name),) = drop(strip, path)
    assert (mime, name) == ("image/jpeg", "a.jpg")
    assert WORDS not in content
    assert decode(content, QSize(640, 480)) == decode(plain, QSize(640, 480))


def test_a_photo_taken_upright_is_shown_upright() -> None:
    """Orientation 6: the camera was turned right, so the left side is shown on top."""
    found = taken_in(with_everything(painted("jpg"), WORDS, orientation=6))
    assert found is not None
    shown = decode(found.content, QSize(200, 200))
    assert shown.size() == QSize(32, 64)
    assert shown.pixelColor(16, 5).red() > 200
    assert shown.pixelColor(16, 58).blue() > 200
    assert found.position == pytest.approx(GPS)


@pytest.mark.parametrize("kind", ["png", "webp", "tiff", "bmp"])
def test_other_kinds_are_painted_anew(kind: str) -> None:
    raw = painted(kind)
    found = taken_in(raw)
    assert found is not None
    assert not decode(raw, QSize(8, 8)).isNull(), "one that came from elsewhere is shown, too"
    assert found.mime == ("image/png" if kind == "png" else "image/jpeg")
    assert clean_photo(found.content).content == found.content
    assert WORDS not in found.content
    assert decode(found.content, QSize(64, 32)).pixelColor(5, 5).red() > 200


def test_what_cannot_be_shown_is_not_taken_in() -> None:
    for raw in (b"", b"\xff\xd8\xff", b"%PDF-1.7", b"\0\0\0\x18ftypheic" + bytes(50)):
        assert taken_in(raw) is None


def test_a_verb_takes_in_photos_in_the_same_way(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = tmp_path / "home"
    with seat(home, make_mission()) as here:
        ref = file_story(here, "03-denied-despite-clearance").ref
    secret = tmp_path / "secret"
    secret.write_text(PASSPHRASE)
    where = ["--home", str(home), "--passphrase-file", str(secret), "--json"]
    dirty, film = tmp_path / "a.jpg", tmp_path / "b.dat"
    dirty.write_bytes(with_everything(photo(1).content, WORDS))
    film.write_bytes(b"\0\0\0\x18ftypheic" + bytes(50))
    words = ["report", "attach", ref]
    assert run(group, Shell(), [*words, str(film), *where]) == 1
    assert '"photo.kind"' in capsys.readouterr().err
    assert run(group, Shell(), [*words, str(dirty), *where]) == 0
    capsys.readouterr()
    assert run(group, Shell(), ["report", "show", ref, *where]) == 0
    (file,) = json.loads(capsys.readouterr().out)["files"]
    assert file["size"] == len(clean_photo(dirty.read_bytes()).content)
