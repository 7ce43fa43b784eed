"""Writes the vectors of protected reports anew: ``python -m tests.golden.protected.make``.

Only for another version of the format: what was written once must stay readable.
"""

import json
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from fieldapp.event.chain import FIRST, make_event
from fieldapp.event.kinds import ContentType, Kind
from fieldapp.event.protected import seal
from fieldapp.event.signing import StreamKey
from fieldapp.units import UtcMillis
from tests.support.mission import START, seeded

AUTHOR, OTHER = StreamKey(b"\x11" * 32), StreamKey(b"\x12" * 32)
HOLDER, SECOND, STRANGER = (bytes([number]) * 32 for number in (0x21, 0x22, 0x23))
CLEAR = {"ref": "TS7-OTHER-2026-0001-X", "type": "OTHER", "form": "alert", "version": "3"}
SECRET: dict[str, Any] = {
    "language": "ar",
    "answers": {"head": {"precedence": "IMMEDIATE"}, "facts": {"narrative": "أطفال عند الحاجز"}},
    "typed": {},
    "files": [{"mime": "image/jpeg", "name": "gate.jpg"}],
}
PHOTO = bytes(range(256))


def main() -> None:
    """Writes ``vectors.json`` beside this file."""
    entropy = seeded(2026)
    keys = [
        X25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()
        for seed in (HOLDER, SECOND)
    ]
    made = seal(AUTHOR.stream, CLEAR, SECRET, [PHOTO], keys, entropy)
    content = dict(made.content)
    swapped = [[content["to"][0][0], content["to"][1][1]], content["to"][1]]
    turned = content["sealed"][:40] + ("A" if content["sealed"][40] != "A" else "B")

    def vector(name: str, code: str, what: Any, key: StreamKey = AUTHOR, **how: Any) -> Any:
        kind, ctype = how.get("kind", Kind.REPORT), how.get("ctype", ContentType.PROTECTED)
        event = make_event(key, FIRST, kind, what, t=UtcMillis(START), entropy=entropy, ctype=ctype)
        return {
            "name": name,
            "code": code,
            "public": key.public.hex(),
            "inbox": how.get("inbox", HOLDER).hex(),
            "header": event.raw.hex(),
            "signature": event.signature.hex(),
            "salt": (event.salt or b"").hex(),
            "payload": (event.payload or b"").decode(),
        }

    bad = [
        vector("stranger", "protected.others", content, inbox=STRANGER),
        vector("another author", "protected.damaged", content, OTHER),
        vector("wraps swapped", "protected.damaged", {**content, "to": swapped}),
        vector(
            "text changed",
            "protected.damaged",
            {**content, "sealed": turned + content["sealed"][41:]},
        ),
        vector("nobody", "protected.damaged", {**content, "to": []}),
        vector("clear answers", "protected.damaged", {**content, "answers": {}}),
        vector("no amendment", "protected.damaged", content, kind=Kind.AMEND),
        vector("not protected", "protected.damaged", content, ctype=ContentType.JSON),
    ]
    vectors = {
        "secret": SECRET,
        "photo": PHOTO.hex(),
        "sealed_photo": made.photos[0].hex(),
        "good": [
            vector("first holder", "", content),
            vector("second holder", "", content, inbox=SECOND),
            vector("flash", "", content, kind=Kind.FLASH),
        ],
        "bad": bad,
    }
    path = Path(__file__).with_name("vectors.json")
    path.write_text(json.dumps(vectors, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
