"""Ballot papers and the tellers' tally sheet of the elections of a meeting, for the ballot that is open or comes next.

A ballot paper is one paper for all: it says everything in the three languages. The names stand in the English
alphabetical order of their States, as in a roll call, so that all papers are alike.
"""

from collections.abc import Iterator
from functools import partial

from nmirf_desktop.domain.blocks import BallotPapers, Block, Column, DataTable, Note, Para, Signature, Signatures
from nmirf_desktop.domain.election_board import ElectionBoard, Name, in_order
from nmirf_desktop.domain.election_papers import every_election
from nmirf_desktop.domain.election_sentences import how_many_names
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.papers import Masthead, PaperSection, RecordPaper
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.said import NOTHING, Said
from nmirf_desktop.domain.symbols import KIND_LABELS, place_and_dates, symbol_of
from nmirf_desktop.i18n import N_, Catalog, Language, catalog

NO_BALLOT = N_("No ballot is open or comes next: open an election in the session first.")
CUT = N_("Each of the following sheets is copied as often as needed and cut along the lines.")
READ_OUT = N_("One stroke for each vote that is read out; each fifth stroke crosses the four before it.")
TELLERS = 2


def _asked(shown: ElectionBoard) -> tuple[int, int, tuple[Name, ...]] | None:
    """The number, the places and the names of the ballot that is open, or comes next; ``None`` without one."""
    named = shown.named
    if shown.open is not None:
        ballot = shown.open.ballot
        return ballot.number, ballot.places, tuple(named[key] for key in ballot.candidates)
    if shown.next is not None:
        return len(shown.ballots) + 1, shown.next.places, tuple(named[key] for key in shown.next.candidates)
    return None


def _paper(kind: DocumentKind, facts: RecordedMeeting, blocks: tuple[Block, ...], *, specimen: bool) -> RecordPaper:
    meeting = facts.meeting
    head = Masthead(
        symbol=symbol_of(kind, meeting),
        dated=meeting.opens_on,
        meeting=Said.of(meeting.title),
        place_and_dates=place_and_dates(meeting),
        original=meeting.title.source,
        specimen=specimen,
    )
    return RecordPaper(head, Said.words(KIND_LABELS[kind]), blocks)


def in_three(said: Said) -> Said:
    """A text in the three languages at once, each once."""
    texts = dict.fromkeys(said.read(language).text for language in Language)
    return Said.same(" / ".join(texts))


def election_sheet(kind: DocumentKind, facts: RecordedMeeting, *, specimen: bool = False) -> RecordPaper:
    """The ballot papers, or else the tally sheet, of a meeting."""
    make = ballots_paper if kind is DocumentKind.BALLOTS else tally_paper
    return make(facts, specimen=specimen)


def ballots_paper(facts: RecordedMeeting, *, specimen: bool = False) -> RecordPaper:
    """A sheet of ballot papers for each election that goes on."""
    sheets = tuple(_sheets(facts))
    blocks: tuple[Block, ...] = (Note(Said.words(CUT)), *sheets) if sheets else (Para(Said.words(NO_BALLOT)),)
    return _paper(DocumentKind.BALLOTS, facts, blocks, specimen=specimen)


def _sheets(facts: RecordedMeeting) -> Iterator[BallotPapers]:
    english = catalog(Language.EN)
    for shown in every_election(facts):
        asked = _asked(shown)
        if asked is not None:
            number, places, names = asked
            yield BallotPapers(
                in_three(Said.of(shown.election.title)),
                (in_three(Said.by(partial(_ballot, number))), *_instructions(places)),
                tuple(in_three(Said.by(one.said_in)) for one in in_order(names, english)),
            )


def _ballot(number: int, words: Catalog) -> str:
    return words.gettext("Ballot {number}").format(number=number)


def _instructions(places: int) -> Iterator[Said]:
    """How many names may be marked, a line in each language."""
    for language in Language:
        yield Said.same(how_many_names(places, catalog(language)))


def tally_paper(facts: RecordedMeeting, *, specimen: bool = False) -> RecordPaper:
    """A sheet for the tellers for each election that goes on, with their signatures."""
    sections = tuple(_tallies(facts))
    blocks: tuple[Block, ...] = (Note(Said.words(READ_OUT)),) if sections else (Para(Said.words(NO_BALLOT)),)
    paper = _paper(DocumentKind.TALLY, facts, blocks, specimen=specimen)
    return RecordPaper(paper.masthead, paper.title, paper.blocks, sections=sections)


def _tallies(facts: RecordedMeeting) -> Iterator[PaperSection]:
    for shown in every_election(facts):
        asked = _asked(shown)
        if asked is None:
            continue
        number, _places, names = asked
        columns = (
            Column(Said.words(N_("Candidate")), 1.4),
            Column(Said.words(N_("Votes, in strokes")), 3.0),
            Column(Said.words(N_("Total")), 0.7),
        )
        further = (N_("Without a name (abstention)"), N_("Invalid"), N_("Papers returned"))
        ordered = in_order(names, catalog(Language.EN))
        rows = (*(Said.by(one.said_in) for one in ordered), *map(Said.words, further))
        table = DataTable(columns, tuple((row, NOTHING, NOTHING) for row in rows), by_hand=True)
        tellers = Signatures((Signature(Said.words(N_("Teller"))),) * TELLERS)
        title = Said.by(partial(_titled, shown, number))
        yield PaperSection(title, (table, tellers))


def _titled(shown: ElectionBoard, number: int, words: Catalog) -> str:
    title = Said.of(shown.election.title).read(words.language).text.rstrip(".")
    return words.pgettext("facts in a row", " · ").join((title, _ballot(number, words)))
