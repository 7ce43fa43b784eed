"""The page of the map: where reports are, filtered by type and period, each one press away."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QStyle, QToolButton, QVBoxLayout, QWidget

from fieldapp.changes import Changes
from fieldapp.errors import FieldError
from fieldapp.store.lane import CancelToken
from fieldapp.units import EventId
from ui.i18n import listed, tr, tr_count
from ui.map.card import MapCard
from ui.map.filter_bar import FilterBar
from ui.map.legend import Legend
from ui.map.measure import MeasureTool
from ui.map.measure_panel import MeasurePanel
from ui.map.model import Sightings, first_view, read_sightings
from ui.map.pack import MapPack, MapPackRefused, world_pack
from ui.map.saving import MapSaving
from ui.map.view import MapView
from ui.messages import tell
from ui.pages import Page, PageContext
from ui.reports.names import report_types
from ui.reports.times import Times
from ui.theme.panels import InlineMessage, MessageKind, PageHeader
from ui.theme.tokens import GAP_L, GAP_M, GAP_S, GAP_XL


class MapPage(Page):
    """Shows every report that has a grid; says how many have none.

    Args:
        context: what pages are given.
        pack: the map; the shipped one when left out.
    """

    name = "map"

    def __init__(self, context: PageContext, pack: MapPack | None = None) -> None:
        super().__init__()
        self._context = context
        self._pack = pack
        self._reading: CancelToken | None = None
        self._shown: Sightings | None = None
        self._fitted = False
        self._stale = True
        self._header = PageHeader("")
        self._filters = FilterBar()
        self._legend = Legend()
        self._message = InlineMessage()
        self._field = _Field()
        self._view: MapView | None = None
        self._saving: MapSaving | None = None
        self._tool = MeasureTool(self)
        self._measured = MeasurePanel(self._tool)
        self._card = MapCard(self._field)
        self._build()
        self.translated()

    @property
    def view(self) -> MapView | None:
        """The map, from the first opening of the page on; None where its file cannot be read."""
        return self._view

    def opened(self, target: object) -> None:
        if self._view is None:
            self._open_map()
        if self._stale:
            self._read()
        if self._view is not None:
            self._view.setFocus()

    def changed(self, changes: Changes) -> None:
        if not changes.reports:
            return
        self._stale = True
        if self.isVisible() and self._view is not None:
            self._read()

    def translated(self) -> None:
        context = self._context
        types = report_types(context)
        self._filters.show_types(types)
        times = Times.of(context)
        self._card.use_words(dict(types), times)
        self._card.translated()
        self._legend.show_types(types)
        self._measured.translated()
        if self._saving is not None:
            self._saving.translated()
        if self._view is not None:
            self._view.translated()
        self._count()

    # -- building

    def _build(self) -> None:
        self._header.add(self._filters)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_XL, GAP_L, GAP_XL, GAP_M)
        column.setSpacing(GAP_S)
        column.addWidget(self._header)
        column.addWidget(self._message)
        column.addWidget(self._field, 1)
        column.addWidget(self._legend)
        self._filters.wanted.connect(self._read)
        self._message.acted.connect(self._filters.clear)
        self._card.opened.connect(self._go)
        self._card.closed.connect(self._close_card)
        self._measured.closed.connect(self._stop_measuring)
        self._measured.resized.connect(self._place_card)
        self._field.resized = self._place_card

    def _open_map(self) -> None:
        try:
            pack = self._pack or world_pack()
            view = MapView(pack)
        except MapPackRefused as error:
            self._say(error)
            return
        self._view = view
        self._field.hold(view)
        self._card.raise_()
        view.picked.connect(self._pick)
        view.opened.connect(self._go)
        view.fit_wanted.connect(self._fit)
        self._card.turned.connect(view.select)
        self._measured.setParent(view)
        measure = view.tools.add("measure", "ruler", lambda: tr("Map", "Measure"), "M")
        measure.setCheckable(True)
        measure.toggled.connect(self._measure)
        view.left.connect(self._stop_measuring)
        saving = self._saving = MapSaving(self._context, view, pack, self._legend)
        saving.saved.connect(self._say_saved)
        saving.failed.connect(self._say)
        view.aimed.connect(lambda: self._measured.point_to(view.aim))
        self._tool.changed.connect(view.update)
        view.translated()

    # -- reading

    def _read(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
        types, since = self._filters.types, self._filters.since(self._context.clock.now())
        self._reading = self._context.operations.read(
            self, lambda desk: read_sightings(desk, types, since), self._show, self._say
        )

    def _show(self, found: Sightings) -> None:
        self._stale, self._shown = False, found
        view = self._view
        if view is None:
            return
        self._message.clear()
        view.show_sightings(found.found)
        self._card.renew(found.found)
        if not self._fitted:
            self._fitted = True
            self._fit()
        self._count()
        if not found.found and self._filters.narrowed:
            self._message.show_message(
                MessageKind.INFO,
                lambda: tr("Map", "No report with a grid fits these filters."),
                lambda: tr("Map", "Show all"),
            )

    def _count(self) -> None:
        text = ""
        if self._shown is not None:
            count, without = len(self._shown.found), self._shown.without
            parts = [tr_count("Map", "1 report on the map", "{count} reports on the map", count)]
            if without:
                parts.append(
                    tr_count("Map", "1 more has no grid", "{count} more have no grid", without)
                )
            text = listed(parts)
            if not count and not without:
                text = tr("Map", "No reports yet. Those with a grid appear here.")
        self._header.set_texts(tr("Map", "Map"), text)

    def _say(self, error: FieldError) -> None:
        self._message.show_message(MessageKind.ERROR, lambda: tell(error).text)

    def _say_saved(self, name: str) -> None:
        self._message.show_message(
            MessageKind.INFO, lambda: tr("Map", "Saved as {name}.", name=name)
        )

    # -- what the person does

    def _pick(self, found: object) -> None:
        if isinstance(found, tuple):
            self._card.show_sightings(found)
            self._place_card()
            if found and self._view is not None:
                self._view.keep_clear(self._card.geometry())

    def _close_card(self) -> None:
        self._card.show_sightings(())
        if self._view is not None:
            self._view.select(None)
            self._view.setFocus()

    def _measure(self, wanted: bool) -> None:
        view = self._view
        if view is None:
            return
        self._card.show_sightings(())
        view.select(None)
        self._tool.clear()
        view.use_tool(self._tool if wanted else None)
        self._measured.setVisible(wanted)
        self._measured.point_to(view.aim)
        self._place_card()
        view.setFocus()

    def _stop_measuring(self) -> None:
        button = None if self._view is None else self._view.tools.findChild(QToolButton, "measure")
        if button is not None:
            button.setChecked(False)

    def _fit(self) -> None:
        if self._view is not None:
            found = () if self._shown is None else self._shown.found
            base = self._context.profile.base_square
            self._view.look(first_view(self._view.camera, found, base))

    def _go(self, report: EventId) -> None:
        self._context.go("report", report)

    def _place_card(self) -> None:
        inner = self._field.rect().adjusted(GAP_M, GAP_M, -GAP_M, -GAP_M)
        top = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop
        for panel in (self._card, self._measured):
            panel.adjustSize()
            size = QSize(panel.width(), panel.height())
            box: QRect = QStyle.alignedRect(self.layoutDirection(), top, size, inner)
            panel.move(box.topLeft())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange and hasattr(self, "_card"):
            self._place_card()


class _Field(QWidget):
    """Room for the map; the card lies upon it."""

    def __init__(self) -> None:
        super().__init__()
        self.resized = _nothing
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)

    def hold(self, view: QWidget) -> None:
        self._grid.addWidget(view, 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized()


def _nothing() -> None:
    """Nobody cares yet."""
