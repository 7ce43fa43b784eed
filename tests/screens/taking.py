"""Takes the pictures of one scale, with what the checks find beside each."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, product
from pathlib import Path

from tests.screens.checks import findings
from tests.screens.scenes import SCENES, Scene
from tests.screens.window import Hands, opened
from tests.screens.world import build
from ui.theme.apply import Scheme, themed_application
from ui.theme.fonts import load_arabic

LANGUAGES = ("en", "fr", "es", "ar")
THEMES = (Scheme.LIGHT, Scheme.DARK)


@dataclass(frozen=True)
class Size:
    """A screen: its pixels, and by how many per cent everything is larger."""

    width: int
    height: int
    percent: int = 100

    @property
    def name(self) -> str:
        """As in the names of the pictures."""
        scale = "" if self.percent == 100 else f"-{self.percent}"
        return f"{self.width}x{self.height}{scale}"

    @property
    def room(self) -> tuple[int, int]:
        """The same in device-independent pixels."""
        return self.width * 100 // self.percent, self.height * 100 // self.percent


SIZES = (Size(1366, 768), Size(1920, 1080), Size(1366, 768, 150))


@dataclass(frozen=True)
class Shot:
    """One picture and what was found on it."""

    scene: str
    language: str
    theme: str
    size: str
    file: str
    findings: tuple[str, ...]


@dataclass(frozen=True)
class Wanted:
    """Which pictures to take, all of one scale."""

    scenes: tuple[str, ...]
    languages: tuple[str, ...]
    themes: tuple[str, ...]
    sizes: tuple[Size, ...]


def take(folder: Path, wanted: Wanted, home: Path, tell: Callable[[Shot], None]) -> None:
    """Takes the wanted pictures.

    Args:
        folder: where the pictures go.
        wanted: which ones.
        home: an empty folder for the installations.
        tell: called with each picture.
    """
    qt = themed_application("screens")
    qt.setApplicationName("fieldapp")
    qt.setCursorFlashTime(0)
    load_arabic()
    world = build(home)
    scenes = [scene for scene in SCENES if scene.name in wanted.scenes]
    for language, theme in product(wanted.languages, wanted.themes):
        for (laptop, locked), same in groupby(scenes, lambda scene: (scene.laptop, scene.locked)):
            with opened(world.home(laptop), language, Scheme(theme)) as hands:
                if not locked:
                    hands.unlock()
                for scene in same:
                    hands.window.resize(*wanted.sizes[0].room)
                    scene.lead(hands, world)
                    for shot in _sizes(hands, scene, wanted, folder, (language, theme)):
                        tell(shot)


def _sizes(
    hands: Hands, scene: Scene, wanted: Wanted, folder: Path, look: tuple[str, str]
) -> Iterator[Shot]:
    language, theme = look
    for size in wanted.sizes:
        hands.window.resize(*size.room)
        hands.settle()
        # Colours change no size, so that one look at each arrangement is enough.
        found = findings(hands.window, size.room) if theme == wanted.themes[0] else []
        name = f"{scene.name.replace(' ', '-')}.{language}.{theme}.{size.name}.png"
        hands.window.grab().save(str(folder / name), "PNG")
        yield Shot(scene.name, language, theme, size.name, name, tuple(found))


def names(scenes: Iterable[Scene] = SCENES) -> tuple[str, ...]:
    """The names of scenes."""
    return tuple(scene.name for scene in scenes)
