"""The shape of a report's mark by its type: told apart without colours, and when printed grey."""

import math
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF


def _regular(corners: int, turn: float = 0.0, inner: float = 0.0) -> Sequence[tuple[float, float]]:
    """Corners on a circle of 1 from the top on, ``turn`` steps further; a star with ``inner``."""
    steps = corners * 2 if inner else corners
    found = []
    for at in range(steps):
        reach = inner if inner and at % 2 else 1.0
        angle = 2 * math.pi * (at + turn) / steps
        found.append((reach * math.sin(angle), -reach * math.cos(angle)))
    return found


def _cross(arm: float) -> Sequence[tuple[float, float]]:
    quarter = [(-arm, -1.0), (arm, -1.0), (arm, -arm)]
    found = []
    for _ in range(4):
        found += quarter
        quarter = [(-y, x) for x, y in quarter]
    return found


_SHAPES: Mapping[str, Sequence[tuple[float, float]]] = {
    "PATREP": _regular(3),
    "FOM": _regular(4),
    "SHOOT": _regular(5, inner=0.45),
    "CASEVAC": _cross(0.36),
    "UXO": _regular(6, turn=0.5),
    "DETAIN": _regular(5),
    "PROT": _regular(3, turn=0.5 * 3),
}


def outline(kind: str, centre: QPointF, reach: float) -> QPolygonF | None:
    """The outline for a type, ``reach`` from its middle to its corners; None stands for a disc."""
    corners = _SHAPES.get(kind)
    if corners is None:
        return None
    return QPolygonF([QPointF(centre.x() + x * reach, centre.y() + y * reach) for x, y in corners])
