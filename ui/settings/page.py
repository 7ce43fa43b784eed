"""The settings page: people, passphrase, language and look, link, storage, and what this is."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from fieldapp import APP_VERSION
from fieldapp.changes import Changes
from fieldapp.errors import FieldError
from fieldapp.forms.catalog import Installed, installed_packs
from fieldapp.mission.packs import PackKind
from fieldapp.people import Desk
from fieldapp.store.figures import StoreFigures, store_figures
from sync.field.forecast import Tariff
from sync.field.tariff import keep_tariff, read_tariff
from ui.household import Colleague, Inhabitant, NewSecret, Removal
from ui.i18n import tr
from ui.icons import set_icon
from ui.link_state import LinkState
from ui.messages import tell
from ui.pages import Page, PageContext
from ui.reports.delivery import size
from ui.reports.times import Times
from ui.settings.facts_card import FactsCard
from ui.settings.hooks import Hooks
from ui.settings.laptop_card import LaptopCard
from ui.settings.look_card import LookCard
from ui.settings.passphrase_card import PassphraseCard
from ui.settings.people_card import PeopleCard
from ui.settings.tariff_card import TariffCard
from ui.shell.status_words import DeskFacts, link_words, read_facts, role_words, space_words
from ui.theme.panels import InlineMessage, MessageKind, PageHeader
from ui.theme.tokens import GAP_L, GAP_M, GAP_XL


@dataclass(frozen=True, slots=True)
class Facts:
    """What the page shows of the store.

    Args:
        people: who is on the lock screen.
        me: the one who is in.
        unit: their unit's code.
        desk: what waits, and their role.
        figures: how much there is.
        packs: forms and code lists that HQ published.
        tariff: what the link costs, or None.
    """

    people: tuple[Inhabitant, ...]
    me: str
    unit: str
    desk: DeskFacts
    figures: StoreFigures
    packs: Installed
    tariff: Tariff | None


class SettingsPage(Page):
    """Everything takes effect at once and says so.

    Args:
        context: what pages are given.
        hooks: see `Hooks`.
    """

    name = "settings"

    def __init__(self, context: PageContext, hooks: Hooks) -> None:
        super().__init__()
        self._context = context
        self._hooks = hooks
        self._facts: Facts | None = None
        self._header = PageHeader("")
        self._message = InlineMessage()
        self._people = PeopleCard(context.profile.units, context.entropy)
        self._passphrase = PassphraseCard(context.entropy)
        self._look = LookCard(hooks.looks)
        self._laptop = LaptopCard(hooks.lock_time, hooks.autostart)
        self._tariff = TariffCard()
        self._try = QPushButton()
        self._try.setObjectName("try now")
        set_icon(self._try, "refresh-cw")
        self._link, self._storage, self._about = FactsCard(self._try), FactsCard(), FactsCard()
        self._build()
        self._people.wanted.connect(self._add)
        self._people.unwanted.connect(self._remove)
        self._passphrase.wanted.connect(self._change)
        self._tariff.wanted.connect(self._keep_tariff)
        self._try.clicked.connect(self._try_now)
        self.translated()

    def opened(self, target: object) -> None:
        self._laptop.show_start()
        self._read()

    def changed(self, changes: Changes) -> None:
        if self.isVisible():
            self._read()

    def link_changed(self, link: LinkState) -> None:
        if self.isVisible():
            self._show_facts()

    def translated(self) -> None:
        self._header.set_texts(tr("Settings", "Settings"))
        self._try.setText(tr("Settings", "Try now"))
        for card in (self._people, self._passphrase, self._look, self._laptop, self._tariff):
            card.translated()
        self._show_facts()

    def _build(self) -> None:
        first, second = QVBoxLayout(), QVBoxLayout()
        for column, cards in (
            (first, (self._look, self._people, self._passphrase, self._laptop)),
            (second, (self._link, self._tariff, self._storage, self._about)),
        ):
            column.setSpacing(GAP_L)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
        ground = QWidget()
        ground.setProperty("part", "ground")
        row = QHBoxLayout(ground)
        row.setContentsMargins(0, 0, GAP_M, 0)
        row.setSpacing(GAP_L)
        row.addLayout(first, 1)
        row.addLayout(second, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(ground)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_XL, GAP_XL, GAP_XL, GAP_L)
        column.setSpacing(GAP_M)
        column.addWidget(self._header)
        column.addWidget(self._message)
        column.addWidget(area, 1)

    # -- reading

    def _read(self) -> None:
        household = self._hooks.household

        def read(desk: Desk) -> Facts:
            return Facts(
                people=household.people(desk),
                me=desk.keys.slot.label,
                unit=desk.unit(),
                desk=read_facts(desk),
                figures=store_figures(desk.store),
                packs=installed_packs(desk.home, desk.profile.admin),
                tariff=read_tariff(desk.store),
            )

        self._context.operations.read(self, read, self._take, self._fail)

    def _take(self, facts: Facts) -> None:
        if self._facts is None or facts.tariff != self._facts.tariff:
            # Only then, so that nothing overwrites what is being typed.
            self._tariff.show_tariff(facts.tariff)
        self._facts = facts
        self._message.clear()
        self._show_facts()

    def _fail(self, error: FieldError) -> None:
        self._message.show_message(MessageKind.ERROR, lambda: tell(error).text)

    def _show_facts(self) -> None:
        facts = self._facts
        if facts is not None:
            self._people.show_people(facts.people, facts.me)
        self._show_link(facts)
        self._show_storage(facts)
        self._show_about(facts)

    def _show_link(self, facts: Facts | None) -> None:
        link, context = self._context.link(), self._context
        times = Times.of(context)
        said = link_words(link, None if facts is None else facts.desk, times)
        last = "" if link.last_contact is None else times.local(link.last_contact)
        self._link.show_facts(
            tr("Settings", "Link to HQ"),
            (
                (tr("Settings", "State"), said.text),
                (tr("Settings", "HQ's address"), context.profile.server),
                (tr("Settings", "HQ last answered"), last),
            ),
        )

    def _show_storage(self, facts: Facts | None) -> None:
        figures = None if facts is None else facts.figures
        held = "" if figures is None else str(figures.reports)
        photos = "0"
        if figures is not None and figures.photos:
            photos = tr(
                "Settings",
                "{count} ({size})",
                count=figures.photos,
                size=size(figures.photo_bytes),
            )
        self._storage.show_facts(
            tr("Settings", "Storage"),
            (
                (tr("Settings", "Disk"), space_words(self._hooks.free()).text),
                (tr("Settings", "Reports here"), held),
                (tr("Settings", "Photos and files here"), photos),
                (
                    tr("Settings", "Encrypted file"),
                    "" if figures is None else size(figures.file_bytes),
                ),
            ),
        )

    def _show_about(self, facts: Facts | None) -> None:
        profile = self._context.profile
        self._about.show_facts(
            tr("Settings", "About"),
            (
                (tr("Settings", "Version"), APP_VERSION),
                (tr("Settings", "Mission"), f"{profile.name} ({profile.mission})"),
                (tr("Settings", "HQ's fingerprint"), profile.fingerprint),
                (tr("Settings", "Forms"), self._edition(facts, PackKind.FORMS)),
                (tr("Settings", "Code lists"), self._edition(facts, PackKind.CODES)),
                (tr("Settings", "Your unit"), "" if facts is None else facts.unit),
                (tr("Settings", "You may work as"), role_words(self._context.role)),
            ),
        )

    def _edition(self, facts: Facts | None, kind: PackKind) -> str:
        if facts is None:
            return ""
        version = facts.packs.version(kind)
        if not version:
            return tr("Settings", "As delivered with the app")
        if version > self._context.catalog.packs.version(kind):
            return tr(
                "Settings", "Version {number} is used from the next unlocking on", number=version
            )
        return tr("Settings", "Version {number} from HQ", number=version)

    # -- doing

    def _add(self, colleague: Colleague) -> None:
        self._context.operations.run(
            self,
            lambda desk: self._hooks.household.add(desk, colleague),
            lambda _changes: self._added(colleague.name),
            self._people.failed,
        )

    def _added(self, name: str) -> None:
        self._people.done(name)
        self._read()

    def _remove(self, wanted: Removal) -> None:
        self._context.operations.run(
            self,
            lambda desk: self._hooks.household.remove(desk, wanted),
            lambda _changes: self._hooks.lock(),
            self._people.not_removed,
        )

    def _change(self, wanted: NewSecret) -> None:
        def done(_changes: Changes) -> None:
            self._passphrase.done()
            if wanted.known:
                # The key that this process came in with opens nothing any more.
                self._hooks.lock()

        self._context.operations.run(
            self,
            lambda desk: self._hooks.household.change(desk, wanted),
            done,
            self._passphrase.failed,
        )

    def _keep_tariff(self, tariff: Tariff | None) -> None:
        def keep(desk: Desk) -> Changes:
            keep_tariff(desk.store, tariff)
            return Changes(delivery=True)

        self._context.operations.run(
            self, keep, lambda _changes: self._tariff.done(), self._tariff.failed
        )

    def _try_now(self) -> None:
        try:
            self._hooks.try_now()
        except FieldError as error:
            self._fail(error)
