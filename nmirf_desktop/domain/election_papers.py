"""The result of an election as a section of the voting record: each ballot with its figures, and who was elected."""

import datetime
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain

from nmirf_desktop.domain.blocks import Bar, BarChart, Block, Column, DataTable, Entry, Heading, Listing, Note, Para
from nmirf_desktop.domain.candidature_turns import nominated_sentence, turns
from nmirf_desktop.domain.election_board import BallotView, ElectionBoard, Line, Name, Records, board, in_order
from nmirf_desktop.domain.election_places import places_label
from nmirf_desktop.domain.election_reopened import reopened_sentence
from nmirf_desktop.domain.election_sentences import (
    acclaimed_names,
    arithmetic,
    corrected_sentence,
    elected_sentences,
    figures,
    following_sentences,
    listed,
    lot_sentence,
    withdrawn_sentence,
)
from nmirf_desktop.domain.election_slates import off_slate_sentences
from nmirf_desktop.domain.elections import KIND_LABELS, MAJORITY_LABELS, BallotKind
from nmirf_desktop.domain.papers import PaperSection
from nmirf_desktop.domain.phrases import Quoted
from nmirf_desktop.domain.practices import Question
from nmirf_desktop.domain.practised import notes
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.said import Said
from nmirf_desktop.i18n import N_, Catalog, Language, catalog


def held_elections(facts: RecordedMeeting) -> tuple[ElectionBoard, ...]:
    """Those elections of which there is something to record; one that was only opened is none (R27)."""
    return tuple(one for one in every_election(facts) if came_of(one))


def came_of(one: ElectionBoard) -> bool:
    """Whether an election elected somebody, was broken off, counted a ballot, or had announced an acclamation.

    An announcement stays on record when it was put right: it had been made in the room, whatever came of it.
    """
    ended = one.election.acclaimed_at or one.election.stopped_at
    return ended is not None or one.last is not None or bool(one.reopened)


def every_election(facts: RecordedMeeting) -> tuple[ElectionBoard, ...]:
    """The elections of a meeting, in the order in which they were opened."""
    found = []
    for one in sorted(facts.elections, key=lambda own: (own.opened_at, own.key)):
        ballots = tuple(own for own in facts.ballots if own.election == one.key)
        keys = {own.key for own in ballots}
        corrections = tuple(own for own in facts.corrections if own.ballot in keys)
        candidates = tuple(own for own in facts.candidates if own.election == one.key)
        again = tuple(own for own in facts.reopenings if own.election == one.key)
        rows = Records(one, candidates, ballots, corrections, facts.states, again, facts.nominated_at)
        found.append(board(rows))
    return tuple(found)


def ended_at(shown: ElectionBoard) -> datetime.datetime:
    """When it came to its end: a ballot, a lot, an acclamation, what was put right of one, the breaking off."""
    election = shown.election
    ballots = [at for view in shown.ballots for at in (view.ballot.closed_at, view.ballot.lot_at)]
    moments = (*ballots, *(one.at for one in shown.reopened), election.acclaimed_at, election.stopped_at)
    return max((one for one in moments if one is not None), default=election.opened_at)


def hours_entry(opened: datetime.datetime, ended: datetime.datetime) -> Entry:
    """From when to when a vote or an election was held, by the clock of the meeting; one that took days has both."""

    def said(words: Catalog) -> str:
        if opened.date() != ended.date():
            moment = words.pgettext("day and time", "{day}, {time}")
            on = (
                moment.format(day=words.date(at.date()), time=words.printed_clock(at.time())) for at in (opened, ended)
            )
            return words.pgettext("hours", "{starts}–{ends}").format(**dict(zip(("starts", "ends"), on, strict=True)))
        same = (opened.hour, opened.minute) == (ended.hour, ended.minute)
        return words.printed_clock(opened.time()) if same else words.printed_hours(opened.time(), ended.time())

    return Entry(Said.by(said), Said.by(lambda words: words.pgettext("voting record", "Time")))


