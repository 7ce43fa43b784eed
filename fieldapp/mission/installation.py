"""Which mission a folder belongs to: the one file that is read before anybody is in."""

from pathlib import Path

from fieldapp.errors import FieldError, Remedy
from fieldapp.files import make_folder, read_at_most, write_atomically
from fieldapp.mission.profile import MAX_BYTES, MissionProfile, read_profile
from fieldapp.mission.said import FILE_NAME


class NoMission(FieldError):
    """The folder holds no mission file."""

    code = "people.no-mission"
    remedy = Remedy.SET_UP
    text = "This laptop has no mission file yet. Enrol it with the file and code from HQ."


class MissionUnreadable(FieldError):
    """The folder's mission file is there, but it may not be read, or is no file."""

    code = "people.mission-unreadable"
    remedy = Remedy.ASK_HQ
    text = "The mission file of this laptop cannot be read. Nothing was changed."


class OtherMissionHere(FieldError):
    """This folder already belongs to another mission."""

    code = "people.other-mission"
    remedy = Remedy.CHOOSE_OTHER_FILE
    text = "This laptop already belongs to another mission. Use a new folder for this one."


def install_mission(home: Path, raw: bytes) -> MissionProfile:
    """Puts a mission file into an installation folder.

    A folder that belongs to another mission keeps its own.

    Raises:
        BadMissionFile, OtherMissionHere, MissionUnreadable: nothing was changed.
        DiskFull, NotAllowed, FileTrouble: the folder or the file could not be made.
    """
    profile = read_profile(raw)
    path = home / FILE_NAME
    held = _held(path)
    if held is not None:
        present = read_profile(held)
        if present.root != profile.root:
            raise OtherMissionHere()
        if present.version >= profile.version:
            return present
    make_folder(home)
    write_atomically(path, raw)
    return profile


def mission_of(home: Path) -> MissionProfile:
    """The mission of an installation folder.

    Raises:
        NoMission, BadMissionFile, MissionUnreadable: it has no good mission file.
    """
    held = _held(home / FILE_NAME)
    if held is None:
        raise NoMission()
    return read_profile(held)


def _held(path: Path) -> bytes | None:
    try:
        return read_at_most(path, MAX_BYTES)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise MissionUnreadable(detail=type(error).__name__) from error
