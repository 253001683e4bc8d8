"""How an open card gets its record as the register has it by now: what :meth:`Draft.begin` is told."""

from collections.abc import Callable
from typing import TypeVar

from nmirf_desktop.storage.store import Store
from nmirf_desktop.ui.drafts import Again

Record = TypeVar("Record")


def read_again(held: Record, read: Callable[[], Record | None], show: Callable[[Record], object]) -> Again:
    """Show what is read by then where it is no longer as it was *held*: what did not change is not shown anew.

    Nothing where it, or what it belongs to, was taken back, which recording refuses.
    """
    last = [held]

    def again() -> bool:
        try:
            found = read()
        except LookupError:
            return False
        if found is not None and found != last[0]:
            last[0] = found
            show(found)
        return found is not None

    return again


def of_record(store: Store, record: Record, show: Callable[[Record], object]) -> Again | None:
    """Show a *record* as it stands in its table by then; ``None`` for a new one, which is in no table."""
    if not getattr(record, "key", ""):
        return None

    def read() -> Record | None:
        from nmirf_desktop.services.present_record import as_it_stands  # not before a card is open

        return as_it_stands(store, record)

    return read_again(record, read, show)
