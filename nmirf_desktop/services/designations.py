"""Designations: what a State's focal points, alternates and contacts are recorded by, and put right."""

import dataclasses
import datetime

from nmirf_desktop.domain import membership_rules as rules
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.joining import check_designation
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.members import FocalPoint
from nmirf_desktop.domain.people import Person, check_person
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.i18n import N_
from nmirf_desktop.storage.meetings import MEETINGS
from nmirf_desktop.storage.members import FOCAL_POINTS, MEMBERSHIPS
from nmirf_desktop.storage.people import PEOPLE
from nmirf_desktop.storage.store import Session, Store


class Designations:
    """What is done to a designation that is recorded."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def correct(self, point: FocalPoint) -> None:
        """A designation was recorded wrongly: its role, its days or its reference are others.

        Raises:
            Refusal: another one votes, the person is designated twice, or an observer's contact would vote.
        """
        with self._store.write(N_("correct a designation"), Subject.MEMBERS) as session:
            FOCAL_POINTS.standing(session, point.key)
            keep(session, point)

    def correct_in_place(self, point: FocalPoint) -> None:
        """The same, and who was marked as voting until then is so until the day before (R5)."""
        with self._store.write(N_("correct a designation"), Subject.MEMBERS) as session:
            FOCAL_POINTS.standing(session, point.key)
            known = FOCAL_POINTS.all(session, state=point.state)
            others = [one for one in known if one.key != point.key]
            current = rules.voting_focal_point(others, point.state, point.period.start)
            if current is not None:
                end(session, current, point.period.start)
            keep(session, point)


def designate(session: Session, point: FocalPoint, person: Person) -> None:
    """A State designates a person, known or new, in the transaction of *session*.

    Raises:
        Problem: the person has neither name nor function, or an address that is none.
        Refusal: what :func:`keep` refuses.
    """
    check_person(person)
    PEOPLE.save(session, person)
    keep(session, point)


def keep(session: Session, point: FocalPoint) -> None:
    """Keep a designation that the rules allow; one for a meeting has the meeting's days, unless it ended otherwise.

    Raises:
        Refusal: it is an alternate that votes, the person is designated on one of the days already, another one votes,
            or an observer's contact would vote.
    """
    if point.meeting is not None:
        held = FOCAL_POINTS.find(session, point.key)
        same = held is not None and held.meeting == point.meeting
        period = held.period if held is not None and same else MEETINGS.get(session, point.meeting).period
        point = dataclasses.replace(point, period=period)
    memberships = MEMBERSHIPS.all(session, state=point.state)
    known = FOCAL_POINTS.all(session, state=point.state)
    people = PEOPLE.among(session, (point.person, *(one.person for one in known)))
    check_designation(point, known, memberships, people)
    FOCAL_POINTS.save(session, point)


def end(session: Session, point: FocalPoint, first_day_after: datetime.date) -> None:
    """A designation ends; *first_day_after* is the first day on which it no longer holds."""
    FOCAL_POINTS.save(session, dataclasses.replace(point, period=Period(point.period.start, first_day_after)))


def follow(session: Session, before: Meeting, meeting: Meeting) -> None:
    """The alternates for a meeting are so on its days, whenever they are (R5); one that ended otherwise has ended.

    Raises:
        Refusal: one of them is designated otherwise on one of the new days.
    """
    for point in FOCAL_POINTS.all(session, meeting=meeting.key):
        moved = dataclasses.replace(point, period=meeting.period)
        if moved == point or point.period != before.period:
            continue
        person = PEOPLE.get(session, point.person)
        try:
            rules.check_not_twice(FOCAL_POINTS.all(session, state=point.state), moved, person)
        except Refusal as refusal:
            raise Refusal(
                N_("{person} is an alternate for this meeting, and on its new days is designated otherwise: "
                   "end one of the two first."),
                {"person": person},
                section="R5",
                in_the_way=refusal.in_the_way,
            ) from refusal  # fmt: skip
        FOCAL_POINTS.save(session, moved)
