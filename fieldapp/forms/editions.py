"""Two editions of a form: what differs for people, and a draft's answers in the other one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Final

from fieldapp.forms.carrying import asked
from fieldapp.forms.definition import FormDefinition
from fieldapp.forms.model import QuestionDef, TextDef
from fieldapp.forms.session import FormSession, View

Notes = Mapping[str, Mapping[str, str]]
_ROW: Final = re.compile(r"\[\d+\]")
_LIST: Final = re.compile(r"\s*instance\(\s*['\"]([^'\"]+)['\"]\s*\)")
_SEVERAL: Final = frozenset({"select", "rank"})
_CHOSEN: Final = _SEVERAL | {"select1"}
_WIDER: Final = frozenset({("select1", "select"), ("int", "decimal")})


class What(StrEnum):
    """How a question differs between two editions."""

    NEW = "new"
    GONE = "gone"
    REWORDED = "reworded"
    CHOICES = "choices"


@dataclass(frozen=True, slots=True)
class Difference:
    """One question that differs.

    Args:
        what: how.
        label: its words; of the edition that has it, and of the newer one where both do.
        before: its words in the other edition, when reworded.
        gone: choices that are no longer there.
        added: choices that came.
    """

    what: What
    label: str
    before: str = ""
    gone: tuple[str, ...] = ()
    added: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stray:
    """An answer that the edition a draft is in has no place for.

    Args:
        ref: where it stood.
        value: as stored.
        type: type of its question; empty where that is not known.
        label: the question's words when it was given.
        text: the answer as people read it.
        note: how it was typed.
        row: what the row around it said otherwise, by which it is known again; else empty.
    """

    ref: str
    value: str
    type: str
    label: str
    text: str
    note: Mapping[str, str] = field(default_factory=dict)
    row: str = ""


@dataclass(frozen=True, slots=True)
class Carried:
    """What became of a draft's answers beside those that have their place: see `carry`."""

    strays: tuple[Stray, ...]
    typed: dict[str, dict[str, str]]


def compare(old: FormSession, new: FormSession) -> tuple[Difference, ...]:
    """What differs in the questions that people answer, each edition in its session's language."""
    before, after = _worded(old), _worded(new)
    found = []
    for path, (question, label) in after.items():
        former = before.get(path)
        if former is None or not _fits(former[0].type, question.type):
            found.append(Difference(What.NEW, label))
            continue
        if former[1] != label:
            found.append(Difference(What.REWORDED, label, former[1]))
        was, now = _offered(old, former[0]), _offered(new, question)
        gone = tuple(was[name] for name in was if name not in now)
        added = tuple(now[name] for name in now if name not in was)
        if gone or added:
            found.append(Difference(What.CHOICES, label, "", gone, added))
    for path, (question, label) in before.items():
        latter = after.get(path)
        if latter is None or not _fits(question.type, latter[0].type):
            found.append(Difference(What.GONE, label))
    return tuple(found)


def carry(old: FormSession, new: FormSession, strays: tuple[Stray, ...], typed: Notes) -> Carried:
    """Finishes taking a draft from one edition to another.

    Answers without a place, of a kind or a choice that is gone, or not asked for at present
    become strays. Former strays that have a place again are put back, unless something else was
    answered there or their row is not as it was.

    Args:
        old: the draft in its edition.
        new: taken up with the same answers in the other one; it is corrected.
        strays: of the draft until now.
        typed: its notes on how answers were typed.
    """
    notes = {ref: dict(note) for ref, note in typed.items()}
    found = []
    for ref, question in _asked(old.tree()):
        value = old.value(ref)
        lost = _lost(new, ref, question.type, value) if value else ""
        if lost and old.relevant(ref):
            text = old.display(ref, lost)
            note = notes.get(ref, {})
            found.append(Stray(ref, lost, question.type, old.label(ref), text, note))
    kept = []
    for stray in strays:
        if stray.row == _row(old, stray.ref) and _put_back(new, stray):
            if stray.note:
                notes[stray.ref] = dict(stray.note)
        elif not _holds(new, stray):
            kept.append(stray)
    here = {ref: note for ref, note in notes.items() if _question(new, ref) is not None}
    marked = (replace(stray, row=_row(new, stray.ref)) for stray in found)
    return Carried((*kept, *marked), here)


def missing(session: FormSession, strays: tuple[Stray, ...]) -> tuple[Stray, ...]:
    """The strays that the report would not say if it were filed now."""
    return tuple(
        stray for stray in strays if not (_holds(session, stray) and session.relevant(stray.ref))
    )


def left_over(session: FormSession) -> tuple[Stray, ...]:
    """`FormSession.leftover` as strays: of questions nothing is known but their short names."""
    return tuple(_leaves(session.leftover, f"/{session.form.root.name}"))


