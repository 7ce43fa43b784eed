"""Erasing a laptop: after one step nothing opens; cut off anywhere, the next start goes on."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from fieldapp.clock import system_entropy
from fieldapp.commands import file_report
from fieldapp.errors import FieldError
from fieldapp.people import Desk
from fieldapp.vault.errors import VaultDamaged
from fieldapp.vault.file import FILE_NAME
from fieldapp.vault.slots import Vault
from fieldapp.vault.wipe import (
    ERASED,
    HEAD_BYTES,
    Eraser,
    KeysLeft,
    WipeUnfinished,
    erase_keys,
    erase_rest,
    erasing,
)
from sync.field.config import set_up_config
from sync.field.disk import Disk
from sync.field.erasing import erase_laptop
from sync.field.erasing_cli import WORDS
from sync.field.spool import Spool
from sync.field.status import read_status
from tests.support.mission import PASSPHRASE, make_desk, make_mission, seeded
from tests.support.processes import ROOT, SenderProcess, until
from tests.support.window import photo, story
from ui.preferences import Preferences, save_preferences
from ui.verbs import group

SCENARIO = "03-denied-despite-clearance"


def in_use(home: Path) -> Desk:
    """A laptop with a report and a photo in it, one file of every kind, and its store open."""
    desk = make_desk(home, make_mission())
    file_report(desk, story(SCENARIO), [photo(1)])
    spool = Spool(home)
    spool.prepare()
    spool.put("4-0000000001-00000000.ufr", b"sealed")
    set_up_config(home, desk.profile, desk.stream, seeded(1)(16), Disk())
    save_preferences(home, Preferences())
    for name in ("packs/forms.pack", "snapshots/1.db", "vault.json.part", "desktop.log"):
        (home / name).parent.mkdir(exist_ok=True)
        (home / name).write_bytes(b"x" * 3000)
    return desk


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "home"
    desk = in_use(folder)
    (folder / "holiday.txt").write_text("the person's own")
    yield folder
    desk.store.connection.close()


def names(home: Path) -> list[str]:
    return sorted(str(path.relative_to(home)) for path in home.rglob("*") if path.is_file())


class Dark(BaseException):
    """The power failed."""


class Failing(Eraser):
    """The power fails before a step, or a step is refused."""

    def __init__(self, dark_at: int = -1, refuse: str = "") -> None:
        self.steps = 0
        self._dark_at = dark_at
        self._refuse = refuse

    def overwrite(self, path: Path, content: bytes) -> None:
        self._step(path)
        super().overwrite(path, content)

    def cut(self, path: Path, length: int) -> None:
        self._step(path)
        super().cut(path, length)

    def remove(self, path: Path) -> None:
        self._step(path)
        super().remove(path)

    def _step(self, path: Path) -> None:
        if self.steps == self._dark_at:
            raise Dark
        self.steps += 1
        if self._refuse and path.name.startswith(self._refuse):
            raise PermissionError(path.name)


def opens(home: Path) -> bool:
    """Whether the right passphrase still yields keys."""
    vault = Vault(home, system_entropy)
    try:
        vault.unlock(vault.slots()[0].id, PASSPHRASE)
    except FieldError:
        return False
    return True


def test_nothing_of_ours_is_left_and_nothing_of_theirs_is_touched(home: Path) -> None:
    assert opens(home)
    erase_laptop(home)
    assert names(home) == ["holiday.txt"]
    assert not opens(home)
    erase_laptop(home)


def test_the_first_step_already_leaves_nothing_to_open(home: Path) -> None:
    before = (home / FILE_NAME).read_bytes()
    eraser = Failing(dark_at=1)
    with pytest.raises(Dark):
        erase_keys(home, eraser)
    after = (home / FILE_NAME).read_bytes()
    assert len(after) >= len(before)
    assert after.replace(ERASED, b"") == b""
    with pytest.raises(VaultDamaged):
        Vault(home, system_entropy).slots()
    assert erasing(home)


def test_every_copy_of_the_keys_goes_before_anything_else(home: Path) -> None:
    erase_keys(home)
    kept = {path.name: path.read_bytes() for path in home.glob(f"{FILE_NAME}*")}
    assert kept == {FILE_NAME: ERASED, f"{FILE_NAME}.part": ERASED}


def test_the_power_fails_at_every_step(tmp_path: Path) -> None:
    """Whatever is left cannot be opened, and the next start brings it to its end."""
    counting = Failing()
    desk = in_use(tmp_path / "count")
    erase_laptop(tmp_path / "count", counting)
    desk.store.connection.close()
    assert counting.steps > 20
    for step in range(1, counting.steps):
        home = tmp_path / str(step)
        desk = in_use(home)
        with pytest.raises(Dark):
            erase_laptop(home, Failing(dark_at=step))
        desk.store.connection.close()
        assert not opens(home), step
        if names(home):
            assert erasing(home), step
            erase_laptop(home)
        assert names(home) == [], step


def test_the_head_of_the_store_is_destroyed_even_where_it_cannot_be_removed(home: Path) -> None:
    """As where another process has the file open and the system guards it."""
    size = (home / "vault.db").stat().st_size
    with pytest.raises(WipeUnfinished):
        erase_laptop(home, Stuck())
    assert erasing(home), "the mark stays for the next start"
    assert names(home) == ["holiday.txt", "vault.db", FILE_NAME, f"{FILE_NAME}.part"]
    head = (home / "vault.db").read_bytes()[:HEAD_BYTES]
    assert not any(head)
    assert (home / "vault.db").stat().st_size == size
    erase_laptop(home)
    assert names(home) == ["holiday.txt"]


class Stuck(Eraser):
    """The store cannot be removed."""

    def remove(self, path: Path) -> None:
        if path.name == "vault.db":
            raise PermissionError(path.name)
        super().remove(path)


def test_the_mark_that_stays_is_told_and_tried_again(home: Path) -> None:
    class MarkStays(Eraser):
        def remove(self, path: Path) -> None:
            if path.name == FILE_NAME:
                raise PermissionError(path.name)
            super().remove(path)

    with pytest.raises(WipeUnfinished):
        erase_laptop(home, MarkStays())
    assert erasing(home)
    assert names(home) == ["holiday.txt", FILE_NAME]
    erase_laptop(home)
    assert names(home) == ["holiday.txt"]


def test_where_nothing_can_be_looked_at_nothing_is_erased(tmp_path: Path) -> None:
    nowhere = tmp_path / ("x" * 300)
    assert not erasing(nowhere)
    erase_keys(nowhere)
    erase_rest(nowhere)


def test_keys_that_cannot_be_overwritten_are_told_and_the_rest_goes(home: Path) -> None:
    class Guarded(Eraser):
        def overwrite(self, path: Path, content: bytes) -> None:
            if path.name == FILE_NAME:
                raise PermissionError(path.name)
            super().overwrite(path, content)

    with pytest.raises(KeysLeft):
        erase_laptop(home, Guarded())
    assert names(home) == ["holiday.txt"]


def test_a_step_is_on_the_disk_before_the_next_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / FILE_NAME
    path.write_bytes(b"wrapped keys")
    seen: list[bytes] = []
    monkeypatch.setattr(os, "fsync", lambda _handle: seen.append(path.read_bytes()))
    Eraser().overwrite(path, ERASED * 2)
    Eraser().cut(path, len(ERASED))
    assert seen == [ERASED * 2, ERASED]


def test_a_store_that_cannot_be_overwritten_is_removed_all_the_same(home: Path) -> None:
    class Guarded(Eraser):
        def overwrite(self, path: Path, content: bytes) -> None:
            if path.name == "vault.db":
                raise PermissionError(path.name)
            super().overwrite(path, content)

    erase_laptop(home, Guarded())
    assert names(home) == ["holiday.txt"]


def test_a_folder_that_cannot_be_listed_is_told_of(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = Path.iterdir

    def closed(path: Path) -> Iterator[Path]:
        if path.name == "packs":
            raise PermissionError(path.name)
        return iter(listed(path))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "iterdir", closed)
        with pytest.raises(WipeUnfinished):
            erase_laptop(home)
    erase_laptop(home)
    assert names(home) == ["holiday.txt"]


def test_a_folder_of_another_program_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "vault.json").write_text("theirs")
    erase_laptop(tmp_path)
    assert names(tmp_path) == ["letters/vault.json"]


def test_a_link_is_removed_and_not_followed(tmp_path: Path) -> None:
    outside, home = tmp_path / "outside", tmp_path / "home"
    outside.mkdir()
    (outside / "photo.jpg").write_text("theirs")
    home.mkdir()
    (home / "packs").symlink_to(outside, target_is_directory=True)
    erase_rest(home)
    assert names(home) == []
    assert names(outside) == ["photo.jpg"]


def test_everything_that_the_format_names_goes(tmp_path: Path) -> None:
    """Whoever adds a file to the installation folder has it erased, too."""
    text = (ROOT / "fieldapp/FORMAT.md").read_text("utf-8").split("## 2.")[1]
    block = re.findall(r"```\n(.*?)```", text, re.S)[0]
    named = [word for line in block.splitlines() for word in line.split("  ")[0].split(", ")]
    assert len(named) > 8
    for name in named:
        name = f"vault.db{name}" if name.startswith("-") else name
        path = tmp_path / name / "inside" if name.endswith("/") else tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    erase_laptop(tmp_path)
    assert names(tmp_path) == []


def test_the_sender_ends_too(tmp_path: Path) -> None:
    home = tmp_path / "home"
    desk = in_use(home)
    with SenderProcess(home, tmp_path / "log") as sender:
        until("it works", lambda: read_status(home) is not None)
        erase_laptop(home)
        assert sender._child is not None
        assert sender._child.wait(timeout=20) == 0
    desk.store.connection.close()
    assert names(home) == []


def test_the_verb_asks_for_the_words(home: Path) -> None:
    words = ["wipe", "--home", str(home), "--json"]
    refused = CliRunner().invoke(group, words, input="yes\n")
    assert refused.exception is not None
    assert opens(home)
    done = CliRunner().invoke(group, words, input=f"{WORDS}\n")
    assert done.exit_code == 0
    assert '"erased": true' in done.output
    assert names(home) == ["holiday.txt"]


def test_rights_are_no_obstacle_to_their_owner(home: Path) -> None:
    os.chmod(home / "spool" / "sender.json", 0o400)
    erase_laptop(home)
    assert names(home) == ["holiday.txt"]
