"""Asking for a stick or a file, without leaving a list of what was chosen behind."""

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import delete

from ui.i18n import tr

Choose = Callable[[QWidget], Path | None]
"""Asks the person; None when they changed their mind."""


def choose_folder(parent: QWidget) -> Path | None:
    """The folder to write to, most often a USB stick."""
    dialog = QFileDialog(parent, tr("Outbox", "Choose the USB stick"))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _chosen(dialog)


def choose_file(parent: QWidget, names: str = "*.ufrb *.pack") -> Path | None:
    """The file that a courier brought; ``names`` are patterns with blanks between."""
    dialog = QFileDialog(parent, tr("Outbox", "Choose the file from HQ"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(f"{tr('Outbox', 'Files from HQ')} ({names})")
    return _chosen(dialog)


def file_words(text: str) -> str:
    """Words fit for the name of a file on any system: ``CONFIDENTIAL-MAP-061020A-NOV-26``."""
    return "-".join(re.findall(r"[^\W_]+", text.upper()))


def choose_target(parent: QWidget, name: str) -> Path | None:
    """Where to write a file; ``name`` is offered. Asks before another file is replaced."""
    dialog = QFileDialog(parent, tr("Outbox", "Save as"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.selectFile(name)
    dialog.setDefaultSuffix(Path(name).suffix.lstrip("."))
    return _chosen(dialog)


def _chosen(dialog: QFileDialog) -> Path | None:
    # The system's own dialog would keep the name in its list of recent files.
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setOption(QFileDialog.Option.DontUseCustomDirectoryIcons)
    names = dialog.selectedFiles() if dialog.exec() else []
    # Qt writes visited folders when the dialog goes; they are taken out again at once.
    delete(dialog)
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    settings.remove("FileDialog")
    settings.sync()
    return Path(names[0]) if names else None
