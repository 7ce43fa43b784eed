"""Forms on their way: published at HQ, fetched in stretches or carried, tried before use."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from fieldapp.forms.catalog import PACK_FOLDER, install_pack, open_catalog
from fieldapp.forms.library import library_forms
from fieldapp.mission.packs import PackOutdated
from fieldapp.store import mirror
from sync.errors import Portal
from sync.field import packs
from sync.field.config import bearer
from sync.field.intake import Pulled
from sync.http import HqLink, Reply
from tests.integration.test_field_sync import PHOTO, Laptop, enrolled, let_in
from tests.support.hq import Hq, running_hq


@pytest.fixture(scope="module")
def hq(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hq]:
    with running_hq(tmp_path_factory.mktemp("hq")) as hq:
        yield hq


def published(hq: Hq, folder: Path, title: str) -> int:
    """Publishes the incident form under another title; the pack's version."""
    folder.mkdir(exist_ok=True)
    form = folder / "incident.xml"
    raw = library_forms()["incident"]
    form.write_bytes(raw.replace(b"<h:title>Incident<", f"<h:title>{title}<".encode()))
    done = hq.ask("pack", "publish", "--kind", "forms", str(form), "--out", str(folder))
    assert Path(done["file"]).is_file()
    return int(done["version"])


class Cut(HqLink):
    """A link that is lost after some answers."""

    left = 10**9
    answers = 0

    def get(self, path: str, *arguments: object, **options: object) -> Reply:  # type: ignore[override]
        if self.left == 0:
            raise ConnectionError
        self.left -= 1
        self.answers += path.startswith("/v1/packs/")
        return super().get(path, *arguments, **options)  # type: ignore[arg-type]


def fetched(laptop: Laptop, answers: int = 10**9) -> tuple[Pulled, int]:
    """Fetches packs; what came of it, and how many stretches were asked for."""
    config = packs_config(laptop)
    link = Cut(*config, patience=20)
    link.left = answers
    try:
        return packs.pull_packs(link, laptop.person, laptop.on_lane, laptop.desk.home), link.answers
    finally:
        link.close()


def packs_config(laptop: Laptop) -> tuple[str, str]:
    profile = laptop.desk.profile
    return profile.server, profile.ca


def title(laptop: Laptop) -> str:
    return open_catalog(laptop.desk.home, laptop.desk.profile.admin).form("incident").title


def test_a_new_form_reaches_a_laptop_in_spite_of_a_cut(tmp_path: Path, hq: Hq) -> None:
    laptop = enrolled(tmp_path, hq, "Capt Forms")
    let_in(laptop, hq)
    version = published(hq, tmp_path / "out", "Incident, new")
    laptop.inbox()
    with pytest.raises(ConnectionError):
        fetched(laptop, answers=1)
    (part,) = (laptop.desk.home / PACK_FOLDER).glob("*.part")
    before = part.stat().st_size
    assert 0 < before < notice_size(laptop)
    asked = 0
    while (pulled := fetched(laptop))[0].more:
        asked += pulled[1]
    assert title(laptop) == "Incident, new"
    assert pulled[0].changes.packs
    steps = -(-notice_size(laptop) // packs.STEP_BYTES)
    assert asked + pulled[1] == steps - 1, "what was here was not fetched again"
    assert fetched(laptop) == (Pulled(), 0)
    assert [path.name for path in (laptop.desk.home / PACK_FOLDER).iterdir()] == [
        f"forms-{version:06d}.pack"
    ]


def notice_size(laptop: Laptop) -> int:
    admin = laptop.desk.profile.admin
    return laptop.on_lane(lambda store: mirror.pack_notices(store, admin))[-1].size


def test_the_same_pack_may_come_by_stick(tmp_path: Path, hq: Hq) -> None:
    laptop = enrolled(tmp_path, hq, "Capt Stick")
    let_in(laptop, hq)
    version = published(hq, tmp_path / "out", "Incident by stick")
    path = tmp_path / "out" / f"forms-{version:06d}.pack"
    install_pack(laptop.desk.home, path.read_bytes(), laptop.desk.profile.admin)
    laptop.inbox()
    assert title(laptop) == "Incident by stick"
    assert fetched(laptop) == (Pulled(), 0), "what came by stick is not fetched"


def test_hq_publishes_nothing_that_laptops_could_not_use(tmp_path: Path, hq: Hq) -> None:
    broken = tmp_path / "incident.xml"
    broken.write_bytes(library_forms()["incident"][:2000])
    before = hq.ask("pack", "list")
    done = hq.cli("pack", "publish", "--kind", "forms", str(broken), check=False)
    assert done.returncode == 1
    assert "form.refused" in done.stderr
    assert hq.ask("pack", "list") == before


def test_a_pack_that_this_version_cannot_use_is_noted_and_not_fetched_again(
    tmp_path: Path, hq: Hq, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop = enrolled(tmp_path, hq, "Capt Old")
    let_in(laptop, hq)
    published(hq, tmp_path / "out", "Incident of tomorrow")
    laptop.inbox()

    def too_new(_packs: object) -> None:
        raise PackOutdated

    monkeypatch.setattr("fieldapp.forms.catalog.try_packs", too_new)
    while fetched(laptop)[0].more:
        pass
    assert title(laptop) == "Incident"
    assert fetched(laptop) == (Pulled(), 0)
    monkeypatch.undo()
    monkeypatch.setattr("sync.field.packs.APP_VERSION", "99.0")
    while fetched(laptop)[0].more:
        pass
    assert title(laptop) == "Incident of tomorrow", "a newer version of the app tries again"


def test_a_pack_changed_on_the_way_is_thrown_away(tmp_path: Path, hq: Hq) -> None:
    laptop = enrolled(tmp_path, hq, "Capt Middle")
    let_in(laptop, hq)
    published(hq, tmp_path / "out", "Incident again")
    laptop.inbox()
    with pytest.raises(ConnectionError):
        fetched(laptop, answers=1)
    (part,) = (laptop.desk.home / PACK_FOLDER).glob("*.part")
    raw = bytearray(part.read_bytes())
    raw[100] ^= 1
    part.write_bytes(raw)
    with pytest.raises(Portal):
        while fetched(laptop)[0].more:
            pass
    assert not part.exists()
    while fetched(laptop)[0].more:
        pass
    assert title(laptop) == "Incident again"


def test_the_road_of_packs_leads_to_no_photo_and_to_nobody_unknown(tmp_path: Path, hq: Hq) -> None:
    laptop = enrolled(tmp_path, hq, "Capt Curious")
    let_in(laptop, hq)
    report = laptop.file(photos=(PHOTO,))
    laptop.round()
    row = laptop.desk.store.row("SELECT sha FROM announced WHERE report = ?", (report,))
    assert row is not None
    link = laptop.link()
    try:
        token = bearer(laptop.desk.keys.inbox_token)
        assert link.get(f"/v1/packs/{row[0].hex()}", token=token).status == 404
        version = published(hq, tmp_path / "out", "Incident for members")
        laptop.inbox()
        admin = laptop.desk.profile.admin
        notice = laptop.on_lane(lambda store: mirror.pack_notices(store, admin))[-1]
        assert notice.version == version
        assert link.get(f"/v1/packs/{notice.sha.hex()}", token=bearer(bytes(16))).status == 401
        assert link.get(f"/v1/packs/{notice.sha.hex()}", token=token).status == 200
    finally:
        link.close()
