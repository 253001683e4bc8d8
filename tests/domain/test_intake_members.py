"""Rows of lists of members: each State's status by the rules, from the days that the list gives and no others."""

import datetime
from dataclasses import replace

import pytest

from nmirf_desktop.domain.honorifics import HONORIFICS
from nmirf_desktop.domain.intake import Cell, Correction, FieldChange, IntakeKind, Preview, Reading, Verdict
from nmirf_desktop.domain.intake.report import counts_said
from nmirf_desktop.domain.intake.words import compared, forms, genders
from nmirf_desktop.domain.members import (
    Basis,
    Communication,
    CommunicationForm,
    Ending,
    FocalPoint,
    Mechanism,
    MechanismType,
    Membership,
    MembershipKind,
)
from nmirf_desktop.domain.people import FormOfAddress
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.i18n.reading import DateOrder
from tests.intake import ADOPTED, EMPTY, ON, founder, judged, member, person, said, table, votes

LATER = datetime.date(2025, 7, 15)
BRAZIL = replace(EMPTY, memberships=(founder("BRA"),))
OBSERVING = replace(EMPTY, memberships=(founder("BRA", MembershipKind.OBSERVER),))


@pytest.mark.parametrize("day", [ADOPTED, datetime.date(2024, 5, 8)])
def test_r9_a_state_since_the_founding_days_is_a_founder(day: datetime.date) -> None:
    row = member("state status since", "Brésil", "Membre", day)
    (fact,) = row.facts
    assert row.verdict is Verdict.NEW
    assert isinstance(fact, Membership)
    assert (fact.state, fact.kind, fact.basis, fact.period) == (
        "BRA",
        MembershipKind.MEMBER,
        Basis.FOUNDING,
        Period(day),
    )


def test_r8_a_state_that_joined_later_without_its_letter_is_taken_in_and_flagged() -> None:
    row = member("state status since", "Uruguay", "Observador", LATER)
    (fact,) = row.facts
    assert (row.verdict, row.warned) == (Verdict.NEW, True)
    assert isinstance(fact, Membership)
    assert (fact.basis, fact.communication, fact.period.start) == (Basis.COMMUNICATION, None, LATER)
    assert "communication by which this State joined is missing" in said(row)


def test_r8_a_letter_in_the_list_founds_the_membership() -> None:
    row = member("state status since letter_date reference", "Uruguay", "Member", LATER, LATER, "NV 12/2025")
    letter = next(fact for fact in row.facts if isinstance(fact, Communication))
    joined = next(fact for fact in row.facts if isinstance(fact, Membership))
    assert row.verdict is Verdict.NEW
    assert letter.complete
    assert (letter.received_on, letter.reference, joined.communication) == (LATER, "NV 12/2025", letter.key)


def test_r8_a_letter_without_first_day_founds_it_on_its_receipt() -> None:
    row = member("state status letter_date", "Uruguay", "Member", LATER)
    assert any(isinstance(fact, Membership) and fact.period.start == LATER for fact in row.facts)


def test_r8_an_incomplete_letter_is_kept_and_founds_nothing() -> None:
    row = member("state status letter_date adoption", "Uruguay", "Member", LATER, "no")
    (letter,) = row.facts
    assert isinstance(letter, Communication)
    assert not letter.complete


def test_r8_a_first_day_beside_a_missing_element_is_refused() -> None:
    row = member("state status since adoption", "Uruguay", "Member", LATER, "no")
    assert row.verdict is Verdict.ERROR
    assert "decision to adopt the Declaration" in said(row)


def test_r8_an_earlier_letter_is_told_and_a_later_one_refused() -> None:
    early = member("state status since letter_date", "Uruguay", "Member", LATER, datetime.date(2025, 7, 2))
    late = member("state status since letter_date", "Uruguay", "Member", LATER, datetime.date(2025, 8, 2))
    assert (early.verdict, early.warned) == (Verdict.NEW, True)
    assert any(isinstance(fact, Communication) and fact.received_on == LATER for fact in early.facts)
    assert late.verdict is Verdict.ERROR


def letter_of(state: str, *, adoption: bool = True) -> Communication:
    """A letter without reference, received later."""
    return Communication(
        "letter", state, LATER, CommunicationForm.LETTER, MembershipKind.MEMBER,
        states_interest=True, states_adoption=adoption,
    )  # fmt: skip


