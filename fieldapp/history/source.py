"""Reading a file of older records row by row: GeoJSON features or CSV lines, never all at once.

A file is read twice through one open handle: a survey first, which finds a broken file before
anything is taken in, then the rows.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from fieldapp.history import geojson, tabular
from fieldapp.history.errors import SourceTooLarge, SourceUnreadable
from fieldapp.history.row import SourceRow
from fieldapp.units import MIB

MAX_BYTES = 512 * MIB
"""A world of georeferenced events in GeoJSON is about 540,000 rows a GiB; one import is a part."""
MAX_ROWS = 250_000
"""About a quarter of an hour on a slow laptop; more is better cut into files."""
MAX_COLUMNS = 500
_CHUNK = 1 * MIB
_OTHER_ENCODINGS = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Survey:
    """What a file holds: rows, columns in the order met, SHA-256 of its bytes as hex."""

    rows: int
    columns: tuple[str, ...]
    digest: str


class Source:
    """An open file of older records; use it in a ``with`` block.

    Args:
        path: the file; its name ends in ``.geojson``, ``.json`` or ``.csv``.
        delimiter: what stands between the fields of a CSV file, one character.

    Raises:
        SourceUnreadable: it cannot be opened, or its name says that it is something else.
        SourceTooLarge: it is above `MAX_BYTES`.
    """

    def __init__(self, path: Path, delimiter: str = ",") -> None:
        kind = path.suffix.lower()
        if kind not in (".geojson", ".json", ".csv", ".txt"):
            raise SourceUnreadable("The file's name must end in .geojson, .json or .csv.")
        self.is_geojson = kind in (".geojson", ".json")
        self._delimiter = delimiter
        if path.exists() and not path.is_file():
            raise SourceUnreadable("This is no ordinary file.")
        try:
            self._file: BinaryIO = path.open("rb")
        except OSError as error:
            raise SourceUnreadable(detail=type(error).__name__) from error
        size = path.stat().st_size
        head = self._file.read(2)
        if size > MAX_BYTES or head in _OTHER_ENCODINGS:
            self._file.close()
            if head in _OTHER_ENCODINGS:
                raise SourceUnreadable("The file is in UTF-16. Save it again as UTF-8.")
            raise SourceTooLarge(f"The file is above {MAX_BYTES // MIB} MB. Cut it into parts.")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()

    def survey(self) -> Survey:
        """Reads the whole file once.

        Raises:
            SourceUnreadable: it is broken; the message names the line.
            SourceTooLarge: it holds more than `MAX_ROWS` rows or `MAX_COLUMNS` columns.
        """
        count = 0
        columns: dict[str, None] = {}
        for row in self.rows():
            count += 1
            columns.update(dict.fromkeys(row.values))
            if count > MAX_ROWS or len(columns) > MAX_COLUMNS:
                raise SourceTooLarge(
                    f"The file holds more than {MAX_ROWS:,} rows or {MAX_COLUMNS} columns. "
                    "Cut it into parts."
                )
        self._file.seek(0)
        digest = hashlib.sha256()
        while chunk := self._file.read(_CHUNK):
            digest.update(chunk)
        return Survey(count, tuple(columns), digest.hexdigest())

    def rows(self) -> Iterator[SourceRow]:
        """Every row from the beginning, bad ones included with what is wrong with them.

        Raises:
            SourceUnreadable: the file is broken at this place.
        """
        self._file.seek(0)
        if self.is_geojson:
            return geojson.read_features(self._file)
        return tabular.read_lines(self._file, self._delimiter)
