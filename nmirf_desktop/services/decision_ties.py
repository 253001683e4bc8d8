"""What hangs on a decision: it is fixed in an adopted record, and lets go of the rest when it is taken out."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, TypeVar

from nmirf_desktop.domain.decision_records import Grounds, adopted_record
from nmirf_desktop.domain.records_kept import RecordAdoption
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.domain.voting import Decision
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.storage.action_plans import PLANNED, PLANS
from nmirf_desktop.storage.decision_records import RECORD_ADOPTIONS, RELATIONS, WORDINGS
from nmirf_desktop.storage.journal import LINES, Line
from nmirf_desktop.storage.meetings import ACTIONS, MEETINGS
from nmirf_desktop.storage.minutes import approved
from nmirf_desktop.storage.rows import Rows
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.voting import CONSENSUS_CALLS, DECISIONS, POSITIONS, TOTALS_CORRECTIONS, VOTES
from nmirf_desktop.storage.watch import CHOICES, RULE_CHANGES

Value = TypeVar("Value")
FOLLOWING: tuple[Rows[Any], ...] = (ACTIONS, CHOICES, RULE_CHANGES, PLANS, PLANNED)
"""What follows from a decision, and stays without it."""

RECORDED = N_(
    "The record of decisions with this decision was adopted: its wording is put right as a correction with a note,"
    " under Decisions."
)
APPROVED = N_("The minutes with this decision are approved: it is put right by a corrigendum.")
STANDS = N_("The record of decisions with this decision was adopted: it stands.")


def adopted_with(session: Session, decision: Decision) -> RecordAdoption | None:
    """The adoption of its meeting's record that a decision was in; ``None`` where it was in none yet."""
    adoption = adopted_record(RECORD_ADOPTIONS.all(session, meeting=decision.meeting))
    if adoption is None:
        return None
    votes = VOTES.all(session, proposal=decision.proposal)
    grounds = Grounds(
        MEETINGS.get(session, decision.meeting),
        votes,
        CONSENSUS_CALLS.all(session, proposal=decision.proposal),
        tuple(one for each in votes for one in POSITIONS.all(session, vote=each.key)),
        tuple(one for each in votes for one in TOTALS_CORRECTIONS.all(session, vote=each.key)),
    )
    return adoption if grounds.stood(decision, adoption.at) else None


def check_stands(session: Session, decision: Decision) -> None:
    """Raises ``Refusal`` for a decision in an adopted record: it cannot be one by mistake any more."""
    if adopted_with(session, decision) is not None:
        raise Refusal(STANDS)


def check_wording(session: Session, decision: Decision, title: Trilingual, text: Trilingual) -> None:
    """Raises ``Refusal`` where a settled text would change in an adopted record, or in approved minutes.

    What was missing or a draft when the record was adopted is still completed and reviewed.
    """
    over = approved(session, decision.meeting)
    if not over and adopted_with(session, decision) is None:
        return
    for before, after in ((decision.title, title), (decision.text, text)):
        for language in Language:
            settled = language is decision.language or before.state(language) is TextState.REVIEWED
            if settled and before[language].strip() and before[language] != after[language]:
                raise Refusal(APPROVED if over else RECORDED)


def reword(session: Session, decision: Decision, title: Trilingual, text: Trilingual) -> None:
    """Give a decision the texts of its proposal, where its record is still open to that. Raises as the check does."""
    check_wording(session, decision, title, text)
    DECISIONS.save(session, replace(decision, title=title, text=text))


def let_go(session: Session, decision: Decision) -> None:
    """A decision is taken out: what relates it to others, and how it read before, goes with it.

    Its actions stay, and the practices that were chosen by it, without a decision. The journal keeps all of it, from
    where undo brings it back, and :func:`bring_back`.
    """
    for relation in (*RELATIONS.all(session, decision=decision.key), *RELATIONS.all(session, other=decision.key)):
        RELATIONS.remove(session, relation.key)
    for wording in WORDINGS.all(session, decision=decision.key):
        WORDINGS.remove(session, wording.key)
    for rows in FOLLOWING:
        for one in rows.all(session, decision=decision.key):
            rows.save(session, replace(one, decision=None))


def bring_back(session: Session, decision: Decision) -> None:
    """What a decision let go of when it was last taken out hangs on it again, where nothing else took its place.

    A relation to a decision that is none any more, and an action or a practice that is gone or follows from another,
    stay out.
    """
    key = decision.key
    removed = LINES.all(session, table=DECISIONS.name, row=key, field="key", after=None)
    lines = LINES.all(session, sequence=max((one.sequence for one in removed), default=0))
    for wording in _removed(WORDINGS, lines):
        WORDINGS.save(session, wording)
    for relation in _removed(RELATIONS, lines):
        if all(DECISIONS.find(session, one) is not None for one in (relation.decision, relation.other)):
            RELATIONS.save(session, relation)
    for rows in FOLLOWING:
        for one in lines:
            if (one.table, one.field, one.before) == (rows.name, "decision", key):
                found = rows.find(session, one.row)
                if found is not None and found.decision is None:
                    rows.save(session, replace(found, decision=key))


def _removed(rows: Rows[Value], lines: Iterable[Line]) -> Iterator[Value]:
    """The rows of a table that an entry of the journal removed, as they were, by its *lines*."""
    cells: dict[str, dict[str, str | None]] = {}
    for one in lines:
        if one.table == rows.name and one.after is None:
            cells.setdefault(one.row, {})[one.field] = one.before
    return (rows.value_of(one) for one in cells.values() if rows.key in one)
