"""The rehearsal's own window: the link switch, who is who, and what to try step by step."""

import signal
import sys
import tempfile
import threading
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from fieldapp.errors import FieldError
from ui.demo.rehearsal import CAST, OFFICER, PATROL, SECOND, Actor, Rehearsal
from ui.i18n import tr
from ui.preferences import Preferences, save_preferences
from ui.shell.keys import enter_presses
from ui.shell.main_window import SMALLEST
from ui.theme.apply import apply_theme, themed_application
from ui.theme.panels import Card, InlineMessage, MessageKind, text_label
from ui.theme.tokens import GAP_L, GAP_M, GAP_S

_CONTEXT = "Demo"
STRIP = 150
"""Height of the rehearsal's strip in pixels."""
_FRAME = 32
"""Room for the title of a window, in pixels."""
_WAKE_MS = 300


def show() -> None:
    """Opens the rehearsal and returns when its window is closed; nothing is left running."""
    app = themed_application(sys.argv[0])
    apply_theme(app)
    with (
        tempfile.TemporaryDirectory(prefix="fieldapp-demo-") as folder,
        Rehearsal(Path(folder), lambda line: None) as stage,
    ):
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda _number, _frame: app.quit())
        # Python looks at signals only between its own steps; this takes one now and then.
        waking = QTimer(interval=_WAKE_MS)
        waking.timeout.connect(lambda: None)
        waking.start()
        screen = app.primaryScreen()
        window = DemoWindow(stage, screen.availableGeometry())
        window.show()
        window.begin()
        app.exec()
        window.wait()


class Switch(Protocol):
    """A link that can be cut."""

    @property
    def up(self) -> bool:
        """Whether it carries anything."""
        ...

    def cut(self) -> None:
        """Nothing comes through any more."""
        ...

    def restore(self) -> None:
        """It carries again."""
        ...


class Stage(Protocol):
    """The rehearsal as its window sees it."""

    @property
    def link(self) -> Switch:
        """The link to cut."""
        ...

    def start(self) -> None:
        """HQ serves; everybody is enrolled."""
        ...

    def approve_everybody(self) -> None:
        """HQ lets in whoever asked."""
        ...

    def field(self, actor: Actor, *words: str) -> dict[str, Any]:
        """Runs a verb as this actor."""
        ...

    def take_in_history(self, actor: Actor) -> int:
        """Older events, for the officer."""
        ...

    def home(self, actor: Actor) -> Path:
        """The actor's installation folder."""
        ...

    def spawn_desktop(self, actor: Actor) -> object:
        """Opens the actor's window."""
        ...


class _Setup(QObject):
    """Sets the cast up beside the window, since it takes some seconds.

    Signals:
        done: everything is ready, or the `FieldError` that stopped it.
    """

    done = Signal(object)

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self._stage = stage
        self._thread = threading.Thread(target=self._run, name="demo-setup")

    def start(self) -> None:
        self._thread.start()

    def wait(self) -> None:
        if self._thread.ident is not None:
            self._thread.join()

    def _run(self) -> None:
        try:
            self._stage.start()
            self._stage.approve_everybody()
            for actor in CAST:
                self._stage.field(actor, "sync", "--once")
            self._stage.take_in_history(OFFICER)
        except FieldError as error:
            self.done.emit(error)
        else:
            self.done.emit(None)


