"""Writing minutes: drafted from what was recorded, edited by people, circulated, approved, and then never changed."""

import datetime
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.drafted import Drafted
from nmirf_desktop.domain.drafting import draft
from nmirf_desktop.domain.found_words import Places, own_words, replaced
from nmirf_desktop.domain.found_words import found as found_in
from nmirf_desktop.domain.minutes import Approval, Circulation, Minutes, MinutesParagraph, MinutesState, check_open
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.redrafting import Offer, Refreshed, brought, declined, refresh, same_words, taken, told_in
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.unsettled import Unsettled
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.services.approvals import (
    NOT_CIRCULATED,
    Approving,
    approve,
    check_approval,
    check_circulation,
    check_ended,
    circulate,
    items_for,
)
from nmirf_desktop.services.attributions import check_told, check_written, drafted_for
from nmirf_desktop.services.completing import COMPLETING, approved_paragraph, rewrite
from nmirf_desktop.services.correction_requests import CorrectionRequests
from nmirf_desktop.services.corrigenda import Corrigenda
from nmirf_desktop.services.days import last_come
from nmirf_desktop.services.minutes_comments import Comments
from nmirf_desktop.services.minutes_documents import keep_approved, listed_digest
from nmirf_desktop.services.minutes_paragraphs import added, in_order, kept_text, moved, number, paragraph_of, remove
from nmirf_desktop.services.minutes_reviews import Reviews
from nmirf_desktop.services.minutes_revisions import Revisions
from nmirf_desktop.services.recorded import read_meeting
from nmirf_desktop.services.states import States
from nmirf_desktop.services.unsettled import Way, read_unsettled
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.meetings import ITEMS, MEETINGS
from nmirf_desktop.storage.minutes import MINUTES, PARAGRAPHS
from nmirf_desktop.storage.store import Moment, Session, Store, utc_now

OFFERED_BEFORE = N_(
    "The facts have changed since this text was offered; nothing was changed. Look at what the minutes offer now."
)
ALREADY_CIRCULATED = N_(
    "These minutes were circulated on {date}, for corrections until {until}: circulate a revised version, or approve "
    "them when the period has ended."
)


