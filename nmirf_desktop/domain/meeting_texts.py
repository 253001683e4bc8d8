"""What those who are invited to a meeting are told: the words of the invitation, and the topics of its note."""

from dataclasses import dataclass
from enum import StrEnum

from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.text import Trilingual


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


@dataclass(frozen=True, slots=True)
class MeetingText:
    """The text of a meeting on a topic; a topic has one at most."""

    key: Key
    meeting: Key
    topic: Topic
    text: Trilingual
