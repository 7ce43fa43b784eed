"""Makes the golden store of the present version: one of each thing that a laptop keeps.

Run ``python -m tests.golden.stores.make`` once when a version of the store is released; a released
one is never made again. Keys come from fixed seeds; only page salts differ.
"""

import json
import shutil
import sys
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from fieldapp import commands
from fieldapp.commands import NewFile
from fieldapp.event.receipt import PhotoState
from fieldapp.mission.roster import Role
from fieldapp.people import Desk
from fieldapp.store import drafts, journal, reads, saved
from fieldapp.store.database import FILE_NAME
from fieldapp.store.drafts import Draft, DraftFile
from fieldapp.store.migrations import LATEST
from fieldapp.store.saved import SavedFilter
from fieldapp.units import EventId
from tests.support.fleet import carry, deliver, own_events, receipt_for, restriction
from tests.support.mission import Mission, make_desk, make_mission

FOLDER = Path(__file__).parent
PHOTO = bytes(range(256)) * 10


def fill(desk: Desk, officer: Desk, mission: Mission) -> None:
    """Reports in every state, photos on both sides, a draft, receipts, frames, a filter."""
    carry([mission.vouch(desk, Role.PATROL), mission.vouch(officer, Role.OFFICER)], desk, mission)
    carry(mission.events, officer, mission)
    asked = commands.file_report(desk, restriction("Asked"), [NewFile(PHOTO, "image/png", "a")])
    amended = commands.file_report(desk, restriction("Amended"))
    commands.amend_report(desk, amended.report, restriction("Put right"), "GRID", "one digit")
    accepted = commands.file_report(desk, restriction("Accepted"))
    withdrawn = commands.file_report(desk, restriction("Withdrawn"))
    commands.withdraw_report(desk, withdrawn.report, "WITHDRAWN", "twice")
    carry(own_events(desk), officer, mission, 10)
    commands.review_report(officer, accepted.report, "accept")
    commands.review_report(officer, asked.report, "ask", "Which gate?")
    carry(own_events(officer)[1:], desk, mission, 30)
    question = reads.detail(desk.store, asked.report).history[-1].event
    commands.answer_question(desk, asked.report, question, "The northern one.")
    sha = reads.detail(desk.store, asked.report).files[0].sha
    deliver(desk, mission, receipt_for(desk, 6, photos={sha: PhotoState(False, b"\x01")}))
    late = commands.file_report(desk, restriction("Waiting", precedence="FLASH"))
    journal.assign_frame(desk.store, "0-a.ufr", [late.report], [(sha, 4096, 100)])
    draft = Draft("0011223344556677", "incident", "1", {"facts": {"narrative": "begun"}})
    drafts.save_draft(desk.store, desk.sealer, draft)
    drafts.put_draft_file(desk.store, desk.sealer, draft.id, "p", PHOTO)
    files = (DraftFile("p", "image/png", "a", len(PHOTO)),)
    drafts.save_draft(desk.store, desk.sealer, Draft(draft.id, "incident", "1", files=files))
    saved.keep(desk.store, desk.keys.slot.id, SavedFilter("mine", text="gate"))


def facts(desk: Desk) -> dict[str, object]:
    """What must be found in the store by every later version."""
    ids = [row[0] for row in desk.store.rows("SELECT id FROM event ORDER BY n")]
    rows = reads.page(desk.store, reads.ReportFilter()).rows
    return {
        "key": desk.keys.database.hex(),
        "draft_key": desk.keys.draft.hex(),
        "slot": desk.keys.slot.id,
        "admin": desk.profile.admin.hex(),
        "stream": desk.stream.hex(),
        "events": [EventId(event).hex() for event in ids],
        "photo": sha256(PHOTO).hexdigest(),
        "reports": [[r.ref, r.state, r.place, r.revision, r.delivery.value] for r in rows],
    }


def main() -> None:
    """Writes ``vN.db`` and ``vN.json`` beside this script; refuses to replace a released one."""
    target = FOLDER / f"v{LATEST}.db"
    if target.exists():
        sys.exit(f"{target.name} is there; a released store is never made again")
    with TemporaryDirectory() as scratch:
        mission = make_mission()
        desk = make_desk(Path(scratch) / "field", mission)
        officer = make_desk(Path(scratch) / "hq", mission, "Maj H", unit="HQ", seed=21)
        fill(desk, officer, mission)
        found = facts(desk)
        desk.store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        desk.store.close()
        officer.store.close()
        shutil.copyfile(Path(scratch) / "field" / FILE_NAME, target)
    target.with_suffix(".json").write_text(json.dumps(found, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
