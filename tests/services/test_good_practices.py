"""Good practices and contributions on a real register: recorded, shared, sent, printed, found, taken back (R43)."""

import dataclasses
import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nmirf_desktop.domain.attachments import Filing, Holder, HolderKind, NewFile
from nmirf_desktop.domain.compliance import FindingState
from nmirf_desktop.domain.contributions import ContributionKind, ContributionState
from nmirf_desktop.domain.distribution import Distribution
from nmirf_desktop.domain.good_practices import Area, GoodPractice, SharedWith, Sharing
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.missing import Missing
from nmirf_desktop.domain.objectives import Objective
from nmirf_desktop.domain.participants import Partner, PartnerKind
from nmirf_desktop.domain.partnerships import STANDING
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.search import Kind
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.attachments import Attachments
from nmirf_desktop.services.compliance import Compliance
from nmirf_desktop.services.contents import Contents
from nmirf_desktop.services.contributions import Contributions
from nmirf_desktop.services.good_practices import GoodPractices
from nmirf_desktop.services.partners import Partners
from nmirf_desktop.services.requests import Asked, Request, resolve
from nmirf_desktop.services.search import search
from nmirf_desktop.storage import undo
from tests.registers import OPENS, Desk, said, statements

ENGLISH = catalog(Language.EN)
TODAY = OPENS
DAY = datetime.timedelta(days=1)
ACADEMY = Partner("academy", said("Academy of reporting"), PartnerKind.ACADEMIA)
SOURCE = NewFile("decree.pdf", b"%PDF-1.7 a decree", Filing.OTHER)


@pytest.fixture
def practices(desk: Desk) -> GoodPractices:
    Partners(desk.store).save(ACADEMY)
    return GoodPractices(desk.store, desk.states, desk.clock)


@pytest.fixture
def hub(desk: Desk) -> Contributions:
    return Contributions(desk.store, desk.states, desk.clock)


def practice(state: str = "MAR", on: str = "2026-03-10", *, agreed: bool = True) -> GoodPractice:
    day = datetime.date.fromisoformat(on)
    return GoodPractice(
        "", state, said("Shared table"), Area.FOLLOW_UP, day, text=said("Each ministry answers."),
        objectives=(Objective.EXCHANGE,), contact=said("Head of the unit"), languages=(Language.FR,),
        consented_on=day if agreed else None, consented_by="Minister" if agreed else "",
    )  # fmt: skip


def shared(one: GoodPractice, whom: SharedWith = SharedWith.MEMBERS, on: datetime.date = TODAY) -> Sharing:
    return Sharing("", one.key, on, whom)


def test_a_practice_is_told_with_its_files_its_sharings_and_what_is_missing(practices: GoodPractices) -> None:
    one = practices.record(practice(agreed=False), [SOURCE])
    (line,) = practices.lines(TODAY)
    assert (line.state.iso3, line.files, line.missing, line.unconsented) == ("MAR", 1, (Missing.CONSENT,), False)
    practices.share(dataclasses.replace(shared(one, SharedWith.STATES), states=("BRA", "GHA")))
    practices.share(dataclasses.replace(shared(one, SharedWith.PARTNER, TODAY - DAY), partner="academy"))
    (line,) = practices.lines(TODAY)
    assert (line.shared, line.unconsented) == (2, True)
    named, before = practices.shared(one.key, TODAY)
    assert [state.iso3 for state in named.states] == ["BRA", "GHA"]
    assert (before.partner, before.without_consent) == (ACADEMY, True)
    assert practices.lines(one.recorded_on - DAY) == ()
    assert practices.line(one.key, TODAY - DAY - DAY) is not None
    assert practices.shared(one.key, TODAY - DAY) == (before,), "what came later is not known yet"


def test_a_consent_that_is_recorded_settles_what_was_shared(practices: GoodPractices) -> None:
    one = practices.record(practice(agreed=False))
    practices.share(shared(one))
    practices.record(dataclasses.replace(one, consented_on=TODAY, consented_by="Minister"))
    (line,) = practices.lines(TODAY)
    assert (line.missing, line.unconsented) == ((), False)


