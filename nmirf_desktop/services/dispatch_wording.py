"""The words of a dispatch: those kept when it was prepared; for one that kept none, those of the register as it is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from nmirf_desktop.domain.dispatch_words import MessageFacts, worded
from nmirf_desktop.domain.dispatches import Channel, Dispatch, Recipient, Wording
from nmirf_desktop.domain.issued import IssuedDocument
from nmirf_desktop.domain.letters import ALL_TOGETHER, Addressee, salutation
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.postal import country_names, printed
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.replaced_versions import replaced_by, replacing
from nmirf_desktop.services.sent_before import first_sent, last_day
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.dispatches import DISPATCH_WORDS
from nmirf_desktop.storage.meetings import MEETINGS
from nmirf_desktop.storage.people import PEOPLE
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.states import ORGANISATION


@dataclass(frozen=True, slots=True)
class Worded:
    """What a dispatch says in each language, and its recipients with how each is greeted and addressed."""

    wordings: Mapping[Language, Wording]
    recipients: tuple[Recipient, ...]


@dataclass(frozen=True, slots=True)
class ToBeWorded:
    """A dispatch of some documents to some; *changed* is what it says of the changes of those that are no agenda."""

    dispatch: Dispatch
    recipients: tuple[Recipient, ...]
    issued: tuple[IssuedDocument, ...]
    changed: Trilingual = Trilingual()


def words_of(session: Session, sending: ToBeWorded, states: Mapping[StateCode, State]) -> Worded:
    """The words of a dispatch as they were kept, else as they are by now; *states* are those of its day."""
    dispatch, recipients, issued = sending.dispatch, sending.recipients, sending.issued
    kept = {one.language: one for one in DISPATCH_WORDS.all(session, dispatch=dispatch.key)}
    if kept:
        return Worded(kept, recipients)
    meeting = MEETINGS.get(session, dispatch.meeting) if dispatch.meeting is not None else None
    whom = frozenset(one.whom for one in recipients)
    facts = MessageFacts(
        issued, meeting, ORGANISATION.get(session, "organisation"),
        first_sent(session, (one.key for one in issued), whom, dispatch.zone),
        last_day(session, issued, meeting, dispatch.day), changed=sending.changed,
        several=len(replacing(session, issued)) > 1,
    )  # fmt: skip
    replaced = replaced_by(session, issued, recipients)
    made = {
        language: worded(new_key(), dispatch, replace(facts, replaced=replaced[language]), language)
        for language in Language
    }
    return Worded(made, tuple(_addressed(session, dispatch, recipients, states)))


def _addressed(
    session: Session, dispatch: Dispatch, recipients: tuple[Recipient, ...], states: Mapping[StateCode, State]
) -> Iterator[Recipient]:
    people = PEOPLE.among(session, (one.person for one in recipients))
    by_post = dispatch.channel is Channel.POST
    names = country_names(states.values()) if by_post else frozenset[str]()
    for one in recipients:
        state, to = states.get(one.state or ""), ALL_TOGETHER
        if dispatch.channel is not Channel.BY_LANGUAGE:
            to = Addressee(state=state, person=people.get(one.person or ""))
        name = state.short[one.reads] if state is not None else ""
        postal = printed(one.postal, state, one.reads, names).text if by_post else one.postal
        yield replace(one, salutation=salutation(to, catalog(one.reads)), state_name=name, postal=postal)
