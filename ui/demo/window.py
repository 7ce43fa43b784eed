"""The rehearsal's own window: the link switch, who is who, and what to try."""

import signal
import sys
import tempfile
import threading
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QPushButton, QVBoxLayout, QWidget

from fieldapp.errors import FieldError
from ui.demo.rehearsal import CAST, OFFICER, PATROL, Actor, Rehearsal
from ui.i18n import tr
from ui.theme.apply import apply_theme, themed_application
from ui.theme.panels import Card, InlineMessage, MessageKind, PageHeader, text_label
from ui.theme.tokens import GAP_L, GAP_M

_CONTEXT = "Demo"
_WIDTH = 460
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
        window = DemoWindow(stage)
        window.show()
        window.begin()
        app.exec()
        window.wait()


class _Setup(QObject):
    """Sets the cast up beside the window, since it takes some seconds.

    Signals:
        done: everything is ready, or the `FieldError` that stopped it.
    """

    done = Signal(object)

    def __init__(self, stage: Rehearsal) -> None:
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
    """The switch that cuts and restores the link, the passphrases, and buttons to open windows."""

    def __init__(self, stage: Rehearsal) -> None:
        super().__init__()
        self._stage = stage
        self._setup = _Setup(stage)
        self._setup.done.connect(self._ready, Qt.ConnectionType.QueuedConnection)
        self.setWindowTitle(tr(_CONTEXT, "Rehearsal"))
        self.setFixedWidth(_WIDTH)
        self._message = InlineMessage()
        self._switch = QPushButton()
        self._switch.setCheckable(True)
        self._switch.toggled.connect(self._cut)
        self._openers: dict[str, QPushButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP_L, GAP_L, GAP_L, GAP_L)
        layout.setSpacing(GAP_M)
        layout.addWidget(PageHeader(tr(_CONTEXT, "Rehearsal")))
        layout.addWidget(self._message)
        layout.addWidget(self._switch)
        layout.addWidget(self._people())
        layout.addWidget(self._to_try())
        layout.addStretch(1)
        self._tell_link()
        self._enable(False)

    def begin(self) -> None:
        """Starts HQ and sets everybody up."""
        self._message.show_message(
            MessageKind.INFO, tr(_CONTEXT, "Setting up. This takes about half a minute.")
        )
        self._setup.start()

    def wait(self) -> None:
        """Until nothing of the set-up runs any more."""
        self._setup.wait()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        QApplication.quit()

    def _people(self) -> QWidget:
        card = Card()
        grid = QGridLayout(card)
        for row, actor in enumerate(CAST):
            opener = QPushButton(tr(_CONTEXT, "Open"))
            opener.setAccessibleName(tr(_CONTEXT, "Open the window of {name}", name=actor.name))
            opener.clicked.connect(lambda _=False, who=actor: self._open(who))
            self._openers[actor.key] = opener
            secret = text_label(actor.passphrase)
            secret.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(text_label(actor.name), row, 0)
            grid.addWidget(secret, row, 1)
            grid.addWidget(opener, row, 2)
        grid.setColumnStretch(1, 1)
        return card

    def _to_try(self) -> QWidget:
        steps = (
            tr(_CONTEXT, "Cut the link, then file a report as {name}.", name=PATROL.name),
            tr(_CONTEXT, "Look at Outbox: it waits. Restore the link: HQ receives it."),
            tr(_CONTEXT, "As {name}, open Review and ask a question.", name=OFFICER.name),
            tr(_CONTEXT, "As {name}, amend the report and say why.", name=PATROL.name),
            tr(_CONTEXT, "As {name}, check it again and accept.", name=OFFICER.name),
        )
        card = Card()
        layout = QVBoxLayout(card)
        layout.addWidget(text_label(tr(_CONTEXT, "What to try"), "heading"))
        for number, step in enumerate(steps, start=1):
            layout.addWidget(text_label(f"{number}. {step}"))
        return card

    def _ready(self, error: FieldError | None) -> None:
        if error is not None:
            self._message.show_message(MessageKind.ERROR, error.message)
            return
        self._message.hide()
        self._enable(True)
        self._open(PATROL)
        self._open(OFFICER)

    def _open(self, actor: Actor) -> None:
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
