"""Secondary instances of a form: choice lists inside it, files beside it, lists of the mission."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import Final

from fieldapp.forms.errors import FormRefused
from fieldapp.forms.model import ListItem, TextDef, TextForms, Translations
from fieldapp.forms.tree import MAX_XML_BYTES, Kind, Node, document_of, parse_xml, plain_copy

LAST_SAVED: Final = "jr://instance/last-saved"
_LIST_PREFIX: Final = "mission-list"


def read_instances(
    model: Node, files: Mapping[str, bytes], lists: Mapping[str, Sequence[ListItem]]
) -> dict[str, Node]:
    """Every secondary instance by its id, as a document node.

    Raises:
        FormRefused: a file that the form needs is missing or cannot be read.
    """
    found: dict[str, Node] = {}
    elements = [element for element in model.elements() if element.local == "instance"]
    for element in elements[1:]:
        name = element.attribute("id")
        if not name:
            continue
        source = element.attribute("src")
        if name in lists:
            found[name] = _from_list(name, lists[name])
        elif source is not None:
            found[name] = _from_file(source, files)
        else:
            roots = element.elements()
            root = plain_copy(roots[0], trim=True) if roots else Node(Kind.ELEMENT, "root")
            found[name] = document_of(root)
    return found


def with_lists(translations: Translations, lists: Mapping[str, Sequence[ListItem]]) -> Translations:
    """``translations`` with the labels of the mission's lists in every language of the form."""
    if not lists or not translations.languages:
        return translations
    texts: dict[str, Mapping[str, TextForms]] = {}
    for language in translations.languages:
        own = dict(translations.texts.get(language, {}))
        for name, items in lists.items():
            for number, item in enumerate(items):
                own[_label_id(name, number)] = {"": TextDef((_label(item, language),))}
        texts[language] = own
    return Translations(translations.languages, translations.default, texts)


def _label_id(name: str, number: int) -> str:
    return f"{_LIST_PREFIX}/{name}/{number}"


def _label(item: ListItem, language: str) -> str:
    """The label in ``language`` ("English (en)" also finds "en"), else any, else the name."""
    code = language.rpartition("(")[2].rstrip(")").strip()
    for wanted in (language, code, "", "en"):
        if wanted in item.labels:
            return item.labels[wanted]
    return next(iter(item.labels.values()), item.name)


def _from_list(name: str, items: Sequence[ListItem]) -> Node:
    root = Node(Kind.ELEMENT, "root")
    for number, item in enumerate(items):
        columns = {
            **item.columns,
            "name": item.name,
            "label": _label(item, ""),
            "itextId": _label_id(name, number),
        }
        root.append(_row(columns))
    return document_of(root)


def _row(columns: Mapping[str, str]) -> Node:
    row = Node(Kind.ELEMENT, "item")
    for column, text in columns.items():
        row.append(Node(Kind.ELEMENT, column, text))
    return row


def _from_file(source: str, files: Mapping[str, bytes]) -> Node:
    content = files.get(source)
    name = source.rpartition("/")[2]
    if content is None:
        if source == LAST_SAVED:
            return document_of(Node(Kind.ELEMENT, "root"))
        raise FormRefused(f"The form needs the file {name}, which did not come with it.")
    if len(content) > MAX_XML_BYTES:
        raise FormRefused(f"The file {name} of the form is too large.")
    kind = name.rpartition(".")[2].lower()
    if kind == "csv" or source.startswith("jr://file-csv/"):
        return _from_csv(name, content)
    if kind == "geojson":
        return _from_geojson(name, content)
    document = parse_xml(content, f"file {name} of the form")
    return document_of(plain_copy(document.elements()[0], trim=True))


def _from_csv(name: str, content: bytes) -> Node:
    try:
        text = content.decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error):
        raise FormRefused(f"The file {name} of the form is not a readable CSV file.") from None
    root = Node(Kind.ELEMENT, "root")
    if rows:
        header = [column.strip() for column in rows[0]]
        for cells in rows[1:]:
            if any(cells):
                padded = cells + [""] * (len(header) - len(cells))
                root.append(_row(dict(zip(header, padded, strict=False))))
    return document_of(root)


def _from_geojson(name: str, content: bytes) -> Node:
    root = Node(Kind.ELEMENT, "root")
    try:
        for feature in json.loads(content)["features"]:
            columns = {key: _plain(value) for key, value in (feature["properties"] or {}).items()}
            if "id" in feature:
                columns["id"] = _plain(feature["id"])
            columns["geometry"] = _geometry(feature["geometry"])
            root.append(_row(columns))
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
        raise FormRefused(f"The file {name} of the form is not readable GeoJSON.") from None
    return document_of(root)


def _plain(value: object) -> str:
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    return json.dumps(value)


def _geometry(geometry: Mapping[str, object]) -> str:
    """A point as ``lat lon 0 0``, a line or an outer ring as such points parted by semicolons."""
    places = geometry["coordinates"]
    kind = geometry["type"]
    if kind == "Polygon" and isinstance(places, list):
        places = places[0]
    if kind == "Point":
        places = [places]
    if not isinstance(places, list):
        raise TypeError("coordinates are not a list")
    return "; ".join(f"{_plain(place[1])} {_plain(place[0])} 0 0" for place in places)
