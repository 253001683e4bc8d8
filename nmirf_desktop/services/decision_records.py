"""The record of decisions of a meeting: adopted, and wordings in it put right, each as an act of its own."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.decision_records import (
    UNADOPTED,
    adopted_record,
    decided_since,
    same_wording,
    unadopted,
)
from nmirf_desktop.domain.lengths import fitted
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Listed, Phrase, Sentences
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.records_kept import DecisionRelation, RecordAdoption, RelationKind, WordingCorrection
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.silent_items import unrecorded_said
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.voting import Mode, Vote
from nmirf_desktop.domain.wordings import with_conformed
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.services.decision_ties import APPROVED, adopted_with
from nmirf_desktop.services.recorded import read_meeting
from nmirf_desktop.services.states import States
from nmirf_desktop.services.votings import votings_of
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.decision_records import RECORD_ADOPTIONS, RELATIONS, WORDINGS
from nmirf_desktop.storage.meetings import SITTINGS
from nmirf_desktop.storage.minutes import approved
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.store import Moment, Store, utc_now
from nmirf_desktop.storage.voting import DECISIONS, PROPOSALS

NOTHING_DECIDED = N_("No decision was adopted at this meeting yet: there is no record of decisions to adopt.")
NOT_BEGUN = N_("No sitting of this meeting was opened: its record of decisions is adopted in a sitting.")
VOTE_OPEN = N_(
    "A vote is open: announce its result first, or break it off (Ctrl+Shift+B); then the record of decisions is "
    "adopted."
)
BALLOT_OPEN = N_(
    "A ballot of an election is open: announce its result first (Ctrl+F8); then the record of decisions is adopted."
)
ADOPTED_ALREADY = N_("The record of decisions was adopted already, and no decision was made since.")
SAME_WORDS = N_("The wording is the same as before: nothing was recorded.")
NO_ORIGINAL = N_("A decision has a text in the language in which it was adopted.")


@dataclass(frozen=True, slots=True)
class RecordFile:
    """A meeting with its decisions, as its record tells them; *adoption* is the one that holds.

    *since* are the decisions that were made after it.
    """

    facts: RecordedMeeting
    adoption: RecordAdoption | None

    @property
    def since(self) -> tuple[Key, ...]:
        """The decisions that were made after the record was adopted, by their keys."""
        held = self.adoption
        if held is None:
            return ()
        return tuple(one.key for one in self.facts.decisions if decided_since(one, self.facts, held))

    @property
    def silent(self) -> Sentences:
        """That no adoption of the agenda is recorded, or nothing under some of its items, or no second election."""
        return unrecorded_said(self.facts)

    @property
    def left(self) -> Sentences:
        """What to know of a meeting that rises: that decisions are in no adopted record, and what is *silent*."""
        named = unadopted(self.facts)
        said = Phrase(UNADOPTED, {"decisions": Listed(named)}) if named else Phrase()
        return Sentences((said, *self.silent.said))

    @property
    def to_adopt(self) -> bool:
        """Whether a decision is in no adopted record."""
        return bool(self.facts.decisions) and (self.adoption is None or bool(self.since))


@dataclass(frozen=True, slots=True)
class Brief:
    """How the record of a meeting stands: its *decisions*, those *to_adopt* still, and the adoption that holds."""

    decisions: int
    to_adopt: int
    adoption: RecordAdoption | None


class DecisionRecords:
    """The records of decisions of the register's meetings."""

    def __init__(self, store: Store, states: States, clock: Moment = utc_now) -> None:
        self._store = store
        self._states = states
        self._clock = clock

    def file(self, meeting: Key) -> RecordFile:
        """The record of a meeting, with what was recorded of it."""
        with self._store.read() as session:
            return self._file(session, meeting)

    def brief(self, meeting: Key) -> Brief:
        """How many decisions a meeting made, and how many of them are in no adopted record."""
        with self._store.read() as session:
            decisions = DECISIONS.all(session, meeting=meeting)
            adoption = adopted_record(RECORD_ADOPTIONS.all(session, meeting=meeting))
            open_ones = sum(adopted_with(session, one) is None for one in decisions)
        return Brief(len(decisions), open_ones, adoption)

    def _file(self, session: Session, meeting: Key) -> RecordFile:
        facts = read_meeting(session, meeting, self._states)
        return RecordFile(facts, adopted_record(facts.record_adoptions))

    def adopt(self, meeting: Key, item: Key | None = None, mode: Mode = Mode.CONSENSUS) -> RecordAdoption:
        """*Practice* (rules, part E): the record of decisions was read, and the meeting adopts it, now.

        Raises:
            Refusal: nothing was decided, no sitting was opened, voting is going on, or all of it was adopted already.
        """
        with self._store.write(N_("adopt the record of decisions"), Subject.VOTES, Subject.SESSION) as session:
            if not any(one.opened_at is not None for one in SITTINGS.all(session, meeting=meeting)):
                raise Refusal(NOT_BEGUN)
            going_on = next((one.of for one in votings_of(session, meeting) if one.open), None)
            if going_on is not None:
                raise Refusal(VOTE_OPEN if isinstance(going_on, Vote) else BALLOT_OPEN)
            decisions = DECISIONS.all(session, meeting=meeting)
            if not decisions:
                raise Refusal(NOTHING_DECIDED)
            if all(adopted_with(session, one) is not None for one in decisions):
                raise Refusal(ADOPTED_ALREADY)
            adoption = RecordAdoption(new_key(), meeting, self._clock(), item, mode)
            RECORD_ADOPTIONS.save(session, adoption)
        return adoption

    def put_right(self, decision: Key, title: Trilingual, text: Trilingual, note: str = "") -> WordingCorrection:
        """The wording of a decision is put right, in any of its languages; how it read before is kept.

        A translation that is written so is conformed by it to what was adopted.
        While the record is read it needs no *note*; once it was adopted, the note says why.

        Raises:
            Problem: nothing would change, no text would be left, or the note is missing.
            Refusal: the minutes with it are approved.
        """
        with self._store.write(N_("put the wording of a decision right"), Subject.VOTES) as session:
            found = DECISIONS.get(session, decision)
            if approved(session, found.meeting):
                raise Refusal(APPROVED)
            if same_wording(found, title, text):
                raise Problem(SAME_WORDS, field_name="text")
            if not text[found.language].strip():
                raise Problem(NO_ORIGINAL, field_name="text")
            said = fitted("note", note).strip()
            if not said and adopted_with(session, found) is not None:
                raise Problem(N_("The record was adopted: say why the wording is put right."), field_name="note")
            kept = WordingCorrection(new_key(), decision, self._clock(), found.title, found.text, said)
            WORDINGS.save(session, kept)
            title, text = with_conformed(found, title, text)
            DECISIONS.save(session, replace(found, title=title, text=text))
            PROPOSALS.save(session, replace(PROPOSALS.get(session, found.proposal), title=title, text=text))
        return kept

    def review(self, decision: Key, languages: Iterable[Language]) -> None:
        """Say of a decision's translations that they are conformed to what was adopted."""
        with self._store.write(N_("mark as conformed"), Subject.VOTES) as session:
            found = DECISIONS.get(session, decision)
            title, text = found.title, found.text
            for language in languages:
                title = title.with_review(language) if title[language].strip() else title
                text = text.with_review(language) if text[language].strip() else text
            DECISIONS.save(session, replace(found, title=title, text=text))
            PROPOSALS.save(session, replace(PROPOSALS.get(session, found.proposal), title=title, text=text))

    def relate(self, decision: Key, kind: RelationKind, other: Key) -> DecisionRelation:
        """A decision recalls, implements or replaces an earlier one.

        Raises:
            Problem: the other one is itself, is later, or the two are so related already.
        """
        with self._store.write(N_("relate two decisions"), Subject.VOTES) as session:
            one, earlier = DECISIONS.get(session, decision), DECISIONS.get(session, other)
            if (one.year, one.number) <= (earlier.year, earlier.number):
                raise Problem(N_("Choose an earlier decision: it was there when this one was adopted."), {}, "other")
            if RELATIONS.first(session, decision=decision, kind=kind, other=other) is not None:
                raise Problem(N_("The two decisions are related so already."), field_name="other")
            relation = DecisionRelation(new_key(), decision, kind, other)
            RELATIONS.save(session, relation)
        return relation

    def unrelate(self, relation: Key) -> None:
        """Take back what was said of two decisions by mistake."""
        with self._store.write(N_("take back how two decisions are related"), Subject.VOTES) as session:
            RELATIONS.remove(session, relation)
