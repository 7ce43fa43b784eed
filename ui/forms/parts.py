"""The tree of a page: groups, repeats and rows around the questions."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from fieldapp.forms.model import RepeatDef
from fieldapp.forms.session import FormSession
from ui.forms.question import QuestionBox
from ui.forms.refs import row_number
from ui.i18n import tr
from ui.icons import set_icon
from ui.slices import Steps
from ui.theme.panels import InlineMessage, MessageKind, text_label
from ui.theme.tokens import GAP_L, GAP_M, GAP_S, GAP_XS


def label_of(session: FormSession, ref: str) -> str:
    """The label of a node, also of a repeat that has no rows; empty when it has none."""
    try:
        label = session.label(ref)
    except KeyError:
        definition = session.form.paths[_path(ref)]
        text = definition.label
        if text is not None and text.itext:
            text = session.form.translations.find(session.language, text.itext)
        parts = text.parts if text is not None else ()
        label = "".join(part for part in parts if isinstance(part, str))
    return "" if label.strip() == "-" else label.strip()


def _path(ref: str) -> str:
    return "/".join(step.partition("[")[0] for step in ref.split("/"))


class GroupBox(QWidget):
    """Questions that belong together, under their common heading if they have one."""

    def __init__(self, session: FormSession, ref: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ref = ref
        self.session = session
        self.parts: list[Part] = []
        self.heading = text_label("", "strong", self)
        self.body = QVBoxLayout()
        self.body.setSpacing(GAP_L)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GAP_M)
        self.column.addWidget(self.heading)
        self.column.addLayout(self.body)
        self.refresh("label")
        self.refresh("relevant")

    def add(self, part: Part) -> None:
        self.parts.append(part)
        self.body.addWidget(part)

    def refresh(self, what: str) -> None:
        if what == "label":
            label = label_of(self.session, self.ref)
            self.heading.setText(label)
            self.heading.setVisible(bool(label))
        elif what == "relevant":
            self.setVisible(self.session.relevant(self.ref))

    def retranslate(self) -> None:
        self.refresh("label")

    def stops(self) -> list[QWidget]:
        return [stop for part in self.parts for stop in part.stops()]


class RowBox(QFrame):
    """One row of a repeat, with its number and a button that removes it.

    ``removed(row)`` is sent when the person has made up their mind.
    """

    removed = Signal(object)

    def __init__(self, session: FormSession, ref: str, fixed: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.ref = ref
        self.session = session
        self.parts: list[Part] = []
        self.heading = text_label("", "strong", self)
        self.remove = QPushButton(self)
        self.remove.setProperty("look", "quiet")
        self.remove.setAutoDefault(False)
        set_icon(self.remove, "trash-2")
        self.remove.setVisible(not fixed)
        self.remove.clicked.connect(self._ask)
        self._question: QWidget | None = None
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.remove)
        self.body = QVBoxLayout()
        self.body.setSpacing(GAP_L)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(GAP_M, GAP_S, GAP_M, GAP_M)
        self.column.setSpacing(GAP_S)
        self.column.addLayout(head)
        self.column.addLayout(self.body)
        self.setProperty("part", "row")
        self.refresh("label")
        self.refresh("relevant")

    def add(self, part: Part) -> None:
        self.parts.append(part)
        self.body.addWidget(part)

    def refresh(self, what: str) -> None:
        if what == "label":
            self.retranslate()
        elif what == "relevant":
            self.setVisible(self.session.relevant(self.ref))

    def retranslate(self) -> None:
        number = row_number(self.ref)
        title = label_of(self.session, self.ref) or tr("forms", "Row")
        self.heading.setText(f"{title} {number}")
        self.remove.setText(tr("forms", "Remove"))
        self.remove.setAccessibleName(
            tr("forms", "Remove {title} {number}", title=title, number=number)
        )
        self._keep()

    def stops(self) -> list[QWidget]:
        inner = [stop for part in self.parts for stop in part.stops()]
        asked = self._answers if self._question is not None else []
        return [self.remove, *asked, *inner]

    def _ask(self) -> None:
        if not any(box.filled for box in questions(self.parts)):
            self.removed.emit(self)
            return
        if self._question is not None:
            return
        self._question = QWidget(self)
        text = tr("forms", "Remove row {number}?", number=row_number(self.ref))
        message = InlineMessage(
            MessageKind.WARNING, text, tr("forms", "Remove"), parent=self._question
        )
        keep = QPushButton(tr("forms", "Keep"), self._question)
        keep.setAutoDefault(False)
        message.button.setAutoDefault(False)
        row = QHBoxLayout(self._question)
        row.setContentsMargins(0, GAP_XS, 0, GAP_XS)
        row.addWidget(message, 1)
        row.addWidget(keep)
        message.acted.connect(lambda: self.removed.emit(self))
        keep.clicked.connect(self._keep)
        self._answers: list[QWidget] = [message.button, keep]
        for button in self._answers:
            button.installEventFilter(self)
        QWidget.setTabOrder(self.remove, message.button)
        QWidget.setTabOrder(message.button, keep)
        self.column.insertWidget(1, self._question)
        keep.setFocus()

    def _keep(self) -> None:
        if self._question is not None:
            gone, self._question = self._question, None
            self.remove.setFocus()
            self.column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = event.type() is QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self._keep()
            return True
        return False


class RepeatBox(QWidget):
    """Rows that a person adds and removes.

    ``add_wanted(box)`` and ``remove_wanted(box, row)`` are sent; the page does it.
    """

    add_wanted = Signal(object)
    remove_wanted = Signal(object, object)

    def __init__(
        self,
        session: FormSession,
        ref: str,
        definition: RepeatDef,
        make_row: Callable[[RepeatBox, str], tuple[RowBox, Steps]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.ref = ref
        self.session = session
        self.fixed = definition.fixed or definition.count is not None
        self.parts: list[RowBox] = []
        self._make_row = make_row
        self._rows = QVBoxLayout()
        self._rows.setSpacing(GAP_M)
        self.add_button = QPushButton(self)
        self.add_button.setAutoDefault(False)
        set_icon(self.add_button, "plus")
        self.add_button.clicked.connect(lambda: self.add_wanted.emit(self))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_M)
        column.addLayout(self._rows)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.retranslate()
        self._show()

    def refresh(self, what: str) -> None:
        if what in ("label", "required"):
            self.retranslate()
        elif what in ("rows", "relevant"):
            self.match_rows()

    def match_rows(self) -> None:
        """Have as many rows on the page as the session has; they come and go at the end."""
        refs = self.session.rows(self.ref)
        while len(self.parts) > len(refs):
            self.drop(self.parts[-1])
        for _ in self.fill():
            pass
        self._show()

    def fill(self) -> Steps:
        """Put the rows that the session has beyond those here on the page."""
        for ref in self.session.rows(self.ref)[len(self.parts) :]:
            row, steps = self._make_row(self, ref)
            row.removed.connect(lambda gone: self.remove_wanted.emit(self, gone))
            self.parts.append(row)
            self._rows.addWidget(row)
            yield from steps

    def _show(self) -> None:
        refs = self.session.rows(self.ref)
        above = self.ref.rpartition("/")[0]
        shown = self.session.relevant(above) and (
            not refs or any(self.session.relevant(ref) for ref in refs)
        )
        self.setVisible(shown)
        self.add_button.setVisible(not self.fixed)

    def drop(self, row: RowBox) -> None:
        """Take one row off the page."""
        self.parts.remove(row)
        self._rows.removeWidget(row)
        row.hide()
        row.deleteLater()

    def retranslate(self) -> None:
        label = label_of(self.session, self.ref)
        added = tr("forms", "Add: {what}", what=label) if label else tr("forms", "Add a row")
        self.add_button.setText(added.replace("&", "&&"))

    def stops(self) -> list[QWidget]:
        return [*(stop for row in self.parts for stop in row.stops()), self.add_button]


Part = QuestionBox | GroupBox | RepeatBox | RowBox


def questions(parts: list[Part] | list[RowBox]) -> Iterator[QuestionBox]:
    """All questions at or below ``parts``, in document order."""
    for part in parts:
        if isinstance(part, QuestionBox):
            yield part
        else:
            yield from questions(part.parts)


def everything(parts: list[Part] | list[RowBox]) -> Iterator[Part]:
    """All parts at or below ``parts``, in document order."""
    for part in parts:
        yield part
        if not isinstance(part, QuestionBox):
            yield from everything(part.parts)
