"""One report as people read it: head, answers, photos, questions and history."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from fieldapp.errors import FieldError
from fieldapp.store.lane import CancelToken
from fieldapp.store.reads import FileRow
from ui.i18n import tr
from ui.link_state import LinkState
from ui.pages import PageContext
from ui.reports.answers_view import AnswersView
from ui.reports.labels import plain
from ui.reports.layouts import empty
from ui.reports.links_card import LinksCard
from ui.reports.photo_viewer import PhotoViewer
from ui.reports.photo_wall import PhotoWall, shown_of, still_coming
from ui.reports.photos import FULL, THUMBNAIL, Picture, read_picture
from ui.reports.removed_card import RemovedCard
from ui.reports.report_header import ReportHeader
from ui.reports.report_model import Reader, ReportFacts
from ui.reports.revisions_card import RevisionsCard
from ui.reports.sealed_card import SealedCard
from ui.reports.thread_card import ThreadCard
from ui.reports.times import Times
from ui.theme.panels import Card, text_label
from ui.theme.tokens import GAP_L, GAP_M, GAP_S

_TWO_COLUMNS = 840
"""Pixels from which photos, questions and history stand beside the answers."""


class ReportView(QWidget):
    """Shows reports one after the other; what did not change is not built again.

    Args:
        context: what pages are given.
        panels: a page's own, between the head and the answers.

    Signals:
        answered: (id of the question, text) when the author sends an answer.
        linked: id of a report that belongs to this one, to be opened.
    """

    answered = Signal(object, str)
    linked = Signal(object)

    def __init__(self, context: PageContext, panels: Sequence[QWidget] = ()) -> None:
        super().__init__()
        self._context = context
        self._reader = Reader(context)
        self._facts: ReportFacts | None = None
        self._pictures: list[CancelToken] = []
        self._header = ReportHeader(self._reader)
        self._origin = QVBoxLayout()
        self._sealed = SealedCard(context.operations)
        self._answers = AnswersView()
        self._photos = PhotoWall()
        self._talk = ThreadCard()
        self._revisions = RevisionsCard(self._reader)
        self._links = LinksCard(self._reader)
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._scroll = QScrollArea()
        self._build(panels)
        self._photos.opened.connect(self._open_photo)
        self._talk.answered.connect(self.answered)
        self._links.opened.connect(self.linked)
        self._talk.left.connect(self.setFocus)
        self._sealed.turned.connect(self._turned)

    @property
    def facts(self) -> ReportFacts | None:
        """What is shown at present."""
        return self._facts

    @property
    def talk(self) -> ThreadCard:
        """The conversation, for its answer box."""
        return self._talk

    def show_facts(self, facts: ReportFacts, *, anew: bool = False) -> None:
        """Shows a report; ``anew`` builds everything again, for another language."""
        before = None if anew or not self._is_shown(facts) else self._facts
        self._facts = facts
        self._scroll.setAccessibleName(tr("Report", "Report"))
        detail, times = facts.detail, self.times()
        self._header.show_facts(facts, self._context.link(), times)
        self._sealed.show_facts(facts)
        if before is None or before.detail.revisions != detail.revisions:
            self._show_answers(facts)
        if before is None or before.links != facts.links:
            self._links.show_links(facts.links)
        if before is None or before.detail.files != detail.files:
            self._show_photos(facts)
        if before is None or before.detail.history != detail.history:
            held = () if detail.row.removed is not None else detail.revisions
            self._revisions.show_history(detail.history, held, times)
            self._talk.show_talk(detail.history, times, may_answer=facts.open)
        if before is None:
            self.show_top()

    def show_top(self) -> None:
        """Goes to where a page's own panels stand."""
        self._scroll.verticalScrollBar().setValue(0)

    def link_changed(self, link: LinkState) -> None:
        """The sender goes on: renews what HQ has."""
        if self._facts is not None:
            self._header.show_delivery(self._facts, link, self.times())

    def times(self) -> Times:
        """Writes times for the person at this window."""
        context = self._context
        return Times.of(context)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= _TWO_COLUMNS
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._columns.direction() != direction:
            self._columns.setDirection(direction)

    def _build(self, panels: Sequence[QWidget]) -> None:
        self._header.setContentsMargins(0, 0, 0, GAP_S)
        side = QVBoxLayout()
        side.setSpacing(GAP_M)
        for widget in (self._talk, self._links, self._photos, self._revisions):
            side.addWidget(widget)
        side.addStretch(1)
        self._columns.setSpacing(GAP_M)
        main = QVBoxLayout()
        main.setSpacing(GAP_M)
        main.addWidget(self._sealed)
        main.addLayout(self._origin)
        main.addWidget(self._answers)
        main.addStretch(1)
        self._columns.addLayout(main, 3)
        self._columns.addLayout(side, 2)
        page = QWidget()
        page.setProperty("part", "ground")
        column = QVBoxLayout(page)
        # Clear of the frame that shows where the keyboard is.
        column.setContentsMargins(GAP_S, GAP_S, GAP_S, GAP_L)
        column.setSpacing(GAP_M)
        # Before the rest also for the keyboard.
        for panel in panels:
            column.addWidget(panel)
        column.addLayout(self._columns)
        self._scroll.setWidget(page)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self._scroll)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(GAP_S)
        outer.addWidget(self._header)
        outer.addWidget(self._scroll, 1)

    def _is_shown(self, facts: ReportFacts) -> bool:
        return self._facts is not None and self._facts.detail.row.id == facts.detail.row.id

    def _turned(self) -> None:
        """A protected report was opened or shut."""
        if self._facts is not None:
            self._show_answers(self._facts)
            self._show_photos(self._facts)

    def _show_answers(self, facts: ReportFacts) -> None:
        removed = facts.detail.row.removed
        if facts.sealed is not None and self._sealed.content is None:
            empty(self._origin)
            self._answers.show_sections(())
            return
        if removed is not None:
            self._answers.show_sections(())
            empty(self._origin)
            self._origin.addWidget(RemovedCard(removed, facts.mine, self.times()))
            return
        content = facts.detail.revisions[-1].content
        if self._sealed.content is not None:
            content = {**content, **self._sealed.content}
        warning = ""
        if not self._reader.knows_form(facts.detail.row.form):
            warning = tr(
                "Report", "Its form is not installed here, so questions show by their short names."
            )
        self._answers.show_sections(self._reader.sections(content), warning)
        self._show_origin(content.get("origin"))

    def _show_origin(self, origin: object) -> None:
        empty(self._origin)
        if not isinstance(origin, dict):
            return
        card = Card()
        card.setObjectName("origin")
        column = QVBoxLayout(card)
        column.setContentsMargins(GAP_L, GAP_M, GAP_L, GAP_M)
        column.addWidget(text_label(tr("Report", "Taken from an older source"), "heading"))
        for name, text in _origin_lines(origin):
            column.addWidget(plain(tr("Report", "{what}: {why}", what=name, why=text)))
        self._origin.addWidget(card)

    def _show_photos(self, facts: ReportFacts) -> None:
        for token in self._pictures:
            token.cancel()
        self._pictures = []
        files = self._sealed.files() if facts.sealed is not None else facts.detail.files
        for file in self._photos.show_files(files):
            self._read_picture(file)

    def _read_picture(self, file: FileRow) -> None:
        shown = shown_of(file) or file.sha

        def unreadable(_error: FieldError) -> None:
            self._photos.show_picture(file.sha, QImage())

        read = self._sealed.picture_of(file.sha) or read_picture
        self._pictures.append(
            self._context.operations.read(
                self,
                lambda desk: read(desk, shown, THUMBNAIL),
                lambda found: self._photos.show_picture(file.sha, found.image),
                unreadable,
            )
        )

    def _open_photo(self, file: FileRow) -> None:
        viewer = PhotoViewer(self)
        shown = shown_of(file) or file.sha

        def arrived(picture: Picture) -> None:
            viewer.show_picture(picture.image, still_coming(file))

        def gone(error: FieldError) -> None:
            viewer.close()
            self._context.operations.failed.emit(error)

        read = self._sealed.picture_of(file.sha) or read_picture
        self._sealed.turned.connect(viewer.close)
        self._context.operations.read(viewer, lambda desk: read(desk, shown, FULL), arrived, gone)
        viewer.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        viewer.open()


def _origin_lines(origin: dict[str, object]) -> list[tuple[str, str]]:
    names = {
        "source": tr("Report", "Source"),
        "licence": tr("Report", "Licence"),
        "license": tr("Report", "Licence"),
        "id": tr("Report", "Number in the source"),
    }
    return [
        (names.get(key, key), str(value))
        for key, value in origin.items()
        if key != "missing" and isinstance(value, str | int) and str(value)
    ]
