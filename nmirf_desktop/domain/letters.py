"""Letters of the secretariat: who writes to whom, on what facts, and in which words diplomatic practice puts it.

A note verbale speaks of the Secretariat in the third person, to a Permanent Mission, and is not signed; a letter is
the Coordinator's own. What both say of a meeting between their first and their last sentence is the same.
"""

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from nmirf_desktop.domain.candidatures import Call
from nmirf_desktop.domain.declaration import NOTICE_MONTHS
from nmirf_desktop.domain.drafting_frame import meeting_name
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.letter_agenda import agenda_follows
from nmirf_desktop.domain.meeting_texts import Topic
from nmirf_desktop.domain.meetings import Meeting, Modality, Sitting, is_network_meeting
from nmirf_desktop.domain.members import Mechanism
from nmirf_desktop.domain.naming import formal_name, forms, sentence_start
from nmirf_desktop.domain.organisation import NETWORK_NAME, Organisation
from nmirf_desktop.domain.participants import Partner
from nmirf_desktop.domain.people import FormOfAddress, Gender, Person
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.symbols import standing_symbol, symbol_of
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Catalog

NOTHING_SAID = Organisation()
CLOSED = N_(
    "The day for proposals, {day}, is past on the day of this letter, which therefore names none: move the milestone, "
    "or date the letter earlier."
)


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """What letters about a meeting say, as of the day *on* which they are written.

    The agenda, *revised* or as it was first prepared, is *enclosed*, or follows by the *deadline* where there is one
    (R39). *reply_by* and *items_by* are the
    milestones of registration and of the call for items, *call* the call for candidatures of this meeting, the *nth*
    of its year. *texts* are the secretariat's own words by their topic, *members* those of the Network on the day, who
    alone propose items and candidates.
    """

    meeting: Meeting
    on: datetime.date
    states: Mapping[StateCode, State]
    organisation: Organisation = NOTHING_SAID
    sittings: tuple[Sitting, ...] = ()
    texts: Mapping[Topic, Trilingual] = field(default_factory=dict)
    enclosed: bool = False
    revised: bool = False
    deadline: datetime.date | None = None
    months: int = NOTICE_MONTHS
    reply_by: datetime.date | None = None
    items_by: datetime.date | None = None
    call: Call | None = None
    nth: int = 1
    coordinator: StateCode | None = None
    signer: Person | None = None
    members: frozenset[StateCode] = frozenset()

    @property
    def host(self) -> State | None:
        """The State that receives the meeting."""
        return None if self.meeting.host is None else self.states.get(self.meeting.host)

    @property
    def informs(self) -> bool:
        """Whether the information note has anything that the secretariat wrote."""
        return any(text for topic, text in self.texts.items() if topic is not Topic.INVITATION)


@dataclass(frozen=True, slots=True)
class Addressee:
    """To whom a letter goes: a *state* or a *partner*, else all together; *person* is whom it names, if anybody.

    *mark* stands at the end of the letter's reference, and tells it from those to others; *mechanism* is the State's.
    """

    state: State | None = None
    partner: Partner | None = None
    person: Person | None = None
    mark: str = ""
    mechanism: Mechanism | None = None


ALL_TOGETHER = Addressee()

# ---- who writes, when and where ----


def secretariat(facts: LetterFacts, words: Catalog) -> str:
    """Who writes, by the Network's name; one of the settings is not put into a sentence, whose grammar it may break."""
    own = facts.organisation.network[words.language].strip()
    if own in ("", NETWORK_NAME[words.language]):
        return words.gettext("the Secretariat of the International Network of NMIRFs")
    return words.gettext("the Secretariat of the Network")


def written(facts: LetterFacts, words: Catalog) -> str:
    """Place and date of a letter; the date alone in a language in which no place is given."""
    return place_and_date(facts.organisation.written_in[words.language].strip(), facts.on, words)


def place_and_date(place: str, on: datetime.date, words: Catalog) -> str:
    """Where and when something is written; the date alone where no place is given."""
    date = words.date(on)
    return (
        words.pgettext("place and date of a letter", "{place}, {date}").format(place=place, date=date)
        if place
        else date
    )


def _when(facts: LetterFacts, words: Catalog) -> str:
    """When and where the meeting is, for a sentence."""
    meeting = facts.meeting
    dates, place = words.date_range_in_text(meeting.opens_on, meeting.closes_on), meeting.place[words.language].strip()
    if not place or meeting.modality is Modality.ONLINE:
        return dates
    if not _TOWN.fullmatch(place.partition(",")[0]):
        return words.pgettext("when and where", "{dates} ({place})").format(dates=dates, place=place)
    return words.pgettext("when and in which town", "{dates} in {place}").format(dates=dates, place=place)


