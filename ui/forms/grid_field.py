"""Places: grid references and positions, typed and shown as they were understood."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from fieldapp.forms.session import Change, FormSession
from fieldapp.notation import grid
from fieldapp.notation.latlon import E7, LatLon, PositionRefused
from fieldapp.notation.latlon import parse as parse_position
from ui.forms.context import FormContext, TypedNote
from ui.forms.field import AnswerField, mark_wrong
from ui.forms.gps_button import GpsButton
from ui.forms.offers import GridOffer, OfferLine
from ui.i18n import isolate, listed, tr
from ui.icons import set_icon
from ui.messages import tell
from ui.theme.panels import InlineMessage, MessageKind, text_label
from ui.theme.tokens import GAP_S, GAP_XS

_FROM_MAP = "MAP"
"""Code of the answer to how a grid was found that a map gives."""
_WIDTH = 260


def from_map(session: FormSession, ref: str) -> Iterable[Change]:
    """Answers how the grid at a reference was found, where the form asks and nobody has said so.

    The question is the one beside it: ``method`` for ``grid``, ``observer_method`` for
    ``observer_grid``.
    """
    group, _, name = ref.rpartition("/")
    method = f"{group}/{name.replace('grid', 'method')}"
    try:
        offered = {choice.name for choice in session.choices(method)}
    except KeyError:
        return ()
    if _FROM_MAP not in offered or session.value(method):
        return ()
    return session.set(method, _FROM_MAP)


def spoken_side(metres: int) -> str:
    """The side of a square as people say it: ``10 m``, ``1 km``."""
    return f"{metres // 1000} km" if metres >= 1000 else f"{metres} m"


def spoken_position(point: LatLon) -> str:
    """A position with four decimals and hemisphere letters: ``15.1234 E 14.1234 N``."""
    east = "E" if point.lon_e7 >= 0 else "W"
    north = "N" if point.lat_e7 >= 0 else "S"
    lon, lat = abs(point.lon_e7) / E7, abs(point.lat_e7) / E7
    return f"{lon:.4f} {east} {lat:.4f} {north}"


class GridField(AnswerField):
    """A grid reference as typed, with its square beneath it.

    A square beyond the edge of its zone is accepted with a reason only: most are one wrong letter.

    Signals:
        picked: a square was taken from the map, which ``answered`` has told before.
        taken: the `GridOffer` that the person took over; its answer was reported before.
    """

    picked = Signal()
    taken = Signal(object)

    def __init__(self, context: FormContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._square: grid.GridSquare | None = None
        self._refusal = ""
        self.edit = _left_to_right(QLineEdit(self))
        self.edit.setPlaceholderText("32Q QF 8947 4793")
        self.on_map = QPushButton(self)
        self.on_map.setObjectName("on the map")
        self.on_map.setVisible(context.pick_place is not None)
        set_icon(self.on_map, "map-pin")
        self.understood = text_label("", "small", self)
        self.doubt = QFrame(self)
        self.warning = InlineMessage(MessageKind.WARNING, "", parent=self.doubt)
        self.reason_label = text_label("", "", self.doubt)
        self.reason = QLineEdit(self.doubt)
        self.reason_label.setBuddy(self.reason)
        inner = QVBoxLayout(self.doubt)
        inner.setContentsMargins(0, GAP_XS, 0, 0)
        inner.setSpacing(GAP_XS)
        inner.addWidget(self.warning)
        inner.addSpacing(GAP_S)
        inner.addWidget(self.reason_label)
        inner.addWidget(self.reason)
        self.offer = OfferLine(self)
        self.offer.taken.connect(self.take_over)
        self.gps = GpsButton(context.gps, self.offer, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_XS)
        row = QHBoxLayout()
        row.setSpacing(GAP_S)
        row.addWidget(self.edit)
        row.addWidget(self.on_map)
        row.addWidget(self.gps)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.understood)
        column.addWidget(self.offer)
        column.addWidget(self.doubt)
        self.edit.textEdited.connect(self._take)
        self.reason.textEdited.connect(self._report)
        self.on_map.clicked.connect(self._open_map)
        on_map = [self.on_map] if context.pick_place else []
        self.watch(self.edit, *on_map, self.gps, self.offer.button, self.reason)
        self.retranslate()

    def show_offer(self, offer: GridOffer) -> None:
        """Offers a grid beneath the line, unless it stands there already."""
        shown = self._square
        if self.edit.isReadOnly() or (shown is not None and shown.spaced == offer.grid):
            self.offer.withdraw()
        else:
            self.offer.show_offer(offer)

    def take_over(self, offer: GridOffer) -> None:
        """Answers with a grid that the person said yes to, as if it had been typed."""
        # A step of its own, not the end of what was typed before.
        self.left.emit()
        self.edit.setText(offer.grid)
        self._take(offer.grid)
        self.edit.setFocus()
        self.taken.emit(offer)

    def _take(self, text: str) -> None:
        self.gps.stop()
        self.offer.withdraw()
        self._read(text)
        self._tell()
        self._report()

    def _open_map(self) -> None:
        if self.context.pick_place is not None:
            present = "" if self._square is None else self._square.text
            self.context.pick_place(present, self._take_square)

    def _take_square(self, text: str) -> None:
        self.edit.setText(grid.parse(text).spaced)
        self._take(self.edit.text())
        self.picked.emit()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self, text: str) -> None:
        self._square, self._refusal = None, ""
        if not text.strip():
            return
        try:
            self._square = grid.parse(text, base_square=self.context.base_square)
        except grid.GridRefused as refused:
            self._refusal = tell(refused).text

    def _report(self) -> None:
        text = self.edit.text()
        if not text.strip():
            self.answered.emit("", None)
            return
        note = {"text": text}
        if self._square is None:
            self.answered.emit(text, note)
            return
        note["precision_m"] = str(self._square.precision_m)
        if self._square.outside_zone and self.reason.text().strip():
            note["confirmed"] = self.reason.text().strip()
        self.answered.emit(self._square.text, note)

    def _tell(self) -> None:
        square = self._square
        outside = square is not None and square.outside_zone
        text = ""
        if square is not None:
            side, point = spoken_side(square.precision_m), spoken_position(square.centre)
            text = tr("forms", "{side} square, {position}", side=side, position=point)
            if square.spaced.replace(" ", "") != self.edit.text().replace(" ", "").upper():
                text = listed((square.spaced, text), " · ")
        self.understood.setText(text)
        self.understood.setVisible(bool(text))
        if outside and square is not None:
            said = tr(
                "forms",
                "This square lies outside grid zone {zone}. A wrong letter is the usual cause.",
                zone=square.zone_band,
            )
            self.warning.show_message(MessageKind.WARNING, said)
            self.reason_label.setText(tr("forms", "If it is right, say why"))
        self.doubt.setVisible(outside)

    def show_answer(self, value: str, note: TypedNote | None) -> None:
        text = (note or {}).get("text", value)
        confirmed = (note or {}).get("confirmed", "")
        if self.edit.text() != text:
            self.edit.setText(text)
        if self.reason.text().strip() != confirmed:
            self.reason.setText(confirmed)
        # The stored square is what counts: a short grid must not be completed anew.
        self._read(value)
        self._tell()

    def objection(self) -> str:
        if self._refusal:
            return self._refusal
        doubtful = self._square is not None and self._square.outside_zone
        if doubtful and not self.reason.text().strip():
            return tr("forms", "Correct the grid, or say why it is right.")
        return ""

    def set_readonly(self, readonly: bool) -> None:
        self.edit.setReadOnly(readonly)
        self.reason.setReadOnly(readonly)
        self.on_map.setEnabled(not readonly)
        self.gps.setVisible(not readonly)

    def set_wrong(self, wrong: bool) -> None:
        mark_wrong(self.edit, wrong)

    def describe(self, name: str, description: str) -> None:
        super().describe(name, description)
        self.gps.setAccessibleName(tr("forms", "{question}: from GPS", question=name))
        self.offer.button.setAccessibleName(
            tr("forms", "{question}: use the grid offered", question=name)
        )
        self.reason.setAccessibleName(
            tr("forms", "{question}: why the grid is right", question=name)
        )
        self.on_map.setAccessibleName(tr("forms", "{question}: on the map", question=name))

    def retranslate(self) -> None:
        self.on_map.setText(tr("forms", "On the map"))
        self.gps.retranslate()
        self._tell()


class PositionField(AnswerField):
    """Latitude and longitude, typed in any usual way."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._refusal = ""
        self.edit = _left_to_right(QLineEdit(self))
        self.edit.setPlaceholderText("14.1234, 15.1234")
        self.understood = text_label("", "small", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_XS)
        column.addWidget(self.edit, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.understood)
        self.understood.hide()
        self.edit.textEdited.connect(self._take)
        self.watch(self.edit)

    def _take(self, text: str) -> None:
        point = self._read(text)
        value = text.strip()
        if point is not None:
            value = f"{point.lat_e7 / E7:.7f} {point.lon_e7 / E7:.7f} 0 0"
        self.answered.emit(value, {"text": text} if text.strip() else None)

    def _read(self, text: str) -> LatLon | None:
        point, self._refusal = None, ""
        if text.strip():
            try:
                point = parse_position(text)
            except PositionRefused as refused:
                self._refusal = tell(refused).text
        self.understood.setText(isolate(spoken_position(point)) if point else "")
        self.understood.setVisible(point is not None)
        return point

    def show_answer(self, value: str, note: TypedNote | None) -> None:
        plain_value = " ".join(value.split()[:2])
        text = (note or {}).get("text", plain_value)
        if self.edit.text() != text:
            self.edit.setText(text)
        self._read(plain_value)

    def objection(self) -> str:
        return self._refusal

    def set_readonly(self, readonly: bool) -> None:
        self.edit.setReadOnly(readonly)

    def set_wrong(self, wrong: bool) -> None:
        mark_wrong(self.edit, wrong)


def _left_to_right(edit: QLineEdit) -> QLineEdit:
    edit.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    edit.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    edit.setFixedWidth(_WIDTH)
    return edit
