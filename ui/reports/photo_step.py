"""Adding or removing a photo, as a step that can be taken back."""

from collections.abc import Callable
from dataclasses import dataclass

from fieldapp.store.drafts import DraftFile


@dataclass
class PhotoStep:
    """A photo that came or went.

    Args:
        file: the photo.
        content: its bytes; None until it was removed, which reads them.
        put: keeps and shows it.
        drop: removes it, and leaves its bytes in ``content``.
        there: whether it is part of the report now.
    """

    file: DraftFile
    content: bytes | None
    put: "Callable[[PhotoStep], None]"
    drop: "Callable[[PhotoStep], None]"
    there: bool

    def swap(self) -> None:
        """Takes the photo away when it is there, else puts it back."""
        act, self.there = (self.drop, False) if self.there else (self.put, True)
        act(self)