def test_practices_are_numbered_in_their_year_and_keep_their_number(practices: GoodPractices) -> None:
    first, second = practices.record(practice("MAR")), practices.record(practice("PRT"))
    assert (first.number, second.number) == (1, 2)
    practices.strike(first.key)
    assert practices.record(practice("BRA")).number == 3
    moved = practices.record(dataclasses.replace(second, recorded_on=datetime.date(2025, 5, 1)))
    assert moved.number == 1
    assert practices.record(dataclasses.replace(moved, title=said("Another"))).number == 1


def test_a_number_is_never_given_twice(desk: Desk, practices: GoodPractices) -> None:
    practices.record(practice("MAR"))
    last = practices.record(practice("PRT"))
    practices.strike(last.key)
    third = practices.record(practice("BRA"))
    assert third.number == 3, "the sheet of the second may have left the house"
    elsewhere = practices.record(dataclasses.replace(third, recorded_on=datetime.date(2025, 5, 1)))
    assert practices.record(practice("GHA")).number == 4
    back = practices.record(dataclasses.replace(elsewhere, recorded_on=third.recorded_on))
    assert back.number == 3, "its own number, which nobody else was given"
    undo.undo(desk.store)
    undo.undo(desk.store)
    assert practices.record(practice("GHA")).number == 5


def test_a_card_of_what_was_struck_out_meanwhile_brings_nothing_back(
    practices: GoodPractices, hub: Contributions
) -> None:
    one = practices.record(practice())
    given, lent = practices.share(shared(one)), hub.record(hub.proposed(one, TODAY))
    practices.strike_sharing(given.key)
    hub.strike(lent.key)
    practices.strike(one.key)
    for act in (
        lambda: practices.record(dataclasses.replace(one, title=said("Another"))),
        lambda: practices.share(given),
        lambda: practices.share(shared(one)),
        lambda: practices.strike_sharing(given.key),
        lambda: practices.strike(one.key),
        lambda: hub.record(lent),
        lambda: hub.record(hub.proposed(one, TODAY)),
        lambda: hub.mark_sent([lent.key], TODAY),
        lambda: hub.strike(lent.key),
    ):
        with pytest.raises(Refusal, match="taken back meanwhile"):
            act()
    assert (practices.lines(TODAY), hub.years()) == ((), ())


def test_a_card_of_a_sharing_alone_that_was_struck_out_meanwhile_does_not_bring_it_back(
    practices: GoodPractices,
) -> None:
    one = practices.record(practice())
    given = practices.share(shared(one))
    practices.strike_sharing(given.key)
    with pytest.raises(Refusal, match="taken back meanwhile"):
        practices.share(dataclasses.replace(given, note="Once more"))
    assert practices.shared(one.key, TODAY) == ()


def test_a_period_has_what_was_recorded_and_shared_in_it(practices: GoodPractices) -> None:
    ones = [practices.record(practice(on=on)) for on in ("2025-12-31", "2026-01-01", "2026-06-01")]
    practices.share(shared(ones[0]))
    held = practices.between(datetime.date(2026, 1, 1), datetime.date(2026, 12, 31))
    assert [line.key for line in held.lines] == [one.key for one in ones[1:]]
    assert [one.practice for one in held.sharings] == [ones[0].key]
    assert held.by_area()[Area.FOLLOW_UP] == 2


def test_files_follow_a_practice_to_another_state_and_keep_it_from_being_struck_out(
    desk: Desk, practices: GoodPractices
) -> None:
    one = practices.record(practice(), [SOURCE])
    practices.record(dataclasses.replace(one, state="PRT"))
    files = Attachments(desk.store, desk.clock)
    (file,) = files.of(Holder(HolderKind.GOOD_PRACTICE, one.key))
    assert file.state == "PRT"
    (filed,) = files.of_state("PRT")
    assert filed.belongs.said_in(ENGLISH) == "Shared table"
    with pytest.raises(Problem, match="Files are attached"):
        practices.strike(one.key)


