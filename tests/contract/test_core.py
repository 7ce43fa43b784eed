"""The security core stays small enough to be read in a day; `make core` measures its branches."""

import tomllib

import pytest

from tests.support.core import CORE, MOST_LINES, ROOT, TESTS, code_lines, core_modules
from tests.support.mutants import share_noticed, table


def test_the_core_is_small_enough_to_trust() -> None:
    sizes = {
        path.relative_to(ROOT).as_posix(): code_lines(path.read_text("utf-8"))
        for path in core_modules()
    }
    assert sum(sizes.values()) < MOST_LINES, sizes


@pytest.mark.parametrize("pattern", CORE)
def test_every_room_of_the_core_is_there(pattern: str) -> None:
    assert list(ROOT.glob(pattern))


def test_mutants_are_made_of_the_core_and_met_by_its_tests() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["mutmut"]
    assert tuple(settings["only_mutate"]) == CORE
    assert tuple(settings["pytest_add_cli_args_test_selection"]) == TESTS
    for left_out in settings["pytest_add_cli_args"][2:]:
        path, test = left_out.removeprefix("--deselect=").split("::")
        assert f"def {test.split('[')[0]}(" in (ROOT / path).read_text("utf-8")


def test_every_mutant_is_counted_whatever_became_of_it() -> None:
    lines, total = table(
        {"a.py": {"x": "noticed", "y": "survived", "z": "not tried"}, "b.py": {"x": "endless"}}
    )
    assert sum(total.values()) == 4
    assert share_noticed(total) == 0.5
    assert [line.split()[0] for line in lines] == ["module", "a.py", "b.py", "all"]


def test_lines_of_code_are_counted_as_they_are_read() -> None:
    source = '''"""A module.

Two lines of it."""

import os  # counts once

# does not


def walk(
    a: int,
) -> str:
    """Not this."""
    text = """this
    and this"""
    return text
'''
    assert code_lines(source) == 1 + 3 + 2 + 1
