from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.hq.app import Hq
from tests.support.hq_inside import hq_inside


@pytest.fixture
def hq(tmp_path: Path) -> Iterator[Hq]:
    with hq_inside(tmp_path) as opened:
        yield opened
