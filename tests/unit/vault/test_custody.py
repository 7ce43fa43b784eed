"""Custodians: any two of three put the recovery key together, one alone learns nothing."""

import base64
import json
from collections.abc import Callable
from itertools import permutations

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from fieldapp.vault import custody
from fieldapp.vault.custody import (
    Custodian,
    CustodianFile,
    Custody,
    put_together,
    read_custodian,
    split,
)
from fieldapp.vault.errors import CustodianPassphrase, CustodiansUnfit, WeakPassphrase
from fieldapp.vault.kdf import derive
from fieldapp.vault.recovery import public_of
from tests.support.mission import CHEAP, seeded

WORDS = {
    "Maj A": "dune lantern copper rain",
    "Lt Col B": "seven quiet herons walk",
    "Ms Ç": "marble otter violet thunder",
}
MISSION = ("UNMIZ", "0123 4567 89ab cdef 0123")


def made(seed: int = 1, mission: tuple[str, str] = MISSION) -> Custody:
    people = [Custodian(name, words) for name, words in WORDS.items()]
    return split(people, mission, CHEAP, seeded(seed))


CUSTODY = made()
FILES = dict(zip(WORDS, CUSTODY.files, strict=True))


def opened(name: str) -> CustodianFile:
    return read_custodian(FILES[name])


@pytest.mark.parametrize(("one", "other"), list(permutations(WORDS, 2)))
def test_any_two_put_it_together(one: str, other: str) -> None:
    seed = put_together(opened(one), opened(other), (WORDS[one], WORDS[other]))
    assert public_of(seed) == CUSTODY.public


def test_what_is_split_says_whose_it_is_and_goes_together_again() -> None:
    custody = made(5)
    one, other, third = (read_custodian(raw) for raw in custody.files)
    assert [(file.mission, file.fingerprint) for file in (one, other, third)] == [MISSION] * 3
    assert [one.name, other.name, third.name] == list(WORDS)
    seed = put_together(one, third, (WORDS[one.name], WORDS[third.name]))
    assert public_of(seed) == custody.public
    assert third.name.encode() in custody.files[2], "a person can read whose file it is"


def test_one_alone_does_not() -> None:
    one = opened("Maj A")
    with pytest.raises(CustodiansUnfit):
        put_together(one, one, (WORDS["Maj A"], WORDS["Maj A"]))
    renamed = read_custodian(FILES["Maj A"].replace(b'"name": "Maj A"', b'"name": "Lt Col B"'))
    with pytest.raises((CustodiansUnfit, CustodianPassphrase)):
        put_together(one, renamed, (WORDS["Maj A"], WORDS["Maj A"]))


def test_no_private_byte_stands_in_any_file() -> None:
    seed = put_together(opened("Maj A"), opened("Ms Ç"), (WORDS["Maj A"], WORDS["Ms Ç"]))
    for raw in FILES.values():
        assert seed[:16].hex() not in raw.decode()
        assert {"mission", "fingerprint", "key", "name", "kdf", "pairs"} < set(json.loads(raw))


def test_a_wrong_passphrase_opens_nothing() -> None:
    pair = (opened("Maj A"), opened("Ms Ç"))
    for words in (("wrong", WORDS["Ms Ç"]), (WORDS["Maj A"], "wrong")):
        with pytest.raises(CustodianPassphrase):
            put_together(*pair, words)


def test_parts_of_another_key_or_mission_do_not_fit() -> None:
    words = (WORDS["Maj A"], WORDS["Ms Ç"])
    for other in (made(2), made(1, ("UNMIX", MISSION[1]))):
        stranger = read_custodian(other.files[2])
        with pytest.raises(CustodiansUnfit):
            put_together(opened("Maj A"), stranger, words)
        claimed = read_custodian(
            json.dumps({**stranger.body, "key": opened("Maj A").key, "mission": "UNMIZ"}).encode()
        )
        with pytest.raises(CustodianPassphrase):
            put_together(opened("Maj A"), claimed, words)


