"""What a verb was asked to be done to: undo may have taken it away while a card or an offer was open."""

from typing import TypeVar

from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.i18n import N_
from nmirf_desktop.storage.rows import Rows
from nmirf_desktop.storage.session import Session

Value = TypeVar("Value")
GONE = N_("What this is about is no longer in the register, and nothing was recorded. Undo or redo brings it back.")


def standing(session: Session, rows: Rows[Value], key: Key) -> Value:
    """The value of a key, for a verb that a card or an offer calls; ``Refusal`` where it was taken back meanwhile."""
    found = rows.find(session, key)
    if found is None:
        raise Refusal(GONE)
    return found
