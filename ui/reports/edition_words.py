"""What is said of editions of a form, and of answers without a place in one."""

from collections.abc import Sequence

from fieldapp.forms.editions import Stray
from ui.i18n import tr, tr_count
from ui.reports.changing_over import ChangedOver
from ui.reports.edition_page import Told


def newer_words() -> str:
    """Above a form of which a newer edition is here."""
    return tr("Edition", "There is a newer edition of this form.")


def moved_words() -> str:
    """Above a form after the draft went on in its newer edition."""
    return tr("Edition", "This report goes on in the newer edition of the form.")


def stray_words(count: int) -> str:
    """So many answers have no place in the form that is shown."""
    return tr_count(
        "Edition",
        "One answer has no place in this edition; it is kept with the draft.",
        "{count} answers have no place in this edition; they are kept with the draft.",
        count,
    )


def newer_told(moved: ChangedOver) -> Told:
    """Before a draft goes on in the newer edition."""
    return Told(
        title=tr("Edition", "What changes in the newer edition"),
        hint=tr("Edition", "All other answers are taken along. You can go back until you file."),
        strays_title=_not_taken_along(),
        strays=moved.draft.strays,
        differences=moved.differences,
        go_on=tr("Edition", "Go on with the new edition"),
        stay=tr("Edition", "Stay with this one"),
    )


def older_told(moved: ChangedOver) -> Told:
    """Before a draft goes back to the edition that it came from."""
    return Told(
        title=tr("Edition", "What changes on the way back"),
        hint=tr("Edition", "All other answers are taken along."),
        strays_title=_not_taken_along(),
        strays=moved.draft.strays,
        differences=moved.differences,
        go_on=tr("Edition", "Go back to the older edition"),
        stay=tr("Edition", "Stay with this one"),
    )


def strays_told(strays: Sequence[Stray]) -> Told:
    """Answers without a place, to be read and written elsewhere in the form."""
    return Told(
        title=tr("Edition", "Answers without a place"),
        hint=tr("Edition", "Write what matters into another answer, such as the account."),
        strays_title=tr("Edition", "Kept with the draft until you file it"),
        strays=strays,
        differences=(),
        go_on="",
        stay=tr("Edition", "Back to the form"),
    )


def filing_told(strays: Sequence[Stray]) -> Told:
    """Once more before filing: what the report will not say."""
    return Told(
        title=tr("Edition", "File without these answers?"),
        hint=tr("Edition", "Write what matters into another answer, such as the account."),
        strays_title=tr("Edition", "Not part of the report, and gone once it is filed"),
        strays=strays,
        differences=(),
        go_on=tr("Edition", "File without them"),
        stay=tr("Edition", "Back to the form"),
    )


def _not_taken_along() -> str:
    return tr("Edition", "Answers without a place there; they stay readable until you file")
