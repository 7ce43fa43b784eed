"""Types that carry a unit or a meaning, so that two kinds of number or bytes never mix."""

from typing import NewType

UtcMillis = NewType("UtcMillis", int)
"""Milliseconds since 1970-01-01T00:00Z. A device's claim, never used for ordering."""

ByteCount = NewType("ByteCount", int)
Metres = NewType("Metres", int)

StreamId = NewType("StreamId", bytes)
"""16 bytes naming one person on one device."""

EventId = NewType("EventId", bytes)
"""32 bytes, the hash of an event's header. A report's id is the id of its first event."""

Sha256 = NewType("Sha256", bytes)
"""32 bytes, the hash of a photo or file as it was taken in."""

KIB = 1024
MIB = 1024 * KIB
GIB = 1024 * MIB

LONGEST_LOCK_MINUTES = 15
"""No mission lets an open laptop lie untouched for longer before it locks itself."""