_TOWN = re.compile(
    r"(?!(?:Les?|Palais|Siège|Salle|Centre|Hôtel|Maison)\b)[^\W\d_a-zß-ÿ][\w’'-]*(?: [^\W\d_a-zß-ÿ][\w’'-]*)*"
)
"""What may be the name of a town, after which a French preposition does not change: "Nairobi", "La Haye"."""


# ---- the formulas of a note verbale ----

NOTE_TO_ONE = {
    DocumentKind.NOTE_VERBALE: N_(
        "{secretariat} presents its compliments to the Permanent Mission {of_state} and has the honour to invite the "
        "Government {of_state} to be represented at {meeting}, to be held {when}."
    ),
    DocumentKind.CALL_FOR_ITEMS: N_(
        "{secretariat} presents its compliments to the Permanent Mission {of_state} and has the honour to invite the "
        "Government {of_state} to propose items for the provisional agenda of {meeting}, to be held {when}."
    ),
}
NOTE_TO_ALL = {
    DocumentKind.NOTE_VERBALE: N_(
        "{secretariat} presents its compliments to the Permanent Missions of the members and observers of the Network "
        "and has the honour to invite their Governments to be represented at {meeting}, to be held {when}."
    ),
    DocumentKind.CALL_FOR_ITEMS: N_(
        "{secretariat} presents its compliments to the Permanent Missions of the members of the Network and has the "
        "honour to invite their Governments to propose items for the provisional agenda of {meeting}, to be held "
        "{when}."
    ),
}
NOTE_TO_COMMITTEE = {
    DocumentKind.NOTE_VERBALE: N_(
        "{secretariat} presents its compliments to the Permanent Missions of the members of the Executive Committee "
        "and has the honour to invite their Governments to be represented at {meeting}, to be held {when}."
    ),
    DocumentKind.CALL_FOR_ITEMS: N_(
        "{secretariat} presents its compliments to the Permanent Missions of the members of the Executive Committee "
        "and has the honour to invite their Governments to propose items for the provisional agenda of {meeting}, to "
        "be held {when}."
    ),
}
CLOSING_TO_ONE = N_(
    "{secretariat} avails itself of this opportunity to renew to the Permanent Mission {of_state} the assurances of "
    "its highest consideration."
)
CLOSING_TO_ALL = N_(
    "{secretariat} avails itself of this opportunity to renew to the Permanent Missions the assurances of its highest "
    "consideration."
)
MISSION = N_("Permanent Mission {of_state}")
MISSIONS = {
    DocumentKind.NOTE_VERBALE: N_("Permanent Missions of the members and observers of the Network"),
    DocumentKind.CALL_FOR_ITEMS: N_("Permanent Missions of the members of the Network"),
}
MISSIONS_OF_COMMITTEE = N_("Permanent Missions of the members of the Executive Committee")


def _values(facts: LetterFacts, to: Addressee, words: Catalog) -> Mapping[str, str]:
    """What the sentences of a note name; a State by its formal name."""
    of_state = formal_name(to.state, words.language).of if to.state is not None else ""
    return {
        "secretariat": secretariat(facts, words),
        "of_state": of_state,
        "meeting": meeting_name(facts.meeting, words),
        "when": _when(facts, words),
    }


def note_opening(kind: DocumentKind, facts: LetterFacts, to: Addressee, words: Catalog) -> str:
    """The first sentence of a note verbale: compliments, and what the Secretariat has the honour to do."""
    together = NOTE_TO_ALL if is_network_meeting(facts.meeting) else NOTE_TO_COMMITTEE
    message = (together if to.state is None else NOTE_TO_ONE)[kind]
    return sentence_start(words.gettext(message).format(**_values(facts, to, words)))


def note_closing(facts: LetterFacts, to: Addressee, words: Catalog) -> str:
    """The last sentence of a note verbale: the assurances of highest consideration."""
    message = CLOSING_TO_ALL if to.state is None else CLOSING_TO_ONE
    return sentence_start(words.gettext(message).format(**_values(facts, to, words)))


