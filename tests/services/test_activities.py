"""Activities on a real register: recorded with who took part, told of a period, moved, found, taken back (R42, R44)."""

import dataclasses
import datetime

import pytest

from nmirf_desktop.domain.activities import Activity, ActivityKind, TakingPart
from nmirf_desktop.domain.attachments import Filing, Holder, HolderKind, NewFile
from nmirf_desktop.domain.compliance import FindingState
from nmirf_desktop.domain.intake.work_standing import WorkRecords, WorkStanding
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.missing import Missing
from nmirf_desktop.domain.objectives import Objective
from nmirf_desktop.domain.participants import Partner, PartnerKind
from nmirf_desktop.domain.partnerships import STANDING, called
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.search import Kind
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.activities import Activities
from nmirf_desktop.services.attachments import Attachments
from nmirf_desktop.services.compliance import Compliance
from nmirf_desktop.services.partners import Partners
from nmirf_desktop.services.search import search
from nmirf_desktop.storage import undo
from nmirf_desktop.storage.activities import ACTIVITIES, TAKING_PART
from tests.registers import OPENS, Desk, said, statements

ENGLISH = catalog(Language.EN)
TODAY = OPENS
FIRST, LAST = datetime.date(2026, 1, 1), datetime.date(2026, 12, 31)
ACADEMY = Partner("academy", said("Academy of reporting"), PartnerKind.ACADEMIA)
OFFICE = Partner("office", said("Office of reporting"), PartnerKind.UN_ENTITY)
REPORT = NewFile("report.pdf", b"%PDF-1.7 what was said", Filing.OTHER)


@pytest.fixture
def activities(network: tuple[Desk, Meeting, object]) -> Activities:
    desk, *_ = network
    for partner in (ACADEMY, OFFICE):
        Partners(desk.store).save(partner)
    return Activities(desk.store, desk.states, desk.clock)


def workshop(on: str = "2026-03-10", *objectives: Objective) -> Activity:
    day = datetime.date.fromisoformat(on)
    return Activity("", ActivityKind.WORKSHOP, said("Workshop on indicators"), day, day, objectives=objectives)


def test_an_activity_is_told_with_who_took_part_hosts_first_its_files_and_what_is_missing(
    activities: Activities,
) -> None:
    hosts, others = activities.recognised(["Maroc"]), activities.recognised(["Brasil", "Academy of reporting (fr)"])
    parts = (*others, *(dataclasses.replace(one, host=True) for one in hosts))
    one = activities.save(workshop("2026-03-10", Objective.EXCHANGE), parts, [REPORT])
    (line,) = activities.between(FIRST, LAST, TODAY).lines
    assert [state.iso3 for state in line.states] == ["MAR", "BRA"]
    assert [partner.key for partner in line.partners] == ["academy"]
    assert (line.key, line.files, line.missing) == (one.key, 1, (Missing.RESULT,))
    assert activities.years() == (2026,)
    assert activities.line("another", TODAY) is None


def test_a_period_has_what_began_in_it_on_its_first_and_last_day_too(activities: Activities) -> None:
    for on in ("2025-12-31", "2026-12-31", "2026-01-01", "2027-01-01", "2026-06-01"):
        activities.save(workshop(on), ())
    held = activities.between(FIRST, LAST)
    assert [line.activity.begins_on.isoformat() for line in held.lines] == ["2026-01-01", "2026-06-01", "2026-12-31"]
    assert activities.years() == (2027, 2026, 2025)


def test_the_list_asks_the_register_as_often_for_many_as_for_few(activities: Activities, desk: Desk) -> None:
    def asked() -> int:
        with statements(desk.store) as told:
            activities.between(FIRST, LAST, TODAY)
        return len(told)

    parts = activities.recognised(["Kenya", "Academy of reporting"])
    activities.save(workshop(), parts, [REPORT])
    few = asked()
    for number in range(30):
        activities.save(workshop(), parts, [NewFile(f"{number}.txt", b"text %d" % number, Filing.OTHER)])
    assert asked() == few


