"""The outbox as groups of records in plain words, and as a tree for the view."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt

from fieldapp.event.kinds import Kind
from fieldapp.people import Desk
from fieldapp.store import outbox
from fieldapp.store.outbox import OutboxRow, OutboxTotals
from fieldapp.units import EventId
from sync.field.forecast import Tariff
from sync.field.spool import Shelf, Spool, SpoolFrame
from sync.field.standing import Standing, read_standing
from sync.field.status import SLOW_LINK, link_rate
from sync.field.tariff import read_tariff
from ui.i18n import isolate, listed, tr, tr_count
from ui.icons import icon
from ui.link_state import LinkState
from ui.reports import delivery
from ui.reports.delivery import Words, record_words, size
from ui.reports.times import Times
from ui.theme.tokens import TONE_ICONS, Tokens, Tone

COLUMNS = 5
REPORT, WHAT, STATE, SIZE, SIGNED = range(COLUMNS)
_TONES = {
    delivery.WAITING: Tone.NEUTRAL,
    delivery.SENDING: Tone.INFO,
    delivery.PART: Tone.INFO,
    delivery.REFUSED: Tone.DANGER,
    delivery.HELD: Tone.WARNING,
    delivery.RECEIVED: Tone.SUCCESS,
}
_ICONS = {delivery.WAITING: "hourglass", delivery.SENDING: "upload", delivery.PART: "image"}
_GROUPS = ("waiting", "refused", "received")
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class OutboxFacts:
    """What the page shows.

    Args:
        rows: own records.
        standing: how the person stands, and the figures above the list.
        frames: what is sealed and waits.
        rate: bytes a second of the link as last measured.
        tariff: what the link costs, None when it is not billed by volume.
    """

    rows: tuple[OutboxRow, ...]
    standing: Standing
    frames: tuple[SpoolFrame, ...] = ()
    rate: int = SLOW_LINK
    tariff: Tariff | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One record with what is said of it."""

    row: OutboxRow
    words: Words


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under one heading: ``waiting``, ``refused`` or ``received``."""

    name: str
    lines: tuple[Line, ...]


def read_outbox(desk: Desk) -> OutboxFacts:
    """Everything the page shows."""
    return OutboxFacts(
        outbox.outbox(desk.store),
        read_standing(desk),
        tuple(Spool(desk.home).frames(Shelf.WAITING)),
        link_rate(desk.home),
        read_tariff(desk.store),
    )


def arrange(rows: Sequence[OutboxRow], link: LinkState, times: Times) -> tuple[Group, ...]:
    """The records by what is still to be done, groups without any left out.

    A record whose photos are not all at HQ counts as waiting.
    """
    lines = [Line(row, record_words(row, link, times)) for row in rows]
    found = {name: tuple(line for line in lines if _group(line) == name) for name in _GROUPS}
    return tuple(Group(name, found[name]) for name in _GROUPS if found[name])


def totals_words(totals: OutboxTotals, link: LinkState, times: Times) -> str:
    """The figures above the list as one or two short sentences."""
    parts = []
    waiting = totals.records - totals.closed
    if waiting:
        parts.append(tr_count("Outbox", "1 record waits", "{count} records wait", waiting))
    if totals.closed:
        parts.append(tr("Outbox", "{count} to be filed again", count=totals.closed))
    if totals.photos:
        parts.append(tr_count("Outbox", "1 photo waits", "{count} photos wait", totals.photos))
    if totals.refused:
        parts.append(tr("Outbox", "{count} refused", count=totals.refused))
    if totals.held:
        parts.append(tr("Outbox", "{count} looked at by a person at HQ", count=totals.held))
    if link.queue_bytes:
        parts.append(tr("Outbox", "{size} to send", size=size(link.queue_bytes)))
    text = listed(parts) or tr("Outbox", "HQ has everything")
    if not parts and totals.last_receipt is None:
        return tr("Outbox", "Nothing to send yet.")
    if totals.last_receipt is None:
        return tr("Outbox", "{state}. No receipt from HQ yet.", state=text)
    return tr(
        "Outbox", "{state}. Last receipt {time}.", state=text, time=times.short(totals.last_receipt)
    )


def kind_words(kind: int) -> str:
    """What sort of record it is."""
    names: dict[int, str] = {
        Kind.REPORT: tr("Outbox", "Report"),
        Kind.FLASH: tr("Outbox", "Flash report"),
        Kind.HISTORY: tr("Outbox", "Imported report"),
        Kind.AMEND: tr("Outbox", "Correction"),
        Kind.WITHDRAW: tr("Outbox", "Withdrawal"),
        Kind.ATTACH: tr("Outbox", "Photos added"),
        Kind.REVIEW: tr("Outbox", "Verdict"),
        Kind.ANSWER: tr("Outbox", "Answer"),
        Kind.EXPORT: tr("Outbox", "Opened or copied"),
    }
    return names.get(kind, tr("Outbox", "Record"))


class OutboxModel(QAbstractItemModel):
    """Two levels: groups, and the records in them."""

    def __init__(self, times: Times, tokens: Tokens) -> None:
        super().__init__()
        self._times = times
        self._tokens = tokens
        self._groups: tuple[Group, ...] = ()

    def show(self, groups: tuple[Group, ...]) -> bool:
        """Takes new content; True when rows came, went or moved, so that the view starts anew."""
        if groups == self._groups:
            return False
        if _shape(groups) == _shape(self._groups):
            self._groups = groups
            for place, group in enumerate(groups):
                top = self.index(place, 0)
                last = len(group.lines) - 1
                self.dataChanged.emit(self.index(0, 0, top), self.index(last, SIGNED, top))
            return False
        self.beginResetModel()
        self._groups = groups
        self.endResetModel()
        return True

    def restyle(self, times: Times, tokens: Tokens) -> None:
        """Other language or colours."""
        self.beginResetModel()
        self._times, self._tokens = times, tokens
        self.endResetModel()

    def line(self, index: _Index) -> Line | None:
        """The record at an index; None at a group."""
        if not index.isValid() or not index.internalId():
            return None
        return self._groups[index.internalId() - 1].lines[index.row()]

    def find(self, event: EventId) -> QModelIndex:
        """Where a record stands; invalid when it is not listed."""
        for place, group in enumerate(self._groups):
            for row, line in enumerate(group.lines):
                if line.row.event == event:
                    return self.index(row, 0, self.index(place, 0))
        return QModelIndex()

    def index(self, row: int, column: int, parent: _Index = _NOWHERE) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: _Index) -> QModelIndex:  # type: ignore[override]
        if not index.isValid() or not index.internalId():
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        if not parent.isValid():
            return len(self._groups)
        if parent.internalId() or parent.column():
            return 0
        return len(self._groups[parent.row()].lines)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return COLUMNS

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            tr("Outbox", "Report"),
            tr("Outbox", "What"),
            tr("Outbox", "State"),
            tr("Outbox", "Size"),
            tr("Outbox", "Signed"),
        )[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self.line(index)
        if line is None:
            return self._group_data(self._groups[index.row()], index.column(), role)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(line, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._hover(line, index.column())
        if role == Qt.ItemDataRole.DecorationRole and index.column() == STATE:
            tone = _TONES[line.words.state]
            name = _ICONS.get(line.words.state, TONE_ICONS[tone])
            return icon(name, self._tokens.tones[tone].text)
        return None

    def _group_data(self, group: Group, column: int, role: int) -> object:
        if role != Qt.ItemDataRole.DisplayRole or column:
            return None
        names = {
            "waiting": tr("Outbox", "Waiting"),
            "refused": tr("Outbox", "Refused"),
            "received": tr("Outbox", "Received"),
        }
        return tr("Outbox", "{group} ({count})", group=names[group.name], count=len(group.lines))

    def _text(self, line: Line, column: int) -> str:
        row = line.row
        if column == REPORT:
            return isolate(row.ref)
        if column == WHAT:
            return kind_words(row.kind)
        if column == STATE:
            return line.words.text
        if column == SIZE:
            return size(row.size + row.photo_bytes)
        return self._times.short(row.signed)

    def _hover(self, line: Line, column: int) -> str:
        if column == SIGNED:
            return self._times.local(line.row.signed)
        if column == STATE:
            # The words may end in dots where the window is narrow.
            return "\n".join(part for part in (line.words.text, line.words.hover) if part)
        return ""


def _group(line: Line) -> str:
    if line.words.state == delivery.REFUSED:
        return "refused"
    return "received" if line.words.state in (delivery.RECEIVED, delivery.HELD) else "waiting"


def _shape(groups: Sequence[Group]) -> list[tuple[str, list[EventId]]]:
    return [(group.name, [line.row.event for line in group.lines]) for group in groups]
