"""Lists of the Network's work judged row by row: new, changed, the same, or wrong in one sentence (R42 to R45)."""

import datetime
import itertools
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nmirf_desktop.domain.action_plans import ActionPlan, PlannedAction, PlanPriority
from nmirf_desktop.domain.activities import KIND_LABELS, Activity, ActivityKind, TakingPart
from nmirf_desktop.domain.contributions import Contribution, ContributionKind
from nmirf_desktop.domain.encouragement import Contact
from nmirf_desktop.domain.good_practices import Area, GoodPractice
from nmirf_desktop.domain.intake import (
    WORK,
    ByHand,
    Cell,
    Choice,
    Correction,
    IntakeKind,
    IntakeTable,
    Preview,
    PreviewRow,
    Reading,
    Verdict,
    WorkFact,
)
from nmirf_desktop.domain.intake.drafts import in_bounds
from nmirf_desktop.domain.intake.fields import FIELDS
from nmirf_desktop.domain.intake.judging import Against, preview
from nmirf_desktop.domain.intake.report import change_said, line_said
from nmirf_desktop.domain.intake.standing import Snapshot
from nmirf_desktop.domain.intake.words import compared
from nmirf_desktop.domain.intake.work_standing import WorkRecords, WorkStanding
from nmirf_desktop.domain.intake.work_synonyms import ALSO
from nmirf_desktop.domain.intake.work_tables import rows_of
from nmirf_desktop.domain.intake.work_words import LABELS, own_words
from nmirf_desktop.domain.objectives import OBJECTIVE_LABELS, Objective
from nmirf_desktop.domain.ohchr_support import OhchrSupport, SupportKind
from nmirf_desktop.domain.participants import Partner, PartnerKind
from nmirf_desktop.domain.partnerships import STANDING, Partnership, PartnershipForm
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language, catalog
from tests.intake import NAMES, STATES, said, table

TODAY = datetime.date(2026, 11, 25)
DAY = datetime.date(2026, 3, 10)
ACADEMY = Partner(
    "academy", Trilingual.final("Academy, of law and rights", "Académie", "Academia"), PartnerKind.ACADEMIA
)
WORKSHOP = Activity(
    "workshop", ActivityKind.WORKSHOP, Trilingual.final("Workshop", "Atelier", "Taller"), DAY, DAY,
    objectives=(Objective.CAPACITIES,),
)  # fmt: skip
PLAN = ActionPlan("plan", Trilingual.final("Plan", "Plan", "Plan"), 2025, 2028)
FIRST = PlanPriority("first", "plan", Trilingual.final("Meet", "Réunir", "Reunir"), (Objective.EXCHANGE,), 0)
ACTION = PlannedAction("action", "first", Trilingual.final("Prepare", "Préparer", "Preparar"), due_on=DAY)


def register(*records: WorkFact, partners: Sequence[Partner] = (ACADEMY,)) -> Snapshot:
    """A register with these records."""
    return Snapshot(TODAY, STATES, work=WorkRecords(TODAY, tuple(partners), records))


def judged(
    asked: IntakeTable,
    known: Snapshot,
    language: Language = Language.EN,
    corrections: Mapping[int, Correction] | None = None,
) -> Preview:
    """The preview of a list."""
    keys = itertools.count()
    against = Against(known, NAMES, lambda: f"new-{next(keys)}")
    return preview(asked, against, ByHand(Reading(language), corrections or {}))


def row(
    kind: IntakeKind, fields: str, *cells: Cell, known: Snapshot | None = None, language: Language = Language.EN
) -> PreviewRow:
    """One row of a list, judged."""
    return judged(table(kind, fields, cells), known or register(), language).rows[0]


def changes(one: PreviewRow) -> list[str]:
    """What a row changes, in words."""
    return [change_said(change, catalog(Language.EN)) for change in one.changes]


# -- what left comes back ----------------------------------------------------------------------------------------------

LETTERS = st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"])
TEXT = st.text(LETTERS, max_size=20)
WRITTEN = TEXT.filter(lambda text: any(sign.isalpha() for sign in text))
LINES = st.one_of(TEXT, st.sampled_from(["Two\nlines", "a; b", "1. First\n2. Second"]))


def trilingual(texts: st.SearchStrategy[str], *, filled: bool = False) -> st.SearchStrategy[Trilingual]:
    """A text in up to three languages."""
    made = st.builds(Trilingual, texts, texts, texts, st.sampled_from(Language))
    return made.filter(lambda one: any(len(one[each].strip()) > 1 for each in Language)) if filled else made


