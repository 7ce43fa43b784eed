"""The page of this laptop: who works on it, how it looks, the link, the disk, and what it is."""
