"""What the link costs, so that the outbox can say it before sending."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
)

from fieldapp.errors import FieldError
from sync.field.forecast import Tariff
from sync.field.tariff import MAX_BYTES, MAX_PRICE, well_formed
from ui.i18n import tr
from ui.messages import tell
from ui.spin import name_field
from ui.theme.panels import Card, InlineMessage, MessageKind, text_label
from ui.theme.tokens import GAP_L, GAP_M

_KB = 1_000


class TariffCard(Card):
    """Currency, price of a megabyte, rounding, smallest charge; a price of 0 means not billed.

    Signals:
        wanted: a `Tariff`, or None for a link that is not billed by volume.
    """

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._title, self._hint = text_label("", "heading"), text_label("", "muted")
        self._currency = QLineEdit()
        self._currency.setMaxLength(8)
        self._price = QDoubleSpinBox()
        self._price.setRange(0, MAX_PRICE / 100)
        self._step, self._minimum = QSpinBox(), QSpinBox()
        self._step.setRange(1, MAX_BYTES // _KB)
        self._minimum.setRange(0, MAX_BYTES // _KB)
        self._rows = (
            (QLabel(), self._currency, "tariff currency"),
            (QLabel(), self._price, "tariff price"),
            (QLabel(), self._step, "tariff step"),
            (QLabel(), self._minimum, "tariff minimum"),
        )
        self._keep = QPushButton()
        self._keep.setObjectName("keep tariff")
        self._said = InlineMessage()
        self._said.setObjectName("tariff message")
        form = QFormLayout()
        form.setHorizontalSpacing(GAP_L)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        for label, box, name in self._rows:
            box.setObjectName(name)
            label.setBuddy(box)
            form.addRow(label, box)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GAP_L, GAP_L, GAP_L)
        column.setSpacing(GAP_M)
        column.addWidget(self._title)
        column.addWidget(self._hint)
        column.addLayout(form)
        column.addWidget(self._keep, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._said)
        self._keep.clicked.connect(self._want)

    def show_tariff(self, tariff: Tariff | None) -> None:
        """Fills the fields with what is kept."""
        self._currency.setText("" if tariff is None else tariff.currency)
        self._price.setValue(0 if tariff is None else tariff.per_mb / 100)
        self._step.setValue(1 if tariff is None else tariff.step // _KB)
        self._minimum.setValue(0 if tariff is None else tariff.minimum // _KB)

    def done(self) -> None:
        """It was kept."""
        self._said.show_message(
            MessageKind.INFO, lambda: tr("Settings", "Kept. The outbox says what sending costs.")
        )

    def failed(self, error: FieldError) -> None:
        """It was not kept."""
        self._said.show_message(MessageKind.ERROR, lambda: tell(error).text)

    def translated(self) -> None:
        """Sets every text again."""
        self._title.setText(tr("Settings", "What the link costs"))
        self._hint.setText(
            tr("Settings", "For links billed by volume. A price of 0 means: not billed by volume.")
        )
        names = (
            tr("Settings", "C&urrency"),
            tr("Settings", "Price of a &megabyte"),
            tr("Settings", "&Rounded up to kB"),
            tr("Settings", "&Smallest charge in kB"),
        )
        for (label, box, _), name in zip(self._rows, names, strict=True):
            label.setText(name)
            name_field(box, name.replace("&", ""))
        self._keep.setText(tr("Settings", "Keep"))

    def _want(self) -> None:
        price = round(self._price.value() * 100)
        if not price:
            self.wanted.emit(None)
            return
        step, least = self._step.value() * _KB, self._minimum.value() * _KB
        tariff = Tariff(self._currency.text().strip(), price, step, least)
        if well_formed(tariff):
            self.wanted.emit(tariff)
            return
        self._said.show_message(
            MessageKind.ERROR, lambda: tr("Settings", "Enter a currency, such as USD.")
        )
        self._currency.setFocus()
