"""The record of decisions of a meeting: read out, put right while it is read, adopted before closure, and then fixed.

*Practice* (rules, part E): the record of decisions is read and adopted before closure. The Declaration is silent on it.
"""

import datetime
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from nmirf_desktop.domain.amended_by import amended_by, revised_by
from nmirf_desktop.domain.corrected_totals import TotalsCorrection, as_it_was, in_turn
from nmirf_desktop.domain.drafting_decisions import decision_name
from nmirf_desktop.domain.marked_text import in_brackets
from nmirf_desktop.domain.meetings import Meeting, local
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Listed, Phrase
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.records_kept import DecisionRelation, RecordAdoption, RelationKind, WordingCorrection
from nmirf_desktop.domain.said import NOTHING, Said
from nmirf_desktop.domain.sittings import going_on
from nmirf_desktop.domain.tally import outcome_in_force
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.domain.voting import ConsensusCall, Decision, Mode, Outcome, Position, Vote, VoteKind
from nmirf_desktop.domain.wordings import conformed_in, in_time, rectifies
from nmirf_desktop.i18n import N_, Catalog, Language

READ_RIGHT = N_("The record of decisions, as corrected while it was read, was adopted.")
ADOPTED = N_("The record of decisions was adopted.")
ADOPTED_BY_VOTE = N_("The record of decisions was adopted by vote.")
CORRECTED_BY_VOTE = N_("The record of decisions, as corrected while it was read, was adopted by vote.")
UNDER_ITEM = {
    ADOPTED: N_("During the consideration of agenda item {n}, the record of decisions was adopted."),
    READ_RIGHT: N_(
        "During the consideration of agenda item {n}, the record of decisions, as corrected while it was read, was "
        "adopted."
    ),
    ADOPTED_BY_VOTE: N_("During the consideration of agenda item {n}, the record of decisions was adopted by vote."),
    CORRECTED_BY_VOTE: N_(
        "During the consideration of agenda item {n}, the record of decisions, as corrected while it was read, was "
        "adopted by vote."
    ),
}
"""The same, where it stands under another item."""

RELATION_LABELS = {
    RelationKind.RECALLS: N_("recalls"),
    RelationKind.IMPLEMENTS: N_("implements"),
    RelationKind.REPLACES: N_("replaces"),
}
BACK_LABELS = {
    RelationKind.RECALLS: N_("recalled by"),
    RelationKind.IMPLEMENTS: N_("implemented by"),
    RelationKind.REPLACES: N_("replaced by"),
}
RELATIONS_SAID = {
    RelationKind.RECALLS: N_("This decision recalls decision {name}."),
    RelationKind.IMPLEMENTS: N_("This decision implements decision {name}."),
    RelationKind.REPLACES: N_("This decision replaces decision {name}."),
}
BACK_SAID = {
    RelationKind.RECALLS: N_("It is recalled by decision {name}."),
    RelationKind.IMPLEMENTS: N_("It is implemented by decision {name}."),
    RelationKind.REPLACES: N_("It is replaced by decision {name}."),
}
PUT_RIGHT_READING = N_("Its wording was put right on {date}, while the record of decisions was read.")
PUT_RIGHT_LATER = N_("Its wording was put right on {date}, after the record of decisions had been adopted.")


class Ready(StrEnum):
    """What one language of a decision is when its record is read."""

    ORIGINAL = "original"
    THERE = "there"
    CONFORM = "conform"
    MISSING = "missing"


READY_LABELS = {
    Ready.ORIGINAL: N_("language of adoption"),
    Ready.THERE: N_("reviewed"),
    Ready.CONFORM: N_("to be conformed"),
    Ready.MISSING: N_("missing, to be conformed"),
}


def readiness(decision: Decision, language: Language) -> Ready:
    """How a decision reads in a language: as adopted, reviewed, or still to be conformed to what was adopted."""
    if language is decision.language:
        return Ready.ORIGINAL
    states = {decision.text.state(language), decision.title.state(language)} if decision.title else {
        decision.text.state(language)
    }  # fmt: skip
    if TextState.MISSING in states:
        return Ready.MISSING
    return Ready.THERE if states == {TextState.REVIEWED} else Ready.CONFORM


