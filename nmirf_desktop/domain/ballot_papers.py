"""Ballot papers and the tellers' tally sheet of a meeting, for the ballot that is open or comes next.

While a vote by secret ballot is open they are its own, since no election goes on meanwhile; while an election is
open, they are those of its ballot alone.

Before the election of the Committee is opened, they are prepared from those who stand in its call for candidatures.

A ballot paper is one paper for all: it says everything in the three languages. The names stand in the English
alphabetical order of their States, as in a roll call, so that all papers are alike.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from nmirf_desktop.domain.blocks import BallotPapers, Block, Column, DataTable, Note, Para, Signature, Signatures
from nmirf_desktop.domain.candidature_papers import CandidatureRecord
from nmirf_desktop.domain.election_board import BLANK_KEY, INVALID_KEY, ElectionBoard, Name, on_papers, tally_keys
from nmirf_desktop.domain.election_papers import every_election
from nmirf_desktop.domain.election_sentences import how_many_names
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.papers import Masthead, PaperSection, RecordPaper
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.prepared_ballots import prepared
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.said import NOTHING, Said
from nmirf_desktop.domain.symbols import KIND_LABELS, place_and_dates, symbol_of
from nmirf_desktop.domain.votes_taken import vote_subject
from nmirf_desktop.domain.voting import ANSWER_LABELS, Answer, Method, Vote
from nmirf_desktop.i18n import N_, Catalog, Language, catalog

CUT = N_("Each of the following sheets is copied as often as needed and cut along the lines.")
READ_OUT = N_("One stroke for each vote that is read out; each fifth stroke crosses the four before it.")
ON_SCREEN = N_("The key beside a name counts it on the tally sheet on the screen, where the order is the same.")
ON_SCREEN_OF_A_VOTE = N_("The key beside an answer counts it on the tally sheet on the screen.")
MARKED = N_("Mark one box. A paper without a mark is an abstention; one with a mark in both boxes is invalid.")
CHOICES = (Answer.IN_FAVOUR, Answer.AGAINST)
BLANK, INVALID, RETURNED = N_("Without a name (abstention)"), N_("Invalid"), N_("Papers returned")
UNMARKED = N_("Without a mark (abstention)")
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


def in_three(said: Said, between: str = " / ") -> Said:
    """A text in the three languages at once, each once; a title has a line for each."""
    texts = dict.fromkeys(said.read(language).text for language in Language)
    return Said.same(between.join(texts))


@dataclass(frozen=True, slots=True)
class Ballots:
    """The elections for whose ballot papers are made *on* a day, and what is to be known before printing.

    *vote* is the vote by secret ballot that is open instead.
    """

    on: date
    shown: tuple[ElectionBoard, ...]
    remarks: tuple[Phrase, ...] = ()
    vote: Vote | None = None

    @property
    def none(self) -> bool:
        """Whether no paper is needed now."""
        return not self.shown and self.vote is None


def _paper(
    kind: DocumentKind, facts: RecordedMeeting, ballots: Ballots, blocks: tuple[Block, ...], *, specimen: bool
) -> RecordPaper:
    """The paper with its head: made in the room, it bears the day on which it is made."""
    meeting = facts.meeting
    head = Masthead(
        symbol=symbol_of(kind, meeting),
        dated=ballots.on,
        meeting=Said.of(meeting.title),
        place_and_dates=place_and_dates(meeting),
        original=meeting.title.source,
        specimen=specimen,
    )
    return RecordPaper(head, Said.words(KIND_LABELS[kind]), blocks)


def ballots_of(facts: RecordedMeeting, called: CandidatureRecord | None = None) -> Ballots:
    """The ballot that is open, else those that come next, else the one of the Committee that *called* is to lead to.

    Papers of another election beside an open one would be handed out with it. Remarks are said on the papers, and
    before they are issued. They are of the day on which what they are for was opened; prepared ones of the meeting's.
    """
    vote = next((one for one in facts.votes if one.open and one.method is Method.SECRET_BALLOT), None)
    if vote is not None:
        return Ballots(facts.local(vote.opened_at).date(), (), vote=vote)
    going_on = tuple(one for one in every_election(facts) if _asked(one) is not None)
    coming = prepared(facts, called) if not going_on else None
    if coming is not None:
        return Ballots(facts.meeting.opens_on, (coming.shown,), coming.remarks)
    shown = tuple(one for one in going_on if one.open is not None) or going_on
    opened = (one.open.ballot.opened_at if one.open is not None else one.election.opened_at for one in shown)
    day = max((facts.local(at).date() for at in opened), default=facts.meeting.opens_on)
    return Ballots(day, shown)


def election_sheet(
    kind: DocumentKind, facts: RecordedMeeting, ballots: Ballots, *, specimen: bool = False
) -> RecordPaper:
    """The ballot papers, or else the tally sheet, of a meeting."""
    make = ballots_paper if kind is DocumentKind.BALLOTS else tally_paper
    return make(facts, ballots, specimen=specimen)


def _said_before(ballots: Ballots, how: str) -> tuple[Block, ...]:
    """What stands on the first page: for which ballots the sheets are, the remarks, and *how* they are used."""
    known = [(shown, asked[0]) for shown in ballots.shown if (asked := _asked(shown)) is not None]
    which = (Para(Said.by(partial(_meant, shown, number))) for shown, number in known)
    return (*(Note(Said.by(one.said_in)) for one in ballots.remarks), *which, Note(Said.words(how)))


def _meant(shown: ElectionBoard, number: int, words: Catalog) -> str:
    """For which ballot of which election a sheet is."""
    return words.gettext("Made for: {ballot}.").format(ballot=_titled(shown, number, words))


def ballots_paper(facts: RecordedMeeting, ballots: Ballots, *, specimen: bool = False) -> RecordPaper:
    """A sheet of ballot papers for each election that goes on, or for the vote."""
    sheets = _sheets(ballots) if ballots.vote is None else (_sheet(ballots.vote, facts),)
    blocks = (*_said_before(ballots, CUT), *sheets)
    return _paper(DocumentKind.BALLOTS, facts, ballots, blocks, specimen=specimen)


def _sheets(ballots: Ballots) -> Iterator[BallotPapers]:
    for shown in ballots.shown:
        asked = _asked(shown)
        if asked is not None:
            number, places, names = asked
            yield BallotPapers(
                in_three(Said.of(shown.election.title), "\n"),
                (in_three(Said.by(partial(_ballot, number))), *_instructions(places)),
                tuple(in_three(Said.by(one.said_in)) for one in on_papers(names)),
            )


def _sheet(vote: Vote, facts: RecordedMeeting) -> BallotPapers:
    """Papers of a vote: what is put, and a box for each of the two answers."""
    return BallotPapers(
        in_three(Said.by(partial(_put, vote, facts)), "\n"),
        tuple(Said.same(catalog(language).gettext(MARKED)) for language in Language),
        tuple(in_three(Said.words(ANSWER_LABELS[one])) for one in CHOICES),
    )


def _put(vote: Vote, facts: RecordedMeeting, words: Catalog) -> str:
    """What is put to the vote; a motion or an appeal with its own question."""
    subject = vote_subject(vote, facts, words)
    asked = "" if vote.proposal is not None else Said.of(vote.question).read(words.language).text.rstrip(".")
    frame = words.pgettext("vote on", "{subject}: {title}")
    return frame.format(subject=subject, title=asked) if asked and asked != subject else subject


def _ballot(number: int, words: Catalog) -> str:
    return words.gettext("Ballot {number}").format(number=number)


def _instructions(places: int) -> Iterator[Said]:
    """How many names may be marked, a line in each language."""
    for language in Language:
        yield Said.same(how_many_names(places, catalog(language)))


def tally_paper(facts: RecordedMeeting, ballots: Ballots, *, specimen: bool = False) -> RecordPaper:
    """A sheet for the tellers for each election that goes on, or for the vote, with their signatures."""
    on_screen = ON_SCREEN if ballots.vote is None else ON_SCREEN_OF_A_VOTE
    blocks = (*_said_before(ballots, READ_OUT), Note(Said.words(on_screen)))
    paper = _paper(DocumentKind.TALLY, facts, ballots, blocks, specimen=specimen)
    sheets = _tallies(ballots) if ballots.vote is None else (_tally(ballots.vote, facts),)
    return RecordPaper(paper.masthead, paper.title, paper.blocks, sections=tuple(sheets))


def _tallies(ballots: Ballots) -> Iterator[PaperSection]:
    for shown in ballots.shown:
        asked = _asked(shown)
        if asked is not None:
            number, _places, names = asked
            called = tuple(Said.by(one.said_in) for one in on_papers(names))
            yield _counted(Said.by(partial(_titled, shown, number)), N_("Candidate"), called, BLANK)


def _tally(vote: Vote, facts: RecordedMeeting) -> PaperSection:
    answers = tuple(Said.words(ANSWER_LABELS[one]) for one in CHOICES)
    return _counted(Said.by(partial(_put, vote, facts)), N_("Answer"), answers, UNMARKED)


def _counted(title: Said, heading: str, called: tuple[Said, ...], blank: str) -> PaperSection:
    """A line for the strokes of each that is *called*, with its key, then those of the papers that say nothing."""
    columns = (
        Column(Said.words(heading), 1.4),
        Column(Said.words(N_("Key")), 0.4),
        Column(Said.words(N_("Votes, in strokes")), 3.0),
        Column(Said.words(N_("Total")), 0.7),
    )
    lines = (*called, *map(Said.words, (blank, INVALID, RETURNED)))
    keys = (*tally_keys(len(called)), BLANK_KEY, INVALID_KEY, "")
    rows = tuple((one, Said.same(key), NOTHING, NOTHING) for one, key in zip(lines, keys, strict=True))
    tellers = Signatures((Signature(Said.words(N_("Teller"))),) * TELLERS)
    return PaperSection(title, (DataTable(columns, rows, by_hand=True), tellers))


def _titled(shown: ElectionBoard, number: int, words: Catalog) -> str:
    title = Said.of(shown.election.title).read(words.language).text.rstrip(".")
    return words.pgettext("facts in a row", " · ").join((title, _ballot(number, words)))
