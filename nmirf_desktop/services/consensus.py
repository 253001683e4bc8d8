"""Consensus sought on a proposal, an amendment to it or a part of it: nobody objects, or a member does (R12, R7)."""

from dataclasses import replace

from nmirf_desktop.domain.attendance import check_somebody_present, present
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.sittings import Intervention, InterventionKind
from nmirf_desktop.domain.voting import ConsensusCall, Proposal
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.services.attending import take_part
from nmirf_desktop.services.electorate import electorate_at
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.meetings import MEETINGS
from nmirf_desktop.storage.minutes import MINUTES
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.voting import CONSENSUS_CALLS, INTERVENTIONS, PRESENCE, PROPOSALS


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
    kept as a statement under the item, and the consensus of the members stands (R7).
    """
    members = electorate_at(session, MEETINGS.get(session, proposal.meeting), call.at)
    if call.objector is not None:
        take_part(session, proposal.meeting, call.objector, call.at)
    if call.objector is None or call.objector in members:
        CONSENSUS_CALLS.save(session, call)
        return call
    statement = Intervention(
        key=new_key(), meeting=proposal.meeting, item=proposal.item, at=call.at, state=call.objector,
        kind=InterventionKind.OBSERVER_OBJECTION, language=Language.EN,
    )  # fmt: skip
    INTERVENTIONS.save(session, statement)
    return statement


def name_objector(session: Session, on: Key, objector: StateCode | None) -> None:
    """(part E) R12: who objected names itself after the absence of consensus was noted, or is no longer named.

    *on* is the proposal, the amendment or the part that was put; its last call is completed.

    Raises:
        Refusal: no absence of consensus was noted on it, the State was no member then (R7), or the minutes are
            approved.
    """
    noted = [one for one in CONSENSUS_CALLS.all(session, objected=True) if one.on == on]
    if not noted:
        raise Refusal(N_("That there was no consensus is not noted, so that nobody was named."), section="R12")
    call = max(noted, key=lambda one: one.at)
    proposal = PROPOSALS.get(session, call.proposal)
    meeting = MEETINGS.get(session, proposal.meeting)
    if any(one.approved_on is not None for one in MINUTES.all(session, meeting=meeting.key)):
        raise Refusal(N_("The minutes of this meeting are approved: who objected is named there, or stays unnamed."))
    if objector is not None:
        if objector not in electorate_at(session, meeting, call.at):
            raise Refusal(NO_MEMBER, section="R7")
        take_part(session, meeting.key, objector, call.at)
    CONSENSUS_CALLS.save(session, replace(call, objector=objector))


NO_MEMBER = N_(
    "Only a member breaks consensus, and this State was none: nobody was named. Its objection is a statement under the"
    " item; if no member objected, undo takes the absence of consensus back."
)
