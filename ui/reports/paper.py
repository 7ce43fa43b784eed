"""One report on paper: marked with its classification on every page, in black on white."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QPen,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextOption,
    QTextTable,
    QTextTableFormat,
)

from ui.i18n import isolate, tr
from ui.reports.answers import GRID, LONG, TIME, Answer, Section

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

DOTS_PER_INCH = 300
_SCREEN_DPI = 96
_MARGIN_MM = 15.0
_BODY_PT, _SMALL_PT, _HEADING_PT, _TITLE_PT = 10, 8, 12, 16
_INK = QColor(Qt.GlobalColor.black)
_FAINT = QColor(90, 90, 90)
_LABEL_PERCENT = 34
_PICTURES_IN_A_ROW = 2


@dataclass(frozen=True)
class Paper:
    """What stands on the pages; every text in the language of the reader.

    Args:
        ref: report number with its revision.
        marking: classification and caveat, for the head and foot of every page.
        about: what, where and when in one line.
        lines: name and text of what is known about the report, such as its author.
        sections: the answers.
        pictures: photos with their names.
        history: one line for each thing that happened with it.
        made: who made this copy, and when.
        right_to_left: the language is written so.
    """

    ref: str
    marking: str
    about: str
    lines: Sequence[tuple[str, str]]
    sections: Sequence[Section]
    pictures: Sequence[tuple[QImage, str]]
    history: Sequence[str]
    made: str
    right_to_left: bool


def prepare(device: QPagedPaintDevice) -> None:
    """A4 upright with its margins; before a painter begins."""
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    device.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            margins,
            QPageLayout.Unit.Millimeter,
        )
    )


def paint(paper: Paper, device: QPagedPaintDevice) -> int:
    """Paints every page on a device of `DOTS_PER_INCH`; answers how many there are."""
    with QPainter(device) as painter:
        return _Pages(paper, device, painter).paint()


def pdf_of(paper: Paper) -> bytes:
    """The pages as PDF/A."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPdfVersion(QPagedPaintDevice.PdfVersion.PdfVersion_A1b)
    writer.setTitle(paper.ref)
    writer.setCreator("")
    writer.setResolution(DOTS_PER_INCH)
    prepare(writer)
    paint(paper, writer)
    return bytes(buffer.data().data())


def print_on(printer: "QPrinter", paper: Paper) -> None:
    """The pages on a printer."""
    printer.setResolution(DOTS_PER_INCH)
    printer.setDocName(paper.ref)
    prepare(printer)
    paint(paper, printer)


