"""What the status strip says, for every state there is; and the words for every error."""

import importlib
import pkgutil

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

import fieldapp
import sync
from fieldapp.errors import FieldError, Remedy, all_codes
from fieldapp.mission.roster import Role
from fieldapp.store.errors import StoreBusy, StoreDamaged, StoreFull
from fieldapp.store.journal import StreamClosed
from fieldapp.store.outbox import OutboxTotals
from fieldapp.units import ByteCount, UtcMillis
from sync.field.errors import AccessWithdrawn, CodeNeeded, UsedCode
from sync.field.standing import Admission, Standing
from tests.support.looking import find, unnamed
from tests.support.mission import START, TickingClock
from ui import messages
from ui.link_state import LinkState
from ui.reports.times import Times
from ui.shell.status_strip import StatusStrip
from ui.shell.status_words import (
    DeskFacts,
    clock_words,
    link_words,
    role_words,
    space_words,
    waiting_words,
)
from ui.theme.badge import Badge
from ui.theme.tokens import Tone

TIMES = Times(TickingClock(), 60, "en")


def facts(
    records: int = 0,
    photos: int = 0,
    refused: int = 0,
    receipt: int | None = START,
    *,
    held: int = 0,
    admission: Admission = Admission.IN,
    trouble: type[FieldError] | None = None,
) -> DeskFacts:
    last = None if receipt is None else UtcMillis(receipt)
    totals = OutboxTotals(records, photos, refused, last, held)
    return DeskFacts(Standing(admission, totals, trouble), Role.PATROL)


ASKED = facts(admission=Admission.ASKED)
REFUSED = facts(1, admission=Admission.CODE_NEEDED, trouble=UsedCode)
NO_CODE = facts(1, admission=Admission.CODE_NEEDED, trouble=CodeNeeded)
WITHDRAWN = facts(1, admission=Admission.WITHDRAWN, trouble=AccessWithdrawn)
CLOSED = facts(1, admission=Admission.CLOSED, trouble=StreamClosed)
AWAY = LinkState("paused", error="link.refused")


@pytest.mark.parametrize(
    ("link", "known", "text", "tone"),
    [
        (LinkState("waiting"), facts(2), "Waiting for a link", Tone.WARNING),
        (LinkState("waiting", error="link.down"), facts(2), "Waiting for a link", Tone.WARNING),
        (LinkState("sending", sent=12_000, of=34_000), facts(2), "Sending 12 of 34 kB", Tone.INFO),
        (LinkState("connecting"), facts(2), "Connecting to HQ", Tone.INFO),
        (LinkState("idle"), facts(2), "Connected to HQ", Tone.INFO),
        (LinkState("idle"), facts(), "All received by HQ 10:00Z", Tone.SUCCESS),
        (LinkState("waiting"), facts(), "All received by HQ 10:00Z", Tone.SUCCESS),
        (LinkState("idle"), facts(receipt=None), "Nothing to send yet", Tone.NEUTRAL),
        (LinkState("idle"), facts(1, refused=1), "HQ refused 1", Tone.DANGER),
        (LinkState("idle"), facts(held=1), "HQ has it all and looks at 1", Tone.WARNING),
        (LinkState("waiting"), ASKED, "Waiting for HQ to let you in", Tone.WARNING),
        (AWAY, REFUSED, "The one-time code was used already", Tone.DANGER),
        (AWAY, NO_CODE, "A one-time code from HQ is needed", Tone.DANGER),
        (LinkState("idle"), NO_CODE, "A one-time code from HQ is needed", Tone.DANGER),
        (AWAY, WITHDRAWN, "HQ has withdrawn this laptop's access", Tone.DANGER),
        (LinkState("idle"), CLOSED, "This laptop was set back to an older copy", Tone.DANGER),
        (LinkState("paused"), facts(2), "HQ does not accept this laptop", Tone.DANGER),
        (LinkState("waiting"), None, "", Tone.NEUTRAL),
    ],
)
def test_the_link_in_plain_words(
    link: LinkState, known: DeskFacts | None, text: str, tone: Tone
) -> None:
    said = link_words(link, known, TIMES)
    assert (said.text, said.tone) == (text, tone)


