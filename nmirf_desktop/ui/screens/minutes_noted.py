"""The way from one passage of the minutes that stands as it was noted to the next."""

from nmirf_desktop.domain.periods import Key
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.screens.minutes_list import ParagraphList
from nmirf_desktop.ui.screens.minutes_text import ParagraphForm
from nmirf_desktop.ui.theme import Tone

NONE_AS_NOTED = N_("Nothing that is listed here reads as it was noted.")
NOT_KNOWN = N_("What reads as it was noted is still being looked for; press the key again in a moment.")


class AsNotedWalk:
    """Goes through the passages of the listed paragraphs in their order, from the last one on to the first.

    Each is selected in its text, so that what is typed stands in its place.
    """

    def __init__(self, listed: ParagraphList, form: ParagraphForm, alerts: Alerts) -> None:
        self._list, self._form, self._alerts = listed, form, alerts

    def go_on(self, *, known: bool) -> None:
        """Select the next passage; where there is none say so, and where that is not *known* yet, that."""
        self._form.flush()
        if self._form.text.choose_noted(behind=True):
            return
        key = self._next()
        if key is None:
            self._alerts.say(NONE_AS_NOTED if known else NOT_KNOWN, Tone.NEUTRAL)
        elif not self._form.refuses("text"):
            self._list.select(key)
            self._form.text.choose_noted(behind=False)

    def _next(self) -> Key | None:
        """The next paragraph with such a passage; the current one where no other has any."""
        rows, current = self._list.model.rows, self._list.current
        at = rows.index(current) if current in rows else -1
        turn = (*rows[at + 1 :], *rows[: at + 1])
        return next((line.key for line in turn if any(line.noted_in(one) for one in Language)), None)
