"""The annual review: read, edited by hand in three languages, and put before the next annual meeting (R37)."""

import datetime
from dataclasses import dataclass, replace

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.annual_review import (
    EMPTY,
    ReviewFacts,
    ReviewPart,
    ReviewPeriod,
    ReviewText,
    Told,
    offered_periods,
    own_slot,
)
from nmirf_desktop.domain.annual_review_before import Lack, lacks
from nmirf_desktop.domain.annual_review_gaps import of_review
from nmirf_desktop.domain.annual_review_names import review_of, review_symbol
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.drafted import led_by_hand
from nmirf_desktop.domain.gaps import Gap
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.meetings import Meeting, MeetingKind
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.redrafting import same_words
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.agenda_documents import WhyNot, next_annual, put_under_review, reviewing
from nmirf_desktop.services.annual_review_facts import read_review, read_told
from nmirf_desktop.services.states import States
from nmirf_desktop.storage.activities import years_of
from nmirf_desktop.storage.annual_reviews import REVIEW_TEXTS
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.meetings import MEETINGS
from nmirf_desktop.storage.minutes import ISSUED
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.states import ORGANISATION
from nmirf_desktop.storage.store import Store

NO_MEETING = N_("No annual meeting is planned: plan one under Meetings; the review is then put on its agenda.")
NO_ITEM = N_(
    "The agenda of {symbol} has no item for the review of activities or for future directions. Give an item one of "
    "these purposes, or start with the standard items; nothing was changed."
)
THERE = N_("The review stands on the agenda of {symbol} already.")
GONE = N_("This paragraph is not in the review any more: its fact has changed. Nothing was written.")


@dataclass(frozen=True, slots=True)
class Review:
    """The review of a period: its *facts*, its paragraphs as they read, and what to know before it is issued."""

    facts: ReviewFacts
    told: tuple[Told, ...]

    @property
    def symbol(self) -> str:
        """The symbol of the document."""
        return review_symbol(self.facts.period, self.facts.prefix)

    @property
    def lacks(self) -> tuple[Lack, ...]:
        """What is to be known or completed before it leaves the house."""
        return lacks(self.facts, self.told)

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """The texts that a language lacks, or whose original has changed since."""
        return of_review(self.facts, self.told)


