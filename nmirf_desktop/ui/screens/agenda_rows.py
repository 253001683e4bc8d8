"""The agenda as a list: numbers of the reader's language, titles indented by their level, clock times and sittings."""

import datetime
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from functools import partial

from nmirf_desktop.domain.agenda import ACTION_LABELS, AgendaItem, Numbered
from nmirf_desktop.domain.agenda_time import NO_TIME, Duration, TimeUse, item_times, sitting_minutes, weakest
from nmirf_desktop.domain.agenda_versions import FORM_LABELS, AgendaForm
from nmirf_desktop.domain.meetings import Meeting, Sitting
from nmirf_desktop.domain.naming import sentence_start
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Marked
from nmirf_desktop.domain.planning import SittingHours, overlapping
from nmirf_desktop.domain.programme import Programme, Slot
from nmirf_desktop.domain.silence import RECORD_AGREED, SilenceProcedure
from nmirf_desktop.domain.text import TextState
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.agenda import AgendaInTime
from nmirf_desktop.services.agenda_versions import AgendaStages
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Offer
from nmirf_desktop.ui.fact_rows import FactRow
from nmirf_desktop.ui.links import Link
from nmirf_desktop.ui.objectives import objectives_said
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.rows import Column, Mark
from nmirf_desktop.ui.theme import Tone
from nmirf_desktop.ui.trilingual import state_word

THREE = 3
"""So many letters tell a day of the week in each of the three languages."""
INDENT = "\N{EM SPACE}\N{EN SPACE}"
"""What a level is worth before a number."""
MARKS = {
    TextState.MISSING: Mark("circle", Tone.BAD),
    TextState.OUTDATED: Mark("circle-alert", Tone.ATTENTION),
    TextState.DRAFT: Mark("circle-dot", Tone.ATTENTION),
    TextState.REVIEWED: Mark("circle-check", Tone.GOOD),
}
"""The shape of the least ready of an item's texts."""


@dataclass(frozen=True, slots=True)
class Band:
    """A sitting in the list, above its first item, with the time *free* in it or *over*; number 0: none is left.

    *following* is how long the next sitting lasts, *unfinished* the item of which the time over is. A sitting in which
    no item begins says which one *goes_on* in it.
    """

    number: int
    on: datetime.date | None = None
    starts: datetime.time = datetime.time()
    ends: datetime.time = datetime.time()
    over: Duration = NO_TIME
    free: Duration = NO_TIME
    last: bool = True
    following: Duration = NO_TIME
    goes_on: Numbered | None = None
    unfinished: Numbered | None = None

    @property
    def full(self) -> bool:
        """Whether there is more on the agenda than the last sitting has time for."""
        return self.last and bool(self.over.minutes)

    def said_in(self, words: Catalog) -> str:
        """Which sitting, when, and how full it is."""
        if self.on is None:
            return words.gettext("No sitting has time for what follows: {over} more than there is").format(
                over=self.over.said_in(words)
            )
        return self.ways_in(words)[0]

    def ways_in(self, words: Catalog) -> tuple[str, ...]:
        """The same at length, without the day, and with the sitting by its number only: for a list of less room."""
        if self.on is None:
            return self.said_in(words), words.gettext("No sitting left: {over} more").format(
                over=self.over.said_in(words)
            )
        name = sentence_start(words.ordinal_sitting(self.number))
        day = words.pgettext("day of a sitting", "{weekday} {date}").format(
            weekday=words.weekday(self.on), date=words.short_date(self.on)
        )
        hours = words.hours(self.starts, self.ends)
        number = words.pgettext("a sitting by its number", "Sitting {n}").format(n=self.number)
        joined = words.pgettext("facts in a row", " · ").join
        full = self._fullness(words)
        return joined((name, day, hours, *full)), joined((name, hours, *full)), joined((number, hours, *full))

    def _fullness(self, words: Catalog) -> list[str]:
        """What goes on in it, and what is free, left or too much."""
        said = []
        if self.goes_on is not None:
            number = self.goes_on.reference(words.language)
            said.append(words.gettext("item {number} goes on").format(number=number))
        over = self.over.said_in(words)
        if self.over.minutes and self.last:
            said.append(words.gettext("{over} too much").format(over=over))
        elif self.unfinished is not None:
            goes = words.gettext("item {number}: {over} more in the next sitting")
            if self.over > self.following:
                goes = words.gettext("item {number}: {over} more in the sittings that follow")
            said.append(goes.format(over=over, number=self.unfinished.reference(words.language)))
        elif self.free.minutes:
            said.append(words.gettext("{free} free").format(free=self.free.said_in(words)))
        return said


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """An item in the list: its *place*, when it is taken up and on which *days*, and the sitting in which it begins.

    *passed* are the sittings before that one in which nothing begins, *rest* those behind the last item; *parts* is the
    time of its parts together.
    """

    place: Numbered
    slots: tuple[Slot, ...] = ()
    band: Band | None = None
    days: tuple[datetime.date, ...] = ()
    passed: tuple[Band, ...] = ()
    rest: tuple[Band, ...] = ()
    parts: Duration = NO_TIME

    @property
    def item(self) -> AgendaItem:
        """The item itself."""
        return self.place.item

    @property
    def disagrees(self) -> bool:
        """Whether its parts take longer than it says itself."""
        return self.item.duration is not None and self.parts.minutes > self.item.duration

    @property
    def level(self) -> int:
        """How deep it stands in the tree."""
        return self.place.level


