"""A relay in front of HQ: it hands on what it cannot read, and never says that HQ has it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from fieldapp.store.reads import Delivery
from sync.errors import TurnedAway
from sync.field import intake
from sync.field.config import read_config
from sync.field.spool import Shelf
from sync.http import HqLink
from tests.integration.test_field_sync import Laptop, enrolled, let_in
from tests.support.hq import Hq, free_port, running_hq
from tests.support.processes import until


@pytest.fixture
def both(tmp_path: Path) -> Iterator[tuple[Hq, Hq]]:
    """HQ and its relay, both running."""
    port = free_port()
    with running_hq(tmp_path, relay=port) as hq:
        hq.cli("relay", "make", str(tmp_path / "relay"))
        relay = Hq(tmp_path / "relay", port, ("relay", "serve"))
        relay.start()
        try:
            yield hq, relay
        finally:
            relay.stop()


def asked(laptop: Laptop) -> None:
    """Asks for receipts, and takes them in."""
    link = laptop.link()
    try:
        intake.ask_receipts(link, read_config(laptop.desk.home), laptop.spool, laptop.on_lane)
    finally:
        link.close()
    laptop.plan()


def test_everything_goes_through_a_relay(tmp_path: Path, both: tuple[Hq, Hq]) -> None:
    hq, relay = both
    laptop = enrolled(tmp_path, hq, "Capt Relay")
    assert laptop.desk.profile.server.endswith(str(relay.port))
    let_in(laptop, hq)
    report = laptop.file("FLASH")
    laptop.round()
    assert laptop.delivery(report) is Delivery.RECEIVED
    assert laptop.inbox().state == "active"
    assert relay.ask("relay", "status") == {"posts": 0, "bytes": 0}


def test_what_hq_could_not_take_is_handed_on_later(tmp_path: Path, both: tuple[Hq, Hq]) -> None:
    hq, relay = both
    laptop = enrolled(tmp_path, hq, "Capt Patience")
    let_in(laptop, hq)
    hq.stop()
    report = laptop.file("FLASH")
    laptop.round()
    assert laptop.delivery(report) is Delivery.WAITING, "the relay is not HQ"
    assert len(laptop.spool.names(Shelf.KEPT)) == 1
    assert relay.ask("relay", "status")["posts"] == 1
    relay.kill()
    relay.start()
    hq.start()

    def received() -> bool:
        asked(laptop)
        return laptop.delivery(report) is Delivery.RECEIVED

    until("HQ has it", received)
    assert relay.ask("relay", "status")["posts"] == 0
    assert laptop.spool.names(Shelf.KEPT) == []


def test_a_relay_can_read_nothing(tmp_path: Path, both: tuple[Hq, Hq]) -> None:
    hq, relay = both
    laptop = enrolled(tmp_path, hq, "Capt Silent")
    let_in(laptop, hq)
    hq.stop()
    laptop.file("FLASH")
    laptop.round()
    held = [path for path in relay.folder.rglob("*") if path.is_file()]
    assert any(path.suffix == ".post" for path in held)
    for path in held:
        raw = path.read_bytes()
        for word in ("Capt Silent", "TS7-", "narrative", "Adoum"):
            assert word.encode() not in raw, (path.name, word)


def test_officers_call_hq_itself(tmp_path: Path, both: tuple[Hq, Hq]) -> None:
    hq, _ = both
    officer = enrolled(tmp_path, hq, "Maj Desk", "HQ", "officer")
    let_in(officer, hq)
    officer.inbox()
    with pytest.raises(TurnedAway):
        officer.log()
    config = officer.person.called(read_config(officer.desk.home), reviews=True)
    assert config.server == hq.url
    link = HqLink(config.server, config.ca, patience=20)
    try:
        token = intake.open_session(link, officer.person)
        assert intake.pull_log(link, token, officer.person, officer.on_lane).refused == 0
    finally:
        link.close()


def test_a_mission_without_a_relay_makes_none(tmp_path: Path) -> None:
    with running_hq(tmp_path, serve=False) as hq:
        done = hq.cli("relay", "make", str(tmp_path / "relay"), check=False)
    assert done.returncode == 1
    assert "hq.no-relay" in done.stderr
    assert not (tmp_path / "relay").exists()
