"""What changed between two versions: old and new side by side, question by question."""

import difflib
import re
from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from ui.i18n import tr
from ui.reports.answers import Difference
from ui.reports.labels import SideLabel
from ui.reports.layouts import empty
from ui.theme.tokens import GAP_L, GAP_S, Tone, current_tokens

_WORDS = re.compile(r"\s+|[^\s]+")
_ALIKE = 0.5
"""Share of words in common from which single words are marked; below it that only confuses."""


def marked(old: str, new: str) -> tuple[list[tuple[str, bool]], list[tuple[str, bool]]]:
    """Both texts in stretches, each with whether the other side lacks it."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    left: list[tuple[str, bool]] = []
    right: list[tuple[str, bool]] = []
    matcher = difflib.SequenceMatcher(None, before, after, False)
    if matcher.ratio() < _ALIKE:
        return [(old, True)] if old else [], [(new, True)] if new else []
    for tag, i, j, k, m in matcher.get_opcodes():
        differs = tag != "equal"
        if i < j:
            left.append(("".join(before[i:j]), differs))
        if k < m:
            right.append(("".join(after[k:m]), differs))
    return left, right


class DifferencesView(QWidget):
    """A table of question, before and after; says so when nothing differs."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP_L)
        self._grid.setVerticalSpacing(GAP_S)
        for column, stretch in enumerate((3, 5, 5)):
            self._grid.setColumnStretch(column, stretch)

    def show_differences(self, found: Sequence[Difference], old_title: str, new_title: str) -> None:
        """Replaces what is shown; the titles name the two versions."""
        empty(self._grid)
        if not found:
            text = tr("Report", "No answer differs.")
            self._grid.addWidget(SideLabel(text, "muted", wrap=True), 0, 0, 1, 3)
            return
        for column, title in enumerate((tr("Report", "Question"), old_title, new_title)):
            self._grid.addWidget(SideLabel(title, "small"), 0, column)
        for row, difference in enumerate(found, 1):
            top = Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(SideLabel(difference.label, "muted", wrap=True), row, 0, top)
            left, right = marked(difference.old, difference.new)
            self._grid.addWidget(self._side(left, gone=True), row, 1, top)
            self._grid.addWidget(self._side(right, gone=False), row, 2, top)

    def _side(self, stretches: list[tuple[str, bool]], *, gone: bool) -> QLabel:
        label = QLabel()
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if not stretches or not any(text for text, _ in stretches):
            label.setText(escape(tr("Report", "(empty)")))
            label.setProperty("role", "muted")
            return label
        colours = current_tokens().tones[Tone.DANGER if gone else Tone.SUCCESS]
        # Colour is not the only sign: what went is struck out, what came is underlined.
        line = "line-through" if gone else "underline"
        style = f"background-color:{colours.ground};color:{colours.text};text-decoration:{line}"
        label.setText(
            "".join(
                f'<span style="{style}">{_html(text)}</span>' if differs else _html(text)
                for text, differs in stretches
            )
        )
        return label


def _html(text: str) -> str:
    return escape(text).replace("\n", "<br>")
