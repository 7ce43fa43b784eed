"""Makes a run over mutants quick without changing what it finds; a plugin for pytest.

A test that noticed other mutants of the same function comes first, and a key that was once
derived with the same parameters from the same passphrase is remembered.
"""

import os
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.kdf import argon2

NOTICED = Path("noticed")
"""Below the folder of the mutants: a file a function, a line for each time a test failed."""

_keys: dict[Any, bytes] = {}
_Argon2id = argon2.Argon2id


class _Remembered:
    """The library's Argon2id. No mutant changes it, so what it answered once is its answer."""

    def __init__(self, **parameters: Any) -> None:
        self._kdf = _Argon2id(**parameters)
        self._parameters = tuple(sorted(parameters.items()))

    def derive(self, passphrase: bytes) -> bytes:
        """Like the library's."""
        asked = (self._parameters, passphrase)
        if asked not in _keys:
            _keys[asked] = self._kdf.derive(passphrase)
        return _keys[asked]


argon2.Argon2id = _Remembered  # type: ignore[assignment,misc]


def _function() -> Path | None:
    function, _, _ = os.environ.get("MUTANT_UNDER_TEST", "").rpartition("__mutmut_")
    return NOTICED / function if function else None


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The likeliest first; the rest as mutmut gave them, the quickest first."""
    function = _function()
    if function is not None and function.exists():
        noticed = Counter(function.read_text("utf-8").splitlines())
        items.sort(key=lambda item: -noticed[item.nodeid])


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Writes down who noticed."""
    function = _function()
    if function is not None and report.failed:
        NOTICED.mkdir(exist_ok=True)
        with function.open("a", encoding="utf-8") as file:
            file.write(f"{report.nodeid}\n")
