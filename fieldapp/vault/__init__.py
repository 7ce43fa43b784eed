"""Who can open this laptop's store: one key slot per person around one database key."""
