"""Those invited to a meeting with all that belongs to them, as the list of invited shows them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from nmirf_desktop.domain import invitations as rules
from nmirf_desktop.domain.attachments import Attachment
from nmirf_desktop.domain.correspondents import language_of
from nmirf_desktop.domain.invitations import Capacity
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.participants import Delegate, Invitee, Partner
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import Catalog, Language


@dataclass(frozen=True, slots=True)
class GuestLine:
    """An invited State or partner with its answer and delegation.

    *delegation* is in its order, the head first; *focal_point* is written to for the State on the meeting's first day;
    *elsewhere* are those of the delegation who stand in another one of the same meeting, by key, with its names;
    *designated* are the keys of the focal points of the State on that day.
    """

    invitee: Invitee
    capacity: Capacity
    state: State | None = None
    partner: Partner | None = None
    delegation: tuple[tuple[Delegate, Person], ...] = ()
    focal_point: Person | None = None
    files: tuple[Attachment, ...] = ()
    elsewhere: Mapping[Key, tuple[State | Partner, ...]] = field(default_factory=dict)
    designated: frozenset[Key] = frozenset()

    @property
    def key(self) -> Key:
        """The invitation's key."""
        return self.invitee.key

    @property
    def head(self) -> Person | None:
        """Who leads the delegation."""
        return self.delegation[0][1] if self.delegation else None

    @property
    def delegates(self) -> tuple[Delegate, ...]:
        """The delegation without the records of its persons."""
        return tuple(one for one, _ in self.delegation)

    @property
    def emails(self) -> tuple[str, ...]:
        """Where to write: to the focal point of a State, or to a partner."""
        if self.partner is not None:
            return self.partner.emails
        return self.focal_point.emails if self.focal_point is not None else ()

    @property
    def written_in(self) -> Language:
        """The language in which it is written to: a partner's, or that of the focal point, else the State's own."""
        return language_of(self.partner, self.focal_point, self.state)

    @property
    def lacks_address(self) -> bool:
        """Whether there is nowhere to write."""
        return not self.emails

    def said_in(self, words: Catalog) -> str:
        """The name of the State or partner."""
        return named(self.state or self.partner, words)


def named(one: State | Partner | None, words: Catalog) -> str:
    """The name of a State or partner in the language of *words*; a partner’s original where it is not translated."""
    if isinstance(one, Partner):
        return one.name.best(words.language)
    return one.said_in(words) if one is not None else ""


@dataclass(frozen=True, slots=True)
class Guests:
    """All who are invited to a meeting, as of its first day."""

    meeting: Meeting
    lines: tuple[GuestLine, ...]

    def expected(self, capacities: Collection[Capacity] = tuple(Capacity)) -> rules.Expected:
        """Who of some capacities is expected."""
        own = [one for one in self.lines if one.capacity in capacities]
        return rules.expected([one.invitee for one in own], {one.key: one.delegates for one in own})

    @property
    def awaited(self) -> tuple[GuestLine, ...]:
        """Those who were invited and have not answered."""
        return tuple(one for one in self.lines if rules.answer_awaited(one.invitee))
