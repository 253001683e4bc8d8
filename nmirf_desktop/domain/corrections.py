"""What a correction after the announcement does, said before it is recorded (R27 and part E)."""

from dataclasses import dataclass

from nmirf_desktop.domain.drafting_decisions import decision_name
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.tally import Tally
from nmirf_desktop.domain.vote_lists import correction_note
from nmirf_desktop.domain.vote_sentences import arithmetic
from nmirf_desktop.domain.voting import Act, Answer, Decision, Outcome
from nmirf_desktop.i18n import Catalog


@dataclass(frozen=True, slots=True)
class Correction:
    """(silent; GA practice) R27: a correction as it would be recorded, with the totals before and after it.

    *decision* is the one that the vote made; *on_proposal* says whether the numbers make or unmake one: they do not
    for a motion. *on_amendment* says that they may change the text that it amends. *in_force* is the outcome before and
    after it: where the Chair's word stands beside the numbers, it does not turn with them. *approved* says that the
    minutes were, and no longer follow by themselves.
    """

    state: State
    answer: Answer
    act: Act
    before: Tally
    after: Tally
    in_force: tuple[Outcome, Outcome]
    decision: Decision | None = None
    on_proposal: bool = True
    on_amendment: bool = False
    approved: bool = False

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
        if self.act is Act.INTENDED:
            stand = words.gettext("The totals and the outcome stand. The minutes will say:")
            return stand, correction_note(self.state, self.answer, words)
        if self.before == self.after:
            return (words.gettext("The totals stay as they are."),)
        counted = words.gettext("By the corrected record: {arithmetic}.").format(
            arithmetic=arithmetic(self.after, words)
        )
        if not self.turns:
            return (counted,)
        again = words.gettext("The outcome turns, and the Chair announces it again; both results are kept.")
        return tuple(said for said in (counted, again, self._consequence(words)) if said)

    def _consequence(self, words: Catalog) -> str:
        if self.on_amendment:
            return words.gettext(
                "The text follows, as long as the proposal is before the meeting and nothing else changed it since."
            )
        if not self.on_proposal:
            return ""
        if self.in_force[1] is Outcome.ADOPTED:
            return words.gettext("The proposal becomes a numbered decision.")
        if self.decision is None:
            return ""
        return words.gettext("Decision {name} is no decision any more; no other one gets its number.").format(
            name=decision_name(self.decision)
        )
