"""That the agenda has an item of its own for what is about to be done at another one, and the key that leads there."""

from collections.abc import Sequence

from nmirf_desktop.domain.agenda import Numbered
from nmirf_desktop.domain.item_references import ItemNumbers
from nmirf_desktop.domain.periods import Key as RowKey
from nmirf_desktop.domain.phrases import Content, Phrase
from nmirf_desktop.i18n import N_
from nmirf_desktop.ui.keys_in_force import KeyInForce
from nmirf_desktop.ui.screens.session_keys import Key

ELECTION = N_(
    "▲ Agenda item {number} (“{title}”) is for this election. Opened here, it is told in the minutes under the item "
    "that is shown. To hold it there, leave this card (Esc) and go to that item ({key})."
)
RECORD = N_(
    "▲ Agenda item {number} (“{title}”) is for the record of decisions, and the minutes tell its adoption there. To "
    "adopt it there, go back (Esc) and go to that item ({key})."
)


def elsewhere(message: str, own: Numbered | None, agenda: Sequence[Numbered], here: RowKey) -> Phrase:
    """A *message* on an act's *own* item, named with the key towards it from *here*; nothing where there is none."""
    if own is None:
        return Phrase()
    keys = [one.item.key for one in agenda]
    ahead = here not in keys or keys.index(own.item.key) > keys.index(here)
    key = Key.NEXT if ahead else Key.PREVIOUS
    named = KeyInForce(key.named, key.value[1].keys)
    return Phrase(message, {"number": ItemNumbers((own,)), "title": Content(own.item.title), "key": named})
