"""``vault.json`` as anybody may read it: who works on this laptop. No key is needed or touched."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fieldapp.files import read_at_most
from fieldapp.vault.errors import NoVault, VaultDamaged, VaultUnreadable

FILE_NAME = "vault.json"
VERSION = 1
_MAX_BYTES = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Slot:
    """A person on the lock screen: no secret, only what the file shows to anyone."""

    id: str
    label: str


def vault_exists(home: Path) -> bool:
    """Whether somebody set this laptop up; raises `VaultUnreadable`."""
    try:
        return (home / FILE_NAME).exists()
    except OSError as error:
        raise VaultUnreadable(detail=type(error).__name__) from error


def people_of(home: Path) -> tuple[Slot, ...]:
    """The people of this laptop; raises `NoVault`, `VaultDamaged`, `VaultUnreadable`."""
    return tuple(Slot(item["id"], item["label"]) for item in read_vault(home)["slots"])


def read_vault(home: Path) -> dict[str, Any]:
    """Step 1: the file, its form checked as far as the lock screen needs; raises as `people_of`."""
    try:
        raw = read_at_most(home / FILE_NAME, _MAX_BYTES)
    except FileNotFoundError as error:
        raise NoVault() from error
    except OSError as error:
        raise VaultUnreadable(detail=type(error).__name__) from error
    try:
        document = json.loads(raw)
        json.dumps(document, ensure_ascii=False).encode("utf-8")
        slots = document["slots"]
        well_formed = document["v"] == VERSION and all(
            isinstance(item["id"], str) and isinstance(item["label"], str) for item in slots
        )
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise VaultDamaged(detail=type(error).__name__) from error
    if not well_formed or not slots or len(raw) > _MAX_BYTES:
        raise VaultDamaged(detail="not version 1, nobody in it, or too large")
    if not isinstance(slots, list) or not isinstance(document.get("vault"), str):
        raise VaultDamaged(detail="of another form")
    return dict(document)
