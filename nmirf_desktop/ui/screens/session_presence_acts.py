"""What the keys of the room do with who is there, and where the room is."""

from collections.abc import Callable
from dataclasses import dataclass

from nmirf_desktop.domain.attendance import Roll
from nmirf_desktop.domain.periods import Key as RowKey
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.phrases import Listed, Phrase, Sentences
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.sittings import SittingName
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts, Notice
from nmirf_desktop.ui.screens.session_facts import Facts
from nmirf_desktop.ui.screens.session_keys import Key
from nmirf_desktop.ui.screens.session_lists import Delegations
from nmirf_desktop.ui.theme import Tone

ALL_THERE = N_("All who are expected are noted as present already; the exceptions are marked in the list (Space).")
NOTED = N_("{n} noted as present: members and observers.")
BACK = N_("These had left before, or lost the connection: {names}.")
NOTED_IN_ALL = N_("Noted as present in all: {n}. Members and observers: {own}. Other States: {others} ({names}).")
LEFT_OUT = N_("Left out, because they sent apologies or did not say that they come: {names}.")
NONE_CHOSEN = N_("No delegation is chosen: choose one in the list, and press the key again.")
STRUCK = N_(
    "{state} was never here: its presence in the {sitting} was recorded by mistake, and is struck out. Ctrl+Z brings it"
    " back."
)
STRUCK_BEFORE = N_(
    "{state} was never here: its presence was recorded by mistake, and is struck out. Ctrl+Z brings it back."
)
NOTED_BEFORE = N_("In an earlier sitting it is noted as present all the same.")
ONE_ALONE = N_("One delegation at a time is struck out: choose one in the list, and press the key again.")


@dataclass(frozen=True, slots=True)
class Here:
    """Where an act is done: the meeting as it was read, and the item that is dealt with."""

    facts: Facts
    item: RowKey

    @property
    def meeting(self) -> RowKey:
        """The meeting's key."""
        return self.facts.meeting.key


class PresenceActs:
    """The acts on the list of *delegations*. *here* says where the screen is, ``None`` where there is no meeting."""

    def __init__(
        self, desk: Secretariat, delegations: Delegations, alerts: Alerts, here: Callable[[], Here | None]
    ) -> None:
        self._desk, self._list, self._alerts, self._here = desk, delegations, alerts, here
        delegations.toggled.connect(self.toggle)
        delegations.struck.connect(self.strike_out)

    def slots(self) -> dict[Key, Callable[[], object]]:
        """What each key does."""
        return {
            Key.ALL: self.all_arrive, Key.ROLL: self._list.setFocus, Key.ONLINE: self.connect_online,
            Key.STRIKE_OUT: self.strike_out,
        }  # fmt: skip

    def all_arrive(self) -> None:
        """Everybody is present; the exceptions are marked in the list."""
        here = self._here()
        if here is not None:
            with self._alerts.guard():
                if not self._desk.sittings.all_arrive(here.meeting):
                    raise Refusal(ALL_THERE)
                there = self._desk.sittings.roll(here.meeting)
                self._alerts.show(Notice(noted_said(here.facts, there), Tone.GOOD))
            self._list.setFocus()

    def toggle(self, codes: tuple[StateCode, ...]) -> None:
        """Delegations arrive or leave."""
        here = self._here()
        if here is not None:
            with self._alerts.guard():
                self._desk.sittings.toggle(here.meeting, codes)

    def connect_online(self) -> None:
        """The delegations chosen in the list are online, lose their connection, or have it again."""
        here, codes = self._here(), self._list.codes
        if here is None or not codes:
            self._list.setFocus()
            self._alerts.refuse(Refusal(NONE_CHOSEN))
            return
        with self._alerts.guard():
            self._desk.sittings.connect(here.meeting, codes)
        self._list.await_next()

    def strike_out(self) -> None:
        """The delegation chosen in the list was never here: its presence was recorded by mistake."""
        here, codes = self._here(), self._list.codes
        if here is None or len(codes) != 1:
            self._list.setFocus()
            self._alerts.refuse(Refusal(ONE_ALONE if codes else NONE_CHOSEN))
            return
        with self._alerts.guard():
            struck = self._desk.sittings.strike_out(here.meeting, codes[0])
            sitting = SittingName(struck.sitting) if struck.sitting is not None else None
            said = Phrase(STRUCK if sitting else STRUCK_BEFORE, {"state": struck.state, "sitting": sitting or ""})
            self._alerts.show(Notice(Sentences((said, Phrase(NOTED_BEFORE if struck.before else ""))), Tone.GOOD))


def noted_said(facts: Facts, there: Roll) -> Sentences:
    """How many are noted as present now, whoever noted them; which other States are among them; who was left out.

    Who only begins anew with the sitting had not left.
    """
    before, opened = facts.roll, facts.sitting.opened_at if facts.sitting is not None else None
    anew = {one.state for one in facts.presence if one.at == opened} - {
        one.state for one in facts.presence if opened is not None and one.at > opened
    }
    came = {one.state.iso3 for one in there.delegations if one.present}
    new = [one for one in before.delegations if not one.present and one.state.iso3 in came]
    named = (
        (BACK, [one.state for one in new if one.presence is not None and one.state.iso3 not in anew]),
        (LEFT_OUT, [one.state for one in there.delegations if not one.present]),
    )
    told = (Phrase(frame, {"names": Listed(tuple(states), alphabetical=True)}) for frame, states in named if states)
    others = tuple(one.state for one in there.delegations if one.present and one.kind is None)
    n = len(came)
    listed = {"own": n - len(others), "others": len(others), "names": Listed(others, alphabetical=True)}
    noted = Phrase(NOTED_IN_ALL, {"n": n, **listed}) if others else Phrase(NOTED, {"n": n})
    return Sentences((noted, *told))
