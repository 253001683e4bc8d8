"""While Qt walks over all widgets, Python deletes none of them."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Put Python's collector off for a while.

    Qt tells a style or a language to every widget of a list made beforehand, and each may run code of ours in between:
    a collection there would delete a closed screen that the list still names, and the process would die.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
