"""The page on which a report is written."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from fieldapp.forms.session import Change, FormSession, Problem
from ui.forms.context import FormContext, TypedNote
from ui.forms.cursor import chain, give_cursor, tab_stops
from ui.forms.grid_field import GridField, from_map
from ui.forms.history import Answered, AnswerStep, History, give_keys, renew, taken
from ui.forms.offering import Offering
from ui.forms.page import PageBuilder
from ui.forms.parts import Part, RepeatBox, RowBox, everything, questions
from ui.forms.question import QuestionBox
from ui.forms.refs import forget, row_number, without_row
from ui.forms.section import OwnSection, SectionCard, SectionList
from ui.forms.sheet import Sheet
from ui.slices import Slices, Steps
from ui.theme.tokens import GAP_L

_LIST_FROM = 860
"""Width in pixels below which the list of sections gives way to the form."""


class FormView(QWidget):
    """A form being filled in.

    ``edited`` is sent after every change to an answer, a row or a note. The session and ``typed``
    always hold everything on the screen, also what is wrong. ``left`` is sent when the person has
    finished with a field for now. Once all problems were asked for, ``problems_left`` tells how
    many there are whenever that may have changed.

    The first questions are there at once; the others follow within a moment, between what the
    person does. Whoever asks for one of these gets it: all are made then.

    Args:
        session: the report being written.
        typed: notes by reference, how a person typed a grid or a moment; kept up to date in
            place, to be stored beside the answers.
        context: here and now.
    """

    edited = Signal()
    left = Signal()
    problems_left = Signal(int)

    def __init__(
        self,
        session: FormSession,
        typed: dict[str, TypedNote],
        context: FormContext,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.typed = typed
        self.history = History(self)
        self._parts: dict[str, Part] = {}
        self._extra: list[OwnSection] = []
        self._strict = False
        self._awaited = False
        self._came_to = ""
        self._sections: list[SectionCard] = []
        self._lay_out()
        made = PageBuilder(session, context, self._added).sections(self._sheet.paper)
        self._sections = [card for card, _ in made]
        for card in self._sections:
            self._sheet.add(card)
        self.left.connect(self.history.end_run)
        self.offering = Offering(context, self._questions, self._answer)
        self._building = Slices(self._fill(made), self)
        self._building.ended.connect(self._filled)
        self._building.begin()
        self._recount()

    def _lay_out(self) -> None:
        self.list = SectionList(self)
        self.list.picked.connect(self.go_to_section)
        self._sheet = Sheet(self)
        self._sheet.verticalScrollBar().valueChanged.connect(self._follow)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_L)
        row.addWidget(self.list)
        row.addWidget(self._sheet, 1)
        give_keys(self.history, self)

    # -- for the page around it

    def problems(self) -> tuple[Problem, ...]:
        """Everything that stands in the way of filing, in document order, in words for people.

        Beside the session's own verdicts: text that a field could not understand, and squares
        outside their zone without a reason.
        """
        self._building.finish()
        found: list[Problem] = []
        for box in self._questions():
            if text := box.complaint():
                kind = verdict.kind if (verdict := self.session.problem(box.ref)) else "type"
                found.append(Problem(box.ref, kind, text))
        return tuple(found)

    def show_problems(self) -> int:
        """Show every problem beside its question and go to the first; how many there are."""
        self._building.finish()
        self._strict = True
        for box in self._questions():
            box.touch()
        self._recount()
        if found := self.problems():
            self.go_to(found[0].ref)
        return len(found)

    def next_problem(self) -> None:
        """Go to the problem after the one gone to last, from the last to the first."""
        wrong = {problem.ref for problem in self.problems()}
        order = [box.ref for box in self._questions()]
        after = order.index(self._came_to) + 1 if self._came_to in order else 0
        coming = [ref for ref in order[after:] + order[:after] if ref in wrong]
        if coming:
            self.go_to(coming[0])

    def go_to(self, ref: str) -> None:
        """Scroll to a question and put the cursor into it.

        Raises:
            KeyError: the form asks no such question.
        """
        self._building.finish()
        box = self._parts[ref]
        self._came_to = ref
        field = box.field if isinstance(box, QuestionBox) else None
        give_cursor(box.stops() if field is None else field.stops())
        self._sheet.bring_into_view(box)

    def begin(self) -> None:
        """Put the cursor into the first question, as soon as it is there."""
        self._awaited = not self._enter(0) and self._building.going_on
        self.list.follow(0)

    def go_to_section(self, number: int) -> None:
        """Show a section, counted from 0 in the order of the list, and put the cursor into it."""
        cards = self._cards()
        if not 0 <= number < len(cards):
            return
        card = cards[number]
        if isinstance(card, SectionCard) and not card.stops():
            self._building.finish()
        self._sheet.bring_to_top(card)
        self._enter(number)
        self.list.follow(number)

    def set_language(self, code: str) -> None:
        """Ask in another language of the form; nothing that was answered or typed is lost.

        Raises:
            KeyError: the form has no such language.
        """
        self._building.finish()
        self._apply(self.session.set_language(code), origin=None)
        for shown in (*self._all(), *self._sections):
            shown.retranslate()
        self._say_own()
        self._recount()
        self._show_list()

    def add_section(self, words: Callable[[], str], content: QWidget) -> None:
        """Put something of the page's own, such as photos, below the form and into the list.

        Args:
            words: its title, in the language of the moment.
            content: what the page shows there.
        """
        card = OwnSection(words, content, self._sheet.paper)
        self._sheet.add(card)
        self._extra.append(card)
        self._recount()

    def box(self, ref: str) -> QuestionBox:
        """The question at ``ref``; raises `KeyError` when the form asks no such question."""
        self._building.finish()
        part = self._parts[ref]
        if not isinstance(part, QuestionBox):
            raise KeyError(ref)
        return part

    # -- building

    def _fill(self, made: Sequence[tuple[SectionCard, Steps]]) -> Steps:
        for card, steps in made:
            for _ in steps:
                if self._awaited:
                    self.begin()
                yield
            card.recount()
            self._show_list()

    def _filled(self) -> None:
        self._restore_tab_order()
        self._recount()

    def _enter(self, number: int) -> bool:
        """Whether there is something in a section that takes the cursor; it has it now."""
        card = self._cards()[number]
        return give_cursor(card.stops() if isinstance(card, SectionCard) else tab_stops(card))

    def _added(self, part: Part) -> None:
        self._parts[part.ref] = part
        if isinstance(part, QuestionBox):
            part.answered.connect(self._take)
            self.offering.watch(part)
            part.touched = self._strict
            part.show_answer(self.typed.get(part.ref))
            if part.field is not None:
                part.field.left.connect(self._recount_soon)
                part.field.left.connect(self.left)
            if isinstance(part.field, GridField):
                part.field.picked.connect(lambda: self._change(from_map(self.session, part.ref)))
        elif isinstance(part, RepeatBox):
            part.add_wanted.connect(self._add_row)
            part.remove_wanted.connect(self._remove_row)

    def _cards(self) -> list[SectionCard | OwnSection]:
        return [*self._sections, *self._extra]

    def _all(self) -> Iterable[Part]:
        for card in self._sections:
            yield from everything(card.parts)

    def _questions(self) -> Iterable[QuestionBox]:
        for card in self._sections:
            yield from questions(card.parts)

    def _restore_tab_order(self) -> None:
        chain([self.list, *(stop for card in self._sections for stop in card.stops())])

    # -- answers

    def _take(self, box: QuestionBox, value: str, note: TypedNote | None) -> None:
        # What is still being made must not meet rows that this answer takes away.
        self._building.finish()
        if not self.history.goes_on(box.ref, len(value)):
            self._remember(box.ref)
            self.history.begin_run(box.ref, len(value))
        if note:
            self.typed[box.ref] = note
        else:
            self.typed.pop(box.ref, None)
        self._apply(self.session.set(box.ref, value), origin=box)
        box.refresh("problem")
        self._recount()
        self.edited.emit()

    def _answer(self, box: QuestionBox, value: str) -> None:
        self._change(self.session.set(box.ref, value))

    def _change(self, changes: Iterable[Change]) -> None:
        self._apply(changes, origin=None)
        self._recount()
        self.edited.emit()

    def _apply(self, changes: Iterable[Change], origin: QuestionBox | None) -> None:
        reordered = False
        # Rows come first: what else has changed may lie in a new one.
        for change in sorted(changes, key=lambda one: (one.what != "rows", one.ref)):
            part = self._parts.get(change.ref)
            if change.what == "rows":
                reordered |= self._match_rows(part)
            elif part is None:
                self._apply_to_section(change)
            elif change.what == "value" and isinstance(part, QuestionBox):
                if part is not origin:
                    self.typed.pop(part.ref, None)
                    part.show_answer(None)
            else:
                part.refresh(change.what)
                if isinstance(part, RowBox):
                    self._match_rows(self._parts.get(change.ref.rpartition("[")[0]))
                # New choices are new widgets, which join the Tab order at its end.
                reordered |= change.what == "choices"
        if reordered:
            self._restore_tab_order()

    def _apply_to_section(self, change: Change) -> None:
        for card in self._sections:
            if card.ref == change.ref:
                card.refresh(change.what)

    def _match_rows(self, part: Part | None) -> bool:
        if not isinstance(part, RepeatBox):
            return False
        before = {row.ref for row in part.parts}
        part.match_rows()
        after = {row.ref for row in part.parts}
        for gone in before - after:
            forget(self._parts, gone)
            forget(self.typed, gone)
        return before != after

    def _add_row(self, repeat: RepeatBox) -> None:
        self._building.finish()
        self._remember(repeat.ref)
        self._apply(self.session.add_row(repeat.ref), origin=None)
        self._recount()
        self.edited.emit()
        if repeat.parts:
            first = next(questions([repeat.parts[-1]]), None)
            if first is not None and first.field is not None and first.field.stops():
                first.field.stops()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove_row(self, repeat: RepeatBox, row: RowBox) -> None:
        self._building.finish()
        number = row_number(row.ref)
        gone = row.ref
        self._remember(gone)
        changes = self.session.remove_row(gone)
        repeat.drop(row)
        for part in everything([row]):
            self._parts.pop(part.ref, None)
        renamed = without_row(self._parts, gone)
        kept = without_row(self.typed, gone)
        self.typed.clear()
        self.typed.update(kept)
        self._parts = renamed
        for ref, part in renamed.items():
            if part.ref != ref:
                part.ref = ref
                part.retranslate()
        self._apply(changes, origin=None)
        repeat.refresh("rows")
        self._restore_tab_order()
        self._recount()
        self.edited.emit()
        left = repeat.parts[min(number, len(repeat.parts)) - 1 :]
        (left[0].remove if left else repeat.add_button).setFocus()

    def _remember(self, ref: str) -> None:
        self.history.add(AnswerStep(self._now(ref), self._now, self._put))

    def _now(self, ref: str) -> Answered:
        return taken(self.session, self.typed, ref)

    def _put(self, wanted: Answered) -> None:
        self._building.finish()
        self._apply(self.session.revert(wanted.answers), origin=None)
        stale = renew(self.typed, wanted.typed)
        for box in self._questions():
            if box.ref in stale:
                box.show_answer(self.typed.get(box.ref))
        self._recount()
        self.edited.emit()
        if wanted.ref in self._parts:
            self.go_to(wanted.ref)

    # -- progress, place, words

    def _recount_soon(self) -> None:
        QTimer.singleShot(0, self, self._recount)

    def _recount(self) -> None:
        changed = [card.recount() for card in self._sections]
        if any(changed) and self._strict:
            self.problems_left.emit(sum(card.problems for card in self._sections))
        if any(changed) or self.list.count() != len(self._cards()):
            self._show_list()

    def _show_list(self) -> None:
        self.list.show_cards(self._sections, [own.heading.text() for own in self._extra])

    def _follow(self, value: int) -> None:
        in_view = 0
        for number, card in enumerate(self._cards()):
            if not card.isHidden() and card.y() <= value + self._sheet.height() // 3:
                in_view = number
        self.list.follow(in_view)

    def _say_own(self) -> None:
        self.list.retranslate()
        for own in self._extra:
            own.retranslate()
        self._sheet.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange and self._sections:
            self._building.finish()
            for part in self._all():
                part.retranslate()
            for card in self._sections:
                card.retranslate()
            self._say_own()
            self._show_list()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.list.setVisible(event.size().width() >= _LIST_FROM)
        super().resizeEvent(event)
