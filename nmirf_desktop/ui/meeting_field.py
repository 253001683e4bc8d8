"""The field of a meeting: chosen by its symbol and its days."""

from collections.abc import Iterable

from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.i18n import Catalog
from nmirf_desktop.ui.fields import ChoiceField
from nmirf_desktop.ui.language import CurrentLanguage


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