class AnnualReviews:
    """The reviews of a register; nothing of one is stored but what a person wrote in it."""

    def __init__(self, store: Store, states: States) -> None:
        self._store = store
        self._states = states

    def periods(self, on: datetime.date) -> tuple[ReviewPeriod, ...]:
        """What may be reviewed: years and times between annual meetings, the latest first."""
        with self._store.read() as session:
            return periods(session, on)

    def read(self, period: ReviewPeriod, on: datetime.date) -> Review:
        """The review of a period as it reads on a day."""
        with self._store.read() as session:
            return self._read(session, period, on)

    def _read(self, session: Session, period: ReviewPeriod, on: datetime.date) -> Review:
        organisation = ORGANISATION.get(session, "organisation")
        facts = read_review(session, self._states, period, on, organisation)
        return Review(facts, read_told(session, facts))

    # -- writing ---------------------------------------------------------------------------------------------------

    def write(self, period: ReviewPeriod, slot: str, text: Trilingual, on: datetime.date) -> None:
        """Write a paragraph by hand; one that reads as its draft again follows the facts again.

        Written for the first time in one translation alone, it is led by it; the original that the writer chooses then
        stays.

        Raises:
            Problem: it has no words in any language, or is not in the review any more.
        """
        if not text:
            raise Problem(EMPTY, field_name="text")
        with self._store.write(N_("write in the annual review"), Subject.REVIEW) as session:
            one = self._found(session, period, slot, on)
            if not one.added and same_words(text, one.draft):
                if one.kept is not None:
                    REVIEW_TEXTS.remove(session, one.kept.key)
                return
            first = one.kept is None or one.removed
            _save(session, period, one, led_by_hand(text, one.draft) if first else text)

    def add(self, period: ReviewPeriod, part: ReviewPart, text: Trilingual) -> str:
        """A paragraph of one's own at the end of a part; its slot. Raises ``Problem`` where it has no words."""
        if not text:
            raise Problem(EMPTY, field_name="text")
        key = new_key()
        slot = own_slot(part, key)
        with self._store.write(N_("add a paragraph to the annual review"), Subject.REVIEW) as session:
            REVIEW_TEXTS.save(session, ReviewText(key, period.first, period.last, slot, text))
        return slot

    def remove(self, period: ReviewPeriod, slot: str, on: datetime.date) -> None:
        """Take a paragraph out; its fact does not bring it back. Raises ``Problem`` where it is not there."""
        with self._store.write(N_("take a paragraph out of the annual review"), Subject.REVIEW) as session:
            one = self._found(session, period, slot, on)
            if one.kept is not None and (one.added or not one.draft):
                REVIEW_TEXTS.remove(session, one.kept.key)
            else:
                _save(session, period, one, Trilingual())

    def follow(self, period: ReviewPeriod, slot: str, on: datetime.date) -> None:
        """Let a paragraph follow the facts again: what was written by hand is given up."""
        with self._store.write(N_("take the draft of the annual review"), Subject.REVIEW) as session:
            one = self._found(session, period, slot, on)
            if one.kept is not None:
                REVIEW_TEXTS.remove(session, one.kept.key)

    def keep(self, period: ReviewPeriod, slot: str, on: datetime.date) -> None:
        """Keep what was written although the facts changed: it is marked no more until they change again."""
        with self._store.write(N_("keep what was written in the annual review"), Subject.REVIEW) as session:
            one = self._found(session, period, slot, on)
            if one.kept is not None:
                REVIEW_TEXTS.save(session, replace(one.kept, drafted=one.draft))

    def _found(self, session: Session, period: ReviewPeriod, slot: str, on: datetime.date) -> Told:
        told = self._read(session, period, on).told
        found = next((one for one in told if one.slot == slot), None)
        if found is None:
            raise Problem(GONE)
        return found

    # -- the agenda ------------------------------------------------------------------------------------------------

    def meeting(self, on: datetime.date) -> Meeting | None:
        """The annual meeting that comes next on a day, or is going on."""
        with self._store.read() as session:
            return next_annual(session, on)

    def symbol(self, period: ReviewPeriod) -> str:
        """The symbol of the review of a period."""
        with self._store.read() as session:
            return _symbol(session, period)

    def to_name(self, meeting: Key, on: datetime.date) -> ReviewPeriod | None:
        """*Network Meetings – Frequency*, R37: the review that an agenda may name, which it does not name yet.

        It is issued, else written in by hand, and of a time since the annual meeting before, whose agenda does not name
        it. ``None`` where there is none such, or where the meeting is not the next annual one on a day.
        """
        with self._store.read() as session:
            coming = next_annual(session, on)
            if coming is None or coming.key != meeting:
                return None
            earlier = _annual_before(session, coming)
            since = earlier.closes_on if earlier is not None else datetime.date.min
            before = reviewing(session, earlier.key) if earlier is not None else []
            for period in _made(session):
                symbol, in_time = _symbol(session, period), since < period.last and period.first <= coming.closes_on
                if in_time and not any(symbol in one.documents for one in before):
                    waits = any(symbol not in one.documents for one in reviewing(session, meeting))
                    return period if waits else None
        return None

    def put_on_agenda(self, period: ReviewPeriod, on: datetime.date) -> tuple[Meeting, tuple[AgendaItem, ...]]:
        """*Network Meetings – Frequency*, R37: name the review under the items of the next annual meeting it serves.

        Raises:
            Problem: no annual meeting is planned, its agenda has neither item, or both name it already.
            Refusal: the agenda is adopted.
        """
        with self._store.write(N_("put the annual review on the agenda"), Subject.AGENDA) as session:
            return put_under_review(session, _symbol(session, period), on, WhyNot(NO_MEETING, NO_ITEM, THERE))


def periods(session: Session, on: datetime.date) -> tuple[ReviewPeriod, ...]:
    """As :meth:`AnnualReviews.periods`, in a snapshot that is open."""
    annual = (one for one in MEETINGS.all(session) if one.kind in (MeetingKind.ANNUAL, MeetingKind.FOUNDING))
    years = {*years_of(session), on.year - 1}
    return offered_periods(years, annual, on)


def _annual_before(session: Session, meeting: Meeting) -> Meeting | None:
    kinds = (MeetingKind.ANNUAL, MeetingKind.FOUNDING)
    earlier = [one for one in MEETINGS.all(session) if one.kind in kinds and one.opens_on < meeting.opens_on]
    return max(earlier, key=lambda one: (one.opens_on, one.key), default=None)


def _made(session: Session) -> list[ReviewPeriod]:
    """The periods whose review was issued, then those in whose review somebody wrote; of each the latest first."""
    issued = {review_of(one.symbol) for one in ISSUED.all(session, kind=DocumentKind.REVIEW)}
    written = {ReviewPeriod(one.first, one.last) for one in REVIEW_TEXTS.all(session)}
    groups = (filter(None, issued), written)
    return [one for group in groups for one in sorted(group, key=lambda one: (one.last, one.first), reverse=True)]


def _symbol(session: Session, period: ReviewPeriod) -> str:
    return review_symbol(period, ORGANISATION.get(session, "organisation").symbol_prefix)


def _save(session: Session, period: ReviewPeriod, one: Told, text: Trilingual) -> None:
    key = one.kept.key if one.kept is not None else new_key()
    REVIEW_TEXTS.save(session, ReviewText(key, period.first, period.last, one.slot, text, one.draft))
