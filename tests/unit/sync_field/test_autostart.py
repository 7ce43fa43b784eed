"""The entry that starts the sender with the person's log-in: made, read, switched, removed."""

import configparser
import os
import plistlib
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from sync.field.autostart import (
    Autostart,
    AutostartRefused,
    FileEntry,
    NoList,
    RunValue,
    autostart_of,
    desktop_entry,
    launch_agent,
    turn_on_at_set_up,
)
from sync.field.autostart_cli import OFF, ON
from sync.field.erasing import erase_laptop
from sync.field.starting import command
from tests.support.processes import ROOT
from ui.verbs import group

ODD = ["/usr/bin/python3", "-m", "it", "--home", '/home/Ann "A" B/100% $HOME `x` \\ \u00e9']
linux = pytest.mark.skipif(sys.platform != "linux", reason="the desktops of Linux")


@pytest.fixture
def config_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "config"
    monkeypatch.setenv("XDG_CONFIG_HOME", os.fspath(folder))
    return folder


def exec_words(entry: bytes) -> list[str]:
    """The command of a desktop entry; its quotes are those of a shell, which reads them here."""
    read = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    read.optionxform = str  # type: ignore[assignment]
    read.read_string(entry.decode())
    assert read["Desktop Entry"]["Type"] == "Application"
    line = read["Desktop Entry"]["Exec"].replace("\\\\", "\\")
    shown = subprocess.run(["sh", "-c", f"printf '%s\\0' {line}"], capture_output=True, check=True)
    return shown.stdout.decode().replace("%%", "%").split("\0")[:-1]


class MemoryRegistry:
    """Values of a registry that are kept in a dictionary; or one that nobody may write to."""

    def __init__(self, *, closed: bool = False) -> None:
        self.values: dict[tuple[str, str], str | bytes] = {}
        self._closed = closed

    def read(self, key: str, name: str) -> str | bytes | None:
        return self.values.get((key.rsplit("\\", 2)[1], name))

    def write(self, key: str, name: str, value: str) -> None:
        if self._closed:
            raise PermissionError
        self.values[key.rsplit("\\", 2)[1], name] = value

    def remove(self, key: str, name: str) -> None:
        self.values.pop((key.rsplit("\\", 2)[1], name), None)


@linux
def test_a_desktop_entry_holds_every_odd_folder() -> None:
    assert exec_words(desktop_entry(ODD)) == ODD


def test_a_launch_agent_runs_the_same_words_at_log_in() -> None:
    agent = plistlib.loads(launch_agent("one", ODD))
    assert (agent["Label"], agent["ProgramArguments"], agent["RunAtLoad"]) == ("one", ODD, True)
    assert "KeepAlive" not in agent, "a sender without a laptop ends, and is not started again"


def both(folder: Path) -> Mapping[str, Autostart]:
    return {
        "file": FileEntry(folder / "autostart" / "x.desktop", b"content"),
        "registry": RunValue(MemoryRegistry(), "x", "line"),
    }


@pytest.mark.parametrize("kind", ["file", "registry"])
def test_an_entry_is_switched_on_and_off(tmp_path: Path, kind: str) -> None:
    entry = both(tmp_path)[kind]
    assert not entry.is_on()
    for _ in range(2):
        entry.turn(True)
        assert entry.is_on()
    for _ in range(2):
        entry.turn(False)
        assert not entry.is_on()


def test_what_the_system_switched_off_is_off(tmp_path: Path) -> None:
    entry = FileEntry(tmp_path / "x.desktop", desktop_entry(ODD))
    entry.turn(True)
    off = desktop_entry(ODD).replace(b"enabled=true", b"enabled=false")
    (tmp_path / "x.desktop").write_bytes(off)
    assert not entry.is_on()
    registry = MemoryRegistry()
    value = RunValue(registry, "x", "line")
    value.turn(True)
    for first, on in ((b"\x02", True), (b"\x03", False), (b"\x06", True), (b"", True)):
        registry.values["StartupApproved", "x"] = first + bytes(11 if first else 0)
        assert value.is_on() is on, first
    registry.values["StartupApproved", "x"] = b"\x03" + bytes(11)
    value.turn(True)
    assert value.is_on(), "switching it on here counts more than what the system noted before"


def test_another_version_of_the_app_is_not_started(tmp_path: Path) -> None:
    registry = MemoryRegistry()
    RunValue(registry, "x", "an older line").turn(True)
    assert not RunValue(registry, "x", "line").is_on()


def test_a_system_that_refuses_is_told_calmly(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where the folder should be")
    for entry in (
        FileEntry(tmp_path / "taken" / "x.desktop", b""),
        RunValue(MemoryRegistry(closed=True), "x", "line"),
        NoList(),
    ):
        with pytest.raises(AutostartRefused):
            entry.turn(True)
        assert not entry.is_on()


@linux
def test_each_folder_has_its_own_entry(tmp_path: Path, config_home: Path) -> None:
    for name in ("one", "other"):
        autostart_of(tmp_path / name).turn(True)
    autostart_of(tmp_path / "one").turn(False)
    (left,) = (config_home / "autostart").iterdir()
    assert exec_words(left.read_bytes()) == command(tmp_path / "other")


@linux
def test_set_up_never_fails_over_it(
    tmp_path: Path, config_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    assert not turn_on_at_set_up(home), "a folder for passing files"
    assert not config_home.exists()
    monkeypatch.setattr(tempfile, "tempdir", os.fspath(tmp_path / "passing"))
    config_home.write_text("a file where the folder should be")
    assert not turn_on_at_set_up(home)
    config_home.unlink()
    assert turn_on_at_set_up(home)
    assert autostart_of(home).is_on()


@linux
def test_the_verb_says_and_switches(tmp_path: Path, config_home: Path) -> None:
    def verb(*words: str) -> str:
        done = CliRunner().invoke(group, ["autostart", *words, "--home", os.fspath(tmp_path)])
        assert done.exit_code == 0
        return done.output.strip()

    assert [verb(), verb("--on"), verb(), verb("--off"), verb()] == [OFF, ON, ON, OFF, OFF]


@linux
def test_erasing_takes_the_entry_away(tmp_path: Path, config_home: Path) -> None:
    home = tmp_path / "home"
    (home / "spool").mkdir(parents=True)
    autostart_of(home).turn(True)
    autostart_of(tmp_path / "other").turn(True)
    erase_laptop(home)
    assert not autostart_of(home).is_on()
    assert autostart_of(tmp_path / "other").is_on()


def test_a_sender_without_a_laptop_ends_and_makes_nothing(tmp_path: Path) -> None:
    home = tmp_path / "gone"
    done = subprocess.run(command(home), capture_output=True, timeout=60, check=False, cwd=ROOT)
    assert (done.returncode, done.stderr) == (1, b"sender: enrol.missing\n")
    assert not home.exists()


def test_a_name_that_a_list_cannot_hold_stops_neither_set_up_nor_erasing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "bell\a"
    (home / "spool").mkdir(parents=True)
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(tempfile, "tempdir", os.fspath(tmp_path / "passing"))
    monkeypatch.setenv("HOME", os.fspath(tmp_path))
    assert not turn_on_at_set_up(home)
    erase_laptop(home)
    assert not (home / "spool").exists()
