"""The report of a session of an intergovernmental plenary, from its facts: IPBES/1/12, Bonn, 21 to 26 January 2013.

``tests/data/published_records.csv`` has each of its 45 paragraphs, what the minutes say instead, and what they do not.
The year is one with the same days of the week in which the Network exists; the hours that the report does not tell are
taken, and stand in the table where they show.
"""

import csv
import datetime
from collections.abc import Iterator

import pytest

from nmirf_desktop.domain.agenda import AgendaItem, Purpose
from nmirf_desktop.domain.meetings import MeetingKind
from nmirf_desktop.domain.officers import Office, Officer
from nmirf_desktop.domain.people import Gender, Person
from nmirf_desktop.domain.sittings import PresenceKind
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language
from nmirf_desktop.storage.base import new_key
from tests.registers import said
from tests.services.published import TABLE, Held, Plan, codes, expected

REPORT = "IPBES/1/12"
FIRST, LAST = datetime.date(2030, 1, 21), datetime.date(2030, 1, 26)
PRESENT = codes(
    "ATG ARG AUS AZE BGD BEL BEN BTN BOL BIH BWA BRA BDI KHM CAN CAF TCD CHL CHN COL COG CRI CUB DNK DOM ECU "
    "EGY ETH FJI FIN FRA GEO DEU GHA GRD GTM GNB HND HUN IND IDN IRN IRQ IRL ISR JPN KEN KGZ LVA LBR LBY MWI "
    "MYS MEX MDA MCO MAR NPL NLD NZL NER NGA NOR PAK PER PHL PRT KOR RUS LCA KNA SAU ZAF ESP LKA SWZ SWE CHE "
    "THA TGO TTO TUN TUR UGA GBR TZA USA YEM ZWE"
)
AWAY = codes("ALB DZA AND BHR COD SLV GUY LUX MRT MNE NIC PAN SEN SVK SDN URY")
OBSERVERS = codes("AFG AUT BFA COM CIV HRV PRK DJI DMA GAB KAZ LBN LTU MDV MUS MMR MOZ NRU POL VEN ZMB")
DECISIONS = {
    "Rules of procedure for the meetings of the Plenary": "Rules of procedure for the Plenary of the Platform",
    "Next steps": "Next steps for the development of the initial IPBES work programme",
    "Requests": "Procedure for receiving and prioritizing requests put to the Platform",
    "Secretariat": "IPBES administrative and institutional arrangements",
    "Initial budget": "Status of contributions and initial budget for the Platform for 2013",
}
"""The five decisions, each by the item under which it stands, in the order of their numbers."""
UNESCO = Trilingual.final(
    "the representative of UNESCO", "la représentante de l’UNESCO", "la representante de la UNESCO"
)
UNEP = Trilingual.final(
    "the Executive Director of UNEP", "le Directeur exécutif du PNUE", "el Director Ejecutivo del PNUMA"
)
CHAIR = Trilingual.final("the Chair", "la présidence", "la Presidencia")