JOINED = replace(
    EMPTY,
    memberships=(
        Membership("m", "URY", MembershipKind.MEMBER, Period(LATER), Basis.COMMUNICATION, communication="letter"),
    ),
    communications=(letter_of("URY"),),
)


@pytest.mark.parametrize("since", [LATER, None])
def test_a_letter_that_is_recorded_takes_the_reference_of_the_list(since: datetime.date | None) -> None:
    row = member(
        "state status since letter_date reference", "Uruguay", "Member", since, LATER, "NV 12/2025", register=JOINED
    )
    assert row.changes == (FieldChange("Reference", None, "NV 12/2025"),)
    assert row.facts == (replace(letter_of("URY"), reference="NV 12/2025"),)


@pytest.mark.parametrize(
    ("field", "cell", "told"), [("letter_date", datetime.date(2025, 6, 1), "2025"), ("adoption", "no", "lacks")]
)
def test_what_a_list_says_otherwise_of_a_recorded_letter_is_told(field: str, cell: object, told: str) -> None:
    row = member(f"state status since {field}", "Uruguay", "Member", LATER, cell, register=JOINED)  # type: ignore[arg-type]
    assert (row.verdict, row.warned, row.facts) == (Verdict.UNCHANGED, True, ())
    assert told in said(row)


def test_an_incomplete_letter_that_is_recorded_is_unchanged() -> None:
    register = replace(EMPTY, communications=(letter_of("URY", adoption=False),))
    row = member("state status letter_date adoption", "Uruguay", "Member", LATER, "no", register=register)
    assert (row.verdict, row.facts) == (Verdict.UNCHANGED, ())


@pytest.mark.parametrize("since", ["", None, "soon", "2024", 0.5, True, "31/12/1899", datetime.date(1899, 12, 31)])
def test_nothing_is_dated_by_the_day_of_the_import(since: object) -> None:
    row = member("state status since", "Ghana", "Member", since)  # type: ignore[arg-type]
    assert row.verdict is Verdict.ERROR
    assert not row.facts


@pytest.mark.parametrize("none", [datetime.date.max, "31/12/9999"])
def test_what_a_database_writes_where_there_is_no_end_is_no_last_day(none: object) -> None:
    row = member("state status since last_day", "Brazil", "Member", ADOPTED, none, register=BRAZIL)  # type: ignore[arg-type]
    assert row.verdict is Verdict.UNCHANGED


@pytest.mark.parametrize("fields", ["state status since", "state status last_day", "state status letter_date"])
def test_a_year_that_nobody_means_is_told(fields: str) -> None:
    row = member(fields, "Ghana", "Member", datetime.date(2925, 5, 9))
    assert row.verdict is Verdict.ERROR
    assert "2925" in said(row)


def test_nobody_belongs_before_the_network_was_founded() -> None:
    assert member("state status since", "Ghana", "Member", datetime.date(2020, 1, 1)).verdict is Verdict.ERROR


@pytest.mark.parametrize("name", ["Kosovo", "Palestine", "Taïwan", "Santa Sede", "European Union", "Écosse", "Niue"])
def test_r3_who_is_no_member_state_is_told_so_in_the_words_of_the_rule(name: str) -> None:
    row = member("state status since", name, "Member", ADOPTED)
    assert row.verdict is Verdict.ERROR
    assert "Only Member States of the United Nations" in said(row)
    assert not row.candidates


def test_a_doubtful_state_is_asked_and_never_guessed() -> None:
    korea, urugay = (member("state status since", name, "Member", ADOPTED) for name in ("Korea", "Urugay"))
    assert {state.iso3 for state in korea.candidates} == {"KOR", "PRK"}
    assert [state.iso3 for state in urugay.candidates] == ["URY"]
    assert korea.verdict is urugay.verdict is Verdict.ERROR
    assert not korea.facts
    assert not urugay.facts


def test_a_code_decides_between_two_states_and_contradicts_another() -> None:
    fields = "state code status since"
    assert member(fields, "Korea", "KOR", "Member", ADOPTED).state.iso3 == "KOR"  # type: ignore[union-attr]
    wrong = member(fields, "Chile", "PER", "Member", ADOPTED)
    assert wrong.verdict is Verdict.ERROR
    assert "Chile" in said(wrong)
    assert "Peru" in said(wrong)


