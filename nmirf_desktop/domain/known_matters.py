"""What is already known for a meeting's agenda, ready worded in three languages: actions, mandate, minutes, newcomers.

Each matter has the place to which it belongs, and a mark of what it comes from: an item in which it is placed keeps the
mark, so that placing twice places nothing twice, however its words were changed since.
"""

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial

from nmirf_desktop.domain import agenda_tree as tree
from nmirf_desktop.domain.actions import FollowUpAction
from nmirf_desktop.domain.agenda import AgendaItem, ExpectedAction, Purpose
from nmirf_desktop.domain.committees import Committee
from nmirf_desktop.domain.declaration import ADOPTION_DAY
from nmirf_desktop.domain.drafting_frame import meeting_name
from nmirf_desktop.domain.meetings import Meeting, MeetingKind, is_network_meeting
from nmirf_desktop.domain.members import Basis, Membership, MembershipKind
from nmirf_desktop.domain.minutes import ApprovalWay, Minutes, MinutesState
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.standard_agenda import renewal_falls_to
from nmirf_desktop.domain.states import State, in_order
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Catalog, Language, catalog


class MatterKind(StrEnum):
    """What is known before."""

    MINUTES = "minutes"
    NEWCOMERS = "newcomers"
    ACTION = "action"
    DONE = "done"
    MANDATE = "mandate"


KIND_LABELS = {
    MatterKind.MINUTES: N_("Minutes of the previous meeting"),
    MatterKind.NEWCOMERS: N_("New members and observers"),
    MatterKind.ACTION: N_("Unfinished follow-up action"),
    MatterKind.DONE: N_("Follow-up action that was done"),
    MatterKind.MANDATE: N_("Mandate that ends"),
}
_HOMES: Mapping[MatterKind, tuple[Purpose, ...]] = {
    MatterKind.MINUTES: (Purpose.PREVIOUS_MINUTES, Purpose.OTHER_MATTERS),
    MatterKind.NEWCOMERS: (Purpose.MEMBERSHIP, Purpose.OTHER_MATTERS),
    MatterKind.ACTION: (Purpose.REVIEW, Purpose.OTHER_MATTERS),
    MatterKind.DONE: (Purpose.REVIEW, Purpose.OTHER_MATTERS),
    MatterKind.MANDATE: (Purpose.COMMITTEE, Purpose.OTHER_MATTERS),
}
"""Under which item each belongs: the first of these that the agenda has."""


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing that is known: its *origin*, and its words, as an item of its own where it has a *title*.

    Without a title the *text* is one more paragraph of the annotation of the item under which it belongs. *told* is the
    text as a screen tells it, where the text itself waits for a translation.
    """

    kind: MatterKind
    origin: str
    text: Trilingual
    title: Trilingual = Trilingual()
    told: Trilingual = Trilingual()

    @property
    def below(self) -> Trilingual:
        """What is said of an item below its title."""
        return (self.told or self.text) if self.title else Trilingual()

    @property
    def shown(self) -> Trilingual:
        """What says in a line what it is."""
        return self.title or self.text


@dataclass(frozen=True, slots=True)
class Known:
    """The facts of which matters are made; *states* as they are named on the meeting's first day.

    *previous* is the meeting before it, *named_at* the last one that was held and named new members. *actions* are the
    unfinished ones of earlier meetings, *done* are those that were done since the previous meeting opened;
    *committee* is the one in office when the meeting opens.
    """

    meeting: Meeting
    states: Mapping[StateCode, State]
    meetings: Mapping[Key, Meeting]
    previous: Meeting | None = None
    minutes: Minutes | None = None
    named_at: Meeting | None = None
    actions: tuple[FollowUpAction, ...] = ()
    done: tuple[FollowUpAction, ...] = ()
    memberships: tuple[Membership, ...] = ()
    committee: Committee | None = None


def matters(known: Known) -> tuple[Matter, ...]:
    """*Network Meetings – Agenda*: what the agenda of a meeting can say before anybody writes it."""
    each = (_minutes(known), _newcomers(known), _actions(known), _done(known), _mandate(known))
    return tuple(matter for found in each for matter in found)


def to_place(known: Known, items: Collection[AgendaItem]) -> tuple[Matter, ...]:
    """Those matters that no item of the agenda has yet."""
    there = {origin for item in items for origin in item.origins}
    return tuple(one for one in matters(known) if one.origin not in there)


def placed(
    items: Collection[AgendaItem], chosen: Iterable[Matter], meeting: Key, new_key: Callable[[], Key]
) -> tuple[AgendaItem, ...]:
    """The agenda with matters placed where they belong: as parts of an item, or as paragraphs of its annotation.

    Where the agenda has no item for them, they become items of their own: one for those of a kind without a title.
    """
    result = tuple(items)
    for matter in chosen:
        home = _home(result, matter.kind)
        if home is None and not matter.title:
            home = _of_the_same(result, matter.kind)
        if home is not None and not matter.title:
            more = replace(
                home,
                annotation=home.annotation.with_paragraph(matter.text),
                origins=(*home.origins, matter.origin),
            )
            result = tuple(more if one.key == home.key else one for one in result)
            continue
        new = AgendaItem(
            key=new_key(),
            meeting=meeting,
            position=0,
            title=matter.title or _said(partial(_label, matter.kind)),
            annotation=matter.text,
            action=ExpectedAction.INFORMATION,
            origins=(matter.origin,),
        )
        result = tree.add(result, replace(new, parent=home.key if home else None))
        if home is None:
            result = tree.place(result, [new.key], tree.spot_at_the_end(result))
    return result


def _home(items: Collection[AgendaItem], kind: MatterKind) -> AgendaItem | None:
    for purpose in _HOMES[kind]:
        found = next((one for one in items if one.purpose is purpose), None)
        if found is not None:
            return found
    return None


def _of_the_same(items: Collection[AgendaItem], kind: MatterKind) -> AgendaItem | None:
    """The item that was made for a matter of a kind: members and observers who are new stand under one."""
    return next((one for one in items if any(is_of(origin, kind) for origin in one.origins)), None)


def _said(sentence: Callable[[Catalog], str]) -> Trilingual:
    """A sentence of the program's own words, final in each language."""
    en, fr, es = (sentence(catalog(language)) for language in Language)
    return Trilingual.final(en, fr, es)


