"""What is found by a few typed letters: by kinds, the best first, in three languages, whatever is typed."""

import dataclasses
import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.attachments import Attachment, Filing, Holder, HolderKind
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.members import (
    Communication,
    CommunicationForm,
    FocalPoint,
    MembershipKind,
)
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.renames import Renaming
from nmirf_desktop.domain.search import Kind
from nmirf_desktop.domain.states import Names
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.search import _SHOWN, KIND_LABELS, MOST, Group, search
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.attachments import ATTACHMENTS, keep
from nmirf_desktop.storage.base import new_key
from tests import samples
from tests.registers import Desk, said

Network = tuple[Desk, Meeting, AgendaItem]
WORDS = catalog(Language.EN)
SINCE = datetime.date(2025, 3, 1)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Secretariat]:
    """A sample register with something of every kind."""
    path: Path = samples.sample(tmp_path_factory, tmp_path_factory.mktemp("search") / "sample.nmirf")
    with open_register(path, author="coordinator") as store:
        desk = Secretariat(store)
        held = desk.papers.meeting(DocumentKind.MINUTES)
        desk.papers.issue(Request(DocumentKind.MINUTES, held.key, (Edition.EN,)), samples.ON)
        letter = Communication(
            new_key(), "BOL", SINCE, CommunicationForm.LETTER, MembershipKind.MEMBER, reference="NV 12/2025"
        )
        desk.members.receive(letter)
        person = Person(
            new_key(), said("Focal point of Bolivia"), "BOL", "A.", "Müller-Strauß", institution="Cancillería",
            emails=("second@bo.example.org", "ana.muller@bo.example.org"), telephones=("+591 2 240-89 00",),
            address="Palacio Quemado\nPlaza Murillo",
        )  # fmt: skip
        point = FocalPoint(new_key(), "BOL", person.key, Period(SINCE), voting=False, reference="Designation 7/2025")
        desk.members.designate(point, person)
        attached(desk, letter)
        yield desk


def attached(desk: Secretariat, letter: Communication) -> None:
    """The letter itself, and a map of a meeting's place."""
    meeting = desk.meetings.list()[-1]
    with desk.store.write("attach", Subject.ATTACHMENTS) as session:
        digest = keep(session, b"%PDF")
        holder = Holder(HolderKind.COMMUNICATION, letter.key)
        for file in (
            Attachment(
                new_key(),
                holder,
                "Nota-verbal 12.pdf",
                Filing.LETTER,
                digest,
                4,
                SINCE,
                "BOL",
                dated=SINCE - datetime.timedelta(days=2),
            ),
            Attachment(new_key(), Holder(HolderKind.MEETING, meeting.key), "plan.png", Filing.OTHER, digest, 4, SINCE),
        ):
            ATTACHMENTS.save(session, file)


def groups(desk: Desk | Secretariat, typed: str, most: int = MOST) -> dict[Kind, Group]:
    """What is found, by kinds."""
    return {group.kind: group for group in search(desk.store, desk.states, typed, most)}


def titles(desk: Desk | Secretariat, typed: str, kind: Kind, language: Language = Language.EN) -> list[str]:
    """The titles found of one kind."""
    group = groups(desk, typed).get(kind)
    return [] if group is None else [one.title.said_in(catalog(language)) for one in group.found]


def designated(desk: Desk, name: str = "", code: str = "PRY") -> Person:
    """A person designated by a State, with a function and perhaps a name."""
    function = said("Focal point of Paraguay") if not name else Trilingual()
    person = Person(new_key(), function, code, "A." if name else "", name)
    desk.members.designate(FocalPoint(new_key(), code, person.key, Period(SINCE), voting=False), person)
    return person


def test_every_kind_has_its_name_and_what_is_shown_of_it() -> None:
    assert list(KIND_LABELS) == list(_SHOWN) == list(Kind)