def _leaves(value: Any, ref: str) -> Iterator[Stray]:
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _leaves(inner, f"{ref}/{name}")
    elif isinstance(value, list):
        for number, inner in enumerate(value, 1):
            yield from _leaves(inner, f"{ref}[{number}]")
    elif value:
        yield Stray(ref, str(value), "", ref.rpartition("/")[2], str(value))


def _worded(session: FormSession) -> dict[str, tuple[QuestionDef, str]]:
    """The questions that people see, with their words."""
    found = {}
    for path, question in session.form.paths.items():
        if isinstance(question, QuestionDef) and asked(question):
            label = _words(session.form, question.label, session.language)
            if label:
                found[path] = (question, label)
    return found


def _words(form: FormDefinition, text: TextDef | None, language: str) -> str:
    """A text without a report: what an answer would be put into is left open."""
    if text is None:
        return ""
    if text.itext:
        found = form.translations.find(language, text.itext)
        return _words(form, found or form.translations.find(language, text.itext, "long"), language)
    return "".join(part if isinstance(part, str) else "…" for part in text.parts)


def _offered(session: FormSession, question: QuestionDef) -> dict[str, str]:
    """Every choice of a question, whatever the other answers, with its words."""
    form, language = session.form, session.language
    if question.itemset is None:
        return {one.name: _words(form, one.label, language) for one in question.items}
    itemset = question.itemset
    named = _LIST.match(itemset.nodes.source)
    root = form.instances.get(named[1]) if named is not None else None
    found: dict[str, str] = {}
    for item in () if root is None else root.walk():
        value, label = item.first(itemset.value), item.first(itemset.label)
        if value is not None:
            text = "" if label is None else label.value()
            if itemset.label_itext:
                text = _words(form, TextDef(itext=text), language)
            found.setdefault(value.value(), text or value.value())
    return found


def _fits(old: str, new: str) -> bool:
    """Whether an answer of one type is one of the other, too."""
    return old == new or (old, new) in _WIDER or (new == "text" and old not in _CHOSEN)


def _asked(view: View) -> Iterator[tuple[str, QuestionDef]]:
    if isinstance(view.definition, QuestionDef) and asked(view.definition):
        yield view.ref, view.definition
    for child in view.children:
        yield from _asked(child)


def _question(session: FormSession, ref: str) -> QuestionDef | None:
    """The question at ``ref``, if there is one that people answer."""
    found = session.form.paths.get(_ROW.sub("", ref))
    if not isinstance(found, QuestionDef) or not asked(found):
        return None
    try:
        session.value(ref)
    except KeyError:
        return None
    return found


def _row(session: FormSession, ref: str) -> str:
    """The answers in the row around ``ref``; empty where it is in none."""
    row, found, _ = ref.rpartition("]")
    if not found:
        return ""
    return "\n".join(
        session.value(each) for each, _ in _asked(session.tree()) if each.startswith(f"{row}]/")
    )


def _lost(new: FormSession, ref: str, type_: str, value: str) -> str:
    """What of an answer has no place in ``new``; it is taken out where it does not belong."""
    question = _question(new, ref)
    if question is None or new.value(ref) != value:
        return value
    if not _fits(type_, question.type):
        new.set(ref, "")
        return value
    gone = _unknown(new, question, value)
    if gone:
        new.set(ref, " ".join(name for name in _names(question, value) if name not in gone))
    elif not new.relevant(ref):
        return value
    return " ".join(gone)


def _names(question: QuestionDef, value: str) -> list[str]:
    return value.split() if question.type in _SEVERAL else [value]


def _unknown(session: FormSession, question: QuestionDef, value: str) -> list[str]:
    """The choices in ``value`` that the edition does not know; none where it cannot be told."""
    offered = _offered(session, question) if question.type in _CHOSEN else {}
    return [name for name in _names(question, value) if offered and name not in offered]


def _holds(session: FormSession, stray: Stray) -> bool:
    question = _question(session, stray.ref)
    if question is None:
        return False
    here = session.value(stray.ref)
    if question.type in _SEVERAL:
        return set(stray.value.split()) <= set(here.split())
    return here == stray.value


def _put_back(session: FormSession, stray: Stray) -> bool:
    question = _question(session, stray.ref)
    if question is None or not stray.type or not _fits(stray.type, question.type):
        return False
    if _unknown(session, question, stray.value):
        return False
    here = session.value(stray.ref)
    if question.type in _SEVERAL:
        added = [name for name in stray.value.split() if name not in here.split()]
        session.set(stray.ref, " ".join([*here.split(), *added]))
        return True
    if here:
        return False
    session.set(stray.ref, stray.value)
    return True