class Session:
    """The session, told from its opening to its closure."""

    def __init__(self, held: Held) -> None:
        self.held = held
        self.items: dict[str, AgendaItem] = {}

    def agenda(self) -> None:
        """The items as the report has them, with the documents that were before the session."""
        opening = self._item("Opening of the session", Purpose.OPENING)
        self._item("Adoption of the agenda and organization of work", Purpose.ADOPTION)
        rules = self._item("Rules and procedures for the operations of the Plenary of the Platform")
        self._item("Rules of procedure for the meetings of the Plenary", under=rules, documents=("IPBES/1/3",))
        self._item("Admission of observers", under=rules, documents=("IPBES/1/4",))
        work = self._item("Initial work programme of the Platform")
        noted = tuple(f"IPBES/1/INF/{number}" for number in (8, 9, 10, 14))
        self._item("Next steps", under=work, documents=("IPBES/1/2", *noted))
        self._item("Requests", under=work, documents=("IPBES/1/5",))
        arranged = self._item("Institutional arrangements")
        self._item("Secretariat", under=arranged, documents=("IPBES/1/7/Rev.1",))
        money = self._item("Financial and budgetary arrangements for the Platform")
        self._item("Financial procedures", under=money, documents=("IPBES/1/6",))
        self._item("Initial budget", under=money, documents=("IPBES/1/10",))
        self._item("Closure of the session", Purpose.CLOSURE)
        offices = (
            (Office.CHAIR, "MYS", "Zakri", "Abdul Hamid"),
            (Office.VICE_CHAIR, "GHA", "Alfred Apau", "Oteng-Yeboah"),
            (Office.RAPPORTEUR, "CHL", "Leonel", "Sierralta"),
        )
        for office, state, given, family in offices:
            person = Person(new_key(), Trilingual(), state, given, family, Gender.MASCULINE)
            self.held.desk.members.save_person(person)
            self.held.desk.meetings.record_officer(
                Officer("", self.held.meeting.key, office, state, person.key, opening.key)
            )

    def _item(
        self,
        title: str,
        purpose: Purpose = Purpose.OTHER,
        under: AgendaItem | None = None,
        documents: tuple[str, ...] = (),
    ) -> AgendaItem:
        item = self.held.item(title, purpose, under.key if under is not None else None, documents)
        self.items[title] = item
        return item

    def first_day(self) -> None:
        """Who was there, the statements of the opening, the agenda, and who introduced what."""
        held = self.held
        held.at(10)
        held.desk.sittings.open(held.sitting.key)
        held.desk.sittings.record(held.meeting.key, [*PRESENT, *OBSERVERS], PresenceKind.ARRIVED)
        opening = self.items["Opening of the session"]
        held.heard(opening, "DEU", "welcomed the participants and thanked the members for their trust")
        held.heard(opening, UNEP, "thanked the Government of Germany for hosting the first session")
        held.desk.meetings.note_adoption(held.meeting.key, FIRST)
        text = "introduced, on behalf of the four organizations, their joint proposal"
        held.heard(self.items["Secretariat"], UNESCO, text)
        held.heard(self.items["Financial procedures"], Trilingual(), "The procedures would be considered further.")
        held.at(13)
        held.desk.sittings.close(held.sitting.key)

    def last_day(self) -> None:
        """The five decisions at 7 p.m., the adoption of the record, and the closure at 7.20 p.m."""
        held = self.held
        sitting = held.sits(LAST)
        held.at(18, 30, on=LAST)
        held.desk.sittings.open(sitting.key)
        held.at(19)
        for under, title in DECISIONS.items():
            put = held.desk.proposals.propose(held.meeting.key, self.items[under].key, said(title), said("Adopts."))
            held.desk.proposals.adopt_by_consensus(put.key)
        held.clock.forward()
        held.desk.decision_records.adopt(held.meeting.key)
        held.heard(self.items["Closure of the session"], CHAIR, "said that the session was the start of the process")
        held.at(19, 20)
        held.desk.sittings.close(sitting.key)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Held]:
    """The session recorded."""
    plan = Plan(
        "Bonn", "Europe/Berlin", FIRST, LAST, MeetingKind.ANNUAL, 1, members=(*PRESENT, *AWAY), observers=OBSERVERS
    )
    held = Held(tmp_path_factory.mktemp("report") / "report.nmirf", plan)
    session = Session(held)
    session.agenda()
    session.first_day()
    session.last_day()
    yield held
    held.close()


def test_each_sentence_of_the_table_stands_in_the_minutes(report: Held) -> None:
    """IPBES/1/12, paras. 1–45: attendance, officers, documents, five decisions, and the hour of the closure."""
    read = report.read()
    for sentence in expected(REPORT):
        assert sentence in read, sentence


def test_the_minutes_say_nothing_that_the_table_does_not_compare(report: Held) -> None:
    compared = expected(REPORT)
    said_too = [text for text in report.texts() if not any(text.startswith(one) for one in compared)]
    assert said_too == []


def test_the_table_goes_through_the_report_paragraph_by_paragraph() -> None:
    with TABLE.open(encoding="utf-8", newline="") as file:
        numbers = [row["paragraph"] for row in csv.DictReader(file) if row["document"] == REPORT]
    seen: set[int] = set()
    for place in numbers:
        first, _, last = place.partition("–")
        seen |= set(range(int(first), int(last or first) + 1))
    assert seen == set(range(1, 46))


@pytest.mark.parametrize("language", list(Language))
def test_the_figures_are_those_of_the_report_in_every_language(report: Held, language: Language) -> None:
    """105 members, 89 of them there; documents; five decisions; closed at 7.20 p.m."""
    read = report.read(language)
    closed = {Language.EN: "7.20 p.m.", Language.FR: "19 h 20", Language.ES: "19.20 horas"}
    for figure in ("105", "(89)", "(21)", "IPBES/1/7/Rev.1", "2030/5", closed[language]):
        assert figure in read, figure