def test_what_is_there_already_is_unchanged() -> None:
    assert member("state status since", "BRA", "member", ADOPTED, register=BRAZIL).verdict is Verdict.UNCHANGED
    assert member("state status", "Brazil", "Member", register=BRAZIL).verdict is Verdict.UNCHANGED
    assert member("state", "Brazil", register=BRAZIL).verdict is Verdict.UNCHANGED
    assert member("state", "Peru", register=BRAZIL).verdict is Verdict.ERROR
    assert member("state status", "Peru", "Neither", register=BRAZIL).verdict is Verdict.UNCHANGED


def test_another_first_day_is_changed_where_no_letter_founds_it() -> None:
    day = datetime.date(2025, 6, 2)
    known = Membership("m", "BRA", MembershipKind.MEMBER, Period(day), Basis.COMMUNICATION)
    row = member("state status since", "Brazil", "Member", LATER, register=replace(EMPTY, memberships=(known,)))
    assert FieldChange("Since", day, LATER) in row.changes
    (fact,) = row.facts
    assert isinstance(fact, Membership)
    assert (fact.key, fact.basis, fact.period) == ("m", Basis.COMMUNICATION, Period(LATER))


def test_r9_who_took_part_in_asuncion_belongs_from_then_whatever_a_list_says() -> None:
    row = member("state status since", "Brazil", "Member", LATER, register=BRAZIL)
    assert (row.verdict, row.facts) == (Verdict.ERROR, ())
    assert "took part in Asunción" in said(row)


def test_another_first_day_is_refused_where_a_letter_founds_it() -> None:
    letter = Communication("c", "BRA", LATER, CommunicationForm.LETTER, MembershipKind.MEMBER, True, True, True)
    joined = Membership("m", "BRA", MembershipKind.MEMBER, Period(LATER), Basis.COMMUNICATION, "c")
    register = replace(EMPTY, memberships=(joined,), communications=(letter,))
    row = member("state status since", "Brazil", "Member", datetime.date(2025, 9, 1), register=register)
    assert row.verdict is Verdict.ERROR
    assert "correct the letter" in said(row)
    other = member("state status since reference", "Brazil", "Member", LATER, "NV 7", register=register)
    assert other.facts == (replace(letter, reference="NV 7"),)


def test_r10_an_observer_that_became_a_member_changes_its_status_and_its_contacts_end() -> None:
    contact = replace(votes("f", person("p", "BRA")), voting=False)
    register = replace(OBSERVING, focal_points=(contact,), people=(person("p", "BRA"),))
    row = member("state status since reference", "Brazil", "Member", LATER, "NV 9", register=register)
    old, new = (fact for fact in row.facts if isinstance(fact, Membership))
    assert (old.period, old.ending) == (Period(ADOPTED, LATER), Ending.CHANGE_OF_STATUS)
    assert (new.kind, new.basis, new.period) == (MembershipKind.MEMBER, Basis.MECHANISM_ESTABLISHED, Period(LATER))
    assert new.reference == "NV 9"
    assert [fact.period.end for fact in row.facts if isinstance(fact, FocalPoint)] == [LATER]


def test_r11_a_last_day_is_a_withdrawal() -> None:
    row = member(
        "state status since last_day", "Brazil", "Member", ADOPTED, datetime.date(2026, 1, 31), register=BRAZIL
    )
    (fact,) = row.facts
    assert isinstance(fact, Membership)
    assert (fact.period.last_day, fact.ending) == (datetime.date(2026, 1, 31), Ending.WITHDRAWAL)
    assert fact.leaving_received_on is None


def test_a_state_that_left_may_join_again() -> None:
    left = replace(founder("BRA"), period=Period(ADOPTED, LATER), ending=Ending.WITHDRAWAL)
    row = member(
        "state status since",
        "Brazil",
        "Member",
        datetime.date(2026, 2, 1),
        register=replace(EMPTY, memberships=(left,)),
    )
    assert row.facts
    assert (row.verdict, row.warned) == (Verdict.NEW, True)


def test_a_list_that_has_a_member_as_neither_is_asked_when_it_left() -> None:
    assert member("state status", "Brazil", "Neither", register=BRAZIL).verdict is Verdict.ERROR


def test_a_status_that_no_column_says_is_asked_or_chosen_for_the_whole_list() -> None:
    assert member("state since", "Peru", ADOPTED).verdict is Verdict.ERROR
    row = member("state since", "Peru", ADOPTED, reading=Reading(status=MembershipKind.MEMBER))
    assert row.verdict is Verdict.NEW


