"""Fetching the forms and code lists that HQ published: a stretch at a time, tried before use."""

import contextlib
import os
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

import zstandard

from fieldapp import APP_VERSION
from fieldapp.changes import NOTHING, Changes
from fieldapp.errors import FieldError
from fieldapp.files import (
    DiskFull,
    FileTrouble,
    NotAllowed,
    file_errors,
    make_folder,
    private,
    write_atomically,
)
from fieldapp.forms.catalog import PACK_FOLDER, Installed, install_pack, installed_packs
from fieldapp.mission.packs import PackKind, PackNotice
from fieldapp.mission.signed import MAX_BYTES, BadMissionFile
from fieldapp.store import mirror
from fieldapp.units import KIB
from sync.errors import Portal
from sync.field.config import bearer
from sync.field.intake import OnLane, Person, Pulled
from sync.http import HqLink, check

STEP_BYTES = 16 * KIB
"""Bytes asked for at once: a link that drops each minute still gets on at 2.4 kbit/s."""
STEPS_AT_ONCE = 4
"""Then questions and verdicts come first again."""
_BYTES = "application/octet-stream"
_UNFIT = ".unfit"
_DISK = (DiskFull, NotAllowed, FileTrouble)


def pull_packs(
    link: HqLink, person: Person, on_lane: OnLane, home: Path, *, earlier: bool = False
) -> Pulled:
    """Fetches the newest pack of each kind that is not installed, and installs it.

    With ``earlier``, for those who read everybody's reports, also the older forms, the newest of
    them first: each report is shown with the edition it was written with.

    What arrived of a pack stays when the link is lost. One that this version of the app cannot
    use is noted, and tried again by the next version; what was installed before goes on.

    Raises:
        TurnedAway, LinkDown, BadCertificate, Portal, HqBusy, HqFull, HqTrouble: see `sync.http`.
        DiskFull, NotAllowed, FileTrouble: the pack could not be kept.
    """
    admin = person.profile.admin
    out = on_lane(lambda store: mirror.pack_notices(store, admin))
    present = installed_packs(home, admin)
    done = 0
    for notice in _wanted(out, present, earlier=earlier):
        if unfit(home, notice):
            continue
        packed = _fetched(link, bearer(person.keys.inbox_token), notice, home / PACK_FOLDER)
        if packed is None:
            return Pulled(_changes(done), new=done, more=True)
        done += _installed(home, notice, packed, admin)
    return Pulled(_changes(done), new=done)


def _wanted(
    out: Sequence[PackNotice], present: Installed, *, earlier: bool
) -> Iterator[PackNotice]:
    newest = {notice.kind: notice for notice in sorted(out, key=lambda one: one.version)}
    for notice in newest.values():
        if notice.version > present.version(notice.kind):
            yield notice
    here = {pack.version for pack in present.packs if pack.kind is PackKind.FORMS}
    older = [
        notice
        for notice in out
        if notice.kind is PackKind.FORMS
        and notice.version not in here
        and notice != newest[notice.kind]
    ]
    if earlier:
        yield from sorted(older, key=lambda one: -one.version)


def unfit(home: Path, notice: PackNotice) -> str:
    """The code of the error with which this version of the app refused the pack, or nothing."""
    try:
        version, code = _path(home / PACK_FOLDER, notice, _UNFIT).read_text().split()
    except (OSError, ValueError):
        return ""
    return code if version == APP_VERSION else ""


def _fetched(link: HqLink, token: str, notice: PackNotice, folder: Path) -> bytes | None:
    """The pack as it travels once all of it is here; None when there is more to fetch."""
    part = _path(folder, notice, ".part")
    make_folder(folder)
    with file_errors():
        have = part.stat().st_size if part.exists() else 0
    for _ in range(STEPS_AT_ONCE):
        if have >= notice.size:
            break
        query = {"from": have, "max": min(STEP_BYTES, notice.size - have)}
        path = f"/v1/packs/{notice.sha.hex()}"
        piece = check(link.get(path, query, token=token, limit=STEP_BYTES), kind=_BYTES).body
        if not piece:
            raise Portal(detail="empty stretch of a pack")
        _append(part, piece)
        have += len(piece)
    if have < notice.size:
        return None
    with file_errors():
        packed = part.read_bytes()
    if sha256(packed).digest() == notice.sha:
        return packed
    with file_errors():
        part.unlink()
    raise Portal(detail="pack is not the one announced")


def _append(part: Path, piece: bytes) -> None:
    with file_errors(), open(part, "ab", opener=private) as handle:
        handle.write(piece)
        handle.flush()
        os.fsync(handle.fileno())


def _installed(home: Path, notice: PackNotice, packed: bytes, admin: bytes) -> int:
    """1 when the pack is in use from the next unlocking, 0 when it is unfit."""
    folder = home / PACK_FOLDER
    try:
        install_pack(home, _unpacked(packed), admin, earlier=True)
    except _DISK:
        raise
    except FieldError as error:
        mark = f"{APP_VERSION} {error.code}\n"
        write_atomically(_path(folder, notice, _UNFIT), mark.encode())
        return 0
    finally:
        with contextlib.suppress(OSError):
            _path(folder, notice, ".part").unlink(missing_ok=True)
    return 1


def _unpacked(packed: bytes) -> bytes:
    try:
        size = zstandard.frame_content_size(packed)
        if not 0 < size <= MAX_BYTES:
            raise BadMissionFile(detail="declared size")
        return zstandard.ZstdDecompressor().decompress(packed, max_output_size=size)
    except zstandard.ZstdError as error:
        raise BadMissionFile(detail="compressed pack") from error


def _path(folder: Path, notice: PackNotice, ending: str) -> Path:
    return folder / f"{notice.sha.hex()[:16]}{ending}"


def _changes(done: int) -> Changes:
    return Changes(packs=True) if done else NOTHING
