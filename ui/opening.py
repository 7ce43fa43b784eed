"""What happens behind the door, on the person's own lane: keys, store, forms, figures."""

from contextlib import suppress
from dataclasses import dataclass

from fieldapp import recovery
from fieldapp.errors import FieldError
from fieldapp.forms.catalog import Catalog, open_catalog
from fieldapp.mission.installation import install_mission, mission_of
from fieldapp.people import Desk, Newcomer, add_person, open_desk
from fieldapp.store import ballast, snapshots
from fieldapp.store.errors import StoreDamaged, StoreLocked, StoreMissing
from fieldapp.store.lane import StoreLane
from fieldapp.store.snapshots import SnapshotUnusable
from fieldapp.vault.slots import PersonKeys, Vault
from sync.codes import laptop_of
from sync.field import going_back
from sync.field.enrol import ask_to_be_let_in, normal_code
from sync.field.spool import Spool
from ui.door import Entrance, House
from ui.shell.recovery_panel import Recovery
from ui.shell.status_words import DeskFacts, read_facts
from ui.shell.way_back import Copy, CopyAtHand


@dataclass(frozen=True)
class Opened:
    """A person who is in.

    Args:
        lane: the thread that owns their store; whoever gets this closes it.
        desk: the unlocked person.
        catalog: forms and code lists, the forms compiled already.
        facts: figures and rights as they were at the door.
        trouble: why reports cannot be sent yet although the person is in, or what is missing; or
            None.
    """

    lane: StoreLane
    desk: Desk
    catalog: Catalog
    facts: DeskFacts
    trouble: FieldError | None = None


def unlocked(house: House, lane: StoreLane, slot: str, passphrase: str) -> Opened:
    """The person of a slot; raises `WrongPassphrase` and whatever opening the store raises."""
    keys = Vault(house.home, house.entropy).unlock(slot, passphrase)
    try:
        desk = open_desk(house.home, keys, clock=house.clock, entropy=house.entropy)
    except (StoreDamaged, StoreLocked, StoreMissing) as error:
        copy = _copy_at_hand(house, keys)
        if copy is None:
            raise
        raise CopyAtHand(error, copy) from error
    if house.ballast:
        ballast.prepare(house.home)
    return _finished(lane, desk, desk.notice)


def went_back(house: House, lane: StoreLane, slot: str, passphrase: str) -> Opened:
    """As `unlocked`, after the newest copy was put in the place of a store that does not open.

    Raises:
        SnapshotUnusable, StoreBusy, DiskFull, NotAllowed, FileTrouble: nothing was changed.
    """
    keys = Vault(house.home, house.entropy).unlock(slot, passphrase)
    copy = going_back.newest(house.home, keys.database)
    if copy is None:
        raise SnapshotUnusable(detail="none")
    snapshots.restore(house.home, keys.database, copy)
    return unlocked(house, lane, slot, passphrase)


def _copy_at_hand(house: House, keys: PersonKeys) -> Copy | None:
    found = going_back.newest(house.home, keys.database)
    if found is None:
        return None
    profile = mission_of(house.home)
    lacks = going_back.behind(house.home, keys.database, profile, found)
    return Copy(found.held.events, found.at, lacks.hq)


def set_up(house: House, lane: StoreLane, entrance: Entrance, passphrase: str) -> Opened:
    """The first person of a laptop, which belongs to a mission from now on."""
    code = normal_code(entrance.code)
    laptop = laptop_of(code)
    device = f"{entrance.unit} laptop {laptop}"
    newcomer = Newcomer(entrance.person, entrance.unit, device, laptop)
    install_mission(house.home, entrance.mission)
    desk = add_person(
        house.home,
        newcomer,
        passphrase,
        house.cost(),
        clock=house.clock,
        entropy=house.entropy,
    )
    return _asking(house, lane, desk, code)


def recovered(house: House, lane: StoreLane, wanted: Recovery) -> Opened:
    """A person who forgot their passphrase, by HQ's answer; raises as `recovery.finish`."""
    code = normal_code(wanted.code)
    slot = next(each for each in house.people() if each.id == wanted.slot)
    desk = recovery.finish(
        house.home,
        slot,
        wanted.answer,
        wanted.passphrase,
        house.cost(),
        clock=house.clock,
        entropy=house.entropy,
    )
    return _asking(house, lane, desk, code)


def _asking(house: House, lane: StoreLane, desk: Desk, code: str) -> Opened:
    if house.ballast:
        ballast.prepare(house.home)
    house.autostart(house.home)
    try:
        ask_to_be_let_in(desk, code, Spool(house.home))
    except FieldError as error:
        return _finished(lane, desk, error)
    return _finished(lane, desk, desk.notice)


def _finished(lane: StoreLane, desk: Desk, trouble: FieldError | None) -> Opened:
    try:
        catalog = open_catalog(desk.home, desk.profile.admin)
        _compile(catalog)
        return Opened(lane, desk, catalog, read_facts(desk), trouble)
    except BaseException:
        desk.store.close()
        raise


def _compile(catalog: Catalog) -> None:
    """Compiles every form here, so that no window waits for one later."""
    for form in catalog.ids():
        # A form that this version cannot read is told about when somebody asks for it.
        with suppress(FieldError):
            catalog.form(form)
