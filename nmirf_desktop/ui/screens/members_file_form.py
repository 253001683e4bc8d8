"""What is known of an attached file: its row, and the form in which it is put right."""

import datetime

from nmirf_desktop.domain.attachments import FILING_LABELS, MAIL, Attachment, Filing, Size
from nmirf_desktop.domain.filenames import suffix_of
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.attachments import Filed
from nmirf_desktop.ui.alerts import Offer
from nmirf_desktop.ui.fact_rows import FactRow
from nmirf_desktop.ui.fields import ChoiceField, DateField, TextField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.theme import Tone


def filing_word(filing: Filing, words: Catalog) -> str:
    """As what a file is filed, as its word."""
    return words.gettext(FILING_LABELS[filing])


def file_row(filed: Filed, words: Catalog, offers: tuple[Offer, ...]) -> FactRow:
    """A file with its day, and under its name what it is filed as, its size, what it belongs to, and the note."""
    file = filed.file
    kind, size = filing_word(file.filing, words), Size(file.size).said_in(words)
    note = " · ".join(part for part in (kind, size, filed.belongs.said_in(words), file.note) if part)
    mark = Mark("mail" if suffix_of(file.name) == MAIL else "file-text", Tone.MUTED)
    when = words.short_date(filed.day)
    return FactRow((file.name,), when=when, note=note, mark=mark, word=kind, offers=offers, key=file.key)


class FileForm(Form):
    """The particulars of an attached file."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.name, self.note = TextField(language), TextField(language, long=True)
        self.filing: ChoiceField[Filing] = ChoiceField(language, list(Filing), filing_word)
        self.dated = DateField(language)
        self.add("name", N_("File name"), self.name)
        self.add("filing", N_("Filed as"), self.filing)
        self.add("dated", N_("Dated"), self.dated, N_("The day of the letter; empty where it has none."))
        self.add("note", N_("Note"), self.note)

    def load(self, file: Attachment) -> None:
        """A file as it stands."""
        self.name.load(file.name, over=True)
        self.filing.load(file.filing, over=True)
        self.dated.load(file.dated, over=True)
        self.note.load(file.note, over=True)

    def value(self) -> tuple[str, Filing, datetime.date | None, str]:
        """Name, filing, date and note."""
        return self.name.value(), self.filing.value() or Filing.OTHER, self.dated.value(), self.note.value()
