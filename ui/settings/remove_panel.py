"""Taking a colleague off this laptop: what it means, and the passphrase of the one who does it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.household import Inhabitant, Removal
from ui.i18n import tr, tr_count
from ui.shell.passphrase_field import PassphraseField
from ui.theme.panels import text_label
from ui.theme.tokens import GAP_M, GAP_S


class RemovePanel(QWidget):
    """Asks before anything is lost; hidden until it is about somebody.

    Signals:
        wanted: a `Removal`.
    """

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._person: Inhabitant | None = None
        self._working = False
        self._title = text_label("", "strong")
        self._means = text_label("")
        self._drafts = text_label("", "problem")
        self._too = QCheckBox()
        self._too.setObjectName("drafts too")
        self._label = QLabel()
        self._secret = PassphraseField("remover passphrase")
        self._label.setBuddy(self._secret.line)
        self._go, self._not = QPushButton(), QPushButton()
        self._go.setObjectName("remove for good")
        self._go.setProperty("look", "danger")
        self._not.setObjectName("do not remove")
        form = QFormLayout()
        form.addRow(self._label, self._secret)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP_S)
        buttons.addWidget(self._go)
        buttons.addWidget(self._not)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_M)
        for widget in (self._title, self._means, self._drafts, self._too):
            column.addWidget(widget)
        column.addLayout(form)
        column.addLayout(buttons)
        self._secret.edited.connect(self._enable)
        self._too.toggled.connect(lambda _on: self._enable())
        self._secret.entered.connect(self._ask)
        self._go.clicked.connect(self._ask)
        self._not.clicked.connect(self.put_away)
        self.hide()

    def ask_about(self, person: Inhabitant) -> None:
        """Shows what removing a person would mean."""
        self._person, self._working = person, False
        self._too.setChecked(False)
        self._secret.clear()
        self.translated()
        self.show()
        self._secret.setFocus()

    def put_away(self) -> None:
        """Nobody is removed."""
        self._person, self._working = None, False
        self._secret.clear()
        self.hide()

    def failed(self) -> None:
        """Nobody was removed; the passphrase is asked for again."""
        self._working = False
        self._secret.clear()
        self._enable()

    def translated(self) -> None:
        """Sets every text again."""
        person = self._person
        if person is None:
            return
        self._title.setText(tr("Settings", "Remove {name}?", name=person.name))
        self._means.setText(
            tr(
                "Settings",
                "They can no longer unlock this laptop. What they filed stays and is sent. "
                "The laptop locks itself afterwards; tell HQ, so that it withdraws their access.",
            )
        )
        self._drafts.setText(
            tr_count(
                "Settings",
                "1 draft of theirs would be lost: nobody else can open it. Let them file it first.",
                "{count} drafts of theirs would be lost: nobody else can open them. "
                "Let them file them first.",
                person.drafts,
            )
        )
        self._too.setText(tr("Settings", "Delete their drafts, too"))
        for widget in (self._drafts, self._too):
            widget.setVisible(person.drafts > 0)
        name = tr("Settings", "Your &passphrase")
        self._label.setText(name)
        self._secret.set_name(name.replace("&", ""))
        self._not.setText(tr("Settings", "Do not remove"))
        self._enable()

    def _enable(self) -> None:
        person = self._person
        sure = person is not None and (not person.drafts or self._too.isChecked())
        self._go.setEnabled(sure and bool(self._secret.text()) and not self._working)
        working = tr("Settings", "Removing ...")
        self._go.setText(working if self._working else tr("Settings", "Remove this person"))

    def _ask(self) -> None:
        if self._person is None or not self._go.isEnabled():
            return
        self._working = True
        self._enable()
        self.wanted.emit(Removal(self._person.slot, self._secret.text(), self._too.isChecked()))