# -- kinds and places --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "kind", "screen", "said"),
    [
        ("cote ivoire", Kind.STATE, "members", "Côte d’Ivoire | Group of African States"),
        ("BO", Kind.STATE, "members", "Bolivia (Plurinational State of) | Group of Latin American"),
        ("burma", Kind.STATE, "members", "Myanmar | Group of Asia-Pacific States"),
        ("muller strauss", Kind.PERSON, "members", "A. MÜLLER-STRAUSS | Focal point of Bolivia · Bolivia (Pl"),
        ("plaza murillo", Kind.PERSON, "members", "A. MÜLLER-STRAUSS | "),
        ("ana.muller@bo.example.org", Kind.PERSON, "members", "A. MÜLLER-STRAUSS | "),
        ("22408900", Kind.PERSON, "members", "A. MÜLLER-STRAUSS | "),
        ("591224089", Kind.PERSON, "members", "A. MÜLLER-STRAUSS | "),
        ("240-89", Kind.PERSON, "members", "A. MÜLLER-STRAUSS | "),
        ("cancilleria", Kind.PERSON, "members", "A. MÜLLER-STRAUSS | "),
        ("designation 7/2025", Kind.PERSON, "members", "A. MÜLLER-STRAUSS | "),
        ("slovenia", Kind.SEAT, "committee", "Slovenia | Focal point of Slovenia · 2024–2027"),
        ("nmirf/2026", Kind.MEETING, "meetings", "Second annual meeting | NMIRF/2026 · Lisbon · 10–12 February 2026"),
        ("lisboa", Kind.MEETING, "meetings", "Second annual meeting | "),
        ("suivi recommandations", Kind.ITEM, "agenda", "8 Exchange of experience: tracking rec | NMIRF/2026"),
        ("alternation online", Kind.PROPOSAL, "session", "Alternation of in-person | NMIRF/2026/L.7 · Denmark"),
        ("decision 2026/3", Kind.DECISION, "decisions", "Cooperation with OHCHR | Decision 2026/3 · NMIRF/2026"),
        ("débat soit clos", Kind.VOTE, "session", "That the debate on draft decision L.6 be closed | NMIRF/2026"),
        (
            "open-source tracking",
            Kind.STATEMENT,
            "session",
            "Netherlands | NMIRF/2026 · …to a demonstration of an open-so",
        ),
        ("open-source tracking", Kind.PARAGRAPH, "minutes", "…to a demonstration of an open-source | NMIRF/2026"),
        ("procès-verbal 2026/2", Kind.DOCUMENT, "documents", "Minutes | NMIRF/2026/2 · English · 24 November 2026"),
        ("NV 12/2025", Kind.LETTER, "members", "Bolivia | NV 12/2025 · 1 March 2025"),
        (
            "nota-verbal",
            Kind.ATTACHMENT,
            "members",
            "Nota-verbal 12.pdf | Letter · Bolivia (Plurinational State of) · 27 February 2025",
        ),
        ("plan.png nmirf/2027", Kind.ATTACHMENT, "meetings", "plan.png | Other file · 1 March 2025"),
        ("grupo interinstitucional paraguay", Kind.MECHANISM, "members", "Standing Inter-agency | Paraguay"),
    ],
)
def test_everything_is_found_and_says_what_it_is_and_where(
    sample: Secretariat, typed: str, kind: Kind, screen: str, said: str
) -> None:
    """*said* is how title and detail begin."""
    first = groups(sample, typed)[kind].found[0]
    title, detail = said.split(" | ")
    assert first.screen == screen
    assert first.title.said_in(WORDS).startswith(title)
    assert first.detail.said_in(WORDS).startswith(detail)


def test_kinds_come_in_their_order_each_with_how_many_there_are(sample: Secretariat) -> None:
    found = search(sample.store, sample.states, "a")
    assert [group.kind for group in found] == [kind for kind in Kind if kind in {group.kind for group in found}]
    assert all(len(group.found) == min(MOST, group.total) for group in found if group.kind is not Kind.SEAT)
    (states,) = search(sample.store, sample.states, "a", 1000)[:1]
    assert len(states.found) == states.total > MOST


def test_a_row_says_the_names_of_others_as_they_are_now(network: Network) -> None:
    desk, _, item = network
    before = groups(desk, "future directions")[Kind.ITEM].found[0].detail.said_in(WORDS)
    meeting = desk.meetings.list()[0]
    desk.meetings.save(dataclasses.replace(meeting, symbol="NMIRF/2026/EX"))
    after = groups(desk, "future directions")[Kind.ITEM].found[0].detail.said_in(WORDS)
    assert (before, after) == ("NMIRF/2026", "NMIRF/2026/EX")
    assert titles(desk, "ex future", Kind.ITEM) == ["1 Future directions"]
    assert groups(desk, "ex future")[Kind.ITEM].found[0].key == item.key


# -- the best first ----------------------------------------------------------------------------------------------------


def test_exactly_so_begins_so_a_word_does_and_then_what_else_has_it(network: Network) -> None:
    desk, meeting, _ = network
    for place, (title, note) in enumerate(
        [("Elsewhere", "work"), ("Our working group", ""), ("Work programme", ""), ("Work", ""), ("Homework", "")]
    ):
        desk.agendas.add(AgendaItem(new_key(), meeting.key, place, said(title), annotation=Trilingual(note)))
    found = titles(desk, "work", Kind.ITEM)
    assert [one.partition(" ")[2] for one in found] == ["Work", "Work programme", "Our working group", "Elsewhere"]


def test_what_was_added_last_comes_first_and_states_by_the_alphabet(network: Network) -> None:
    desk, _, _ = network
    people = [designated(desk, f"Silva{number}") for number in range(MOST + 2)]
    group = groups(desk, "silva")[Kind.PERSON]
    assert [one.key for one in group.found] == [f"PRY:{one.key}" for one in reversed(people)][:MOST]
    assert group.total == MOST + 2
    assert titles(desk, "guinea", Kind.STATE) == ["Guinea", "Guinea-Bissau", "Equatorial Guinea", "Papua New Guinea"]


