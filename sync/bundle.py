"""Bundles: frames one after another in a file that a courier carries.

The last frame is a trailer in clear text, so that anyone can tell a whole copy from a cut one.
A bundle's file name says nothing about person, device or date. The numbers of the steps are those
of ``sync/PROTOCOL.md``, section "Reading a bundle".
"""

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from struct import Struct

import cbor2

from fieldapp.clock import Entropy
from fieldapp.files import PART, begins_with, check_target
from sync.errors import BadBundle, BadFrame
from sync.frame import HEAD_BYTES, MAGIC, read_head
from sync.limits import BUNDLE_BYTES, FRAMES_PER_BUNDLE

MAGIC_BUNDLE = b"UFRB1\n"
SUFFIX = ".ufrb"
_TRAILER_SUITE = 0
_TRAILER = 9
_HEAD = Struct(">4sB8sI")


@dataclass(frozen=True, slots=True)
class BundleRead:
    """What came of reading a bundle.

    Args:
        frames: number of whole frames handed on.
        whole: the trailer was there and fits; otherwise the copy was cut short.
    """

    frames: int
    whole: bool


def bundle_name(entropy: Entropy) -> str:
    """A file name that tells a finder nothing."""
    return f"{entropy(4).hex()}{SUFFIX}"


def write_bundle(path: Path, frames: Iterable[bytes], own: Path) -> int:
    """Writes a bundle so that ``path`` is either whole or as it was.

    Args:
        path: the file; an earlier bundle is replaced, nothing else is.
        frames: what it holds.
        own: the folder of the installation or of HQ, in which no bundle is made.

    Returns:
        The number of frames written.

    Raises:
        TargetTaken, TargetInside: nothing was changed.
        ValueError: above 1 GiB.
        OSError: the medium is full or gone; ``path`` is as it was.
    """
    check_target(path, own, begins_with(MAGIC_BUNDLE))
    part = path.with_name(path.name + PART)
    digest = sha256()
    count = size = 0
    try:
        with part.open("wb") as out:
            out.write(MAGIC_BUNDLE)
            for frame in frames:
                size += len(frame)
                if size > BUNDLE_BYTES:
                    raise ValueError("bundle too large")
                out.write(frame)
                digest.update(frame)
                count += 1
            out.write(_trailer(count, digest.digest()))
            out.flush()
            os.fsync(out.fileno())
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    return count


def read_bundle(path: Path, take: Callable[[bytes], None]) -> BundleRead:
    """Steps 1 to 4: hands every whole frame to ``take``, in order, reading one at a time.

    Raises:
        BadBundle: the file is not a bundle, or not an ordinary file.
        UnknownDictionary: a frame in it is of a newer version.
        OSError: it cannot be read.
    """
    if not path.is_file():
        raise BadBundle(detail="not an ordinary file")
    digest = sha256()
    count = 0
    with path.open("rb") as source:
        if source.read(len(MAGIC_BUNDLE)) != MAGIC_BUNDLE:
            raise BadBundle(detail="no bundle mark")
        while count < FRAMES_PER_BUNDLE:
            try:
                raw = source.read(HEAD_BYTES)
                head = read_head(raw)
            except BadFrame:
                return BundleRead(count, whole=False)
            rest = source.read(head.length)
            if len(rest) != head.length:
                return BundleRead(count, whole=False)
            if head.suite == _TRAILER_SUITE:
                return BundleRead(count, whole=raw + rest == _trailer(count, digest.digest()))
            digest.update(raw + rest)
            count += 1
            take(raw + rest)
    return BundleRead(count, whole=False)


def _trailer(count: int, digest: bytes) -> bytes:
    """The last frame of a bundle with so many frames of this digest."""
    body = cbor2.dumps([_TRAILER, count, digest], canonical=True)
    return _HEAD.pack(MAGIC, _TRAILER_SUITE, bytes(8), len(body)) + body