DAYS = st.dates(datetime.date(2020, 1, 1), TODAY)
TITLES = trilingual(WRITTEN, filled=True)
OBJECTIVES = st.lists(st.sampled_from(Objective), unique=True).map(
    lambda several: tuple(one for one in Objective if one in several)
)
TONGUES = st.lists(st.sampled_from(Language), unique=True).map(
    lambda several: tuple(one for one in Language if one in several)
)
CODES = st.sampled_from(["PRY", "BIH", "FSM", "MAR", "COD", "TTO", "KOR"])
KEYS = st.integers(0, 40).map(lambda number: f"key-{number}")
MAYBE = st.one_of(st.none(), DAYS)


def _activities() -> st.SearchStrategy[WorkFact]:
    made = st.builds(
        Activity, KEYS, st.sampled_from(ActivityKind), TITLES, DAYS, DAYS, trilingual(TEXT), TONGUES, OBJECTIVES,
        trilingual(LINES), st.none(), LINES,
    )  # fmt: skip
    return made.map(lambda one: replace(one, ends_on=max(one.begins_on, one.ends_on)))


RECORDS: Mapping[IntakeKind, st.SearchStrategy[Any]] = {
    IntakeKind.ACTIVITIES: _activities(),
    IntakeKind.CONTACTS: st.builds(Contact, KEYS, CODES, DAYS, WRITTEN, WRITTEN),
    IntakeKind.PARTNERSHIPS: st.builds(
        Partnership, KEYS, st.sampled_from(["academy", "ohchr"]), DAYS.map(Period), st.sampled_from(PartnershipForm),
        trilingual(TEXT), OBJECTIVES, trilingual(LINES), TEXT, trilingual(TEXT),
    ),
    IntakeKind.OHCHR_SUPPORT: st.builds(
        OhchrSupport, KEYS, st.just("ohchr"), DAYS, st.sampled_from(SupportKind), TITLES, st.one_of(st.none(), CODES)
    ),
    IntakeKind.GOOD_PRACTICES: st.builds(
        GoodPractice, KEYS, CODES, TITLES, st.sampled_from(Area), DAYS, st.just(1), trilingual(LINES), OBJECTIVES,
        trilingual(TEXT), TONGUES, DAYS, TEXT, st.none(), LINES,
    ),
    IntakeKind.CONTRIBUTIONS: st.builds(
        Contribution, KEYS, st.sampled_from(ContributionKind), TITLES, DAYS, st.one_of(st.none(), CODES),
        st.sampled_from(Language), st.none(), MAYBE, MAYBE, st.just("https://example.org"), LINES,
    ),
}  # fmt: skip


def back(kind: IntakeKind, known: Snapshot, language: Language, *, keyed: bool) -> Preview:
    """The preview of a list that the program wrote itself, with its identifiers or without."""
    standing = WorkStanding(known.work, known.meetings, str)
    names = [field.name for field in FIELDS[kind] if not field.derived and (keyed or field.name != "key")]
    rows = rows_of(kind, standing, STATES, catalog(language))
    cells = [tuple(one.get(name) for name in names) for one in rows]
    return judged(table(kind, " ".join(names), *cells), known, language)


@pytest.mark.parametrize("kind", list(RECORDS))
@given(data=st.data(), language=st.sampled_from(Language))
def test_a_list_that_the_program_wrote_comes_back_with_nothing_new(
    kind: IntakeKind, data: st.DataObject, language: Language
) -> None:
    records = data.draw(st.lists(RECORDS[kind].map(in_bounds), max_size=5, unique_by=lambda one: one.key))
    shown = back(kind, register(*records), language, keyed=True)
    assert [one.verdict for one in shown.rows] == [Verdict.UNCHANGED] * len(records), [
        line_said(one, catalog(Language.EN)) for one in shown.rows
    ]
    assert not shown.imported
    assert not shown.not_read


@given(data=st.data(), language=st.sampled_from(Language), keyed=st.booleans())
def test_a_plan_that_the_program_wrote_comes_back_with_nothing_new(
    data: st.DataObject, language: Language, keyed: bool
) -> None:
    actions = data.draw(
        st.lists(
            st.builds(PlannedAction, KEYS, st.just("first"), TITLES, trilingual(TEXT), st.just(0), MAYBE, MAYBE),
            max_size=4,
            unique_by=lambda one: one.key,
        )
    )
    legal = [
        replace(one, due_on=max(one.begins_on, one.due_on) if one.begins_on and one.due_on else one.due_on, rank=place)
        for place, one in enumerate(map(in_bounds, actions))
    ]
    shown = back(IntakeKind.ACTION_PLANS, register(PLAN, FIRST, *legal), language, keyed=keyed)
    assert not shown.imported, [line_said(one, catalog(Language.EN)) for one in shown.rows]
    assert not shown.wrong


