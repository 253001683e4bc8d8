"""What is not ready to leave the house: texts missing, in draft or outdated, by meeting and language."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Content, Phrase
from nmirf_desktop.domain.refusals import Sayable
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.storage.meetings import ITEMS, MEETINGS
from nmirf_desktop.storage.store import Store
from nmirf_desktop.storage.voting import PROPOSALS


@dataclass(frozen=True, slots=True)
class Unready:
    """One text of one language that is not reviewed: where it is, and its state. *record* is the key it belongs to."""

    record: Key
    where: Sayable
    language: Language
    state: TextState


def by_language(unready: Iterable[Unready]) -> tuple[tuple[Language, Counter[TextState]], ...]:
    """How many texts of each language are in which state, in the Declaration's order; ready languages are left out."""
    found: dict[Language, Counter[TextState]] = {language: Counter() for language in Language}
    for one in unready:
        found[one.language][one.state] += 1
    return tuple((language, states) for language, states in found.items() if states)


class Readiness:
    """The texts of a meeting that are not ready."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, meeting: Key) -> tuple[Unready, ...]:
        """Every text of a meeting that is missing, in draft or outdated in some language."""
        with self._store.read() as session:
            found = MEETINGS.get(session, meeting)
            items = ITEMS.all(session, meeting=meeting)
            proposals = PROPOSALS.all(session, meeting=meeting)
        texts: list[tuple[Key, Sayable, Trilingual]] = [
            (meeting, Phrase(N_("The meeting’s title")), found.title),
            (meeting, Phrase(N_("The meeting’s place")), found.place),
        ]
        for item in items:
            values = {"title": Content(item.title)}
            texts.append((item.key, Phrase(N_("Title of the item “{title}”"), values), item.title))
            texts.append((item.key, Phrase(N_("Annotation of the item “{title}”"), values), item.annotation))
        for proposal in proposals:
            number = {"number": proposal.number}
            texts.append((proposal.key, Phrase(N_("Title of the proposal L.{number}"), number), proposal.title))
            texts.append((proposal.key, Phrase(N_("Text of the proposal L.{number}"), number), proposal.text))
        return tuple(
            Unready(record, where, language, state)
            for record, where, text in texts
            if text
            for language, state in text.states().items()
            if state is not TextState.REVIEWED
        )
