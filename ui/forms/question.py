"""One question on the page: its words, its field, and what is wrong with the answer."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from fieldapp.forms.carrying import CARRIED
from fieldapp.forms.model import QuestionDef
from fieldapp.forms.session import FormSession
from fieldapp.forms.verdicts import NOT_ALLOWED
from ui.forms.context import FormContext, TypedNote
from ui.forms.fields import make_field
from ui.forms.tick_field import TickField
from ui.i18n import isolate_codes, listed, tr
from ui.messages import verdict_words
from ui.theme.panels import Picture, text_label
from ui.theme.tokens import GAP_S, GAP_XS, Tone

_ICON = 16
_GUARD = "guard"
_NO_TEXT = "-"
"""What the form compiler writes where a translation is missing."""


class QuestionBox(QWidget):
    """A question with its answer.

    ``answered(box, value, note)`` is sent on every change a person makes. A problem is shown once
    the question was touched: answered and left.
    """

    answered = Signal(object, str, object)

    def __init__(
        self,
        session: FormSession,
        ref: str,
        question: QuestionDef,
        context: FormContext,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.ref = ref
        self.question = question
        self.field = make_field(session, ref, question, context, self)
        self.touched = False
        self._session = session
        self._edited = False
        self._problem: QWidget | None = None
        self._carried: QLabel | None = None
        self._guidance: QLabel | None = None
        self._lay_out()
        if self.field is not None:
            self.field.answered.connect(self._pass_on)
            self.field.left.connect(self._leave)
        self.refresh("label")
        self.refresh("choices")
        self.refresh("readonly")
        self.setVisible(session.relevant(ref))

    def _lay_out(self) -> None:
        self._label = text_label("", "strong" if self.field is not None else "", self)
        self._hint = text_label("", "small", self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP_XS)
        ticked = isinstance(self.field, TickField)
        if ticked:
            self._label.hide()
        else:
            self._column.addWidget(self._label)
            self._column.addWidget(self._hint)
        if self.field is not None:
            self._label.setBuddy(self.field)
            self._column.addWidget(self.field)
        if ticked:
            self._column.addWidget(self._hint)

    # -- what the page asks

    @property
    def counts(self) -> bool:
        """Whether an answer is expected here at present."""
        asked = self.field is not None and self.question.type != "binary"
        return asked and self._session.relevant(self.ref) and not self._session.readonly(self.ref)

    @property
    def filled(self) -> bool:
        return bool(self._session.value(self.ref))

    def complaint(self) -> str:
        """What is wrong with the present answer, in the person's language; empty when nothing."""
        if self.field is None or not self._session.relevant(self.ref):
            return ""
        if objection := self.field.objection():
            return objection
        problem = self._session.problem(self.ref)
        if problem is None:
            return ""
        if problem.kind == _GUARD:
            said = tr("forms", "Not kept: {words}", words=listed(problem.words))
            advice = isolate_codes(verdict_words(problem.text))
            return f"{said}. {advice}" if problem.words else advice
        if not problem.from_form:
            return verdict_words(problem.text)
        usable = problem.text.strip() not in ("", _NO_TEXT)
        return isolate_codes(problem.text) if usable else verdict_words(NOT_ALLOWED)

    def _caught(self) -> bool:
        """Whether something may not be kept: that is told at once, not on leaving."""
        if not self._session.form.protected:
            return False
        problem = self._session.problem(self.ref)
        return problem is not None and problem.kind == _GUARD

    @property
    def shown_problem(self) -> str:
        """The words beside the question at present; empty when there are none."""
        if self._problem is None or self._problem.isHidden():
            return ""
        return self._problem_words.text()

    def stops(self) -> list[QWidget]:
        """What the Tab key reaches here, in order."""
        more = [self._more] if self._guidance is not None else []
        return more + (self.field.stops() if self.field is not None else [])

    # -- what the page tells

    def show_answer(self, note: TypedNote | None) -> None:
        """Show the answer that the session holds."""
        if self.field is not None:
            self.field.show_answer(self._session.value(self.ref), note)
        self._show_carried((note or {}).get(CARRIED, ""))
        self.refresh("problem")

    def touch(self) -> None:
        """From now on show what is wrong, as it changes."""
        self.touched = True
        self.refresh("problem")

    def refresh(self, what: str) -> None:
        """Show anew what a ``Change`` of this kind names; values go through ``show_answer``."""
        if what in ("label", "required"):
            self._show_words()
        elif what == "choices" and self.field is not None:
            self.field.set_choices(self._session.choices(self.ref))
        elif what == "readonly" and self.field is not None:
            self.field.set_readonly(self._session.readonly(self.ref))
        elif what == "relevant":
            self.setVisible(self._session.relevant(self.ref))
            # What is not asked is not required either, and only this change tells.
            self._show_words()
        elif what == "problem":
            self._show_problem(self.complaint() if self.touched or self._caught() else "")

    def retranslate(self) -> None:
        if self.field is not None:
            self.field.retranslate()
        self._show_words()
        self._say_carried()
        self.refresh("problem")

    # -- inner workings

    def _pass_on(self, value: str, note: TypedNote | None) -> None:
        self._edited = True
        self._show_carried("")
        self.answered.emit(self, value, note)

    def _leave(self) -> None:
        if not self.touched and (self._edited or self.filled):
            self.touch()

    def _show_words(self) -> None:
        label = _words(self._session.label(self.ref))
        hint = _words(self._session.hint(self.ref))
        guidance = _words(self._session.guidance(self.ref))
        required = self._session.required(self.ref)
        shown = f"{label} *" if required else label
        if isinstance(self.field, TickField):
            self.field.words.setText(shown)
        else:
            # With a buddy, a single & would become a shortcut.
            self._label.setText(shown.replace("&", "&&") if self.field is not None else shown)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        if guidance:
            self._offer_guidance(guidance)
        if self.field is not None:
            name = tr("forms", "{question}, required", question=label) if required else label
            self.field.describe(name, hint)
            self.field.set_required(required)

    def _show_carried(self, source: str) -> None:
        """Mark an answer that was taken from another report, until the person changes it."""
        if self._carried is None and source:
            self._carried = text_label("", "carried", self)
            self._column.addWidget(self._carried)
        if self._carried is not None:
            self._carried.setVisible(bool(source))
            self._carried.setProperty("source", source)
            self._say_carried()

    def _say_carried(self) -> None:
        if self._carried is None or self._carried.isHidden() or self.field is None:
            return
        said = tr("forms", "From {ref}: check", ref=self._carried.property("source"))
        self._carried.setText(said)
        for stop in self.field.stops():
            stop.setAccessibleDescription(said)

    def _offer_guidance(self, guidance: str) -> None:
        if self._guidance is None:
            self._more = QPushButton(self)
            self._more.setProperty("look", "link")
            self._more.setAutoDefault(False)
            self._guidance = text_label("", "small", self)
            self._guidance.hide()
            at = self._column.indexOf(self._hint) + 1
            self._column.insertWidget(at, self._more, 0, Qt.AlignmentFlag.AlignLeading)
            self._column.insertWidget(at + 1, self._guidance)
            self._more.clicked.connect(
                lambda: (
                    self._guidance.setVisible(self._guidance.isHidden())
                    if self._guidance is not None
                    else None
                )
            )
        self._more.setText(tr("forms", "More help"))
        self._guidance.setText(guidance)

    def _show_problem(self, text: str) -> None:
        if self.field is None or (self._problem is None and not text):
            return
        if self._problem is None:
            self._problem = QWidget(self)
            self._problem_words = text_label("", "problem", self._problem)
            picture = Picture("octagon-alert", _ICON, self._problem)
            picture.show_icon("octagon-alert", Tone.DANGER)
            row = QHBoxLayout(self._problem)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(GAP_S)
            row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(self._problem_words, 1)
            self._column.addWidget(self._problem)
        if self._problem_words.text() != text or self._problem.isHidden() is bool(text):
            self._problem_words.setText(text)
            self._problem.setVisible(bool(text))
            self.field.set_wrong(bool(text))
            described = listed((text, _words(self._session.hint(self.ref))), " ")
            for stop in self.field.stops():
                stop.setAccessibleDescription(described)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())


def _words(text: str) -> str:
    stripped = text.strip()
    return "" if stripped == _NO_TEXT else isolate_codes(stripped)
