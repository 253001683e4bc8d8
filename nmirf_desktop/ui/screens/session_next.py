"""The key for the next speaker: pressed twice at once, it does not take away again the floor that it gave.

Once words were noted, it was not pressed by mistake: a statement may be one word.
"""

import datetime
from collections.abc import Callable

from nmirf_desktop.domain.phrases import Content
from nmirf_desktop.domain.sittings import Intervention
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import LASTING, Alerts, Offer, Sentence
from nmirf_desktop.ui.screens.session_floor_said import NO_FURTHER
from nmirf_desktop.ui.screens.session_keys import Key
from nmirf_desktop.ui.screens.session_once import AskedOnce
from nmirf_desktop.ui.screens.session_presence_acts import Here
from nmirf_desktop.ui.screens.session_room import Room

JUST_GIVEN = N_(
    "Nothing more was recorded: {speaker} was given the floor just now. If this intervention is over already, press the"
    " same key again."
)
AT_ONCE = datetime.timedelta(milliseconds=LASTING)
"""For how long after the key gave the floor it asks before it ends it, as after what another key settled."""


class NextSpeaker:
    """Gives the floor to who is next on the list, or ends it; *ended* is told that nobody was next."""

    def __init__(
        self,
        desk: Secretariat,
        room: Room,
        alerts: Alerts,
        here: Callable[[], Here | None],
        ended: Callable[[], object],
    ) -> None:
        self._desk, self._room, self._alerts, self._here, self._ended = desk, room, alerts, here, ended
        self._once = AskedOnce(alerts, typing=True)
        self._given: Intervention | None = None
        """What began by the key when it was pressed last."""

    def call(self) -> None:
        """Do it; where the key gave the floor just now, ask first."""
        here = self._here()
        if here is not None:
            with self._alerts.guard():
                if not self._asks(here):
                    self._give(here)

    def _give(self, here: Here) -> None:
        said = self._desk.floor.next(here.meeting, here.item, self._room.floor.language_of_notes)
        if said.ended_at is None:
            self._given = said
            self._room.floor.write(said.key)
        else:
            self._alerts.say(NO_FURTHER)
            self._ended()

    def _asks(self, here: Here) -> bool:
        given = self._given
        if given is None or self._room.floor.has_note(given.key) or not self._has_the_floor(given, here):
            return False
        speaker = here.facts.states.get(given.state or "") or Content(given.body)
        question = Sentence(JUST_GIVEN, {"speaker": speaker})
        return self._once.asks(given.key, question, Offer(Key.NEXT_SPEAKER.value[0], self._go_on))

    def _has_the_floor(self, given: Intervention, here: Here) -> bool:
        """Whether who was given the floor by the key just now has it here, in a sitting that goes on."""
        if given.item != here.item or self._desk.sittings.now() - given.at > AT_ONCE:
            return False
        view = self._desk.floor.view(here.meeting)
        suspended = any(one.resumed_at is None for one in view.pauses)
        return not suspended and view.speaking is not None and view.speaking.heard.key == given.key

    def _go_on(self) -> None:
        self._alerts.clear()
        here = self._here()
        if here is not None:
            with self._alerts.guard():
                self._give(here)
