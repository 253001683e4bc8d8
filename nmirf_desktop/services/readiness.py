"""Every text of a meeting that leaves the house, and which of them are not ready: missing, in draft or outdated."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from nmirf_desktop.domain.agenda import numbered
from nmirf_desktop.domain.bodies import compared
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.invitations import COMING, in_order
from nmirf_desktop.domain.item_requests import Fate
from nmirf_desktop.domain.meeting_texts import Topic
from nmirf_desktop.domain.milestones import MilestoneKind
from nmirf_desktop.domain.minutes import MinutesState
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Content, Phrase
from nmirf_desktop.domain.refusals import Sayable
from nmirf_desktop.domain.sittings import Intervention
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.services.agenda_versions import settled_items
from nmirf_desktop.services.minutes_paragraphs import in_order as in_order_of
from nmirf_desktop.storage.meetings import ACTIONS, ITEMS, MEETING_TEXTS, MEETINGS, MILESTONES, REQUESTS
from nmirf_desktop.storage.minutes import MINUTES
from nmirf_desktop.storage.participants import DELEGATES, INVITEES, PARTNERS
from nmirf_desktop.storage.people import PEOPLE
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.store import Store
from nmirf_desktop.storage.voting import INTERVENTIONS, PROPOSALS


class TextKind(StrEnum):
    """What a text of a meeting is of, in the order in which they are listed."""

    MEETING = "meeting"
    ITEM = "item"
    ANNOTATION = "annotation"
    PRESENTER = "presenter"
    NOTE = "note"
    PROPOSAL = "proposal"
    MILESTONE = "milestone"
    REQUEST = "request"
    FUNCTION = "function"
    PARTNER = "partner"
    PARAGRAPH = "paragraph"
    SPEAKER = "speaker"
    ACTION = "action"


TOPICS: Mapping[TextKind, Subject] = MappingProxyType(
    {
        TextKind.MEETING: Subject.MEETINGS,
        TextKind.ITEM: Subject.AGENDA,
        TextKind.ANNOTATION: Subject.AGENDA,
        TextKind.PRESENTER: Subject.AGENDA,
        TextKind.NOTE: Subject.MEETINGS,
        TextKind.PROPOSAL: Subject.SESSION,
        TextKind.MILESTONE: Subject.MEETINGS,
        TextKind.REQUEST: Subject.AGENDA,
        TextKind.FUNCTION: Subject.MEMBERS,
        TextKind.PARTNER: Subject.PARTICIPANTS,
        TextKind.PARAGRAPH: Subject.MINUTES,
        TextKind.SPEAKER: Subject.SESSION,
        TextKind.ACTION: Subject.AGENDA,
    }
)
"""What each kind belongs to: where it is edited, and who is told of a change."""
TOPIC_LABELS: Mapping[Topic, str] = MappingProxyType(
    {
        Topic.INVITATION: N_("Invitation: own words"),
        Topic.VENUE: N_("Information note: venue"),
        Topic.REGISTRATION: N_("Information note: registration"),
        Topic.LANGUAGES: N_("Information note: languages"),
        Topic.VISA: N_("Information note: visas"),
        Topic.TRAVEL: N_("Information note: travel"),
        Topic.HOTELS: N_("Information note: hotels"),
        Topic.ONLINE: N_("Information note: online participation"),
        Topic.ACCESSIBILITY: N_("Information note: accessibility"),
        Topic.DOCUMENTS: N_("Information note: documents"),
        Topic.CONTACT: N_("Information note: contact"),
    }
)


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A text with its place: the *field* of a *record*. One that is *expected* is missing even before it is begun.

    *settled* is what stays of it as it is, in each language that has it, as the titles of an adopted agenda do. One
    that is *over* waits for nothing any more: a request that was settled, of which the item has the words where it was
    accepted; a paragraph of approved minutes, or one that the program says in three languages.
    """

    record: Key
    field: str
    where: Sayable
    text: Trilingual
    kind: TextKind
    expected: bool = False
    settled: Trilingual = Trilingual()
    over: bool = False

    @property
    def key(self) -> str:
        """What tells it from every other text."""
        return f"{self.record}.{self.field}"

    @property
    def there(self) -> bool:
        """Whether it was begun, or is missing: what nobody began and nothing asks for is neither."""
        return bool(self.text) or self.expected

    @property
    def counts(self) -> bool:
        """Whether it has to be ready in three languages."""
        return self.there and not self.over

    def keeps(self, text: Trilingual) -> bool:
        """Whether another text may not stand in its place, because it is settled and would read otherwise."""
        return any(self.settled[one] and self.settled[one] != text[one] for one in Language)

    @property
    def ready(self) -> bool:
        """Whether it is reviewed in three languages, or need not be there."""
        return not self.counts or all(state is TextState.REVIEWED for state in self.text.states().values())


