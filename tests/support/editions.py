"""A small form in two editions, with everything that can differ between them."""

from __future__ import annotations

from functools import cache

from pyxform.xls2xform import convert  # type: ignore[import-untyped]

_HEAD = """
| survey |
| | type | name | label::English (en) | label::Arabic (ar) | relevant | calculation |
"""

_OLD = """
| | text | place | Place | المكان | | |
| | text | colour | Colour of the flag | لون العلم | | |
| | select_one road | road | Road | الطريق | | |
| | select_multiple means | means | Means | الوسائل | | |
| | text | men | How many men? | كم رجلاً؟ | | |
| | text | remark | Remark | ملاحظة | | |
| | begin_repeat | party | Parties | الأطراف | | |
| | text | name | Name | الاسم | | |
| | text | rank | Rank of the leader | رتبة القائد | | |
| | end_repeat | | | | | |
| | text | hidden | Only with a grey flag | للعلم الرمادي فقط | ${colour} = 'grey' | |
| | calculate | full | | | | concat(${place}, '!') |
"""

_NEW = """
| | text | place | Place name | اسم المكان | | |
| | select_one road | road | Road | الطريق | | |
| | select_multiple means | means | Means | الوسائل | | |
| | integer | men | How many men? | كم رجلاً؟ | | |
| | text | remark | Remark | ملاحظة | ${road} = 'dirt' | |
| | begin_repeat | party | Parties | الأطراف | | |
| | text | name | Name | الاسم | | |
| | end_repeat | | | | | |
| | text | weather | Weather | الطقس | | |
"""

_OLD_CHOICES = """
| choices |
| | list_name | name | label::English (en) | label::Arabic (ar) |
| | road | dirt | Dirt | ترابي |
| | road | ford | Ford | مخاضة |
| | means | foot | On foot | سيراً |
| | means | horse | Horse | حصان |
"""

_NEW_CHOICES = _OLD_CHOICES.replace("| | road | ford | Ford | مخاضة |\n", "").replace(
    "| | means | horse | Horse | حصان |\n", "| | means | boat | Boat | قارب |\n"
)

ANSWERS = {
    "place": "CP Tarek",
    "colour": "green over white",
    "road": "ford",
    "means": "foot horse",
    "men": "about ten",
    "remark": "They knew us",
    "party": [{"name": "One", "rank": "colonel"}, {"name": "Two", "rank": ""}],
    "hidden": "never asked",
}


def table(form: str, version: str, *, newer: bool) -> str:
    """The form as its author writes it, one way or the other."""
    body, choices = (_NEW, _NEW_CHOICES) if newer else (_OLD, _OLD_CHOICES)
    settings = (
        "| settings |\n| | form_title | form_id | version | default_language |\n"
        f"| | {form.capitalize()} | {form} | {version} | English (en) |\n"
    )
    return _HEAD + body.lstrip() + choices + settings


@cache
def edition(form: str, version: str, *, newer: bool) -> bytes:
    """The compiled form."""
    written = table(form, version, newer=newer)
    return bytes(convert(xlsform=written, file_type=".md", form_name="data").xform.encode())