def election_section(number: int, shown: ElectionBoard, facts: RecordedMeeting) -> PaperSection:
    """An election: what it filled and how, each ballot, and who was elected."""
    return PaperSection(Said.by(lambda words: _titled(number, shown, words)), tuple(_blocks(shown, facts)))


def _titled(number: int, shown: ElectionBoard, words: Catalog) -> str:
    title = Quoted(shown.election.title).said_in(words).rstrip(".")
    return words.gettext("Election {n}. {title}").format(n=number, title=title)


def _blocks(shown: ElectionBoard, facts: RecordedMeeting) -> Iterator[Block]:
    election = shown.election
    day = facts.local(election.opened_at).date()
    entitled = len(election.entitled)
    yield Listing(
        (
            Entry(
                Said.by(lambda words: words.date(day)), Said.by(lambda words: words.pgettext("election", "Opened on"))
            ),
            hours_entry(facts.local(election.opened_at), facts.local(ended_at(shown))),
            Entry(Said.by(lambda words: words.number(election.seats)), Said.words(places_label(election))),
            Entry(
                Said.by(
                    lambda words: words.ngettext("{n} member", "{n} members", entitled).format(n=words.number(entitled))
                ),
                Said.by(lambda words: words.pgettext("voting record", "Entitled to vote")),
            ),
            *_majority(shown),
            *_who_stood(shown),
        ),
        whole=True,
    )
    for _, blocks in sorted(_course(shown), key=lambda one: one[0]):
        yield from blocks
    if shown.acclaimed:
        yield Para(Said.by(partial(acclaimed_names, shown)))
    if any(off_slate_sentences(shown, catalog(Language.EN))):
        yield Para(Said.by(lambda words: " ".join(off_slate_sentences(shown, words))))
    yield Para(Said.by(lambda words: " ".join(following_sentences(shown, words))))
    yield from notes(facts.practices_on(day), Question.SECRECY, Question.ACCLAMATION)


def _majority(shown: ElectionBoard) -> Iterator[Entry]:
    """By how many votes a ballot elects, where one was taken: no votes are counted in an acclamation."""
    if any(view.closed for view in shown.ballots):
        yield Entry(Said.words(MAJORITY_LABELS[shown.election.majority]), Said.words(N_("Majority required")))


def _course(shown: ElectionBoard) -> Iterator[tuple[datetime.datetime, Iterable[Block]]]:
    """What became of an election until it elected by acclamation, each at its moment; of one moment in this order."""
    for again in shown.reopened:
        yield again.at, [Note(Said.by(partial(reopened_sentence, shown, again)))]
    if _in_turns(shown):
        for name in shown.names:
            if name.candidate.withdrawn_at is not None:
                yield name.candidate.withdrawn_at, [Para(Said.by(partial(withdrawn_sentence, name)))]
    for view in shown.ballots:
        if view.ballot.closed_at is not None:
            yield view.ballot.closed_at, _ballot(shown, view)
    for turn in turns(shown)[1:]:
        yield turn.at, [Para(Said.by(partial(nominated_sentence, turn)))]


def _in_turns(shown: ElectionBoard) -> bool:
    """Whether some came to stand after something had become of an election, so that all is told in its order."""
    return bool(shown.reopened) or len(turns(shown)) > 1


def _who_stood(shown: ElectionBoard) -> Iterator[Entry]:
    """All who stood, whenever they came to; and who of them withdrew, where that is not told in its order below."""
    stood = {one.key: one for one in (*chain(*(turn.names for turn in turns(shown))), *shown.names)}
    gone = () if _in_turns(shown) else (one for one in shown.names if one.candidate.withdrawn_at is not None)
    for names, label in ((tuple(stood.values()), N_("Candidates")), (tuple(gone), N_("Candidatures withdrawn"))):
        if names:
            yield Entry(Said.by(partial(_in_order, names)), Said.words(label))


def _in_order(names: Iterable[Name], words: Catalog) -> str:
    return words.listing(one.said_in(words) for one in in_order(names, words))