def mission(kind: DocumentKind, facts: LetterFacts, to: Addressee, words: Catalog) -> str:
    """To whom a note goes, as it stands at its foot."""
    together = MISSIONS[kind] if is_network_meeting(facts.meeting) else MISSIONS_OF_COMMITTEE
    return words.gettext(together if to.state is None else MISSION).format(**_values(facts, to, words))


# ---- the formulas of a letter ----


def letter_opening(facts: LetterFacts, to: Addressee, words: Catalog) -> str:
    """The first sentence of a letter of invitation."""
    values = {"meeting": meeting_name(facts.meeting, words), "when": _when(facts, words)}
    if to.partner is not None:
        return words.gettext(
            "I have the honour to invite your organization to attend {meeting}, to be held {when}, as a guest without "
            "the right to vote."
        ).format(**values)
    if to.state is not None:
        values |= forms(to.state, words.language)
        return words.gettext(
            "I have the honour to invite {the_state} to be represented at {meeting}, to be held {when}."
        ).format(**values)
    if is_network_meeting(facts.meeting):
        return words.gettext(
            "I have the honour to invite the members and observers of the Network to be represented at {meeting}, to "
            "be held {when}."
        ).format(**values)
    return words.gettext(
        "I have the honour to invite the members of the Executive Committee to be represented at {meeting}, to be held "
        "{when}."
    ).format(**values)


def letter_closing(to: Addressee, words: Catalog) -> str:
    """The last sentence of a letter."""
    if to == ALL_TOGETHER:
        said = words.pgettext("to several", "Please accept, {vocative}, the assurances of my highest consideration.")
    else:
        said = words.gettext("Please accept, {vocative}, the assurances of my highest consideration.")
    return said.format(vocative=vocative(to, words))


def salutation(to: Addressee, words: Catalog) -> str:
    """How a letter greets, formally: without a name, as between missions."""
    return sentence_start(vocative(to, words)) + words.pgettext("after a greeting", ",")


def vocative(to: Addressee, words: Catalog) -> str:
    """How somebody is addressed within a sentence; several together, and one whose gender is not known, by both."""
    person = to.person
    if person is None and to.state is None and to.partner is None:
        return words.pgettext("within a letter", "ladies and gentlemen")
    match person.form_of_address if person else None, person.gender if person else None:
        case FormOfAddress.EXCELLENCY, _:
            said = words.pgettext("within a letter", "Excellency")
        case FormOfAddress.DOCTOR, Gender.FEMININE:
            said = words.pgettext("a woman within a letter", "Doctor")
        case FormOfAddress.DOCTOR, Gender.MASCULINE:
            said = words.pgettext("a man within a letter", "Doctor")
        case FormOfAddress.PROFESSOR, Gender.FEMININE:
            said = words.pgettext("a woman within a letter", "Professor")
        case FormOfAddress.PROFESSOR, Gender.MASCULINE:
            said = words.pgettext("a man within a letter", "Professor")
        case _, Gender.FEMININE:
            said = words.pgettext("within a letter", "Madam")
        case _, Gender.MASCULINE:
            said = words.pgettext("within a letter", "Sir")
        case _:
            said = words.pgettext("within a letter", "Sir or Madam")
    return said


# ---- what both say of a meeting ----

HELD = {
    Modality.IN_PERSON: N_("The meeting will be held in person."),
    Modality.ONLINE: N_("The meeting will be held online."),
    Modality.HYBRID: N_("Participants may attend the meeting in person or online."),
}
HOSTED = {
    Modality.IN_PERSON: N_("The meeting will be hosted by {the_state} and held in person."),
    Modality.ONLINE: N_("The meeting will be hosted by {the_state} and held online."),
    Modality.HYBRID: N_("The meeting will be hosted by {the_state}. Participants may attend in person or online."),
}


def setting(facts: LetterFacts, words: Catalog) -> str:
    """By whom the meeting is received, how it is held, and into which languages is interpreted."""
    if facts.host is None:
        said = words.gettext(HELD[facts.meeting.modality])
    else:
        hosted = words.gettext(HOSTED[facts.meeting.modality])
        said = sentence_start(hosted.format(**forms(facts.host, words.language)))
    languages = interpreted(facts, words)
    return f"{said} {languages}" if languages else said


def interpreted(facts: LetterFacts, words: Catalog) -> str:
    """Into which languages is interpreted; nothing where there is none to name."""
    languages = facts.meeting.languages
    if not languages:
        return ""
    frame = words.ngettext(
        "The working language will be {languages}.", "Interpretation will be provided in {languages}.", len(languages)
    )
    return frame.format(languages=words.in_languages(languages))


