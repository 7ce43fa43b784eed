"""Rules of the product, each broken on purpose; the simulation has to notice every one."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from unittest.mock import patch

from fieldapp.event.receipt import PhotoState, Receipt
from fieldapp.store import journal
from fieldapp.store.database import Store
from sync import receipt as receipts
from sync.field import courier, intake, pushing
from sync.hq import chain, opening
from sync.hq import receipts as answers
from sync.hq.ingest import Ingest
from sync.hq.opening import Outcome
from sync.hq.store import HqTx, StreamRow
from sync.hq.store_sqlite import SqliteStore
from tests.simulation.hq import PowerCut

Mutant = Callable[[], AbstractContextManager[object]]


def _receipt_before_commit() -> AbstractContextManager[object]:
    """HQ answers before its disk has what it answers for."""

    def take(self: Ingest, frames: Sequence[bytes]) -> list[Outcome]:
        given: list[Outcome] = []
        opened = self._open_all(frames)
        try:
            with self._store.writing() as tx:
                applied = [[self._apply(tx, one) for one in item] for item in opened]
                given = [self._answer(tx, item) for item in applied]
        except PowerCut:
            if not given:
                raise
        return given

    return patch.object(Ingest, "take", take)


def _epoch_ignored() -> AbstractContextManager[object]:
    """What HQ held before it was restored still counts as received."""
    return patch.object(journal, "_forget_arrivals", lambda *_: None)


def _same_epoch() -> AbstractContextManager[object]:
    """HQ does not say that it was restored."""
    return patch.object(SqliteStore, "set_epoch", lambda *_: None)


def _set_back_goes_on() -> AbstractContextManager[object]:
    """A laptop that was set back does not notice it."""
    return patch.object(journal, "_contradicts", lambda *_: False)


def _later_events_unseen() -> AbstractContextManager[object]:
    """A laptop that was set back looks at HQ's head only, not at what HQ holds beyond it."""
    real = journal._contradicts

    def less(store: Store, receipt: Receipt) -> bool:
        return real(store, replace(receipt, beyond=(), forked=False))

    return patch.object(journal, "_contradicts", less)


def _gaps_skipped() -> AbstractContextManager[object]:
    """HQ counts up to the newest event it holds, whatever is missing before it."""

    def advance(tx: HqTx, row: StreamRow) -> StreamRow:
        newest = tx.events.highest(row.stream)
        ((head, _), *_) = tx.events.at(row.stream, newest)
        return replace(row, upto=newest + 1, head=head)

    return patch.object(chain, "_advance", advance)


def _authors_unchecked() -> AbstractContextManager[object]:
    """HQ does not look whether the author signed."""
    return patch.object(opening, "check_author", lambda *_: None)


@contextmanager
def _any_receipt() -> Iterator[None]:
    """The laptop believes a receipt whoever signed it."""

    def believe(raw: bytes, _public: bytes) -> Receipt:
        with patch.object(receipts, "check_signature", lambda *_: None):
            return receipts.open_receipt(raw, _public)

    with (
        patch.object(pushing, "open_receipt", believe),
        patch.object(intake, "open_receipt", believe),
        patch.object(courier, "open_receipt", believe),
    ):
        yield


def _new_code_forgets_nothing() -> AbstractContextManager[object]:
    """Whoever gets another code after a restore still takes as received what HQ lost."""
    return patch.object(journal, "forget_receipts", lambda *_: None)


def _photos_early() -> AbstractContextManager[object]:
    """HQ calls every photo complete that was announced."""
    return patch.object(answers, "state_of", lambda _blob: PhotoState(True, b""))


MUTANTS: Mapping[str, Mutant] = {
    "receipt before commit": _receipt_before_commit,
    "epoch ignored": _epoch_ignored,
    "same epoch after a restore": _same_epoch,
    "a laptop that was set back goes on": _set_back_goes_on,
    "later events unseen": _later_events_unseen,
    "gaps skipped": _gaps_skipped,
    "authors unchecked": _authors_unchecked,
    "any receipt believed": _any_receipt,
    "a new code forgets nothing": _new_code_forgets_nothing,
    "photos complete too early": _photos_early,
}
