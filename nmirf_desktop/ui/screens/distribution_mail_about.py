"""What a message shows, in words; and which sending it is about, chosen where it is known by less than its number."""

from collections.abc import Iterable, Iterator
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from nmirf_desktop.domain.dispatches import Delivery, Happening
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.recipients import went
from nmirf_desktop.domain.sent_versions import versions_said
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.deliveries import Line
from nmirf_desktop.services.mail_shown import BY_ADDRESS, Shown
from nmirf_desktop.ui.fields import ChoiceField
from nmirf_desktop.ui.flow import SideBySide
from nmirf_desktop.ui.language import CurrentLanguage

ABOUT = N_("It is taken to be about {sending}.")
ABOUT_SURELY = N_("It is about {sending}.")
SENDING = N_("{documents}, sent on {day} at {time}")
REMINDER = N_("the reminder of {documents}, sent on {day} at {time}")
WHICH = N_("Which sending it is about")


DECIDED = N_("“It did not arrive” is recorded of it, and no receipt, as you said.")
DENIED = N_(
    "It says that it did not arrive: read it. Where you tick it, “It did not arrive” is recorded, and no receipt."
)
MAY_BE_ANOTHER = N_("It may be about something else: read it, and tick it where it is about this.")
READ_FIRST = N_("It does not plainly say that it arrived: read it, and tick it where that is what it says.")
OTHER_ADDRESS = N_("It came from {origin}, not the address written to.")
OF_SEVERAL = N_("Of several addresses it is about: {addresses}.")
ANSWERED = N_("Answered on {day} at {time} by {whom} – known {known}.")
SHOWN = {
    Happening.SENT: N_("Sent on {day} at {time} to {whom} – known {known}."),
    Happening.FAILED: N_("It came back on {day} at {time}: it did not arrive at {whom} – known {known}."),
    Happening.ACKNOWLEDGED: N_("Acknowledged on {day} at {time} by {whom} – known {known}."),
}


def why_read(shown: Shown) -> str:
    """Why somebody has to read an answer before it is recorded."""
    if shown.denied:
        return DENIED
    return MAY_BE_ANOTHER if shown.known_by in BY_ADDRESS else READ_FIRST


def sending_said(line: Line, to: Iterable[Delivery], words: Catalog) -> str:
    """A sending by its documents, their versions, and when it was sent last, by the clock of the secretariat."""
    to = tuple(to)
    sent = (one for delivery in to for one in delivery.standing_events if one.kind is Happening.SENT)
    at = max((one.at for one in sent), default=line.dispatch.prepared_at).astimezone(ZoneInfo(line.dispatch.zone))
    reminds = bool(to) and all(one.recipient.key in line.again for one in to)
    return words.gettext(REMINDER if reminds else SENDING).format(
        documents=words.listing(versions_said(went(line.issued, (one.recipient.reads for one in to)), words)),
        day=words.date(at.date()),
        time=words.clock(at),
    )


def about_said(shown: Shown, words: Catalog) -> Iterator[str]:
    """Which sending an answer or a report is about; by an address alone, which one it is taken to be about.

    Of what is not recorded as sent it is not said when it was, and a sent copy is a sending itself.
    """
    answers = shown.kind is not Happening.SENT and any(one.was_sent for one in shown.deliveries)
    if shown.known_by in BY_ADDRESS or answers:
        message = ABOUT if shown.known_by in BY_ADDRESS else ABOUT_SURELY
        yield words.gettext(message).format(sending=sending_said(shown.line, shown.deliveries, words))


class AboutChoice(QWidget):
    """The choice among the sendings that a message may be about; ``chosen`` carries the key of a dispatch."""

    chosen = Signal(object)

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self._sendings: dict[Key, tuple[Line, tuple[Delivery, ...]]] = {}
        self._name = QLabel()
        self.field: ChoiceField[Key] = ChoiceField(language, (), self._said)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(SideBySide(self._name, self.field))
        self.field.edited.connect(lambda: self.chosen.emit(self.field.value()))

    def _said(self, dispatch: Key, words: Catalog) -> str:
        return sending_said(*self._sendings[dispatch], words)

    def show_shown(self, shown: Shown | None) -> None:
        """Offer what a message may be about, the last first; nothing where there is no choice."""
        words = self._language.words
        self._name.setText(words.gettext(WHICH))
        self.field.set_accessible(words.gettext(WHICH), "")
        self.setVisible(shown is not None and bool(shown.may_be))
        if shown is None:
            return
        there = ((shown.line, shown.deliveries), *shown.may_be)
        last_first = sorted(there, key=lambda one: one[0].dispatch.prepared_at, reverse=True)
        self._sendings = {line.dispatch.key: (line, to) for line, to in last_first}
        self.field.set_values(list(self._sendings))
        self.field.load(shown.line.dispatch.key, over=True)
