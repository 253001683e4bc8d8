"""The window: the only package that imports Qt (with the composition root).

PySide6 puts in the place of ``import`` one that reads the source text of every module imported after it, to see whether
``from __feature__ import …`` might concern it. The program has no such line, so that the import from before is put
back: SQLAlchemy is there in half the time, and no source text is kept in memory.
"""

import builtins

import PySide6.QtCore  # noqa: F401  (puts its own import in place)

builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
