"""Certificates of dispatch: what is read for them, and of what there may be one."""

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from zoneinfo import ZoneInfo

from nmirf_desktop.domain.certificate_papers import certificate_paper
from nmirf_desktop.domain.certified import CertificateRecord, Dispatched, noted_before, noted_of_state
from nmirf_desktop.domain.dead_addresses import with_dead
from nmirf_desktop.domain.dispatches import CHANNEL_LABELS, Dispatch, Recipient
from nmirf_desktop.domain.letter_papers import partner_marks
from nmirf_desktop.domain.papers import RecordPaper
from nmirf_desktop.domain.participants import Partner
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.recipients import went
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.said import Said
from nmirf_desktop.domain.sent_versions import versions_said
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Catalog, Language
from nmirf_desktop.services.parts import Part
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.states import States
from nmirf_desktop.storage.dispatches import DISPATCHED, deliveries_of, enclosed_in, reminders_of
from nmirf_desktop.storage.journal import head, last_told, written_at
from nmirf_desktop.storage.meetings import DISPATCHES, MEETINGS
from nmirf_desktop.storage.participants import PARTNERS
from nmirf_desktop.storage.past_rows import made_in, past, stood_at
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
        chosen, mark = list(to_one(there, part)), part
        noted = noted_of_state(noted, part, facts.memberships)
    elif to is not None:
        chosen, noted = list(to_one(there, part)), ()
        to = (known | _partners(session, chosen))[part]
        mark = partner_marks((known | {part: to}).values())[part]
    else:
        key = DISPATCHED.standing(session, part).key
        chosen, noted = [one for one in there if one.dispatch.key == key], ()
        mark = dispatch_mark(chosen[0].dispatch)
    known |= _partners(session, chosen)
    written = written_at(session, (one.key for one in noted)) or last_told(session)
    record = CertificateRecord(
        facts, written.astimezone(ZoneInfo(facts.secretariat_zone)), tuple(chosen), noted, to, mark, known, specimen,
        _nameless(session, chosen),
    )  # fmt: skip
    if mark and to is None:
        others = tuple(one for one in there if one not in chosen)
        record = replace(record, others=others, beside_at=_beside_at(session, facts, chosen))
    return certificate_paper(record, addresses=request.addresses)


def _beside_at(session: Session, facts: RecordedMeeting, chosen: Collection[Dispatched]) -> datetime.datetime | None:
    """When the last sending was noted by hand on which the certificate of one dispatch depends, if there is one."""
    by_hand = noted_before(DISPATCHES.all(session, meeting=facts.meeting.key), chosen)
    written = written_at(session, (one.key for one in by_hand))
    return None if written is None else written.astimezone(ZoneInfo(facts.secretariat_zone))


def _nameless(session: Session, several: Collection[Dispatched]) -> frozenset[Key]:
    """The recipients that were addressed by a function of theirs, as who has no name is, as they were called then."""
    found, made = set[Key](), _prepared_in(session, several)
    stood = past(session, PEOPLE, {one.person for one in _recipients(several) if one.person is not None})
    for one in _recipients(several):
        person = stood_at(stood.get(one.person or "", ()), made[one.dispatch])
        if person is not None and one.name in {person.function[language] for language in Language}:
            found.add(one.key)
    return frozenset(found)


def _partners(session: Session, several: Collection[Dispatched]) -> dict[Key, Partner]:
    """The partners that were written to, as they were called when each was last."""
    found, made = dict[Key, Partner](), _prepared_in(session, several)
    stood = past(session, PARTNERS, {one.partner for one in _recipients(several) if one.partner is not None})
    for one in _recipients(several):
        partner = stood_at(stood.get(one.partner or "", ()), made[one.dispatch])
        if partner is not None:
            found[partner.key] = partner
    return found


def _recipients(several: Iterable[Dispatched]) -> Iterator[Recipient]:
    return (delivery.recipient for one in several for delivery in one.deliveries)


def _prepared_in(session: Session, several: Iterable[Dispatched]) -> Mapping[Key, int]:
    """The entry of the journal by which each dispatch was recorded; of one taken over without it, the last."""
    keys, last = [one.dispatch.key for one in several], head(session)
    now = last.sequence if last is not None else 0
    return {**dict.fromkeys(keys, now), **made_in(session, DISPATCHED, keys)}


def dispatch_mark(one: Dispatch) -> str:
    """How the symbol of the certificate of one dispatch ends: by when that was prepared, where days were counted."""
    return f"{one.prepared_at.astimezone(ZoneInfo(one.zone)):%Y%m%d-%H%M%S}"


def _dispatched(session: Session, meeting: Key) -> list[Dispatched]:
    """The dispatches of a meeting, in the order in which they were prepared."""
    found = sorted(DISPATCHED.all(session, meeting=meeting), key=lambda one: one.prepared_at)
    there = with_dead(deliveries_of(session, (one.key for one in found)))
    again = reminders_of(session, meeting)
    return [
        Dispatched(one, enclosed_in(session, one.key), there[one.key], again.get(one.key, frozenset())) for one in found
    ]


def to_one(there: Iterable[Dispatched], whom: Key) -> Iterator[Dispatched]:
    """What of some dispatches went to one State or partner."""
    for one in there:
        own = tuple(known for known in one.deliveries if whom in (known.recipient.state, known.recipient.partner))
        if own:
            yield replace(one, deliveries=own)


def certified(session: Session, meeting: Key, states: States) -> tuple[Part, ...]:
    """Of what of a meeting there may be a certificate beside that of its agenda: each dispatch, each addressee.

    Dispatches are told as reminders and by their channel; States are in no order, as each language has its own.
    """
    there, named = _dispatched(session, meeting), states.on(MEETINGS.get(session, meeting).opens_on)
    found = [Part(one.dispatch.key, "", _in_three(partial(_called, one))) for one in reversed(there)]
    to = [delivery.recipient for one in there for delivery in one.deliveries]
    reached = {one.state for one in to}
    found += [Part(code, "", _in_three(state.said_in), listed=True) for code, state in named.items() if code in reached]
    partners = PARTNERS.among(session, (one.partner for one in to))
    return (*found, *(Part(key, "", one.name, listed=True) for key, one in partners.items()))


def _called(one: Dispatched, words: Catalog) -> str:
    """A dispatch by its documents and versions, its channel, and when it was prepared; a reminder is called one."""
    said = words.pgettext("dispatch in a list", "{symbols}, {channel}, {day}, {time}").format(
        symbols=words.listing(
            versions_said(went(one.issued, (known.recipient.reads for known in one.deliveries)), words)
        ),
        channel=words.gettext(CHANNEL_LABELS[one.dispatch.channel]),
        day=words.date(one.at.date()),
        time=words.clock(one.at),
    )
    return words.gettext("Reminder: {sending}").format(sending=said) if one.reminds else said


def _in_three(said_in: Callable[[Catalog], str]) -> Trilingual:
    said = Said.by(said_in)
    return Trilingual.final(said.en, said.fr, said.es)
