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

NO_MEMBER = N_(
    "Only a member breaks consensus, and this State was none: nobody was named. Its objection is a statement under the"
    " item; if no member objected, undo takes the absence of consensus back."
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
    if call.objector is not None:
        take_part(session, proposal.meeting, call.objector, call.at)
    if call.objector is None or call.objector in members:
        noted = _noted(session, call, proposal)
        if noted is not None and (call.objector in (None, noted.objector) or noted.objector is not None):
            raise Refusal(NOTED, section="R12")
        if noted is not None:
            call = dataclasses.replace(noted, objector=call.objector)
        CONSENSUS_CALLS.save(session, call)
        return call
    statement = Intervention(
        key=new_key(), meeting=proposal.meeting, item=proposal.item, at=call.at, state=call.objector,
        kind=InterventionKind.OBSERVER_OBJECTION, language=Language.EN,
    )  # fmt: skip
    INTERVENTIONS.save(session, statement)
    return statement


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


def name_objector(session: Session, key: Key, objector: StateCode | None) -> None:
    """(part E) R12: who objected names itself after the absence of consensus was noted, or is no longer named.

    *key* is that of the call on which it was noted. Who was named by a slip was not there for that.

    Raises:
        Refusal: the absence of consensus is noted no longer, the State was no member then (R7), or the minutes are
            approved.
    """
    call = CONSENSUS_CALLS.find(session, key)
    if call is None or not call.objected:
        raise Refusal(N_("That there was no consensus is not noted, so that nobody was named."), section="R12")
    proposal = PROPOSALS.get(session, call.proposal)
    meeting = MEETINGS.get(session, proposal.meeting)
    if approved(session, meeting.key):
        raise Refusal(N_("The minutes of this meeting are approved: who objected is named there, or stays unnamed."))
    if objector is not None:
        if objector not in electorate_at(session, meeting, call.at):
            raise Refusal(NO_MEMBER, section="R7")
        take_part(session, meeting.key, objector, call.at)
    CONSENSUS_CALLS.save(session, dataclasses.replace(call, objector=objector))
    if call.objector is not None and call.objector != objector:
        never_there(session, meeting.key, call.objector, call.at)