def test_what_was_shared_or_contributed_keeps_its_practice(practices: GoodPractices, hub: Contributions) -> None:
    one, other = practices.record(practice()), practices.record(practice("PRT"))
    given = practices.share(shared(one))
    hub.record(hub.proposed(other, TODAY))
    for kept in (one, other):
        with pytest.raises(Problem, match="was not struck out"):
            practices.strike(kept.key)
    practices.strike_sharing(given.key)
    practices.strike(one.key)
    assert [line.key for line in practices.lines(TODAY)] == [other.key]


def test_a_day_that_lies_ahead_is_refused_at_its_field(practices: GoodPractices) -> None:
    ahead = TODAY + DAY
    for wrong, name in (
        (dataclasses.replace(practice(), recorded_on=ahead), "recorded_on"),
        (dataclasses.replace(practice(), consented_on=ahead), "consented_on"),
        (dataclasses.replace(practice(), withdrawn_on=ahead), "withdrawn_on"),
        (dataclasses.replace(practice(), withdrawn_on=TODAY, renewed_on=ahead), "renewed_on"),
    ):
        with pytest.raises(Problem) as told:
            practices.record(wrong)
        assert told.value.field_name == name
    assert practices.lines(TODAY + DAY) == ()


def test_a_contribution_begins_with_what_the_practice_says_and_goes_its_way(
    practices: GoodPractices, hub: Contributions
) -> None:
    one = practices.record(practice(agreed=False))
    begun = hub.proposed(one, TODAY)
    assert (begun.kind, begun.state, begun.title) == (ContributionKind.PRACTICE, "MAR", one.title)
    held = hub.record(begun)
    (line,) = hub.of(one.key, TODAY)
    assert (line.stands, line.lacking) == (ContributionState.TO_BE_SENT, (Missing.CONSENT,))
    assert practices.lines(TODAY)[0].unconsented is False
    hub.mark_sent([held.key], TODAY)
    assert practices.lines(TODAY)[0].unconsented is True
    hub.mark_published(held.key, TODAY, "https://example.org/hub")
    line = hub.line(held.key, TODAY) or line
    assert (line.stands, line.contribution.link) == (ContributionState.PUBLISHED, "https://example.org/hub")
    with pytest.raises(Problem):
        hub.mark_sent([held.key], TODAY + DAY)


def test_a_contribution_is_counted_in_the_year_in_which_it_went_out(hub: Contributions) -> None:
    begun = dataclasses.replace(hub.proposed(None, datetime.date(2025, 12, 20)), title=said("Seminar"))
    sent = hub.record(dataclasses.replace(begun, sent_on=datetime.date(2026, 1, 10)))
    waiting = hub.record(begun)
    last = hub.between(datetime.date(2025, 1, 1), datetime.date(2025, 12, 31), TODAY)
    year = hub.between(datetime.date(2026, 1, 1), datetime.date(2026, 12, 31), TODAY)
    assert [line.key for line in last.lines] == [waiting.key]
    assert [line.key for line in year.lines] == [sent.key]
    assert year.by_state() == {None: 1}
    assert hub.years() == (2026, 2025)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None, max_examples=40
)
@given(
    st.lists(st.tuples(st.integers(0, 900), st.none() | st.integers(0, 900)), min_size=1, max_size=4),
    st.integers(0, 900),
)
def test_r43_check_and_the_screen_count_alike_on_any_day(
    desk: Desk, hub: Contributions, days: list[tuple[int, int | None]], back: int
) -> None:
    """Each is recorded so many days ago, and sent so many days ago or not yet; both are asked as of a day."""
    begun = dataclasses.replace(hub.proposed(None, TODAY), title=said("Seminar"))
    for prepared, sent in days:
        went = TODAY - sent * DAY if sent is not None else None
        hub.record(dataclasses.replace(begun, prepared_on=TODAY - prepared * DAY, sent_on=went))
    on = TODAY - back * DAY
    told = {
        one.subject.key: (one.message.said_in(ENGLISH).rsplit(" ", 1)[-1], {f.name: f.value for f in one.facts})
        for one in Compliance(desk.store, desk.clock).check(on)
        if one.rule == "R43" and one.subject.key
    }
    for year in range(2024, TODAY.year + 1):
        held = hub.between(datetime.date(year, 1, 1), datetime.date(year, 12, 31), on)
        count, facts = told.get(str(year), ("0.", {}))
        assert count == f"{len(held.went)}.", (year, on)
        assert facts.get("Events reported", 0) == held.by_kind()[ContributionKind.EVENT]
        assert facts.get("To be sent", 0) == held.by_standing()[ContributionState.TO_BE_SENT]
        assert sum(held.by_month()) == sum(held.by_state().values()) == len(held.went)
    for one in hub.between(datetime.date.min, datetime.date.max, TODAY).lines:
        hub.strike(one.key)


