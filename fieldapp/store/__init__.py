"""The encrypted store of one laptop: a journal, a mirror, drafts, photos, and views of them."""
