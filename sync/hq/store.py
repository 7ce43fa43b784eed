"""What HQ needs of a store: rows, and the tables of one transaction.

Everything below `HqTx` belongs to one transaction: nothing is kept unless the ``with`` block of
`HqStore.writing` ends without an exception, and then it is on disk. Positions in the log are
given inside that transaction, so a later position never becomes visible before an earlier one.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Protocol

from fieldapp.event.chain import Event
from fieldapp.mission.roster import Role
from fieldapp.units import EventId, Sha256, StreamId, UtcMillis


class StreamState(StrEnum):
    """How far HQ trusts a stream."""

    PENDING = "pending"
    ACTIVE = "active"
    REVOKED = "revoked"


class Verdict(IntEnum):
    """What HQ makes of an event it stores."""

    ACCEPTED = 0
    HELD = 1
    """Its content cannot be read; a person looks at it."""
    QUARANTINED = 2
    """Signed by a revoked key beyond the number up to which it is trusted."""


@dataclass(frozen=True, slots=True)
class StreamRow:
    """One person on one device, as HQ knows them.

    Args:
        stream: 16 bytes.
        public: signing key, 32 bytes.
        inbox: X25519 key for answers, 32 bytes.
        state: how far it is trusted.
        person: name as HQ wrote it when it gave out the code.
        unit: unit code.
        role: what the person may do.
        device: label the laptop gave itself.
        push: hash of the token that may send frames.
        fetch: hash of the token that may fetch the inbox.
        genesis: id of the stream's first event.
        link: the stream this one goes on from, or None.
        upto: number of events held without a gap.
        head: id of event ``upto - 1``, 32 zero bytes when there is none.
        forked: two different events with one number, or a broken chain, were seen.
        good_upto: from this number on events are quarantined; None while not revoked.
    """

    stream: StreamId
    public: bytes
    inbox: bytes
    state: StreamState
    person: str
    unit: str
    role: Role
    device: str
    push: bytes
    fetch: bytes
    genesis: EventId
    link: StreamId | None
    upto: int
    head: EventId
    forked: bool
    good_upto: int | None


@dataclass(frozen=True, slots=True)
class LogRow:
    """An event at its place in the log; signatures are as they came, unchecked by reading."""

    n: int
    event: Event
    verdict: Verdict
    received: UtcMillis


@dataclass(frozen=True, slots=True)
class RawRow:
    """As `LogRow`, but nothing parsed: for checking what really lies on disk."""

    n: int
    id: bytes
    stream: bytes
    seq: int
    header: bytes
    signature: bytes
    salt: bytes | None
    payload: bytes | None


@dataclass(frozen=True, slots=True)
class BlobRow:
    """A photo that an event announced.

    Args:
        sha: hash of the whole.
        size: bytes, as announced.
        stream: who announced it first.
        complete: all bytes are held and the hash fits.
        have: bit i (lowest first in each byte) says that bytes i*4096 and on are held.
    """

    sha: Sha256
    size: int
    stream: StreamId
    complete: bool
    have: bytes


@dataclass(frozen=True, slots=True)
class CodeRow:
    """A one-time code: whom HQ gave it to, until when, and the stream that used it."""

    person: str
    unit: str
    role: Role
    expires: UtcMillis
    used_by: StreamId | None


class Streams(Protocol):
    """Who may write."""

    def get(self, stream: bytes) -> StreamRow | None:
        """The row, or None."""
        ...

    def put(self, row: StreamRow) -> None:
        """Adds or replaces the row."""
        ...

    def all(self) -> list[StreamRow]:
        """Every row, in order of enrolment."""
        ...

    def of_push(self, token_hash: bytes) -> list[StreamRow]:
        """The people whose laptop sends with this token."""
        ...

    def of_fetch(self, token_hash: bytes) -> StreamRow | None:
        """The person whose inbox this token opens."""
        ...


class Events(Protocol):
    """The log."""

    def add(self, event: Event, verdict: Verdict, received: UtcMillis) -> int:
        """Appends an event that is not there yet; its position."""
        ...

    def get(self, event: bytes) -> LogRow | None:
        """The row with this id."""
        ...

    def at(self, stream: bytes, seq: int) -> list[tuple[EventId, EventId]]:
        """Id and ``prev`` of each event with this number; two in a fork."""
        ...

    def beyond(self, stream: bytes, upto: int, limit: int) -> list[EventId]:
        """Ids from number ``upto`` on, in rising order."""
        ...

    def held(self, stream: bytes, limit: int) -> list[EventId]:
        """Ids of events with verdict held, newest first."""
        ...

    def after(self, n: int, limit: int) -> list[LogRow]:
        """The next rows behind position ``n``."""
        ...

    def raw_after(self, n: int, limit: int) -> list[RawRow]:
        """As `after`, without parsing anything."""
        ...

    def about(self, report: bytes, kinds: Sequence[int]) -> list[int]:
        """Positions of events of these kinds that speak about a report."""
        ...

    def of_kind(self, stream: bytes, kind: int) -> list[LogRow]:
        """A stream's events of one kind, by rising number; reads through that stream alone."""
        ...

    def newest_of_kind(self, stream: bytes, kind: int) -> LogRow | None:
        """The last of `of_kind`, found from the stream's end."""
        ...

    def last(self) -> int:
        """The newest position; 0 for an empty log."""
        ...

    def counts(self) -> dict[Verdict, int]:
        """Number of events by verdict."""
        ...

    def highest(self, stream: bytes) -> int:
        """The highest number held of a stream, -1 for none."""
        ...

    def quarantine(self, stream: bytes, seq: int) -> int:
        """Sets every event from number ``seq`` on to quarantined; how many."""
        ...


