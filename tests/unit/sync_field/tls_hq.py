"""`MiniHq` behind real TLS on a free port, and certificates good and bad."""

import ipaddress
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from sync.frame import split_frames
from tests.unit.sync_field.mini_hq import MiniHq, encoded

NOW = datetime(2026, 11, 1, tzinfo=UTC)


@dataclass
class Authority:
    """A certificate authority of its own."""

    name: str = "test authority"
    key: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )

    def __post_init__(self) -> None:
        self.certificate = self._sign(self.name, self.key.public_key(), authority=True)

    @property
    def pem(self) -> str:
        """What a profile carries."""
        return self.certificate.public_bytes(serialization.Encoding.PEM).decode()

    def issue(self, folder: Path, *, host: str = "127.0.0.1", start: datetime = NOW) -> Path:
        """A server's certificate and key in one file, valid for 10 days."""
        key = ec.generate_private_key(ec.SECP256R1())
        certificate = self._sign("hq", key.public_key(), host=host, start=start)
        path = folder / f"{host}-{start:%Y}.pem"
        path.write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
            + certificate.public_bytes(serialization.Encoding.PEM)
        )
        return path

    def _sign(
        self,
        name: str,
        public: ec.EllipticCurvePublicKey,
        *,
        host: str = "127.0.0.1",
        start: datetime = NOW,
        authority: bool = False,
    ) -> x509.Certificate:
        issuer = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, self.name)])
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        builder = (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(issuer)
            .public_key(public)
            .serial_number(x509.random_serial_number())
            .not_valid_before(start)
            .not_valid_after(start + timedelta(days=10))
            .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
        )
        if not authority:
            names = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(host))])
            builder = builder.add_extension(names, critical=False)
        return builder.sign(self.key, hashes.SHA256())


@dataclass
class Seen:
    """One request as it arrived."""

    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Answering:
    """What the server does with a request; tests replace ``answer``.

    Args:
        answer: gives status, headers and body.
        seen: every request.
    """

    answer: Callable[[Seen], tuple[int, dict[str, str], bytes]]
    seen: list[Seen] = field(default_factory=list)
    port: int = 0


def hq_answer(hq: MiniHq) -> Callable[[Seen], tuple[int, dict[str, str], bytes]]:
    """Answers as HQ does."""

    def answer(seen: Seen) -> tuple[int, dict[str, str], bytes]:
        kind = {"Content-Type": "application/cbor"}
        if seen.path == "/v1/frames":
            return 200, kind, encoded([list(hq.take(f)) for f in split_frames(seen.body)])
        if seen.path == "/v1/enrol":
            code, receipt, note = hq.take(seen.body)
            body = encoded([[code, receipt, note]] if code < 300 else [code, note])
            return code, kind, body
        if seen.path == "/v1/status":
            return 200, kind, encoded(hq.status(seen.body))
        return 404, kind, encoded([404, "no such call"])

    return answer


@contextmanager
def serving(answering: Answering, certificate: Path | None) -> Iterator[Answering]:
    """A server on a free port; without a certificate it speaks plain HTTP."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = 65536

        def do_POST(self) -> None:
            self._do(self.rfile.read(int(self.headers.get("Content-Length", "0"))))

        def do_GET(self) -> None:
            self._do(b"")

        def _do(self, body: bytes) -> None:
            seen = Seen(self.path, dict(self.headers.items()), body)
            answering.seen.append(seen)
            status, headers, content = answering.answer(seen)
            self.send_response_only(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            return

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            return

    server = Server(("127.0.0.1", 0), Handler)
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        # The handshake belongs to the connection's own thread, or one bad client stops all.
        server.socket = context.wrap_socket(
            server.socket, server_side=True, do_handshake_on_connect=False
        )
    answering.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield answering
    finally:
        server.shutdown()
        server.server_close()
        thread.join(timeout=5)
