"""A forgotten passphrase, before the door: asking HQ, and going on with its answer."""

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from fieldapp.clock import Entropy
from fieldapp.errors import FieldError
from fieldapp.units import KIB
from fieldapp.vault.file import Slot
from ui.i18n import tr
from ui.icons import set_icon
from ui.messages import tell, unexpected
from ui.shell.new_passphrase import NewPassphrase
from ui.theme.panels import Card, InlineMessage, MessageKind, text_label
from ui.theme.tokens import GAP_L, GAP_M, GAP_S, GAP_XL

_WIDTH = 600
_MAX_FILE = 64 * KIB


@dataclass(frozen=True, slots=True)
class Recovery:
    """What a person gives to be let in by HQ's answer.

    Args:
        slot: id of the slot whose passphrase is forgotten.
        answer: the file.
        code: new one-time code, as typed.
        passphrase: the new one.
    """

    slot: str
    answer: bytes = field(repr=False)
    code: str = field(repr=False)
    passphrase: str = field(repr=False)


class RecoveryPanel(QWidget):
    """Two steps that may lie days apart: the fingerprint stays until HQ's answer is there, and a
    passphrase is offered only then.

    Args:
        person: who forgot their passphrase.
        entropy: source of passphrases that are offered.

    Signals:
        request_wanted: the person wants to save a request.
        answer_wanted: the person wants to choose the answer's file.
        wanted: a `Recovery`.
        back: the person wants to see the lock screen again.
    """

    request_wanted = Signal()
    answer_wanted = Signal()
    wanted = Signal(object)
    back = Signal()

    def __init__(self, person: Slot, entropy: Entropy) -> None:
        super().__init__()
        self._person = person
        self._answer = b""
        self._working = False
        self._saved = ""
        self._title, self._intro = text_label("", "title"), text_label("", "muted")
        self._steps = (text_label("", "strong"), text_label("", "strong"))
        self._ask = _button("save request", "save")
        self._read_out = text_label("", "small")
        self._fingerprint = text_label("", "strong")
        self._fingerprint.setObjectName("fingerprint")
        self._choose = _button("choose answer", "folder-open")
        self._chosen = text_label("", "small")
        self._rest = QWidget()
        self._code = QLineEdit()
        self._code.setObjectName("code")
        self._code_label = QLabel()
        self._secret = NewPassphrase("new passphrase", "repeat passphrase", entropy)
        self._message = InlineMessage()
        self._leave = _button("back")
        self._go = _button("recover")
        self._go.setProperty("look", "primary")
        self._build()
        self._connect()
        self.translated()

    def asked(self, fingerprint: str, saved: str = "") -> None:
        """A request waits for its answer: its fingerprint, and its file if it was just saved."""
        self._working = False
        self._saved = saved
        self._fingerprint.setText(fingerprint)
        self._message.clear()
        self.translated()

    def saving(self) -> None:
        """The request is being saved; nobody leaves meanwhile."""
        self._working = True
        self._enable()

    def cannot_ask(self, error: FieldError) -> None:
        """Nothing was prepared for this person: HQ cannot help here."""
        self._ask.setVisible(False)
        self.failed(error)

    def take_answer(self, path: Path) -> None:
        """Reads the file that the person chose."""
        try:
            with path.open("rb") as source:
                self._answer = source.read(_MAX_FILE)
        except OSError:
            self._message.show_message(
                MessageKind.ERROR,
                lambda: tr("SetUp", "This file cannot be read. Choose another one."),
            )
            return
        self._message.clear()
        self.translated()

    def failed(self, error: FieldError) -> None:
        """Nothing was changed; says why."""
        self._working = False
        self._message.show_message(MessageKind.ERROR, lambda: tell(error).text)
        self._enable()

    def broken(self) -> None:
        """A fault of the program."""
        self._working = False
        self._message.show_message(MessageKind.ERROR, unexpected)
        self._enable()

    def translated(self) -> None:
        """Sets every text again."""
        self._title.setText(tr("Recovery", "Forgotten passphrase"))
        self._intro.setText(
            tr(
                "Recovery",
                "{person}, two people at HQ can open this laptop for you. What you filed and your "
                "drafts stay. You will sign with a new key: ask HQ for a new one-time code, too.",
                person=self._person.label,
            )
        )
        first, second = self._steps
        first.setText(tr("Recovery", "1. Ask HQ"))
        second.setText(tr("Recovery", "2. When HQ has answered"))
        self._ask.setText(tr("Recovery", "Save the request ..."))
        words = tr("Recovery", "Send or carry the request to HQ, and read this out by voice:")
        if self._saved:
            saved = tr("Recovery", "Saved as {file}.", file=self._saved)
            words = f"{saved} {words}"
        self._read_out.setText(words)
        asked = bool(self._fingerprint.text())
        for widget in (self._read_out, self._fingerprint):
            widget.setVisible(asked)
        self._choose.setText(tr("Recovery", "Choose the answer ..."))
        self._chosen.setText(
            tr("Recovery", "The answer is here. Destroy the file once you are in.")
        )
        for later in (self._chosen, self._rest, self._go):
            later.setVisible(bool(self._answer))
        self._code_label.setText(tr("SetUp", "One-time &code"))
        self._code.setAccessibleName(tr("SetUp", "One-time &code").replace("&", ""))
        self._secret.set_names(tr("SetUp", "&Passphrase"), tr("SetUp", "&Repeat it"))
        self._leave.setText(tr("Recovery", "Back"))
        self._enable()

    def _build(self) -> None:
        self._code.setMaxLength(40)
        self._code.setPlaceholderText("7K2MX-4PQ9D")
        self._code_label.setBuddy(self._code)
        self._leave.setProperty("look", "quiet")
        form = QFormLayout(self._rest)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(GAP_L)
        form.setVerticalSpacing(GAP_S)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self._code_label, self._code)
        self._secret.add_to(form)
        card = Card()
        card.setFixedWidth(_WIDTH)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(GAP_XL, GAP_XL, GAP_XL, GAP_XL)
        inner.setSpacing(GAP_M)
        first, second = self._steps
        for widget in (self._title, self._intro, first):
            inner.addWidget(widget)
        inner.addWidget(self._ask, 0, Qt.AlignmentFlag.AlignLeading)
        for widget in (self._read_out, self._fingerprint, second):
            inner.addWidget(widget)
        inner.addWidget(self._choose, 0, Qt.AlignmentFlag.AlignLeading)
        inner.addWidget(self._chosen)
        inner.addWidget(self._rest)
        inner.addWidget(self._message)
        buttons = QHBoxLayout()
        buttons.addWidget(self._leave)
        buttons.addStretch(1)
        buttons.addWidget(self._go)
        inner.addLayout(buttons)
        middle = QWidget()
        QVBoxLayout(middle).addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(middle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)

    def _connect(self) -> None:
        self._ask.clicked.connect(self.request_wanted)
        self._choose.clicked.connect(self.answer_wanted)
        self._leave.clicked.connect(self.back)
        self._go.clicked.connect(self._recover)
        self._secret.entered.connect(self._recover)
        self._secret.edited.connect(self._enable)
        self._code.textChanged.connect(lambda _text: self._enable())

    def _enable(self) -> None:
        self._ask.setEnabled(not self._working)
        self._leave.setEnabled(not self._working)
        given = bool(self._answer) and bool(self._code.text().strip())
        self._go.setEnabled(not self._working and given and self._secret.good)
        opening = self._working and given
        words = tr("Lock", "Opening ...") if opening else tr("Recovery", "Go on")
        self._go.setText(words)

    def _recover(self) -> None:
        if not self._go.isEnabled():
            return
        self._working = True
        self._message.clear()
        self._enable()
        self.wanted.emit(
            Recovery(self._person.id, self._answer, self._code.text(), self._secret.text())
        )


def _button(name: str, symbol: str = "") -> QPushButton:
    made = QPushButton()
    made.setObjectName(name)
    if symbol:
        set_icon(made, symbol)
    return made
