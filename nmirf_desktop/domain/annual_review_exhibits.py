"""What stands beside the paragraphs of an annual review: charts of what they count, and tables of what they tell of."""

import datetime
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import partial

from nmirf_desktop.domain import annual_review_counts as said
from nmirf_desktop.domain.action_plans import PlannedAction
from nmirf_desktop.domain.actions import FollowUpAction
from nmirf_desktop.domain.activities import KIND_LABELS, Activity, ActivityLine, Attendee
from nmirf_desktop.domain.annual_review import ReviewFacts, ReviewPart, ReviewPeriod
from nmirf_desktop.domain.annual_review_drafts import by_month, counted
from nmirf_desktop.domain.annual_review_shared import named_contributions
from nmirf_desktop.domain.annual_review_work import (
    done_planned,
    due_last,
    given_up,
    late_actions,
    late_planned,
    undated,
)
from nmirf_desktop.domain.blocks import Bar, BarChart, Block, Column, Curve, Curves, DataTable, Entry, Listing
from nmirf_desktop.domain.contributions import CONTRIBUTION_LABELS, ContributionLine, contribution_state
from nmirf_desktop.domain.drafted import slot
from nmirf_desktop.domain.drafting_decisions import decision_name
from nmirf_desktop.domain.encouragement import Standing, curve, is_last_of_year
from nmirf_desktop.domain.good_practices import AREA_LABELS, GoodPractice
from nmirf_desktop.domain.naming import sentence_start
from nmirf_desktop.domain.objectives import OBJECTIVE_BRIEFS, Objective
from nmirf_desktop.domain.ohchr_support import SUPPORT_LABELS, OhchrSupport
from nmirf_desktop.domain.partnerships import PARTNERSHIP_FORM_LABELS, Partnership
from nmirf_desktop.domain.regions import scheme
from nmirf_desktop.domain.said import NOTHING, Said
from nmirf_desktop.domain.states import in_order
from nmirf_desktop.domain.symbols import place_and_dates
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Catalog, Language, catalog

BY_OBJECTIVE, BY_MONTH = N_("Activities by objective"), N_("Activities by month in which they began")
BY_REGION = N_("Activities by region of the States that took part")
MEMBERS = N_("Members and observers at the end of each year")
MEMBERS_UNTIL = N_("Members and observers at the end of each year, the last point on {day}")
YEARS_SHOWN = 12
"""So many years of members and observers at most; the period's own are the last."""


def exhibits(facts: ReviewFacts) -> Mapping[str, tuple[Block, ...]]:
    """The blocks that follow a paragraph, by its slot."""
    found = {
        slot(ReviewPart.ACTIVITIES, "objectives"): (_objectives(facts),),
        slot(ReviewPart.ACTIVITIES, "regions"): (_regions(facts),),
        slot(ReviewPart.ACTIVITIES, "months"): (_months(facts),),
        slot(ReviewPart.ACTIVITIES, "list"): _activities(facts),
        slot(ReviewPart.PRACTICES, "list"): _practices(facts, facts.practices),
        slot(ReviewPart.PRACTICES, "agreed"): _practices(facts, facts.agreed),
        slot(ReviewPart.HUB, "standing"): _contributions(facts),
        slot(ReviewPart.PARTNERSHIPS, "count"): _partnerships(facts),
        slot(ReviewPart.PARTNERSHIPS, "done"): _done(facts),
        slot(ReviewPart.SUPPORT, "given"): _support(facts),
        slot(ReviewPart.SUPPORT, "advocacy"): _advocacy(facts),
        slot(ReviewPart.MEMBERSHIP, "count"): _members(facts),
        slot(ReviewPart.MEETINGS, "held"): _meetings(facts),
        slot(ReviewPart.DECISIONS, "count"): _decisions(facts),
        slot(ReviewPart.DECISIONS, "late"): _late(late_actions(facts)),
    }
    for one in facts.plans:
        found[slot(ReviewPart.PLAN, f"done:{one.plan.key}")] = _carried_out(done_planned(one, facts))
        found[slot(ReviewPart.PLAN, f"given-up:{one.plan.key}")] = _given_up(given_up(one, facts))
        found[slot(ReviewPart.PLAN, f"late:{one.plan.key}")] = _late_planned(late_planned(one, facts), facts.on)
        found[slot(ReviewPart.PLAN, f"due:{one.plan.key}")] = _late(due_last(one, facts))
        found[slot(ReviewPart.PLAN, f"undated:{one.plan.key}")] = _undated(undated(one, facts))
    return {name: blocks for name, blocks in found.items() if blocks}


# ---- charts ----

Counting = Callable[[Catalog], list[tuple[str, int]]]


