"""The person's own filters: a menu to choose one, and a line to name a new one."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QPushButton, QWidget

from fieldapp.store.saved import LONGEST_NAME, SavedFilter
from ui.i18n import tr
from ui.icons import set_icon
from ui.theme.tokens import GAP_S


class SavedFilters(QObject):
    """Two parts that the search bar places: ``button`` with the menu, and ``naming`` below.

    Signals:
        chosen: the `SavedFilter` to use.
        named: a name under which to keep the present filters.
        dropped: name of a filter to forget.
    """

    chosen = Signal(object)
    named = Signal(str)
    dropped = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._saved: tuple[SavedFilter, ...] = ()
        self._savable = False
        self.button = QPushButton()
        self.button.setObjectName("saved filters")
        self.button.setProperty("look", "chip")
        self.button.setAutoDefault(False)
        set_icon(self.button, "star")
        self._menu = QMenu(self.button)
        self._menu.aboutToShow.connect(self._fill)
        self.button.setMenu(self._menu)
        self.naming = QWidget()
        self._label = QLabel()
        self._name = QLineEdit()
        self._name.setObjectName("filter name")
        self._name.setMaxLength(LONGEST_NAME)
        self._label.setBuddy(self._name)
        self._save = QPushButton()
        self._save.setObjectName("save filter")
        self._save.setProperty("look", "primary")
        self._cancel = QPushButton()
        row = QHBoxLayout(self.naming)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_S)
        row.addWidget(self._label)
        row.addWidget(self._name, 1)
        row.addWidget(self._save)
        row.addWidget(self._cancel)
        self.naming.hide()
        self._name.textChanged.connect(lambda text: self._save.setEnabled(bool(text.strip())))
        self._name.returnPressed.connect(self._done)
        self._save.clicked.connect(self._done)
        self._cancel.clicked.connect(self._close)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.naming)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._close)

    def show_saved(self, saved: Sequence[SavedFilter]) -> None:
        """The filters to choose from."""
        self._saved = tuple(saved)

    def can_save(self, savable: bool) -> None:
        """Whether anything is filtered just now."""
        self._savable = savable
        if not savable:
            self._close()

    def translated(self) -> None:
        """Sets every text again."""
        self.button.setText(tr("Reports", "Saved"))
        self.button.setAccessibleName(tr("Reports", "Saved filters"))
        self._label.setText(tr("Reports", "&Name of these filters"))
        self._name.setAccessibleName(tr("Reports", "Name of these filters"))
        self._save.setText(tr("Reports", "Save"))
        self._save.setEnabled(bool(self._name.text().strip()))
        self._cancel.setText(tr("Reports", "Cancel"))

    def _fill(self) -> None:
        menu = self._menu
        menu.clear()
        for saved in self._saved:
            action = menu.addAction(saved.name.replace("&", "&&"))
            action.triggered.connect(lambda _on=False, one=saved: self.chosen.emit(one))
        if not self._saved:
            menu.addAction(tr("Reports", "No saved filters yet")).setEnabled(False)
        menu.addSeparator()
        save = menu.addAction(tr("Reports", "Save these filters"))
        save.setEnabled(self._savable)
        save.triggered.connect(self._begin)
        if self._saved:
            below = menu.addMenu(tr("Reports", "Remove"))
            for saved in self._saved:
                action = below.addAction(saved.name.replace("&", "&&"))
                action.triggered.connect(lambda _on=False, name=saved.name: self.dropped.emit(name))

    def _begin(self) -> None:
        self._name.clear()
        self.naming.show()
        self._name.setFocus()

    def _done(self) -> None:
        name = " ".join(self._name.text().split())
        if name:
            self._close()
            self.named.emit(name)

    def _close(self) -> None:
        if self.naming.isVisible():
            self.naming.hide()
            self.button.setFocus()
