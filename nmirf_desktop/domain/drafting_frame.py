"""What frames the minutes: opening, attendance, officers, the agenda's adoption, closing (formats of a report)."""

import datetime
from collections.abc import Iterable, Iterator

from nmirf_desktop.domain import drafting_committee
from nmirf_desktop.domain.agenda import AgendaItem, Purpose
from nmirf_desktop.domain.drafted import Drafted, in_all, slot
from nmirf_desktop.domain.drafting_motions import suspended
from nmirf_desktop.domain.drafting_officers import elected
from nmirf_desktop.domain.meetings import (
    Meeting,
    MeetingKind,
    Modality,
    Sitting,
    notice_applies,
)
from nmirf_desktop.domain.minutes import Section
from nmirf_desktop.domain.naming import name, of_states, sentence_start
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.place_names import time_of
from nmirf_desktop.domain.practices import quorum
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.states import in_order
from nmirf_desktop.i18n import N_, Catalog

ANNUAL_MEETINGS = (
    N_("the first annual meeting of the Network"),
    N_("the second annual meeting of the Network"),
    N_("the third annual meeting of the Network"),
    N_("the fourth annual meeting of the Network"),
    N_("the fifth annual meeting of the Network"),
    N_("the sixth annual meeting of the Network"),
    N_("the seventh annual meeting of the Network"),
    N_("the eighth annual meeting of the Network"),
    N_("the ninth annual meeting of the Network"),
    N_("the tenth annual meeting of the Network"),
)

TWO = 2
"""Of two one says both."""
MODALITIES = {
    Modality.IN_PERSON: "",
    Modality.ONLINE: N_("The meeting was held online."),
    Modality.HYBRID: N_("Participants attended in person and online."),
}
"""What is said of the form of a meeting; nothing of the usual one."""


def meeting_name(meeting: Meeting, words: Catalog) -> str:
    """A meeting as a subject: "the second annual meeting of the Network"."""
    match meeting.kind:
        case MeetingKind.FOUNDING:
            return words.gettext("the founding meeting of the Network")
        case MeetingKind.ANNUAL if 1 <= meeting.number <= len(ANNUAL_MEETINGS):
            return words.gettext(ANNUAL_MEETINGS[meeting.number - 1])
        case MeetingKind.ANNUAL:
            return words.gettext("the annual meeting of the Network for {year}").format(year=meeting.counts_for)
        case MeetingKind.EXTRAORDINARY:
            return words.gettext("the extraordinary meeting of the Network")
        case MeetingKind.COMMITTEE:
            return words.gettext("the meeting of the Executive Committee")


def opening(facts: RecordedMeeting) -> Iterator[Drafted]:
    """When and where the meeting was called to order, how it was held, and how many sittings it had."""
    sittings = facts.held_sittings
    first = sittings[0].opened_at if sittings else None
    begun = facts.local(first) if first is not None else None
    yield Drafted("opening", Section.OPENING, in_all(lambda words: _opened(facts.meeting, begun, words)))
    how = MODALITIES[_held_as(facts)]
    if how:
        yield Drafted("modality", Section.OPENING, in_all(lambda words: words.gettext(how)))
    if len(sittings) > 1:
        yield Drafted("sittings", Section.OPENING, in_all(lambda words: _sittings(len(sittings), words)))
    known = {one.key for one in facts.items}
    for pause in sorted((one for one in facts.pauses if one.item not in known), key=lambda one: one.suspended_at):
        yield Drafted(slot("pause", pause.key), Section.OPENING, suspended(facts, pause))


def _held_as(facts: RecordedMeeting) -> Modality:
    """How the meeting was held: as its list of participants has it, where presence was noted; else as planned.

    One planned online has nobody in a room, though all were noted as present at once; one not held yet is as planned.
    """
    planned = facts.meeting.modality
    there, far = bool(facts.in_room), bool(facts.online)
    if planned is Modality.ONLINE or not facts.held_sittings or not (there or far):
        return planned
    if far:
        return Modality.HYBRID if there else Modality.ONLINE
    return Modality.IN_PERSON