@pytest.mark.parametrize(
    ("typed", "first"),
    [("Côte", "CIV"), ("UK", "GBR"), ("cote de la tr", "ARE"), ("Mal", "MDV"), ("nouvelle-z", "NZL")],
)
def test_a_state_that_is_called_so_comes_before_one_that_was(desk: Desk, typed: str, first: str) -> None:
    (states,) = search(desk.store, desk.states, typed)
    assert states.found[0].key == first


def test_a_state_is_found_once_by_all_its_names_of_all_times(desk: Desk) -> None:
    names = Names("Newland", "Terre-Neuve-en-Mer", "Tierra Nueva")
    desk.states.rename(Renaming(new_key(), "NZL", SINCE, names, names, Names("", "la ", "")))
    for typed in ("newland", "new zealand", "nouvelle zelande", "terre-neuve", "terreneuve", "NZL", "nueva"):
        group = groups(desk, typed)[Kind.STATE]
        assert [one.key for one in group.found if one.key == "NZL"] == ["NZL"]
        assert group.total == len(group.found)
    assert titles(desk, "zealand", Kind.STATE, Language.ES) == ["Tierra Nueva"]


def test_a_state_is_found_by_the_reference_of_its_notifications(desk: Desk) -> None:
    desk.members.admit_founders(["CHE"], MembershipKind.OBSERVER)
    desk.members.change_status("CHE", SINCE, reference="NV/4711/2026")
    assert titles(desk, "NV/4711/2026", Kind.STATE) == ["Switzerland"]
    desk.members.withdraw("CHE", SINCE + datetime.timedelta(days=3), reference="NV/4712/2026")
    assert titles(desk, "NV/4712/2026", Kind.STATE) == ["Switzerland"]


# -- words -------------------------------------------------------------------------------------------------------------


def test_a_word_may_be_the_name_of_a_state_or_a_meeting_another_must_be_its_own(sample: Secretariat) -> None:
    assert titles(sample, "muller bolivia", Kind.PERSON) == ["A. MÜLLER-STRAUSS"]
    assert titles(sample, "bolivie mull", Kind.PERSON) == ["A. MÜLLER-STRAUSS"]
    assert titles(sample, "muller uruguay", Kind.PERSON) == []
    assert titles(sample, "nmirf/2026 alternation", Kind.PROPOSAL) != []
    assert titles(sample, "nmirf/2025 alternation", Kind.PROPOSAL) == []
    assert Kind.ITEM not in groups(sample, "nmirf/2026"), "not all that a meeting has"


@pytest.mark.parametrize("typed", ["DÉCISION", "decision", "Decisión", "ＤＥＣＩＳＩＯＮ", "dec"])
def test_accents_case_and_width_are_free(sample: Secretariat, typed: str) -> None:
    assert groups(sample, typed)[Kind.DECISION].total == groups(sample, "decision")[Kind.DECISION].total > 1


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Łukasz", "lukasz"), ("Œdipe", "oedipe"), ("Strauß", "strauss"), ("Yıldız", "yildiz"), ("İpek", "ipek"),
        ("Sørensen", "sorensen"), ("Ngũgĩ", "ngugi"), ("Đặng", "dang"), ("中村", "中"), ("Ольга", "ОЛЬ"),
    ],
)  # fmt: skip
def test_a_name_is_found_as_it_is_written_and_as_it_is_typed(desk: Desk, name: str, typed: str) -> None:
    person = designated(desk, name)
    for text in (name, name.upper(), name.lower(), typed, typed[:3]):
        assert [one.key for one in groups(desk, text)[Kind.PERSON].found] == [f"PRY:{person.key}"]


HOSTILE = (
    '"', '""', "'", "*", "a*", "-", "^a", "a:b", "title:a", "NEAR(a b)", "NEAR", "AND", "OR", "NOT a", "a AND", "(a",
    ")", "{title}: a", "a + b", "%", "\\", "\0", "\ue000", "\ue001pry", "\ud800", "😀", "a\u0301\u200b", "\u202e",
    "1;DROP TABLE person", "x" * 10_000, "a " * 5_000, "a.b." * 3_000, "é" * 3_000, '"' * 3_000,
)  # fmt: skip


@pytest.mark.parametrize("typed", HOSTILE, ids=range(len(HOSTILE)))
def test_no_typed_text_is_taken_for_a_command(sample: Secretariat, typed: str) -> None:
    for group in search(sample.store, sample.states, typed):
        assert group.found


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(codec=None), max_size=60))
def test_whatever_is_typed_is_answered(sample: Secretariat, typed: str) -> None:
    for group in search(sample.store, sample.states, typed):
        assert 0 < len(group.found) <= MOST
        assert all(one.title.said_in(WORDS) for one in group.found)


def test_nothing_is_found_for_nothing(sample: Secretariat) -> None:
    assert search(sample.store, sample.states, "  ") == ()
    assert search(sample.store, sample.states, "zzqqx") == ()
