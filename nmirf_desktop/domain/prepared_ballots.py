"""The first ballot of the Committee as the candidatures tell it before its election is opened (R35)."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from nmirf_desktop.domain.candidature_papers import CandidatureRecord
from nmirf_desktop.domain.candidatures import Call, standing
from nmirf_desktop.domain.election_board import ElectionBoard, Records, board
from nmirf_desktop.domain.elections import COMMITTEE_TITLE, Body, Candidate, Election
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.practices import Option
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Language, catalog

NO_BALLOT = N_("No ballot is open or comes next: open an election, or a vote by secret ballot, in the session first.")
NO_CALL = N_(
    "No ballot is open or comes next, and no call for candidatures names this meeting. Under Candidatures, record the "
    "call and those who stand, and these papers are made from it; or open an election in the session."
)
NOBODY_STANDS = N_(
    "No ballot is open or comes next, and nobody stands in the call for candidatures of {day}. Under Candidatures, "
    "record those that came in, and these papers are made from them; or open an election in the session."
)
PREPARED = N_(
    "Prepared from the candidatures, last changed on {day}, for the first ballot: the election has not been opened "
    "yet. Whoever stands or withdraws later is not taken into account."
)
ACCLAIMED = N_("No more stand than there are seats: they are elected by acclamation, unless a ballot is taken.")
ON_A_SLATE = N_("A slate was agreed on {day}: where it is elected as a whole, no ballot is taken.")
BY_GROUP = N_(
    "Where one ballot is taken for each regional group, open these elections in the session: each then has papers of "
    "its own."
)


@dataclass(frozen=True, slots=True)
class Prepared:
    """The election that is to come as its first ballot would be, and what is to be known before papers are printed."""

    shown: ElectionBoard
    remarks: tuple[Phrase, ...]


def committee_title() -> Trilingual:
    """What the election of the Committee is called, finished in each language."""
    said = {language: catalog(language).gettext(COMMITTEE_TITLE) for language in Language}
    return Trilingual.final(said[Language.EN], said[Language.FR], said[Language.ES])


def prepared(facts: RecordedMeeting, called: CandidatureRecord | None) -> Prepared | None:
    """(silent; part E) R35: the first ballot among all who stand by the day of the record, for all seats of the call.

    *called* is the call for the Committee that the meeting is to elect. ``None`` where there is none, nobody stands,
    or an election of the Committee was opened or its appointment recorded: from then on those tell the ballots.
    """
    if called is None or called.call is None or _begun(facts):
        return None
    call, stand = called.call, standing(called.candidatures, called.call, called.on)
    if not stand:
        return None
    opens = datetime.datetime.combine(facts.meeting.opens_on, datetime.time(), datetime.UTC)
    election = Election(
        call.key, facts.meeting.key, "", committee_title(), Body.COMMITTEE, call.seats, opens, (), call=call.key
    )
    names = tuple(Candidate(one.key, call.key, place, one.state) for place, one in enumerate(stand))
    shown = board(Records(election, names, (), (), called.states))
    return Prepared(shown, (Phrase(PREPARED, {"day": _last_changed(called, call)}), *_remarks(called, call, shown)))


def _last_changed(called: CandidatureRecord, call: Call) -> datetime.date:
    """The day of the last receipt or withdrawal: a copy made later from the same register is the same."""
    days = [call.opened_on]
    for one in called.candidatures:
        days += [day for day in (one.received_on, one.withdrawn_on) if day is not None and day <= called.on]
    return max(days)


def _begun(facts: RecordedMeeting) -> bool:
    """Whether the meeting elects, or has appointed, the Committee already."""
    elected = any(one.body is Body.COMMITTEE for one in facts.elections)
    return elected or any(one.meeting == facts.meeting.key for one in facts.terms)


def _remarks(called: CandidatureRecord, call: Call, shown: ElectionBoard) -> Iterator[Phrase]:
    """Where no ballot may be needed, or more than one."""
    contested = len(shown.names) > call.seats
    if not contested and not called.practices.holds(Option.ALWAYS_BALLOT):
        yield Phrase(ACCLAIMED)
    if called.slate is not None:
        yield Phrase(ON_A_SLATE, {"day": called.slate.agreed_on})
    if contested and len({one.state.group for one in shown.names}) > 1:
        yield Phrase(BY_GROUP)


def no_ballot(facts: RecordedMeeting, called: CandidatureRecord | None) -> Problem:
    """Why there is no paper to print, and what to do."""
    if facts.elections or _begun(facts):
        return Problem(NO_BALLOT)
    if called is None or called.call is None:
        return Problem(NO_CALL)
    return Problem(NOBODY_STANDS, {"day": called.call.opened_on})
