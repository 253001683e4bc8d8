"""A meeting a year, planned, agreed, sent, held by sittings, minuted and issued; and the Committee that it appoints."""

import datetime
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from nmirf_desktop.domain.actions import FollowUpAction
from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.agenda_versions import AgendaForm, AgendaVersion, frozen
from nmirf_desktop.domain.committees import Coordination, Seat, Successor, Term, ends_with_seat, mandate, replacement
from nmirf_desktop.domain.correction_requests import CorrectionFate, CorrectionRequest
from nmirf_desktop.domain.corrigenda import Corrigendum, Erratum
from nmirf_desktop.domain.declaration import ADOPTION_DAY, SEMINAR_DAYS
from nmirf_desktop.domain.drafting import draft
from nmirf_desktop.domain.editions import SEPARATE
from nmirf_desktop.domain.issued import DocumentKind, IssuedDocument
from nmirf_desktop.domain.item_requests import Fate, ItemRequest
from nmirf_desktop.domain.kept_papers import kept
from nmirf_desktop.domain.meeting_texts import MeetingText, Topic
from nmirf_desktop.domain.meetings import (
    AgendaDispatch,
    Audience,
    Meeting,
    MeetingKind,
    Modality,
    Sitting,
    notice_deadline,
)
from nmirf_desktop.domain.milestones import Milestone, MilestoneKind
from nmirf_desktop.domain.minutes import ApprovedPaper, Minutes, MinutesParagraph, MinutesState
from nmirf_desktop.domain.minutes_comments import Comment, Side
from nmirf_desktop.domain.minutes_papers import minutes_paper, shown
from nmirf_desktop.domain.periods import Key, Period, StateCode
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.standard_agenda import Occasion, standard_items
from nmirf_desktop.domain.symbols import file_name, symbol_of
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.i18n import Language
from nmirf_desktop.storage.committees import COORDINATIONS, SEATS, TERMS
from nmirf_desktop.storage.corrections import CORRECTION_REQUESTS, CORRIGENDA, ERRATA
from nmirf_desktop.storage.meetings import (
    ACTIONS,
    DISPATCHES,
    ITEMS,
    MEETING_TEXTS,
    MEETINGS,
    MILESTONES,
    REQUESTS,
    SITTINGS,
    VERSION_ITEMS,
    VERSIONS,
)
from nmirf_desktop.storage.minutes import APPROVED_PAPERS, COMMENTS, MINUTES, PARAGRAPHS
from tests.history_dispatches import dispatch
from tests.history_elections import elect
from tests.history_guests import tell_guests
from tests.history_members import MEMBER
from tests.history_room import Room, hold
from tests.history_told import Saved, Told, said
from tests.history_watch import agree_in_silence, prepare

TUESDAY = 1
DAYS = 3


@dataclass
class Committee:
    """The Committee so far: its mandates, seats and coordinations."""

    terms: list[Term] = field(default_factory=list)
    seats: dict[str, Seat] = field(default_factory=dict)
    coordinations: dict[str, Coordination] = field(default_factory=dict)


def tell_meetings(told: Told) -> None:
    """The founding meeting, one a year after it, and the next one, of which there is a plan."""
    committee = Committee()
    meetings = [_founding(told, committee)]
    for year in range(ADOPTION_DAY.year + 1, told.ends.year + 2):
        opens = datetime.date(year, 4, 20)
        opens += datetime.timedelta(days=(TUESDAY - opens.weekday()) % 7)
        meetings.append(_annual(told, committee, meetings, opens))
    tell_guests(told, meetings)


def _founding(told: Told, committee: Committee) -> Meeting:
    meeting = Meeting(
        key=told.key(SEMINAR_DAYS[0]), symbol="NMIRF/2024", kind=MeetingKind.FOUNDING, number=1, counts_for=2024,
        title=said("Founding meeting", "Réunion fondatrice", "Reunión fundacional"), opens_on=SEMINAR_DAYS[0],
        closes_on=ADOPTION_DAY, place=said("Asunción", "Asunción", "Asunción"), host="PRY",
    )  # fmt: skip
    opens, closes = (datetime.datetime.combine(ADOPTION_DAY, datetime.time(hour), datetime.UTC) for hour in (10, 13))
    planned = Sitting(told.key(SEMINAR_DAYS[0]), meeting.key, 1, ADOPTION_DAY, opens.time(), closes.time())
    opened = replace(planned, opened_at=opens)
    told.act(SEMINAR_DAYS[0], "plan a meeting", [(MEETINGS, meeting), (SITTINGS, planned)])
    told.act(opens, "open a sitting", [(SITTINGS, opened)])
    told.act(closes, "close a sitting", [(SITTINGS, replace(opened, closed_at=closes))])
    _appoint(told, committee, meeting, ADOPTION_DAY)
    return meeting


