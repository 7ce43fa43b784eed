"""The one HTTP client: whom it believes, what it sends, and what it calls each kind of trouble."""

import socket
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from fieldapp.errors import FieldError
from sync.errors import (
    BadCertificate,
    HqBusy,
    HqFull,
    HqTrouble,
    LinkDown,
    Portal,
    TurnedAway,
)
from sync.http import HqLink, Reply, check
from tests.support.relay import Relay
from tests.unit.sync_field.tls_hq import Answering, Authority, Seen, serving

CBOR = {"Content-Type": "application/cbor"}


def echo(seen: Seen) -> tuple[int, dict[str, str], bytes]:
    return 200, CBOR, seen.body


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority()


@pytest.fixture
def server(authority: Authority, tmp_path: Path) -> Iterator[Answering]:
    with serving(Answering(echo), authority.issue(tmp_path)) as running:
        yield running


def link_to(port: int, authority: Authority, patience: float = 5) -> HqLink:
    return HqLink(f"https://127.0.0.1:{port}", authority.pem, patience=patience)


def test_a_request_carries_the_body_and_few_headers(
    server: Answering, authority: Authority
) -> None:
    with closing(link_to(server.port, authority)) as link:
        reply = link.post("/v1/frames", b"x" * 5000, token="t" * 22)
    assert reply == Reply(200, "application/cbor", b"x" * 5000)
    assert set(server.seen[0].headers) == {"Host", "Content-Length", "Authorization"}
    assert server.seen[0].headers["Authorization"] == f"Bearer {'t' * 22}"


def test_one_connection_serves_many_requests(server: Answering, authority: Authority) -> None:
    with Relay(server.port) as relay, closing(link_to(relay.port, authority)) as link:
        link.get("/v1/inbox", {"after": 1, "max": 2})
        link.get("/v1/inbox", {"after": 1, "max": 2})
        assert relay.accepted == 1, "the second request made no new connection"
    assert [seen.path for seen in server.seen] == ["/v1/inbox?after=1&max=2"] * 2


def test_progress_counts_up_to_the_whole(server: Answering, authority: Authority) -> None:
    steps: list[tuple[int, int]] = []
    with closing(link_to(server.port, authority)) as link:
        link.post("/v1/frames", bytes(3000), progress=lambda sent, of: steps.append((sent, of)))
    assert steps == [(1024, 3000), (2048, 3000), (3000, 3000)]


def test_progress_on_a_slow_link_is_not_told_before_it_happened(
    server: Answering, authority: Authority
) -> None:
    told: list[tuple[int, int]] = []
    with (
        Relay(server.port, rate=200_000) as relay,
        closing(link_to(relay.port, authority)) as link,
    ):
        link.post(
            "/v1/frames",
            bytes(400_000),
            progress=lambda sent, of: told.append((sent, relay.carried)),
        )
    half = next(carried for sent, carried in told if sent >= 300_000)
    assert half > 100_000


def test_only_the_pinned_authority_counts(tmp_path: Path, authority: Authority) -> None:
    stranger = Authority()
    with (
        serving(Answering(echo), stranger.issue(tmp_path)) as server,
        closing(link_to(server.port, authority)) as link,
        pytest.raises(BadCertificate),
    ):
        link.post("/v1/frames", b"secret")
    assert server.seen == []


def test_a_certificate_for_another_address_does_not_count(
    tmp_path: Path, authority: Authority
) -> None:
    with (
        serving(Answering(echo), authority.issue(tmp_path, host="127.0.0.2")) as server,
        closing(link_to(server.port, authority)) as link,
        pytest.raises(BadCertificate),
    ):
        link.post("/v1/frames", b"secret")
    assert server.seen == []


@pytest.mark.parametrize("year", [1990, 2090])
def test_a_wrong_clock_does_not_stop_reports(
    tmp_path: Path, authority: Authority, year: int
) -> None:
    start = datetime(year, 1, 1, tzinfo=UTC)
    with (
        serving(Answering(echo), authority.issue(tmp_path, start=start)) as server,
        closing(link_to(server.port, authority)) as link,
    ):
        assert link.post("/v1/frames", b"x").status == 200


def test_plain_http_in_hqs_place_is_a_portal(authority: Authority) -> None:
    with (
        serving(Answering(echo), None) as server,
        closing(link_to(server.port, authority)) as link,
        pytest.raises(Portal),
    ):
        link.post("/v1/frames", b"x")
    assert server.seen == []


