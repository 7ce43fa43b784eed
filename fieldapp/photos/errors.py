"""Why a photo is not taken in."""

from fieldapp.errors import FieldError, Remedy


class PhotoKind(FieldError):
    """A picture or film of a kind whose metadata cannot be taken out."""

    code = "photo.kind"
    remedy = Remedy.CHOOSE_OTHER_FILE
    text = "Only JPEG and PNG photos can be added. Save the photo as one of these first."


class PhotoDamaged(FieldError):
    """It begins like a photo, and goes on like none."""

    code = "photo.damaged"
    remedy = Remedy.CHOOSE_OTHER_FILE
    text = "This photo is damaged and cannot be added. Copy it from the camera again."


class PhotoTooLarge(FieldError):
    """More pixels than are ever opened."""

    code = "photo.too-large"
    remedy = Remedy.CHOOSE_OTHER_FILE
    text = "This photo has more than 50 million pixels. Choose a smaller one."
