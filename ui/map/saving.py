"""Brings the view of the map to a file, marked as high as the highest report on it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from fieldapp.errors import FieldError
from fieldapp.files import write_atomically
from fieldapp.people import Desk
from ui.i18n import tr
from ui.map.chrome import disclaimer, distance_words
from ui.map.legend import Legend
from ui.map.model import Sighting
from ui.map.pack import MapPack
from ui.map.sheet import SheetMaker, SheetWords
from ui.map.view import MapView
from ui.outbox.files import choose_target, file_words
from ui.pages import PageContext
from ui.reports.marking import highest_mark
from ui.reports.times import Times

_LEVELS: Final = "c3"
Target = Callable[[QWidget, str], Path | None]


class MapSaving(QObject):
    """The button on the map that saves it, as PDF or as a picture.

    Args:
        context: what pages are given.
        view: the map.
        pack: its ground.
        legend: of the page.
        choose: asks where to; the dialog when left out.

    Signals:
        saved: name of the file that was written.
        failed: `FieldError`; nothing was written.
    """

    saved = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        context: PageContext,
        view: MapView,
        pack: MapPack,
        legend: Legend,
        choose: Target = choose_target,
    ) -> None:
        super().__init__(view)
        self._context, self._view, self._pack = context, view, pack
        self._legend, self._choose = legend, choose
        self._maker: SheetMaker | None = None
        self._path: Path | None = None
        self.button = view.tools.add("save map", "printer", _button_words, "P")
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.button)
        self._pdf = self.menu.addAction("", lambda: self._save(".pdf"))
        self._png = self.menu.addAction("", lambda: self._save(".png"))
        self.button.clicked.connect(self.button.showMenu)
        self.button.setMenu(self.menu)
        self.translated()

    def translated(self) -> None:
        """Sets every text again."""
        self._pdf.setText(tr("Map", "Save as PDF"))
        self._png.setText(tr("Map", "Save as picture"))

    def _save(self, ending: str) -> None:
        if self._maker is not None:
            return
        maker = SheetMaker(
            self._pack,
            self._view.camera,
            self._view.sightings,
            grid=self._view.grid_shown,
        )
        level = highest(self._levels(), maker.shown())
        words = f"{self._level_words(level)} {tr('Map', 'Map')} {self._moment()}"
        path = self._choose(self._view, f"{file_words(words)}{ending}")
        if path is None:
            return
        # A child, or the collection of garbage in a painting thread would be its end.
        maker.setParent(self)
        self._maker, self._path = maker, path
        if maker.is_ready:
            self._write()
        else:
            maker.ready.connect(self._write)

    def _write(self) -> None:
        maker, path = self._maker, self._path
        if maker is None or path is None:
            return
        items = self._legend.items
        sheet = maker.finished([sample for sample, _ in items], self._words(maker))

        def work(_desk: Desk) -> str:
            content = sheet.png() if path.suffix.lower() == ".png" else sheet.pdf()
            write_atomically(path, content)
            return path.name

        def done(name: str) -> None:
            self._put_away()
            self.saved.emit(name)

        def refused(error: FieldError) -> None:
            self._put_away()
            self.failed.emit(error)

        self._context.operations.read(self, work, done, refused)

    def _put_away(self) -> None:
        maker, self._maker, self._path = self._maker, None, None
        if maker is not None:
            maker.deleteLater()

    def _words(self, maker: SheetMaker) -> SheetWords:
        def scale(metres: int, one_to: int) -> str:
            return tr(
                "Map",
                "{length}, about 1 : {scale}",
                length=distance_words(metres),
                scale=f"{one_to:,}".replace(",", " "),
            )

        shown = maker.shown()
        now = self._context.clock.now()
        return SheetWords(
            marking=self._level_words(highest(self._levels(), shown)).upper(),
            title=tr("Map", "Map of reports"),
            made=tr("Map", "As on {time}", time=Times.of(self._context).group(now)),
            notes=(tr("Map", "Grid: MGRS on WGS 84. True north is up."), disclaimer()),
            north=tr("Map", "North"),
            legend=[words for _, words in self._legend.items],
            scale=scale,
            right_to_left=QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft,
        )

    def _levels(self) -> Sequence[str]:
        return [item.name for item in self._context.catalog.codes.items(_LEVELS)]

    def _level_words(self, level: str) -> str:
        codes, language = self._context.catalog.codes, self._context.language()
        return codes.label(_LEVELS, level, language)

    def _moment(self) -> str:
        return Times.of(self._context).group(self._context.clock.now())


def highest(levels: Sequence[str], found: Sequence[Sighting]) -> str:
    """The highest classification of reports; see `highest_mark`."""
    return highest_mark(levels, [one.row.classification for one in found])


def _button_words() -> str:
    return tr("Map", "Save the map")
