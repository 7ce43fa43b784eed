"""Sections of a form: one card each, and the list at the side that leads to them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from fieldapp.forms.session import FormSession
from ui.forms.parts import GroupBox, Part, RepeatBox, RowBox, label_of, questions
from ui.i18n import isolate, listed, tr, tr_count
from ui.icons import pixmap
from ui.theme.panels import Card, text_label
from ui.theme.tokens import GAP_L, GAP_M, GAP_S, GAP_XL, RADIUS, SMALL_PT, Tone, current_tokens

_LIST_WIDTH = 216
_ITEM_HEIGHT = 48
_MARK = 16
_STATE = Qt.ItemDataRole.UserRole
_PROGRESS = Qt.ItemDataRole.UserRole + 1


class SectionCard(Card):
    """A top-level group of the form with how much of it is answered.

    ``ref`` is that of the group, or empty for questions that stand outside every group.
    """

    def __init__(self, session: FormSession, ref: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ref = ref
        self.session = session
        self.parts: list[Part] = []
        self.answered = self.expected = self.problems = 0
        self.heading = text_label("", "heading", self)
        self._progress = QLabel(self)
        self._progress.setProperty("role", "small")
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self._progress, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body = QVBoxLayout()
        self.body.setSpacing(GAP_XL - 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_XL, GAP_L, GAP_XL, GAP_XL)
        column.setSpacing(GAP_L)
        column.addLayout(head)
        column.addLayout(self.body)
        self.refresh("label")

    @property
    def title(self) -> str:
        return self.heading.text()

    @property
    def progress(self) -> str:
        """How much is answered, in words; empty where nothing is asked."""
        if not self.expected:
            return ""
        values = {"answered": self.answered, "expected": self.expected}
        return tr("forms", "{answered} of {expected} answered", **values)

    @property
    def asked(self) -> bool:
        """Whether anything in this section is shown at present."""
        if not self.parts or (self.ref and not isinstance(self.parts[0], RepeatBox)):
            return not self.ref or self.session.relevant(self.ref)
        return any(not part.isHidden() for part in self.parts)

    def add(self, part: Part) -> None:
        self.parts.append(part)
        self.body.addWidget(part)

    def refresh(self, what: str) -> None:
        if what == "label":
            title = label_of(self.session, self.ref) if self.ref else self.session.form.title
            self.heading.setText(title)
            self.setAccessibleName(title)

    def recount(self) -> bool:
        """Count anew; True when anything that the list shows has changed."""
        before = (self.answered, self.expected, self.problems, self.isHidden())
        boxes = list(questions(self.parts))
        expected = [box for box in boxes if box.counts]
        self.expected = len(expected)
        self.answered = sum(box.filled for box in expected)
        self.problems = sum(bool(box.shown_problem) for box in boxes)
        self.setVisible(self.asked)
        self._progress.setText(self.progress)
        return before != (self.answered, self.expected, self.problems, self.isHidden())

    def retranslate(self) -> None:
        self.refresh("label")
        self._progress.setText(self.progress)

    def stops(self) -> list[QWidget]:
        return [stop for part in self.parts for stop in part.stops()]


class OwnSection(Card):
    """A section that the page added, such as photos.

    Args:
        words: its title, in the language of the moment.
        content: what the page shows there.
        parent: the sheet.
    """

    def __init__(self, words: Callable[[], str], content: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.heading = text_label(words(), "heading", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_XL, GAP_L, GAP_XL, GAP_XL)
        column.setSpacing(GAP_S)
        column.addWidget(self.heading)
        column.addWidget(content)

    def retranslate(self) -> None:
        self.heading.setText(self._words())


class SectionList(QListWidget):
    """The sections of a form to jump to, with progress and problems.

    ``picked(number)`` names the section by its place among all sections given.
    """

    picked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(_LIST_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setItemDelegate(_Painter(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("part", "sections")
        self.itemClicked.connect(lambda item: self.picked.emit(self.row(item)))
        self.itemActivated.connect(lambda item: self.picked.emit(self.row(item)))
        self.retranslate()

    def show_cards(self, cards: Sequence[SectionCard], others: Sequence[str]) -> None:
        """List a form's sections, then what the page added, by title."""
        rows = [
            (
                card.title,
                card.progress,
                card.problems,
                card.answered == card.expected > 0,
                not card.isHidden(),
            )
            for card in cards
        ]
        self.show_sections([*rows, *((title, "", 0, False, True) for title in others)])

    def show_sections(self, sections: Sequence[tuple[str, str, int, bool, bool]]) -> None:
        """List these: title, progress in words, number of problems, complete, shown."""
        while self.count() > len(sections):
            self.takeItem(self.count() - 1)
        while self.count() < len(sections):
            self.addItem(QListWidgetItem())
        for row, (title, progress, problems, complete, shown) in enumerate(sections):
            item = self.item(row)
            said = progress
            if problems:
                said = tr_count("forms", "1 to correct", "{count} to correct", problems)
            state = "wrong" if problems else "done" if complete else ""
            if (item.text(), item.data(_PROGRESS), item.data(_STATE)) != (title, said, state):
                item.setText(title)
                item.setData(_PROGRESS, said)
                item.setData(_STATE, state)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, listed((title, said)))
                item.setToolTip(title)
            if item.isHidden() is shown:
                item.setHidden(not shown)

    def follow(self, row: int) -> None:
        """Mark the section that is in view."""
        if self.currentRow() != row:
            self.setCurrentRow(row)

    def retranslate(self) -> None:
        self.setAccessibleName(tr("forms", "Sections of the form"))


