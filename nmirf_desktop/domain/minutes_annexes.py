"""The annexes of minutes: participants, the agenda as adopted, the decisions, the votes; each where there are any."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from nmirf_desktop.domain.agenda import Numbered
from nmirf_desktop.domain.blocks import Block, Column, DataTable, Entry, Heading, Listing, Note
from nmirf_desktop.domain.bodies import compared
from nmirf_desktop.domain.drafted import slot
from nmirf_desktop.domain.drafting_decisions import corrected_in
from nmirf_desktop.domain.minutes_blocks import bodies_listed, decision_block, how_adopted, represented
from nmirf_desktop.domain.papers import PaperSection
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.said import Said
from nmirf_desktop.domain.tally import Tally, outcome_with, result
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.vote_corrections import CorrectedRecord, correction_in_minutes
from nmirf_desktop.domain.votes_taken import METHODS, counted_votes, vote_subject
from nmirf_desktop.domain.voting import Decision, Outcome, Vote, VoteKind
from nmirf_desktop.i18n import N_, Catalog

MANY = 40
"""More States than these are listed in an annex, and not between the paragraphs."""
PARTICIPANTS = N_("Participants")
LISTED, LISTED_IN_ONLY = N_("The participants are listed in annex I."), N_("The participants are listed in the annex.")


def apart(facts: RecordedMeeting, persons: Sequence[PaperSection]) -> bool:
    """Whether who attended is listed in an annex: where delegations are known by name, and where many were there."""
    return bool(persons) or len(facts.attended) > MANY


def listed_apart(*, only: bool) -> Note:
    """Where the lists stand that are not between the paragraphs: in the first annex, or in the *only* one."""
    return Note(Said.words(LISTED_IN_ONLY if only else LISTED))


def annexes(
    facts: RecordedMeeting, persons: Sequence[PaperSection], slots: Iterable[str], *, attendance: bool
) -> Iterator[PaperSection]:
    """The annexes; *persons* are the delegations by capacity, *slots* the facts whose paragraphs stand in the minutes.

    A decision whose paragraph a person removed has its text in the annex.
    """
    if attendance and apart(facts, persons):
        yield PaperSection(Said.words(PARTICIPANTS), (*listed(facts, persons), *_others(facts, persons)))
    if facts.meeting.agenda_adopted_on is not None and facts.items:
        entries = tuple(Entry(Said.of(place.item.title), _label(place)) for place in facts.agenda)
        yield PaperSection(Said.words(N_("Agenda as adopted")), (Listing(entries),))
    ordered = sorted(facts.decisions, key=lambda one: (one.year, one.number))
    if ordered:
        untold = [one for one in ordered if slot("decision", one.key) not in slots]
        texts = tuple(decision_block(one, facts) for one in untold)
        yield PaperSection(Said.words(N_("Decisions")), (_decisions(facts, ordered), *texts))
    votes = counted_votes(facts.votes)
    if votes:
        yield PaperSection(Said.words(N_("Voting records")), (_votes(facts, votes), *_put_right(facts, votes)))


def listed(facts: RecordedMeeting, persons: Sequence[PaperSection]) -> Iterator[Block]:
    """The delegations by capacity where persons are known, or the States alone."""
    if not persons:
        yield from represented(facts)
    for section in persons:
        yield Heading(section.title)
        yield from section.blocks


def _others(facts: RecordedMeeting, persons: Sequence[PaperSection]) -> Iterator[Block]:
    """The bodies that were heard and are not among the delegations by name."""
    named = {compared(Trilingual(text)) for section in persons for text in _cells(section)}
    bodies = tuple(one for one in facts.bodies if compared(one) not in named)
    if bodies:
        yield Heading(Said.words(N_("Other participants")))
        yield bodies_listed(bodies)


def _cells(section: PaperSection) -> Iterator[str]:
    """What the tables of a section hold, line by line, in English."""
    for block in section.blocks:
        if isinstance(block, DataTable):
            yield from (line for row in block.rows for cell in row for line in cell.en.split("\n"))


def _label(place: Numbered) -> Said:
    """The number of an item in a flat list: "5." and "5 (a)"."""
    if place.level == 0:
        return Said.by(lambda words: place.label(words.language))
    return _reference(place)


def _reference(place: Numbered) -> Said:
    return Said.by(lambda words: place.reference(words.language))


def _decisions(facts: RecordedMeeting, ordered: Sequence[Decision]) -> DataTable:
    """Each decision with its number, title, item, and how it was adopted."""
    places = {place.item.key: place for place in facts.agenda}
    columns = (
        Column(Said.words(N_("Decision")), 1.4),
        Column(Said.words(N_("Title")), 4.2),
        Column(Said.words(N_("Item")), 1),
        Column(Said.words(N_("Adoption")), 3.4),
    )
    rows = tuple(
        (
            Said.same(f"{one.year}/{one.number}"),
            Said.of(one.title),
            _reference(places[one.item]) if one.item in places else Said(),
            how_adopted(one, facts),
        )
        for one in ordered
    )
    return DataTable(columns, rows)


def _votes(facts: RecordedMeeting, votes: Sequence[Vote]) -> DataTable:
    """Each vote with its totals and its result in force: by the corrected record, or as the Chair declared it."""
    columns = (
        Column(Said.words(N_("No.")), 0.7),
        Column(Said.words(N_("Subject and method")), 5.5),
        Column(Said.words(N_("In favour")), 1, figures=True),
        Column(Said.words(N_("Against")), 1, figures=True),
        Column(Said.words(N_("Abstentions")), 1.3, figures=True),
        Column(Said.words(N_("Result")), 1.5),
    )
    return DataTable(columns, tuple(_vote(facts, number, one) for number, one in enumerate(votes, 1)))


def _vote(facts: RecordedMeeting, number: int, vote: Vote) -> tuple[Said, ...]:
    tally = result(vote, facts.voted(vote))
    outcome = outcome_with(vote, tally)
    totals = (tally.in_favour, tally.against, tally.abstaining)
    return (
        _number(number),
        Said.by(partial(_asked_and_taken, vote, facts)),
        *(_number(one) for one in totals),
        Said.by(partial(_became, vote.kind, outcome, tally)),
    )


def _asked_and_taken(vote: Vote, facts: RecordedMeeting, words: Catalog) -> str:
    """What a vote was on, and on a line of its own how it was taken: each alone would have a column too narrow."""
    return f"{_asked(vote, facts, words)}\n{words.gettext(METHODS[vote.method])}"


def _asked(vote: Vote, facts: RecordedMeeting, words: Catalog) -> str:
    """What a vote was on; of one on no text, such as a motion, also what was asked, which no heading says here."""
    subject = vote_subject(vote, facts, words)
    question = "" if facts.proposal(vote.proposal) else vote.question[words.language].strip().rstrip(".")
    return (
        words.pgettext("vote on", "{subject}: {title}").format(subject=subject, title=question) if question else subject
    )


def _put_right(facts: RecordedMeeting, votes: Sequence[Vote]) -> Iterator[Note]:
    """(silent; part E) R27: what was first announced of each vote whose record was put right, under the table."""
    for number, vote in enumerate(votes, 1):
        found = corrected_in(facts, vote)
        if found is not None:
            yield Note(Said.by(partial(_corrected, number, found)))


def _corrected(number: int, found: CorrectedRecord, words: Catalog) -> str:
    return words.gettext("Vote {n}. {subject}").format(n=number, subject=correction_in_minutes(found, words))


def _became(kind: VoteKind, outcome: Outcome, tally: Tally, words: Catalog) -> str:
    """R15: what a majority was against was rejected; what was tied was not adopted."""
    if kind is VoteKind.PART:
        if outcome is Outcome.ADOPTED:
            return words.pgettext("result of a vote", "Retained")
        return words.pgettext("result of a vote", "Not retained")
    if outcome is Outcome.ADOPTED:
        return words.pgettext("result of a vote", "Adopted")
    if tally.against > tally.in_favour:
        return words.pgettext("result of a vote", "Rejected")
    return words.pgettext("result of a vote", "Not adopted")


def _number(number: int) -> Said:
    return Said.by(lambda words: words.number(number))
