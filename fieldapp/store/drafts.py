"""Reports being written: sealed with their author's own key, kept at every pause in typing."""

import json
from collections.abc import Iterator
from dataclasses import astuple, dataclass, field
from typing import Any

from fieldapp.clock import Entropy
from fieldapp.forms.editions import Stray
from fieldapp.store import ballast
from fieldapp.store.blobs import pieces
from fieldapp.store.database import Store
from fieldapp.store.errors import NotFound
from fieldapp.store.retention import TIDY
from fieldapp.units import UtcMillis
from fieldapp.vault.drafts import DraftSealer

FORGOTTEN = "drafts.forgotten"
"""Setting: how many drafts were let go for good."""


@dataclass(frozen=True, slots=True)
class DraftFile:
    """A photo taken into a draft: its key in the draft, kind, name as shown, size in bytes."""

    key: str
    mime: str
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A report being written.

    Args:
        id: names the draft on this laptop only.
        form: form id.
        version: form version it is written with.
        answers: as the form engine gives them, irrelevant ones included.
        typed: what was typed for grids and times, by question.
        language: language of the narrative.
        report: hex id of the filed report this draft amends, or None.
        reason: code of the reason for the amendment.
        note: the reason in words.
        files: photos taken in.
        ref: the number that its report will have, or empty until it is filed.
        strays: answers that this version has no place for.
        came_from: the version that it was in before it moved to this one, or empty.
        updated: when it was last kept.
    """

    id: str
    form: str
    version: str
    answers: dict[str, Any] = field(default_factory=dict)
    typed: dict[str, dict[str, str]] = field(default_factory=dict)
    language: str = "en"
    report: str | None = None
    reason: str = ""
    note: str = ""
    files: tuple[DraftFile, ...] = ()
    ref: str = ""
    strays: tuple[Stray, ...] = ()
    came_from: str = ""
    updated: UtcMillis = field(default=UtcMillis(0))


def new_draft_id(entropy: Entropy) -> str:
    """An id for a new draft."""
    return entropy(8).hex()


def save_draft(store: Store, sealer: DraftSealer, draft: Draft) -> None:
    """Keeps the draft, durably, in place of its earlier state."""
    body = {
        "form": draft.form,
        "version": draft.version,
        "answers": draft.answers,
        "typed": draft.typed,
        "language": draft.language,
        "report": draft.report,
        "reason": draft.reason,
        "note": draft.note,
        "files": [[f.key, f.mime, f.name, f.size] for f in draft.files],
        "ref": draft.ref,
        "strays": [astuple(stray) for stray in draft.strays],
        "came_from": draft.came_from,
    }
    ballast.spare(store.folder)
    sealed = sealer.seal(draft.id, json.dumps(body, ensure_ascii=False).encode())
    with store.write() as connection:
        connection.execute(
            "INSERT INTO draft(id, slot, sealed, updated) VALUES (?, ?, ?, ?)"
            " ON CONFLICT(id) DO UPDATE SET sealed = excluded.sealed, updated = excluded.updated",
            (draft.id, sealer.slot, sealed, store.clock.now()),
        )


def load_drafts(store: Store, sealer: DraftSealer) -> list[Draft]:
    """This person's drafts, the latest first; never anybody else's."""
    rows = store.rows(
        "SELECT id, sealed, updated FROM draft WHERE slot = ? ORDER BY updated DESC, id",
        (sealer.slot,),
    )
    return [_read(sealer, *row) for row in rows]


def load_draft(store: Store, sealer: DraftSealer, draft: str) -> Draft:
    """One of this person's drafts; raises `NotFound`."""
    row = store.row(
        "SELECT id, sealed, updated FROM draft WHERE id = ? AND slot = ?", (draft, sealer.slot)
    )
    if row is None:
        raise NotFound("This draft is no longer on this laptop.")
    return _read(sealer, *row)


def delete_draft(store: Store, draft: str) -> None:
    """Removes a draft and its photos."""
    with store.write() as connection:
        connection.execute("DELETE FROM draft WHERE id = ?", (draft,))


