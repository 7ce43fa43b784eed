"""HQ's intake: one real server process, SQLite, HTTPS, every signature checked."""

import base64
import tempfile
import time
from hashlib import sha256
from pathlib import Path
from random import Random

import cbor2

from fieldapp.clock import SystemClock, system_entropy
from fieldapp.event.chain import FIRST, Event, Place, make_event
from fieldapp.event.kinds import Kind
from fieldapp.event.signing import StreamKey
from fieldapp.mission.profile import MissionProfile, read_profile
from sync.body import EnrolBody, EventsBody
from sync.frame import Address, SuiteId, seal
from sync.http import HqLink
from sync.receipt import open_receipt
from tests.bench.corpus import HELD_OUT, payload
from tests.bench.harness import Measured
from tests.support.hq import Hq, running_hq

BATCH = 50
"""Reports in a frame, as a laptop packs them after some days without a link."""


def hq_reports_per_s(runs: int, reports: int = 1_000) -> Measured:
    """Reports that HQ takes in, from the first byte sent to the last receipt checked."""
    speeds = []
    with tempfile.TemporaryDirectory() as folder, running_hq(Path(folder)) as hq:
        for run in range(runs):
            speeds.append(_one_run(hq, run, reports))
    speeds.sort()
    return Measured("hq_reports_per_s", speeds[len(speeds) // 2], "1/s", None, runs)


def _one_run(hq: Hq, run: int, reports: int) -> float:
    profile = read_profile(Path(hq.profile_path).read_bytes())
    key, token = StreamKey(system_entropy(32)), system_entropy(16)
    link = HqLink(profile.server, profile.ca)
    genesis = _enrol(hq, profile, link, key, token)
    frames = _frames(key, genesis, profile, run, reports)
    bearer = base64.urlsafe_b64encode(token).decode().rstrip("=")
    start = time.perf_counter()
    for frame in frames:
        reply = link.post("/v1/frames", frame, token=bearer)
        code, receipt, _note = cbor2.loads(reply.body)[0]
        assert code == 200, code
        held = open_receipt(receipt, profile.receipt).upto
    spent = time.perf_counter() - start
    link.close()
    assert held == reports + 1
    return reports / spent


def _enrol(hq: Hq, profile: MissionProfile, link: HqLink, key: StreamKey, token: bytes) -> Event:
    content = {
        "v": 1,
        "pk": key.public.hex(),
        "inbox": profile.seal.hex(),
        "person": "Bench",
        "unit": profile.units[0].code,
        "device": "bench",
        "app": "bench",
        "mission": profile.mission,
        "push": sha256(token).hexdigest(),
        "fetch": sha256(system_entropy(16)).hexdigest(),
        "link": None,
    }
    genesis = make_event(
        key, FIRST, Kind.GENESIS, content, t=SystemClock().now(), entropy=system_entropy
    )
    code = hq.code("Bench", profile.units[0].code, "patrol").replace("-", "")
    frame = seal(EnrolBody(code, genesis), Address(SuiteId.RADIO, profile.seal))
    reply = link.post("/v1/enrol", frame)
    assert reply.status in (200, 202), reply.status
    hq.approve_all()
    return genesis


def _frames(
    key: StreamKey, genesis: Event, profile: MissionProfile, run: int, reports: int
) -> list[bytes]:
    place = Place(1, genesis.id)
    to = Address(SuiteId.RADIO, profile.seal)
    frames, events = [], []
    for number in range(reports):
        content = payload(Random(HELD_OUT + run * reports + number))
        event = make_event(
            key, place, Kind.REPORT, content, t=SystemClock().now(), entropy=system_entropy
        )
        place = Place(place.seq + 1, event.id)
        events.append(event)
        if len(events) == BATCH or number == reports - 1:
            frames.append(seal(EventsBody(key.stream, tuple(events)), to))
            events = []
    return frames
