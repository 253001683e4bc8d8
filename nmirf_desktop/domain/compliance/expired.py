"""R30, A10: what a Committee agreed after its mandate, in silence or an agenda; what came after it or after a day."""

import datetime
from collections.abc import Iterator

from nmirf_desktop.domain.committees import Term
from nmirf_desktop.domain.compliance.evidence import Evidence, meeting_judged
from nmirf_desktop.domain.compliance.findings import Fact, Finding, not_kept
from nmirf_desktop.domain.compliance.records import counted, judged_record, taken_from
from nmirf_desktop.domain.meetings import Meeting, is_network_meeting
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.silence import Silence, SilenceProcedure
from nmirf_desktop.i18n import N_

AGREED, MANDATE = N_("Agreed on"), N_("First day of the mandate")


def agreed_after_the_end(evidence: Evidence, term: Term) -> Iterator[Finding]:
    """What the Committee of a term agreed on the first day on which it was over, or later."""
    end = evidence.over(term)
    if end is None:
        return
    for meeting in evidence.meetings:
        agreed = meeting.agenda_agreed_on
        if meeting.agenda_agreed_by == term.key and agreed and end <= agreed <= evidence.on:
            yield _agenda(evidence, term, meeting, agreed, end)
    for silence in evidence.facts.silences:
        kept = silence.state(evidence.on) is Silence.AGREED
        if silence.term == term.key and kept and end <= silence.agreed_on and not _noted(evidence, silence):
            yield _silence(evidence, term, silence, end)


def _noted(evidence: Evidence, silence: SilenceProcedure) -> bool:
    """Whether what was agreed in silence is an agenda that is recorded as agreed so, and judged as such."""
    meeting = evidence.meeting.get(silence.meeting or "")
    agreed = (silence.term, silence.agreed_on)
    return meeting is not None and (meeting.agenda_agreed_by, meeting.agenda_agreed_on) == agreed


def _agenda(evidence: Evidence, term: Term, meeting: Meeting, agreed: datetime.date, end: datetime.date) -> Finding:
    message = N_("{meeting}: its agenda was agreed on {agreed} by a Committee whose mandate had ended on {last}.")
    advice = N_("Let the meeting take note of it when it adopts its agenda.")
    values = {"meeting": meeting.symbol, "agreed": agreed, "last": end - datetime.timedelta(days=1)}
    facts = (taken_from(evidence, AGREED, agreed, meeting), *_mandate(evidence, term))
    return not_kept("R30", meeting_judged(meeting), Phrase(message, values), Phrase(advice), *facts)


def _silence(evidence: Evidence, term: Term, silence: SilenceProcedure, end: datetime.date) -> Finding:
    subject, agreed = judged_record(evidence, silence), silence.agreed_on
    message = N_("{silence}: agreed on {agreed} by a Committee whose mandate had ended on {last}.")
    advice = N_("Let the next meeting take note of it.")
    values = {"silence": subject, "agreed": agreed, "last": end - datetime.timedelta(days=1)}
    facts = (taken_from(evidence, AGREED, agreed, silence), *_mandate(evidence, term))
    return not_kept("R30", subject, Phrase(message, values), Phrase(advice), *facts)


def _mandate(evidence: Evidence, term: Term) -> Iterator[Fact]:
    """The mandate that was over, and those that follow it."""
    yield taken_from(evidence, MANDATE, term.period.start, term)
    yield from followed(evidence, tuple(one for one in evidence.terms if one.period.start > term.period.start))


def met_since(evidence: Evidence, day: datetime.date | None) -> Meeting | None:
    """The first meeting of the Network that opened on a day or later and is over: it could take note of what was."""
    since = (one for one in evidence.meetings if day is not None and is_network_meeting(one) and day <= one.opens_on)
    return next((one for one in since if one.closes_on < evidence.on), None)


def followed(evidence: Evidence, later: tuple[Term, ...]) -> tuple[Fact, ...]:
    """The mandates that were appointed to follow one, where there are some."""
    return (counted(evidence, N_("Mandates that follow"), later),) if later else ()
