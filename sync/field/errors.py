"""What can go wrong between the spool on this laptop and HQ, and what a person can do about it."""

from fieldapp.errors import FieldError, Remedy


class RefusedForm(FieldError):
    """HQ could not read a frame although it arrived whole."""

    code = "refused.malformed"
    remedy = Remedy.ASK_HQ
    text = "HQ could not read this report. It is safe on this laptop; tell HQ its number."


class RefusedStream(FieldError):
    """The person's enrolment was ended, or HQ does not know it."""

    code = "refused.stream"
    remedy = Remedy.ASK_HQ
    text = (
        "HQ does not accept reports under this person's enrolment on this laptop. "
        "The report is safe here; ask HQ for a new code and enrol again."
    )


class RefusedMission(FieldError):
    """Sealed to a key that this HQ does not hold."""

    code = "refused.other-mission"
    remedy = Remedy.ASK_HQ
    text = "HQ cannot open this report: it was prepared for another mission. It is safe here."


class RefusedVersion(FieldError):
    """HQ's server is older than this app."""

    code = "refused.version"
    remedy = Remedy.ASK_HQ
    text = "HQ's server is older than this app and cannot read this report yet. It is safe here."


class RefusedCheck(FieldError):
    """HQ's check of signature or limits failed."""

    code = "refused.check"
    remedy = Remedy.ASK_HQ
    text = "HQ's check of this report failed. It is safe on this laptop; tell HQ its number."


class CodeNeeded(FieldError):
    """No request to be let in is with HQ or on its way."""

    code = "enrol.code-needed"
    remedy = Remedy.CHECK_INPUT
    text = "A one-time code from HQ is needed. Ask HQ for one; your reports stay here until then."
    advice = "With the code use: fieldapp enrol, with the same name."


class RefusedCode(FieldError):
    """HQ knows no such one-time code."""

    code = "enrol.code"
    remedy = Remedy.CHECK_INPUT
    text = (
        "HQ did not accept the one-time code. Check it letter by letter, or ask HQ for a new one."
    )
    advice = CodeNeeded.advice


class UsedCode(FieldError):
    """Somebody asked with this one-time code before."""

    code = "enrol.code-used"
    remedy = Remedy.CHECK_INPUT
    text = "The one-time code was used already. Ask HQ for a new one."
    advice = CodeNeeded.advice


class ExpiredCode(FieldError):
    """The days of the one-time code are over."""

    code = "enrol.code-expired"
    remedy = Remedy.CHECK_INPUT
    text = "The one-time code is too old. Ask HQ for a new one."
    advice = CodeNeeded.advice


class TooManyCodes(FieldError):
    """HQ looks at no more codes of this laptop for a while."""

    code = "enrol.code-tries"
    remedy = Remedy.CHECK_INPUT
    text = "Too many wrong one-time codes were tried. Wait a day, then ask HQ for a new one."
    advice = CodeNeeded.advice


class AccessWithdrawn(FieldError):
    """HQ has ended its trust in this person on this laptop."""

    code = "enrol.withdrawn"
    remedy = Remedy.ASK_HQ
    text = "HQ has withdrawn this laptop's access. Your reports stay here; ask HQ."
    advice = (
        "If HQ gives you a new code: fieldapp enrol, with another name, and --by with this one."
    )


class BadCode(FieldError):
    """What was typed cannot be a one-time code."""

    code = "enrol.code-form"
    remedy = Remedy.CHECK_INPUT
    text = "A one-time code has ten letters and digits, such as 7K2MX-4PQ9D. Type it again."


class NotSetUp(FieldError):
    """The folder has no mission profile or no enrolment yet."""

    code = "enrol.missing"
    remedy = Remedy.SET_UP
    text = "This laptop is not set up for a mission yet. Enrol it with HQ's profile and a code."


class NothingToCarry(FieldError):
    """No sealed frame waits; what is not sealed yet is known only to who is in."""

    code = "bundle.empty"
    remedy = Remedy.NONE
    text = (
        "No sealed report waits to be carried. If reports wait on this laptop, unlock it or use "
        "sync once, so that they are sealed; then save them again."
    )


class NoSticks(FieldError):
    """The mission's rules forbid USB sticks."""

    code = "bundle.forbidden"
    remedy = Remedy.WAIT_FOR_LINK
    text = "Your mission does not allow reports on USB sticks. They go when there is a connection."


class MediumFull(FieldError):
    """No room on the stick or disk that was chosen."""

    code = "bundle.full"
    remedy = Remedy.FREE_SPACE
    text = "There is not enough room on the stick. Nothing was left on it; free some and try again."


class MediumGone(FieldError):
    """The stick was pulled out, is write-protected or cannot be read."""

    code = "bundle.medium"
    remedy = Remedy.TRY_AGAIN
    text = "The file or stick cannot be used. Put it in again, or choose another, and try again."


class SpoolFull(FieldError):
    """The laptop's disk is full while reports are made ready for sending."""

    code = "spool.full"
    remedy = Remedy.FREE_SPACE
    text = "The disk is full. Your reports are saved; free some space so that they can be sent."


class SpoolDamaged(FieldError):
    """The folder of frames or its set-up file cannot be used."""

    code = "spool.damaged"
    remedy = Remedy.ASK_HQ
    text = "The folder for sending cannot be used. Your reports are saved; ask HQ for help."


REFUSALS: dict[int, type[FieldError]] = {
    400: RefusedForm,
    403: RefusedStream,
    404: RefusedMission,
    413: RefusedForm,
    415: RefusedVersion,
    422: RefusedCheck,
}
"""What HQ's code for one frame means; a frame with one of these is parked."""

CODE_REFUSALS: dict[str, type[FieldError]] = {
    "hq.code-used": UsedCode,
    "hq.code-expired": ExpiredCode,
    "hq.code-tries": TooManyCodes,
}
"""What HQ's note on a refused request to be let in means; every other one is `RefusedCode`."""
