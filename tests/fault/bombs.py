"""Input made to cost more than it weighs, each given to the code that would meet it.

``python -m tests.fault.bombs [NAME ...]`` prints for each what was said to it, processor seconds
and the most memory held, as one JSON object a line.
"""

import base64
import json
import os
import re
import resource
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import cbor2
import zstandard

from fieldapp.clock import system_entropy
from fieldapp.errors import FieldError
from fieldapp.event.chain import Place, sign_payload
from fieldapp.event.payload import decode as decode_payload
from fieldapp.event.signing import StreamKey
from fieldapp.forms.loader import read_form
from fieldapp.history.source import Source
from fieldapp.mission.codes import CodeLists
from fieldapp.mission.installation import install_mission, mission_of
from fieldapp.mission.packs import read_pack
from fieldapp.mission.profile import read_profile
from fieldapp.units import MIB, EventId, UtcMillis
from fieldapp.vault.slots import Vault
from sync.body import EventsBody, dictionary, encode_body
from sync.bundle import MAGIC_BUNDLE
from sync.field.courier import import_bundle as import_at_field
from sync.field.intake import Person, opened_events
from sync.field.pages import inbox_page, log_page, log_rows
from sync.frame import Address, SealKeys, SuiteId, open_frame, seal_bytes
from sync.hq.bundles import import_bundle as import_at_hq
from sync.receipt import open_receipt
from tests.support.hq_inside import hq_inside, let_in
from tests.support.mission import PASSPHRASE, make_desk, make_mission

MISSION = make_mission()
HQ_KEYS = SealKeys()
TO_HQ = HQ_KEYS.add_radio(MISSION.seal_private)
AUTHOR = StreamKey(bytes(range(32)))
LISTS = b"[]," * (10 * MIB)


def sealed(body: bytes) -> Any:
    return open_frame(seal_bytes(body, TO_HQ), HQ_KEYS)


def text_of(raw: bytes) -> bytes:
    packed = zstandard.ZstdCompressor(level=19, dict_data=dictionary()).compress(raw)
    return cbor2.dumps([1, bytes(16), packed, bytes(80)])


def lying_text() -> bytes:
    """Compressed text of 64 MiB that claims 100 bytes."""
    packed = bytearray(zstandard.ZstdCompressor(level=19).compress(bytes(200)))
    long = zstandard.ZstdCompressor(level=19, write_content_size=False).compress(bytes(64 * MIB))
    return cbor2.dumps([1, bytes(16), bytes(packed[:6]) + long[5:], bytes(80)])


def large_events(count: int, key: StreamKey = AUTHOR) -> EventsBody:
    """64 events of 64 KiB each that pack to next to nothing."""
    payload = b'{"a":"' + b" " * 65_000 + b'"}'
    events = [
        sign_payload(
            key, Place(n + 1, EventId(b"1" * 32)), 1, payload, t=UtcMillis(1), salt=bytes(16)
        )
        for n in range(count)
    ]
    return EventsBody(key.stream, tuple(events))