def _label(kind: MatterKind, words: Catalog) -> str:
    return words.gettext(KIND_LABELS[kind])


# -- each kind ---------------------------------------------------------------------------------------------------------


def minutes_matter(before: Meeting, minutes: Minutes | None) -> Matter:
    """*Minutes*: the meeting takes note of the minutes of the one before, and approves those that are open still."""
    approved = minutes is not None and minutes.state is MinutesState.APPROVED
    deemed = minutes.approved_on if minutes is not None and minutes.way is ApprovalWay.DEEMED else None
    text = _said(partial(_minutes_sentence, before, _Standing(approved, deemed)))
    return Matter(MatterKind.MINUTES, minutes_origin(before.key), text)


def minutes_sentences(before: Meeting, minutes: Minutes | None) -> tuple[Trilingual, ...]:
    """Every sentence that an agenda may say of the minutes of a meeting, however far they were when it was written."""
    deemed = None if minutes is None else minutes.approved_on
    standings = (_Standing(), _Standing(approved=True), *([_Standing(True, deemed)] if deemed is not None else []))
    return tuple(_said(partial(_minutes_sentence, before, one)) for one in standings)


@dataclass(frozen=True, slots=True)
class _Standing:
    """How far minutes are: approved, and on which day they were deemed so."""

    approved: bool = False
    deemed_on: datetime.date | None = None


def _minutes_sentence(before: Meeting, standing: _Standing, words: Catalog) -> str:
    days = words.date_range(before.opens_on, before.closes_on)
    named = {"meeting": meeting_name(before, words), "days": days}
    if not standing.approved:
        frame = words.gettext("The meeting will be invited to approve the minutes of {meeting} ({days}).")
        return frame.format(**named)
    if standing.deemed_on is None:
        return words.gettext("The meeting will be invited to take note of the minutes of {meeting} ({days}).").format(
            **named
        )
    frame = words.gettext(
        "The meeting will be invited to take note of the minutes of {meeting} ({days}), deemed approved on {date}."
    )
    return frame.format(**named, date=words.date(standing.deemed_on))


def minutes_origin(meeting: Key) -> str:
    """The mark of an item that names the minutes of a meeting."""
    return f"{MatterKind.MINUTES}:{meeting}"


def approves_minutes(item: AgendaItem | None) -> bool:
    """Whether minutes of an earlier meeting are approved under an item: it is meant for them, or names some."""
    mark = minutes_origin("")
    return item is not None and (
        item.purpose is Purpose.PREVIOUS_MINUTES or any(one.startswith(mark) for one in item.origins)
    )


def _minutes(known: Known) -> Iterator[Matter]:
    if known.previous is not None:
        yield minutes_matter(known.previous, known.minutes)


_Joined = Mapping[MembershipKind, tuple[str, str]]
"""What is said of one newcomer, and of several."""
_AFTER_A_MEETING: _Joined = {
    MembershipKind.MEMBER: (
        N_("Since {meeting} the following has become a member: {states}."),
        N_("Since {meeting} the following have become members: {states}."),
    ),
    MembershipKind.OBSERVER: (
        N_("Since {meeting} the following has become an observer: {states}."),
        N_("Since {meeting} the following have become observers: {states}."),
    ),
}
_AT_FIRST: _Joined = {
    MembershipKind.MEMBER: (
        N_("Since the adoption of the Asunción Declaration the following has become a member: {states}."),
        N_("Since the adoption of the Asunción Declaration the following have become members: {states}."),
    ),
    MembershipKind.OBSERVER: (
        N_("Since the adoption of the Asunción Declaration the following has become an observer: {states}."),
        N_("Since the adoption of the Asunción Declaration the following have become observers: {states}."),
    ),
}


