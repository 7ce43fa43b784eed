"""At the form: from a key to the repainted window, and from choosing a form to its painted page."""

import gzip
import os
import statistics
import time
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random

from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from fieldapp.forms.definition import FormDefinition, load_form
from fieldapp.forms.library import library_forms
from fieldapp.forms.session import FormSession
from fieldapp.units import UtcMillis
from tests.bench import reports
from tests.bench.harness import Measured
from tests.screens.window import until
from tests.support.looking import at_rest
from ui.forms import FormContext, FormView
from ui.forms.radio_field import RadioField
from ui.theme.apply import Scheme, apply_theme, themed_application

DATA = Path(os.environ.get("DATA", "../shared/data"))
"""Where real forms lie that are not part of the project; without them ours alone is measured."""

_VERBAL_AUTOPSY = DATA / "xforms" / "forms" / "real" / "va_who_v1_5_3.xml.gz"
_NOW = datetime(2026, 11, 6, 10, 45, tzinfo=UTC)
_KEYS = "ab1 "
_MOST = 400
"""Questions of one form that are answered in one go."""


def typing(runs: int) -> list[Measured]:
    """Opening and typing in our largest form and, where it is there, in WHO's Verbal Autopsy."""
    apply_theme(themed_application("bench"), Scheme.LIGHT)
    measured = _form("restriction", load_form(library_forms()["restriction"]), runs, filled=True)
    if _VERBAL_AUTOPSY.exists():
        form = load_form(gzip.decompress(_VERBAL_AUTOPSY.read_bytes()))
        measured += _form("va", form, runs, filled=False)
    return measured


def _form(name: str, form: FormDefinition, runs: int, *, filled: bool) -> list[Measured]:
    first, whole = [], []
    for number in range(runs + 1):
        begun = time.perf_counter()
        view = _opened(_session(form, number, filled=filled))
        first.append(_since(begun))
        until(at_rest)
        whole.append(_since(begun))
        if number < runs:
            view.close()
            view.deleteLater()
            _repaint()
    keys, choices = list[float](), list[float]()
    _type(view, keys, choices)
    view.close()
    return [
        Measured(f"{name}_first_ms", statistics.median(first[1:]), "ms", None, runs),
        Measured(f"{name}_open_ms", statistics.median(whole[1:]), "ms", None, runs),
        _centile(f"{name}_key_ms_p99", keys),
        _centile(f"{name}_choice_ms_p99", choices),
    ]


def _centile(name: str, spent: list[float]) -> Measured:
    """The 99th percentile, beside the median."""
    highest = statistics.quantiles(spent, n=100)[98]
    return Measured(name, highest, "ms", statistics.median(spent), len(spent))


def _session(form: FormDefinition, seed: int, *, filled: bool) -> FormSession:
    answers = dict(reports.restriction(Random(seed)).answers) if filled else None
    return FormSession(
        form, answers=answers, now=lambda: _NOW, new_id=lambda: f"{seed:032x}", language=None
    )


def _opened(session: FormSession) -> FormView:
    """The form in a window, its first screen painted."""
    context = FormContext(
        local_offset_minutes=60,
        today=lambda: date(2026, 11, 6),
        now=lambda: UtcMillis(int(_NOW.timestamp() * 1000)),
        base_square="32QQF",
    )
    view = FormView(session, {}, context)
    view.resize(1200, 700)
    view.show()
    _repaint()
    return view


def _type(view: FormView, keys: list[float], choices: list[float]) -> None:
    """Milliseconds of each key and each choice, down the form, until it is painted."""
    answered: set[str] = set()
    while len(answered) < _MOST:
        box = next(
            (
                box
                for box in view._questions()
                if box.ref not in answered and box.counts and box.isVisibleTo(view)
            ),
            None,
        )
        if box is None:
            return
        answered.add(box.ref)
        view.go_to(box.ref)
        _repaint()
        edit = getattr(box.field, "edit", None)
        if isinstance(box.field, RadioField):
            choices.append(_pressed(box.field.buttons[0], " "))
        elif isinstance(edit, QLineEdit | QPlainTextEdit):
            keys += [_pressed(edit, key) for key in _KEYS]
            if (popup := QApplication.activePopupWidget()) is not None:
                popup.close()


def _pressed(widget: QWidget, key: str) -> float:
    begun = time.perf_counter()
    QTest.keyClicks(widget, key)
    _repaint()
    return _since(begun)


def _repaint() -> None:
    QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)


def _since(begun: float) -> float:
    return (time.perf_counter() - begun) * 1000
