"""Steps 1 to 4 of taking a frame in: everything that can be checked without the store.

The numbers are those of ``sync/PROTOCOL.md``, section "How HQ takes a frame in".
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from fieldapp.errors import FieldError
from fieldapp.event import payload as strict
from fieldapp.event.chain import Event, check_author
from fieldapp.event.errors import BadPayload, BadSignature
from fieldapp.event.header import GENESIS_PREV
from fieldapp.event.kinds import REPORT_KINDS, ContentType, Kind
from fieldapp.event.protected import well_formed
from fieldapp.photos.previews import read_preview
from fieldapp.units import Sha256, StreamId
from sync.body import Body, EnrolBody, EventsBody, FramesBody, PieceBody
from sync.errors import BadFrame, NotForUs, UnknownDictionary
from sync.frame import Address, SealKeys, SuiteId, open_frame, seal_bytes, split_frames
from sync.limits import BLOB_BYTES, BLOBS_PER_REPORT, FRAMES_PER_WRAP

_ANSWERED = REPORT_KINDS | {Kind.AMEND}
_NAME_CHARS = 200
EMPTY_PHOTO = sha256(b"").digest()
"""Hash of a photo without a byte: older laptops announced such files."""


class UnknownAuthor(FieldError):
    """No enrolment of this stream is known."""

    code = "hq.unknown-author"
    text = "This author never asked to be let in, or HQ lost the request. Enrol again."


class BrokenLimit(FieldError):
    """An event is above one of the wire's limits."""

    code = "hq.limit"
    text = "A record breaks a limit of the protocol."


@dataclass(frozen=True, slots=True)
class Outcome:
    """What HQ answers for one frame.

    Args:
        code: an HTTP-like number, see ``sync/PROTOCOL.md``.
        receipt: a signed receipt, or None.
        note: a stable code for a log, never content.
    """

    code: int
    receipt: bytes | None
    note: str


@dataclass(frozen=True, slots=True)
class PhotoClaim:
    """An event says that a photo with this hash and size belongs to it."""

    sha: Sha256
    size: int


@dataclass(frozen=True, slots=True)
class Judged:
    """An event whose author's signature was checked.

    Args:
        event: the event.
        readable: its content is what its kind demands; otherwise it is held for a person.
        photos: the photos it announces in the right form.
    """

    event: Event
    readable: bool
    photos: tuple[PhotoClaim, ...]


@dataclass(frozen=True, slots=True)
class CheckedEvents:
    """Events of one stream, signatures checked."""

    stream: StreamId
    events: tuple[Judged, ...]
    frame: bytes


@dataclass(frozen=True, slots=True)
class CheckedPiece:
    """A piece of a photo, its form checked."""

    piece: PieceBody
    frame: bytes


@dataclass(frozen=True, slots=True)
class CheckedEnrol:
    """A request to be let in: the genesis is its author's own, the code is not checked yet."""

    code: str
    genesis: Judged
    facts: "GenesisFacts"
    frame: bytes


@dataclass(frozen=True, slots=True)
class GenesisFacts:
    """What a stream's first event says of itself; see ``sync/PROTOCOL.md``, "Enrolment"."""

    public: bytes
    inbox: bytes
    device: str
    mission: str
    push: bytes
    fetch: bytes
    link: StreamId | None


Checked = CheckedEvents | CheckedPiece | CheckedEnrol
PublicOf = Callable[[StreamId], bytes | None]
"""The signing key of a stream, or None when nobody enrolled with it."""


@dataclass(frozen=True, slots=True)
class Part:
    """One body, or why it could not be opened, and the sealed frame it came in."""

    body: Body | FieldError
    frame: bytes


def open_parts(frame: bytes, keys: SealKeys) -> Iterator[Part]:
    """Steps 1 and 2: what a frame holds, a courier's wrapping taken off once.

    One part is opened at a time: what a megabyte of frames unpacks to would fill the memory. An
    inner frame that cannot be opened comes as its error.

    Raises:
        NotForUs, BadFrame, UnknownDictionary: before the first part; nothing of the frame may be
            used.
    """
    body = open_frame(frame, keys)
    if not isinstance(body, FramesBody):
        return iter((Part(body, frame),))
    inner = list(split_frames(body.frames))
    if not 1 <= len(inner) <= FRAMES_PER_WRAP:
        raise BadFrame(detail="number of frames inside")
    return (_inner(one, keys) for one in inner)


def _inner(frame: bytes, keys: SealKeys) -> Part:
    try:
        return Part(open_frame(frame, keys), frame)
    except FieldError as error:
        return Part(error, frame)


