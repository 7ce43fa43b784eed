"""Grades the form engine on recorded behaviour of independent engines.

Usage: ``python -m tests.support.conformance DATA_DIR [--brief]``. DATA_DIR is the folder with the
XForms cases. One line a set says how many cases behave as recorded; exit status 1 when a set falls
below its floor, 2 when the data is not there. ``--brief`` takes a fixed sample.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from fieldapp.errors import FieldError
from fieldapp.forms.definition import load_form
from tests.support import (
    conformance_round,
    conformance_scenarios,
    conformance_walks,
    conformance_xpath,
)
from tests.support.conformance_data import (
    Case,
    Files,
    MissingData,
    read_cases,
    read_form_file,
    sample,
)

Result = tuple[int, int, list[str]]


@dataclass(frozen=True)
class CaseSet:
    """A set of cases. ``floor`` is the share that behaved as recorded when it was last raised."""

    name: str
    path: str
    floor: float
    every: int
    grade: Callable[[Iterator[Case], Path], Result]


def _xpath(cases: Iterator[Case], folder: Path) -> Result:
    return conformance_xpath.grade(cases, all_of_xpath=True)


def _dialect(cases: Iterator[Case], folder: Path) -> Result:
    return conformance_xpath.grade(cases, all_of_xpath=False)


def _walks(cases: Iterator[Case], folder: Path) -> Result:
    score = conformance_walks.grade(cases, folder)
    return score.passed, score.total, score.failures


def _scenarios(cases: Iterator[Case], folder: Path) -> Result:
    score = conformance_scenarios.grade(cases)
    return score.passed, score.total, score.failures


def _rejects(cases: Iterator[Case], folder: Path) -> Result:
    """Forms that the reference engine refuses for a reason that our profile shares."""
    passed = total = 0
    failures: list[str] = []
    for case in cases:
        xml = case["xml"].encode() if "xml" in case else read_form_file(folder, case["id"])
        if xml is None or not any(reason in case.get("error", "") for reason in _SHARED_REASONS):
            continue
        total += 1
        try:
            load_form(xml, files=Files())
            failures.append(f"{case['id']} should be refused")
        except FieldError:
            passed += 1
    return passed, total, failures


_SHARED_REASONS = (
    "Cycle detected",
    "unsupported events",
    "non-existent node",
    "Couldn't understand",
    "no language specified",
)

JAVAROSA = "walks/javarosa-walks.jsonl.gz"
PYXFORM = "walks/pyxform-md-walks.jsonl.gz"

SETS = (
    CaseSet("xpath", "xpath/webforms-xpath-cases.jsonl.gz", 0.96, 4, _xpath),
    CaseSet("xpath in the dialect", "xpath/webforms-xpath-cases.jsonl.gz", 0.98, 4, _dialect),
    CaseSet("walks javarosa", JAVAROSA, 0.95, 8, _walks),
    CaseSet("walks pyxform", PYXFORM, 0.99, 2, _walks),
    CaseSet("round trips javarosa", JAVAROSA, 0.98, 8, conformance_round.grade),
    CaseSet("round trips pyxform", PYXFORM, 1.0, 2, conformance_round.grade),
    CaseSet("scenarios", "scenarios/webforms-scenarios.jsonl.gz", 0.97, 4, _scenarios),
    CaseSet("rejects javarosa", "walks/javarosa-rejects.jsonl.gz", 1.0, 1, _rejects),
    CaseSet("rejects pyxform", PYXFORM, 1.0, 1, _rejects),
)


def main(arguments: list[str]) -> int:
    """Runs all sets; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.support.conformance")
    parser.add_argument("data", type=Path, help="folder with the XForms cases")
    parser.add_argument("--brief", action="store_true", help="a fixed sample, under a minute")
    parser.add_argument("--show", action="store_true", help="name the cases that differ")
    options = parser.parse_args(arguments)
    below = False
    for part in SETS:
        try:
            cases = sample(
                read_cases(options.data / part.path), brief=options.brief, every=part.every
            )
            passed, total, failures = part.grade(cases, options.data)
        except MissingData as missing:
            print(f"conformance: {missing}", file=sys.stderr)
            return 2
        floor = part.floor - (_SAMPLE_SLACK if options.brief else 0.0)
        good = passed >= floor * total
        print(f"{part.name} {passed}/{total}" + ("" if good else f" BELOW {floor:.0%}"))
        if options.show:
            print("\n".join(f"  {failure}" for failure in failures))
        below = below or not good
    return 1 if below else 0


_SAMPLE_SLACK = 0.03
"""A sample may miss its floor by so much by chance."""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
