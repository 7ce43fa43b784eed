"""Photos are fetched as far as HQ has them; one that is still on its way holds up no other."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

import pytest

from fieldapp.store import blobs
from fieldapp.store.database import Store
from fieldapp.units import Sha256
from sync.field import intake
from sync.http import HqLink, Reply
from tests.support.mission import make_desk, make_mission

T = TypeVar("T")


class Shelf(HqLink):
    """An HQ that holds some photos whole and answers 404 for the others."""

    def __init__(self, whole: list[bytes]) -> None:
        self._whole = {sha256(content).hexdigest(): content for content in whole}
        self.asked = 0

    def get(self, path: str, *_: object, **__: object) -> Reply:
        self.asked += 1
        content = self._whole.get(path.rsplit("/", 1)[1])
        return Reply(404, "", b"") if content is None else Reply(200, "", content)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return make_desk(tmp_path, make_mission()).store


def test_photos_that_hq_lacks_hold_up_no_other(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    photos = [bytes([number]) * 9 for number in range(30)]
    monkeypatch.setattr(
        blobs, "blobs_missing", lambda _store: [Sha256(sha256(one).digest()) for one in photos]
    )

    def on_lane(work: Callable[[Store], T], /) -> T:
        return work(store)

    with store:
        link = Shelf(photos[25:])
        pulled = intake.pull_blobs(link, "token", on_lane)
        assert pulled.new == 5
        assert not pulled.more, "the next round comes after a pause"
        assert link.asked == 30
        full = intake.pull_blobs(Shelf(photos), "token", on_lane)
        assert (full.new, full.more) == (intake.BLOBS_AT_ONCE, True)
