"""What the search shows of the things it finds: their words, read once for all that are shown together."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from nmirf_desktop.domain.agenda import AgendaItem, Numbered, numbered
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.phrases import NOTHING_TO_SAY, Content
from nmirf_desktop.domain.refusals import Sayable
from nmirf_desktop.domain.search import Asked, excerpt
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Catalog, Language
from nmirf_desktop.storage.meetings import ITEMS, MEETINGS
from nmirf_desktop.storage.session import Session


@dataclass(frozen=True, slots=True)
class Found:
    """One thing: what it is called, what it is, and where it is shown; a State *named* begins with what was typed."""

    title: Sayable
    detail: Sayable
    screen: str
    key: str
    named: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """A few facts in a row; those without words are left out."""

    facts: tuple[Sayable | str, ...]

    def said_in(self, words: Catalog) -> str:
        """The facts in the language of *words*."""
        said = [fact if isinstance(fact, str) else fact.said_in(words) for fact in self.facts]
        return words.pgettext("facts in a row", " · ").join(fact for fact in said if fact)


@dataclass(frozen=True, slots=True)
class Days:
    """The days from a first to a last."""

    first: datetime.date
    last: datetime.date

    def said_in(self, words: Catalog) -> str:
        """The days as the language writes them."""
        return words.date_range(self.first, self.last)


@dataclass(frozen=True, slots=True)
class PlacedItem:
    """An item with its number on the agenda as it is now."""

    place: Numbered

    def said_in(self, words: Catalog) -> str:
        """The number and the title."""
        title = Content(self.place.item.title).said_in(words)
        number = self.place.reference(words.language)
        return words.pgettext("number and title", "{number} {title}").format(number=number, title=title)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The words of a text about what was asked for: in the reader's language, else in the one that has it."""

    text: Trilingual
    wanted: Asked

    def said_in(self, words: Catalog) -> str:
        """The words about what was asked for, else the whole text."""
        languages = (words.language, *(one for one in Language if one is not words.language))
        quoted = (excerpt(self.text[one], self.wanted) for one in languages)
        return next((one for one in quoted if one), "") or Content(self.text).said_in(words)


@dataclass(slots=True)
class Reading:
    """What the things that are shown are read from; what several of them show is read once."""

    session: Session
    states: Mapping[StateCode, State]
    wanted: Asked
    _meetings: dict[Key, Meeting] = field(default_factory=dict)
    _places: dict[Key, dict[Key, Numbered]] = field(default_factory=dict)

    def meeting(self, key: Key) -> Meeting:
        """The meeting of a key."""
        if key not in self._meetings:
            self._meetings[key] = MEETINGS.get(self.session, key)
        return self._meetings[key]

    def item(self, item: AgendaItem) -> Numbered:
        """An item with its place on the agenda of its meeting."""
        if item.meeting not in self._places:
            places = numbered(ITEMS.all(self.session, meeting=item.meeting))
            self._places[item.meeting] = {one.item.key: one for one in places}
        return self._places[item.meeting][item.key]

    def state(self, code: StateCode | None) -> Sayable:
        """The State of a code; nothing where there is none."""
        return self.states[code] if code is not None and code in self.states else NOTHING_TO_SAY
