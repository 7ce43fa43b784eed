"""The roads by hand that the outbox offers: a file for HQ, a file from HQ, another code."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from fieldapp.changes import Changes
from fieldapp.files import file_errors
from fieldapp.forms.catalog import install_pack
from fieldapp.mission.packs import PackKind, looks_like_pack
from fieldapp.people import Desk
from fieldapp.store.database import Store
from sync.field import courier
from sync.field.enrol import ask_to_be_let_in
from sync.field.intake import Person
from sync.field.spool import Spool
from ui.i18n import tr
from ui.outbox.page import Roads
from ui.reports.delivery import size
from ui.sealing import Sealing

T = TypeVar("T")
_START_BYTES = 64


def roads(desk: Desk, sealing: Sealing, try_now: Callable[[], None]) -> Roads:
    """What the outbox may ask for, for one unlocked person."""

    def export(folder: Path) -> str:
        sealing.run(desk, merge=True)
        done = courier.export_bundle(Spool(desk.home), desk.profile, folder, desk.entropy)
        text = tr(
            "Outbox",
            "Saved as {name} ({size}). Carry it to HQ; the reports stay here until HQ has them.",
            name=done.path.name,
            size=size(done.size),
        )
        if done.left:
            text += " " + tr("Outbox", "Not everything fitted: save a second file as well.")
        return text

    def take_in(file: Path) -> str:
        with file_errors(), file.open("rb") as start:
            if looks_like_pack(start.read(_START_BYTES)):
                return take_pack(file)
        found = courier.import_bundle(file, Person(desk.keys, desk.profile), _AtOnce(desk))
        sealing.after(desk, found.changes | Changes(journal=True))
        text = tr(
            "Outbox",
            "Taken in from HQ: receipts {receipts}, records {records}.",
            receipts=found.receipts,
            records=found.new,
        )
        if not found.whole:
            text += " " + tr("Outbox", "The file was cut short. Ask HQ for it again.")
        return text

    def take_pack(file: Path) -> str:
        with file_errors():
            raw = file.read_bytes()
        pack = install_pack(desk.home, raw, desk.profile.admin)
        if pack.kind is PackKind.FORMS:
            text = tr("Outbox", "Forms of version {number} were taken in.", number=pack.version)
        else:
            text = tr(
                "Outbox", "Code lists of version {number} were taken in.", number=pack.version
            )
        return text + " " + tr("Outbox", "They are used from the next unlocking on.")

    def ask_again(code: str) -> Changes:
        return ask_to_be_let_in(desk, code, Spool(desk.home))

    return Roads(export, take_in, ask_again, try_now)


class _AtOnce:
    """The outbox calls its roads on the lane already: work with the store happens at once."""

    def __init__(self, desk: Desk) -> None:
        self._store = desk.store

    def __call__(self, work: Callable[[Store], T], /) -> T:
        return work(self._store)
