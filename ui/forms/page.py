"""Builds the page of a form out of what its session holds."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtWidgets import QWidget

from fieldapp.forms.model import QuestionDef, RepeatDef
from fieldapp.forms.session import FormSession, View
from ui.forms.context import FormContext
from ui.forms.parts import GroupBox, Part, RepeatBox, RowBox
from ui.forms.question import QuestionBox
from ui.forms.section import SectionCard, SectionPart
from ui.slices import Steps

Added = Callable[[Part], None]


class PageBuilder:
    """Makes the parts of a page, a question at a time.

    Args:
        session: the report being written.
        context: here and now, for the fields.
        added: told of every part as it is made, of a group or row before what it holds.
    """

    def __init__(self, session: FormSession, context: FormContext, added: Added) -> None:
        self._session = session
        self._context = context
        self._added = added

    def sections(self, parent: QWidget) -> list[tuple[SectionCard, Steps]]:
        """The form's sections in order, one for each top-level group or repeat, and how to fill it.

        Questions between them are gathered in sections under the form's own title.
        """
        found: list[tuple[SectionCard, list[View]]] = []
        for view in self._session.tree().children:
            if not _asks(view):
                continue
            if view.kind != "question":
                inside = [view] if view.kind == "repeat" else list(view.children)
                found.append((SectionCard(self._session, view.ref, parent), inside))
                continue
            if not found or found[-1][0].ref:
                found.append((SectionCard(self._session, "", parent), []))
            found[-1][1].append(view)
        return [(card, self._fill(views, card)) for card, views in found]

    def _fill(self, views: Sequence[View], holder: SectionPart) -> Steps:
        for view in views:
            if _asks(view):
                yield from self._place(view, holder)

    def _place(self, view: View, holder: SectionPart) -> Steps:
        definition = view.definition
        if isinstance(definition, QuestionDef):
            self._put(
                QuestionBox(self._session, view.ref, definition, self._context, holder), holder
            )
            yield
        elif isinstance(definition, RepeatDef):
            repeat = RepeatBox(self._session, view.ref, definition, self._row, holder)
            self._put(repeat, holder)
            yield from repeat.fill()
        else:
            group = GroupBox(self._session, view.ref, holder)
            self._put(group, holder)
            yield from self._fill(view.children, group)

    def _put(self, part: QuestionBox | GroupBox | RepeatBox, holder: SectionPart) -> None:
        holder.add(part)
        self._added(part)

    def _row(self, repeat: RepeatBox, ref: str) -> tuple[RowBox, Steps]:
        row = RowBox(self._session, ref, repeat.fixed, repeat)
        self._added(row)
        view = next(found for found in _walk(self._session.tree()) if found.ref == ref)
        return row, self._fill(view.children, row)


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
