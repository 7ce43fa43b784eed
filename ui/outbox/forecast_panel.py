"""Above the list: what sending will take, what will make it, and what it costs."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QVBoxLayout

from sync.field.forecast import Forecast, Tariff
from ui.i18n import tr, tr_count
from ui.reports.delivery import size
from ui.spin import name_field
from ui.theme.panels import Card, text_label
from ui.theme.tokens import GAP_L, GAP_M, GAP_S

MINUTES = 10
_MOST_MINUTES = 24 * 60


class ForecastPanel(Card):
    """Hidden while nothing waits.

    Signals:
        minutes_changed: for how many minutes the link will be there.
    """

    minutes_changed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Forecast, Tariff | None] | None = None
        self._said = text_label("")
        self._said.setObjectName("forecast")
        self._made = text_label("", "muted")
        self._made.setObjectName("forecast made")
        self._label = QLabel()
        self._minutes = QSpinBox()
        self._minutes.setObjectName("minutes available")
        self._minutes.setRange(1, _MOST_MINUTES)
        self._minutes.setValue(MINUTES)
        self._label.setBuddy(self._minutes)
        row = QHBoxLayout()
        row.setSpacing(GAP_S)
        for widget in (self._label, self._minutes):
            row.addWidget(widget)
        row.addWidget(self._made, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GAP_M, GAP_L, GAP_M)
        column.setSpacing(GAP_S)
        column.addWidget(self._said)
        column.addLayout(row)
        self._minutes.valueChanged.connect(self.minutes_changed)
        self.translated()
        self.hide()

    @property
    def seconds(self) -> int:
        """For how long the link will be there."""
        return self._minutes.value() * 60

    def show_forecast(self, forecast: Forecast, tariff: Tariff | None) -> None:
        """Says what it is about, or hides when nothing waits."""
        self._shown = forecast, tariff
        self._said.setText(takes_words(forecast, tariff))
        self._made.setText(made_words(forecast))
        self.setVisible(bool(forecast.everything.frames))

    def translated(self) -> None:
        """Sets every text again."""
        name = tr("Outbox", "&Minutes of link")
        self._label.setText(name)
        name_field(self._minutes, name.replace("&", ""))
        if self._shown is not None:
            self.show_forecast(*self._shown)


def takes_words(forecast: Forecast, tariff: Tariff | None) -> str:
    """Bytes, time and price of what waits, in up to three short sentences."""
    parts = []
    text, everything = forecast.text, forecast.everything
    if text.frames:
        parts.append(
            tr(
                "Outbox",
                "Text takes {size} and {time}.",
                size=size(text.volume),
                time=_time(text.seconds),
            )
        )
    if everything.frames > text.frames:
        parts.append(
            tr(
                "Outbox",
                "With photos it takes {size} and {time}.",
                size=size(everything.volume),
                time=_time(everything.seconds),
            )
        )
    return " ".join([*parts, *_price(forecast, tariff)])


def made_words(forecast: Forecast) -> str:
    """What will be through in the time available."""
    text, everything = forecast.text.frames, forecast.everything.frames
    if forecast.made == everything:
        return tr("Outbox", "Everything will be through.")
    if forecast.text_made == text and text:
        return tr("Outbox", "All text will be through, photos not all.")
    if not forecast.made:
        return tr("Outbox", "Nothing will be through.")
    part = round(100 * forecast.text_made / max(1, text))
    return tr("Outbox", "About {share} percent of the text will be through.", share=part)


def _price(forecast: Forecast, tariff: Tariff | None) -> list[str]:
    if tariff is None or forecast.cost is None or forecast.text_cost is None:
        return []
    if forecast.least:
        least = _money(forecast.text_cost, tariff)
        parts = [tr("Outbox", "The text costs {price}, the smallest charge.", price=least)]
    elif forecast.text.frames:
        parts = [tr("Outbox", "The text costs {price}.", price=_money(forecast.text_cost, tariff))]
    else:
        parts = []
    if forecast.cost > forecast.text_cost:
        whole = _money(forecast.cost, tariff)
        parts.append(tr("Outbox", "Everything costs {price}.", price=whole))
    return parts


def _money(hundredths: int, tariff: Tariff) -> str:
    return f"{tariff.currency} {hundredths // 100}.{hundredths % 100:02}"


def _time(seconds: int) -> str:
    if seconds < 90:
        return tr_count("Outbox", "1 second", "{count} seconds", seconds)
    minutes = round(seconds / 60)
    if minutes < 90:
        return tr_count("Outbox", "1 minute", "{count} minutes", minutes)
    return tr_count("Outbox", "1 hour", "{count} hours", round(minutes / 60))
