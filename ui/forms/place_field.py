"""The name of a place: typed freely, with known places offered on the way."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QListView, QWidget

from ui.forms.context import TypedNote
from ui.forms.places import PlaceBook, PlaceHit
from ui.forms.text_fields import TextField
from ui.i18n import listed, tr


class PlaceField(TextField):
    """A line of text that offers places; what is typed stays as typed.

    Args:
        book: the places.

    Signals:
        named: a `PlaceHit`, when one was chosen or its name was typed and the field left.
    """

    named = Signal(object)

    def __init__(self, book: PlaceBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._told = ""
        self._hits: tuple[PlaceHit, ...] = ()
        self._rows = QStandardItemModel(self)
        self._list = QListView()
        self._list.setProperty("popup", "true")
        # Set as the line's own completer, it would write into the line what is only looked at.
        self._completer = QCompleter(self._rows, self)
        self._completer.setWidget(self.edit)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setPopup(self._list)
        self._list.clicked.connect(self._pick)
        self._list.installEventFilter(self)
        self.left.connect(self._tell)
        self.retranslate()

    def take(self, text: str) -> None:
        super().take(text)
        self._offer(text)

    def _offer(self, text: str) -> None:
        self._hits = self._book.find(text)
        self._rows.clear()
        for hit in self._hits:
            item = QStandardItem(_words(hit))
            item.setEditable(False)
            self._rows.appendRow(item)
        alone = len(self._hits) == 1 and self._hits[0].name == text
        if self._hits and not alone:
            self._completer.complete()
        else:
            self._list.hide()

    def _pick(self, index: QModelIndex) -> None:
        self._list.hide()
        if index.isValid():
            hit = self._hits[index.row()]
            self.edit.setText(hit.name)
            super().take(hit.name)
            self._told = hit.name
            self.named.emit(hit)

    def _tell(self) -> None:
        text = self.edit.text()
        hit = self._book.named(text)
        if hit is not None and text != self._told and not self._list.isVisible():
            self._told = text
            self.named.emit(hit)

    def show_answer(self, value: str, note: TypedNote | None) -> None:
        self._told = value
        super().show_answer(value, note)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._list and event.type() is QEvent.Type.KeyPress:
            key = getattr(event, "key", lambda: None)()
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._list.currentIndex().isValid():
                self._pick(self._list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def retranslate(self) -> None:
        self._list.setAccessibleName(tr("forms", "Known places"))


def _words(hit: PlaceHit) -> str:
    source = "" if hit.last is not None else tr("forms", "on the map")
    return listed([hit.name, hit.grid, source], " · ")
