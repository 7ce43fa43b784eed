"""Real rows as records: nothing made up, nothing sharper than the source, nothing lost."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from fieldapp.history.errors import RowRefused
from fieldapp.history.source import Source
from fieldapp.notation import grid
from tests.support.history import (
    CATALOG,
    features,
    filler,
    records,
    write_csv,
    write_features,
)


def by_class(column: str) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for feature in features():
        values = feature["properties"]
        found.setdefault(values[column], []).append(str(values["id"]))
    return found


def answer(answers: Mapping[str, Any], path: str) -> Any:
    value: Any = answers
    for step in path.split("/"):
        value = value.get(step, "") if isinstance(value, Mapping) else ""
    return value


def test_every_class_of_precision_is_in_the_excerpt() -> None:
    assert set(by_class("where_prec")) == {1, 2, 3, 4, 5, 6}
    assert set(by_class("date_prec")) == {1, 2, 3, 4, 5}
    assert set(by_class("type_of_violence")) == {1, 2, 3}


@pytest.mark.parametrize(
    ("known", "digits", "metres", "precision"),
    [
        (1, 4, "1000", "1KM"),
        (2, 2, "25000", "PLACE"),
        (3, 0, "", "DISTRICT"),
        (4, 0, "", "UNKNOWN"),
        (5, 0, "", "UNKNOWN"),
        (6, 0, "", "UNKNOWN"),
    ],
)
def test_place_is_as_exact_as_the_source(
    known: int, digits: int, metres: str, precision: str
) -> None:
    made = records()
    for name in by_class("where_prec")[known]:
        finished = made[name].finished
        where = finished.answers["where"]
        assert where["place"]
        assert where["precision"] == precision
        if not digits:
            assert "grid" not in where
            assert "method" not in where
            assert finished.typed == {}
            continue
        assert grid.parse(where["grid"]).digits == digits
        assert finished.typed["/data/where/grid"]["precision_m"] == metres


@pytest.mark.parametrize(
    ("known", "code", "has_end"),
    [
        (1, "DAY", False),
        (2, "WEEK", True),
        (3, "WEEK", True),
        (4, "UNKNOWN", True),
        (5, "UNKNOWN", True),
    ],
)
def test_time_is_as_exact_as_the_source(known: int, code: str, has_end: bool) -> None:
    made = records()
    sources = {str(f["properties"]["id"]): f["properties"] for f in features()}
    for name in by_class("date_prec")[known]:
        when = made[name].finished.answers["when"]
        assert when["start_precision"] == code
        assert when["start"] == f"{sources[name]['date_start'][:10]}T00:00:00.000+01:00"
        assert ("end" in when) is has_end
        if has_end:
            assert when["end"] == f"{sources[name]['date_end'][:10]}T23:59:00.000+01:00"


def test_no_record_holds_a_coordinate_of_the_source() -> None:
    for feature in features():
        record = records()[str(feature["properties"]["id"])]
        for degrees in feature["geometry"]["coordinates"]:
            assert str(degrees) not in str(record)


def test_kind_parties_and_deaths_follow_the_source() -> None:
    made = records()
    for feature in features():
        values = feature["properties"]
        answers = made[str(values["id"])].finished.answers
        fighting = values["type_of_violence"] != 3
        assert answers["what"]["category"] == ("ARM" if fighting else "CIV")
        parties = answers["who"]["parties"]
        assert [party["detail"] for party in parties] == [values["side_a"], values["side_b"]]
        assert [p["role"] for p in parties] == (
            ["both", "both"] if fighting else ["attacker", "target"]
        )
        rows = answers["harm"].get("casualties", [])
        assert sum(int(row["min"]) for row in rows) <= values["best"]
        assert sum(int(row["max"]) for row in rows) >= values["best"]
        assert all(row["state"] == "REPORTED" for row in rows)
        assert (answers["harm"]["any"] == "yes") is (values["best"] > 0)
        if len(rows) == 1:
            ends = sorted((values["low"], values["best"], values["high"]))
            assert (rows[0]["min"], rows[0]["max"]) == (str(ends[0]), str(ends[-1]))


def test_what_the_source_does_not_say_is_empty_and_named() -> None:
    for record in records().values():
        missing = record.origin["not_in_source"]
        assert {"what/un_involved", "what/un_targeted", "head/precedence"} <= set(missing)
        assert [path for path in missing if answer(record.finished.answers, path)] == []
        assert record.unused == ()


def test_a_record_names_its_source_and_terms() -> None:
    record = records()["36211"]
    assert record.key == "ucdp-ged:36211"
    assert record.ref == "UCDP-36211"
    assert record.origin["licence"] == "CC BY 4.0"
    assert len(record.origin["citation"]) == 2
    assert record.origin["kept"]["source_article"]
    assert record.finished.version == CATALOG.form("incident").version


def test_csv_and_geojson_of_the_same_events_make_the_same_records(tmp_path: Path) -> None:
    first, second = records(), records(write_csv(tmp_path / "a.csv", features()))
    assert {name: made.finished for name, made in first.items()} == {
        name: made.finished for name, made in second.items()
    }
    assert {m.origin["row_digest"] for m in first.values()} == {
        m.origin["row_digest"] for m in second.values()
    }


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"date_prec": 9}, "date_prec"),
        ({"date_start": "soon"}, "date_start"),
        ({"date_end": "2001-01-01T00:00:00", "date_prec": 2}, "when/end"),
        ({"best": -1}, "best"),
        ({"deaths_b": 100_001, "best": 100_001}, "harm/casualties"),
        ({"id": ""}, "id"),
        ({"id": "a" * 65}, "id"),
        ({"source_article": "x" * 63_000}, "too long"),
    ],
)
def test_a_row_that_contradicts_itself_or_the_form_is_refused(
    tmp_path: Path, change: dict[str, Any], reason: str
) -> None:
    feature = features()[0]
    feature["properties"] |= change
    with Source(write_features(tmp_path / "a.json", [feature])) as source:
        (row,) = source.rows()
    with pytest.raises(RowRefused, match=reason):
        filler().record(row)


def test_latitude_and_longitude_exchanged_are_refused(tmp_path: Path) -> None:
    feature = features()[0]
    feature["geometry"]["coordinates"].reverse()
    with Source(write_features(tmp_path / "a.json", [feature])) as source:
        (row,) = source.rows()
    with pytest.raises(RowRefused, match="outside"):
        filler().record(row)
