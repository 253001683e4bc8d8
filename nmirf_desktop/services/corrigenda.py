"""Corrigenda of approved minutes: begun, filled, issued in their order, and then never changed."""

import datetime
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.completed_minutes import check_closed
from nmirf_desktop.domain.corrigenda import (
    Corrigendum,
    Erratum,
    as_printed,
    check_erratum,
    check_next,
    check_unissued,
    in_the_same,
    in_turn,
    is_issued,
    languages_of,
    read_with,
)
from nmirf_desktop.domain.corrigendum_papers import where_of
from nmirf_desktop.domain.happened import check_happened
from nmirf_desktop.domain.issued import DocumentKind, IssuedDocument
from nmirf_desktop.domain.kept_papers import as_it_was
from nmirf_desktop.domain.minutes import Minutes, MinutesParagraph
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import NOTHING_TO_SAY, Phrase
from nmirf_desktop.domain.printed_blocks import PrintedBlock, printed_blocks
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.symbols import symbol_of
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.services.correction_requests import numbered
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.corrections import CORRIGENDA, ERRATA
from nmirf_desktop.storage.meetings import MEETINGS
from nmirf_desktop.storage.minutes import ISSUED, MINUTES, PARAGRAPHS, approved_content
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
    """A corrigendum as it is listed: its *symbol*, its errata with what each puts right, and if it left."""

    corrigendum: Corrigendum
    symbol: str
    errata: tuple[tuple[Phrase, Erratum], ...]
    issued: bool

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages of which it is."""
        return languages_of(one for _, one in self.errata)


@dataclass(frozen=True, slots=True)
class ReadWith:
    """A text of approved minutes in a language: what it is, how it was approved, and *now*, with what was issued."""

    where: Phrase
    language: Language
    approved: str
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
            texts = _Texts.of(session, minutes)
            issued, meeting = issued_of(session, found), MEETINGS.get(session, found.meeting)
            return tuple(
                Corrected(
                    one,
                    symbol_of(DocumentKind.CORRIGENDUM, meeting, one.number),
                    tuple((texts.where(each), each) for each in errata_of(session, one)),
                    is_issued(one, issued),
                )
                for one in corrigenda_of(session, minutes)
            )

    def blocks(self, minutes: Key) -> tuple[PrintedBlock, ...]:
        """What stands in approved minutes and is no paragraph, in its order; nothing where no document was kept."""
        with self._store.read() as session:
            return kept_blocks(session, minutes)

    def corrected(self, minutes: Key) -> tuple[ReadWith, ...]:
        """The texts that read otherwise with what was issued, each in its language, as they were first put right."""
        with self._store.read() as session:
            found = MINUTES.get(session, minutes)
            issued = issued_of(session, found)
            left = [one for one in corrigenda_of(session, minutes) if is_issued(one, issued)]
            errata = in_turn(left, (each for one in left for each in errata_of(session, one)))
            texts = _Texts.of(session, minutes)
        first = {(one.place, one.language): one for one in reversed(errata)}
        ordered = sorted(first.values(), key=lambda one: (texts.order(one), list(Language).index(one.language)))
        return tuple(
            ReadWith(
                texts.where(one), one.language, texts.text(one), read_with(texts.text(one), in_the_same(one, errata))
            )
            for one in ordered
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
            Problem: the words do not stand in the approved text, or stand there more than once.
            Refusal: the corrigendum was issued, or the text was completed after the approval and can still be written.
        """
        with self._store.write(N_("add to a corrigendum"), Subject.MINUTES) as session:
            corrigendum = self._unissued(session, erratum.corrigendum)
            known = corrigenda_of(session, corrigendum.minutes)
            before = in_turn(known, (each for one in known for each in errata_of(session, one)))
            texts = _Texts.of(session, corrigendum.minutes)
            if not texts.where(erratum):
                raise Problem(N_("The minutes have no such paragraph."), field_name="paragraph")
            if erratum.paragraph is not None:
                check_closed(texts.paragraphs[erratum.paragraph], erratum.language, texts.where(erratum))
            text = read_with(texts.text(erratum), in_the_same(erratum, before))
            check_erratum(erratum, text, texts.where(erratum))
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
            for one in in_the_same(erratum, errata_of(session, corrigendum)):
                if one.position >= erratum.position:
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


def kept_blocks(session: Session, minutes: Key) -> tuple[PrintedBlock, ...]:
    """The blocks of the document that was kept of approved minutes; nothing where none was."""
    content = approved_content(session, minutes)
    return () if content is None else printed_blocks(as_it_was(zlib.decompress(content).decode()))


@dataclass(frozen=True, slots=True)
class _Texts:
    """What a corrigendum of some minutes can put right: their paragraphs with their numbers, and the blocks."""

    paragraphs: Mapping[Key, MinutesParagraph]
    numbers: Mapping[Key, int]
    blocks: Mapping[str, PrintedBlock]

    @classmethod
    def of(cls, session: Session, minutes: Key) -> "_Texts":
        paragraphs = PARAGRAPHS.all(session, minutes=minutes)
        blocks = {one.key: one for one in kept_blocks(session, minutes)}
        return cls(PARAGRAPHS.by_key(paragraphs), numbered(paragraphs), blocks)

    def where(self, erratum: Erratum) -> Phrase:
        """What an erratum puts right; empty where there is no such text."""
        if erratum.paragraph is not None and erratum.paragraph not in self.numbers:
            return NOTHING_TO_SAY
        return where_of(erratum, self.numbers, self.blocks.values())

    def text(self, erratum: Erratum) -> str:
        """The whole text in the language of an erratum, as it was approved."""
        if erratum.paragraph is not None:
            return self.paragraphs[erratum.paragraph].text[erratum.language]
        return self.blocks[erratum.block].read(erratum.language)

    def order(self, erratum: Erratum) -> tuple[int, int]:
        """Where the text of an erratum stands among the others."""
        if erratum.paragraph is not None:
            return self.numbers[erratum.paragraph], 0
        return self.blocks[erratum.block].after, 1 + list(self.blocks).index(erratum.block)
