"""The menu behind the settings button: language and look."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from fieldapp import APP_VERSION
from ui.i18n import tr
from ui.shell.languages import NAMES
from ui.theme.apply import Scheme


def settings_menu(
    parent: QWidget,
    languages: tuple[Sequence[str], str],
    scheme: Scheme,
    use_language: Callable[[str], None],
    use_scheme: Callable[[Scheme], None],
) -> QMenu:
    """A menu, ready to be shown; it deletes itself when it closes.

    Args:
        parent: whose menu it is.
        languages: codes to choose from, and the one in use.
        scheme: the look in use.
        use_language: called with a code.
        use_scheme: called with a look.
    """
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    offered, current = languages
    group = QActionGroup(menu)
    menu.addSection(tr("Shell", "Language"))
    for code in offered:
        action = menu.addAction(NAMES[code])
        action.setCheckable(True)
        action.setChecked(code == current)
        action.triggered.connect(lambda _on=False, chosen=code: use_language(chosen))
        group.addAction(action)
    looks = {
        Scheme.SYSTEM: tr("Shell", "As this computer"),
        Scheme.LIGHT: tr("Shell", "Light"),
        Scheme.DARK: tr("Shell", "Dark"),
    }
    group = QActionGroup(menu)
    menu.addSection(tr("Shell", "Appearance"))
    for look, words in looks.items():
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(look is scheme)
        action.triggered.connect(lambda _on=False, chosen=look: use_scheme(chosen))
        group.addAction(action)
    menu.addSection(tr("Shell", "Version {version}", version=APP_VERSION))
    return menu
