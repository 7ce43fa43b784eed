"""Signed events: immutable records, one chain per person and device (``fieldapp/FORMAT.md``)."""
