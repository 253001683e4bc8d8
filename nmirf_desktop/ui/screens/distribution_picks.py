"""Who of those reviewed gets a dispatch: ticked by somebody, or as it usually is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nmirf_desktop.domain.dispatches import Function, Recipient, Standing
from nmirf_desktop.domain.invitations import Capacity
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.recipients import Reviewed, Wanting
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import Catalog, Language
from nmirf_desktop.ui.places import Place


@dataclass(frozen=True, slots=True)
class Picked:
    """Somebody who may be written to, and whether they are; *state* is theirs, where they have one.

    They are not *asked* for where some were chosen and they are none of these, such as those who got an earlier
    version; by a card that is *reminding*, those who were sent the same.
    """

    line: Reviewed
    included: bool
    state: State | None
    asked: bool = True
    reminding: bool = False

    @property
    def key(self) -> str:
        """Who it is, whatever the dispatch."""
        return self.line.correspondent.whom

    def said_in(self, words: Catalog) -> str:
        """The State, or the partner."""
        return self.state.said_in(words) if self.state is not None else self.line.correspondent.name

    @property
    def leads(self) -> bool:
        """Whether what is wrong is put right elsewhere first: nothing reaches it, or nothing arrived there."""
        line = self.line
        failed = line.last is not None and line.last.standing is Standing.FAILED and not line.elsewhere
        return not line.reachable or failed or Wanting.DEAD in line.wanting

    @property
    def place(self) -> Place:
        """Where what is missing is put right."""
        one = self.line.correspondent
        if one.state is None:
            return Place("participants", f"partner:{one.partner}")
        if not {Wanting.POSTAL, Wanting.COUNTRY}.isdisjoint(self.line.wanting):
            own = "" if one.capacity is Capacity.MEMBER or one.person is None else f":{one.person}"
            return Place("members", f"{one.state}:!postal{own}")
        if one.function is Function.MECHANISM and one.capacity is Capacity.MEMBER:
            return Place("members", f"{one.state}:!email")
        return Place("members", f"{one.state}:{one.person}" if one.person else one.state)


class Picks:
    """Who of those reviewed gets a dispatch: everybody who can, did not yet, and for whom it is, but for ticks.

    Where *only* some are given, nobody else gets it at first but who holds the place of one of them by now. To *remind*
    them they get again what they got.
    """

    def __init__(self, only: Iterable[Recipient] | None = None, *, remind: bool = True) -> None:
        self._remind = remind
        self._only = None if only is None else {name for one in only for name in (one.whom, one.place)}
        self._ticked: dict[str, bool] = {}
        self.reads: dict[str, Language] = {}

    def included(self, line: Reviewed) -> bool:
        """Whether somebody gets it; who cannot be reached does not."""
        whom = line.correspondent.whom
        usual = line.meant
        if self._only is not None:
            own = usual and self._asked(line)
            usual = own or (self._remind and whom in self._only and line.to_remind)
        return line.reachable and self._ticked.get(whom, usual)

    def _asked(self, line: Reviewed) -> bool:
        """Whether somebody is one of those for whom it is, or holds the place of one."""
        one = line.correspondent
        return self._only is None or not self._only.isdisjoint((one.whom, one.place))

    def toggle(self, picked: Picked) -> None:
        """Write to somebody, or do not."""
        if picked.line.reachable:
            self._ticked[picked.key] = not picked.included

    def read_in(self, several: Iterable[Picked], language: Language) -> None:
        """Send to some of them in another language than their own."""
        for one in several:
            self.reads[one.key] = language

    def rows(self, lines: Iterable[Reviewed], states: Mapping[StateCode, State], words: Catalog) -> tuple[Picked, ...]:
        """All who were reviewed, as rows: those first whom something is missing of, else by their names.

        Who is not asked for stands behind all who are.
        """
        reminding = self._only is not None and self._remind
        rows = (
            Picked(one, self.included(one), states.get(one.correspondent.state or ""), self._asked(one), reminding)
            for one in lines
        )
        return tuple(
            sorted(
                rows,
                key=lambda row: (
                    not row.asked,
                    row.line.reachable,
                    not row.line.wanting,
                    row.state is None,
                    words.sort_key(row.said_in(words)),
                ),
            )
        )
