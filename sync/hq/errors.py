"""What can go wrong at HQ, each with the one thing its operator can do."""

from fieldapp.errors import FieldError, Remedy


class NoHqFolder(FieldError):
    """The folder holds no HQ."""

    code = "hq.no-folder"
    remedy = Remedy.SET_UP
    text = "There is no HQ in this folder."
    advice = "Begin one with: fieldapp-hq init"


class HqFolderTaken(FieldError):
    """The folder holds an HQ already."""

    code = "hq.folder-taken"
    remedy = Remedy.CHOOSE_OTHER_FILE
    text = "There is an HQ in this folder already. Nothing was changed. Choose an empty folder."


class HqKeysDamaged(FieldError):
    """A key file is missing or unreadable, or does not fit the mission file."""

    code = "hq.keys"
    remedy = Remedy.RESTORE_COPY
    text = "A key file of HQ is missing, damaged or another HQ's. Put back the copy of 'keys'."


class NoRelay(FieldError):
    """The mission was begun without a relay."""

    code = "hq.no-relay"
    remedy = Remedy.CHECK_INPUT
    text = "This mission has no relay: its laptops call HQ itself. Nothing was made."


class TableRefused(FieldError):
    """A form's table has a mistake."""

    code = "hq.form-table"
    remedy = Remedy.CHECK_INPUT
    text = "The form has a mistake. Nothing was published."


class NoCompiler(FieldError):
    """What compiles tables is not installed."""

    code = "hq.no-compiler"
    remedy = Remedy.SET_UP
    text = "This HQ cannot compile tables. Install its extra 'authoring', or give compiled forms."


class PackTooLarge(FieldError):
    """A pack that no laptop would take."""

    code = "hq.pack-size"
    remedy = Remedy.CHOOSE_OTHER_FILE
    text = "These files are too large for one pack: 25 MB once compressed. Nothing was published."


class HqStoreLocked(FieldError):
    """The store's key does not open it."""

    code = "hq.store-key"
    remedy = Remedy.RESTORE_COPY
    text = "HQ's log cannot be opened with its key. Restore the newest backup."


class HqStoreDamaged(FieldError):
    """A page of the store fails its check."""

    code = "hq.store-damaged"
    remedy = Remedy.RESTORE_COPY
    text = "HQ's log is damaged on disk. Stop the server and restore the newest backup."


class HqStoreMissing(FieldError):
    """The folder holds an HQ whose log is gone or empty."""

    code = "hq.store-missing"
    remedy = Remedy.RESTORE_COPY
    text = "HQ's log is missing or empty. Keep the folder as it is and restore the newest backup."


class HqStoreForbidden(FieldError):
    """This account may not read or write the log, or its disk is write-protected."""

    code = "hq.store-forbidden"
    remedy = Remedy.TRY_AGAIN
    text = "This account may not use HQ's log. Nothing was changed."
    advice = "Check who may use the folder and that the disk is not write-protected."


class HqStoreBusy(FieldError):
    """Another process held the store longer than we wait."""

    code = "hq.store-busy"
    remedy = Remedy.TRY_AGAIN
    text = "HQ's log was busy for too long. Nothing was changed. Try again."


class HqStoreFull(FieldError):
    """No space is left on HQ's disk."""

    code = "hq.store-full"
    remedy = Remedy.FREE_SPACE
    text = "HQ's disk is full. What was receipted is safe. Free some space."


class HqStoreNewer(FieldError):
    """The store was written by a newer version."""

    code = "hq.store-newer"
    remedy = Remedy.UPDATE_APP
    text = "HQ's log was written by a newer version. Update this server first."


class LogBroken(FieldError):
    """The log no longer says what its authors signed."""

    code = "hq.log-broken"
    remedy = Remedy.RESTORE_COPY
    text = "HQ's log was changed after it was received. Keep it as it is and restore a backup."


class BadCode(FieldError):
    """HQ never gave out this one-time code."""

    code = "hq.code"
    remedy = Remedy.ASK_HQ
    text = "The one-time code is wrong. Check it letter by letter, or make a new one."


class CodeUsed(BadCode):
    """Somebody asked with this one-time code before."""

    code = "hq.code-used"
    text = "The one-time code was used already. Make a new one."


class CodeExpired(BadCode):
    """The one-time code's days are over."""

    code = "hq.code-expired"
    text = "The one-time code is too old. Make a new one."


class TooManyCodes(BadCode):
    """So many wrong codes were tried that no more are looked at for a while."""

    code = "hq.code-tries"
    text = "Too many wrong codes were tried. Wait a day, then ask with a new one."


class WrongUnit(FieldError):
    """The mission has no such unit."""

    code = "hq.unit"
    remedy = Remedy.CHECK_INPUT
    text = "The mission has no unit with this short code. Use one of those given at init."


class NoSuchLaptop(FieldError):
    """No enrolment fits the fingerprint."""

    code = "hq.fingerprint"
    remedy = Remedy.CHECK_INPUT
    text = "No laptop fits this fingerprint, or more than one does. Type more of it."


class BackupUnusable(FieldError):
    """The backup is damaged or belongs to another HQ."""

    code = "hq.backup"
    remedy = Remedy.CHOOSE_OTHER_FILE
    text = "This backup cannot be used with this HQ's keys. Nothing was changed."


class ServerRunning(FieldError):
    """A server is using the log."""

    code = "hq.running"
    remedy = Remedy.TRY_AGAIN
    text = "A server is running on this folder already. Stop it first."


class CannotListen(FieldError):
    """The port is taken or not allowed."""

    code = "hq.listen"
    remedy = Remedy.CHECK_INPUT
    text = "The server cannot listen on this address and port. Choose another with --port."
