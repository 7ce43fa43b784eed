"""Who works on this laptop, and letting one more person in."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from fieldapp.clock import Entropy
from fieldapp.errors import FieldError
from fieldapp.mission.profile import Unit
from ui.household import Colleague, Inhabitant
from ui.i18n import tr
from ui.icons import set_icon
from ui.messages import tell
from ui.reports.labels import plain
from ui.settings.remove_panel import RemovePanel
from ui.shell.new_passphrase import NewPassphrase
from ui.theme.panels import Card, InlineMessage, MessageKind, text_label
from ui.theme.tokens import GAP_L, GAP_M, GAP_XS

_MAX_NAME = 60


class PeopleCard(Card):
    """The names of the lock screen; a form for a newcomer unfolds on request.

    Args:
        units: the mission's units.
        entropy: source of passphrases that are offered.

    Signals:
        wanted: a `Colleague` to let in.
        unwanted: a `Removal`.
    """

    wanted = Signal(object)
    unwanted = Signal(object)

    def __init__(self, units: Sequence[Unit], entropy: Entropy) -> None:
        super().__init__()
        self.setObjectName("people card")
        self._working = False
        self._title = text_label("", "heading")
        self._names = QVBoxLayout()
        self._names.setSpacing(GAP_XS)
        self._more = QPushButton()
        self._more.setObjectName("add a person")
        set_icon(self._more, "plus")
        self._message = InlineMessage()
        self._message.setObjectName("people message")
        self._remove = RemovePanel()
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
        self._secret = NewPassphrase("colleague passphrase", "colleague again", entropy)
        self._go = QPushButton()
        self._go.setObjectName("let in")
        self._go.setProperty("look", "primary")
        self._labels = tuple(QLabel() for _ in range(3))
        self._build()
        self._connect()

    def show_people(self, people: Sequence[Inhabitant], me: str) -> None:
        """The people of this laptop; ``me`` is marked, everybody else can be removed."""
        while self._names.count():
            item = self._names.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        for person in people:
            self._names.addWidget(self._row(person, me))

    def translated(self) -> None:
        """Sets every text again."""
        self._title.setText(tr("Settings", "People on this laptop"))
        self._remove.translated()
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
        )
        fields = (self._name, self._code, self._unit)
        for label, widget, name in zip(self._labels, fields, names, strict=True):
            label.setText(name)
            widget.setAccessibleName(name.replace("&", ""))
        self._secret.set_names(tr("SetUp", "&Passphrase"), tr("SetUp", "&Repeat it"))
        self._code.setPlaceholderText("7K2MX-4PQ9D")
        self._enable()

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
        self._secret.retype()
        self._message.show_message(MessageKind.ERROR, lambda: tell(error).text)
        self._enable()

    def not_removed(self, error: FieldError) -> None:
        """The colleague is still on this laptop; says why."""
        self._remove.failed()
        self._message.show_message(MessageKind.ERROR, lambda: tell(error).text)

    def _row(self, person: Inhabitant, me: str) -> QWidget:
        if person.name == me:
            return plain(tr("Settings", "{name} (you)", name=person.name))
        row, remove = QWidget(), QPushButton(tr("Settings", "Remove ..."))
        remove.setObjectName(f"remove {person.slot}")
        remove.setProperty("look", "link")
        remove.setAccessibleName(tr("Settings", "Remove {name} from this laptop", name=person.name))
        remove.clicked.connect(lambda: self._ask_about(person))
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(plain(person.name), 1)
        line.addWidget(remove)
        return row

    def _ask_about(self, person: Inhabitant) -> None:
        self._message.clear()
        self._remove.ask_about(person)

    def _build(self) -> None:
        form = QFormLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(GAP_L)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        form.addRow(self._hint)
        fields = (self._name, self._code, self._unit)
        for label, widget in zip(self._labels, fields, strict=True):
            label.setBuddy(widget)
            form.addRow(label, widget)
        self._secret.add_to(form)
        form.addRow("", self._go)
        self._form.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GAP_L, GAP_L, GAP_L)
        column.setSpacing(GAP_M)
        column.addWidget(self._title)
        column.addLayout(self._names)
        column.addWidget(self._remove)
        column.addWidget(self._message)
        column.addWidget(self._more)
        column.addWidget(self._form)

    def _connect(self) -> None:
        self._more.clicked.connect(self._unfold)
        self._remove.wanted.connect(self.unwanted)
        for line in (self._name, self._code):
            line.textChanged.connect(lambda _text: self._enable())
        self._secret.edited.connect(self._enable)
        self._secret.entered.connect(self._ask)
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
        self._enable()

    def _enable(self) -> None:
        typed = bool(self._name.text().strip() and self._code.text().strip())
        self._go.setEnabled(typed and self._secret.good and not self._working)
        words = tr("Settings", "Letting in ...") if self._working else tr("Settings", "Let in")
        self._go.setText(words)

    def _ask(self) -> None:
        if not self._go.isEnabled():
            return
        self._working = True
        self._message.clear()
        self._enable()
        self.wanted.emit(
            Colleague(
                self._name.text().strip(),
                str(self._unit.currentData()),
                self._code.text(),
                self._secret.text(),
            )
        )
