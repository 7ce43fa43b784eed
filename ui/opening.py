"""What happens behind the door, on the person's own lane: keys, store, forms, figures."""

from contextlib import suppress
from dataclasses import dataclass

from fieldapp.errors import FieldError
from fieldapp.forms.catalog import Catalog, open_catalog
from fieldapp.mission.installation import install_mission
from fieldapp.people import Desk, Newcomer, add_person, open_desk
from fieldapp.store import ballast
from fieldapp.store.lane import StoreLane
from fieldapp.vault.slots import Vault
from sync.codes import laptop_of
from sync.field.enrol import ask_to_be_let_in, normal_code
from sync.field.spool import Spool
from ui.door import Entrance, House
from ui.shell.status_words import DeskFacts, read_facts


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
    desk = open_desk(house.home, keys, clock=house.clock, entropy=house.entropy)
    if house.ballast:
        ballast.prepare(house.home)
    return _finished(lane, desk, desk.notice)


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
    if house.ballast:
        ballast.prepare(house.home)
    house.autostart(house.home)
    try:
        ask_to_be_let_in(desk, code, Spool(house.home))
    except FieldError as error:
        return _finished(lane, desk, error)
    return _finished(lane, desk, None)


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
