"""The Chair's script: for each sitting, item by item, what the Chair says, and what follows where it goes otherwise."""

import datetime
from collections.abc import Iterator
from dataclasses import replace

from nmirf_desktop.domain.agenda import AgendaItem, ExpectedAction, Purpose
from nmirf_desktop.domain.blocks import Block, Heading, Note, Para
from nmirf_desktop.domain.chair_elections import CHAIR_INVITED
from nmirf_desktop.domain.consensus_sentences import SO_DECIDED, may_i_take_it, put_to_the_vote
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.meetings import Sitting
from nmirf_desktop.domain.naming import sentence_start
from nmirf_desktop.domain.officers import Office, office_elected
from nmirf_desktop.domain.papers import Masthead, PaperSection, RecordPaper
from nmirf_desktop.domain.practices import Practices, Question
from nmirf_desktop.domain.programme import Programme, SittingPlan, Slot
from nmirf_desktop.domain.programme_held import as_held
from nmirf_desktop.domain.programme_papers import told_by
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.said import Said
from nmirf_desktop.domain.script_elections import (
    CHAIR,
    NO_INTERRUPTION,
    acclaims,
    elected_said,
    one_ballot,
    one_elected,
    several_elected,
    words_of,
)
from nmirf_desktop.domain.script_reopening import TITLE, reopening
from nmirf_desktop.domain.silent_items import silent_said
from nmirf_desktop.domain.sittings import away_from_plan, on_its_day, pause_of, resumption, when_held
from nmirf_desktop.domain.symbols import KIND_LABELS, place_and_dates, symbol_of
from nmirf_desktop.i18n import N_, Catalog

IF, IF_OBSERVER = N_("If a member objects:"), N_("If an observer objects:")
FIRST = N_("I call to order the {sitting}. I welcome all participants, those in the room and those online.")
NEXT = N_("I call to order the {sitting}.")
TAKEN_UP = N_("We take up item {number} of the agenda.")
CONTINUED = N_("We continue the consideration of item {number} of the agenda.")
TO_BE_CONTINUED = N_("The consideration of item {number} of the agenda will be continued in the next sitting.")
INTRODUCED = N_("Introduced by:")
OPENS = N_("Whoever opens the meeting:")
UNTIL_ELECTED = N_(
    "Until a Chair is elected, the meeting is conducted by whoever opens it: the Coordinator, the outgoing Chair or a "
    "representative of the host country."
)
FOR_CHAIR, FOR_RAPPORTEUR = (
    N_("I invite proposals for the office of Chair."),
    N_("I invite proposals for the office of Rapporteur."),
)
AGENDA = N_("The provisional agenda is before the meeting. May I take it that the meeting wishes to adopt it?")
OPEN_MINUTES = N_("May I take it that the meeting wishes to approve the minutes of the previous meeting?")
MINUTES = N_("May I take it that the meeting takes note of the minutes of the previous meeting?")
READ_OUT = N_(
    "The record of decisions is before the meeting; it is read out decision by decision. Are there any corrections?"
)
ADOPT_RECORD = N_("May I take it that the meeting wishes to adopt the record of decisions?")
OPEN = N_("The floor is open. Members take the floor first, then observers, then the other participants.")
CLOSED = N_("As no other delegation wishes to speak, the discussion of this item is closed.")
NOTED = N_("If there are no further comments, may I take it that the meeting takes note of the information given?")
OBSERVER = N_(
    "I thank the observer for the statement, which will be reflected in the minutes. "
    "Consensus is established among the members of the Network."
)
ADJOURNED = N_("The sitting is adjourned. The {sitting} begins at {time} on {day}.")
ADJOURNED_UNTIL = N_("The sitting is adjourned. The {sitting} begins on [day] at [time].")
SUSPENDED = N_("The sitting is suspended. At {time} it will be resumed.")
RISES = N_("I thank all participants and the interpreters. I declare the meeting closed.")
AT_ONCE = frozenset({Purpose.OPENING, Purpose.ADOPTION, Purpose.PREVIOUS_MINUTES})
"""Items on which nobody is asked to speak before they are settled."""
NOTHING_PLANNED = N_("No item is planned for this sitting.")


