"""Both results of a vote whose record was put right, in one sentence of minutes (R15, R27; part E).

"The result was first announced as 30 votes in favour, 1 against and 2 abstentions; according to the corrected record,
there were 31 votes in favour, 1 against and no abstentions, and the part was retained." The majority comes first, as
in every formula of a vote, and what was voted on has its own clauses, since it has a gender. Where the outcome turned,
the first one is told too. English is past, French and Spanish are present.
"""

from dataclasses import dataclass

from nmirf_desktop.domain.practised import Equal
from nmirf_desktop.domain.tally import Tally
from nmirf_desktop.domain.voting import Outcome, VoteKind
from nmirf_desktop.i18n import N_, NP_, Catalog


@dataclass(frozen=True, slots=True)
class Clauses:
    """What became of a matter, in clauses: that it is *adopted*, *rejected*, or *not_adopted* for want of a majority.

    *was_adopted* and *was_not* tell the same of the result that was first announced; in French and Spanish in
    the imperfect.
    """

    adopted: str
    rejected: str
    not_adopted: str
    was_adopted: str
    was_not: str


DRAFT = Clauses(
    N_("the draft decision was adopted"),
    N_("the draft decision was rejected"),
    N_("the draft decision was not adopted"),
    NP_("first announced", "the draft decision was adopted"),
    NP_("first announced", "the draft decision was not adopted"),
)
AMENDMENT = Clauses(
    N_("the amendment was adopted"),
    N_("the amendment was rejected"),
    N_("the amendment was not adopted"),
    NP_("first announced", "the amendment was adopted"),
    NP_("first announced", "the amendment was not adopted"),
)
PART = Clauses(
    N_("the part was retained"),
    N_("the part was rejected"),
    N_("the part was not retained"),
    NP_("first announced", "the part was retained"),
    NP_("first announced", "the part was not retained"),
)
MOTION = Clauses(
    N_("the motion was adopted"),
    N_("the motion was rejected"),
    N_("the motion was not adopted"),
    NP_("first announced", "the motion was adopted"),
    NP_("first announced", "the motion was not adopted"),
)
APPEAL = Clauses(
    N_("the appeal was upheld"),
    N_("the appeal was rejected"),
    N_("the appeal was not upheld"),
    NP_("first announced", "the appeal was upheld"),
    NP_("first announced", "the appeal was not upheld"),
)
CLAUSES = {
    VoteKind.PROPOSAL: DRAFT,
    VoteKind.AMENDMENT: AMENDMENT,
    VoteKind.PART: PART,
    VoteKind.APPEAL: APPEAL,
    VoteKind.PROCEDURAL: MOTION,
    VoteKind.DIVISION: MOTION,
    VoteKind.RECONSIDERATION: MOTION,
}


@dataclass(frozen=True, slots=True)
class BothResults:
    """The totals *announced* and those that are *right*, of a vote of a *kind*; *equal* is what equal votes lead to.

    Where the Chair had *declared* another outcome than the numbers gave, the numbers say nothing of the outcome.
    """

    announced: Tally
    right: Tally
    kind: VoteKind
    equal: Equal = Equal.FINAL
    declared: bool = False

    @property
    def figures_stand(self) -> bool:
        """Whether the votes and the abstentions are those that were announced."""
        return _figures(self.announced) == _figures(self.right)


