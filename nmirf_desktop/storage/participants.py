"""Partners, who is invited to a meeting, and the delegations, on disk."""

from nmirf_desktop.domain.participants import Delegate, Invitee, Partner
from nmirf_desktop.storage.base import link, of_state
from nmirf_desktop.storage.rows import Rows

PARTNERS = Rows("partner", Partner)
INVITEES = Rows(
    "invitee",
    Invitee,
    meeting=link("meeting", indexed=True),
    state=of_state(),
    partner=link("partner", indexed=True),
)
DELEGATES = Rows("delegate", Delegate, invitee=link("invitee", indexed=True), person=link("person"))
