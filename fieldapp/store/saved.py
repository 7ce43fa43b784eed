"""Filters that a person keeps for the list of reports, in the encrypted store and theirs alone."""

import json
from dataclasses import asdict, dataclass

from fieldapp.store.database import Store

MOST = 30
"""Saved filters of one person; more would not be found again in a menu."""
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """What was chosen, under a name.

    Args:
        name: the person's word for it; one name is there once.
        text: words looked for.
        types: short types.
        states: states.
        units: unit codes.
        period: code of a period that ends now, or empty.
        late: codes of how reports stand with their deadline.
    """

    name: str
    text: str = ""
    types: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    period: str = ""
    late: tuple[str, ...] = ()


def load(store: Store, person: str) -> tuple[SavedFilter, ...]:
    """The saved filters of the person with this slot id, by name."""
    found = json.loads(store.setting(_name(person), "[]"))
    return tuple(
        SavedFilter(
            item["name"],
            item["text"],
            tuple(item["types"]),
            tuple(item["states"]),
            tuple(item["units"]),
            item["period"],
            tuple(item.get("late", ())),
        )
        for item in found
    )


def keep(store: Store, person: str, saved: SavedFilter) -> None:
    """Adds a filter, in place of one of the same name; beyond `MOST` the first by name goes."""
    others = [item for item in load(store, person) if item.name != saved.name]
    _write(store, person, [*others, saved])


def drop(store: Store, person: str, name: str) -> None:
    """Forgets a filter; an unknown name is no error."""
    _write(store, person, [item for item in load(store, person) if item.name != name])


def take_over(store: Store, old: str, new: str) -> None:
    """Gives a person's filters to another slot."""
    found = load(store, old)
    if found:
        _write(store, new, list(found))
        store.set_setting(_name(old), "[]")


def _write(store: Store, person: str, items: list[SavedFilter]) -> None:
    kept = sorted(items, key=lambda item: item.name.casefold())[-MOST:]
    store.set_setting(_name(person), json.dumps([asdict(item) for item in kept]))


def _name(person: str) -> str:
    return f"filters.{person}"