def short_frames(count: int, key: bytes, length: int = 1) -> Iterator[bytes]:
    one = b"UFR1\x01" + key + length.to_bytes(4, "big") + bytes(length)
    yield from (one * 1000 for _ in range(count // 1000))


def bundle(folder: Path, frames: Iterator[bytes] | list[bytes]) -> Path:
    path = folder / "bomb.ufrb"
    with path.open("wb") as out:
        out.write(MAGIC_BUNDLE)
        for frame in frames:
            out.write(frame)
    return path


def at_field(folder: Path, make: Callable[[bytes], list[bytes] | Iterator[bytes]]) -> Any:
    """A bundle of frames for the person's own key, taken in at the laptop."""
    desk = make_desk(folder / "home", MISSION)
    key = SealKeys().add_radio(desk.keys.inbox_seed).key_id
    path = bundle(folder, make(key))
    with desk.store as store:
        return import_at_field(path, Person(desk.keys, MISSION.profile), lambda work: work(store))


def at_hq(folder: Path, make: Callable[[Any], list[bytes] | Iterator[bytes]]) -> Any:
    """A bundle of frames for HQ's own keys, taken in there."""
    with hq_inside(folder) as hq:
        return import_at_hq(hq, bundle(folder, make(hq)))


def file_at(folder: Path, make: Callable[[Path], object]) -> Any:
    """A name that is no ordinary file, given where a bundle is expected, at both ends."""
    path = folder / "bomb.ufrb"
    make(path)
    with hq_inside(folder) as hq:
        return import_at_hq(hq, path)


def vault(folder: Path, raw: bytes | None, special: Callable[[Path], object] | None = None) -> Any:
    path = folder / "vault.json"
    if raw is not None:
        path.write_bytes(raw)
    if special is not None:
        special(path)
    keys = Vault(folder, system_entropy)
    return keys.unlock(keys.slots()[0].id, PASSPHRASE)


def slot_file(**kdf: Any) -> bytes:
    whole = {"m": 65536, "t": 1, "p": 1, "salt": "A" * 22 + "==", **kdf}
    slot = {"id": "0" * 16, "label": "Capt A", "kdf": whole, "nonce": "A" * 16, "wrap": "AAAA"}
    return json.dumps({"v": 1, "vault": "0" * 32, "slots": [slot]}).encode()


def signed(kind: str, text: str, key: StreamKey) -> bytes:
    mark = base64.b64encode(key.sign(f"ufr1/{kind}\0".encode(), text.encode())).decode()
    return json.dumps({"kind": kind, "body": text, "signature": mark}).encode()


def own_profile(extra: str) -> bytes:
    """A profile whose maker signed it, as anybody can."""
    body = json.loads(MISSION.file)["body"]
    return signed("profile", body[:-1] + extra + "}", MISSION.root)


def source(folder: Path, name: str, raw: bytes) -> Any:
    (folder / name).write_bytes(raw)
    with Source(folder / name) as file:
        return file.survey()


def pipe(path: Path) -> None:
    os.mkfifo(path)


def form(xml: bytes) -> Any:
    return read_form(xml, {}, {})


LAUGHS = b"<!DOCTYPE a [<!ENTITY a 'ha'>" + b"".join(
    b"<!ENTITY %c '%s'>" % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(12)
)
ATTRIBUTES = b" ".join(b"a%d=''" % n for n in range(300_000))
ZEROS = zstandard.ZstdCompressor(level=3).compress(bytes(1024 * MIB))
LEVELS = 100_000
_PEAK = re.compile(r"VmHWM:\s+(\d+)")

BOMBS: dict[str, Callable[[Path], Any]] = {
    "frame: says 4 GiB": lambda f: open_frame(
        b"UFR1\1" + TO_HQ.key_id + b"\xff" * 4 + bytes(100), HQ_KEYS
    ),
    "frame: 64 MiB of it": lambda f: open_frame(
        b"UFR1\1" + TO_HQ.key_id + (64 * MIB).to_bytes(4, "big") + bytes(64 * MIB), HQ_KEYS
    ),
    "body: 100,000 levels": lambda f: sealed(b"\x81" * LEVELS),
    "body: 2^62 items": lambda f: sealed(b"\x9b\x40" + bytes(7)),
    "body: 2^62 bytes": lambda f: sealed(b"\x82\x03\x5b\x40" + bytes(7)),
    "body: 2^62 pairs": lambda f: sealed(b"\xbb\x40" + bytes(7)),
    "body: a number of a megabyte": lambda f: sealed(
        b"\x82\x03\xc2\x5a" + (900_000).to_bytes(4, "big") + b"\xff" * 900_000
    ),
    "body: parts that share parts": lambda f: sealed(
        b"".join(b"\xd8\x1c\x89" + b"\xd8\x1d%c" % n * 8 for n in range(7)) + b"\x80"
    ),
    "body: a million empty lists": lambda f: sealed(
        b"\x9a" + (1_000_000).to_bytes(4, "big") + b"\x80" * 1_000_000
    ),
    "body: a million empty maps": lambda f: sealed(
        b"\x9a" + (1_000_000).to_bytes(4, "big") + b"\xa0" * 1_000_000
    ),
    "text: 1 GiB of zeros": lambda f: sealed(cbor2.dumps([1, bytes(16), ZEROS, bytes(80)])),
    "text: lies about its size": lambda f: sealed(lying_text()),
    "text: four million empty lists": lambda f: sealed(
        text_of(b"\x82\x80\x9a\x00\x3f\xff\xf0" + b"\x80" * 0x3FFFF0)
    ),
    "text: 2^32 events": lambda f: sealed(text_of(b"\x82\x9a" + b"\xff" * 4 + bytes(1000))),
    "text: 500 events of nothing": lambda f: sealed(
        text_of(cbor2.dumps([[[]] * 500, [b""] * 500]))
    ),
    "log page: 1 GiB of zeros": lambda f: log_rows(ZEROS),
    "log page: sixteen million empty lists": lambda f: log_rows(
        zstandard.ZstdCompressor().compress(b"\x9a\x00\xff\xff\x00" + b"\x80" * 0xFFFF00)
    ),
    "inbox: a position of 2^64": lambda f: inbox_page(b"\x84\x01\x1b" + b"\xff" * 8 + b"\x80\x60"),
    "inbox: a million frames": lambda f: inbox_page(
        b"\x84\x01\x01\x9a\x00\x0f\x42\x40" + b"\x40" * 1_000_000 + b"\x60"
    ),
    "log: nested without end": lambda f: log_page(b"\x81" * LEVELS),
    "receipt: signed by HQ, 2^62 ids": lambda f: open_receipt(
        _by_hq(b"\x8a\x64rcpt\x01\x50" + bytes(16) + b"\0\x58\x20" + bytes(32) + b"\x9b\x40" * 5),
        MISSION.receipt.public,
    ),
    "receipt: 64 MiB": lambda f: open_receipt(bytes(64 * MIB), MISSION.receipt.public),
    "bundle: a million frames of one byte, HQ": lambda f: at_hq(
        f, lambda hq: short_frames(1_000_000, _radio(hq).key_id)
    ),
    "bundle: a million frames of one byte, field": lambda f: at_field(
        f, lambda key: short_frames(1_000_000, key)
    ),
    "bundle: frames that almost open": lambda f: at_hq(
        f, lambda hq: short_frames(100_000, _radio(hq).key_id, 64)
    ),
    "bundle: a pipe": lambda f: file_at(f, pipe),
    "bundle: a device": lambda f: file_at(f, lambda path: path.symlink_to("/dev/zero")),
    "bundle: a link to itself": lambda f: file_at(f, lambda path: path.symlink_to(path)),
    "bundle: a folder": lambda f: file_at(f, lambda path: path.mkdir()),
    "bundle: 1 GiB of nothing": lambda f: file_at(f, lambda path: _sparse(path, b"UFRB2\n")),
    "payload: 100,000 levels": lambda f: decode_payload(b'{"a":' * 10_000),
    "payload: a number of 60,000 digits": lambda f: decode_payload(b'{"a":' + b"9" * 60_000 + b"}"),
    "payload: half a character": lambda f: decode_payload(b'{"a":"\\ud800"}'),
    "vault.json: 1 TiB for its key": lambda f: vault(f, slot_file(m=2**30)),
    "vault.json: 2^31 passes": lambda f: vault(f, slot_file(t=2**31)),
    "vault.json: 100,000 levels": lambda f: vault(f, b"[" * LEVELS),
    "vault.json: 4 GiB of nothing": lambda f: vault(f, None, lambda path: _sparse(path, b"{", 4)),
    "vault.json: a pipe": lambda f: vault(f, None, pipe),
    "vault.json: a number of 900,000 digits": lambda f: vault(f, b'{"v":' + b"9" * 900_000 + b"}"),
    "profile: ten million lists": lambda f: read_profile(b"[" + LISTS[:-1] + b"]"),
    "profile: ten million lists in its text": lambda f: read_profile(
        signed("profile", "[" + LISTS[:-1].decode() + "]", MISSION.root)
    ),
    "profile: signed, 100,000 levels": lambda f: read_profile(own_profile(',"x":' + "[" * LEVELS)),
    "profile: signed, a time of 1e400": lambda f: read_profile(own_profile(',"offset":1e400')),
    "profile: signed, a name twice": lambda f: read_profile(own_profile(',"name":"x"')),
    "profile: a pipe": lambda f: (pipe(f / "mission.profile"), mission_of(f)),
    "profile: half a character": lambda f: install_mission(
        f, b'{"kind":"profile","body":"\\ud800","signature":""}'
    ),
    "pack: ten million lists": lambda f: read_pack(
        signed("pack", "[" + LISTS[:-1].decode() + "]", AUTHOR), MISSION.admin.public
    ),
    "pack: a string that never ends": lambda f: read_pack(
        b'{"kind":"pack","body":"' + b"\\\\" * (15 * MIB), MISSION.admin.public
    ),
    "pack: above its size": lambda f: read_pack(bytes(33 * MIB), MISSION.admin.public),
    "codes: a million lists": lambda f: CodeLists.load(b"[" + LISTS[: 3 * MIB - 1] + b"]"),
    "codes: 100,000 levels": lambda f: CodeLists.load(b"[" * LEVELS),
    "form: entities that multiply": lambda f: form(LAUGHS + b"]><a>&m;</a>"),
    "form: an outside entity": lambda f: form(
        b"<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>"
    ),
    "form: 100,000 levels": lambda f: form(b"<a>" * LEVELS),
    "form: 300,000 attributes": lambda f: form(b"<a " + ATTRIBUTES + b"/>"),
    "form: a million elements": lambda f: form(b"<a>" + b"<b/>" * 1_000_000 + b"</a>"),
    "form: 64 MiB": lambda f: form(b" " * (64 * MIB)),
    "geojson: 100,000 levels": lambda f: source(f, "a.geojson", b'{"a":' * LEVELS),
    "geojson: a value without end": lambda f: source(
        f, "a.geojson", b'{"features":[{"a":"' + b"x" * (64 * MIB)
    ),
    "geojson: an exponent without end": lambda f: source(
        f, "a.geojson", b'{"features":[{"a":1e999999999999999999999}]}'
    ),
    "csv: a line without end": lambda f: source(f, "a.csv", b"a,b\n" + b"x" * (64 * MIB)),
    "csv: a million columns": lambda f: source(f, "a.csv", b",".join([b"x"] * 120_000) + b"\n"),
    "csv: a pipe": lambda f: (pipe(f / "a.csv"), Source(f / "a.csv")),
}
"""What each does must end in a ``FieldError``."""


def _swallowed_inbox(folder: Path) -> Any:
    """An answer of 1 MiB that unpacks to 800 MB, from a server that is not to be believed."""
    keys = SealKeys()
    frame = seal_bytes(encode_body(large_events(60)), keys.add_radio(bytes(range(1, 33))))
    events, damaged = opened_events([frame] * (MIB // len(frame)), keys)
    return f"{len(events)} events, {damaged} left out"


def _swallowed_wrap(folder: Path) -> Any:
    """A bundle of 3 MiB whose frames unpack to gigabytes, brought by nobody that HQ knows."""

    def frames(hq: Any) -> list[bytes]:
        one = seal_bytes(encode_body(large_events(60)), _radio(hq))
        many = cbor2.dumps([3, one * ((MIB - 4096) // len(one))])
        return [seal_bytes(many, _courier(hq))]

    return at_hq(folder, frames)


def _swallowed_insider(folder: Path) -> Any:
    """The same, truly signed by a laptop that was let in."""
    with hq_inside(folder) as hq:
        laptop = let_in(hq)
        one = seal_bytes(encode_body(large_events(20, laptop.signing)), _radio(hq))
        count = (MIB - 4096) // len(one)
        frame = seal_bytes(cbor2.dumps([3, one * count]), _courier(hq))
        (outcome,) = hq.ingest().take([frame])
        return f"{outcome.code} for {count} frames"


SWALLOWED: dict[str, Callable[[Path], Any]] = {
    "profile: signed, with 300,000 lists": lambda f: (
        read_profile(own_profile(',"x":[' + LISTS[: 900 * 1024].decode() + "[]]")).mission
    ),
    "inbox: unpacks to 800 MB": _swallowed_inbox,
    "bundle: unpacks to 800 MB": _swallowed_wrap,
    "frame of an insider: unpacks to gigabytes": _swallowed_insider,
}
"""These hold nothing that is wrong in itself; what they cost is what counts."""

ALL = {**BOMBS, **SWALLOWED}
ADDRESS_SPACE, CPU_SECONDS, WALL_SECONDS = 3 * 1024 * MIB, 20, 60
"""Bounds that keep a bomb from taking the machine; libraries map far more than they hold."""


def _by_hq(body: bytes) -> bytes:
    return body + MISSION.receipt.sign(b"ufr1/rcpt\0", body)


def _radio(hq: Any) -> Address:
    return Address(SuiteId.RADIO, hq.profile.seal)


def _courier(hq: Any) -> Address:
    return Address(SuiteId.COURIER, hq.profile.bundle_seal)


def _sparse(path: Path, start: bytes, gib: int = 1) -> None:
    path.write_bytes(start)
    os.truncate(path, gib * 1024 * MIB)


def met(name: str, folder: Path) -> dict[str, Any]:
    """What was said to one bomb, and what it cost this process."""
    start = time.process_time()
    try:
        said = f"taken: {ALL[name](folder)}"
    except FieldError as error:
        said = f"refused: {error.code}"
    spent = time.process_time() - start
    peak = int(_PEAK.findall(Path("/proc/self/status").read_text())[0]) // 1024
    return {"bomb": name, "said": said, "seconds": round(spent, 2), "mb": peak}


def apart(name: str) -> None:
    """Meets a bomb in a process of its own, with bounds that end it; prints one JSON object."""
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
        signal.alarm(WALL_SECONDS)
        try:
            with tempfile.TemporaryDirectory() as folder:
                print(json.dumps(met(name, Path(folder))), flush=True)
            os._exit(0)
        finally:
            traceback.print_exc()
            os._exit(1)
    _, status = os.waitpid(child, 0)
    if status:
        print(json.dumps({"bomb": name, "said": f"ended by {status}", "seconds": -1, "mb": -1}))


if __name__ == "__main__":
    for each in sys.argv[1:] or ALL:
        apart(each)
