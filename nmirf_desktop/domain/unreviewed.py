"""The texts of an agenda, or of decisions, that are there and that nobody has reviewed: to know before it is issued."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from nmirf_desktop.domain import whereabouts
from nmirf_desktop.domain.decision_papers import in_number_order
from nmirf_desktop.domain.drafting_decisions import decision_name
from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.phrases import LanguageName, Listed, Phrase
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.refusals import Sayable
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.domain.voting import Decision, as_adopted
from nmirf_desktop.i18n import N_, Catalog, Language

UNREVIEWED = N_("Still a draft, which nobody has reviewed: {texts}.")
MANY_UNREVIEWED = N_("Still drafts, which nobody has reviewed: {n} texts of the agenda, the first of them {texts}.")
MANY_OF_DECISIONS = N_(
    "Still drafts, which nobody has reviewed: {n} texts of the decisions, the first of them {texts}."
)
DRAFT_TEXT = N_("{where} ({languages})")
MOST_NAMED = 4
"""So many are named; of more, their number is said and the first is named."""


@dataclass(frozen=True, slots=True)
class Unreviewed:
    """That some *texts* are drafts, each in some languages; of *many* that is said otherwise."""

    texts: tuple[tuple[Phrase, tuple[Language, ...]], ...]
    many: str = MANY_UNREVIEWED

    def within(self, languages: Collection[Language]) -> "Unreviewed | None":
        """The same of some languages alone; ``None`` where nothing is left of it."""
        theirs = ((where, tuple(one for one in drafts if one in languages)) for where, drafts in self.texts)
        found = tuple((where, drafts) for where, drafts in theirs if drafts)
        return Unreviewed(found, self.many) if found else None

    def said_in(self, words: Catalog) -> str:
        """Which they are; of many, the number and the first."""
        found = [
            Phrase(DRAFT_TEXT, {"where": where, "languages": Listed(tuple(map(LanguageName, drafts)))})
            for where, drafts in self.texts
        ]
        if len(found) > MOST_NAMED:
            return Phrase(self.many, {"n": len(found), "texts": found[0]}).said_in(words)
        return Phrase(UNREVIEWED, {"texts": Listed(tuple(found))}).said_in(words)


def unreviewed(facts: RecordedMeeting, *, annotated: bool) -> tuple[Unreviewed, ...]:
    """That items of an agenda have a title, or in an *annotated* one an annotation, that is a draft in a language."""
    return _drafted(_texts(facts, annotated=annotated), MANY_UNREVIEWED)


def unreviewed_decisions(decisions: Iterable[Decision]) -> tuple[Unreviewed, ...]:
    """That some decisions have a title or a text that is a draft in a language; in that of adoption none is."""
    return _drafted(_decided(decisions), MANY_OF_DECISIONS)


def _drafted(texts: Iterable[tuple[Phrase, Trilingual]], many: str) -> tuple[Unreviewed, ...]:
    found = []
    for where, text in texts:
        drafts = tuple(one for one in Language if text.state(one) is TextState.DRAFT)
        if drafts:
            found.append((where, drafts))
    return (Unreviewed(tuple(found), many),) if found else ()


def _decided(decisions: Iterable[Decision]) -> Iterator[tuple[Phrase, Trilingual]]:
    for one in in_number_order(decisions):
        name = Phrase(N_("Decision {name}"), {"name": decision_name(one)})
        yield whereabouts.decision_title(name), as_adopted(one.title, one.language)
        yield whereabouts.decision_text(name), as_adopted(one.text, one.language)


def concerning(cautions: Iterable[Sayable], editions: Iterable[Edition]) -> tuple[Sayable, ...]:
    """What there is to know before some editions leave the house: what is said of other languages is left out."""
    languages = {language for edition in editions for language in edition.languages}
    theirs = (one.within(languages) if isinstance(one, Unreviewed) else one for one in cautions)
    return tuple(one for one in theirs if one is not None)


def _texts(facts: RecordedMeeting, *, annotated: bool) -> Iterator[tuple[Phrase, Trilingual]]:
    for one in facts.agenda:
        yield whereabouts.item_title(one.path), one.item.title
        if annotated:
            yield whereabouts.item_annotation(one.path), one.item.annotation
