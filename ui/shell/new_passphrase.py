"""A new passphrase, typed twice: the rows of a form that ask for one."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFormLayout, QLabel

from ui.i18n import tr
from ui.shell.passphrase_field import PassphraseField
from ui.shell.strength import Strength, strength, strength_words
from ui.theme.panels import text_label


class NewPassphrase(QObject):
    """Two fields, and below them a word on how hard to guess it is or that the two differ.

    Args:
        first: object name of the first field.
        again: object name of the second.

    Signals:
        edited: one of the two changed.
        entered: the person pressed Enter in the second.
    """

    edited = Signal()
    entered = Signal()

    def __init__(self, first: str, again: str) -> None:
        super().__init__()
        self._fields = (PassphraseField(first), PassphraseField(again))
        self._labels = (QLabel(), QLabel())
        self._strength = text_label("", "small")
        for label, secret in zip(self._labels, self._fields, strict=True):
            label.setBuddy(secret.line)
            secret.edited.connect(self._judge)
        self._fields[1].entered.connect(self.entered)

    def add_to(self, form: QFormLayout) -> None:
        """Puts the rows at the end of a form."""
        for label, secret in zip(self._labels, self._fields, strict=True):
            form.addRow(label, secret)
        form.addRow("", self._strength)

    def set_names(self, first: str, again: str) -> None:
        """The fields' labels in the language of the moment, with their keys."""
        for label, secret, name in zip(self._labels, self._fields, (first, again), strict=True):
            label.setText(name)
            secret.set_name(name.replace("&", ""))
        self._say()

    @property
    def good(self) -> bool:
        """Whether both are the same and hard enough to guess."""
        first, again = (secret.text() for secret in self._fields)
        return first == again and strength(first) in (Strength.FAIR, Strength.STRONG)

    def text(self) -> str:
        """What was typed; to be used once it is `good`."""
        return self._fields[0].text()

    def clear(self) -> None:
        """Forgets both."""
        for secret in self._fields:
            secret.clear()

    def _judge(self) -> None:
        self._say()
        self.edited.emit()

    def _say(self) -> None:
        first, again = (secret.text() for secret in self._fields)
        if again and again != first:
            self._strength.setText(tr("SetUp", "The two are not the same yet."))
        else:
            self._strength.setText(strength_words(strength(first)))
