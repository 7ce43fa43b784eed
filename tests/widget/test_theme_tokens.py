from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from ui import icons
from ui.theme.apply import Scheme, apply_theme
from ui.theme.sheet import MARKS, style_sheet
from ui.theme.tokens import (
    DARK,
    LIGHT,
    MIN_CONTRAST,
    MIN_EDGE_CONTRAST,
    TONE_ICONS,
    Tokens,
    Tone,
    contrast,
    current_tokens,
    palette_of,
)

BOTH = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@BOTH
def test_every_text_can_be_read_on_every_ground(tokens: Tokens) -> None:
    weak = [
        (what, text, ground, round(contrast(text, ground), 2))
        for what, text, ground in tokens.text_pairs()
        if contrast(text, ground) < MIN_CONTRAST
    ]
    assert weak == []


@BOTH
def test_edges_and_focus_ring_can_be_seen(tokens: Tokens) -> None:
    weak = [
        (what, edge, ground, round(contrast(edge, ground), 2))
        for what, edge, ground in tokens.edge_pairs()
        if contrast(edge, ground) < MIN_EDGE_CONTRAST
    ]
    assert weak == []


def test_each_tone_has_a_shape_of_its_own() -> None:
    assert len(set(TONE_ICONS.values())) == len(Tone)
    assert set(TONE_ICONS.values()) <= set(icons.names())


@BOTH
def test_palette_sets_the_roles_that_pages_use(tokens: Tokens) -> None:
    palette = palette_of(tokens)
    role = QPalette.ColorRole
    assert palette.color(role.Window).name() == tokens.window
    assert palette.color(role.Text).name() == tokens.text
    assert palette.color(role.PlaceholderText).name() == tokens.text_muted
    disabled = QPalette.ColorGroup.Disabled
    assert palette.color(disabled, role.Text).name() == tokens.text_disabled


@BOTH
def test_the_sheet_names_only_marks_that_exist(tokens: Tokens) -> None:
    used = style_sheet(tokens).split('url("')[1:]
    assert used
    for rest in used:
        path = rest.partition('"')[0]
        assert (MARKS / path.rpartition("/")[2]).is_file()


def test_scheme_is_put_on_the_application_and_taken_off_again(qapp: QApplication) -> None:
    apply_theme(qapp, Scheme.DARK)
    assert current_tokens() is DARK
    apply_theme(qapp, Scheme.LIGHT)
    assert current_tokens() is LIGHT
    assert qapp.palette().color(QPalette.ColorRole.Base).name() == LIGHT.field


def test_a_platform_that_reports_no_scheme_gets_light(qapp: QApplication) -> None:
    apply_theme(qapp, Scheme.DARK)
    apply_theme(qapp, Scheme.SYSTEM)
    assert current_tokens() is LIGHT


@pytest.mark.parametrize("name", icons.names())
def test_icons_are_drawn_in_the_colour_asked_for(qapp: QApplication, name: str) -> None:
    source = (icons.FOLDER / f"{name}.svg").read_text("utf-8")
    assert "currentColor" in source
    assert ElementTree.fromstring(source).tag.endswith("svg")
    image = icons.pixmap(name, 48, "#cc2200").toImage()
    inked = [
        image.pixelColor(x, y)
        for x in range(48)
        for y in range(48)
        if image.pixelColor(x, y).alpha() == 255
    ]
    assert inked
    # Blending may be off by one in a channel.
    assert all(c.red() in (203, 204) and c.green() in (33, 34) and c.blue() == 0 for c in inked)


def test_arrows_turn_round_on_right_to_left_pages(qapp: QApplication) -> None:
    plain = icons.pixmap("arrow-left", 32, "#000000").toImage()
    turned = icons.pixmap("arrow-left", 32, "#000000", mirrored=True).toImage()
    assert plain != turned
    assert plain.flipped() != turned
    assert icons.pixmap("check", 32, "#000000", mirrored=True).toImage() == (
        icons.pixmap("check", 32, "#000000").toImage()
    )


def test_an_unknown_icon_is_refused(qapp: QApplication) -> None:
    with pytest.raises(KeyError):
        icons.icon("no-such-icon")
    with pytest.raises(KeyError):
        icons.icon("../icons/check")


def test_disabled_icons_are_fainter(qapp: QApplication) -> None:
    apply_theme(qapp, Scheme.LIGHT)
    made = icons.icon("check", QColor("#123456"))
    faint = made.pixmap(24, 24, made.Mode.Disabled).toImage()
    colours = {
        faint.pixelColor(x, y).name()
        for x in range(faint.width())
        for y in range(faint.height())
        if faint.pixelColor(x, y).alpha() == 255
    }
    assert colours == {LIGHT.text_disabled}
