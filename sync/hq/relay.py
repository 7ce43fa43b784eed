"""A relay: an exposed host that hands sealed frames on to HQ, and holds no key to open them.

What HQ answers is passed back as it is. Where HQ cannot be reached, frames are kept on disk and
handed on later; the laptop is told that they wait, never that they arrived: only HQ signs
receipts, and until one comes the laptop keeps everything and sends it again after a day.
"""

import json
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import cbor2

from fieldapp.clock import Clock
from fieldapp.errors import FieldError, Remedy
from fieldapp.event.cbor import decode_cbor
from fieldapp.event.errors import BadEvent
from fieldapp.files import make_folder, replace_whole
from fieldapp.units import GIB, KIB, MIB
from sync.errors import BadFrame
from sync.frame import read_head, split_frames
from sync.hq.tokens import show, token_hash
from sync.http import CBOR, HqLink, Reply

CONFIG = "relay.json"
_HELD = "held"
_CALLERS = "callers"
_POST = ".post"
_VERSION = 1
FRAMES, ENROL = "/v1/frames", "/v1/enrol"
TOTAL_BYTES = 4 * GIB
"""Kept for all together while HQ is away: a thousand laptops with a week of text and previews."""
CALLER_BYTES = 64 * MIB
STRANGER_BYTES = 256 * MIB
"""Kept for all callers together whom HQ never answered; anybody can invent a token."""
ENROL_BYTES = 64 * KIB
KEEP_MILLIS = 30 * 86_400_000
"""After so long a post that HQ never took is dropped; its laptop sends again what counts."""
_REPLY_BYTES = 2 * MIB
_LATER = (409, 507)
_OVER = (401, 408, 429)
"""Answers to a whole post that may be another one next time."""


class BadRelay(FieldError):
    """The folder holds no relay, or what it holds was changed."""

    code = "relay.folder"
    remedy = Remedy.RESTORE_COPY
    text = "There is no relay in this folder, or its files are damaged. Make it again at HQ."


class RelayFull(FieldError):
    """As much waits for HQ as may be kept."""

    code = "relay.full"
    text = "The relay keeps as much as it may until HQ can be reached."


@dataclass(frozen=True, slots=True)
class RelayConfig:
    """What a relay knows; nothing of it is secret but the key of its certificate.

    Args:
        mission: short code.
        name: the address that laptops know, ``https://host:port``.
        inner: HQ's own address.
        ca: PEM of the authority that vouches for both.
        keys: ids of the keys that frames may be sealed to.
    """

    mission: str
    name: str
    inner: str
    ca: str
    keys: frozenset[bytes]


def write_config(home: Path, config: RelayConfig) -> None:
    """Writes ``relay.json``; raises ``OSError``."""
    text = {
        "v": _VERSION,
        "mission": config.mission,
        "name": config.name,
        "inner": config.inner,
        "ca": config.ca,
        "keys": sorted(key.hex() for key in config.keys),
    }
    replace_whole(home / CONFIG, json.dumps(text, indent=1).encode())


def read_config(home: Path) -> RelayConfig:
    """Raises `BadRelay`."""
    try:
        found = json.loads((home / CONFIG).read_bytes())
        if found["v"] != _VERSION:
            raise BadRelay(detail="version")
        return RelayConfig(
            mission=str(found["mission"]),
            name=str(found["name"]),
            inner=str(found["inner"]),
            ca=str(found["ca"]),
            keys=frozenset(bytes.fromhex(text) for text in found["keys"]),
        )
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise BadRelay(detail=type(error).__name__) from error


@dataclass(frozen=True, slots=True)
class Post:
    """Something that waits for HQ: path, the caller's token, and the body as it came."""

    path: str
    token: bytes | None
    body: bytes


class Held:
    """Posts on disk, whole and durable, oldest first.

    Args:
        home: the relay's folder.
        clock: the relay's clock.
    """

    def __init__(self, home: Path, clock: Clock) -> None:
        self._folder = home / _HELD
        self._callers = home / _CALLERS
        self._clock = clock
        self._lock = threading.Lock()
        make_folder(self._folder)
        make_folder(self._callers)
        self._sizes = {path.name: path.stat().st_size for path in self._folder.glob(f"*{_POST}")}

    def know(self, token: bytes) -> None:
        """HQ answered this caller: its posts are no stranger's."""
        mark = self._callers / token_hash(token).hex()
        if not mark.exists():
            replace_whole(mark, b"")

    def add(self, post: Post) -> None:
        """Keeps a post; the same one again changes nothing.

        Raises:
            RelayFull: as much waits already as may be kept.
            OSError: the disk is full or fails.
        """
        raw = cbor2.dumps([post.path, post.token, post.body], canonical=True)
        caller, room = self._caller(post)
        digest = sha256(raw).hexdigest()[:32]
        with self._lock:
            if any(name.split("-")[2] == digest + _POST for name in self._sizes):
                return
            mine = sum(size for name, size in self._sizes.items() if name.split("-")[1] == caller)
            total = sum(self._sizes.values())
            if mine + len(raw) > room or total + len(raw) > TOTAL_BYTES:
                raise RelayFull()
            name = f"{self._clock.now():015d}-{caller}-{digest}{_POST}"
            replace_whole(self._folder / name, raw)
            self._sizes[name] = len(raw)

    def names(self) -> list[str]:
        """What waits, oldest first."""
        with self._lock:
            return sorted(self._sizes)

    def read(self, name: str) -> Post | None:
        """A post, or None where its file is gone or damaged."""
        try:
            match decode_cbor((self._folder / name).read_bytes()):
                case [str() as path, bytes() | None as token, bytes() as body]:
                    return Post(path, token, body)
        except (OSError, BadEvent):
            pass
        return None

    def drop(self, name: str) -> None:
        """HQ has it, or never will."""
        with self._lock:
            (self._folder / name).unlink(missing_ok=True)
            self._sizes.pop(name, None)

    def expired(self, name: str) -> bool:
        """Whether HQ was given long enough."""
        return self._clock.now() - int(name.split("-")[0]) > KEEP_MILLIS

    def size(self) -> int:
        """Bytes that wait."""
        with self._lock:
            return sum(self._sizes.values())

    def _caller(self, post: Post) -> tuple[str, int]:
        """A mark for the file's name, and the room that this caller has."""
        if post.token is None:
            return "enrol", STRANGER_BYTES
        mark = token_hash(post.token).hex()
        if (self._callers / mark).exists():
            return mark[:16], CALLER_BYTES
        return "stranger", STRANGER_BYTES