def _bands(programme: Programme) -> list[Band]:
    """A band for each sitting that has something; one in which nothing begins says what goes on in it."""
    plans, found = programme.sittings, []
    for number, plan in enumerate(plans):
        last, one = number == len(plans) - 1, plan.sitting
        following = NO_TIME if last else Duration(sitting_minutes(plans[number + 1].sitting))
        going = plan.slots[-1].numbered if plan.slots and all(slot.continued for slot in plan.slots) else None
        if plan.slots:
            rest = next((slot.numbered for slot in plan.slots if slot.continues), None)
            when = (one.number, one.on, one.starts, one.ends)
            found.append(Band(*when, plan.over, plan.free, last, following, going, rest))
    return found


def rows(items: Iterable[Numbered], programme: Programme) -> tuple[AgendaRow, ...]:
    """The rows of an agenda with their times, and above and below them the sittings in which none begins."""
    items, bands = tuple(items), _bands(programme)
    slots: dict[Key, list[tuple[Slot, datetime.date]]] = {}
    first: dict[Key, int] = {}
    for number, plan in enumerate(plan for plan in programme.sittings if plan.slots):
        for slot in plan.slots:
            slots.setdefault(slot.numbered.item.key, []).append((slot, plan.sitting.on))
            first.setdefault(slot.numbered.item.key, number)
    none = Band(0, over=programme.over) if programme.sittings else None
    found, told, parts = [], 0, _parts(items)
    for one in items:
        key = one.item.key
        at = first.get(key, len(bands))
        passed, told = tuple(bands[told:at]), max(told, at + 1)
        when = slots.get(key, [])
        band = bands[at] if at < len(bands) else none
        found.append(
            AgendaRow(
                one, tuple(slot for slot, _ in when), band, tuple(day for _, day in when), passed,
                parts=Duration(parts.get(key, 0)),
            )
        )  # fmt: skip
    if found:
        found[-1] = replace(found[-1], rest=tuple(bands[told:]))
    return tuple(found)


def _parts(items: Collection[Numbered]) -> dict[Key, int]:
    """How long the parts of each item take together."""
    times = item_times([one.item for one in items])
    parts: dict[Key, int] = {}
    for one in items:
        if one.item.parent is not None:
            parts[one.item.parent] = parts.get(one.item.parent, 0) + times[one.item.key]
    return parts


def title_of(one: Numbered, words: Catalog) -> str:
    """An item's title in the reader's language; where it is missing, marked as in another; where there is none, so."""
    return Marked(one.item.title).said_in(words) or words.gettext("(no title in this language)")


def _item(row: AgendaRow, words: Catalog) -> str:
    title = words.pgettext("item of an agenda", "{number} {title}").format(
        number=row.place.label(words.language), title=title_of(row.place, words)
    )
    if row.item.supplementary:
        title = words.gettext("{item} (supplementary)").format(item=title)
    return INDENT * row.level + title


def _action(row: AgendaRow, words: Catalog) -> str:
    return words.gettext(ACTION_LABELS[row.item.action])


def _span(slot: Slot, words: Catalog) -> str:
    if slot.starts == slot.ends:
        return words.clock(slot.starts)
    return words.hours(slot.starts, slot.ends)