@dataclass(frozen=True, slots=True)
class Unready:
    """One text of one language that is not reviewed: where it is, and its state.

    *record* is the key of what it belongs to, *text* that of the text itself.
    """

    record: Key
    where: Sayable
    language: Language
    state: TextState
    text: str


def by_language(unready: Iterable[Unready]) -> tuple[tuple[Language, Counter[TextState]], ...]:
    """How many texts of each language are in which state, in the Declaration's order; ready languages are left out."""
    found: dict[Language, Counter[TextState]] = {language: Counter() for language in Language}
    for one in unready:
        found[one.language][one.state] += 1
    return tuple((language, states) for language, states in found.items() if states)


def unready(texts: Iterable[PlacedText]) -> tuple[Unready, ...]:
    """What of these texts is missing, in draft or outdated, language by language."""
    return tuple(
        Unready(one.record, one.where, language, state, one.key)
        for one in texts
        if one.counts
        for language, state in one.text.states().items()
        if state is not TextState.REVIEWED
    )


class Readiness:
    """The texts of a meeting, and those that are not ready."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, meeting: Key) -> tuple[Unready, ...]:
        """Every text of a meeting that is missing, in draft or outdated in some language."""
        return unready(self.texts(meeting))

    def texts(self, meeting: Key) -> tuple[PlacedText, ...]:
        """Every text of a meeting that leaves the house, ready or not, in the order in which one reads them.

        The annotations that nobody began are among them: an annotated agenda has room for each.
        """
        with self._store.read() as session:
            return tuple(one for one in _all(session, meeting) if one.there or one.kind is TextKind.ANNOTATION)


def texts_of(session: Session, meeting: Key) -> tuple[PlacedText, ...]:
    """Every text of a meeting that is there, as a session reads it; none of a meeting that is gone."""
    return tuple(one for one in _all(session, meeting) if one.there)


def _all(session: Session, meeting: Key) -> Iterator[PlacedText]:
    for part in _PARTS:
        yield from part(session, meeting)


def _of_meeting(session: Session, key: Key) -> Iterator[PlacedText]:
    meeting = MEETINGS.find(session, key)
    if meeting is not None:
        title, place = Phrase(N_("The meeting’s title")), Phrase(N_("The meeting’s place"))
        yield PlacedText(key, "title", title, meeting.title, TextKind.MEETING, expected=True)
        yield PlacedText(key, "place", place, meeting.place, TextKind.MEETING)


def _of_items(session: Session, meeting: Key) -> Iterator[PlacedText]:
    items = numbered(ITEMS.all(session, meeting=meeting))
    adopted = settled_items(session, meeting) if items else {}
    for one in items:
        item, values = one.item, {"title": Content(one.item.title)}
        title = Phrase(N_("Title of the item “{title}”"), values) if item.title else Phrase(N_("Title of a new item"))
        settled = adopted[item.key].title if item.key in adopted else Trilingual()
        yield PlacedText(item.key, "title", title, item.title, TextKind.ITEM, expected=True, settled=settled)
        annotation = Phrase(N_("Annotation of the item “{title}”"), values)
        yield PlacedText(item.key, "annotation", annotation, item.annotation, TextKind.ANNOTATION)
        presenter = Phrase(N_("Presenter of the item “{title}”"), values)
        yield PlacedText(item.key, "presenter", presenter, item.presenter, TextKind.PRESENTER)


def _of_notes(session: Session, meeting: Key) -> Iterator[PlacedText]:
    order = list(Topic)
    for one in sorted(MEETING_TEXTS.all(session, meeting=meeting), key=lambda one: order.index(one.topic)):
        yield PlacedText(one.key, "text", Phrase(TOPIC_LABELS[one.topic]), one.text, TextKind.NOTE)


def _of_proposals(session: Session, meeting: Key) -> Iterator[PlacedText]:
    for proposal in PROPOSALS.all(session, meeting=meeting):
        number = {"number": proposal.number}
        title = Phrase(N_("Title of the proposal L.{number}"), number)
        yield PlacedText(proposal.key, "title", title, proposal.title, TextKind.PROPOSAL)
        text = Phrase(N_("Text of the proposal L.{number}"), number)
        yield PlacedText(proposal.key, "text", text, proposal.text, TextKind.PROPOSAL)


def _of_milestones(session: Session, meeting: Key) -> Iterator[PlacedText]:
    """The secretariat's own milestones; what the program calls the others is in three languages already."""
    for one in MILESTONES.all(session, meeting=meeting):
        if one.dropped:
            continue
        values = {"title": Content(one.title)}
        if one.kind is MilestoneKind.OTHER:
            title = Phrase(N_("Milestone “{title}”"), values)
            yield PlacedText(one.key, "title", title, one.title, TextKind.MILESTONE)
        who = Phrase(N_("Who is responsible for a milestone: “{title}”"), {"title": Content(one.responsible)})
        yield PlacedText(one.key, "responsible", who, one.responsible, TextKind.MILESTONE)


