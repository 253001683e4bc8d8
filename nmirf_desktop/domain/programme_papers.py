"""The programme of a meeting as a paper: by day and sitting, when each item is taken up by the clock of the place."""

import datetime
from collections.abc import Collection, Iterable, Iterator
from itertools import groupby
from zoneinfo import ZoneInfo

from nmirf_desktop.domain.agenda import Numbered
from nmirf_desktop.domain.agenda_papers import titled
from nmirf_desktop.domain.blocks import Block, Column, DataTable, Entry, Listing, Note, Para, Style
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.meetings import Meeting, Modality, Sitting
from nmirf_desktop.domain.naming import sentence_start
from nmirf_desktop.domain.papers import Masthead, PaperSection, RecordPaper
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.programme import Programme, SittingPlan, Slot, programme
from nmirf_desktop.domain.programme_held import Held, as_held
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.said import NOTHING, Said
from nmirf_desktop.domain.sittings import when_held
from nmirf_desktop.domain.symbols import KIND_LABELS, agenda_dated, place_and_dates, symbol_of, told_until
from nmirf_desktop.i18n import N_, Catalog

OVERFULL = N_("The agenda takes {over} more than the sittings have; what does not fit stands at the end.")


def programme_of(facts: RecordedMeeting) -> Programme:
    """The programme that a meeting's agenda and sittings give.

    Raises ``Problem`` where there is none yet: without items, or without a sitting.
    """
    symbol = {"symbol": facts.meeting.symbol}
    if not facts.items:
        raise Problem(N_("The agenda of {symbol} has no items yet."), symbol)
    if not facts.sittings:
        raise Problem(N_("No sitting of {symbol} is planned yet; plan its sittings first."), symbol)
    return programme(facts.items, facts.sittings)


def overfull(found: Programme) -> tuple[Phrase, ...]:
    """What to know before a programme leaves the house in which not everything has its time."""
    return (Phrase(OVERFULL, {"over": found.over}),) if found.over.minutes else ()


def programme_paper(facts: RecordedMeeting, found: Programme, *, specimen: bool = False) -> RecordPaper:
    """The paper: a section for each day, a table for each sitting, breaks between them, what has no time at the end.

    It is dated as the agenda is, and no earlier than the last day on which a sitting was held away from its plan.
    """
    meeting, held = facts.meeting, as_held(found, facts)
    days = [(day, list(plans)) for day, plans in groupby(held.programme.sittings, key=lambda plan: plan.sitting.on)]
    presented = any(bool(slot.numbered.item.presenter) for plan in held.programme.sittings for slot in plan.slots)
    return RecordPaper(
        masthead=Masthead(
            symbol=symbol_of(DocumentKind.PROGRAMME, meeting),
            dated=max(agenda_dated(facts), told_by(facts, found)),
            meeting=Said.of(meeting.title),
            place_and_dates=place_and_dates(meeting),
            original=meeting.title.source,
            specimen=specimen,
        ),
        title=Said.words(KIND_LABELS[DocumentKind.PROGRAMME]),
        blocks=(local_times(meeting, facts.sittings),),
        sections=(
            *(PaperSection(_day(day), tuple(_of_day(plans, facts, held, presented=presented))) for day, plans in days),
            *(_dealt_with(held) if facts.over else _left(found)),
        ),
    )


def told_by(facts: RecordedMeeting, found: Programme) -> datetime.date:
    """The last day of which a programme or a script tells, made when sittings were held; else the first of all days.

    They tell of a sitting held away from its plan, and once the meeting is over of what no sitting had time for and of
    what left no trace.
    """
    held = as_held(found, facts)
    told = facts.held_until if held.dealt or held.silent else told_until(facts)
    return told or datetime.date.min


def local_times(meeting: Meeting, sittings: Collection[Sitting]) -> Note:
    """In which zone the times of a meeting are; for who takes part from elsewhere, how far from UTC that is.

    It is the distance at the beginning of the first sitting; where summer time begins or ends between two, both.
    """
    begin = [datetime.datetime.combine(one.on, one.starts, ZoneInfo(meeting.time_zone)) for one in sittings]
    offsets = dict.fromkeys(moment.utcoffset() or datetime.timedelta() for moment in sorted(begin))

    def said(words: Catalog) -> str:
        place = words.city(meeting.time_zone)
        if meeting.modality is not Modality.IN_PERSON:
            place = words.pgettext("city of a time zone, and its distance from UTC", "{city}, {offset}").format(
                city=place, offset=words.disjunction(words.utc_offset(one) for one in offsets)
            )
        return words.gettext("All times are local ({zone}).").format(zone=place)

    return Note(Said.by(said))


