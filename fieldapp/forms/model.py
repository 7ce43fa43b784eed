"""A form as immutable data: what a laptop knows of it before anybody answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from fieldapp.forms.evaluation import Evaluate
from fieldapp.forms.syntax import Expression
from fieldapp.forms.tree import Node

EMPTY: Final[Mapping[str, str]] = {}


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One expression of a form, where it stands, and how to evaluate it."""

    source: str
    tree: Expression
    evaluate: Evaluate


@dataclass(frozen=True, slots=True, eq=False)
class TextDef:
    """A text of the form: an id into the translations, or its own parts.

    A part is literal text or a rule whose value is put in.
    """

    parts: tuple[str | Rule, ...] = ()
    itext: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Bind:
    """What the model says about one node; ``type`` is the XForms data type without prefix.

    ``carry``: as a rule the answer is the same in the person's next report of this form.
    """

    type: str = "string"
    relevant: Rule | None = None
    required: Rule | None = None
    readonly: Rule | None = None
    constraint: Rule | None = None
    calculate: Rule | None = None
    required_message: TextDef | None = None
    constraint_message: TextDef | None = None
    preload: str = ""
    preload_parameter: str = ""
    carry: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """One fixed choice."""

    name: str
    label: TextDef


@dataclass(frozen=True, slots=True, eq=False)
class Itemset:
    """Choices taken from an instance: ``nodes`` yields them, ``value`` and ``label`` are columns.

    ``label_itext`` is True when the label column holds an id into the translations.
    """

    nodes: Rule
    value: str
    label: str
    label_itext: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Action:
    """A value set on an event. ``trigger`` is the path of the question that fires it, or empty.

    ``place`` finds the nodes to set where the form picks rows by a predicate. With ``located`` the
    value is where the laptop is, not ``value``.
    """

    events: frozenset[str]
    target: str
    value: Rule | None
    trigger: str = ""
    place: Rule | None = None
    located: bool = False


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Definition:
    """One node of a form.

    ``path`` is absolute without row numbers. ``number`` counts nodes in document order from 0;
    ``last`` is the largest number at or below this node. ``repeats`` are the paths of the repeats
    around and including it, outermost first.
    """

    path: str
    name: str
    number: int = 0
    last: int = 0
    repeats: tuple[str, ...] = ()
    children: tuple[Definition, ...] = ()
    bind: Bind = field(default_factory=Bind)
    appearance: frozenset[str] = frozenset()
    label: TextDef | None = None
    hint: TextDef | None = None
    by_name: Mapping[str, Definition] = field(default_factory=dict)

    is_repeat = False
    is_question = False

    def child(self, name: str) -> Definition | None:
        return self.by_name.get(name)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class GroupDef(Definition):
    """Questions that belong together; the root of a form is one."""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class RepeatDef(Definition):
    """A group that is there any number of times. ``count`` fixes how often; None: people decide.

    ``fixed`` is True when rows may be neither added nor removed by people.
    """

    template: Node
    count: Rule | None = None
    fixed: bool = False

    is_repeat = True


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class QuestionDef(Definition):
    """A node that holds a value.

    ``type``: text, int, decimal, date, time, dateTime, select1, select, rank, boolean, trigger,
    binary, geopoint, geotrace, geoshape, barcode, note or calculated. ``control``: input, select1,
    select, upload, trigger, range, rank or none. ``rows`` is the wished height in lines, 0 for
    none. ``mediatype`` is set for uploads.
    """

    type: str = "text"
    control: str = "none"
    parameters: Mapping[str, str] = field(default_factory=dict)
    mediatype: str = ""
    rows: int = 0
    items: tuple[Item, ...] = ()
    itemset: Itemset | None = None
    is_attribute: bool = False

    is_question = True


@dataclass(frozen=True, slots=True)
class ListItem:
    """One entry of a mission's code list. ``labels`` by language, ``columns`` for filters."""

    name: str
    labels: Mapping[str, str]
    columns: Mapping[str, str] = field(default_factory=dict)


TextForms = Mapping[str, TextDef]
"""The forms of one translated text: ``""`` is the label, ``guidance`` and media forms beside."""


@dataclass(frozen=True, slots=True, eq=False)
class Translations:
    """Texts by language and id."""

    languages: tuple[str, ...] = ()
    default: str = ""
    texts: Mapping[str, Mapping[str, TextForms]] = field(default_factory=dict)

    def find(self, language: str, name: str, form: str = "") -> TextDef | None:
        """The text in ``language``, else in the default language, else None."""
        for tongue in (language, self.default):
            forms = self.texts.get(tongue, {}).get(name)
            if forms is not None and form in forms:
                return forms[form]
        return None
