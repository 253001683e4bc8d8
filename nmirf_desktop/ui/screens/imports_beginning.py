"""What the import says before a list is chosen: what can be read, and the columns of the list that is meant."""

from collections.abc import Callable

from nmirf_desktop.domain.intake import KIND_TITLES, WORK, IntakeKind
from nmirf_desktop.domain.intake.fields import FIELDS
from nmirf_desktop.domain.phrases import Listed, Phrase
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.ui.alerts import Offer
from nmirf_desktop.ui.empty import Empty, EmptyState
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.imports_template import LABELS

TITLE = N_("Import a list")
TEXT = N_(
    "Choose a CSV, XLSX, XLS or ODS file, or drop it on the window: a list of members and observers, of focal "
    "points, of participants, or of the Network’s work, such as activities or partnerships. Each has a line of its "
    "own below the headings, in English, French or Spanish. Or fill in an empty list with the program’s own "
    "headings. You see what each row would do before anything is done."
)
OF_WORK = N_(
    "Choose a CSV, XLSX, XLS or ODS file, or drop it on the window. Each record has a line of its own below the "
    "headings, in English, French or Spanish: {headings}. Texts may have a column for each language. Or fill in an "
    "empty list with all these headings. You see what each row would do before anything is done."
)


class Beginning(EmptyState):
    """The place before a list is read. *choose* asks for a file, *empty* writes the empty list of a kind."""

    def __init__(self, language: CurrentLanguage, choose: Offer, empty: Callable[[IntakeKind], object]) -> None:
        self._choose, self._write = choose, empty
        super().__init__(Empty(TITLE, TEXT, self._offers(IntakeKind.MEMBERS), icon="upload"), language)

    def _offers(self, kind: IntakeKind) -> tuple[Offer, ...]:
        return self._choose, Offer(LABELS[kind], lambda: self._write(kind))

    def mean(self, kind: IntakeKind | None) -> None:
        """Say what lists of a kind hold; ``None`` where the columns of the file tell the kind."""
        if kind is None or kind not in WORK:
            self.say(TITLE, TEXT, self._offers(kind or IntakeKind.MEMBERS))
            return
        self.say(KIND_TITLES[kind], Phrase(OF_WORK, {"headings": Listed(headings_of(kind))}), self._offers(kind))


def headings_of(kind: IntakeKind) -> tuple[Phrase, ...]:
    """What the columns of a list are called, texts once and not in each language."""
    plain = (one for one in FIELDS[kind] if not one.derived and one.name.rpartition("_")[2] not in set(Language))
    return tuple(Phrase(one.label) for one in plain)
