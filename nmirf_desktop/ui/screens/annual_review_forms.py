"""What is written in the annual review: a paragraph in three languages, and the part in which a new one stands."""

from nmirf_desktop.domain.annual_review import PART_TITLES, ReviewPart, Told
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.ui.fields import ChoiceField, TrilingualField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage

LINES = 4


def part_said(part: ReviewPart, words: Catalog) -> str:
    """The title of a part of the review."""
    return words.gettext(PART_TITLES[part])


class ParagraphForm(Form):
    """A paragraph as it reads in three languages."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.text = TrilingualField(language, lines=LINES, expected=True)
        self.add("text", N_("Paragraph"), self.text, needed=True)

    def load(self, told: Told) -> None:
        """A paragraph as it is printed; one that was taken out begins with its draft."""
        self.text.load(told.text or told.draft, over=True)

    def value(self) -> Trilingual:
        """The paragraph as it is written."""
        return self.text.value()


class NewParagraphForm(ParagraphForm):
    """A paragraph of one's own, and the part at the end of which it stands."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._words = language
        self.part: ChoiceField[ReviewPart] = ChoiceField(language, list(ReviewPart), part_said)
        self.add("part", N_("Part of the review"), self.part, needed=True)

    def show_part(self, part: ReviewPart) -> None:
        """An empty paragraph in a part."""
        self.part.load(part, over=True)
        self.text.load(Trilingual(source=self._words.words.language), over=True)

    def chosen(self) -> ReviewPart:
        """The part chosen. Raises ``Problem`` without one."""
        part = self.part.value()
        if part is None:
            raise Problem(N_("Choose the part in which it stands."), field_name="part")
        return part