def _clock(row: AgendaRow, words: Catalog) -> str:
    """From when to when; "…" where it goes on in another sitting, or no sitting has time for all of it."""
    if not row.slots:
        return ""
    first, last = row.slots[0], row.slots[-1]
    if len(row.slots) == 1:
        return _span(first, words) + (" …" if first.continues else "")
    ends = words.clock(last.ends)
    if row.days[-1] != row.days[0]:
        short = words.pgettext("time on a day in three letters", "{weekday} {time}")
        ends = short.format(weekday=words.weekday(row.days[-1])[:THREE], time=ends)
    said = words.pgettext("time of an item over several sittings", "{starts} … {ends}")
    return said.format(starts=words.clock(first.starts), ends=ends) + (" …" if last.continues else "")


def _on_day(day: datetime.date, what: str, words: Catalog) -> str:
    said = words.pgettext("time on a day of the week", "{weekday} {time}")
    return said.format(weekday=words.weekday(day), time=what)


def _whole_clock(row: AgendaRow, words: Catalog) -> str:
    """From when to when in each sitting, with the day of the week where they are on several days."""
    spans = [_span(slot, words) for slot in row.slots]
    if len(set(row.days)) > 1:
        spans = [_on_day(day, span, words) for day, span in zip(row.days, spans, strict=True)]
    return words.listing(spans) + (" …" if row.slots and row.slots[-1].continues else "")


def _sitting(row: AgendaRow, words: Catalog) -> str:
    return words.ordinal_sitting(row.band.number) if row.band is not None and row.band.number else ""


def _time(row: AgendaRow, words: Catalog) -> str:
    return Duration(row.item.duration).said_in(words) if row.item.duration is not None else ""


def _whole_time(row: AgendaRow, words: Catalog) -> str:
    """How long it takes, and that its parts take longer."""
    if not row.disagrees:
        return _time(row, words)
    said = words.gettext("{duration}, but its parts take {parts} together, which is what counts")
    return said.format(duration=_time(row, words), parts=row.parts.said_in(words))


def _too_short(row: AgendaRow) -> Mark | None:
    return Mark("triangle-alert", Tone.ATTENTION) if row.disagrees else None


def _objectives(row: AgendaRow, words: Catalog) -> str:
    return objectives_said(row.item.objectives, words)


def _documents(row: AgendaRow, words: Catalog) -> str:
    return words.listing(row.item.documents)


def _texts(row: AgendaRow, words: Catalog) -> str:
    return state_word(weakest(row.item), words)


def _mark(row: AgendaRow) -> Mark:
    return MARKS[weakest(row.item)]


def _late(row: AgendaRow) -> Mark | None:
    """A shape where no sitting has the time for an item."""
    lacking = row.band is not None and (not row.band.number or (bool(row.slots) and row.slots[-1].continues))
    return Mark("triangle-alert", Tone.ATTENTION) if lacking else None


COLUMNS = (
    Column(N_("Item"), _item, cell=lambda one, words: _item(one, words).lstrip(INDENT), stretch=True, ease=24),
    Column(N_("Time"), _clock, whole=_whole_clock, mark=_late, spare=True),
    Column(N_("Texts"), _texts, mark=_mark, spare=True),
    Column(N_("Duration"), _time, right=True, whole=_whole_time, mark=_too_short, spare=True),
    Column(N_("Expected action"), _action, hidden=True),
    Column(N_("Sitting"), _sitting, hidden=True),
    Column(N_("Objectives"), _objectives, hidden=True, width=30),
    Column(N_("Documents"), _documents, hidden=True, width=24),
)


def time_rows(found: AgendaInTime, meeting: Key, words: Catalog) -> list[FactRow]:
    """What an agenda takes of the sittings' time, and which of them overlap, as a register of before may hold them."""
    sittings = [plan.sitting for plan in found.programme.sittings]
    clashes = [(one, overlapping(one, sittings[:at])) for at, one in enumerate(sittings)]
    overlaps = [_overlap(before, one, meeting, words) for one, before in clashes if before is not None]
    return [*overlaps, time_row(found.time, meeting, words)]


def _overlap(first: Sitting, second: Sitting, meeting: Key, words: Catalog) -> FactRow:
    said = words.gettext("The {first} and the {second} overlap, so that their time is counted twice.")
    said = said.format(first=SittingHours(first).said_in(words), second=SittingHours(second).said_in(words))
    link = Link(words.gettext("Plan the sittings"), Place("meetings", meeting))
    return FactRow((said, " ", link), mark=Mark("triangle-alert", Tone.ATTENTION))


