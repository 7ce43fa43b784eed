"""One exchange of the sender with HQ: frames out, signed receipts back, nothing else believed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import cbor2

from fieldapp.event.cbor import decode_cbor
from fieldapp.event.errors import BadEvent
from fieldapp.event.receipt import Receipt
from sync.errors import BadReceipt, Portal, TurnedAway
from sync.field.config import SenderConfig, bearer
from sync.field.errors import CODE_REFUSALS, REFUSALS, RefusedCode, RefusedForm
from sync.field.machine import Outcome
from sync.field.spool import Rank
from sync.http import HqLink, Progress, check
from sync.receipt import open_receipt

_TAKEN, _KEPT = 200, 202
_LATER = (409, 507)
_CODE_REFUSED = (401, 403, 404, 422)
_REFUSED_WHOLE = (400, 413, 415, 422)


@dataclass(frozen=True, slots=True)
class Answer:
    """What HQ said about one frame.

    Args:
        outcome: see `Outcome`.
        receipt: bytes of a receipt whose signature was checked, or None.
        known: the same receipt, opened.
        reason: error code of a refusal, or empty.
    """

    outcome: Outcome
    receipt: bytes | None = None
    known: Receipt | None = None
    reason: str = ""


def push(
    link: HqLink,
    config: SenderConfig,
    named: Sequence[tuple[str, bytes]],
    progress: Progress | None = None,
) -> list[Answer]:
    """Sends frames in one request.

    Args:
        link: the connection.
        config: whom to believe.
        named: name and bytes of each frame; an enrolment stands alone.
        progress: see `sync.http.Progress`.

    Returns:
        One answer a frame, in the same order.

    Raises:
        TurnedAway: HQ does not accept this laptop.
        HqBusy, HqFull, HqTrouble, LinkDown, BadCertificate, Portal: nothing was settled.
    """
    enrolling = Rank.of(named[0][0]) is Rank.ENROL
    body = b"".join(frame for _, frame in named)
    token = None if enrolling else bearer(config.push)
    path = "/v1/enrol" if enrolling else "/v1/frames"
    reply = link.post(path, body, token=token, progress=progress)
    try:
        check(reply)
    except TurnedAway as error:
        if enrolling:
            reason = _enrol_refusal(error.status, _note(reply.body))
            return [Answer(Outcome.REFUSED, reason=reason)]
        if error.status not in _REFUSED_WHOLE:
            raise
        if len(named) > 1:
            # One bad frame must not speak for its neighbours.
            return [answer for one in named for answer in push(link, config, [one], progress)]
        return [Answer(Outcome.REFUSED, reason=_refusal(error.status))]
    if enrolling:
        return [_enrolment_answer(reply.body, config)]
    return _answers(reply.body, config, len(named))


def ask_status(
    link: HqLink, config: SenderConfig, photos: Sequence[bytes] = ()
) -> list[tuple[bytes, Receipt]]:
    """Receipts for this laptop's streams, their signatures checked; raises as `push` does.

    Args:
        link: the connection.
        config: whom to believe.
        photos: hashes of photos whose state is to stand in the receipts.
    """
    body = cbor2.dumps([list(config.streams), list(photos)], canonical=True)
    reply = check(link.post("/v1/status", body, token=bearer(config.push)))
    items = _decoded(reply.body)
    if not isinstance(items, list) or len(items) > len(config.streams):
        raise Portal(detail="no list of receipts")
    opened = [(raw, _believed(raw, config)) for raw in items if raw is not None]
    return [(raw, receipt) for raw, receipt in opened if receipt.stream in config.streams]


def _answers(body: bytes, config: SenderConfig, expected: int) -> list[Answer]:
    items = _decoded(body)
    if not isinstance(items, list) or len(items) != expected:
        raise Portal(detail="not an answer for each frame")
    return [_answer(item, config, _refusal) for item in items]


def _enrolment_answer(body: bytes, config: SenderConfig) -> Answer:
    """A request to be let in is kept until somebody decides; a receipt says it was granted."""
    items = _decoded(body)
    if isinstance(items, list) and len(items) == 1:
        items = items[0]
    return _answer(items, config, _enrol_refusal)


def _answer(item: object, config: SenderConfig, refusal: Callable[[int, str], str]) -> Answer:
    match item:
        case [int() as code, bytes() | None as raw, str() as note]:
            pass
        case _:
            raise Portal(detail="form of an answer")
    receipt = None if raw is None and code != _TAKEN else _believed(raw, config)
    if receipt is not None and receipt.stream not in config.streams:  # step 5
        # It proves nothing for this laptop; the app looks into it when it is next opened.
        return Answer(Outcome.KEPT)
    if code == _TAKEN:
        return Answer(Outcome.TAKEN, raw, receipt)
    if code == _KEPT:
        return Answer(Outcome.KEPT, raw, receipt)
    if code in _LATER:
        return Answer(Outcome.LATER, raw, receipt)
    # Also a refusal may prove something: of a revoked person HQ keeps what it does not trust.
    return Answer(Outcome.REFUSED, raw, receipt, refusal(code, note))


def _believed(raw: object, config: SenderConfig) -> Receipt:
    if not isinstance(raw, bytes):
        raise Portal(detail="no receipt")
    try:
        return open_receipt(raw, config.receipt)
    except BadReceipt as error:
        raise Portal(detail="receipt not signed by HQ") from error


def _decoded(body: bytes) -> object:
    try:
        return decode_cbor(body)
    except BadEvent as error:
        raise Portal(detail="not CBOR") from error


def _note(body: bytes) -> str:
    """Why HQ answered a whole request with an error."""
    match _decoded(body):
        case [int(), str() as note]:
            return note
    return ""


def _refusal(code: int, _note: str = "") -> str:
    return REFUSALS.get(code, RefusedForm).code


def _enrol_refusal(code: int, note: str) -> str:
    if code not in _CODE_REFUSED:
        return _refusal(code)
    return CODE_REFUSALS.get(note, RefusedCode).code
