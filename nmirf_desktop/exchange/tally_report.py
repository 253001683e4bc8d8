"""What is counted from a roll call in a table, in three languages: for people and for other programs."""

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from typing import Generic, Self, TypeVar

from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.tally import Tally
from nmirf_desktop.domain.vote_lists import heading_in_minutes, line_of, those_who
from nmirf_desktop.domain.vote_sentences import DRAFT_DECISION, arithmetic, vote_sentence
from nmirf_desktop.domain.voting import Answer, Method, Outcome
from nmirf_desktop.i18n import Catalog, Language, catalog

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class InThree(Generic[T]):
    """One thing in English, French and Spanish."""

    en: T
    fr: T
    es: T

    @classmethod
    def by(cls, said: Callable[[Catalog], T]) -> Self:
        """The thing said once with each language's catalogue."""
        return cls(said(catalog(Language.EN)), said(catalog(Language.FR)), said(catalog(Language.ES)))

    def __getitem__(self, language: Language) -> T:
        """The thing in one language."""
        match language:
            case Language.EN:
                return self.en
            case Language.FR:
                return self.fr
            case Language.ES:
                return self.es


@dataclass(frozen=True, slots=True)
class ReportLists:
    """Official short names in one language's alphabetical order (R20)."""

    in_favour: tuple[str, ...]
    against: tuple[str, ...]
    abstaining: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TallyReport:
    """The tally of a roll call; its fields are the keys of the JSON object.

    *outcome* is "adopted" or "not adopted"; *sentence* is the recorded-vote formula for "the draft decision".
    """

    in_favour: int
    against: int
    abstaining: int
    not_participating: int
    present_and_voting: int
    outcome: str
    sentence: InThree[str]
    lists: InThree[ReportLists]

    def as_json(self) -> dict[str, object]:
        """The report as plain values for a JSON object."""
        return asdict(self)

    def as_text(self, words: Catalog) -> str:
        """The report to read: the arithmetic and the lists in one language, the sentence in all three."""
        lists = self.lists[words.language]
        tally = Tally(self.in_favour, self.against, self.abstaining, self.not_participating)
        lines = [arithmetic(tally, words), *(self.sentence[language] for language in Language)]
        for answer, names in (
            (Answer.IN_FAVOUR, lists.in_favour),
            (Answer.AGAINST, lists.against),
            (Answer.ABSTAINING, lists.abstaining),
        ):
            lines.append(f"{heading_in_minutes(answer, words, len(names))} {line_of(answer, names, words)}")
        return "\n".join(lines)


def tally_report(rows: Iterable[tuple[State, Answer]]) -> TallyReport:
    """*Decision-Making Procedure* (R14, R15, R20): count a roll call in which each State stands once."""
    given = tuple(rows)
    answers = [answer for _, answer in given]
    tally = Tally(
        answers.count(Answer.IN_FAVOUR),
        answers.count(Answer.AGAINST),
        answers.count(Answer.ABSTAINING),
        answers.count(Answer.NOT_PARTICIPATING),
    )

    def names(answer: Answer, words: Catalog) -> tuple[str, ...]:
        return tuple(state.said_in(words) for state in those_who(answer, given, words))

    def lists(words: Catalog) -> ReportLists:
        return ReportLists(
            names(Answer.IN_FAVOUR, words), names(Answer.AGAINST, words), names(Answer.ABSTAINING, words)
        )

    return TallyReport(
        in_favour=tally.in_favour,
        against=tally.against,
        abstaining=tally.abstaining,
        not_participating=tally.not_participating,
        present_and_voting=tally.present_and_voting,
        outcome="adopted" if tally.outcome is Outcome.ADOPTED else "not adopted",
        sentence=InThree.by(lambda words: vote_sentence(tally, Method.RECORDED, DRAFT_DECISION, words)),
        lists=InThree.by(lists),
    )
