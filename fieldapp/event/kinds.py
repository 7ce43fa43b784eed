"""The kinds of event. A kind keeps its number for ever; an unknown one is stored and passed on."""

from enum import IntEnum


class Kind(IntEnum):
    """What an event says; the payload's shape follows from it (see ``fieldapp/FORMAT.md``)."""

    GENESIS = 0
    REPORT = 1
    FLASH = 2
    AMEND = 3
    WITHDRAW = 4
    ATTACH = 5
    REVIEW = 6
    ANSWER = 7
    ACK_READ = 8
    ROSTER = 9
    PURGE_NOTE = 10
    CLOCK_NOTE = 11
    STREAM_LINK = 12
    MERGE = 13
    GRADE = 14
    EXPORT = 15
    DAILY_HEADS = 16
    SITREP = 17
    PACK = 18
    KEY_CHANGE = 19
    HAND_OVER = 20
    HISTORY = 21


REPORT_KINDS = frozenset({Kind.REPORT, Kind.FLASH, Kind.HISTORY})
"""Kinds that begin a report: their own id is the report's id and ``obj`` is empty."""


class ContentType(IntEnum):
    """How the payload is kept."""

    JSON = 1
    PROTECTED = 2
