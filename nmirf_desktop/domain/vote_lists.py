"""Who took which position, as printed under a vote: headings, lists in each language's order, later corrections."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import partial

from nmirf_desktop.domain.blocks import Entry, VoteBlock, VoteList
from nmirf_desktop.domain.lots import FirstDrawn
from nmirf_desktop.domain.naming import forms, sentence_start
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.rekeyed import rekeyed_sentences
from nmirf_desktop.domain.said import NOTHING, Said
from nmirf_desktop.domain.secret_ballots import Papers, paper_numbers
from nmirf_desktop.domain.states import State, in_order
from nmirf_desktop.domain.tally import footnotes, result, standing
from nmirf_desktop.domain.vote_corrections import CorrectedRecord, correction_in_minutes
from nmirf_desktop.domain.vote_sentences import Matter, vote_sentence
from nmirf_desktop.domain.voting import Answer, Method, Position, Vote
from nmirf_desktop.i18n import Catalog

LISTED = (Answer.IN_FAVOUR, Answer.AGAINST, Answer.ABSTAINING)
"""The positions that always have a list, even an empty one; who did not take part is listed where there is somebody."""

StateAnswer = tuple[State, Answer]


def heading(answer: Answer, words: Catalog, number: int = 2) -> str:
    """The heading of a list of so many under a decision: "In favour:" | « Ont voté pour : » | "Votos a favor:".

    Raises ``ValueError`` for an answer that has no list.
    """
    match answer:
        case Answer.IN_FAVOUR:
            return words.pgettext("list under a decision", "In favour:")
        case Answer.AGAINST:
            return words.pgettext("list under a decision", "Against:")
        case Answer.ABSTAINING:
            return words.pgettext("list under a decision", "Abstaining:")
        case Answer.NOT_PARTICIPATING:
            return words.npgettext("list under a decision", "Not participating:", "Not participating:", number)
        case Answer.PASSED | Answer.NO_ANSWER:
            raise ValueError(answer)


def heading_in_minutes(answer: Answer, words: Catalog, number: int = 2) -> str:
    """The heading of a list of so many in minutes: "In favour:" | « Votent pour : » | "Votos a favor:".

    Raises ``ValueError`` for an answer that has no list.
    """
    match answer:
        case Answer.IN_FAVOUR:
            return words.pgettext("list in minutes", "In favour:")
        case Answer.AGAINST:
            return words.pgettext("list in minutes", "Against:")
        case Answer.ABSTAINING:
            return words.pgettext("list in minutes", "Abstaining:")
        case Answer.NOT_PARTICIPATING:
            return words.npgettext("list in minutes", "Not participating:", "Not participating:", number)
        case Answer.PASSED | Answer.NO_ANSWER:
            raise ValueError(answer)


def nobody(answer: Answer, words: Catalog) -> str:
    """What an empty list says, agreeing with its heading: "None." | « Néant. » | "Ninguno." or "Ninguna."."""
    if answer is Answer.ABSTAINING:
        return words.pgettext("no abstentions", "None.")
    return words.pgettext("no votes", "None.")


def those_who(answer: Answer, answers: Iterable[StateAnswer], words: Catalog) -> tuple[State, ...]:
    """(silent; GA 87) R20: the States with one answer, in the alphabetical order of the document's language."""
    return in_order((state for state, given in answers if given is answer), words)


def line_of(answer: Answer, names: Collection[str], words: Catalog) -> str:
    """(silent; GA 87) R20: names in one line, without "and" and with a full stop: "Brazil, Mexico." or "None."."""
    if not names:
        return nobody(answer, words)
    return words.pgettext("list with its full stop", "{names}.").format(names=words.listing(names))


def vote_lists(answers: Iterable[StateAnswer], *, minutes: bool = False) -> tuple[VoteList, ...]:
    """The lists of a vote for a document, with the headings of the minutes or of a note under a decision."""
    given = tuple(answers)
    titles = heading_in_minutes if minutes else heading

    def one(answer: Answer, *, always: bool) -> VoteList:
        names = tuple(Said.by(state.said_in) for state, taken in given if taken is answer)
        return VoteList(
            heading=Said.by(lambda words: titles(answer, words, len(names))),
            names=names,
            none=Said.by(lambda words: nobody(answer, words)) if always else NOTHING,
        )

    lists = [one(answer, always=True) for answer in LISTED]
    if any(taken is Answer.NOT_PARTICIPATING for _, taken in given):
        lists.append(one(Answer.NOT_PARTICIPATING, always=False))
    return tuple(lists)


def answers_of(vote: Vote, positions: Iterable[Position], states: Mapping[StateCode, State]) -> tuple[StateAnswer, ...]:
    """The answer that stands of each State that has one, in calling order."""
    found = standing(positions, vote.closed_at)
    return tuple((states[state], found[state].answer) for state in vote.entitled if state in found)


