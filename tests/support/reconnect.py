"""What one more connection costs, in bytes on the wire, both ways."""

from pathlib import Path

from fieldapp.mission.profile import read_profile
from sync.http import HqLink
from tests.support.processes import HqProcess
from tests.support.trip_relay import TripRelay


def reconnect_bytes(folder: Path) -> int:
    """TLS to the real server and back, without TCP's own packets and without the request."""
    hq = HqProcess(folder / "hq", folder / "hq.log")
    with TripRelay(hq.port) as relay:
        profile = read_profile(hq.begin(relay.port))
        with hq:
            link = HqLink(profile.server, profile.ca)
            totals = []
            for _ in range(2):
                before = relay.carried
                assert link.get("/v1/health").status == 200
                totals.append(relay.carried - before)
            link.close()
    with_connection, without = totals
    return with_connection - without
