"""Starting the sender with the person's log-in to this computer, so that nobody has to remember it.

One entry for each installation folder, where the system itself shows it and can switch it off.
"""

import contextlib
import os
import plistlib
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from fieldapp.errors import FieldError, Remedy
from fieldapp.files import write_atomically
from sync.field.starting import command

_RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
_APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
_ENTRY_BYTES = 64 * 1024


class AutostartRefused(FieldError):
    """The system's list of what starts with the log-in cannot be changed."""

    code = "autostart.refused"
    remedy = Remedy.NONE
    text = (
        "This computer does not allow the app to change what starts with it. "
        "Reports are still sent whenever the app is open."
    )


class Autostart(Protocol):
    """The entry of one installation folder in the system's list, or a stand-in for it."""

    def is_on(self) -> bool:
        """Whether the next log-in starts this folder's sender."""
        ...

    def turn(self, on: bool) -> None:
        """Makes or removes the entry; raises `AutostartRefused`."""
        ...


class Registry(Protocol):
    """The text values below the person's own part of the Windows registry."""

    def read(self, key: str, name: str) -> str | bytes | None:
        """A value, or None; raises `OSError`."""
        ...

    def write(self, key: str, name: str, value: str) -> None:
        """Sets a text; raises `OSError`."""
        ...

    def remove(self, key: str, name: str) -> None:
        """Takes a value away if it is there; raises `OSError`."""
        ...


class FileEntry:
    """An entry that is a file: of the desktops of Linux, or a launch agent of macOS.

    Args:
        path: where the system looks for it.
        content: what starts the sender.
    """

    def __init__(self, path: Path, content: bytes) -> None:
        self._path = path
        self._content = content

    def is_on(self) -> bool:
        """A file that somebody changed, such as the system to switch it off, counts as off."""
        try:
            with self._path.open("rb") as source:
                return source.read(_ENTRY_BYTES) == self._content
        except OSError:
            return False

    def turn(self, on: bool) -> None:
        """As `Autostart.turn`."""
        try:
            if on:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                write_atomically(self._path, self._content)
            else:
                self._path.unlink(missing_ok=True)
        except (OSError, FieldError) as error:
            raise AutostartRefused(detail=type(error).__name__) from error


class RunValue:
    """An entry in the registry of Windows, which the Task Manager shows and can switch off.

    Args:
        registry: see `Registry`.
        name: of the value.
        line: the command line.
    """

    def __init__(self, registry: Registry, name: str, line: str) -> None:
        self._registry = registry
        self._name = name
        self._line = line

    def is_on(self) -> bool:
        """As `Autostart.is_on`."""
        try:
            found = self._registry.read(_RUN, self._name)
            approved = self._registry.read(_APPROVED, self._name)
        except OSError:
            return False
        # An odd first byte is what the Task Manager writes to switch an entry off.
        switched_off = isinstance(approved, bytes) and bool(approved[:1]) and approved[0] % 2 == 1
        return found == self._line and not switched_off

    def turn(self, on: bool) -> None:
        """As `Autostart.turn`."""
        try:
            if on:
                self._registry.write(_RUN, self._name, self._line)
            else:
                self._registry.remove(_RUN, self._name)
            self._registry.remove(_APPROVED, self._name)
        except OSError as error:
            raise AutostartRefused(detail=type(error).__name__) from error


class NoList:
    """A system without a list that we know."""

    def is_on(self) -> bool:
        """Never."""
        return False

    def turn(self, on: bool) -> None:
        """Raises `AutostartRefused` when it is to be switched on."""
        if on:
            raise AutostartRefused(detail=sys.platform)


def autostart_of(home: Path) -> Autostart:
    """The entry of an installation folder on this computer."""
    words, name = command(home.absolute()), _name(home)
    if sys.platform == "win32":
        return RunValue(WindowsRegistry(), name, subprocess.list2cmdline(words))
    try:
        if sys.platform == "darwin":
            folder = Path.home() / "Library" / "LaunchAgents"
            return FileEntry(folder / f"{name}.plist", launch_agent(name, words))
        base = os.environ.get("XDG_CONFIG_HOME", "")
        folder = Path(base) if os.path.isabs(base) else Path.home() / ".config"
    except (RuntimeError, ValueError):
        # No home folder, or a name that the list cannot hold.
        return NoList()
    return FileEntry(folder / "autostart" / f"{name}.desktop", desktop_entry(words))


def turn_on_at_set_up(home: Path) -> bool:
    """Whether the sender of a folder that was just set up starts with the log-in from now on.

    Never in a folder for passing files, which a restart of the computer may empty; and where the
    system refuses, the laptop is set up all the same.
    """
    if home.absolute().is_relative_to(Path(tempfile.gettempdir()).absolute()):
        return False
    with contextlib.suppress(AutostartRefused):
        autostart_of(home).turn(True)
        return True
    return False


def desktop_entry(words: Sequence[str]) -> bytes:
    """An autostart entry of the XDG desktops that runs a command line."""
    line = " ".join(_quoted(word) for word in words)
    return (
        "[Desktop Entry]\n"
        "Type=Application\n"
        "Name=Field reports: send\n"
        "Comment=Sends reports to HQ when there is a connection\n"
        f"Exec={line}\n"
        "Terminal=false\n"
        "X-GNOME-Autostart-enabled=true\n"
    ).encode("utf-8", "surrogateescape")


def launch_agent(name: str, words: Sequence[str]) -> bytes:
    """A launch agent of macOS that runs a command line once, at log-in."""
    return plistlib.dumps(
        {
            "Label": name,
            "ProgramArguments": list(words),
            "RunAtLoad": True,
            "ProcessType": "Background",
        }
    )


def _name(home: Path) -> str:
    """One name for each folder; it tells nothing about it."""
    where = os.fsencode(home.absolute())
    return f"fieldapp-sender-{sha256(where).hexdigest()[:8]}"


def _quoted(word: str) -> str:
    """A word for ``Exec``: quoted, then written as every text of a desktop entry is."""
    inside = "".join(f"\\{letter}" if letter in '"`$\\' else letter for letter in word)
    text = f'"{inside.replace("%", "%%")}"'
    for letter, written in (("\\", "\\\\"), ("\n", "\\n"), ("\t", "\\t"), ("\r", "\\r")):
        text = text.replace(letter, written)
    return text


if sys.platform == "win32":
    import winreg

    class WindowsRegistry:
        """The registry of the person who is logged in."""

        def read(self, key: str, name: str) -> str | bytes | None:
            """As `Registry.read`."""
            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
                    value = winreg.QueryValueEx(opened, name)[0]
            except FileNotFoundError:
                return None
            return value if isinstance(value, str | bytes) else None

        def write(self, key: str, name: str, value: str) -> None:
            """As `Registry.write`."""
            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, key) as opened:
                winreg.SetValueEx(opened, name, 0, winreg.REG_SZ, value)

        def remove(self, key: str, name: str) -> None:
            """As `Registry.remove`."""
            access = winreg.KEY_SET_VALUE
            with (
                contextlib.suppress(FileNotFoundError),
                winreg.OpenKey(winreg.HKEY_CURRENT_USER, key, 0, access) as opened,
            ):
                winreg.DeleteValue(opened, name)
