"""Protected reports at HQ: taken in unread, and shown to each role as far as it may read."""

from typing import Any

import cbor2
import pytest
import zstandard

from fieldapp.event.chain import Event, check_author, parse_event
from fieldapp.event.header import decode_cbor
from fieldapp.event.kinds import ContentType, Kind
from fieldapp.event.protected import Sealed, seal
from fieldapp.mission.roster import Role
from sync.hq.api import HqApi, Rejected, Served
from sync.hq.app import Hq
from sync.hq.log import Readable, log_page
from sync.hq.store import Verdict
from sync.hq.tokens import read_bearer
from tests.support.hq_inside import let_in
from tests.support.laptop import Laptop

CLEAR = {"ref": "TS7-OTHER-2026-0001-X", "type": "OTHER", "form": "alert", "version": "3"}
PHOTO = b"a photo of nobody" * 400


def sealed(author: Laptop, holder: Laptop) -> Sealed:
    secret = {"language": "en", "answers": {}, "typed": {}, "files": [{"mime": "a", "name": "b"}]}
    keys = [holder.inbox.public]
    return seal(author.stream, CLEAR, secret, [PHOTO], keys, author.entropy)


def protected(author: Laptop, content: Any, kind: int = Kind.REPORT) -> Event:
    return author.say(kind, content, ctype=ContentType.PROTECTED)


def verdict_on(hq: Hq, event: Event) -> Verdict:
    with hq.store.reading() as tx:
        row = tx.events.get(event.id)
    assert row is not None
    return row.verdict


def rows_for(hq: Hq, role: Role, most: int = 10**6) -> dict[bytes, Event]:
    """The whole log as this role is sent it, every signature checked."""
    with hq.store.reading() as tx:
        publics = {row.stream: row.public for row in tx.streams.all()}
        publics[hq.keys.admin.stream] = hq.keys.admin.public
        after, found = 0, dict[bytes, Event]()
        while (
            page := log_page(tx, after, most, Readable(tx, role, hq.keys.admin.stream))
        ).last > after:
            after = page.last
            rows: Any = decode_cbor(zstandard.ZstdDecompressor().decompress(page.packed))
            for _, header, signature, salt, payload in rows:
                event = parse_event(header, signature, salt, payload)
                check_author(event, publics[event.head.stream])
                found[event.id] = event
    return found


def test_it_is_taken_in_with_its_photos(hq: Hq) -> None:
    author, holder = let_in(hq, 1), let_in(hq, 2, Role.PROTECTION)
    made = sealed(author, holder)
    event = protected(author, made.content)
    frames = [author.frame(event), *author.pieces(made.photos[0])]
    assert {one.code for one in hq.ingest().take(frames)} == {200}
    assert verdict_on(hq, event) is Verdict.ACCEPTED
    with hq.store.reading() as tx:
        (blob,) = tx.blobs.of_stream(author.stream, 5)
        assert blob.complete
        assert b"nobody" not in b"".join(tx.blobs.pieces(blob.sha))


@pytest.mark.parametrize(
    "change",
    [
        {"to": []},
        {"sealed": "AAAA"},
        {"answers": {"facts": "in clear"}},
        {"files": [{"sha": "no hash", "size": 1}]},
    ],
)
def test_another_form_is_held_for_a_person(hq: Hq, change: dict[str, Any]) -> None:
    author, holder = let_in(hq, 1), let_in(hq, 2, Role.PROTECTION)
    event = protected(author, {**sealed(author, holder).content, **change})
    (outcome,) = hq.ingest().take([author.frame(event)])
    assert author.believe(outcome.receipt).held == (event.id,)


def test_a_correction_cannot_be_protected(hq: Hq) -> None:
    author, holder = let_in(hq, 1), let_in(hq, 2, Role.PROTECTION)
    event = protected(author, sealed(author, holder).content, Kind.AMEND)
    hq.ingest().take([author.frame(event)])
    assert verdict_on(hq, event) is Verdict.HELD


