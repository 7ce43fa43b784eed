"""The composition root: builds everything once, and leads from locked to open and back."""

import importlib
import signal
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from fieldapp.clock import SystemClock, system_entropy
from fieldapp.errors import FieldError
from fieldapp.mission.said import FILE_NAME, mission_said
from fieldapp.units import ByteCount
from ui import outside
from ui.door import Door, Entrance, Entry, House
from ui.hook import Hook
from ui.preferences import load_preferences, save_preferences
from ui.shell.clipboard import CopyGuard
from ui.shell.discretion import be_discreet
from ui.shell.idle import IdleWatch
from ui.shell.languages import Languages
from ui.shell.leaving import LeavingWatch
from ui.shell.lock_screen import LockScreen
from ui.shell.main_window import MainWindow
from ui.shell.panic import Panic
from ui.starting import begin_afresh, free_space, vanish
from ui.theme.apply import Scheme, apply_theme, themed_application
from ui.theme.fonts import load_arabic

if TYPE_CHECKING:
    from sync.field.autostart import Autostart
    from sync.field.config import SenderConfig
    from sync.http import HqLink
    from ui.link import LinkWatch, SenderControl
    from ui.opening import Opened
    from ui.shell.setup_panel import SetUp
    from ui.sitting import Sitting

_SPACE_EVERY_MS = 60_000
_WARM_AFTER_MS = 50
"""The lock screen is painted by then; the rest is read from disk while the person types."""


@dataclass(frozen=True)
class Outside:
    """What the desktop needs from outside its own process, or a stand-in for it.

    Args:
        restart: called when the laptop was locked: begins afresh, in a process without keys.
        erased: called when everything was erased: the same, and this process ends at once.
        sender: makes the handle of the process that sends.
        connect: opens a link to HQ.
        free: room on the disk of the installation.
        autostart: makes the handle of what has the sender start with the computer.
        minute_ms: milliseconds of each minute without input before the laptop locks itself.
        second_ms: milliseconds of each second for which the keys that erase are held.
    """

    restart: Callable[[], None]
    erased: Callable[[], None]
    sender: "Callable[[], SenderControl]"
    connect: "Callable[[SenderConfig], HqLink]"
    free: Callable[[], ByteCount]
    autostart: "Callable[[], Autostart]"
    minute_ms: int = 60_000
    second_ms: int = 1000


