"""A row of a list of participants: what a State answered to an invitation, and a person of its delegation."""

import datetime
from dataclasses import replace

from nmirf_desktop.domain.intake.cells import shown
from nmirf_desktop.domain.intake.drafts import RowDraft, kept
from nmirf_desktop.domain.intake.people import filled, said_of_person, tell_person, whose_record
from nmirf_desktop.domain.intake.words import ANSWERS, answers, compared, parts, places
from nmirf_desktop.domain.invitations import ANSWER_LABELS, COMING, PART_LABELS, in_order
from nmirf_desktop.domain.meetings import Meeting, next_meeting
from nmirf_desktop.domain.participants import Answer, Delegate, Invitee, Part
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.phrases import Listed, Phrase
from nmirf_desktop.i18n import N_

NO_MEETING = N_("There is no meeting with the symbol “{symbol}” in the register.")
NO_COMING_MEETING = N_("No meeting is planned: plan one, or add a column “Meeting” with the symbol of another.")
NO_ANSWER = N_("The row gives neither an answer nor a person.")
NOT_COMING = N_("The row names a person, and says that the State does not come: correct one of them.")
NOT_INVITED = N_("The State stands in no list of this meeting yet; it is added with its answer.")
UNDATED = N_("The list gives no day of the answer: {day} is recorded.")
OVER = N_("{meeting} ended on {day}: see whether the list is meant for this meeting.")
UNDATED_OVER = N_(
    "{meeting} ended on {day}, and the list gives no day of the answer: give it as “Answered on”, or correct the "
    "meeting."
)
LATER = N_("The day of the answer is still to come: {day}.")
EARLIER = N_("The answer would have come before the invitation of {invited}.")
DISSOLVED = N_("The State does not come, so that its delegation is taken out: {people}.")
TWO_HEADS = N_("Lines {line} and {here} each name a head of this delegation: correct one of them.")
ANSWERED, ADDED = N_("The answer is recorded for {meeting}."), N_("{person} joins the delegation.")
ANSWER, ANSWERED_ON, REFERENCE = N_("Answer"), N_("Answered on"), N_("Reference of the answer")
PART, PLACE, ONLINE = N_("Part"), N_("Place"), N_("Takes part online")


def contradict(one: Answer, given: Answer | None, other: Answer, said: Answer | None) -> bool:
    """Whether two rows say otherwise of a State's answer: one that names a person only says that the State comes."""
    return given is not said if given is not None and said is not None else (one in COMING) is not (other in COMING)


def judge_participant(draft: RowDraft) -> None:
    """What a row says of a State's answer and, where it names one, of a person."""
    meeting = _meeting(draft)
    said = said_of_person(draft)
    given = _answer(draft)
    online = _online(draft)
    named = not said.nothing
    if given is None and not named:
        draft.error(NO_ANSWER, "answer")
    if draft.cells.wrong() or meeting is None:
        return
    before = draft.standing.invited(meeting.key, draft.code)
    invitee = _answered(
        draft, meeting, before, given or _by_place(draft, before, online=bool(online) if named else None)
    )
    if named and invitee.answer not in COMING:
        draft.error(NOT_COMING, "answer")
    if draft.cells.wrong():
        return
    draft.answered = (invitee, given)
    if invitee != before:
        draft.keep(invitee)
    _dissolved(draft, invitee)
    if named:
        known = whose_record(draft, said, None)
        now = filled(draft, said, known) if not draft.cells.wrong() else None
        if now is not None:
            _delegated(draft, invitee, known, now, online=online)
    if draft.facts and meeting.closes_on < draft.standing.on:
        draft.warn(OVER, "meeting", meeting=meeting.symbol, day=meeting.closes_on)


def _meeting(draft: RowDraft) -> Meeting | None:
    """The meeting that the row names, else the one that comes next."""
    symbol = draft.cells.text("meeting")
    if symbol:
        found = draft.standing.meeting(symbol)
        if found is None:
            draft.error(NO_MEETING, "meeting", symbol=shown(symbol))
        return found
    found = next_meeting(draft.standing.meetings.values(), draft.standing.on)
    if found is None:
        draft.error(NO_COMING_MEETING, "meeting")
    return found


def _answer(draft: RowDraft) -> Answer | None:
    """The answer in a word, or a plain yes or no."""
    text = compared(draft.cells.text("answer"))
    if text in ANSWERS:
        return Answer.ATTENDS if ANSWERS[text] else Answer.APOLOGIES
    return draft.cells.word("answer", answers())


def _online(draft: RowDraft) -> bool | None:
    """Whether the person takes part online; ``None`` where the row does not say."""
    text = compared(draft.cells.text("online"))
    return ANSWERS[text] if text in ANSWERS else draft.cells.word("online", places())


