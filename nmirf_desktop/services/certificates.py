"""Certificates of dispatch: what is read for them, and of what there may be one."""

from collections.abc import Iterable, Iterator
from zoneinfo import ZoneInfo

from nmirf_desktop.domain.certificate_papers import certificate_paper
from nmirf_desktop.domain.certified import CertificateRecord, Dispatched
from nmirf_desktop.domain.dispatches import AUDIENCES
from nmirf_desktop.domain.invitations import capacity_of_state
from nmirf_desktop.domain.letter_papers import partner_marks
from nmirf_desktop.domain.meetings import AgendaDispatch
from nmirf_desktop.domain.papers import RecordPaper
from nmirf_desktop.domain.participants import Partner
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.said import Said
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.requests import Part, Request
from nmirf_desktop.services.states import States
from nmirf_desktop.storage.dispatches import DISPATCHED, deliveries_of, enclosed_in
from nmirf_desktop.storage.journal import last_told, written_at
from nmirf_desktop.storage.meetings import DISPATCHES, MEETINGS
from nmirf_desktop.storage.participants import PARTNERS
from nmirf_desktop.storage.people import PEOPLE
from nmirf_desktop.storage.session import Session


def read_certificate(session: Session, request: Request, facts: RecordedMeeting, *, specimen: bool) -> RecordPaper:
    """The certificate that is asked for: of the agenda, of one dispatch, or of all that went to one addressee.

    It is as of the last that was recorded of it; that nothing was, it says as of the last fact in the register.

    Raises ``Refusal`` for a dispatch or a partner that is there no more.
    """
    there, noted = _dispatched(session, facts.meeting.key), DISPATCHES.all(session, meeting=facts.meeting.key)
    known, part = {one.key: one for one in PARTNERS.all(session)}, request.part
    to: State | Partner | None = None if part is None else facts.states.get(part) or known.get(part)
    if part is None:
        chosen, mark = [one for one in there if one.has_agenda], ""
    elif isinstance(to, State):
        chosen, mark = list(_to_one(there, part)), part
        noted = tuple(one for one in noted if _meant(one, to, facts))
    elif to is not None:
        chosen, mark, noted = list(_to_one(there, part)), partner_marks(known.values())[part], ()
    else:
        key = DISPATCHED.standing(session, part).key
        chosen, noted = [one for one in there if one.dispatch.key == key], ()
        mark = f"{chosen[0].at:%Y%m%d-%H%M%S}"
    written = written_at(session, (one.key for one in noted)) or last_told(session)
    as_of = written.astimezone(ZoneInfo(facts.secretariat_zone)).date()
    record = CertificateRecord(
        facts, as_of, tuple(chosen), noted, to, mark, known, specimen, _nameless(session, chosen)
    )
    return certificate_paper(record, addresses=request.addresses)


def _nameless(session: Session, several: Iterable[Dispatched]) -> frozenset[Key]:
    """The recipients that were addressed by a function of theirs, as who has no name is."""
    to = [delivery.recipient for one in several for delivery in one.deliveries]
    people = PEOPLE.among(session, (one.person for one in to))
    called = {key: {one.function[language] for language in Language} for key, one in people.items()}
    return frozenset(one.key for one in to if one.name in called.get(one.person or "", ()))


def _dispatched(session: Session, meeting: Key) -> list[Dispatched]:
    """The dispatches of a meeting, in the order in which they were prepared."""
    found = sorted(DISPATCHED.all(session, meeting=meeting), key=lambda one: one.prepared_at)
    there = deliveries_of(session, (one.key for one in found))
    return [Dispatched(one, enclosed_in(session, one.key), there[one.key]) for one in found]


def _to_one(there: Iterable[Dispatched], whom: Key) -> Iterator[Dispatched]:
    """What of some dispatches went to one State or partner."""
    for one in there:
        own = tuple(known for known in one.deliveries if whom in (known.recipient.state, known.recipient.partner))
        if own:
            yield Dispatched(one.dispatch, one.issued, own)


def _meant(one: AgendaDispatch, state: State, facts: RecordedMeeting) -> bool:
    """Whether a sending that was noted by hand went to a State, by its name or with all of its class on that day."""
    if one.state is not None:
        return one.state == state.iso3
    capacity = capacity_of_state(facts.memberships, state.iso3, one.sent_on)
    return AUDIENCES.get(capacity) is one.audience


def certified(session: Session, meeting: Key, states: States) -> tuple[Part, ...]:
    """Of what of a meeting there may be a certificate beside that of its agenda: each dispatch, each addressee."""
    there, named = _dispatched(session, meeting), states.on(MEETINGS.get(session, meeting).opens_on)
    found = [Part(one.dispatch.key, _called(one), day=one.at.date()) for one in reversed(there)]
    to = [delivery.recipient for one in there for delivery in one.deliveries]
    reached = {one.state for one in to}
    found += [Part(code, "", _same(state)) for code, state in named.items() if code in reached]
    partners = PARTNERS.among(session, (one.partner for one in to))
    return (*found, *(Part(key, "", one.name) for key, one in partners.items()))


def _called(one: Dispatched) -> str:
    """A dispatch by its symbols and its hour, before its day."""
    return f"{', '.join(dict.fromkeys(file.symbol for file in one.issued))} ({one.at:%H:%M})"


def _same(state: State) -> Trilingual:
    said = Said.by(state.said_in)
    return Trilingual.final(said.en, said.fr, said.es)
