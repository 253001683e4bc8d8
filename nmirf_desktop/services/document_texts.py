"""Which texts a document prints, so that they are reviewed together: by their kinds, or as the document is drafted."""

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from nmirf_desktop.domain.annual_review import ReviewFacts, Told, usual_period
from nmirf_desktop.domain.annual_review_ahead import coming_actions
from nmirf_desktop.domain.annual_review_gaps import places_printed
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Content, Phrase
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.annual_review_facts import read_review, read_told
from nmirf_desktop.services.readiness import PlacedText, texts_of
from nmirf_desktop.services.states import States
from nmirf_desktop.services.telling import Telling
from nmirf_desktop.services.text_kinds import YEARLY, TextKind
from nmirf_desktop.services.yearly_texts import WHERE, meeting_of_yearly
from nmirf_desktop.storage.action_plans import PLANNED, PLANS, PRIORITIES
from nmirf_desktop.storage.meetings import MEETINGS
from nmirf_desktop.storage.participants import PARTNERS
from nmirf_desktop.storage.rows import Rows
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.states import ORGANISATION
from nmirf_desktop.storage.voting import DECISIONS


class MeetingDocument(StrEnum):
    """What of a meeting leaves the house as one, and is reviewed as one."""

    EVERYTHING = "everything"
    AGENDA = "agenda"
    ANNOTATED = "annotated"
    INVITATION = "invitation"
    DRAFTS = "drafts"
    PARTICIPANTS = "participants"
    MINUTES = "minutes"
    RECORD = "record"
    REVIEW = "review"
    SHEETS = "sheets"
    PLAN = "plan"


PARTS: Mapping[MeetingDocument, frozenset[TextKind]] = MappingProxyType(
    {
        MeetingDocument.EVERYTHING: frozenset(TextKind),
        MeetingDocument.AGENDA: frozenset({TextKind.MEETING, TextKind.ITEM}),
        MeetingDocument.ANNOTATED: frozenset(
            {TextKind.MEETING, TextKind.ITEM, TextKind.ANNOTATION, TextKind.PRESENTER}
        ),
        MeetingDocument.INVITATION: frozenset({TextKind.MEETING, TextKind.NOTE}),
        MeetingDocument.DRAFTS: frozenset({TextKind.PROPOSAL, TextKind.DECISION}),
        MeetingDocument.PARTICIPANTS: frozenset({TextKind.MEETING, TextKind.FUNCTION, TextKind.PARTNER}),
        MeetingDocument.MINUTES: frozenset(
            {
                TextKind.MEETING,
                TextKind.ITEM,
                TextKind.DECISION,
                TextKind.QUESTION,
                TextKind.ELECTION,
                TextKind.MINUTES,
                TextKind.SPEAKER,
                TextKind.ACTION,
                TextKind.FUNCTION,
                TextKind.PARTNER,
            }
        ),
        MeetingDocument.RECORD: frozenset({TextKind.MEETING, TextKind.DECISION}),
        MeetingDocument.REVIEW: frozenset(
            {
                TextKind.MEETING,
                TextKind.DECISION,
                TextKind.ACTION,
                TextKind.PARTNER,
                TextKind.ACTIVITY,
                TextKind.PARTNERSHIP,
                TextKind.COOPERATION,
                TextKind.SUPPORT,
                TextKind.PRACTICE,
                TextKind.CONTRIBUTION,
                TextKind.PLAN,
                TextKind.PLANNED,
                TextKind.RULE,
                TextKind.REVIEW,
            }
        ),
        MeetingDocument.SHEETS: frozenset({TextKind.PRACTICE}),
        MeetingDocument.PLAN: frozenset({TextKind.PLAN, TextKind.PRIORITY, TextKind.PLANNED, TextKind.DECISION}),
    }
)
"""Texts of which kinds each document prints."""
DOCUMENT_LABELS: Mapping[MeetingDocument, str] = MappingProxyType(
    {
        MeetingDocument.EVERYTHING: N_("All texts of the meeting"),
        MeetingDocument.AGENDA: N_("Agenda"),
        MeetingDocument.ANNOTATED: N_("Annotated agenda"),
        MeetingDocument.INVITATION: N_("Invitation and information note"),
        MeetingDocument.DRAFTS: N_("Draft decisions"),
        MeetingDocument.PARTICIPANTS: N_("List of participants"),
        MeetingDocument.MINUTES: N_("Minutes"),
        MeetingDocument.RECORD: N_("Record of decisions"),
        MeetingDocument.REVIEW: N_("Annual review"),
        MeetingDocument.SHEETS: N_("Sheets of good practices"),
        MeetingDocument.PLAN: N_("Action plan"),
    }
)


