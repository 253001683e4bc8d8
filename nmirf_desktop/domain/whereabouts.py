"""Where a text of a document stands, in words that a coordinator knows: one name for each place, whoever tells it."""

from collections.abc import Mapping
from dataclasses import dataclass

from nmirf_desktop.domain.agenda import item_reference
from nmirf_desktop.domain.phrases import NOTHING_TO_SAY, Phrase
from nmirf_desktop.domain.refusals import Sayable
from nmirf_desktop.domain.said import Said
from nmirf_desktop.i18n import N_, Catalog

MEETING_TITLE = Phrase(N_("Title of the meeting"))
MEETING_PLACE = Phrase(N_("Place of the meeting"))


@dataclass(frozen=True, slots=True)
class _Item:
    """An item of the agenda by its number, as each language writes it in running text."""

    path: tuple[int, ...]

    def said_in(self, words: Catalog) -> str:
        return item_reference(self.path, words.language)


def item_title(path: tuple[int, ...]) -> Phrase:
    """The title of the item at a path of the agenda: "Item 5 (a): title"."""
    return Phrase(N_("Item {n}: title"), _numbered(path))


def item_annotation(path: tuple[int, ...]) -> Phrase:
    """What is said about an item."""
    return Phrase(N_("Item {n}: annotation"), _numbered(path))


def item_presenter(path: tuple[int, ...]) -> Phrase:
    """Who presents an item."""
    return Phrase(N_("Item {n}: presenter"), _numbered(path))


def item_documents(path: tuple[int, ...]) -> Phrase:
    """The documents of an item."""
    return Phrase(N_("Item {n}: documents"), _numbered(path))


def _numbered(path: tuple[int, ...]) -> Mapping[str, object]:
    return {"n": _Item(path)}


def decision_title(name: Sayable) -> Phrase:
    """The title of a decision whose *name* is "Decision 2027/1"."""
    return Phrase(N_("{decision}: title"), {"decision": name})


def decision_text(name: Sayable) -> Phrase:
    """The text of a decision, and how it was adopted."""
    return Phrase(N_("{decision}: text"), {"decision": name})


def decision_vote(name: Sayable) -> Phrase:
    """The vote by which a decision was adopted."""
    return Phrase(N_("{decision}: vote"), {"decision": name})


def paragraph(number: int) -> Phrase:
    """A paragraph by its printed number."""
    return Phrase(N_("Paragraph {n}"), {"n": number})


class Paragraphs:
    """The numbered paragraphs of a document, told in its order and counted as they are printed."""

    def __init__(self) -> None:
        self._printed = 0

    def place(self, text: Said) -> Phrase:
        """The place of the next one, "Paragraph 3"; nothing for one without text, which is not printed or counted."""
        if not text:
            return NOTHING_TO_SAY
        self._printed += 1
        return paragraph(self._printed)
