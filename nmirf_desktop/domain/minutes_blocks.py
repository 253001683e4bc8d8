"""What follows a paragraph of the minutes and is never retyped: lists of States, sittings, votes, decisions."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import zip_longest

from nmirf_desktop.domain.blocks import (
    Block,
    Column,
    DataTable,
    DecisionBlock,
    Entry,
    Listing,
    Note,
    Para,
    StateColumns,
    VoteBlock,
)
from nmirf_desktop.domain.bodies import OHCHR, compared
from nmirf_desktop.domain.decision_records import outdated_in, still_to_conform
from nmirf_desktop.domain.drafted import fact_of
from nmirf_desktop.domain.drafting_committee import beside_it, committee_members, of_the_committee
from nmirf_desktop.domain.drafting_decisions import corrected_in, decision_name, matter_put
from nmirf_desktop.domain.drafting_speakers import listed_name
from nmirf_desktop.domain.election_papers import ballot_blocks, every_election
from nmirf_desktop.domain.meetings import Sitting
from nmirf_desktop.domain.naming import sentence_start
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.said import NOTHING, Said
from nmirf_desktop.domain.tally import result
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.vote_lists import paper_entry, vote_block
from nmirf_desktop.domain.vote_sentences import CONSENSUS_NOTE, DECISION, note
from nmirf_desktop.domain.voting import Decision, Mode, Outcome, Vote
from nmirf_desktop.i18n import N_, Language

MEMBERS = N_("Members represented")
OBSERVERS = N_("Observers represented")
OTHERS = N_("Other States represented")
OF_THE_COMMITTEE = N_("Members of the Executive Committee represented")

OHCHR_IN_FULL = N_("Office of the United Nations High Commissioner for Human Rights (OHCHR)")

OPERATIVE = {
    Language.EN: (
        "Adopts", "Agrees", "Also decides", "Also requests", "Appoints", "Approves", "Calls upon", "Decides",
        "Encourages", "Endorses", "Expresses its appreciation", "Further decides", "Invites", "Recommends", "Requests",
        "Takes note", "Thanks", "Urges", "Welcomes",
    ),
    Language.FR: (
        "Accueille avec satisfaction", "Adopte", "Appelle", "Approuve", "Convient", "Décide également",
        "Décide en outre", "Décide", "Demande également", "Demande", "Encourage", "Exprime sa gratitude", "Engage",
        "Fait sien", "Invite", "Nomme", "Prend note", "Prie également", "Prie", "Recommande", "Remercie", "Se félicite",
    ),
    Language.ES: (
        "Acoge con satisfacción", "Acuerda", "Agradece", "Alienta", "Aprueba", "Conviene", "Decide además",
        "Decide también", "Decide", "Exhorta", "Expresa su agradecimiento", "Hace suyo", "Invita", "Nombra",
        "Pide también", "Pide", "Recomienda", "Solicita también", "Solicita", "Toma nota",
    ),
}  # fmt: skip
"""The verbs that open an operative paragraph and are printed in italics; the longer forms before the shorter."""


def blocks_after(slot: str, facts: RecordedMeeting) -> tuple[Block, ...]:
    """The blocks that belong to the paragraph of a slot; most have none."""
    fact, key = fact_of(slot)
    match fact:
        case "sittings":
            return (sittings_table(facts),)
        case "members" | "observers" | "states":
            title, states = _classes(facts)[fact]
            return tuple(_columns(facts, title, states))
        case "participants":
            return (bodies_listed(facts.bodies),)
        case "decision":
            decided = [one for one in facts.decisions if one.key == key and one.text]
            return tuple(block for one in decided for block in _decided(one, facts))
        case "vote":
            votes = [one for one in facts.votes if one.key == key]
            return tuple(block for one in votes for block in _vote(one, facts))
        case "ballot":
            views = [one for held in every_election(facts) for one in held.ballots if one.ballot.key == key]
            return tuple(block for one in views for block in ballot_blocks(one))
        case _:
            return ()


def bodies_listed(bodies: Iterable[Trilingual]) -> Listing:
    """The bodies that were heard, each by its name."""
    return Listing(tuple(Entry(in_full(body)) for body in bodies))


def in_full(body: Trilingual) -> Said:
    """A body in a list: OHCHR, which is called by its initials elsewhere, in full."""
    return Said.words(OHCHR_IN_FULL) if compared(body) == OHCHR else listed_name(body)


def represented(facts: RecordedMeeting) -> Iterator[StateColumns]:
    """The lists of the States that took part, by class."""
    for title, states in _classes(facts).values():
        yield from _columns(facts, title, states)


def _classes(facts: RecordedMeeting) -> Mapping[str, tuple[str, tuple[StateCode, ...]]]:
    if of_the_committee(facts):
        return {
            "members": (OF_THE_COMMITTEE, facts.represented(committee_members(facts))),
            "observers": (OBSERVERS, ()),
            "states": (OTHERS, beside_it(facts)),
        }
    return {
        "members": (MEMBERS, facts.represented(facts.members)),
        "observers": (OBSERVERS, facts.represented(facts.observers)),
        "states": (OTHERS, facts.others),
    }


def _vote(vote: Vote, facts: RecordedMeeting) -> Iterator[Listing | VoteBlock]:
    """The papers of a secret ballot, as in the voting record, then the result."""
    if vote.papers is not None and vote.papers.known:
        yield Listing((paper_entry(vote.papers),))
    yield vote_block(vote, facts.voted(vote), facts.states, matter_put(facts, vote), corrected_in(facts, vote))


def _columns(facts: RecordedMeeting, title: str, states: Iterable[StateCode]) -> Iterator[StateColumns]:
    names = tuple(Said.by(facts.states[state].said_in) for state in states)
    if names:
        yield StateColumns(Said.words(title), names)


def sittings_table(facts: RecordedMeeting) -> DataTable:
    """The sittings that were held, with the times at which they were opened and closed, local to the meeting."""
    return DataTable(
        columns=(
            Column(Said.words(N_("Sitting")), 2.05),
            Column(Said.words(N_("Date")), 3.85),
            Column(Said.by(lambda words: words.pgettext("sitting", "Called to order")), 2.05),
            Column(Said.by(lambda words: words.pgettext("sitting", "Rose")), 2.05),
        ),
        rows=tuple(_sitting(facts, one) for one in facts.held_sittings),
    )


def _sitting(facts: RecordedMeeting, sitting: Sitting) -> tuple[Said, ...]:
    opened = facts.local(sitting.opened_at) if sitting.opened_at is not None else None
    closed = facts.local(sitting.closed_at) if sitting.closed_at is not None else None
    return (
        Said.by(lambda words: sentence_start(words.ordinal_sitting(sitting.number))),
        Said.by(lambda words: sentence_start(words.date_with_weekday(sitting.on if opened is None else opened))),
        NOTHING if opened is None else Said.by(lambda words: words.time(opened.time())),
        NOTHING if closed is None else Said.by(lambda words: words.time(closed.time())),
    )


def _decided(decision: Decision, facts: RecordedMeeting) -> Iterator[DecisionBlock | Note]:
    """A decision, and which versions of it were made from another text than the one that was adopted."""
    yield decision_block(decision, facts)
    behind = outdated_in(decision)
    if behind:
        yield Note(still_to_conform(behind))


def decision_block(decision: Decision, facts: RecordedMeeting) -> DecisionBlock:
    """A decision with its number, full text and the note that says how it was adopted."""
    return DecisionBlock(
        name=Said.by(lambda words: words.gettext("Decision {name}").format(name=decision_name(decision))),
        text=operative_paragraphs(decision.text),
        title=Said.of(decision.title),
        mode=_mode(decision, facts),
    )


def _mode(decision: Decision, facts: RecordedMeeting) -> Said:
    if decision.mode is Mode.CONSENSUS:
        return Said.words(CONSENSUS_NOTE)
    vote = next((one for one in facts.votes if one.key == decision.vote), None)
    if vote is None:
        return NOTHING
    tally = result(vote, facts.voted(vote))
    if tally.outcome is Outcome.NOT_ADOPTED:
        return Said.words(N_("[Declared adopted by the Chair.]"))
    matter = DECISION.named(decision_name(decision))
    return Said.by(lambda words: note(tally, vote.method, matter, words))


def how_adopted(decision: Decision, facts: RecordedMeeting) -> Said:
    """How a decision was adopted, as the note under its text says it, without the brackets."""
    noted = _mode(decision, facts)
    return Said(noted.en.strip("[]"), noted.fr.strip("[]"), noted.es.strip("[]"))


def operative_paragraphs(text: Trilingual) -> tuple[Para, ...]:
    """A decision's text line by line, its operative verbs apart so that they are set in italics.

    Where the languages differ in their number of lines, the text stays whole: paragraph n is paragraph n everywhere.
    The first line of a translation of an earlier text bears the mark of it.
    """
    lines = {language: [line.strip() for line in text[language].split("\n") if line.strip()] for language in Language}
    counts = {len(found) for found in lines.values() if found}
    if len(counts) != 1:
        return (Para(Said.of(text)),) if text else ()
    rows = zip_longest(*(lines[language] for language in Language), fillvalue="")
    first, *others = (Said(en, fr, es, text.source) for en, fr, es in rows)
    return tuple(_operative(one) for one in (replace(first, earlier=Said.of(text).earlier), *others))


def _operative(line: Said) -> Para:
    """One line; the verb is set apart only where each language that has the line begins with one."""
    parts = [_parted(text, language) for language, text in zip(Language, (line.en, line.fr, line.es), strict=True)]
    if any(rest and not verb for verb, rest in parts):
        return Para(line)
    (verb_en, en), (verb_fr, fr), (verb_es, es) = parts
    return Para(replace(line, en=en, fr=fr, es=es), lead=replace(line, en=verb_en, fr=verb_fr, es=verb_es))


def _parted(text: str, language: Language) -> tuple[str, str]:
    """The operative verb, with a number before it, and what follows; an empty verb where there is none."""
    verbs = "|".join(re.escape(verb) for verb in OPERATIVE[language])
    found = re.match(rf"((?:\d+\.\s+)?(?:{verbs}))\s+(.+)", text)
    return (found[1], found[2]) if found else ("", text)