def _day(day: datetime.date) -> Said:
    return Said.by(lambda words: sentence_start(words.date_with_weekday(day)))


def _of_day(plans: list[SittingPlan], facts: RecordedMeeting, held: Held, *, presented: bool) -> Iterator[Block]:
    """The sittings of a day, with the breaks between them."""
    meeting = facts.meeting
    before: SittingPlan | None = None
    for plan in plans:
        if before is not None and before.sitting.ends < plan.sitting.starts:
            yield Para(_hours_of(before.sitting.ends, plan.sitting.starts, BREAK), style=Style.ITALIC)
        without = NONE_TOLD if plan.sitting.key in held.emptied else FREE
        yield _table(plan, meeting, presented=presented) if plan.slots else Para(_sitting(plan, meeting, without))
        before = plan


BREAK = N_("{hours}: break")
SITTING = N_("{sitting}, {hours}")
FREE = N_("{sitting}, {hours}: no item is planned.")
NONE_TOLD = N_("{sitting}, {hours}: nothing recorded in the minutes.")


def _hours_of(starts: datetime.time, ends: datetime.time, message: str) -> Said:
    return Said.by(lambda words: words.gettext(message).format(hours=words.printed_hours(starts, ends)))


def _sitting(plan: SittingPlan, meeting: Meeting, message: str = SITTING) -> Said:
    """A sitting and its planned hours; beside them, when it was held where that was away from them."""
    sitting = plan.sitting

    def said(words: Catalog) -> str:
        name = sentence_start(words.ordinal_sitting(sitting.number))
        hours, held = words.printed_hours(sitting.starts, sitting.ends), when_held(meeting, sitting, words)
        return words.gettext(message).format(sitting=name, hours=f"{hours} ({held})" if held else hours)

    return Said.by(said)


def _table(plan: SittingPlan, meeting: Meeting, *, presented: bool) -> DataTable:
    columns = [
        Column(Said.words(N_("Time")), 1.5),
        Column(Said.words(N_("Item")), 0.7),
        Column(Said.words(N_("Title")), 4.5),
    ]
    if presented:
        columns.append(Column(Said.words(N_("Presented by")), 2.2))
    rows = tuple(tuple(_cells(slot, presented=presented)) for slot in plan.slots)
    return DataTable(tuple(columns), rows, caption=_sitting(plan, meeting))


def _cells(slot: Slot, *, presented: bool) -> Iterator[Said]:
    item = slot.numbered.item
    yield Said.by(lambda words: _time(slot, words))
    yield Said.by(lambda words: slot.numbered.label(words.language))
    yield titled(item)
    if presented:
        yield Said.of(item.presenter) if item.presenter else NOTHING


def _time(slot: Slot, words: Catalog) -> str:
    """From when to when, or only when for an item without duration; below it that it began in an earlier sitting."""
    said = words.printed_clock(slot.starts) if slot.starts == slot.ends else words.printed_hours(slot.starts, slot.ends)
    return "\n".join((said, words.gettext("(continued)"))) if slot.continued else said


def _left(found: Programme) -> Iterator[PaperSection]:
    """The items that no sitting has any time for."""
    if found.left:
        yield _listed(N_("As time permits"), found.left)


def _dealt_with(held: Held) -> Iterator[PaperSection]:
    """Of a meeting that is over: what was dealt with outside the time of its sittings, and what left no trace."""
    if held.dealt:
        yield _listed(N_("Also dealt with in these sittings"), held.dealt)
    if held.silent:
        yield _listed(N_("Nothing recorded in the minutes"), held.silent)


def _listed(title: str, items: Iterable[Numbered]) -> PaperSection:
    entries = tuple(
        Entry(titled(one.item), Said.by(lambda words, one=one: one.reference(words.language)))  # type: ignore[misc]
        for one in items
    )
    return PaperSection(Said.words(title), (Listing(entries),))
