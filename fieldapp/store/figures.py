"""How much there is in a store, for people who look after a laptop."""

from dataclasses import dataclass

from fieldapp.store.database import Store
from fieldapp.units import ByteCount


@dataclass(frozen=True, slots=True)
class StoreFigures:
    """What the store holds.

    Args:
        reports: reports of everybody.
        photos: photos and files that are wholly here, previews left out.
        photo_bytes: their size.
        file_bytes: size of the store's file, without what is still in its journal.
    """

    reports: int
    photos: int
    photo_bytes: ByteCount
    file_bytes: ByteCount


def store_figures(store: Store) -> StoreFigures:
    """Counted now."""
    reports = store.rows("SELECT count(*) FROM report")[0][0]
    photos, size = store.rows(
        "SELECT count(*), coalesce(sum(b.size), 0) FROM blob b WHERE b.present AND NOT EXISTS"
        " (SELECT 1 FROM announced an WHERE an.sha = b.sha AND an.preview_of IS NOT NULL)"
    )[0]
    pages = int(store.rows("PRAGMA page_count")[0][0])
    page = int(store.rows("PRAGMA page_size")[0][0])
    return StoreFigures(reports, photos, ByteCount(size), ByteCount(pages * page))
