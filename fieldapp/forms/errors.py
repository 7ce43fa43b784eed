"""The one error of the world that the form engine knows: a form it will not interpret."""

from typing import ClassVar

from fieldapp.errors import FieldError, Remedy


class FormRefused(FieldError):
    """The form is broken, oversized or outside the declared profile; nothing of it is used."""

    code: ClassVar[str] = "form.refused"
    remedy: ClassVar[Remedy] = Remedy.ASK_HQ
    text: ClassVar[str] = "This form cannot be used here. Ask headquarters for a corrected form."


class AnswersRefused(FieldError):
    """Stored or received answers are not a record of a form at all."""

    code: ClassVar[str] = "form.answers-refused"
    remedy: ClassVar[Remedy] = Remedy.CHOOSE_OTHER_FILE
    text: ClassVar[str] = "These answers cannot be read. Choose another file or ask headquarters."