@pytest.mark.parametrize("member", ["mission", "fingerprint", "key", "name", "kdf", "with"])
def test_every_value_in_clear_is_bound(member: str) -> None:
    """Both files say the same other thing, and still neither opens."""
    changed = []
    for name in ("Maj A", "Ms Ç"):
        body = json.loads(FILES[name])
        if member == "kdf":
            body["kdf"]["t"] = 2
        elif member == "name":
            body["name"] = f"{name}."
            body["pairs"] = [{**pair, "with": f"{pair['with']}."} for pair in body["pairs"]]
        elif member == "with":
            first, second = body["pairs"]
            first["with"], second["with"] = second["with"], first["with"]
        else:
            body[member] = "another"
        changed.append(read_custodian(json.dumps(body).encode()))
    with pytest.raises(CustodianPassphrase):
        put_together(changed[0], changed[1], (WORDS["Maj A"], WORDS["Ms Ç"]))


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"[]",
        b"null",
        b"[" * 5000,
        b'{"kind": "profile"}',
        b"\xff",
        FILES["Maj A"][:-20],
        FILES["Maj A"].replace(b'"v": 1', b'"v": 2'),
        FILES["Maj A"].replace(b'"custodian"', b'"profile"'),
        FILES["Maj A"].replace(b'"Maj A"', b'"\\ud800"'),
    ],
)
def test_what_is_no_custodians_file(raw: bytes) -> None:
    with pytest.raises(CustodiansUnfit):
        read_custodian(raw)


@pytest.mark.parametrize(
    "change",
    [
        {"kdf": None},
        {"kdf": {"m": 1, "t": 1, "p": 1, "salt": ""}},
        {"kdf": {"m": 2**40, "t": 1, "p": 1, "salt": ""}},
        {"pairs": []},
        {"pairs": 5},
        {"pairs": [{"with": "Ms Ç"}]},
        {"pairs": [{"with": "Ms Ç", "nonce": "", "sealed": ""}]},
    ],
)
def test_a_damaged_file_is_told_before_any_work(change: dict[str, object]) -> None:
    damaged = read_custodian(json.dumps({**opened("Maj A").body, **change}).encode())
    with pytest.raises(CustodiansUnfit):
        put_together(damaged, opened("Ms Ç"), (WORDS["Maj A"], WORDS["Ms Ç"]))


@pytest.mark.parametrize("member", ["salt", "nonce", "sealed"])
def test_a_damaged_part_is_told_from_a_wrong_passphrase(member: str) -> None:
    body = json.loads(FILES["Maj A"])
    holders = [body["kdf"]] if member == "salt" else body["pairs"]
    for holder in holders:
        holder[member] = f"*{holder[member]}"
    damaged = read_custodian(json.dumps(body).encode())
    with pytest.raises(CustodiansUnfit):
        put_together(damaged, opened("Ms Ç"), (WORDS["Maj A"], WORDS["Ms Ç"]))


def test_it_takes_two_people_with_names_and_good_passphrases() -> None:
    good = "dune lantern copper rain"
    said = "Recovery takes two custodians or more, each with another name."
    for names in (("A",), ("A", "a"), ("A", " "), ("A", "B", " b")):
        with pytest.raises(CustodiansUnfit, match=f"^{said}$"):
            split([Custodian(name, good) for name in names], MISSION, CHEAP, seeded(1))
    with pytest.raises(WeakPassphrase):
        split([Custodian("A", good), Custodian("B", "1234")], MISSION, CHEAP, seeded(1))


def resealed(name: str, other: str, change: Callable[[bytes], bytes]) -> CustodianFile:
    """The file of a custodian who changed their own part for one pair."""
    body = json.loads(FILES[name])
    (pair,) = (each for each in body["pairs"] if each["with"] == other)
    salt, nonce, sealed = (
        base64.b64decode(text) for text in (body["kdf"]["salt"], pair["nonce"], pair["sealed"])
    )
    cipher = AESGCM(derive(WORDS[name], salt, CHEAP))
    bound = custody._bound(body, other)
    part = change(cipher.decrypt(nonce, sealed, bound))
    pair["sealed"] = base64.b64encode(cipher.encrypt(nonce, part, bound)).decode()
    return read_custodian(json.dumps(body).encode())


@pytest.mark.parametrize("change", [lambda part: part[:-1], lambda part: bytes(len(part))])
def test_a_custodian_who_changes_their_part_opens_nothing(
    change: Callable[[bytes], bytes],
) -> None:
    mine = resealed("Maj A", "Ms Ç", change)
    with pytest.raises(CustodiansUnfit):
        put_together(mine, opened("Ms Ç"), (WORDS["Maj A"], WORDS["Ms Ç"]))


def test_a_file_whose_name_is_no_text_is_none() -> None:
    body = {**json.loads(FILES["Maj A"]), "name": 7}
    with pytest.raises(CustodiansUnfit):
        read_custodian(json.dumps(body).encode())