def _chart(title: str, counting: Counting) -> BarChart:
    """Bars with their labels in each language; what the chart says is its title and each count."""
    each = [counting(catalog(language)) for language in Language]
    bars = tuple(Bar(Said(*(label for label, _ in same)), same[0][1]) for same in zip(*each, strict=True))

    def told(words: Catalog) -> str:
        pattern = words.pgettext("title of a chart and its counts", "{title}: {counts}.")
        return pattern.format(title=words.gettext(title), counts=said.counts(words, counting(words)))

    return BarChart(bars, Said.by(told))


def _objectives(facts: ReviewFacts) -> BarChart:
    found = counted(facts).by_objective()
    return _chart(BY_OBJECTIVE, lambda words: [(words.gettext(OBJECTIVE_BRIEFS[one]), n) for one, n in found.items()])


def _regions(facts: ReviewFacts) -> BarChart:
    found = counted(facts).by_region(scheme(facts.ways))
    return _chart(BY_REGION, lambda words: [(words.gettext(one.short_label), n) for one, n in found.items()])


def _months(facts: ReviewFacts) -> BarChart:
    return _chart(BY_MONTH, lambda words: [(sentence_start(label), n) for label, n in by_month(facts, words)])


# ---- tables ----


def _column(heading: str, share: float) -> Column:
    return Column(Said.words(heading), share)


def _days(heading: str, share: float) -> Column:
    """A column of days, which stand on one line each."""
    return Column(Said.words(heading), share, short=True)


def _table(columns: Sequence[Column], rows: Iterable[tuple[Said, ...]]) -> tuple[Block, ...]:
    """A table of some rows without the columns in which nothing stands; nothing where there are no rows."""
    every = tuple(rows)
    if not every:
        return ()
    filled = [place for place, cells in enumerate(zip(*every, strict=True)) if any(cells)]
    return (
        DataTable(
            tuple(columns[place] for place in filled), tuple(tuple(row[place] for place in filled) for row in every)
        ),
    )


def _day(day: datetime.date | None) -> Said:
    return NOTHING if day is None else Said.by(lambda words: words.date(day))


def _text(text: Trilingual) -> Said:
    return Said.of(text) if text else NOTHING


def _activities(facts: ReviewFacts) -> tuple[Block, ...]:
    """The activities by their days, with place, kind, hosts, participants, objectives and result."""
    within = facts.period if facts.period.is_year else None
    headings = (
        _days(N_("Dates and place"), 2.2),
        _column(N_("Activity"), 3.4),
        _column(N_("Kind, participants and objectives"), 5.0),
        _column(N_("Result"), 3.8),
    )
    return _table(headings, (_activity(line, within) for line in sorted(facts.activities, key=_begun)))


def _begun(line: ActivityLine) -> tuple[datetime.date, str]:
    return line.activity.begins_on, line.key


def _activity(line: ActivityLine, year: ReviewPeriod | None) -> tuple[Said, ...]:
    """A row; its days are without the year where all are of the *year* that is reviewed."""
    one = line.activity
    short = year is not None and year.holds(one.begins_on) and year.holds(one.ends_on)
    return (
        Said.by(partial(_days_and_place, one, short=short)),
        Said.of(one.title),
        Said.by(partial(_particulars, line)),
        _text(one.result),
    )


def _days_and_place(one: Activity, words: Catalog, *, short: bool) -> str:
    """The days, and below them the place by its name: where a language has none, as it is called in the original."""
    days = (words.date_range_of_year if short else words.date_range)(one.begins_on, one.ends_on)
    place = one.place[words.language].strip() or one.place.original.strip()
    return "\n".join(filter(None, (days, place)))


def _particulars(line: ActivityLine, words: Catalog) -> str:
    """A line of the kind, one of the hosts, one of the others who took part, and one of the objectives."""
    hosts, others = ([one for one in line.attendees if one.part.host is host] for host in (True, False))
    found = [words.gettext(KIND_LABELS[line.activity.kind])]
    if hosts:
        pattern = words.ngettext("Host: {names}", "Hosts: {names}", len(hosts))
        found.append(pattern.format(names=_names(hosts, words)))
    if others:
        pattern = words.ngettext("Participant: {names}", "Participants: {names}", len(others))
        found.append(pattern.format(names=_names(others, words)))
    found.append(_objectives_said(line.activity.objectives, words))
    return "\n".join(filter(None, found))


def _names(attendees: Iterable[Attendee], words: Catalog) -> str:
    """States in the alphabetical order of the language, then partners, as running text joins them."""
    known = tuple(attendees)
    states = in_order((one.state for one in known if one.state is not None), words)
    names = [one.said_in(words) for one in states]
    names += [said.partner(words, one.partner) for one in known if one.partner is not None]
    return words.conjunction(names)


