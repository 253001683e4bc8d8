"""R19, R20: the order of a roll call, and that of the lists. The Declaration is silent on both."""

from collections.abc import Iterator

from nmirf_desktop.domain.compliance.decisions import opened
from nmirf_desktop.domain.compliance.evidence import Evidence
from nmirf_desktop.domain.compliance.findings import Fact, Finding, kept, not_kept, remark
from nmirf_desktop.domain.compliance.records import counted, taken_from
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.voting import Method, Vote, lot_kept
from nmirf_desktop.i18n import N_

_LOOK = N_("Look at the record of this vote, and at what was changed in it outside the program.")


def r19(evidence: Evidence) -> Iterator[Finding]:
    """(silent) R19: a roll call goes in English alphabetical order from the name drawn by lot; recomputed."""
    roll_calls = [vote for vote in evidence.votes if vote.method is Method.ROLL_CALL]
    known = [vote for vote in roll_calls if vote.drawn in vote.entitled]
    for vote in roll_calls:
        subject, facts = evidence.vote(vote), (opened(evidence, vote), *_seed(evidence, vote))
        if vote not in known:
            message = N_(
                "{vote}: no name drawn by lot is recorded, so that the order of the call cannot be recomputed."
            )
            advice = N_("Look for the name drawn in the rapporteur’s notes, and say in the minutes where it stands.")
            yield remark("R19", subject, Phrase(message, {"vote": subject}), Phrase(advice), *facts)
        elif vote.entitled != _calling_order(evidence, vote):
            message = N_("{vote}: the order of the roll call is not the English alphabetical one from the name drawn.")
            advice = N_("Compare the list and the name drawn with the rapporteur’s notes.")
            yield not_kept("R19", subject, Phrase(message, {"vote": subject}), Phrase(advice), *facts)
        elif not lot_kept(vote):
            message = N_("{vote}: the name recorded as drawn by lot is not the one that the recorded seed draws.")
            yield not_kept("R19", subject, Phrase(message, {"vote": subject}), Phrase(_LOOK), *facts)
    right = (vote.entitled == _calling_order(evidence, vote) and lot_kept(vote) for vote in known)
    if (known or not roll_calls) and all(right):
        message = N_("Roll calls in English alphabetical order from the name drawn by lot: {count}.")
        by_program = [vote for vote in known if vote.lot_seed]
        drawn = (counted(evidence, N_("Lots drawn by the program, drawn again from their seeds"), by_program),)
        roll = counted(evidence, N_("Roll calls"), known)
        yield kept("R19", Phrase(message, {"count": len(known)}), roll, *(drawn if by_program else ()))


def _seed(evidence: Evidence, vote: Vote) -> tuple[Fact, ...]:
    """The seed from which the program drew, where it did."""
    return (taken_from(evidence, N_("Seed"), vote.lot_seed, vote),) if vote.lot_seed else ()


def _calling_order(evidence: Evidence, vote: Vote) -> tuple[str, ...]:
    """The entitled members in the order of their names on the day, from the one drawn on."""
    rank = evidence.rank_at(evidence.day_of(vote.meeting, vote.opened_at))
    order = sorted(vote.entitled, key=lambda code: rank.get(code, len(rank)))
    first = order.index(vote.drawn or "")
    return (*order[first:], *order[:first])


def r20(_evidence: Evidence) -> Iterator[Finding]:
    """(silent) R20: lists are put into the order of each document's language when it is printed; none is stored."""
    message = N_("Lists of States are ordered for each language when a document is printed; none is stored.")
    yield kept("R20", Phrase(message))
