"""What can go wrong when records of an older source are taken in."""

from collections.abc import Sequence

from fieldapp.errors import FieldError, Remedy


class SourceUnreadable(FieldError):
    """The file cannot be read as GeoJSON or CSV, so nothing of it was taken in."""

    code = "history.file"
    remedy = Remedy.CHOOSE_OTHER_FILE
    text = "This file cannot be read as GeoJSON or CSV. Nothing was taken in."


class SourceTooLarge(SourceUnreadable):
    """The file is above a limit."""

    code = "history.too-large"
    text = "This file is too large to take in at once. Cut it into smaller ones."


class BadMapping(FieldError):
    """A mapping that is not as it should be; ``problems`` are all of them, one sentence each."""

    code = "history.mapping"
    remedy = Remedy.CHECK_INPUT
    text = "The mapping cannot be used. Correct what is listed; nothing was taken in."

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__(detail=f"{len(problems)} problems")
        self.problems = tuple(problems)


class WrongForm(FieldError):
    """The mapping was written for another form than the one asked for."""

    code = "history.form"
    remedy = Remedy.CHECK_INPUT
    text = "This mapping is for another form. Name that form, or choose another mapping."


class NotOfficer(FieldError):
    """HQ's roster does not let this person take in history."""

    code = "history.role"
    remedy = Remedy.ASK_HQ
    text = "Only an operations officer whom HQ has approved can take in older records."


class ImportStopped(FieldError):
    """The person stopped it; whole batches are kept."""

    code = "history.stopped"
    remedy = Remedy.NONE
    text = "Stopped. What was taken in is kept. Run the same command again to go on."
    advice = "Run the same command again to go on: nothing is taken in twice."


class NothingFits(FieldError):
    """Every row was refused: the mapping does not belong to this file."""

    code = "history.nothing"
    remedy = Remedy.CHECK_INPUT
    text = "Not one row could be taken in. The mapping probably belongs to another file."


class RowRefused(FieldError):
    """One row cannot become a record; the message names the column, never what it holds."""

    code = "history.row"
    remedy = Remedy.CHECK_INPUT
    text = "This row cannot be taken in."