def _opened(meeting: Meeting, begun: datetime.datetime | None, words: Catalog) -> str:
    values = {"meeting": meeting_name(meeting, words), "place": meeting.place[words.language].strip()}
    if begun is None:
        values["dates"] = words.date_range_in_text(meeting.opens_on, meeting.closes_on)
        if values["place"]:
            frame = words.gettext("{meeting} was held {dates} ({place}).")
        else:
            frame = words.gettext("{meeting} was held {dates}.")
    else:
        values |= {"date": words.date_with_weekday(begun), "time": words.time(begun.time())}
        values["place"] = time_of(values["place"], words) or values["place"]
        if values["place"]:
            frame = words.gettext("{meeting} was called to order at {time} ({place}) on {date}.")
        else:
            frame = words.gettext("{meeting} was called to order at {time} on {date}.")
    return sentence_start(frame.format(**values))


def _sittings(number: int, words: Catalog) -> str:
    frame = words.ngettext("The meeting held {n} sitting.", "The meeting held {n} sittings.", number)
    return frame.format(n=words.small_number(number))


def attendance(facts: RecordedMeeting) -> Iterator[Drafted]:
    """How many members and observers were represented, and who else took part; the lists are blocks of the paper."""
    if not facts.attended:
        return
    if drafting_committee.of_the_committee(facts):
        yield from drafting_committee.attendance(facts)
        yield from _bodies(facts)
        return
    members, observers = len(facts.members), len(facts.observers)
    if members:
        there = len(facts.represented(facts.members))
        yield Drafted("members", Section.ATTENDANCE, in_all(lambda words: _members(there, members, words)))
        asked = quorum(facts.practices_on(facts.day), members).to_open
        if asked:
            opened = in_all(lambda words: _quorum(asked, members, there, words))
            yield Drafted("quorum", Section.ATTENDANCE, opened)
    if observers:
        seen = len(facts.represented(facts.observers))
        yield Drafted("observers", Section.ATTENDANCE, in_all(lambda words: _observers(seen, observers, words)))
    others = len(facts.others)
    if others:
        yield Drafted("states", Section.ATTENDANCE, in_all(lambda words: _others(others, words)))
    yield from _bodies(facts)


def _bodies(facts: RecordedMeeting) -> Iterator[Drafted]:
    number = len(facts.bodies)
    if number:
        yield Drafted("participants", Section.ATTENDANCE, in_all(lambda words: _also_heard(number, words)))


def _also_heard(number: int, words: Catalog) -> str:
    return words.ngettext(
        "The following other participant took the floor:", "The following other participants took the floor:", number
    )


def _members(there: int, total: int, words: Catalog) -> str:
    if there == 0:
        return words.gettext("No member of the Network was represented.")
    if there == total == TWO:
        return words.gettext("Both members of the Network were represented.")
    if there == total:
        frame = words.ngettext(
            "The only member of the Network was represented.",
            "All {total} members of the Network were represented.",
            total,
        )
    else:
        frame = words.ngettext(
            "Of the {total} members of the Network, one was represented.",
            "Of the {total} members of the Network, {n} were represented.",
            there,
        )
    return frame.format(**_numbers(there, total, words))


def _quorum(asked: int, total: int, there: int, words: Catalog) -> str:
    """(silent) quorum, R17: how many members open a sitting by the practice in force, and how many took part."""
    frame = words.ngettext(
        "The quorum to open a sitting was {quorum} of {total} members; {n} was represented.",
        "The quorum to open a sitting was {quorum} of {total} members; {n} were represented.",
        there,
    )
    return frame.format(quorum=words.number(asked), total=words.number(total), n=words.number(there))


def _observers(there: int, total: int, words: Catalog) -> str:
    if there == 0:
        return words.gettext("No observer was represented.")
    if there == total == TWO:
        return words.gettext("Both observers were represented.")
    if there == total:
        frame = words.ngettext("The only observer was represented.", "All {total} observers were represented.", total)
    else:
        frame = words.ngettext(
            "Of the {total} observers, one was represented.", "Of the {total} observers, {n} were represented.", there
        )
    return frame.format(**_numbers(there, total, words))


def _numbers(there: int, total: int, words: Catalog) -> dict[str, str]:
    """Two numbers of one sentence, alike: in words where both are small, else in figures."""
    in_words = words.small_number(total) != words.number(total)
    return {"n": words.small_number(there) if in_words else words.number(there), "total": words.small_number(total)}


def _others(number: int, words: Catalog) -> str:
    frame = words.ngettext(
        "Also represented was one State that was neither a member nor an observer.",
        "Also represented were {n} States that were neither members nor observers.",
        number,
    )
    return frame.format(n=words.small_number(number))


