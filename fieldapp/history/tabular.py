"""CSV files with a header line, in UTF-8 with or without a byte order mark."""

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from fieldapp.history.errors import SourceUnreadable
from fieldapp.history.row import SourceRow
from fieldapp.units import KIB

MAX_LINE = 256 * KIB
"""Characters of one line of the file; a longer one was not made by a spreadsheet."""


def read_lines(file: BinaryIO, delimiter: str) -> Iterator[SourceRow]:
    """The rows below the header; one whose number of fields differs from it is at fault.

    Raises:
        SourceUnreadable: there is no header, it names a column twice, or a line has no end.
    """
    text = io.TextIOWrapper(file, "utf-8-sig", errors="surrogateescape", newline="")
    try:
        reader = csv.reader(_lines(text), delimiter=delimiter, strict=True)
        header = _header(reader)
        number = 0
        while True:
            line = reader.line_num + 1
            try:
                fields = next(reader)
            except StopIteration:
                return
            except csv.Error:
                number += 1
                yield SourceRow(number, line, fault="Its quotation marks do not fit.")
                continue
            if not fields:
                continue
            number += 1
            yield _row(number, line, header, fields)
    finally:
        # The handle belongs to the caller and is read again.
        text.detach()


def _header(reader: Iterator[list[str]]) -> list[str]:
    try:
        header = [name.strip() for name in next(reader, [])]
    except csv.Error as error:
        raise SourceUnreadable("The header line of the file is broken.") from error
    if not header or not all(header) or len(set(header)) != len(header):
        raise SourceUnreadable(
            "The first line of the file must name every column once. Check the delimiter, too."
        )
    return header


def _row(number: int, line: int, header: list[str], fields: list[str]) -> SourceRow:
    if len(fields) != len(header):
        fault = f"It has {len(fields)} fields, the header has {len(header)}."
        return SourceRow(number, line, fault=fault)
    if any("\ud800" <= mark <= "\udfff" for value in fields for mark in value):
        return SourceRow(number, line, fault="Its text is not UTF-8.")
    return SourceRow(number, line, dict(zip(header, fields, strict=True)))


def _lines(text: io.TextIOWrapper) -> Iterator[str]:
    number = 0
    while line := text.readline(MAX_LINE + 1):
        number += 1
        if len(line) > MAX_LINE:
            raise SourceUnreadable(f"Line {number} of the file is above 256 KB.")
        yield line