def test_a_state_twice_is_an_error_that_names_the_first_line_and_an_identical_one_a_warning() -> None:
    rows = (("Brazil", "Member", ADOPTED), ("BRA", "Member", ADOPTED), ("Brasil", "Observer", ADOPTED))
    first, same, other = judged(table(IntakeKind.MEMBERS, "state status since", *rows)).rows
    assert first.verdict is Verdict.NEW
    assert (same.verdict, same.warned, same.facts) == (Verdict.UNCHANGED, True, ())
    assert (other.verdict, other.facts) == (Verdict.ERROR, ())
    assert "Line 2" in said(same)
    assert "Line 2" in said(other)


def test_a_group_is_compared_and_never_changed() -> None:
    right = member("state status since group", "Brazil", "Member", ADOPTED, "GRULAC", register=BRAZIL)
    wrong = member("state status since group", "Brazil", "Member", ADOPTED, "WEOG", register=BRAZIL)
    assert right.verdict is Verdict.UNCHANGED
    assert (wrong.verdict, wrong.warned, wrong.facts) == (Verdict.UNCHANGED, True, ())


MECHANISM = Mechanism(
    "x", "BRA", Period(ADOPTED), Trilingual(en="Committee"), MechanismType.OTHER, emails=("a@example.org",)
)
WITH_MECHANISM = replace(BRAZIL, mechanisms=(MECHANISM,))
FIELDS = "state status since mechanism mechanism_type mechanism_since web emails"


def test_a_mechanism_is_new_with_its_day_and_left_out_without() -> None:
    row = member(
        FIELDS,
        "Brazil",
        "Member",
        ADOPTED,
        "Comité",
        "Interministériel",
        LATER,
        register=BRAZIL,
        reading=Reading(Language.FR),
    )
    (fact,) = row.facts
    assert isinstance(fact, Mechanism)
    assert (fact.name.fr, fact.name.source, fact.type) == ("Comité", Language.FR, MechanismType.INTERMINISTERIAL)


def test_a_mechanism_without_a_first_day_exists_since_the_states_own_and_that_is_said() -> None:
    row = member(FIELDS, "Brazil", "Member", ADOPTED, "Comité", register=BRAZIL)
    (fact,) = row.facts
    assert isinstance(fact, Mechanism)
    assert (fact.period.start, row.warned) == (ADOPTED, True)
    assert "9 May 2024 is recorded, the first day of the State’s membership" in said(row)
    joining = member("state status since mechanism", "Uruguay", "Member", LATER, "Comité")
    assert [fact.period.start for fact in joining.facts if isinstance(fact, Mechanism)] == [LATER]


def test_one_day_for_all_mechanisms_without_one_is_no_warning() -> None:
    day = datetime.date(2020, 3, 1)
    chosen = Reading(mechanisms=day)
    row = member("state status since mechanism", "Brazil", "Member", ADOPTED, "Comité", register=BRAZIL, reading=chosen)
    (fact,) = row.facts
    assert (fact.period.start, row.warned) == (day, False)  # type: ignore[union-attr]
    assert "1 March 2020 is recorded, as for the whole list" in said(row)


def test_a_mechanism_without_any_day_is_left_out_and_that_is_said() -> None:
    unread = member(FIELDS, "Brazil", "Member", ADOPTED, "Comité", None, "soon", register=BRAZIL)
    assert (unread.facts, unread.warned) == ((), True)
    assert "The mechanism is left out" in said(unread)


@pytest.mark.parametrize("cell", [45719, 45719.0, 45719.5, "45719"])
def test_a_day_that_a_spreadsheet_counts_is_read_and_told(cell: Cell) -> None:
    row = member("state status since", "Uruguay", "Member", cell)
    assert [fact.period.start for fact in row.facts if isinstance(fact, Membership)] == [datetime.date(2025, 3, 3)]
    assert row.warned
    assert "is read as 3 March 2025" in said(row)


@pytest.mark.parametrize("cell", [2025, "2025", 7, 12345, 999999])
def test_a_year_or_another_number_is_no_day(cell: Cell) -> None:
    row = member("state status since", "Uruguay", "Member", cell)
    assert (row.verdict, row.facts) == (Verdict.ERROR, ())
    assert "is not a day that can be read" in said(row)


def test_a_date_put_in_by_hand_is_read_as_its_column_is() -> None:
    rows = (("Kenya", "Member", "23/05/2025"), ("Peru", "Member", "05/23/2025"), ("Togo", "Member", "9 May 2025"))
    asked = table(IntakeKind.MEMBERS, "state status since", *rows)
    corrected = judged(asked, corrections={4: Correction({"since": "04/05/2025"})}).rows[2]
    assert corrected.verdict is Verdict.ERROR
    assert "may be two days" in said(corrected)


