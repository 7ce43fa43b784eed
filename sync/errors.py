"""What can go wrong between a laptop and HQ, on either side."""

from fieldapp.errors import FieldError, Remedy


class BadFrame(FieldError):
    """A sealed packet is damaged, breaks a limit or is of an unknown kind."""

    code = "frame.malformed"
    remedy = Remedy.TRY_AGAIN
    text = "A sealed packet is damaged. It was left out; send it again."


class UnknownDictionary(FieldError):
    """A frame needs a dictionary or version that is not here."""

    code = "frame.version"
    remedy = Remedy.UPDATE_APP
    text = "This was made by a newer version of the app. Update this computer first."


class NotForUs(FieldError):
    """Sealed to a key that is not held here."""

    code = "frame.other-key"
    remedy = Remedy.CHOOSE_OTHER_FILE
    text = "This was sealed for another mission or laptop and cannot be opened here."


class BadBundle(FieldError):
    """The file is no bundle."""

    code = "bundle.malformed"
    remedy = Remedy.CHOOSE_OTHER_FILE
    text = "This file is not a report bundle. Choose the file that was exported by the app."


class OtherMission(FieldError):
    """Nothing in the bundle is sealed to this mission or laptop."""

    code = "bundle.other-mission"
    remedy = Remedy.CHOOSE_OTHER_FILE
    text = "This bundle belongs to another mission or laptop. Nothing was taken from it."


class BadReceipt(FieldError):
    """A receipt is damaged or was not signed by this mission's HQ."""

    code = "receipt.invalid"
    remedy = Remedy.ASK_HQ
    text = "A receipt is not signed by your HQ. Your reports stay here until a true one comes."


class LinkDown(FieldError):
    """HQ cannot be reached."""

    code = "link.down"
    remedy = Remedy.WAIT_FOR_LINK
    text = "There is no connection to HQ. Everything is saved and goes when the link is back."


class BadCertificate(FieldError):
    """Whoever answered cannot prove to be this mission's HQ."""

    code = "link.certificate"
    remedy = Remedy.ASK_HQ
    text = (
        "What answered at HQ's address is not your HQ, so nothing was sent. If this network has "
        "a log-in page, log in there first; if it goes on, tell HQ."
    )


class Inspected(BadCertificate):
    """The network's proxy puts its own certificate in the place of HQ's."""

    code = "link.inspected"
    remedy = Remedy.TRY_AGAIN
    text = (
        "This network opens sealed connections to look into them, so nothing was sent. Ask whoever "
        "runs it to leave HQ's address out of that, or use another network, then try again."
    )


class ProxyPassword(FieldError):
    """The network's proxy wants a name and a password, or others than it was given."""

    code = "link.proxy-password"
    remedy = Remedy.TRY_AGAIN
    text = (
        "The proxy of this network wants a name and a password. Everything is saved here. Ask "
        "whoever runs the network to let HQ's address through without, or use another network."
    )


class ProxyRefused(FieldError):
    """The network's proxy does not pass this laptop on to HQ."""

    code = "link.proxy-refused"
    remedy = Remedy.TRY_AGAIN
    text = (
        "The proxy of this network does not let this laptop through to HQ. Everything is saved "
        "here. Ask whoever runs the network to allow HQ's address, or use another network."
    )


class Portal(FieldError):
    """Something answered in HQ's place, or HQ's answer proves nothing."""

    code = "link.portal"
    remedy = Remedy.TRY_AGAIN
    text = (
        "Something on this network answers in HQ's place, such as a log-in page. Nothing counts "
        "as delivered; log in to the network, or use another one, and try again."
    )


class TurnedAway(FieldError):
    """HQ answered that it does not accept the request; ``status`` is its code."""

    code = "link.refused"
    remedy = Remedy.ASK_HQ
    text = (
        "HQ does not know this laptop yet, or not any more. Everything is saved here; "
        "if you have enrolled, ask HQ whether it let this laptop in."
    )

    def __init__(self, status: int) -> None:
        super().__init__(detail=str(status))
        self.status = status


class HqBusy(FieldError):
    """HQ asks to come back after ``seconds``."""

    code = "link.busy"
    remedy = Remedy.WAIT_FOR_LINK
    text = "HQ is busy and asked to wait. It goes on by itself."

    def __init__(self, seconds: int) -> None:
        super().__init__(detail=f"{seconds} s")
        self.seconds = seconds


class HqFull(FieldError):
    """HQ's disk is full."""

    code = "link.hq-full"
    remedy = Remedy.WAIT_FOR_LINK
    text = "HQ has no space left and is looking into it. Everything is saved here and goes later."


class HqTrouble(FieldError):
    """HQ's server failed at this request."""

    code = "link.hq-trouble"
    remedy = Remedy.WAIT_FOR_LINK
    text = "HQ's server has a problem just now. Everything is saved here and goes later."


class ClockOff(FieldError):
    """This computer's clock differs from HQ's."""

    code = "link.clock"
    remedy = Remedy.CHECK_CLOCK
    text = (
        "The clock of this computer differs from HQ's. Reports are still sent, but their times "
        "will look wrong: check date, time and time zone."
    )