def _practices(facts: ReviewFacts, known: Iterable[GoodPractice]) -> tuple[Block, ...]:
    """The practices that may be shared; one without its State's consent is counted, and not named (R43)."""
    named = (one for one in known if one.consents(facts.on))
    rows = (
        (Said.by(facts.states[one.state].said_in), Said.of(one.title), Said.words(AREA_LABELS[one.area]))
        for one in sorted(named, key=lambda one: (one.recorded_on, one.number, one.key))
    )
    return _table((_column(N_("State"), 2.2), _column(N_("Practice"), 5), _column(N_("Area"), 2.4)), rows)


def _contributions(facts: ReviewFacts) -> tuple[Block, ...]:
    rows = (
        (
            _day(line.counted_on),
            NOTHING if line.state is None else Said.by(line.state.said_in),
            Said.of(line.contribution.title),
            Said.by(partial(_kind_and_state, line)),
        )
        for line in named_contributions(facts)
    )
    headings = (
        _days(N_("Date"), 2.0),
        _column(N_("State"), 2.0),
        _column(N_("Contribution"), 4.2),
        _column(N_("Kind and how it stands"), 2.8),
    )
    return _table(headings, rows)


def _kind_and_state(line: ContributionLine, words: Catalog) -> str:
    """A line of what is contributed, and one of how far it has come."""
    return f"{words.gettext(CONTRIBUTION_LABELS[line.contribution.kind])}\n{contribution_state(line.stands, words)}"


def _partnerships(facts: ReviewFacts) -> tuple[Block, ...]:
    rows = (
        (
            Said.of(facts.partnerships.partners[one.partner].name),
            _text(one.title),
            Said.by(partial(_form_and_objectives, one)),
            Said.by(partial(_in_force, one)),
        )
        for one in sorted(facts.partnerships.held, key=lambda one: (one.period.start, one.key))
    )
    headings = (
        _column(N_("Partner"), 3.4),
        _column(N_("Subject"), 3.2),
        _column(N_("Form and objectives"), 2.6),
        _days(N_("In force"), 2.4),
    )
    return _table(headings, rows)


def _form_and_objectives(one: Partnership, words: Catalog) -> str:
    """A line of the form, and one of the objectives where it serves any (R44)."""
    told = (words.gettext(PARTNERSHIP_FORM_LABELS[one.form]), _objectives_said(one.objectives, words))
    return "\n".join(filter(None, told))


def _objectives_said(objectives: Collection[Objective], words: Catalog) -> str:
    """Objectives by their numbers; nothing without any."""
    if not objectives:
        return ""
    pattern = words.ngettext("Objective: {numbers}", "Objectives: {numbers}", len(objectives))
    return pattern.format(numbers=words.listing(map(str, objectives)))


def _in_force(one: Partnership, words: Catalog) -> str:
    """A line of the first day of a partnership, and one of its last where it has one."""
    lines = [words.pgettext("first day of a partnership", "from {day}").format(day=words.date(one.period.start))]
    last = one.period.last_day
    if last is not None:
        lines.append(words.pgettext("last day of a partnership", "until {day}").format(day=words.date(last)))
    return "\n".join(lines)


def _done(facts: ReviewFacts) -> tuple[Block, ...]:
    rows = (
        (_day(one.on), Said.of(facts.partnerships.partners[one.partner].name), Said.of(one.text))
        for one in facts.partnerships.notes
    )
    return _table((_days(N_("Date"), 1.8), _column(N_("Partner"), 3.2), _column(N_("What was done"), 5)), rows)


def _support(facts: ReviewFacts) -> tuple[Block, ...]:
    """What OHCHR gave, of which kind, and to which State or to the Network (R45)."""
    rows = (
        (_day(one.on), Said.words(SUPPORT_LABELS[one.kind]), _for_whom(one, facts), Said.of(one.text))
        for one in facts.support.given
    )
    headings = (
        _days(N_("Date"), 1.8),
        _column(N_("Support"), 2.2),
        _column(N_("For whom"), 2),
        _column(N_("What was done"), 5),
    )
    return _table(headings, rows)


def _for_whom(one: OhchrSupport, facts: ReviewFacts) -> Said:
    state = None if one.state is None else facts.states.get(one.state)
    return Said.words(N_("The Network")) if state is None else Said.by(state.said_in)


def _advocacy(facts: ReviewFacts) -> tuple[Block, ...]:
    listed = tuple(Entry(Said.of(one.text), _day(one.on)) for one in facts.support.advocacy)
    return (Listing(listed),) if listed else ()


