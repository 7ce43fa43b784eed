"""From a row to a record: the mapping's answers, run through the form that judges them."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from fieldapp.event import payload
from fieldapp.event.errors import BadPayload
from fieldapp.forms.definition import FormDefinition
from fieldapp.forms.finished import Finished
from fieldapp.forms.session import FormSession
from fieldapp.history.errors import RowRefused
from fieldapp.history.mapping import Answer, HistoryMapping
from fieldapp.history.row import LATITUDE, LONGITUDE, SourceRow
from fieldapp.units import KIB

MAX_ROW_ID = 64
_ROOM = payload.MAX_BYTES - 2 * KIB
"""Bytes; what a record adds to its answers and origin takes less than 2 KiB."""


@dataclass(frozen=True, slots=True)
class Record:
    """What a row became.

    Args:
        key: names the row for ever: the source's id and the row's own.
        ref: number by which people name it.
        finished: the answers.
        origin: what is kept of its source.
        unused: paths of answers that the form does not ask for in this case.
    """

    key: str
    ref: str
    finished: Finished
    origin: Mapping[str, Any]
    unused: tuple[str, ...]


class Filler:
    """Makes records of rows.

    Args:
        mapping: a mapping that fits the form.
        form: the form.
        digest: SHA-256 of the source's file as hex.
        now: the aware present moment.
        new_id: a fresh id as text.
    """

    def __init__(
        self,
        mapping: HistoryMapping,
        form: FormDefinition,
        digest: str,
        now: Callable[[], datetime],
        new_id: Callable[[], str],
    ) -> None:
        self._mapping = mapping
        self._columns = sorted(mapping.columns())
        self._form = form
        self._digest = digest
        self._now = now
        self._new_id = new_id

    def key(self, row: SourceRow) -> str:
        """The key of a row; raises `RowRefused` when it has no usable id or is at fault itself."""
        if row.fault:
            raise RowRefused(row.fault)
        name = row.text(self._mapping.row_id)
        if not name or len(name) > MAX_ROW_ID or not name.isprintable():
            raise RowRefused(f"Column {self._mapping.row_id} holds no usable id.")
        return f"{self._mapping.credit.id}:{name}"

    def digest(self, row: SourceRow) -> str:
        """16 hex digits that change with any value that the mapping reads."""
        return self._with_position(row).digest(self._columns)

    def record(self, row: SourceRow) -> Record:
        """The record; raises `RowRefused` with the reason why there can be none."""
        key = self.key(row)
        row = self._with_position(row)
        answers, typed = self._answers(row)
        session = FormSession(self._form, answers=answers, now=self._now, new_id=self._new_id)
        if session.leftover:
            raise RowRefused("The form has no place for one of the answers.")
        missing = self._missing(session)
        kept = session.answers(for_filing=True)
        origin = self._origin(row, key, missing)
        finished = Finished(
            form=self._form.form_id,
            version=self._form.version,
            answers=kept,
            typed={ref: note for ref, note in typed.items() if session.value(ref)},
            language=self._mapping.language,
            kind=self._form.about.kind,
        )
        _check_size(finished, origin)
        unused = Counter(_leaves(answers)) - Counter(_leaves(kept))
        ref = self._mapping.ref.make(row).text.upper()
        return Record(key, ref, finished, origin, tuple(unused))

    def _with_position(self, row: SourceRow) -> SourceRow:
        if self._mapping.position is None or LATITUDE in row.values:
            return row
        north, east = (row.text(name) for name in self._mapping.position)
        place = {LATITUDE: north, LONGITUDE: east}
        return SourceRow(row.number, row.line, {**row.values, **place})

    def _answers(self, row: SourceRow) -> tuple[dict[str, Any], dict[str, Mapping[str, str]]]:
        root = f"/{self._form.root.name}"
        typed: dict[str, Mapping[str, str]] = {}
        found: dict[str, Any] = {}
        _make(self._mapping.answers, row, found, root, typed)
        for rows in self._mapping.rows:
            if all(condition.holds(row) for condition in rows.when):
                listed = _list_at(found, rows.path)
                here = f"{root}/{rows.path}[{len(listed) + 1}]"
                listed.append({})
                _make(rows.answers, row, listed[-1], here, typed)
        return found, typed

    def _missing(self, session: FormSession) -> list[str]:
        """What the form wants and the source does not have; anything else that is wrong refuses."""
        wanted: dict[str, None] = {}
        for problem in session.problems():
            path = problem.ref.partition("/")[2].partition("/")[2]
            if problem.kind != "required":
                raise RowRefused(f"The answer {path} does not fit the form: {problem.text}")
            wanted[path] = None
        return sorted(wanted | dict.fromkeys(self._mapping.not_in_source))

    def _origin(self, row: SourceRow, key: str, missing: Sequence[str]) -> dict[str, Any]:
        credit = self._mapping.credit
        return {
            "key": key,
            "source": credit.name,
            "edition": credit.edition,
            "licence": credit.licence,
            "citation": list(credit.citation),
            "row": row.text(self._mapping.row_id),
            "row_digest": self.digest(row),
            "file": self._digest,
            "mapping": self._mapping.digest,
            "kept": {name: row.text(name) for name in self._mapping.keep if row.text(name)},
            "not_in_source": list(missing),
        }


def _make(
    answers: Sequence[Answer],
    row: SourceRow,
    into: dict[str, Any],
    above: str,
    typed: dict[str, Mapping[str, str]],
) -> None:
    done: set[str] = set()
    for answer in answers:
        if answer.path in done or not all(condition.holds(row) for condition in answer.when):
            continue
        done.add(answer.path)
        made = answer.rule.make(row)
        if not made.text:
            continue
        *groups, name = answer.path.split("/")
        here = into
        for group in groups:
            here = here.setdefault(group, {})
        here[name] = made.text
        if made.note is not None:
            typed[f"{above}/{answer.path}"] = made.note


def _list_at(answers: dict[str, Any], path: str) -> list[dict[str, Any]]:
    *groups, name = path.split("/")
    here = answers
    for group in groups:
        here = here.setdefault(group, {})
    found: list[dict[str, Any]] = here.setdefault(name, [])
    return found


def _check_size(finished: Finished, origin: Mapping[str, Any]) -> None:
    content = {"answers": finished.answers, "typed": finished.typed, "origin": origin}
    try:
        size = len(payload.encode(content))
    except BadPayload as error:
        raise RowRefused(error.message) from error
    if size > _ROOM:
        raise RowRefused("Its texts are too long for one record.")


def _leaves(value: Any, path: str = "") -> Iterator[str]:
    if isinstance(value, str):
        yield path
    elif isinstance(value, Mapping):
        for name, item in value.items():
            yield from _leaves(item, f"{path}/{name}" if path else name)
    else:
        for item in value:
            yield from _leaves(item, path)
