"""Look of the desktop: sizes, colours, and the small widgets every page shares."""
