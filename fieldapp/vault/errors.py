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


class NotARequest(FieldError):
    """The file is no request for recovery, or was changed."""

    code = "recovery.request"
    remedy = Remedy.CHOOSE_OTHER_FILE
    text = "This file does not ask for recovery, or it was changed on its way. Ask for a new one."


class AnswerUnfit(FieldError):
    """The answer is for another laptop or an earlier request, or it was changed."""

    code = "recovery.answer"
    remedy = Remedy.ASK_HQ
    text = "This answer does not fit the request made here last. Nothing was changed."


class AnswerOutdated(FieldError):
    """The laptop got another key, or the person another slot, after the request was made."""

    code = "recovery.outdated"
    remedy = Remedy.ASK_HQ
    text = "This laptop got a new key after you asked; the answer is too old. Nothing was changed."


class NoRecovery(FieldError):
    """Nothing on the laptop is sealed to custodians for this person."""

    code = "recovery.none"
    remedy = Remedy.ASK_HQ
    text = "HQ cannot open this laptop for you: nothing was prepared for it. Nothing was changed."


class NothingAsked(FieldError):
    """There is an answer, but no request was made here."""

    code = "recovery.not-asked"
    remedy = Remedy.CHECK_INPUT
    text = "No help from HQ was asked for on this laptop. Make a request first."


class CustodiansUnfit(FieldError):
    """The files are not of two custodians of one recovery key, or a file was changed."""

    code = "recovery.custodians"
    remedy = Remedy.CHOOSE_OTHER_FILE
    text = "It takes the files of two different custodians of the same key. Nothing was opened."


class CustodianPassphrase(FieldError):
    """A custodian's passphrase is not right."""

    code = "recovery.passphrase"
    remedy = Remedy.CHECK_PASSPHRASE
    text = "A passphrase does not open its custodian's file. Nothing was opened."
