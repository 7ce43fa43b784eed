"""Where the installation folder is when nobody names one."""

import os
import sys
from pathlib import Path

HOME_VARIABLE = "FIELDAPP_HOME"


def default_home() -> Path:
    """``FIELDAPP_HOME``, else the usual place of this system for a person's own data."""
    named = os.environ.get(HOME_VARIABLE)
    if named:
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", str(Path.home()))) / "fieldapp"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "fieldapp"
    return Path(os.environ.get("XDG_DATA_HOME", str(Path.home() / ".local/share"))) / "fieldapp"
