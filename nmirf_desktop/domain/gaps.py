"""The texts of a document that are not ready: missing in a language, or older than the original they were made from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nmirf_desktop.domain.agenda import Numbered
from nmirf_desktop.domain.minutes_papers import Shown
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.domain.voting import Decision
from nmirf_desktop.i18n import N_, Catalog, Language

NOT_READY = frozenset({TextState.MISSING, TextState.OUTDATED})


@dataclass(frozen=True, slots=True)
class Gap:
    """One text that is not ready in one language. *where* names its place in the document."""

    where: Phrase
    text: Trilingual
    language: Language
    state: TextState

    def said_in(self, words: Catalog) -> str:
        """The place of the text in words."""
        return self.where.said_in(words)


@dataclass(frozen=True, slots=True)
class _Reference:
    """An item's full number, said as each language writes it."""

    place: Numbered

    def said_in(self, words: Catalog) -> str:
        return self.place.reference(words.language)


@dataclass(frozen=True, slots=True)
class _Text:
    """A text that has to be there."""

    where: Phrase
    text: Trilingual


def _gaps(texts: Iterable[_Text]) -> tuple[Gap, ...]:
    """Each language in which a text is missing or outdated; a text without any language is no gap."""
    found = []
    for one in texts:
        if one.text:
            states = {language: one.text.state(language) for language in Language}
            found += [
                Gap(one.where, one.text, language, state) for language, state in states.items() if state in NOT_READY
            ]
    return tuple(found)


def of_agenda(facts: RecordedMeeting, *, annotated: bool) -> tuple[Gap, ...]:
    """The gaps of an agenda: the meeting's title and place, the items' titles, and annotations where it has them."""
    return _gaps((*_head(facts), *_items(facts, annotated=annotated)))


def of_minutes(paragraphs: Iterable[Shown], facts: RecordedMeeting) -> tuple[Gap, ...]:
    """The gaps of minutes: title and place, the items' titles, the paragraphs, and the decisions."""
    return _gaps((*_head(facts), *_items(facts, annotated=False), *_paragraphs(paragraphs), *_decisions(facts)))


def _head(facts: RecordedMeeting) -> Iterator[_Text]:
    yield _Text(Phrase(N_("Title of the meeting")), facts.meeting.title)
    yield _Text(Phrase(N_("Place of the meeting")), facts.meeting.place)


def _items(facts: RecordedMeeting, *, annotated: bool) -> Iterator[_Text]:
    for place in facts.agenda:
        yield _Text(Phrase(N_("Item {n}: title"), {"n": _Reference(place)}), place.item.title)
        if annotated:
            yield _Text(Phrase(N_("Item {n}: annotation"), {"n": _Reference(place)}), place.item.annotation)


def _paragraphs(paragraphs: Iterable[Shown]) -> Iterator[_Text]:
    for number, one in enumerate(paragraphs, 1):
        yield _Text(Phrase(N_("Paragraph {n}"), {"n": number}), one.text)


def _decisions(facts: RecordedMeeting) -> Iterator[_Text]:
    ordered: list[Decision] = sorted(facts.decisions, key=lambda one: (one.year, one.number))
    for one in ordered:
        name = f"{one.year}/{one.number}"
        yield _Text(Phrase(N_("Decision {name}: title"), {"name": name}), one.title)
        yield _Text(Phrase(N_("Decision {name}: text"), {"name": name}), one.text)