def to_conform(decision: Decision) -> tuple[Language, ...]:
    """The languages in which a decision is still to be conformed to the text that was adopted."""
    open_ones = {Ready.CONFORM, Ready.MISSING}
    return tuple(one for one in Language if readiness(decision, one) in open_ones)


def outdated_in(decision: Decision) -> tuple[Language, ...]:
    """The languages in which a decision still has a title or a text of before its last change."""
    return tuple(one for one in Language if TextState.OUTDATED in (decision.text.state(one), decision.title.state(one)))


def adopted_record(adoptions: Iterable[RecordAdoption]) -> RecordAdoption | None:
    """The adoption of a meeting's record that holds: the last one."""
    return max(adoptions, key=lambda one: (one.at, one.key), default=None)


@dataclass(frozen=True, slots=True)
class Grounds:
    """What tells when decisions were made and whether they stood at a moment: votes and calls of a *meeting*.

    There may be more of them than those of one decision.
    """

    meeting: Meeting
    votes: Collection[Vote]
    calls: Collection[ConsensusCall]
    positions: Collection[Position]
    corrections: Collection[TotalsCorrection]

    def decided_at(self, decision: Decision) -> datetime.datetime | None:
        """The moment of a decision: when its vote was announced, or when nobody objected; ``None``: it is unknown."""
        if decision.mode is Mode.VOTE:
            return next((one.closed_at for one in self.votes if one.key == decision.vote), None)
        agreed = (one.at for one in self.calls if one.on == decision.proposal and not one.objected)
        return max(agreed, default=None)

    def stood(self, decision: Decision, at: datetime.datetime) -> bool:
        """(silent; part E) R26, R27: whether a decision was one at a moment, by the records of votes as they read then.

        One that came of a correction, or came back by one, was none before.
        """
        made = self.decided_at(decision)
        if made is None:
            return decision.adopted_on <= local(self.meeting, at).date()
        if made > at or not all(self._adopted(one, at) for one in self.votes if one.key == decision.vote):
            return False
        again = (
            one for one in self.votes
            if one.kind is VoteKind.RECONSIDERATION and one.proposal == decision.proposal
            and one.closed_at is not None and made < one.closed_at <= at
        )  # fmt: skip
        return not any(self._adopted(one, at) for one in again)

    def _adopted(self, vote: Vote, at: datetime.datetime) -> bool:
        """Whether a closed vote adopted what it was on, by its record as it read at a moment."""
        later = [one for one in in_turn(vote, self.corrections) if one.at > at]
        read = as_it_was(vote, later[0]) if later else vote
        own = [one for one in self.positions if one.vote == vote.key and one.at <= at]
        return outcome_in_force(read, own) is Outcome.ADOPTED


def grounds(facts: RecordedMeeting) -> Grounds:
    """Those of the decisions of a meeting."""
    return Grounds(facts.meeting, facts.votes, facts.calls, facts.positions, facts.totals_corrections)


def decided_at(decision: Decision, facts: RecordedMeeting) -> datetime.datetime | None:
    """The moment of a decision: when its vote was announced, or when nobody objected; ``None`` where it is unknown."""
    return grounds(facts).decided_at(decision)


def decided_since(decision: Decision, facts: RecordedMeeting, adoption: RecordAdoption) -> bool:
    """Whether a decision is one since the record was adopted, so that it was not in what was read."""
    return not grounds(facts).stood(decision, adoption.at)


def in_record(facts: RecordedMeeting) -> tuple[Decision, ...]:
    """The decisions that the record of a meeting holds: all, or once it is adopted those that were read."""
    adoption = adopted_record(facts.record_adoptions)
    ordered = sorted(facts.decisions, key=lambda one: (one.year, one.number))
    if adoption is None:
        return tuple(ordered)
    return tuple(one for one in ordered if not decided_since(one, facts, adoption))


