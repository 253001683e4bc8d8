"""R39–R40: when an agenda is sent, and to whom; the month and those to whom it is owed follow the practice in force."""

import datetime
from collections.abc import Iterable, Iterator

from nmirf_desktop.domain.agenda_versions import late_revision
from nmirf_desktop.domain.certificate_noted import ADDRESS
from nmirf_desktop.domain.compliance.evidence import Evidence, meeting_judged
from nmirf_desktop.domain.compliance.findings import Fact, Finding, FindingState, remark
from nmirf_desktop.domain.compliance.grounds import notice_changed, notice_ground
from nmirf_desktop.domain.compliance.meetings import MEETING, OPENING, no_meeting
from nmirf_desktop.domain.compliance.records import counted, resting_on, taken_from
from nmirf_desktop.domain.compliance.silent import in_force
from nmirf_desktop.domain.meetings import (
    AgendaDispatch,
    Audience,
    Meeting,
    Notice,
    NoticeGround,
    notice_applies,
    notice_sentence,
)
from nmirf_desktop.domain.members import Membership, MembershipKind
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.phrases import Days, LanguageName, Listed, Phrase
from nmirf_desktop.domain.practices import Option
from nmirf_desktop.i18n import N_, Language


def r39(evidence: Evidence) -> Iterator[Finding]:
    """*Network Meetings – Agenda*, R39: every member is sent the agenda one month before the first day, or earlier."""
    meetings = [one for one in evidence.meetings if notice_applies(one)]
    if not meetings:
        yield no_meeting("R39")
    for meeting in meetings:
        yield _notice(evidence, meeting)
        yield from _revised(evidence, meeting)
        yield from _reissued(evidence, meeting)


def _opening(evidence: Evidence, meeting: Meeting, ground: NoticeGround) -> Fact:
    """The first day of a meeting: that of its place or, by the practice of the day, the secretariat's.

    The secretariat's day is that of the first sitting's beginning; without a sitting it is the day of the place.
    """
    first = min(ground.sittings, key=lambda one: (one.on, one.starts), default=None)
    if first is None or not ground.practices(meeting).holds(Option.DAYS_OF_SECRETARIAT):
        return taken_from(evidence, OPENING, ground.opens_on(meeting), meeting)
    return taken_from(evidence, OPENING, ground.opens_on(meeting), meeting, first)


def _notice(evidence: Evidence, meeting: Meeting) -> Finding:
    ground = notice_ground(evidence, meeting)
    owed, sent = ground.owed(meeting, evidence.memberships), evidence.dispatches.get(meeting.key, ())
    found = ground.notice(meeting, sent, owed)
    said = notice_sentence(found, evidence.on, evidence.states)
    message = Phrase(N_("{meeting}. {notice}"), {"meeting": meeting.symbol, "notice": said})
    facts = [_opening(evidence, meeting, ground), Fact(N_("Last day for sending"), found.deadline)]
    facts += [Fact(N_("Last sent on"), found.latest)] if found.latest else []
    facts += [_sendings(evidence, meeting)] if sent else []
    facts += [counted(evidence, _reached(evidence, meeting), owed), Fact(_MISSING, len(found.missing))]
    state, advice = FindingState.KEPT, Phrase()
    if found.on_time:
        facts.append(Fact(N_("Margin"), Days(found.margin or 0)))
    elif found.owed_to_nobody(evidence.on):
        state, advice = FindingState.NOT_JUDGED, Phrase(N_("Record who was a member then, if there were any."))
    elif found.late or evidence.on > found.deadline:
        state, advice = FindingState.NOT_KEPT, _explained(evidence, meeting, found)
    else:
        state = FindingState.DUE
        left = Days((found.deadline - evidence.on).days)
        advice = Phrase(N_("Send it to every member; time left: {left}."), {"left": left})
    facts += in_force(evidence, "R39", ground.settled_on(meeting))
    facts += notice_changed(evidence, meeting)
    return Finding("R39", state, meeting_judged(meeting), message, advice, tuple(facts))


_MISSING = N_("Members not reached")


TELL = N_("What counts is the first one that was sent; tell the meeting what was changed since.")


