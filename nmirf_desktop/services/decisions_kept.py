"""What the register keeps of a meeting's decisions beside themselves, read with the meeting."""

from itertools import chain
from typing import TypedDict

from nmirf_desktop.domain.actions import FollowUpAction, in_order
from nmirf_desktop.domain.decision_records import names_of
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.records_kept import DecisionRelation, RecordAdoption, WordingCorrection
from nmirf_desktop.storage.decision_records import RECORD_ADOPTIONS, RELATIONS, WORDINGS
from nmirf_desktop.storage.meetings import ACTIONS
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.voting import DECISIONS


class Kept(TypedDict):
    """The fields of a meeting as it was recorded that are read here."""

    record_adoptions: tuple[RecordAdoption, ...]
    wordings: tuple[WordingCorrection, ...]
    relations: tuple[DecisionRelation, ...]
    related: dict[Key, str]
    actions: tuple[FollowUpAction, ...]


def decisions_kept(session: Session, meeting: Key) -> Kept:
    """Adoptions of a meeting's record, wordings put right, relations with the names of both, and follow-up actions."""
    own = sorted(one.key for one in DECISIONS.all(session, meeting=meeting))
    found = {
        one.key: one for column in ("decision", "other") for one in chain(*RELATIONS.by(session, column, own).values())
    }
    relations = tuple(found[key] for key in sorted(found))
    named = {key for one in relations for key in (one.decision, one.other)}
    return Kept(
        record_adoptions=RECORD_ADOPTIONS.all(session, meeting=meeting),
        wordings=tuple(chain(*WORDINGS.by(session, "decision", own).values())),
        relations=relations,
        related=names_of(DECISIONS.among(session, named).values()),
        actions=in_order(ACTIONS.all(session, meeting=meeting)),
    )
