"""The style sheet: what the palette alone cannot say."""

from pathlib import Path
from typing import Final

from ui.theme.tokens import (
    BODY_PT,
    CONTROL_HEIGHT,
    COUNT_PT,
    HEADING_PT,
    RADIUS,
    SMALL_PT,
    TITLE_PT,
    Tokens,
    Tone,
)

MARKS: Final = Path(__file__).parent / "marks"

_FIELDS = "QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox"


def style_sheet(tokens: Tokens) -> str:
    """The application's style sheet for one scheme.

    Widgets choose among looks by dynamic properties: ``role`` on labels (title, heading, small,
    muted, problem), ``look`` on buttons (primary, quiet, danger) and ``wrong`` on fields.
    """
    return "\n".join(part(tokens) for part in (_labels, _fields, _arrows, _buttons, _ticks, _rest))


def _mark(name: str) -> str:
    return f'url("{(MARKS / name).as_posix()}")'


def _labels(t: Tokens) -> str:
    return f"""
QLabel[role="title"] {{ font-size: {TITLE_PT}pt; font-weight: 600; }}
QLabel[role="count"] {{ font-size: {COUNT_PT}pt; font-weight: 600; }}
QLabel[role="heading"] {{ font-size: {HEADING_PT}pt; font-weight: 600; }}
QLabel[role="strong"] {{ font-weight: 600; }}
QLabel[role="small"] {{ font-size: {SMALL_PT}pt; color: {t.text_muted}; }}
QLabel[role="carried"] {{ font-size: {SMALL_PT}pt; color: {t.tones[Tone.INFO].text}; }}
QLabel[role="muted"] {{ color: {t.text_muted}; }}
QLabel[role="problem"] {{ color: {t.danger_text}; font-size: {BODY_PT}pt; }}
QToolTip {{ color: {t.tooltip_text}; background: {t.tooltip}; border: none; padding: 4px; }}
"""


def _fields(t: Tokens) -> str:
    least = CONTROL_HEIGHT - 12
    return f"""
{_FIELDS} {{
    background: {t.field}; color: {t.text}; border: 1px solid {t.field_edge};
    border-radius: {RADIUS}px; padding: 5px 9px; min-height: {least}px;
    selection-background-color: {t.accent}; selection-color: {t.accent_text};
    placeholder-text-color: {t.text_muted};
}}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {{
    border: 2px solid {t.focus}; padding: 4px 8px;
}}
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] {{
    border: 2px solid {t.danger_text}; padding: 4px 8px;
}}
QLineEdit[wrong="true"]:focus, QPlainTextEdit[wrong="true"]:focus, QComboBox[wrong="true"]:focus {{
    border-color: {t.focus};
}}
QLineEdit:read-only, QPlainTextEdit:read-only {{
    background: {t.field_readonly}; border-color: {t.line};
}}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {{
    background: {t.field_readonly}; color: {t.text_disabled}; border-color: {t.line};
}}
QComboBox QLineEdit, QComboBox QLineEdit:focus {{
    border: none; background: transparent; padding: 0; min-height: 0;
}}
QComboBox QAbstractItemView, QListView[popup="true"] {{
    background: {t.card}; color: {t.text}; border: 1px solid {t.field_edge}; outline: none;
    selection-background-color: {t.accent}; selection-color: {t.accent_text};
}}
QComboBox QAbstractItemView::item, QListView[popup="true"]::item {{
    min-height: 28px; padding: 0 8px;
}}
"""


def _arrows(t: Tokens) -> str:
    arrow = _mark("arrow-dark.svg" if t.dark else "arrow-light.svg")
    rising = _mark("arrow-up-dark.svg" if t.dark else "arrow-up-light.svg")
    return f"""
QComboBox {{ combobox-popup: 0; }}
QComboBox::drop-down {{
    subcontrol-origin: border; subcontrol-position: center right; width: 30px;
    border: none; background: transparent;
}}
QComboBox::down-arrow {{ image: {arrow}; width: 16px; height: 16px; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{
    subcontrol-origin: border; width: 26px; border: none; background: transparent;
}}
QAbstractSpinBox::up-button {{ subcontrol-position: top right; }}
QAbstractSpinBox::down-button {{ subcontrol-position: bottom right; }}
QAbstractSpinBox::up-arrow {{ image: {rising}; width: 12px; height: 12px; }}
QAbstractSpinBox::down-arrow {{ image: {arrow}; width: 12px; height: 12px; }}
QHeaderView::up-arrow {{ image: {rising}; width: 14px; height: 14px; }}
QHeaderView::down-arrow {{ image: {arrow}; width: 14px; height: 14px; }}
"""


