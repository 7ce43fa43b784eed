"""A position from a GPS receiver: heard through a real port, offered, and taken over on a press."""

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fieldapp.notation import grid
from fieldapp.notation.nmea import read_sentence
from tests.support.gps import GGA, PlayedReceiver, played_receiver, sentence
from tests.widget.form_support import Screen, library_form, session_of
from ui.forms import FormView
from ui.forms.grid_field import GridField
from ui.gps.receiver import Receiver
from ui.gps.watch import GpsWatch

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals here")
GRID, METHOD = "/data/where/grid", "/data/where/method"
PATIENCE = 20_000


class Hours:
    """A clock that stands until it is moved."""

    at = 100.0

    def now(self) -> float:
        return self.at


@pytest.fixture
def clock() -> Hours:
    return Hours()


@pytest.fixture
def played() -> Iterator[PlayedReceiver]:
    with played_receiver() as made:
        yield made


@pytest.fixture
def field(qtbot: QtBot, played: PlayedReceiver, clock: Hours) -> Iterator[GridField]:
    screen = Screen(session_of(library_form("restriction")))
    qtbot.addWidget(screen.view)
    with qtbot.waitExposed(screen.view):
        screen.view.show()
    screen.view.activateWindow()
    screen.view.go_to(GRID)
    found = screen.view.box(GRID).field
    assert isinstance(found, GridField)
    watch = found.context.gps
    watch._make = lambda: Receiver(lambda: [played.name], now=clock.now)
    yield found
    watch.end()


def session_value(field: GridField, ref: str) -> str:
    view = field.window()
    assert isinstance(view, FormView)
    return view.session.value(ref)


def listen(field: GridField, qtbot: QtBot, played: PlayedReceiver, *, hdop: str = "0.9") -> None:
    """Presses the button and plays until a position is offered."""
    QTest.keyClick(field.gps, Qt.Key.Key_Space)
    assert field.gps.listening

    def offered() -> bool:
        played.fix(hdop)
        return field.offer.button.isVisible()

    qtbot.waitUntil(offered, timeout=PATIENCE)


def test_the_position_is_offered_and_taken_over_on_a_press_only(
    field: GridField, qtbot: QtBot, played: PlayedReceiver
) -> None:
    fix = read_sentence(sentence(GGA.format(lat="1830.1230", lon="01144.4864", hdop="0.9"))[:-2])
    assert fix is not None
    square = grid.from_lat_lon(fix.position, 8)
    listen(field, qtbot, played)
    assert square.spaced in field.offer.text
    assert "10 m" in field.offer.text
    assert "HDOP 0.9: good to about 4 m" in field.offer.text
    assert session_value(field, GRID) == ""
    QTest.keyClick(field.offer.button, Qt.Key.Key_Space)
    assert session_value(field, GRID) == square.text
    assert session_value(field, METHOD) == "GPS"
    assert not field.gps.listening
    assert not field.offer.isVisible()
    QTest.keySequence(field.edit, "Ctrl+Z")
    assert session_value(field, GRID) == ""
    assert session_value(field, METHOD) == ""


def test_a_poor_position_gives_a_larger_square(
    field: GridField, qtbot: QtBot, played: PlayedReceiver
) -> None:
    listen(field, qtbot, played, hdop="9.5")
    assert "100 m" in field.offer.text
    QTest.keyClick(field.offer.button, Qt.Key.Key_Space)
    assert len(session_value(field, GRID)) == len("32QQF894479")


def test_garbage_and_half_sentences_offer_nothing_until_a_whole_one_comes(
    field: GridField, qtbot: QtBot, played: PlayedReceiver
) -> None:
    whole = sentence(GGA.format(lat="1830.1230", lon="01144.4864", hdop="0.9"))
    played.play(bytes(range(256)) + whole[:-9] + b"\r\n" + whole.replace(b"1830", b"1930"))
    QTest.keyClick(field.gps, Qt.Key.Key_Space)
    qtbot.wait(0)
    assert "Listening for a GPS receiver" in field.offer.text
    assert not field.offer.button.isVisible()
    field.gps.stop()
    listen(field, qtbot, played)


def test_a_receiver_that_is_pulled_out_grows_old_in_words(
    field: GridField, qtbot: QtBot, played: PlayedReceiver, clock: Hours
) -> None:
    listen(field, qtbot, played)
    played.unplug()
    clock.at += 45
    qtbot.waitUntil(lambda: "fell silent 45 s ago" in field.offer.text, timeout=PATIENCE)


def test_typing_ends_listening_and_so_does_leaving_the_page(
    field: GridField, qtbot: QtBot, played: PlayedReceiver
) -> None:
    listen(field, qtbot, played)
    QTest.keyClicks(field.edit, "8")
    assert not field.gps.listening
    assert not field.offer.isVisible()
    QTest.keyClick(field.gps, Qt.Key.Key_Space)
    assert field.gps.listening
    field.window().hide()
    assert not field.gps.listening


def test_without_a_receiver_it_says_what_to_do_and_goes_on_looking(
    qtbot: QtBot, played: PlayedReceiver
) -> None:
    ports: list[str] = []
    watch = GpsWatch(lambda: Receiver(lambda: ["/dev/no-such-port", *ports]))
    watch.begin(watch)
    assert watch.latest is None
    ports.append(played.name)

    def heard() -> bool:
        played.fix()
        return watch.latest is not None

    qtbot.waitUntil(heard, timeout=PATIENCE)
    watch.end()
    assert watch.listener is None
