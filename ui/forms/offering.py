"""Leads offered grids to the grid they are for, and how they were found to the question for it."""

from collections.abc import Callable, Iterable

from fieldapp.clock import as_datetime
from ui.forms.context import FormContext
from ui.forms.grid_field import GridField
from ui.forms.offers import GridOffer
from ui.forms.place_field import PlaceField
from ui.forms.places import PlaceHit
from ui.forms.question import QuestionBox
from ui.i18n import tr
from ui.i18n.days import spoken_date

METHOD = "grid-method"
"""Appearance of the choice that says how the grid beside it was found."""


class Offering:
    """Between the fields of one form.

    Args:
        context: here and now.
        boxes: all questions of the form, in document order.
        answer: gives a question another answer.
    """

    def __init__(
        self,
        context: FormContext,
        boxes: Callable[[], Iterable[QuestionBox]],
        answer: Callable[[QuestionBox, str], None],
    ) -> None:
        self._context = context
        self._boxes = boxes
        self._answer = answer

    def watch(self, box: QuestionBox) -> None:
        """A question came into being."""
        if isinstance(box.field, PlaceField):
            box.field.named.connect(lambda hit: self._place_named(box, hit))
        elif isinstance(box.field, GridField):
            box.field.taken.connect(lambda offer: self._say_how(box, offer))

    @property
    def has_grid(self) -> bool:
        """Whether the form asks for a grid at present."""
        return self._grid() is not None

    def take_over(self, offer: GridOffer) -> None:
        """Answers the form's first question for a grid with what the person said yes to."""
        field = self._grid()
        if field is not None:
            field.take_over(offer)

    def _grid(self) -> GridField | None:
        asked = (box.field for box in self._boxes() if box.counts)
        return next((field for field in asked if isinstance(field, GridField)), None)

    def _place_named(self, box: QuestionBox, hit: PlaceHit) -> None:
        beside = (other for other in self._boxes() if isinstance(other.field, GridField))
        target = next((other for other in beside if _group(other) == _group(box)), None)
        if target is not None and isinstance(target.field, GridField) and hit.grid:
            offset = self._context.local_offset_minutes
            target.field.show_offer(place_offer(hit, offset))

    def _say_how(self, box: QuestionBox, offer: GridOffer) -> None:
        for other in self._boxes():
            fits = _group(other) == _group(box) and METHOD in other.question.appearance
            if fits and offer.method:
                self._answer(other, offer.method)


def place_offer(hit: PlaceHit, local_offset_minutes: int) -> GridOffer:
    """The grid of a known place."""

    def said() -> str:
        values = {"place": hit.name, "grid": hit.grid}
        if hit.last is None:
            return tr("forms", "The map shows {place} in {grid}, a square of 1 km.", **values)
        day = spoken_date(as_datetime(hit.last, local_offset_minutes).date())
        return tr("forms", "{place} was at {grid} in a report of {day}.", day=day, **values)

    return GridOffer(hit.grid, said, "MAP" if hit.last is None else "")


def _group(box: QuestionBox) -> str:
    return box.ref.rpartition("/")[0]
