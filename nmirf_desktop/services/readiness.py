"""Every text of a meeting that leaves the house, and which of them are not ready: missing, in draft or outdated."""

import datetime
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from nmirf_desktop.domain.actions import in_order as actions_in_order
from nmirf_desktop.domain.agenda import numbered
from nmirf_desktop.domain.bodies import compared
from nmirf_desktop.domain.completed_minutes import open_languages
from nmirf_desktop.domain.drafting_decisions import decision_name
from nmirf_desktop.domain.invitations import COMING, in_order
from nmirf_desktop.domain.item_requests import Fate
from nmirf_desktop.domain.meeting_texts import TOPIC_LABELS, Topic
from nmirf_desktop.domain.meetings import in_order as in_order_of_days
from nmirf_desktop.domain.milestones import MilestoneKind
from nmirf_desktop.domain.minutes import APPROVED, Minutes, MinutesState
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Content, Phrase
from nmirf_desktop.domain.redrafting import told_in
from nmirf_desktop.domain.refusals import Sayable
from nmirf_desktop.domain.sittings import Intervention
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.domain.votes_taken import counted_votes
from nmirf_desktop.domain.voting import as_adopted
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.services.actions import APPROVED as TOLD
from nmirf_desktop.services.actions import told_by_minutes
from nmirf_desktop.services.agenda_versions import settled_items
from nmirf_desktop.services.completing import completable
from nmirf_desktop.services.correction_requests import numbered as numbers_of
from nmirf_desktop.services.minutes_paragraphs import in_order as in_order_of_minutes
from nmirf_desktop.services.minutes_paragraphs import name_in, shy
from nmirf_desktop.services.text_kinds import YEARLY, TextKind
from nmirf_desktop.services.yearly_texts import yearly_texts
from nmirf_desktop.storage.elections import ELECTIONS
from nmirf_desktop.storage.meetings import ACTIONS, ITEMS, MEETING_TEXTS, MEETINGS, MILESTONES, REQUESTS
from nmirf_desktop.storage.minutes import MINUTES
from nmirf_desktop.storage.participants import DELEGATES, INVITEES, PARTNERS
from nmirf_desktop.storage.people import PEOPLE
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.store import Store
from nmirf_desktop.storage.voting import DECISIONS, INTERVENTIONS, PROPOSALS, VOTES

NAMED = N_(
    "This paragraph names a speaker who is to be told without a name: it goes to no translator while the name is in it."
)


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A text with its place: the *field* of a *record*. One that is *expected* is missing even before it is begun.

    *settled* is what stays of it as it is, in each language that has it, as the titles of an adopted agenda do. One
    that is *over* waits for nothing any more: a request that was settled; of an accepted one the item has the words.
    One that is *sealed* says why it is not written any more, as a paragraph of approved minutes does, but in the
    languages that are *still* open, in which it had no text; one that is *held* back says why it goes to no translator.
    """

    record: Key
    field: str
    where: Sayable
    text: Trilingual
    kind: TextKind
    expected: bool = False
    settled: Trilingual = Trilingual()
    over: bool = False
    sealed: Phrase | None = None
    held: Phrase | None = None
    still: tuple[Language, ...] = ()

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
        return not self.counts or all(self.text.state(one) is TextState.REVIEWED for one in self.languages)

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages in which it has to be ready: all, and of what is sealed those that are still open."""
        return tuple(Language) if self.sealed is None else self.still

    def may(self, language: Language) -> bool:
        """Whether it may be written in a language."""
        return language in self.languages


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
        for language in one.languages
        if (state := one.text.state(language)) is not TextState.REVIEWED
    )