def _members(facts: ReviewFacts) -> tuple[Block, ...]:
    """Members and observers year by year, as curves and as a table."""
    begun = [one.period.start for one in facts.memberships]
    if not begun:
        return ()
    years = curve(facts.memberships, min(begun), facts.on)[-YEARS_SHOWN:]
    rows = tuple((Said.same(str(one.year)), _number(one.members), _number(one.observers)) for one in years)
    columns = (
        Column(Said.words(N_("Year")), 1.4),
        Column(Said.words(N_("Members")), 1.4, figures=True),
        Column(Said.words(N_("Observers")), 1.4, figures=True),
    )
    drawn = Curves(
        tuple(one.year for one in years),
        (
            Curve(Said.words(N_("Members")), tuple(one.members for one in years)),
            Curve(Said.words(N_("Observers")), tuple(one.observers for one in years)),
        ),
        Said.by(partial(_standings, years, facts.on)),
    )
    return (drawn, DataTable(columns, rows, whole=True))


def _standings(years: Sequence[Standing], on: datetime.date, words: Catalog) -> str:
    """Year by year, how many members and observers there were; in a year that is not over on a day, on that day."""
    pattern = words.pgettext("what was counted in a year", "{year}, {members} and {observers}")
    told = (
        pattern.format(
            year=one.year,
            members=said.in_figures(words, said.MEMBER, one.members),
            observers=said.in_figures(words, said.OBSERVER, one.observers),
        )
        for one in years
    )
    title = words.pgettext("title of a chart and its counts", "{title}: {counts}.")
    of = words.gettext(MEMBERS if is_last_of_year(on) else MEMBERS_UNTIL).format(day=words.date(on))
    return title.format(title=of, counts=words.series(told))


def _number(count: int) -> Said:
    return Said.by(lambda words: words.number(count))


def _meetings(facts: ReviewFacts) -> tuple[Block, ...]:
    held = sorted(facts.meetings, key=lambda one: (one.opens_on, one.key))
    rows = ((Said.same(one.symbol), Said.of(one.title), place_and_dates(one)) for one in held)
    return _table((_column(N_("Symbol"), 2.2), _column(N_("Meeting"), 4), _column(N_("Place and dates"), 4)), rows)


def _decisions(facts: ReviewFacts) -> tuple[Block, ...]:
    ordered = sorted(facts.decisions, key=lambda one: (one.year, one.number))
    rows = ((Said.same(decision_name(one)), Said.of(one.title), _day(one.adopted_on)) for one in ordered)
    return _table((_column(N_("Decision"), 1.4), _column(N_("Title"), 6), _days(N_("Date of adoption"), 2)), rows)


def _late(actions: Iterable[FollowUpAction | PlannedAction]) -> tuple[Block, ...]:
    """What is overdue, who answers for it, and since when."""
    rows = ((Said.of(one.title), _text(one.responsible), _day(one.due_on)) for one in actions)
    return _table((_column(N_("What is to be done"), 5), _column(N_("Responsible"), 2.6), _days(N_("Due on"), 2)), rows)


def _late_planned(actions: Iterable[PlannedAction], on: datetime.date) -> tuple[Block, ...]:
    """What of a plan is overdue, as :func:`_late`; of what had not begun on a day, when it was to begin."""

    def to_begin(one: PlannedAction) -> datetime.date | None:
        return None if one.begun_on is not None and one.begun_on <= on else one.begins_on

    rows = ((Said.of(one.title), _text(one.responsible), _day(to_begin(one)), _day(one.due_on)) for one in actions)
    what, who = _column(N_("What is to be done"), 5), _column(N_("Responsible"), 2.6)
    return _table((what, who, _days(N_("Was to begin on"), 2), _days(N_("Due on"), 2)), rows)


def _undated(actions: Iterable[PlannedAction]) -> tuple[Block, ...]:
    """What is under way without a day on which it is due, who answers for it, and since when."""
    rows = ((Said.of(one.title), _text(one.responsible), _day(one.begun_on)) for one in actions)
    return _table((_column(N_("Action"), 5), _column(N_("Responsible"), 2.6), _days(N_("Begun on"), 2)), rows)


def _carried_out(actions: Iterable[PlannedAction]) -> tuple[Block, ...]:
    """What was carried out, on which day, and what shows it."""
    rows = ((Said.of(one.title), _day(one.done_on), _text(one.evidence)) for one in actions)
    return _table((_column(N_("Action"), 4.2), _days(N_("Carried out on"), 2), _column(N_("Evidence"), 4)), rows)


def _given_up(actions: Iterable[PlannedAction]) -> tuple[Block, ...]:
    """What was given up, on which day, and why; and what shows how far it had been carried out."""
    rows = ((Said.of(one.title), _day(one.given_up_on), _text(one.reason), _text(one.evidence)) for one in actions)
    reason, evidence = _column(N_("Reason"), 4), _column(N_("Evidence"), 3)
    return _table((_column(N_("Action"), 4.2), _days(N_("Given up on"), 2), reason, evidence), rows)
