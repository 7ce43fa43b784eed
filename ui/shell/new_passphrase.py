"""A new passphrase: one that is made for the person, or their own, typed twice."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from fieldapp.clock import Entropy
from fieldapp.vault.passphrases import generate
from ui.i18n import tr
from ui.icons import set_icon
from ui.shell.passphrase_field import PassphraseField
from ui.shell.strength import Strength, strength, strength_words
from ui.theme.panels import text_label


class NewPassphrase(QObject):
    """The rows of a form that ask for one.

    First a made one is shown, to be written down and typed once; a button leads to two fields for
    an own one and back. Below stands a word on how hard to guess it is or that the two differ.

    Args:
        first: object name of the field for an own one; "made ", "another " and "other way " in
            front name the made one and the two buttons.
        again: object name of the field in which either is typed again.
        entropy: source of the made ones.

    Signals:
        edited: what is offered or typed changed.
        entered: the person pressed Enter in the last field.
    """

    edited = Signal()
    entered = Signal()

    def __init__(self, first: str, again: str, entropy: Entropy) -> None:
        super().__init__()
        self._entropy = entropy
        self._own = False
        self._made = text_label("", "strong")
        self._made.setObjectName(f"made {first}")
        self._another = QPushButton()
        self._another.setObjectName(f"another {first}")
        self._another.setProperty("look", "quiet")
        set_icon(self._another, "refresh-cw")
        self._other_way = QPushButton()
        self._other_way.setObjectName(f"other way {first}")
        self._other_way.setProperty("look", "link")
        self._fields = (PassphraseField(first), PassphraseField(again))
        self._labels = (QLabel(), QLabel(), QLabel())
        self._advice, self._strength = text_label("", "small"), text_label("", "small")
        for label, secret in zip(self._labels[1:], self._fields, strict=True):
            label.setBuddy(secret.line)
            secret.edited.connect(self._judge)
        self._fields[1].entered.connect(self.entered)
        self._another.clicked.connect(self._make)
        self._other_way.clicked.connect(self._turn)
        self._form: QFormLayout

    def add_to(self, form: QFormLayout) -> None:
        """Puts the rows at the end of a form."""
        self._form = form
        self._offer = QWidget()
        row = QHBoxLayout(self._offer)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._made, 1)
        row.addWidget(self._another)
        form.addRow(self._labels[0], self._offer)
        form.addRow("", self._advice)
        for label, secret in zip(self._labels[1:], self._fields, strict=True):
            form.addRow(label, secret)
        form.addRow("", self._strength)
        form.addRow("", self._other_way)
        self._make()
        self._show()

    def set_names(self, first: str, again: str) -> None:
        """The labels in the language of the moment, with their keys."""
        for label, name in zip(self._labels, (first.replace("&", ""), first, again), strict=True):
            label.setText(name)
        for secret, name in zip(self._fields, (first, again), strict=True):
            secret.set_name(name.replace("&", ""))
        self._another.setText(tr("SetUp", "Another one"))
        self._show()

    @property
    def good(self) -> bool:
        """Whether it was typed again without a slip and is hard enough to guess."""
        known = strength(self.text()) in (Strength.FAIR, Strength.STRONG)
        return known and self._fields[1].text() == self.text()

    def text(self) -> str:
        """What was made or typed; to be used once it is `good`."""
        return self._fields[0].text() if self._own else self._made.text()

    def clear(self) -> None:
        """Forgets everything and offers another one."""
        self.retype()
        self._own = False
        self._make()
        self._show()

    def retype(self) -> None:
        """Forgets what was typed; a made one, which may be on paper already, stays."""
        for secret in self._fields:
            secret.clear()

    def _make(self) -> None:
        self._made.setText(generate(self._entropy))
        self.retype()
        self._judge()

    def _turn(self) -> None:
        self._own = not self._own
        self.retype()
        self._show()
        self._fields[0 if self._own else 1].setFocus()
        self.edited.emit()

    def _show(self) -> None:
        for widget in (self._offer, self._advice):
            self._form.setRowVisible(widget, not self._own)
        self._form.setRowVisible(self._fields[0], self._own)
        self._advice.setText(
            tr("SetUp", "Write it down and keep the paper away from this laptop. Then type it.")
        )
        self._other_way.setText(
            tr("SetUp", "Have one made for me") if self._own else tr("SetUp", "Use my own words")
        )
        self._say()

    def _judge(self) -> None:
        self._say()
        self.edited.emit()

    def _say(self) -> None:
        again = self._fields[1].text()
        if again and again != self.text():
            self._strength.setText(tr("SetUp", "The two are not the same yet."))
        elif self._own or again:
            self._strength.setText(strength_words(strength(self.text())))
        else:
            self._strength.setText("")
