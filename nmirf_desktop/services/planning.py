"""Planning from what there is: a meeting like an earlier one, a sitting on all days."""

import dataclasses
import datetime
from collections.abc import Collection, Iterable, Iterator
from typing import TypeVar

from nmirf_desktop.domain import planning
from nmirf_desktop.domain.agenda import AgendaItem, numbered
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.copying import Frame, like
from nmirf_desktop.domain.meetings import Meeting, MeetingKind
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.planning import Usage
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.rule_changes import Figures
from nmirf_desktop.domain.standard_agenda import Occasion
from nmirf_desktop.domain.symbol_schemes import Schemes
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.designations import follow
from nmirf_desktop.services.foreseen_minutes import follow_minutes
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.committees import TERMS
from nmirf_desktop.storage.meetings import ITEMS, MEETING_TEXTS, MEETINGS, MILESTONES, SITTINGS
from nmirf_desktop.storage.rows import Rows
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.states import ORGANISATION
from nmirf_desktop.storage.store import Store
from nmirf_desktop.storage.watch import RULE_CHANGES

V = TypeVar("V")


class Planning:
    """New meetings of each kind."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def next(self, kind: MeetingKind, on: datetime.date) -> Meeting:
        """Plan the next meeting of a kind with what can be known of it: everything in it may be changed (R36)."""
        with self._store.write(N_("plan a meeting"), Subject.MEETINGS) as session:
            meeting = _next(session, kind, on)
            MEETINGS.save(session, meeting)
        return meeting

    def add_day(self, key: Key, day: datetime.date) -> Meeting:
        """A meeting is held on a *day* more, before its first or after its last one; its sittings stay on theirs."""
        subjects = (Subject.MEETINGS, Subject.MEMBERS, Subject.AGENDA)
        with self._store.write(N_("change a meeting"), *subjects) as session:
            earlier, before = MEETINGS.all(session), MEETINGS.get(session, key)
            first, last = min(before.opens_on, day), max(before.closes_on, day)
            meeting = dataclasses.replace(before, opens_on=first, closes_on=last)
            MEETINGS.save(session, meeting)
            follow(session, before, meeting)
            follow_minutes(session, earlier)
        return meeting

    def like(self, key: Key, on: datetime.date) -> Meeting:
        """Plan the next meeting of the kind of an earlier one, with its frame: sittings, agenda, texts, milestones.

        Nobody comes along: officers, delegations, invitations and presence are a meeting's own.
        """
        subjects = (Subject.MEETINGS, Subject.AGENDA, Subject.PARTICIPANTS)
        with self._store.write(N_("plan a meeting from an earlier one"), *subjects) as session:
            earlier = MEETINGS.get(session, key)
            kind = MeetingKind.ANNUAL if earlier.kind is MeetingKind.FOUNDING else earlier.kind
            new = _next(session, kind, on)
            occasion = Occasion.of(new, (*MEETINGS.all(session), new), TERMS.all(session))
            frame = like(_frame(session, earlier), new, occasion, new_key)
            MEETINGS.save(session, frame.meeting)
            _save(session, SITTINGS, frame.sittings)
            _save(session, ITEMS, _parents_first(frame.items))
            _save(session, MEETING_TEXTS, frame.texts)
            _save(session, MILESTONES, frame.milestones)
        return frame.meeting

    def called(self, key: Key) -> Meeting:
        """A meeting as it stands, with the number, symbol and title of its kind, without storing it."""
        with self._store.read() as session:
            meeting = MEETINGS.standing(session, key)
            schemes = Schemes.of(ORGANISATION.get(session, "organisation"))
            return planning.called(meeting, MEETINGS.all(session), schemes)

    def counted(self, key: Key) -> Meeting:
        """A meeting as it stands, counting for the year in which it opens, by its symbol too, without storing it."""
        with self._store.read() as session:
            return planning.counted(MEETINGS.standing(session, key))

    def copy_sitting(self, key: Key) -> int:
        """Plan a sitting at its hours on each other day of its meeting that is free then; how many they are."""
        with self._store.write(N_("plan the sittings"), Subject.MEETINGS) as session:
            sitting = SITTINGS.get(session, key)
            meeting, all_of_it = MEETINGS.get(session, sitting.meeting), SITTINGS.all(session, meeting=sitting.meeting)
            new = planning.on_all_days(meeting, all_of_it, sitting, new_key)
            if not new:
                raise Problem(N_("On each day of the meeting something is planned at that time."), field_name="on")
            for one in planning.renumbered([*all_of_it, *new]):
                SITTINGS.save(session, one)
        return len(new)


def _save(session: Session, rows: Rows[V], values: Iterable[V]) -> None:
    for value in values:
        rows.save(session, value)


def _parents_first(items: Collection[AgendaItem]) -> Iterator[AgendaItem]:
    """The items in reading order, so that each one finds the row that it stands under."""
    return (one.item for one in numbered(items))


def _next(session: Session, kind: MeetingKind, on: datetime.date) -> Meeting:
    settings = ORGANISATION.get(session, "organisation")
    usage = Usage(Schemes.of(settings), settings.time_zone, Figures(RULE_CHANGES.all(session)))
    return planning.next_of_kind(kind, MEETINGS.all(session), usage, on, new_key())


def _frame(session: Session, meeting: Meeting) -> Frame:
    return Frame(
        meeting,
        SITTINGS.all(session, meeting=meeting.key),
        ITEMS.all(session, meeting=meeting.key),
        MEETING_TEXTS.all(session, meeting=meeting.key),
        MILESTONES.all(session, meeting=meeting.key),
    )