def agenda_said(facts: LetterFacts, words: Catalog) -> str:
    """*Network Meetings – Agenda*, R39: that the agenda is enclosed, or until when it follows."""
    symbol = symbol_of(DocumentKind.AGENDA, facts.meeting)
    if facts.enclosed and facts.revised:
        return words.gettext("The revised provisional agenda ({symbol}) is enclosed.").format(symbol=symbol)
    if facts.enclosed:
        return words.gettext("The provisional agenda ({symbol}) is enclosed.").format(symbol=symbol)
    if facts.deadline is None or facts.deadline < facts.on:
        said = words.gettext("The provisional agenda ({symbol}) will be sent in due course.")
        return said.format(symbol=symbol)
    return agenda_follows(symbol, facts.deadline, facts.months, words)


DELEGATION = N_("The Secretariat would be grateful to receive the composition of the delegation.")
DELEGATION_BY = N_("The Secretariat would be grateful to receive the composition of the delegation by {day}.")
DELEGATIONS = N_("The Secretariat would be grateful to receive the composition of delegations.")
DELEGATIONS_BY = N_("The Secretariat would be grateful to receive the composition of delegations by {day}.")


def asked(facts: LetterFacts, to: Addressee, words: Catalog) -> Iterator[str]:
    """What is asked of who is invited: an answer, and of members what may still be sent; no items to a sent agenda."""
    together = to == ALL_TOGETHER
    if facts.reply_by is not None and facts.reply_by >= facts.on:
        said = words.gettext(DELEGATIONS_BY if together else DELEGATION_BY)
        yield said.format(day=words.date(facts.reply_by))
    else:
        yield words.gettext(DELEGATIONS if together else DELEGATION)
    if not together and (to.state is None or to.state.iso3 not in facts.members):
        return
    if not facts.enclosed and facts.items_by is not None and facts.items_by >= facts.on:
        said = words.gettext("Members may propose items for the agenda to the Secretariat until {day} inclusive.")
        yield said.format(day=words.date(facts.items_by))
    call = facts.call
    if call is not None and call.opened_on <= facts.on <= call.closes_on:
        prefix = facts.organisation.symbol_prefix
        symbol = standing_symbol(DocumentKind.CALL, prefix, call.opened_on, nth=facts.nth)
        said = words.gettext(
            "Members may submit candidatures for the Executive Committee ({symbol}) until {day} inclusive."
        )
        yield said.format(symbol=symbol, day=words.date(call.closes_on))


def informed(facts: LetterFacts, words: Catalog) -> str:
    """Where practical matters stand."""
    symbol = symbol_of(DocumentKind.INFORMATION, facts.meeting)
    return words.gettext("Practical information is contained in the information note ({symbol}).").format(symbol=symbol)


def item_terms(facts: LetterFacts, words: Catalog) -> Iterator[str]:
    """*Network Meetings – Agenda*, R38, R39: how an item is proposed, by when, and who agrees on the agenda.

    A day that is past on the day of the letter is not named.
    """
    if facts.items_by is not None and facts.items_by >= facts.on:
        said = words.gettext("Proposals should reach the Secretariat by {day}.")
        yield said.format(day=words.date(facts.items_by))
    yield words.gettext(
        "Each proposal, in one of the three languages of the Network, should state the title of the item and the "
        "reasons for its inclusion, and be accompanied by any supporting documents."
    )
    if facts.enclosed:
        agenda = symbol_of(DocumentKind.AGENDA, facts.meeting)
        yield words.gettext(
            "The provisional agenda ({symbol}) has been prepared. An item that is proposed now would be a "
            "supplementary item, on whose inclusion the meeting decides when it adopts its agenda."
        ).format(symbol=agenda)
        return
    if facts.deadline is None or facts.deadline < facts.on:
        return
    said = words.gettext(
        "The Executive Committee will prepare the provisional agenda, which will be sent no later than {day}, one "
        "month before the opening of the meeting."
    )
    yield said.format(day=words.date(facts.deadline))


def closed_call(kind: DocumentKind, facts: LetterFacts) -> tuple[Phrase, ...]:
    """What to know of a call for items before it goes out: that its day is past."""
    if kind is not DocumentKind.CALL_FOR_ITEMS or facts.items_by is None or facts.items_by >= facts.on:
        return ()
    return (Phrase(CLOSED, {"day": facts.items_by}),)
