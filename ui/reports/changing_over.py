"""A draft taken from one edition of its form to another."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from fieldapp.forms.definition import FormDefinition
from fieldapp.forms.editions import Difference, carry, compare
from fieldapp.store.drafts import Draft
from ui.reports.writing import Here, Origin, take_up


@dataclass(frozen=True, slots=True)
class ChangedOver:
    """A draft as it would be in the other edition.

    Args:
        draft: itself; answers without a place are among its ``strays``.
        differences: what differs between the editions.
    """

    draft: Draft
    differences: tuple[Difference, ...]


def change_over(
    draft: Draft, old: FormDefinition, new: FormDefinition, here: Callable[[FormDefinition], Here]
) -> ChangedOver:
    """The draft in the edition ``new``; it is not kept.

    Only what was kept is taken along: of a protected form nothing that was caught.

    Args:
        draft: as it may be kept.
        old: the edition it is in.
        new: the edition it goes to; where it came from it goes back.
        here: for sessions of a form.
    """
    before = take_up(Origin(draft), old, here(old)).session
    moved = replace(draft, version=new.version, strays=())
    after = take_up(Origin(moved), new, here(new)).session
    carried = carry(before, after, draft.strays, draft.typed)
    moved = replace(
        moved,
        answers=after.answers(for_filing=False),
        typed=carried.typed,
        strays=carried.strays,
        came_from="" if new.version == draft.came_from else old.version,
    )
    return ChangedOver(moved, compare(before, after))