def _of_requests(session: Session, meeting: Key) -> Iterator[PlacedText]:
    for one in REQUESTS.all(session, meeting=meeting):
        values, over = {"title": Content(one.title)}, one.fate is not Fate.PENDING
        title = Phrase(N_("Item asked for: “{title}”"), values)
        yield PlacedText(one.key, "title", title, one.title, TextKind.REQUEST, over=over)
        text = Phrase(N_("Text of the request “{title}”"), values)
        yield PlacedText(one.key, "text", text, one.text, TextKind.REQUEST, over=over)
        reason = Phrase(N_("Reason given for the request “{title}”"), values)
        yield PlacedText(one.key, "reason", reason, one.reason, TextKind.REQUEST, over=over)


def _of_participants(session: Session, meeting: Key) -> Iterator[PlacedText]:
    """What the list of participants prints of the register: the functions of delegates, the names of partners.

    Somebody who stands in two delegations has one function.
    """
    coming = [one for one in INVITEES.all(session, meeting=meeting) if one.answer in COMING]
    for partner in PARTNERS.among(session, (one.partner for one in coming)).values():
        name = Phrase(N_("Name of the partner “{name}”"), {"name": Content(partner.name)})
        yield PlacedText(partner.key, "name", name, partner.name, TextKind.PARTNER)
    delegations = DELEGATES.by(session, "invitee", (one.key for one in coming)).values()
    delegates = [each.person for found in delegations for each in in_order(found)]
    people = PEOPLE.among(session, delegates)
    for person in (people[key] for key in dict.fromkeys(delegates)):
        where = Phrase(N_("Function of {person}, in the list of participants"), {"person": person})
        yield PlacedText(person.key, "function", where, person.function, TextKind.FUNCTION)


def _of_minutes(session: Session, meeting: Key) -> Iterator[PlacedText]:
    """The paragraphs of the minutes, and the names of guests in them; not of who is not named, or off the record."""
    minutes = MINUTES.first(session, meeting=meeting)
    approved = minutes is not None and minutes.state is MinutesState.APPROVED
    paragraphs = () if minutes is None else in_order_of(session, minutes.key)
    for number, one in enumerate((one for one in paragraphs if one.text), 1):
        where = Phrase(N_("Minutes, paragraph {number}"), {"number": number})
        said = not one.written and all(one.text[language] for language in Language)
        yield PlacedText(one.key, "text", where, one.text, TextKind.PARAGRAPH, over=approved or said)
    guests: dict[str, Intervention] = {}
    for heard in INTERVENTIONS.all(session, meeting=meeting):
        if heard.state is None and heard.attributed:
            guests.setdefault(compared(heard.body), heard)
    for heard in guests.values():
        name = Phrase(N_("Name of the speaker “{name}”"), {"name": Content(heard.body)})
        yield PlacedText(heard.key, "body", name, heard.body, TextKind.SPEAKER, over=approved)


def _of_actions(session: Session, meeting: Key) -> Iterator[PlacedText]:
    """What the minutes list in an annex as to be done."""
    for one in ACTIONS.all(session, meeting=meeting):
        values = {"title": Content(one.title)}
        yield PlacedText(one.key, "title", Phrase(N_("Follow-up action “{title}”"), values), one.title, TextKind.ACTION)
        who = Phrase(N_("Who is responsible for a follow-up action: “{title}”"), values)
        yield PlacedText(one.key, "responsible", who, one.responsible, TextKind.ACTION)


_PARTS = (
    _of_meeting, _of_items, _of_notes, _of_proposals, _of_milestones, _of_requests, _of_participants,
    _of_minutes, _of_actions,
)  # fmt: skip
