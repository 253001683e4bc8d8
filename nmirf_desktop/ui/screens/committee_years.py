"""The Committee's seats as a list, its mandate in a few lines, who sat when by year, and who coordinated."""

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from nmirf_desktop.domain.committee_years import Stretch, stretch_said, years_of
from nmirf_desktop.domain.committees import Coordination, Term, renewal_due_from
from nmirf_desktop.domain.elected_committees import ElectedCommittee
from nmirf_desktop.domain.meetings import Meeting, MeetingKind
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.practices import Option
from nmirf_desktop.domain.regions import region_letters, region_of
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.committees import CommitteeHistory, SeatLine
from nmirf_desktop.ui.alerts import Offer
from nmirf_desktop.ui.fact_rows import FactRow, FactRows
from nmirf_desktop.ui.groups import group_name, group_whole
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.panes import Section
from nmirf_desktop.ui.regions import REGION_HEADS, region_said
from nmirf_desktop.ui.rows import NAME, Column, Mark, region_mark
from nmirf_desktop.ui.screens.committee_forms import body_name
from nmirf_desktop.ui.theme import Tone
from nmirf_desktop.ui.timeline import SeatSpell, SeatsTimeline

BEFORE = N_("Open a call for candidatures, and put the appointment on the agenda of a meeting before that day.")
AFTER = N_("Those who sat last act until a meeting renews the Committee: put the appointment on its agenda.")


VACANT = N_("Vacant, after {state}")
NO_COORDINATOR = N_("Nobody is Coordinator: the Committee chooses one among those who hold its seats (R34).")
BY_ELECTION = N_("Appointed by election in {meeting}.")
OTHERS_ELECTED = N_("Those elected in {meeting} are not those who were appointed (R32).")
NO_DECISION = N_("The decision by which the meeting appointed the Committee is not recorded (R32).")


@dataclass(frozen=True, slots=True)
class Ways:
    """What can be done about the end of a mandate, a vacant seat, the function of Coordinator, a missing decision."""

    renewing: tuple[Offer, ...] = ()
    filling: tuple[Offer, ...] = ()
    choosing: tuple[Offer, ...] = ()
    deciding: tuple[Offer, ...] = ()


def _state(line: SeatLine, words: Catalog) -> str:
    said = line.state.said_in(words)
    return words.gettext(VACANT).format(state=said) if line.vacant else said


def _in_brief(line: SeatLine, words: Catalog) -> str:
    """In few letters, and still after whom a seat is vacant: two of them are not alike."""
    said = line.state.said_in(words)
    return words.pgettext("seat in a narrow list", "Vacant ({state})").format(state=said) if line.vacant else said


def _mark(line: SeatLine) -> Mark | None:
    """What is vacant, and who coordinates: the function itself has no column where there is little room."""
    if line.vacant:
        return Mark("triangle-alert", Tone.ATTENTION)
    return Mark("star-filled", Tone.NEUTRAL) if line.coordinates else None


def _by_state(line: SeatLine, words: Catalog) -> str:
    return words.sort_key(line.state.said_in(words))


def _person(line: SeatLine, words: Catalog) -> str:
    if line.vacant:
        return ""
    return line.person.label(words.language) if line.person else words.gettext("not named yet")


def _part(line: SeatLine, words: Catalog) -> str:
    return words.gettext("Coordinator") if line.coordinates else ""


def _first(line: SeatLine, words: Catalog) -> str:
    return words.short_date(line.first_day)


def _from(line: SeatLine, _words: Catalog) -> datetime.date:
    return line.first_day


def _last(line: SeatLine, words: Catalog) -> str:
    return words.short_date(line.last_day) if line.last_day else ""


