import importlib.util
import re
import shutil
import sys
from pathlib import Path
from types import ModuleType

import pytest

from fieldapp.forms.catalog import Catalog
from fieldapp.forms.library import FORM_IDS, REPORT_KINDS, library_forms
from fieldapp.forms.model import GroupDef, QuestionDef, RepeatDef
from fieldapp.mission.codes import default_codes
from fieldapp.mission.profile import LANGUAGES
from tests.support.wording import flaws
from ui.icons import FOLDER

ROOT = Path(__file__).parents[3]
CATALOG = Catalog(library_forms(), default_codes())

SHARED = {
    "/data/head/precedence", "/data/head/classification", "/data/head/caveat",
    "/data/head/incident_no", "/data/head/full",
    "/data/when/start", "/data/when/start_precision", "/data/when/end", "/data/when/ongoing",
    "/data/where/place", "/data/where/place_local", "/data/where/admin_area", "/data/where/grid",
    "/data/where/method", "/data/where/precision",
    "/data/source/source_kind",
    "/data/facts/narrative", "/data/facts/assessment",
    "/data/actions/assistance",
    "/data/reported/channel", "/data/reported/to_whom", "/data/reported/at",
}  # fmt: skip
THIN = {
    "/data/head/precedence", "/data/head/classification", "/data/head/caveat",
    "/data/where/place", "/data/where/grid", "/data/source/source_kind", "/data/facts/narrative",
}  # fmt: skip
"""What is left of them in a protected form, which asks for as little as it can."""

OF_ONE_PLACE = {"/data/where/method", "/data/where/precision", "/data/where/place_local"}
MANY_PLACES = {"patrol"}
"""Forms whose place is worked out of the first of several."""


@pytest.fixture(scope="module")
def script() -> ModuleType:
    path = ROOT / "packaging" / "forms" / "compile_library.py"
    spec = importlib.util.spec_from_file_location("compile_library", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_form_has_a_type_for_its_report_numbers() -> None:
    assert set(library_forms()) == set(FORM_IDS) == set(REPORT_KINDS)
    assert len(set(REPORT_KINDS.values())) == len(FORM_IDS)
    for form_id, kind in REPORT_KINDS.items():
        assert CATALOG.about(form_id).kind == kind == _said(form_id)["number"]


def _said(form_id: str) -> dict[str, str]:
    """What the form itself says in its settings."""
    return {item.name: item.text for item in CATALOG.form(form_id).instance.attributes}


@pytest.mark.parametrize("form_id", FORM_IDS)
def test_a_form_tells_of_itself_in_every_language(form_id: str) -> None:
    about = CATALOG.about(form_id)
    assert about == CATALOG.form(form_id).about
    assert set(about.names) == set(about.purposes) == set(LANGUAGES)
    assert [*flaws(about.names), *flaws(about.purposes)] == []
    assert (FOLDER / f"{about.icon}.svg").is_file()
    assert default_codes().items(about.subject)
    assert default_codes().items("c1")


@pytest.mark.parametrize("form_id", FORM_IDS)
def test_a_form_has_the_shared_paths(form_id: str) -> None:
    form = CATALOG.form(form_id)
    wanted = THIN if form.protected else SHARED
    if form_id in MANY_PLACES:
        wanted = wanted - OF_ONE_PLACE
    assert set(form.paths) >= wanted


def test_the_read_me_tells_the_shared_paths() -> None:
    text = (ROOT / "fieldapp/forms/library/README.md").read_text(encoding="utf-8")
    told = {
        f"/data/{group}/{name}"
        for group, names in re.findall(r"`/data/(\w+)/\{([\w, ]+)\}`", text)
        for name in names.replace(" ", "").split(",")
    }
    assert told >= SHARED
    every = set().union(*(CATALOG.form(form_id).paths for form_id in FORM_IDS))
    assert told <= every


@pytest.mark.parametrize("form_id", FORM_IDS)
def test_moments_and_grids_have_their_own_appearance(form_id: str) -> None:
    for path, definition in CATALOG.form(form_id).paths.items():
        if not isinstance(definition, QuestionDef):
            continue
        if definition.type == "dateTime":
            assert "dtg" in definition.appearance, path
        if path.endswith("/grid") and definition.control != "none":
            assert "mgrs" in definition.appearance, path


@pytest.mark.parametrize("form_id", FORM_IDS)
def test_no_photo_no_name_and_no_repeat_inside_a_repeat(form_id: str) -> None:
    for path, definition in CATALOG.form(form_id).paths.items():
        if isinstance(definition, QuestionDef):
            assert definition.control != "upload", path
            assert not re.search(r"(^|_)(name|phone|victim|witness)(_|$)", path.rpartition("/")[2])
        if isinstance(definition, RepeatDef):
            inner = [child for child in definition.children if not isinstance(child, QuestionDef)]
            assert inner == [], path
        if isinstance(definition, GroupDef):
            assert path.count("/") <= 2


def test_compiled_forms_are_up_to_date(script: ModuleType) -> None:
    assert [path.stem for path in script.sources(script.LIBRARY)] == sorted(FORM_IDS)
    assert script.main(["--check"]) == 0


def test_a_stale_form_is_noticed(
    script: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(script.LIBRARY / "incident.md", tmp_path)
    assert script.main(["--check"], tmp_path) == 1
    assert "incident.xml is stale" in capsys.readouterr().err
    assert script.main([], tmp_path) == 0
    assert script.main(["--check"], tmp_path) == 0
    assert (tmp_path / "incident.xml").read_bytes() == library_forms()["incident"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("select_one c2 |", "select_one c99 |", "no choice list c99"),
        ("| Incident | incident |", "| Incident | other |", "form id must be incident"),
    ],
)
def test_a_wrong_source_is_refused(
    script: ModuleType, tmp_path: Path, old: str, new: str, said: str
) -> None:
    text = (script.LIBRARY / "incident.md").read_text(encoding="utf-8")
    assert old in text
    source = tmp_path / "incident.md"
    source.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(script.SourceRefused, match=said):
        script.compile_form(source, default_codes())


def test_forms_load_without_the_compiler() -> None:
    assert "pyxform" not in Path(sys.modules["fieldapp.forms.library"].__file__ or "").read_text()