def forget_draft(store: Store, draft: str) -> None:
    """As `delete_draft`, for what nobody here may read any more.

    Its pages are overwritten; the next upkeep empties the log and replaces copies of the store
    that hold it.
    """
    store.connection.execute("PRAGMA secure_delete = ON")
    try:
        with store.write():
            delete_draft(store, draft)
            store.set_setting(FORGOTTEN, str(int(store.setting(FORGOTTEN, "0")) + 1))
            store.set_setting(TIDY, "1")
    finally:
        store.connection.execute("PRAGMA secure_delete = FAST")


def put_draft_file(store: Store, sealer: DraftSealer, draft: str, key: str, content: bytes) -> None:
    """Keeps a photo of a draft, which must have been kept before; raises `NoRoomForPhotos`."""
    ballast.check_photo_room(store.folder)
    with store.write() as connection:
        connection.executemany(
            "INSERT OR REPLACE INTO draft_piece(draft, file, i, sealed) VALUES (?, ?, ?, ?)",
            [
                (draft, key, i, sealer.seal(f"{draft}/{key}/{i}", part))
                for i, part in enumerate(pieces(content))
            ],
        )


def read_draft_file(store: Store, sealer: DraftSealer, draft: str, key: str) -> bytes:
    """A photo of a draft; raises `NotFound`."""
    rows = store.rows(
        "SELECT i, sealed FROM draft_piece WHERE draft = ? AND file = ? ORDER BY i", (draft, key)
    )
    if not rows:
        raise NotFound("This photo is no longer part of the draft.")
    return b"".join(sealer.open(f"{draft}/{key}/{i}", sealed) for i, sealed in rows)


def delete_draft_file(store: Store, draft: str, key: str) -> None:
    """Takes a photo out of a draft."""
    with store.write() as connection:
        connection.execute("DELETE FROM draft_piece WHERE draft = ? AND file = ?", (draft, key))


def check_drafts(store: Store, sealer: DraftSealer) -> None:
    """Raises `VaultDamaged` unless the key opens every draft of its slot, photos included."""
    for draft, sealed in store.rows("SELECT id, sealed FROM draft WHERE slot = ?", (sealer.slot,)):
        sealer.open(draft, sealed)
        for file, i, piece in _pieces(store, draft):
            sealer.open(f"{draft}/{file}/{i}", piece)


def take_over(store: Store, old: DraftSealer, new: DraftSealer) -> None:
    """Seals all drafts of a slot with another key, for another slot, in one transaction."""
    with store.write() as connection:
        rows = connection.execute("SELECT id, sealed FROM draft WHERE slot = ?", (old.slot,))
        for draft, sealed in rows.fetchall():
            connection.execute(
                "UPDATE draft SET slot = ?, sealed = ? WHERE id = ?",
                (new.slot, new.seal(draft, old.open(draft, sealed)), draft),
            )
            for file, i, piece in _pieces(store, draft):
                label = f"{draft}/{file}/{i}"
                connection.execute(
                    "UPDATE draft_piece SET sealed = ? WHERE draft = ? AND file = ? AND i = ?",
                    (new.seal(label, old.open(label, piece)), draft, file, i),
                )


def _pieces(store: Store, draft: str) -> Iterator[tuple[str, int, bytes]]:
    """Each piece of a draft's photos, one in memory at a time: file, number, sealed."""
    names = store.rows("SELECT file, i FROM draft_piece WHERE draft = ?", (draft,))
    for file, i in names:
        found = store.row(
            "SELECT sealed FROM draft_piece WHERE draft = ? AND file = ? AND i = ?",
            (draft, file, i),
        )
        if found is not None:
            yield file, i, found[0]


def _read(sealer: DraftSealer, draft: str, sealed: bytes, updated: int) -> Draft:
    body = json.loads(sealer.open(draft, sealed))
    return Draft(
        id=draft,
        form=body["form"],
        version=body["version"],
        answers=body["answers"],
        typed=body["typed"],
        language=body["language"],
        report=body["report"],
        reason=body["reason"],
        note=body["note"],
        files=tuple(DraftFile(*item) for item in body["files"]),
        ref=body.get("ref", ""),
        strays=tuple(Stray(*item) for item in body.get("strays", ())),
        came_from=body.get("came_from", ""),
        updated=UtcMillis(updated),
    )
