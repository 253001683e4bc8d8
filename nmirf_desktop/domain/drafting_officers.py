"""The sentence on the election of officers: "The meeting elected Paraguay as Chair …".

The person's gender decides the title where it is recorded: Président, Présidente | Presidente, Presidenta. Where it is
not, French and Spanish name the office, which agrees with nobody: la présidence, la Relatoría.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from nmirf_desktop.domain.drafted import Drafted, in_all, slot
from nmirf_desktop.domain.election_board import ElectionBoard, Name
from nmirf_desktop.domain.election_papers import every_election
from nmirf_desktop.domain.elections import Body
from nmirf_desktop.domain.minutes import Section
from nmirf_desktop.domain.naming import forms, sentence_start
from nmirf_desktop.domain.officers import Office, Officer, in_order, office_elected, office_held, office_name
from nmirf_desktop.domain.people import FormOfAddress, Gender, Person, addressed, in_a_list
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.phrases import Listed, Phrase
from nmirf_desktop.domain.recognition import fold
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.i18n import N_, Catalog

SEVERAL = N_("The minutes name more than one in the office “{office}”: {states}.")


def elected(facts: RecordedMeeting) -> Iterator[Drafted]:
    """Whom the meeting elected, one paragraph for each item under which it did: as recorded, or by the elections."""
    by_vote = elected_by_vote(facts)
    places = {place.item.key: place for place in facts.agenda}

    def where(officer: Officer) -> Key:
        return officer.item if officer.item in places else ""

    order = [*places, ""]
    for item, group in groupby(sorted(in_office(facts), key=lambda one: order.index(where(one))), key=where):
        officers = tuple(group)

        def said(words: Catalog, item: Key = item, officers: tuple[Officer, ...] = officers) -> str:
            named = words.conjunction(_elected(facts, one, words, by_vote.get(one)) for one in officers)
            if not item:
                return words.gettext("The meeting elected {officers}.").format(officers=named)
            reference = places[item].reference(words.language)
            if all(one in by_vote for one in officers):  # how, their item tells: here they are named
                frame = words.gettext("As recorded under agenda item {n}, the meeting elected {officers}.")
            else:
                frame = words.gettext("Under agenda item {n}, the meeting elected {officers}.")
            return frame.format(n=reference, officers=named)

        yield Drafted(slot("officers", item), Section.OFFICERS, in_all(lambda words: sentence_start(said(words))))


def elected_by_vote(facts: RecordedMeeting) -> Mapping[Officer, Name]:
    """Who was elected to an office by ballot or by acclamation, where the record of officers does not say as much.

    Its record of the State alone says less than an election that names the person.
    """
    recorded = {(one.office, one.state): one.person for one in facts.officers}
    people = {one.key for one in facts.people if one.family_name}
    found: dict[Officer, Name] = {}
    for officer, name in elected_in_room(every_election(facts)):
        place = officer.office, officer.state
        if place not in recorded or (name.candidate.name and recorded[place] not in people):
            found[officer] = name
    return found


def in_office(facts: RecordedMeeting) -> tuple[Officer, ...]:
    """The officers in their order, each once: as recorded, or by the elections where these say more."""
    by_vote = elected_by_vote(facts)
    told = {(one.office, one.state) for one in by_vote}
    return in_order((*(one for one in facts.officers if (one.office, one.state) not in told), *by_vote))


@dataclass(frozen=True, slots=True)
class NamedOfficer:
    """Who holds an office for a *state* by name: a person of the register, or as typed for the election."""

    office: Office
    state: StateCode
    known: Person | Name

    def among(self, people: Iterable[Person]) -> bool:
        """Whether one of some people is the officer: the same record, or of the name that was typed, in any order."""
        if isinstance(self.known, Person):
            return any(one.key == self.known.key for one in people)
        typed = sorted(fold(self.known.person).split())
        return any(sorted(fold(f"{one.given_name} {one.family_name}").split()) == typed for one in people)

    def said_in(self, words: Catalog, *marks: str) -> str:
        """As in a list of participants, with the office and other *marks*: "Ms. Maria Benitez (Chair, online)".

        The office agrees with its holder, as in the minutes: « Rapporteur », « Rapporteuse ».
        """
        if isinstance(self.known, Person):
            name = addressed(self.known, words)
        else:
            name = in_a_list(FormOfAddress.PLAIN, self.known.gender, words).format(name=self.known.person)
        return words.pgettext("participant", "{person} ({marks})").format(
            person=name, marks=words.listing([office_held(self.office, self.known.gender, words), *marks])
        )


def named_officers(facts: RecordedMeeting) -> Iterator[NamedOfficer]:
    """The officers of a meeting who are known by name, in their order."""
    by_vote, people = elected_by_vote(facts), {one.key: one for one in facts.people if one.family_name}
    for one in in_office(facts):
        if one in by_vote and by_vote[one].candidate.name:
            yield NamedOfficer(one.office, one.state, by_vote[one])
        elif one.person in people:
            yield NamedOfficer(one.office, one.state, people[one.person])


def several_in_office(facts: RecordedMeeting) -> Iterator[Phrase]:
    """That minutes name more than one in an office: as is meant of co-chairs, or by a second record of one election."""
    states, officers = facts.states, in_office(facts)
    for office in Office:
        held = tuple(one.state for one in officers if one.office is office)
        if len(held) > 1:
            yield Phrase(SEVERAL, {"office": OfficeName(office), "states": Listed(tuple(states[one] for one in held))})


@dataclass(frozen=True, slots=True)
class OfficeName:
    """An office by itself, as a value of a sentence."""

    office: Office

    def said_in(self, words: Catalog) -> str:
        """Its name, of no person's gender."""
        return office_name(self.office, words)