@pytest.mark.parametrize("language", Language)
def test_who_took_part_comes_back_with_names_that_hold_what_separates_names(language: Language) -> None:
    parts = [
        TakingPart("a", "workshop", "BIH", host=True),
        TakingPart("b", "workshop", "FSM"),
        TakingPart("c", "workshop", partner="academy"),
        TakingPart("d", "workshop", partner=STANDING.key),
    ]
    known = register(WORKSHOP, *parts)
    for keyed in (True, False):
        assert not back(IntakeKind.ACTIVITIES, known, language, keyed=keyed).imported
    names = ", ".join([STATES["BIH"].said_in(catalog(language)), ACADEMY.name[language], STANDING.name[language]])
    shown = row(IntakeKind.ACTIVITIES, "begins_on title who", DAY, "Atelier", names, known=known)
    assert shown.verdict is Verdict.UNCHANGED, said(shown)


# -- what a hand wrote ------------------------------------------------------------------------------------------------


def test_r42_an_activity_by_hand_with_objectives_in_words_and_names_of_many_kinds() -> None:
    fields = "begins_on ends_on title kind objectives who hosts place languages result"
    one = row(
        IntakeKind.ACTIVITIES, fields, "10 mars 2026", "2026-03-12", "Taller de indicadores", "Atelier",
        "2 y Intercambio", "PRY; Marruecos and Academia", "Bosnia and Herzegovina", "Asunción", "English, español",
        "Se aprobó", language=Language.ES,
    )  # fmt: skip
    assert one.verdict is Verdict.ERROR
    assert "“intercambio” is no objective" in said(one)
    one = row(
        IntakeKind.ACTIVITIES, fields, "10 mars 2026", "2026-03-12", "Taller de indicadores", "Atelier",
        f"2 y {catalog(Language.ES).gettext(OBJECTIVE_LABELS[Objective.EXCHANGE])}", "PRY; Marruecos and Academia",
        "Bosnia and Herzegovina", "Asunción", "English, español", "Se aprobó", language=Language.ES,
    )  # fmt: skip
    assert one.verdict is Verdict.NEW, said(one)
    made, *parts = one.facts
    assert isinstance(made, Activity)
    assert (made.kind, made.begins_on, made.ends_on) == (ActivityKind.WORKSHOP, DAY, datetime.date(2026, 3, 12))
    assert (made.title.es, made.title.source, made.place.es) == ("Taller de indicadores", Language.ES, "Asunción")
    assert made.objectives == (Objective.CAPACITIES, Objective.EXCHANGE)
    assert made.languages == (Language.EN, Language.ES)
    found = {(one.state or one.partner, one.host) for one in parts if isinstance(one, TakingPart)}
    assert found == {("PRY", False), ("MAR", False), ("academy", False), ("BIH", True)}


def test_an_activity_that_is_known_takes_what_the_list_adds_and_loses_nothing() -> None:
    known = register(WORKSHOP, TakingPart("a", "workshop", "PRY"))
    one = row(IntakeKind.ACTIVITIES, "begins_on title who result", DAY, "taller", "Kenya", "A guide", known=known)
    assert one.verdict is Verdict.CHANGED
    assert changes(one) == ["Result (English): – → A guide"]
    assert "Take part from now on: Kenya." in [phrase.said_in(catalog(Language.EN)) for phrase in one.does]
    assert {type(fact) for fact in one.facts} == {Activity, TakingPart}


def test_a_record_is_corrected_by_its_identifier_whatever_it_is_called() -> None:
    one = row(IntakeKind.ACTIVITIES, "key title_fr begins_on", "workshop", "Séminaire", DAY, known=register(WORKSHOP))
    assert (one.verdict, changes(one)) == (Verdict.CHANGED, ["Title in French: Atelier → Séminaire"])
    one = row(IntakeKind.ACTIVITIES, "key title begins_on", "nothing", "X", DAY, known=register(WORKSHOP))
    assert "no record of this identifier" in said(one)


FULL = replace(
    WORKSHOP, ends_on=datetime.date(2026, 3, 12), place=Trilingual.final("Nairobi", "Nairobi", "Nairobi"),
    languages=(Language.EN, Language.FR), objectives=(Objective.CAPACITIES, Objective.EXCHANGE),
    result=Trilingual.final("A guide", "Un guide", "Una guía"), note="Two days",
)  # fmt: skip
PARTS = (
    TakingPart("a", "workshop", "PRY", host=True),
    TakingPart("b", "workshop", "BRA"),
    TakingPart("c", "workshop", partner="academy"),
    TakingPart("d", "other", "BRA"),
)