def _ballot(shown: ElectionBoard, view: BallotView) -> Iterator[Block]:
    ballot = view.ballot
    yield Heading(Said.by(lambda words: _called(view, words)))
    yield from ballot_blocks(view)
    yield _chart(view)
    reckoned = Said.by(lambda words: f"{arithmetic(ballot, shown.election.majority, view.required, words)}.")
    yield Para(reckoned)
    yield Para(Said.by(lambda words: " ".join(elected_sentences(view, words))))
    if ballot.lot_seed or len(ballot.lot) > 1:  # whom alone the Chair drew is named by the sentence on the lot
        yield Para(Said.by(lambda words: _lot(shown, view, words)))
    if ballot.lot and ballot.kind is BallotKind.TIED_FOR_LIST:
        yield Para(Said.by(partial(lot_sentence, shown, view)))
    yield from _corrected(view)


def _called(view: BallotView, words: Catalog) -> str:
    kind = words.gettext(KIND_LABELS[view.ballot.kind])
    return words.gettext("Ballot {number}: {kind}").format(number=view.ballot.number, kind=kind)


def ballot_blocks(view: BallotView) -> tuple[Block, ...]:
    """The numbers of a ballot as the Chair read them out, and the votes of each candidate; never who voted."""
    return (_figures(view), _votes(view))


def _figures(view: BallotView) -> Listing:
    """The papers that were issued, where that was entered, and the numbers as the Chair read them out."""
    papers = view.ballot.papers
    issued = papers.issued if papers is not None else 0
    before = Entry(Said.by(lambda words: words.number(issued)), Said.words(N_("Number of ballot papers issued")))

    def entry(place: int) -> Entry:
        return Entry(
            Said.by(lambda words: words.number(figures(view.ballot, view.required, words)[place][1])),
            Said.by(lambda words: figures(view.ballot, view.required, words)[place][0]),
        )

    count = len(figures(view.ballot, view.required, catalog(Language.EN)))
    return Listing((*((before,) if issued else ()), *(entry(place) for place in range(count))))


def _votes(view: BallotView) -> DataTable:
    columns = (Column(Said.words(N_("Candidate")), 3), Column(Said.words(N_("Votes obtained")), 1, figures=True))
    rows = tuple((_candidate(view, place), Said.by(partial(_number, line))) for place, line in enumerate(view.lines))
    return DataTable(columns, rows, whole=True)


def _candidate(view: BallotView, place: int) -> Said:
    """Who has the place in each language: its votes are the same, as equal ones stand in alphabetical order."""
    return Said.by(lambda words: view.lines_in(words)[place].name.said_in(words))


def _number(line: Line, words: Catalog) -> str:
    return words.number(line.votes or 0)


def _chart(view: BallotView) -> BarChart:
    def told(words: Catalog) -> str:
        parts = (
            words.pgettext("chart", "{label}: {n}").format(
                label=line.name.said_in(words), n=words.number(line.votes or 0)
            )
            for line in view.lines_in(words)
        )
        return words.gettext("Bar chart of the result. {counts}.").format(counts=words.series(parts))

    bars = (Bar(_candidate(view, place), line.votes or 0) for place, line in enumerate(view.lines))
    return BarChart(tuple(bars), Said.by(told))


def _lot(shown: ElectionBoard, view: BallotView, words: Catalog) -> str:
    """Who was drawn; with its seed, so that anybody can draw again."""
    ballot = view.ballot
    names = listed((shown.named[key] for key in ballot.lot), words)
    if not ballot.lot_seed:
        return words.gettext("The Chair drew by lot, in this order: {names}.").format(names=names)
    return words.gettext(
        "The program drew by lot, in this order: {names}. Seed: {seed}; the smallest SHA-256 of the seed, a space and "
        "the code of the State comes first."
    ).format(names=names, seed=ballot.lot_seed)


def _corrected(view: BallotView) -> Iterator[Note]:
    """The figures as first announced, where the record was corrected afterwards (R27)."""
    return (Note(Said.by(partial(corrected_sentence, view, one))) for one in view.corrections)
