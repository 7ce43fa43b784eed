"""Reading the small part of CBOR that headers, frames, receipts and answers are made of.

Whole numbers below 2^63, bytes, text, lists, false, true and null, each in its only spelling
(RFC 8949, section 4.2.1): no tags, maps, floats or open lengths. What is read costs memory in
proportion to ``items``, however few bytes promise it.
"""

from fieldapp.event.errors import BadEvent

MAX_DEPTH = 8
MAX_ITEMS = 16_384
"""Values in one text: 500 events of six items, their payloads, and room."""
_UINT, _BYTES, _TEXT, _LIST, _SIMPLE = 0, 2, 3, 4, 7
_SIMPLE_VALUES = {20: False, 21: True, 22: None}
_UINT_LIMIT = 2**63


def decode_cbor(raw: bytes, max_depth: int = MAX_DEPTH, max_items: int = MAX_ITEMS) -> object:
    """One value and nothing after it.

    Args:
        raw: its bytes.
        max_depth: lists within lists.
        max_items: values in all, lists included.

    Raises:
        BadEvent: broken, above a limit, or not in the only spelling.
    """
    reader = _Reader(raw, max_items)
    value = reader.value(max_depth)
    if reader.at != len(raw):
        raise BadEvent(detail="bytes left over")
    return value


class _Reader:
    """Where in the bytes we are, and how many more values may come."""

    def __init__(self, raw: bytes, items: int) -> None:
        self._raw = raw
        self._items = items - 1
        self.at = 0

    def value(self, depth: int) -> object:
        major, number = self._head()
        if major == _UINT:
            return number
        if major == _BYTES:
            return self._take(number)
        if major == _LIST:
            # Every value promised is paid for before any is read.
            self._items -= number
            if depth == 0 or self._items < 0:
                raise BadEvent(detail="nested too deep" if depth == 0 else "too many values")
            return [self.value(depth - 1) for _ in range(number)]
        if major == _TEXT:
            try:
                return self._take(number).decode("utf-8")
            except UnicodeDecodeError as error:
                raise BadEvent(detail="text") from error
        if major == _SIMPLE and number in _SIMPLE_VALUES:
            return _SIMPLE_VALUES[number]
        raise BadEvent(detail="a value of another kind")

    def _head(self) -> tuple[int, int]:
        """Major type and number; the number in as few bytes as it needs."""
        if self.at >= len(self._raw):
            raise BadEvent(detail="cut short")
        first = self._raw[self.at]
        self.at += 1
        major, number = first >> 5, first & 31
        if number < 24:
            return major, number
        if number > 27 or major == _SIMPLE:
            raise BadEvent(detail="a value of another kind")
        size = 1 << (number - 24)
        number = int.from_bytes(self._take(size), "big")
        floor = 24 if size == 1 else 1 << (4 * size)
        if not floor <= number < _UINT_LIMIT:
            raise BadEvent(detail="a number not in its only spelling")
        return major, number

    def _take(self, size: int) -> bytes:
        end = self.at + size
        if end > len(self._raw):
            raise BadEvent(detail="cut short")
        found = self._raw[self.at : end]
        self.at = end
        return found
