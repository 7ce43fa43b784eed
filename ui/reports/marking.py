"""How high something is marked that shows several reports."""

from collections.abc import Iterable, Sequence


def highest_mark(levels: Sequence[str], marks: Iterable[str]) -> str:
    """The highest classification of reports; the lowest there is without any.

    Args:
        levels: from the lowest to the highest; a level that is not among them counts as higher.
        marks: of the reports.
    """
    order = {level: number for number, level in enumerate(levels)}
    found = {mark for mark in marks if mark}
    return max(found, key=lambda mark: order.get(mark, len(order)), default=next(iter(levels), ""))
