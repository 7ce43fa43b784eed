"""What HQ answers to each call, without HTTP: bytes and numbers in, bytes and numbers out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from fieldapp.clock import Clock, Entropy
from fieldapp.errors import FieldError
from fieldapp.event.cbor import decode_cbor
from fieldapp.event.errors import BadEvent, BadSignature
from fieldapp.event.signing import check_signature
from fieldapp.units import KIB, MIB
from sync.body import EnrolBody
from sync.errors import BadFrame, UnknownDictionary
from sync.frame import open_frame, split_frames
from sync.hq import receipts
from sync.hq.ingest import Ingest
from sync.hq.keys import HqKeys
from sync.hq.log import LogPage, Readable, inbox_page, log_page
from sync.hq.opening import Outcome, genesis_facts
from sync.hq.store import HqStore, HqTx, StreamRow, StreamState
from sync.hq.tokens import SESSION_SECONDS, TOKEN_BYTES, Challenges, show, token_hash

STATUS_STREAMS = 64
STATUS_PHOTOS = 200
FRAMES_PER_REQUEST = 2000
INBOX_BYTES = (4 * KIB, 1 * MIB)
LOG_BYTES = (16 * KIB, 4 * MIB)
PACK_BYTES = (4 * KIB, 256 * KIB)
_PURPOSE_SESSION = b"ufr1/session\0"


class Rejected(FieldError):
    """A whole request cannot be answered; ``status`` is the HTTP status that says why."""

    code = "hq.request"
    text = "HQ does not answer this request."

    def __init__(self, status: int, words: str) -> None:
        super().__init__(words, detail=str(status))
        self.status = status


@dataclass(frozen=True, slots=True)
class Served:
    """What every call needs.

    Args:
        store: HQ's store.
        keys: HQ's keys.
        clock: HQ's clock.
        entropy: source of tokens.
        server: the address that laptops know, ``https://host:port``.
    """

    store: HqStore
    keys: HqKeys
    clock: Clock
    entropy: Entropy
    server: str


class HqApi:
    """The calls of ``sync/PROTOCOL.md``; every method may run in any thread.

    All of them raise `Rejected`, and the store's errors.
    """

    def __init__(self, served: Served) -> None:
        self._served = served
        self._store = served.store
        self._ingest = Ingest(served.store, served.keys, served.clock)
        self._challenges = Challenges(served.keys.session, served.entropy)

    def frames(self, token: bytes | None, body: bytes) -> list[Outcome]:
        """``POST /v1/frames``: one outcome a frame."""
        frames = _split(body)
        self._may_push(token, frames[0])
        return self._ingest.take(frames)

    def enrol(self, body: bytes) -> Outcome:
        """``POST /v1/enrol``: one frame that asks to be let in, no token."""
        frames = _split(body)
        if len(frames) != 1:
            raise Rejected(400, "one frame is expected")
        try:
            asking = isinstance(open_frame(frames[0], self._served.keys.seal), EnrolBody)
        except FieldError:
            asking = True  # taking it in says what is wrong with it
        if not asking:
            raise Rejected(400, "no request to be let in")
        return self._ingest.take(frames)[0]

    def status(self, token: bytes | None, body: bytes) -> list[bytes]:
        """``POST /v1/status``: receipts of the caller's streams, with the photos asked about."""
        match _decoded(body):
            case [list() as streams, list() as photos] if all(
                isinstance(item, bytes) for item in (*streams, *photos)
            ):
                pass
            case _:
                raise Rejected(400, "two lists are expected")
        if len(streams) > STATUS_STREAMS or len(photos) > STATUS_PHOTOS:
            raise Rejected(422, "too many at once")
        served = self._served
        with self._store.reading() as tx:
            mine = {row.stream: row for row in _pushers(tx, token)}
            asked = [mine[name] for name in streams if name in mine]
            return [
                receipts.signed(tx, row, _asked(tx, row, photos), served.clock, served.keys.receipt)
                for row in asked
                if row.state is not StreamState.PENDING
            ]

    def inbox(self, token: bytes | None, after: int, most: int) -> list[Any]:
        """``GET /v1/inbox``: epoch, next position, frames sealed to the caller, their state."""
        with self._store.reading() as tx:
            row = None if token is None else tx.streams.of_fetch(token_hash(token))
            if row is None:
                raise Rejected(401, "unknown token")
            if row.state is not StreamState.ACTIVE:
                return [tx.epoch, after, [], row.state.value]
            page = inbox_page(
                tx, row, self._served.keys.admin.stream, after, _clamp(most, INBOX_BYTES)
            )
            return [tx.epoch, page.next, list(page.frames), row.state.value]

    def session(self, body: bytes) -> list[Any]:
        """``POST /v1/session``: a challenge, or a token for a signed challenge."""
        match _decoded(body):
            case ["hello", bytes() as stream]:
                self._officer(stream)
                return [self._challenges.issue(stream, self._served.clock.now())]
            case ["prove", bytes() as stream, bytes() as nonce, bytes() as signature]:
                return self._prove(stream, nonce, signature)
        raise Rejected(400, "hello or prove is expected")

    def log(
        self, token: bytes | None, epoch: int, after: int, most: int, *, times: bool = False
    ) -> LogPage:
        """``GET /v1/log``: the rows behind a position; raises 409 when the epoch changed."""
        with self._store.reading() as tx:
            row = self._session(tx, token)
            if epoch not in (0, tx.epoch):
                raise EpochChanged(tx.epoch)
            may_read = Readable(tx, row.role, self._served.keys.admin.stream)
            return log_page(tx, after, _clamp(most, LOG_BYTES), may_read, times=times)

    def blob(self, token: bytes | None, name: str) -> bytes:
        """``GET /v1/blobs/<sha256>``: a whole photo."""
        try:
            sha = bytes.fromhex(name)
        except ValueError as error:
            raise Rejected(404, "no such photo") from error
        with self._store.reading() as tx:
            self._session(tx, token)
            row = tx.blobs.get(sha)
            if row is None or not row.complete:
                raise Rejected(404, "no such photo")
            return b"".join(tx.blobs.pieces(sha))

    def pack(self, token: bytes | None, name: str, start: int, most: int) -> bytes:
        """``GET /v1/packs/<sha256>``: a stretch of a pack; only what HQ itself announced."""
        try:
            sha = bytes.fromhex(name)
        except ValueError as error:
            raise Rejected(404, "no such pack") from error
        with self._store.reading() as tx:
            row = None if token is None else tx.streams.of_fetch(token_hash(token))
            if row is None or row.state is not StreamState.ACTIVE:
                raise Rejected(401, "unknown token")
            blob = tx.blobs.get(sha)
            if blob is None or blob.stream != self._served.keys.admin.stream:
                raise Rejected(404, "no such pack")
            whole = b"".join(tx.blobs.pieces(sha))
        return whole[start : start + _clamp(most, PACK_BYTES)]

    def last(self) -> int:
        """The newest position in the log."""
        with self._store.reading() as tx:
            return tx.events.last()

    def _may_push(self, token: bytes | None, first: bytes) -> None:
        if token is None:
            raise Rejected(401, "a token is needed")
        with self._store.reading() as tx:
            rows = tx.streams.of_push(token_hash(token))
        if not rows and not self._asks_first(token, first):
            raise Rejected(401, "unknown token")
        if rows and all(row.state is StreamState.REVOKED for row in rows):
            raise Rejected(403, "no longer let in")

    def _asks_first(self, token: bytes, frame: bytes) -> bool:
        """Whether the first frame asks to let the bearer of this token in."""
        try:
            body = open_frame(frame, self._served.keys.seal)
            if not isinstance(body, EnrolBody):
                return False
            return genesis_facts(body.genesis).push == token_hash(token)
        except FieldError:
            return False

    def _officer(self, stream: bytes) -> StreamRow:
        with self._store.reading() as tx:
            row = tx.streams.get(stream)
        if row is None:
            raise Rejected(401, "unknown author")
        if row.state is not StreamState.ACTIVE or not row.role.reads_log:
            raise Rejected(403, "the log is for officers who were let in")
        return row

    def _prove(self, stream: bytes, nonce: bytes, signature: bytes) -> list[Any]:
        row = self._officer(stream)
        now = self._served.clock.now()
        if not self._challenges.fits(stream, nonce, now):
            raise Rejected(401, "challenge is unknown or too old")
        try:
            message = nonce + self._served.server.encode()
            check_signature(row.public, _PURPOSE_SESSION, message, signature)
        except BadSignature as error:
            raise Rejected(422, "signature does not fit") from error
        token = self._served.entropy(TOKEN_BYTES)
        expires = type(now)(now + SESSION_SECONDS * 1000)
        with self._store.writing() as tx:
            fresh = tx.sessions.add(token_hash(token), nonce, stream, now=now, expires=expires)
        if not fresh:
            raise Rejected(401, "challenge was used before")
        return [show(token), SESSION_SECONDS]

    def _session(self, tx: HqTx, token: bytes | None) -> StreamRow:
        """Which officer calls, as of now: a revocation ends the session at once."""
        now = self._served.clock.now()
        stream = None if token is None else tx.sessions.stream_of(token_hash(token), now)
        row = None if stream is None else tx.streams.get(stream)
        if row is None:
            raise Rejected(401, "no session")
        if row.state is not StreamState.ACTIVE or not row.role.reads_log:
            raise Rejected(403, "no longer let in")
        return row


