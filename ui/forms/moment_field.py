"""Moments and days: typed as people write them, shown as they were understood."""

import re
from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from fieldapp.clock import as_datetime
from fieldapp.notation import dtg
from fieldapp.notation.typed import MAX_TYPED, plain
from ui.forms.context import FormContext, TypedNote
from ui.forms.field import AnswerField, mark_wrong
from ui.i18n import tr
from ui.i18n.days import spoken_date, spoken_day
from ui.icons import set_icon
from ui.messages import tell
from ui.theme.panels import text_label
from ui.theme.tokens import GAP_S, GAP_XS

_WIDTH = 260
_ISO_DAY = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})")
_DAY = re.compile(
    r"(?P<day>[0-9]{1,2})[ ./]?(?P<month>[A-Z]{3}|[0-9]{1,2})[ ./]?(?P<year>[0-9]{4})"
)
_TIME = re.compile(r"(?P<hour>[0-9]{1,2}):?(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:\..*)?)?")


def spoken_moment(group: dtg.DateTimeGroup, local_offset_minutes: int) -> str:
    """How a date-time group was understood, in the person's own time and in UTC."""
    there = as_datetime(group.utc, group.offset_minutes)
    zulu = as_datetime(group.utc)
    utc = f"{zulu:%H:%M}Z"
    if zulu.date() != there.date():
        utc = f"{zulu:%d%H%M}Z"
    values = {"day": spoken_day(there.date()), "time": f"{there:%H:%M}", "utc": utc}
    if group.offset_minutes == local_offset_minutes:
        return tr("forms", "{day}, {time} local ({utc})", **values)
    here = as_datetime(group.utc, local_offset_minutes)
    local = f"{here:%H:%M}"
    if here.date() != there.date():
        local = f"{spoken_date(here.date())} {local}"
    if group.offset_minutes == 0:
        return tr("forms", "{day}, {time} UTC, {local} local", local=local, **values)
    values |= {"zone": group.zone, "local": local}
    return tr("forms", "{day}, {time} in zone {zone} ({utc}), {local} local", **values)


