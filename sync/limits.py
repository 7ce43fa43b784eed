"""Limits of the wire. Whatever is above one is refused before it costs memory or time."""

from fieldapp.units import KIB, MIB

FRAME_BYTES = 1 * MIB
"""One frame; also the largest request body."""
INFLATED_BYTES = 4 * MIB
"""What a frame's text may become; must be declared in the compressed text itself."""
WINDOW_BYTES = 4 * MIB
EVENTS_PER_FRAME = 500
PIECE_BYTES = 64 * KIB
"""The largest piece of a photo in one frame."""
BLOB_BYTES = 25 * MIB
BLOBS_PER_REPORT = 20
BUNDLE_BYTES = 1024 * MIB
"""A bundle fits on a FAT32 stick."""
FRAMES_PER_BUNDLE = 200_000
FRAMES_PER_WRAP = 4_096
"""Frames wrapped in one; the smallest that hold anything have about 200 bytes."""
DAMAGED_PER_BUNDLE = 1_000
"""A file with more packets of ours that cannot be opened is no copy of a bundle."""
STREAM_BACKLOG = 50_000
RECEIPT_BEYOND = 2_000
"""Ids that one receipt lists beyond its unbroken part."""
