"""The theme's building blocks look as they did when somebody last looked at them."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from tests.golden.theme.blocks import BLOCKS, DIRECTIONS, THEMES, draw, fixed_font, picture
from ui.theme.apply import Scheme, apply_theme

DIFFERENCES = Path(__file__).parents[2] / "build/golden"
CHANNEL = 40
"""Levels of 255 by which a pixel may differ: edges of letters are blended a little differently."""
SHARE = 0.002
"""Part of the pixels that may differ by more."""


@pytest.fixture(scope="module")
def app(qapp: QApplication) -> Iterator[QApplication]:
    apply_theme(qapp, Scheme.LIGHT)
    flash = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    with fixed_font(qapp):
        yield qapp
    qapp.setCursorFlashTime(flash)


@pytest.mark.parametrize(
    ("block", "theme", "direction"),
    list(product(BLOCKS, THEMES, DIRECTIONS)),
    ids=lambda value: str(value),
)
def test_a_block_looks_as_before(
    app: QApplication, block: str, theme: Scheme, direction: str
) -> None:
    drawn = draw(app, block, theme, direction)
    kept = QImage(str(picture(block, theme, direction)))
    assert not kept.isNull(), "no picture yet: make golden"
    share, image = difference(kept, drawn)
    if drawn.size() != kept.size() or share > SHARE:
        DIFFERENCES.mkdir(parents=True, exist_ok=True)
        name = picture(block, theme, direction).stem
        drawn.save(str(DIFFERENCES / f"{name}-now.png"))
        image.save(str(DIFFERENCES / f"{name}-difference.png"))
        pytest.fail(
            f"{name}: {share:.2%} of the pixels differ, {kept.size().toTuple()} became "
            f"{drawn.size().toTuple()}; see {DIFFERENCES}. If it is meant so: make golden"
        )


def test_a_difference_is_seen() -> None:
    one = QImage(10, 10, QImage.Format.Format_RGB32)
    one.fill(QColor("white"))
    other = one.copy()
    assert difference(one, other)[0] == 0
    other.setPixelColor(3, 4, QColor("#f0f0f0"))
    assert difference(one, other)[0] == 0, "a little is nothing"
    other.setPixelColor(3, 4, QColor("black"))
    share, image = difference(one, other)
    assert share == pytest.approx(0.01)
    assert image.pixelColor(3, 4) == QColor("red")


def difference(kept: QImage, drawn: QImage) -> tuple[float, QImage]:
    """Share of the pixels that differ, and where they are, in red on a pale picture."""
    width, height = min(kept.width(), drawn.width()), min(kept.height(), drawn.height())
    image = drawn.copy()
    one = kept.convertToFormat(QImage.Format.Format_RGB32)
    before, after = (bytes(each.copy(0, 0, width, height).constBits()) for each in (one, drawn))
    if before == after:
        return 0.0, image
    places = [
        at
        for at in range(0, len(before), 4)
        if before[at : at + 3] != after[at : at + 3]
        and max(abs(before[at + c] - after[at + c]) for c in range(3)) > CHANNEL
    ]
    for place in places:
        image.setPixelColor(place // 4 % width, place // 4 // width, QColor("red"))
    return len(places) / max(1, width * height), image
