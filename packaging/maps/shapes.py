"""Plane geometry for cutting a map into cells: thinning, clipping, joining."""

import itertools
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator

Point = tuple[float, float]
Box = tuple[float, float, float, float]
_NORTH = 85.0511287798


def mercator(point: Point) -> Point:
    """Degrees to the unit square of the Web Mercator projection; north is 0."""
    lat = math.radians(max(-_NORTH, min(_NORTH, point[1])))
    return (point[0] + 180) / 360, (1 - math.asinh(math.tan(lat)) / math.pi) / 2


def unrolled(points: list[Point]) -> list[list[Point]]:
    """A line or ring that crosses the seam of the world, as copies that run on beyond it.

    What goes round the pole is closed along the southern edge.
    """
    made, turn = [points[0]], 0
    for (ax, _), (bx, y) in itertools.pairwise(points):
        turn += (bx - ax < -0.5) - (bx - ax > 0.5)
        made.append((bx + turn, y))
    if turn and points[0] == points[-1]:
        made += [(made[-1][0], 1.0), (made[0][0], 1.0)]
    west, _, east, _ = bounds(made)
    shifts = [shift for shift in (-1, 0, 1) if west + shift < 1 and east + shift > 0]
    return [[(x + shift, y) for x, y in made] if shift else made for shift in shifts]


def thinned(points: list[Point], tolerance: float) -> list[Point]:
    """The line with fewer points, nowhere further away than the tolerance (Douglas, Peucker)."""
    if len(points) < 3:
        return points
    keep = bytearray(len(points))
    keep[0] = keep[-1] = 1
    spans = [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        (ax, ay), (bx, by) = points[first], points[last]
        dx, dy = bx - ax, by - ay
        length = math.hypot(dx, dy)
        worst, place = tolerance, 0
        for at in range(first + 1, last):
            x, y = points[at][0] - ax, points[at][1] - ay
            away = abs(x * dy - y * dx) / length if length else math.hypot(x, y)
            if away > worst:
                worst, place = away, at
        if place:
            keep[place] = 1
            spans += [(first, place), (place, last)]
    return [point for point, kept in zip(points, keep, strict=True) if kept]


def clip_ring(ring: list[Point], box: Box) -> list[Point]:
    """What of a ring lies in a box; borders of the box become edges (Sutherland, Hodgman)."""
    for axis, limit, sign in ((0, box[0], 1), (0, box[2], -1), (1, box[1], 1), (1, box[3], -1)):
        ring = cut_ring(ring, axis, limit, sign)
        if not ring:
            break
    return ring


def cut_ring(ring: list[Point], axis: int, limit: float, sign: int) -> list[Point]:
    """What of a ring lies above (sign 1) or below (-1) a limit on one axis."""
    made: list[Point] = []
    before = ring[-1] if ring else (0.0, 0.0)
    was_in = (before[axis] - limit) * sign >= 0
    for point in ring:
        is_in = (point[axis] - limit) * sign >= 0
        if is_in != was_in:
            part = (limit - before[axis]) / (point[axis] - before[axis])
            other = before[1 - axis] + part * (point[1 - axis] - before[1 - axis])
            made.append((limit, other) if axis == 0 else (other, limit))
        if is_in:
            made.append(point)
        before, was_in = point, is_in
    return made


def clip_line(line: list[Point], box: Box) -> Iterator[list[Point]]:
    """The pieces of a line that lie in a box."""
    piece: list[Point] = []
    for a, b in itertools.pairwise(line):
        part = _clip_segment(a, b, box)
        if part is None:
            if piece:
                yield piece
            piece = []
            continue
        start, end = part
        if piece and piece[-1] != start:
            yield piece
            piece = []
        piece = [*piece, end] if piece else [start, end]
        if end != b:
            yield piece
            piece = []
    if piece:
        yield piece


def _clip_segment(a: Point, b: Point, box: Box) -> tuple[Point, Point] | None:
    dx, dy = b[0] - a[0], b[1] - a[1]
    low, high = 0.0, 1.0
    for p, q in (
        (-dx, a[0] - box[0]),
        (dx, box[2] - a[0]),
        (-dy, a[1] - box[1]),
        (dy, box[3] - a[1]),
    ):
        if p == 0:
            if q < 0:
                return None
            continue
        at = q / p
        if p < 0:
            low = max(low, at)
        else:
            high = min(high, at)
        if low > high:
            return None
    start = a if low == 0 else (a[0] + low * dx, a[1] + low * dy)
    return start, b if high == 1 else (a[0] + high * dx, a[1] + high * dy)


def bounds(points: Iterable[Point]) -> Box:
    """West, north, east, south."""
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def inside(point: Point, ring: list[Point]) -> bool:
    """Whether a point lies in a ring, by the even-odd rule."""
    x, y = point
    found = False
    for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            found = not found
    return found


def distance(point: Point, line: list[Point]) -> float:
    """From a point to the nearest place on a line."""
    best = math.inf
    for (ax, ay), (bx, by) in itertools.pairwise(line):
        dx, dy = bx - ax, by - ay
        square = dx * dx + dy * dy
        at = ((point[0] - ax) * dx + (point[1] - ay) * dy) / square if square else 0.0
        at = max(0.0, min(1.0, at))
        best = min(best, math.hypot(point[0] - ax - at * dx, point[1] - ay - at * dy))
    return best


def densified(line: list[Point], step: float) -> list[Point]:
    """The same line with a point at least every step."""
    made = line[:1]
    for a, b in itertools.pairwise(line):
        parts = max(1, math.ceil(math.dist(a, b) / step))
        made += [
            (a[0] + (b[0] - a[0]) * n / parts, a[1] + (b[1] - a[1]) * n / parts)
            for n in range(1, parts + 1)
        ]
    return made


def joined(segments: Iterable[tuple[Point, Point]]) -> list[list[Point]]:
    """Segments chained to lines; a line ends where three or more segments meet."""
    ends: dict[Point, list[Point]] = defaultdict(list)
    for a, b in segments:
        ends[a].append(b)
        ends[b].append(a)
    lines: list[list[Point]] = []
    for knots in (True, False):
        for start in list(ends):
            if knots and len(ends[start]) == 2:
                continue
            while ends[start]:
                line = [start]
                here = start
                while ends[here]:
                    after = ends[here].pop()
                    ends[after].remove(here)
                    line.append(after)
                    here = after
                    if len(ends[here]) != 1:
                        break
                lines.append(line)
    return lines


def split_where(
    line: list[Point], wanted: Iterable[bool]
) -> tuple[list[list[Point]], list[list[Point]]]:
    """A line's segments sorted into two heaps of lines: those wanted, and the rest."""
    heaps: tuple[list[list[Point]], list[list[Point]]] = ([], [])
    last: bool | None = None
    for a, b, yes in zip(line, line[1:], wanted, strict=False):
        heap = heaps[0 if yes else 1]
        if yes == last:
            heap[-1].append(b)
        else:
            heap.append([a, b])
        last = yes
    return heaps