class _Painter(QStyledItemDelegate):
    """Two lines an entry: the title, and below it the progress or what is to be corrected."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        # By what is written: letters of another script may be taller than those of the font.
        metrics = option.fontMetrics
        texts = (str(index.data()), str(index.data(_PROGRESS) or ""))
        lines = sum(metrics.size(Qt.TextFlag.TextSingleLine, text).height() for text in texts)
        return QSize(_LIST_WIDTH - GAP_L, max(_ITEM_HEIGHT, lines + 2 * GAP_S))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        tokens = current_tokens()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        state = index.data(_STATE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        box = option.rect.adjusted(2, 2, -2, -2)
        if selected:
            painter.setPen(QColor(tokens.focus if focused else tokens.line))
            painter.setBrush(QColor(tokens.card))
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        inner = box.adjusted(GAP_M, GAP_S - 2, -GAP_S, -GAP_S + 2)
        if state:
            tone = Tone.DANGER if state == "wrong" else Tone.SUCCESS
            colour = tokens.danger_text if state == "wrong" else tokens.tones[tone].text
            name = "octagon-alert" if state == "wrong" else "circle-check"
            where = QStyle.alignedRect(
                option.direction,
                Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter,
                QSize(_MARK, _MARK),
                inner,
            )
            device = painter.device()
            ratio = device.devicePixelRatioF() if device is not None else 1.0
            painter.drawPixmap(where, pixmap(name, round(_MARK * ratio), colour))
            if option.direction is Qt.LayoutDirection.RightToLeft:
                inner.setLeft(where.right() + GAP_S)
            else:
                inner.setRight(where.left() - GAP_S)
        self._write(painter, inner, index, QColor(tokens.text), QColor(tokens.text_muted))
        painter.restore()

    def _write(
        self,
        painter: QPainter,
        rect: QRect,
        index: QModelIndex | QPersistentModelIndex,
        ink: QColor,
        muted: QColor,
    ) -> None:
        leading = Qt.AlignmentFlag.AlignLeading
        right = Qt.TextElideMode.ElideRight
        font = QFont(painter.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(ink)
        title = painter.fontMetrics().elidedText(str(index.data()), right, rect.width())
        painter.drawText(rect, leading | Qt.AlignmentFlag.AlignTop, title)
        font.setWeight(QFont.Weight.Normal)
        font.setPointSize(SMALL_PT)
        painter.setFont(font)
        painter.setPen(muted)
        # Isolated, so that a number at the front does not jump to the end on right-to-left pages.
        words = isolate(str(index.data(_PROGRESS) or ""))
        said = painter.fontMetrics().elidedText(words, right, rect.width())
        painter.drawText(rect, leading | Qt.AlignmentFlag.AlignBottom, said)


SectionPart = SectionCard | GroupBox | RowBox
