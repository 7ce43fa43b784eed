"""Setting up a laptop: the mission's file and code from HQ, who works here, and a passphrase."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from fieldapp.clock import Entropy
from fieldapp.errors import FieldError
from fieldapp.mission.profile import MissionProfile, read_profile
from fieldapp.units import KIB
from ui.i18n import tr
from ui.icons import set_icon
from ui.messages import tell, unexpected
from ui.shell.new_passphrase import NewPassphrase
from ui.theme.panels import Card, InlineMessage, MessageKind, text_label
from ui.theme.tokens import GAP_L, GAP_M, GAP_S, GAP_XL

_WIDTH = 600
_MAX_NAME = 60
_MAX_FILE = 256 * KIB
W = TypeVar("W", bound=QWidget)


@dataclass(frozen=True, slots=True)
class SetUp:
    """What a person gave to set up a laptop.

    Args:
        mission: the mission file.
        code: the one-time code as typed.
        person: their name.
        unit: code of their unit.
        passphrase: theirs.
    """

    mission: bytes = field(repr=False)
    code: str = field(repr=False)
    person: str
    unit: str
    passphrase: str = field(repr=False)


class SetUpPanel(QWidget):
    """Shown while nobody works on this laptop yet.

    Args:
        entropy: source of passphrases that are offered.
        mission: the mission file that is installed already, or None.

    Signals:
        wanted: a `SetUp`.
    """

    wanted = Signal(object)

    def __init__(self, entropy: Entropy, mission: bytes | None = None) -> None:
        super().__init__()
        self._raw = b""
        self._profile: MissionProfile | None = None
        self._working = False
        self._title = text_label("", "title")
        self._intro = text_label("", "muted")
        self._choose = _named(QPushButton(), "choose mission")
        set_icon(self._choose, "folder-open")
        self._mission = QLabel()
        self._mission.setTextFormat(Qt.TextFormat.PlainText)
        self._mission.setProperty("role", "strong")
        self._match = _named(QCheckBox(), "fingerprint matches")
        self._fingerprint = QLabel()
        self._fingerprint.setTextFormat(Qt.TextFormat.PlainText)
        self._code = _named(QLineEdit(), "code")
        self._person = _named(QLineEdit(), "person")
        self._unit = _named(QComboBox(), "unit")
        self._secret = NewPassphrase("new passphrase", "repeat passphrase", entropy)
        self._promise = text_label("", "muted")
        self._message = InlineMessage()
        self._go = _named(QPushButton(), "set up")
        self._go.setProperty("look", "primary")
        self._labels = [QLabel() for _ in range(4)]
        self._build()
        self._connect()
        self.translated()
        if mission is not None:
            self.take_mission(mission)

    def take_mission(self, raw: bytes) -> None:
        """Shows the mission of a file, or why it is none."""
        try:
            profile = read_profile(raw)
        except FieldError as error:
            self.failed(error)
            return
        self._raw, self._profile = raw, profile
        self._message.clear()
        self._match.setChecked(False)
        self._unit.clear()
        self._unit.addItem(tr("SetUp", "Choose your unit"), "")
        for unit in profile.units:
            self._unit.addItem(f"{unit.code}  {unit.name}", unit.code)
        self._show_mission()
        self._enable()

    def failed(self, error: FieldError) -> None:
        """Nothing was set up; says why."""
        self._working = False
        self._message.show_message(MessageKind.ERROR, lambda: tell(error).text)
        self._enable()

    def broken(self) -> None:
        """A fault of the program; nothing was set up."""
        self._working = False
        self._message.show_message(MessageKind.ERROR, unexpected)
        self._enable()

    def translated(self) -> None:
        """Sets every text again."""
        self._title.setText(tr("SetUp", "Set up this laptop"))
        self._intro.setText(
            tr("SetUp", "You need the mission file and the one-time code that HQ gave you.")
        )
        self._promise.setText(
            tr(
                "SetUp",
                "This laptop then sends reports whenever it is on and has a connection. "
                "Settings can change that.",
            )
        )
        names = (
            tr("SetUp", "Mission file"),
            tr("SetUp", "One-time &code"),
            tr("SetUp", "Your &name"),
            tr("SetUp", "Your &unit"),
        )
        for label, name in zip(self._labels, names, strict=True):
            label.setText(name)
            buddy = label.buddy()
            if buddy is not None:
                buddy.setAccessibleName(name.replace("&", ""))
        self._secret.set_names(tr("SetUp", "&Passphrase"), tr("SetUp", "&Repeat it"))
        self._choose.setText(tr("SetUp", "Choose the file ..."))
        self._match.setText(tr("SetUp", "HQ reads out the same letters and digits"))
        self._code.setPlaceholderText("7K2MX-4PQ9D")
        self._person.setPlaceholderText(tr("SetUp", "As colleagues and HQ know you"))
        self._show_mission()
        self._enable()

    def _build(self) -> None:
        self._person.setMaxLength(_MAX_NAME)
        self._code.setMaxLength(40)
        form = QFormLayout()
        form.setHorizontalSpacing(GAP_L)
        form.setVerticalSpacing(GAP_S)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        fields = (self._choose, self._code, self._person, self._unit)
        for label, widget in zip(self._labels, fields, strict=True):
            label.setBuddy(widget)
            form.addRow(label, widget)
            if widget is self._choose:
                # In the order in which Tab leads.
                for below in (self._mission, self._fingerprint, self._match):
                    form.addRow("", below)
        self._secret.add_to(form)
        card = Card()
        card.setFixedWidth(_WIDTH)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(GAP_XL, GAP_XL, GAP_XL, GAP_XL)
        inner.setSpacing(GAP_M)
        inner.addWidget(self._title)
        inner.addWidget(self._intro)
        inner.addLayout(form)
        inner.addWidget(self._promise)
        inner.addWidget(self._message)
        inner.addWidget(self._go, 0, Qt.AlignmentFlag.AlignTrailing)
        middle = QWidget()
        around = QVBoxLayout(middle)
        around.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(middle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)

    def _connect(self) -> None:
        self._choose.clicked.connect(self._choose_file)
        self._go.clicked.connect(self._ask)
        self._secret.entered.connect(self._ask)
        self._match.toggled.connect(lambda _on: self._enable())
        self._unit.currentIndexChanged.connect(lambda _at: self._enable())
        for line in (self._code, self._person):
            line.textChanged.connect(lambda _text: self._enable())
        self._secret.edited.connect(self._enable)

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, tr("SetUp", "Choose the mission file"))
        # The system's own dialog would keep the name in its list of recent files.
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setHistory([])
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.read_mission(Path(name)))
        dialog.open()

    def read_mission(self, path: Path) -> None:
        """Takes the mission from a file that the person chose."""
        try:
            with path.open("rb") as source:
                raw = source.read(_MAX_FILE)
        except OSError:
            self._message.show_message(
                MessageKind.ERROR,
                lambda: tr("SetUp", "This file cannot be read. Choose another one."),
            )
            return
        self.take_mission(raw)

    def _show_mission(self) -> None:
        profile = self._profile
        self._mission.setText("" if profile is None else f"{profile.name} ({profile.mission})")
        self._fingerprint.setText("" if profile is None else profile.fingerprint)
        for widget in (self._mission, self._fingerprint, self._match):
            widget.setVisible(profile is not None)

    def _enable(self) -> None:
        self._go.setEnabled(
            not self._working
            and self._profile is not None
            and self._match.isChecked()
            and bool(self._code.text().strip() and self._person.text().strip())
            and bool(self._unit.currentData())
            and self._secret.good
        )
        words = tr("SetUp", "Setting up ...") if self._working else tr("SetUp", "Set up")
        self._go.setText(words)

    def _ask(self) -> None:
        if not self._go.isEnabled():
            return
        self._working = True
        self._message.clear()
        self._enable()
        self.wanted.emit(
            SetUp(
                self._raw,
                self._code.text(),
                self._person.text().strip(),
                str(self._unit.currentData()),
                self._secret.text(),
            )
        )


def _named(widget: W, name: str) -> W:
    widget.setObjectName(name)
    return widget
