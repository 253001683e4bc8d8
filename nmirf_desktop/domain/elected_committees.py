"""The Executive Committee that a meeting elected: by that act the meeting appoints it (R32, R35)."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from nmirf_desktop.domain.committees import Seat, Term
from nmirf_desktop.domain.election_rules import standing
from nmirf_desktop.domain.elections import Body, Candidate, Election, ElectionBallot
from nmirf_desktop.domain.periods import Key, StateCode


@dataclass(frozen=True, slots=True)
class ElectedCommittee:
    """The *states* that a meeting elected to the Committee, in which *elections*; one for each group makes one."""

    elections: tuple[Election, ...]
    states: tuple[StateCode, ...]

    def appointed(self, term: Term, seats: Iterable[Seat]) -> bool:
        """*Executive Committee*, R32: whether those elected are those with whom a mandate began."""
        return set(self.states) == set(appointed(term, seats))


def appointed(term: Term, seats: Iterable[Seat]) -> tuple[StateCode, ...]:
    """*Executive Committee*, R32: the States with whom a mandate began; who filled a seat later is none of them."""
    return tuple(one.state for one in seats if one.term == term.key and one.period.start == term.period.start)


def elected_committee(
    meeting: Key,
    elections: Iterable[Election],
    candidates: Mapping[Key, Collection[Candidate]],
    ballots: Mapping[Key, Collection[ElectionBallot]],
) -> ElectedCommittee | None:
    """(silent) R35: the Committee that a *meeting* elected; *candidates* and *ballots* are by election.

    ``None`` where no State was elected to it.
    """
    found: dict[Key, tuple[Election, tuple[StateCode, ...]]] = {}
    for one in elections:
        if one.meeting == meeting and one.body is Body.COMMITTEE:
            stand = candidates.get(one.key, ())
            state = {known.key: known.state for known in stand}
            keys = standing(one, stand, ballots.get(one.key, ())).keys
            if keys:
                found[one.key] = one, tuple(state[key] for key in keys)
    if not found:
        return None
    states = dict.fromkeys(code for _, codes in found.values() for code in codes)
    return ElectedCommittee(tuple(one for one, _ in found.values()), tuple(states))
