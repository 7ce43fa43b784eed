"""What HQ has of a record, in plain words, told from receipts and from what the sender says."""

from collections.abc import Sequence
from dataclasses import dataclass

from fieldapp.store.outbox import OutboxRow
from fieldapp.store.reads import Delivery, FileRow
from ui.i18n import tr
from ui.i18n.days import decimal
from ui.link_state import LinkState
from ui.messages import reason
from ui.reports.times import Times

WAITING, SENDING, REFUSED, PART, HELD, RECEIVED = (
    "waiting",
    "sending",
    "refused",
    "part",
    "held",
    "received",
)
_KILO = 1000


@dataclass(frozen=True, slots=True)
class Words:
    """A state in words.

    Args:
        state: one of the six states above.
        text: what to show.
        hover: more for the pointer, such as the local time; may be empty.
    """

    state: str
    text: str
    hover: str = ""


def record_words(row: OutboxRow, link: LinkState, times: Times) -> Words:
    """Where one own record is on its way."""
    if row.received is None:
        return _on_its_way((row,), link)
    hover = times.local(row.received)
    if row.held:
        return Words(HELD, tr("Delivery", "HQ has it, a person looks at it"), hover)
    if row.photos_received < row.photos:
        return Words(PART, _part(row, times), hover)
    return _received(row.received, times)


def report_words(
    delivery: Delivery,
    rows: Sequence[OutboxRow],
    files: Sequence[FileRow],
    link: LinkState,
    times: Times,
) -> Words:
    """What HQ has of a whole report.

    Args:
        delivery: as the report's row says.
        rows: the own records that belong to it, oldest first; empty for a report from HQ.
        files: its photos and files.
        link: what the sender says.
        times: writes times.
    """
    if delivery is Delivery.FROM_HQ or not rows:
        return Words(RECEIVED, tr("Delivery", "At HQ"))
    waiting = [row for row in rows if row.received is None]
    arrived = [row.received for row in rows if row.received is not None]
    if waiting:
        words = _on_its_way(waiting, link)
        if not arrived or words.state == REFUSED:
            return words
        before = tr("Delivery", "Received by HQ {time}", time=times.short(arrived[0]))
        after = tr("Delivery", "Latest change: {state}", state=_small_first(words.text))
        return Words(words.state, f"{before}. {after}", times.local(arrived[0]))
    latest = max(arrived)
    if any(row.held for row in rows):
        text = tr("Delivery", "HQ has it, a person looks at it")
        return Words(HELD, text, times.local(latest))
    if any(not file.at_hq for file in files):
        widest = max(rows, key=lambda row: row.photos)
        return Words(PART, _part(widest, times), times.local(latest))
    return _received(latest, times)


def sizes(done: int, whole: int) -> str:
    """``12 of 34 kB``: two sizes in one unit, the unit that suits the larger."""
    if whole < _KILO * _KILO:
        return tr(
            "Delivery",
            "{done} of {all} kB",
            done=str(done // _KILO),
            all=str(max(1, round(whole / _KILO))),
        )
    return tr(
        "Delivery",
        "{done} of {all} MB",
        done=decimal(done / _KILO / _KILO),
        all=decimal(whole / _KILO / _KILO),
    )


def size(whole: int) -> str:
    """``34 kB`` or ``3.4 MB``."""
    if whole < _KILO * _KILO:
        return tr("Delivery", "{size} kB", size=str(max(1, round(whole / _KILO))))
    return tr("Delivery", "{size} MB", size=decimal(whole / _KILO / _KILO))


def _on_its_way(rows: Sequence[OutboxRow], link: LinkState) -> Words:
    refused = next((row.refused for row in rows if row.refused), "")
    if refused:
        text = tr("Delivery", "Refused because: {why} ({code})", why=reason(refused), code=refused)
        return Words(REFUSED, text)
    if link.frame and link.state == "sending" and any(link.frame in row.frames for row in rows):
        part = sizes(link.sent, link.of)
        return Words(SENDING, tr("Delivery", "Sending {part}", part=part))
    if link.state == "paused":
        return Words(WAITING, tr("Delivery", "Waiting, HQ does not accept this laptop"))
    if link.state in ("sending", "idle"):
        return Words(WAITING, tr("Delivery", "Waiting for its turn"))
    return Words(WAITING, tr("Delivery", "Waiting for a link"))


def _received(moment: int, times: Times) -> Words:
    text = tr("Delivery", "Received by HQ {time}", time=times.short(moment))
    return Words(RECEIVED, text, times.local(moment))


def _part(row: OutboxRow, times: Times) -> str:
    return tr(
        "Delivery",
        "Text received {time}, {there} of {all} photos sent ({part})",
        time=times.short(row.received or 0),
        there=str(row.photos_received),
        all=str(row.photos),
        part=sizes(row.photo_bytes_received, row.photo_bytes),
    )


def _small_first(text: str) -> str:
    return text[:1].lower() + text[1:]