def test_what_a_list_leaves_out_is_said_before_it_is_taken_in() -> None:
    asked = replace(
        table(IntakeKind.MEMBERS, "state status since focal_point emails", ("Kenya", "Member", LATER, "x", "a@b.org")),
        unread=("Remarks",),
    )
    left_out = [one.said_in(catalog(Language.EN)) for one in judged(asked).left_out]
    assert left_out == [
        "What these columns hold is not imported: Focal point.",
        "E-mail addresses and telephone numbers beside focal points are imported with the list of focal points.",
        "These columns are not read: “Remarks”.",
    ]


def test_how_many_do_what_and_how_many_of_them_have_a_warning_is_counted() -> None:
    rows = (("Kenya", "Member", LATER), ("Peru", "Member", LATER), ("Togo", "Member", None))
    shown = judged(table(IntakeKind.MEMBERS, "state status since", *rows))
    assert counts_said(shown, catalog(Language.EN)) == (
        "New: 2, of which 2 with a warning · Changed: 0 · Unchanged: 0 · Error: 1"
    )


def test_what_a_list_adds_to_a_mechanism_is_shown_field_by_field_and_takes_nothing_away() -> None:
    cells = ("Brazil", "Member", ADOPTED, "Committee", None, None, "https://example.org", "b@example.org")
    row = member(FIELDS, *cells, register=WITH_MECHANISM)
    (fact,) = row.facts
    assert isinstance(fact, Mechanism)
    assert fact.emails == ("b@example.org", "a@example.org")
    assert [change.label for change in row.changes] == ["Web address", "E-mail"]
    assert (
        member(FIELDS, "Brazil", "Member", ADOPTED, "Committee", register=WITH_MECHANISM).verdict is Verdict.UNCHANGED
    )


def test_addresses_beside_a_focal_point_are_not_the_mechanism_s() -> None:
    row = member(
        "state status focal_point emails", "Brazil", "Member", "Ana SOSA", "ana@example.org", register=WITH_MECHANISM
    )
    assert row.verdict is Verdict.UNCHANGED


def test_sums_notes_and_headings_of_groups_are_told_as_not_read() -> None:
    rows = (("GRULAC",), ("Brazil", "Member", ADOPTED), ("Total: 1",), ("Source: example.org",), ("* As of May",))
    preview = judged(table(IntakeKind.MEMBERS, "state status since", *rows))
    assert [row.number for row in preview.rows] == [3]
    assert [line.number for line in preview.not_read] == [2, 4, 5, 6]


def test_a_state_with_the_mark_of_a_footnote_is_a_row_that_is_asked_about() -> None:
    row = member("state status since", "*Perú", "Miembro", ADOPTED)
    assert (row.verdict, [state.iso3 for state in row.candidates]) == (Verdict.ERROR, ["PER"])


def test_a_text_that_is_too_long_is_told() -> None:
    row = member(FIELDS, "Brazil", "Member", ADOPTED, "x" * 300, None, ADOPTED, register=BRAZIL)
    assert row.verdict is Verdict.ERROR
    assert "300" in said(row)


def test_the_day_of_the_import_decides_nothing() -> None:
    fields, cells = "state status since", ("Uruguay", "Member", LATER)
    days = [ON, datetime.date(2030, 1, 1)]
    rows = [member(fields, *cells, register=replace(EMPTY, on=day)) for day in days]
    assert rows[0].facts == rows[1].facts


SOME_DAYS = ("04/05/2025", "06/07/2025")
SEVERAL = table(
    IntakeKind.MEMBERS, "state status since", *zip(("Peru", "Chile"), ("member",) * 2, SOME_DAYS, strict=True)
)


def starts(shown: Preview) -> list[datetime.date]:
    """The first days of the memberships that a list brings."""
    return [fact.period.start for row in shown.rows for fact in row.facts if isinstance(fact, Membership)]


def test_a_date_of_two_meanings_is_told_with_both_in_words() -> None:
    shown = judged(SEVERAL)
    assert starts(shown) == [datetime.date(2025, 5, 4), datetime.date(2025, 7, 6)]
    assert [(row.verdict, row.warned) for row in shown.rows] == [(Verdict.NEW, True)] * 2
    assert "“04/05/2025” is read as 4 May 2025, and may be 5 April 2025" in said(shown.rows[0])
    assert "read with the day first" in shown.notes[0].said_in(catalog(Language.EN))


