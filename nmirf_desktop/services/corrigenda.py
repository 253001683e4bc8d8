"""Corrigenda of approved minutes: begun, filled, issued in their order, and then never changed."""

import datetime
from dataclasses import dataclass, replace

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.corrigenda import (
    Corrigendum,
    Erratum,
    as_printed,
    check_erratum,
    check_next,
    check_unissued,
    in_turn,
    is_issued,
    languages_of,
    read_with,
)
from nmirf_desktop.domain.happened import check_happened
from nmirf_desktop.domain.issued import DocumentKind, IssuedDocument
from nmirf_desktop.domain.minutes import Minutes, MinutesParagraph
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.symbols import symbol_of
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.services.correction_requests import numbered
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.corrections import CORRIGENDA, ERRATA
from nmirf_desktop.storage.meetings import MEETINGS
from nmirf_desktop.storage.minutes import ISSUED, MINUTES, PARAGRAPHS
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.store import Moment, Store, utc_now

NOT_LAST = N_("Corrigendum {n} has another one after it, so that it stays.")

FOR_GOOD = N_(
    "Corrigendum {n} bears the day of its issue, and is no longer changed once it is issued: what is still wrong then "
    "is for the next one."
)
BEFORE_APPROVAL = N_("The minutes were approved on {date}: a corrigendum has that day or a later one.")