def check(part: Part, public_of: PublicOf) -> Checked:
    """Steps 3 and 4: signatures and the form of each content.

    Args:
        part: what a frame held.
        public_of: signing keys of enrolled streams.

    Raises:
        UnknownAuthor, BadSignature, BrokenLimit, BadFrame: nothing of the frame may be used.
    """
    body, frame = part.body, part.frame
    match body:
        case FieldError():
            raise body
        case EventsBody():
            public = public_of(body.stream)
            if public is None:
                raise UnknownAuthor()
            events = tuple(_judge(event, public) for event in body.events)
            return CheckedEvents(body.stream, events, frame)
        case PieceBody():
            return CheckedPiece(body, frame)
        case EnrolBody():
            facts = genesis_facts(body.genesis)
            return CheckedEnrol(body.code, _judge(body.genesis, facts.public), facts, frame)
        case _:
            raise BadFrame(detail="not for HQ")


def refusal(error: FieldError) -> tuple[int, str]:
    """Number and note of the answer to a frame that one of the functions above refused."""
    match error:
        case NotForUs():
            return 404, error.code
        case UnknownDictionary():
            return 415, error.code
        case UnknownAuthor():
            return 403, error.code
        case BadSignature() | BrokenLimit():
            return 422, error.code
        case _:
            return 400, error.code


def genesis_facts(event: Event) -> GenesisFacts:
    """What the first event of a stream says; raises `BadFrame` where it is not in its form."""
    try:
        content = event.content() or {}
        if event.head.kind != Kind.GENESIS or event.head.seq != 0 or content["v"] != 1:
            raise BadFrame(detail="no first event")
        link = content.get("link")
        facts = GenesisFacts(
            public=bytes.fromhex(content["pk"]),
            inbox=bytes.fromhex(content["inbox"]),
            device=str(content["device"])[:_NAME_CHARS],
            mission=str(content["mission"])[:_NAME_CHARS],
            push=bytes.fromhex(content["push"]),
            fetch=bytes.fromhex(content["fetch"]),
            link=None if link is None else StreamId(bytes.fromhex(link["stream"])),
        )
    except (BadPayload, KeyError, TypeError, ValueError) as error:
        raise BadFrame(detail="first event") from error
    sizes = {len(facts.public), len(facts.inbox), len(facts.push), len(facts.fetch)}
    if sizes != {32} or (facts.link is not None and len(facts.link) != 16):
        raise BadFrame(detail="first event")
    try:
        seal_bytes(b"", Address(SuiteId.RADIO, facts.inbox))
    except ValueError as error:
        raise BadFrame(detail="weak inbox key") from error
    return facts


def _judge(event: Event, public: bytes) -> Judged:
    head = event.head
    if head.length > strict.MAX_BYTES:
        raise BrokenLimit(detail="payload size")
    if (head.seq == 0) != (head.prev == GENESIS_PREV):
        raise BrokenLimit(detail="first event")
    check_author(event, public)
    try:
        content = event.content()
        if content is None:
            return Judged(event, False, ())
    except (BadPayload, ValueError):
        return Judged(event, False, ())
    photos, in_form = _photos(content)
    if head.ctype == ContentType.PROTECTED:
        complete = well_formed(head.kind, content)
    else:
        complete = _complete(head.kind, content)
    return Judged(event, in_form and complete, photos)


def _complete(kind: int, content: Mapping[str, Any]) -> bool:
    if kind not in _ANSWERED:
        return True
    return isinstance(content.get("form"), str) and isinstance(content.get("answers"), dict)


def _photos(content: Mapping[str, Any]) -> tuple[tuple[PhotoClaim, ...], bool]:
    """The photos announced in the right form, and whether all are: a bad one harms no other."""
    files = content.get("files", [])
    if not isinstance(files, list) or len(files) > BLOBS_PER_REPORT:
        return (), False
    claims: list[PhotoClaim] = []
    in_form = True
    for item in files:
        found, fits = _photo(item)
        claims += found
        in_form = in_form and fits
    return tuple(claims), in_form


def _photo(item: object) -> tuple[list[PhotoClaim], bool]:
    """A photo and its preview as far as announced in the right form, and whether that is all."""
    match item:
        case {"sha": str() as text, "size": int() as size, **rest} if 0 <= size <= BLOB_BYTES:
            pass
        case _:
            return [], False
    try:
        sha = bytes.fromhex(text)
    except ValueError:
        return [], False
    if len(sha) != 32 or (size == 0 and sha != EMPTY_PHOTO):
        return [], False
    claims = [PhotoClaim(Sha256(sha), size)]
    preview = read_preview(rest)
    if preview is not None:
        claims.append(PhotoClaim(preview.sha, preview.size))
    return claims, preview is not None or "preview" not in rest