def _revised(evidence: Evidence, meeting: Meeting) -> Iterator[Finding]:
    """A4: a remark on an agenda of which a revised version was kept after the last day, before it was adopted."""
    ground, known = notice_ground(evidence, meeting), evidence.versions.get(meeting.key, ())
    deadline = ground.deadline(meeting)
    late = late_revision(known, deadline, meeting)
    if late is None:
        return
    message = N_("{meeting}: the agenda was revised on {day}, after the last day for sending it, {deadline}.")
    values: dict[str, object] = {"meeting": meeting.symbol, "day": late.made_on, "deadline": deadline}
    facts = (
        _opening(evidence, meeting, ground),
        Fact(N_("Last day for sending"), deadline),
        taken_from(evidence, N_("Revised on"), late.made_on, late),
        *notice_changed(evidence, meeting),
    )
    yield remark("R39", meeting_judged(meeting), Phrase(message, values), Phrase(TELL), *facts)


def _reissued(evidence: Evidence, meeting: Meeting) -> Iterator[Finding]:
    """A4: remarks on an agenda that was issued again after the last day, or was not issued by then in each language.

    They are of agendas that the register issued; which file was sent, it does not tell.
    """
    ground, issued = notice_ground(evidence, meeting), evidence.agendas.get(meeting.key, ())
    deadline, subject = ground.deadline(meeting), meeting_judged(meeting)
    in_time = [one for one in issued if one.issued_on <= deadline]
    if not in_time or evidence.on <= deadline:
        return
    values: dict[str, object] = {"meeting": meeting.symbol, "deadline": deadline}
    facts = (
        _opening(evidence, meeting, ground),
        Fact(N_("Last day for sending"), deadline),
        counted(evidence, N_("Agendas issued"), issued),
        *notice_changed(evidence, meeting),
    )
    known = {(one.kind, one.language) for one in in_time}
    later = (one for one in issued if deadline < one.issued_on <= meeting.closes_on)
    again = [one for one in later if (one.kind, one.language) in known]
    if again:
        message = N_("{meeting}: the agenda was issued again on {day}, after the last day for sending it, {deadline}.")
        said = Phrase(message, {**values, "day": again[-1].issued_on})
        yield remark("R39", subject, said, Phrase(TELL), *facts)
    there = {language for one in in_time for language in one.language.languages}
    missing = tuple(LanguageName(one) for one in Language if one not in there)
    if missing:
        message = N_("{meeting}: by the last day for sending it, {deadline}, the agenda was not issued in: {missing}.")
        values["missing"] = Listed(missing)
        advice = Phrase(N_("The Declaration names no official language; issue it in the others, too."))
        yield remark("R39", subject, Phrase(message, values), advice, *facts)


def _reached(evidence: Evidence, meeting: Meeting) -> str:
    if notice_ground(evidence, meeting).practices(meeting).holds(Option.SENT_TO_ALL):
        return N_("Members and observers to be reached")
    return N_("Members to be reached")


def _sendings(evidence: Evidence, meeting: Meeting) -> Fact:
    sent = evidence.dispatches.get(meeting.key, ())
    return Fact(
        N_(
            "Sendings of the agenda that count (to members, observers and OHCHR, reminders included, without what did "
            "not arrive)"
        ),
        len(sent),
        resting_on(evidence, sent),
    )


def _explained(evidence: Evidence, meeting: Meeting, found: Notice) -> Phrase:
    """The reason as recorded, or what to do; a reason is asked for where one can be noted, which is on no past day.

    It is what somebody remarked on a sending that was late; an e-mail address in it is not told.
    """
    late = (one for one in evidence.dispatches.get(meeting.key, ()) if one.sent_on > found.deadline)
    reasons = [one.reason for one in late if one.reason]
    if reasons:
        return Phrase(N_("Reason recorded: {reason}"), {"reason": ADDRESS.sub("[…]", reasons[-1])})
    noted = evidence.past or bool(evidence.reasons("R39", meeting_judged(meeting)))
    if not found.complete and meeting.opens_on > evidence.on:
        return Phrase(N_("Send it now.") if noted else N_("Send it now, and record the reason for the delay."))
    return Phrase(
        N_("It is recorded as it happened.") if noted else N_("It is recorded as it happened; you can add the reason.")
    )


def r40(evidence: Evidence) -> Iterator[Finding]:
    """*Network Meetings – Agenda*, R40: observers and OHCHR get the agenda too; who joins later, on joining."""
    meetings = [one for one in evidence.meetings if notice_applies(one)]
    if not meetings:
        yield no_meeting("R40")
    for meeting in meetings:
        yield _audiences(evidence, meeting)