class _Pages:
    """The document laid out for one device."""

    def __init__(self, paper: Paper, device: QPagedPaintDevice, painter: QPainter) -> None:
        self._paper, self._device, self._painter = paper, device, painter
        room = painter.viewport()
        self._width, self._height = float(room.width()), float(room.height())
        self._line = QFontMetricsF(_font(_SMALL_PT), device).height()
        self._band = self._line * 3
        self._body = self._height - 2 * self._band
        self._document = self._written()

    def paint(self) -> int:
        pages = self._document.pageCount()
        for page in range(pages):
            if page:
                self._device.newPage()
            self._paint_body(page)
            self._paint_bands(page + 1, pages)
        return pages

    def _paint_body(self, page: int) -> None:
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, _INK)
        context.palette = palette
        # A line that only touches the edge belongs to the page beside it.
        edge = self._line / 4
        top = page * self._body + edge
        context.clip = QRectF(0, top, self._width, self._body - 2 * edge)
        self._painter.save()
        self._painter.translate(0, self._band - page * self._body)
        self._painter.setClipRect(context.clip.adjusted(0, -edge, 0, edge))
        self._document.documentLayout().draw(self._painter, context)
        self._painter.restore()

    def _paint_bands(self, page: int, pages: int) -> None:
        paper, line = self._paper, self._line
        number = tr("Paper", "Page {page} of {pages}", page=page, pages=pages)
        foot = self._height - self._band
        self._put(0, paper.marking, Qt.AlignmentFlag.AlignHCenter, bold=True)
        self._ends(line, isolate(paper.ref), number)
        self._rule(self._band - line * 0.6)
        self._rule(foot + line * 0.6)
        self._ends(foot + line, paper.made, "")
        self._put(foot + 2 * line, paper.marking, Qt.AlignmentFlag.AlignHCenter, bold=True)

    def _ends(self, top: float, first: str, last: str) -> None:
        """Two texts at the two ends of a line, as the language is written."""
        sides = (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight)
        if self._paper.right_to_left:
            sides = sides[::-1]
        self._put(top, first, sides[0])
        self._put(top, last, sides[1])

    def _put(self, top: float, text: str, side: Qt.AlignmentFlag, *, bold: bool = False) -> None:
        self._painter.setFont(_font(_SMALL_PT, bold=bold))
        self._painter.setPen(_INK)
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        self._painter.drawText(QRectF(0, top, self._width, self._line), int(flags.value), text)

    def _rule(self, top: float) -> None:
        self._painter.setPen(QPen(_FAINT, 0))
        self._painter.drawLine(0, round(top), round(self._width), round(top))

    # -- the document

    def _written(self) -> QTextDocument:
        paper, document = self._paper, QTextDocument()
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        document.documentLayout().setPaintDevice(self._device)
        document.setDefaultFont(_font(_BODY_PT))
        option = QTextOption()
        option.setTextDirection(self._direction)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        document.setPageSize(QSizeF(self._width, self._body))
        cursor = QTextCursor(document)
        self._text(cursor, isolate(paper.ref), _TITLE_PT, bold=True)
        self._text(cursor, paper.about)
        self._rows(cursor, [Answer("", name, text) for name, text in paper.lines])
        for section in sorted(paper.sections, key=lambda section: not section.lead):
            self._section(cursor, section)
        if paper.pictures:
            self._heading(cursor, tr("Paper", "Photos"))
            self._pictures(cursor)
        if paper.history:
            self._heading(cursor, tr("Paper", "What happened with it"))
            for line in paper.history:
                self._text(cursor, line)
        return document

    @property
    def _direction(self) -> Qt.LayoutDirection:
        if self._paper.right_to_left:
            return Qt.LayoutDirection.RightToLeft
        return Qt.LayoutDirection.LeftToRight

    def _section(self, cursor: QTextCursor, section: Section) -> None:
        if section.title:
            self._heading(cursor, section.title)
        for part in section.parts:
            if part.title:
                self._text(cursor, part.title, bold=True, above=0.4)
            for answer in part.answers:
                if answer.opinion:
                    note = tr("Paper", "{question} (the author's opinion)", question=answer.label)
                    self._text(cursor, note, colour=_FAINT, above=0.4)
                    self._text(cursor, answer.text)
                elif answer.kind == LONG:
                    self._text(cursor, answer.label, colour=_FAINT, above=0.4)
                    self._text(cursor, answer.text)
            short = [a for a in part.answers if a.kind != LONG and not a.opinion]
            self._rows(cursor, short)

    def _heading(self, cursor: QTextCursor, text: str) -> None:
        self._text(cursor, text, _HEADING_PT, bold=True, above=1.0)

    def _text(
        self,
        cursor: QTextCursor,
        text: str,
        points: int = _BODY_PT,
        *,
        bold: bool = False,
        colour: QColor = _INK,
        above: float = 0.0,
    ) -> None:
        """A paragraph; ``above`` is the room before it in lines."""
        block = QTextBlockFormat()
        block.setTopMargin(above * self._line)
        block.setBottomMargin(0.2 * self._line)
        block.setLayoutDirection(self._direction)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        if cursor.block().length() > 1:
            cursor.insertBlock(block)
        else:
            # The document begins with an empty paragraph, and one follows each table.
            cursor.setBlockFormat(block)
        cursor.insertText(text, _style(points, bold=bold, colour=colour))

    def _rows(self, cursor: QTextCursor, answers: Sequence[Answer]) -> None:
        if not answers:
            return
        table = self._table(cursor, len(answers), (_LABEL_PERCENT, 100 - _LABEL_PERCENT))
        for row, answer in enumerate(answers):
            self._cell(table, row, 0, answer.label, _FAINT)
            text = isolate(answer.text) if answer.kind in (GRID, TIME) else answer.text
            if answer.missing:
                text = tr("Report", "not in source")
            if answer.detail:
                text = f"{text}\u2028{answer.detail}"
            self._cell(table, row, 1, text, _INK)

    def _pictures(self, cursor: QTextCursor) -> None:
        pictures = self._paper.pictures
        rows = -(-len(pictures) // _PICTURES_IN_A_ROW)
        share = 100 // _PICTURES_IN_A_ROW
        table = self._table(cursor, rows, (share,) * _PICTURES_IN_A_ROW)
        room = self._width / _PICTURES_IN_A_ROW - 2 * self._line
        for place, (image, name) in enumerate(pictures):
            row, column = divmod(place, _PICTURES_IN_A_ROW)
            cell = self._at(table, row, column)
            scale = min(room / max(1, image.width()), self._body / 3 / max(1, image.height()))
            form = QTextImageFormat()
            # Sizes in a document are for a screen and grow with the device.
            form.setWidth(image.width() * scale * _SCREEN_DPI / DOTS_PER_INCH)
            form.setHeight(image.height() * scale * _SCREEN_DPI / DOTS_PER_INCH)
            form.setName(f"picture {place}")
            self._keep(cell.document(), form.name(), image)
            cell.insertImage(form)
            cell.insertText(f"\u2028{name}", _style(_SMALL_PT, colour=_FAINT))

    def _at(self, table: QTextTable, row: int, column: int) -> QTextCursor:
        """A cell; tables are not turned round by themselves."""
        if self._paper.right_to_left:
            column = table.columns() - 1 - column
        return table.cellAt(row, column).firstCursorPosition()

    @staticmethod
    def _keep(document: QTextDocument, name: str, image: QImage) -> None:
        document.addResource(QTextDocument.ResourceType.ImageResource, name, image)

    def _table(self, cursor: QTextCursor, rows: int, shares: tuple[int, ...]) -> QTextTable:
        form = QTextTableFormat()
        form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
        form.setBorder(0)
        form.setCellSpacing(0)
        form.setCellPadding(self._line * 0.15)
        form.setBottomMargin(self._line * 0.7)
        form.setLayoutDirection(self._direction)
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        ordered = shares[::-1] if self._paper.right_to_left else shares
        form.setColumnWidthConstraints(
            [QTextLength(QTextLength.Type.PercentageLength, share) for share in ordered]
        )
        cursor.movePosition(QTextCursor.MoveOperation.End)
        table = cursor.insertTable(rows, len(shares), form)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        return table

    def _cell(self, table: QTextTable, row: int, column: int, text: str, colour: QColor) -> None:
        cell = self._at(table, row, column)
        block = QTextBlockFormat()
        block.setLayoutDirection(self._direction)
        cell.setBlockFormat(block)
        cell.insertText(text, _style(_BODY_PT, colour=colour))


def _font(points: int, *, bold: bool = False) -> QFont:
    font = QFont(QGuiApplication.font())
    font.setPointSize(points)
    font.setBold(bold)
    return font


def _style(points: int, *, bold: bool = False, colour: QColor = _INK) -> QTextCharFormat:
    style = QTextCharFormat()
    style.setFont(_font(points, bold=bold))
    style.setForeground(colour)
    return style