def test_a_contribution_keeps_its_day_of_record_whatever_day_it_is_said_to_have_been_sent(hub: Contributions) -> None:
    one = hub.record(dataclasses.replace(hub.proposed(None, TODAY), title=said("Seminar")))
    went = TODAY - 40 * DAY
    hub.mark_sent([one.key], went)
    line = hub.line(one.key, TODAY)
    assert line is not None
    assert (line.contribution.prepared_on, line.contribution.sent_on) == (TODAY, went)
    assert [found.key for found in hub.between(went, went, went).lines] == [one.key]


def test_a_contribution_is_marked_as_sent_and_published_once(hub: Contributions) -> None:
    begun = dataclasses.replace(hub.proposed(None, TODAY), title=said("Seminar"))
    first, second = hub.record(begun), hub.record(begun)
    hub.mark_sent([first.key], TODAY - 9 * DAY)
    with pytest.raises(Problem, match="already sent on"):
        hub.mark_sent([second.key, first.key], TODAY)
    assert [one and one.contribution.sent_on for one in (hub.line(first.key, TODAY), hub.line(second.key, TODAY))] == [
        TODAY - 9 * DAY, None,
    ]  # fmt: skip
    hub.mark_published(first.key, TODAY - DAY, "https://example.org/hub")
    with pytest.raises(Problem, match="on the hub since"):
        hub.mark_published(first.key, TODAY)
    hub.mark_published(second.key, TODAY)
    with pytest.raises(Problem, match="on the hub since"):
        hub.mark_sent([second.key], TODAY)


def test_what_the_state_withdrew_is_contributed_no_more_and_what_went_all_the_same_is_told(
    desk: Desk, practices: GoodPractices, hub: Contributions
) -> None:
    one = practices.record(practice())
    held, before = hub.record(hub.proposed(one, TODAY)), hub.record(hub.proposed(one, TODAY))
    hub.mark_sent([before.key], TODAY - 9 * DAY)
    practices.record(dataclasses.replace(one, withdrawn_on=TODAY - DAY))
    with pytest.raises(Problem, match="contributed no more") as refused:
        hub.mark_sent([held.key], TODAY)
    assert refused.value.field_name == "on"
    with pytest.raises(Problem, match="contributed no more"):
        hub.mark_published(held.key, TODAY)
    hub.mark_published(before.key, TODAY)
    assert not practices.lines(TODAY)[0].unconsented, "it was sent while the State agreed"
    hub.record(dataclasses.replace(held, sent_on=TODAY))
    assert practices.lines(TODAY)[0].unconsented
    assert any(one.remark for one in Compliance(desk.store, desk.clock).check(TODAY) if one.rule == "R43")


