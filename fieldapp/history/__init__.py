"""Records of an older source, taken in by a mapping that says in words what becomes of a row."""
