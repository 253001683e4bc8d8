"""A good practice as a sheet: whose it is, what it is about, what it says, and whether it may be shared (R43)."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from nmirf_desktop.domain.blocks import Block, Column, DataTable, Entry, Listing, Para, Style
from nmirf_desktop.domain.decision_papers import as_at
from nmirf_desktop.domain.distribution import Distribution
from nmirf_desktop.domain.good_practices import AREA_LABELS, GoodPractice
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.objectives import OBJECTIVE_LABELS
from nmirf_desktop.domain.papers import Masthead, PaperSection, RecordPaper
from nmirf_desktop.domain.phrases import Content, Phrase
from nmirf_desktop.domain.practices import DEFAULTS, Practices
from nmirf_desktop.domain.regions import SCHEMES, region_name, scheme
from nmirf_desktop.domain.said import Said
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.symbols import standing_symbol
from nmirf_desktop.i18n import N_, Catalog

SERIES_TITLE = N_("Good practices of States")
NOT_TO_BE_SHARED = N_("Not to be shared: no consent of the State is recorded.")
WITHDRAWN = N_("Not to be shared: the State withdrew this practice on {day}.")
CAUTION = N_("“{practice}”: no consent of the State is recorded. The sheet says that it is not to be shared.")
CAUTION_WITHDRAWN = N_("“{practice}”: the State withdrew it on {day}. The sheet says that it is not to be shared.")


@dataclass(frozen=True, slots=True)
class PracticeSheet:
    """A practice on the day *on*, with its State as named and grouped on it, and the names of its source documents.

    It is *printed_on* that day, or on another one: what was withdrawn by then is not to be shared, whatever it was.
    """

    on: datetime.date
    practice: GoodPractice
    state: State
    sources: tuple[str, ...] = ()
    practices: Practices = DEFAULTS
    prefix: str = "NMIRF"
    specimen: bool = False
    printed_on: datetime.date | None = None

    @property
    def withdrawn(self) -> bool:
        """*Objectives – 6*, R43: whether it was withdrawn on its day, or is when it is printed."""
        days = (self.on, max(self.on, self.printed_on or self.on))
        return any(self.practice.withdrawn(day) for day in days)

    @property
    def consents(self) -> bool:
        """*Objectives – 6*, R43: whether the State had agreed on its day, and the sheet may be shared when printed."""
        return self.practice.consents(self.on) and not self.withdrawn


def practice_sheet(sheet: PracticeSheet) -> RecordPaper:
    """The sheet of a practice; one without consent is for members only, and says that it is not to be shared."""
    practice, open_to_all = sheet.practice, sheet.consents
    return RecordPaper(
        masthead=Masthead(
            symbol=practice_symbol(practice, sheet.prefix),
            dated=sheet.on,
            meeting=Said.words(SERIES_TITLE),
            original=practice.title.source,
            distribution=Distribution.GENERAL if open_to_all else Distribution.MEMBERS,
            specimen=sheet.specimen,
        ),
        title=Said.of(practice.title),
        blocks=(*_warning(sheet), _particulars(sheet)),
        below=as_at(sheet.on),
        sections=tuple(_sections(sheet)),
    )


def practice_symbol(practice: GoodPractice, prefix: str) -> str:
    """The symbol of a practice, by the year in which it was recorded: "NMIRF/GP/2027/3"."""
    return standing_symbol(DocumentKind.PRACTICE_SHEET, prefix, practice.recorded_on, nth=practice.number)


def not_to_be_shared(sheet: PracticeSheet) -> tuple[Phrase, ...]:
    """*Objectives – 6*, R43: what to know before the sheet leaves the house."""
    practice = sheet.practice
    if sheet.consents:
        return ()
    values = {"practice": Content(practice.title), "day": practice.withdrawn_on}
    return (Phrase(CAUTION_WITHDRAWN if sheet.withdrawn else CAUTION, values),)


def _warning(sheet: PracticeSheet) -> Iterator[Block]:
    practice = sheet.practice
    if sheet.withdrawn:
        said = Phrase(WITHDRAWN, {"day": practice.withdrawn_on})
        yield Para(Said.by(said.said_in), style=Style.CENTRED)
    elif not sheet.consents:
        yield Para(Said.words(NOT_TO_BE_SHARED), style=Style.CENTRED)


def _particulars(sheet: PracticeSheet) -> DataTable:
    practice, by = sheet.practice, scheme(sheet.practices)
    rows = [
        (N_("State"), Said.by(sheet.state.said_in)),
        (SCHEMES[by], Said.words(region_name(sheet.state, by))),
        (N_("Area"), Said.words(AREA_LABELS[practice.area])),
    ]
    if practice.objectives:
        rows.append((N_("Objectives of the Network"), Said.by(lambda words: _objectives(practice, words))))
    if practice.contact:
        rows.append((N_("Contact function"), Said.of(practice.contact)))
    if practice.languages:
        rows.append((N_("Available in"), Said.by(lambda words: _languages(practice, words))))
    agreed = practice.agreed_on(sheet.on)
    if agreed is not None and sheet.consents:
        rows.append((N_("Consent of the State"), Said.by(lambda words: words.date(agreed))))
    columns = (Column(Said.words(N_("About the practice")), 2), Column(Said.words(N_("What is recorded")), 5))
    return DataTable(columns, tuple((Said.words(label), said) for label, said in rows))


def _objectives(practice: GoodPractice, words: Catalog) -> str:
    """Each objective on a line of its own, by its number."""
    pattern = words.pgettext("objective in a list", "{number}. {objective}")
    return "\n".join(
        pattern.format(number=str(one), objective=words.gettext(OBJECTIVE_LABELS[one])) for one in practice.objectives
    )


def _languages(practice: GoodPractice, words: Catalog) -> str:
    return words.listing(words.language_name(one) for one in practice.languages)


def _sections(sheet: PracticeSheet) -> Iterator[PaperSection]:
    if sheet.practice.text:
        yield PaperSection(Said.words(N_("Description")), (Para(Said.of(sheet.practice.text)),))
    if sheet.sources:
        entries = tuple(Entry(Said.same(name)) for name in sheet.sources)
        yield PaperSection(Said.words(N_("Source documents")), (Listing(entries),))