def test_check_counts_contributions_and_remarks_what_went_out_without_consent(
    desk: Desk, practices: GoodPractices, hub: Contributions
) -> None:
    one = practices.record(practice(agreed=False))
    hub.mark_sent([hub.record(hub.proposed(one, TODAY)).key], TODAY)
    count, remark = (found for found in Compliance(desk.store, desk.clock).check(TODAY) if found.rule == "R43")
    assert count.message.said_in(ENGLISH) == "2026 so far: contributions to the virtual knowledge hub: 1."
    assert (remark.state, remark.remark, remark.subject.key) == (FindingState.KEPT, True, one.key)


def test_a_practice_and_a_contribution_are_found_by_their_words_and_their_state(
    desk: Desk, practices: GoodPractices, hub: Contributions
) -> None:
    one = practices.record(practice())
    hub.record(dataclasses.replace(hub.proposed(one, TODAY), title=said("Seminar of Rabat")))
    for text in ("ministry answers", "Maroc shared"):
        groups = {group.kind: group for group in search(desk.store, desk.states, text)}
        assert groups[Kind.GOOD_PRACTICE].found[0].key == one.key
    groups = {group.kind: group for group in search(desk.store, desk.states, "seminar rab")}
    assert groups[Kind.CONTRIBUTION].found[0].screen == "knowledge-hub"


def test_each_verb_is_a_step_that_undo_takes_back(desk: Desk, practices: GoodPractices, hub: Contributions) -> None:
    one = practices.record(practice())
    practices.share(shared(one))
    sent = hub.record(hub.proposed(one, TODAY))
    hub.mark_sent([sent.key], TODAY)
    for _ in range(4):
        undo.undo(desk.store)
    assert practices.lines(TODAY) == ()
    for _ in range(4):
        undo.redo(desk.store)
    assert (practices.lines(TODAY)[0].shared, hub.years()) == (1, (2026,))


def test_the_list_asks_the_register_as_often_for_many_as_for_few(desk: Desk, practices: GoodPractices) -> None:
    practices.lines(TODAY)  # the States are read once
    asked = []
    for _ in range(2):
        for _each in range(3):
            practices.record(practice())
        with statements(desk.store) as made:
            practices.lines(TODAY)
        asked.append(len(made))
    assert asked[0] == asked[1]


# -- the sheet ---------------------------------------------------------------------------------------------------------


def sheets(desk: Desk, part: str | None = None, on: datetime.date = TODAY) -> list[str]:
    with desk.store.read() as session:
        made = Contents(session, desk.states, TODAY).read(Request(DocumentKind.PRACTICE_SHEET, None, part=part, on=on))
    return [one.paper.masthead.symbol for one in made]


def test_the_sheet_of_a_practice_has_its_symbol_and_all_have_one_each(desk: Desk, practices: GoodPractices) -> None:
    one, other = practices.record(practice()), practices.record(practice("PRT"))
    assert sheets(desk, other.key) == ["NMIRF/GP/2026/2"]
    assert sheets(desk) == ["NMIRF/GP/2026/1", "NMIRF/GP/2026/2"]
    practices.record(dataclasses.replace(one, withdrawn_on=TODAY))
    assert sheets(desk) == ["NMIRF/GP/2026/2"], "one that was withdrawn is not among all"
    assert sheets(desk, one.key) == ["NMIRF/GP/2026/1"]
    with pytest.raises(Problem, match="No good practice"):
        sheets(desk, on=datetime.date(2025, 1, 1))


def test_a_sheet_without_consent_says_so_is_for_members_only_and_is_cautioned_before(
    desk: Desk, practices: GoodPractices
) -> None:
    one = practices.record(practice(agreed=False))
    request = Request(DocumentKind.PRACTICE_SHEET, None, part=one.key, on=TODAY)

    def made() -> tuple[str, Distribution, int]:
        with desk.store.read() as session:
            (content,) = Contents(session, desk.states, TODAY).read(request)
        text = str(content.paper)
        return text, content.paper.masthead.distribution, len(content.cautions)

    text, distribution, cautions = made()
    assert ("Not to be shared: no consent" in text, distribution, cautions) == (True, Distribution.MEMBERS, 1)
    practices.record(dataclasses.replace(one, consented_on=TODAY, consented_by="Minister"))
    text, distribution, cautions = made()
    assert ("Not to be shared" in text, distribution, cautions) == (False, Distribution.GENERAL, 0)
    assert "Minister" not in text, "who agreed is the secretariat's to know"


