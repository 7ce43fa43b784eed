"""Small help with layouts whose content is replaced."""

from PySide6.QtWidgets import QLayout


def empty(layout: QLayout) -> None:
    """Takes everything out of a layout; widgets disappear at once and are deleted soon after."""
    while layout.count():
        item = layout.takeAt(0)
        if item is None:
            return
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            empty(inner)