def _audiences(evidence: Evidence, meeting: Meeting) -> Finding:
    subject = meeting_judged(meeting)
    values: dict[str, object] = {"meeting": meeting.symbol}
    sent = evidence.dispatches.get(meeting.key, ())
    observers = evidence.held_on(min(meeting.opens_on, evidence.on), MembershipKind.OBSERVER)
    facts = (
        taken_from(evidence, MEETING, meeting.symbol, meeting),
        *(Fact(label, _last_sent(sent, audience)) for audience, label in AUDIENCE_LABELS.items()),
        _sendings(evidence, meeting),
        counted(
            evidence, _reached(evidence, meeting), notice_ground(evidence, meeting).owed(meeting, evidence.memberships)
        ),
        counted(evidence, N_("Observers of the day"), observers),
        *in_force(evidence, "R40", notice_ground(evidence, meeting).settled_on(meeting)),
        *notice_changed(evidence, meeting),
    )
    over = meeting.closes_on < evidence.on
    if not sent and not over:
        message = Phrase(N_("{meeting}: the agenda has not been sent to anybody yet."), values)
        advice = Phrase(N_("Send it to observers and OHCHR, too."))
        return Finding("R40", FindingState.DUE, subject, message, advice, facts)
    left = _left_out(sent, observers)
    missing = _audience(Audience.OBSERVERS) if left and len(left) == len(observers) else _named(evidence, left)
    if all(one.audience is not Audience.OHCHR for one in sent):
        missing += _audience(Audience.OHCHR)
    if not missing:
        members = () if _members_left_out(evidence, meeting) else _audience(Audience.MEMBERS)
        there = _audience(Audience.OBSERVERS) if observers else ()
        values["reached"] = Listed((*members, *there, *_audience(Audience.OHCHR)))
        message = Phrase(N_("{meeting}: the agenda has been sent to: {reached}."), values)
        return Finding("R40", FindingState.KEPT, subject, message, facts=facts)
    values["missing"] = Listed(missing)
    message = Phrase(N_("{meeting}: the agenda has not been sent to: {missing}."), values)
    advice = Phrase(N_("The rule protects members only; send it to the others, too."))
    if left and notice_ground(evidence, meeting).practices(meeting).holds(Option.SENT_TO_ALL):
        advice = Phrase(N_("By the practice in force it is owed to observers, too: send it to them."))
    if over:
        advice = Phrase(N_("The meeting is over: it is recorded as it happened."))
    return Finding("R40", FindingState.KEPT, subject, message, advice, facts)


def _named(evidence: Evidence, left: tuple[StateCode, ...]) -> tuple[object, ...]:
    """Some States in the order of the reader's language, as one."""
    return (Listed(tuple(map(evidence.named, left)), alphabetical=True),) if left else ()


def _audience(audience: Audience) -> tuple[object, ...]:
    return (Phrase(AUDIENCE_LABELS[audience]),)


def _left_out(sent: Iterable[AgendaDispatch], observers: Iterable[Membership]) -> tuple[StateCode, ...]:
    """The observers to whom nothing was sent, neither to all of them nor to that State."""
    sent = tuple(sent)
    if any(one.state is None and one.audience is Audience.OBSERVERS for one in sent):
        return ()
    to = {one.state for one in sent}
    return tuple(dict.fromkeys(one.state for one in observers if one.state not in to))


def _members_left_out(evidence: Evidence, meeting: Meeting) -> bool:
    """Whether the agenda was not sent to each member of the last day for sending yet, which R39 is about."""
    members = [one for one in evidence.memberships if one.kind is MembershipKind.MEMBER]
    return (
        not notice_ground(evidence, meeting).notice(meeting, evidence.dispatches.get(meeting.key, ()), members).complete
    )


def _last_sent(sent: Iterable[AgendaDispatch], audience: Audience) -> datetime.date | Phrase:
    return max((one.sent_on for one in sent if one.audience is audience), default=Phrase(N_("not yet sent")))


AUDIENCE_LABELS = {
    Audience.MEMBERS: N_("Members"),
    Audience.OBSERVERS: N_("Observers"),
    Audience.OHCHR: N_("OHCHR"),
}
