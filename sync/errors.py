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
