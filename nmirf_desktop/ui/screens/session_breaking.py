"""A vote that is broken off: its card, shown above the room and above the vote."""

from functools import cached_property

from nmirf_desktop.domain.periods import Key
from nmirf_desktop.i18n import N_
from nmirf_desktop.ui.drafts import Draft
from nmirf_desktop.ui.fields import TextField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage

BROKEN_OFF = N_(
    "The vote was broken off, and has no result; what it was on is before the meeting as it was. Ctrl+Z takes the"
    " breaking off back."
)


class ReasonForm(Form):
    """Why a vote is broken off."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.reason = TextField(language)
        self.add("reason", N_("Reason"), self.reason, needed=True)


class BreakingCard(Draft):
    """Breaks the *vote* off for which the card was opened, known by its key."""

    def __init__(self, language: CurrentLanguage) -> None:
        self.vote: Key = ""
        super().__init__(
            N_("Break the vote off"),
            N_("Break it off"),
            lambda: self.fields,
            language,
            N_(
                "The vote ends without a result. What was answered stays in the register and is not announced; the"
                " minutes say that the vote was broken off, and why."
            ),
        )

    @cached_property
    def fields(self) -> ReasonForm:
        """The reason, made when the card is first opened."""
        return ReasonForm(self._language)

    def offer(self, vote: Key) -> None:
        """Open the card, without a reason yet."""
        self.vote = vote
        self.fields.reason.load("", over=True)
        self.begin()