NAMED = 12
"""So many letters of a representative are enough for the columns beside it."""
COLUMNS: tuple[Column[SeatLine], ...] = (
    Column(
        N_("State"),
        _state,
        _by_state,
        least=12,
        ease=NAME,
        mark=_mark,
        brief=_in_brief,
    ),
    Column(
        REGION_HEADS[Option.REGIONAL_GROUP],
        lambda line, words: "" if line.vacant else region_said(line.state, line.regions, words, group_name),
        mark=lambda line: None if line.vacant else region_mark(line.state, line.regions),
        whole=lambda line, words: region_said(line.state, line.regions, words, group_whole),
        brief=lambda line, words: "" if line.vacant else region_letters(line.state, line.regions, words),
        least=4,
        spare=True,
    ),
    Column(N_("Function"), _part, spare=True),
    Column(N_("Representative"), _person, ease=NAMED, stretch=True),
    Column(N_("First day"), _first, _from, cell=_from),
    Column(
        N_("Last day"),
        _last,
        lambda line, _words: line.last_day or datetime.date.max,
        cell=lambda line, _words: line.last_day,
    ),
)
"""The columns of the seats in office: who, and since when and until when; where there is no room, no function (there is
a star), and then no region, which the bars below say too."""
REGION = next(number for number, column in enumerate(COLUMNS) if column.title == REGION_HEADS[Option.REGIONAL_GROUP])
"""The column that is headed by the practice of the day."""


@dataclass(frozen=True, slots=True)
class Met:
    """The meetings, and the Committee that the one elected which appointed the Committee in office, if it did."""

    meetings: Sequence[Meeting]
    elected: ElectedCommittee | None = None


class Mandate(FactRows):
    """The mandate in course in a few lines: until when, that it is to be renewed, that it is over, what is vacant."""

    def load(self, history: CommitteeHistory, on: datetime.date, ways: Ways, met: Met) -> None:
        """Show the mandate as of a day, and what can be done about it."""
        words = self._language.words
        self.show_rows([*_mandate(history, on, ways.renewing, words), *_lacking(history, ways, met, words)])
        self.setVisible(history.current is not None)


def _mandate(
    history: CommitteeHistory, on: datetime.date, renewing: tuple[Offer, ...], words: Catalog
) -> list[FactRow]:
    current, follows = history.current, history.successor
    if current is None:
        return []
    period = current.term.period
    first, last = words.date(period.start), words.date(period.last_day or on)
    text = words.gettext("Mandate from {first} to {last}").format(first=first, last=last)
    rows = [FactRow((text,), mark=Mark("calendar-range", Tone.MUTED))]
    if current.acting:
        text = words.gettext("Acting: the mandate of {first} to {last} has ended and has not been renewed.")
        rows = [_warned(text.format(first=first, last=last), words.gettext(AFTER), renewing)]
    if follows is not None:
        text = words.gettext("The next Committee is recorded: in office from {day}.")
        rows.append(FactRow((text.format(day=words.date(follows.period.start)),), mark=Mark("check", Tone.MUTED)))
    elif not current.acting and on >= renewal_due_from(current.term):
        text = words.gettext("The mandate ends on {last}: its renewal is due.").format(last=last)
        rows.append(_warned(text, words.gettext(BEFORE), renewing))
    return rows


def _lacking(history: CommitteeHistory, ways: Ways, met: Met, words: Catalog) -> Iterator[FactRow]:
    """What the Committee in office lacks: holders of seats, a Coordinator, the decision that appointed it."""
    current = history.current
    if current is None:
        return
    if count := history.vacancies:
        if current.acting:  # nobody takes a seat any more: a fact, and nothing to be done about
            over = words.ngettext(
                "{n} seat was vacant at the end of the mandate.",
                "{n} seats were vacant at the end of the mandate.",
                count,
            )
            yield FactRow((over.format(n=count),), muted=True, mark=Mark("minus", Tone.MUTED))
        else:
            vacant = words.ngettext("{n} seat is vacant", "{n} seats are vacant", count).format(n=count)
            yield _warned(vacant, "", ways.filling)
    if history.coordinator is None and current.seats and not current.acting:
        yield _warned(words.gettext(NO_COORDINATOR), "", ways.choosing)
    yield from _act(history, current.term, ways, met, words)


