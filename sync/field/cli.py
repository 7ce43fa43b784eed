"""Verbs about the road to HQ: enrol, sync, bundle, doctor."""

import socket
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import click

from fieldapp import people
from fieldapp.changes import Changes
from fieldapp.cli_support import (
    Options,
    Shell,
    generate_option,
    new_passphrase,
    person_options,
    say,
    unlocked,
)
from fieldapp.errors import FieldError, Remedy
from fieldapp.files import read_at_most
from fieldapp.mission import installation
from fieldapp.mission.profile import MAX_BYTES
from fieldapp.people import Desk, Newcomer
from fieldapp.store import ballast
from fieldapp.store.database import Store
from fieldapp.vault.kdf import choose_cost
from fieldapp.vault.slots import PersonKeys, Vault
from sync import codes
from sync.bundle import bundle_name
from sync.errors import TurnedAway
from sync.field import courier, enrol, intake, packs
from sync.field.autostart_cli import ON, autostart_verb
from sync.field.clock_telling import tell_clock
from sync.field.config import read_config
from sync.field.doctor import doctor
from sync.field.erasing_cli import wipe_verb
from sync.field.errors import NothingToCarry
from sync.field.intake import Person
from sync.field.lock import SenderRunning, only_one
from sync.field.planner import Planner
from sync.field.sender import real_world, serve
from sync.field.sending import Sender
from sync.field.spool import Shelf, Spool
from sync.field.standing import ACTIVE, Admission, Standing, read_standing, told
from sync.field.status import link_rate, read_status, wake_sender
from sync.http import HqLink

T = TypeVar("T")

_PATIENCE_SECONDS = 30.0
_POLL_SECONDS = 0.2


class UnreadableProfile(FieldError):
    """The mission file cannot be read from disk."""

    code = "enrol.profile"
    remedy = Remedy.CHOOSE_OTHER_FILE
    text = "The mission file cannot be read. Check its name and that the medium is still there."


class WhoLetsIn(FieldError):
    """Several people are in already, or nobody of the name given."""

    code = "enrol.by"
    remedy = Remedy.CHECK_INPUT
    text = "Somebody who is in must let the new person in. Say with --by NAME who of them does."


@click.command("enrol")
@click.option("--profile", type=click.Path(path_type=Path, dir_okay=False), required=True)
@click.option("--code", required=True, help="One-time code from HQ.")
@click.option("--name", "newcomer", help="Name on the lock screen; --person does the same.")
@click.option("--unit", required=True, help="Unit code, such as TS7.")
@click.option("--device", default=socket.gethostname, help="Label of this laptop.")
@click.option("--laptop", type=click.IntRange(0, 9), help="Number in its unit; the code has one.")
@click.option("--by", help="Who is in already and lets the new person in.")
@click.option(
    "--by-passphrase-file",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="File whose first line is their passphrase.",
)
@generate_option
@person_options
@click.pass_obj
def enrol_verb(
    shell: Shell,
    /,
    profile: Path,
    code: str,
    newcomer: str | None,
    unit: str,
    device: str,
    laptop: int | None,
    by: str | None,
    by_passphrase_file: Path | None,
    generate: bool,
    **rest: Any,
) -> None:
    """Set this laptop up for a person; HQ's approval may come later.

    For somebody who is in already it asks HQ again, with another code. From the second person on
    somebody who is in lets the newcomer in: --by says who.
    """
    options = Options(**rest)
    name = newcomer or options.person or click.prompt("Name", err=True)
    good = enrol.normal_code(code)
    number = codes.laptop_of(good) if laptop is None else laptop
    try:
        raw = read_at_most(profile, MAX_BYTES)
    except OSError as error:
        raise UnreadableProfile() from error
    mission = installation.install_mission(options.home, raw)
    vault = Vault(options.home, shell.entropy)
    newly = not vault.exists
    if vault.exists and any(slot.label.casefold() == name.casefold() for slot in vault.slots()):
        desk = unlocked(shell, replace(options, person=name))
        _may_ask(desk)
    else:
        sponsor = Options(options.home, options.as_json, by, by_passphrase_file)
        fresh = Newcomer(name, unit, device, number)
        desk = _let_in(shell, options, fresh, sponsor, generate=generate)
    starts = newly and shell.autostart(options.home)
    if shell.ballast:
        ballast.prepare(desk.home)
    with desk.store:
        shell.after(desk, enrol.ask_to_be_let_in(desk, code, Spool(desk.home)))
        say(
            options,
            f"{name} can write reports now. HQ's fingerprint must read: {mission.fingerprint}"
            + (f"\n{ON} To change that: fieldapp autostart --off" if starts else ""),
            person=name,
            mission=mission.mission,
            fingerprint=mission.fingerprint,
        )