def test_a_received_photo_is_not_claimed_while_one_is_missing() -> None:
    assert "All received" not in link_words(LinkState("idle"), facts(photos=1), TIMES).text


def test_a_false_hq_is_named_before_anything_else() -> None:
    link = LinkState("waiting", error="link.certificate")
    importlib.import_module("sync.errors")
    for known in (facts(), NO_CODE):
        said = link_words(link, known, TIMES)
        assert said.text.startswith("What answered at HQ's address")


def test_what_waits_is_counted() -> None:
    assert waiting_words(facts(), LinkState(queue_bytes=500)) == ""
    assert waiting_words(facts(1), LinkState()) == "1 record waits"
    closed = DeskFacts(Standing(Admission.IN, OutboxTotals(3, 0, 0, None, closed=1)), Role.PATROL)
    assert waiting_words(closed, LinkState()) == "2 records wait, 1 to be filed again"
    full = waiting_words(facts(3, 2), LinkState(queue_bytes=34_000))
    assert full == "3 records wait, 2 photos wait, 34 kB"


def test_space_and_clock() -> None:
    assert space_words(ByteCount(45_000_000_000)).text == "45.0 GB free"
    low = space_words(ByteCount(400_000_000))
    assert low.tone is Tone.WARNING
    assert low.text == "Disk almost full: 0.4 GB free"
    assert clock_words(None) == clock_words(4 * 60_000) == ""
    assert clock_words(3 * 3_600_000) == "This computer's clock is 3 h behind"
    assert clock_words(-10 * 60_000) == "This computer's clock is 10 min ahead"
    assert clock_words(86_400_000 * 900) == "This computer's clock is 900 days behind"
    assert {role_words(role) for role in Role} >= {"Patrol", "Operations officer"}


def test_the_strip_shows_it_all(qtbot: QtBot) -> None:
    strip = StatusStrip()
    qtbot.addWidget(strip)
    strip.resize(1366, 40)
    strip.show()
    strip.show_person("Capt A (Patrol)")
    strip.show_facts(facts(3), TIMES)
    strip.show_link(LinkState("sending", sent=1000, of=2000, clock_off=3_600_000), TIMES)
    strip.show_space(ByteCount(100_000_000))
    shown = [badge.text for badge in strip.findChildren(Badge) if badge.isVisible()]
    assert shown == [
        "Sending 1 of 2 kB",
        "This computer's clock is 60 min behind",
        "Disk almost full: 0.1 GB free",
    ]
    assert find(strip, QLabel, "waiting").text() == "3 records wait"
    assert unnamed(strip) == []
    with qtbot.waitSignal(strip.lock_wanted):
        find(strip, QPushButton, "lock").click()


def every_error() -> dict[str, type[FieldError]]:
    for package in (fieldapp, sync):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if "migrations" not in module.name:
                importlib.import_module(module.name)
    importlib.import_module("ui.main")
    return {
        code: kind for code, kind in all_codes().items() if not kind.__module__.startswith("test")
    }


def test_every_error_has_words_that_can_be_translated() -> None:
    known = every_error()
    assert len(known) > 50
    offered = messages.texts_to_translate()
    assert len(set(offered)) == len(offered)
    for code, kind in known.items():
        assert messages.DESKTOP_TEXTS.get(code, kind.text) in offered, code
        assert messages.reason(code)
        assert not messages.reason(code).endswith(".")
    assert set(messages.DESKTOP_TEXTS) <= set(known)
    assert set(messages.ADVICE) == set(Remedy)
    assert messages.reason("no.such-code") == "no.such-code"


def test_an_error_comes_with_at_most_one_thing_to_press() -> None:
    assert messages.tell(StoreBusy()).action == "Try again"
    full = messages.tell(StoreFull())
    assert (full.text, full.action) == (StoreFull.text, "Try again")
    damaged = messages.tell(StoreDamaged(detail="page 7"))
    assert damaged.text.endswith("tell them the code store.damaged.")
    assert "page 7" not in damaged.text
    own = messages.tell(StoreBusy("The file a.jpg is in use."))
    assert own.text == "The file a.jpg is in use."