class DemoWindow(QWidget):
    """A strip along the top: the link's switch, who is who, and what to try, step by step.

    Args:
        stage: the rehearsal.
        screen: where strip and windows may be.
    """

    def __init__(self, stage: Stage, screen: QRect) -> None:
        super().__init__()
        self._stage = stage
        self._screen = screen
        self._step = 0
        self._placed: set[str] = set()
        self._setup = _Setup(stage)
        self._setup.done.connect(self._ready, Qt.ConnectionType.QueuedConnection)
        self.setWindowTitle(tr(_CONTEXT, "Rehearsal"))
        self._message = InlineMessage()
        self._switch = QPushButton()
        self._switch.setObjectName("link switch")
        self._switch.setCheckable(True)
        self._switch.toggled.connect(self._cut)
        self._openers: dict[str, QPushButton] = {}
        self._count = text_label("", "heading")
        self._text = text_label("")
        self._text.setObjectName("step")
        self._back, self._next = QPushButton(), QPushButton()
        self._back.setObjectName("step back")
        self._next.setObjectName("step next")
        self._next.setProperty("look", "primary")
        self._back.clicked.connect(lambda: self._go(-1))
        self._next.clicked.connect(lambda: self._go(1))
        row = QHBoxLayout()
        row.setSpacing(GAP_M)
        row.addWidget(self._guide(), 1)
        row.addWidget(self._people())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP_M, GAP_M, GAP_M, GAP_M)
        layout.setSpacing(GAP_S)
        layout.addWidget(self._message)
        layout.addLayout(row)
        self._tell_link()
        self._tell_step()
        self._enable(False)
        self.setGeometry(QRect(screen.topLeft(), QSize(screen.width(), STRIP)))

    def begin(self) -> None:
        """Starts HQ and sets everybody up."""
        self._message.show_message(
            MessageKind.INFO, tr(_CONTEXT, "Setting up. This takes about half a minute.")
        )
        self._setup.start()

    def wait(self) -> None:
        """Until nothing of the set-up runs any more."""
        self._setup.wait()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not enter_presses(event):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        QApplication.quit()

    # -- parts

    def _guide(self) -> QWidget:
        card = Card()
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP_S)
        buttons.addWidget(self._switch)
        buttons.addStretch(1)
        buttons.addWidget(self._back)
        buttons.addWidget(self._next)
        layout = QVBoxLayout(card)
        layout.setContentsMargins(GAP_L, GAP_M, GAP_L, GAP_M)
        layout.addWidget(self._count)
        layout.addWidget(self._text, 1)
        layout.addLayout(buttons)
        return card

    def _people(self) -> QWidget:
        card = Card()
        grid = QGridLayout(card)
        grid.setContentsMargins(GAP_L, GAP_S, GAP_L, GAP_S)
        grid.setHorizontalSpacing(GAP_L)
        for row, actor in enumerate(CAST):
            opener = QPushButton(tr(_CONTEXT, "Open"))
            opener.setObjectName(f"open {actor.key}")
            opener.setAccessibleName(tr(_CONTEXT, "Open the window of {name}", name=actor.name))
            opener.clicked.connect(lambda _=False, who=actor: self._open(who))
            self._openers[actor.key] = opener
            name, secret = text_label(actor.name), text_label(actor.passphrase)
            for label in (name, secret):
                label.setWordWrap(False)
            secret.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(name, row, 0)
            grid.addWidget(secret, row, 1)
            grid.addWidget(opener, row, 2)
        return card

    # -- steps

    def _go(self, by: int) -> None:
        self._step = min(max(self._step + by, 0), len(steps()) - 1)
        self._tell_step()

    def _tell_step(self) -> None:
        told = steps()
        number, count = self._step + 1, len(told)
        self._count.setText(tr(_CONTEXT, "Step {number} of {count}", number=number, count=count))
        self._text.setText(told[self._step])
        self._back.setText(tr(_CONTEXT, "Back"))
        self._next.setText(tr(_CONTEXT, "Next step"))
        self._back.setEnabled(self._step > 0)
        self._next.setEnabled(number < count)

    # -- windows and link

    def _ready(self, error: FieldError | None) -> None:
        if error is not None:
            self._message.show_message(MessageKind.ERROR, error.message)
            return
        self._message.hide()
        self._enable(True)
        self._open(PATROL)
        self._open(OFFICER)

    def _open(self, actor: Actor) -> None:
        if actor.key not in self._placed:
            self._placed.add(actor.key)
            place = beside(self._screen, last=actor is OFFICER)
            save_preferences(self._stage.home(actor), Preferences(geometry=geometry_at(place)))
        self._stage.spawn_desktop(actor)

    def _cut(self, cut: bool) -> None:
        if cut:
            self._stage.link.cut()
        else:
            self._stage.link.restore()
        self._tell_link()

    def _tell_link(self) -> None:
        up = self._stage.link.up
        self._switch.setText(
            tr(_CONTEXT, "The link is up. Cut it")
            if up
            else tr(_CONTEXT, "The link is cut. Restore it")
        )

    def _enable(self, ready: bool) -> None:
        for widget in (self._switch, *self._openers.values()):
            widget.setEnabled(ready)


def steps() -> tuple[str, ...]:
    """What to try, one after the other."""
    patrol, officer, second = PATROL.name, OFFICER.name, SECOND.name
    return (
        tr(
            _CONTEXT,
            "Unlock both windows with the passphrases on the right. {patrol} leads a patrol on the "
            "left, {officer} reviews at headquarters on the right.",
            patrol=patrol,
            officer=officer,
        ),
        tr(
            _CONTEXT,
            "Cut the link. As {patrol}, choose New report, then Restriction of movement, and file "
            "it. It is saved at once, and the strip at the foot says: Waiting for a link.",
            patrol=patrol,
        ),
        tr(
            _CONTEXT,
            "Restore the link. Nobody has to press anything: the report leaves by itself, and "
            "Received by HQ is said only on HQ's signed receipt. See Outbox and Sent book.",
        ),
        tr(
            _CONTEXT,
            "As {officer}, open Review, read the report and press Q to ask a question.",
            officer=officer,
        ),
        tr(
            _CONTEXT,
            "As {patrol}, open the report and answer, or correct it and say why. "
            "Both versions stay.",
            patrol=patrol,
        ),
        tr(
            _CONTEXT,
            "As {officer}, see what has changed since the question, and press A to accept.",
            officer=officer,
        ),
        tr(
            _CONTEXT,
            "Open {second}, file a report and save it to a USB stick in Outbox. Lock with Ctrl+L: "
            "what was half written is kept for the same person only.",
            second=second,
        ),
    )


def beside(screen: QRect, *, last: bool) -> QRect:
    """Half of what the strip leaves of the screen; overlapping where half is too narrow.

    Args:
        screen: all there is.
        last: the half at the end instead of the one at the beginning.
    """
    room = screen.adjusted(0, STRIP + _FRAME, 0, 0)
    size = QSize(max(room.width() // 2, SMALLEST.width()), max(room.height(), SMALLEST.height()))
    left = room.right() + 1 - size.width() if last else room.left()
    return QRect(QPoint(max(left, room.left()), room.top()), size)


def geometry_at(place: QRect) -> bytes:
    """What a window reads back as its place and size."""
    measure = QWidget()
    measure.setGeometry(place)
    return bytes(measure.saveGeometry().data())
