"""What hangs on a decision: it is fixed in an adopted record, and lets go of the rest when it is taken out."""

from dataclasses import replace

from nmirf_desktop.domain.decision_records import adopted_record
from nmirf_desktop.domain.records_kept import RecordAdoption
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.domain.voting import Decision
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.storage.decision_records import RECORD_ADOPTIONS, RELATIONS, WORDINGS
from nmirf_desktop.storage.meetings import ACTIONS
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.voting import CONSENSUS_CALLS, DECISIONS, VOTES
from nmirf_desktop.storage.watch import CHOICES

RECORDED = N_(
    "The record of decisions with this decision was adopted: its wording is put right as a correction with a note,"
    " under Decisions."
)
STANDS = N_("The record of decisions with this decision was adopted: it stands.")


def adopted_with(session: Session, decision: Decision) -> RecordAdoption | None:
    """The adoption of its meeting's record that a decision was in; ``None`` where it was in none yet."""
    adoption = adopted_record(RECORD_ADOPTIONS.all(session, meeting=decision.meeting))
    if adoption is None:
        return None
    vote = VOTES.find(session, decision.vote) if decision.vote is not None else None
    calls = CONSENSUS_CALLS.all(session, proposal=decision.proposal)
    agreed = [one.at for one in calls if one.on == decision.proposal and not one.objected]
    at = vote.closed_at if vote is not None else max(agreed, default=None)
    return adoption if at is None or at <= adoption.at else None


def check_stands(session: Session, decision: Decision) -> None:
    """Raises ``Refusal`` for a decision in an adopted record: it cannot be one by mistake any more."""
    if adopted_with(session, decision) is not None:
        raise Refusal(STANDS)


def check_wording(session: Session, decision: Decision, title: Trilingual, text: Trilingual) -> None:
    """Raises ``Refusal`` where a text that is not to be conformed any more would change in an adopted record.

    What was missing or a draft when the record was adopted is still completed and reviewed.
    """
    if adopted_with(session, decision) is None:
        return
    for before, after in ((decision.title, title), (decision.text, text)):
        for language in Language:
            settled = language is decision.language or before.state(language) is TextState.REVIEWED
            if settled and before[language].strip() and before[language] != after[language]:
                raise Refusal(RECORDED)


def reword(session: Session, decision: Decision, title: Trilingual, text: Trilingual) -> None:
    """Give a decision the texts of its proposal, where its record is still open to that. Raises as the check does."""
    check_wording(session, decision, title, text)
    DECISIONS.save(session, replace(decision, title=title, text=text))


def let_go(session: Session, decision: Decision) -> None:
    """A decision is taken out: what relates it to others, and how it read before, goes with it.

    Its actions stay, and the practices that were chosen by it, without a decision. The journal keeps all of it, so that
    undo brings it back.
    """
    for relation in (*RELATIONS.all(session, decision=decision.key), *RELATIONS.all(session, other=decision.key)):
        RELATIONS.remove(session, relation.key)
    for wording in WORDINGS.all(session, decision=decision.key):
        WORDINGS.remove(session, wording.key)
    for action in ACTIONS.all(session, decision=decision.key):
        ACTIONS.save(session, replace(action, decision=None))
    for choice in CHOICES.all(session, decision=decision.key):
        CHOICES.save(session, replace(choice, decision=None))
