"""A mapping: what becomes of a row of a source. README.md in this room tells how to write one."""

import hashlib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from fieldapp.history.errors import BadMapping
from fieldapp.history.rule_reading import read_conditions, read_rule
from fieldapp.history.rules import Condition, Rule, Text
from fieldapp.history.tables import Table
from fieldapp.units import KIB

FORMAT = 1
MAX_BYTES = 256 * KIB
MAX_RULES = 500
_NAME = r"[a-z0-9][a-z0-9-]{1,31}"
_PATH = r"[A-Za-z_][A-Za-z0-9_.-]*(/[A-Za-z_][A-Za-z0-9_.-]*){0,7}"
_OFFSET = r"[+-](0[0-9]|1[0-4]):[0-5][0-9]"


@dataclass(frozen=True, slots=True)
class Credit:
    """Where records come from and on which terms.

    Args:
        id: short name that stays the same from edition to edition of the source.
        name: its full name.
        edition: version or date.
        licence: terms of use.
        citation: how it wants to be cited.
    """

    id: str
    name: str
    edition: str
    licence: str
    citation: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """One rule for one answer; ``path`` without the root, below the row inside a repeat."""

    path: str
    rule: Rule
    when: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Rows:
    """One row of a repeat, made when its conditions hold."""

    path: str
    answers: tuple[Answer, ...]
    when: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class HistoryMapping:
    """What becomes of a row.

    Args:
        credit: where records come from.
        form: id of the form they are written in.
        language: language of texts made here.
        delimiter: between the fields of a CSV file.
        position: a CSV file's columns of latitude and longitude, in degrees; or None.
        row_id: column with the source's own id of a row.
        ref: number by which people name a record.
        keep: columns kept beside the answers as they are.
        not_in_source: paths that the source never answers.
        answers: in order; for one path the first whose conditions hold counts.
        rows: rows of repeats, in order.
        digest: 16 hex digits of the file's SHA-256.
    """

    credit: Credit
    form: str
    language: str
    delimiter: str
    position: tuple[str, str] | None
    row_id: str
    ref: Text
    keep: tuple[str, ...]
    not_in_source: tuple[str, ...]
    answers: tuple[Answer, ...]
    rows: tuple[Rows, ...]
    digest: str

    def columns(self) -> frozenset[str]:
        """Every column that is read."""
        found = {self.row_id, *self.keep} | self.ref.columns()
        for when, answers in [((), self.answers), *((r.when, r.answers) for r in self.rows)]:
            found |= {condition.column for condition in when}
            for answer in answers:
                found |= answer.rule.columns() | {c.column for c in answer.when}
        return frozenset(found)


def load_mapping(name: str) -> bytes:
    """The bytes of a mapping: a file, or one that came with the app by its name.

    Raises:
        BadMapping: there is neither.
    """
    path = Path(name)
    try:
        if path.exists():
            return path.read_bytes()[: MAX_BYTES + 1]
        if re.fullmatch(r"[a-z0-9.-]+", name):
            return files(__package__).joinpath("mappings", f"{name}.toml").read_bytes()
    except OSError as error:
        raise BadMapping([f"The mapping file cannot be read ({type(error).__name__})."]) from error
    raise BadMapping(["There is no such mapping file."])


def read_mapping(raw: bytes) -> HistoryMapping:
    """Reads a mapping; raises `BadMapping` with everything that is wrong with it."""
    if len(raw) > MAX_BYTES:
        raise BadMapping([f"The mapping is above {MAX_BYTES // KIB} KB."])
    try:
        values = tomllib.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadMapping(["The mapping is not UTF-8."]) from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise BadMapping([f"The mapping is no TOML: {error}."]) from error
    problems: list[str] = []
    mapping = _mapping(Table(values, "mapping", problems), hashlib.sha256(raw).hexdigest()[:16])
    if problems:
        raise BadMapping(problems)
    return mapping


def _mapping(table: Table, digest: str) -> HistoryMapping:
    table.number("mapping", FORMAT, FORMAT)
    credit = _credit(_needed(table, "source"))
    form = _needed(table, "form")
    form_id = form.text("id", pattern=r"[A-Za-z0-9_.-]{1,64}")
    language = form.text("language", pattern=r"[a-z]{2,3}")
    form.end()
    source = _needed(table, "input")
    row_id = source.text("row_id")
    delimiter = source.text("delimiter", ",", pattern=r"[,;|\t]")
    offset = _minutes(source.text("utc_offset", pattern=_OFFSET))
    position = _position(source)
    source.end()
    record = _needed(table, "record")
    ref = Text((record.text("ref", pattern=r"[A-Z0-9-]*\{[^{}]+\}[A-Z0-9-]*"),))
    keep = record.texts("keep", ())
    not_in_source = record.texts("not_in_source", ())
    record.end()
    answers = _answers(table, "answer", offset, "")
    rows = _rows(table, offset)
    if not answers and not rows:
        table.wrong("there is no answer in it")
    if len(answers) + sum(len(row.answers) for row in rows) > MAX_RULES:
        table.wrong(f"more than {MAX_RULES} answers")
    table.end()
    return HistoryMapping(
        credit=credit,
        form=form_id,
        language=language,
        delimiter=delimiter,
        position=position,
        row_id=row_id,
        ref=ref,
        keep=keep,
        not_in_source=not_in_source,
        answers=answers,
        rows=rows,
        digest=digest,
    )


def _credit(table: Table) -> Credit:
    credit = Credit(
        id=table.text("id", pattern=_NAME),
        name=table.text("name"),
        edition=table.text("edition"),
        licence=table.text("licence"),
        citation=table.texts("citation"),
    )
    table.end()
    return credit


def _position(source: Table) -> tuple[str, str] | None:
    table = source.table("position", optional=True)
    if table is None:
        return None
    found = (table.text("latitude"), table.text("longitude"))
    table.end()
    return found


def _answers(table: Table, key: str, offset: int, above: str) -> tuple[Answer, ...]:
    found = []
    for item in table.tables(key, _name(f"{above}answer")):
        path = item.text("path", pattern=_PATH)
        when = read_conditions(item)
        found.append(Answer(path, read_rule(item, offset), when))
        item.end()
    return tuple(found)


def _rows(table: Table, offset: int) -> tuple[Rows, ...]:
    found = []
    for number, item in enumerate(table.tables("rows", _name("rows")), 1):
        path = item.text("path", pattern=_PATH)
        when = read_conditions(item)
        answers = _answers(item, "answer", offset, f"rows {number}, ")
        if not answers:
            item.wrong("there is no answer in it")
        item.end()
        found.append(Rows(path, answers, when))
    return tuple(found)


def _name(kind: str) -> Any:
    def named(number: int, values: Mapping[str, Any]) -> str:
        return f"{kind} {number} ({values.get('path', 'no path')})"

    return named


def _needed(table: Table, key: str) -> Table:
    found = table.table(key)
    return found if found is not None else Table({}, f"mapping, {key}", [])


def _minutes(offset: str) -> int:
    if not re.fullmatch(_OFFSET, offset):
        return 0
    minutes = int(offset[1:3]) * 60 + int(offset[4:6])
    return -minutes if offset[0] == "-" else minutes