def officers(facts: RecordedMeeting) -> Iterator[Drafted]:
    """Whom the meeting elected; the Executive Committee and the Coordinator that were in office when it opened."""
    yield from elected(facts)
    committee = facts.committee
    if committee is not None and committee.states:
        states = committee.states
        yield Drafted("committee", Section.OFFICERS, in_all(lambda words: _committee(facts, states, words)))
        ended = committee.term.period.last_day
        if committee.acting and ended is not None:
            acting = in_all(
                lambda words: words.gettext(
                    "Its term of office having ended on {date}, the Executive Committee continued to act"
                    " until its renewal."
                ).format(date=words.date(ended))
            )
            yield Drafted("acting", Section.OFFICERS, acting)
    coordinator = facts.coordinator_at_opening
    if coordinator is not None:
        held = in_all(
            lambda words: words.gettext("The office of Coordinator was held by {the_state}.").format(
                the_state=name(facts.states[coordinator], words.language).the,
                of_state=name(facts.states[coordinator], words.language).of,
            )
        )
        yield Drafted("coordinator", Section.OFFICERS, held)


def _committee(facts: RecordedMeeting, states: Iterable[StateCode], words: Catalog) -> str:
    ordered = in_order((facts.states[state] for state in states), words)
    return words.gettext("The Executive Committee in office was composed {of_states}.").format(
        of_states=of_states(ordered, words)
    )


def documents(facts: RecordedMeeting, item: AgendaItem, section: Section) -> Iterator[Drafted]:
    """Which documents the meeting had before it under an item, once it was held; drafts are named where they come."""
    if not item.documents or not facts.held_sittings:
        return

    def said(words: Catalog) -> str:
        frame = words.ngettext(
            "For its consideration of the item, the meeting had before it the following document: {names}.",
            "For its consideration of the item, the meeting had before it the following documents: {names}.",
            len(item.documents),
        )
        return frame.format(names=words.conjunction(item.documents))

    yield Drafted(slot("documents", item.key), section, in_all(said), item.key)


SENT_TO_MEMBERS = N_("The provisional agenda ({symbol}) had been sent to the members of the Network on {date}.")
SENT_TO_ALL = N_(
    "The provisional agenda ({symbol}) had been sent to the members and observers of the Network on {date}."
)


def agenda(facts: RecordedMeeting) -> Iterator[Drafted]:
    """When the agenda had been sent, and that it was adopted."""
    meeting = facts.meeting
    sent = facts.notice_ground.notice(meeting, facts.dispatches, facts.memberships)
    if notice_applies(meeting) and sent.complete and sent.latest is not None:
        latest = sent.latest
        frame = SENT_TO_ALL if sent.to_all else SENT_TO_MEMBERS
        told = in_all(lambda words: words.gettext(frame).format(symbol=f"{meeting.symbol}/1", date=words.date(latest)))
        yield Drafted("notice", Section.AGENDA, told)
    if meeting.agenda_adopted_on is not None:
        adopted = in_all(lambda words: words.gettext("The agenda was adopted."))
        yield Drafted("agenda", Section.AGENDA, adopted)


def closing(facts: RecordedMeeting) -> Iterator[Drafted]:
    """When the last sitting that was held rose, and the meeting with it where no other one follows."""
    sittings = facts.held_sittings
    last = sittings[-1].closed_at if sittings else None
    if last is None:
        return
    frame, risen = SITTING_ROSE if _goes_on(facts, sittings[-1]) else MEETING_ROSE, facts.local(last)
    rose = in_all(
        lambda words: words.gettext(frame).format(time=words.time(risen.time()), date=words.date_with_weekday(risen))
    )
    yield Drafted("closing", Section.CLOSING, rose)


MEETING_ROSE = N_("The meeting rose at {time} on {date}.")
SITTING_ROSE = N_("The sitting rose at {time} on {date}.")


def _goes_on(facts: RecordedMeeting, last: Sitting) -> bool:
    """Whether a sitting is planned after the *last* one held, unless that one rose under the item of closure."""
    if any(one.key == last.item and one.purpose is Purpose.CLOSURE for one in facts.items):
        return False
    return any(one.opened_at is None and one.number > last.number for one in facts.sittings)
