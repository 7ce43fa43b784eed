"""A crypto library that lies is caught before it holds a key."""

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from fieldapp.clock import system_entropy
from fieldapp.store import database
from fieldapp.vault import selftest
from fieldapp.vault.errors import CryptoBroken
from fieldapp.vault.selftest import PRIMITIVES, Primitives, require_sound, run
from fieldapp.vault.slots import Vault
from tests.support.mission import CHEAP, PASSPHRASE, TickingClock

PARTS = [part.name for part in fields(Primitives)]


@pytest.fixture(autouse=True)
def look_again() -> Iterator[None]:
    require_sound.cache_clear()
    yield
    require_sound.cache_clear()


def lying(part: str) -> Primitives:
    """One bit of each answer is turned; who only checks says yes to everything."""
    right: Callable[..., Any] = getattr(PRIMITIVES, part)

    def wrong(*arguments: Any) -> Any:
        if part == "verify":
            return None
        answer = right(*arguments)
        return answer[:-1] + bytes([answer[-1] ^ 1])

    return replace(PRIMITIVES, **{part: wrong})


def test_the_library_of_this_computer_is_sound() -> None:
    run(PRIMITIVES)


@pytest.mark.parametrize("part", PARTS)
def test_a_part_that_lies_is_noticed(part: str) -> None:
    with pytest.raises(CryptoBroken):
        run(lying(part))


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("error", [ValueError, TypeError, selftest.InvalidTag])
def test_a_part_that_fails_is_noticed(part: str, error: type[Exception]) -> None:
    def fails(*_arguments: Any) -> Any:
        raise error

    with pytest.raises(CryptoBroken):
        run(replace(PRIMITIVES, **{part: fails}))


@pytest.mark.parametrize("part", ["unseal", "open_radio", "open_courier"])
def test_who_opens_what_was_changed_is_noticed(part: str) -> None:
    """Decrypts rightly, but does not look at the tag."""
    right: Callable[..., bytes] = getattr(PRIMITIVES, part)
    plain: list[bytes] = []

    def careless(*arguments: bytes) -> bytes:
        if not plain:
            plain.append(right(*arguments))
        return plain[0]

    with pytest.raises(CryptoBroken):
        run(replace(PRIMITIVES, **{part: careless}))


def test_nothing_opens_with_a_broken_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = Vault(tmp_path, system_entropy)
    keys = vault.create("Capt A", PASSPHRASE, CHEAP)
    before = (tmp_path / "vault.json").read_bytes()
    require_sound.cache_clear()
    monkeypatch.setattr(selftest, "PRIMITIVES", lying("stretch"))
    with pytest.raises(CryptoBroken) as told:
        vault.unlock(keys.slot.id, PASSPHRASE)
    assert "nothing was opened" in told.value.message
    assert (tmp_path / "vault.json").read_bytes() == before
    with pytest.raises(CryptoBroken):
        Vault(tmp_path / "new", system_entropy).create("Capt A", PASSPHRASE, CHEAP)
    assert not (tmp_path / "new").exists()


def test_a_store_without_encryption_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sqlite3

    monkeypatch.setattr(database.sqlite, "connect", sqlite3.connect)
    with pytest.raises(CryptoBroken):
        database.open_store(tmp_path, b"k" * 32, TickingClock(), create=True)
    assert (tmp_path / database.FILE_NAME).read_bytes() == b""
