"""Whatever a thread went through: text goes only when it may, and what stays says the same."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fieldapp import commands
from fieldapp.commands import NewFile, TextRemoved, Withdrawn
from fieldapp.event.chain import Event
from fieldapp.event.receipt import PhotoState
from fieldapp.mission.roster import Role
from fieldapp.people import Desk
from fieldapp.store import checking, projections, reads, retention
from fieldapp.store.reads import ReportRow
from fieldapp.store.retention import DAY_MILLIS, Rule
from fieldapp.units import EventId, UtcMillis
from tests.support.fleet import carry, deliver, own_events, receipt_for, restriction
from tests.support.mission import START, Mission, TickingClock, make_desk, make_mission

STEPS = ("file", "amend", "withdraw", "attach", "accept", "ask", "answer", "receive", "run")
WALK = st.lists(
    st.tuples(st.sampled_from(STEPS), st.integers(0, 2), st.sampled_from((0, 1, 8, 15, 45))),
    min_size=4,
    max_size=25,
)


@dataclass
class Walk:
    """One laptop, its officer, and every report that was filed."""

    desk: Desk
    officer: Desk
    mission: Mission
    clock: TickingClock
    hq: int = START
    reports: list[EventId] = field(default_factory=list)
    judged: int = 1

    def step(self, name: str, which: int, days: int) -> None:
        """Days pass, then one thing happens."""
        self.clock.at += days * DAY_MILLIS
        self.hq += days * DAY_MILLIS
        report = self.reports[which % len(self.reports)] if self.reports else None
        if name == "run":
            self.run()
        elif name == "receive":
            self.receive()
        elif name == "file" or report is None:
            photos = [NewFile(b"photo%d" % len(self.reports), "image/png", "a")] * (which % 2)
            self.reports.append(commands.file_report(self.desk, restriction(), photos).report)
        else:
            self.change(name, report)

    def change(self, name: str, report: EventId) -> None:
        """An author's or a reviewer's word about one report."""
        history = reads.detail(self.desk.store, report).history
        asked = [line.event for line in history if line.kind == "ask"]
        try:
            if name == "amend":
                commands.amend_report(self.desk, report, restriction("Elsewhere"), "GRID")
            elif name == "withdraw":
                commands.withdraw_report(self.desk, report, "WITHDRAWN")
            elif name == "attach":
                commands.attach_files(self.desk, report, [NewFile(b"more", "image/png", "b")])
            elif name == "answer" and asked:
                commands.answer_question(self.desk, report, asked[-1], "The northern one.")
            elif name in ("accept", "ask"):
                self.judge(report, name)
        except Withdrawn:
            assert reads.detail(self.desk.store, report).row.state == "withdrawn"
        except TextRemoved:
            assert name == "amend"
            assert reads.detail(self.desk.store, report).row.removed is not None

    def judge(self, report: EventId, verdict: str) -> None:
        carry(self.kept, self.officer, self.mission, 1000)
        commands.review_report(self.officer, report, verdict, "Which gate?")
        news = own_events(self.officer)[self.judged :]
        self.judged += len(news)
        carry(news, self.desk, self.mission, 5000 + self.judged)

    def receive(self) -> None:
        shas = self.desk.store.rows("SELECT sha FROM blob WHERE hq_complete = 0")
        photos = {sha: PhotoState(True) for (sha,) in shas}
        upto = len(own_events(self.desk))
        deliver(
            self.desk,
            self.mission,
            receipt_for(self.desk, upto, photos=photos, t=UtcMillis(self.hq)),
        )

    @property
    def kept(self) -> list[Event]:
        return [event for event in own_events(self.desk) if event.payload is not None]

    def rows(self) -> list[ReportRow]:
        return [reads.detail(self.desk.store, report).row for report in self.reports]

    def run(self) -> None:
        before = self.rows()
        list(retention.remove_old(self.desk.store, Rule(14, person=self.desk.keys.slot.id)))
        after = self.rows()
        for old, new in zip(before, after, strict=True):
            if new.removed is None or new.removed == old.removed:
                assert new.removed == old.removed
                continue
            assert old.delivery == "received"
            assert new == replace(old, place="", grid="", what="", files=0, removed=new.removed)

    def check(self) -> None:
        """What holds after every walk."""
        checking.verify_store(self.desk.store, self.mission.profile.admin)
        before = [reads.detail(self.desk.store, report) for report in self.reports]
        projections.rebuild(self.desk.store, self.mission.profile.admin)
        assert [reads.detail(self.desk.store, report) for report in self.reports] == before
        waiting = self.desk.store.rows(
            "SELECT count(*) FROM event e LEFT JOIN arrival a ON a.event = e.id"
            " WHERE e.own = 1 AND a.event IS NULL AND e.payload IS NULL"
        )
        assert waiting == [(0,)]


@contextmanager
def walk() -> Iterator[Walk]:
    with tempfile.TemporaryDirectory() as folder:
        mission, clock = make_mission(), TickingClock()
        desk = make_desk(Path(folder) / "field", mission, clock=clock)
        officer = make_desk(Path(folder) / "hq", mission, "Maj H", unit="HQ", seed=21)
        vouched = [mission.vouch(desk, Role.PATROL), mission.vouch(officer, Role.OFFICER)]
        for each in (desk, officer):
            carry(vouched, each, mission)
        with desk.store, officer.store:
            yield Walk(desk, officer, mission, clock)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(WALK)
def test_what_stays_of_a_removed_report_says_what_the_report_said(
    steps: list[tuple[str, int, int]],
) -> None:
    with walk() as here:
        for name, which, days in steps:
            here.step(name, which, days)
        here.receive()
        here.run()
        for days in (15, 45):
            here.step("receive", 0, days)
            here.run()
        here.check()
        assert all(row.removed is not None for row in here.rows())
