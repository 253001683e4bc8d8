"""How an open card gets its record as the register has it by now: what :meth:`Draft.begin` is told."""

from collections.abc import Callable
from typing import TypeVar

from nmirf_desktop.storage.store import Store
from nmirf_desktop.ui.drafts import Again

Record = TypeVar("Record")


def read_again(read: Callable[[], Record | None], show: Callable[[Record], object]) -> Again:
    """Show what is read by then; nothing where it, or what it belongs to, was taken back, which recording refuses."""

    def again() -> bool:
        try:
            found = read()
        except LookupError:
            return False
        if found is not None:
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

    return read_again(read, show)
