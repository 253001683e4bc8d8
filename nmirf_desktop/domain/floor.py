"""The floor under an item: who is on the speakers' list, who speaks and for how long. One speaks at a time.

The Declaration is silent. A list may be closed, and the right of reply still be given (GA rules 73/115); the time for
each speaker may be limited (72/114). Neither takes the floor from anybody: what happens is recorded.
"""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.sittings import Intervention, InterventionKind
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_

SPEAKING_MINUTES, MOST_MINUTES = 3, 120
"""How long one speaks where nothing else was said, and the longest limit."""
NONE = datetime.timedelta()
RANKS = {
    InterventionKind.MOTION: 1,
    InterventionKind.FOR_MOTION: 1,
    InterventionKind.AGAINST_MOTION: 1,
    InterventionKind.POINT_OF_ORDER: 2,
}
"""What interrupts whom (R24): a point of order everybody, what concerns a motion the debate; the others nobody."""


@dataclass(frozen=True, slots=True)
class SpeakingTime:
    """Somebody speaks from a moment in UTC to another, which is empty while the clock runs."""

    key: Key
    meeting: Key
    intervention: Key
    began_at: datetime.datetime
    ended_at: datetime.datetime | None = None


@dataclass(frozen=True, slots=True)
class SpeakersList:
    """The list of speakers on an item.

    *minutes* are the time for each, 0 without a limit, ``None`` for the one of the settings; *closed_at* is when nobody
    was added any more but for the right of reply.
    """

    key: Key
    meeting: Key
    item: Key
    minutes: int | None = None
    closed_at: datetime.datetime | None = None


@dataclass(frozen=True, slots=True)
class ListedSpeaker:
    """Who waits for the floor under an item, in the order of *position*; a guest is named in *body*."""

    key: Key
    meeting: Key
    item: Key
    position: int
    state: StateCode | None = None
    body: Trilingual = Trilingual()
    reply: bool = False

    @property
    def speaker(self) -> StateCode | Trilingual:
        """The State, or the guest by its name."""
        return self.state if self.state is not None else self.body

    @property
    def kind(self) -> InterventionKind:
        """As what it will be heard."""
        return InterventionKind.RIGHT_OF_REPLY if self.reply else InterventionKind.STATEMENT


@dataclass(frozen=True, slots=True)
class Speaking:
    """An intervention that is not over, with the times in which its speaker spoke."""

    heard: Intervention
    times: tuple[SpeakingTime, ...]

    @property
    def running(self) -> bool:
        """Whether its clock runs."""
        return any(one.ended_at is None for one in self.times)

    def spoken(self, now: datetime.datetime) -> datetime.timedelta:
        """For how long it was spoken until a moment, the pauses left out."""
        return spoken(self.times, now)


def spoken(times: Iterable[SpeakingTime], now: datetime.datetime) -> datetime.timedelta:
    """What several times come to until a moment."""
    return sum((max(NONE, (one.ended_at or now) - one.began_at) for one in times), NONE)


def rank(heard: Intervention) -> int:
    """What an intervention interrupts: those of a lower rank wait for its end."""
    return RANKS.get(heard.kind, 0)


def unfinished(heard: Iterable[Intervention], times: Iterable[SpeakingTime]) -> tuple[Speaking, ...]:
    """The interventions that are not over, who has the floor last; one that was never timed is none of them."""
    own: dict[Key, tuple[SpeakingTime, ...]] = {}
    for time in times:
        own[time.intervention] = (*own.get(time.intervention, ()), time)
    waiting = [Speaking(one, own[one.key]) for one in heard if one.ended_at is None and one.key in own]
    return tuple(sorted(waiting, key=lambda one: (rank(one.heard), one.heard.at, one.heard.key)))


def on_the_floor(heard: Iterable[Intervention], times: Iterable[SpeakingTime]) -> Speaking | None:
    """Who has the floor, ``None`` where nobody has; who was interrupted has it again after the point of order."""
    waiting = unfinished(heard, times)
    return waiting[-1] if waiting else None


def in_turn(listed: Iterable[ListedSpeaker], item: Key) -> tuple[ListedSpeaker, ...]:
    """Who waits for the floor under an item, in their order."""
    return tuple(sorted((one for one in listed if one.item == item), key=lambda one: (one.position, one.key)))


def moved(listed: Sequence[ListedSpeaker], key: Key, by: int) -> tuple[ListedSpeaker, ...]:
    """The list with one speaker moved by some places, as far as it goes; the places are counted anew."""
    order = list(listed)
    place = next(number for number, one in enumerate(order) if one.key == key)
    speaker = order.pop(place)
    order.insert(min(max(place + by, 0), len(order)), speaker)
    return tuple(replace(one, position=number) for number, one in enumerate(order))


def clock_face(time: datetime.timedelta) -> str:
    """A time that was spoken, in minutes and whole seconds: "02:31"."""
    minutes, seconds = divmod(int(time.total_seconds()), 60)
    return f"{minutes:02}:{seconds:02}"


def check_listing(known: SpeakersList | None, listed: Iterable[ListedSpeaker], wanted: ListedSpeaker) -> None:
    """GA rules 73/115: a closed list takes nobody but for the right of reply.

    Raises:
        Refusal: the list is closed, or the speaker waits on it already in the same way.
    """
    if known is not None and known.closed_at is not None and not wanted.reply:
        raise Refusal(
            N_(
                "The list of speakers is closed, and nobody was added. The right of reply can still be given"
                " (Ctrl+R), and the Chair can open the list again (Ctrl+Shift+F3)."
            )
        )
    if any((one.speaker, one.reply) == (wanted.speaker, wanted.reply) for one in listed):
        raise Refusal(N_("This speaker waits on the list already; nobody was added."))


def check_minutes(minutes: int | None) -> None:
    """A time limit is none (0), or at most :data:`MOST_MINUTES`. Raises ``Problem``."""
    if minutes is not None and not 0 <= minutes <= MOST_MINUTES:
        raise Problem(N_("A speaker has 1 to {most} minutes, or 0 for no limit."), {"most": MOST_MINUTES}, "minutes")


def limit_of(known: SpeakersList | None, usual: int) -> datetime.timedelta | None:
    """The time for each speaker of a list, the *usual* minutes where it has none of its own; ``None`` is no limit."""
    minutes = usual if known is None or known.minutes is None else known.minutes
    return datetime.timedelta(minutes=minutes) if minutes else None