class Relay:
    """Answers laptops in HQ's place; every method may run in any thread.

    Args:
        config: see `RelayConfig`.
        held: what waits.
        connect: opens a link to HQ.
    """

    def __init__(self, config: RelayConfig, held: Held, connect: Callable[[], HqLink]) -> None:
        self._config = config
        self._held = held
        self._connect = connect
        self._links = threading.local()
        self._away = True
        self.reached = threading.Event()
        """Set when HQ answers after it did not: what waits can be handed on."""

    def post_frames(self, token: bytes, body: bytes) -> Reply:
        """``POST /v1/frames``; raises `BadFrame`, `UnknownDictionary`, `RelayFull`, ``OSError``."""
        return self._posted(Post(FRAMES, token, body), self._frames(body))

    def post_enrol(self, body: bytes) -> Reply:
        """``POST /v1/enrol``; raises as `post_frames` does."""
        frames = self._frames(body)
        if len(frames) != 1 or len(body) > ENROL_BYTES:
            raise BadFrame(detail="one request to be let in")
        return self._posted(Post(ENROL, None, body), frames)

    def ask(
        self, path: str, token: bytes | None, body: bytes | None, query: Mapping[str, int]
    ) -> Reply:
        """Any other call, answered by HQ alone; raises the errors of `sync.http.HqLink`."""
        shown = None if token is None else show(token)
        link = self._link()
        try:
            if body is not None:
                reply = link.post(path, body, token=shown, limit=_REPLY_BYTES)
            else:
                reply = link.get(path, query, token=shown, limit=_REPLY_BYTES)
        except FieldError:
            self._away = True
            raise
        if self._away:
            self._away = False
            self.reached.set()
        return reply

    def hand_on(self) -> int:
        """Hands on what waits, oldest first, until HQ cannot be reached; how many posts it took."""
        taken = 0
        for name in self._held.names():
            post = self._held.read(name)
            reply = None if post is None else self._handed(post)
            if post is not None and reply is None:
                return taken
            if reply is None or self._held.expired(name) or not _again(reply):
                self._held.drop(name)
                taken += reply is not None
        return taken

    def _posted(self, post: Post, frames: Sequence[bytes]) -> Reply:
        reply = self._handed(post)
        if reply is not None:
            return reply
        self._held.add(post)
        kept = [202, None, "relay.kept"]
        status = 202 if post.path == ENROL else 200
        return Reply(status, CBOR, cbor2.dumps([kept] * len(frames), canonical=True))

    def _handed(self, post: Post) -> Reply | None:
        """HQ's answer, or None while HQ cannot answer."""
        try:
            reply = self.ask(post.path, post.token, post.body, {})
        except FieldError as error:
            if not error.code.startswith("link."):
                raise
            return None
        if reply.status >= 500 or reply.status == 429 or reply.content_type != CBOR:
            self._away = True
            return None
        if post.token is not None and reply.status == 200:
            self._held.know(post.token)
        return reply

    def _frames(self, body: bytes) -> list[bytes]:
        """The frames of a body that are sealed to this mission's HQ; raises `BadFrame`."""
        frames = list(split_frames(body))
        if not frames or any(read_head(one).key_id not in self._config.keys for one in frames):
            raise BadFrame(detail="not for this HQ")
        return frames

    def _link(self) -> HqLink:
        link: HqLink | None = getattr(self._links, "link", None)
        if link is None:
            link = self._links.link = self._connect()
        return link


def _again(reply: Reply) -> bool:
    """Whether HQ may take later what it did not take now."""
    if reply.status in _OVER:
        return True
    try:
        items: Any = decode_cbor(reply.body)
    except BadEvent:
        return False
    return isinstance(items, list) and any(
        isinstance(item, list) and item and item[0] in _LATER for item in items
    )
