"""How signed records travel between field laptops and HQ. The wire is in ``sync/PROTOCOL.md``."""
