"""The sent book: what this person sent, and its fate at HQ, as in the book beside a radio."""