class Readiness:
    """The texts of a meeting, and those that are not ready."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, meeting: Key) -> tuple[Unready, ...]:
        """Every text of a meeting that is missing, in draft or outdated in some language."""
        return unready(self.texts(meeting))

    def waiting(self, on: datetime.date) -> dict[Key, int]:
        """How many texts of each meeting are not ready in some language, in the order of the meetings.

        A meeting that is over on that day waits for its minutes alone, until they are approved.
        """
        with self._store.read() as session:
            return {
                one.key: len(unready((_all if one.closes_on >= on else _of_minutes)(session, one.key)))
                for one in in_order_of_days(MEETINGS.all(session))
            }

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
    for part in (
        _of_meeting, _of_items, _of_notes, _of_proposals, _of_questions, _of_elections, _of_minutes, _of_speakers,
        _of_actions, _of_milestones, _of_requests, _of_participants, _of_year,
    ):  # fmt: skip
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
    """The drafts before a meeting; an adopted one is the decision that its record tells, as it was adopted."""
    decided = {one.proposal: one for one in DECISIONS.all(session, meeting=meeting)}
    for proposal in PROPOSALS.all(session, meeting=meeting):
        decision, texts = decided.get(proposal.key), (proposal.title, proposal.text)
        if decision is None:
            kind, values = TextKind.PROPOSAL, {"number": str(proposal.number)}
            places = N_("Title of the proposal L.{number}"), N_("Text of the proposal L.{number}")
        else:
            kind, values = TextKind.DECISION, {"name": decision_name(decision)}
            places = N_("Title of decision {name}"), N_("Text of decision {name}")
            texts = as_adopted(proposal.title, decision.language), as_adopted(proposal.text, decision.language)
        for field, where, text in zip(("title", "text"), places, texts, strict=True):
            yield PlacedText(proposal.key, field, Phrase(where, values), text, kind)


def _of_questions(session: Session, meeting: Key) -> Iterator[PlacedText]:
    """The questions of their own that were voted on, by the numbers of the votes; a proposal has texts of its own.

    What the program asks itself of a motion or an appeal waits for nobody.
    """
    for number, one in enumerate(counted_votes(VOTES.all(session, meeting=meeting)), 1):
        if one.proposal is None:
            where = Phrase(N_("Vote {n}: question"), {"n": number})
            waits = {TextState.MISSING, TextState.OUTDATED}.intersection(one.question.states().values())
            formula = (one.motion or one.point) is not None and not waits
            yield PlacedText(one.key, "question", where, one.question, TextKind.QUESTION, over=formula)


def _of_elections(session: Session, meeting: Key) -> Iterator[PlacedText]:
    """The titles of the elections that were not broken off."""
    found = ELECTIONS.all(session, meeting=meeting, stopped_at=None)
    for one in sorted(found, key=lambda own: (own.opened_at, own.key)):
        where = Phrase(N_("Title of the election “{title}”"), {"title": Content(one.title)})
        yield PlacedText(one.key, "title", where, one.title, TextKind.ELECTION)


def _of_minutes(session: Session, meeting: Key) -> Iterator[PlacedText]:
    """The paragraphs by their printed numbers; one that tells what was said off the record is none of them.

    What the program says itself in three languages waits for nobody.
    """
    minutes = MINUTES.first(session, meeting=meeting)
    if minutes is None:
        return
    paragraphs = in_order_of_minutes(session, minutes.key)
    numbers, known = numbers_of(paragraphs), shy(session, paragraphs)
    sealed = _seal(minutes)
    for one in paragraphs:
        speakers = [known[key] for key in told_in(one) if key in known]
        if one.key in numbers and all(speaker.told for speaker in speakers):
            where = Phrase(N_("Paragraph {number} of the minutes"), {"number": numbers[one.key]})
            named = name_in(session, speakers, one.text)
            formula = not one.written and TextState.MISSING not in {
                *one.drafted.states().values(),
                *one.text.states().values(),
            }
            still = open_languages(one) if sealed is not None else ()
            reason = completable(minutes.approved_on) if still else sealed
            yield PlacedText(
                one.key, "text", where, one.text, TextKind.MINUTES,
                over=(sealed is not None and not still) or formula, sealed=reason,
                settled=_closed(one.text, still), held=Phrase(NAMED) if named else None, still=still,
            )  # fmt: skip


def _closed(text: Trilingual, still: Collection[Language]) -> Trilingual:
    """What stays of a paragraph of which some languages are still open; of any other, nothing is told apart."""
    return replace(text, **{str(one): "" for one in still}) if still else Trilingual()  # type: ignore[arg-type]


def _seal(minutes: Minutes) -> Phrase | None:
    """Why paragraphs of minutes, and names of who spoke, are not written any more, where that is so."""
    approved = minutes.state is MinutesState.APPROVED
    return Phrase(APPROVED, {"date": minutes.approved_on}) if approved else None


def _of_speakers(session: Session, meeting: Key) -> Iterator[PlacedText]:
    """The names of bodies that the minutes say took the floor, each once: its first intervention has it."""
    minutes = MINUTES.first(session, meeting=meeting)
    sealed = None if minutes is None else _seal(minutes)
    heard = sorted(INTERVENTIONS.all(session, meeting=meeting), key=lambda one: (one.at, one.key))
    known: dict[str, Intervention] = {}
    for one in heard:
        if one.body and one.told and one.attributed:
            known.setdefault(compared(one.body), one)
    for one in known.values():
        where = Phrase(N_("Name of the speaker “{name}”"), {"name": Content(one.body)})
        yield PlacedText(
            one.key, "body", where, one.body, TextKind.SPEAKER, over=sealed is not None, sealed=sealed
        )  # fmt: skip


def _of_actions(session: Session, meeting: Key) -> Iterator[PlacedText]:
    """What is to be done after a meeting, and who is responsible, as the annex of the minutes prints it."""
    for one in actions_in_order(ACTIONS.all(session, meeting=meeting)):
        values = {"title": Content(one.title)}
        sealed = Phrase(TOLD) if told_by_minutes(session, one) else None
        for name, where, text in (
            ("title", N_("Follow-up action “{title}”"), one.title),
            ("responsible", N_("Who is responsible for a follow-up action: “{title}”"), one.responsible),
        ):
            yield PlacedText(
                one.key, name, Phrase(where, values), text, TextKind.ACTION, over=sealed is not None, sealed=sealed
            )  # fmt: skip


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


def _of_year(session: Session, meeting: Key) -> Iterator[PlacedText]:
    for one in yearly_texts(session, meeting):
        yield PlacedText(one.record, one.field, one.where, one.text, YEARLY[one.table], over=one.over)