def test_whoever_is_neither_a_state_nor_a_partner_is_named_and_nothing_is_recorded(activities: Activities) -> None:
    with pytest.raises(Problem) as caught:
        activities.recognised(["Kenya", "Atlantis"])
    assert "“Atlantis” is neither a State nor a partner" in caught.value.said_in(ENGLISH)
    assert "“Partners”" in caught.value.said_in(ENGLISH)
    twice = activities.recognised(["Kenya", "KEN", "Academy of reporting", "Academy of reporting (es)"])
    assert [(one.state, one.partner) for one in twice] == [("KEN", None), (None, "academy")]


def test_partners_are_known_by_their_short_forms_as_in_a_list(activities: Activities) -> None:
    for name in ("OHCHR", "HCDH", "acnudh", STANDING.name.fr):
        assert [one.partner for one in activities.recognised([name])] == [STANDING.key]
    full = Trilingual.final("Development Programme (UNDP)", "Programme (PNUD)", "Programa (PNUD)")
    undp = Partner("undp", full, PartnerKind.UN_ENTITY)
    assert called(undp) == (
        "Development Programme (UNDP)", "Programme (PNUD)", "Programa (PNUD)", "Development Programme", "UNDP",
        "Programme", "PNUD", "Programa",
    )  # fmt: skip
    assert called(dataclasses.replace(undp, name=Trilingual("Academy (es)"))) == ("Academy (es)",)


def test_who_may_be_named_is_offered_by_all_names(activities: Activities) -> None:
    found = {one.said.said_in(ENGLISH): one.names for one in activities.nameable(datetime.date(2026, 3, 10))}
    assert "OHCHR" in found[STANDING.name.en]
    assert {"MAR", "Maroc", "Marruecos"} <= set(found["Morocco"])


def test_a_place_that_is_known_is_recorded_in_all_languages(activities: Activities) -> None:
    one = activities.save(dataclasses.replace(workshop(), place=Trilingual("Geneva")), ())
    assert (one.place.fr, one.place.es) == ("Genève", "Ginebra")
    assert activities.save(dataclasses.replace(one, place=Trilingual("Room 3")), ()).place == Trilingual("Room 3")


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"title": Trilingual()}, "title"), ({"ends_on": datetime.date(2026, 3, 9)}, "ends_on")],
)
def test_what_cannot_be_is_refused_and_nothing_is_recorded(
    activities: Activities, changes: dict[str, object], field: str
) -> None:
    with pytest.raises(Problem) as caught:
        activities.save(dataclasses.replace(workshop(), **changes), ())  # type: ignore[arg-type]
    assert caught.value.field_name == field
    assert activities.between(FIRST, LAST).lines == ()


def test_who_took_part_is_put_right_in_one_step_which_undo_takes_back(activities: Activities, desk: Desk) -> None:
    one = activities.save(workshop(), activities.recognised(["Kenya", "Brazil"]))
    activities.save(one, tuple(dataclasses.replace(each, host=True) for each in activities.recognised(["Brazil"])))

    def there() -> list[tuple[str | None, bool]]:
        (line,) = activities.between(FIRST, LAST).lines
        return [(each.part.state, each.part.host) for each in line.attendees]

    assert there() == [("BRA", True)]
    assert undo.undo(desk.store) == "correct an activity"
    assert there() == [("KEN", False), ("BRA", False)]
    undo.redo(desk.store)
    assert there() == [("BRA", True)]


def test_an_activity_struck_out_comes_back_by_undo_and_one_with_files_is_kept(
    activities: Activities, desk: Desk
) -> None:
    one = activities.save(workshop(), activities.recognised(["Kenya"]), [REPORT])
    with pytest.raises(Problem, match=r"report\.pdf"):
        activities.strike(one.key)
    (file,) = Attachments(desk.store, desk.clock).of(Holder(HolderKind.ACTIVITY, one.key))
    Attachments(desk.store, desk.clock).remove(file.key)
    activities.strike(one.key)
    assert activities.between(FIRST, LAST).lines == ()
    with desk.store.read() as session:
        assert TAKING_PART.all(session) == ()
    undo.undo(desk.store)
    (line,) = activities.between(FIRST, LAST).lines
    assert [state.iso3 for state in line.states] == ["KEN"]


