"""``make golden``: draws the theme's building blocks anew; look at them before keeping them."""

import os
from itertools import product

from tests.golden.theme.blocks import BLOCKS, DIRECTIONS, THEMES, draw, fixed_font, picture
from ui.theme.apply import apply_theme, themed_application


def main() -> None:
    """Writes every picture."""
    app = themed_application("golden")
    app.setCursorFlashTime(0)
    apply_theme(app)
    with fixed_font(app):
        for block, theme, direction in product(BLOCKS, THEMES, DIRECTIONS):
            draw(app, block, theme, direction).save(str(picture(block, theme, direction)))


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main()
