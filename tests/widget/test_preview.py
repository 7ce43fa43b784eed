"""What the author of a form sees of it before anybody fills it."""

from pytestqt.qtbot import QtBot

from fieldapp.clock import SystemClock
from tests.widget.form_support import library_form, small_form
from ui.forms import FormView
from ui.preview import form_window


def test_a_preview_is_the_form_itself(qtbot: QtBot) -> None:
    form = small_form()
    window = form_window(form, "en", SystemClock(), bytes)
    qtbot.addWidget(window)
    view = window.findChild(FormView)
    assert isinstance(view, FormView)
    assert window.windowTitle() == form.title
    assert view.session.form is form
    assert view.session.language == form.default_language


def test_a_preview_speaks_the_language_that_was_asked_for(qtbot: QtBot) -> None:
    window = form_window(library_form("incident"), "fr", SystemClock(), bytes)
    qtbot.addWidget(window)
    view = window.findChild(FormView)
    assert isinstance(view, FormView)
    assert view.session.language == "French (fr)"
