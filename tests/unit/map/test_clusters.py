from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.map.clusters import clustered
from ui.map.projection import MAX_ZOOM, MIN_ZOOM, TILE

POINT = st.tuples(st.floats(0, 1), st.floats(0, 1))
NEAR_EACH_OTHER = st.tuples(st.floats(0.5, 0.5005), st.floats(0.5, 0.5005))
PLACES = st.lists(POINT | NEAR_EACH_OTHER | st.just((0.5, 0.5)), max_size=80)
ZOOMS = st.integers(MIN_ZOOM, MAX_ZOOM)


@given(PLACES, ZOOMS)
def test_every_place_is_in_exactly_one_cluster(
    places: list[tuple[float, float]], zoom: int
) -> None:
    members = [number for one in clustered(places, zoom) for number in one.members]
    assert sorted(members) == list(range(len(places)))


@given(PLACES, ZOOMS)
def test_a_cluster_stands_at_the_mean_of_its_places(
    places: list[tuple[float, float]], zoom: int
) -> None:
    for one in clustered(places, zoom):
        xs, ys = zip(*(places[number] for number in one.members), strict=True)
        assert one.x == pytest.approx(sum(xs) / len(xs))
        assert one.y == pytest.approx(sum(ys) / len(ys))
        assert one.same == (len(set(zip(xs, ys, strict=True))) == 1)


@given(PLACES, ZOOMS, st.sets(st.integers(0, 79)))
def test_a_flag_is_never_lost(
    places: list[tuple[float, float]], zoom: int, flags: set[int]
) -> None:
    for one in clustered(places, zoom, flags):
        assert one.flagged == bool(flags & set(one.members))


@given(PLACES)
def test_one_place_alone_is_never_taken_apart_and_far_ones_never_joined(
    places: list[tuple[float, float]],
) -> None:
    for zoom in (MIN_ZOOM, MAX_ZOOM):
        for one in clustered(places, zoom):
            mine = [places[number] for number in one.members]
            reach = 4 * 48 / (TILE << zoom)
            assert max(x for x, _ in mine) - min(x for x, _ in mine) <= reach
            assert max(y for _, y in mine) - min(y for _, y in mine) <= reach
        together = [set(one.members) for one in clustered(places, zoom)]
        for a, b in pairwise(sorted(range(len(places)), key=lambda n: places[n])):
            if places[a] == places[b]:
                assert any({a, b} <= members for members in together)
