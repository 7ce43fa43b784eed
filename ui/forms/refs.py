"""References to places in a form: ``/data/parties[2]/actor``, rows counted from 1."""

from collections.abc import Mapping, MutableMapping
from typing import TypeVar

T = TypeVar("T")


def row_number(row_ref: str) -> int:
    """The number at the end of a row's reference.

    Raises:
        ValueError: the reference is not that of a row.
    """
    return int(row_ref.rpartition("[")[2].rstrip("]"))


def is_within(ref: str, above: str) -> bool:
    """Whether ``ref`` is ``above`` or lies below it; rows lie below their repeat."""
    return ref == above or ref.startswith((f"{above}/", f"{above}["))


def after_removal(ref: str, row_ref: str) -> str | None:
    """What ``ref`` is called once the row ``row_ref`` has gone; None when it went with it."""
    repeat = row_ref.rpartition("[")[0]
    if is_within(ref, row_ref):
        return None
    if not ref.startswith(f"{repeat}["):
        return ref
    number, bracket, rest = ref[len(repeat) + 1 :].partition("]")
    here = int(number)
    return f"{repeat}[{here - 1 if here > row_number(row_ref) else here}{bracket}{rest}"


def without_row(table: Mapping[str, T], row_ref: str) -> dict[str, T]:
    """``table``, keyed by references, as it is once the row has gone."""
    moved = ((after_removal(ref, row_ref), value) for ref, value in table.items())
    return {ref: value for ref, value in moved if ref is not None}


def forget(table: MutableMapping[str, T], row_ref: str) -> None:
    """Takes what belongs to a row that is gone out of ``table``, keyed by references."""
    for ref in [ref for ref in table if is_within(ref, row_ref)]:
        del table[ref]