def corrected(kind: IntakeKind, known: Snapshot, place: int = 0, /, **cells: Cell) -> PreviewRow:
    """A row of a list that the program wrote to be corrected, which came back with some *cells* put right."""
    standing = WorkStanding(known.work, known.meetings, str)
    names = [field.name for field in FIELDS[kind] if not field.derived]
    written: list[Mapping[str, Cell]] = list(rows_of(kind, standing, STATES, catalog(Language.EN)))
    written[place] = {**written[place], **cells}
    asked = table(kind, " ".join(names), *(tuple(one.get(name) for name in names) for one in written))
    return judged(asked, known).rows[place]


def test_a_row_with_an_identifier_takes_out_who_is_no_more_in_its_cells() -> None:
    known = register(FULL, *PARTS)
    one = corrected(IntakeKind.ACTIVITIES, known, hosts="OHCHR", who="Brazil")
    assert one.verdict is Verdict.CHANGED, said(one)
    assert sorted(fact.key for fact in one.gone) == ["a", "c"]
    (joins,) = one.facts
    assert isinstance(joins, TakingPart)
    assert (joins.partner, joins.host) == (STANDING.key, True)
    assert changes(one) == [
        "Hosts: Paraguay → Office of the United Nations High Commissioner for Human Rights (OHCHR)",
        "Took part: Brazil, Academy, of law and rights → Brazil",
    ]
    told = [phrase.said_in(catalog(Language.EN)) for phrase in one.does]
    assert told[1:] == ["Taken out: Paraguay, Academy, of law and rights."]


def test_a_list_to_correct_is_in_the_order_of_days() -> None:
    later = replace(WORKSHOP, key="later", begins_on=TODAY, ends_on=TODAY)
    known = register(later, WORKSHOP)
    standing = WorkStanding(known.work, (), str)
    assert [one["key"] for one in rows_of(IntakeKind.ACTIVITIES, standing, STATES, catalog(Language.EN))] == [
        "workshop", "later",
    ]  # fmt: skip


def test_a_list_to_correct_says_that_it_corrects() -> None:
    for key, told in (("workshop", True), (None, False)):
        shown = judged(table(IntakeKind.ACTIVITIES, "key begins_on title", (key, DAY, "Workshop")), register(FULL))
        assert (
            any("Lines with an identifier correct" in note.said_in(catalog(Language.EN)) for note in shown.notes)
            is told
        )


def test_a_host_that_stands_among_the_others_is_one_of_them_and_an_emptied_cell_empties() -> None:
    one = corrected(IntakeKind.ACTIVITIES, register(FULL, *PARTS), hosts=None, who="Paraguay; Brazil")
    (part,) = one.facts
    assert isinstance(part, TakingPart)
    assert (part.key, part.host) == ("a", False)
    assert [fact.key for fact in one.gone] == ["c"]


def test_what_a_row_with_an_identifier_has_emptied_is_empty_and_named() -> None:
    emptied = {"result_en": None, "ends_on": None, "objectives": None, "languages": "-", "note": None, "place_fr": ""}
    one = corrected(IntakeKind.ACTIVITIES, register(FULL, *PARTS), **emptied)
    (made,) = one.facts
    assert isinstance(made, Activity)
    assert (made.result.en, made.result.fr, made.place.fr) == ("", "Un guide", "")
    assert (made.ends_on, made.objectives, made.languages, made.note) == (DAY, (), (), "")
    assert not one.gone
    assert {change.label for change in one.changes} == {
        "Last day", "Objectives", "Languages", "Note", "Result (English)", "Place (French)",
    }  # fmt: skip


def evidence_of(row: PreviewRow) -> Trilingual:
    (action,) = row.facts
    assert isinstance(action, PlannedAction)
    return action.evidence


