"""The page on which reports are written: choosing a form, writing, and word that it is filed."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from fieldapp.changes import Changes
from fieldapp.clock import as_datetime
from fieldapp.commands import Filed
from fieldapp.errors import FieldError
from fieldapp.forms.definition import FormDefinition
from fieldapp.people import Desk
from fieldapp.store.drafts import Draft, new_draft_id
from fieldapp.store.lane import CancelToken
from fieldapp.units import EventId
from ui.i18n import tr
from ui.icons import names as icon_names
from ui.map.pack import world_pack
from ui.map.picker import PlacePicker
from ui.messages import tell
from ui.pages import Page, PageContext
from ui.reports.answers import tongue
from ui.reports.draft_list import DraftWords, read_drafts
from ui.reports.editions import Editions
from ui.reports.form_chooser import FormChooser, FormLine
from ui.reports.form_editor import FormEditor
from ui.reports.keeper import PAUSE_MS
from ui.reports.names import carries_over, form_name, kept_time
from ui.reports.writing import (
    Here,
    Origin,
    carried,
    copied,
    correct,
    discard,
    from_last,
    keep,
    load_origin,
    raise_from,
    raised,
    take_up,
)
from ui.slices import Slices, Steps, no_steps
from ui.theme.panels import EmptyState
from ui.theme.tokens import GAP_L, GAP_XL


class FormPage(Page):
    """Takes ``("new", form id)``, ``("draft", draft id)``, ``("amend", report id)`` or None.

    ``("also", form id, report id)`` begins a report that belongs to one that is filed,
    ``("copy", form id, report id)`` one like it.

    Args:
        context: what pages are given.
        pause_ms: pause after which a change is saved.
    """

    name = "form"

    def __init__(self, context: PageContext, pause_ms: int = PAUSE_MS) -> None:
        super().__init__()
        self._context = context
        self._pause_ms = pause_ms
        self._editor: FormEditor | None = None
        self._coming: FormEditor | None = None
        self._changing = Slices(no_steps(), self)
        self._reading = CancelToken()
        self._last: QWidget | None = None
        self._picker: PlacePicker | None = None
        self._words: Callable[[], None] = lambda: None
        words = DraftWords(
            lambda form: form_name(context, form), lambda moment: kept_time(context, moment)
        )
        self._chooser = FormChooser(words)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._chooser)
        self._editions = Editions(context, self._stack, self._here, self._move_over)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_XL, GAP_XL, GAP_XL, GAP_L)
        column.addWidget(self._stack)
        self._chooser.chosen.connect(lambda form: self.opened(("new", form)))
        self._chooser.go_on.connect(lambda draft: self.opened(("draft", draft)))
        self._chooser.discard.connect(self._discard)
        self.translated()

    @property
    def editor(self) -> FormEditor | None:
        """The report that is open, or None."""
        return self._editor

    def opened(self, target: object) -> None:
        self._put_picker_away()
        self._editions.put_away()
        self._reading.cancel()
        match target:
            case ("new", str() as form):
                self._begin(self._new_draft(form))
            case ("also", str() as form, bytes() as report):
                child = self._new_draft(form)
                self._open("", lambda desk: raise_from(desk, child, EventId(report)))
            case ("copy", str() as form, bytes() as report):
                new = self._new_draft(form)
                copy = carried if carries_over(self._context, form) else copied
                self._open("", lambda desk: copy(desk, new, EventId(report)))
            case ("draft", str() as draft_id):
                self._open(draft_id, lambda desk: load_origin(desk, draft_id))
            case ("amend", bytes() as report):
                number, language = new_draft_id(self._context.entropy), self._context.language()
                self._open("", lambda desk: correct(desk, EventId(report), number, language))
            case _:
                self._choose()

    def changed(self, changes: Changes) -> None:
        if changes.drafts and self.isVisible() and self._stack.currentWidget() is self._chooser:
            self._read_drafts()

    def keep(self) -> None:
        if self._editor is not None:
            self._editor.keep()

    def unkept(self) -> bool:
        return self._editor is not None and self._editor.unkept

    def translated(self) -> None:
        self._chooser.show_forms([self._form_line(form) for form in self._context.catalog.ids()])
        if self._editor is not None:
            self._editor.set_title(form_name(self._context, self._editor.writing.draft.form))
            self._editor.translated()
        if self._picker is not None:
            self._picker.translated()
        self._editions.translated()
        self._words()

    # -- choosing

    def _choose(self) -> None:
        self._changing.stop()
        self.keep()
        self._stack.setCurrentWidget(self._chooser)
        self._chooser.take_keyboard()
        self._read_drafts()

    def _read_drafts(self) -> None:
        self._context.operations.read(self, read_drafts, self._chooser.show_drafts)

    def _discard(self, draft: str) -> None:
        if self._editor is not None and self._editor.writing.draft.id == draft:
            self._editor.give_up()
            self._close_editor()
        self._context.operations.run(self, lambda desk: discard(desk, draft))

    def _form_line(self, form: str) -> FormLine:
        about, language = self._context.catalog.about(form), self._context.language()
        icon = about.icon if about.icon in icon_names() else "file-plus"
        return FormLine(form, form_name(self._context, form), about.purpose(language), icon)

    # -- writing

    def _open(self, draft: str, read: Callable[[Desk], Origin]) -> None:
        self._changing.stop()
        editor = self._editor
        if editor is not None:
            if editor.writing.draft.id == draft:
                self._stack.setCurrentWidget(editor)
                return
            editor.keep()
        self._reading = self._context.operations.read(
            self, read, self._show_origin, self._show_failure
        )

    def _new_draft(self, form: str) -> Draft:
        return Draft(
            id=new_draft_id(self._context.entropy),
            form=form,
            version="",
            language=self._context.language(),
        )

    def _also(self, form: str) -> None:
        """Begins another report in the course of the one on the screen, which stays a draft."""
        editor, child = self._editor, self._new_draft(form)
        if editor is None:
            return
        answers = editor.writing.now().answers
        editor.numbered(lambda ref: self._show_origin(raised(child, answers, ref)))

    def _begin(self, draft: Draft) -> None:
        """A new report; of a form that carries answers over, with those of the last one."""
        if carries_over(self._context, draft.form):
            self._open(draft.id, lambda desk: from_last(desk, draft))
        else:
            self._show_origin(Origin(draft))

    def _show_origin(self, origin: Origin) -> None:
        editor = self._editor
        if editor is not None and editor.writing.draft.id == origin.draft.id:
            self._stack.setCurrentWidget(editor)
            return
        self._changing.stop()
        if self._coming is not None:
            self._coming.deleteLater()
            self._coming = None
        self._changing = Slices(self._change(origin), self, budget_ms=0)
        if editor is None:
            self._changing.finish()
        else:
            self._changing.begin()

    def _change(self, origin: Origin) -> Steps:
        """Puts one report away and the next on the screen, with a pause if there was one."""
        if self._editor is not None:
            self.keep()
            self._close_editor()
            yield
        context = self._context
        try:
            form = context.catalog.form_of(origin.draft.form, origin.draft.version)
        except FieldError as error:
            self._show_failure(error)
            return
        writing = take_up(origin, form, self._here(form))
        yield
        name = form_name(self._context, origin.draft.form)
        self._coming = FormEditor(context, writing, name, self._pause_ms)
        yield
        self._editor, self._coming = self._coming, None
        self._editor.filed.connect(self._show_filed)
        self._editor.place_wanted.connect(self._pick_place)
        self._editor.also.connect(self._also)
        self._editions.watch(self._editor)
        self._show(self._editor)
        self._editor.begin()

    def _here(self, form: FormDefinition) -> Here:
        context, offset = self._context, self._context.profile.offset_minutes
        return Here(
            now=lambda: as_datetime(context.clock.now(), offset),
            new_id=lambda: context.entropy(16).hex(),
            language=tongue(form, context.language()),
        )

    def _move_over(self, draft: Draft, corrects: str) -> None:
        """The draft on the screen goes on in another edition of its form."""
        self._changing.stop()
        self.keep()
        self._close_editor()
        self._context.operations.run(self, lambda desk: keep(desk, draft))
        self._show_origin(Origin(draft, corrects))

    def _pick_place(self, present: str, tell_square: Callable[[str], None]) -> None:
        """A map in the place of the form, which stays as it is behind it."""
        asked_from = self.focusWidget()
        picker = PlacePicker(world_pack(), present, self._context.profile.base_square or None)
        self._picker = picker

        def take(square: str) -> None:
            self._put_picker_away()
            tell_square(square)

        def leave() -> None:
            self._put_picker_away()
            if asked_from is not None:
                asked_from.setFocus(Qt.FocusReason.OtherFocusReason)

        picker.taken.connect(take)
        picker.left.connect(leave)
        self._stack.addWidget(picker)
        self._stack.setCurrentWidget(picker)
        picker.begin()

    def _put_picker_away(self) -> None:
        picker, self._picker = self._picker, None
        if picker is None:
            return
        if self._editor is not None:
            self._stack.setCurrentWidget(self._editor)
        self._stack.removeWidget(picker)
        picker.deleteLater()

    def _show_filed(self, filed: Filed) -> None:
        amended = self._editor is not None and self._editor.writing.report is not None
        said = EmptyState("circle-check", "")

        def words() -> None:
            title = (
                tr("Writing", "Correction of {ref} is filed", ref=filed.ref)
                if amended
                else tr("Writing", "Filed as {ref}", ref=filed.ref)
            )
            said.set_texts(
                title,
                tr(
                    "Writing",
                    "It is safe on this laptop and goes to HQ as soon as there is a link.",
                ),
                tr("Writing", "Show the report"),
            )

        said.button.setObjectName("show report")
        said.acted.connect(lambda: self._context.go("report", filed.report))
        self._close_editor()
        self._show(said, words)
        said.button.setFocus()

    def _show_failure(self, error: FieldError) -> None:
        said = EmptyState("file-text", "")
        said.acted.connect(lambda: self._context.go("reports", None))

        def words() -> None:
            said.set_texts(tell(error).text, "", tr("Writing", "Back to the reports"))

        self._show(said, words)

    def _show(self, widget: QWidget, words: Callable[[], None] = lambda: None) -> None:
        """Shows a widget; ``words`` sets its texts, now and in every other language."""
        former = self._last
        self._words = words
        words()
        self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)
        self._last = widget
        if former is not None and former is not self._editor:
            self._stack.removeWidget(former)
            former.deleteLater()

    def _close_editor(self) -> None:
        self._put_picker_away()
        self._editions.put_away()
        editor, self._editor = self._editor, None
        if editor is not None:
            if self._last is editor:
                self._last = None
            self._stack.removeWidget(editor)
            editor.hide()
            # Hundreds of widgets go; not in the turn in which others are shown.
            QTimer.singleShot(0, editor, editor.deleteLater)
