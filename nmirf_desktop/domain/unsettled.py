"""What is not settled in minutes that are to leave the house or to be approved, said alike whichever way they go.

Nothing in the Declaration: members correct what they were sent, and approved minutes are no longer changed (practice of
the United Nations), so that whoever sends or approves them knows before what is missing, outdated or open.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from nmirf_desktop.domain.decision_records import UNADOPTED
from nmirf_desktop.domain.drafted import Drafted
from nmirf_desktop.domain.gaps import Gap
from nmirf_desktop.domain.minutes import MinutesParagraph
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.redrafting import Offer, Refreshed, same_words, told_in
from nmirf_desktop.domain.refusals import Sayable
from nmirf_desktop.domain.text import TextState
from nmirf_desktop.domain.waiting_texts import Waiting, named_first
from nmirf_desktop.i18n import N_, Catalog

RELISTED = N_(
    "The participants are not listed as in what members were sent: what is recorded of presence or of delegations has "
    "changed since. Read the list again; to send it once more, circulate a revised version."
)


@dataclass(frozen=True, slots=True)
class Unsettled:
    """What is missing or outdated (*gaps*), and what waits for somebody.

    *brought* counts the paragraphs that follow what was recorded as the minutes go; *stale* are the numbers of those
    that stand although it gives another text, and *unsaid* counts what it gives and no paragraph says. *comments* and
    *requests* (for correction) are open; *relisted*, the participants are listed otherwise than in
    what members were sent. *waiting* are the texts that minutes print and that are not ready in some language;
    *outside* counts the statements that were recorded while no sitting was open, told in the paragraphs *told_outside*.
    *silent* are the numbers of those that tell a note, with its speaker, that asks not to be recorded.
    *unadopted* names the decisions that are in no record of decisions which the meeting adopted; *remarks* are on what
    is recorded: an agenda whose adoption is not, items of the adopted one without anything, an office with more than
    one holder, reasons that are quoted in each language as they were entered.
    """

    gaps: tuple[Gap, ...] = ()
    brought: int = 0
    stale: tuple[int, ...] = ()
    unsaid: int = 0
    comments: int = 0
    requests: int = 0
    relisted: bool = False
    waiting: tuple[Waiting, ...] = ()
    outside: int = 0
    told_outside: tuple[int, ...] = ()
    silent: tuple[int, ...] = ()
    unadopted: tuple[str, ...] = ()
    remarks: tuple[Sayable, ...] = ()

    @property
    def drafts(self) -> tuple[Waiting, ...]:
        """The texts that are there and that nobody reviewed."""
        return tuple(one for one in self.waiting if one.state is TextState.DRAFT)

    @property
    def first(self) -> Waiting | None:
        """The text to see to before all others: one that is missing or outdated, else a draft."""
        graver = (one for one in self.waiting if one.state is not TextState.DRAFT)
        return next(graver, next(iter(self.waiting), None))

    def sentences(self, words: Catalog) -> Iterator[str]:
        """All but the gaps, a sentence for each kind."""
        if self.brought:
            yield words.ngettext(
                "{n} paragraph that nobody changed is brought up to date with what was recorded.",
                "{n} paragraphs that nobody changed are brought up to date with what was recorded.",
                self.brought,
            ).format(n=words.number(self.brought))
        if self.stale:
            yield words.ngettext(
                "What was recorded gives another text for paragraph {numbers}, which stands as it is; lists, votes and "
                "annexes are printed as recorded.",
                "What was recorded gives another text for paragraphs {numbers}, which stand as they are; lists, votes "
                "and annexes are printed as recorded.",
                len(self.stale),
            ).format(numbers=words.listing(map(words.number, self.stale)))
        if self.relisted:
            yield words.gettext(RELISTED)
        yield from self._counted(words)
        yield from self._recorded(words)

    def _counted(self, words: Catalog) -> Iterator[str]:
        if self.unsaid:
            yield words.ngettext(
                "What was recorded gives {n} more paragraph, which is not in the minutes.",
                "What was recorded gives {n} more paragraphs, which are not in the minutes.",
                self.unsaid,
            ).format(n=words.number(self.unsaid))
        if self.comments:
            yield words.ngettext("{n} comment is open.", "{n} comments are open.", self.comments).format(
                n=words.number(self.comments)
            )
        if self.requests:
            yield words.ngettext(
                "{n} request for correction is open.", "{n} requests for correction are open.", self.requests
            ).format(n=words.number(self.requests))

    def _recorded(self, words: Catalog) -> Iterator[str]:
        """What asks to be told otherwise, what nobody looked at, what was recorded otherwise than a meeting does it."""
        if self.silent:
            yield words.ngettext(
                "Paragraph {numbers} tells, with its speaker, a note whose words ask not to be recorded: choose "
                "otherwise under “In the minutes” in Session.",
                "Paragraphs {numbers} tell, with their speakers, notes whose words ask not to be recorded: choose "
                "otherwise under “In the minutes” in Session.",
                len(self.silent),
            ).format(numbers=words.listing(map(words.number, self.silent)))
        if self.drafts:
            number = sum(len(one.languages) for one in self.drafts)
            yield words.ngettext(
                "{n} text was not reviewed: {texts}.", "{n} texts were not reviewed: {texts}.", number
            ).format(n=words.number(number), texts=named_first(self.drafts, words))
        if self.outside:
            said = words.ngettext(
                "{n} statement was recorded while no sitting was open.",
                "{n} statements were recorded while no sitting was open.",
                self.outside,
            ).format(n=words.number(self.outside))
            yield f"{said} {self._where(words)}".strip()
        if self.unadopted:
            yield words.gettext(UNADOPTED).format(decisions=words.listing(self.unadopted))
        for remark in self.remarks:
            yield remark.said_in(words)

    def _where(self, words: Catalog) -> str:
        """In which paragraphs statements are told that nobody could make at their moment."""
        if not self.told_outside:
            return ""
        return words.ngettext(
            "Look at paragraph {numbers}.", "Look at paragraphs {numbers}.", len(self.told_outside)
        ).format(numbers=words.listing(map(words.number, self.told_outside)))


def told_by(paragraphs: Iterable[MinutesParagraph | Drafted], interventions: Collection[Key]) -> tuple[int, ...]:
    """The numbers of those of some paragraphs, in their order, that tell one of these interventions."""
    wanted = set(interventions)
    return tuple(number for number, one in enumerate(paragraphs, 1) if wanted.intersection(_tells(one)))


def _tells(one: MinutesParagraph | Drafted) -> tuple[Key, ...]:
    return told_in(one) if isinstance(one, MinutesParagraph) else one.tells


def brought_up(existing: Iterable[MinutesParagraph], refreshed: Refreshed) -> int:
    """How many paragraphs change, come or go as minutes are brought to the facts."""
    stay = {one.key: one for one in refreshed.kept if isinstance(one, MinutesParagraph)}
    changed = sum(one.key not in stay or not same_words(one.text, stay[one.key].text) for one in existing)
    return changed + sum(not isinstance(one, MinutesParagraph) for one in refreshed.kept)


def stale_numbers(offers: Iterable[Offer], numbers: dict[Key, int]) -> tuple[int, ...]:
    """The numbers of the paragraphs for which another text is offered, those without text left out."""
    return tuple(sorted({numbers[one.paragraph] for one in offers if one.paragraph in numbers}))


def unsaid(offers: Collection[Offer]) -> int:
    """How many facts have no paragraph yet."""
    return sum(one.paragraph is None for one in offers)