def _annual(told: Told, committee: Committee, meetings: list[Meeting], opens: datetime.date) -> Meeting:
    """A meeting from its plan to its approved minutes; what comes after the last day is not told."""
    planned = opens - datetime.timedelta(days=150)
    host = told.on(opens)[told.dice.choice(told.of_kind(MEMBER, planned))]
    number = len(meetings)
    meeting = Meeting(
        key=told.key(planned), symbol=f"NMIRF/{opens.year}", kind=MeetingKind.ANNUAL, number=number,
        counts_for=opens.year, title=said(f"Annual meeting {number}", f"Réunion annuelle {number}",
        f"Reunión anual {number}"), opens_on=opens, closes_on=opens + datetime.timedelta(days=DAYS - 1),
        place=said(host.short.en, host.short.fr, host.short.es), host=host.iso3, modality=Modality.HYBRID,
    )  # fmt: skip
    sittings = tuple(_sittings(told, meeting, planned))
    occasion = Occasion.of(meeting, meetings, committee.terms)
    items = _items(told, meeting, occasion)
    told.act(planned, "plan a meeting", [(MEETINGS, meeting), *((SITTINGS, one) for one in sittings)])
    told.act(planned, "fill the agenda", [(ITEMS, one) for one in items])
    dated = Milestone(told.key(planned), meeting.key, MilestoneKind.SAVE_THE_DATE, done_on=planned)
    told.act(planned, "change a milestone", [(MILESTONES, dated)])
    venue = MeetingText(
        told.key(planned),
        meeting.key,
        Topic.VENUE,
        said(
            "The meeting is held in the old town.",
            "La réunion se tient dans la vieille ville.",
            "La reunión se celebra en la ciudad vieja.",
        ),
    )
    told.act(planned, "write about a meeting", [(MEETING_TEXTS, venue)])
    _ask(told, meeting, planned, items)
    if meeting.closes_on <= told.ends:
        agreed = _send(told, committee, meeting)
        room = hold(told, Room(agreed, sittings, items))
        elect(told, room)
        if occasion.renewal:
            begins = committee.terms[-1].period.end or opens
            _appoint(told, committee, meeting, begins, room.decisions[0].key)
        _minute(told, committee, room)
    return meeting


