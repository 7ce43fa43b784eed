"""The top of a report: its number, what it is, its state, and what HQ has of it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.i18n import listed, tr
from ui.link_state import LinkState
from ui.reports import delivery
from ui.reports.delivery import Words, report_words
from ui.reports.labels import SideLabel
from ui.reports.report_model import Reader, ReportFacts, doubt_words, precedence_tone, state_words
from ui.reports.sealed_card import sealed_words
from ui.reports.times import Times
from ui.reports.timing import timing_words
from ui.theme.badge import Badge
from ui.theme.panels import InlineMessage, MessageKind
from ui.theme.tokens import GAP_S, GAP_XS, Tone

STATE_TONES = {
    "new": Tone.INFO,
    "accepted": Tone.SUCCESS,
    "asked": Tone.WARNING,
    "rejected": Tone.DANGER,
    "withdrawn": Tone.NEUTRAL,
}
DELIVERY_TONES = {
    delivery.WAITING: Tone.NEUTRAL,
    delivery.SENDING: Tone.INFO,
    delivery.PART: Tone.INFO,
    delivery.REFUSED: Tone.DANGER,
    delivery.HELD: Tone.WARNING,
    delivery.RECEIVED: Tone.SUCCESS,
}


class ReportHeader(QWidget):
    """Shows one report's head; the delivery badge can be renewed by itself."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self._reader = reader
        self._ref = SideLabel("", "title")
        self._ref.setObjectName("ref")
        self._about = SideLabel("", "muted", wrap=True)
        self._about.setObjectName("about")
        self._state, self._recheck = Badge(), Badge()
        self._precedence, self._delivery, self._doubted = Badge(), Badge(), Badge()
        self._state.setObjectName("state")
        self._recheck.setObjectName("recheck")
        self._precedence.setObjectName("precedence")
        self._doubted.setObjectName("doubted")
        self._delivery.setObjectName("delivery")
        self._refused = InlineMessage(MessageKind.ERROR)
        self._refused.setObjectName("refused")
        self._timing = SideLabel("", "muted", wrap=True)
        self._timing.setObjectName("timing")
        badges = QHBoxLayout()
        badges.setSpacing(GAP_S)
        for badge in (
            self._precedence,
            self._doubted,
            self._state,
            self._recheck,
            self._delivery,
        ):
            badges.addWidget(badge)
        badges.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_XS)
        column.addWidget(self._ref)
        column.addWidget(self._about)
        column.addLayout(badges)
        column.addWidget(self._timing)
        column.addWidget(self._refused)

    def show_facts(self, facts: ReportFacts, link: LinkState, times: Times) -> None:
        """Shows the head of a report."""
        row = facts.detail.row
        number = f"{row.ref}  R{row.revision}" if row.revision else row.ref
        self._ref.setText(number)
        self._ref.setAccessibleName(number)
        self._about.setText(self._about_words(facts, times))
        when = times.local(row.filed)
        self._about.setToolTip(tr("Report", "Filed {time}", time=when))
        self._state.set_status(state_words(row.state), STATE_TONES.get(row.state, Tone.NEUTRAL))
        self._recheck.setVisible(row.recheck)
        self._recheck.set_status(tr("Report", "Check again"), Tone.WARNING)
        urgent = row.precedence not in ("", "ROUTINE")
        self._precedence.setVisible(urgent)
        self._precedence.set_status(self._reader.precedence(row), precedence_tone(row))
        self._doubted.setVisible(row.doubted)
        self._doubted.set_status(tr("Report", "Key withdrawn"), Tone.DANGER)
        self._doubted.setToolTip(doubt_words())
        self.show_delivery(facts, link, times)

    def show_delivery(self, facts: ReportFacts, link: LinkState, times: Times) -> None:
        """Renews only what HQ has, as the sender goes on."""
        detail = facts.detail
        words = report_words(detail.row.delivery, facts.records, detail.files, link, times)
        self._put_delivery(words)
        took = timing_words(detail.row, times)
        self._timing.setText(took)
        self._timing.setVisible(bool(took))

    def _put_delivery(self, words: Words) -> None:
        refused = words.state == delivery.REFUSED
        self._delivery.setVisible(not refused)
        self._delivery.set_status(words.text, DELIVERY_TONES[words.state])
        self._delivery.setToolTip(words.hover)
        self._refused.show_message(MessageKind.ERROR, words.text if refused else "")

    def _about_words(self, facts: ReportFacts, times: Times) -> str:
        row = facts.detail.row
        parts = [self._reader.type(row)]
        subject = self._reader.subject(row)
        if subject != parts[0]:
            parts.append(subject)
        if row.protected:
            parts.append(sealed_words())
        if row.place:
            parts.append(row.place)
        if row.happened is not None:
            parts.append(_together(times.group(row.happened)))
        parts.append(_together(self._reader.writer(row)))
        return listed(parts, "  ·  ")


def _together(text: str) -> str:
    """A time or a name that is never broken between two lines."""
    return text.replace(" ", "\u00a0")
