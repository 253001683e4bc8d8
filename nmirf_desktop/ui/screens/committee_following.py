"""How a card that puts a mandate, a seat or a coordination right follows it while it is open."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from nmirf_desktop.services.committees import CommitteeHistory, SeatLine
from nmirf_desktop.ui.drafts import Again
from nmirf_desktop.ui.following import read_again
from nmirf_desktop.ui.screens.committee_coordination import CoordinationForm
from nmirf_desktop.ui.screens.committee_corrections import SeatForm, TermForm
from nmirf_desktop.ui.screens.committee_drafts import Card, Offered
from nmirf_desktop.ui.screens.committee_forms import Ground, Held


@dataclass(frozen=True, slots=True)
class Now:
    """The Committee as the screen shows it by now, its seats, and what the fields of a card offer."""

    history: CommitteeHistory | None
    lines: Sequence[SeatLine]
    offered: Callable[[], Offered]


def committee_again(card: Card, ground: Ground, now: Callable[[], Now]) -> Again | None:
    """Show in a card what it puts right as it is by then; ``None`` for a card that puts nothing right."""
    if not isinstance(card.form, TermForm | SeatForm | CoordinationForm):
        return None

    def show(held: Held) -> None:
        _, line, coordination = held
        card.prepare(replace(_moved(ground, now()), line=line, coordination=coordination), now().offered())

    return read_again(ground.held, lambda: _held(ground, now()), show)


def _moved(ground: Ground, now: Now) -> Ground:
    return ground if now.history is None else replace(ground, history=now.history)


def _held(ground: Ground, now: Now) -> Held | None:
    term, line, coordination = _moved(ground, now).held
    if line is not None:
        line = next((one for one in now.lines if one.key == ground.held[1].key), None)  # type: ignore[union-attr]
        if line is None:
            return None
    if coordination is not None and now.history is not None:
        known = coordination.key
        coordination = next((one for one in now.history.coordinations if one.key == known), None)
        if coordination is None:
            return None
    return term, line, coordination
