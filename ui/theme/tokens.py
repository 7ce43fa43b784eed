"""Sizes and colours of the desktop, in one place, for light and dark."""

from enum import StrEnum
from typing import Final, NamedTuple

from PySide6.QtGui import QColor, QGuiApplication, QPalette

GAP_XS: Final = 4
GAP_S: Final = 8
GAP_M: Final = 12
GAP_L: Final = 16
GAP_XL: Final = 24
"""Distances in device-independent pixels, between and within widgets."""

RADIUS: Final = 6
CONTROL_HEIGHT: Final = 32
"""Least height of a field or button in pixels: easy to hit in a moving vehicle."""

READING_WIDTH: Final = 760
"""Widest line of a form in pixels; longer lines are hard to follow."""

SMALL_PT: Final = 9
BODY_PT: Final = 10
HEADING_PT: Final = 12
TITLE_PT: Final = 17
COUNT_PT: Final = 40
"""Type scale in points."""

MIN_CONTRAST: Final = 4.5
"""Least contrast of text to its ground (WCAG 2, level AA)."""

MIN_EDGE_CONTRAST: Final = 3.0
"""Least contrast of a field's edge, a focus ring or an icon to what is around it."""


class Tone(StrEnum):
    """What a status says; each has its own colour and its own icon."""

    NEUTRAL = "neutral"
    INFO = "info"
    SUCCESS = "success"
    WARNING = "warning"
    DANGER = "danger"
    URGENT = "urgent"


TONE_ICONS: Final = {
    Tone.NEUTRAL: "circle",
    Tone.INFO: "info",
    Tone.SUCCESS: "check",
    Tone.WARNING: "triangle-alert",
    Tone.DANGER: "circle-x",
    Tone.URGENT: "siren",
}


class ToneColours(NamedTuple):
    """Ground, text and edge of one status, as ``#rrggbb``."""

    ground: str
    text: str
    edge: str


class MapColours(NamedTuple):
    """The map's ground, lines, names and marks, as ``#rrggbb``.

    Args:
        mark: ground of a badge and of a report that nobody judged yet; ``mark_text`` stands on it.
        coarse: edge and tint of a square of low precision.
        grid: lines of the military grid and the letters and digits on them.
    """

    sea: str
    land: str
    coast: str
    border: str
    disputed: str
    unit: str
    lake: str
    river: str
    label: str
    label_quiet: str
    mark: str
    mark_text: str
    mark_edge: str
    coarse: str
    grid: str


class Tokens(NamedTuple):
    """The colours of one scheme as ``#rrggbb``; which stands on which is in ``text_pairs``."""

    dark: bool
    window: str
    card: str
    field: str
    field_readonly: str
    alternate: str
    text: str
    text_muted: str
    text_disabled: str
    line: str
    field_edge: str
    accent: str
    accent_hover: str
    accent_text: str
    link: str
    focus: str
    danger_text: str
    rail: str
    rail_text: str
    tooltip: str
    tooltip_text: str
    tones: dict[Tone, ToneColours]
    chart: MapColours

    def text_pairs(self) -> tuple[tuple[str, str, str], ...]:
        """Every text on every ground it appears on: (what, text colour, ground colour)."""
        grounds = (self.window, self.card, self.field, self.field_readonly, self.alternate)
        pairs = [
            (name, colour, ground)
            for name, colour in (("text", self.text), ("muted", self.text_muted))
            for ground in grounds
        ]
        pairs += [
            (name, colour, ground)
            for name, colour in (("danger", self.danger_text), ("link", self.link))
            for ground in (self.window, self.card, self.field, self.alternate)
        ]
        pairs += [
            ("pressed", self.text, self.line),
            ("pressed danger", self.danger_text, self.line),
            ("on accent", self.accent_text, self.accent),
            ("on accent hover", self.accent_text, self.accent_hover),
            ("rail", self.rail_text, self.rail),
            ("tooltip", self.tooltip_text, self.tooltip),
        ]
        chart = self.chart
        pairs += [
            (f"map {name}", colour, ground)
            for name, colour in (
                ("label", chart.label),
                ("quiet label", chart.label_quiet),
                ("grid", chart.grid),
            )
            for ground in (chart.land, chart.sea, chart.lake)
        ]
        pairs += [("on mark", chart.mark_text, chart.mark)]
        pairs += [(f"tone {tone}", c.text, c.ground) for tone, c in self.tones.items()]
        return tuple(pairs)

    def edge_pairs(self) -> tuple[tuple[str, str, str], ...]:
        """Every edge that must be seen, on its ground: (what, edge colour, ground colour)."""
        grounds = (self.window, self.card, self.field, self.alternate)
        return tuple(
            (name, colour, ground)
            for name, colour in (("field edge", self.field_edge), ("focus", self.focus))
            for ground in grounds
        ) + tuple(
            (f"map {name}", colour, self.chart.land)
            for name, colour in (
                ("border", self.chart.border),
                ("disputed", self.chart.disputed),
                ("mark", self.chart.mark),
                ("coarse square", self.chart.coarse),
                ("focus", self.focus),
            )
        )


