"""From set-up to a first sending that nobody asked for: the entry, run as a desktop runs it."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from fieldapp.cli_support import Shell
from sync.field.autostart import turn_on_at_set_up
from sync.field.autostart_cli import ON
from sync.field.lock import sender_running
from sync.field.spool import Shelf, Spool
from sync.field.status import stop_sender
from tests.support.hq import Hq, running_hq
from tests.support.mission import PASSPHRASE
from tests.support.processes import until
from tests.unit.sync_field.test_autostart import exec_words
from ui.sealing import seal_after
from ui.verbs import group

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the desktops of Linux")


def set_up(home: Path, hq: Hq) -> str:
    """Sets a laptop up as a person does at the command line; what they read."""
    secret = home.with_name("secret")
    secret.write_text(PASSPHRASE)
    words = ["enrol", "--profile", os.fspath(hq.profile_path), "--code", hq.code("Capt A")]
    words += ["--unit", "TS7", "--name", "Capt A", "--passphrase-file", os.fspath(secret)]
    shell = Shell(after=seal_after, autostart=turn_on_at_set_up)
    done = CliRunner().invoke(group, [*words, "--home", os.fspath(home)], obj=shell)
    assert done.exit_code == 0, done.output
    return done.output


def test_what_waits_leaves_after_a_log_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", os.fspath(tmp_path / "config"))
    monkeypatch.setattr(tempfile, "tempdir", os.fspath(tmp_path / "passing"))
    home = tmp_path / "home of Capt A"
    with running_hq(tmp_path) as hq:
        assert ON in set_up(home, hq)
        spool = Spool(home)
        assert spool.names(Shelf.WAITING), "the request to be let in"
        (entry,) = (tmp_path / "config" / "autostart").iterdir()
        with subprocess.Popen(
            exec_words(entry.read_bytes()),
            cwd="/",
            stdin=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as sender:
            try:
                until("HQ has answered", lambda: not spool.names(Shelf.WAITING))
                assert spool.names(Shelf.KEPT)
                assert sender_running(home)
            finally:
                stop_sender(home)
                sender.terminate()