class EpochChanged(Rejected):
    """HQ was restored from a backup since the caller last asked."""

    code = "hq.epoch"

    def __init__(self, epoch: int) -> None:
        super().__init__(409, "HQ was restored; read the log again from its beginning")
        self.epoch = epoch


def _pushers(tx: HqTx, token: bytes | None) -> list[StreamRow]:
    rows = [] if token is None else tx.streams.of_push(token_hash(token))
    if not rows:
        raise Rejected(401, "unknown token")
    return rows


def _asked(tx: HqTx, row: StreamRow, photos: Sequence[bytes]) -> list[bytes]:
    """The photos asked about, and those of the stream that are not complete."""
    own = tx.blobs.of_stream(row.stream, STATUS_PHOTOS)
    unfinished = [blob.sha for blob in own if not blob.complete]
    return list(dict.fromkeys((*photos, *unfinished)))


def _split(body: bytes) -> list[bytes]:
    try:
        frames = list(split_frames(body))
    except UnknownDictionary as error:
        raise Rejected(415, "unknown version") from error
    except BadFrame as error:
        raise Rejected(400, "not a row of whole frames") from error
    if not frames:
        raise Rejected(400, "no frame")
    if len(frames) > FRAMES_PER_REQUEST:
        raise Rejected(422, "too many frames at once")
    return frames


def _decoded(body: bytes) -> object:
    try:
        return decode_cbor(body)
    except BadEvent as error:
        raise Rejected(400, "not CBOR") from error


def _clamp(wanted: int, bounds: tuple[int, int]) -> int:
    return min(max(wanted, bounds[0]), bounds[1])