def _act(history: CommitteeHistory, term: Term, ways: Ways, met: Met, words: Catalog) -> Iterator[FactRow]:
    """R32: the election by which the meeting appointed the Committee, or that its decision is missing."""
    meeting = next((one for one in met.meetings if one.key == term.meeting), None)
    if meeting is None:
        return
    if met.elected is not None and met.elected.appointed(term, history.seats):
        text = words.gettext(BY_ELECTION).format(meeting=meeting.symbol)
        yield FactRow((text,), mark=Mark("check", Tone.MUTED))
    elif met.elected is not None:
        yield _warned(words.gettext(OTHERS_ELECTED).format(meeting=meeting.symbol), "", ways.deciding)
    elif term.decision is None and meeting.kind is not MeetingKind.FOUNDING:
        yield _warned(words.gettext(NO_DECISION), "", ways.deciding)


def _warned(text: str, note: str, offers: tuple[Offer, ...]) -> FactRow:
    return FactRow((text,), note=note, mark=Mark("triangle-alert", Tone.ATTENTION), offers=offers)


class Coordinators(Section):
    """Who coordinated when, and by whom chosen, the latest first."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(N_("Coordinators"), language)
        self.rows = FactRows(language)
        self.add(self.rows)

    def load(
        self,
        history: CommitteeHistory,
        states: Mapping[StateCode, State],
        offers: Callable[[Coordination], tuple[Offer, ...]],
    ) -> None:
        """Show the coordinations that the day knows of, and what can be done to each."""
        seats = {one.key: one for one in history.seats}
        recorded = {one.key: one for one in history.coordinations}
        ordered = sorted(history.known.coordinations, key=lambda one: one.period.start, reverse=True)
        held = [one for one in ordered if not one.period.empty]
        self.setVisible(bool(held))
        self.rows.show_rows(
            self._row(one, states[seats[one.seat].state], history, offers(recorded[one.key])) for one in held
        )

    def _row(self, held: Coordination, state: State, history: CommitteeHistory, offers: tuple[Offer, ...]) -> FactRow:
        words, last = self._language.words, held.period.last_day
        now = history.coordinator is not None and history.coordinator.key == held.seat
        when = words.date_range(held.period.start, last) if last else words.date(held.period.start)
        chosen = words.gettext("Chosen by: {body}").format(body=body_name(held.appointed_by, words))
        return FactRow(
            (state.said_in(words), words.pgettext("facts in a row", " · "), when),
            note=chosen,
            mark=Mark("star-filled", Tone.NEUTRAL) if now else Mark("star", Tone.MUTED),
            offers=offers,
            key=held.key,
        )


class Years(Section):
    """Who sat in which seat, by year; the line is the day that is looked at."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(N_("By year"), language)
        self.chart = SeatsTimeline(language)
        self.add(self.chart)

    def load(
        self, history: CommitteeHistory, states: Mapping[StateCode, State], on: datetime.date, regions: Option
    ) -> None:
        """Show the mandates around a day, their regions by the scheme of that day."""
        terms, shown = history.around(on)
        words, span = self._language.words, years_of(shown, terms)
        self.chart.setAccessibleName(words.gettext("By year"))
        self.setVisible(span is not None)
        if span is not None:
            self.chart.show_seats([_spell(one, states, regions, words) for one in shown], span, on)


def _spell(one: Stretch, states: Mapping[StateCode, State], by: Option, words: Catalog) -> SeatSpell:
    state = states[one.state]
    said = stretch_said(one, state, by, words)
    letters = region_letters(state, by, words)
    return SeatSpell(
        one.row,
        state.said_in(words),
        region_of(state, by),
        letters,
        one.period,
        one.kind,
        one.coordinated,
        one.seat,
        said,
    )
