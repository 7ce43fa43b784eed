"""How long a report took, for the command line."""

import json
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from fieldapp import commands
from fieldapp.cli import report
from fieldapp.cli_support import Shell, run
from fieldapp.cli_timing import timing_line
from fieldapp.units import UtcMillis
from tests.support.fleet import deliver, own_events, receipt_for, restriction
from tests.support.mission import PASSPHRASE, START, make_desk, make_mission
from tests.widget.test_reports_model import row as any_row

HOUR = 3_600_000


@dataclass(frozen=True)
class Still:
    """A clock that stands."""

    at: int = START

    def now(self) -> UtcMillis:
        return UtcMillis(self.at)


def test_show_tells_the_authors_part_and_the_links_part(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mission = make_mission()
    desk = make_desk(tmp_path / "home", mission, clock=Still())
    filed = commands.file_report(desk, restriction(when={"end": "2026-11-03T09:00:00.000Z"}))
    receipt = receipt_for(desk, len(own_events(desk)), t=UtcMillis(START + 40 * HOUR))
    deliver(desk, mission, receipt)
    desk.store.close()
    secret = tmp_path / "secret"
    secret.write_text(PASSPHRASE)

    def show(*more: str) -> str:
        words = ["show", filed.ref, "--home", str(desk.home), "--passphrase-file", str(secret)]
        assert run(report, Shell(clock=Still(START + 48 * HOUR)), [*words, *more]) == 0
        return capsys.readouterr().out

    assert json.loads(show("--json"))["timing"] == {
        "late": "late-by-link",
        "ended": "2026-11-03T09:00:00Z",
        "filed": "2026-11-03T10:00:00Z",
        "filed_by_hq_clock": "2026-11-03T10:00:00Z",
        "received": "2026-11-05T02:00:00Z",
        "allowed_minutes": 120,
        "filing_minutes": 60,
        "way_minutes": 2400,
    }
    words = "Filed 60 min after the event, in time. Reached HQ 40 h later: no link before."
    assert words in show()


@pytest.mark.parametrize(
    ("ended", "signed", "received", "now", "expected"),
    [
        (0, 1, 2, 99, "Filed 60 min after the event, in time. Reached HQ 60 min later."),
        (0, 3, 43, 99, "Filed 3 h after the event; 2 h are planned. Reached HQ 40 h later."),
        (0, 1, None, 2, "Filed 60 min after the event, in time. Not known to be at HQ yet."),
        (
            0,
            1,
            None,
            97,
            "Filed 60 min after the event, in time. Has waited for a link for 4 days.",
        ),
        (
            2,
            1,
            2,
            99,
            "The clock of this laptop was in doubt: how long the report took cannot be told.",
        ),
        (None, 1, 2, 99, ""),
    ],
)
def test_in_words(
    ended: int | None, signed: int, received: int | None, now: int, expected: str
) -> None:
    def at(hours: int | None) -> UtcMillis | None:
        return None if hours is None else UtcMillis(START + hours * HOUR)

    found = replace(any_row(1), ended=at(ended), signed=at(signed), received=at(received))
    assert timing_line(found, UtcMillis(START + now * HOUR)) == expected
