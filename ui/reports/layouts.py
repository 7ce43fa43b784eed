"""Small help with layouts whose content is replaced."""

from PySide6.QtWidgets import QApplication, QLayout, QWidget


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


def holds_focus(widget: QWidget) -> bool:
    """Whether the keyboard is in a widget or in something inside it."""
    focus = QApplication.focusWidget()
    return focus is not None and (focus is widget or widget.isAncestorOf(focus))