def elected_in_room(elections: Iterable[ElectionBoard]) -> Iterator[tuple[Officer, Name]]:
    """Whom elections in the room made officers, in the order in which these were opened."""
    for one in elections:
        held = one.election
        office = office_elected(held.title)
        if office is not None and held.body is Body.OTHER:
            for name in one.elected:
                yield Officer(name.key, held.meeting, office, name.candidate.state, item=held.item or None), name


def _elected(facts: RecordedMeeting, officer: Officer, words: Catalog, stood: Name | None = None) -> str:
    """Who was elected, and as what: "Paraguay as Chair"; a person *stood* by name."""
    if stood is not None and stood.candidate.name:
        who = _addressed(stood.gender, words).format(name=stood.person, state=stood.state.said_in(words))
        return _title(officer.office, stood.gender, words).format(who=who)
    person = next((one for one in facts.people if one.key == officer.person and one.family_name), None)
    state = facts.states[officer.state]
    if person is None:
        frame = words.pgettext("whom a meeting elected", "{the_state}")
        who = frame.format(**forms(state, words.language))
    else:
        who = _addressed(person.gender, words).format(name=person.label(words.language), state=state.said_in(words))
    return _title(officer.office, person.gender if person is not None else Gender.UNKNOWN, words).format(who=who)


def _addressed(gender: Gender, words: Catalog) -> str:
    match gender:
        case Gender.FEMININE:
            return words.pgettext("whom a meeting elected", "Ms. {name} ({state})")
        case Gender.MASCULINE:
            return words.pgettext("whom a meeting elected", "Mr. {name} ({state})")
        case Gender.UNKNOWN:
            return words.pgettext("whom a meeting elected", "{name} ({state})")


def _title(office: Office, gender: Gender, words: Catalog) -> str:
    match office:
        case Office.CHAIR:
            return _chair(gender, words)
        case Office.VICE_CHAIR:
            return _vice_chair(gender, words)
        case Office.RAPPORTEUR:
            return _rapporteur(gender, words)


def _chair(gender: Gender, words: Catalog) -> str:
    match gender:
        case Gender.FEMININE:
            return words.pgettext("elected, feminine", "{who} as Chair")
        case Gender.MASCULINE:
            return words.pgettext("elected, masculine", "{who} as Chair")
        case Gender.UNKNOWN:
            return words.pgettext("elected", "{who} as Chair")


def _vice_chair(gender: Gender, words: Catalog) -> str:
    match gender:
        case Gender.FEMININE:
            return words.pgettext("elected, feminine", "{who} as Vice-Chair")
        case Gender.MASCULINE:
            return words.pgettext("elected, masculine", "{who} as Vice-Chair")
        case Gender.UNKNOWN:
            return words.pgettext("elected", "{who} as Vice-Chair")


def _rapporteur(gender: Gender, words: Catalog) -> str:
    match gender:
        case Gender.FEMININE:
            return words.pgettext("elected, feminine", "{who} as Rapporteur")
        case Gender.MASCULINE:
            return words.pgettext("elected, masculine", "{who} as Rapporteur")
        case Gender.UNKNOWN:
            return words.pgettext("elected", "{who} as Rapporteur")