def both_results(one: BothResults, words: Catalog) -> str:
    """(silent; part E) R27: the result first announced, that of the corrected record, and what follows from it."""
    if one.figures_stand:
        return words.gettext("The record was corrected after the announcement; the totals stand as announced.")
    announced, right = counted(one.announced, words), counted(one.right, words)
    first = max(one.right.in_favour, one.right.against)
    if one.declared:
        frame = words.ngettext(
            "The result was first announced as {announced}; according to the corrected record, there was {right}, and "
            "the outcome stood as the Chair had declared it.",
            "The result was first announced as {announced}; according to the corrected record, there were {right}, and "
            "the outcome stood as the Chair had declared it.",
            first,
        )
        return frame.format(announced=announced, right=right)
    clauses, outcome = CLAUSES[one.kind], _outcome(one, words)
    if one.announced.outcome is one.right.outcome:
        frame = words.ngettext(
            "The result was first announced as {announced}; according to the corrected record, there was {right}, and "
            "{outcome}.",
            "The result was first announced as {announced}; according to the corrected record, there were {right}, and "
            "{outcome}.",
            first,
        )
        return frame.format(announced=announced, right=right, outcome=outcome)
    before = clauses.was_adopted if one.announced.outcome is Outcome.ADOPTED else clauses.was_not
    frame = words.ngettext(
        "The result was first announced as {announced}, by which {before}; according to the corrected record, there "
        "was {right}, and {outcome}.",
        "The result was first announced as {announced}, by which {before}; according to the corrected record, there "
        "were {right}, and {outcome}.",
        first,
    )
    return frame.format(
        announced=announced, right=right, before=words.pgettext("first announced", before), outcome=outcome
    )


def _figures(tally: Tally) -> tuple[int, int, int]:
    return tally.in_favour, tally.against, tally.abstaining


def _outcome(one: BothResults, words: Catalog) -> str:
    """What follows from the right totals: adopted, rejected, or not adopted though no more were against (R15, R26)."""
    clauses, tally = CLAUSES[one.kind], one.right
    if tally.tied:
        return _divided(one.equal, words).format(outcome=words.gettext(clauses.not_adopted))
    if tally.short:
        frame = words.pgettext("outcome of a vote", "{outcome}, two thirds not having been reached")
        return frame.format(outcome=words.gettext(clauses.not_adopted))
    return words.gettext(clauses.adopted if tally.outcome is Outcome.ADOPTED else clauses.rejected)


def _divided(equal: Equal, words: Catalog) -> str:
    """(silent) tie, R15; GA 95/133: equal votes adopt nothing; whether they are cast again is a practice."""
    match equal:
        case Equal.FINAL:
            return words.pgettext("outcome of a vote", "{outcome}, the votes being equally divided")
        case Equal.SECOND_VOTE:
            return words.pgettext(
                "outcome of a vote",
                "{outcome}, the votes being equally divided, so that a second vote was to be taken within 48 hours",
            )
        case Equal.AGAIN:
            return words.pgettext("outcome of a vote", "{outcome}, the votes being equally divided again")


def counted(tally: Tally, words: Catalog) -> str:
    """The votes and the abstentions, the majority first: "31 votes in favour, 1 against and no abstentions"."""
    frame = words.pgettext("votes counted", "{more}, {fewer} and {abstentions}")
    if tally.against > tally.in_favour:
        more, fewer = _votes_against(tally.against, words), _in_favour(tally.in_favour, words)
    else:
        more, fewer = _votes_in_favour(tally.in_favour, words), _against(tally.against, words)
    return frame.format(more=more, fewer=fewer, abstentions=_abstentions(tally.abstaining, words))


def _votes_in_favour(number: int, words: Catalog) -> str:
    if not number:
        return words.pgettext("votes counted", "no votes in favour")
    frame = words.npgettext("votes counted", "{n} vote in favour", "{n} votes in favour", number)
    return frame.format(n=words.number(number))


def _votes_against(number: int, words: Catalog) -> str:
    frame = words.npgettext("votes counted", "{n} vote against", "{n} votes against", number)
    return frame.format(n=words.number(number))


def _in_favour(number: int, words: Catalog) -> str:
    if not number:
        return words.pgettext("votes counted", "none in favour")
    return words.pgettext("votes counted", "{n} in favour").format(n=words.number(number))


def _against(number: int, words: Catalog) -> str:
    if not number:
        return words.pgettext("votes counted", "none against")
    return words.pgettext("votes counted", "{n} against").format(n=words.number(number))


def _abstentions(number: int, words: Catalog) -> str:
    if not number:
        return words.pgettext("votes counted", "no abstentions")
    frame = words.npgettext("votes counted", "{n} abstention", "{n} abstentions", number)
    return frame.format(n=words.number(number))