def test_a_protection_officer_is_sent_only_what_is_theirs(hq: Hq) -> None:
    author, holder, officer = (
        let_in(hq, 1),
        let_in(hq, 2, Role.PROTECTION),
        let_in(hq, 3, Role.OFFICER),
    )
    plain, secret = author.report(), protected(author, sealed(author, holder).content)
    gone = author.say(Kind.WITHDRAW, {"reason": "WITHDRAWN", "note": ""}, obj=secret.id)
    more = author.say(Kind.ATTACH, {"files": [], "note": "words"}, obj=plain.id)
    hq.ingest().take([author.frame(plain, secret, gone, more)])
    asked = officer.say(Kind.REVIEW, {"verdict": "ask", "text": "where?"}, obj=plain.id)
    hq.ingest().take([officer.frame(asked)])
    whole, part = rows_for(hq, Role.OFFICER), rows_for(hq, Role.PROTECTION, most=1)
    assert list(part) == list(whole), "every header reaches both, in the same order"
    assert all(event.payload is not None for event in whole.values())
    bare = {event.id for event in part.values() if event.payload is None}
    genesis = {one.events[0].id for one in (author, holder, officer)}
    assert bare == {plain.id, more.id, asked.id} | genesis
    assert whole[secret.id].payload == secret.payload


def api(hq: Hq) -> HqApi:
    return HqApi(Served(hq.store, hq.keys, hq.clock, hq.entropy, "https://hq"))


def session(served: HqApi, laptop: Laptop) -> bytes:
    (nonce,) = served.session(cbor2.dumps(["hello", laptop.stream]))
    proof = laptop.signing.sign(b"ufr1/session\0", nonce + b"https://hq")
    token, _ = served.session(cbor2.dumps(["prove", laptop.stream, nonce, proof]))
    found = read_bearer(f"Bearer {token}")
    assert found is not None
    return found


def test_the_log_is_for_officers_and_protection_officers(hq: Hq) -> None:
    served = api(hq)
    author, holder = let_in(hq, 1), let_in(hq, 2, Role.PROTECTION)
    hq.ingest().take([author.frame(author.report())])
    page = served.log(session(served, holder), 0, 0, 10**6)
    assert page.rows == hq_last(hq)
    assert b"shots heard" not in zstandard.ZstdDecompressor().decompress(page.packed)
    with pytest.raises(Rejected) as raised:
        session(served, author)
    assert raised.value.status == 403


def hq_last(hq: Hq) -> int:
    with hq.store.reading() as tx:
        return tx.events.last()


def test_a_verdict_goes_back_only_from_the_role_that_may_give_it(hq: Hq) -> None:
    author, holder, officer = (
        let_in(hq, 1),
        let_in(hq, 2, Role.PROTECTION),
        let_in(hq, 3, Role.OFFICER),
    )
    plain, secret = author.report(), protected(author, sealed(author, holder).content)
    early = holder.say(Kind.REVIEW, {"verdict": "accept"}, obj=secret.id)
    hq.ingest().take([holder.frame(early)])
    hq.ingest().take([author.frame(plain, secret)])
    verdicts = {
        (who, obj): laptop.say(Kind.REVIEW, {"verdict": "accept"}, obj=event.id)
        for who, laptop in (("holder", holder), ("officer", officer))
        for obj, event in (("plain", plain), ("secret", secret))
    }
    hq.ingest().take([laptop.frame(*laptop.events[1:]) for laptop in (holder, officer)])
    with hq.store.reading() as tx:
        due = tx.deliveries.after([author.stream], hq.keys.admin.stream, 0, 50)
    sent = {row.event.id for _, row in due if row.event.head.stream != hq.keys.admin.stream}
    assert sent == {early.id, verdicts["holder", "secret"].id, verdicts["officer", "plain"].id}
