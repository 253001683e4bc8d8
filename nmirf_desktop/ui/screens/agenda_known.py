"""What is already known for an agenda: shown before it is placed, one by one or all in one step."""

from collections.abc import Iterable

from PySide6.QtCore import Signal

from nmirf_desktop.domain.known_matters import KIND_LABELS, Matter, MatterKind
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.fact_rows import FactRow
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.screens.agenda_page import AgendaPage
from nmirf_desktop.ui.theme import Tone

ICONS = {
    MatterKind.MINUTES: "pencil",
    MatterKind.NEWCOMERS: "users",
    MatterKind.ACTION: "square-check",
    MatterKind.DONE: "circle-check",
    MatterKind.MANDATE: "landmark",
}
HINT = N_(
    "Unfinished actions, a mandate that ends, minutes to note, new members and observers: ready worded in three "
    "languages. What is placed stands under the item to which it belongs, can be changed there, and is not placed "
    "twice."
)


class KnownPage(AgendaPage):
    """What would be placed; ``placed`` says that all of it was."""

    placed = Signal()

    def __init__(self, desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
        super().__init__(desk, language, alerts, HINT)
        self.all_button = self.button(N_("Place all of it"), self.place_all)
        self.add(self.rows)

    def place_all(self) -> None:
        """Place all that is known, in one step."""
        with self.alerts.guard():
            count = self.desk.known_matters.place(self.key)
            self.alerts.say(N_("Placed on the agenda: {n}."), n=count)
            self.placed.emit()

    def shown(self) -> Iterable[FactRow]:
        """Each matter with what it says in the reader's language."""
        words = self.words
        over = self.meeting is not None and self.meeting.closes_on < self.on
        found = () if over else self.desk.known_matters.preview(self.key)
        self.all_button.setEnabled(bool(found) and not self.locked)
        if over:
            text = words.gettext("The meeting is over: nothing is placed on its agenda any more.")
            return [FactRow((text,), mark=Mark("circle-check", Tone.MUTED), muted=True)]
        if not found:
            text = words.gettext("All that is known is on the agenda.")
            return [FactRow((text,), mark=Mark("circle-check", Tone.GOOD), muted=True)]
        return [self._row(one) for one in found]

    def _row(self, one: Matter) -> FactRow:
        words = self.words
        kind = words.gettext(KIND_LABELS[one.kind])
        note = words.pgettext("facts in a row", " · ").join(
            part for part in (kind, one.below.best(words.language)) if part
        )
        place = (N_("Place it"), lambda: self.desk.known_matters.place(self.key, [one.origin]))
        mark = Mark(ICONS[one.kind], Tone.MUTED)
        return FactRow((one.shown.best(words.language),), "", note, mark, kind, self.offers(place), key=one.origin)