def _by_place(draft: RowDraft, before: Invitee | None, *, online: bool | None) -> Answer | None:
    """The answer that persons give without one: a State all of whose persons of the list are online attends online."""
    if before is None or before.answer not in COMING:
        return Answer.ONLINE if online else None
    mixed = before.answer is Answer.ONLINE and before.key in draft.standing.read
    return Answer.ATTENDS if mixed and online is False else None


def _answered(draft: RowDraft, meeting: Meeting, before: Invitee | None, given: Answer | None) -> Invitee:
    """The invitation with the answer of the row; who is named without an answer attends."""
    if before is None:
        draft.note(NOT_INVITED)
    held = before or Invitee(draft.standing.new_key(), meeting.key, draft.code)
    answer = given or (held.answer if held.answer in COMING else Answer.ATTENDS)
    day = _day(draft, meeting, held, answer)
    reference = kept(draft.cells.text("answer_reference"), held.answer_reference)
    now = replace(held, answer=answer, answered_on=day, answer_reference=reference)
    if answer is Answer.AWAITED:
        now = replace(now, answered_on=None, answer_reference="")
    draft.new = before is None or held.answer is Answer.AWAITED is not now.answer
    if now != before:
        draft.do(ANSWERED, meeting=meeting.symbol)
        draft.change(ANSWER, Phrase(ANSWER_LABELS[held.answer]), Phrase(ANSWER_LABELS[now.answer]))
        draft.change(ANSWERED_ON, held.answered_on, now.answered_on)
        draft.change(REFERENCE, held.answer_reference, now.answer_reference)
    return now


def _dissolved(draft: RowDraft, invitee: Invitee) -> None:
    """Who leaves the delegation of a State that does not come after all: they are named before that happens."""
    there = in_order(draft.standing.delegation(invitee.key))
    if there and invitee.answer not in COMING:
        people = Listed(tuple(draft.standing.people[one.person] for one in there))
        draft.warn(DISSOLVED, "answer", people=people)


def _day(draft: RowDraft, meeting: Meeting, held: Invitee, answer: Answer) -> datetime.date | None:
    """The day of the answer: what the row gives, what is recorded of the same answer, or the day that is looked at.

    That last day is none on which a meeting was answered that is over.
    """
    given = draft.cells.day("answered_on")
    if given is not None and given > draft.standing.on:
        draft.error(LATER, "answered_on", day=given)
    if given is None and held.answer is answer:
        return held.answered_on
    day = given or draft.standing.on
    if held.invited_on is not None and day < held.invited_on and answer is not Answer.AWAITED:
        draft.error(EARLIER, "answered_on", invited=held.invited_on)
    if given is None and answer is not Answer.AWAITED and not draft.cells.text("answered_on"):
        if meeting.closes_on < day:
            draft.error(UNDATED_OVER, "answered_on", meeting=meeting.symbol, day=meeting.closes_on)
        else:
            draft.note(UNDATED, "answered_on", day=day)
    return day


def _delegated(draft: RowDraft, invitee: Invitee, known: Person | None, now: Person, *, online: bool | None) -> None:
    """The person in the delegation: new, or in another part or place than before."""
    draft.person, draft.about = now.label(draft.reading.language), now.key
    there = draft.standing.delegation(invitee.key)
    held = next((one for one in there if one.person == now.key), None)
    part = draft.cells.word("part", parts())
    others = [one for one in there if one.person != now.key]
    led = next((one for one in others if one.part is Part.HEAD), None)
    if part is None:
        part = held.part if held is not None else Part.DELEGATE if others else Part.HEAD
    elif part is not Part.HEAD and led is None:
        leads = not others or (held is not None and held.part is Part.HEAD)
        part = Part.HEAD if leads else part
    if part is Part.HEAD and led is not None:
        named = draft.standing.lines.get(led.key)
        if named is not None and draft.cells.text("part"):
            draft.error(TWO_HEADS, "part", line=named, here=draft.cells.number)
            return
        draft.keep(replace(led, part=Part.DELEGATE))
    far = online if online is not None else held.online if held is not None else False
    one = held or Delegate(draft.standing.new_key(), invitee.key, now.key, position=len(there))
    new = replace(one, part=part, online=far)
    if known is not None and known != now:
        tell_person(draft, known, now)
    if now != known:
        draft.keep(now)
    if held is None:
        draft.new = True
        draft.do(ADDED, person=now)
    else:
        draft.change(PART, Phrase(PART_LABELS[held.part]), Phrase(PART_LABELS[new.part]))
        draft.change(PLACE, Phrase(ONLINE) if held.online else None, Phrase(ONLINE) if new.online else None)
    if new.part is Part.HEAD and draft.cells.word("part", parts()) is Part.HEAD:
        draft.standing.lines[new.key] = draft.cells.number
    if new != held:
        draft.keep(new)