class Application(QObject):
    """One window over one installation.

    Args:
        qt: Qt's application.
        house: the installation.
        outside: see `Outside`.
    """

    def __init__(self, qt: QApplication, house: House, outside: Outside) -> None:
        super().__init__()
        self._qt = qt
        self._house = house
        self._outside = outside
        self._sitting: Sitting | None = None
        self._careless = False
        self._restarting = False
        self._liked = load_preferences(house.home)
        self._said = mission_said(house.home)
        self._languages = Languages(qt, self._said.languages)
        self._languages.use(self._liked.language)
        apply_theme(qt, self._liked.scheme)
        self.window = MainWindow(self._may_close)
        self._watching: LinkWatch | None = None
        self._panic = Panic(qt, self.window, house.erase, outside.second_ms)
        self._idle = IdleWatch(qt, self._liked.lock_minutes * outside.minute_ms)
        self._leaving = LeavingWatch(self.window, SystemClock())
        self._copies = CopyGuard(qt)
        be_discreet(qt)
        self._space = QTimer(self, interval=_SPACE_EVERY_MS)
        self._waking = QTimer(self, interval=_WARM_AFTER_MS, singleShot=True)
        self._door = Door(house)
        self._door.opened.connect(self._let_in)
        self._door.refused.connect(self._refused)
        self._door.broken.connect(self._broken)
        self._panic.erased.connect(self._copies.clear)
        self._panic.erased.connect(outside.erased)
        self._idle.idle.connect(self.lock)
        self._leaving.leaving.connect(self.lock)
        self._space.timeout.connect(self._look_at_disk)
        self._waking.timeout.connect(self._wake)
        self.window.lock_wanted.connect(self.lock)
        self.window.menu_wanted.connect(self._show_menu)
        if self._liked.geometry:
            self.window.restoreGeometry(self._liked.geometry)

    @property
    def sitting(self) -> "Sitting | None":
        """Who is in; None while the laptop is locked."""
        return self._sitting

    def begin(self) -> None:
        """Shows the lock screen, or the set-up of a laptop on which nobody works yet."""
        self._restarting = False
        self._house.finish_erasing()
        self.window.show_content(self._entrance(), locked=True)
        self.window.show()
        self._waking.start()

    def lock(self) -> None:
        """Keeps what was typed, closes the store and begins afresh without keys."""
        sitting = self._sitting
        if sitting is None:
            return
        if not sitting.keep() and not self._careless:
            sitting.workplace.not_kept()
            return
        self._leave(sitting)
        self._watch.pause()
        self._restarting = True
        self._outside.restart()

    def tell(self, error: BaseException) -> None:
        """Shows an error that reached the hook; a fault of the program is named nothing else."""
        if self._sitting is None:
            if isinstance(error, FieldError):
                self._refused(error)
            else:
                self._broken()
        elif isinstance(error, FieldError):
            self._sitting.workplace.trouble(error)
        else:
            self._sitting.workplace.fault()

    # -- the door

    def _entrance(self) -> QWidget:
        try:
            people = self._house.people() if self._house.set_up() else None
        except FieldError as error:
            screen = self._lock_screen()
            screen.failed(error)
            return screen
        if people is None:
            from ui.shell.setup_panel import SetUpPanel

            panel = SetUpPanel(self._house.entropy, self._mission_file())
            panel.wanted.connect(self._set_up)
            return panel
        screen = self._lock_screen()
        screen.show_people(people)
        return screen

    def _lock_screen(self) -> LockScreen:
        screen = LockScreen(self._said.name)
        screen.unlock_wanted.connect(self._door.unlock)
        screen.go_back_wanted.connect(self._door.go_back)
        screen.forgotten.connect(self._recover)
        return screen

    def _recover(self, slot: str) -> None:
        from ui.recovering import recovery_panel

        panel = recovery_panel(self._house, self._door, slot)
        panel.back.connect(self.begin)
        self.window.show_content(panel, locked=True)

    def _set_up(self, wanted: "SetUp") -> None:
        self._door.set_up(
            Entrance(wanted.mission, wanted.code, wanted.person, wanted.unit), wanted.passphrase
        )

    def _refused(self, error: FieldError) -> None:
        entrance = self._shown_entrance()
        if entrance is not None:
            entrance.failed(error)

    def _broken(self) -> None:
        entrance = self._shown_entrance()
        if entrance is not None:
            entrance.broken()

    def _let_in(self, opened: "Opened") -> None:
        from ui.settings.hooks import LockTime, Looks
        from ui.sitting import Sitting, Surroundings

        self._careless = False
        most = opened.desk.profile.lock_minutes
        lock_time = LockTime(lambda: min(self._liked.lock_minutes, most), most, self.lock_after)
        self._languages.offer(opened.desk.profile.languages)
        self._languages.use(self._liked.language)
        self.window.translated()
        around = Surroundings(
            clock=self._house.clock,
            watch=self._watch,
            connect=self._outside.connect,
            free=self._outside.free,
            looks=Looks(
                languages=lambda: self._languages.offered,
                language=lambda: self._languages.code,
                scheme=lambda: self._liked.scheme,
                use_language=self.use_language,
                use_scheme=self.use_scheme,
            ),
            cost=self._house.cost,
            lock_time=lock_time,
            autostart=self._outside.autostart(),
        )
        self._idle.wait(lock_time.minutes() * self._outside.minute_ms)
        sitting = self._sitting = Sitting(opened, around)
        sitting.workplace.lock_wanted.connect(self.lock)
        sitting.workplace.anyway.connect(self._go_anyway)
        self.window.show_content(sitting.workplace, locked=False)
        self._idle.start()
        self._leaving.start()
        self._space.start()
        # A laptop that was just set up has a sender to start only now.
        self._watch.start()

    def _shown_entrance(self) -> Entry | None:
        content = self.window.content
        return content if self._sitting is None and isinstance(content, Entry) else None

    # -- leaving

    def _may_close(self) -> bool:
        sitting = self._sitting
        if sitting is not None:
            if not sitting.keep() and not self._careless:
                sitting.workplace.not_kept()
                return False
            self._leave(sitting)
        self._door.close()
        if not self._restarting:
            self._stop_watching()
        self._remember()
        return True

    def _leave(self, sitting: "Sitting") -> None:
        self._sitting = None
        self._idle.stop()
        self._leaving.stop()
        self._copies.clear()
        self._space.stop()
        self._remember()
        self.window.clear()
        self.window.repaint()
        sitting.end()

    def _go_anyway(self) -> None:
        self._careless = True
        self.lock()

    # -- how the window looks

    def _show_menu(self, button: QWidget) -> None:
        from ui.shell.settings_menu import settings_menu

        menu = settings_menu(
            button,
            (self._languages.offered, self._languages.code),
            self._liked.scheme,
            self.use_language,
            self.use_scheme,
        )
        menu.popup(button.mapToGlobal(button.rect().topRight()))

    def use_language(self, code: str) -> None:
        """Switches the window to another language; what was typed stays."""
        self._liked = replace(self._liked, language=self._languages.use(code))
        self.window.translated()
        entrance = self._shown_entrance()
        if self._sitting is not None:
            self._sitting.translated()
        elif entrance is not None:
            entrance.translated()
        self._remember()

    def use_scheme(self, scheme: Scheme) -> None:
        """Switches between light, dark and the system's own look."""
        self._liked = replace(self._liked, scheme=scheme)
        apply_theme(self._qt, scheme)
        self._remember()

    def lock_after(self, minutes: int) -> None:
        """The laptop locks itself after so many minutes without a touch."""
        self._liked = replace(self._liked, lock_minutes=minutes)
        self._idle.wait(minutes * self._outside.minute_ms)
        self._remember()

    def _remember(self) -> None:
        self._liked = replace(self._liked, geometry=bytes(self.window.saveGeometry().data()))
        save_preferences(self._house.home, self._liked)

    def _look_at_disk(self) -> None:
        if self._sitting is not None:
            self._sitting.look_around()

    # -- beside the window

    def _wake(self) -> None:
        """What the first sight of the lock screen need not wait for."""
        self._watch.start()
        # Reports come in every language, whatever that of the window.
        load_arabic()
        threading.Thread(
            target=importlib.import_module, args=("ui.sitting",), name="warm-up", daemon=True
        ).start()

    @property
    def _watch(self) -> "LinkWatch":
        if self._watching is None:
            from ui.link import LinkWatch

            self._watching = LinkWatch(self._house.home, self._outside.sender())
        return self._watching

    def _stop_watching(self) -> None:
        self._waking.stop()
        if self._watching is not None:
            self._watching.stop()

    # -- the mission

    def _mission_file(self) -> bytes | None:
        try:
            return (self._house.home / FILE_NAME).read_bytes()
        except OSError:
            return None


def open_desktop(home: Path) -> NoReturn:
    """Opens the window over an installation folder; the process ends when it closes."""
    qt = themed_application(sys.argv[0])
    qt.setApplicationName("fieldapp")
    house = House(
        home,
        SystemClock(),
        system_entropy,
        outside.choose_cost,
        ballast=True,
        autostart=outside.turn_on_autostart,
    )

    def restart() -> None:
        begin_afresh(home)
        qt.quit()

    def erased() -> None:
        begin_afresh(home)
        vanish(0)

    application = Application(
        qt,
        house,
        Outside(
            restart=restart,
            erased=erased,
            sender=lambda: outside.sender(home),
            connect=outside.connect,
            free=lambda: free_space(home),
            autostart=lambda: outside.autostart(home),
        ),
    )
    hook = Hook(application.tell, home)
    sys.excepthook = hook
    threading.excepthook = hook.in_thread
    for number in (signal.SIGTERM, signal.SIGINT):
        # Ending the session must keep what is typed, as closing the window does.
        signal.signal(number, lambda _number, _frame: qt.quit())
    application.begin()
    vanish(qt.exec())
