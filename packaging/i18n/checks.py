"""What may be wrong with a translation that a machine can see."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from string import Formatter

from extract import Key, Text
from tsfile import FORMS, Message

ALIKE: Mapping[str, frozenset[str]] = {
    "fr": frozenset(
        {
            "Correction",
            "Incident",
            "Licence",
            "Note",
            "Pages",
            "Photo",
            "Photo {number}",
            "Photos",
            "Question",
            "Source",
            "Mission",
            "Type",
            "Urgent",
            "Version",
            "{count} minutes",
            "Version {version}",
            "{count} h",
            "{count} min",
            "{n} km",
            "{n} m",
        }
    ),
    "es": frozenset(
        {"No", "{n} km", "{n} m", "{count} h", "{count} min", "{size} MB", "{size} kB"}
    ),
    "ar": frozenset({"Ctrl+Enter"}),
}
"""Texts that are the same as in English, by language, each looked at by a person."""
_ISOLATED = re.compile("\u2068[^\u2069]*\u2069")
_CODE = re.compile(r"[0-9A-Z][ ,]+[0-9A-Z]|\+[0-9]")
"""What Arabic words beside it would turn about: parts of a code, or a number with its sign."""
_MNEMONIC = re.compile(r"&(?=[^&\s])")


def faults(language: str, wanted: Mapping[Key, Text], held: Sequence[Message]) -> Iterator[str]:
    """Everything wrong with one language, as sentences for whoever works on it."""
    found = {message.key: message for message in held if not message.vanished}
    for key, text in wanted.items():
        message = found.pop(key, None)
        if message is None or message.counted != text.counted:
            yield f"missing, run make translations: {_shown(key)} of {text.place}"
        elif message.unfinished or not any(message.forms):
            yield f"not translated: {_shown(key)} of {text.place}"
        else:
            yield from (f"{fault}: {_shown(key)}" for fault in _spoilt(language, message))
    for key in found:
        yield f"in no source any more, run make translations: {_shown(key)}"


def _shown(key: Key) -> str:
    return f"[{key[0]}] {key[1]!r}"


def _spoilt(language: str, message: Message) -> Iterator[str]:
    source = message.key[1]
    if len(message.forms) != (FORMS[language] if message.counted else 1):
        yield "wrong number of forms"
    for form in message.forms:
        if not form.strip():
            yield "an empty form"
            continue
        if _names(form) - _names(source) or _lost(source, form, message.counted):
            yield "other {names} than in English"
        if len(_MNEMONIC.findall(form)) != len(_MNEMONIC.findall(source)):
            yield "an & for the keyboard is lost or doubled"
        if _has_words(source) and source not in ALIKE[language]:
            if form == source:
                yield "the same as in English (if that is right, name it in ALIKE of checks.py)"
            if language == "ar" and not _arabic(form):
                yield "no Arabic letter"
            if language == "ar" and _CODE.search(_ISOLATED.sub("", form)):
                yield "a code without U+2068 before and U+2069 after it"
        if any(unicodedata.decimal(mark, None) is not None and mark > "9" for mark in form):
            yield "other digits than 0 to 9"
        if source.endswith((".", "?", " ...")) and not form.endswith((".", "?", "؟", " ...")):
            yield "no end of the sentence"


def _lost(source: str, form: str, counted: bool) -> bool:
    """Whether a name is left out; only the number itself may be said in words."""
    return bool(_names(source) - _names(form) - ({"count"} if counted else set()))


def _names(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def _has_words(text: str) -> bool:
    return any(any(map(str.isalpha, literal)) for literal, _, _, _ in Formatter().parse(text))


def _arabic(text: str) -> bool:
    return any(unicodedata.bidirectional(mark) == "AL" for mark in text)
