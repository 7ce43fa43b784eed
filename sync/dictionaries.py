"""The compression dictionaries that ship with this version, by the number in a text's header.

All were trained on synthetic text only. Each is kept for ever, unchanged: frames that lie on a
stick for years must still be read.
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import zstandard

LEVEL = 19
MIXED = 1
"""The first dictionary: all languages in one."""
BY_LANGUAGE = {"en": 2, "fr": 3, "es": 4, "ar": 5}
NUMBERS = (MIXED, *BY_LANGUAGE.values())
_TRIAL_LEVEL = 9
_TRIAL_BYTES = 8 * 1024
"""A trial looks at so much of a text: a batch is mostly of one language."""


def resource(number: int) -> str:
    """The name of a dictionary's file beside this module."""
    return f"dictionary-{number}.zdict"


@cache
def dictionary(number: int = MIXED) -> zstandard.ZstdCompressionDict:
    """A dictionary of `NUMBERS`."""
    raw = files("sync").joinpath(resource(number)).read_bytes()
    return zstandard.ZstdCompressionDict(raw)


def pack(text: bytes, numbers: Sequence[int] = NUMBERS) -> bytes:
    """``text`` in the fewest bytes: with the one of these that does best in a quick trial."""
    start = text[:_TRIAL_BYTES]
    best = min(numbers, key=lambda number: len(_packer(number, _TRIAL_LEVEL).compress(start)))
    return _packer(best, LEVEL).compress(text)


@cache
def _prepared(number: int, level: int) -> zstandard.ZstdCompressionDict:
    loaded = zstandard.ZstdCompressionDict(dictionary(number).as_bytes())
    loaded.precompute_compress(level=level)
    return loaded


def _packer(number: int, level: int) -> zstandard.ZstdCompressor:
    return zstandard.ZstdCompressor(
        level=level,
        dict_data=_prepared(number, level),
        write_checksum=False,
        write_content_size=True,
    )