def vote_block(
    vote: Vote,
    positions: Collection[Position],
    states: Mapping[StateCode, State],
    matter: Matter,
    corrected: CorrectedRecord | None = None,
) -> VoteBlock:
    """A vote as the minutes print it: sentence, lists (none after a show of hands) and later corrections (R27).

    Of a record that was put right both results are told, with the reason.
    """
    tally = result(vote, positions)
    named = vote.method.named
    put_right = (Said.by(partial(correction_in_minutes, corrected)),) if corrected is not None else ()
    return VoteBlock(
        sentence=Said.by(lambda words: vote_sentence(tally, vote.method, matter, words)),
        lists=vote_lists(answers_of(vote, positions, states), minutes=True) if named else (),
        notes=(
            *put_right,
            *map(Said.by, rekeyed_sentences(vote, positions, states)),
            *later_corrections(vote, positions, states),
        ),
    )


def paper_entry(papers: Papers) -> Entry:
    """How many papers of a secret ballot were issued, came back and are invalid."""
    return Entry(
        Said.by(paper_numbers(papers).said_in), Said.by(lambda words: words.pgettext("voting record", "Ballot papers"))
    )


def later_corrections(
    vote: Vote, positions: Collection[Position], states: Mapping[StateCode, State]
) -> tuple[Said, ...]:
    """(silent; GA practice) R27: what delegations said after the announcement that they had intended."""
    return tuple(_correction(states[one.state], one.answer) for one in footnotes(positions, vote.closed_at))


def _correction(state: State, intended: Answer) -> Said:
    return Said.by(lambda words: correction_note(state, intended, words))


def correction_note(state: State, intended: Answer, words: Catalog) -> str:
    """(silent; GA practice) R27: the footnote to a correction after the announcement; the totals stand.

    Raises ``ValueError`` for an answer that a delegation cannot have intended.
    """
    return _correction_frame(intended, words).format(**forms(state, words.language))


def _correction_frame(intended: Answer, words: Catalog) -> str:
    match intended:
        case Answer.IN_FAVOUR:
            return words.gettext(
                "Subsequently, the delegation {of_state} informed the secretariat that it had intended"
                " to vote in favour."
            )
        case Answer.AGAINST:
            return words.gettext(
                "Subsequently, the delegation {of_state} informed the secretariat that it had intended to vote against."
            )
        case Answer.ABSTAINING:
            return words.gettext(
                "Subsequently, the delegation {of_state} informed the secretariat that it had intended to abstain."
            )
        case Answer.NOT_PARTICIPATING:
            return words.gettext(
                "Subsequently, the delegation {of_state} informed the secretariat that it had intended"
                " not to take part in the vote."
            )
        case Answer.PASSED | Answer.NO_ANSWER:
            raise ValueError(intended)


def roll_call_start(drawn: State, words: Catalog, *, by_program: bool = False) -> str:
    """(silent; GA 87/127) R19: who was called first: "Mexico, having been drawn by lot by the Chair, …"."""
    frame = words.gettext("{the_state}, having been drawn by lot by the Chair, was called upon to vote first.")
    if by_program:
        frame = words.gettext("{the_state}, having been drawn by lot, was called upon to vote first.")
    return sentence_start(frame.format(**forms(drawn, words.language)))


def drawn_before(vote: Vote, votes: Iterable[Vote], draws: Iterable[FirstDrawn]) -> tuple[FirstDrawn, ...]:
    """(silent; GA 87/127) R19: the lots drawn for a roll call before the one that it was opened with, in their order.

    They are those since the vote before it was opened: nobody draws until it fits, unseen.
    """
    if vote.method is not Method.ROLL_CALL:
        return ()
    earlier = max((one.opened_at for one in votes if one.opened_at < vote.opened_at), default=None)
    own = (one for one in draws if one.at <= vote.opened_at and (earlier is None or one.at > earlier))
    return tuple(sorted((one for one in own if one.lot_seed != vote.lot_seed), key=lambda one: one.at))


def earlier_lots(drawn: Sequence[tuple[State, str]], words: Catalog, *, seeds: bool = False) -> str:
    """(silent; GA 87/127) R19: whom the program had drawn before; for the record with the *seeds*."""
    frame = words.pgettext("a lot", "{name} (seed {seed})") if seeds else "{name}"
    names = words.listing(frame.format(name=state.said_in(words), seed=seed) for state, seed in drawn)
    return words.gettext("The program had drawn by lot before, to be called first: {names}.").format(names=names)


def lot_words(drawn: State, seed: str, words: Catalog) -> str:
    """(silent; GA 87/127) R19: whom the program drew, and from what, so that anybody can draw again."""
    return words.gettext(
        "The program drew by lot, to be called first: {name}. Seed: {seed}; among the members entitled to vote, the "
        "smallest SHA-256 of the seed, a space and the code of the State comes first."
    ).format(name=drawn.said_in(words), seed=seed)
