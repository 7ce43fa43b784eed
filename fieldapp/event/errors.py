"""What can be wrong with an event that came from outside."""

from fieldapp.errors import FieldError, Remedy


class BadEvent(FieldError):
    """The bytes are no event of a version known here, or break one of its limits."""

    code = "event.malformed"
    remedy = Remedy.ASK_HQ
    text = "A record is damaged or from a newer version. It was left out; tell HQ."


class BadSignature(FieldError):
    """The signature does not fit the record and its claimed author."""

    code = "event.signature"
    remedy = Remedy.ASK_HQ
    text = "A record does not carry its author's valid signature. It was left out; tell HQ."


class BadPayload(FieldError):
    """The content is not the strict JSON that a record may hold."""

    code = "event.payload"
    remedy = Remedy.CHECK_INPUT
    text = "The content of a record cannot be kept as it is."


class SealedToOthers(FieldError):
    """The key is none of those to which a protected report was sealed."""

    code = "protected.others"
    remedy = Remedy.NONE
    text = "This report was sealed for other people. You cannot open it here."


class SealBroken(FieldError):
    """A protected report or one of its photos does not open with the right key."""

    code = "protected.damaged"
    remedy = Remedy.ASK_HQ
    text = "This sealed report is damaged and does not open. Ask its author to file it again."


class BrokenChain(FieldError):
    """A record does not follow the one before it."""

    code = "event.chain"
    remedy = Remedy.ASK_HQ
    text = "A record does not follow the one before it. Something is missing or was changed."
