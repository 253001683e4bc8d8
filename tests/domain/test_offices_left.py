"""An item that names the elections of a Chair and a Rapporteur: the one that is not recorded is told before the end."""

from dataclasses import replace

import pytest

from nmirf_desktop.domain.elections import Body, Candidate, Election
from nmirf_desktop.domain.officers import ELECTIONS, Office, Officer
from nmirf_desktop.domain.offices_left import NOT_ELECTED
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.silent_items import NOT_ADOPTED, unrecorded_said
from nmirf_desktop.domain.standard_items import STANDARD_ITEMS
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language, catalog
from tests.domain import second_meeting
from tests.domain.second_meeting import at

EN, FR, ES = Language.EN, Language.FR, Language.ES
BOTH = STANDARD_ITEMS[0].title
SAID = {
    EN: "“Election of the Rapporteur” is not recorded under agenda item 1, whose title names it.",
    FR: (
        "«\u00a0Élection aux fonctions de rapporteur\u00a0»\u00a0: cette élection n’est pas consignée au titre du "
        "point 1 de l’ordre du jour, dont l’intitulé la mentionne."
    ),
    ES: "“Elección de la Relatoría”: esta elección no consta en el tema 1 de la agenda, cuyo título la menciona.",
}


def officer(office: Office, state: str = "GHA") -> Officer:
    return Officer(f"o{office}", "meeting", office, state)


def opened(title: Trilingual, *offices: Office) -> RecordedMeeting:
    """The second meeting, whose first item has this title, with these offices filled."""
    facts = second_meeting.facts()
    first, *others = facts.items
    return replace(facts, items=(replace(first, title=title), *others), officers=tuple(map(officer, offices)))


def told(facts: RecordedMeeting, language: Language = EN) -> list[str]:
    words = catalog(language)
    return [one.said_in(words) for one in unrecorded_said(facts).said[1:] if one]


@pytest.mark.parametrize("language", list(Language))
def test_the_second_election_that_an_item_names_is_missed_in_three_languages(language: Language) -> None:
    assert told(opened(BOTH, Office.CHAIR), language) == [SAID[language]]


@pytest.mark.parametrize("filled", [(), (Office.CHAIR, Office.RAPPORTEUR)])
def test_nothing_is_missed_where_both_are_recorded_or_none(filled: tuple[Office, ...]) -> None:
    assert told(opened(BOTH, *filled)) == []


def test_a_chair_is_missed_too() -> None:
    (said,) = told(opened(BOTH, Office.RAPPORTEUR))
    assert said.startswith("“Election of the Chair” is not recorded")


@pytest.mark.parametrize(
    ("title", "missed"),
    [
        (Trilingual("Election of a Chairperson and of a Rapporteur"), True),
        (Trilingual(fr="Élection de la présidente et du rapporteur", source=FR), True),
        (Trilingual(es="Elección de Presidente y Relator", source=ES), True),
        (Trilingual("Election of the Vice-Chair and the Rapporteur"), False),
        (Trilingual("Opening of the meeting"), False),
        (Trilingual("Election of the Chair"), False),
        (Trilingual("Report of the Chair on the election of the Rapporteur"), False),
        (Trilingual("Statements of the Chair and the Rapporteur"), False),
        (Trilingual("Opening of the meeting; election of the Chair; report of the Rapporteur"), False),
        (Trilingual("Election of the Chair and report of the outgoing Rapporteur"), False),
        (Trilingual("Election of the Chair and the Rapporteur’s report"), False),
        (Trilingual(fr="Élection à la présidence\u00a0; rapport du rapporteur", source=FR), False),
        (Trilingual(es="Elección de la Presidencia e informe del Relator", source=ES), False),
        (Trilingual("Election of the Chair; adoption of the rapporteur’s programme"), False),
        (Trilingual("Election of the Committee; statements of the Chair and the Rapporteur"), False),
        (Trilingual("Election of the Co-Chair and Rapporteur"), False),
        (Trilingual("Election of the Chair and the Rapporteur; adoption of the agenda"), True),
        (Trilingual("Report of the Chair; election of the Chair; election of the Rapporteur"), True),
    ],
)
def test_only_a_title_that_names_both_elections_asks_for_both(title: Trilingual, missed: bool) -> None:
    assert bool(told(opened(title, Office.CHAIR))) is missed


def test_an_election_is_missed_also_where_the_adoption_of_the_agenda_is() -> None:
    facts = opened(BOTH, Office.CHAIR)
    facts = replace(facts, meeting=replace(facts.meeting, agenda_adopted_on=None))
    assert [one.message for one in unrecorded_said(facts).said] == [NOT_ADOPTED, NOT_ELECTED]


@pytest.mark.parametrize(
    ("title", "missed"), [(ELECTIONS[Office.RAPPORTEUR], False), (Trilingual("Rapporteurs for two years"), False)]
)
def test_an_election_in_the_room_counts_also_where_its_title_is_ones_own(title: Trilingual, missed: bool) -> None:
    facts = opened(BOTH, Office.CHAIR)
    moment, item = at(second_meeting.FIRST, 10, 10), facts.items[0].key
    stands = Candidate("c", "e", 0, "GHA")
    held = Election(
        "e", "meeting", item, title, Body.OTHER, 1, moment, ("GHA", "FRA"), acclaimed=("c",), acclaimed_at=moment
    )
    assert bool(told(replace(facts, elections=(held,), candidates=(stands,)))) is missed
