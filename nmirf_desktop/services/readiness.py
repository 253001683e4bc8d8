"""What is not ready to leave the house: texts missing, in draft or outdated, by meeting and language."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from nmirf_desktop.domain.agenda import AgendaItem, numbered
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Content, Phrase
from nmirf_desktop.domain.refusals import Sayable
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.domain.voting import Proposal
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.storage.meetings import ITEMS, MEETINGS
from nmirf_desktop.storage.store import Store
from nmirf_desktop.storage.voting import PROPOSALS


@dataclass(frozen=True, slots=True)
class Unready:
    """One text of one language that is not reviewed: where it is, and its state.

    *record* is the key of the meeting, item or proposal that it belongs to, *topic* what kind of these that is.
    """

    record: Key
    where: Sayable
    language: Language
    state: TextState
    topic: Subject


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
        texts = [*_of_meeting(found), *_of_items(items), *_of_proposals(proposals)]
        return tuple(
            Unready(one.record, one.where, language, state, one.topic)
            for one in texts
            if one.text or one.expected
            for language, state in one.text.states().items()
            if state is not TextState.REVIEWED
        )


@dataclass(frozen=True, slots=True)
class _Text:
    """A text and where it is; one that is *expected* counts as missing even before it is begun."""

    record: Key
    where: Phrase
    text: Trilingual
    topic: Subject
    expected: bool = False


def _of_meeting(meeting: Meeting) -> Iterator[_Text]:
    yield _Text(meeting.key, Phrase(N_("The meeting’s title")), meeting.title, Subject.MEETINGS, expected=True)
    yield _Text(meeting.key, Phrase(N_("The meeting’s place")), meeting.place, Subject.MEETINGS)


def _of_items(items: Collection[AgendaItem]) -> Iterator[_Text]:
    for one in numbered(items):
        item, values = one.item, {"title": Content(one.item.title)}
        title = Phrase(N_("Title of the item “{title}”"), values) if item.title else Phrase(N_("Title of a new item"))
        yield _Text(item.key, title, item.title, Subject.AGENDA, expected=True)
        annotation = Phrase(N_("Annotation of the item “{title}”"), values)
        yield _Text(item.key, annotation, item.annotation, Subject.AGENDA)
        presenter = Phrase(N_("Presenter of the item “{title}”"), values)
        yield _Text(item.key, presenter, item.presenter, Subject.AGENDA)


def _of_proposals(proposals: Iterable[Proposal]) -> Iterator[_Text]:
    for proposal in proposals:
        number = {"number": proposal.number}
        title = Phrase(N_("Title of the proposal L.{number}"), number)
        yield _Text(proposal.key, title, proposal.title, Subject.SESSION)
        text = Phrase(N_("Text of the proposal L.{number}"), number)
        yield _Text(proposal.key, text, proposal.text, Subject.SESSION)
