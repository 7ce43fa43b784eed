"""Reading GeoJSON and CSV row by row: what is good, what is refused, what breaks the file."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fieldapp.history import source as source_module
from fieldapp.history.errors import SourceTooLarge, SourceUnreadable
from fieldapp.history.row import LATITUDE, LONGITUDE, SourceRow
from fieldapp.history.source import Source


def feature(name: object = 1, **properties: object) -> dict[str, object]:
    return {
        "type": "Feature",
        "properties": {"id": name, **properties},
        "geometry": {"type": "Point", "coordinates": [18.5, 4.25]},
    }


def collection(*features: object, **members: object) -> str:
    return json.dumps({"type": "FeatureCollection", **members, "features": [*features]}, indent=1)


def rows(folder: Path, content: str | bytes, name: str = "a.geojson") -> list[SourceRow]:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with Source(path, ";") as source:
        survey = source.survey()
        found = list(source.rows())
    assert survey.rows == len(found)
    return found


def test_features_become_rows_with_their_point(tmp_path: Path) -> None:
    (row,) = rows(tmp_path, collection(feature(7, kind=" x ", n=None, ok=True, far=1.50)))
    assert row.number == 1
    assert row.values["id"] == "7"
    assert row.text("kind") == "x"
    assert (row.text("n"), row.text("ok"), row.text("far")) == ("", "true", "1.5")
    assert (row.text(LATITUDE), row.text(LONGITUDE)) == ("4.25", "18.5")


def test_the_line_of_each_feature_is_told(tmp_path: Path) -> None:
    lines = ['{"type": "FeatureCollection", "features": [', *[""] * 3]
    text = "\n".join([*lines, json.dumps(feature(1)) + ",", json.dumps(feature(2)), "]}"])
    assert [row.line for row in rows(tmp_path, text)] == [5, 6]


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (17, "no GeoJSON feature"),
        ({"type": "Feature", "properties": [1]}, "properties"),
        (feature() | {"geometry": {"type": "LineString", "coordinates": [[1, 2]]}}, "no point"),
        (feature() | {"geometry": {"type": "Point", "coordinates": ["4", "5"]}}, "no point"),
        (feature(text="\ud800"), "UTF-8"),
    ],
)
def test_a_bad_feature_does_not_stop_the_others(tmp_path: Path, bad: object, why: str) -> None:
    found = rows(tmp_path, collection(feature(1), bad, feature(3)))
    assert [bool(row.fault) for row in found] == [False, True, False]
    assert why in found[1].fault


def test_a_column_that_stands_twice_is_refused(tmp_path: Path) -> None:
    doubled = '{"type": "Feature", "properties": {"id": 1, "id": 2}, "geometry": null}'
    found = rows(tmp_path, '{"type": "FeatureCollection", "features": [' + doubled + "]}")
    assert "twice" in found[0].fault


def test_a_feature_without_a_place_has_none(tmp_path: Path) -> None:
    (row,) = rows(tmp_path, collection(feature() | {"geometry": None}))
    assert (row.fault, row.text(LATITUDE)) == ("", "")


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        '{"type": "FeatureCollection"}',
        '{"type": "Topology", "features": []}',
        collection(feature())[:-20],
        collection(feature()) + "{}",
        collection(feature(), crs={"properties": {"name": "urn:ogc:def:crs:EPSG::4201"}}),
        '{"type": "FeatureCollection", "features": [' + "[" * 50_000,
        b"\xff\xfe{}",
    ],
)
def test_a_broken_file_is_refused_as_a_whole(tmp_path: Path, content: str | bytes) -> None:
    with pytest.raises(SourceUnreadable):
        rows(tmp_path, content)


def test_a_collection_of_many_chunks_is_read_whole(tmp_path: Path) -> None:
    long = "é" * 5000
    found = rows(tmp_path, collection(*[feature(n, text=long) for n in range(60)]))
    assert [row.text("id") for row in found] == [str(n) for n in range(60)]
    assert all(row.text("text") == long for row in found)


def test_a_feature_above_the_limit_breaks_the_file(tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match="1 MB"):
        rows(tmp_path, collection(feature(text="x" * 2_500_000)))


def test_a_number_at_the_end_of_a_chunk_is_not_cut(tmp_path: Path) -> None:
    head = '{"type": "FeatureCollection", "bbox": '
    text = head + " " * (64 * 1024 - len(head) - 2) + '1234, "features": []}'
    assert rows(tmp_path, text) == []


def test_csv_with_mark_delimiter_and_line_breaks_in_a_field(tmp_path: Path) -> None:
    text = '\ufeffid;text\r\n1;"two\r\nlines; here"\r\n\r\n2;é\r\n'
    found = rows(tmp_path, text, "a.csv")
    assert [(row.number, row.line, row.text("text")) for row in found] == [
        (1, 2, "two\r\nlines; here"),
        (2, 5, "é"),
    ]


def test_bad_csv_lines_do_not_stop_the_others(tmp_path: Path) -> None:
    text = b'id;text\n1;a\n2;a;b\n3;\xff\xfe\n4;"a"b\n5;e\n'
    found = rows(tmp_path, text, "a.csv")
    assert [bool(row.fault) for row in found] == [False, True, True, True, False]
    assert [row.line for row in found] == [2, 3, 4, 5, 6]
    assert "3 fields" in found[1].fault


@pytest.mark.parametrize("content", ["", "id;;x\n", "id;id\n1;2\n", "id\n" + "x" * 300_000])
def test_a_csv_file_without_a_usable_header_is_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(SourceUnreadable):
        rows(tmp_path, content, "a.csv")


def test_other_files_and_missing_ones_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable):
        rows(tmp_path, "x", "a.xlsx")
    with pytest.raises(SourceUnreadable):
        Source(tmp_path / "none.csv")


def test_limits_on_rows_columns_and_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_module, "MAX_ROWS", 2)
    with pytest.raises(SourceTooLarge):
        rows(tmp_path, "id\n1\n2\n3\n", "a.csv")
    monkeypatch.setattr(source_module, "MAX_COLUMNS", 1)
    with pytest.raises(SourceTooLarge):
        rows(tmp_path, "id;b\n1;2\n", "a.csv")
    monkeypatch.setattr(source_module, "MAX_BYTES", 4)
    with pytest.raises(SourceTooLarge):
        rows(tmp_path, "id\n1\n2\n", "a.csv")


@settings(max_examples=300, deadline=None)
@given(data=st.binary(max_size=400) | st.text(max_size=200).map(str.encode), csv=st.booleans())
def test_no_file_makes_anything_but_rows_or_a_refusal(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, csv: bool
) -> None:
    path = tmp_path_factory.mktemp("any") / ("a.csv" if csv else "a.json")
    path.write_bytes(data)
    try:
        with Source(path) as source:
            for row in source.rows():
                row.digest(row.values)
    except SourceUnreadable:
        return
    assert path.exists()


@settings(max_examples=100, deadline=None)
@given(cut=st.integers(0, 400), junk=st.binary(max_size=8))
def test_a_damaged_collection_never_escapes(
    tmp_path_factory: pytest.TempPathFactory, cut: int, junk: bytes
) -> None:
    path = tmp_path_factory.mktemp("any") / "a.json"
    whole = collection(feature(1, a="b"), feature(2)).encode()
    path.write_bytes(whole[:cut] + junk + whole[cut + 1 :])
    try:
        with Source(path) as source:
            assert source.survey().rows <= 3
    except SourceUnreadable:
        assert path.read_bytes() != whole
