"""A whole mission's laptops come back at once, each with three reports, to a real server.

By hand: ``python -m tests.support.herd 10000``.
"""

import asyncio
import json
import ssl
import sys
import tempfile
import time
from bisect import bisect_right
from collections import Counter
from dataclasses import asdict, dataclass, field
from pathlib import Path
from random import Random

import cbor2

from fieldapp.errors import FieldError
from fieldapp.mission.profile import MissionProfile
from fieldapp.mission.roster import Role
from fieldapp.units import EventId, StreamId
from sync.field import machine
from sync.hq.app import open_hq
from sync.hq.store import StreamRow, StreamState
from sync.hq.tokens import show, token_hash
from sync.receipt import open_receipt
from tests.support.laptop import Laptop
from tests.support.processes import HqProcess

REPORTS = 3
SPREAD_SECONDS = 10.0
"""Within which all of them reconnect."""
_PATIENCE_SECONDS = 90.0
_BUSY_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Device:
    """What one laptop sends, and what a receipt for all of it says."""

    stream: StreamId
    token: str
    frame: bytes
    head: EventId


@dataclass(frozen=True, slots=True)
class Figures:
    """What a run did."""

    devices: int
    events: int
    seconds: float
    busiest_events_per_s: float
    asked_to_wait: int
    failed_tries: int
    memory_before_mb: float
    memory_peak_mb: float


@dataclass(slots=True)
class Tally:
    """What happened meanwhile."""

    seen: Counter[str] = field(default_factory=Counter)
    waits: list[int] = field(default_factory=list)
    done: list[float] = field(default_factory=list)

    def busiest(self) -> float:
        """Events a second in the five seconds in which most were taken in."""
        done = sorted(self.done)
        most = max(bisect_right(done, start + _BUSY_SECONDS) - at for at, start in enumerate(done))
        return most * (REPORTS + 1) / _BUSY_SECONDS


def run(folder: Path, devices: int, spread: float = SPREAD_SECONDS) -> Figures:
    """Lets the herd in, sends it all at once and compares HQ's log with what was sent."""
    hq = HqProcess(folder / "hq", folder / "hq.log")
    hq.begin(hq.port)
    with open_hq(hq.home) as opened:
        profile = opened.profile
        herd = [_device(profile, number) for number in range(devices)]
        with opened.store.writing() as tx:
            for _, row in herd:
                tx.streams.put(row)
    with hq:
        before = _memory(hq.pid, "VmRSS")
        began = time.monotonic()
        tally = asyncio.run(_stampede(profile, [one for one, _ in herd], spread))
        seconds = time.monotonic() - began
        peak = _memory(hq.pid, "VmHWM")
        verified = hq.ask("verify")["events"]
    with open_hq(hq.home) as opened, opened.store.reading() as tx:
        for device, _ in herd:
            row = tx.streams.get(device.stream)
            assert row is not None
            assert (row.upto, row.head, row.forked) == (REPORTS + 1, device.head, False)
    assert verified == devices * (REPORTS + 1) + 1, "none lost, none twice, and HQ's own first one"
    assert "bug:" not in hq.log.read_text()
    events = devices * (REPORTS + 1)
    least, most = min(tally.waits, default=30), max(tally.waits, default=30)
    assert 30 <= least <= most <= 600
    return Figures(
        devices,
        events,
        round(seconds, 1),
        round(tally.busiest(), 1),
        tally.seen["wait"],
        tally.seen["failed"],
        before,
        peak,
    )


async def _stampede(profile: MissionProfile, herd: list[Device], spread: float) -> Tally:
    context = ssl.create_default_context(cadata=profile.ca)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    tally = Tally()
    chance = Random(len(herd))
    port = int(profile.server.rsplit(":", 1)[1])

    async def one(device: Device, start: float, draws: Random) -> None:
        await asyncio.sleep(start)
        failures = 0
        while True:
            try:
                async with asyncio.timeout(_PATIENCE_SECONDS):
                    wait = await _push(profile, device, port, context)
            except (OSError, TimeoutError, FieldError, asyncio.IncompleteReadError):
                failures += 1
                tally.seen["failed"] += 1
                await asyncio.sleep(machine.backoff(failures, draws.random()) / 1000)
                continue
            if wait is None:
                tally.done.append(time.monotonic())
                return
            failures = 0
            tally.seen["wait"] += 1
            tally.waits.append(wait)
            await asyncio.sleep(wait * (1 + draws.random() / 2))

    await asyncio.gather(
        *(one(device, chance.uniform(0, spread), Random(chance.random())) for device in herd)
    )
    return tally


async def _push(
    profile: MissionProfile, device: Device, port: int, context: ssl.SSLContext
) -> int | None:
    """One connection, one request; None once the receipt covers everything, else a wait."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port, ssl=context)
    try:
        head = (
            f"POST /v1/frames HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {device.token}"
            f"\r\nContent-Length: {len(device.frame)}\r\n\r\n"
        )
        writer.write(head.encode() + device.frame)
        await writer.drain()
        lines = (await reader.readuntil(b"\r\n\r\n")).decode().lower().split("\r\n")
        headers = dict(line.split(": ", 1) for line in lines[1:] if ": " in line)
        body = await reader.readexactly(int(headers["content-length"]))
    finally:
        writer.close()
    status = int(lines[0].split()[1])
    if status in (429, 503):
        return int(headers["retry-after"])
    assert status == 200, status
    ((code, raw, note),) = cbor2.loads(body)
    assert code == 200, note
    receipt = open_receipt(raw, profile.receipt)
    assert (receipt.upto, receipt.head) == (REPORTS + 1, device.head)
    return None


def _device(profile: MissionProfile, number: int) -> tuple[Device, StreamRow]:
    laptop = Laptop(profile, number + 1)
    genesis = laptop.begin()
    events = [genesis, *(laptop.report() for _ in range(REPORTS))]
    row = StreamRow(
        stream=laptop.stream,
        public=laptop.signing.public,
        inbox=laptop.inbox.public,
        state=StreamState.ACTIVE,
        person=f"P{number}",
        unit="TS7",
        role=Role.PATROL,
        device="herd",
        push=token_hash(laptop.push),
        fetch=token_hash(laptop.fetch),
        genesis=genesis.id,
        link=None,
        upto=0,
        head=EventId(bytes(32)),
        forked=False,
        good_upto=None,
    )
    frame = laptop.frame(*events)
    return Device(laptop.stream, show(laptop.push), frame, events[-1].id), row


def _memory(pid: int, name: str) -> float:
    """Megabytes of a process as Linux counts them; 0 elsewhere."""
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        return 0.0
    lines = status.read_text().splitlines()
    return round(int(next(line for line in lines if line.startswith(name)).split()[1]) / 1024, 1)


def main() -> None:
    """Once; the figures as JSON."""
    with tempfile.TemporaryDirectory(prefix="herd-") as folder:
        figures = run(Path(folder), int(sys.argv[1]))
        sys.stdout.write(json.dumps(asdict(figures)) + "\n")


if __name__ == "__main__":
    main()
