"""The window: the only package that imports Qt (with the composition root)."""