def _buttons(t: Tokens) -> str:
    return f"""
QPushButton {{
    background: {t.card}; color: {t.text}; border: 1px solid {t.field_edge};
    border-radius: {RADIUS}px; padding: 5px 14px; min-height: {CONTROL_HEIGHT - 12}px;
}}
QPushButton:hover {{ background: {t.alternate}; }}
QPushButton:pressed {{ background: {t.line}; }}
QPushButton:focus {{ border: 2px solid {t.focus}; padding: 4px 13px; }}
QPushButton:disabled {{ color: {t.text_disabled}; border-color: {t.line}; }}
QPushButton[look="primary"] {{
    background: {t.accent}; color: {t.accent_text}; border-color: {t.accent}; font-weight: 600;
}}
QPushButton[look="primary"]:hover, QPushButton[look="primary"]:pressed {{
    background: {t.accent_hover};
}}
QPushButton[look="primary"]:focus {{ border: 2px solid {t.text}; }}
QPushButton[look="primary"]:disabled {{
    background: {t.line}; color: {t.text_muted}; border-color: {t.line};
}}
QPushButton[look="danger"] {{ color: {t.danger_text}; border-color: {t.danger_text}; }}
QPushButton[look="danger"]:focus {{ border-color: {t.focus}; }}
QPushButton[look="danger"]:disabled {{ color: {t.text_disabled}; border-color: {t.line}; }}
QPushButton[look="quiet"], QToolButton {{
    background: transparent; border: 2px solid transparent; padding: 4px 8px;
    border-radius: {RADIUS}px; color: {t.text};
}}
QPushButton[look="quiet"]:hover, QToolButton:hover {{ background: {t.alternate}; }}
QPushButton[look="quiet"]:focus, QToolButton:focus {{ border: 2px solid {t.focus}; }}
QPushButton[look="chip"] {{
    border-radius: {CONTROL_HEIGHT // 2}px; padding: 5px 14px; background: {t.card};
}}
QPushButton[look="chip"][active="true"] {{
    background: {t.tones[Tone.INFO].ground}; color: {t.tones[Tone.INFO].text};
    border-color: {t.tones[Tone.INFO].edge};
}}
QPushButton[look="chip"]:focus {{ border: 2px solid {t.focus}; padding: 4px 13px; }}
QPushButton[look="chip"]::menu-indicator {{ image: none; width: 0; }}
QPushButton[look="link"] {{
    background: transparent; border: 2px solid transparent; padding: 2px 4px; min-height: 16px;
    color: {t.link}; text-decoration: underline;
}}
QPushButton[look="link"]:focus {{ border: 2px solid {t.focus}; }}
QPushButton[look="quiet"]:disabled, QPushButton[look="link"]:disabled {{
    color: {t.text_disabled}; border-color: transparent;
}}
"""


def _ticks(t: Tokens) -> str:
    return f"""
QCheckBox, QRadioButton {{
    spacing: 8px; padding: 3px 6px; border: 2px solid transparent; border-radius: {RADIUS}px;
    min-height: 20px;
}}
QCheckBox:focus, QRadioButton:focus {{ border: 2px solid {t.focus}; }}
QCheckBox::indicator, QRadioButton::indicator {{
    width: 16px; height: 16px; border: 1px solid {t.field_edge}; background: {t.field};
}}
QCheckBox::indicator {{ border-radius: 4px; }}
QRadioButton::indicator {{ border-radius: 9px; }}
QCheckBox::indicator:checked {{
    background: {t.accent}; border-color: {t.accent}; image: {_mark("tick.svg")};
}}
QRadioButton::indicator:checked {{
    width: 8px; height: 8px; border: 5px solid {t.accent}; background: {t.accent_text};
}}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ border-color: {t.line}; }}
"""


def _rest(t: Tokens) -> str:
    return f"""
QScrollArea {{
    border: 2px solid transparent; border-radius: {RADIUS}px; background: transparent;
}}
QScrollArea[part="rail"] {{ border: none; border-radius: 0; }}
QScrollArea:focus {{ border-color: {t.focus}; }}
QScrollArea > QWidget#qt_scrollarea_viewport {{ background: transparent; }}
QWidget[part="ground"] {{ background: transparent; }}
QFrame[part="row"] {{
    background: {t.alternate}; border: 1px solid {t.line}; border-radius: {RADIUS}px;
}}
QTableView, QTreeView, QListView {{
    border: 2px solid transparent; border-radius: {RADIUS}px; outline: none;
}}
QTableView:focus, QTreeView:focus, QListView:focus {{ border-color: {t.focus}; }}
QListWidget[part="order"] {{
    background: {t.field}; color: {t.text}; border: 1px solid {t.field_edge};
    border-radius: {RADIUS}px;
}}
QListWidget[part="order"]:focus {{ border-color: {t.focus}; }}
QListWidget[part="order"]::item {{ padding: 0 9px; }}
QListWidget[part="order"]::item:selected {{ background: {t.accent}; color: {t.accent_text}; }}
QListWidget[part="sections"] {{ background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {t.field_edge}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:hover {{ background: {t.text_muted}; }}
QScrollBar::handle:vertical {{ min-height: 36px; }}
QScrollBar::handle:horizontal {{ min-width: 36px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
