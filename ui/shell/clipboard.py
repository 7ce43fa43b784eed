"""What was copied here: kept out of the system's lists of copies, gone when the laptop locks."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QMimeData, QObject
from PySide6.QtGui import QClipboard, QGuiApplication

MARKS = {
    "x-kde-passwordManagerHint": b"secret",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"\0",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': bytes(4),
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': bytes(4),
    "org.nspasteboard.ConcealedType": b"\0",
}
"""How KDE and GNOME, Windows and macOS are asked to keep a copy out of their lists."""
_OURS = "application/x-field-reports"
"""Stands in every copy that was made here."""


class CopyGuard(QObject):
    """Marks every copy that this program makes.

    Args:
        app: whose clipboard it is.
        owns: whether what is on the clipboard was put there by this process; asks the system.
    """

    def __init__(self, app: QGuiApplication, owns: Callable[[], bool] | None = None) -> None:
        super().__init__()
        self._clipboard = app.clipboard()
        self._owns = owns or self._clipboard.ownsClipboard
        self._clipboard.changed.connect(self._mark)

    def clear(self) -> None:
        """Takes back what this program copied; others' copies stay."""
        modes = QClipboard.Mode
        copied = self._clipboard.mimeData(modes.Clipboard)
        if copied is not None and copied.hasFormat(_OURS):
            self._clipboard.clear(modes.Clipboard)
        if self._clipboard.supportsSelection() and self._clipboard.ownsSelection():
            self._clipboard.clear(modes.Selection)

    def _mark(self, mode: QClipboard.Mode) -> None:
        if mode is not QClipboard.Mode.Clipboard or not self._owns():
            return
        copied = self._clipboard.mimeData(mode)
        if copied is None or not copied.formats() or copied.hasFormat(_OURS):
            return
        marked = QMimeData()
        marked.setData(_OURS, QByteArray(b"\0"))
        for name in copied.formats():
            marked.setData(name, copied.data(name))
        for name, value in MARKS.items():
            marked.setData(name, QByteArray(value))
        self._clipboard.setMimeData(marked, mode)
