"""Which mission a folder belongs to: the one file that is read before anybody is in."""

from pathlib import Path

from fieldapp.errors import FieldError, Remedy
from fieldapp.files import write_atomically
from fieldapp.mission.profile import MissionProfile, read_profile
from fieldapp.mission.said import FILE_NAME


class NoMission(FieldError):
    """The folder holds no mission file."""

    code = "people.no-mission"
    remedy = Remedy.SET_UP
    text = "This laptop has no mission file yet. Enrol it with the file and code from HQ."


class OtherMissionHere(FieldError):
    """This folder already belongs to another mission."""

    code = "people.other-mission"
    remedy = Remedy.CHOOSE_OTHER_FILE
    text = "This laptop already belongs to another mission. Use a new folder for this one."


def install_mission(home: Path, raw: bytes) -> MissionProfile:
    """Puts a mission file into an installation folder; raises `BadMissionFile`.

    A folder that belongs to another mission keeps its own.
    """
    profile = read_profile(raw)
    path = home / FILE_NAME
    if path.exists():
        present = read_profile(path.read_bytes())
        if present.root != profile.root:
            raise OtherMissionHere()
        if present.version >= profile.version:
            return present
    home.mkdir(parents=True, exist_ok=True)
    write_atomically(path, raw)
    return profile


def mission_of(home: Path) -> MissionProfile:
    """The mission of an installation folder; raises `NoMission` or `BadMissionFile`."""
    try:
        raw = (home / FILE_NAME).read_bytes()
    except FileNotFoundError as error:
        raise NoMission() from error
    return read_profile(raw)
