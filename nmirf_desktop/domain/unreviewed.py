"""The texts of an agenda that are there and that nobody has reviewed: to know before it is issued."""

from collections.abc import Iterator

from nmirf_desktop.domain import whereabouts
from nmirf_desktop.domain.phrases import LanguageName, Listed, Phrase
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.i18n import N_, Language

UNREVIEWED = N_("Still a draft, which nobody has reviewed: {texts}.")
MANY_UNREVIEWED = N_("Still drafts, which nobody has reviewed: {n} texts of the agenda, the first of them {texts}.")
DRAFT_TEXT = N_("{where} ({languages})")
MOST_NAMED = 4
"""So many are named; of more, their number is said and the first is named."""


def unreviewed(facts: RecordedMeeting, *, annotated: bool) -> tuple[Phrase, ...]:
    """That items of an agenda have a title, or in an *annotated* one an annotation, that is a draft in a language."""
    found = []
    for where, text in _texts(facts, annotated=annotated):
        drafts = [one for one in Language if text.state(one) is TextState.DRAFT]
        if drafts:
            found.append(Phrase(DRAFT_TEXT, {"where": where, "languages": Listed(tuple(map(LanguageName, drafts)))}))
    if not found:
        return ()
    if len(found) > MOST_NAMED:
        return (Phrase(MANY_UNREVIEWED, {"n": len(found), "texts": found[0]}),)
    return (Phrase(UNREVIEWED, {"texts": Listed(tuple(found))}),)


def _texts(facts: RecordedMeeting, *, annotated: bool) -> Iterator[tuple[Phrase, Trilingual]]:
    for one in facts.agenda:
        yield whereabouts.item_title(one.path), one.item.title
        if annotated:
            yield whereabouts.item_annotation(one.path), one.item.annotation
