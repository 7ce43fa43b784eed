"""Above the outbox while HQ does not take the person's work: what HQ said, and another code."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout

from fieldapp.errors import FieldError
from sync.field.standing import Admission, Standing
from ui.i18n import tr
from ui.messages import tell
from ui.theme.panels import Card, InlineMessage, MessageKind, text_label
from ui.theme.tokens import GAP_L, GAP_M, GAP_S

_CODE_CHARS = 40
_CODE_HELPS = (Admission.ASKED, Admission.CODE_NEEDED)


class StandingPanel(Card):
    """Hidden once HQ has let the person in.

    Signals:
        wanted: the one-time code as typed.
    """

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._standing: Standing | None = None
        self._said = text_label("")
        self._said.setObjectName("standing")
        self._label = QLabel()
        self._code = QLineEdit()
        self._code.setObjectName("new code")
        self._code.setMaxLength(_CODE_CHARS)
        self._code.setPlaceholderText("7K2MX-4PQ9D")
        self._label.setBuddy(self._code)
        self._ask = QPushButton()
        self._ask.setObjectName("ask again")
        self._ask.setProperty("look", "primary")
        self._problem = InlineMessage(MessageKind.ERROR)
        self._problem.setObjectName("code problem")
        row = QHBoxLayout()
        row.setSpacing(GAP_S)
        row.addWidget(self._label)
        row.addWidget(self._code)
        row.addWidget(self._ask)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GAP_M, GAP_L, GAP_M)
        column.setSpacing(GAP_S)
        column.addWidget(self._said)
        column.addLayout(row)
        column.addWidget(self._problem)
        self._code.textChanged.connect(self._enable)
        self._code.returnPressed.connect(self._ask.click)
        self._ask.clicked.connect(self._want)
        self.translated()
        self.hide()

    def show_standing(self, standing: Standing) -> None:
        """Says how the person stands; a code that is being typed stays."""
        self._standing = standing
        self._said.setText(_words(standing))
        for widget in (self._label, self._code, self._ask):
            widget.setVisible(standing.admission in _CODE_HELPS)
        self.setVisible(standing.admission is not Admission.IN)

    def asked(self) -> None:
        """The request is on its way."""
        self._code.clear()
        self._problem.clear()

    def failed(self, error: FieldError) -> None:
        """Nothing was asked; says why beneath the code."""
        self._problem.show_message(MessageKind.ERROR, lambda: tell(error).text)
        self._enable()
        self._code.setFocus()

    def translated(self) -> None:
        """Sets every text again."""
        name = tr("Outbox", "One-time &code")
        self._label.setText(name)
        self._code.setAccessibleName(name.replace("&", ""))
        self._ask.setText(tr("Outbox", "Ask HQ again"))
        if self._standing is not None:
            self._said.setText(_words(self._standing))
        self._enable()

    def _enable(self) -> None:
        self._ask.setEnabled(bool(self._code.text().strip()))

    def _want(self) -> None:
        self._ask.setEnabled(False)
        self.wanted.emit(self._code.text())


def _words(standing: Standing) -> str:
    if standing.trouble is not None:
        return tell(standing.trouble()).text
    return tr(
        "Outbox",
        "HQ has not let you in yet. What you file is sealed and sent all the same, and read once "
        "HQ has let you in. If HQ gave you another code, ask with it here.",
    )