def test_an_address_of_one_language_as_evidence_stays_when_that_of_another_is_put_right() -> None:
    one, two, three = (f"https://www.ohchr.org/{language}/visits" for language in ("en", "fr", "new"))
    own = replace(ACTION, evidence=Trilingual.final(one, two, one))
    put_right = evidence_of(corrected(IntakeKind.ACTION_PLANS, register(PLAN, FIRST, own), 1, evidence_en=three))
    assert (put_right.en, put_right.fr, put_right.es) == (three, two, three)
    same = register(PLAN, FIRST, replace(ACTION, evidence=Trilingual.final(one, one, one)))
    put_right = evidence_of(corrected(IntakeKind.ACTION_PLANS, same, 1, evidence_en=three))
    assert put_right == Trilingual.final(three, three, three)
    put_right = evidence_of(corrected(IntakeKind.ACTION_PLANS, same, 1, evidence_fr=two))
    assert (put_right.en, put_right.fr, put_right.es) == (one, two, one)


@pytest.mark.parametrize("name", ["kind", "begins_on"])
def test_what_an_activity_must_have_is_asked_for_where_its_cell_was_emptied(name: str) -> None:
    one = corrected(IntakeKind.ACTIVITIES, register(FULL), **{name: None})
    assert one.verdict is Verdict.ERROR
    assert "This row gives no" in said(one)


def _held() -> list[tuple[IntakeKind, tuple[WorkFact, ...], str]]:
    text = Trilingual.final("A", "B", "C")
    practice = GoodPractice(
        "p", "PER", text, Area.DATA, DAY, 1, text, (Objective.EXCHANGE,), text, (Language.EN,), DAY, "X", None, "N"
    )  # fmt: skip
    sent = Contribution(
        "c", ContributionKind.PRACTICE, text, DAY, "PER", Language.FR, "p", DAY, DAY, "https://example.org", "N"
    )
    partnership = Partnership(
        "s", "academy", Period.of_days(DAY, TODAY), PartnershipForm.AGREEMENT, text, (Objective.EXCHANGE,), text, "R",
        reason=text,
    )  # fmt: skip
    support = OhchrSupport("o", "ohchr", DAY, SupportKind.ADVICE, text, "PER")
    action = replace(ACTION, responsible=text, begins_on=DAY, begun_on=DAY, done_on=DAY, reason=text, evidence=text)
    return [
        (IntakeKind.GOOD_PRACTICES, (practice,),
         "text_fr objectives contact_en languages consented_on+consented_by note title_es"),
        (IntakeKind.CONTRIBUTIONS, (practice, sent), "practice sent_on+published_on link note title_es state+code"),
        (IntakeKind.PARTNERSHIPS, (partnership,), "last_day title_fr objectives contacts_es reference reason_en"),
        (IntakeKind.OHCHR_SUPPORT, (support,), "state+code text_es"),
        (IntakeKind.ACTION_PLANS, (PLAN, FIRST, action),
         "responsible_en begins_on due_on begun_on done_on reason_fr evidence_es"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "records", "names"),
    [(kind, records, names) for kind, records, several in _held() for names in several.split()],
)
def test_each_cell_that_was_emptied_in_a_list_to_correct_changes_its_record(
    kind: IntakeKind, records: tuple[WorkFact, ...], names: str
) -> None:
    one = corrected(kind, register(*records), len(records) - 2 if kind is IntakeKind.ACTION_PLANS else 0,
                    **dict.fromkeys(names.split("+")))  # fmt: skip
    assert one.verdict is Verdict.CHANGED, said(one)
    assert one.changes


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (IntakeKind.GOOD_PRACTICES, "area"), (IntakeKind.GOOD_PRACTICES, "recorded_on"),
        (IntakeKind.CONTRIBUTIONS, "kind"), (IntakeKind.CONTRIBUTIONS, "prepared_on"),
        (IntakeKind.CONTRIBUTIONS, "language"), (IntakeKind.PARTNERSHIPS, "form"), (IntakeKind.PARTNERSHIPS, "since"),
        (IntakeKind.OHCHR_SUPPORT, "kind"), (IntakeKind.OHCHR_SUPPORT, "on"),
    ],
)  # fmt: skip
def test_what_a_record_must_have_is_asked_for_where_its_cell_was_emptied(kind: IntakeKind, name: str) -> None:
    records = next(records for of, records, _names in _held() if of is kind)
    one = corrected(kind, register(*records), **{name: None})
    assert one.verdict is Verdict.ERROR
    assert "This row gives no" in said(one)


def test_a_contact_that_was_emptied_says_what_it_must_have() -> None:
    contact = Contact("k", "PER", DAY, "X", "Y")
    for name in ("on", "noted_by", "text"):
        assert corrected(IntakeKind.CONTACTS, register(contact), **{name: None}).verdict is Verdict.ERROR