@pytest.mark.parametrize(
    ("order", "first"),
    [(DateOrder.DAY_FIRST, datetime.date(2025, 5, 4)), (DateOrder.MONTH_FIRST, datetime.date(2025, 4, 5))],
)
def test_the_order_that_is_chosen_for_the_list_leaves_no_doubt(order: DateOrder, first: datetime.date) -> None:
    shown = judged(SEVERAL, reading=Reading(dates=order))
    assert starts(shown)[0] == first
    assert "may be" not in said(shown.rows[0])
    assert not any("nothing in it shows" in note.said_in(catalog(Language.EN)) for note in shown.notes)


@pytest.mark.parametrize(
    ("proof", "first"), [("23/05/2025", datetime.date(2025, 5, 4)), ("05/23/2025", datetime.date(2025, 4, 5))]
)
@pytest.mark.parametrize("chosen", [None, *(DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST)])
def test_a_column_that_shows_its_order_is_read_so_whatever_was_chosen(
    proof: str, first: datetime.date, chosen: DateOrder | None
) -> None:
    rows = (("Peru", "member", "04/05/2025"), ("Chile", "member", proof))
    shown = judged(table(IntakeKind.MEMBERS, "state status since", *rows), reading=Reading(dates=chosen))
    assert starts(shown)[0] == first
    assert "may be" not in said(shown.rows[0])


def test_a_column_of_both_orders_keeps_its_doubtful_dates_out_until_one_is_chosen() -> None:
    rows = (("Peru", "member", "04/05/2025"), ("Chile", "member", "23/05/2025"), ("Cuba", "member", "05/23/2025"))
    asked = table(IntakeKind.MEMBERS, "state status since", *rows)
    assert [row.verdict is Verdict.ERROR for row in judged(asked).rows] == [True, False, False]
    proved = datetime.date(2025, 5, 23)
    chosen = judged(asked, reading=Reading(dates=DateOrder.MONTH_FIRST))
    assert starts(chosen) == [datetime.date(2025, 4, 5), proved, proved]


def test_a_date_put_right_by_hand_is_read_as_its_column_is() -> None:
    rows = (("Peru", "member", "soon"), ("Chile", "member", "05/23/2025"))
    asked = table(IntakeKind.MEMBERS, "state status since", *rows)
    by_hand = {2: Correction({"since": "04/05/2025"})}
    assert starts(judged(asked, corrections=by_hand))[0] == datetime.date(2025, 4, 5)
    alone = table(IntakeKind.MEMBERS, "state status since", rows[0])
    (row,) = judged(alone, corrections=by_hand).rows
    assert "may be 5 April 2025" in said(row)


def test_a_column_of_an_office_s_own_numbers_is_left_out_with_one_warning() -> None:
    rows = (("Peru", "17", "member", ADOPTED), ("Chile", "604", "member", ADOPTED), ("Cuba", "CUB", "member", ADOPTED))
    shown = judged(table(IntakeKind.MEMBERS, "state code status since", *rows))
    assert [(row.state.iso3 if row.state else "", row.verdict) for row in shown.rows] == [
        ("PER", Verdict.NEW), ("CHL", Verdict.NEW), ("CUB", Verdict.NEW),
    ]  # fmt: skip
    (warning,) = shown.warnings
    assert warning.said_in(catalog(Language.EN)).startswith("The column “Code” is not read: most of what it holds")


@pytest.mark.parametrize("codes", [("PER", "CHL", "17"), ("CHL", "CUB", "PER"), ("PER", "CHL", "XX")])
def test_a_code_that_contradicts_its_name_is_an_error_where_the_column_holds_codes(codes: tuple[str, ...]) -> None:
    rows = zip(("Peru", "Chile", "Cuba"), codes, ("member",) * 3, (ADOPTED,) * 3, strict=True)
    shown = judged(table(IntakeKind.MEMBERS, "state code status since", *rows))
    assert not shown.warnings
    assert shown.rows[2].verdict is Verdict.ERROR


@pytest.mark.parametrize("typed", HONORIFICS)
def test_every_honorific_is_known_in_a_list_as_before_a_name(typed: str) -> None:
    assert (genders()[compared(typed)], forms()[compared(f"{typed}.")]) == (HONORIFICS[typed], FormOfAddress.PLAIN)