def test_a_sheet_of_an_earlier_day_does_not_hide_that_the_state_withdrew_it_since(
    desk: Desk, practices: GoodPractices
) -> None:
    one, other = practices.record(practice()), practices.record(practice("PRT"))
    before = TODAY - 9 * DAY
    practices.record(dataclasses.replace(one, withdrawn_on=TODAY - DAY))
    request = Request(DocumentKind.PRACTICE_SHEET, None, part=one.key, on=before)
    with desk.store.read() as session:
        (content,) = Contents(session, desk.states, TODAY).read(request)
        (as_it_was,) = Contents(session, desk.states, before).read(request)
    assert "the State withdrew this practice on" in str(content.paper)
    assert content.paper.masthead.distribution is Distribution.MEMBERS
    (caution,) = content.cautions
    assert "withdrew it on" in caution.said_in(ENGLISH)
    assert (as_it_was.cautions, as_it_was.paper.masthead.distribution) == ((), Distribution.GENERAL)
    assert sheets(desk, on=before) == [f"NMIRF/GP/2026/{other.number}"]
    practices.record(dataclasses.replace(one, withdrawn_on=TODAY - DAY, renewed_on=TODAY))
    assert len(sheets(desk, on=before)) == 2, "the State agreed again"


def test_what_the_state_withdrew_is_shared_no_more_unless_it_happened_all_the_same(practices: GoodPractices) -> None:
    one = practices.record(dataclasses.replace(practice(), withdrawn_on=TODAY - 9 * DAY))
    late = shared(one, on=TODAY - DAY)
    with pytest.raises(Problem, match="shared no more") as refused:
        practices.share(late)
    assert refused.value.field_name == "shared_on"
    assert practices.shared(one.key, TODAY) == ()
    practices.share(late, all_the_same=True)
    assert practices.lines(TODAY)[0].unconsented
    practices.record(dataclasses.replace(one, renewed_on=TODAY))
    practices.share(shared(one))
    assert [line.without_consent for line in practices.shared(one.key, TODAY)] == [False, True]


def test_a_practice_is_named_by_its_symbol_or_its_end(desk: Desk, practices: GoodPractices) -> None:
    with desk.store.read() as session, pytest.raises(Problem, match="No good practice is recorded yet"):
        resolve(session, Asked(DocumentKind.PRACTICE_SHEET, practice="2026/1"), TODAY)
    one = practices.record(practice())
    with desk.store.read() as session:
        for name in ("NMIRF/GP/2026/1", "nmirf/gp/2026/1", "2026/1"):
            assert resolve(session, Asked(DocumentKind.PRACTICE_SHEET, practice=name), TODAY).part == one.key
        for every in (None, "all"):
            assert resolve(session, Asked(DocumentKind.PRACTICE_SHEET, practice=every), TODAY).part is None
        with pytest.raises(Problem, match="NMIRF/GP/2026/1"):
            resolve(session, Asked(DocumentKind.PRACTICE_SHEET, practice="7"), TODAY)
        with pytest.raises(Problem, match="--practice"):
            resolve(session, Asked(DocumentKind.MEMBERS, practice="2026/1"), TODAY)


def test_r45_a_practice_is_shared_with_ohchr_before_it_is_recorded(practices: GoodPractices) -> None:
    one = practices.record(practice())
    practices.share(dataclasses.replace(shared(one, SharedWith.PARTNER), partner=STANDING.key))
    ((partner,),) = ([each.partner] for each in practices.shared(one.key, TODAY))
    assert partner == STANDING
