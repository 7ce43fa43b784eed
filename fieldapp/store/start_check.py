"""At each start: whether the store still holds all that this person signed here."""

from fieldapp.errors import FieldError, Remedy
from fieldapp.event.chain import Place
from fieldapp.event.signing import StreamKey
from fieldapp.files import file_errors
from fieldapp.store import heads, journal
from fieldapp.store.database import Store
from fieldapp.store.heads import Head
from fieldapp.units import StreamId

_SPOOL, _FRAMES = "spool", "*.ufr"
"""Where frames lie on their way to HQ; each is noted in the store before its file is made."""


class RecordsAtHq(FieldError):
    """Records are missing here that HQ holds or gets; the stream is closed. Shown, never raised."""

    code = "journal.behind"
    remedy = Remedy.ASK_HQ
    text = (
        "The newest records of this laptop are missing from its store: its disk failed, or it was "
        "set back to an older copy. HQ has them or gets them. You can read everything here, but "
        "nothing more goes to HQ under this name: ask HQ for a new code and enrol under another "
        "name."
    )
    advice = "With the new code use: fieldapp enrol, with another name, and --by with this one."


class RecordsLost(FieldError):
    """Records that nobody else holds are missing here; work goes on. Shown, never raised."""

    code = "journal.short"
    remedy = Remedy.NONE
    text = (
        "The newest records of this laptop are missing from its store: its disk failed, or it was "
        "set back to an older copy. HQ does not have them. Look through your reports, file again "
        "what is missing, and have the disk checked."
    )


def check_start(store: Store, key: StreamKey, slot: str) -> FieldError | None:
    """Compares a person's stream with HQ's last receipt and with the head outside the database.

    Where HQ may hold what is missing here, the stream is closed: nobody signs a second record
    under a number that was used. Where it cannot, the person goes on, and is told at each start
    until they have signed something.

    Args:
        store: the store, just opened.
        key: the person's signing key.
        slot: id of the person's slot.

    Returns:
        What to tell the person, or None when nothing is missing.
    """
    row = store.row("SELECT open FROM stream WHERE id = ?", (key.stream,))
    if row is not None and not row[0]:
        return None
    head = heads.read_head(store.folder, key.stream, key.public)
    place = journal.next_place(store, key.stream)
    proved = store.row("SELECT upto, head FROM receipt WHERE stream = ?", (key.stream,))
    receipt_held = proved is None or _has(store, key.stream, *proved)
    if receipt_held and (head is None or _has(store, key.stream, head.place.seq, head.place.prev)):
        if row is not None and (head is None or head.place != place):
            heads.keep_head(store.folder, key, place)
        return None
    if receipt_held and head is not None and not _hq_may_hold(store, head, place):
        return RecordsLost()
    journal.close_stream(store, key, slot)
    return RecordsAtHq()


def _has(store: Store, stream: StreamId, upto: int, last: bytes) -> bool:
    """Whether the stream's record before number ``upto`` is here and is the one named."""
    return upto == 0 or bool(
        store.rows(
            "SELECT 1 FROM event WHERE stream = ? AND seq = ? AND id = ? AND own = 1",
            (stream, upto - 1, last),
        )
    )


def _hq_may_hold(store: Store, head: Head, place: Place) -> bool:
    """Whether HQ proved to hold a record that is missing here, or a frame may carry one to it."""
    if head.covered > place.seq or head.covered >= head.place.seq:
        return True
    noted = {row[0] for row in store.rows("SELECT name FROM frame")}
    with file_errors():
        return any(path.name not in noted for path in (store.folder / _SPOOL).rglob(_FRAMES))
