"""The field of a meeting: chosen by its symbol and its days; and how a card and a message name one."""

from collections.abc import Iterable

from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.phrases import Content, Listed
from nmirf_desktop.domain.refusals import Sayable
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.ui.fields import ChoiceField
from nmirf_desktop.ui.language import CurrentLanguage

ELSEWHERE = N_("Recorded for another meeting than the one shown: {meeting}.")


def called(meeting: Meeting) -> Sayable:
    """A meeting as a card names it: by its title, else by its symbol."""
    return Content(meeting.title) if meeting.title else Listed((meeting.symbol,))


def meeting_name(meeting: Meeting, words: Catalog) -> str:
    """A meeting in a list: its symbol and its days."""
    dates = words.date_range(meeting.opens_on, meeting.closes_on)
    return words.pgettext("meeting in a list", "{symbol}, {title}").format(symbol=meeting.symbol, title=dates)


class MeetingField(ChoiceField[Meeting]):
    """One of the meetings of the register, the latest first."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language, [], meeting_name)

    def offer(self, meetings: Iterable[Meeting]) -> None:
        """The meetings to choose from; the one chosen stays chosen, as it is now."""
        before = self.value()
        latest = sorted(meetings, key=lambda one: one.opens_on, reverse=True)
        self.set_values(latest)
        now = next((one for one in latest if before is not None and one.key == before.key), None)
        self.load(now or next(iter(latest), None), over=True)
