"""A vote whose record was put right after the announcement, as documents tell it: both results and each reason."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import partial, reduce

from nmirf_desktop.domain.corrected_results import BothResults, both_results
from nmirf_desktop.domain.corrected_totals import TotalsCorrection, as_announced, in_turn
from nmirf_desktop.domain.practised import Equal
from nmirf_desktop.domain.rekeyed import because
from nmirf_desktop.domain.secret_ballots import Papers, paper_numbers
from nmirf_desktop.domain.tally import declared_otherwise, put_right, result, result_as_announced
from nmirf_desktop.domain.voting import Position, Vote
from nmirf_desktop.i18n import Catalog

Sentence = Callable[[Catalog], str]


@dataclass(frozen=True, slots=True)
class CorrectedRecord:
    """The totals announced and those that are right, *results*, and why totals were put right, in their order.

    Why the answer of a State was, is said with the answer (:mod:`..domain.rekeyed`).

    *papers* are those of a secret ballot as they were announced, where these were put right.
    """

    results: BothResults
    reasons: tuple[str, ...]
    papers: Papers | None = None


def corrected_record(
    vote: Vote,
    positions: Collection[Position],
    corrections: Iterable[TotalsCorrection] = (),
    equal: Equal = Equal.FINAL,
) -> CorrectedRecord | None:
    """(silent; part E) R27: what was announced of a vote and what is right; ``None`` where nothing was put right.

    *corrections* may hold those of other votes. *equal* is what equal votes lead to by the practice of its day (R15).
    """
    own = in_turn(vote, corrections)
    rekeyed = put_right(vote, positions)
    if not own and not rekeyed:
        return None
    announced = as_announced(vote, own)
    return CorrectedRecord(
        results=BothResults(
            result_as_announced(announced, positions),
            result(vote, positions),
            vote.kind,
            equal,
            declared_otherwise(vote),
        ),
        reasons=tuple(dict.fromkeys(one.reason for one in own if one.reason)),
        papers=announced.papers if announced.papers != vote.papers else None,
    )


def correction_sentences(one: CorrectedRecord) -> Iterator[Sentence]:
    """(silent; part E) R27: both results in a sentence, then the reasons."""
    yield partial(both_results, one.results)
    if one.papers is not None:
        yield partial(_papers, one.papers)
    for reason in one.reasons:
        yield partial(because, reason)


def _papers(papers: Papers, words: Catalog) -> str:
    frame = words.gettext("Ballot papers as first announced: {numbers}.")
    return frame.format(numbers=paper_numbers(papers).said_in(words))


def correction_in_minutes(one: CorrectedRecord, words: Catalog) -> str:
    """As :func:`correction_sentences`, in one paragraph."""
    return reduce(partial(_two, words), (sentence(words) for sentence in correction_sentences(one)))


def _two(words: Catalog, first: str, second: str) -> str:
    return words.pgettext("two sentences", "{first} {second}").format(first=first, second=second)
