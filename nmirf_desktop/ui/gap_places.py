"""Where the texts of each kind of thing are written, and the place of one that a document lacks."""

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.gaps import Gap
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.waiting_texts import Waiting
from nmirf_desktop.ui.places import Place

SCREENS = {
    Subject.MEETINGS: "meetings", Subject.AGENDA: "agenda", Subject.MINUTES: "minutes", Subject.SESSION: "session",
    Subject.VOTES: "session", Subject.LANGUAGES: "session", Subject.PARTICIPANTS: "participants",
    Subject.STATES: "members", Subject.MEMBERS: "members", Subject.ATTACHMENTS: "members",
    Subject.COMMITTEE: "committee", Subject.SETTINGS: "settings", Subject.DOCUMENTS: "documents",
    Subject.DISPATCHES: "distribution", Subject.RULES: "rules", Subject.PRACTICES: "good-practices",
    Subject.ACTIVITIES: "activities", Subject.PARTNERS: "partners", Subject.PLANS: "action-plan",
    Subject.REVIEW: "annual-review", Subject.CONTRIBUTIONS: "knowledge-hub",
}  # fmt: skip
"""The screen on which the texts of each kind of thing are written."""


def place_of_waiting(one: Waiting, meeting: Key) -> Place:
    """Where a text that the minutes of a *meeting* print is written: a paragraph in them, any other under Texts."""
    if one.paragraph:
        return Place("minutes", f"{meeting}:{one.record}")
    return Place("texts", f"{one.record}.{one.field}", str(one.languages[0]))


def place_of(gap: Gap) -> Place:
    """Where a text is written: in its form, in the language that it lacks, where the form opens there.

    The texts of what was tabled, decided, voted on and elected are written under Texts, wherever the room stands; so is
    why a number of the rules was changed.
    """
    if gap.topic in (Subject.SESSION, Subject.RULES) and gap.field:
        return Place("texts", f"{gap.record}.{gap.field}", str(gap.language))
    return Place(SCREENS[gap.topic], gap.record, f"{gap.field}:{gap.language}" if gap.field else "")