def lacking_adoption(facts: RecordedMeeting, on: datetime.date) -> tuple[Decision, ...]:
    """Decisions in no adopted record though the meeting is over on a local day (:func:`..sittings.going_on`)."""
    if not facts.held_sittings or going_on(facts.meeting, facts.sittings, on):
        return ()
    adoption = adopted_record(facts.record_adoptions)
    return tuple(one for one in facts.decisions if adoption is None or decided_since(one, facts, adoption))


NOT_ADOPTED = N_("The last sitting of {symbol} was closed before its record of decisions was adopted: {decisions}.")
UNADOPTED = N_("The record of decisions was not adopted: {decisions}.")


def unadopted(facts: RecordedMeeting, on: datetime.date = datetime.date.max) -> tuple[str, ...]:
    """The names of the :func:`decisions in no adopted record <lacking_adoption>`, in their order; whatever the day."""
    lacking = lacking_adoption(facts, on)
    return tuple(decision_name(one) for one in sorted(lacking, key=lambda one: (one.year, one.number)))


def not_adopted(facts: RecordedMeeting, on: datetime.date) -> tuple[Phrase, ...]:
    """What to know of a meeting that is over on a day while decisions of it are in no adopted record."""
    named = unadopted(facts, on)
    if not named:
        return ()
    return (Phrase(NOT_ADOPTED, {"symbol": facts.meeting.symbol, "decisions": ", ".join(named)}),)


IN_BRACKETS = N_("{decision}: its text has words in brackets, which stand for what is not agreed ({words}).")
"""Said by what checks the register too, of the same decision."""


def left_in_brackets(facts: RecordedMeeting) -> tuple[Phrase, ...]:
    """What to know of each decision of a meeting in whose text brackets were left, in any language."""
    ordered = sorted(facts.decisions, key=lambda one: (one.year, one.number))
    found = ((one, in_brackets(one.title, one.text)) for one in ordered)
    return tuple(
        Phrase(IN_BRACKETS, {"decision": _named(one), "words": Listed(words)}) for one, words in found if words
    )


def _named(decision: Decision) -> Phrase:
    return Phrase(N_("Decision {year}/{number}"), {"year": decision.year, "number": decision.number})


def while_read(wording: WordingCorrection, adoptions: Iterable[RecordAdoption]) -> bool:
    """Whether a wording was put right before the record was adopted for the first time."""
    first = min((one.at for one in adoptions), default=None)
    return first is None or wording.at <= first


def adoption_sentence(adoption: RecordAdoption, facts: RecordedMeeting, words: Catalog, item: str = "") -> str:
    """What the minutes say of it: "The record of decisions was adopted."; that it was put right, and how it was.

    Translations that were conformed while it was read put nothing of it right.
    *item* is the number of that at which it was, where the sentence stands under another one.
    """
    before = [one for one in facts.record_adoptions if one.at < adoption.at]
    since = max((one.at for one in before), default=datetime.datetime.min.replace(tzinfo=datetime.UTC))
    decisions = {one.key: one for one in facts.decisions}
    corrected = any(
        since < one.at <= adoption.at and rectifies(one, decisions[one.decision], facts.wordings)
        for one in facts.wordings
        if one.decision in decisions
    )
    if adoption.mode is Mode.VOTE:
        said = CORRECTED_BY_VOTE if corrected else ADOPTED_BY_VOTE
    else:
        said = READ_RIGHT if corrected else ADOPTED
    return words.gettext(UNDER_ITEM[said] if item else said).format(n=item)


def adopted_on_note(facts: RecordedMeeting) -> Said | None:
    """Under the title of the record: "as adopted on 28 January 2027"; ``None`` while it is not."""
    adoption = adopted_record(facts.record_adoptions)
    if adoption is None:
        return None
    day = facts.local(adoption.at).date()
    return Said.by(lambda words: words.pgettext("record of decisions", "as adopted on {date}").format(
        date=words.date(day)
    ))  # fmt: skip


