"""What can go wrong at the door."""

from fieldapp.errors import FieldError, Remedy


class WrongPassphrase(FieldError):
    """No slot opens with this passphrase."""

    code = "vault.passphrase"
    remedy = Remedy.CHECK_PASSPHRASE
    text = "This passphrase does not open the laptop. Nothing was changed; check and try again."


class WeakPassphrase(FieldError):
    """Too easily guessed on a captured laptop."""

    code = "vault.weak"
    remedy = Remedy.CHECK_INPUT
    text = "This passphrase is too easy to guess. Use four words that do not belong together."


class VaultDamaged(FieldError):
    """``vault.json`` cannot be read or asks for impossible work."""

    code = "vault.damaged"
    remedy = Remedy.RESTORE_COPY
    text = "The key file of this laptop is damaged. Restore it from a copy, or ask HQ to help."


class VaultUnreadable(FieldError):
    """``vault.json`` is there, but it may not be read, or is no file."""

    code = "vault.unreadable"
    remedy = Remedy.ASK_HQ
    text = "The key file of this laptop cannot be read. Nothing was changed."


class NoVault(FieldError):
    """This folder was never set up."""

    code = "vault.none"
    remedy = Remedy.SET_UP
    text = "This laptop is not set up yet. Enrol it with the mission file and code from HQ."


class SlotTaken(FieldError):
    """Two people would carry the same name on the lock screen."""

    code = "vault.slot-taken"
    remedy = Remedy.CHECK_INPUT
    text = "Somebody on this laptop already has this name. Choose another one."


class CryptoBroken(FieldError):
    """A part of the cryptography gives wrong answers, or is not there."""

    code = "vault.crypto"
    remedy = Remedy.UPDATE_APP
    text = "A part that protects your reports does not work, so nothing was opened or changed."


class KeyRenewed(FieldError):
    """The laptop got another database key while this person was in."""

    code = "vault.renewed"
    remedy = Remedy.REOPEN
    text = "This laptop has a new key since you came in. Lock it and unlock it, then try again."