def test_nobody_there_is_a_link_that_is_down(authority: Authority) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
    with closing(link_to(port, authority)) as link, pytest.raises(LinkDown):
        link.post("/v1/frames", b"x")


@pytest.mark.parametrize("address", ["http://127.0.0.1:1", "https://", "nonsense", "https://[::1"])
def test_an_address_that_is_none_is_told_as_such(address: str, authority: Authority) -> None:
    with pytest.raises(LinkDown):
        HqLink(address, authority.pem)


def test_a_damaged_authority_is_told_as_such() -> None:
    with pytest.raises(BadCertificate):
        HqLink("https://127.0.0.1:1", "-----BEGIN CERTIFICATE-----\nxx\n")


def test_a_cut_in_the_middle_is_a_link_that_is_down_and_heals(
    server: Answering, authority: Authority
) -> None:
    with (
        Relay(server.port, rate=50_000) as relay,
        closing(link_to(relay.port, authority)) as link,
    ):

        def cut(sent: int, of: int) -> None:
            if sent > of // 2:
                relay.cut()

        with pytest.raises(LinkDown):
            link.post("/v1/frames", bytes(200_000), progress=cut)
        relay.restore()
        relay.rate = None
        assert link.post("/v1/frames", b"again").body == b"again"


def test_silence_is_given_up_after_the_patience(authority: Authority) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as silent:
        port = silent.getsockname()[1]
        with closing(link_to(port, authority, patience=0.2)) as link, pytest.raises(LinkDown):
            link.post("/v1/frames", b"x")


def test_a_slow_link_is_not_given_up_while_bytes_move(
    server: Answering, authority: Authority
) -> None:
    with (
        Relay(server.port, rate=60_000) as relay,
        closing(link_to(relay.port, authority, patience=1.0)) as link,
    ):
        assert len(link.post("/v1/frames", bytes(120_000)).body) == 120_000


def test_an_endless_reply_is_cut_off(server: Answering, authority: Authority) -> None:
    with closing(link_to(server.port, authority)) as link:
        with pytest.raises(Portal):
            link.post("/v1/frames", bytes(9000), limit=8000)
        assert link.post("/v1/frames", b"x", limit=8000).body == b"x"


def test_redirects_are_not_followed(authority: Authority, tmp_path: Path) -> None:
    there = {"Location": "https://127.0.0.1:1/login", "Content-Type": "text/html"}
    answering = Answering(lambda seen: (302, there, b""))
    with (
        serving(answering, authority.issue(tmp_path)) as server,
        closing(link_to(server.port, authority)) as link,
    ):
        reply = link.post("/v1/frames", b"x")
    with pytest.raises(Portal):
        check(reply)


@pytest.mark.parametrize(
    ("status", "kind", "error"),
    [
        (200, "text/html", Portal),
        (204, "", Portal),
        (511, "text/html", Portal),
        (401, "text/html", Portal),
        (401, "application/cbor", TurnedAway),
        (403, "application/cbor", TurnedAway),
        (422, "application/cbor", TurnedAway),
        (429, "application/cbor", HqBusy),
        (503, "text/plain", HqBusy),
        (507, "application/cbor", HqFull),
        (500, "application/cbor", HqTrouble),
        (502, "text/html", HqTrouble),
    ],
)
def test_each_answer_has_its_error(status: int, kind: str, error: type[FieldError]) -> None:
    with pytest.raises(error):
        check(Reply(status, kind, b""))


@pytest.mark.parametrize(
    ("header", "seconds"), [("7", 7), ("99999999", 3600), ("Wed, 21 Oct 2026 07:28:00 GMT", 60)]
)
def test_the_wait_hq_asks_for_is_read(
    authority: Authority, tmp_path: Path, header: str, seconds: int
) -> None:
    answering = Answering(lambda seen: (503, {**CBOR, "Retry-After": header}, b""))
    with (
        serving(answering, authority.issue(tmp_path)) as server,
        closing(link_to(server.port, authority)) as link,
        pytest.raises(HqBusy) as raised,
    ):
        check(link.post("/v1/frames", b"x"))
    assert raised.value.seconds == seconds


def test_all_errors_speak_plainly_and_have_one_way_on() -> None:
    kinds = (LinkDown, BadCertificate, Portal, TurnedAway, HqBusy, HqFull, HqTrouble)
    assert len({kind.code for kind in kinds}) == len(kinds)
    for kind in kinds:
        assert kind.code.startswith("link.")
        assert 20 < len(kind.text) < 250