def script_paper(facts: RecordedMeeting, found: Programme, *, specimen: bool = False) -> RecordPaper:
    """The paper: a section for each sitting of the programme, in the order of its items.

    After the sitting in which the closure is planned no other one is called to order, unless items are planned for it.

    It has the day on which the meeting opens, as everything that lies in the room; where it tells of a sitting that was
    held away from its plan, no earlier day than that.
    """
    meeting, found = facts.meeting, _as_held(found, facts)
    held = _held(found)
    following = (*(one.sitting for one in held[1:]), None)
    unused = found.sittings[len(held) :]
    return RecordPaper(
        masthead=Masthead(
            symbol=symbol_of(DocumentKind.SCRIPT, meeting),
            dated=max(meeting.opens_on, told_by(facts, found)),
            meeting=Said.of(meeting.title),
            place_and_dates=place_and_dates(meeting),
            original=meeting.title.source,
            specimen=specimen,
        ),
        title=Said.words(KIND_LABELS[DocumentKind.SCRIPT]),
        blocks=(),
        sections=tuple(
            PaperSection(
                _titled(facts, plan.sitting),
                _before_a_chair(
                    (
                        *_opening(plan, first=not place),
                        *_items(plan, facts),
                        *_suspended(facts, plan),
                        *(_silent(facts) if after is None and facts.over else ()),
                        _end(facts, after),
                    )
                ),
            )
            for place, (plan, after) in enumerate(zip(held, following, strict=False))
        )
        + tuple(PaperSection(_titled(facts, one.sitting), (Note(Said.words(NOTHING_PLANNED)),)) for one in unused)
        + tuple(_at_any_item(facts, found)),
    )


def _at_any_item(facts: RecordedMeeting, found: Programme) -> Iterator[PaperSection]:
    """The words for what no programme foresees, as long as the meeting may need them."""
    if found.sittings and not facts.over:
        yield PaperSection(Said.words(TITLE), tuple(reopening(facts.practices_on(facts.day))))


def _as_held(found: Programme, facts: RecordedMeeting) -> Programme:
    """Of a meeting that is over: what was dealt with beyond its time stands in its last sitting, which ends it all."""
    dealt = as_held(found, facts).dealt
    if not dealt and not (facts.over and found.left):
        return found
    last = found.sittings[-1]
    slots = [replace(one, continues=False) for one in last.slots]
    slots += [Slot(one, last.sitting.ends, last.sitting.ends) for one in dealt]
    ordered = sorted(slots, key=lambda one: one.numbered.path)
    return replace(found, sittings=(*found.sittings[:-1], replace(last, slots=tuple(ordered))))


def _silent(facts: RecordedMeeting) -> Iterator[Block]:
    """Of a meeting that is over: under which items nothing is recorded."""
    said = silent_said(facts)
    if said:
        yield Note(Said.by(said.said_in))


def _held(found: Programme) -> tuple[SittingPlan, ...]:
    """The sittings up to that in which the item of closure ends, or to a later one that has items; else all."""
    closed = any(
        slot.numbered.item.purpose is Purpose.CLOSURE and not slot.continues
        for plan in found.sittings for slot in plan.slots
    )  # fmt: skip
    last = max((place for place, plan in enumerate(found.sittings, 1) if plan.slots), default=0)
    return found.sittings[:last] if closed else found.sittings


def _titled(facts: RecordedMeeting, sitting: Sitting) -> Said:
    """A sitting and when it is planned; beside that, when it was held where that was away from its plan."""

    def said(words: Catalog) -> str:
        name, day = sentence_start(words.ordinal_sitting(sitting.number)), words.date_with_weekday(sitting.on)
        frame = words.gettext("{sitting}, {day}, {starts}–{ends}")
        starts, ends = words.printed_clock(sitting.starts), words.printed_clock(sitting.ends)
        planned, held = (
            frame.format(sitting=name, day=day, starts=starts, ends=ends),
            when_held(facts.meeting, sitting, words),
        )
        return f"{planned} ({held})" if held else planned

    return Said.by(said)


def _chair(said: Said) -> Para:
    """What the Chair says."""
    return Para(said, lead=Said.words(CHAIR))


