"""The bodies of HQ's replies, read strictly: whatever has another form is not from our HQ."""

import zstandard

from fieldapp.event.cbor import decode_cbor
from fieldapp.event.chain import parse_event
from fieldapp.event.errors import BadEvent
from fieldapp.store.mirror import Arrival
from fieldapp.units import MIB, UtcMillis
from sync.errors import Portal

_PAGE_INFLATED = 16 * MIB
_LATEST = 2**53
PAGE_ITEMS = 700_000
"""Seven values a row, and no row is shorter than a purged one of about 170 bytes."""
_STATES = ("pending", "active", "revoked")


def decoded(body: bytes) -> object:
    """The CBOR of a reply; raises `Portal`."""
    try:
        return decode_cbor(body)
    except BadEvent as error:
        raise Portal(detail="not CBOR") from error


def inbox_page(body: bytes) -> tuple[int, int, list[bytes], str]:
    """Epoch, position reached, sealed frames and the person's state; raises `Portal`."""
    match decoded(body):
        case [int() as epoch, int() as upto, list() as frames, str() as state]:
            if min(epoch, upto) >= 0 and all(isinstance(frame, bytes) for frame in frames):
                return epoch, upto, frames, state if state in _STATES else ""
    raise Portal(detail="inbox")


def new_epoch(body: bytes, known: int) -> int:
    """The epoch that HQ is in by now; raises `Portal` if it is the one known."""
    match decoded(body):
        case [int() as epoch] if epoch != known:
            return epoch
    raise Portal(detail="epoch")


def log_page(body: bytes) -> tuple[int, int, bytes]:
    """Epoch, last position and packed rows of a page of HQ's log; raises `Portal`."""
    match decoded(body):
        case [int() as epoch, int() as last, bytes() as packed] if min(epoch, last) >= 0:
            return epoch, last, packed
    raise Portal(detail="log")


def log_rows(packed: bytes) -> tuple[list[Arrival], int]:
    """The rows of a page, and how many are no events; raises `Portal`."""
    if not packed:
        return [], 0
    try:
        rows = decode_cbor(_inflated(packed), max_items=PAGE_ITEMS)
    except BadEvent as error:
        raise Portal(detail="log rows") from error
    if not isinstance(rows, list):
        raise Portal(detail="log rows")
    arrivals: list[Arrival] = []
    damaged = 0
    for row in rows:
        match row:
            case [
                int() as n,
                bytes() as header,
                bytes() as signature,
                bytes() | None as salt,
                bytes() | None as payload,
                *times,
            ] if len(times) <= 1:
                try:
                    event = parse_event(header, signature, salt, payload)
                except BadEvent:
                    damaged += 1
                    continue
                arrivals.append(Arrival(event, n, _moment(times)))
            case _:
                damaged += 1
    return arrivals, damaged


def _moment(times: list[object]) -> UtcMillis | None:
    """When HQ received a row; None where an older HQ does not say, or what it says is no time."""
    match times:
        case [int() as t] if 0 <= t < _LATEST:
            return UtcMillis(t)
    return None


def _inflated(packed: bytes) -> bytes:
    """The text of a page, its declared size checked first."""
    try:
        size = zstandard.frame_content_size(packed)
        if not 0 <= size <= _PAGE_INFLATED:
            raise Portal(detail="log page size")
        text = zstandard.ZstdDecompressor().decompress(packed, max_output_size=max(size, 1))
    except zstandard.ZstdError as error:
        raise Portal(detail="log page") from error
    return text
