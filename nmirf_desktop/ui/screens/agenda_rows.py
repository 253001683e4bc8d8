"""The agenda as a list: numbers of the reader's language, titles indented by their level, clock times and sittings."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from nmirf_desktop.domain.agenda import ACTION_LABELS, AgendaItem, Numbered
from nmirf_desktop.domain.agenda_time import NO_TIME, Duration, TimeUse, weakest
from nmirf_desktop.domain.agenda_versions import FORM_LABELS
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.objectives import OBJECTIVE_LABELS
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.programme import Programme, SittingPlan, Slot
from nmirf_desktop.domain.silence import RECORD_AGREED
from nmirf_desktop.domain.text import TextState
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.agenda_versions import AgendaStages
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Offer
from nmirf_desktop.ui.fact_rows import FactRow
from nmirf_desktop.ui.links import Link
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.rows import Column, Mark
from nmirf_desktop.ui.theme import Tone
from nmirf_desktop.ui.trilingual import state_word

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
    """A sitting in the list, above its first item, with the time *free* in it or *over*; number 0: none is left."""

    number: int
    on: datetime.date | None = None
    starts: datetime.time = datetime.time()
    ends: datetime.time = datetime.time()
    over: Duration = NO_TIME
    free: Duration = NO_TIME
    last: bool = True

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
        name = words.ordinal_sitting(self.number)
        day = words.pgettext("day of a sitting", "{weekday} {date}").format(
            weekday=words.weekday(self.on), date=words.short_date(self.on)
        )
        said = [name[:1].upper() + name[1:], day, f"{words.clock(self.starts)}–{words.clock(self.ends)}"]
        if self.over.minutes and self.last:
            said.append(words.gettext("{over} too much").format(over=self.over.said_in(words)))
        elif self.over.minutes:
            said.append(words.gettext("{over} left for the next sitting").format(over=self.over.said_in(words)))
        elif self.free.minutes:
            said.append(words.gettext("{free} free").format(free=self.free.said_in(words)))
        return words.pgettext("facts in a row", " · ").join(said)


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """An item in the list: its *place*, when it is taken up, and the sitting in which it begins."""

    place: Numbered
    slots: tuple[Slot, ...] = ()
    band: Band | None = None

    @property
    def item(self) -> AgendaItem:
        """The item itself."""
        return self.place.item

    @property
    def level(self) -> int:
        """How deep it stands in the tree."""
        return self.place.level


def _band(plan: SittingPlan, *, last: bool) -> Band:
    one = plan.sitting
    return Band(one.number, one.on, one.starts, one.ends, plan.over, plan.free, last)


def rows(items: Iterable[Numbered], programme: Programme) -> tuple[AgendaRow, ...]:
    """The rows of an agenda with their times."""
    slots: dict[str, list[Slot]] = {}
    bands: dict[str, Band] = {}
    for plan in programme.sittings:
        band = _band(plan, last=plan is programme.sittings[-1])
        for slot in plan.slots:
            key = slot.numbered.item.key
            slots.setdefault(key, []).append(slot)
            bands.setdefault(key, band)
    none = Band(0, over=programme.over) if programme.sittings else None
    return tuple(AgendaRow(one, tuple(slots.get(one.item.key, ())), bands.get(one.item.key, none)) for one in items)


def title_of(one: Numbered, words: Catalog) -> str:
    """An item's title in the reader's language; where it is missing, that is said."""
    return one.item.title[words.language] or words.gettext("(no title in this language)")


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
    return f"{words.clock(slot.starts)}–{words.clock(slot.ends)}"


def _clock(row: AgendaRow, words: Catalog) -> str:
    """From when to when; "…" where it goes on in another sitting, or no sitting has time for all of it."""
    if not row.slots:
        return ""
    return _span(row.slots[0], words) + (" …" if row.slots[0].continues else "")


def _whole_clock(row: AgendaRow, words: Catalog) -> str:
    """From when to when in each sitting."""
    said = words.listing(_span(slot, words) for slot in row.slots)
    return said + (" …" if row.slots and row.slots[-1].continues else "")


def _sitting(row: AgendaRow, words: Catalog) -> str:
    return words.ordinal_sitting(row.band.number) if row.band is not None and row.band.number else ""


def _time(row: AgendaRow, words: Catalog) -> str:
    return Duration(row.item.duration).said_in(words) if row.item.duration is not None else ""


def _objectives(row: AgendaRow, words: Catalog) -> str:
    return words.listing(words.gettext(OBJECTIVE_LABELS[one]) for one in row.item.objectives)


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
    Column(N_("Item"), _item, cell=lambda one, words: _item(one, words).lstrip(INDENT), stretch=True),
    Column(N_("Time"), _clock, whole=_whole_clock, mark=_late),
    Column(N_("Duration"), _time, right=True, spare=True),
    Column(N_("Texts"), _texts, mark=_mark),
    Column(N_("Expected action"), _action, hidden=True),
    Column(N_("Sitting"), _sitting, hidden=True),
    Column(N_("Objectives"), _objectives, hidden=True, width=30),
    Column(N_("Documents"), _documents, hidden=True, width=24),
)


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


def stages_rows(
    desk: Secretariat, meeting: Meeting, on: datetime.date, words: Catalog, agree: Callable[[Key], object]
) -> list[FactRow]:
    """How far a meeting's agenda has come; where a silence on it was kept unrecorded, *agree* notes the agreement."""
    found = stages_row(meeting, desk.agenda_versions.standing(meeting.key), words)
    kept = desk.silences.unrecorded(meeting.key, on)
    if kept is None:
        return found
    text = words.gettext("Silence on the agenda was kept until {day}; that it is agreed is not recorded yet.")
    link = Link(text.format(day=words.date(kept.closes_on)), Place("committee", kept.key))
    offers = () if desk.store.read_only else (Offer(RECORD_AGREED, lambda: agree(kept.key)),)
    return [FactRow((link,), mark=Mark("handshake", Tone.ATTENTION), offers=offers), *found]


def stages_row(meeting: Meeting, standing: AgendaStages, words: Catalog) -> list[FactRow]:
    """When the agenda was agreed and adopted, which version is kept, and that one was revised too late (A4)."""
    said = []
    if meeting.agenda_agreed_on is not None:
        said.append(words.gettext("Agreed by the Committee on {day}").format(day=words.date(meeting.agenda_agreed_on)))
    if meeting.agenda_adopted_on is not None:
        said.append(words.gettext("Adopted by the meeting on {day}").format(day=words.date(meeting.agenda_adopted_on)))
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
