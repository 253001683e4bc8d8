"""A question of a banner before something is done: the same key again, while it is read, goes on."""

from nmirf_desktop.ui.alerts import Alerts, Notice, Offer, Sentence
from nmirf_desktop.ui.theme import Tone


class AskedOnce:
    """Asks once about one thing: its offer goes on, and so does whoever asks again while it is before the reader.

    *section* names the rule behind it. Where one is *typing* the keyboard stays there: a letter presses no button.
    """

    def __init__(self, alerts: Alerts, section: str = "", *, typing: bool = False) -> None:
        self._alerts, self._section, self._typing = alerts, section, typing
        self._about: object = None
        self._question: Notice | None = None

    def asks(self, about: object, question: Sentence, offer: Offer) -> bool:
        """Whether it is asked now: where the same question is before the reader already, the key goes on."""
        if self._question is not None and self._alerts.notice is self._question and self._about == about:
            self._alerts.clear()
            return False
        self._about = about
        self._question = Notice(question, Tone.ATTENTION, self._section, (offer,), asks=not self._typing, due=True)
        self._alerts.show(self._question)
        return True
