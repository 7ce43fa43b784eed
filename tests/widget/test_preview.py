"""What the author of a form sees of it before anybody fills it."""

from pytestqt.qtbot import QtBot

from fieldapp.clock import SystemClock
from tests.widget.form_support import small_form
from ui.forms import FormView
from ui.preview import form_window


def test_a_preview_is_the_form_itself(qtbot: QtBot) -> None:
    form = small_form()
    window = form_window(form, "en", SystemClock(), bytes)
    qtbot.addWidget(window)
    assert isinstance(window, FormView)
    assert window.windowTitle() == form.title
    assert window.session.form is form
    assert window.session.language == form.default_language
