"""Asking HQ to let a person in: the one-time code, kept until HQ has said yes."""

from fieldapp.changes import Changes
from fieldapp.event.chain import Event
from fieldapp.people import Desk, push_token
from fieldapp.store import journal
from fieldapp.store.database import Store
from fieldapp.units import StreamId
from sync import codes
from sync.field.config import set_up_config
from sync.field.errors import BadCode
from sync.field.spool import Rank, Shelf, Spool


def normal_code(typed: str) -> str:
    """The code as HQ made it: 10 characters of Crockford's base 32; raises `BadCode`."""
    code = codes.normal(typed)
    if not codes.fits(code):
        raise BadCode()
    return code


def ask_to_be_let_in(desk: Desk, code: str, spool: Spool) -> Changes:
    """Notes the code and what the sender needs; the planner then makes the request.

    Asking again with another code replaces the request that HQ refused or has not seen. Whoever
    was let in before gets another code only from an HQ that was restored to a time before it knew
    them, so that everything they signed waits again.

    Raises:
        BadCode: it cannot be a code; nothing was changed.
        SpoolFull, SpoolDamaged: the code is noted, but nothing can be sent yet.
    """
    good = normal_code(code)
    if good != code_of(desk.store, desk.stream):
        # All or nothing: whoever was stopped here and types the code again begins anew.
        with desk.store.write():
            journal.forget_receipts(desk.store, desk.stream)
            _withdraw_requests(desk, spool)
            desk.store.set_setting(_name(desk.stream), good)
    spool.prepare()
    token = push_token(desk.home, desk.entropy)
    set_up_config(desk.home, desk.profile, desk.stream, token, spool.disk)
    return Changes(journal=True, delivery=True)


def code_of(store: Store, stream: StreamId) -> str:
    """The code with which this stream asks to be let in, or empty."""
    return store.setting(_name(stream))


def request_code(store: Store, event: Event) -> str | None:
    """The code to send with a stream's first event; None where it goes like any other event.

    A stream that goes on from an earlier one of the same laptop needs no new code.
    """
    if event.head.seq != 0:
        return None
    code = code_of(store, event.head.stream)
    content = event.content()
    goes_on = content is not None and content.get("link") is not None
    return code if code or goes_on else None


def forget_code(store: Store, stream: StreamId) -> None:
    """HQ has let the person in: the code has done its work."""
    if code_of(store, stream):
        store.set_setting(_name(stream), "")


def _withdraw_requests(desk: Desk, spool: Spool) -> None:
    """Takes requests with an earlier code out of the spool, whatever became of them."""
    genesis = {
        item.event.id
        for item in journal.pending(desk.store)
        if item.event.head.stream == desk.stream and item.event.head.seq == 0
    }
    for name, use in journal.frames_in_use(desk.store).items():
        if Rank.of(name) is Rank.ENROL and use.events & genesis:
            for shelf in Shelf:
                spool.remove(name, shelf)
            journal.drop_frames(desk.store, [name])


def _name(stream: StreamId) -> str:
    return f"enrol.{stream.hex()}"
