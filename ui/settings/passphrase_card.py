"""Another passphrase for the person who is in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from fieldapp.clock import Entropy
from fieldapp.errors import FieldError
from ui.household import NewSecret
from ui.i18n import tr
from ui.icons import set_icon
from ui.messages import tell
from ui.shell.new_passphrase import NewPassphrase
from ui.shell.passphrase_field import PassphraseField
from ui.theme.panels import Card, InlineMessage, MessageKind, Wording, text_label
from ui.theme.tokens import GAP_L, GAP_M


class PassphraseCard(Card):
    """Asks for the old one and for a new one; the form unfolds on request.

    Args:
        entropy: source of passphrases that are offered.

    Signals:
        wanted: a `NewSecret`.
    """

    wanted = Signal(object)

    def __init__(self, entropy: Entropy) -> None:
        super().__init__()
        self._working = False
        self._title = text_label("", "heading")
        self._old = PassphraseField("old passphrase")
        self._old_name = QLabel()
        self._old_name.setBuddy(self._old.line)
        self._new = NewPassphrase("next passphrase", "next again", entropy)
        self._known = QCheckBox()
        self._known.setObjectName("may be known")
        self._known_means = text_label("", "small")
        self._message = InlineMessage()
        self._message.setObjectName("passphrase message")
        self._more = QPushButton()
        self._more.setObjectName("another passphrase")
        set_icon(self._more, "key")
        self._go = QPushButton()
        self._go.setObjectName("change passphrase")
        self._go.setProperty("look", "primary")
        self._rows = QWidget()
        self._rows.hide()
        form = QFormLayout(self._rows)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(GAP_L)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        form.addRow(self._old_name, self._old)
        self._new.add_to(form)
        form.addRow(self._known)
        form.addRow(self._known_means)
        form.addRow(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GAP_L, GAP_L, GAP_L)
        column.setSpacing(GAP_M)
        column.addWidget(self._title)
        column.addWidget(self._message)
        column.addWidget(self._more)
        column.addWidget(self._rows)
        self._more.clicked.connect(self._unfold)
        self._old.edited.connect(self._enable)
        self._new.edited.connect(self._enable)
        self._new.entered.connect(self._ask)
        self._go.clicked.connect(self._ask)

    def translated(self) -> None:
        """Sets every text again."""
        self._title.setText(tr("Settings", "Your passphrase"))
        self._known.setText(tr("Settings", "Somebody may know the old one"))
        self._known_means.setText(
            tr(
                "Settings",
                "The reports here are then locked with a new key, and the laptop locks itself. "
                "If somebody may have copied this laptop, tell HQ as well.",
            )
        )
        self._more.setText(tr("Settings", "Another passphrase"))
        old = tr("Settings", "Passphrase &now")
        self._old_name.setText(old)
        self._old.set_name(old.replace("&", ""))
        self._new.set_names(tr("Settings", "New &passphrase"), tr("Settings", "&Repeat it"))
        self._enable()

    def done(self) -> None:
        """It was changed."""
        self._rows.hide()
        self._new.clear()
        self._end(
            MessageKind.INFO, lambda: tr("Settings", "Your new passphrase is in use from now on.")
        )

    def failed(self, error: FieldError) -> None:
        """Nothing was changed; says why."""
        self._end(MessageKind.ERROR, lambda: tell(error).text)

    def _unfold(self) -> None:
        self._rows.setVisible(self._rows.isHidden())
        self._message.clear()
        self._known.setChecked(False)
        self._old.clear()
        self._new.clear()
        if self._rows.isVisible():
            self._old.setFocus()

    def _end(self, kind: MessageKind, text: Wording) -> None:
        self._working = False
        self._old.clear()
        self._new.retype()
        self._message.show_message(kind, text)
        self._enable()

    def _enable(self) -> None:
        self._go.setEnabled(bool(self._old.text()) and self._new.good and not self._working)
        changing = tr("Settings", "Changing ...")
        self._go.setText(changing if self._working else tr("Settings", "Change the passphrase"))

    def _ask(self) -> None:
        if not self._go.isEnabled():
            return
        self._working = True
        self._message.clear()
        self._enable()
        self.wanted.emit(NewSecret(self._old.text(), self._new.text(), self._known.isChecked()))
