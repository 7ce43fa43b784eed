"""The built-in forms speak each language of the product as completely as English."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyxform.xls2json_backends import md_to_dict  # type: ignore[import-untyped]

import fieldapp.forms.library
from fieldapp.forms.catalog import Catalog
from fieldapp.forms.definition import FormDefinition
from fieldapp.forms.library import FORM_IDS, library_forms
from fieldapp.forms.model import Definition, QuestionDef
from fieldapp.forms.session import FormSession, View
from fieldapp.mission.codes import default_codes
from fieldapp.mission.profile import LANGUAGES
from tests.support.scenarios import NAMES, fill, new_session, scenario
from tests.support.wording import SAME, flaws

FOLDER = Path(fieldapp.forms.library.__file__).parent
CATALOG = Catalog(library_forms(), default_codes())
TONGUES = ("English (en)", "French (fr)", "Spanish (es)", "Arabic (ar)")
KINDS = ("label", "hint", "constraint_message")
REFERENCE = r"\$\{\w+\}"


def told(form_id: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Every text of a form's source: where it stands, and its languages."""
    book = md_to_dict((FOLDER / f"{form_id}.md").read_text(encoding="utf-8"))
    for row in [*book["survey"], *book["choices"]]:
        for kind in KINDS:
            texts = {
                code: row.get(f"{kind}::{tongue}", "")
                for code, tongue in zip(LANGUAGES, TONGUES, strict=True)
            }
            if any(texts.values()):
                yield f"{kind} of {row['name']}", texts


def is_grid(definition: Definition) -> bool:
    """A grid asked for once, outside every repeat."""
    return "mgrs" in definition.appearance and not definition.repeats


def asked(session: FormSession) -> list[View]:
    """Groups and questions that a person sees, relevant or not."""
    found: list[View] = []

    def walk(view: View) -> None:
        if view.kind != "question" or view.definition.label is not None:
            found.append(view)
        for child in view.children:
            walk(child)

    walk(session.tree())
    return [view for view in found if view.ref != "/data" and "/meta" not in view.ref]


def in_all(form: FormDefinition) -> dict[str, FormSession]:
    return {
        code: new_session(form, tongue) for code, tongue in zip(LANGUAGES, TONGUES, strict=True)
    }


@pytest.mark.parametrize("form_id", FORM_IDS)
def test_the_source_says_everything_in_every_language(form_id: str) -> None:
    found = [
        f"{where}: {flaw}" for where, texts in told(form_id) for flaw in flaws(texts, REFERENCE)
    ]
    assert found == []


@pytest.mark.parametrize("form_id", FORM_IDS)
def test_everything_is_asked_in_every_language(form_id: str) -> None:
    form = CATALOG.form(form_id)
    assert form.languages == TONGUES
    sessions = in_all(form)
    refs = [view.ref for view in asked(sessions["en"]) if sessions["en"].label(view.ref)]
    assert len(refs) > 25
    for ref in refs:
        labels = {code: session.label(ref) for code, session in sessions.items()}
        hints = {code: session.hint(ref) for code, session in sessions.items()}
        assert [*flaws(labels), *flaws(hints)] == [], ref


@pytest.mark.parametrize("form_id", FORM_IDS)
def test_every_compiled_text_is_there_in_every_language(form_id: str) -> None:
    texts = CATALOG.form(form_id).translations.texts
    shapes = {
        tongue: {(name, kind) for name, forms in texts[tongue].items() for kind in forms}
        for tongue in TONGUES
    }
    assert all(shapes[tongue] == shapes[TONGUES[0]] for tongue in TONGUES)


@pytest.mark.parametrize("form_id", FORM_IDS)
def test_every_constraint_tells_why_in_every_language(form_id: str) -> None:
    form = CATALOG.form(form_id)
    for path, definition in form.paths.items():
        if isinstance(definition, QuestionDef) and definition.bind.constraint is not None:
            assert definition.bind.constraint_message is not None, path
    grid = next(path for path, asks in form.paths.items() if is_grid(asks))
    said = {}
    for code, session in in_all(form).items():
        session.set(grid, "32QQF8947")
        assert session.problem(grid) is None
        session.set(grid, "32QQF894")
        problem = session.problem(grid)
        assert problem is not None
        said[code] = problem.text
    assert list(flaws(said)) == []
    assert "32QQF8947" in said["en"]


@pytest.mark.parametrize("number", ["TS7-INC-2026-0012-D", "TS7-INC-2026-0012-D/R2"])
def test_report_numbers_are_taken_in_every_language(number: str) -> None:
    for session in in_all(CATALOG.form("incident")).values():
        session.set("/data/head/stage", "FOLLOWUP")
        session.set("/data/head/follows", number)
        assert session.problem("/data/head/follows") is None
        session.set("/data/head/follows", number.lower())
        assert session.problem("/data/head/follows") is not None


def test_a_text_quotes_an_answer_in_every_language() -> None:
    for code, session in in_all(CATALOG.form("restriction")).items():
        fill(session, scenario("03-denied-despite-clearance")["answers"])
        minutes = session.value("/data/when/duration_min")
        assert minutes != "", code
        assert minutes in session.label("/data/when/duration_min_note"), code


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("tongue", TONGUES)
def test_a_scenario_has_the_same_answers_in_every_language(name: str, tongue: str) -> None:
    story = scenario(name)
    form = CATALOG.form(story["form"])
    english, session = new_session(form), new_session(form, tongue)
    fill(english, story["answers"])
    fill(session, story["answers"])
    assert session.problems() == ()
    assert session.answers(for_filing=True) == english.answers(for_filing=True)


def test_words_that_are_the_same_are_still_in_use() -> None:
    codes = default_codes()
    english = {texts["en"] for form_id in FORM_IDS for _, texts in told(form_id)}
    english |= {CATALOG.about(form_id).name("en") for form_id in FORM_IDS}
    for name in codes.names():
        english |= {codes.title(name, "en"), *(item.label("en") for item in codes.items(name))}
    for language, words in SAME.items():
        assert words <= english, f"{language}: {sorted(words - english)}"


@pytest.mark.parametrize(
    ("language", "wrong"),
    [
        ("en", "Since ${n}, see 061020A NOV 26 "),
        ("fr", ""),
        ("es", "-"),
        ("es", "Since ${n}, see 061020A NOV 26"),
        ("fr", "Depuis ${m}, voir 061020A NOV 26"),
        ("es", "Desde ${n}, véase 061020B NOV 26"),
        ("es", "Desde ${n}, ¿véase 061020A NOV 26"),
        ("ar", "Desde ${n}, véase 061020A NOV 26"),
        ("ar", "See منذ ${n}، 061020A NOV 26"),
        ("ar", "منذ ${n}; انظر 061020A NOV 26"),
        ("ar", "منذ ${n}، انظر 061020A NOV ٢٦"),
    ],
)
def test_each_flaw_is_noticed(language: str, wrong: str) -> None:
    good = {
        "en": "Since ${n}, see 061020A NOV 26",
        "fr": "Depuis ${n}, voir 061020A NOV 26",
        "es": "Desde ${n}, véase 061020A NOV 26",
        "ar": "منذ ${n}، انظر 061020A NOV 26",
    }
    assert list(flaws(good, REFERENCE)) == []
    assert list(flaws(good | {language: wrong}, REFERENCE)) != []
    assert re.findall(REFERENCE, good["ar"]) == ["${n}"]
