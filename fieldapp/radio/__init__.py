"""Reports over voice and HF radio: spelled out, with a check word, or as one short text."""
