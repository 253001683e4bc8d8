"""Rows of lists of focal points: one record per person, one who votes, and nobody taken for another."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nmirf_desktop.domain.intake import Cell, Choice, Correction, IntakeKind, Reading, Verdict
from nmirf_desktop.domain.intake.cells import ListDates, RowCells
from nmirf_desktop.domain.intake.drafts import RowDraft
from nmirf_desktop.domain.intake.fields import FIELDS
from nmirf_desktop.domain.intake.report import change_said
from nmirf_desktop.domain.intake.standing import Standing
from nmirf_desktop.domain.meetings import Meeting, MeetingKind
from nmirf_desktop.domain.members import FocalPoint, MembershipKind
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.phrases import Listed
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language, catalog
from tests.intake import (
    ADOPTED,
    EMPTY,
    NO_CORRECTION,
    STATES,
    TableLine,
    founder,
    judged,
    person,
    point,
    said,
    table,
    votes,
)

DAY = datetime.date(2025, 2, 1)
ANA = person("ana", name="Ana Sosa", email="ana@example.org")
NAMELESS = person("office")
PARAGUAY = replace(EMPTY, memberships=(founder("PRY"), founder("CHE", MembershipKind.OBSERVER)))
WITH_ANA = replace(PARAGUAY, people=(ANA,), focal_points=(votes("f", ANA),))
FIELDS_SAID = "state person emails role since"
MEETING = Meeting(
    "m", "NMIRF/2027", MeetingKind.ANNUAL, 3, 2027, Trilingual(),
    datetime.date(2027, 5, 10), datetime.date(2027, 5, 12), Trilingual(),
)  # fmt: skip
EVA = person("eva", name="Eva Paz", email="eva@example.org")
STANDS_IN = FocalPoint("s", "PRY", "eva", MEETING.period, voting=False, alternate=True, meeting="m")
PLANNED = replace(WITH_ANA, people=(ANA, EVA), meetings=(MEETING,))


def test_a_new_designation_has_the_list_s_day() -> None:
    row = point(
        FIELDS_SAID, "Paraguay", "SOSA, Ana", "ana@example.org; a2@example.org", "votes", DAY, register=PARAGUAY
    )
    who, designation = row.facts
    assert row.verdict is Verdict.NEW
    assert isinstance(who, Person)
    assert (who.given_name, who.family_name, who.emails) == ("Ana", "Sosa", ("ana@example.org", "a2@example.org"))
    assert isinstance(designation, FocalPoint)
    assert (designation.period, designation.voting, designation.person) == (Period(DAY), True, who.key)


@pytest.mark.parametrize("since", [None, "", "asap", 1900, datetime.date(1900, 1, 1)])
def test_a_new_designation_without_a_day_is_an_error(since: Cell) -> None:
    row = point(FIELDS_SAID, "Paraguay", "SOSA, Ana", "ana@example.org", "votes", since, register=PARAGUAY)
    assert (row.verdict, row.facts) == (Verdict.ERROR, ())


def test_an_address_that_is_none_is_an_error() -> None:
    assert (
        point(FIELDS_SAID, "Paraguay", "SOSA, Ana", "ana@x", "votes", DAY, register=PARAGUAY).verdict is Verdict.ERROR
    )


@pytest.mark.parametrize("name", ["Ana SOSA", "SOSA, Ana", "ana sosa", "Sosa Ana", "Ms. Ana Sosa", ""])
def test_who_is_designated_already_is_found_by_address_and_name(name: str) -> None:
    row = point(FIELDS_SAID, "Paraguay", name, "ANA@example.org", "votes", ADOPTED, register=WITH_ANA)
    assert not any(isinstance(fact, FocalPoint) for fact in row.facts)
    assert all(fact.key == "ana" for fact in row.facts)


def test_another_address_of_the_same_name_is_added_and_none_is_lost() -> None:
    row = point(
        "state person telephones emails", "Paraguay", "Ana SOSA", "+595 21", "ana@example.org", register=WITH_ANA
    )
    (who,) = row.facts
    assert isinstance(who, Person)
    assert (who.telephones, who.emails) == (("+595 21",), ("ana@example.org",))
    assert row.verdict is Verdict.CHANGED


def test_a_postal_address_is_read_with_its_lines_and_an_empty_one_takes_nothing_away() -> None:
    fields = "state person address emails"
    row = point(fields, "Paraguay", "Ana SOSA", "Palacio\n1 Calle", "ana@example.org", register=WITH_ANA)
    (who,) = row.facts
    assert isinstance(who, Person)
    assert who.address == "Palacio\n1 Calle"
    assert "Postal address" in {change.label for change in row.changes}
    empty = point(fields, "Paraguay", "Ana SOSA", "", "ana@example.org", register=WITH_ANA)
    assert empty.verdict is Verdict.UNCHANGED


def test_an_address_that_two_names_share_is_asked_or_told() -> None:
    fields = (FIELDS_SAID, "Paraguay", "Ana Benítez", "ana@example.org", "focal point", DAY)
    asked = point(*fields, register=WITH_ANA)
    assert asked.verdict is Verdict.ERROR
    assert set(asked.offers) == {Choice.SAME_PERSON, Choice.ANOTHER_PERSON}
    same = point(*fields, register=WITH_ANA, by_hand=Correction(choices=frozenset({Choice.SAME_PERSON})))
    other = point(*fields, register=WITH_ANA, by_hand=Correction(choices=frozenset({Choice.ANOTHER_PERSON})))
    assert "ana" in {fact.key for fact in same.facts}
    assert "ana" not in {fact.key for fact in other.facts}
    told = point(FIELDS_SAID, "Paraguay", "Luz Vera", "ana@example.org", "focal point", DAY, register=WITH_ANA)
    assert (told.verdict, told.warned) == (Verdict.NEW, True)
    assert "ana" not in {fact.key for fact in told.facts}


def test_two_people_of_one_name_are_asked_which() -> None:
    double = replace(ANA, key="ana2", emails=())
    register = replace(
        WITH_ANA, people=(ANA, double), focal_points=(votes("f", ANA), replace(votes("g", double), voting=False))
    )
    row = point(FIELDS_SAID, "Paraguay", "Ana Sosa", "", "focal point", ADOPTED, register=register)
    assert row.verdict is Verdict.ERROR
    assert "may mean" in said(row)


def test_a_person_known_elsewhere_with_the_address_is_one_record() -> None:
    register = replace(PARAGUAY, people=(replace(ANA, state="URY"),))
    row = point(FIELDS_SAID, "Paraguay", "Ana Sosa", "ana@example.org", "votes", DAY, register=register)
    assert [type(fact) for fact in row.facts] == [FocalPoint]
    assert "already" in said(row)


def test_a_function_without_a_name_is_found_again() -> None:
    register = replace(PARAGUAY, people=(NAMELESS,), focal_points=(votes("f", NAMELESS),))
    row = point(
        "state person function emails", "Paraguay", "Focal point of PRY", "", "pf@example.org", register=register
    )
    (who,) = row.facts
    assert isinstance(who, Person)
    assert (who.key, who.emails) == ("office", ("pf@example.org",))


SECOND = (FIELDS_SAID, "Paraguay", "VERA, Luz", "luz@example.org", "votes", DAY)


def test_r5_a_second_who_votes_is_refused_with_what_mends_it() -> None:
    row = point(*SECOND, register=WITH_ANA)
    assert (row.verdict, row.facts) == (Verdict.ERROR, ())
    assert row.offers == (Choice.END_EARLIER, Choice.NOT_VOTING)


def test_r5_the_earlier_designation_ends_on_that_day() -> None:
    row = point(*SECOND, register=WITH_ANA, by_hand=Correction(choices=frozenset({Choice.END_EARLIER})))
    ended, new = (fact for fact in row.facts if isinstance(fact, FocalPoint))
    assert (ended.key, ended.period) == ("f", Period(ADOPTED, DAY))
    assert new.voting
    silent = point(*SECOND, register=WITH_ANA, by_hand=Correction(choices=frozenset({Choice.NOT_VOTING})))
    assert [fact.voting for fact in silent.facts if isinstance(fact, FocalPoint)] == [False]


def test_r5_two_in_one_list_are_judged_beside_each_other() -> None:
    rows = (
        ("Paraguay", "SOSA, Ana", "ana@example.org", "votes", DAY),
        ("Paraguay", "VERA, Luz", "luz@example.org", "votes", DAY),
    )
    first, second = judged(table(IntakeKind.FOCAL_POINTS, FIELDS_SAID, *rows), PARAGUAY).rows
    assert (first.verdict, second.verdict) == (Verdict.NEW, Verdict.ERROR)
    assert second.offers == (Choice.NOT_VOTING,)


def test_r7_an_observer_s_contact_does_not_vote() -> None:
    row = point(FIELDS_SAID, "Suisse", "VERA, Luz", "luz@example.org", "votes", DAY, register=PARAGUAY)
    assert (row.verdict, row.offers) == (Verdict.ERROR, (Choice.NOT_VOTING,))
    silent = point(FIELDS_SAID, "Suisse", "VERA, Luz", "luz@example.org", "", DAY, register=PARAGUAY)
    assert [fact.voting for fact in silent.facts if isinstance(fact, FocalPoint)] == [False]


def test_a_designation_of_a_state_outside_the_network_is_an_error() -> None:
    assert (
        point(FIELDS_SAID, "Peru", "VERA, Luz", "luz@example.org", "votes", DAY, register=PARAGUAY).verdict
        is Verdict.ERROR
    )


def test_a_last_day_ends_it_and_a_role_changes_it() -> None:
    fields = "state person emails role since last_day"
    cells = ("Paraguay", "Ana SOSA", "ana@example.org", "alternate", ADOPTED, DAY)
    row = point(fields, *cells, register=WITH_ANA)
    (new,) = row.facts
    assert isinstance(new, FocalPoint)
    assert (new.voting, new.alternate, new.period.last_day) == (False, True, DAY)
    assert [change.label for change in row.changes] == ["Role", "Last day"]


def test_the_same_line_twice_is_told_and_another_is_an_error() -> None:
    line = ("Paraguay", "SOSA, Ana", "ana@example.org", "votes", DAY)
    rows = (line, line, ("Paraguay", "SOSA, Ana", "ana@example.org", "alternate", DAY))
    preview = judged(table(IntakeKind.FOCAL_POINTS, FIELDS_SAID, *rows), PARAGUAY)
    assert [row.verdict for row in preview.rows] == [Verdict.NEW, Verdict.UNCHANGED, Verdict.ERROR]
    assert [row.warned for row in preview.rows] == [False, True, False]


def test_a_correction_by_hand_is_read_instead_of_the_list() -> None:
    by_hand = Correction({"since": "1er février 2025", "state": "Paraguay"})
    row = point(
        FIELDS_SAID, "Paragay", "SOSA, Ana", "ana@example.org", "votes", "?", register=PARAGUAY, by_hand=by_hand
    )
    assert row.verdict is Verdict.NEW
    assert [fact.period.start for fact in row.facts if isinstance(fact, FocalPoint)] == [DAY]


def test_functions_are_kept_in_the_language_of_the_list() -> None:
    row = point(
        "state person function since",
        "Paraguay",
        "SOSA, Ana",
        "Directora",
        DAY,
        register=PARAGUAY,
        reading=Reading(Language.ES),
    )
    who = row.facts[0]
    assert isinstance(who, Person)
    assert (who.function.es, who.function.source, who.function.en) == ("Directora", Language.ES, "")


@pytest.mark.parametrize(
    ("fields", "cells", "told"),
    [
        ("function language", ("Secrétaire permanent", "French"), ("", "Secrétaire permanent", "")),
        ("function language", ("Directora", "Spanish"), ("", "", "Directora")),
        ("function language", ("Director", None), ("Director", "", "")),
        ("function function_fr language", ("Director", "Directrice", "French"), ("Director", "Directrice", "")),
        ("function function_fr language", ("Director", None, "French"), ("Director", "", "")),
    ],
)
def test_a_function_alone_is_in_the_language_in_which_the_person_writes(
    fields: str, cells: tuple[Cell, ...], told: tuple[str, str, str]
) -> None:
    row = point(f"state person since {fields}", "Paraguay", "SOSA, Ana", DAY, *cells, register=PARAGUAY)
    who = row.facts[0]
    assert isinstance(who, Person)
    assert (who.function.en, who.function.fr, who.function.es) == told
    assert who.function.original


CELLS: st.SearchStrategy[Cell] = st.one_of(
    st.none(),
    st.text(max_size=12),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.sampled_from(
        ["Paraguay", "PRY", "Suiza", "Brazil", "Korea", "Member", "Observer", "votes", "ana@example.org", "SOSA, Ana"]
    ),
    st.sampled_from(
        ["9 May 2024", "2025-02-01", "05/23/2025", "01/02/2025", "alternate", "no", "x", "-", "Total", "F", "M."]
    ),
)


@given(kind=st.sampled_from(IntakeKind), data=st.data())
def test_any_list_ends_in_verdicts(kind: IntakeKind, data: st.DataObject) -> None:
    names = [field.name for field in FIELDS[kind]]
    chosen = data.draw(st.lists(st.sampled_from(names), min_size=1, max_size=8, unique=True))
    rows = data.draw(st.lists(st.tuples(*(CELLS for _ in chosen)), max_size=6))
    choices = data.draw(st.frozensets(st.sampled_from(Choice)))
    asked = table(kind, " ".join(["state", *(name for name in chosen if name != "state")]), *rows)
    corrections = {line.number: Correction(choices=choices) for line in asked.lines}
    preview = judged(asked, WITH_ANA, corrections)
    numbers = [row.number for row in preview.rows] + [line.number for line in preview.not_read]
    assert sorted(numbers) == [line.number for line in asked.lines]
    for row in preview.rows:
        assert (row.verdict is Verdict.ERROR) <= (not row.facts)
        assert (row.verdict in {Verdict.NEW, Verdict.CHANGED}) <= bool(row.facts)


@pytest.mark.parametrize("cells", [("alternate", None), (None, None), ("Alternate", MEETING.opens_on)])
def test_r5_an_alternate_for_one_meeting_stands_in_on_its_days(cells: tuple[Cell, Cell]) -> None:
    row = point("state person role since meeting", "Paraguay", "Eva Paz", *cells, "nmirf/2027", register=PLANNED)
    (fact,) = row.facts
    assert isinstance(fact, FocalPoint)
    assert fact == replace(STANDS_IN, key=fact.key)
    assert (row.verdict, row.does[0].said_in(catalog(Language.EN))) == (
        Verdict.NEW,
        "Designated as alternate for NMIRF/2027: Eva PAZ",
    )


def test_an_alternate_for_a_meeting_that_is_recorded_is_unchanged() -> None:
    known = replace(PLANNED, focal_points=(*PLANNED.focal_points, STANDS_IN))
    fields = "state person role since last_day meeting"
    days = (MEETING.opens_on, MEETING.closes_on)
    assert point(fields, "PRY", "Eva Paz", "Alternate", *days, "NMIRF/2027", register=known).verdict is (
        Verdict.UNCHANGED
    )
    row = point(fields, "PRY", "Eva Paz", "Alternate", DAY, None, "NMIRF/2027", register=known)
    assert (row.verdict, row.warned, row.facts) == (Verdict.UNCHANGED, True, ())
    assert "stands in on its days, from 10 May 2027 to 12 May 2027" in said(row)


def test_an_alternate_of_those_days_may_be_said_to_be_for_the_meeting() -> None:
    known = replace(PLANNED, focal_points=(*PLANNED.focal_points, replace(STANDS_IN, meeting=None)))
    row = point("state person meeting", "PRY", "Eva Paz", "NMIRF/2027", register=known)
    assert row.facts == (STANDS_IN,)
    assert [change_said(one, catalog(Language.EN)) for one in row.changes] == ["Meeting: – → NMIRF/2027"]


def test_only_an_alternate_is_designated_for_a_meeting_that_the_register_has() -> None:
    fields = "state person role meeting"
    assert "Only an alternate" in said(point(fields, "PRY", "Eva Paz", "votes", "NMIRF/2027", register=PLANNED))
    row = point(fields, "PRY", "Eva Paz", "alternate", "NMIRF/1999", register=PLANNED)
    assert (row.verdict, row.reasons[0].field) == (Verdict.ERROR, "meeting")
    assert "The register has no meeting “NMIRF/1999”" in said(row)


def test_who_is_in_the_way_is_named_with_the_days() -> None:
    row = point(FIELDS_SAID, "Paraguay", "Eva Paz", "", "votes", DAY, register=PLANNED)
    assert "Ana SOSA is marked as voting from 9 May 2024 on" in said(row)
    assert set(row.offers) == {Choice.END_EARLIER, Choice.NOT_VOTING}


def test_a_field_that_stays_empty_is_no_change() -> None:
    empty = table(IntakeKind.FOCAL_POINTS, "state")
    cells = RowCells(TableLine(2, ()), empty, NO_CORRECTION, ListDates(empty))
    draft = RowDraft(cells, STATES["PRY"], Standing(EMPTY, str), Reading(), NO_CORRECTION)
    for before, after in ((None, ""), ("", ""), (Listed(()), None), ("a", "a"), (Listed(("a",)), Listed(("a",)))):
        draft.change("Reference", before, after)
    assert not draft.changes
    draft.change("Reference", "", "NV 1")
    assert [change_said(one, catalog(Language.EN)) for one in draft.changes] == ["Reference: – → NV 1"]
