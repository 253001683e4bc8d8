"""A corrigendum as a paper: one for each language in which something is put right, with that language's errata alone.

The formulas are those of the United Nations: *For* … *read* …; *Au lieu de* … *lire* …; *Donde dice* … *debe decir* ….
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from nmirf_desktop.domain.blocks import Block, Heading, Para, Style
from nmirf_desktop.domain.corrigenda import Corrigendum, Erratum, languages_of
from nmirf_desktop.domain.drafting_frame import meeting_name
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.minutes import Minutes
from nmirf_desktop.domain.papers import Masthead, RecordPaper
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import NOTHING_TO_SAY, Phrase
from nmirf_desktop.domain.printed_blocks import PrintedBlock
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.said import NOTHING, Said
from nmirf_desktop.domain.symbols import place_and_dates, symbol_of
from nmirf_desktop.i18n import N_, Catalog, Language

TITLE = N_("Corrigendum")
WHOLE = N_("Replace the paragraph by the following:")
ONLY: Mapping[tuple[Language, ...], str] = {
    (Language.EN,): N_("English only"),
    (Language.FR,): N_("French only"),
    (Language.ES,): N_("Spanish only"),
    (Language.EN, Language.FR): N_("English and French only"),
    (Language.EN, Language.ES): N_("English and Spanish only"),
    (Language.FR, Language.ES): N_("French and Spanish only"),
}
"""What is said of a corrigendum that is not of the three languages."""


@dataclass(frozen=True, slots=True)
class ToPrint:
    """A corrigendum with its errata; *numbers* are those of the paragraphs of the *minutes*, *blocks* what else is."""

    corrigendum: Corrigendum
    errata: tuple[Erratum, ...]
    minutes: Minutes
    numbers: Mapping[Key, int]
    blocks: tuple[PrintedBlock, ...] = ()

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages in which it puts something right."""
        return languages_of(self.errata)


def corrigendum_paper(
    one: ToPrint, language: Language, facts: RecordedMeeting, *, specimen: bool = False
) -> RecordPaper:
    """The corrigendum of one language: paragraph by paragraph and block by block in the order of the minutes."""
    meeting = facts.meeting
    order = {paragraph: (number, 0) for paragraph, number in one.numbers.items()}
    order |= {block.key: (block.after, place) for place, block in enumerate(one.blocks, 1)}
    only = ONLY.get(one.languages, "")
    own = sorted(
        (each for each in one.errata if each.language is language),
        key=lambda each: (order[each.place], each.position),
    )
    return RecordPaper(
        masthead=Masthead(
            symbol=symbol_of(DocumentKind.CORRIGENDUM, meeting, one.corrigendum.number),
            dated=one.corrigendum.dated,
            meeting=Said.of(meeting.title),
            place_and_dates=place_and_dates(meeting),
            item=Said.words(only) if only else NOTHING,
            original=one.minutes.prevailing,
            specimen=specimen,
        ),
        title=Said.by(lambda words: _title(meeting, words)),
        blocks=tuple(_blocks(own, one)),
        below=Said.words(TITLE),
    )


def _title(meeting: Meeting, words: Catalog) -> str:
    return words.gettext("Minutes of {meeting}").format(meeting=meeting_name(meeting, words))


def _blocks(errata: Collection[Erratum], printed: ToPrint) -> Iterator[Block]:
    for _, group in groupby(errata, key=lambda one: one.place):
        own = tuple(group)
        yield Heading(Said.by(where_of(own[0], printed.numbers, printed.blocks).said_in))
        for one in own:
            yield from _erratum(one)


def where_of(erratum: Erratum, numbers: Mapping[Key, int], blocks: Iterable[PrintedBlock]) -> Phrase:
    """What an erratum puts right: "Paragraph 16", or a block by what it is; empty where it has gone."""
    if erratum.paragraph is not None:
        return Phrase(N_("Paragraph {n}"), {"n": numbers.get(erratum.paragraph, 0)})
    return next((one.where for one in blocks if one.key == erratum.block), NOTHING_TO_SAY)


def _erratum(one: Erratum) -> Iterator[Block]:
    words = Said.same(one.words)
    if not one.passage:
        yield Para(Said.words(WHOLE))
        yield Para(words, style=Style.INDENTED)
    elif not one.words:
        yield Para(
            Said.same(one.passage),
            lead=Said.by(lambda words: words.pgettext("corrigendum", "Delete")),
            style=Style.INDENTED,
        )
    else:
        yield Para(
            Said.same(one.passage),
            lead=Said.by(lambda words: words.pgettext("corrigendum", "For")),
            style=Style.INDENTED,
        )
        yield Para(words, lead=Said.by(lambda words: words.pgettext("corrigendum", "read")), style=Style.INDENTED)
