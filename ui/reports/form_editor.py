"""One report on the screen: its form, photos, what is kept, and the button that files it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from fieldapp.changes import Changes
from fieldapp.clock import as_datetime
from fieldapp.commands import MAX_FILE_BYTES, MAX_FILES, Filed, FileTooLarge
from fieldapp.errors import FieldError
from fieldapp.forms.carrying import CARRIED
from fieldapp.forms.finished import FormIncomplete, finish
from fieldapp.mission.roster import Member
from fieldapp.people import Desk
from fieldapp.protection import holders
from fieldapp.raising import number_draft
from fieldapp.store import drafts
from fieldapp.store.drafts import Draft, DraftFile, new_draft_id
from ui.forms.context import FormContext
from ui.forms.photos import PhotoStrip, photo_offer
from ui.forms.places import PlaceBook
from ui.forms.view import FormView
from ui.i18n import tr
from ui.icons import set_icon
from ui.map.picker import can_pick
from ui.messages import tell
from ui.pages import PageContext
from ui.reports.also_button import AlsoButton
from ui.reports.amend_panel import AmendPanel, reasons
from ui.reports.answers import tongue
from ui.reports.editor_words import (
    carried_words,
    kept_words,
    nobody_words,
    problem_words,
    seals_words,
)
from ui.reports.keeper import PAUSE_MS, Keeper
from ui.reports.names import raised_forms
from ui.reports.naming import known_names
from ui.reports.photo_step import PhotoStep
from ui.reports.writing import KEPT, Writing, drop_photo, keep_photo, send_off
from ui.theme.panels import InlineMessage, MessageKind, PageHeader, text_label
from ui.theme.tokens import GAP_M, GAP_S


class FormEditor(QWidget):
    """Shows one draft and keeps it while it is written.

    Args:
        context: what pages are given.
        writing: the draft.
        title: name of the form in the person's language.
        pause_ms: pause after which a change is saved.

    ``hold`` is asked before filing; where it says True, it goes on later or never.

    Signals:
        filed: `Filed`, once the report or correction is signed and kept.
        place_wanted: present square and who to tell of another one, chosen on a map.
        also: id of a form that is wanted in the course of this report.
    """

    filed = Signal(object)
    place_wanted = Signal(str, object)
    also = Signal(str)

    def __init__(
        self, context: PageContext, writing: Writing, title: str, pause_ms: int = PAUSE_MS
    ) -> None:
        super().__init__()
        self._context = context
        self._writing = writing
        self._title = title
        self._filing = False
        self.hold: Callable[[Callable[[], None]], bool] = lambda _go_on: False
        self._keeper = Keeper(context.operations, writing, pause_ms)
        self._header = PageHeader("")
        self._kept = text_label("", "muted")
        self._kept.setObjectName("kept")
        self._kept.setWordWrap(False)
        self._file = QPushButton()
        self._file.setObjectName("file report")
        self._file.setProperty("look", "primary")
        set_icon(self._file, "send", self._file.palette().ColorRole.HighlightedText)
        self._also = AlsoButton()
        self._undo = QPushButton()
        self._undo.setObjectName("undo")
        self._undo.setProperty("look", "quiet")
        set_icon(self._undo, "undo-2")
        self._message = InlineMessage()
        self._message.setObjectName("form message")
        self._seals = InlineMessage()
        self._seals.setObjectName("form seals")
        self._amend = AmendPanel()
        self._amend.setVisible(writing.report is not None)
        self._places = PlaceBook()
        self._form = FormView(writing.session, writing.typed, self._form_context())
        self._photos = PhotoStrip(parent=self)
        self._build()
        self._connect()
        self.translated()
        self._load_photos()
        context.operations.read(self, known_names, self._places.fill)

    @property
    def writing(self) -> Writing:
        """What is being written."""
        return self._writing

    @property
    def form(self) -> FormView:
        """The form on the screen."""
        return self._form

    @property
    def photos(self) -> PhotoStrip:
        """The photos on the screen."""
        return self._photos

    def begin(self) -> None:
        """Puts the cursor into the first question, below what has to be known before."""
        if self._writing.session.form.protected:
            self._seals.show_message(MessageKind.INFO, seals_words)
            self._context.operations.read(self, holders, self._tell_holders)
        elif any(CARRIED in note for note in self._writing.typed.values()):
            self._seals.show_message(MessageKind.INFO, carried_words)
        self._form.begin()

    @property
    def unkept(self) -> bool:
        """Whether something typed is not saved."""
        return self._keeper.unkept

    def keep(self) -> None:
        """Queues saving at once."""
        self._keeper.keep_now()

    def numbered(self, then: Callable[[str], None]) -> None:
        """Keeps the draft with the number that its report has or will have; then calls ``then``."""
        if self._writing.corrects:
            then(self._writing.corrects)
            return
        kind = self._writing.session.form.about.kind
        done: list[str] = []

        def save(desk: Desk, draft: Draft) -> Changes:
            done.append(number_draft(desk, draft, kind).ref)
            return KEPT

        def known() -> None:
            self._writing.draft = replace(self._writing.draft, ref=done[0])
            then(done[0])

        self._keeper.keep_with(save, known, lambda: None)

    def put_above(self, widget: QWidget) -> None:
        """Shows something between the header and the form."""
        self._column.insertWidget(1, widget)

    def give_up(self) -> None:
        """The draft was thrown away elsewhere; nothing more is saved."""
        self._keeper.end()

    def translated(self) -> None:
        """Sets every text again; what was typed stays."""
        title = self._title
        if self._writing.corrects:
            title = tr("Writing", "Correct {ref}", ref=self._writing.corrects)
        self._header.set_texts(title)
        self._file.setText(
            tr("Writing", "File report")
            if self._writing.report is None
            else tr("Writing", "File correction")
        )
        self._undo.setText(tr("Writing", "Undo"))
        self._undo.setToolTip(tr("Writing", "Ctrl+Z; Ctrl+Y does it again"))
        self._file.setToolTip(tr("Report", "Ctrl+Enter"))
        self._kept.setText(self._kept_words())
        self._also.show_forms(raised_forms(self._context, self._writing.draft.form))
        draft = self._writing.draft
        self._amend.show_reasons(reasons(self._context), draft.reason, draft.note)
        language = tongue(self._writing.session.form, self._context.language())
        if language and language != self._writing.session.language:
            self._form.set_language(language)

    def set_title(self, title: str) -> None:
        """The form's name in another language; shown by `translated`."""
        self._title = title

    def _build(self) -> None:
        if self._writing.session.form.protected:
            self._photos.hide()
        else:
            self._form.add_section(lambda: tr("Writing", "Photos"), self._photos)
        self._header.add(self._kept)
        self._header.add(self._also)
        self._header.add(self._undo)
        self._header.add(self._file)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_S)
        column.addWidget(self._header)
        column.addWidget(self._seals)
        column.addWidget(self._message)
        column.addWidget(self._amend)
        column.addSpacing(GAP_M - GAP_S)
        column.addWidget(self._form, 1)

    def _connect(self) -> None:
        self._form.edited.connect(self._keeper.touch)
        self._form.left.connect(self._keeper.keep_now)
        self._form.history.changed.connect(self._show_undo)
        self._undo.clicked.connect(self._form.history.undo)
        self._show_undo()
        self._amend.edited.connect(self._reason_given)
        self._photos.added.connect(self._add_photo)
        self._photos.located.connect(self._offer_position)
        self._photos.offer.taken.connect(self._form.offering.take_over)
        self._photos.removed.connect(self._remove_photo)
        self._form.problems_left.connect(self._count_down)
        self._message.acted.connect(self._form.next_problem)
        self._keeper.kept.connect(self._show_kept)
        self._keeper.failed.connect(self._show_failure)
        self._file.clicked.connect(self._try_to_file)
        self._also.chosen.connect(self.also)
        keys = QShortcut(QKeySequence("Ctrl+Return"), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self._try_to_file)

    def _form_context(self) -> FormContext:
        clock, profile = self._context.clock, self._context.profile

        def today() -> date:
            return as_datetime(clock.now(), profile.offset_minutes).date()

        return FormContext(
            local_offset_minutes=profile.offset_minutes,
            today=today,
            now=clock.now,
            base_square=profile.base_square or None,
            pick_place=self.place_wanted.emit if can_pick() else None,
            places=self._places,
        )

    def _show_undo(self) -> None:
        self._undo.setEnabled(self._form.history.can_undo)

    def _reason_given(self) -> None:
        self._writing.give_reason(self._amend.reason, self._amend.note)
        self._keeper.touch()

    def _show_kept(self) -> None:
        if self._message.kind is MessageKind.ERROR:
            self._message.clear()
        self._kept.setText(self._kept_words(fresh=True))

    def _kept_words(self, *, fresh: bool = False) -> str:
        moment = self._context.clock.now() if fresh else self._writing.draft.updated
        return kept_words(moment, self._context.profile.offset_minutes, self._writing.refused)

    def _tell_holders(self, found: Sequence[Member]) -> None:
        if not found:
            self._seals.show_message(MessageKind.WARNING, nobody_words)

    def _show_failure(self, error: FieldError) -> None:
        self._kept.setText(tr("Writing", "Not kept yet"))
        self._message.show_message(MessageKind.ERROR, lambda: tell(error).text)

    # -- photos

    def _load_photos(self) -> None:
        for file in self._writing.files:
            self._load_photo(self._writing.draft.id, file)

    def _load_photo(self, draft: str, file: DraftFile) -> None:
        def read(desk: Desk) -> bytes:
            return drafts.read_draft_file(desk.store, desk.sealer, draft, file.key)

        self._context.operations.read(
            self,
            read,
            lambda content: self._photos.show_photo(file.key, content, file.name),
            self._show_failure,
        )

    def _add_photo(self, content: bytes, mime: str, name: str) -> None:
        if len(content) > MAX_FILE_BYTES or len(self._writing.files) >= MAX_FILES:
            self._message.show_message(MessageKind.WARNING, lambda: tell(FileTooLarge()).text)
            return
        file = DraftFile(new_draft_id(self._context.entropy), mime, name, len(content))
        self._do(PhotoStep(file, content, self._put_photo, self._drop_photo, there=False))

    def _remove_photo(self, key: str) -> None:
        for file in [file for file in self._writing.files if file.key == key]:
            self._do(PhotoStep(file, None, self._put_photo, self._drop_photo, there=True))

    def _offer_position(self, name: str, latitude: float, longitude: float) -> None:
        offer = photo_offer(name, latitude, longitude)
        wanted = not self._writing.session.form.protected and self._form.offering.has_grid
        if offer is not None and wanted:
            self._photos.offer.show_offer(offer)

    def _do(self, step: PhotoStep) -> None:
        step.swap()
        self._form.history.add(step)

    def _put_photo(self, step: PhotoStep) -> None:
        file = step.file
        self._writing.files.append(file)

        def put(desk: Desk, draft: Draft) -> Changes:
            return keep_photo(desk, draft, file.key, step.content or b"")

        self._keeper.keep_with(
            put,
            lambda: self._photos.show_photo(file.key, step.content or b"", file.name),
            lambda: self._writing.files.remove(file),
        )

    def _drop_photo(self, step: PhotoStep) -> None:
        file = step.file
        self._writing.files.remove(file)

        def drop(desk: Desk, draft: Draft) -> Changes:
            step.content = drafts.read_draft_file(desk.store, desk.sealer, draft.id, file.key)
            return drop_photo(desk, draft, file.key)

        self._keeper.keep_with(
            drop,
            lambda: self._photos.forget_photo(file.key),
            lambda: self._writing.files.append(file),
        )

    # -- filing

    def _try_to_file(self) -> None:
        if self._filing:
            return
        if self._writing.report is not None and self._amend.demand():
            return
        count = self._form.show_problems()
        if count:
            self._say_problems(count)
            return
        try:
            finished = finish(self._writing.session, self._writing.typed, self._context.language())
        except FormIncomplete as error:
            self._say_problems(len(error.problems))
            return
        if self.hold(self._try_to_file):
            return
        self._message.clear()
        self._set_filing(True)
        self._keeper.end()
        draft = self._writing.now()
        done: list[Filed] = []

        def command(desk: Desk) -> Changes:
            done.append(send_off(desk, draft, finished))
            return done[0].changes

        self._context.operations.run(
            self, command, lambda _changes: self.filed.emit(done[0]), self._not_filed
        )

    def _say_problems(self, count: int) -> None:
        self._message.show_message(
            MessageKind.WARNING,
            lambda: problem_words(count),
            lambda: tr("Writing", "Go to the next one"),
        )

    def _count_down(self, left: int) -> None:
        if self._message.kind is not MessageKind.WARNING or not self._message.isVisible():
            return
        if left:
            self._say_problems(left)
        else:
            self._message.clear()

    def _not_filed(self, error: FieldError) -> None:
        self._set_filing(False)
        self._keeper.resume()
        self._message.show_message(MessageKind.ERROR, lambda: tell(error).text)

    def _set_filing(self, filing: bool) -> None:
        self._filing = filing
        self._file.setEnabled(not filing)
        self._form.setEnabled(not filing)
        self._amend.setEnabled(not filing)
