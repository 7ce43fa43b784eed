"""Trains the compression dictionary of the wire on synthetic reports only.

A dictionary is shipped in clear and repeats words of what it was trained on, so no real report may
ever be among them. Run from the project's root: ``python packaging/dictionary/train.py``. The seeds
below ``HELD_OUT`` are for training; the bench measures on seeds from ``HELD_OUT`` on.
"""

import sys
from pathlib import Path
from random import Random

import zstandard

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from fieldapp.event.payload import encode
from tests.bench.corpus import HELD_OUT, payload

SIZE = 64 * 1024
"""Larger ones gain less than a byte per report and 64 KiB, smaller ones lose ten."""
TARGET = Path("sync/dictionary-1.zdict")
DICTIONARY_ID = 1


def main() -> None:
    samples = []
    for seed in range(HELD_OUT):
        samples.append(encode(payload(Random(seed))))
    trained = zstandard.train_dictionary(SIZE, samples, level=19, dict_id=DICTIONARY_ID, k=512, d=8)
    TARGET.write_bytes(trained.as_bytes())
    print(f"{TARGET}: {len(trained.as_bytes())} bytes from {len(samples)} reports")


if __name__ == "__main__":
    main()
