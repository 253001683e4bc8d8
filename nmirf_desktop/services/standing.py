"""What a verb was asked to be done to: it may have gone, by undo or by another window, while its card was open."""

from typing import TypeVar

from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.i18n import N_
from nmirf_desktop.storage.rows import Rows
from nmirf_desktop.storage.session import Session

Value = TypeVar("Value")
GONE = N_(
    "What this card is about is no longer in the register, and nothing was recorded. Undo or redo brings it back; else "
    "press “Do not record”."
)


def standing(session: Session, rows: Rows[Value], key: Key) -> Value:
    """The value of a key, for a verb that is called from a card; ``Refusal`` where it was taken back meanwhile."""
    found = rows.find(session, key)
    if found is None:
        raise Refusal(GONE)
    return found
