"""Look of the desktop: sizes, colours, and the small widgets every page shares."""

from ui.theme.apply import Scheme, apply_theme
from ui.theme.badge import Badge, badge_size, paint_badge
from ui.theme.panels import Card, EmptyState, InlineMessage, MessageKind, PageHeader
from ui.theme.tokens import DARK, LIGHT, Tokens, Tone, current_tokens

__all__ = [
    "DARK",
    "LIGHT",
    "Badge",
    "Card",
    "EmptyState",
    "InlineMessage",
    "MessageKind",
    "PageHeader",
    "Scheme",
    "Tokens",
    "Tone",
    "apply_theme",
    "badge_size",
    "current_tokens",
    "paint_badge",
]
