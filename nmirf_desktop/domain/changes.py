"""What a transaction touched: screens look at it and decide whether to read again."""

from enum import StrEnum


class Subject(StrEnum):
    """A kind of thing that a transaction may touch."""

    SETTINGS = "settings"
    STATES = "states"
    MEMBERS = "members"
    ATTACHMENTS = "attachments"
    COMMITTEE = "committee"
    MEETINGS = "meetings"
    AGENDA = "agenda"
    PARTICIPANTS = "participants"
    ACTIVITIES = "activities"
    PARTNERS = "partners"
    PRACTICES = "practices"
    CONTRIBUTIONS = "contributions"
    LANGUAGES = "languages"
    SESSION = "session"
    VOTES = "votes"
    MINUTES = "minutes"
    DOCUMENTS = "documents"
    DISPATCHES = "dispatches"
    RULES = "rules"
    PLANS = "plans"
    REVIEW = "review"


Changes = frozenset[Subject]
