"""What a correction after the announcement does, said before it is recorded (R27 and part E)."""

from dataclasses import dataclass
from enum import StrEnum

from nmirf_desktop.domain.drafting_decisions import decision_name
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.tally import Tally
from nmirf_desktop.domain.vote_lists import correction_note
from nmirf_desktop.domain.vote_sentences import arithmetic, arithmetic_of_part
from nmirf_desktop.domain.voting import Answer, Decision, Outcome
from nmirf_desktop.i18n import N_, Catalog


class Consequence(StrEnum):
    """What follows from an outcome that turns, beside the outcome."""

    MADE = "made"
    TAKEN_OUT = "taken_out"
    TEXT = "text"
    CONSIDERED_AGAIN = "considered_again"
    NOT_CONSIDERED = "not_considered"
    STANDS_AGAIN = "stands_again"
    OVERTAKEN = "overtaken"


CONSEQUENCES = {
    Consequence.MADE: N_("The proposal becomes a numbered decision."),
    Consequence.TAKEN_OUT: N_("Decision {name} is no decision any more; no other one gets its number."),
    Consequence.TEXT: N_(
        "The text follows, as long as the proposal is before the meeting and nothing else changed it since."
    ),
    Consequence.CONSIDERED_AGAIN: N_("The proposal is before the meeting again."),
    Consequence.NOT_CONSIDERED: N_("The proposal is not considered again: it stays as it was."),
    Consequence.STANDS_AGAIN: N_("The proposal is not considered again: its decision stands, with its number."),
    Consequence.OVERTAKEN: N_("What the meeting made of the proposal since then stands."),
}
"""Each in a sentence; *name* is that of the decision."""


@dataclass(frozen=True, slots=True)
class Correction:
    """(silent; GA practice) R27: a correction as it would be recorded, with the totals before and after it.

    *in_force* is the outcome before and after it: where the Chair's word stands beside the numbers, it does not turn
    with them. *intended* is what a delegation had meant, where that alone is noted, and *footnote_goes* says that its
    earlier note is printed no more. *follows* is what else becomes of the matter where it turns, and *decision* the
    one that would go. *of_part* says that a part is retained or not. *approved* says that the minutes were, and no
    longer follow by themselves.
    """

    before: Tally
    after: Tally
    in_force: tuple[Outcome, Outcome]
    intended: tuple[State, Answer] | None = None
    follows: tuple[Consequence, ...] = ()
    decision: Decision | None = None
    approved: bool = False
    footnote_goes: bool = False
    of_part: bool = False

    @property
    def turns(self) -> bool:
        """Whether the outcome becomes another one."""
        before, after = self.in_force
        return before is not after

    def said_in(self, words: Catalog) -> str:
        """What becomes of the totals, the outcome and the decision, in whole sentences."""
        said = self._sentences(words)
        if self.approved:
            corrigendum = words.gettext("The minutes of this meeting were approved already: they need a corrigendum.")
            said = (*said, corrigendum)
        return " ".join(said)

    def _sentences(self, words: Catalog) -> tuple[str, ...]:
        gone = (words.gettext("The earlier footnote of this delegation goes."),) if self.footnote_goes else ()
        if self.intended is not None:
            stand = words.gettext("The totals and the outcome stand. The minutes will say:")
            return stand, correction_note(*self.intended, words), *gone
        if self.before == self.after:
            return words.gettext("The totals stay as they are."), *gone
        worked_out = arithmetic_of_part if self.of_part else arithmetic
        counted = words.gettext("By the corrected record: {arithmetic}.").format(
            arithmetic=worked_out(self.after, words)
        )
        if not self.turns:
            return counted, *gone
        again = words.gettext("The outcome turns, and the Chair announces it again; both results are kept.")
        name = decision_name(self.decision) if self.decision is not None else ""
        follows = (words.gettext(CONSEQUENCES[one]).format(name=name) for one in self.follows)
        return (counted, again, *follows, *gone)
