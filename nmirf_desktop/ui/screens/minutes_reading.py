"""What the screen of the minutes reads: their paragraphs, what new facts offer, and what was removed."""

from dataclasses import dataclass

from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.minutes import Minutes, MinutesParagraph, MinutesState
from nmirf_desktop.domain.redrafting import Offer
from nmirf_desktop.services.approvals import Approving
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.screens.minutes_rows import Line, lines


@dataclass(frozen=True, slots=True)
class Reading:
    """The minutes of a meeting as they stand; all empty where nobody began them."""

    minutes: Minutes | None = None
    lines: tuple[Line, ...] = ()
    offers: tuple[Offer, ...] = ()
    removed: tuple[MinutesParagraph, ...] = ()
    approving: tuple[Approving, ...] = ()

    @property
    def approved(self) -> bool:
        """Whether the minutes were approved, and can only be read."""
        return self.minutes is not None and self.minutes.state is MinutesState.APPROVED

    @property
    def circulated(self) -> bool:
        """Whether the minutes are with the members."""
        return self.minutes is not None and self.minutes.state is MinutesState.CIRCULATED

    @property
    def paragraphs(self) -> tuple[MinutesParagraph, ...]:
        """The paragraphs in their order."""
        return tuple(line.paragraph for line in self.lines)


NOTHING = Reading()


def read(desk: Secretariat, meeting: Meeting | None) -> Reading:
    """Read the minutes of a meeting."""
    minutes = desk.minutes.minutes(meeting.key) if meeting else None
    if meeting is None or minutes is None:
        return NOTHING
    offers = desk.minutes.offers(minutes.key)
    paragraphs = lines(desk.minutes.paragraphs(minutes.key), desk.agendas.items(meeting.key), offers)
    return Reading(
        minutes, paragraphs, offers, desk.minutes.removed(minutes.key), desk.minutes.approving(minutes.key)
    )  # fmt: skip
