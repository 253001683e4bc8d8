"""Minutes drafted from what was recorded, paragraph by paragraph, each in the slot of its fact.

The order is that of a report: opening, attendance, officers, adoption of the agenda, a section for each item, closing.
What was said or decided under the items of opening, adoption and closure stands in those sections.
"""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from nmirf_desktop.domain import (
    drafting_corrections,
    drafting_debate,
    drafting_decisions,
    drafting_elections,
    drafting_frame,
    drafting_motions,
    drafting_records,
    drafting_sponsors,
    drafting_texts,
)
from nmirf_desktop.domain.agenda import AgendaItem, Purpose
from nmirf_desktop.domain.drafted import Drafted, in_all, slot
from nmirf_desktop.domain.drafting_decisions import Event
from nmirf_desktop.domain.drafting_frame import meeting_name
from nmirf_desktop.domain.drafting_spans import begun, in_order
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.minutes import Section
from nmirf_desktop.domain.motions import MotionKind
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.sittings import InterventionKind
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.voting import ON_A_PROPOSAL, Proposal
from nmirf_desktop.i18n import Catalog

SECTION_OF = {
    Purpose.OPENING: Section.OPENING,
    Purpose.ADOPTION: Section.AGENDA,
    Purpose.CLOSURE: Section.CLOSING,
}
"""Items whose proceedings stand in a section of the frame."""


def section_of(items: Iterable[AgendaItem], key: Key) -> Section:
    """The section in which the proceedings under an item stand: that of the first-level item above it."""
    return SECTION_OF.get(top_of(items, key).purpose, Section.ITEM)


def top_of(items: Iterable[AgendaItem], key: Key) -> AgendaItem:
    """The first-level item to which an item belongs. Raises ``KeyError`` where there is none."""
    known = {item.key: item for item in items}
    item = known[key]
    while item.parent is not None:
        item = known[item.parent]
    return item


def draft(facts: RecordedMeeting) -> tuple[Drafted, ...]:
    """All paragraphs that the facts give, in the order of the minutes."""
    return (
        *drafting_frame.opening(facts),
        *_proceedings(facts, Section.OPENING),
        *drafting_frame.attendance(facts),
        *drafting_frame.officers(facts),
        *drafting_frame.agenda(facts),
        *_proceedings(facts, Section.AGENDA),
        *_proceedings(facts, Section.ITEM),
        *_proceedings(facts, Section.CLOSING),
        *drafting_records.nowhere(facts),
        *drafting_frame.closing(facts),
    )


def _proceedings(facts: RecordedMeeting, section: Section) -> Iterator[Drafted]:
    """What happened under the items of one section; of an item under which nothing was recorded nothing is said."""
    for place in facts.agenda:
        if section_of(facts.items, place.item.key) is section:
            yield from drafting_frame.documents(facts, place.item, section)
            yield from _under(facts, place.item.key, section)


def _under(facts: RecordedMeeting, item: Key, section: Section) -> Iterator[Drafted]:
    """What was said and decided under an item, in the order of time.

    A draft is named just before what became of it; one of which nothing became stands at the head.
    """
    happened: list[Event] = []
    for proposal in sorted((one for one in facts.proposals if one.item == item), key=lambda one: one.number):
        tabled = drafting_sponsors.tabled(facts, proposal)
        sources = (drafting_texts, drafting_decisions, drafting_corrections)
        told = [event for source in sources for event in source.events(facts, proposal)]
        told += (event for vote in facts.votes if vote.proposal == proposal.key for event in begun(facts, vote))
        became = sorted(told, key=lambda one: one.at)
        told_at = [one.at for one in became[:1]]
        told_at += (one.joined_at for one in drafting_sponsors.submitting(facts, proposal))
        if told_at:
            first = _first_word(facts, proposal, min(told_at), max((one.at for one in happened), default=None))
            happened += [Event(first, slot("proposal", proposal.key), tabled), *became]
        else:
            yield Drafted(slot("proposal", proposal.key), section, tabled, item)
    for vote in facts.votes:
        if vote.item == item and (vote.kind not in ON_A_PROPOSAL or vote.proposal is None):
            happened += (*begun(facts, vote), *drafting_decisions.taken(facts, vote))
    for heard in facts.interventions:
        if heard.item == item:
            happened.append(Event(heard.at, slot("intervention", heard.key), Trilingual(), heard))
    happened += drafting_motions.events(facts, item)
    happened += drafting_elections.events(facts, item)
    happened += drafting_records.events(facts, item)
    before = facts.approved_here.get(item, ())
    in_the_room = [one for one in before if one.key in facts.approved_at]
    happened += (Event(facts.approved_at[one.key], _minutes_slot(one), _said_approved(one)) for one in in_the_room)
    yield from _told(facts, in_order(happened), Place(section, item))
    for one in before:
        if one not in in_the_room:
            yield Drafted(_minutes_slot(one), section, _said_approved(one), item)


def _minutes_slot(before: Meeting) -> str:
    return slot("minutes", before.key)


def _said_approved(before: Meeting) -> Trilingual:
    return in_all(partial(_approved, before))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands."""

    section: Section
    item: Key


def _told(facts: RecordedMeeting, happened: Iterable[Event], where: Place) -> Iterator[Drafted]:
    """The events as paragraphs; statements of which nothing was noted are one, in the slot of the first."""
    row: list[Event] = []
    for event in happened:
        heard = event.heard
        if row and not (heard and row[-1].heard and drafting_debate.joins(facts, row[-1].heard, heard)):
            yield from _paragraph(facts, row, where)
            row = []
        row.append(event)
    if row:
        yield from _paragraph(facts, row, where)


def _paragraph(facts: RecordedMeeting, row: Sequence[Event], where: Place) -> Iterator[Drafted]:
    heard = [one.heard for one in row if one.heard is not None]
    text = drafting_debate.statements(facts, heard) if heard else row[0].text
    if text:
        yield Drafted(row[0].slot, where.section, text, where.item, tuple(one.key for one in heard))


def _approved(before: Meeting, words: Catalog) -> str:
    """That the minutes of an earlier meeting were approved: where it was recorded in the room, at that moment.

    Else it is the last of what was done under their item.
    """
    return words.gettext("The minutes of {meeting} ({days}) were approved.").format(
        meeting=meeting_name(before, words), days=words.date_range(before.opens_on, before.closes_on)
    )


ON_DEBATE = frozenset({MotionKind.ADJOURN_DEBATE, MotionKind.CLOSE_DEBATE})
"""Motions on the debate of what the meeting has before it."""


def _first_word(
    facts: RecordedMeeting, proposal: Proposal, became: datetime.datetime, after: datetime.datetime | None
) -> datetime.datetime:
    """When a draft is named: before what became of it, its sponsor's introduction, and an observer's objection to it.

    So it is before a motion on the debate that was moved after it was tabled, where what became of it came next: keys
    follow the order in which records were made.
    """
    item = proposal.item
    of_it = [
        one.at
        for one in facts.interventions
        if one.item == item
        and (
            one.kind is InterventionKind.OBSERVER_OBJECTION
            or (one.kind is InterventionKind.INTRODUCTION and one.state is not None and one.state == proposal.sponsor)
        )
    ]
    of_it += [one.at for one in facts.motions if one.item == item and one.kind in ON_DEBATE and one.key > proposal.key]
    return min([became, *(at for at in of_it if at < became and (after is None or at > after))])
