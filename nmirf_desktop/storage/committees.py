"""The Committee on disk: its mandates, seats and Coordinators, what prepares them, and what it agrees in silence."""

import sqlalchemy as sa

from nmirf_desktop.domain.candidatures import Call, Candidature, Slate
from nmirf_desktop.domain.committees import Coordination, Seat, Term
from nmirf_desktop.domain.silence import SilenceProcedure
from nmirf_desktop.storage.base import link, of_state
from nmirf_desktop.storage.rows import Rows

TERMS = Rows("term", Term, meeting=link("meeting"), decision=link("decision"))
SEATS = Rows(
    "seat",
    Seat,
    term=link("term", indexed=True),
    state=of_state(indexed=True),
    person=link("person"),
    follows=link("seat"),
)
COORDINATIONS = Rows("coordination", Coordination, seat=link("seat", indexed=True))
CALLS = Rows("candidature_call", Call, meeting=link("meeting"), number=sa.Column(server_default="0"))
CANDIDATURES = Rows(
    "candidature",
    Candidature,
    call=link("candidature_call", indexed=True),
    state=of_state(indexed=True),
    person=link("person"),
)
SLATES = Rows("slate", Slate, call=link("candidature_call", indexed=True))
SILENCES = Rows(
    "silence_procedure",
    SilenceProcedure,
    term=link("term", indexed=True),
    meeting=link("meeting"),
    broken_by=of_state(),
)
