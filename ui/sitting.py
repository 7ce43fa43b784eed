"""One person's time at the window: from the open door to the closed store."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject

from fieldapp.changes import Changes
from fieldapp.clock import Clock
from fieldapp.errors import FieldError
from fieldapp.habits import trust_clock
from fieldapp.mission.roster import Role
from fieldapp.store.promised import Withheld
from fieldapp.units import ByteCount
from fieldapp.vault.kdf import KdfCost
from sync.field.autostart import Autostart
from sync.field.config import SenderConfig
from sync.http import HqLink
from ui.handover.page import HandoverPage
from ui.household import Household
from ui.i18n import tr
from ui.link import LinkWatch
from ui.link_state import LinkState, came_back
from ui.map.page import MapPage
from ui.messages import tell
from ui.opening import Opened
from ui.operations import Operations
from ui.outbox.page import OutboxPage
from ui.pages import Page, PageContext
from ui.post import Post, Ways
from ui.reports.form_page import FormPage
from ui.reports.report_page import ReportPage
from ui.reports.reports_page import ReportsPage
from ui.reports.times import Times
from ui.review.page import ReviewPage
from ui.roads import roads
from ui.sealing import Sealing
from ui.sentbook.page import SentPageView
from ui.settings.hooks import Hooks, LockTime, Looks
from ui.settings.page import SettingsPage
from ui.shell.rail import Place
from ui.shell.status_words import DeskFacts, read_facts, role_words
from ui.shell.workplace import Workplace
from ui.upkeep import Upkeep

_FACTS = Changes(reports=True, journal=True, delivery=True, roster=True, photos=True)
"""What the strip's figures follow from."""
_JOIN_SECONDS = 0.5
"""So long locking waits for a request to HQ; one that hangs ends by itself and keeps nothing."""


@dataclass(frozen=True)
class Surroundings:
    """What a sitting uses but does not own.

    Args:
        clock: this laptop's clock.
        watch: the sender.
        connect: opens a link to HQ.
        free: room on the disk of the installation.
        looks: language and look of the window.
        cost: chooses the cost of a new passphrase; may take seconds.
        lock_time: how long nobody may touch the laptop before it locks itself.
        autostart: whether reports are sent before the app is opened.
    """

    clock: Clock
    watch: LinkWatch
    connect: Callable[[SenderConfig], HqLink]
    free: Callable[[], ByteCount]
    looks: Looks
    cost: Callable[[], KdfCost]
    lock_time: LockTime
    autostart: Autostart


