"""What makes an installation belong to a mission: profile, roster, code lists and packs."""
