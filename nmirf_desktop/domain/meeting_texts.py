"""What those who are invited to a meeting are told: the words of the invitation, and the topics of its note."""

from dataclasses import dataclass
from enum import StrEnum

from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_


class Topic(StrEnum):
    """What a text is about, in the order of the information note; the first is the invitation's own."""

    INVITATION = "invitation"
    VENUE = "venue"
    REGISTRATION = "registration"
    LANGUAGES = "languages"
    VISA = "visa"
    TRAVEL = "travel"
    HOTELS = "hotels"
    ONLINE = "online"
    ACCESSIBILITY = "accessibility"
    DOCUMENTS = "documents"
    CONTACT = "contact"


TOPIC_TITLES = {
    Topic.INVITATION: N_("Words of invitation"),
    Topic.VENUE: N_("Venue"),
    Topic.REGISTRATION: N_("Registration"),
    Topic.LANGUAGES: N_("Languages"),
    Topic.VISA: N_("Visas"),
    Topic.TRAVEL: N_("Travel"),
    Topic.HOTELS: N_("Hotels"),
    Topic.ONLINE: N_("Online participation"),
    Topic.ACCESSIBILITY: N_("Accessibility"),
    Topic.DOCUMENTS: N_("Documents"),
    Topic.CONTACT: N_("Enquiries"),
}
"""What each text is called, as the headings of the information note are."""
TOPIC_LABELS = {
    Topic.INVITATION: N_("Invitation: own words"),
    Topic.VENUE: N_("Information note: venue"),
    Topic.REGISTRATION: N_("Information note: registration"),
    Topic.LANGUAGES: N_("Information note: languages"),
    Topic.VISA: N_("Information note: visas"),
    Topic.TRAVEL: N_("Information note: travel"),
    Topic.HOTELS: N_("Information note: hotels"),
    Topic.ONLINE: N_("Information note: online participation"),
    Topic.ACCESSIBILITY: N_("Information note: accessibility"),
    Topic.DOCUMENTS: N_("Information note: documents"),
    Topic.CONTACT: N_("Information note: contact"),
}
"""Where each text stands, as what is not ready is named."""


@dataclass(frozen=True, slots=True)
class MeetingText:
    """The text of a meeting on a topic; a topic has one at most."""

    key: Key
    meeting: Key
    topic: Topic
    text: Trilingual
