"""Consensus sought on a proposal, an amendment to it or a part of it: nobody objects, or a member does (R12, R7)."""

import dataclasses
import datetime
from collections.abc import Iterable, Mapping
from itertools import chain

from nmirf_desktop.domain.attendance import check_somebody_present, present
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.sittings import Intervention, InterventionKind
from nmirf_desktop.domain.voting import ConsensusCall, Proposal
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.services.attending import never_there, take_part
from nmirf_desktop.services.electorate import electorate_at
from nmirf_desktop.storage.amendments import TEXT_VERSIONS
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.floor import PAUSES
from nmirf_desktop.storage.meetings import MEETINGS, SITTINGS
from nmirf_desktop.storage.minutes import approved
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.voting import CONSENSUS_CALLS, INTERVENTIONS, PRESENCE, PROPOSALS, VOTES

NOTED = N_(
    "That there is no consensus on it was noted already, and is not written twice: put it to the vote (F8), or go on"
    " with the debate."
)


def agree(session: Session, call: ConsensusCall, proposal: Proposal) -> None:
    """The Chair put what *call* is on and heard no objection (R12), by whoever is there.

    Raises:
        Refusal: presence is noted in this meeting, and no member is there.
    """
    members = electorate_at(session, MEETINGS.get(session, proposal.meeting), call.at)
    check_somebody_present(present(PRESENCE.all(session, meeting=proposal.meeting), call.at), members)
    CONSENSUS_CALLS.save(session, call)


def object_to(session: Session, call: ConsensusCall, proposal: Proposal) -> ConsensusCall | Intervention:
    """Somebody objects to what *call* is on; who it was may stay unnamed (R12).

    The objection of a member gives the call: the Chair notes that there is no consensus. That of any other State is
    kept as a statement under the item, and the consensus of the members stands (R7). Who it was may be said later.

    Raises:
        Refusal: the Chair noted it already, and nothing happened since.
    """
    members = electorate_at(session, MEETINGS.get(session, proposal.meeting), call.at)
    if call.objector is not None and call.objector not in members:
        return _stated(session, proposal, call.objector, call.at)
    noted = _noted(session, call, proposal)
    if noted is not None:
        if call.objector is None or call.objector in objectors(session, noted):
            raise Refusal(NOTED, section="R12")
        return _named_too(session, proposal, noted, call.objector)
    if call.objector is not None:
        take_part(session, proposal.meeting, call.objector, call.at)
    CONSENSUS_CALLS.save(session, call)
    return call


def _stated(session: Session, proposal: Proposal, state: StateCode, at: datetime.datetime) -> Intervention:
    """*Membership* (R7): the objection of a State that is no member, kept as a statement under the item, once."""
    kind = InterventionKind.OBSERVER_OBJECTION
    here = INTERVENTIONS.all(session, meeting=proposal.meeting, item=proposal.item, state=state)
    for one in here:
        if (one.kind, one.at) == (kind, at):
            return one
    take_part(session, proposal.meeting, state, at)
    statement = Intervention(new_key(), proposal.meeting, proposal.item, at, state, kind=kind, language=Language.EN)
    INTERVENTIONS.save(session, statement)
    return statement


def _together(session: Session, call: ConsensusCall) -> list[ConsensusCall]:
    """The calls of those who objected at one moment to the same, each of which names one of them."""
    calls = CONSENSUS_CALLS.all(session, proposal=call.proposal)
    return [one for one in calls if one.objected and (one.on, one.at) == (call.on, call.at)]


def objectors(session: Session, call: ConsensusCall) -> tuple[StateCode, ...]:
    """Who is named as having objected to the same at the moment of a call, in the order of naming."""
    return tuple(one.objector for one in _together(session, call) if one.objector is not None)


def _named_too(session: Session, proposal: Proposal, noted: ConsensusCall, objector: StateCode) -> ConsensusCall:
    """A member is named as having objected when that was noted, beside who was named before."""
    take_part(session, proposal.meeting, objector, noted.at)
    key = noted.key if noted.objector is None else new_key()
    named = dataclasses.replace(noted, key=key, objector=objector)
    CONSENSUS_CALLS.save(session, named)
    return named