class Sitting(QObject):
    """Owns the lane, the pages and the fetching of one unlocked person.

    Args:
        opened: who is in.
        around: see `Surroundings`.
    """

    def __init__(self, opened: Opened, around: Surroundings) -> None:
        super().__init__()
        self._opened = opened
        self._around = around
        self._facts: DeskFacts = opened.facts
        self._told: set[str] = set()
        self._doubts_clock = False
        self._tells_withheld = False
        desk, lane = opened.desk, opened.lane
        self._sealing = Sealing(around.clock, self._trouble)
        self.operations = Operations(lane, desk, self._sealing.after)
        self._post = Post(lane, desk, Ways(around.connect, self._sealing, self.operations.announce))
        self._upkeep = Upkeep(lane, desk, self.operations.announce, self._trouble)
        self.workplace = self._build()
        self.operations.changed.connect(self._changed)
        self.operations.failed.connect(self.workplace.trouble)
        self._link = around.watch.state
        around.watch.changed.connect(self._link_changed)
        self._show_strip()
        self.workplace.go("reports", None)
        self.workplace.make_ready()
        if opened.trouble is not None:
            self.workplace.trouble(opened.trouble)
        self._show_clock()
        self._show_withheld()
        self._post.start()
        self._upkeep.start()

    @property
    def role(self) -> Role:
        """What the person may do here."""
        return self._opened.facts.role

    def keep(self) -> bool:
        """Saves what is typed and waits for it; False when something could not be saved."""
        self.workplace.keep()
        self.operations.finish(lambda _desk: None)
        # The answers of the saves just done stand in the queue of this thread.
        QCoreApplication.sendPostedEvents(self.operations, QEvent.Type.MetaCall.value)
        return not self.workplace.unkept()

    def end(self) -> None:
        """Packs what waits for a long rest and closes the store; the lane is gone after it."""
        self._around.watch.changed.disconnect(self._link_changed)
        self._post.close()
        self._upkeep.close()
        self.operations.close()
        lane, desk = self._opened.lane, self._opened.desk
        lane.submit(lambda _token: self._sealing.run(desk, merge=True))
        lane.ask(desk.store.close)
        lane.close()
        self._post.join(_JOIN_SECONDS)
        self._upkeep.join(_JOIN_SECONDS)

    def translated(self) -> None:
        """Sets every text again."""
        self.workplace.translated()
        self._show_strip()

    def look_around(self) -> None:
        """Looks at disk and clock again."""
        self.workplace.strip.show_space(self._around.free())
        self.operations.read(self, read_facts, self._show_facts)

    def hurry(self) -> None:
        """Sender and fetching try at once; raises `SpoolDamaged`."""
        self._around.watch.try_now()
        self._post.hurry()

    # -- pages

    def _build(self) -> Workplace:
        opened, around = self._opened, self._around
        workplace = Workplace(places(opened.facts.role))
        context = PageContext(
            operations=self.operations,
            catalog=opened.catalog,
            profile=opened.desk.profile,
            clock=around.clock,
            entropy=opened.desk.entropy,
            role=opened.facts.role,
            language=around.looks.language,
            go=workplace.go,
            link=lambda: around.watch.state,
        )
        household = Household(self._sealing, around.cost)
        hooks = Hooks(
            around.looks,
            household,
            around.free,
            self.hurry,
            around.lock_time,
            around.autostart,
            workplace.lock_wanted.emit,
        )
        ways = roads(opened.desk, self._sealing, self.hurry)
        pages: dict[type[Page], Callable[[], Page]] = {
            ReportsPage: lambda: ReportsPage(context),
            FormPage: lambda: FormPage(context),
            ReportPage: lambda: ReportPage(context),
            MapPage: lambda: MapPage(context),
            OutboxPage: lambda: OutboxPage(context, ways),
            SentPageView: lambda: SentPageView(context),
            HandoverPage: lambda: HandoverPage(context, around.free),
            SettingsPage: lambda: SettingsPage(context, hooks),
        }
        if opened.facts.role.reviews:
            pages[ReviewPage] = lambda: ReviewPage(context)
        for kind, make in pages.items():
            workplace.add(kind.name, make)
        return workplace

    # -- news

    def _changed(self, changes: Changes) -> None:
        self.workplace.changed(changes)
        if changes & _FACTS:
            self.operations.read(self, read_facts, self._show_facts)

    def _link_changed(self, link: LinkState) -> None:
        if came_back(self._link, link):
            # What HQ asks comes early in a window: it may be a short one.
            self._post.hurry()
        self._link = link
        self.workplace.strip.show_link(link, self._times())
        self.workplace.link_changed(link)

    def _show_facts(self, facts: DeskFacts) -> None:
        self._facts = facts
        self.workplace.strip.show_facts(facts, self._times())
        self._show_clock()
        self._show_withheld()
        if facts.role is not self._opened.facts.role:
            self.workplace.notice(
                lambda: tr(
                    "Shell", "HQ has changed what you may do here. Lock and open again to use it."
                )
            )

    def _show_strip(self) -> None:
        strip, desk = self.workplace.strip, self._opened.desk
        person, role = desk.keys.slot.label, role_words(self.role)
        strip.show_person(tr("Strip", "{person} ({role})", person=person, role=role))
        strip.show_link(self._around.watch.state, self._times())
        strip.show_facts(self._facts, self._times())
        strip.show_space(self._around.free())

    def _show_clock(self) -> None:
        """Asks about a clock that was set back, once for each time that it was."""
        doubt = self._facts.clock
        if doubt is None and self._doubts_clock:
            self.workplace.calm()
        elif doubt is not None and not self._doubts_clock:
            self.workplace.ask(
                lambda: tell(doubt).text,
                lambda: tr("Shell", "Date and time are right"),
                self._trust_clock,
            )
        self._doubts_clock = doubt is not None

    def _show_withheld(self) -> None:
        """Says once that HQ's server leaves something out, and again after it had been well."""
        withheld = self._facts.withheld
        if withheld and not self._tells_withheld:
            self.workplace.trouble(Withheld())
        self._tells_withheld = withheld

    def _trust_clock(self) -> None:
        self.operations.run(self, trust_clock)

    def _times(self) -> Times:
        offset = self._opened.desk.profile.offset_minutes
        return Times(self._around.clock, offset, self._around.looks.language())

    def _trouble(self, error: FieldError) -> None:
        """From any thread: each kind of trouble behind the scenes is told once a sitting."""
        if error.code not in self._told:
            self._told.add(error.code)
            self.operations.failed.emit(error)


def places(role: Role) -> tuple[Place, ...]:
    """The entries of the rail for a role."""
    found = [
        Place("reports", "file-text", lambda: tr("Shell", "Reports")),
        Place("map", "map", lambda: tr("Shell", "Map")),
        Place("form", "file-plus", lambda: tr("Shell", "New report")),
        Place("outbox", "send", lambda: tr("Shell", "Outbox")),
        Place("sent", "mail", lambda: tr("Shell", "Sent book")),
        Place("handover", "clipboard-list", lambda: tr("Shell", "Hand-over")),
        Place("settings", "settings", lambda: tr("Shell", "Settings")),
    ]
    if role.reviews:
        found.insert(1, Place("review", "clipboard-check", lambda: tr("Shell", "Review")))
    return tuple(found)
