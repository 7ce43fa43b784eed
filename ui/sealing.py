"""After each commit: what was signed is sealed for HQ and laid where the sender finds it."""

from collections.abc import Callable
from dataclasses import dataclass

from fieldapp.changes import NOTHING, Changes
from fieldapp.cli_support import note
from fieldapp.clock import Clock, SystemClock
from fieldapp.errors import FieldError
from fieldapp.people import Desk
from fieldapp.store import ballast
from fieldapp.store.ballast import BallastUsed
from sync.field.clock_telling import tell_clock
from sync.field.planner import Planner
from sync.field.spool import Spool
from sync.field.status import link_rate


def _untold(_error: FieldError) -> None:
    """The next run tells, and says it again if it lasts."""


@dataclass(frozen=True)
class Sealing:
    """Seals what waits; a failure never undoes the commit before it.

    Args:
        clock: this laptop's clock.
        trouble: told, on the lane, why something could not be made ready for sending.
    """

    clock: Clock
    trouble: Callable[[FieldError], None] = _untold

    def after(self, desk: Desk, changes: Changes) -> None:
        """Runs on the lane after a command's commit."""
        if changes.journal or changes.photos:
            self.run(desk)

    def run(self, desk: Desk, *, merge: bool = False) -> Changes:
        """Takes in receipts, notes what was measured of the clock, and seals what waits.

        Runs on the lane.

        Args:
            desk: the unlocked person.
            merge: also packs waiting text anew, where that makes it smaller.
        """
        if ballast.was_used(desk.home):
            self.trouble(BallastUsed())
        planner = Planner(Spool(desk.home), desk.profile, self.clock, desk.entropy)
        rate = link_rate(desk.home)
        try:
            changes = planner.plan(desk.store, rate=rate, merge=merge)
            told = tell_clock(desk)
            if told:
                changes |= told | planner.plan(desk.store, rate=rate)
            return changes
        except FieldError as error:
            self.trouble(error)
            return NOTHING


def seal_after(desk: Desk, changes: Changes) -> None:
    """The same for a verb on the command line; a failure is told on standard error."""
    Sealing(SystemClock(), note).after(desk, changes)
