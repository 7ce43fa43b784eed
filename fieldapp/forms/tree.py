"""XML as a tree of nodes, read with hard limits: the ground under forms, instances and records."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from typing import TYPE_CHECKING, Final
from xml.parsers import expat

from fieldapp.errors import FieldError
from fieldapp.forms.errors import FormRefused
from fieldapp.units import MIB

if TYPE_CHECKING:
    from fieldapp.forms.model import Definition

MAX_XML_BYTES: Final = 16 * MIB
"""Largest form, instance or record read; the largest real form seen is 0.7 MiB."""

MAX_DEPTH: Final = 64
"""Deepest nesting read; real forms stay below 20, and recursion over a tree must be safe."""

MAX_NODES: Final = 300_000
"""Most nodes and attributes in one document: some 40,000 choices with all their columns."""

XFORMS: Final = "http://www.w3.org/2002/xforms"
"""The namespace of forms themselves, which a record inherits but does not write."""


class Kind(IntEnum):
    """What a node is."""

    DOCUMENT = 0
    ELEMENT = 1
    TEXT = 2
    ATTRIBUTE = 3
    COMMENT = 4
    INSTRUCTION = 5


class Node:
    """One node of a document.

    ``name`` is written as in the source, prefix included; ``uri`` is its namespace. ``text`` is
    the content of a text, attribute, comment or instruction node, and of an element without
    children. ``visible`` is False when the node, or one above it, is not relevant.
    """

    __slots__ = (
        "attributes",
        "by_name",
        "children",
        "definition",
        "kind",
        "name",
        "parent",
        "relevant",
        "text",
        "uri",
        "visible",
    )

    def __init__(self, kind: Kind, name: str = "", text: str = "", uri: str = "") -> None:
        self.kind = kind
        self.name = name
        self.text = text
        self.uri = uri
        self.parent: Node | None = None
        self.children: list[Node] = []
        self.attributes: list[Node] = []
        self.by_name: dict[str, list[Node]] | None = None
        self.definition: Definition | None = None
        self.relevant = True
        self.visible = True

    def append(self, child: Node) -> None:
        child.parent = self
        self.children.append(child)
        self.by_name = None

    def insert(self, index: int, child: Node) -> None:
        child.parent = self
        self.children.insert(index, child)
        self.by_name = None

    def remove(self, child: Node) -> None:
        self.children.remove(child)
        child.parent = None
        self.by_name = None

    def named(self, name: str) -> list[Node]:
        """The child elements called ``name``, in document order; the list is not to be changed."""
        index = self.by_name
        if index is None:
            index = {}
            for child in self.children:
                if child.kind is Kind.ELEMENT:
                    index.setdefault(child.name, []).append(child)
            self.by_name = index
        return index.get(name, _NOTHING)

    def first(self, name: str) -> Node | None:
        found = self.named(name)
        return found[0] if found else None

    def attribute(self, name: str) -> str | None:
        for item in self.attributes:
            if item.name == name:
                return item.text
        return None

    def value(self) -> str:
        """The string value: empty when not relevant, all text below it for an element."""
        if not self.visible:
            return ""
        if not self.children:
            return self.text
        parts: list[str] = []
        for child in self.children:
            if child.kind in (Kind.ELEMENT, Kind.TEXT):
                parts.append(child.value())
        return "".join(parts)

    def elements(self) -> list[Node]:
        return [child for child in self.children if child.kind is Kind.ELEMENT]

    def walk(self) -> Iterator[Node]:
        """This node and everything below it except attributes, in document order."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))

    @property
    def local(self) -> str:
        return self.name.rpartition(":")[2]


_NOTHING: Final[list[Node]] = []


