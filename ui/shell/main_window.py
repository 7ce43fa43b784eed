"""The window: locked, being set up, or the workplace of the person who is in."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ui.i18n import tr
from ui.icons import set_icon
from ui.shell.cover_key import COVER_KEY, CoverKey, close_above
from ui.shell.keys import enter_presses
from ui.theme.panels import text_label

FIRST_SIZE = QSize(1280, 720)
SMALLEST = QSize(900, 480)
"""A screen of 1366 by 768 pixels at 150 per cent, without the system's bar."""


class MainWindow(QMainWindow):
    """Shows one of the three; a person at the next chair sees the cover after one key.

    Args:
        may_close: asked before the window closes; True lets it.

    Signals:
        lock_wanted: the person pressed the keys that lock.
        menu_wanted: the settings button of a locked window was pressed; carries that button.
    """

    lock_wanted = Signal()
    menu_wanted = Signal(object)

    def __init__(self, may_close: Callable[[], bool]) -> None:
        super().__init__()
        self._may_close = may_close
        self._stack = QStackedWidget()
        self._cover = _Cover()
        self._stack.addWidget(self._cover)
        self._content: QWidget | None = None
        self.setCentralWidget(self._stack)
        self._more = QPushButton()
        self._more.setObjectName("settings")
        self._more.setProperty("look", "quiet")
        set_icon(self._more, "languages")
        self._more.clicked.connect(lambda: self.menu_wanted.emit(self._more))
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addPermanentWidget(self._more)
        self.setMinimumSize(SMALLEST)
        self.resize(FIRST_SIZE.boundedTo(self.screen().availableSize()))
        lock = QShortcut(QKeySequence("Ctrl+L"), self)
        lock.activated.connect(self.lock_wanted)
        self._cover_key = CoverKey()
        self._cover_key.pressed.connect(self.toggle_cover)
        self.translated()

    @property
    def content(self) -> QWidget | None:
        """What the window holds: lock screen, set-up or workplace."""
        return self._content

    @property
    def covered(self) -> bool:
        """Whether the cover hides the content."""
        return self._content is not None and self._stack.currentWidget() is self._cover

    def show_content(self, content: QWidget, *, locked: bool) -> None:
        """Replaces what the window holds; the former content is deleted.

        Args:
            content: lock screen, set-up or workplace.
            locked: offers language and look itself, since nothing else does.
        """
        self.statusBar().setVisible(locked)
        former, self._content = self._content, content
        self._stack.addWidget(content)
        self._stack.setCurrentWidget(content)
        if former is not None:
            self._stack.removeWidget(former)
            former.deleteLater()
        # Otherwise the first button of the window would have the keyboard.
        (content.focusWidget() or content).setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Holds nothing; the former content is deleted before this returns."""
        former, self._content = self._content, None
        self._stack.setCurrentWidget(self._cover)
        if former is not None:
            self._stack.removeWidget(former)
            former.setParent(None)
            former.deleteLater()

    def toggle_cover(self) -> None:
        """Hides the content from a person who leans over, or shows it again. No lock.

        Menus and windows above this one are closed: a photo, a choice of files.
        """
        if self._content is None:
            return
        if self.covered:
            self._stack.setCurrentWidget(self._content)
            return
        self._stack.setCurrentWidget(self._cover)
        close_above(self)
        self.activateWindow()
        self.repaint()

    def translated(self) -> None:
        """Sets every text again."""
        self.setWindowTitle(tr("Shell", "Field reports"))
        self._cover.translated()
        self._more.setText(tr("Shell", "Language and appearance"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not enter_presses(event):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close():
            event.accept()
        else:
            event.ignore()


class _Cover(QWidget):
    """An empty page that says only how to come back."""

    def __init__(self) -> None:
        super().__init__()
        self._text = text_label("", "muted")
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.addWidget(self._text)

    def translated(self) -> None:
        self._text.setText(
            tr("Shell", "Covered. Press {key} to go on.", key=COVER_KEY.name.removeprefix("Key_"))
        )
