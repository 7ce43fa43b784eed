"""Qt's TS files: read, and written so that a change of one text changes only its lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

FORMS = {"fr": 2, "es": 2, "ar": 6}
"""How many forms a counted text has, in the order of Qt: Arabic for 0, 1, 2, few, many, other."""


@dataclass(frozen=True)
class Message:
    """One text in one language.

    Args:
        key: context and English text.
        counted: it has a form for each number.
        forms: the translation; one text, or as many as the language has forms.
        unfinished: somebody still has to translate it, or to look at what is offered.
        vanished: no source has it any more.
    """

    key: tuple[str, str]
    counted: bool
    forms: tuple[str, ...]
    unfinished: bool = False
    vanished: bool = False

    @property
    def finished(self) -> bool:
        return not self.unfinished and any(self.forms)


def read_ts(path: Path) -> list[Message]:
    """The messages of a file; none where there is no file."""
    if not path.exists():
        return []
    found = []
    for context in ElementTree.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for node in context.iter("message"):
            found.append(_message(name, node))
    return found


def _message(context: str, node: ElementTree.Element) -> Message:
    counted = node.get("numerus") == "yes"
    translation = node.find("translation")
    state = "unfinished" if translation is None else translation.get("type", "")
    forms: tuple[str, ...] = ()
    if translation is not None and counted:
        forms = tuple(form.text or "" for form in translation.iter("numerusform"))
    elif translation is not None and translation.text and translation.text.strip():
        forms = (translation.text,)
    key = (context, node.findtext("source", ""))
    return Message(key, counted, forms, state == "unfinished", state in ("vanished", "obsolete"))


def write_ts(path: Path, language: str, messages: Sequence[Message]) -> None:
    """Writes a file, sorted by context and text."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language={quoteattr(language)} sourcelanguage="en">',
    ]
    ordered = sorted(messages, key=lambda message: message.key)
    for context, group in groupby(ordered, key=lambda message: message.key[0]):
        lines += ["<context>", f"    <name>{escape(context)}</name>"]
        for message in group:
            lines += _lines(message, FORMS[language])
        lines.append("</context>")
    path.write_text("\n".join([*lines, "</TS>", ""]), "utf-8")


def _lines(message: Message, count: int) -> list[str]:
    state = "unfinished" if message.unfinished else "vanished" if message.vanished else ""
    kind = f' type="{state}"' if state else ""
    opening = '<message numerus="yes">' if message.counted else "<message>"
    lines = [f"    {opening}", f"        <source>{escape(message.key[1])}</source>"]
    if message.counted:
        forms = message.forms or ("",) * count
        lines.append(f"        <translation{kind}>")
        lines += [f"            <numerusform>{escape(form)}</numerusform>" for form in forms]
        lines.append("        </translation>")
    else:
        said = escape(message.forms[0]) if message.forms else ""
        lines.append(f"        <translation{kind}>{said}</translation>")
    return [*lines, "    </message>"]
