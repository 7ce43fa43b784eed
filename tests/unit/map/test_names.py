from itertools import combinations

import pytest

from ui.map.names import Names
from ui.map.pack import MapPack, Name
from ui.map.projection import Camera, to_world

WIDE, HIGH = 8, 14


def size(name: Name) -> tuple[float, float]:
    return len(name.text) * WIDE, HIGH


@pytest.fixture(scope="module")
def names() -> Names:
    return Names(MapPack(), size)


def camera(zoom: int, lat: float = 5.5, lon: float = 20.0) -> Camera:
    return Camera(zoom=zoom, width=1280, height=800).at(*to_world(lat, lon))


@pytest.mark.parametrize("zoom", range(2, 13))
def test_no_name_stands_upon_another_or_under_a_badge(names: Names, zoom: int) -> None:
    x, y = (part * camera(zoom).scale for part in to_world(4.4, 18.5))
    badge = (x - 20, y - 20, x + 20, y + 20)
    boxes = [badge]
    for one in names.placed(camera(zoom), [badge]):
        wide, high = size(one.name)
        boxes.append((one.x, one.y, one.x + wide, one.y + high))
    for a, b in combinations(boxes, 2):
        assert a[0] >= b[2] or b[0] >= a[2] or a[1] >= b[3] or b[1] >= a[3]


def test_a_capital_is_named_before_a_small_town(names: Names) -> None:
    shown = {one.name.text for one in names.placed(camera(6), [])}
    assert {"Bangui", "Central African Republic"} <= shown
    assert "Kouango" not in shown
    assert "Kouango" in {one.name.text for one in names.placed(camera(10, 4.99, 19.97), [])}
