"""Language and look of the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QVBoxLayout

from ui.i18n import tr
from ui.settings.hooks import Looks
from ui.shell.languages import NAMES
from ui.theme.apply import Scheme
from ui.theme.panels import Card, text_label
from ui.theme.tokens import GAP_L, GAP_M


class LookCard(Card):
    """Two choices that take effect at once.

    Args:
        looks: see `Looks`.
    """

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self._title = text_label("", "heading")
        self._labels = (QLabel(), QLabel())
        self._language, self._scheme = QComboBox(), QComboBox()
        self._language.setObjectName("language")
        self._scheme.setObjectName("scheme")
        form = QFormLayout()
        form.setHorizontalSpacing(GAP_L)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        for label, box in zip(self._labels, (self._language, self._scheme), strict=True):
            label.setBuddy(box)
            form.addRow(label, box)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GAP_L, GAP_L, GAP_L)
        column.setSpacing(GAP_M)
        column.addWidget(self._title)
        column.addLayout(form)
        self._language.activated.connect(
            lambda at: looks.use_language(str(self._language.itemData(at)))
        )
        self._scheme.activated.connect(
            lambda at: looks.use_scheme(Scheme(str(self._scheme.itemData(at))))
        )

    def translated(self) -> None:
        """Sets every text again."""
        self._title.setText(tr("Settings", "Language and look"))
        self._labels[0].setText(tr("Settings", "&Language"))
        self._labels[1].setText(tr("Settings", "L&ook"))
        self._language.setAccessibleName(tr("Settings", "Language"))
        self._scheme.setAccessibleName(tr("Settings", "Look"))
        languages = [(code, NAMES[code]) for code in self._looks.languages()]
        schemes = [
            (Scheme.SYSTEM.value, tr("Shell", "As this computer")),
            (Scheme.LIGHT.value, tr("Shell", "Light")),
            (Scheme.DARK.value, tr("Shell", "Dark")),
        ]
        _fill(self._language, languages, self._looks.language())
        _fill(self._scheme, schemes, self._looks.scheme().value)


def _fill(box: QComboBox, items: list[tuple[str, str]], chosen: str) -> None:
    box.clear()
    for code, words in items:
        box.addItem(words, code)
    box.setCurrentIndex(max(0, box.findData(chosen)))
