"""Contributions to the virtual knowledge hub: recorded, sent, published, and counted in a period (R43)."""

import datetime
from collections.abc import Iterable

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.contributions import (
    Contribution,
    ContributionKind,
    ContributionLine,
    ContributionsOf,
    check_contribution,
    lacking,
    published,
    sent,
)
from nmirf_desktop.domain.good_practices import GoodPractice
from nmirf_desktop.domain.happened import check_happened
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Content
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.services.states import States
from nmirf_desktop.storage.contributions import CONTRIBUTIONS, counted_between, years_counted
from nmirf_desktop.storage.good_practices import GOOD_PRACTICES
from nmirf_desktop.storage.links import recorded
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.store import Moment, Store, utc_now

STRIKE_VERB = N_("strike out a contribution")
RECORD, CORRECT = N_("record a contribution to the knowledge hub"), N_("correct a contribution to the knowledge hub")

WITHDRAWN = N_(
    "The State withdrew the practice of “{contribution}” on {day}: it is contributed no more. Nothing was recorded; "
    "where it was sent all the same, correct the contribution."
)


class Contributions:
    """The contributions of a register; *clock* says which day it is."""

    def __init__(self, store: Store, states: States, clock: Moment = utc_now) -> None:
        self._store = store
        self._states = states
        self._clock = clock

    @property
    def _today(self) -> datetime.date:
        return self._store.day_of(self._clock())

    def years(self) -> tuple[int, ...]:
        """The years in which a contribution may be counted, the latest first."""
        with self._store.read() as session:
            return years_counted(session)

    def line(self, key: Key, on: datetime.date) -> ContributionLine | None:
        """One contribution as of a day; ``None`` where none has that key."""
        with self._store.read() as session:
            found = CONTRIBUTIONS.find(session, key)
            return None if found is None else contribution_lines(session, self._states, (found,), on)[0]

    def between(self, first: datetime.date, last: datetime.date, on: datetime.date | None = None) -> ContributionsOf:
        """The contributions of a period, both days included, by the days by which they are counted, as of a day.

        That day is the last one of the period where none is given.
        """
        with self._store.read() as session:
            day = on or last
            found = counted_between(session, first, last, day)
            return ContributionsOf(first, last, contribution_lines(session, self._states, found, day))

    def of(self, practice: Key, on: datetime.date) -> tuple[ContributionLine, ...]:
        """The contributions that rest on a practice and were recorded by a day."""
        with self._store.read() as session:
            found = [one for one in CONTRIBUTIONS.all(session, practice=practice) if one.known_from <= on]
            return contribution_lines(session, self._states, found, on)

    def proposed(
        self, practice: GoodPractice | None, on: datetime.date, language: Language = Language.EN
    ) -> Contribution:
        """A contribution to begin with, in a language; one that rests on a *practice* has its State, title and own one.

        That is the first in which the State has it in writing, else that in which it was described first.
        """
        if practice is None:
            return Contribution("", ContributionKind.EVENT, Trilingual(), on, language=language)
        tongue = next(iter(practice.languages), practice.title.source)
        return Contribution(
            "", ContributionKind.PRACTICE, practice.title, on, practice.state, tongue, practice=practice.key
        )

    def record(self, contribution: Contribution) -> Contribution:
        """Record a contribution, or put one right; one without a key is new.

        Raises:
            Problem: it has no title, a day lies ahead, or it was published before it was sent.
        """
        check_contribution(contribution)
        for name in ("prepared_on", "sent_on", "published_on"):
            check_happened(getattr(contribution, name), self._today, name)
        with self._store.write(CORRECT if contribution.key else RECORD, Subject.PRACTICES) as session:
            return recorded(session, CONTRIBUTIONS, contribution)

    def mark_sent(self, keys: Iterable[Key], on: datetime.date) -> None:
        """Contributions were sent on a day; all of them, or none.

        Raises ``Problem`` for a day ahead, for one that was sent or is on the hub already, whose day stays, and for one
        that rests on a practice which the State had withdrawn: where it went all the same, it is put right.
        """
        check_happened(on, self._today, "on")
        with self._store.write(N_("mark a contribution as sent"), Subject.PRACTICES) as session:
            for key in keys:
                found = CONTRIBUTIONS.standing(session, key)
                _check_not_withdrawn(session, found, on)
                CONTRIBUTIONS.save(session, sent(found, on))

    def mark_published(self, key: Key, on: datetime.date, link: str = "") -> None:
        """A contribution is on the hub from a day on, under a *link* where one is given.

        Raises:
            Problem: the day lies ahead, it was sent later, it is on the hub already, so that its day stays, or it rests
                on a practice which the State had withdrawn, and was not sent before.
        """
        check_happened(on, self._today, "on")
        with self._store.write(N_("mark a contribution as published"), Subject.PRACTICES) as session:
            found = CONTRIBUTIONS.standing(session, key)
            if found.sent_on is None:
                _check_not_withdrawn(session, found, on)
            CONTRIBUTIONS.save(session, published(found, on, link))

    def strike(self, key: Key) -> None:
        """A contribution was recorded by mistake."""
        with self._store.write(STRIKE_VERB, Subject.PRACTICES) as session:
            CONTRIBUTIONS.standing(session, key)
            CONTRIBUTIONS.remove(session, key)


def _check_not_withdrawn(session: Session, contribution: Contribution, on: datetime.date) -> None:
    """*Objectives – 6*, R43: what the State withdrew is contributed no more. Raises ``Problem``."""
    practice = GOOD_PRACTICES.find(session, contribution.practice) if contribution.practice is not None else None
    if practice is not None and practice.withdrawn(on):
        values = {"contribution": Content(contribution.title), "day": practice.withdrawn_on}
        raise Problem(WITHDRAWN, values, "on")


def contribution_lines(
    session: Session, states: States, found: Iterable[Contribution], on: datetime.date
) -> tuple[ContributionLine, ...]:
    """Contributions as a day knows them: how they stand, their State, the practice they rest on, what they lack."""
    known = tuple(found)
    named, practices = states.on(on), GOOD_PRACTICES.among(session, (one.practice for one in known))
    return tuple(
        ContributionLine(
            one,
            one.stands(on),
            named.get(one.state or ""),
            practices.get(one.practice or ""),
            lacking(one, practices.get(one.practice or ""), on),
            on,
        )
        for one in known
    )