class _TypedMoment(AnswerField):
    """A line for something that has to be understood, with what was understood beneath it."""

    def __init__(self, context: FormContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.refusal = ""
        self.edit = QLineEdit(self)
        self.edit.setFixedWidth(_WIDTH)
        self.edit.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.edit.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        self.understood = text_label("", "small", self)
        self.understood.hide()
        self.row = QHBoxLayout()
        self.row.setSpacing(GAP_S)
        self.row.addWidget(self.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_XS)
        column.addLayout(self.row)
        column.addWidget(self.understood)
        self.edit.textEdited.connect(self.take)
        self.watch(self.edit)

    def take(self, text: str) -> None:
        """Read what was typed and report it."""

    def tell(self, text: str) -> None:
        self.understood.setText(text)
        self.understood.setVisible(bool(text))

    def objection(self) -> str:
        return self.refusal

    def set_readonly(self, readonly: bool) -> None:
        self.edit.setReadOnly(readonly)
        for stop in self.stops()[1:]:
            stop.setEnabled(not readonly)

    def set_wrong(self, wrong: bool) -> None:
        mark_wrong(self.edit, wrong)


class MomentField(_TypedMoment):
    """A date-time group as typed, kept verbatim, with its meaning in local time and UTC."""

    def __init__(self, context: FormContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._group: dtg.DateTimeGroup | None = None
        self.now_button = QPushButton(self)
        self.now_button.setAutoDefault(False)
        self.now_button.clicked.connect(self._now)
        set_icon(self.now_button, "clock")
        self.row.addWidget(self.now_button)
        self.row.addStretch(1)
        self.watch(self.now_button)
        self.retranslate()

    def take(self, text: str) -> None:
        value, note = text, None
        self._group, self.refusal = None, ""
        if text.strip():
            note = {"text": text}
            try:
                self._group = dtg.parse(
                    text,
                    local_offset_minutes=self.context.local_offset_minutes,
                    today=self.context.today(),
                )
            except dtg.DtgRefused as refused:
                self.refusal = tell(refused).text
            else:
                value = dtg.to_xforms(self._group)
                note["offset"] = f"{self._group.offset_minutes:+d}"
        else:
            value = ""
        self._tell()
        self.answered.emit(value, note)

    def _now(self) -> None:
        text = dtg.format_dtg(self.context.now(), self.context.local_offset_minutes)
        self.edit.setText(text)
        self.take(text)
        self.left.emit()

    def _tell(self) -> None:
        offset = self.context.local_offset_minutes
        self.tell(spoken_moment(self._group, offset) if self._group else "")

    def show_answer(self, value: str, note: TypedNote | None) -> None:
        self._group, self.refusal = None, ""
        if value:
            try:
                offset = self.context.local_offset_minutes
                self._group = dtg.from_xforms(value, local_offset_minutes=offset)
            except dtg.DtgRefused as refused:
                self.refusal = tell(refused).text
        written = self._group.text if self._group else value
        text = (note or {}).get("text", written)
        if self.edit.text() != text:
            self.edit.setText(text)
        self._tell()

    def describe(self, name: str, description: str) -> None:
        super().describe(name, description)
        self.now_button.setAccessibleName(tr("forms", "{question}: set to now", question=name))

    def retranslate(self) -> None:
        self.now_button.setText(tr("forms", "Now"))
        self.edit.setPlaceholderText("DDHHMMZ MMM YY")
        self._tell()


class DayField(_TypedMoment):
    """A date without a time: typed, or picked from a calendar."""

    def __init__(self, context: FormContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._day: date | None = None
        self.picker = QToolButton(self)
        set_icon(self.picker, "calendar")
        self.picker.clicked.connect(self._pick)
        self.row.addWidget(self.picker)
        self.row.addStretch(1)
        self.watch(self.picker)
        self.retranslate()

    def take(self, text: str) -> None:
        self._day = read_day(text)
        self.refusal = ""
        if text.strip() and self._day is None:
            self.refusal = tr("forms", "This is not a date. Write day, month, year: 6 NOV 2026.")
        self._tell()
        note = {"text": text} if text.strip() else None
        self.answered.emit(self._day.isoformat() if self._day else text.strip(), note)

    def _pick(self) -> None:
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget(popup)
        calendar.setLocale(QLocale())
        calendar.setAccessibleName(self.edit.accessibleName())
        shown = self._day or self.context.today()
        calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        column = QVBoxLayout(popup)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(calendar)

        def chosen(picked: QDate) -> None:
            popup.close()
            self.edit.setText(picked.toString(Qt.DateFormat.ISODate))
            self.take(self.edit.text())
            self.edit.setFocus()

        calendar.activated.connect(chosen)
        calendar.clicked.connect(chosen)
        popup.move(self.edit.mapToGlobal(QPoint(0, self.edit.height() + 2)))
        popup.show()
        calendar.setFocus()

    def _tell(self) -> None:
        self.tell(spoken_day(self._day) if self._day else "")

    def show_answer(self, value: str, note: TypedNote | None) -> None:
        self._day = read_day(value)
        self.refusal = ""
        if value and self._day is None:
            self.refusal = tr("forms", "This is not a date. Write day, month, year: 6 NOV 2026.")
        text = (note or {}).get("text", value)
        if self.edit.text() != text:
            self.edit.setText(text)
        self._tell()

    def describe(self, name: str, description: str) -> None:
        super().describe(name, description)
        self.picker.setAccessibleName(tr("forms", "{question}: open calendar", question=name))

    def retranslate(self) -> None:
        self.edit.setPlaceholderText("YYYY-MM-DD")
        self._tell()


class ClockField(_TypedMoment):
    """A time of day: ``0930`` or ``09:30``."""

    def __init__(self, context: FormContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.row.addStretch(1)
        self.edit.setPlaceholderText("HH:MM")

    def take(self, text: str) -> None:
        value = read_time(text)
        self.refusal = ""
        if text.strip() and not value:
            self.refusal = tr("forms", "This is not a time of day. Write hours and minutes: 09:30.")
        note = {"text": text} if text.strip() else None
        self.answered.emit(value or text.strip(), note)

    def show_answer(self, value: str, note: TypedNote | None) -> None:
        text = (note or {}).get("text", value[:5] if read_time(value) else value)
        if self.edit.text() != text:
            self.edit.setText(text)


def read_day(text: str) -> date | None:
    """A date typed as ``2026-11-06``, ``6 NOV 2026`` or ``6/11/2026``; None when it is none."""
    typed = plain(text) if len(text) <= MAX_TYPED else ""
    found = _ISO_DAY.fullmatch(typed[:10]) or _DAY.fullmatch(typed)
    if found is None:
        return None
    month = found["month"]
    if not month.isdigit():
        if month not in dtg.MONTHS:
            return None
        month = str(dtg.MONTHS.index(month) + 1)
    try:
        return date(int(found["year"]), int(month), int(found["day"]))
    except ValueError:
        return None


def read_time(text: str) -> str:
    """A time of day as forms keep it, ``09:30:00.000``; empty when it is none."""
    found = _TIME.fullmatch(plain(text)) if len(text) <= MAX_TYPED else None
    if found is None or int(found["hour"]) > 23 or int(found["minute"]) > 59:
        return ""
    return f"{int(found['hour']):02d}:{found['minute']}:{found['second'] or '00'}.000"
