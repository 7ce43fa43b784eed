"""A protected report from its form to the one desktop that opens it, through a real HQ."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from fieldapp import commands, protection
from fieldapp.clock import SystemClock
from fieldapp.event.errors import SealedToOthers
from fieldapp.event.kinds import Kind
from fieldapp.forms.catalog import open_catalog
from fieldapp.forms.finished import finish
from fieldapp.people import Newcomer, add_person
from fieldapp.protection import NoHolders
from fieldapp.store import drafts, reads
from fieldapp.store.drafts import Draft
from fieldapp.store.promised import withheld
from fieldapp.store.reads import Delivery, ReportFilter
from fieldapp.units import EventId
from sync.field.enrol import ask_to_be_let_in
from sync.hq.app import open_hq
from tests.integration.test_field_sync import Laptop, enrolled, let_in
from tests.integration.test_packs import fetched
from tests.support.alert import CANARY, FORM, NARRATIVE, PLACE, alert_photo, alert_xml, sightings
from tests.support.canary import scan
from tests.support.hq import Hq, running_hq
from tests.support.mission import CHEAP, PASSPHRASE, seeded
from tests.support.scenarios import fill, new_session

PHOTO = alert_photo(bytes(range(256)) * 60)


@pytest.fixture(scope="module")
def hq(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hq]:
    with running_hq(tmp_path_factory.mktemp("hq")) as hq:
        yield hq


def published(hq: Hq, folder: Path) -> None:
    folder.mkdir()
    (folder / f"{FORM}.xml").write_bytes(alert_xml())
    hq.ask("pack", "publish", "--kind", "forms", str(folder / f"{FORM}.xml"))


def filed(laptop: Laptop) -> EventId:
    """The form of HQ's pack, filled, with a photo."""
    desk = laptop.desk
    session = new_session(open_catalog(desk.home, desk.profile.admin).form(FORM))
    answers = {"where": {"place": PLACE}, "facts": {"narrative": NARRATIVE}}
    fill(session, {"head": {"precedence": "IMMEDIATE"}, **answers})
    draft = Draft("one", FORM, "3", answers)
    drafts.save_draft(desk.store, desk.sealer, draft)
    return commands.file_report(desk, finish(session, {}, "en"), [PHOTO], draft.id).report


def test_only_the_protection_officer_reads_it(tmp_path: Path, hq: Hq) -> None:
    author = enrolled(tmp_path, hq, "Lt Author")
    let_in(author, hq)
    published(hq, tmp_path / "form")
    author.inbox()
    while fetched(author)[0].more:
        pass
    with pytest.raises(NoHolders):
        filed(author)
    holder = enrolled(tmp_path, hq, "Maj Holder", "HQ", "protection")
    officer = enrolled(tmp_path, hq, "Maj Officer", "HQ", "officer")
    for laptop in (holder, officer):
        let_in(laptop, hq)
    author.inbox()
    report = filed(author)
    plain = author.file()
    author.round()
    assert author.delivery(report) is Delivery.RECEIVED
    for laptop in (holder, officer):
        laptop.inbox()
        (log, photos) = laptop.log()
        assert (log.refused, photos.new) == (0, 1)
        assert withheld(laptop.desk.store) == []
    assert [row.id for row in reads.page(holder.desk.store, ReportFilter()).rows] == [report]
    assert {row.id for row in reads.page(officer.desk.store, ReportFilter()).rows} == {
        report,
        plain,
    }

    protection.note_opening(holder.desk, report)
    opened = protection.open_report(holder.desk, report).content
    assert opened["answers"]["facts"]["narrative"] == NARRATIVE
    assert protection.open_photo(holder.desk, report, 0) == PHOTO.content
    for laptop in (author, officer):
        with pytest.raises(SealedToOthers):
            protection.note_opening(laptop.desk, report)

    commands.review_report(holder.desk, report, "accept")
    holder.round()
    author.inbox()
    officer.log()
    for laptop in (author, officer, holder):
        assert reads.detail(laptop.desk.store, report).row.state == "accepted"
        assert list(sightings(laptop.desk.store)) == []
    traces = officer.desk.store.rows(
        "SELECT stream FROM event WHERE report = ? AND kind = ?", (report, int(Kind.EXPORT))
    )
    assert traces == [(holder.desk.stream,)], "HQ's officers see who opened it"
    at_hq_nothing_is_in_clear(hq)


def at_hq_nothing_is_in_clear(hq: Hq) -> None:
    hq.stop()
    assert scan([hq.folder], CANARY).sightings == ()
    assert b"kanar" not in hq.log_path.read_bytes()
    with open_hq(hq.folder) as opened, opened.store.reading() as tx:
        kept = [row.event.payload or b"" for row in tx.events.after(0, 10_000)]
        for blob in tx.blobs.all():
            kept.append(b"".join(tx.blobs.pieces(blob.sha)))
    assert any(b"Six soldiers" in content for content in kept), "other reports are read at HQ"
    for content in kept:
        assert not any(needle in content for needle in CANARY.needles().values())
    hq.start()


def test_two_roles_at_one_desktop_each_get_their_part(tmp_path: Path, hq: Hq) -> None:
    """What came first as headers for one person gets its text when the other one fetches."""
    holder = enrolled(tmp_path, hq, "Maj Both", "HQ", "protection")
    patrol = enrolled(tmp_path, hq, "Lt Plain")
    for laptop in (holder, patrol):
        let_in(laptop, hq)
    plain = patrol.file()
    patrol.round()
    holder.inbox()
    holder.log()
    store = holder.desk.store
    assert store.rows("SELECT payload IS NULL FROM event WHERE id = ?", (plain,)) == [(1,)]
    officer = colleague(holder, hq, "Maj Eyes")
    let_in(officer, hq)
    officer.inbox()
    assert officer.log()[0].new > 0
    assert reads.detail(store, plain).row.place == "CP Tarek"
    assert holder.log()[0].new == 0, "headers alone take nothing back"
    assert reads.detail(store, plain).row.place == "CP Tarek"


def colleague(first: Laptop, hq: Hq, person: str) -> Laptop:
    """An operations officer at the same desktop."""
    desk = add_person(
        first.desk.home,
        Newcomer(person, "HQ", "laptop"),
        PASSPHRASE,
        CHEAP,
        clock=SystemClock(),
        entropy=seeded(41),
        by=first.desk.keys,
    )
    laptop = Laptop(desk, first.spool)
    ask_to_be_let_in(desk, hq.code(person, "HQ", "officer"), laptop.spool)
    return laptop
