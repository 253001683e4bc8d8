"""The voting record as a paper: of each vote what it was on, how it was taken, its result, lists and every answer."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from operator import itemgetter

from nmirf_desktop.domain.amended_by import amended_by, revised_by
from nmirf_desktop.domain.blocks import (
    Bar,
    BarChart,
    Block,
    Entry,
    Listing,
    Note,
    Para,
    StateColumns,
)
from nmirf_desktop.domain.decision_papers import at_sitting, sitting_at
from nmirf_desktop.domain.drafting_decisions import (
    corrected_in,
    equal_in,
    lots_before,
    matter_of,
    objections,
    taken,
)
from nmirf_desktop.domain.drafting_sponsors import joined, tabled
from nmirf_desktop.domain.drafting_texts import texts_put
from nmirf_desktop.domain.election_board import ElectionBoard
from nmirf_desktop.domain.election_papers import election_section, ended_at, held_elections, hours_entry
from nmirf_desktop.domain.forms_adopted import accepted_in
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.minutes_papers import item_title
from nmirf_desktop.domain.papers import Masthead, PaperSection, RecordPaper
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.practised import particulars, presence_in
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.rekeyed import rekeyed_sentences
from nmirf_desktop.domain.said import Said
from nmirf_desktop.domain.symbols import KIND_LABELS, place_and_dates, symbol_of
from nmirf_desktop.domain.tally import Tally, result, standing
from nmirf_desktop.domain.vote_answers import answered
from nmirf_desktop.domain.vote_corrections import correction_sentences
from nmirf_desktop.domain.vote_lists import earlier_lots, later_corrections, lot_words, paper_entry
from nmirf_desktop.domain.vote_sentences import arithmetic, arithmetic_of_part, vote_sentence
from nmirf_desktop.domain.vote_silence import Silence, silence_of
from nmirf_desktop.domain.votes_taken import (
    METHODS,
    counted_votes,
    explained_after,
    explained_before,
    explanations,
    vote_title,
)
from nmirf_desktop.domain.voting import ANSWER_LABELS, Answer, Method, Position, Vote, VoteKind
from nmirf_desktop.domain.votings import announced_outside, suspended
from nmirf_desktop.i18n import N_, Catalog, Language

NO_VOTE = N_("No vote was taken at this meeting.")
IN_ORDER = (Silence.SILENT, Silence.ABSENT, Silence.UNTOLD)
"""How those without an answer are listed."""


def votes_paper(facts: RecordedMeeting, only: Key | None = None, *, specimen: bool = False) -> RecordPaper:
    """The votes and elections of a meeting, or one vote; ``LookupError`` for a vote that was not announced."""
    meeting, votes = facts.meeting, counted_votes(facts.votes)
    numbered = [(number, one) for number, one in enumerate(votes, 1) if only in (None, one.key)]
    if only is not None and not numbered:
        raise LookupError(only)
    elections = held_elections(facts) if only is None else ()
    broken_off = tuple(one for one in facts.votes if one.stopped_at is not None) if only is None else ()
    closed = [at for one in (*(one for _, one in numbered), *broken_off) if (at := one.closed_at or one.stopped_at)]
    last = max([*closed, *(ended_at(one) for one in elections)], default=None)
    first, *others = _written_in((*(one for _, one in numbered), *broken_off), meeting.title.source)
    return RecordPaper(
        masthead=Masthead(
            symbol=symbol_of(DocumentKind.VOTING_RECORD, meeting, None if only is None else numbered[0][0]),
            dated=(facts.held_until or meeting.closes_on) if last is None else facts.local(last).date(),
            meeting=Said.of(meeting.title),
            place_and_dates=place_and_dates(meeting),
            original=first,
            also=tuple(others),
            specimen=specimen,
        ),
        title=Said.words(KIND_LABELS[DocumentKind.VOTING_RECORD]),
        blocks=() if numbered or elections or broken_off else (Para(Said.words(NO_VOTE)),),
        sections=(*_in_order(facts, numbered, elections), *_broken_off(facts, broken_off)),
        contents=True,
    )


def _written_in(votes: Iterable[Vote], otherwise: Language) -> tuple[Language, ...]:
    """The languages in which what was put to the vote was written first.

    The question of a motion that was moved, or of an appeal, is the program's, in all three at once: where there is no
    other, nothing is known, and the record is *otherwise* in the language of its meeting.
    """
    written = (one.question for one in votes if one.motion is None and one.point is None)
    found = {question.source for question in written if question}
    return tuple(one for one in Language if one in found) or (otherwise,)


def _in_order(
    facts: RecordedMeeting, votes: Iterable[tuple[int, Vote]], elections: Iterable[ElectionBoard]
) -> Iterator[PaperSection]:
    """The *votes* with their numbers, and the elections with theirs, in the order in which the room opened them."""
    found = [
        (one.opened_at, PaperSection(vote_title(number, one, facts), tuple(_blocks(one, facts))))
        for number, one in votes
    ]
    found += [(one.election.opened_at, election_section(number, one, facts)) for number, one in enumerate(elections, 1)]
    yield from (section for _, section in sorted(found, key=itemgetter(0)))


def _broken_off(facts: RecordedMeeting, votes: Collection[Vote]) -> Iterator[PaperSection]:
    """The votes that were begun and have no result, each with why, as the minutes tell them; nothing of the answers."""
    if votes:
        told = tuple(Para(Said.of(event.text)) for one in votes for event in taken(facts, one))
        yield PaperSection(Said.words(N_("Votes broken off")), told)


def _blocks(vote: Vote, facts: RecordedMeeting) -> Iterator[Block]:
    positions = facts.voted(vote)
    tally = result(vote, positions)
    proposal = next((one for one in facts.proposals if one.key == vote.proposal), None)
    if proposal is not None:
        yield Para(Said.of(tabled(facts, proposal, vote.opened_at)))
        yield from (Para(Said.of(event.text)) for event in joined(facts, proposal, vote.opened_at))
    yield from _amended(vote, facts)
    yield from (Para(Said.of(text)) for _, text in texts_put(facts, vote))
    yield from (Para(Said.of(text)) for text in objections(facts, vote))
    called, *declared = (Para(Said.of(event.text)) for event in taken(facts, vote))
    yield called
    yield Listing(tuple(_particulars(vote, tally, facts)), whole=True)
    yield from _lot(vote, facts)
    if announced_outside(vote, facts.sittings):
        yield Note(Said.words(N_("The result was announced while no sitting was open.")))
    elif vote.closed_at is not None and suspended(vote.closed_at, facts.pauses, facts.sittings):
        yield Note(Said.words(N_("The result was announced while the sitting was suspended.")))
    yield Para(Said.by(lambda words: vote_sentence(tally, vote.method, matter_of(facts, vote), words)))
    yield from declared
    yield from _announced(vote, facts)
    yield from (Para(Said.by(one)) for one in rekeyed_sentences(vote, positions, facts.states))
    told = _silence(vote, positions, facts)
    yield _chart(tally, vote.method, told.values())
    if vote.method.named:
        yield from _lists(_answers(vote, positions), told, facts)
    yield from _explained(vote, facts)
    yield from (Note(one) for one in later_corrections(vote, positions, facts.states))
    if vote.method.named:
        yield from answered(vote, positions, facts, told)


def _amended(vote: Vote, facts: RecordedMeeting) -> Iterator[Block]:
    """By which amendments, accepted by its sponsors or adopted, a draft put as a whole was what it was (R22)."""
    proposal = facts.proposal(vote.proposal)
    if proposal is not None and vote.kind is VoteKind.PROPOSAL:
        accepted = accepted_in(proposal, facts.text_versions, vote.opened_at)
        revised = revised_by(facts, proposal, vote.opened_at) if accepted else None
        said = (revised, amended_by(facts, proposal, vote.opened_at))
        yield from (Para(Said.of(one)) for one in said if one is not None)


def _lot(vote: Vote, facts: RecordedMeeting) -> Iterator[Note]:
    """The lot of a roll call, where the program drew it, and those that it had drawn before (R19)."""
    if vote.lot_seed and vote.drawn is not None:
        first = facts.states[vote.drawn]
        yield Note(Said.by(lambda words: lot_words(first, vote.lot_seed, words)))
    before = lots_before(facts, vote)
    if before:
        yield Note(Said.by(lambda words: earlier_lots(before, words, seeds=True)))


def _explained(vote: Vote, facts: RecordedMeeting) -> Iterator[Para]:
    """Who explained its vote before and after it (R27)."""
    before, after = explanations(vote, facts)
    if before:
        yield Para(Said.by(lambda words: explained_before(tuple(facts.states[one] for one in before), words)))
    if after:
        yield Para(Said.by(lambda words: explained_after(tuple(facts.states[one] for one in after), words)))


def _particulars(vote: Vote, tally: Tally, facts: RecordedMeeting) -> Iterator[Entry]:
    """Item, sitting, hours, method, members entitled, and the count in words."""
    place = next((one for one in facts.agenda if one.item.key == vote.item), None)
    closed = vote.closed_at or vote.opened_at
    day, number, total = facts.local(closed).date(), sitting_at(facts, closed), len(vote.entitled)
    if place is not None:
        yield Entry(item_title(place), Said.by(lambda words: words.pgettext("voting record", "Agenda item")))
    when = Said.by(lambda words: at_sitting(number, day, words))
    yield Entry(when, Said.by(lambda words: words.pgettext("voting record", "Date")))
    yield hours_entry(facts.local(vote.opened_at), facts.local(closed))
    yield Entry(Said.words(METHODS[vote.method]), Said.by(lambda words: words.pgettext("voting record", "Method")))
    entitled = Said.by(lambda words: words.ngettext("{n} member", "{n} members", total).format(n=words.number(total)))
    yield Entry(entitled, Said.by(lambda words: words.pgettext("voting record", "Entitled to vote")))
    if vote.papers is not None and vote.papers.known:
        yield paper_entry(vote.papers)
    equal = equal_in(facts, vote)
    of_part = vote.kind is VoteKind.PART
    counted = Said.by(
        lambda words: f"{arithmetic_of_part(tally, words) if of_part else arithmetic(tally, words, equal)}."
    )
    yield Entry(counted, Said.by(lambda words: words.pgettext("voting record", "Count")))
    practices = facts.practices_on(facts.local(vote.opened_at).date())
    yield from particulars(practices, presence_in(practices, vote, facts.voted(vote), facts.presence), tally)


def _announced(vote: Vote, facts: RecordedMeeting) -> Iterator[Block]:
    """The totals as first announced, and why, where the record was corrected afterwards (R27)."""
    corrected = corrected_in(facts, vote)
    if corrected is not None:
        yield from (Para(Said.by(one)) for one in correction_sentences(corrected))


def _counts(tally: Tally, method: Method, silent: Collection[Silence]) -> Iterator[tuple[Answer | Silence, int]]:
    """How many gave which answer; of those without one, how many were silent, and how many were absent."""
    yield Answer.IN_FAVOUR, tally.in_favour
    yield Answer.AGAINST, tally.against
    yield Answer.ABSTAINING, tally.abstaining
    if method.named:
        if tally.not_participating:
            yield Answer.NOT_PARTICIPATING, tally.not_participating
        without = Counter(silent)
        yield from ((kind, without[kind]) for kind in IN_ORDER if without[kind])


def _chart(tally: Tally, method: Method, silent: Collection[Silence]) -> BarChart:
    """The result as a picture, whose bars have the names of the lists."""
    counts = tuple(_counts(tally, method, silent))

    def told(words: Catalog) -> str:
        parts = (
            words.pgettext("chart", "{label}: {n}").format(label=_position(answer, words), n=words.number(count))
            for answer, count in counts
        )
        return words.gettext("Bar chart of the result. {counts}.").format(counts=words.series(parts))

    return BarChart(tuple(Bar(_headed(answer), count) for answer, count in counts), Said.by(told))


def _headed(answer: Answer | Silence) -> Said:
    """What stands above those who gave an answer, or gave none."""
    return Said.by(lambda words: _position(answer, words))


def _position(answer: Answer | Silence, words: Catalog) -> str:
    """Those who gave an answer, or none, of whom there may be many: Abstaining | Abstentions | Abstenciones."""
    match answer:
        case Silence():
            return answer.said_in(words)
        case Answer.ABSTAINING:
            return words.pgettext("voting record", "Abstaining")
        case Answer.NOT_PARTICIPATING:
            return words.pgettext("voting record", "Not participating")
        case _:
            return words.gettext(ANSWER_LABELS[answer])


def _answers(vote: Vote, positions: Iterable[Position]) -> Mapping[StateCode, Answer]:
    """The answer that counts of each member; who passed to the end gave none."""
    found = standing(positions, vote.closed_at)
    answers = {state: found[state].answer if state in found else Answer.NO_ANSWER for state in vote.entitled}
    return {state: Answer.NO_ANSWER if answer is Answer.PASSED else answer for state, answer in answers.items()}


def _silence(vote: Vote, positions: Iterable[Position], facts: RecordedMeeting) -> Mapping[StateCode, Silence]:
    """Of each member that gave no answer, why, where that can be told (R20); where nobody is named, of none."""
    if not vote.method.named:
        return {}
    answers = _answers(vote, positions)
    return silence_of(vote, facts, [state for state, given in answers.items() if given is Answer.NO_ANSWER])


def _lists(
    answers: Mapping[StateCode, Answer], told: Mapping[StateCode, Silence], facts: RecordedMeeting
) -> Iterator[Block]:
    """The members by position, in columns; those without an answer by why (R20)."""
    always = (Answer.IN_FAVOUR, Answer.AGAINST, Answer.ABSTAINING)
    for answer in (*always, Answer.NOT_PARTICIPATING):
        names = _names((state for state, given in answers.items() if given is answer), facts)
        if names or answer in always:
            yield StateColumns(_headed(answer), names)
    for kind in IN_ORDER:
        names = _names((state for state, why in told.items() if why is kind), facts)
        if names:
            yield StateColumns(_headed(kind), names)


def _names(states: Iterable[StateCode], facts: RecordedMeeting) -> tuple[Said, ...]:
    return tuple(Said.by(facts.states[state].said_in) for state in states)
