"""Decisions as papers: one with its own symbol, and the register of those of one meeting or of all."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from nmirf_desktop.domain.blocks import Block, DecisionBlock, Heading, Note, Para, Style, VoteBlock
from nmirf_desktop.domain.decision_records import (
    adopted_on_note,
    adopted_record,
    decided_at,
    in_record,
    notes_of,
    record_adopted,
)
from nmirf_desktop.domain.drafting_decisions import decision_name
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.minutes_blocks import decision_block
from nmirf_desktop.domain.minutes_papers import item_title
from nmirf_desktop.domain.naming import sentence_start
from nmirf_desktop.domain.numbers_gone import WhyGone, why_gone
from nmirf_desktop.domain.papers import Masthead, PaperSection, RecordPaper
from nmirf_desktop.domain.practices import Question
from nmirf_desktop.domain.practised import notes, presence_at, presence_in
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.said import NOTHING, Said
from nmirf_desktop.domain.symbols import KIND_LABELS, place_and_dates, symbol_of
from nmirf_desktop.domain.tally import result
from nmirf_desktop.domain.vote_lists import answers_of, later_corrections, vote_lists
from nmirf_desktop.domain.vote_sentences import note_before_lists
from nmirf_desktop.domain.voting import Decision, Mode
from nmirf_desktop.i18n import N_, Catalog, Language

NO_DECISION = N_("No decision has been adopted.")
RECORD = N_("Record of decisions")
SINCE = N_("Decided after the record of decisions was adopted")
NOT_USED = {
    WhyGone.CORRECTED: N_("Number {name} is not used: by the corrected record of the vote, the draft was not adopted."),
    WhyGone.RECONSIDERED: N_(
        "Number {name} is not used: the meeting considered the decision again and did not adopt it anew."
    ),
    WhyGone.MISTAKEN: N_("Number {name} is not used: what had it was recorded as a decision by mistake."),
}
MOST_NAMED = 3
"""So many decisions are named in the symbol of an excerpt; of more, the first, the last, and how many they are."""


def in_number_order(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Decisions in the order of their numbers."""
    return tuple(sorted(decisions, key=lambda one: (one.year, one.number)))


def decision_paper(decision: Decision, facts: RecordedMeeting, *, specimen: bool = False) -> RecordPaper:
    """One decision: title, full text, the sitting and day, and how it was adopted with the lists of a vote."""
    meeting = facts.meeting
    block = full_block(decision, facts)
    return RecordPaper(
        masthead=Masthead(
            symbol=symbol_of(DocumentKind.DECISION, meeting, decision.number),
            dated=decision.adopted_on,
            meeting=Said.of(meeting.title),
            place_and_dates=place_and_dates(meeting),
            item=_item(decision, facts),
            original=decision.language,
            specimen=specimen,
        ),
        title=block.name,
        blocks=(*_under_its_title(block, _when(decision, facts)), *_practised(decision, facts)),
        below=block.title,
    )


def _under_its_title(block: DecisionBlock, when: Said) -> Iterator[Block]:
    yield from block.text
    yield Para(when, style=Style.ITALIC)
    if block.vote is not None:
        yield block.vote
    elif block.mode:
        yield Para(block.mode, style=Style.ITALIC)
    yield from (Note(one) for one in block.notes)


def _practised(decision: Decision, facts: RecordedMeeting) -> Iterator[Note]:
    """What held on the day and is not the default: the quorum with its numbers, proxies, equal votes (R15–R17)."""
    practices = facts.practices_on(decision.adopted_on)
    vote, at = next((one for one in facts.votes if one.key == decision.vote), None), decided_at(decision, facts)
    there = None
    if vote is not None:
        there = presence_in(practices, vote, facts.voted(vote), facts.presence)
    elif at is not None:
        there = presence_at(practices, facts.members, facts.presence, at)
    if there is not None and there.asked.to_decide:
        yield Note(Said.by(lambda words: words.gettext("Quorum: {numbers}").format(numbers=there.said_in(words))))
    if vote is not None:
        yield from notes(practices, Question.TIE, Question.PROXIES)


def _days(facts: RecordedMeeting) -> Iterator[datetime.date]:
    """The days that the record of decisions tells: of each decision, and of its own adoption."""
    yield from (one.adopted_on for one in facts.decisions)
    adoption = adopted_record(facts.record_adoptions)
    if adoption is not None:
        yield facts.local(adoption.at).date()


