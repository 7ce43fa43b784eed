"""The field's own notations: date-time groups, grid squares, positions and report numbers."""
