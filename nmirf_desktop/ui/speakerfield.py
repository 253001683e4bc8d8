"""The field of who speaks: a State, or a guest such as OHCHR or a partner, by two letters of its name."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from PySide6.QtCore import Signal

from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.refusals import Sayable
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.i18n.folding import folded
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.statefield import StateField
from nmirf_desktop.ui.taken import forget


@dataclass(frozen=True, slots=True)
class Guest:
    """Who speaks without being a State: no vote, and no motion."""

    body: Trilingual

    @property
    def code(self) -> str:
        """What tells it from the States, whose codes are three letters."""
        return f"*{self.body.original}"

    def said_in(self, words: Catalog) -> str:
        """Its name in the language of *words*, else in the one in which it is written."""
        return self.body.best(words.language)

    def begins(self, needle: str) -> bool:
        """Whether a word of its name, in any language, begins with what is typed."""
        names = (folded(self.body[language]) for language in Language)
        return any(name.startswith(needle) or f" {needle}" in name or f"'{needle}" in name for name in names)


class SpeakerField(StateField):
    """A State or a guest. The States that are near come first, then the guests, then all other States.

    ``named`` carries the code of the State, or the name of the guest, and leaves the line empty for the next one; in
    the room only Enter or a choice from the list names (:meth:`only_entered`).
    """

    named = Signal(object)

    unknown = N_(
        "No State and no guest is called “{text}”. Type two letters of the name and choose it from the list;"
        " another guest is given the floor by its name (Shift+F3)."
    )
    asked = N_("Two letters of the name of a State or a guest")

    def __init__(self, language: CurrentLanguage) -> None:
        self._guests: dict[str, Guest] = {}
        super().__init__(language, ())
        self.edited.connect(self._hand_on)
        self._editor.textEdited.connect(self._emptied)

    def _emptied(self, text: str) -> None:
        """Letters of a name that were deleted are nothing to bring back: the key of undo is for what was recorded."""
        if not text:
            forget(self._editor)

    def set_guests(self, bodies: Iterable[Trilingual]) -> None:
        """Offer these guests from now on, beside the States."""
        self._guests = {guest.code: guest for guest in map(Guest, bodies)}

    @property
    def speaker(self) -> StateCode | Trilingual | None:
        """The code of the State, or the name of the guest, that was chosen."""
        code = self.value()
        return self._guests[code].body if code in self._guests else code

    def _hand_on(self) -> None:
        """Who was chosen; while the list is open, nobody was yet."""
        speaker = self.speaker
        if speaker:
            self.load(None, over=True)
            self.named.emit(speaker)

    def _named(self, code: str | None) -> Sayable | None:
        return self._guests.get(code or "") or super()._named(code)

    def _officially(self, text: str, near: Collection[StateCode]) -> tuple[tuple[str, Sayable], ...]:
        states, needle = super()._officially(text, near), folded(text.strip())
        guests = tuple((code, guest) for code, guest in self._guests.items() if guest.begins(needle))
        own = tuple(one for one in states if one[0] in near)
        return (*own, *guests, *states[len(own) :])