def adopted_in(decisions: Iterable[Decision]) -> tuple[Language, ...]:
    """The languages in which decisions were adopted: what is printed of them in the others is a translation."""
    found = {one.language for one in decisions}
    return tuple(one for one in Language if one in found)


def decisions_paper(facts: RecordedMeeting, *, specimen: bool = False) -> RecordPaper:
    """The record of the decisions of one meeting, with the day on which it was adopted.

    Its original is the language in which they were, or each of those.
    """
    meeting = facts.meeting
    blocks = tuple(_recorded(facts))
    first, *others = adopted_in(facts.decisions) or (meeting.title.source,)
    return RecordPaper(
        masthead=Masthead(
            symbol=symbol_of(DocumentKind.DECISIONS, meeting),
            dated=max(_days(facts), default=facts.held_until or meeting.closes_on),
            meeting=Said.of(meeting.title),
            place_and_dates=place_and_dates(meeting),
            original=first,
            also=tuple(others),
            specimen=specimen,
        ),
        title=Said.words(RECORD),
        blocks=blocks or (Para(Said.words(NO_DECISION)),),
        below=adopted_on_note(facts) or NOTHING,
        contents=True,
    )


def _recorded(facts: RecordedMeeting) -> Iterator[Block]:
    """The decisions that the record holds; what was decided after its adoption stands apart; then the numbers gone."""
    held = in_record(facts)
    since = [one for one in in_number_order(facts.decisions) if one not in held]
    yield from (full_block(one, facts, where=True) for one in held)
    if since:
        yield Heading(Said.words(SINCE))
        yield from (full_block(one, facts, where=True) for one in since)
    yield from _numbers_gone(facts)


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which decisions of the register are printed: those of a *year*, or some by their *names* ("2027/1"); else all."""

    year: int | None = None
    names: tuple[str, ...] = ()

    @classmethod
    def of(cls, part: str | None) -> "Chosen":
        """As a request names them: "2027", or "2026/3+2027/1"."""
        if part is None:
            return cls()
        return cls(year=int(part)) if part.isdigit() else cls(names=tuple(part.split("+")))

    def holds(self, decision: Decision) -> bool:
        """Whether a decision is one of them."""
        if self.names:
            return decision_name(decision) in self.names
        return self.year in (None, decision.year)

    def among(self, decisions: Iterable[Decision], on: datetime.date) -> tuple[Decision, ...]:
        """Those of some decisions that were adopted by the end of a day."""
        return tuple(one for one in decisions if one.adopted_on <= on and self.holds(one))

    def symbol(self, whole: str) -> str:
        """The symbol of a document with them, by that of the *whole* register: one of its own."""
        if self.year is not None:
            return f"{whole}/{self.year}"
        if not self.names:
            return whole
        named = [one.replace("/", ".") for one in self.names]
        if len(named) > MOST_NAMED:
            named = [named[0], named[-1], str(len(named))]
        return f"{whole}/{'-'.join(named)}"

    @property
    def title(self) -> Said:
        """What a document with them is called."""
        if self.names:
            return Said.words(EXCERPT)
        if self.year is None:
            return _title()
        return Said.by(lambda words: words.gettext("Register of decisions for {year}").format(year=self.year))


EXCERPT = N_("Excerpt from the register of decisions")


def all_decisions_paper(
    held: Iterable[RecordedMeeting],
    on: datetime.date,
    symbol: str,
    chosen: Chosen = Chosen(),
    *,
    specimen: bool = False,
) -> RecordPaper:
    """The register of the decisions adopted by the end of a day, all or those *chosen*, meeting by meeting."""
    known = tuple(held)
    sections = tuple(_sections(known, on, chosen))
    told = chain.from_iterable(chosen.among(one.decisions, on) for one in known)
    first, *others = adopted_in(told) or (Language.EN,)
    return RecordPaper(
        masthead=Masthead(
            symbol=chosen.symbol(symbol),
            dated=on,
            meeting=Said.words(N_("Decisions of the Network")),
            original=first,
            also=tuple(others),
            specimen=specimen,
        ),
        title=chosen.title,
        blocks=() if sections else (Para(Said.words(NO_DECISION)),),
        below=as_at(on),
        sections=sections,
        contents=True,
    )


def _sections(held: Iterable[RecordedMeeting], on: datetime.date, chosen: Chosen) -> Iterator[PaperSection]:
    for facts in sorted(held, key=lambda one: (one.meeting.opens_on, one.meeting.symbol)):
        blocks = _blocks(facts, on, chosen)
        if blocks:
            note = () if not facts.record_adoptions else (Para(record_adopted(facts), style=Style.ITALIC),)
            yield PaperSection(Said.of(facts.meeting.title), (Para(place_and_dates(facts.meeting)), *note, *blocks))


def _blocks(
    facts: RecordedMeeting,
    on: datetime.date = datetime.date.max,
    chosen: Chosen = Chosen(),
) -> tuple[Block, ...]:
    adopted = in_number_order(chosen.among(facts.decisions, on))
    blocks = tuple(full_block(one, facts, where=True) for one in adopted)
    told = not chosen.names and chosen.year in (None, facts.meeting.opens_on.year)
    return (*blocks, *_numbers_gone(facts)) if told else blocks


def _numbers_gone(facts: RecordedMeeting) -> Iterator[Note]:
    """The numbers that no decision has any more, each with the reason."""
    for proposal, name in sorted(facts.numbers_gone.items(), key=lambda one: _in_order(one[1])):
        yield Note(_not_used(NOT_USED[why_gone(facts, proposal)], name))


def _in_order(name: str) -> tuple[int, ...]:
    """Where a number stands among others: "2027/10" after "2027/9"."""
    return tuple(int(part) for part in name.split("/"))


def _not_used(frame: str, name: str) -> Said:
    return Said.by(lambda words: words.gettext(frame).format(name=name))


def _title() -> Said:
    return Said.words(KIND_LABELS[DocumentKind.DECISIONS])


def as_at(day: datetime.date) -> Said:
    """The day whose facts a document tells: "as at 8 May 2027"."""
    return Said.by(lambda words: words.gettext("as at {date}").format(date=words.date(day)))


def full_block(decision: Decision, facts: RecordedMeeting, *, where: bool = False) -> DecisionBlock:
    """A decision with its text and how it was adopted: consensus, or the vote with its formula and lists.

    *where* adds the agenda item, the sitting and the day.
    """
    block, vote = decision_block(decision, facts), _vote(decision, facts)
    return replace(
        block,
        mode=NOTHING if vote is not None else block.mode,
        vote=vote,
        where=_place(decision, facts) if where else NOTHING,
        notes=notes_of(decision, facts),
    )


def _vote(decision: Decision, facts: RecordedMeeting) -> VoteBlock | None:
    """The note with the lists that follow it; nothing where there was no vote, or one by show of hands."""
    vote = next((one for one in facts.votes if one.key == decision.vote), None)
    if decision.mode is Mode.CONSENSUS or vote is None or not vote.method.named:
        return None
    positions = facts.voted(vote)
    tally = result(vote, positions)
    return VoteBlock(
        sentence=Said.by(lambda words: note_before_lists(tally, vote.method, words)),
        lists=vote_lists(answers_of(vote, positions, facts.states)),
        notes=later_corrections(vote, positions, facts.states),
    )


def sitting_at(facts: RecordedMeeting, moment: datetime.datetime | None) -> int | None:
    """The number of the sitting that was open at a moment; ``None`` where none was, or the moment is unknown."""
    for one in facts.held_sittings:
        begun, ended = one.opened_at, one.closed_at
        if moment is not None and begun is not None and begun <= moment and (ended is None or moment <= ended):
            return one.number
    return None


def at_sitting(number: int | None, day: datetime.date, words: Catalog) -> str:
    """When something was done: "2nd sitting, 26 January 2027", or the day alone."""
    date = words.date(day)
    if number is None:
        return date
    sitting = sentence_start(words.ordinal_sitting(number))
    return words.pgettext("sitting and day", "{sitting}, {date}").format(sitting=sitting, date=date)


def _when(decision: Decision, facts: RecordedMeeting) -> Said:
    number = sitting_at(facts, decided_at(decision, facts))
    return Said.by(lambda words: at_sitting(number, decision.adopted_on, words))


def _item(decision: Decision, facts: RecordedMeeting) -> Said:
    place = next((one for one in facts.agenda if one.item.key == decision.item), None)
    return NOTHING if place is None else item_title(place)


def _place(decision: Decision, facts: RecordedMeeting) -> Said:
    """Sitting, day and item; where the item has no title in a language, sitting and day alone."""
    when, item = _when(decision, facts), _item(decision, facts)
    en, fr, es = (
        f"{day}. {title}" if title else day
        for day, title in zip((when.en, when.fr, when.es), (item.en, item.fr, item.es), strict=True)
    )
    return Said(en, fr, es)
