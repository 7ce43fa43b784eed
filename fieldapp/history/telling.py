"""What an import did, in words, as values for programs, and as a file of the rows left out."""

import csv
import io
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from fieldapp.files import begins_with
from fieldapp.history.importing import Refusal, Tally

SHOWN = 20
"""Refused rows that are listed on the screen; all of them go into the file."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def sentences(tally: Tally, rows: int, *, dry: bool) -> list[str]:
    """The outcome for people: what was or would be taken in, and what is missing in it."""
    verb = "would be taken in" if dry else "taken in"
    lines = [
        f"{rows:,} rows in the file: {tally.taken:,} {verb}, {tally.already:,} already here, "
        f"{len(tally.refused):,} refused."
    ]
    if tally.differing:
        lines.append(
            f"{tally.differing:,} more are already here, but the file says something else of them "
            "now. They were left as they are."
        )
    if tally.taken:
        lines.append(f"Grids: {_grids(tally.grids)}.")
    if tally.missing:
        lines.append("Not in the source, so left empty:")
        lines += [f"  {path}: {count:,}" for path, count in _by_path(tally.missing)]
    if tally.unused:
        lines.append("Answered by the mapping, but not asked by the form in these cases:")
        lines += [f"  {path}: {count:,}" for path, count in _by_path(tally.unused)]
    lines += [f"  row {r.number}, line {r.line}: {r.reason}" for r in tally.refused[:SHOWN]]
    if len(tally.refused) > SHOWN:
        lines.append(f"  and {len(tally.refused) - SHOWN:,} more; --refused FILE lists them all.")
    return lines


def values(tally: Tally, rows: int, *, dry: bool) -> dict[str, Any]:
    """The same as one JSON object."""
    return {
        "dry_run": dry,
        "rows": rows,
        "taken": tally.taken,
        "already": tally.already,
        "differing": tally.differing,
        "refused": [
            {"row": r.number, "line": r.line, "key": r.key, "reason": r.reason}
            for r in tally.refused
        ],
        "grid_digits": {str(digits): count for digits, count in sorted(tally.grids.items())},
        "not_in_source": dict(_by_path(tally.missing)),
        "unused": dict(_by_path(tally.unused)),
    }


def earlier_refused_file(path: Path) -> bool:
    """Whether a file is one that `refused_file` made, which a new one may replace."""
    return begins_with(refused_file(()))(path)


def refused_file(refused: Sequence[Refusal]) -> bytes:
    """The refused rows as CSV (UTF-8 with byte order mark) that a spreadsheet opens safely."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(("row", "line", "id", "reason"))
    for r in refused:
        writer.writerow((r.number, r.line, _harmless(r.key), _harmless(r.reason)))
    return text.getvalue().encode("utf-8-sig")


def _grids(counts: Counter[int]) -> str:
    parts = [
        f"{count:,} with {digits} digits" for digits, count in sorted(counts.items()) if digits
    ]
    return ", ".join([*parts, f"{counts[0]:,} without"])


def _by_path(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
