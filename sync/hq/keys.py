"""HQ's keys and certificates: the only module here that uses cryptography.

Every key is a file of its own, readable by its owner alone, in the folder ``keys``. The root key
signs the mission profile and is needed for nothing else: move it to a medium kept offline.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from fieldapp.clock import Entropy
from fieldapp.event.signing import StreamKey
from fieldapp.files import replace_whole
from fieldapp.mission.profile import MissionProfile
from sync.frame import Address, SealKeys
from sync.hq.errors import HqKeysDamaged

FOLDER = "keys"
ROOT_KEY = "root.key"
CA_CERT = "ca.pem"
SERVER_CERT = "server.pem"
SERVER_KEY = "server.key"
_CA_KEY = "ca.key"
_SEED_BYTES = {
    ROOT_KEY: 32,
    "admin.key": 32,
    "receipt.key": 32,
    "seal.key": 32,
    "bundle-seal.key": 96,
    "store.key": 32,
    "session.key": 32,
}
# A laptop whose clock fell back to 1970 must still reach HQ; certificates are replaced by a new
# mission profile, never by running out.
_VALID_FROM = datetime(1970, 1, 1, tzinfo=UTC)
_VALID_TO = datetime(2049, 12, 31, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class HqKeys:
    """The keys a running HQ needs; the root key is not among them.

    Args:
        admin: signs HQ's own stream.
        receipt: signs receipts.
        seal: opens frames from the field.
        radio: address of frames sent over a link.
        courier: address of frames carried by hand.
        store: 32 bytes that encrypt the log.
        session: 32 bytes that authenticate session challenges.
    """

    admin: StreamKey
    receipt: StreamKey
    seal: SealKeys
    radio: Address
    courier: Address
    store: bytes
    session: bytes

    def __repr__(self) -> str:
        return "HqKeys()"


def create_keys(folder: Path, hosts: Sequence[str], mission: str, entropy: Entropy) -> None:
    """Writes every key and certificate of a new HQ into ``folder``.

    Args:
        folder: made with access for its owner only; must not exist.
        hosts: IP addresses or DNS names under which the server is reached.
        mission: short code that stands in the certificates' names.
        entropy: source of the seeds; certificate keys come from the operating system.
    """
    folder.mkdir(mode=0o700)
    for name, size in _SEED_BYTES.items():
        replace_whole(folder / name, entropy(size).hex().encode() + b"\n")
    ca_key = ec.generate_private_key(ec.SECP256R1())
    ca = _certificate(f"{mission} HQ authority", ca_key, None, ca_key, ())
    replace_whole(folder / _CA_KEY, _pem(ca_key))
    replace_whole(folder / CA_CERT, ca.public_bytes(Encoding.PEM))
    renew_server(folder, hosts, mission)


def renew_server(
    folder: Path, hosts: Sequence[str], mission: str, into: Path | None = None
) -> None:
    """A new server certificate from the present authority; raises `HqKeysDamaged`.

    Args:
        folder: HQ's keys.
        hosts: IP addresses or DNS names that it is for.
        mission: short code that stands in its name.
        into: where to write it and its key; by default among HQ's keys.
    """
    into = into or folder
    try:
        ca = x509.load_pem_x509_certificate((folder / CA_CERT).read_bytes())
        ca_key = load_pem_private_key((folder / _CA_KEY).read_bytes(), None)
    except (OSError, ValueError) as error:
        raise HqKeysDamaged(detail=type(error).__name__) from error
    if not isinstance(ca_key, ec.EllipticCurvePrivateKey):
        raise HqKeysDamaged(detail="kind of key")
    key = ec.generate_private_key(ec.SECP256R1())
    cert = _certificate(f"{mission} HQ", key, ca, ca_key, hosts)
    replace_whole(into / SERVER_KEY, _pem(key))
    replace_whole(into / SERVER_CERT, cert.public_bytes(Encoding.PEM))


def load_keys(folder: Path) -> HqKeys:
    """The keys in ``folder``; raises `HqKeysDamaged`."""
    seal = SealKeys()
    return HqKeys(
        admin=StreamKey(_seed(folder, "admin.key")),
        receipt=StreamKey(_seed(folder, "receipt.key")),
        seal=seal,
        radio=_add(seal.add_radio, folder, "seal.key"),
        courier=_add(seal.add_courier, folder, "bundle-seal.key"),
        store=_seed(folder, "store.key"),
        session=_seed(folder, "session.key"),
    )


def check_keys(keys: HqKeys, profile: MissionProfile) -> None:
    """Raises `HqKeysDamaged` unless these are the keys that laptops know from the profile."""
    pairs = (
        ("admin", keys.admin.public, profile.admin),
        ("receipt", keys.receipt.public, profile.receipt),
        ("seal", keys.radio.public, profile.seal),
        ("bundle-seal", keys.courier.public, profile.bundle_seal),
    )
    for name, held, named in pairs:
        if held != named:
            raise HqKeysDamaged(detail=f"{name} is another HQ's")


def check_certificates(folder: Path, ca: str) -> None:
    """Raises `HqKeysDamaged` unless laptops that know the authority ``ca`` believe the server."""
    try:
        authority = x509.load_pem_x509_certificate((folder / CA_CERT).read_bytes())
        cert = x509.load_pem_x509_certificate((folder / SERVER_CERT).read_bytes())
        key = load_pem_private_key((folder / SERVER_KEY).read_bytes(), None)
        known = x509.load_pem_x509_certificate(ca.encode())
        cert.verify_directly_issued_by(known)
    except (OSError, ValueError, TypeError, InvalidSignature) as error:
        raise HqKeysDamaged(detail=type(error).__name__) from error
    if authority != known or cert.public_key() != key.public_key():
        raise HqKeysDamaged(detail="certificates do not fit each other")


def load_root(folder: Path) -> StreamKey:
    """The key that signs mission profiles; raises `HqKeysDamaged`."""
    return StreamKey(_seed(folder, ROOT_KEY))


def _add(take: Callable[[bytes], Address], folder: Path, name: str) -> Address:
    try:
        return take(_seed(folder, name))
    except ValueError as error:
        raise HqKeysDamaged(detail=name) from error


def _seed(folder: Path, name: str) -> bytes:
    try:
        seed = bytes.fromhex((folder / name).read_text("ascii").strip())
    except (OSError, ValueError) as error:
        raise HqKeysDamaged(detail=name) from error
    if len(seed) != _SEED_BYTES[name]:
        raise HqKeysDamaged(detail=name)
    return seed


def _pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def _certificate(
    name: str,
    key: ec.EllipticCurvePrivateKey,
    ca: x509.Certificate | None,
    signer: ec.EllipticCurvePrivateKey,
    hosts: Sequence[str],
) -> x509.Certificate:
    """A certificate for ``key``: the authority itself where ``ca`` is None, else a server's."""
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject if ca is None else ca.subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(_VALID_FROM)
        .not_valid_after(_VALID_TO)
        .add_extension(x509.BasicConstraints(ca is None, 0 if ca is None else None), True)
        .add_extension(_usage(authority=ca is None), True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key()), False
        )
    )
    if ca is not None:
        server_only = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH])
        builder = builder.add_extension(
            x509.SubjectAlternativeName([_general_name(host) for host in hosts]), False
        ).add_extension(server_only, False)
    return builder.sign(signer, SHA256())


def _usage(*, authority: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not authority,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=authority,
        crl_sign=authority,
        encipher_only=False,
        decipher_only=False,
    )


def _general_name(host: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ip_address(host))
    except ValueError:
        return x509.DNSName(host)
