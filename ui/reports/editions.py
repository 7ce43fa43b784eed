"""A draft whose form has a newer edition: said above the form, shown, and done when wanted."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from fieldapp.forms.definition import FormDefinition
from fieldapp.forms.editions import Stray, missing
from fieldapp.store.drafts import Draft
from ui.i18n import tr
from ui.pages import PageContext
from ui.reports.changing_over import ChangedOver, change_over
from ui.reports.edition_page import EditionPage, Told
from ui.reports.edition_words import (
    filing_told,
    moved_words,
    newer_told,
    newer_words,
    older_told,
    stray_words,
    strays_told,
)
from ui.reports.form_editor import FormEditor
from ui.reports.writing import Here
from ui.theme.panels import InlineMessage, MessageKind


class Editions(QObject):
    """Goes with the report on the screen.

    Args:
        context: what pages are given.
        stack: where the form stands.
        here: for sessions of a form.
        move_over: takes the draft as it is in the other edition, and the number of the report
            that it corrects.
    """

    def __init__(
        self,
        context: PageContext,
        stack: QStackedWidget,
        here: Callable[[FormDefinition], Here],
        move_over: Callable[[Draft, str], None],
    ) -> None:
        super().__init__(stack)
        self._context = context
        self._stack = stack
        self._here = here
        self._move_over = move_over
        self._page: EditionPage | None = None
        self._behind: QWidget = stack
        self._agreed: tuple[Stray, ...] = ()

    def watch(self, editor: FormEditor) -> None:
        """Says above the form that there is a newer edition, or what has no place in this one."""
        self._agreed = ()
        editor.hold = lambda go_on: self._hold(editor, go_on)
        draft = editor.writing.draft
        if draft.strays:
            words = lambda: stray_words(len(draft.strays)), lambda: tr("Edition", "Show them")
            self._put_line(editor, words, lambda: self._show_strays(editor), "edition strays")
        if self._newest(editor) is not editor.writing.session.form:
            words = newer_words, lambda: tr("Edition", "See what changes")
            self._put_line(editor, words, lambda: self._show_newer(editor))
        elif draft.came_from:
            words = moved_words, lambda: tr("Edition", "Go back to the older edition")
            self._put_line(editor, words, lambda: self._show_older(editor))

    def put_away(self) -> None:
        """Shows the form again, as it was."""
        page, self._page = self._page, None
        if page is not None:
            self._stack.setCurrentWidget(self._behind)
            self._stack.removeWidget(page)
            page.deleteLater()

    def translated(self) -> None:
        """Sets every text again."""
        if self._page is not None:
            self._page.translated()

    def _put_line(
        self,
        editor: FormEditor,
        words: tuple[Callable[[], str], Callable[[], str]],
        act: Callable[[], None],
        name: str = "edition",
    ) -> None:
        line = InlineMessage(MessageKind.INFO, *words)
        line.setObjectName(name)
        line.button.setObjectName(f"{name} button")
        line.acted.connect(act)
        editor.put_above(line)

    def _newest(self, editor: FormEditor) -> FormDefinition:
        return self._context.catalog.form(editor.writing.draft.form)

    def _show_newer(self, editor: FormEditor) -> None:
        self._show_move(editor, self._newest(editor), newer_told)

    def _show_older(self, editor: FormEditor) -> None:
        draft = editor.writing.draft
        older = self._context.catalog.form_of(draft.form, draft.came_from)
        self._show_move(editor, older, older_told)

    def _show_move(
        self, editor: FormEditor, other: FormDefinition, tell: Callable[[ChangedOver], Told]
    ) -> None:
        writing = editor.writing
        draft = writing.now()

        def moved() -> ChangedOver:
            return change_over(draft, writing.session.form, other, self._here)

        page = self._show(editor, lambda: tell(moved()))
        page.agreed.connect(lambda: self._move_over(moved().draft, writing.corrects))

    def _show_strays(self, editor: FormEditor) -> None:
        self._show(editor, lambda: strays_told(editor.writing.draft.strays))

    def _hold(self, editor: FormEditor, go_on: Callable[[], None]) -> bool:
        """Names once more, before filing, what the report will not say."""
        left = missing(editor.writing.session, editor.writing.draft.strays)
        if not left or left == self._agreed:
            return False
        page = self._show(editor, lambda: filing_told(left))

        def agreed() -> None:
            self._agreed = left
            self.put_away()
            go_on()

        page.agreed.connect(agreed)
        return True

    def _show(self, editor: FormEditor, told: Callable[[], Told]) -> EditionPage:
        self.put_away()
        asked_from = editor.focusWidget()
        page = self._page = EditionPage(told)

        def leave() -> None:
            self.put_away()
            if asked_from is not None:
                asked_from.setFocus(Qt.FocusReason.OtherFocusReason)

        page.left.connect(leave)
        self._behind = editor
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.begin()
        return page
