"""A rehearsal on this computer alone: HQ, two field laptops, an officer's desktop, a bad link."""
