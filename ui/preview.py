"""A form on the screen as patrols will fill it; nothing that is typed is kept."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldapp.clock import Clock, Entropy, as_datetime
from fieldapp.forms.definition import FormDefinition
from fieldapp.forms.session import FormSession
from ui.forms import FormContext, FormView
from ui.shell.languages import Languages
from ui.theme.apply import apply_theme, themed_application
from ui.theme.tokens import GAP_XL

_WIDTH, _HEIGHT = 1366, 768


def form_window(form: FormDefinition, language: str, clock: Clock, entropy: Entropy) -> QWidget:
    """An empty report on ``form`` in a window of its own; times are UTC.

    ``language`` is one of the form's, as it names it or by its code; else its default is shown.
    """
    spoken = next((name for name in form.languages if f"({language})" in name), language)
    session = FormSession(
        form,
        now=lambda: as_datetime(clock.now(), 0),
        new_id=lambda: entropy(16).hex(),
        language=spoken,
    )
    here = FormContext(
        local_offset_minutes=0,
        today=lambda: as_datetime(clock.now(), 0).date(),
        now=clock.now,
    )
    window = QWidget()
    window.setObjectName("form preview")
    column = QVBoxLayout(window)
    column.setContentsMargins(GAP_XL, GAP_XL, GAP_XL, GAP_XL)
    column.addWidget(FormView(session, {}, here))
    window.setWindowTitle(form.title or form.form_id)
    window.resize(_WIDTH, _HEIGHT)
    return window


def show(form: FormDefinition, language: str, clock: Clock, entropy: Entropy) -> None:
    """Shows `form_window` until it is closed."""
    app = themed_application("fieldapp")
    apply_theme(app)
    Languages(app, ()).use(language)
    window = form_window(form, language, clock, entropy)
    window.show()
    app.exec()