def printed(
    session: Session, states: States, meeting: Key, document: MeetingDocument, on: datetime.date
) -> Iterable[PlacedText]:
    """The texts that a document of a meeting prints on a day; a review and a plan print some of other meetings, too.

    Raises ``Problem`` for the review of a period that has not begun.
    """
    kinds = PARTS[document]
    if document is MeetingDocument.REVIEW:
        found: Iterable[PlacedText] = _of_review(session, states, meeting, on)
    elif document is MeetingDocument.PLAN:
        found = _of_plan(session, meeting, on)
    else:
        found = texts_of(session, meeting)
    return [one for one in found if one.kind in kinds]


def _of_review(session: Session, states: States, meeting: Key, on: datetime.date) -> Iterator[PlacedText]:
    """Those of the reviews that the agenda of a meeting names, else of the usual one, each once.

    One that has not begun has nothing yet, where another has.
    """
    held = MEETINGS.get(session, meeting)
    named = Telling.read(session).named(held) or (usual_period(held.opens_on),)
    begun = [one for one in named if one.first <= on]
    found: dict[str, PlacedText] = {}
    for period in begun or named:
        facts = read_review(session, states, period, on, ORGANISATION.get(session, "organisation"))
        told = read_told(session, facts)
        wanted = frozenset(f"{record}.{field}" for record, field in places_printed(facts, told))
        homes = {meeting, *_homes(session, facts, told)}
        found |= {one.key: one for one in _at_home(session, homes) if one.key in wanted}
        found |= {one.key: one for one in _homeless(session, wanted - found.keys())}
    yield from found.values()


def _homeless(session: Session, wanted: Collection[str]) -> Iterator[PlacedText]:
    """What a review prints and no meeting has: names of partners, and a plan in whose years none opens yet."""
    records = {one.rpartition(".")[0] for one in wanted}
    for partner in PARTNERS.among(session, records).values():
        name = Phrase(N_("Name of the partner “{name}”"), {"name": Content(partner.name)})
        yield PlacedText(partner.key, "name", name, partner.name, TextKind.PARTNER)
    planned: tuple[Rows[Any], ...] = (PLANS, PLANNED)
    for rows in planned:
        for one in rows.among(session, records).values():
            for field, where in WHERE[rows.name].items():
                text: Trilingual = getattr(one, field)
                if text and f"{one.key}.{field}" in wanted:
                    said = Phrase(where, {"title": Content(one.title)})
                    yield PlacedText(one.key, field, said, text, YEARLY[rows.name])


def _homes(session: Session, facts: ReviewFacts, told: Iterable[Told]) -> Iterator[Key | None]:
    """The meetings with which what a review prints is ready."""
    yield from (one.key for one in (*facts.meetings, *facts.ahead.meetings))
    yield from (one.meeting for one in facts.decisions)
    yield from (one.meeting for one in facts.follow_ups)
    yearly: list[Any] = [line.activity for line in facts.activities]
    yearly += [line.contribution for line in facts.contributions]
    yearly += (*facts.practices, *facts.agreed, *facts.support.entries)
    yearly += (*facts.partnerships.held, *facts.partnerships.notes, *facts.rule_changes)
    yearly += (action for plan in facts.plans for action in (plan.plan, *plan.actions))
    yearly += coming_actions(facts)
    yearly += (one.kept for one in told if one.kept is not None)
    yield from (meeting_of_yearly(session, one) for one in yearly)


def _of_plan(session: Session, meeting: Key, on: datetime.date) -> Iterator[PlacedText]:
    """Those of the action plans of the year of a meeting, and the titles of the decisions that had adopted them."""
    year = MEETINGS.get(session, meeting).opens_on.year
    plans = [one for one in PLANS.all(session) if one.first <= year <= one.last]
    parts = [one for plan in plans for one in PRIORITIES.all(session, plan=plan.key)]
    actions = [one for part in parts for one in PLANNED.all(session, priority=part.key)]
    named = DECISIONS.among(session, {one.decision for one in plans if one.decision is not None}).values()
    adopting = [one for one in named if one.adopted_on <= on]
    held: list[Any] = [*plans, *parts, *actions]
    own, titles = {one.key for one in held}, {f"{one.proposal}.title" for one in adopting}
    homes = {*(meeting_of_yearly(session, one) for one in held), *(one.meeting for one in adopting)}
    yield from (one for one in _at_home(session, homes) if one.record in own or one.key in titles)


def _at_home(session: Session, homes: Iterable[Key | None]) -> Iterator[PlacedText]:
    for home in homes:
        if home is not None:
            yield from texts_of(session, home)