def _opens(said: Said) -> Para:
    """What is said by whoever opens the meeting, before it has a Chair."""
    return Para(said, lead=Said.words(OPENS))


def _before_a_chair(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """A sitting in which the Chair is elected: what the Chair would say before that is said by whoever opens it."""
    leads = [one.lead if isinstance(one, Para) else None for one in blocks]
    chair, opens = Said.words(CHAIR), Said.words(OPENS)
    if opens not in leads:
        return blocks
    last = len(leads) - 1 - leads[::-1].index(opens)
    before = (replace(one, lead=opens) if isinstance(one, Para) and one.lead == chair else one for one in blocks[:last])
    return (Note(Said.words(UNTIL_ELECTED)), *before, *blocks[last:])


def _otherwise(said: Said) -> Para:
    """What the Chair says where the meeting goes another way."""
    return Para(said, lead=Said.words(IF))


def _opening(plan: SittingPlan, *, first: bool) -> Iterator[Block]:
    number = plan.sitting.number
    message = FIRST if first else NEXT
    yield _chair(Said.by(lambda words: words.gettext(message).format(sitting=words.ordinal_sitting(number))))
    if not plan.slots:
        yield Note(Said.words(NOTHING_PLANNED))


def _items(plan: SittingPlan, facts: RecordedMeeting) -> Iterator[Block]:
    """The items of a sitting; one that has parts in it is brought to its end after the last of them."""
    waiting: list[Slot] = []
    for slot in plan.slots:
        while waiting and not _within(slot, waiting[-1]):
            yield from _returned(waiting.pop(), facts)
        item = slot.numbered.item
        yield Heading(_again(item) if slot.continued else Said.of(item.title))
        yield _chair(_taken_up(slot))
        if item.presenter and not slot.continued:
            yield Para(Said.of(item.presenter), lead=Said.words(INTRODUCED))
        if any(_within(one, slot) for one in plan.slots if one is not slot):
            waiting.append(slot)
        else:
            yield from _heard(slot, facts)
    while waiting:
        yield from _returned(waiting.pop(), facts)


def _again(item: AgendaItem) -> Said:
    """The heading of an item that was taken up before: it is one item, though it stands there again."""

    def said(words: Catalog) -> str:
        title = item.title[words.language].strip()
        return words.pgettext("heading", "{title} (continued)").format(title=title) if title else ""

    found = Said.by(said)
    return Said(found.en, found.fr, found.es, item.title.source)


def _within(slot: Slot, whole: Slot) -> bool:
    """Whether an item is a part of another one."""
    path = whole.numbered.path
    return slot.numbered.path[: len(path)] == path and slot is not whole


def _returned(slot: Slot, facts: RecordedMeeting) -> Iterator[Block]:
    """An item whose parts were dealt with, where more is expected of it than that they were discussed."""
    item = slot.numbered.item
    if not slot.continues and item.purpose not in AT_ONCE and item.action is not ExpectedAction.DISCUSSION:
        yield Heading(_again(item))
        yield _chair(_numbered(CONTINUED, slot))
        yield from _concluded(item, facts.practices_on(facts.day))


def _heard(slot: Slot, facts: RecordedMeeting) -> Iterator[Block]:
    """The floor is open when an item is taken up, and the item is brought to its end in its last sitting.

    At the closure the record is before the meeting first, and the floor is open once it is adopted.
    """
    item = slot.numbered.item
    if item.purpose not in AT_ONCE | {Purpose.CLOSURE} and not slot.continued:
        yield _chair(Said.words(OPEN))
    if slot.continues:
        yield _chair(_numbered(TO_BE_CONTINUED, slot))
    else:
        yield from _settled(item, facts)


def _taken_up(slot: Slot) -> Said:
    return _numbered(CONTINUED if slot.continued else TAKEN_UP, slot)


def _numbered(message: str, slot: Slot) -> Said:
    return Said.by(lambda words: words.gettext(message).format(number=slot.numbered.reference(words.language)))


def _settled(item: AgendaItem, facts: RecordedMeeting) -> Iterator[Block]:
    """How an item is brought to its end: by its purpose where it has one, else by the action that is expected."""
    match item.purpose:
        case Purpose.OPENING:
            yield from _officers_elected(facts.practices_on(facts.day))
        case Purpose.ADOPTION:
            yield _chair(words_of(AGENDA, SO_DECIDED))
        case Purpose.PREVIOUS_MINUTES:
            yield _chair(words_of(OPEN_MINUTES if facts.minutes_open else MINUTES, SO_DECIDED))
        case Purpose.CLOSURE:
            yield _chair(words_of(READ_OUT))
            yield _chair(words_of(ADOPT_RECORD, SO_DECIDED))
            yield _chair(Said.words(OPEN))
        case _:
            yield from _concluded(item, facts.practices_on(facts.day))


def _officers_elected(practices: Practices) -> Iterator[Block]:
    """The Chair is elected under whoever opens the meeting, and conducts the election of the Rapporteur."""
    alone = acclaims(practices)
    yield _opens(Said.words(FOR_CHAIR))
    yield from one_ballot(practices)
    yield _opens(Said.by(elected_said(Office.CHAIR)) if alone else Said.words(CHAIR_INVITED))
    yield _chair(Said.words(FOR_RAPPORTEUR))
    yield from one_ballot(practices)
    if alone:
        yield _chair(Said.by(elected_said(Office.RAPPORTEUR)))


def _concluded(item: AgendaItem, practices: Practices) -> Iterator[Block]:
    match item.action:
        case ExpectedAction.INFORMATION:
            yield _chair(words_of(NOTED, SO_DECIDED))
        case ExpectedAction.DISCUSSION:
            yield _chair(Said.words(CLOSED))
        case ExpectedAction.DECISION:
            yield from _decided(practices)
        case ExpectedAction.ELECTION if (office := office_elected(item.title)) is not None:
            yield from one_elected(practices, office)
        case ExpectedAction.ELECTION:
            yield from several_elected(practices)


def _decided(practices: Practices) -> Iterator[Block]:
    """*Decision-Making Procedure* (R12, R13, R15, R25): consensus first, the vote in its absence."""
    yield _chair(Said.by(lambda words: " ".join((may_i_take_it("", words), words.gettext(SO_DECIDED)))))
    yield _otherwise(Said.by(lambda words: " ".join((put_to_the_vote("", words), words.gettext(NO_INTERRUPTION)))))
    yield Note(Said.words(practices.way(Question.TIE).sentence))
    yield Para(Said.words(OBSERVER), lead=Said.words(IF_OBSERVER))


def _suspended(facts: RecordedMeeting, plan: SittingPlan) -> Iterator[Block]:
    """Until what hour a sitting is suspended, as the Chair announces it."""
    pause = pause_of(plan.sitting, facts.pauses)
    if pause is not None and pause.resumes is not None:
        begun = facts.local(pause.suspended_at)
        at = resumption(begun, pause.resumes)

        def said(words: Catalog) -> str:
            time = on_its_day(words.time(at.time()), at.date(), begun.date(), words)
            return words.gettext(SUSPENDED).format(time=time)

        yield _chair(Said.by(said))


def _end(facts: RecordedMeeting, following: Sitting | None) -> Block:
    """What the Chair says when a sitting rises: when the next one begins, if its plan is not past already."""
    if following is None:
        return _chair(Said.words(RISES))
    begins = _begins(facts, following)

    def said(words: Catalog) -> str:
        sitting = words.ordinal_sitting(following.number)
        if begins is None:
            return words.gettext(ADJOURNED_UNTIL).format(sitting=sitting)
        day, time = words.date_with_weekday(begins), words.time(begins.time())
        return words.gettext(ADJOURNED).format(sitting=sitting, day=day, time=time)

    return _chair(Said.by(said))


def _begins(facts: RecordedMeeting, sitting: Sitting) -> datetime.datetime | None:
    """When a sitting begins, or was opened away from its plan; ``None`` where one before it was opened after that."""
    if sitting.opened_at is not None and away_from_plan(facts.meeting, sitting):
        return facts.local(sitting.opened_at).replace(tzinfo=None)
    planned = datetime.datetime.combine(sitting.on, sitting.starts)
    last = max((one.opened_at for one in facts.held_sittings if one.opened_at is not None), default=None)
    late = sitting.opened_at is None and last is not None and facts.local(last).replace(tzinfo=None) > planned
    return None if late else planned