@dataclass(frozen=True, slots=True)
class Corrected:
    """A corrigendum as it is listed: its *symbol*, its errata with the numbers of their paragraphs, and if it left."""

    corrigendum: Corrigendum
    symbol: str
    errata: tuple[tuple[int, Erratum], ...]
    issued: bool

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages of which it is."""
        return languages_of(one for _, one in self.errata)


@dataclass(frozen=True, slots=True)
class ReadWith:
    """A paragraph of approved minutes, and how it reads in a language *now*, with what was issued."""

    paragraph: MinutesParagraph
    language: Language
    now: str


class Corrigenda:
    """The corrigenda in the register; *clock* says on which day one may bear its date."""

    def __init__(self, store: Store, clock: Moment = utc_now) -> None:
        self._store = store
        self._clock = clock

    # ---- reading ----

    def of(self, minutes: Key) -> tuple[Corrected, ...]:
        """The corrigenda of some minutes, in the order of their numbers."""
        with self._store.read() as session:
            found = MINUTES.get(session, minutes)
            numbers = numbered(PARAGRAPHS.all(session, minutes=minutes))
            issued, meeting = issued_of(session, found), MEETINGS.get(session, found.meeting)
            return tuple(
                Corrected(
                    one,
                    symbol_of(DocumentKind.CORRIGENDUM, meeting, one.number),
                    tuple((numbers.get(each.paragraph, 0), each) for each in in_turn((one,), errata_of(session, one))),
                    is_issued(one, issued),
                )
                for one in corrigenda_of(session, minutes)
            )

    def corrected(self, minutes: Key) -> tuple[ReadWith, ...]:
        """The paragraphs that read otherwise with what was issued, each in its language, in their order."""
        with self._store.read() as session:
            found = MINUTES.get(session, minutes)
            issued = issued_of(session, found)
            left = [one for one in corrigenda_of(session, minutes) if is_issued(one, issued)]
            errata = in_turn(left, (each for one in left for each in errata_of(session, one)))
            paragraphs = PARAGRAPHS.all(session, minutes=minutes)
        ordered = sorted(paragraphs, key=lambda one: one.position)
        places = {(one.paragraph, one.language) for one in errata}
        return tuple(
            ReadWith(one, language, read_with(one, language, errata))
            for one in ordered
            for language in Language
            if (one.key, language) in places
        )

    # ---- writing ----

    def begin(self, minutes: Key, dated: datetime.date) -> Corrigendum:
        """Begin the next corrigendum of approved minutes, on a day; it bears that of its issue.

        Raises:
            Problem: the day lies ahead, or before the approval.
            Refusal: the minutes are not approved, or the corrigendum before was not issued.
        """
        with self._store.write(N_("begin a corrigendum"), Subject.MINUTES) as session:
            found = MINUTES.standing(session, minutes)
            number = check_next(found, corrigenda_of(session, minutes), issued_of(session, found))
            check_happened(dated, self._store.day_of(self._clock()), "dated")
            if found.approved_on is not None and dated < found.approved_on:
                raise Problem(BEFORE_APPROVAL, {"date": found.approved_on}, "dated")
            new = Corrigendum(new_key(), minutes, number, dated)
            CORRIGENDA.save(session, new)
        return new

    def add(self, erratum: Erratum) -> Erratum:
        """Add an erratum at the end of a corrigendum that was not issued.

        Raises:
            Problem: the words do not stand in the approved paragraph, or stand there more than once.
            Refusal: the corrigendum was issued.
        """
        with self._store.write(N_("add to a corrigendum"), Subject.MINUTES) as session:
            corrigendum = self._unissued(session, erratum.corrigendum)
            paragraph = PARAGRAPHS.standing(session, erratum.paragraph)
            known = corrigenda_of(session, corrigendum.minutes)
            before = in_turn(known, (each for one in known for each in errata_of(session, one)))
            number = numbered(PARAGRAPHS.all(session, minutes=corrigendum.minutes)).get(paragraph.key)
            if number is None or paragraph.minutes != corrigendum.minutes:
                raise Problem(N_("The minutes have no such paragraph."), field_name="paragraph")
            check_erratum(erratum, paragraph, number, before)
            text = read_with(paragraph, erratum.language, before)
            erratum = replace(erratum, passage=as_printed(erratum.passage, text))
            own = errata_of(session, corrigendum)
            position = max((one.position for one in own), default=-1) + 1
            new = replace(erratum, key=erratum.key or new_key(), position=position)
            ERRATA.save(session, new)
        return new

    def drop(self, key: Key) -> None:
        """Take an erratum out of a corrigendum that was not issued, with what was added after it in the same text."""
        with self._store.write(N_("take out of a corrigendum"), Subject.MINUTES) as session:
            erratum = ERRATA.standing(session, key)
            corrigendum = self._unissued(session, erratum.corrigendum)
            same = (erratum.paragraph, erratum.language)
            for one in errata_of(session, corrigendum):
                if (one.paragraph, one.language) == same and one.position >= erratum.position:
                    ERRATA.remove(session, one.key)

    def remove(self, key: Key) -> None:
        """Remove a corrigendum that was begun by mistake, with what is in it, before it is issued."""
        with self._store.write(N_("remove a corrigendum"), Subject.MINUTES) as session:
            corrigendum = self._unissued(session, key)
            if any(one.number > corrigendum.number for one in corrigenda_of(session, corrigendum.minutes)):
                raise Refusal(NOT_LAST, {"n": corrigendum.number})
            for one in errata_of(session, corrigendum):
                ERRATA.remove(session, one.key)
            CORRIGENDA.remove(session, key)

    def _unissued(self, session: Session, key: Key) -> Corrigendum:
        corrigendum = CORRIGENDA.standing(session, key)
        check_unissued(corrigendum, issued_of(session, MINUTES.get(session, corrigendum.minutes)))
        return corrigendum


def corrigenda_of(session: Session, minutes: Key) -> tuple[Corrigendum, ...]:
    """The corrigenda of some minutes, in the order of their numbers."""
    return tuple(sorted(CORRIGENDA.all(session, minutes=minutes), key=lambda one: one.number))


def errata_of(session: Session, corrigendum: Corrigendum) -> tuple[Erratum, ...]:
    """What a corrigendum puts right, as it was written."""
    return in_turn((corrigendum,), ERRATA.all(session, corrigendum=corrigendum.key))


def date_issued(session: Session, meeting: Key, only: Key | None, on: datetime.date) -> None:
    """Give the corrigenda of a meeting that leave now, or *only* one, the day of their issue; issued ones have theirs.

    Raises :class:`Problem` for a day before the approval.
    """
    minutes = MINUTES.first(session, meeting=meeting)
    if minutes is None:
        return
    issued = issued_of(session, minutes)
    for one in corrigenda_of(session, minutes.key):
        if only in (None, one.key) and not is_issued(one, issued):
            if minutes.approved_on is not None and on < minutes.approved_on:
                raise Problem(BEFORE_APPROVAL, {"date": minutes.approved_on})
            CORRIGENDA.save(session, replace(one, dated=on))


def unissued_said(session: Session, meeting: Key, only: Key | None) -> tuple[Phrase, ...]:
    """What is to be known before corrigenda of a meeting, or *only* one, are issued: that it is for good."""
    minutes = MINUTES.first(session, meeting=meeting)
    if minutes is None:
        return ()
    issued = issued_of(session, minutes)
    return tuple(
        Phrase(FOR_GOOD, {"n": one.number})
        for one in corrigenda_of(session, minutes.key)
        if only in (None, one.key) and not is_issued(one, issued)
    )


def issued_of(session: Session, minutes: Minutes) -> tuple[IssuedDocument, ...]:
    """The issued documents that are corrigenda of some minutes."""
    return ISSUED.all(session, meeting=minutes.meeting, kind=DocumentKind.CORRIGENDUM)