def names_newcomers(meeting: Meeting, items: Iterable[AgendaItem]) -> bool:
    """*Membership*, R8: whether new members are named at a meeting of the Network: always at an annual one.

    At an extraordinary one they are where its agenda has an item for them.
    """
    if meeting.kind is not MeetingKind.EXTRAORDINARY:
        return is_network_meeting(meeting)
    return any(
        one.purpose is Purpose.MEMBERSHIP or any(is_of(origin, MatterKind.NEWCOMERS) for origin in one.origins)
        for one in items
    )


def is_of(origin: str, kind: MatterKind) -> bool:
    """Whether a mark is that of a matter of a kind."""
    return origin.startswith(f"{kind}:")


def _newcomers(known: Known) -> Iterator[Matter]:
    """*Membership*, R8: who became a member or an observer after they were named last, in each language's order.

    A first meeting names who did after the Declaration was adopted in Asunción.
    """
    last = known.named_at
    since, origin, said = ADOPTION_DAY, "founding", _AT_FIRST
    if last is not None:
        since, origin, said = last.closes_on, last.key, _AFTER_A_MEETING
    new = [
        one
        for one in known.memberships
        if since < one.period.start <= known.meeting.opens_on and one.basis is not Basis.FOUNDING
    ]
    for kind, (one, several) in said.items():
        codes = {each.state for each in new if each.kind is kind}
        if codes:
            yield Matter(
                MatterKind.NEWCOMERS,
                f"newcomers:{origin}:{kind}",
                _joined(one if len(codes) == 1 else several, last, codes, known.states),
            )


def _joined(
    message: str, last: Meeting | None, codes: Collection[StateCode], states: Mapping[StateCode, State]
) -> Trilingual:
    def sentence(words: Catalog) -> str:
        listed = words.listing(state.said_in(words) for state in in_order((states[code] for code in codes), words))
        meeting = "" if last is None else meeting_name(last, words)
        return words.gettext(message).format(states=listed, meeting=meeting)

    return _said(sentence)


def _actions(known: Known) -> Iterator[Matter]:
    for action in known.actions:
        asked = known.meetings[action.meeting]
        text = _said(partial(_followed, action, asked))
        for language in Language:
            if not action.title[language]:
                text = text.with_text(language, "") if language is not text.source else text
        told = _said(partial(_followed, action, asked, best=True))
        yield Matter(MatterKind.ACTION, f"action:{action.key}", text, action.title, told)


def _done(known: Known) -> Iterator[Matter]:
    """What earlier meetings asked for and was done since the last one opened: it is reported, a paragraph each."""
    for action in known.done:
        text = _said(partial(_reported, action, known.meetings[action.meeting]))
        for language in Language:
            if not action.title[language]:
                text = text.with_text(language, "") if language is not text.source else text
        yield Matter(MatterKind.DONE, f"{MatterKind.DONE}:{action.key}", text)


def _reported(action: FollowUpAction, asked: Meeting, words: Catalog) -> str:
    day = words.date(action.done_on) if action.done_on is not None else ""
    title = action.title.best(words.language).strip().rstrip(".")
    frame = words.gettext("Done on {day}, as {symbol} had asked: “{title}”.")
    return frame.format(day=day, symbol=asked.symbol, title=title)


def _followed(action: FollowUpAction, asked: Meeting, words: Catalog, *, best: bool = False) -> str:
    """What is asked for by whom and until when; the *best* name of who is responsible, where it is not translated."""
    function = action.responsible.best(words.language) if best else action.responsible[words.language]
    parts = [words.gettext("Follow-up to {symbol}.").format(symbol=asked.symbol)]
    if function:
        parts.append(words.gettext("Responsible: {function}.").format(function=function))
    if action.due_on is not None:
        parts.append(words.gettext("Due on {day}.").format(day=words.date(action.due_on)))
    return " ".join(parts)


def _mandate(known: Known) -> Iterator[Matter]:
    """*Executive Committee*, R30, R32: the mandate that ends, and who holds it."""
    committee = known.committee
    if committee is None or not renewal_falls_to(known.meeting.closes_on, (committee.term,)):
        return
    last = committee.term.period.last_day
    if last is None:
        return

    def sentence(words: Catalog) -> str:
        seated = in_order((known.states[seat.state] for seat in committee.seats), words)
        names = words.listing(state.said_in(words) for state in seated)
        frame = words.gettext("The mandate of the Executive Committee ends on {day}. In office: {states}.")
        return frame.format(day=words.date(last), states=names)

    yield Matter(MatterKind.MANDATE, f"mandate:{committee.term.key}", _said(sentence))
