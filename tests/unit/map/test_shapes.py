"""Marks of the map are told apart by their shape alone."""

import itertools

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QImage, QPainterPath
from pytestqt.qtbot import QtBot

from fieldapp.forms.library import REPORT_KINDS
from ui.map.badges import Badges
from ui.map.legend import _sample
from ui.map.shapes import outline
from ui.theme.tokens import LIGHT


def test_every_outline_fits_and_has_a_body() -> None:
    for kind in REPORT_KINDS.values():
        shape = outline(kind, QPointF(50, 50), 10)
        if shape is None:
            continue
        box = shape.boundingRect()
        assert box.left() >= 39.9
        assert box.right() <= 60.1
        path = QPainterPath()
        path.addPolygon(shape)
        path.closeSubpath()
        assert path.contains(QPointF(50, 50)), kind


def test_any_two_types_look_different_without_colours(qtbot: QtBot) -> None:
    badges = Badges(LIGHT, 2.0, QFont())
    seen = {kind: badges.single(_sample(kind)).toImage() for kind in REPORT_KINDS.values()}
    assert len(seen) == 8
    for one, other in itertools.combinations(seen, 2):
        assert _different(seen[one], seen[other]) > 60, (one, other)


def _different(one: QImage, other: QImage) -> int:
    """Pixels that are painted in one of two pictures only."""
    return sum(
        (QColor(one.pixelColor(x, y)).alpha() > 128) != (other.pixelColor(x, y).alpha() > 128)
        for x in range(one.width())
        for y in range(one.height())
    )
