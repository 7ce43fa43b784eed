"""The form engine: from a keystroke to the recomputed restriction form."""

import statistics
import time
from random import Random

from fieldapp.forms.session import FormSession
from tests.bench import reports
from tests.bench.harness import Measured


def keystroke(runs: int) -> Measured:
    """99th percentile of one answer set in the restriction form; median over runs.

    Everything that follows is recomputed, and what changed is read again as the window does.
    """
    spent: list[float] = []
    centiles: list[float] = []
    for seed in range(runs):
        finished = reports.restriction(Random(seed))
        session = reports.session("restriction", dict(finished.answers))
        one = _type_everywhere(session)
        spent += one
        centiles.append(statistics.quantiles(one, n=100)[98])
    return Measured(
        "keystroke_ms_p99", statistics.median(centiles), "ms", statistics.median(spent), runs
    )


def _type_everywhere(session: FormSession) -> list[float]:
    spent = []
    refs = [ref for ref in _questions(session) if session.relevant(ref)]
    for ref in refs:
        before = session.value(ref)
        for text in (before[:-1], before + "x", "", before):
            start = time.perf_counter()
            for change in session.set(ref, text):
                if change.what == "problem":
                    session.problem(change.ref)
                elif change.what == "choices":
                    session.choices(change.ref)
                elif change.what == "label":
                    session.label(change.ref)
            spent.append((time.perf_counter() - start) * 1000)
    return spent


def _questions(session: FormSession) -> list[str]:
    waiting = [session.tree()]
    found = []
    while waiting:
        view = waiting.pop()
        waiting.extend(view.children)
        if view.kind == "question":
            found.append(view.ref)
    return found
