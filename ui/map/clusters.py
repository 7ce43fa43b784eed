"""Many places in few badges: what stands closer than a finger's width becomes one."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from ui.map.projection import TILE

NEAR: Final = 48
"""Pixels between the centres of two badges, at least."""
Place = tuple[float, float]
Key = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Places that are drawn as one.

    Args:
        x: mean of its places, in the unit square.
        y: the same.
        members: their numbers in the sequence given, ascending.
        same: they all are one and the same place, so that no zoom takes them apart.
        flagged: one of them is flagged.
    """

    x: float
    y: float
    members: tuple[int, ...]
    same: bool
    flagged: bool = False


def clustered(
    places: Sequence[Place], zoom: int, flags: Collection[int] = frozenset()
) -> tuple[Cluster, ...]:
    """Every place in exactly one cluster; the same answer for the same places.

    Args:
        places: in the unit square.
        zoom: at which they are drawn.
        flags: numbers of the places that are flagged.
    """
    scale = (TILE << zoom) / NEAR
    squares: dict[Key, list[int]] = defaultdict(list)
    for number, (x, y) in enumerate(places):
        squares[int(x * scale), int(y * scale)].append(number)
    means = {key: _mean(places, members) for key, members in squares.items()}
    order = sorted(squares, key=lambda key: (-len(squares[key]), key))
    taken: set[Key] = set()
    made = []
    for key in order:
        if key in taken:
            continue
        taken.add(key)
        members = squares[key]
        for other in _around(key):
            if other in squares and other not in taken and _close(means[key], means[other], scale):
                taken.add(other)
                members = members + squares[other]
        made.append(_cluster(places, members, flags))
    return tuple(made)


def _cluster(places: Sequence[Place], members: list[int], flags: Collection[int]) -> Cluster:
    x, y = _mean(places, members)
    first = places[members[0]]
    same = all(places[number] == first for number in members)
    flagged = bool(flags) and any(number in flags for number in members)
    return Cluster(x, y, tuple(sorted(members)), same, flagged)


def _mean(places: Sequence[Place], members: list[int]) -> Place:
    if len(members) == 1:
        return places[members[0]]
    xs, ys = zip(*(places[number] for number in members), strict=True)
    return sum(xs) / len(xs), sum(ys) / len(ys)


def _around(key: Key) -> list[Key]:
    x, y = key
    return [(x + dx, y + dy) for dy in (-1, 0, 1) for dx in (-1, 0, 1) if dx or dy]


def _close(one: Place, other: Place, scale: float) -> bool:
    return ((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) * scale * scale < 1