def still_noted(session: Session, meeting: Key, calls: Iterable[ConsensusCall]) -> Mapping[Key, ConsensusCall]:
    """By what was put in a meeting: the last of the *calls* on it, where it was objected and nothing happened since."""
    last = {call.on: call for call in sorted(calls, key=lambda one: one.at)}
    objected = {on: call for on, call in last.items() if call.objected}
    happened = _happened(session, meeting) if objected else None
    return {on: call for on, call in objected.items() if _stands(session, call, happened)}


def _noted(session: Session, call: ConsensusCall, proposal: Proposal) -> ConsensusCall | None:
    """The objection that was noted last on the same, where nothing happened since: another is the same key again."""
    calls = [one for one in CONSENSUS_CALLS.all(session, proposal=proposal.key) if one.on == call.on]
    return still_noted(session, proposal.meeting, calls).get(call.on)


def _stands(session: Session, call: ConsensusCall, happened: datetime.datetime | None) -> bool:
    """Whether nothing was done since a call: nothing *happened* in the room, no vote on it, and no other text of it."""
    since = chain(
        (one.opened_at for one in VOTES.all(session, proposal=call.proposal) if one.on == call.on),
        (one.made_at for one in TEXT_VERSIONS.all(session, proposal=call.proposal)),
        () if happened is None else (happened,),
    )
    return not any(at > call.at for at in since)


def _happened(session: Session, meeting: Key) -> datetime.datetime | None:
    """When something happened last in the room of a meeting: a statement, a pause, or another sitting."""
    moments = chain(
        (one.at for one in INTERVENTIONS.all(session, meeting=meeting)),
        (one.suspended_at for one in PAUSES.all(session, meeting=meeting)),
        (one.opened_at for one in SITTINGS.all(session, meeting=meeting) if one.opened_at is not None),
    )
    return max(moments, default=None)


def name_objector(
    session: Session, key: Key, objector: StateCode | None, *, beside: bool
) -> ConsensusCall | Intervention | None:
    """(part E) R12: who objected names itself after the absence of consensus was noted, or is no longer named.

    *key* is that of the call on which it was noted. *Beside* keeps who is named there already, and gives a call of its
    own; else the name takes the place of that one. Who was named by a slip was not there for that. The objection of a
    State that was no member is kept as a statement of that moment, and names nobody (R7). It breaks no consensus: where
    no member is named and nothing happened since, the absence of consensus is noted no longer.

    Raises:
        Refusal: the absence of consensus is noted no longer, or the minutes are approved.
    """
    call = CONSENSUS_CALLS.find(session, key)
    if call is None or not call.objected:
        raise Refusal(N_("That there was no consensus is not noted, so that nobody was named."), section="R12")
    proposal = PROPOSALS.get(session, call.proposal)
    meeting = MEETINGS.get(session, proposal.meeting)
    if approved(session, meeting.key):
        raise Refusal(N_("The minutes of this meeting are approved: who objected is named there, or stays unnamed."))
    if objector is not None and objector not in electorate_at(session, meeting, call.at):
        if not objectors(session, call) and _stands(session, call, _happened(session, meeting.key)):
            CONSENSUS_CALLS.remove(session, call.key)
        return _stated(session, proposal, objector, call.at)
    others = set(objectors(session, call)) - {call.objector}
    if objector is not None and (beside or objector in others):
        return call if objector in others | {call.objector} else _named_too(session, proposal, call, objector)
    return _renamed(session, proposal, call, objector, alone=not others)


def _renamed(
    session: Session, proposal: Proposal, call: ConsensusCall, objector: StateCode | None, *, alone: bool
) -> ConsensusCall | None:
    """Another State takes the place of who was named, or nobody does: then what is *alone* stays, without a name."""
    if objector is not None:
        take_part(session, proposal.meeting, objector, call.at)
    now = dataclasses.replace(call, objector=objector)
    kept = alone or objector is not None
    if kept:
        CONSENSUS_CALLS.save(session, now)
    else:
        CONSENSUS_CALLS.remove(session, call.key)
    if call.objector is not None and call.objector != objector:
        never_there(session, proposal.meeting, call.objector, call.at)
    return now if kept else None
