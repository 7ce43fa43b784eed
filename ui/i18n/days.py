"""Days and months in the language shown, always with the digits 0 to 9."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QLocale

from ui.i18n import tr_count

_SHORT = QLocale.FormatType.ShortFormat
_LOCALES: Mapping[str, str] = {"ar": "ar_AE"}
"""Where a language alone would bring other digits: an Arabic region that writes 0 to 9."""


def locale_of(language: str) -> QLocale:
    """How a language writes days, months and numbers; ``language`` is a code such as ``fr``."""
    return QLocale(_LOCALES.get(language, language))


def spoken_day(day: date, language: str = "") -> str:
    """A date in words: ``Fri 6 Nov 2026``; in the language shown, or in the one named by a code."""
    locale = locale_of(language) if language else QLocale()
    weekday = locale.dayName(day.isoweekday(), _SHORT)
    return f"{weekday} {day.day} {locale.monthName(day.month, _SHORT)} {day.year}"


def spoken_date(day: date) -> str:
    """A date of this year in words of the language shown: ``6 Nov``."""
    return f"{day.day} {QLocale().monthName(day.month, _SHORT)}"


def span_words(minutes: int) -> str:
    """So long in words, in the one unit that suits: ``90 min``, ``3 h``, ``4 days``."""
    if minutes < 120:
        return tr_count("Strip", "{count} min", "{count} min", minutes)
    if minutes < 48 * 60:
        return tr_count("Strip", "{count} h", "{count} h", round(minutes / 60))
    return tr_count("Strip", "{count} day", "{count} days", round(minutes / 60 / 24))


def decimal(value: float) -> str:
    """A number with one place behind the comma, or what stands for it: ``45.0``."""
    mark = QLocale().decimalPoint()
    return f"{value:.1f}".replace(".", mark if mark in ".," else ".")
