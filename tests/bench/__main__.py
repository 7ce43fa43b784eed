"""``make bench``: one JSON object a line; ``--full`` takes more runs and larger stores."""

import sys
from collections.abc import Callable, Iterator

from tests.bench import forms, hq, maps, start, store, typing, window, wire
from tests.bench.harness import Measured


def measurements(full: bool) -> Iterator[Callable[[], list[Measured]]]:
    """What is measured, in order; each takes its baseline in turn in the same run."""
    runs = 25 if full else 9
    yield lambda: [store.save_ratio(runs * 2 + 1)]
    yield lambda: [hq.hq_reports_per_s(5 if full else 3, 5_000 if full else 1_000)]
    yield lambda: wire.wire_bytes(1_000 if full else 200)
    yield lambda: start.start(runs)
    yield lambda: [forms.keystroke(runs)]
    yield lambda: typing.typing(5)
    yield lambda: [store.search_10k(runs)]
    yield lambda: window.window(runs)
    yield lambda: maps.frame(runs)
    if full:
        yield lambda: [store.search_10k(runs, 100_000)]
        yield lambda: [window.page_100k(runs)]


def main(words: list[str]) -> int:
    """Runs everything; the exit status is 0, since figures are read and not judged here."""
    for measure in measurements("--full" in words):
        for measured in measure():
            measured.print()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
