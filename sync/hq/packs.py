"""Packs at HQ: tried, signed, kept beside the photos, and announced in HQ's own stream."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

import zstandard

from fieldapp.event.errors import BadPayload
from fieldapp.event.kinds import Kind
from fieldapp.forms.catalog import Catalog, Installed, catalog_of, try_packs
from fieldapp.mission.packs import Pack, PackKind, PackNotice, read_pack, write_pack
from fieldapp.units import Sha256
from sync.body import PieceBody
from sync.hq import photos
from sync.hq.app import Hq
from sync.hq.errors import PackTooLarge
from sync.hq.opening import PhotoClaim
from sync.hq.store import HqTx
from sync.limits import BLOB_BYTES, PIECE_BYTES

_LEVEL = 19


@dataclass(frozen=True, slots=True)
class Published:
    """A pack that is out: HQ's word of it, and the signed file for sticks."""

    notice: PackNotice
    file: bytes


def publish(hq: Hq, kind: PackKind, files: Mapping[str, bytes]) -> Published:
    """Signs the next edition of a kind and tells everyone.

    Forms and lists that are out already go along: a laptop that joins late fetches one edition.

    Args:
        hq: an open HQ.
        kind: what the files are.
        files: compiled XForms by file name, or one file of code lists.

    Raises:
        FormRefused, CodesRefused: a file cannot be used, alone or with what is out already.
        PackTooLarge: above 25 MiB as it travels.
        HqStoreBusy, HqStoreFull: nothing was published.
    """
    with hq.store.writing() as tx:
        out = notices(hq, tx)
        version = max((one.version for one in out if one.kind is kind), default=0) + 1
        held = [_held(hq, tx, one) for one in out]
        before = [pack.files for pack in held if pack.kind is kind is PackKind.FORMS]
        pack = Pack(kind, version, {**(before[-1] if before else {}), **files})
        try_packs([*held, pack])
        raw = write_pack(pack, hq.keys.admin)
        packed = zstandard.ZstdCompressor(level=_LEVEL).compress(raw)
        if len(packed) > BLOB_BYTES:
            raise PackTooLarge()
        notice = PackNotice(kind, version, Sha256(sha256(packed).digest()), len(packed))
        _keep(hq, tx, notice, packed)
        hq.registrar().say(tx, Kind.PACK, notice.content())
    return Published(notice, raw)


def catalog(hq: Hq) -> Catalog:
    """The forms and lists as a laptop with everything published has them."""
    with hq.store.reading() as tx:
        return catalog_of(Installed(tuple(_held(hq, tx, one) for one in notices(hq, tx))))


def notices(hq: Hq, tx: HqTx) -> list[PackNotice]:
    """Every pack that was published, oldest first."""
    found = []
    for row in tx.events.of_kind(hq.keys.admin.stream, Kind.PACK):
        try:
            notice = PackNotice.read(row.event.content() or {})
        except BadPayload:
            continue
        if notice is not None:
            found.append(notice)
    return found


def _held(hq: Hq, tx: HqTx, notice: PackNotice) -> Pack:
    packed = b"".join(tx.blobs.pieces(notice.sha))
    return read_pack(zstandard.ZstdDecompressor().decompress(packed), hq.keys.admin.public)


def _keep(hq: Hq, tx: HqTx, notice: PackNotice, packed: bytes) -> None:
    photos.announce(tx, hq.keys.admin.stream, PhotoClaim(notice.sha, notice.size))
    for at in range(0, len(packed), PIECE_BYTES):
        row = tx.blobs.get(notice.sha)
        if row is not None:
            photos.take_piece(tx, row, PieceBody(notice.sha, at, packed[at : at + PIECE_BYTES]))
