"""From an error to what a person reads: its sentence in their language, and one thing to do."""

from collections.abc import Mapping
from dataclasses import dataclass

from fieldapp.errors import FieldError, Remedy, all_codes
from ui.i18n import tr, translation

CONTEXT = "Errors"
"""Translation context of every sentence about an error."""

DESKTOP_TEXTS: Mapping[str, str] = {
    "people.no-mission": "This laptop has no mission file yet. Choose the file that HQ gave you.",
    "vault.none": "This laptop is not set up yet. Use the mission file and code from HQ.",
    "cli.person": "Nobody with this name works on this laptop. Choose a name from the list.",
    "cli.file": "This file cannot be read. Check that it is the right one and not empty.",
}
"""Sentences for the window where the one of the command line speaks of the command line."""

ADVICE: Mapping[Remedy, str] = {
    Remedy.NONE: "",
    Remedy.TRY_AGAIN: "",
    Remedy.CHECK_INPUT: "",
    Remedy.CHECK_PASSPHRASE: "",
    Remedy.FREE_SPACE: "",
    Remedy.RESTORE_COPY: "HQ can help: tell them the code {code}.",
    Remedy.UPDATE_APP: "",
    Remedy.ASK_HQ: "Tell HQ the code {code}.",
    Remedy.CHECK_CLOCK: "Check the date and time of this computer.",
    Remedy.CHOOSE_OTHER_FILE: "",
    Remedy.WAIT_FOR_LINK: "",
    Remedy.SET_UP: "",
    Remedy.REOPEN: "",
}
"""What is added to the sentence where no button helps; most sentences say it themselves."""

ACTIONS: Mapping[Remedy, str] = {
    Remedy.TRY_AGAIN: "Try again",
    Remedy.FREE_SPACE: "Try again",
    Remedy.CHOOSE_OTHER_FILE: "Choose another file",
    Remedy.SET_UP: "Set up",
    Remedy.REOPEN: "Lock and open again",
}
"""The button where one press may help."""


@dataclass(frozen=True, slots=True)
class Told:
    """An error as the window shows it.

    Args:
        text: one or two sentences.
        action: words for the one button; empty where no button helps.
        remedy: what the button stands for.
    """

    text: str
    action: str
    remedy: Remedy


def tell(error: FieldError) -> Told:
    """What to show for an error; never its detail, which is for the log."""
    kind = type(error)
    usual = DESKTOP_TEXTS.get(kind.code, kind.text)
    text = usual if error.message == kind.text else error.message
    # A sentence that nobody could translate gives way to the usual one, which is.
    text = translation(CONTEXT, text) or translation(CONTEXT, usual) or text
    advice = ADVICE[error.remedy]
    if advice:
        text = f"{text} {tr(CONTEXT, advice, code=error.code)}"
    action = ACTIONS.get(error.remedy, "")
    return Told(text, tr(CONTEXT, action) if action else "", error.remedy)


def reason(code: str) -> str:
    """The first sentence about an error's code, without its full stop; the code when unknown."""
    kind = all_codes().get(code)
    if kind is None:
        return code
    return tr(CONTEXT, DESKTOP_TEXTS.get(code, kind.text)).split(". ")[0].rstrip(".")


def verdict_words(text: str) -> str:
    """A sentence of the form engine about an answer, in the person's language."""
    return tr(CONTEXT, text)


def texts_to_translate() -> tuple[str, ...]:
    """Every English text that this module may hand to translation, in a fixed order.

    Counts the errors of all modules that are imported by then.
    """
    from fieldapp.forms import notations, verdicts

    found = {DESKTOP_TEXTS.get(code, kind.text) for code, kind in all_codes().items()}
    found.update((*verdicts.SENTENCES, *notations.SENTENCES))
    found.update(text for text in (*ADVICE.values(), *ACTIONS.values()) if text)
    return tuple(sorted(found))


UNEXPECTED = "Something unexpected happened. Your saved work is safe."
"""What a person reads when the program itself is at fault."""


def unexpected() -> str:
    """The sentence for a fault of the program, in the person's language."""
    return tr(CONTEXT, "Something unexpected happened. Your saved work is safe.")
