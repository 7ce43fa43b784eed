"""Every scene that pictures are taken of, in every language: a page in `SCENES` is looked at."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.screens.scenes import SCENES, Scene
from tests.screens.window import Hands, opened
from tests.screens.world import Laptop, World, build
from tests.support.mission import make_mission
from tests.support.tongues import english_left, loose_codes, mission_names, said_by, texts_of
from ui.theme.apply import Scheme, apply_theme

LANGUAGES = ("fr", "es", "ar")
DOORS = tuple(dict.fromkeys((scene.laptop, scene.locked) for scene in SCENES))
NAMES = mission_names(make_mission().profile)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return build(tmp_path_factory.mktemp("world"))


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> None:
    apply_theme(qapp, Scheme.LIGHT)


def led(hands: Hands, laptop: Laptop, locked: bool, world: World) -> Iterator[Scene]:
    """Through the scenes behind or before one door."""
    if not locked:
        hands.unlock()
    for scene in SCENES:
        if (scene.laptop, scene.locked) == (laptop, locked):
            scene.lead(hands, world)
            hands.settle()
            yield scene


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("laptop", "locked"), DOORS)
def test_no_scene_shows_english(world: World, laptop: Laptop, locked: bool, language: str) -> None:
    left, loose = dict[str, list[str]](), dict[str, list[str]]()
    with opened(world.home(laptop), language) as hands:
        for scene in led(hands, laptop, locked, world):
            said = said_by(hands.window)
            assert len(said) > 3, scene.name
            left[scene.name] = english_left(said, language, NAMES)
            loose[scene.name] = [
                code for text in texts_of(hands.window) for code in loose_codes(text)
            ]
    assert {name: texts for name, texts in left.items() if texts} == {}
    assert {name: codes for name, codes in loose.items() if codes} == {}