class Deliveries(Protocol):
    """What goes back to whom: event ``n`` is due to a stream from position ``at`` on."""

    def add(self, at: int, stream: bytes, n: int) -> None:
        """Notes a delivery; a second time changes nothing."""
        ...

    def after(
        self, streams: Sequence[bytes], everyone: bytes, at: int, limit: int
    ) -> list[tuple[int, LogRow]]:
        """Due to any of ``streams``, and stream ``everyone``, by rising position.

        Daily heads are not among them: only who reads the whole log can hold HQ to them.
        """
        ...


class Blobs(Protocol):
    """Photos, whole or in pieces."""

    def get(self, sha: bytes) -> BlobRow | None:
        """The row, or None when no event announced it."""
        ...

    def put(self, row: BlobRow) -> None:
        """Adds or replaces the row."""
        ...

    def add_piece(self, sha: bytes, offset: int, content: bytes) -> None:
        """Keeps bytes that are not held yet."""
        ...

    def pieces(self, sha: bytes) -> Iterator[bytes]:
        """The bytes held, in rising order."""
        ...

    def drop_pieces(self, sha: bytes) -> None:
        """Forgets the bytes held."""
        ...

    def of_stream(self, stream: bytes, limit: int) -> list[BlobRow]:
        """What a stream announced: incomplete ones first, then the newest."""
        ...

    def all(self) -> Iterator[BlobRow]:
        """Every row."""
        ...

    def counts(self) -> tuple[int, int]:
        """How many are announced, and how many of them complete."""
        ...


class Codes(Protocol):
    """One-time codes, by their hash."""

    def add(self, code_hash: bytes, row: CodeRow) -> None:
        """Adds a code."""
        ...

    def get(self, code_hash: bytes) -> CodeRow | None:
        """The code, used or not."""
        ...

    def of_unit(self, unit: str) -> int:
        """How many codes there ever were for a unit."""
        ...

    def use(self, code_hash: bytes, stream: bytes) -> None:
        """Marks it used."""
        ...

    def failures(self, since: int) -> int:
        """Wrong codes tried since that moment, by anyone."""
        ...

    def failed(self, stream: bytes, since: int) -> int:
        """Wrong codes this stream tried since that moment."""
        ...

    def fail(self, stream: bytes, t: UtcMillis) -> None:
        """Notes a wrong try."""
        ...


class Waiting(Protocol):
    """Frames of people who are not let in yet, kept as they came."""

    def add(self, stream: bytes, frame: bytes, blobs: Iterable[bytes]) -> None:
        """Keeps a frame once, and notes the photos it announces."""
        ...

    def of_blob(self, sha: bytes) -> StreamId | None:
        """Whose kept frame announced this photo."""
        ...

    def frames(self, stream: bytes) -> Iterator[bytes]:
        """The kept frames, oldest first."""
        ...

    def size(self, stream: bytes) -> int:
        """Bytes kept for a stream."""
        ...

    def drop(self, stream: bytes) -> None:
        """Forgets what was kept for a stream."""
        ...


class Sessions(Protocol):
    """Officers' sessions, by the hash of their token."""

    def add(
        self, token_hash: bytes, nonce: bytes, stream: bytes, *, now: UtcMillis, expires: UtcMillis
    ) -> bool:
        """Adds a session; False when the nonce was used before."""
        ...

    def stream_of(self, token_hash: bytes, now: UtcMillis) -> StreamId | None:
        """Whose session it is, unless it ran out."""
        ...


class HqTx(Protocol):
    """The tables of one transaction."""

    @property
    def streams(self) -> Streams: ...
    @property
    def events(self) -> Events: ...
    @property
    def deliveries(self) -> Deliveries: ...
    @property
    def blobs(self) -> Blobs: ...
    @property
    def codes(self) -> Codes: ...
    @property
    def waiting(self) -> Waiting: ...
    @property
    def sessions(self) -> Sessions: ...
    @property
    def epoch(self) -> int:
        """Rises when HQ is restored from a backup."""
        ...


class HqStore(Protocol):
    """The log and what belongs to it; may be used from several threads and processes."""

    def reading(self) -> AbstractContextManager[HqTx]:
        """One unchanging view; writing in it fails."""
        ...

    def writing(self) -> AbstractContextManager[HqTx]:
        """The only writer, across threads and processes, until the block ends."""
        ...

    def close(self) -> None:
        """Gives up every connection."""
        ...
