"""Draft the next revision: ``python -m nmirf_desktop.storage.migrations "why"``."""

import sys

from nmirf_desktop.storage.migrations import draft

print(draft(" ".join(sys.argv[1:])))
