"""What is read to tell who holds only a superseded version of a document."""

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from nmirf_desktop.domain.certified import Dispatched
from nmirf_desktop.domain.dispatches import Function
from nmirf_desktop.domain.distribution import Distribution
from nmirf_desktop.domain.invitations import Capacity
from nmirf_desktop.domain.issued import PLANNED, Document, DocumentKind, IssuedDocument
from nmirf_desktop.domain.recipients import Selection, correspondents
from nmirf_desktop.domain.superseded import Superseded, superseded_by, without_corrigendum
from nmirf_desktop.domain.symbols import has_addresses
from nmirf_desktop.domain.undelivered import names_of
from nmirf_desktop.services.directories import directory_on
from nmirf_desktop.services.states import States
from nmirf_desktop.services.waiting import end_of
from nmirf_desktop.storage.dispatches import deliveries_of, enclosed_in_each, of_the_year
from nmirf_desktop.storage.meetings import MEETINGS
from nmirf_desktop.storage.minutes import ISSUED
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.states import ORGANISATION

EVERYBODY = Selection(frozenset(Capacity), frozenset(Function))


def superseded_on(session: Session, states: States, on: datetime.date) -> tuple[Superseded, ...]:
    """Who holds on a day only a superseded version, or minutes without a corrigendum, of what went in the year before.

    Who cannot be written to any more, or for whom it is not any more, is not among them; an agenda and what else is of
    a meeting to come waits for nobody once the meeting is over.
    """
    made = {one.key: one for one in of_the_year(session, end_of(session, on))}
    enclosed = enclosed_in_each(session, made)
    asked = _asked(session, [file for files in enclosed.values() for file in files], on)
    wanted = {file.key for one in asked for file in one.files}
    own = [key for key, files in enclosed.items() if any(file.key in wanted for file in files)]
    if not own:
        return ()
    there = deliveries_of(session, own)
    log = [Dispatched(made[key], enclosed[key], there[key]) for key in own]
    found = [one for question in asked for one in question.answered(log)]
    return tuple(_meant(session, states, on, found)) if found else ()


@dataclass(frozen=True, slots=True)
class _Question:
    """Who has only the earlier of some files of a document; or, of a *corrigendum*, minutes without it."""

    files: tuple[IssuedDocument, ...]
    corrigendum: tuple[IssuedDocument, ...] = ()

    def answered(self, log: Collection[Dispatched]) -> Iterator[Superseded]:
        """Who, by a log."""
        if self.corrigendum:
            return without_corrigendum(self.corrigendum, self.files, log)
        return superseded_by(self.files, log)


def _asked(session: Session, gone: Iterable[IssuedDocument], on: datetime.date) -> list[_Question]:
    """What is to be asked of documents of which files went, as a day knows them."""
    went = {one.document for one in gone}
    documents: dict[Document, list[IssuedDocument]] = defaultdict(list)
    over = {one.key for one in MEETINGS.among(session, (one for _, one, _ in went)).values() if one.closes_on < on}
    for meeting in dict.fromkeys(meeting for _, meeting, _ in went):
        for one in ISSUED.all(session, meeting=meeting):
            if one.issued_on <= on and not (one.kind in PLANNED and meeting in over):
                documents[one.document].append(one)
    asked = [
        _Question(tuple(files))
        for document, files in documents.items()
        if document in went and any(one.version > 1 for one in files)
    ]
    for (kind, meeting, _), files in documents.items():
        if kind is DocumentKind.CORRIGENDUM:
            minutes = [
                one
                for (other, of, _), several in documents.items()
                if other is DocumentKind.MINUTES and of == meeting
                for one in several
            ]
            asked.append(_Question((*minutes, *files), tuple(files)))
    return asked


def _meant(session: Session, states: States, on: datetime.date, found: Iterable[Superseded]) -> Iterator[Superseded]:
    """Those for whom it is still, and who are written to still, or whose place that is held by one somebody holds."""
    usual = ORGANISATION.get(session, "organisation").distribution
    everybody = correspondents(directory_on(session, states, on), EVERYBODY)
    for one in found:
        closed = has_addresses(one.issued) or usual.of(one.issued.kind) is Distribution.MEMBERS
        meant = (to.received("", "") for to in everybody if not closed or to.capacity is Capacity.MEMBER)
        names = {name for to in meant for name in names_of(to)}
        own = [to for to in one.to if not names.isdisjoint(names_of(to))]
        if own:
            yield one.among(own)
