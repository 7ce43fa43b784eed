"""Who works on this laptop, and letting one more person in."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from fieldapp.errors import FieldError
from fieldapp.mission.profile import Unit
from ui.household import Colleague
from ui.i18n import tr
from ui.icons import set_icon
from ui.messages import tell
from ui.reports.labels import plain
from ui.shell.passphrase_field import PassphraseField
from ui.shell.strength import Strength, strength, strength_words
from ui.theme.panels import Card, InlineMessage, MessageKind, text_label
from ui.theme.tokens import GAP_L, GAP_M, GAP_XS

_MAX_NAME = 60


class PeopleCard(Card):
    """The names of the lock screen; a form for a newcomer unfolds on request.

    Args:
        units: the mission's units.

    Signals:
        wanted: a `Colleague` to let in.
    """

    wanted = Signal(object)

    def __init__(self, units: Sequence[Unit]) -> None:
        super().__init__()
        self._working = False
        self._title = text_label("", "heading")
        self._names = QVBoxLayout()
        self._names.setSpacing(GAP_XS)
        self._more = QPushButton()
        self._more.setObjectName("add a person")
        set_icon(self._more, "plus")
        self._message = InlineMessage()
        self._message.setObjectName("people message")
        self._form = QWidget()
        self._hint = text_label("", "small")
        self._name, self._code, self._unit = QLineEdit(), QLineEdit(), QComboBox()
        self._name.setObjectName("colleague name")
        self._name.setMaxLength(_MAX_NAME)
        self._code.setObjectName("colleague code")
        self._code.setMaxLength(40)
        self._unit.setObjectName("colleague unit")
        for unit in units:
            self._unit.addItem(f"{unit.code}  {unit.name}", unit.code)
        self._secret = PassphraseField("colleague passphrase")
        self._again = PassphraseField("colleague again")
        self._strength = text_label("", "small")
        self._go = QPushButton()
        self._go.setObjectName("let in")
        self._go.setProperty("look", "primary")
        self._labels = tuple(QLabel() for _ in range(5))
        self._build()
        self._connect()

    def show_people(self, names: Sequence[str], me: str) -> None:
        """The people of this laptop; ``me`` is marked."""
        while self._names.count():
            item = self._names.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        for name in names:
            shown = tr("Settings", "{name} (you)", name=name) if name == me else name
            self._names.addWidget(plain(shown))

    def translated(self) -> None:
        """Sets every text again."""
        self._title.setText(tr("Settings", "People on this laptop"))
        self._more.setText(tr("Settings", "Add a person"))
        self._hint.setText(
            tr(
                "Settings",
                "They need a one-time code from HQ, and type their own passphrase here. "
                "Nobody reads the drafts of another.",
            )
        )
        names = (
            tr("SetUp", "&Name"),
            tr("SetUp", "One-time &code"),
            tr("SetUp", "&Unit"),
            tr("SetUp", "&Passphrase"),
            tr("SetUp", "&Repeat it"),
        )
        fields = (self._name, self._code, self._unit)
        for label, name in zip(self._labels, names, strict=True):
            label.setText(name)
        for widget, name in zip(fields, names, strict=False):
            widget.setAccessibleName(name.replace("&", ""))
        self._secret.set_name(names[3].replace("&", ""))
        self._again.set_name(names[4].replace("&", ""))
        self._code.setPlaceholderText("7K2MX-4PQ9D")
        self._judge()

    def done(self, name: str) -> None:
        """The colleague is in."""
        self._clear()
        self._form.hide()
        self._message.show_message(
            MessageKind.INFO,
            lambda: tr(
                "Settings", "{name} can unlock this laptop now and write reports.", name=name
            ),
        )

    def failed(self, error: FieldError) -> None:
        """Nobody was let in; says why, and keeps what was typed but the passphrases."""
        self._working = False
        self._secret.clear()
        self._again.clear()
        self._message.show_message(MessageKind.ERROR, lambda: tell(error).text)
        self._judge()

    def _build(self) -> None:
        form = QFormLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(GAP_L)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        form.addRow(self._hint)
        fields = (self._name, self._code, self._unit)
        for label, widget in zip(self._labels, fields, strict=False):
            label.setBuddy(widget)
            form.addRow(label, widget)
        for label, secret in zip(self._labels[3:], (self._secret, self._again), strict=True):
            label.setBuddy(secret.line)
            form.addRow(label, secret)
        form.addRow("", self._strength)
        form.addRow("", self._go)
        self._form.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GAP_L, GAP_L, GAP_L)
        column.setSpacing(GAP_M)
        column.addWidget(self._title)
        column.addLayout(self._names)
        column.addWidget(self._message)
        column.addWidget(self._more)
        column.addWidget(self._form)

    def _connect(self) -> None:
        self._more.clicked.connect(self._unfold)
        for line in (self._name, self._code):
            line.textChanged.connect(lambda _text: self._judge())
        for secret in (self._secret, self._again):
            secret.edited.connect(self._judge)
        self._again.entered.connect(self._ask)
        self._go.clicked.connect(self._ask)

    def _unfold(self) -> None:
        self._form.setVisible(self._form.isHidden())
        self._message.clear()
        if self._form.isVisible():
            self._name.setFocus()
        else:
            self._clear()

    def _clear(self) -> None:
        self._working = False
        for line in (self._name, self._code):
            line.clear()
        self._secret.clear()
        self._again.clear()
        self._judge()

    def _judge(self) -> None:
        text = strength_words(strength(self._secret.text()))
        if self._again.text() and self._again.text() != self._secret.text():
            text = tr("SetUp", "The two are not the same yet.")
        self._strength.setText(text)
        good = strength(self._secret.text()) in (Strength.FAIR, Strength.STRONG)
        typed = bool(self._name.text().strip() and self._code.text().strip())
        same = self._secret.text() == self._again.text()
        self._go.setEnabled(typed and good and same and not self._working)
        words = tr("Settings", "Letting in ...") if self._working else tr("Settings", "Let in")
        self._go.setText(words)

    def _ask(self) -> None:
        if not self._go.isEnabled():
            return
        self._working = True
        self._message.clear()
        self._judge()
        self.wanted.emit(
            Colleague(
                self._name.text().strip(),
                str(self._unit.currentData()),
                self._code.text(),
                self._secret.text(),
            )
        )