def _sittings(told: Told, meeting: Meeting, planned: datetime.date) -> Iterable[Sitting]:
    for number in range(1, 2 * DAYS + 1):
        day = meeting.opens_on + datetime.timedelta(days=(number - 1) // 2)
        starts, ends = (10, 13) if number % 2 else (15, 18)
        yield Sitting(told.key(planned), meeting.key, number, day, datetime.time(starts), datetime.time(ends))


def _items(told: Told, meeting: Meeting, occasion: Occasion) -> tuple[AgendaItem, ...]:
    """The standard agenda with notes, and three matters of the year under its fifth item."""
    planned = meeting.opens_on - datetime.timedelta(days=150)
    items = [
        replace(one, annotation=_note(meeting.counts_for, place))
        for place, one in enumerate(standard_items(meeting, occasion, lambda: told.key(planned)))
    ]
    for number in range(3):
        title = said(
            f"Matter {number + 1} of {meeting.counts_for}",
            f"Question {number + 1} de {meeting.counts_for}",
            f"Asunto {number + 1} de {meeting.counts_for}",
        )
        key = told.key(planned)
        items.append(AgendaItem(key=key, meeting=meeting.key, position=number, title=title, parent=items[4].key))
    return tuple(items)


def _ask(told: Told, meeting: Meeting, planned: datetime.date, items: tuple[AgendaItem, ...]) -> None:
    """A State asks for an item and is declined, the agenda is kept, and the meeting asks somebody to act."""
    year = f"{meeting.counts_for}"
    wish = said(f"A wish of {year}", f"Un souhait de {year}", f"Un deseo de {year}")
    reason = said("Another item has it.", "Un autre point le traite.", "Otro tema lo trata.")
    request = ItemRequest(
        told.key(planned), meeting.key, "GHA", planned, wish, fate=Fate.DECLINED, settled_on=planned, reason=reason
    )
    told.act(planned, "record a request for an item", [(REQUESTS, request)])
    version = AgendaVersion(told.key(planned), meeting.key, 1, AgendaForm.PROVISIONAL, planned)
    kept = frozen(version.key, items, lambda: told.key(planned))
    told.act(planned, "keep a version of the agenda", [(VERSIONS, version), *((VERSION_ITEMS, one) for one in kept)])
    task = said(f"Follow up {year}", f"Donner suite à {year}", f"Dar seguimiento a {year}")
    office = said("Secretariat", "Secrétariat", "Secretaría")
    told.act(
        planned,
        "record a follow-up action",
        [(ACTIONS, FollowUpAction(told.key(planned), meeting.key, task, office))],
    )


def _note(year: int, place: int) -> Trilingual:
    return said(
        f"The meeting has before it the report of {year} on item {place + 1}, with the experience of each region.",
        f"La réunion est saisie du rapport de {year} sur le point {place + 1}, avec l’expérience de chaque région.",
        f"La reunión tiene ante sí el informe de {year} sobre el tema {place + 1}, con la experiencia de cada región.",
    )


def _send(told: Told, committee: Committee, meeting: Meeting) -> Meeting:
    """The Committee agrees the agenda (R38), and it goes out in time (R39)."""
    sent = notice_deadline(meeting.opens_on) - datetime.timedelta(days=told.dice.randint(-1, 9))
    agreed = sent - datetime.timedelta(days=15)
    found = replace(meeting, agenda_agreed_on=agreed, agenda_agreed_by=committee.terms[-1].key)
    told.act(agreed, "agree the agenda", [(MEETINGS, found)])
    for audience in Audience:
        noted = AgendaDispatch(told.key(sent), meeting.key, sent, audience)
        told.act(sent, "record the sending of the agenda", [(DISPATCHES, noted)])
    dispatch(told, meeting, _issue(told, DocumentKind.AGENDA, meeting, sent), sent)
    return found


def _appoint(
    told: Told, committee: Committee, meeting: Meeting, begins: datetime.date, decision: Key | None = None
) -> None:
    """Five members of as many groups for three years, one of them replaced in half of the mandates (R28–R34)."""
    on = meeting.closes_on
    term = Term(told.key(on), mandate(begins), on, meeting.key, decision)
    chosen = _choice(told, begins, term.period)
    seats = [Seat(told.key(on), term.key, code, term.period, told.person(code, begins)) for code in chosen[:5]]
    prepare(told, meeting, chosen[:7], len(seats), begins)
    agree_in_silence(told, term)
    committee.terms.append(term)
    told.terms.append(term)
    told.act(on, "appoint the Executive Committee", [(TERMS, term), *((SEATS, one) for one in seats)])
    led = Coordination(told.key(begins), seats[0].key, term.period, begins)
    committee.coordinations[led.key] = led
    told.act(begins, "appoint the Coordinator", [(COORDINATIONS, led)])
    if told.chance(0.5):
        day = told.after(begins, 0.5, 2)
        successor = Successor(told.key(day), chosen[5 % len(chosen)], told.person(chosen[5 % len(chosen)], day))
        ended, new = replacement(seats[0], term, day, successor)
        shorter = ends_with_seat(led, ended)
        after = Coordination(told.key(day), new.key, new.period, day)
        replaced: list[Saved] = [(SEATS, ended), (SEATS, new), (COORDINATIONS, shorter)]
        told.act(day, "replace a member of the Committee", replaced)
        told.act(day, "appoint the Coordinator", [(COORDINATIONS, after)])
        if day <= told.ends:
            committee.coordinations |= {led.key: shorter, after.key: after}
            seats = [ended, *seats[1:], new]
    committee.seats.update({one.key: one for one in seats})


def _choice(told: Told, begins: datetime.date, time: Period) -> list[StateCode]:
    """Members that stay for a mandate: the first five of as many regional groups where there are, then others."""
    members = [one for one in told.memberships.values() if one.kind is MEMBER and one.period.holds(begins)]
    staying = [one.state for one in members if time.within(one.period)]
    told.dice.shuffle(staying)
    named = told.on(begins)
    first = {named[code].group: code for code in staying}
    return [*first.values(), *(code for code in staying if code not in first.values())]


def _minute(told: Told, committee: Committee, room: Room) -> None:
    """Drafted from the facts, translated, reviewed, circulated and approved."""
    meeting = room.meeting
    on = {days: meeting.closes_on + datetime.timedelta(days=days) for days in (15, 22, 30, 52, 56, 60)}
    minutes = Minutes(told.key(on[15]), meeting.key)
    facts = replace(
        room.facts(told.on(meeting.opens_on)),
        memberships=tuple(told.memberships.values()),
        terms=tuple(committee.terms),
        seats=tuple(committee.seats.values()),
        coordinations=tuple(committee.coordinations.values()),
    )
    drafted = _drafted(told, minutes, facts, on[15])
    told.act(on[15], "draft the minutes", [(MINUTES, minutes), *((PARAGRAPHS, one) for one in drafted)])
    for one in drafted:
        text = one.text
        for language in Language:
            if text.state(language) is TextState.MISSING:
                text = text.with_text(language, f"[{language}] {text.original}")
            text = text.with_review(language)
        told.act(on[15], "write in the minutes", [(PARAGRAPHS, replace(one, text=text))])
    asked, at = told.key(on[15]), datetime.datetime.combine(on[15], datetime.time(12), datetime.UTC)
    comment = Comment(asked, minutes.key, Side.COORDINATOR, "Who opened the meeting?", at, drafted[0].key)
    answer = Comment(told.key(on[15]), minutes.key, Side.RAPPORTEUR, "The host.", at, drafted[0].key, answers=asked)
    told.act(on[15], "comment on the minutes", [(COMMENTS, comment)])
    told.act(on[15], "answer a comment", [(COMMENTS, answer)])
    circulated = replace(
        minutes, state=MinutesState.CIRCULATED, circulated_on=on[22], corrections_until=on[52], prevailing=Language.EN
    )
    told.act(on[22], "circulate the minutes", [(MINUTES, circulated)])
    asked_for = CorrectionRequest(
        told.key(on[30]),
        minutes.key,
        on[30],
        paragraph=drafted[0].key,
        body=said("the host", "le pays hôte", "el país anfitrión"),
        note="Name the host.",
    )
    told.act(on[30], "record a request for correction", [(CORRECTION_REQUESTS, asked_for)])
    declined = replace(asked_for, fate=CorrectionFate.DECLINED, decided_on=on[52], reason="It is named already.")
    told.act(on[52], "decline a request for correction", [(CORRECTION_REQUESTS, declined)])
    approved = replace(circulated, state=MinutesState.APPROVED, approved_on=on[56])
    keeping = ApprovedPaper(told.key(on[56]), minutes.key)
    told.contents[keeping.key] = zlib.compress(kept(minutes_paper(approved, shown(drafted), facts)).encode())
    told.act(on[56], "approve the minutes", [(MINUTES, approved), (APPROVED_PAPERS, keeping)])
    _issue(told, DocumentKind.MINUTES, meeting, on[56])
    put_right = Corrigendum(told.key(on[60]), minutes.key, 1, on[60])
    wrong = Erratum(told.key(on[60]), put_right.key, 0, drafted[0].key, Language.EN, "", "The meeting was opened.")
    told.act(on[60], "begin a corrigendum", [(CORRIGENDA, put_right), (ERRATA, wrong)])


def _drafted(told: Told, minutes: Minutes, facts: RecordedMeeting, on: datetime.date) -> tuple[MinutesParagraph, ...]:
    return tuple(
        MinutesParagraph(
            key=told.key(on), minutes=minutes.key, position=position, section=one.section,
            text=one.text, item=one.item, slot=one.slot, drafted=one.text, tells=one.tells,
        )
        for position, one in enumerate(draft(facts))
    )  # fmt: skip


def _issue(told: Told, kind: DocumentKind, meeting: Meeting, on: datetime.date) -> Sequence[IssuedDocument]:
    """A document in three languages; the journal's head is known when the act is written down."""
    symbol = symbol_of(kind, meeting)
    documents = [
        IssuedDocument(
            key=told.key(on), kind=kind, meeting=meeting.key, symbol=symbol, language=edition, version=1,
            fingerprint=f"{kind}-{meeting.counts_for}-{edition}", sha256="", name=file_name(kind, symbol, edition),
            issued_on=on, entry=0, entry_hash="",
        )
        for edition in SEPARATE
    ]  # fmt: skip
    told.act(on, "issue documents", [], documents)
    return documents
