"""The button that begins another report in the course of one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from ui.i18n import tr
from ui.icons import icon, set_icon


class AlsoButton(QPushButton):
    """Offers the forms in a menu; hidden while there is none.

    Signals:
        chosen: id of a form.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("also report")
        set_icon(self, "file-plus")
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self.hide()

    def show_forms(self, forms: Sequence[tuple[str, str, str]]) -> None:
        """Offers these: id, name and icon of each, in the language of the moment."""
        self.setText(tr("Writing", "Also report"))
        self.setToolTip(tr("Writing", "Begin another report that belongs to this one"))
        self._menu.clear()
        for form, name, symbol in forms:
            action = self._menu.addAction(icon(symbol), name.replace("&", "&&"))
            action.setObjectName(f"also {form}")
            action.triggered.connect(lambda _on=False, form=form: self.chosen.emit(form))
        self.setVisible(bool(forms))