class _Reader:
    """Collects what the parser reports and stops it at the first breach of a limit."""

    def __init__(self, parser: expat.XMLParserType) -> None:
        self.document = Node(Kind.DOCUMENT)
        self._open = [self.document]
        self._spaces: list[dict[str, str]] = [{"xml": "http://www.w3.org/XML/1998/namespace"}]
        self._count = 0
        parser.buffer_text = True
        parser.ordered_attributes = True
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.characters
        parser.CommentHandler = self.comment
        parser.ProcessingInstructionHandler = self.instruction
        parser.StartDoctypeDeclHandler = self.doctype

    def start(self, name: str, flat: list[str]) -> None:
        if len(self._open) > MAX_DEPTH:
            raise FormRefused(f"The XML is nested deeper than {MAX_DEPTH} levels.")
        spaces = self._spaces[-1]
        self._count += len(flat) // 2
        pairs = list(zip(flat[::2], flat[1::2], strict=True))
        declared = {
            key[6:]: text for key, text in pairs if key == "xmlns" or key.startswith("xmlns:")
        }
        if declared:
            spaces = {**spaces, **declared}
        node = Node(Kind.ELEMENT, name, uri=_namespace(name, spaces, spaces.get("", "")))
        for key, text in pairs:
            if key == "xmlns" or key.startswith("xmlns:"):
                continue
            item = Node(Kind.ATTRIBUTE, key, text, _namespace(key, spaces, ""))
            item.parent = node
            node.attributes.append(item)
        self._add(node)
        self._open.append(node)
        self._spaces.append(spaces)

    def end(self, name: str) -> None:
        self._open.pop()
        self._spaces.pop()

    def characters(self, text: str) -> None:
        self._add(Node(Kind.TEXT, text=text))

    def comment(self, text: str) -> None:
        self._add(Node(Kind.COMMENT, text=text))

    def instruction(self, target: str, text: str) -> None:
        self._add(Node(Kind.INSTRUCTION, target, text))

    def doctype(self, *_: object) -> None:
        raise FormRefused("The XML holds a DOCTYPE, which is not accepted.")

    def _add(self, node: Node) -> None:
        self._count += 1
        if self._count > MAX_NODES:
            raise FormRefused(f"The XML holds more than {MAX_NODES} nodes.")
        self._open[-1].append(node)


def _namespace(name: str, spaces: dict[str, str], default: str) -> str:
    prefix, colon, _ = name.partition(":")
    return spaces.get(prefix, "") if colon else default


def parse_xml(xml: bytes, what: str = "form", refusal: type[FieldError] = FormRefused) -> Node:
    """The document node of ``xml``; ``what`` names it in the refusal's sentence.

    Raises:
        FieldError: a ``refusal`` when the XML is broken, oversized, too deep or has a DOCTYPE.
    """
    if len(xml) > MAX_XML_BYTES:
        raise refusal(f"The {what} is larger than {MAX_XML_BYTES // MIB} MiB.")
    parser = expat.ParserCreate()
    reader = _Reader(parser)
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as error:
        place = f"line {error.lineno}"
        raise refusal(f"The {what} is not well-formed XML ({place}).") from None
    except FormRefused as error:
        raise refusal(error.message) from None
    except (ValueError, LookupError):
        # An encoding declaration that Python's expat does not know.
        raise refusal(f"The {what} is written in an unknown text encoding.") from None
    return reader.document


def plain_copy(source: Node, *, trim: bool = False) -> Node:
    """A copy of an element for use as data: text without children joined, the rest dropped.

    ``trim`` takes the white space around each value away, which only lays out a form.
    """
    copy = Node(Kind.ELEMENT, source.name, uri=source.uri)
    for item in source.attributes:
        twin = Node(Kind.ATTRIBUTE, item.name, item.text, item.uri)
        twin.parent = copy
        copy.attributes.append(twin)
    elements = source.elements()
    if elements:
        for child in elements:
            copy.append(plain_copy(child, trim=trim))
    else:
        copy.text = source.text + "".join(
            child.text for child in source.children if child.kind is Kind.TEXT
        )
        if trim:
            copy.text = copy.text.strip()
    return copy


def index_children(parent: Node, item: str, key: str) -> dict[str, list[Node]]:
    """The children ``item`` of ``parent`` by the text of their child ``key``, empty if missing."""
    index: dict[str, list[Node]] = {}
    for row in parent.named(item):
        for text in {column.value() for column in row.named(key)} or {""}:
            index.setdefault(text, []).append(row)
    return index


def document_of(root: Node) -> Node:
    """A document node whose only child is ``root``."""
    document = Node(Kind.DOCUMENT)
    document.append(root)
    return document
