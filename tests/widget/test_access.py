"""Every page by keyboard alone, with a screen reader, and with text twice as large."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from tests.screens.checks import called
from tests.screens.scenes import SCENES, Scene
from tests.screens.window import Hands, opened, settle
from tests.screens.world import World, build
from tests.support.access import (
    keep_tree,
    nameless,
    out_of_order,
    stops,
    tree,
    unseen_focus,
    unusable,
    walk,
)
from ui.pages import Page
from ui.sitting import Sitting
from ui.theme.apply import Scheme, apply_theme

DOORS = tuple(dict.fromkeys((scene.laptop, scene.locked) for scene in SCENES))


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return build(tmp_path_factory.mktemp("world"))


@pytest.fixture(scope="module", params=DOORS, ids=str)
def door(
    request: pytest.FixtureRequest, world: World, qapp: QApplication
) -> Iterator[tuple[Hands, list[Scene]]]:
    """A window behind or before one door, and the scenes that can be led to there."""
    laptop, locked = request.param
    apply_theme(qapp, Scheme.LIGHT)
    with opened(world.home(laptop), "en") as hands:
        hands.window.resize(1366, 768)
        if not locked:
            hands.unlock()
        yield hands, [each for each in SCENES if (each.laptop, each.locked) == request.param]
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def scenes(door: tuple[Hands, list[Scene]], world: World) -> Iterator[tuple[Hands, "Led"]]:
    hands, wanted = door
    return hands, Led(hands, wanted, world)


class Led:
    """Leads to one scene after the other."""

    def __init__(self, hands: Hands, scenes: list[Scene], world: World) -> None:
        self._hands, self._scenes, self._world = hands, scenes, world

    def __iter__(self) -> Iterator[Scene]:
        for scene in self._scenes:
            self._hands.window.activateWindow()
            scene.lead(self._hands, self._world)
            self._hands.settle()
            yield scene


def test_every_control_has_a_name(scenes: tuple[Hands, Led]) -> None:
    hands, led = scenes
    wrong = {}
    for scene in led:
        found = nameless(hands.window)
        if found:
            wrong[scene.name] = (found, str(keep_tree(hands.window, scene.name)))
    assert wrong == {}


def test_tab_visits_everything_once_and_in_reading_order(scenes: tuple[Hands, Led]) -> None:
    hands, led = scenes
    wrong = {}
    for scene in led:
        way = walk(hands.window)
        reached = {id(widget) for widget in way}
        missed = [called(each) for each in stops(hands.window) if id(each) not in reached]
        jumps = out_of_order(hands.window, way)
        if missed or jumps:
            wrong[scene.name] = (missed, jumps)
    assert wrong == {}


def test_what_has_the_keyboard_can_be_seen(scenes: tuple[Hands, Led]) -> None:
    hands, led = scenes
    wrong = {}
    for scene in led:
        found = unseen_focus(hands.window, stops(hands.window))
        if found:
            wrong[scene.name] = found
    assert wrong == {}


def test_keys_lead_out_of_every_page(scenes: tuple[Hands, Led]) -> None:
    hands, led = scenes
    for scene in led:
        if scene.locked:
            continue
        focus = QApplication.focusWidget()
        assert focus is not None, scene.name
        QTest.keyClick(focus, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
        hands.settle()
        assert hands.page.name == "reports", scene.name


def test_text_twice_as_large_leaves_every_page_usable(
    scenes: tuple[Hands, Led], qapp: QApplication
) -> None:
    hands, led = scenes
    usual = QFont(qapp.font())
    large = QFont(usual)
    large.setPointSizeF(usual.pointSizeF() * 2)
    wrong = {}
    qapp.setFont(large)
    try:
        for scene in led:
            found = unusable(hands.window)
            if found:
                wrong[scene.name] = found
    finally:
        qapp.setFont(usual)
        settle()
    assert wrong == {}


def test_every_page_is_among_the_scenes() -> None:
    assert Sitting is not None, "imports every page"
    pages = {page.name for page in Page.__subclasses__() if page.__module__.startswith("ui.")}
    assert pages <= {scene.name.split()[0] for scene in SCENES}


def test_the_tree_says_role_name_and_state(qapp: QApplication, world: World) -> None:
    with opened(world.home(SCENES[2].laptop), "en") as hands:
        told = tree(hands.window)
    assert "EditableText 'Passphrase' (focusable" in told
    assert "Button 'Unlock'" in told
    assert "CheckBox 'Show the passphrase' (focusable)" in told


def test_a_control_without_a_name_is_found(qapp: QApplication) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    column.addWidget(QLineEdit())
    page.show()
    settle()
    assert nameless(page) == ["EditableText QLineEdit"]
    page.close()
