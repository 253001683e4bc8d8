"""How minutes are approved, and what circulated ones say of their correction, as documents print it in three languages.

Nothing in the Declaration: both follow the practice of the United Nations. Records are subject to correction by each
delegation of its own statements within a period, and are final when it has ended; a later meeting may approve them.
"""

from collections.abc import Collection

from nmirf_desktop.domain.agenda import Numbered
from nmirf_desktop.domain.drafting_frame import meeting_name
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.minutes import ApprovalWay, Minutes, MinutesState
from nmirf_desktop.domain.said import NOTHING, Said
from nmirf_desktop.i18n import N_, Catalog, Language

DEEMED = N_("deemed approved on {date}, the period for corrections having ended")
BY_MEETING = N_("approved by {meeting} on {date} (agenda\u00a0item\u00a0{n})")
CORRECTIONS = N_(
    "These minutes are subject to correction. Delegations are invited to correct their own statements only, and to "
    "send their corrections to the secretariat by {until}, in English, French or Spanish, with the number of the "
    "paragraph and the text that it should have."
)
PREVAILING = N_("The text in {language} prevails.")
PREVAILING_BUT = N_(
    "The text in {language} prevails, except for the texts of decisions, which prevail in the language in which they "
    "were adopted."
)
"""Said where a decision was adopted in another language: it prevails there, as its own document states."""


def approval_said(minutes: Minutes, by: Meeting | None = None, under: Numbered | None = None) -> Said:
    """How and when minutes were approved; nothing of those of which that is not known."""
    if minutes.approved_on is None or minutes.way is None:
        return NOTHING
    if minutes.way is ApprovalWay.MEETING and by is not None and under is not None:
        return Said.by(lambda words: _by_meeting(minutes, by, under, words))
    return Said.by(lambda words: words.gettext(DEEMED).format(date=_date(minutes, words)))


def _by_meeting(minutes: Minutes, by: Meeting, under: Numbered, words: Catalog) -> str:
    return words.gettext(BY_MEETING).format(
        meeting=meeting_name(by, words), date=_date(minutes, words), n=under.reference(words.language)
    )


def _date(minutes: Minutes, words: Catalog) -> str:
    return "" if minutes.approved_on is None else words.date(minutes.approved_on)


def correction_notice(minutes: Minutes, adopted: Collection[Language] = ()) -> Said:
    """What circulated minutes say: what may be corrected, by when, to whom it is sent, and which language prevails.

    *adopted* are the languages in which the decisions of the meeting were.
    """
    if minutes.state is not MinutesState.CIRCULATED or minutes.corrections_until is None:
        return NOTHING
    frame = PREVAILING_BUT if any(one is not minutes.prevailing for one in adopted) else PREVAILING
    return Said.by(lambda words: _notice(minutes, frame, words))


def _notice(minutes: Minutes, frame: str, words: Catalog) -> str:
    until = "" if minutes.corrections_until is None else words.date(minutes.corrections_until)
    said = words.gettext(CORRECTIONS).format(until=until)
    prevailing = words.gettext(frame).format(language=words.language_name(minutes.prevailing))
    return f"{said} {prevailing}"
