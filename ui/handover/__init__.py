"""What one watch leaves to the next, on one page."""