def test_a_foreign_list_only_adds_and_says_what_stays() -> None:
    known = register(FULL, *PARTS)
    fields = "begins_on title objectives languages who result_en note"
    one = row(IntakeKind.ACTIVITIES, fields, DAY, "Taller", "4", "es", "Brazil", None, None, known=known)
    assert one.verdict is Verdict.CHANGED, said(one)
    assert not one.gone
    (made,) = one.facts
    assert isinstance(made, Activity)
    assert set(FULL.objectives) < set(made.objectives)
    assert made.languages == tuple(Language)
    assert made.result == FULL.result
    told = said(one)
    assert "Paraguay" in told
    assert "Academy" in told
    assert "Result (English), Note" in told


def test_two_partners_of_one_name_are_not_taken_for_each_other() -> None:
    twin = replace(ACADEMY, key="twin")
    known = Snapshot(
        TODAY, STATES,
        work=WorkRecords(TODAY, (ACADEMY, twin), (FULL, TakingPart("t", "workshop", partner="twin"))),
    )  # fmt: skip
    assert corrected(IntakeKind.ACTIVITIES, known).verdict is Verdict.UNCHANGED


def test_an_action_moves_to_the_priority_of_its_number_and_what_a_list_does_not_change_is_said() -> None:
    second = PlanPriority("second", "plan", Trilingual.final("Share", "Partager", "Compartir"), (), 1)
    known = register(PLAN, FIRST, second, ACTION)
    moved = corrected(IntakeKind.ACTION_PLANS, known, 1, number="2.1")
    (fact,) = moved.facts
    assert isinstance(fact, PlannedAction)
    assert fact.priority == "second"
    assert changes(moved) == ["Priority: Meet → Share"]
    for place, cells in ((1, {"number": "1.7"}), (0, {"number": "9"}), (1, {"last": 2031}), (0, {"plan": "Other"})):
        stays = corrected(IntakeKind.ACTION_PLANS, known, place, **cells)
        assert not stays.facts
        assert stays.warned, said(stays)


@pytest.mark.parametrize(
    ("kind", "fields", "cells", "sentence"),
    [
        (IntakeKind.ACTIVITIES, "begins_on title", ("soon", "A"), "is not a day that can be read"),
        (IntakeKind.ACTIVITIES, "begins_on title", (DAY, None), "This row gives no “Title”"),
        (IntakeKind.ACTIVITIES, "begins_on title", (None, "A"), "This row gives no “First day”"),
        (IntakeKind.ACTIVITIES, "begins_on title kind", (DAY, "A", "gala"), "is not one of the words for “Kind”"),
        (IntakeKind.ACTIVITIES, "begins_on title who", (DAY, "A", "Korea"), "It may mean:"),
        (IntakeKind.ACTIVITIES, "begins_on title who", (DAY, "A", "Nobody Inc"), "neither a State nor a partner"),
        (IntakeKind.ACTIVITIES, "begins_on title meeting", (DAY, "A", "X/1"), "no meeting with the symbol “X/1”"),
        (IntakeKind.ACTIVITIES, "begins_on title languages", (DAY, "A", "German"), "is no language of the Network"),
        (IntakeKind.CONTACTS, "state on noted_by text", ("Peru", "2999-01-01", "X", "Y"), "2999"),
        (IntakeKind.CONTACTS, "state on noted_by text", ("Atlantis", DAY, "X", "Y"), "Atlantis"),
        (IntakeKind.CONTACTS, "state on noted_by text", ("Peru", DAY, None, "Y"), "Say who had the contact"),
        (IntakeKind.PARTNERSHIPS, "partner since", ("Nobody", DAY), "is no partner of the register"),
        (IntakeKind.PARTNERSHIPS, "partner since", ("Academia", None), "This row gives no “First day”"),
        (IntakeKind.PARTNERSHIPS, "partner since last_day", ("Academia", DAY, "2020-01-01"), "last day"),
        (IntakeKind.OHCHR_SUPPORT, "on kind text state", (DAY, "advocacy", "A", "Peru"), "name no State"),
        (IntakeKind.OHCHR_SUPPORT, "on kind text", (DAY, None, "A"), "This row gives no “Kind”"),
        (IntakeKind.GOOD_PRACTICES, "state title area", ("Peru", "A", None), "This row gives no “Area”"),
        (IntakeKind.GOOD_PRACTICES, "state title area consented_by", ("Peru", "A", "Data", "X"), "the word"),
        (IntakeKind.CONTRIBUTIONS, "title practice", ("A", "Unknown"), "no good practice “Unknown”"),
        (IntakeKind.ACTION_PLANS, "title number", ("A", "1"), "The register has no action plan yet"),
        (IntakeKind.ACTION_PLANS, "title plan number", ("A", "B", "1"), "give its first and its last year"),
    ],
)
def test_what_is_wrong_is_told_in_one_sentence(
    kind: IntakeKind, fields: str, cells: tuple[Cell, ...], sentence: str
) -> None:
    one = row(kind, fields, *cells)
    assert one.verdict is Verdict.ERROR
    assert not one.facts
    if sentence != "the word":
        assert sentence in said(one)


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Webinar", ActivityKind.WORKSHOP), ("Training", ActivityKind.WORKSHOP), ("séminaire", ActivityKind.WORKSHOP),
        ("Capacitación", ActivityKind.WORKSHOP), ("Study visit", ActivityKind.VISIT), ("MISIÓN", ActivityKind.VISIT),
        ("Side event", ActivityKind.MEETING), ("Table ronde", ActivityKind.MEETING), ("Guía", ActivityKind.PUBLICATION),
        ("Échange", ActivityKind.EXCHANGE), ("Declaración conjunta", ActivityKind.STATEMENT),
    ],
)  # fmt: skip
def test_other_words_for_a_kind_are_read_where_they_are_clear_and_it_is_said(word: str, kind: ActivityKind) -> None:
    one = row(IntakeKind.ACTIVITIES, "begins_on title kind", DAY, "A", word)
    (made,) = one.facts
    assert isinstance(made, Activity)
    assert made.kind is kind
    if compared(word) not in own_words(KIND_LABELS):
        assert f"“{word}” is read as “{catalog(Language.EN).gettext(KIND_LABELS[kind])}”" in said(one)


