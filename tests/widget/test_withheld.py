"""An officer is told when HQ's server leaves out what HQ signed to hold."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from fieldapp.store import promised
from fieldapp.store.promised import Promise, Withheld
from fieldapp.units import EventId, StreamId
from tests.support.desktop import desktop
from tests.support.looking import words
from tests.support.mission import make_desk, make_mission


def test_a_promise_that_was_not_kept_is_told_at_the_next_unlocking(
    tmp_path: Path, qtbot: QtBot
) -> None:
    desk = make_desk(tmp_path, make_mission(), "Maj O")
    kept = Promise(desk.stream, 1, EventId(desk.store.rows("SELECT id FROM event")[0][0]))
    with desk.store as store, store.write():
        promised.note(store, promised.heads_content([kept]))
        assert promised.withheld(store) == []
        broken = Promise(StreamId(bytes(16)), 3, EventId(bytes(32)))
        promised.note(store, promised.heads_content([kept, broken]))
    with desktop(tmp_path, qtbot) as here:
        here.unlock()
        here.settle()
        assert any(text.startswith(Withheld.text) for text in words(here.workplace))
