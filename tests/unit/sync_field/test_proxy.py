"""The way through a network's proxy: sealed end to end, and each kind of trouble by its name."""

import base64
import json
import os
import socket
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from fieldapp.cli_support import Shell
from fieldapp.errors import FieldError
from fieldapp.mission.installation import install_mission
from fieldapp.mission.profile import write_profile
from sync.errors import BadCertificate, Inspected, LinkDown, ProxyPassword, ProxyRefused
from sync.field.doctor import doctor
from sync.http import HqLink
from sync.proxies import Proxy, read_proxy, system_proxy
from tests.support.connect_proxy import ConnectProxy
from tests.support.mission import make_mission
from tests.unit.sync_field.tls_hq import Answering, Authority, Seen, serving

AWAY = "192.0.2.7"
"""An address of documents: nothing answers there but what a proxy puts in its place."""
LOGIN = "post:öffne dich"


def echo(seen: Seen) -> tuple[int, dict[str, str], bytes]:
    return 200, {"Content-Type": "application/cbor"}, seen.body


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority()


@pytest.fixture
def server(authority: Authority, tmp_path: Path) -> Iterator[Answering]:
    with serving(Answering(echo), authority.issue(tmp_path, host=AWAY)) as running:
        yield running


def through(proxy: Proxy | None, authority: Authority, server: str = f"https://{AWAY}") -> HqLink:
    return HqLink(server, authority.pem, patience=5, proxy_for=lambda host: proxy)


def refused_port() -> int:
    """A port at which nobody answers."""
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port: int = taken.getsockname()[1]
        return port


def test_reports_go_through_the_proxy_of_the_environment(
    server: Answering, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ConnectProxy(server.port) as proxy:
        monkeypatch.setenv("https_proxy", proxy.url)
        monkeypatch.setenv("no_proxy", "example.org")
        with closing(HqLink(f"https://{AWAY}", authority.pem, patience=5)) as link:
            for body in (b"a sealed report", b"another"):
                assert link.post("/v1/frames", body, token="t" * 22).body == body
            assert not link.around
    assert [line.split()[:2] for line in proxy.asked] == [["CONNECT", f"{AWAY}:443"]], "once"
    assert b"t" * 22 not in proxy.heads[0], "the proxy is shown no token"


def test_a_proxy_gets_the_login_of_the_settings(server: Answering, authority: Authority) -> None:
    with ConnectProxy(server.port, login=LOGIN) as proxy:
        named = proxy.url.replace("//", "//post:%C3%B6ffne%20dich@")
        with closing(through(read_proxy(named), authority)) as link:
            assert link.get("/v1/health").status == 200
            assert "dich" not in repr(link.proxy)
    assert base64.b64encode(LOGIN.encode()) in proxy.heads[0]
    assert server.seen[0].headers.keys() == {"Host"}, "HQ is not shown it"


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        ("407 Proxy Authentication Required", ProxyPassword),
        ("403 Forbidden", ProxyRefused),
        ("302 Found", ProxyRefused),
        ("502 Bad Gateway", LinkDown),
        ("504 Gateway Timeout", LinkDown),
    ],
)
def test_what_a_proxy_answers_is_never_blamed_on_hq(
    server: Answering, authority: Authority, answer: str, error: type[FieldError]
) -> None:
    with (
        ConnectProxy(server.port, answer=answer) as proxy,
        closing(through(Proxy(proxy.url), authority)) as link,
        pytest.raises(FieldError) as raised,
    ):
        link.post("/v1/frames", b"secret")
    assert type(raised.value) is error
    assert len(proxy.asked) == 1, "no other way is tried behind the network's back"
    assert server.seen == []


def test_a_wrong_login_is_told_as_such(server: Answering, authority: Authority) -> None:
    with (
        ConnectProxy(server.port, login=LOGIN) as proxy,
        closing(through(Proxy(proxy.url, "post:shut"), authority)) as link,
        pytest.raises(ProxyPassword),
    ):
        link.get("/v1/health")


def test_an_inspecting_proxy_is_named_and_shown_nothing(
    authority: Authority, tmp_path: Path
) -> None:
    other = Authority("Camp Network Inspection")
    with (
        serving(Answering(echo), other.issue(tmp_path, host=AWAY)) as inspector,
        ConnectProxy(inspector.port) as proxy,
        closing(through(Proxy(proxy.url), authority)) as link,
    ):
        with pytest.raises(Inspected):
            link.post("/v1/frames", b"secret", token="t" * 22)
        assert link.issuer() == "Camp Network Inspection"
        assert inspector.seen == []