def _may_ask(desk: Desk) -> None:
    """Raises `StreamClosed` or `AccessWithdrawn` where no code helps under this name."""
    standing = read_standing(desk)
    if standing.trouble is not None and standing.admission is not Admission.CODE_NEEDED:
        desk.store.close()
        raise standing.trouble()


def _let_in(
    shell: Shell, /, options: Options, newcomer: Newcomer, sponsor: Options, *, generate: bool
) -> Desk:
    by = None
    vault = Vault(options.home, shell.entropy)
    if vault.exists:
        by = _sponsor_keys(shell, vault, sponsor)
        click.echo(f"Now the passphrase of {newcomer.person}.", err=True)
    secret = new_passphrase(shell, options, generate=generate)
    return people.add_person(
        options.home,
        newcomer,
        secret,
        choose_cost(),
        clock=shell.clock,
        entropy=shell.entropy,
        by=by,
    )


def _sponsor_keys(shell: Shell, vault: Vault, sponsor: Options) -> PersonKeys:
    """Keys of the person who lets a newcomer in; raises `WhoLetsIn`, `WrongPassphrase`."""
    labels = [slot.label for slot in vault.slots()]
    name = labels[0] if sponsor.person is None and len(labels) == 1 else sponsor.person
    known = [label for label in labels if name and label.casefold() == name.casefold()]
    if not known:
        raise WhoLetsIn()
    click.echo(f"{known[0]} lets the new person in; first their passphrase.", err=True)
    inside = unlocked(shell, replace(sponsor, person=known[0]))
    inside.store.close()
    return inside.keys


@click.command("sync")
@click.option("--once", is_flag=True, help="One round; this is what happens in any case.")
@person_options
@click.pass_obj
def sync_verb(shell: Shell, /, once: bool, **rest: Any) -> None:
    """Send what waits, fetch what HQ has for this person, and say what HQ has."""
    options = Options(**rest)
    desk = unlocked(shell, options)
    with desk.store:
        new = run_round(desk, shell)
        standing = read_standing(desk)
        _say_standing(options, standing, new)
        if standing.trouble is not None:
            raise standing.trouble()


def _say_standing(options: Options, standing: Standing, new: int) -> None:
    total = standing.totals
    say(
        options,
        told(standing),
        waiting=total.records,
        photos_waiting=total.photos,
        records=total.records,
        photos=total.photos,
        refused=total.refused,
        held=total.held,
        closed=total.closed,
        admission=standing.admission,
        pending=standing.admission in (Admission.ASKED, Admission.CODE_NEEDED),
        new=new,
    )


def run_round(desk: Desk, shell: Shell) -> int:
    """Seals, sends, takes receipts in and fetches, once; the number of new records.

    Raises:
        LinkDown, BadCertificate, Portal, HqBusy: what was done stays done.
    """
    planner = _planner(desk, shell)

    def plan(merge: bool = False) -> Changes:
        return planner.plan(desk.store, rate=link_rate(desk.home), merge=merge)

    tell_clock(desk)
    plan(merge=True)
    _send_now(desk.home)
    tell_clock(desk)
    plan()
    person = Person(desk.keys, desk.profile)
    config = person.called(read_config(desk.home), reviews=desk.role().reads_log)
    on_lane = _here(desk.store)
    link = HqLink(config.server, config.ca)
    try:
        try:
            got = intake.pull_inbox(link, person, on_lane)
        except TurnedAway:
            if desk.vouched():
                raise
            return 0
        new = got.new
        if got.state != ACTIVE:
            return new
        reads_log = desk.role().reads_log
        if reads_log:
            token = intake.open_session(link, person)
            new += intake.pull_log(link, token, person, on_lane).new
            intake.pull_blobs(link, token, on_lane)
        while packs.pull_packs(link, person, on_lane, desk.home, earlier=reads_log).more:
            pass
        intake.ask_receipts(link, config, Spool(desk.home), on_lane)
    finally:
        link.close()
    plan()
    return new