def record_adopted(facts: RecordedMeeting) -> Said:
    """That the record of a meeting was adopted, and when, in a sentence of its own; nothing while it was not."""
    adoption = adopted_record(facts.record_adoptions)
    if adoption is None:
        return NOTHING
    day = facts.local(adoption.at).date()
    return _filled(N_("Record of decisions adopted on {date}."), day=day)


def notes_of(decision: Decision, facts: RecordedMeeting) -> tuple[Said, ...]:
    """What stands small under a decision: how it was revised and amended, what it recalls, what was put right."""
    said = [*_amended(decision, facts), *_related(decision, facts), *_put_right(decision, facts)]
    open_ones = to_conform(decision)
    if open_ones:
        said.append(still_to_conform(open_ones))
    return tuple(said)


def _amended(decision: Decision, facts: RecordedMeeting) -> Iterable[Said]:
    """How the draft that it was had been orally revised and by what amended, when it was decided (R22)."""
    proposal, at = facts.proposal(decision.proposal), decided_at(decision, facts)
    if proposal is not None and at is not None:
        said = (revised_by(facts, proposal, at), amended_by(facts, proposal, at))
        yield from (Said.of(one) for one in said if one is not None)


def _put_right(decision: Decision, facts: RecordedMeeting) -> Iterable[Said]:
    """That what was adopted was put right; of translations alone, that they were after the record was adopted."""
    own = in_time(facts.wordings, decision)
    for one in own:
        reading, day = while_read(one, facts.record_adoptions), facts.local(one.at).date()
        if rectifies(one, decision, own):
            yield _filled(PUT_RIGHT_READING if reading else PUT_RIGHT_LATER, day=day)
        elif not reading and (languages := conformed_in(one, decision, own)):
            yield _conformed_later(languages, day)


def _conformed_later(languages: Collection[Language], day: datetime.date) -> Said:
    def sentence(words: Catalog) -> str:
        said = words.ngettext(
            "On {date}, after the record of decisions had been adopted, the {languages} version was conformed to the "
            "text adopted.",
            "On {date}, after the record of decisions had been adopted, the {languages} versions were conformed to the "
            "text adopted.",
            len(languages),
        )
        return said.format(languages=words.in_languages(languages), date=words.date(day))

    return Said.by(sentence)


def _related(decision: Decision, facts: RecordedMeeting) -> Iterable[Said]:
    for one in facts.relations:
        if one.decision == decision.key:
            yield _filled(RELATIONS_SAID[one.kind], name=facts.related[one.other])
        elif one.other == decision.key:
            yield _filled(BACK_SAID[one.kind], name=facts.related[one.decision])


def _filled(frame: str, *, name: str = "", day: datetime.date | None = None) -> Said:
    return Said.by(
        lambda words: words.gettext(frame).format(name=name, date=words.date(day) if day is not None else "")
    )


def still_to_conform(languages: Collection[Language]) -> Said:
    """That some versions of a decision do not say yet what was adopted, or were not looked at since."""

    def sentence(words: Catalog) -> str:
        said = words.ngettext(
            "The {languages} version is still to be conformed to the text adopted.",
            "The {languages} versions are still to be conformed to the text adopted.",
            len(languages),
        )
        return said.format(languages=words.in_languages(languages))

    return Said.by(sentence)


def same_wording(decision: Decision, title: Trilingual, text: Trilingual) -> bool:
    """Whether a wording is the one that a decision has, in every language."""
    return all(
        (decision.title[one], decision.text[one]) == (title[one], text[one]) for one in Language
    )  # fmt: skip


def names_of(decisions: Iterable[Decision]) -> dict[Key, str]:
    """The names of decisions by their keys: "2027/1"."""
    return {one.key: decision_name(one) for one in decisions}


__all__ = [
    "ADOPTED", "BACK_LABELS", "READY_LABELS", "RELATION_LABELS", "DecisionRelation", "Ready", "RecordAdoption",
    "RelationKind", "WordingCorrection", "adopted_on_note", "adopted_record", "adoption_sentence", "decided_since",
    "in_record", "lacking_adoption", "names_of", "notes_of", "readiness", "same_wording", "to_conform",
    "while_read",
]  # fmt: skip
