"""A small protected form, what it may say, and words to look for where they must not be."""

from collections.abc import Iterator
from functools import cache

from pyxform.xls2xform import convert  # type: ignore[import-untyped]

from fieldapp.commands import NewFile
from fieldapp.forms.definition import load_form
from fieldapp.forms.finished import Finished, finish
from fieldapp.store.database import Store
from tests.support.canary import Canary
from tests.support.scenarios import fill, new_session

CANARY = Canary(seed=77)
PLACE, NARRATIVE, FILE = (CANARY.word() for _ in range(3))
FORM = "alert"
_ALERT = """
| survey |
| | type        | name           | label::English (en) |
| | begin_group | head           | Heading             |
| | text        | precedence     | Precedence          |
| | end_group   |                |                     |
| | begin_group | where          | Where               |
| | text        | place          | Area                |
| | end_group   |                |                     |
| | begin_group | facts          | What happened       |
| | text        | narrative      | Account             |
| | end_group   |                |                     |
| settings |
| | form_id | version | title | default_language | attribute::protected |
| | alert | 3 | Protection alert | English (en) | yes |
"""


@cache
def alert_xml(said: str = "yes") -> bytes:
    """The form, compiled; ``said`` is what it says of being protected."""
    compiled: str = convert(_ALERT.replace("| yes |", f"| {said} |")).xform
    return compiled.encode()


def alert(precedence: str = "IMMEDIATE", narrative: str = NARRATIVE) -> Finished:
    """A report of that form."""
    session = new_session(load_form(alert_xml()))
    what = {"where": {"place": PLACE}, "facts": {"narrative": narrative}}
    fill(session, {"head": {"precedence": precedence}, **what})
    return finish(session, {}, "en")


def alert_photo(content: bytes) -> NewFile:
    """A photo whose bytes and name hold canary words."""
    return NewFile(content + CANARY.stem.encode() * 3, "image/jpeg", f"{FILE}.jpg")


def sightings(store: Store) -> Iterator[str]:
    """Tables of an opened store, its search index included, in which a canary stands."""
    needles = CANARY.needles().values()
    tables = store.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")
    for (table,) in tables:
        # The words of an index without content stand in its own hidden tables.
        for row in store.rows(f'SELECT * FROM "{table}"'):
            cells = [cell.encode() if isinstance(cell, str) else cell for cell in row]
            held = [cell for cell in cells if isinstance(cell, bytes)]
            if any(needle.lower() in cell.lower() for cell in held for needle in needles):
                yield str(table)