LIGHT: Final = Tokens(
    dark=False,
    window="#f3f5f7",
    card="#ffffff",
    field="#ffffff",
    field_readonly="#eef1f4",
    alternate="#f7f9fb",
    text="#17202b",
    text_muted="#51606f",
    text_disabled="#8a96a3",
    line="#d3dae1",
    field_edge="#7b8997",
    accent="#0067a8",
    accent_hover="#00568d",
    accent_text="#ffffff",
    link="#005a94",
    focus="#0067a8",
    danger_text="#b3261e",
    rail="#0c2942",
    rail_text="#e6eef5",
    tooltip="#17202b",
    tooltip_text="#ffffff",
    tones={
        Tone.NEUTRAL: ToneColours("#e6eaee", "#3a4754", "#a9b4bf"),
        Tone.INFO: ToneColours("#dcebfa", "#0b4a7d", "#7fb0dc"),
        Tone.SUCCESS: ToneColours("#daf1dd", "#17592a", "#7dbf8c"),
        Tone.WARNING: ToneColours("#fff0cc", "#6a4a00", "#dcb04a"),
        Tone.DANGER: ToneColours("#fde0dd", "#8c1d18", "#e0938d"),
        Tone.URGENT: ToneColours("#fde0dd", "#8c1d18", "#e0938d"),
    },
    chart=MapColours(
        sea="#d5e4ee",
        land="#f7f5ef",
        coast="#9db4c4",
        border="#6d6a75",
        disputed="#a3453b",
        unit="#c3bcae",
        lake="#cfe1ee",
        river="#a9cbe2",
        label="#22303c",
        label_quiet="#57534a",
        mark="#0067a8",
        mark_text="#ffffff",
        mark_edge="#ffffff",
        coarse="#0067a8",
        grid="#74407f",
    ),
)

DARK: Final = Tokens(
    dark=True,
    window="#12181f",
    card="#1b232c",
    field="#141b22",
    field_readonly="#232c36",
    alternate="#202933",
    text="#e8edf2",
    text_muted="#a9b5c1",
    text_disabled="#6d7986",
    line="#34404c",
    field_edge="#71808f",
    accent="#2472b0",
    accent_hover="#1d639c",
    accent_text="#ffffff",
    link="#7cc0f5",
    focus="#6cb8f2",
    danger_text="#ff9d95",
    rail="#0a1016",
    rail_text="#d7e1ea",
    tooltip="#e8edf2",
    tooltip_text="#12181f",
    tones={
        Tone.NEUTRAL: ToneColours("#2d3843", "#ccd5de", "#54616e"),
        Tone.INFO: ToneColours("#12395c", "#b9dcfa", "#2f6a9c"),
        Tone.SUCCESS: ToneColours("#143d22", "#b3e6c0", "#2f7546"),
        Tone.WARNING: ToneColours("#463500", "#ffdf94", "#86690f"),
        Tone.DANGER: ToneColours("#56211d", "#ffd0cb", "#974640"),
        Tone.URGENT: ToneColours("#56211d", "#ffd0cb", "#974640"),
    },
    chart=MapColours(
        sea="#101a23",
        land="#222a31",
        coast="#4d6170",
        border="#a19ca8",
        disputed="#e58a80",
        unit="#46505a",
        lake="#15242f",
        river="#2f4f66",
        label="#e6ebf0",
        label_quiet="#aab1b8",
        mark="#2a79b9",
        mark_text="#ffffff",
        mark_edge="#e8edf2",
        coarse="#6cb8f2",
        grid="#d3a6e0",
    ),
)


def luminance(colour: str) -> float:
    """Relative luminance of ``#rrggbb``, 0 to 1, by WCAG 2."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two ``#rrggbb`` colours, 1 to 21, by WCAG 2."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def current_tokens() -> Tokens:
    """The tokens of the look that the application has at present."""
    ground = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return DARK if ground.lightness() < 128 else LIGHT


def palette_of(tokens: Tokens) -> QPalette:
    """A palette for the Fusion style, with muted colours for what is disabled."""
    role = QPalette.ColorRole
    palette = QPalette()
    colours = {
        role.Window: tokens.window,
        role.WindowText: tokens.text,
        role.Base: tokens.field,
        role.AlternateBase: tokens.alternate,
        role.Text: tokens.text,
        role.PlaceholderText: tokens.text_muted,
        role.Button: tokens.card,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.danger_text,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.accent_text,
        role.Accent: tokens.accent,
        role.Link: tokens.link,
        role.LinkVisited: tokens.link,
        role.ToolTipBase: tokens.tooltip,
        role.ToolTipText: tokens.tooltip_text,
        role.Light: tokens.card,
        role.Midlight: tokens.alternate,
        role.Mid: tokens.line,
        role.Dark: tokens.field_edge,
        role.Shadow: "#000000",
    }
    for where, colour in colours.items():
        palette.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, QColor(tokens.text_disabled))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(tokens.line))
    return palette