def test_two_records_of_a_partner_that_become_one_take_part_once_and_keep_who_was_host(
    activities: Activities, desk: Desk
) -> None:
    both = [TakingPart("", "", partner="academy"), TakingPart("", "", partner="office", host=True)]
    shared = activities.save(workshop(), both)
    alone = activities.save(workshop("2026-05-05"), [TakingPart("", "", partner="office")])
    Partners(desk.store).merge("academy", "office")
    lines = {line.key: line for line in activities.between(FIRST, LAST).lines}
    assert [(one.part.partner, one.part.host) for one in lines[shared.key].attendees] == [("academy", True)]
    assert [one.part.partner for one in lines[alone.key].attendees] == ["academy"]


def test_a_partner_or_a_meeting_on_which_an_activity_rests_is_kept(
    activities: Activities, network: tuple[Desk, Meeting, object]
) -> None:
    desk, meeting, _ = network
    other = dataclasses.replace(meeting, key="extra", symbol="NMIRF/2026/2", number=3)
    desk.meetings.save(other)
    activities.save(dataclasses.replace(workshop(), meeting="extra"), [TakingPart("", "", partner="academy")])
    with pytest.raises(Problem, match="stands in what is recorded"):
        Partners(desk.store).remove("academy")
    Partners(desk.store).remove("office")
    with pytest.raises(Problem, match="activities of this meeting"):
        desk.meetings.remove("extra")


def test_an_activity_is_found_by_its_words_in_any_language_and_by_its_files(activities: Activities, desk: Desk) -> None:
    told = dataclasses.replace(workshop(), result=Trilingual().with_text(Language.ES, "Se acordó una guía"))
    one = activities.save(told, (), [REPORT])
    for text in ("indicators", "guia acordo"):
        found = {group.kind: group.found for group in search(desk.store, desk.states, text)}
        assert [(each.screen, each.key) for each in found[Kind.ACTIVITY]] == [("activities", one.key)], text
    (file,) = (group for group in search(desk.store, desk.states, "report.pdf") if group.kind is Kind.ATTACHMENT)
    assert [(each.screen, each.key) for each in file.found] == [("activities", one.key)]


def test_r42_the_register_counts_an_activity_as_soon_as_it_is_recorded(activities: Activities, desk: Desk) -> None:
    compliance = Compliance(desk.store, desk.clock)

    def states() -> list[tuple[FindingState, bool]]:
        return [(one.state, one.remark) for one in compliance.check(TODAY) if one.rule == "R42"]

    assert states() == [(FindingState.NOT_JUDGED, False)]
    one = activities.save(workshop("2026-03-10"), ())
    assert states() == [(FindingState.KEPT, True), (FindingState.KEPT, True)], "nothing is served, and it has none"
    activities.save(dataclasses.replace(one, objectives=tuple(Objective)), ())
    assert states() == [(FindingState.KEPT, False)]
    with desk.store.read() as session:
        assert len(ACTIVITIES.all(session)) == 1


def test_r45_ohchr_takes_part_before_it_is_recorded(activities: Activities) -> None:
    """The register had no row of it: it was said to be no partner, and a part of it was an error."""
    parts = activities.recognised([STANDING.name.en])
    activities.save(workshop(), parts)
    (line,) = activities.between(FIRST, LAST, TODAY).lines
    assert [partner.kind for partner in line.partners] == [PartnerKind.OHCHR]


@pytest.mark.parametrize("keys", [("a-short", "b-full"), ("b-short", "a-full")])
def test_form_and_list_take_the_same_of_two_partners_of_a_name(
    activities: Activities, desk: Desk, keys: tuple[str, str]
) -> None:
    """“CIDH” is the short form of one and the full name of the other, which is meant, whichever was recorded first."""
    short, full = keys
    both = (
        Partner(short, Trilingual("Inter-American Commission on Human Rights (CIDH)"), PartnerKind.HUMAN_RIGHTS_BODY),
        Partner(full, Trilingual("Committee of inquiry", "", "CIDH"), PartnerKind.ACADEMIA),
    )
    for one in both:
        Partners(desk.store).save(one)
    assert [one.partner for one in activities.recognised(["CIDH"])] == [full]
    recorded = Partners(desk.store).list()
    work = WorkStanding(WorkRecords(TODAY, tuple(recorded), ()), (), lambda: "new")
    found = work.partner("CIDH")
    assert found is not None
    assert found.key == full
