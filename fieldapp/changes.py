"""The one thing that travels backwards: what a finished command or arrival may have changed."""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Changes:
    """Flags set after a commit. A screen that cares about one asks again; it is told no data.

    Args:
        reports: reports, their revisions, questions or verdicts.
        drafts: reports being written.
        journal: own records that wait to be sealed and sent.
        delivery: what HQ is known to hold.
        roster: who may do what.
        photos: photos and files held here.
        packs: forms and code lists that are used from the next unlocking.
    """

    reports: bool = False
    drafts: bool = False
    journal: bool = False
    delivery: bool = False
    roster: bool = False
    photos: bool = False
    packs: bool = False

    def __or__(self, other: "Changes") -> "Changes":
        """Whatever either of the two changed."""
        return Changes(*(getattr(self, f.name) or getattr(other, f.name) for f in fields(self)))

    def __and__(self, other: "Changes") -> "Changes":
        """What both of the two changed."""
        return Changes(*(getattr(self, f.name) and getattr(other, f.name) for f in fields(self)))

    def __bool__(self) -> bool:
        """Whether anything changed at all."""
        return any(getattr(self, f.name) for f in fields(self))


NOTHING = Changes()
