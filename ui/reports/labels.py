"""Labels for what people wrote: never read as markup, to be selected and copied."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui.theme.panels import text_label

_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse


def plain(text: str, role: str = "") -> QLabel:
    """A wrapping label that shows ``text`` exactly as it is; ``role`` as in the style sheet.

    Text in a right-to-left script stands at the right, whatever the language of the page.
    """
    label = text_label(text, role)
    label.setTextInteractionFlags(_SELECTABLE)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return label


class SideLabel(QLabel):
    """A label whose text begins where the page begins, in whatever script it is written.

    Args:
        text: a short answer, a grid, a time or a report number.
        role: as in the style sheet.
        wrap: break long lines; grids and times are never broken.
    """

    def __init__(self, text: str, role: str = "", *, wrap: bool = False) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(_SELECTABLE)
        self.setWordWrap(wrap)
        if role:
            self.setProperty("role", role)
        self.setText(text)
        self._align()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()

    def _align(self) -> None:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop)
