"""What this laptop does by itself: when it locks, and whether it sends before the app is opened."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLabel, QSpinBox, QVBoxLayout

from fieldapp.errors import FieldError
from sync.field.autostart import Autostart
from ui.i18n import tr
from ui.messages import tell
from ui.settings.hooks import LockTime
from ui.spin import name_field
from ui.theme.panels import Card, InlineMessage, MessageKind, text_label
from ui.theme.tokens import GAP_L, GAP_M, GAP_S


class LaptopCard(Card):
    """Two choices that take effect at once.

    Args:
        lock_time: see `LockTime`.
        autostart: the entry of this installation in the system's list.
    """

    def __init__(self, lock_time: LockTime, autostart: Autostart) -> None:
        super().__init__()
        self._lock_time = lock_time
        self._autostart = autostart
        self._title = text_label("", "heading")
        self._label, self._minutes = QLabel(), QSpinBox()
        self._minutes.setObjectName("lock minutes")
        self._minutes.setRange(1, lock_time.most)
        self._minutes.setValue(lock_time.minutes())
        self._label.setBuddy(self._minutes)
        self._start, self._hint = QCheckBox(), text_label("", "muted")
        self._start.setObjectName("autostart")
        self._said = InlineMessage()
        self._said.setObjectName("autostart message")
        self._build()
        self._minutes.valueChanged.connect(lock_time.use)
        self._start.clicked.connect(self._turn)

    def show_start(self) -> None:
        """Looks again whether the system starts the sender; it can be switched off there, too."""
        self._start.setChecked(self._autostart.is_on())

    def translated(self) -> None:
        """Sets every text again."""
        self._title.setText(tr("Settings", "This laptop"))
        self._label.setText(tr("Settings", "Minutes until it loc&ks itself"))
        name_field(self._minutes, tr("Settings", "Minutes until it locks itself"))
        self._start.setText(tr("Settings", "Send reports when this computer starts"))
        self._hint.setText(
            tr(
                "Settings",
                "Reports then leave also while nobody has opened the app. They are sealed; "
                "nothing can be read that way.",
            )
        )

    def _build(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(GAP_L)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        form.addRow(self._label, self._minutes)
        start = QVBoxLayout()
        start.setSpacing(GAP_S)
        start.addWidget(self._start)
        start.addWidget(self._hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GAP_L, GAP_L, GAP_L)
        column.setSpacing(GAP_M)
        column.addWidget(self._title)
        column.addLayout(form)
        column.addLayout(start)
        column.addWidget(self._said)

    def _turn(self, on: bool) -> None:
        self._said.clear()
        try:
            self._autostart.turn(on)
        except FieldError as error:
            refused = error
            self._said.show_message(MessageKind.WARNING, lambda: tell(refused).text)
        self.show_start()
