"""The translation files of the desktop: taken from the sources, compiled, and checked.

    translations.py update     texts of the sources into ui/i18n/*.ts, and compiles
    translations.py compile    ui/i18n/*.ts into *.qm, which are what the desktop loads
    translations.py check      fails when anything is missing, stale or spoilt

How to work with them stands in ui/i18n/README.md.
"""

import importlib
import pkgutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from checks import faults  # noqa: E402
from extract import Key, Text, sentences_of, texts_of  # noqa: E402
from tsfile import Message, read_ts, write_ts  # noqa: E402

FOLDER = ROOT / "ui" / "i18n"
LANGUAGES = ("fr", "es", "ar")
NOT_ON_SCREEN = ("ui.demo", "ui.main", "ui.verbs", "ui.form_verbs", "ui.desktop")
"""Modules whose errors are told by a console, never by the window."""


def sources() -> dict[Key, Text]:
    """Every text of the desktop, in the order of the files; raises `SystemExit` where one hides."""
    found: dict[Key, Text] = {}
    for path in sorted((ROOT / "ui").rglob("*.py")):
        for text in texts_of(path, path.relative_to(ROOT)):
            known = found.setdefault(text.key, text)
            if known.counted != text.counted:
                raise SystemExit(f"{text.place}: counted here, not counted at {known.place}")
    for text in told():
        found.setdefault(text.key, text)
    return dict(sorted(found.items()))


def told() -> Iterator[Text]:
    """Sentences about errors and answers, which reach the window through `ui.messages` alone."""
    import ui

    for module in pkgutil.walk_packages(ui.__path__, "ui."):
        if not module.name.startswith(NOT_ON_SCREEN):
            importlib.import_module(module.name)
    from ui import messages

    for sentence in messages.texts_to_translate():
        yield Text((messages.CONTEXT, sentence), False, "ui/messages.py")
    for path in sorted((ROOT / "fieldapp" / "store").glob("*.py")):
        for sentence in sentences_of(path):
            yield Text((messages.CONTEXT, sentence), False, path.relative_to(ROOT).as_posix())


def renewed(language: str, wanted: dict[Key, Text]) -> list[Message]:
    """The messages of a language as they should stand in its file.

    What was translated stays. A text that is new is unfinished; where another place has the same
    words, their translation is offered. What no source has any more is kept as vanished.
    """
    held = {message.key: message for message in read_ts(FOLDER / f"{language}.ts")}
    same = {message.key[1]: message.forms for message in held.values() if message.finished}
    messages = []
    for key, text in wanted.items():
        found = held.pop(key, None)
        if found is not None and found.counted == text.counted:
            messages.append(Message(key, text.counted, found.forms, found.unfinished))
        else:
            offered = () if text.counted else same.get(key[1], ())
            messages.append(Message(key, text.counted, offered, unfinished=True))
    gone = [message for message in held.values() if any(message.forms)]
    return messages + [Message(m.key, m.counted, m.forms, vanished=True) for m in gone]


def update() -> int:
    """Brings the files up to date with the sources, compiles them, and tells what is to do."""
    wanted = sources()
    for language in LANGUAGES:
        messages = renewed(language, wanted)
        write_ts(FOLDER / f"{language}.ts", language, messages)
        for message in messages:
            if message.unfinished:
                print(f"{language}: to translate: [{message.key[0]}] {message.key[1]}")
    return compile_all()


def compile_all() -> int:
    """Writes every .qm file."""
    for language in LANGUAGES:
        (FOLDER / f"{language}.qm").write_bytes(compiled(FOLDER / f"{language}.ts"))
    return 0


def compiled(ts: Path) -> bytes:
    """What Qt's own compiler makes of a file; unfinished translations are left out."""
    with tempfile.TemporaryDirectory() as folder:
        qm = Path(folder) / "out.qm"
        tool = Path(sys.executable).with_name("pyside6-lrelease")
        words = [str(tool), "-silent", "-nounfinished", str(ts), "-qm", str(qm)]
        done = subprocess.run(words, capture_output=True, text=True, timeout=60, check=False)
        if done.returncode or not qm.exists():
            raise SystemExit(f"{ts.name} cannot be compiled: {done.stderr or done.stdout}")
        return qm.read_bytes()


def check() -> int:
    """Prints what is wrong; 1 when anything is."""
    wanted = sources()
    problems = []
    for language in LANGUAGES:
        ts, qm = FOLDER / f"{language}.ts", FOLDER / f"{language}.qm"
        problems += [f"{language}: {fault}" for fault in faults(language, wanted, read_ts(ts))]
        if not qm.exists() or qm.read_bytes() != compiled(ts):
            problems.append(f"{language}: {qm.name} is older than {ts.name}: make translations")
    for problem in problems:
        print(problem)
    return 1 if problems else 0


def main(words: Sequence[str]) -> int:
    verbs = {"update": update, "compile": compile_all, "check": check}
    if len(words) != 1 or words[0] not in verbs:
        print(__doc__)
        return 2
    return verbs[words[0]]()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
