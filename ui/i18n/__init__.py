"""The desktop's texts in the language of the person."""

from PySide6.QtCore import QCoreApplication


def tr(context: str, text: str, **values: object) -> str:
    """``text`` translated, with ``{name}`` filled from ``values``.

    Args:
        context: the page or widget the text stands on, as in the translation files.
        text: the English source text; it is what is shown where no translation exists.
        values: what to put in for ``{name}``.
    """
    found = QCoreApplication.translate(context, text)
    return found.format(**values) if values else found
