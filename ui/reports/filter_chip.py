"""One filter as a chip: says what is chosen, and offers the choices in a menu that stays open."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from ui.i18n import listed, tr


class ChoiceMenu(QMenu):
    """A menu in which several things can be ticked one after the other."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._tick(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Space or not self._tick(self.activeAction()):
            super().keyPressEvent(event)

    def _tick(self, action: QAction | None) -> bool:
        if action is None or not action.isCheckable() or action.actionGroup() is not None:
            return False
        action.trigger()
        return True


class FilterChip(QPushButton):
    """A filter with a menu; empty means that it leaves nothing out.

    Args:
        name: object name.
        several: more than one thing can be chosen.

    Signals:
        changed: the person chose something else.
    """

    changed = Signal()

    def __init__(self, name: str, *, several: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("look", "chip")
        self.setAutoDefault(False)
        self._several = several
        self._title = ""
        self._items: tuple[tuple[str, str], ...] = ()
        self._chosen: tuple[str, ...] = ()
        self._menu = ChoiceMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        self._say()

    @property
    def chosen(self) -> tuple[str, ...]:
        """Codes of what is chosen, in the order of the choices."""
        return self._chosen

    def choose(self, codes: Sequence[str]) -> None:
        """Chooses these, as far as they are offered; tells nobody."""
        offered = [code for code, _ in self._items]
        self._chosen = tuple(code for code in offered if code in codes)
        self._say()

    def set_texts(self, title: str, items: Sequence[tuple[str, str]]) -> None:
        """Sets every word again.

        Args:
            title: what is filtered by.
            items: code and words of each choice.
        """
        self._title = title
        self._items = tuple(items)
        self.choose(self._chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._chosen:
            self._take(())
            return
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.showMenu()
            return
        super().keyPressEvent(event)

    def _fill(self) -> None:
        self._menu.clear()
        every = self._menu.addAction(tr("Reports", "All"))
        every.setEnabled(bool(self._chosen))
        every.triggered.connect(lambda: self._take(()))
        self._menu.addSeparator()
        for code, words in self._items:
            action = self._menu.addAction(words)
            action.setData(code)
            action.setCheckable(True)
            action.setChecked(code in self._chosen)
            action.triggered.connect(lambda on, one=code: self._toggle(one, on=on))

    def _toggle(self, code: str, *, on: bool) -> None:
        if not self._several:
            self._take((code,) if on else ())
            for action in self._menu.actions():
                action.setChecked(action.data() in self._chosen)
            return
        others = [one for one in self._chosen if one != code]
        self._take((*others, code) if on else tuple(others))

    def _take(self, codes: Sequence[str]) -> None:
        self.choose(codes)
        self.changed.emit()

    def _say(self) -> None:
        words = [text for code, text in self._items if code in self._chosen]
        text = self._title
        if len(words) == 1:
            text = tr("Reports", "{filter}: {choice}", filter=self._title, choice=words[0])
        elif words:
            text = tr(
                "Reports",
                "{filter}: {choice} +{more}",
                filter=self._title,
                choice=words[0],
                more=len(words) - 1,
            )
        self.setText(text)
        self.setToolTip(listed(words))
        self.setAccessibleName(text)
        self.setProperty("active", bool(words))
        self.style().unpolish(self)
        self.style().polish(self)
