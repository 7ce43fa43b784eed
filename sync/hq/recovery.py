"""Recovery at HQ: custodians are appointed, two of them answer a laptop, and the log says so."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from fieldapp.clock import Entropy
from fieldapp.event.kinds import Kind
from fieldapp.files import TargetTaken, make_folder, write_atomically
from fieldapp.mission.profile import MissionProfile, write_profile
from fieldapp.mission.said import FILE_NAME
from fieldapp.vault import custody, recovery
from fieldapp.vault.custody import Custodian, CustodianFile
from fieldapp.vault.errors import CustodiansUnfit
from fieldapp.vault.kdf import KdfCost
from fieldapp.vault.recovery import Request
from sync.hq.app import Hq
from sync.hq.keys import load_root


def appoint(
    hq: Hq, custodians: Sequence[Custodian], cost: KdfCost, out: Path, root: Path
) -> tuple[MissionProfile, tuple[Path, ...]]:
    """A new recovery key in the hands of custodians, and the mission file that names it.

    Requests of laptops that have not seen the new mission file are still for the earlier key.

    Args:
        hq: an open HQ.
        custodians: two or more.
        cost: of deriving from their passphrases.
        out: folder for their files, one for each to take away.
        root: folder with the root key.

    Raises:
        CustodiansUnfit, WeakPassphrase, TargetTaken, HqKeysDamaged: nothing was changed.
        DiskFull, NotAllowed, FileTrouble: the mission file is as it was.
    """
    signer = load_root(root)
    mission = (hq.profile.mission, hq.profile.fingerprint)
    made = custody.split(custodians, mission, cost, hq.entropy)
    paths = tuple(out / f"custodian-{at + 1}.key" for at in range(len(made.files)))
    if any(path.exists() for path in paths):
        raise TargetTaken()
    make_folder(out)
    for path, raw in zip(paths, made.files, strict=True):
        write_atomically(path, raw)
    edition = replace(hq.profile, recovery=made.public, version=hq.profile.version + 1)
    write_atomically(hq.home / FILE_NAME, write_profile(edition, signer))
    return edition, paths


def pair_for(request: Request, one: CustodianFile, other: CustodianFile) -> None:
    """Raises `CustodiansUnfit` unless the files are of the key that a request is for."""
    if {one.key, other.key} != {request.key}:
        raise CustodiansUnfit("This laptop asks custodians of another key. Nothing was opened.")


def open_request(
    request: Request, one: CustodianFile, other: CustodianFile, passphrases: tuple[str, str]
) -> bytes:
    """The answer; needs no HQ folder.

    Raises:
        CustodiansUnfit, CustodianPassphrase, NotARequest: nothing was opened.
    """
    pair_for(request, one, other)
    return recovery.answer(request, custody.put_together(one, other, passphrases))


def record(hq: Hq, request: Request, names: Sequence[str]) -> int:
    """Says in HQ's stream who opened which laptop; the event's position in the log."""
    vault, slot = request.place.split("/")
    content = {"v": 1, "what": "recovery", "vault": vault, "slot": slot, "by": list(names)}
    with hq.store.writing() as tx:
        return hq.registrar().say(tx, Kind.KEY_CHANGE, content)


def new_name(entropy: Entropy) -> str:
    """A file name that tells a finder nothing."""
    return f"{entropy(4).hex()}{recovery.ANSWER_SUFFIX}"