def test_no_word_means_two_kinds_and_none_takes_the_place_of_an_own_one() -> None:
    for kind, labels in LABELS.items():
        means = [(compared(word), value) for value, words in ALSO.get(kind, {}).items() for word in words.split(";")]
        assert len({word for word, _ in means}) == len(set(means)), kind
        own = own_words(labels)
        assert [(word, value) for word, value in means if own.get(word, value) is not value] == []


def test_an_unknown_partner_is_asked_about_and_recorded_where_somebody_said_so() -> None:
    asked = table(IntakeKind.ACTIVITIES, "begins_on title who", (DAY, "A", "New Institute; Peru"))
    (one,) = judged(asked, register()).rows
    assert (one.verdict, one.offers) == (Verdict.ERROR, (Choice.NEW_PARTNER,))
    decided = {2: Correction(choices=frozenset({Choice.NEW_PARTNER}))}
    (one,) = judged(asked, register(), corrections=decided).rows
    new, activity, *parts = one.facts
    assert isinstance(new, Partner)
    assert (new.name.en, new.kind) == ("New Institute", PartnerKind.OTHER)
    assert isinstance(activity, Activity)
    assert {one.partner or one.state for one in parts if isinstance(one, TakingPart)} == {new.key, "PER"}


def test_two_lines_of_one_record_are_told() -> None:
    rows = [(DAY, "Workshop", "A"), (DAY, "Workshop", "A"), (DAY, "Atelier", "B")]
    shown = judged(table(IntakeKind.ACTIVITIES, "begins_on title result_en", *rows), register(WORKSHOP))
    first, same, other = shown.rows
    assert (first.verdict, same.verdict, other.verdict) == (Verdict.CHANGED, Verdict.UNCHANGED, Verdict.ERROR)
    assert "Line 2 says the same" in said(same)
    assert "Line 2 is about the same record" in said(other)


def test_practices_have_the_next_numbers_of_their_years() -> None:
    held = GoodPractice("p", "PER", Trilingual.final("A", "B", "C"), Area.DATA, DAY, 4)
    rows = [("Perú", "New one", "Data", DAY), ("Chile", "Other", "coordination", DAY), ("PER", "C", "Data", DAY)]
    shown = judged(table(IntakeKind.GOOD_PRACTICES, "state title area recorded_on", *rows), register(held))
    assert [one.verdict for one in shown.rows] == [Verdict.NEW, Verdict.NEW, Verdict.UNCHANGED]
    numbers = [fact.number for one in shown.rows for fact in one.facts if isinstance(fact, GoodPractice)]
    assert numbers == [5, 6]


