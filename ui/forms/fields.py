"""Which widget asks which question."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldapp.forms.model import QuestionDef
from fieldapp.forms.session import FormSession
from ui.forms.choice_fields import ChecksField, ListField
from ui.forms.context import FormContext
from ui.forms.field import AnswerField
from ui.forms.grid_field import GridField, PositionField
from ui.forms.marks import RADIO_MOST
from ui.forms.moment_field import ClockField, DayField, MomentField
from ui.forms.order_field import OrderField
from ui.forms.place_field import PlaceField
from ui.forms.radio_field import RadioField
from ui.forms.text_fields import LinesField, NumberField, TextField
from ui.forms.tick_field import ACKNOWLEDGED, TickField
from ui.i18n import tr
from ui.theme.panels import text_label

_AS_LIST = frozenset({"minimal", "autocomplete", "search"})
_TYPED_MOMENTS = {"date": DayField, "dateTime": MomentField, "time": ClockField}


class FilesField(AnswerField):
    """Stands where a form asks for a file: files are kept with the report, beside the form."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = text_label("", "muted", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._words)
        self.retranslate()

    def retranslate(self) -> None:
        self._words.setText(tr("forms", "Add the file under Photos, below the form."))


def make_field(
    session: FormSession, ref: str, question: QuestionDef, context: FormContext, parent: QWidget
) -> AnswerField | None:
    """The widget for one question; None for a note, which has words only."""
    if question.type == "note":
        return None
    if question.control in ("select1", "select", "rank"):
        return _choice_field(session, ref, question, parent)
    if question.type == "trigger":
        return TickField(ACKNOWLEDGED, "", parent)
    if question.type == "boolean":
        return TickField("true", "false", parent)
    if question.type == "binary":
        return FilesField(parent)
    return _typed_field(question, context, parent)


def _choice_field(
    session: FormSession, ref: str, question: QuestionDef, parent: QWidget
) -> AnswerField:
    if question.control == "select":
        return ChecksField(parent)
    if question.control == "rank":
        return OrderField(parent)
    # A list whose length follows another answer would change its look with it.
    filtered = question.itemset is not None and "[" in question.itemset.nodes.source
    few = len(session.choices(ref)) <= RADIO_MOST
    if few and not filtered and not question.appearance & _AS_LIST:
        return RadioField(parent)
    return ListField(parent)


def _typed_field(question: QuestionDef, context: FormContext, parent: QWidget) -> AnswerField:
    if question.type in _TYPED_MOMENTS:
        return _TYPED_MOMENTS[question.type](context, parent)
    if "mgrs" in question.appearance:
        return GridField(context, parent)
    if question.type == "geopoint":
        return PositionField(parent)
    if question.type in ("int", "decimal"):
        return NumberField(question.type == "decimal", parent)
    if "multiline" in question.appearance or question.rows > 1:
        return LinesField(question.rows, parent)
    if "place" in question.appearance:
        return PlaceField(context.places, parent)
    field = TextField(parent)
    if question.appearance & {"numbers", "url"}:
        field.edit.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    return field
