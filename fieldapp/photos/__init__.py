"""Photos as they are kept and sent: the picture alone, without what the camera wrote beside it."""
