"""Committee terms, seats and the coordination on disk."""

from nmirf_desktop.domain.committees import Coordination, Seat, Term
from nmirf_desktop.storage.base import link, of_state
from nmirf_desktop.storage.rows import Rows

TERMS = Rows("term", Term, meeting=link("meeting"), decision=link("decision"))
SEATS = Rows("seat", Seat, term=link("term", indexed=True), state=of_state(indexed=True), person=link("person"))
COORDINATIONS = Rows("coordination", Coordination, seat=link("seat", indexed=True))
