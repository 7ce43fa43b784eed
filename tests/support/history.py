"""The excerpt of real events, and what tests need to take it in."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

from fieldapp.clock import as_datetime
from fieldapp.forms.catalog import Catalog
from fieldapp.forms.library import library_forms
from fieldapp.history.filling import Filler, Record
from fieldapp.history.importing import Importer, Tally
from fieldapp.history.mapping import load_mapping, read_mapping
from fieldapp.history.source import Source
from fieldapp.mission.codes import default_codes
from fieldapp.people import Desk
from fieldapp.units import UtcMillis
from tests.support.mission import START

EXCERPT = Path(__file__).parents[2] / "ui/demo/data/ucdp-ged-23.1-excerpt.geojson"
SHIPPED = "ucdp-ged-23.1"
CATALOG = Catalog(library_forms(), default_codes())


def features() -> list[dict[str, Any]]:
    """The twelve events of the excerpt."""
    found: list[dict[str, Any]] = json.loads(EXCERPT.read_text("utf-8"))["features"]
    return found


def write_features(path: Path, found: list[Any]) -> Path:
    """A collection of these features."""
    path.write_text(json.dumps({"type": "FeatureCollection", "features": found}), "utf-8")
    return path


def write_csv(path: Path, found: list[dict[str, Any]]) -> Path:
    """The same events as the source's own CSV edition has them, with a byte order mark."""
    text = io.StringIO(newline="")
    names = [*found[0]["properties"], "latitude", "longitude"]
    writer = csv.DictWriter(text, names)
    writer.writeheader()
    for feature in found:
        east, north = feature["geometry"]["coordinates"]
        writer.writerow({**feature["properties"], "latitude": north, "longitude": east})
    path.write_bytes(text.getvalue().encode("utf-8-sig"))
    return path


def filler(digest: str = "0" * 64) -> Filler:
    """Fills with the shipped mapping at a fixed moment."""
    return Filler(
        read_mapping(load_mapping(SHIPPED)),
        CATALOG.form("incident"),
        digest,
        now=lambda: as_datetime(UtcMillis(START)),
        new_id=lambda: "id",
    )


def records(path: Path = EXCERPT) -> dict[str, Record]:
    """What every row of a file becomes, by the source's id."""
    maker = filler()
    with Source(path) as source:
        made = [maker.record(row) for row in source.rows()]
    return {record.origin["row"]: record for record in made}


def take_in(desk: Desk, path: Path = EXCERPT, *, dry: bool = False) -> Tally:
    """Imports a file at a desk."""
    tally = Tally()
    with Source(path) as source:
        Importer(desk, filler(), tally).run(source.rows(), lambda done: None, dry=dry)
    return tally
