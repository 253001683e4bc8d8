"""Consensus sought on a proposal, an amendment to it or a part of it: nobody objects, or a member does (R12, R7)."""

from nmirf_desktop.domain.attendance import check_somebody_present, present
from nmirf_desktop.domain.sittings import Intervention, InterventionKind
from nmirf_desktop.domain.voting import ConsensusCall, Proposal
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.electorate import electorate_at
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.meetings import MEETINGS
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.voting import CONSENSUS_CALLS, INTERVENTIONS, PRESENCE


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
    if call.objector is None or call.objector in members:
        CONSENSUS_CALLS.save(session, call)
        return call
    statement = Intervention(
        key=new_key(), meeting=proposal.meeting, item=proposal.item, at=call.at, state=call.objector,
        kind=InterventionKind.OBSERVER_OBJECTION, language=Language.EN,
    )  # fmt: skip
    INTERVENTIONS.save(session, statement)
    return statement