def test_another_name_on_hqs_certificate_is_no_inspection(
    authority: Authority, tmp_path: Path
) -> None:
    with (
        serving(Answering(echo), authority.issue(tmp_path, host="192.0.2.8")) as server,
        ConnectProxy(server.port) as proxy,
        closing(through(Proxy(proxy.url), authority)) as link,
        pytest.raises(BadCertificate) as raised,
    ):
        link.get("/v1/health")
    assert type(raised.value) is BadCertificate


def test_without_an_answer_from_the_proxy_the_direct_way_is_taken(
    authority: Authority, tmp_path: Path
) -> None:
    gone = Proxy(f"http://127.0.0.1:{refused_port()}")
    with serving(Answering(echo), authority.issue(tmp_path)) as server:
        here = f"https://127.0.0.1:{server.port}"
        with closing(through(gone, authority, here)) as link:
            assert link.post("/v1/frames", b"x" * 3000).body == b"x" * 3000
            assert link.around
            link.close()
            assert link.get("/v1/health").status == 200
            assert link.around, "as long as it works"


def test_when_the_direct_way_ends_the_proxy_is_asked_again(
    authority: Authority, server: Answering
) -> None:
    port = refused_port()
    nobody = f"https://127.0.0.1:{refused_port()}"
    with closing(through(Proxy(f"http://127.0.0.1:{port}"), authority, nobody)) as link:
        for _ in range(2):
            with pytest.raises(LinkDown) as raised:
                link.get("/v1/health")
            assert type(raised.value) is LinkDown
            assert (link.silent, link.around) == (True, False)


def looked_at(home: Path, authority: Authority) -> str:
    """What the doctor finds out about the link of a laptop whose HQ is far away."""
    mission = make_mission(server=f"https://{AWAY}")
    raw = write_profile(replace(mission.profile, ca=authority.pem), mission.root)
    install_mission(home, raw)
    done = CliRunner().invoke(doctor, ["--json", "--home", os.fspath(home)], obj=Shell())
    return str(json.loads(done.stdout.splitlines()[0])["findings"]["link"])


def test_the_doctor_names_the_way_and_the_culprit(
    server: Answering, authority: Authority, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("no_proxy", "example.org")
    stranger = Authority("Camp Network Inspection").issue(tmp_path, host=AWAY)
    with ConnectProxy(server.port, login=LOGIN) as proxy, serving(Answering(echo), stranger) as spy:
        where = f"127.0.0.1:{proxy.port}"
        monkeypatch.setenv("https_proxy", f"http://post:shut@{where}")
        shut = looked_at(tmp_path / "home", authority)
        monkeypatch.setenv("https_proxy", f"http://post:%C3%B6ffne%20dich@{where}")
        fine = looked_at(tmp_path / "home", authority)
        proxy.target = spy.port
        inspected = looked_at(tmp_path / "home", authority)
    assert fine == f"ok: HQ answers 200; through the proxy {where}"
    assert shut.startswith("link.proxy-password: ")
    assert shut.endswith(f"; through the proxy {where}")
    assert inspected.startswith("link.inspected: ")
    assert inspected.endswith("; the certificate shown was issued by Camp Network Inspection")
    assert "dich" not in fine + shut + inspected


@pytest.mark.parametrize(
    ("named", "url", "login"),
    [
        ("http://proxy.example:3128", "http://proxy.example:3128", ""),
        ("proxy.example:3128", "http://proxy.example:3128", ""),
        ("http://proxy.example", "http://proxy.example:80", ""),
        ("https://proxy.example/", "https://proxy.example:443", ""),
        ("http://a:b%40c@proxy.example:1", "http://proxy.example:1", "a:b@c"),
        ("http://[2001:db8::1]:3128", "http://[2001:db8::1]:3128", ""),
    ],
)
def test_settings_are_read(named: str, url: str, login: str) -> None:
    assert read_proxy(named) == Proxy(url, login)


@pytest.mark.parametrize("named", ["socks5://a:1", "http://", "http://a:99999", "http://[::1"])
def test_what_cannot_be_asked_is_no_proxy(named: str) -> None:
    assert read_proxy(named) is None


@pytest.mark.parametrize("host", ["127.0.0.1", "127.9.9.9", "::1", "localhost", "LOCALHOST."])
def test_this_computer_needs_no_proxy(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "http://proxy.example:3128")
    assert system_proxy(host) is None


def test_hosts_that_are_left_out_need_no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.lower().endswith("_proxy")]:
        monkeypatch.delenv(name)
    assert system_proxy("hq.example.org") is None
    monkeypatch.setenv("https_proxy", "http://proxy.example:3128")
    monkeypatch.setenv("no_proxy", "example.org")
    assert system_proxy("hq.example.org") is None
    found = system_proxy("hq.example.net")
    assert found is not None
    assert found.name == "proxy.example:3128"
