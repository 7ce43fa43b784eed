"""Builds the page of a form out of what its session holds."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QWidget

from fieldapp.forms.model import QuestionDef, RepeatDef
from fieldapp.forms.session import FormSession, View
from ui.forms.context import FormContext
from ui.forms.parts import GroupBox, Part, RepeatBox, RowBox
from ui.forms.question import QuestionBox
from ui.forms.section import SectionCard, SectionPart

Added = Callable[[Part], None]


class PageBuilder:
    """Makes the parts of a page.

    Args:
        session: the report being written.
        context: here and now, for the fields.
        added: told of every part as it is made.
    """

    def __init__(self, session: FormSession, context: FormContext, added: Added) -> None:
        self._session = session
        self._context = context
        self._added = added

    def sections(self, parent: QWidget) -> list[SectionCard]:
        """The form's sections in order, one for each top-level group or repeat.

        Questions between them are gathered in sections under the form's own title.
        """
        cards: list[SectionCard] = []
        for view in self._session.tree().children:
            if not _asks(view):
                continue
            if view.kind == "question":
                if not cards or cards[-1].ref:
                    cards.append(SectionCard(self._session, "", parent))
                self._place(view, cards[-1])
                continue
            card = SectionCard(self._session, view.ref, parent)
            cards.append(card)
            if view.kind == "repeat":
                self._place(view, card)
            else:
                self._fill(view, card)
        return cards

    def _fill(self, view: View, holder: SectionPart) -> None:
        for child in view.children:
            if _asks(child):
                self._place(child, holder)

    def _place(self, view: View, holder: SectionPart) -> None:
        definition = view.definition
        part: Part
        if isinstance(definition, QuestionDef):
            part = QuestionBox(self._session, view.ref, definition, self._context, holder)
        elif isinstance(definition, RepeatDef):
            part = RepeatBox(self._session, view.ref, definition, self._row, holder)
        else:
            part = GroupBox(self._session, view.ref, holder)
            self._fill(view, part)
        holder.add(part)
        self._added(part)

    def _row(self, repeat: RepeatBox, ref: str) -> RowBox:
        row = RowBox(self._session, ref, repeat.fixed, repeat)
        view = next(found for found in _walk(self._session.tree()) if found.ref == ref)
        self._fill(view, row)
        self._added(row)
        return row


def _asks(view: View) -> bool:
    """Whether anything at or below ``view`` is shown to people."""
    if isinstance(view.definition, QuestionDef):
        return view.definition.control != "none"
    return _asks_below(view.definition.children)


def _asks_below(definitions: object) -> bool:
    if not isinstance(definitions, tuple):
        return False
    return any(
        definition.control != "none"
        if isinstance(definition, QuestionDef)
        else _asks_below(definition.children)
        for definition in definitions
    )


def _walk(view: View) -> Iterator[View]:
    yield view
    for child in view.children:
        yield from _walk(child)
