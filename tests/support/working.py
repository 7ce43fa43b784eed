"""A person at work, for tests that kill the process they work in.

They file, amend, take receipts in and seal the spool by the product's own commands, and write one
line of JSON only after something was durable. HQ is played by a key that signs receipts.
"""

import json
from itertools import count
from pathlib import Path
from typing import TextIO

from fieldapp import commands
from fieldapp.clock import SystemClock, system_entropy
from fieldapp.commands import NewFile
from fieldapp.event.receipt import Receipt
from fieldapp.event.signing import StreamKey
from fieldapp.people import Desk, open_desk
from fieldapp.store import journal
from fieldapp.vault.slots import Vault
from sync.field.planner import Planner
from sync.field.spool import Spool
from sync.receipt import sign_receipt
from tests.support.fleet import restriction
from tests.support.mission import PASSPHRASE, make_mission

RATE = 100_000


def work(home: Path, out: TextIO) -> None:
    """Works until the process is killed."""

    def say(**values: object) -> None:
        print(json.dumps(values), file=out, flush=True)

    vault = Vault(home, system_entropy)
    keys = vault.unlock(vault.slots()[0].id, PASSPHRASE)
    desk = open_desk(home, keys, clock=SystemClock(), entropy=system_entropy)
    say(opened=1 if desk.notice is None else desk.notice.code)
    spool = Spool(home)
    planner = Planner(spool, desk.profile, SystemClock(), system_entropy)
    hq = make_mission().receipt
    for number in count(1):
        photos = [NewFile(bytes([number % 251]) * 9000, "image/jpeg", "p.jpg")]
        filed = commands.file_report(
            desk, restriction(place=f"CP {number}"), photos if number % 5 == 0 else []
        )
        say(filed=filed.ref)
        if number % 3 == 0:
            better = restriction(place=f"CP {number} north")
            commands.amend_report(desk, filed.report, better, "grid")
            say(amended=filed.ref)
        planner.plan(desk.store, rate=RATE, merge=number % 7 == 0)
        if number % 4 == 0:
            spool.add_receipt(_receipt(desk, hq))
            planner.plan(desk.store, rate=RATE)
            say(receipt=journal.next_place(desk.store, desk.stream).seq)


def _receipt(desk: Desk, hq: StreamKey) -> bytes:
    """HQ has everything signed so far."""
    place = journal.next_place(desk.store, desk.stream)
    now = SystemClock().now()
    return sign_receipt(Receipt(1, desk.stream, place.seq, place.prev, t=now), hq)
