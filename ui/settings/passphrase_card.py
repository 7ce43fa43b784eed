"""Another passphrase for the person who is in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QPushButton, QVBoxLayout

from fieldapp.errors import FieldError
from ui.i18n import tr
from ui.messages import tell
from ui.shell.passphrase_field import PassphraseField
from ui.shell.strength import Strength, strength, strength_words
from ui.theme.panels import Card, InlineMessage, MessageKind, Wording, text_label
from ui.theme.tokens import GAP_L, GAP_M


class PassphraseCard(Card):
    """Asks for the old one and twice for the new one.

    Signals:
        wanted: (old, new).
    """

    wanted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._working = False
        self._title = text_label("", "heading")
        self._fields = tuple(
            PassphraseField(name) for name in ("old passphrase", "next passphrase", "next again")
        )
        self._labels = (QLabel(), QLabel(), QLabel())
        self._strength = text_label("", "small")
        self._message = InlineMessage()
        self._message.setObjectName("passphrase message")
        self._go = QPushButton()
        self._go.setObjectName("change passphrase")
        form = QFormLayout()
        form.setHorizontalSpacing(GAP_L)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        for label, secret in zip(self._labels, self._fields, strict=True):
            label.setBuddy(secret.line)
            form.addRow(label, secret)
            secret.edited.connect(self._judge)
        form.addRow("", self._strength)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GAP_L, GAP_L, GAP_L)
        column.setSpacing(GAP_M)
        column.addWidget(self._title)
        column.addLayout(form)
        column.addWidget(self._message)
        column.addWidget(self._go)
        self._fields[2].entered.connect(self._ask)
        self._go.clicked.connect(self._ask)

    def translated(self) -> None:
        """Sets every text again."""
        self._title.setText(tr("Settings", "Your passphrase"))
        names = (
            tr("Settings", "Passphrase &now"),
            tr("Settings", "New &passphrase"),
            tr("Settings", "&Repeat it"),
        )
        for label, secret, name in zip(self._labels, self._fields, names, strict=True):
            label.setText(name)
            secret.set_name(name.replace("&", ""))
        self._judge()

    def done(self) -> None:
        """It was changed."""
        self._end(
            MessageKind.INFO, lambda: tr("Settings", "Your new passphrase is in use from now on.")
        )

    def failed(self, error: FieldError) -> None:
        """Nothing was changed; says why."""
        self._end(MessageKind.ERROR, lambda: tell(error).text)

    def _end(self, kind: MessageKind, text: Wording) -> None:
        self._working = False
        for secret in self._fields:
            secret.clear()
        self._message.show_message(kind, text)
        self._judge()

    def _judge(self) -> None:
        old, new, again = (secret.text() for secret in self._fields)
        text = strength_words(strength(new))
        if again and again != new:
            text = tr("SetUp", "The two are not the same yet.")
        self._strength.setText(text)
        good = strength(new) in (Strength.FAIR, Strength.STRONG)
        self._go.setEnabled(bool(old) and good and new == again and not self._working)
        changing = tr("Settings", "Changing ...")
        self._go.setText(changing if self._working else tr("Settings", "Change the passphrase"))

    def _ask(self) -> None:
        if not self._go.isEnabled():
            return
        self._working = True
        self._message.clear()
        self._judge()
        self.wanted.emit(self._fields[0].text(), self._fields[1].text())
