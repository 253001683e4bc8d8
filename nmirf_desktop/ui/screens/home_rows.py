"""What the blocks of Home say, row by row, in the reader's language."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from nmirf_desktop.domain.committees import Seat
from nmirf_desktop.domain.compliance import Finding, FindingState, in_reading_order
from nmirf_desktop.domain.declaration import rule
from nmirf_desktop.domain.milestones import MilestoneKind
from nmirf_desktop.domain.naming import sentence_start
from nmirf_desktop.domain.planning import NOTICE_LABELS, NoticeStanding, notice_standing
from nmirf_desktop.domain.regions import region_name, scheme
from nmirf_desktop.domain.states import in_order
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.home import Deadline, DeadlineKind, Overview
from nmirf_desktop.services.meetings import MeetingPlan
from nmirf_desktop.services.members import StateLine
from nmirf_desktop.services.readiness import by_language
from nmirf_desktop.ui.certificate_rows import outdated_by_meeting
from nmirf_desktop.ui.fact_rows import FactRow
from nmirf_desktop.ui.findings import MARKS, place_of, state_of
from nmirf_desktop.ui.links import Link, Part, listed
from nmirf_desktop.ui.places import TO_APPROVE, Place
from nmirf_desktop.ui.rows import Mark, region_mark
from nmirf_desktop.ui.strip import Milestone
from nmirf_desktop.ui.superseded_rows import superseded_rows
from nmirf_desktop.ui.theme import Tone
from nmirf_desktop.ui.trilingual import state_word
from nmirf_desktop.ui.undelivered_rows import undelivered_rows

LINKS = 12
"""How many States or objects of a rule a row names before it says how many more there are."""
SOON = 30
"""From so many days before it on, a deadline asks for attention."""
GOOD = Mark("circle-check", Tone.GOOD)
ATTENTION = Mark("triangle-alert", Tone.ATTENTION)
NOTICE_TONES = {
    NoticeStanding.SENT: Tone.GOOD,
    NoticeStanding.DUE: Tone.ATTENTION,
    NoticeStanding.LATE: Tone.BAD,
    NoticeStanding.OWED_TO_NOBODY: Tone.MUTED,
}
SETTLING = {
    DeadlineKind.NOTICE: N_("Send the agenda"),
    DeadlineKind.OPENING: N_("Open its planning"),
    DeadlineKind.RENEWAL: N_("Prepare the renewal"),
    DeadlineKind.SILENCE: N_("Show the Committee"),
    DeadlineKind.LAPSED: N_("Record the agreement"),
    DeadlineKind.CALL: N_("Look at the candidatures"),
    DeadlineKind.MILESTONE: N_("Open its milestones"),
    DeadlineKind.REQUESTS: N_("Settle the requests"),
    DeadlineKind.ANSWERS: N_("Remind them"),
    DeadlineKind.CORRECTIONS: N_("Decide on them"),
    DeadlineKind.APPROVAL: N_("Record the approval"),
    DeadlineKind.COMMENTS: N_("Show the comments"),
    DeadlineKind.ACTION: N_("Show the follow-up"),
    DeadlineKind.PLAN: N_("Show the action plan"),
}
"""What settles a deadline, as the words of its link."""
MILESTONES = {
    MilestoneKind.CANDIDATURES: ("candidatures", SETTLING[DeadlineKind.RENEWAL]),
    MilestoneKind.TRANSLATIONS: ("agenda", N_("Review the texts")),
    MilestoneKind.MINUTES: ("minutes", N_("Write the minutes")),
    MilestoneKind.CORRECTIONS: ("minutes", N_("Show the minutes")),
}
"""Where a milestone is settled that is not ticked at its meeting, and the words of the link."""


SETTLED = {
    DeadlineKind.NOTICE: "documents", DeadlineKind.REQUESTS: "agenda", DeadlineKind.LAPSED: "agenda",
    DeadlineKind.OPENING: "meetings", DeadlineKind.SILENCE: "committee", DeadlineKind.ANSWERS: "participants",
    DeadlineKind.CORRECTIONS: "minutes", DeadlineKind.APPROVAL: "minutes", DeadlineKind.ACTION: "follow-ups",
    DeadlineKind.COMMENTS: "minutes", DeadlineKind.PLAN: "action-plan",
}  # fmt: skip
"""The screen on which the deadlines of a meeting are settled."""


def _settled(deadline: Deadline) -> Place:
    match deadline.kind:
        case DeadlineKind.MILESTONE:
            screen = MILESTONES[deadline.milestone][0] if deadline.milestone in MILESTONES else "meetings"
            return Place(screen) if screen == "candidatures" else Place(screen, deadline.meeting or "")
        case DeadlineKind.RENEWAL | DeadlineKind.CALL:
            return Place("candidatures")
        case DeadlineKind.NOTICE if deadline.issued is not None:
            return Place("distribution", f"!send:{deadline.issued}")
        case DeadlineKind.APPROVAL:
            return Place("minutes", f"{deadline.meeting}:{TO_APPROVE}")
        case _:
            return Place(SETTLED[deadline.kind], deadline.meeting or "")


def nothing(text: str) -> tuple[FactRow, ...]:
    """The row of a block in which there is nothing to do."""
    return (FactRow((text,), mark=GOOD, muted=True),)


def due(found: Overview, words: Catalog) -> tuple[FactRow, ...]:
    """Each deadline with its date, how far it is, and what settles it; then how many rules are due."""
    rows = [_due(deadline, words) for deadline in found.due]
    if count := found.rules[FindingState.DUE]:
        said = words.gettext("{n} of the Declaration’s rules due").format(n=words.number(count))
        link = Link(said, Place("rules", str(FindingState.DUE)))
        rows.append(FactRow((link,), mark=MARKS[FindingState.DUE], word=state_of(FindingState.DUE, words)))
    return tuple(rows) or nothing(words.gettext("Nothing is due."))


def _due(deadline: Deadline, words: Catalog) -> FactRow:
    when = words.pgettext("deadline", "{date}, {distance}").format(
        date=words.date(deadline.day), distance=deadline.away.said_in(words)
    )
    soon = deadline.away.number <= SOON and deadline.kind is not DeadlineKind.OPENING
    mark = Mark("clock", Tone.ATTENTION) if soon else Mark("calendar-days", Tone.MUTED)
    link, left = _link(deadline, words), deadline.left.said_in(words)
    note = words.pgettext("facts in a row", " · ").join(one for one in (when, left) if one)
    return FactRow((deadline.what.said_in(words), " — ", link), note=note, mark=mark)


def _link(deadline: Deadline, words: Catalog) -> Link:
    """What settles a deadline."""
    label = SETTLING[deadline.kind]
    if deadline.milestone in MILESTONES:
        label = MILESTONES[deadline.milestone][1]
    return Link(words.gettext(label), _settled(deadline))


def _overdue(deadline: Deadline, words: Catalog) -> FactRow:
    when = words.pgettext("deadline", "{date}, {distance}").format(
        date=words.date(deadline.day), distance=deadline.away.said_in(words)
    )
    parts = (deadline.what.said_in(words), " — ", _link(deadline, words))
    return FactRow(parts, note=when, mark=Mark("octagon-alert", Tone.BAD), word=words.gettext("late"))


def late(found: Overview, words: Catalog) -> tuple[FactRow, ...]:
    """Each rule that is not kept, with its objects: each is a link to where it is put in order."""
    rows = []
    for number, group in groupby(found.late, key=lambda one: one.rule):
        findings = in_reading_order(group, words)
        first = findings[0]
        head = words.pgettext("rule that is not kept", "{number} {title}:").format(
            number=number, title=words.gettext(rule(number).title)
        )
        parts = [Link(head, Place("rules", number)), " ", *_objects(findings, words)]
        message = first.message.said_in(words) if len(findings) == 1 else ""
        note = words.pgettext("facts in a row", " · ").join(
            part for part in (message, _reasons(findings, words)) if part
        )
        rows.append(FactRow(tuple(parts), note=note, mark=MARKS[first.state], word=state_of(first.state, words)))
    rows += [_overdue(deadline, words) for deadline in found.overdue]
    return tuple(rows) or nothing(words.gettext("Nothing is late."))


def _reasons(findings: Sequence[Finding], words: Catalog) -> str:
    """That a reason is noted of what is not kept, of all of it or of some."""
    explained = sum(bool(one.exceptions) for one in findings)
    if explained in (0, len(findings)):
        return words.gettext("a reason is noted") if explained else ""
    said = words.gettext("reasons noted: {n} of {total}")
    return said.format(n=words.number(explained), total=words.number(len(findings)))


def _objects(findings: Sequence[Finding], words: Catalog) -> list[Part]:
    """What each finding is about, as a link to where it is put in order."""
    parts: list[Part] = []
    for one in findings[:LINKS]:
        place, said = place_of(one.subject), one.subject.said_in(words)
        parts += [*([", "] if parts else []), Link(said, place) if place else said]
    return [*parts, *_more(len(findings) - LINKS, Place("rules", findings[0].rule), words)]


def _more(left: int, place: Place, words: Catalog) -> list[Part]:
    if left <= 0:
        return []
    return [" ", Link(words.ngettext("and {n} more", "and {n} more", left).format(n=words.number(left)), place)]


def _states(lines: Sequence[StateLine], words: Catalog) -> list[Part]:
    known = in_order((line.state for line in lines), words)
    parts = listed(Link(state.said_in(words), Place("members", state.iso3)) for state in known[:LINKS])
    return [*parts, *_more(len(known) - LINKS, Place("members"), words)]


def missing(found: Overview, words: Catalog) -> tuple[FactRow, ...]:
    """Focal points, elements of letters and translations that are not there, with names."""
    rows = (
        *_members_missing(found, words),
        *_texts_missing(found, words),
        *undelivered_rows(found.dispatches.undelivered, found.states, words),
        *superseded_rows(found.dispatches.superseded, words),
        *outdated_by_meeting(found.dispatches.outdated, words),
    )
    return rows or nothing(words.gettext("Nothing is missing."))


def _members_missing(found: Overview, words: Catalog) -> Iterator[FactRow]:
    if count := len(found.without_focal_point):
        head = words.ngettext(
            "{n} member without focal point:", "{n} members without focal point:", count
        ).format(n=words.number(count))  # fmt: skip
        yield FactRow((f"{head} ", *_states(found.without_focal_point, words)), mark=Mark("user", Tone.ATTENTION))
    if count := len(found.incomplete_letters):
        head = words.ngettext(
            "{n} State with an incomplete letter:", "{n} States with incomplete letters:", count
        ).format(n=words.number(count))
        yield FactRow((f"{head} ", *_states(found.incomplete_letters, words)), mark=Mark("mail", Tone.ATTENTION))
    if count := len(found.without_letter):
        head = words.ngettext(
            "{n} State joined by a letter that is not recorded:", "{n} States joined by letters that are not recorded:",
            count,
        ).format(n=words.number(count))  # fmt: skip
        yield FactRow((f"{head} ", *_states(found.without_letter, words)), mark=Mark("mail", Tone.ATTENTION))


def _texts_missing(found: Overview, words: Catalog) -> Iterator[FactRow]:
    plan = found.meeting
    if plan is None:
        return
    for tongue, states in by_language(found.unready):
        said = [
            words.pgettext("texts of a language", "{n} {state}").format(
                n=words.number(number), state=state_word(state, words)
            )
            for state, number in states.items()
        ]
        total = states.total()
        head = words.ngettext(
            "{language}: {n} text of the next meeting is not reviewed",
            "{language}: {n} texts of the next meeting are not reviewed", total,
        ).format(language=sentence_start(words.language_name(tongue)), n=words.number(total))  # fmt: skip
        first = next(one for one in found.unready if one.language is tongue)
        parts = (Link(head, Place("texts", first.text)),)
        yield FactRow(parts, note=words.listing(said), mark=Mark("languages", Tone.ATTENTION))


def office(found: Overview, words: Catalog) -> tuple[FactRow, ...]:
    """Who sits in the Committee, who coordinates, and until when."""
    current = found.committee.current
    if current is None:
        link = Link(words.gettext("Appoint an Executive Committee"), Place("committee"))
        return (FactRow((words.gettext("No Executive Committee is recorded yet."), " ", link), mark=ATTENTION),)
    rows = [_seat(seat, found, words) for seat in current.seats]
    rows += _unfilled(found, words)
    last = current.term.period.last_day
    link = Link(words.gettext("Committee"), Place("committee"))
    if last is not None:
        if current.acting:
            text = words.gettext("Acting: the mandate ended on {date} and has not been renewed.")
        else:
            text = words.gettext("The mandate’s last day is {date}.")
        mark = ATTENTION if current.acting else Mark("calendar-days", Tone.MUTED)
        rows.append(FactRow((text.format(date=words.date(last)), " — ", link), mark=mark))
    return tuple(rows)


def _unfilled(found: Overview, words: Catalog) -> Iterator[FactRow]:
    """The seats that nobody holds, and that nobody coordinates."""
    current = found.committee.current
    if current is None or current.acting:
        return
    if count := found.committee.vacancies:
        text = words.ngettext("{n} seat is vacant.", "{n} seats are vacant.", count).format(n=words.number(count))
        link = Link(words.ngettext("Fill the seat", "Fill the seats", count), Place("committee"))
        yield FactRow((text, " ", link), mark=ATTENTION)
    if found.committee.coordinator is None:
        link = Link(words.gettext("Name a Coordinator"), Place("committee"))
        yield FactRow((words.gettext("The function of Coordinator is vacant."), " ", link), mark=ATTENTION)


def _seat(seat: Seat, found: Overview, words: Catalog) -> FactRow:
    state = found.states[seat.state]
    name = Link(state.said_in(words), Place("members", seat.state))
    person = found.committee.people.get(seat.person) if seat.person else None
    by = scheme(found.practices)
    note = [words.gettext(region_name(state, by))]
    if person is not None:
        note.append(person.label(words.language))
    coordinator = found.committee.coordinator
    chair = coordinator is not None and coordinator.key == seat.key
    what: tuple[Part, ...] = (name, " ★ ", words.gettext("Coordinator")) if chair else (name,)
    return FactRow(what, note=" · ".join(note), mark=region_mark(state, by))


def rules(found: Overview, words: Catalog) -> tuple[FactRow, ...]:
    """How many rules are kept, due and not kept."""
    shown = (FindingState.KEPT, FindingState.DUE, FindingState.NOT_KEPT)
    parts: list[Part] = []
    for state in shown:
        said = words.pgettext("rules of one answer", "{state}: {n}").format(
            state=state_of(state, words), n=found.rules[state]
        )
        parts += [" · ", Link(said, Place("rules", str(state)))] if parts else [Link(said, Place("rules", str(state)))]
        if state is FindingState.KEPT and found.remarked:
            parts.append(" " + words.gettext("({n} with a remark)").format(n=words.number(found.remarked)))
    if found.explained:
        text = words.gettext("(a reason is noted for {n} of {total} findings)")
        parts.append(" " + text.format(n=words.number(found.explained), total=words.number(found.not_kept)))
    worst = next((state for state in reversed(shown) if found.rules[state]), FindingState.KEPT)
    return (FactRow(tuple(parts), mark=MARKS[worst], word=state_of(worst, words)),)


def meeting(found: Overview, words: Catalog) -> tuple[FactRow, ...]:
    """The next meeting's name, days and place."""
    plan = found.meeting
    if plan is None:
        link = Link(words.gettext("Plan a meeting"), Place("meetings"))
        return (FactRow((words.gettext("No meeting is planned."), " ", link), mark=ATTENTION),)
    one = plan.meeting
    title = Link(one.title[words.language] or one.title.original, Place("meetings", one.key))
    days = words.date_range(one.opens_on, one.closes_on)
    place = one.place[words.language] or one.place.original
    return (FactRow((title,), note=" · ".join(part for part in (one.symbol, days, place) if part)),)