class MinuteBook:
    """The minutes in the register. Each verb refuses, in words, to change what was approved, and what is gone."""

    def __init__(self, store: Store, states: States, clock: Moment = utc_now) -> None:
        self._store = store
        self._states = states
        self._clock = clock
        self.requests = CorrectionRequests(store, states, clock)
        self.corrigenda = Corrigenda(store, clock)
        self.comments = Comments(store, clock)
        self.revisions = Revisions(store, states)
        self.reviews = Reviews(store, states)

    # ---- reading ----

    def minutes(self, meeting: Key) -> Minutes | None:
        """The minutes of a meeting, ``None`` until they are begun."""
        with self._store.read() as session:
            return MINUTES.first(session, meeting=meeting)

    def paragraphs(self, minutes: Key) -> tuple[MinutesParagraph, ...]:
        """The paragraphs in their order; those that were removed are without text and left out."""
        with self._store.read() as session:
            return tuple(one for one in in_order(session, minutes) if one.text)

    def every(self, minutes: Key) -> tuple[MinutesParagraph, ...]:
        """Every paragraph in its order, those without text included: removed ones, and what is being written."""
        with self._store.read() as session:
            return in_order(session, minutes)

    def fresh(self, meeting: Key) -> tuple[Drafted, ...]:
        """What the facts of a meeting give today; it takes its time, and is asked for beside the window."""
        return draft(self.facts(meeting))

    def removed(self, minutes: Key) -> tuple[MinutesParagraph, ...]:
        """Drafted paragraphs that a person removed, which can be put back with :meth:`put_back`."""
        with self._store.read() as session:
            return tuple(one for one in in_order(session, minutes) if not one.text and one.drafted)

    def offers(self, minutes: Key) -> tuple[Offer, ...]:
        """The texts that new facts give for paragraphs which they do not overwrite; none for approved minutes."""
        with self._store.read() as session:
            return self._refreshed(session, MINUTES.get(session, minutes)).offers

    def unsettled(self, meeting: Key, way: Way) -> Unsettled:
        """What is missing, outdated or open in the minutes of a meeting before they go a *way*."""
        with self._store.read() as session:
            return read_unsettled(session, self._states, meeting, way)

    def facts(self, meeting: Key) -> RecordedMeeting:
        """What was recorded of a meeting: what the drafts are made from."""
        with self._store.read() as session:
            return read_meeting(session, meeting, self._states)

    # ---- drafting ----

    def draft(self, meeting: Key) -> tuple[Offer, ...]:
        """Begin the minutes of a meeting, or bring the paragraphs that nobody changed to today's facts.

        What a person wrote stays, and is among the offers; of circulated minutes all is only offered.
        """
        with self._store.write(N_("draft the minutes"), Subject.MINUTES) as session:
            found = MINUTES.first(session, meeting=meeting)
            if found is None:
                found = Minutes(new_key(), meeting)
                MINUTES.save(session, found)
            check_open(found)
            refreshed = self._refreshed(session, found)
            self._arrange(session, found, refreshed.kept)
        return refreshed.offers

    def take(self, minutes: Key, offer: Offer) -> None:
        """Take an offered text over; where its fact is there no more, the paragraph goes.

        Of a speaker who is not named a translation stays only where it was made from the text that does not name it.

        Raises:
            Refusal: the minutes are approved, or the facts have changed since they gave this text.
        """
        with self._changing(N_("take a drafted text over"), minutes) as (session, found):
            self._check_offers(session, found, (offer,))
            if offer.paragraph is None:
                self._insert(session, found, (offer.slot,))
            elif offer.text:
                paragraph = PARAGRAPHS.standing(session, offer.paragraph)
                before = replace(paragraph, text=kept_text(session, paragraph))
                PARAGRAPHS.save(session, taken(before, offer.text, offer.tells))
            else:
                remove(session, PARAGRAPHS.standing(session, offer.paragraph))
                self._renumber(session, minutes)

    def take_new(self, minutes: Key, offers: Collection[Offer]) -> None:
        """Take the texts of several new facts over in one step, each in its place. Raises as :meth:`take`."""
        with self._changing(N_("take drafted texts over"), minutes) as (session, found):
            self._check_offers(session, found, offers)
            self._insert(session, found, [one.slot for one in offers])

    def decline(self, minutes: Key, offer: Offer) -> None:
        """Keep a paragraph as it is: the same text is not offered again. Raises as :meth:`take`."""
        with self._changing(N_("keep a written text"), minutes) as (session, found):
            self._check_offers(session, found, (offer,))
            if offer.paragraph is None:
                self._insert(session, found, (offer.slot,), without_text=True)
                return
            paragraph = PARAGRAPHS.standing(session, offer.paragraph)
            if offer.text:
                PARAGRAPHS.save(session, declined(paragraph, offer.text, offer.tells))
            else:
                tells = told_in(paragraph)
                PARAGRAPHS.save(session, replace(paragraph, slot="", drafted=Trilingual(), tells=tells))

    # ---- writing ----

    def write(self, paragraph: Key, text: Trilingual) -> bool:
        """Keep what a person wrote, in the three languages at once; of approved minutes, what was missing.

        Whether it had no text and stands again, as one that was removed does.

        Raises :class:`Refusal` for words on what is off the record, or that name who is not named.
        """
        with self._supplying(N_("write in the minutes"), paragraph) as (session, found):
            rewrite(session, found, text)
            return bool(text) and not found.text

    def add(self, after: Key, text: Trilingual = Trilingual()) -> MinutesParagraph:
        """A paragraph of a person's own after another one, in the same section and under the same item."""
        with self._rewording(N_("add a paragraph"), after) as (session, before):
            return added(session, before, text)

    def replace(self, minutes: Key, wanted: str, by: str, among: Collection[Key]) -> Places:
        """Put other words in every place *among* some paragraphs, in each language, in one step; how many there were.

        What stands in quotation marks stays. Raises as :meth:`write`, and nothing is replaced then.
        """
        with self._changing(N_("replace words in the minutes"), minutes) as (session, _):
            number_of = quoted = 0
            for one in in_order(session, minutes):
                spans = found_in(one.text, wanted) if one.key in among else {}
                own = own_words(one.text, spans)
                quoted += sum(len(places) for places in spans.values()) - sum(len(places) for places in own.values())
                text = replaced(one.text, own, by)
                if text != one.text:
                    check_written(session, one, text)
                    PARAGRAPHS.save(session, replace(one, text=text))
                    number_of += sum(len(places) for places in own.values())
            return Places(number_of, quoted)

    def move(self, paragraph: Key, by: int) -> None:
        """Move a paragraph of a person's own one place up (-1) or down (1). Raises as :func:`moved`."""
        with self._rewording(N_("move a paragraph"), paragraph) as (session, found):
            moved(session, found, by)

    def remove(self, paragraph: Key) -> None:
        """Remove a paragraph; a drafted one is remembered, so that a new draft does not bring it back."""
        with self._rewording(N_("remove a paragraph"), paragraph) as (session, found):
            if found.slot:
                PARAGRAPHS.save(session, replace(found, text=Trilingual()))
            else:
                remove(session, found)
                self._renumber(session, found.minutes)

    def put_back(self, paragraph: Key) -> None:
        """Give a paragraph the text that the facts gave it: one that was removed, or one that was changed.

        A translation that the facts do not give stays, and is outdated where it was made from other words; of a
        speaker who is not named, as in :meth:`take`. What is put back is what the facts give from then on.
        """
        with self._rewording(N_("put a drafted text back"), paragraph) as (session, found):
            before = replace(found, text=kept_text(session, found))
            given = taken(before, drafted_for(session, self._states, found))
            drafted = given.drafted or found.drafted
            PARAGRAPHS.save(session, replace(found, text=given.text, drafted=drafted))

    def review(self, paragraph: Key, *languages: Language) -> tuple[Language, ...]:
        """Mark the text of a paragraph as reviewed in some languages, in all that it has where none is named.

        Then not in those in which it quotes a reason as it was entered in another one: that is right only where
        somebody says so of the language. They are given back.
        """
        return self.reviews.mark(paragraph, *languages)

    # ---- what becomes of them ----

    def circulate(self, minutes: Key, circulation: Circulation) -> Minutes:
        """The draft goes to the members, who correct their own statements until a day (part E).

        What nobody changed is brought to what was recorded in the same transaction: no older text leaves the house.

        Raises :class:`Problem` or :class:`Refusal` as :func:`check_circulation`.
        """
        with self._changing(N_("circulate the minutes"), minutes) as (session, found):
            if found.state is MinutesState.CIRCULATED:
                values = {"date": found.circulated_on, "until": found.corrections_until}
                raise Refusal(ALREADY_CIRCULATED, values)
            self._check_circulation(session, found, circulation)
            self._arrange(session, found, self._leaving(session, found))
            return circulate(session, found, circulation, self._listed(session, found))

    def circulate_again(self, minutes: Key, circulation: Circulation) -> Minutes:
        """A revised version takes the place of the one that members have, with days of its own."""
        with self._changing(N_("circulate revised minutes"), minutes) as (session, found):
            if found.state is not MinutesState.CIRCULATED:
                raise Refusal(NOT_CIRCULATED)
            self._check_circulation(session, found, circulation)
            return circulate(session, found, circulation, self._listed(session, found))

    def check_circulation(self, minutes: Key, circulation: Circulation) -> None:
        """Refuse in words, before anybody is asked, what :meth:`circulate` and :meth:`circulate_again` would refuse."""
        with self._store.read() as session:
            self._check_circulation(session, MINUTES.get(session, minutes), circulation)

    def approve(self, minutes: Key, on: datetime.date, item: Key | None = None) -> Minutes:
        """The minutes are deemed approved as the period ended, or a meeting did it under an *item*; they stay now.

        Raises :class:`Problem` or :class:`Refusal` as :func:`check_approval`.
        """
        with self._store.write(N_("approve the minutes"), Subject.MINUTES, Subject.AGENDA) as session:
            found = MINUTES.get(session, minutes)
            self._check_approval(session, found, Approval(on, item))
            new = approve(session, found, Approval(on, item))
            facts = read_meeting(session, new.meeting, self._states)
            keep_approved(session, new, facts, self._states)
        return new

    def check_approval(self, minutes: Key, on: datetime.date, item: Key | None = None) -> None:
        """Refuse in words, before anybody is asked, what :meth:`approve` would refuse on that day."""
        with self._store.read() as session:
            self._check_approval(session, MINUTES.get(session, minutes), Approval(on, item))

    def approving(self, minutes: Key) -> tuple[Approving, ...]:
        """The items of later meetings under which minutes may be approved, the first meeting first."""
        with self._store.read() as session:
            return items_for(session, MINUTES.get(session, minutes))

    @property
    def _today(self) -> datetime.date:
        return self._store.day_of(self._clock())

    def _check_circulation(self, session: Session, minutes: Minutes, circulation: Circulation) -> None:
        """Raises as :func:`check_circulation`, and :class:`Refusal` for minutes that tell what is not to be told."""
        today = last_come(self._store, MEETINGS.get(session, minutes.meeting), self._clock())
        check_circulation(session, minutes, circulation, today)
        check_ended(session, self._store, minutes, circulation.on, today)
        check_told(session, self._states, minutes, self._leaving(session, minutes))

    def _check_approval(self, session: Session, minutes: Minutes, approval: Approval) -> None:
        """A meeting approves on a day of its place, too; the period for corrections ends where the secretariat is."""
        item = ITEMS.find(session, approval.item) if approval.item is not None else None
        today = self._today
        if item is not None:
            today = last_come(self._store, MEETINGS.get(session, item.meeting), self._clock())
        check_approval(session, self._states, minutes, approval, today)

    def _listed(self, session: Session, minutes: Minutes) -> str:
        """The digest of whom the minutes list as they go."""
        return listed_digest(session, read_meeting(session, minutes.meeting, self._states), self._states)

    # ---- rows ----

    @contextmanager
    def _changing(self, verb: str, minutes: Key) -> Iterator[tuple[Session, Minutes]]:
        """A transaction on minutes that are there and may still be changed; ``Refusal`` else."""
        with self._store.write(verb, Subject.MINUTES) as session:
            found = MINUTES.standing(session, minutes)
            check_open(found)
            yield session, found

    @contextmanager
    def _rewording(self, verb: str, paragraph: Key) -> Iterator[tuple[Session, MinutesParagraph]]:
        """A transaction on a paragraph that is there, of minutes that may still be changed; ``Refusal`` else."""
        with self._store.write(verb, Subject.MINUTES) as session:
            found = PARAGRAPHS.standing(session, paragraph)
            check_open(MINUTES.get(session, found.minutes))
            yield session, found

    @contextmanager
    def _supplying(self, verb: str, paragraph: Key) -> Iterator[tuple[Session, MinutesParagraph]]:
        """A transaction on a paragraph that is there; what may be written in it, :func:`rewrite` says."""
        with self._store.read() as session:
            done = COMPLETING if approved_paragraph(session, paragraph) else verb
        with self._store.write(done, Subject.MINUTES) as session:
            yield session, PARAGRAPHS.standing(session, paragraph)

    def _drafted(self, session: Session, meeting: Key) -> tuple[Drafted, ...]:
        return draft(read_meeting(session, meeting, self._states))

    def _refreshed(self, session: Session, minutes: Minutes) -> Refreshed:
        return brought(minutes, in_order(session, minutes.key), self._drafted(session, minutes.meeting))

    def _leaving(self, session: Session, minutes: Minutes) -> tuple[MinutesParagraph | Drafted, ...]:
        """What goes to the members: a draft as it is brought to the facts, a revised version as it stands."""
        if minutes.state is MinutesState.DRAFT:
            return tuple(self._refreshed(session, minutes).kept)
        return in_order(session, minutes.key)

    def _check_offers(self, session: Session, minutes: Minutes, offers: Iterable[Offer]) -> None:
        """Raises :class:`Refusal` where the facts give another text by now, or none, or the paragraph is gone."""
        fresh = {one.slot: one.text for one in self._drafted(session, minutes.meeting)}
        for offer in offers:
            gone = offer.paragraph is not None and PARAGRAPHS.find(session, offer.paragraph) is None
            if gone or not same_words(fresh.get(offer.slot, Trilingual()), offer.text):
                raise Refusal(OFFERED_BEFORE)

    def _arrange(self, session: Session, minutes: Minutes, kept: Iterable[MinutesParagraph | Drafted]) -> None:
        row = [one if isinstance(one, MinutesParagraph) else paragraph_of(minutes.key, one) for one in kept]
        stay = {one.key for one in row}
        for old in in_order(session, minutes.key):
            if old.key not in stay:
                remove(session, old)
        number(session, row)

    def _insert(
        self, session: Session, minutes: Minutes, slots: Collection[str], *, without_text: bool = False
    ) -> None:
        """The paragraphs of new facts, in the places that a free draft gives them; all others stay as they are."""
        fresh = self._drafted(session, minutes.meeting)
        row: list[MinutesParagraph] = []
        for one in refresh(in_order(session, minutes.key), fresh, hold=True, admit=slots).kept:
            if isinstance(one, MinutesParagraph):
                row.append(one)
            else:
                new = paragraph_of(minutes.key, one)
                row.append(replace(new, text=Trilingual()) if without_text else new)
        number(session, row)

    def _renumber(self, session: Session, minutes: Key) -> None:
        number(session, in_order(session, minutes))
