"""Forms on the screen: the page for writing a report, and its photos."""

from ui.forms.context import FormContext, TypedNote
from ui.forms.photos import PhotoStrip
from ui.forms.view import FormView

__all__ = ["FormContext", "FormView", "PhotoStrip", "TypedNote"]