def milestones(found: Overview, words: Catalog) -> tuple[Milestone, ...]:
    """The agenda's last lawful day, and the meeting's days."""
    plan = found.meeting
    if plan is None:
        return ()
    opens, closes = plan.meeting.opens_on, plan.meeting.closes_on
    strip = [Milestone("opens", words.gettext("Opening"), opens)]
    if closes > opens:
        strip.append(Milestone("closes", words.gettext("Closing"), closes))
    if plan.notice is not None:
        tone, state = _notice_state(plan, found, words)
        strip.append(Milestone("notice", words.gettext("Agenda due"), plan.notice.deadline, tone, state))
    return tuple(strip)


def _notice_state(plan: MeetingPlan, found: Overview, words: Catalog) -> tuple[Tone, str]:
    stands = NoticeStanding.SENT if plan.notice is None else notice_standing(plan.notice, found.on)
    return NOTICE_TONES[stands], words.gettext(NOTICE_LABELS[stands])


def going_on(found: Overview, words: Catalog) -> tuple[FactRow, ...]:
    """A vote or a sitting that is open, such as after the machine failed: the room waits for it."""
    vote = words.gettext("A vote is open in {symbol}: go on with it")
    sitting = words.gettext("A sitting of {symbol} is open: go on with it")
    meetings = [(vote, one) for one in found.going_on.voting] + [(sitting, one) for one in found.going_on.sitting]
    return tuple(
        FactRow((Link(frame.format(symbol=one.symbol), Place("session", one.key)), "."), mark=ATTENTION)
        for frame, one in meetings
    )


def eve(found: Overview, words: Catalog) -> tuple[FactRow, ...]:
    """On the eve of a deadline, one line that says it all."""
    if found.eve is None:
        return ()
    one = found.eve
    key = one.deadline.meeting or ""
    head = words.gettext("Last lawful day for the agenda: {distance}").format(distance=one.deadline.away.said_in(words))
    parts: list[Part] = [Link(head, _settled(one.deadline))]
    then = words.series(("", ""))
    for tongue, count in one.missing:
        text = words.ngettext("{n} text missing in {language}", "{n} texts missing in {language}", count)
        parts += [
            then,
            Link(text.format(n=words.number(count), language=words.language_name(tongue)), Place("agenda", key)),
        ]
    if count := len(one.without_address):
        text = words.ngettext("{n} State without address", "{n} States without address", count)
        parts += [then, Link(text.format(n=words.number(count)), Place("members", "!address"))]
    return (FactRow((*parts, "."), mark=ATTENTION),)