def _planner(desk: Desk, shell: Shell) -> Planner:
    return Planner(Spool(desk.home), desk.profile, shell.clock, desk.entropy)


def _send_now(home: Path) -> None:
    """Empties the spool as far as the link allows; a sender that runs already is asked to."""
    try:
        with only_one(home):
            wake_sender(home)
            sender = Sender(home, real_world())
            try:
                serve(sender, once=True, stopped=lambda: False, sleep=time.sleep)
            finally:
                sender.close()
    except SenderRunning:
        wake_sender(home)
        end = time.monotonic() + _PATIENCE_SECONDS
        while time.monotonic() < end and Spool(home).names(Shelf.WAITING):
            status = read_status(home)
            if status is not None and status.error is not None:
                return
            time.sleep(_POLL_SECONDS)


def _here(store: Store) -> intake.OnLane:
    """A verb has no other thread: work with the store happens at once."""

    def on_lane(work: Callable[[Store], T], /) -> T:
        return work(store)

    return on_lane


@click.group("bundle")
def bundle() -> None:
    """Carry reports and receipts on a USB stick."""


@bundle.command("export")
@click.argument("out", type=click.Path(path_type=Path))
@person_options
@click.pass_obj
def export_verb(shell: Shell, /, out: Path, **rest: Any) -> None:
    """Write everything that HQ has not confirmed.

    Needs no passphrase for what is sealed already; with --person or a passphrase it seals first.
    """
    options = Options(**rest)
    profile = installation.mission_of(options.home)
    target = out / bundle_name(shell.entropy) if out.is_dir() else out
    standing = _sealed_first(shell, options)
    try:
        done = courier.export_bundle(Spool(options.home), profile, target, shell.entropy)
    except NothingToCarry as error:
        if standing is None:
            raise
        words = "Nothing can be carried to HQ. " + told(standing)
        if standing.trouble is not None:
            words += " " + standing.trouble.text
        raise NothingToCarry(words) from error
    say(
        options,
        f"{done.frames} sealed packets saved in {done.path.name}. Carry the file to HQ.",
        path=str(done.path),
        frames=done.frames,
        left=done.left,
    )


def _sealed_first(shell: Shell, options: Options) -> Standing | None:
    """Seals what waits where somebody gives a passphrase; how they stand, None without one."""
    if (options.person, options.passphrase_file, options.passphrase_fd) == (None, None, None):
        return None
    desk = unlocked(shell, options)
    with desk.store:
        _planner(desk, shell).plan(desk.store, rate=link_rate(desk.home), merge=True)
        return read_standing(desk)


@bundle.command("import")
@click.argument("path", type=click.Path(path_type=Path))
@person_options
@click.pass_obj
def import_verb(shell: Shell, /, path: Path, **rest: Any) -> None:
    """Take in receipts and answers that came back from HQ on a stick."""
    options = Options(**rest)
    desk = unlocked(shell, options)
    with desk.store:
        person = Person(desk.keys, desk.profile)
        found = courier.import_bundle(path, person, _here(desk.store))
        shell.after(desk, found.changes | Changes(journal=True))
        words = f"{found.receipts} receipts and {found.new} records taken in."
        if not found.whole:
            words += " The file was cut short; copy it again for the rest."
        say(
            options,
            words,
            receipts=found.receipts,
            new=found.new,
            refused=found.refused,
            damaged=found.damaged,
            whole=found.whole,
        )


SYNC_VERBS: tuple[click.Command, ...] = (
    enrol_verb,
    sync_verb,
    bundle,
    doctor,
    autostart_verb,
    wipe_verb,
)
