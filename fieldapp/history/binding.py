"""Does a mapping fit a form and a file? Everything that does not is told at once."""

import re
from collections.abc import Iterable, Iterator, Sequence

from fieldapp.forms.definition import Definition, FormDefinition, QuestionDef
from fieldapp.history.errors import BadMapping
from fieldapp.history.mapping import Answer, HistoryMapping
from fieldapp.history.row import LATITUDE, LONGITUDE
from fieldapp.history.rules import Column, Constant, Date

_INSTANCE = re.compile(r"^instance\(\s*'([^']+)'\s*\)")


def check_form(mapping: HistoryMapping, form: FormDefinition) -> None:
    """Raises `BadMapping` with every path, code and kind of answer that the form does not have."""
    problems = [
        *_answers(form, form.root, mapping.answers, ""),
        *_rows(form, mapping),
        *_never_answered(form, mapping),
    ]
    if problems:
        raise BadMapping(problems)


def check_columns(mapping: HistoryMapping, columns: Sequence[str]) -> None:
    """Raises `BadMapping` with every column that the mapping reads and the file does not have."""
    missing = sorted(mapping.columns() - set(columns))
    if missing:
        raise BadMapping([f"The file has no column {name}." for name in missing])


def file_columns(mapping: HistoryMapping, columns: Sequence[str]) -> tuple[str, ...]:
    """The columns of a file, and those of a position if the mapping says where a CSV has it."""
    if mapping.position is None or not set(mapping.position) <= set(columns):
        return tuple(columns)
    return (*columns, LATITUDE, LONGITUDE)


def _rows(form: FormDefinition, mapping: HistoryMapping) -> Iterator[str]:
    for number, rows in enumerate(mapping.rows, 1):
        repeat = _below(form.root, rows.path)
        if repeat is None or not repeat.is_repeat or len(repeat.repeats) != 1:
            yield f"rows {number}: the form has no repeat {rows.path}."
        else:
            yield from _answers(form, repeat, rows.answers, f"rows {number}, ")


def _answers(
    form: FormDefinition, above: Definition, answers: Iterable[Answer], where: str
) -> Iterator[str]:
    for number, answer in enumerate(answers, 1):
        name = f"{where}answer {number} ({answer.path})"
        question = _below(above, answer.path)
        if not isinstance(question, QuestionDef) or question.repeats != above.repeats:
            yield f"{name}: the form has no such question here."
        elif question.bind.calculate is not None or question.control == "none":
            yield f"{name}: the form works this one out by itself."
        else:
            yield from (f"{name}: {problem}." for problem in _misfits(form, question, answer))


def _misfits(form: FormDefinition, question: QuestionDef, answer: Answer) -> Iterator[str]:
    rule = answer.rule
    if isinstance(rule, Date) and question.type != ("date" if rule.day_only else "dateTime"):
        yield "the form does not ask for a date here, or day_only is wrong"
    offered = _names(form, question)
    if offered is None:
        return
    given: set[str] = set()
    if isinstance(rule, Constant):
        given = {rule.value}
    elif isinstance(rule, Column) and rule.codes is not None:
        given = {*rule.codes.values(), rule.otherwise or ""}
    for code in sorted({name for text in given for name in text.split()} - offered):
        yield f"the form's list has no code {code}"


def _never_answered(form: FormDefinition, mapping: HistoryMapping) -> Iterator[str]:
    answered = {answer.path for answer in mapping.answers}
    for path in mapping.not_in_source:
        if _below(form.root, path) is None:
            yield f"record: not_in_source names {path}, which the form does not have."
        elif path in answered:
            yield f"record: not_in_source names {path}, which has an answer."


def _below(above: Definition, path: str) -> Definition | None:
    here: Definition | None = above
    for name in path.split("/"):
        here = None if here is None else here.child(name)
    return here


def _names(form: FormDefinition, question: QuestionDef) -> frozenset[str] | None:
    """Every name that the question's list holds, filters aside; None when it is no choice."""
    if question.items:
        return frozenset(item.name for item in question.items)
    if question.itemset is None:
        return None
    found = _INSTANCE.match(question.itemset.nodes.source)
    instance = None if found is None else form.instances.get(found[1])
    if instance is None:
        return None
    column = question.itemset.value
    return frozenset(
        item.value() for item in instance.walk() if item.name == column and not item.elements()
    )