def time_row(use: TimeUse, meeting: str, words: Catalog) -> FactRow:
    """What the agenda takes of the sittings' time, and by how much it is over-full."""
    count = words.ngettext("{n} item", "{n} items", use.items).format(n=use.items)
    planned, available = use.planned.said_in(words), use.available.said_in(words)
    note = ""
    if use.silent:
        note = words.ngettext(
            "{n} item says no duration.", "{n} items say no duration.", use.silent
        ).format(n=use.silent)  # fmt: skip
    if not use.available.minutes:
        said = words.gettext("{items}, {planned}; no sitting is planned yet.").format(items=count, planned=planned)
        link = Link(words.gettext("Plan the sittings"), Place("meetings", meeting))
        return FactRow((said, " ", link), note=note, mark=Mark("clock", Tone.MUTED))
    if use.over.minutes:
        said = words.gettext("{items}, {planned} of {available}: {over} more than the sittings give").format(
            items=count, planned=planned, available=available, over=use.over.said_in(words)
        )
        return FactRow((said,), note=note, mark=Mark("triangle-alert", Tone.ATTENTION), word=words.gettext("Over-full"))
    said = words.gettext("{items}, {planned} of {available}").format(items=count, planned=planned, available=available)
    return FactRow((said,), note=note, mark=Mark("circle-check", Tone.GOOD), word=words.gettext("It fits."))


@dataclass(frozen=True, slots=True)
class Stages:
    """How far the agenda of a *meeting* has come, as it was read; *kept* is a silence that was kept unrecorded."""

    meeting: Meeting
    standing: AgendaStages
    kept: SilenceProcedure | None

    @classmethod
    def read(cls, desk: Secretariat, meeting: Meeting, on: datetime.date) -> "Stages":
        """Those of a meeting on a day."""
        return cls(meeting, desk.agenda_versions.standing(meeting.key), desk.silences.unrecorded(meeting.key, on))


def stages_rows(stages: Stages, words: Catalog, agree: Callable[[Key], object] | None) -> list[FactRow]:
    """How far an agenda has come; where a silence on it was kept unrecorded, *agree* notes the agreement.

    ``None`` is for a register that can only be read.
    """
    found, kept = stages_row(stages.meeting, stages.standing, words), stages.kept
    if kept is None:
        return found
    text = words.gettext("Silence on the agenda was kept until {day}; that it is agreed is not recorded yet.")
    link = Link(text.format(day=words.date(kept.closes_on)), Place("committee", kept.key))
    offers = () if agree is None else (Offer(RECORD_AGREED, partial(agree, kept.key)),)
    return [FactRow((link,), mark=Mark("handshake", Tone.ATTENTION), offers=offers), *found]


def stages_row(meeting: Meeting, standing: AgendaStages, words: Catalog) -> list[FactRow]:
    """When the agenda was agreed and adopted, which version is kept, and that one was revised too late (A4)."""
    said = []
    if standing.form is AgendaForm.REVISED:
        said.append(words.gettext("Revised provisional agenda"))
    if meeting.agenda_agreed_on is not None:
        agreed = words.gettext("Agreed by the Committee on {day}")
        if meeting.agenda_agreed_by is None:
            agreed = words.gettext("Agreed on {day}")
        said.append(agreed.format(day=words.date(meeting.agenda_agreed_on)))
    if meeting.agenda_adopted_on is not None:
        adopted = words.gettext("Adopted by the meeting on {day}")
        if not standing.adopted:
            adopted = words.gettext("Adopted by the meeting on {day}, and revised since")
        said.append(adopted.format(day=words.date(meeting.agenda_adopted_on)))
    if standing.versions:
        last = standing.versions[-1]
        form = words.gettext(FORM_LABELS[last.form])
        said.append(words.gettext("Version {number}: {form}").format(number=last.number, form=form.lower()))
    found = []
    if said:
        mark = Mark("lock" if standing.adopted else "landmark", Tone.MUTED)
        found.append(FactRow((words.pgettext("facts in a row", " · ").join(said),), mark=mark, muted=True))
    if standing.revised is not None:
        late = words.gettext("Revised on {day}, after the last day for sending, {deadline}").format(
            day=words.date(standing.revised), deadline=words.date(standing.deadline)
        )
        found.append(FactRow((late,), mark=Mark("triangle-alert", Tone.ATTENTION)))
    return found