def test_a_plan_comes_with_its_priorities_and_actions_by_their_numbers() -> None:
    rows = [
        ("Plan 2027", 2027, 2029, "1", "Meet", "1, 3", None, None),
        ("Plan 2027", 2027, 2029, "1.1", "Prepare", None, "Secretariat", "31/12/2027"),
        ("Plan 2027", 2027, 2029, "2", "Share", None, None, None),
        ("Plan 2027", 2027, 2029, "2.1", "Publish", None, None, None),
        ("Plan 2027", 2027, 2029, "9.1", "Lost", None, None, None),
    ]
    fields = "plan first last number title objectives responsible due_on"
    shown = judged(table(IntakeKind.ACTION_PLANS, fields, *rows), register())
    verdicts = [one.verdict for one in shown.rows]
    assert verdicts == [Verdict.NEW] * 4 + [Verdict.ERROR], [said(one) for one in shown.rows]
    facts = [fact for one in shown.rows for fact in one.facts]
    plan, first, prepare, second, publish = facts
    assert isinstance(plan, ActionPlan)
    assert isinstance(first, PlanPriority)
    assert isinstance(second, PlanPriority)
    assert isinstance(prepare, PlannedAction)
    assert isinstance(publish, PlannedAction)
    assert (first.plan, first.rank, second.rank) == (plan.key, 0, 1)
    assert (prepare.priority, publish.priority) == (first.key, second.key)
    assert (prepare.responsible.en, prepare.due_on) == ("Secretariat", datetime.date(2027, 12, 31))
    assert "no priority 9" in said(shown.rows[-1])


def test_an_action_beside_the_title_of_its_priority_joins_it_or_brings_it() -> None:
    known = register(PLAN, FIRST, ACTION)
    rows = [("Réunir", "Preparar", DAY), ("Réunir", "Invite", None), ("New priority", "Begin", None)]
    shown = judged(table(IntakeKind.ACTION_PLANS, "priority title due_on", *rows), known)
    assert [one.verdict for one in shown.rows] == [Verdict.UNCHANGED, Verdict.NEW, Verdict.NEW]
    assert [type(fact) for one in shown.rows for fact in one.facts] == [PlannedAction, PlanPriority, PlannedAction]


def test_a_contribution_rests_on_a_practice_by_its_title_and_keeps_its_day() -> None:
    practice = GoodPractice("p", "PER", Trilingual.final("Board", "Tableau", "Tablero"), Area.DATA, DAY, 1)
    sent = Contribution("c", ContributionKind.PRACTICE, practice.title, DAY, "PER", sent_on=TODAY)
    known = register(practice, sent)
    fields = "title state kind practice prepared_on"
    one = row(IntakeKind.CONTRIBUTIONS, fields, "Tableau", "Pérou", "Practice shared", "Tablero", TODAY, known=known)
    assert one.verdict is Verdict.CHANGED
    assert changes(one) == ["Rests on: – → Board"]
    one = row(IntakeKind.CONTRIBUTIONS, "title state prepared_on", "Event", "The Network as a whole", DAY)
    (made,) = one.facts
    assert isinstance(made, Contribution)
    assert (made.state, made.kind, made.prepared_on) == (None, ContributionKind.ACTIVITY, DAY)


CELLS = st.one_of(
    st.none(), st.text(max_size=12), st.integers(-5, 60_000), st.floats(allow_nan=False), st.booleans(), st.dates(),
    st.sampled_from(["Peru", "PRY", "Congo", "Academia", "OHCHR", "Workshop", "Atelier", "1.1", "2", "1, 3", "Meet"]),
    st.sampled_from(["9 May 2024", "05/23/2025", "workshop", "first", "action", "Advice", "Data", "en, fr", "Total"]),
)  # fmt: skip


@given(kind=st.sampled_from(sorted(WORK)), data=st.data())
def test_any_list_of_work_ends_in_verdicts(kind: IntakeKind, data: st.DataObject) -> None:
    names = [field.name for field in FIELDS[kind]]
    chosen = data.draw(st.lists(st.sampled_from(names), min_size=1, max_size=9, unique=True))
    rows = data.draw(st.lists(st.tuples(*(CELLS for _ in chosen)), max_size=5))
    choices = data.draw(st.frozensets(st.sampled_from(Choice)))
    asked = table(kind, " ".join(chosen), *rows)
    known = register(WORKSHOP, PLAN, FIRST, ACTION)
    shown = judged(asked, known, corrections={line.number: Correction(choices=choices) for line in asked.lines})
    numbers = [one.number for one in shown.rows] + [line.number for line in shown.not_read]
    assert sorted(numbers) == [line.number for line in asked.lines]
    for one in shown.rows:
        assert (one.verdict is Verdict.ERROR) <= (not one.facts)
        assert (one.verdict in {Verdict.NEW, Verdict.CHANGED}) <= bool(one.facts)
        assert len({line_said(one, catalog(language)) for language in Language}) in {1, 2, 3}
