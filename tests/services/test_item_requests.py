"""Requests for items: the item that an accepted one becomes, the days of a settlement, the last day of the call."""

import datetime
from dataclasses import replace

import pytest

from nmirf_desktop.domain.actions import FollowUpAction
from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.item_requests import Fate, ItemRequest
from nmirf_desktop.domain.meetings import AgendaDispatch, Meeting
from nmirf_desktop.domain.milestones import Milestone, MilestoneKind
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.secretariat import Secretariat
from tests.registers import OPENS, Desk, said

Network = tuple[Desk, Meeting, AgendaItem]
DAY = datetime.timedelta(days=1)
ASKED = OPENS - 90 * DAY


@pytest.fixture
def desk(network: Network) -> Secretariat:
    return Secretariat(network[0].store, network[0].clock)


@pytest.fixture
def meeting(network: Network) -> str:
    return network[1].key


def accepted(desk: Secretariat, meeting: str, text: Trilingual) -> AgendaItem:
    request = desk.item_requests.record(ItemRequest("", meeting, "PRY", ASKED, Trilingual(en="Data"), text=text))
    key = desk.item_requests.accept(request.key, ASKED + DAY)
    return next(one.item for one in desk.agendas.items(meeting) if one.item.key == key)


def test_accepting_a_draft_reviews_nothing(desk: Secretariat, meeting: str) -> None:
    text = Trilingual(en="Why").with_text(Language.FR, "brouillon").with_review(Language.EN)
    item = accepted(desk, meeting, text)
    assert item.annotation.states() == {
        Language.EN: TextState.REVIEWED, Language.FR: TextState.DRAFT, Language.ES: TextState.MISSING,
    }  # fmt: skip
    assert item.annotation.fr.startswith("brouillon\nPoint proposé par le Paraguay.")


def test_accepting_an_outdated_translation_leaves_it_outdated(desk: Secretariat, meeting: str) -> None:
    text = said("New").with_text(Language.EN, "Changed")
    item = accepted(desk, meeting, text)
    assert item.annotation.state(Language.ES) is TextState.OUTDATED
    assert item.annotation.state(Language.EN) is TextState.DRAFT


def test_a_request_accepted_again_keeps_its_item(desk: Secretariat, meeting: str) -> None:
    item = accepted(desk, meeting, said("Why"))
    (request,) = desk.item_requests.of(meeting)
    desk.item_requests.take_back(request.key)
    assert desk.item_requests.accept(request.key, OPENS) == item.key
    assert [one.item.title.en for one in desk.agendas.items(meeting)].count("Data") == 1
    assert desk.item_requests.of(meeting)[0].item == item.key


def test_a_request_neither_comes_nor_is_settled_on_a_day_to_come(desk: Secretariat, meeting: str) -> None:
    with pytest.raises(Problem, match="lies ahead"):
        desk.item_requests.record(ItemRequest("", meeting, "PRY", OPENS + DAY, said("Data")))
    request = desk.item_requests.record(ItemRequest("", meeting, "PRY", ASKED, said("Data")))
    for day, sentence in ((OPENS + DAY, "lies ahead"), (ASKED - DAY, "The request came on")):
        for settle in (
            lambda on: desk.item_requests.accept(request.key, on),
            lambda on: desk.item_requests.decline(request.key, on, said("No room.")),
            lambda on: desk.item_requests.withdraw(request.key, on),
        ):
            with pytest.raises(Problem, match=sentence):
                settle(day)
    assert desk.item_requests.of(meeting)[0].fate is Fate.PENDING


def test_a_milestone_is_not_done_on_a_day_to_come(desk: Secretariat, meeting: str) -> None:
    with pytest.raises(Problem, match="lies ahead"):
        desk.milestones.save(Milestone("", meeting, MilestoneKind.INTERPRETATION, done_on=OPENS + DAY))
    assert desk.milestones.save(Milestone("", meeting, MilestoneKind.INTERPRETATION, done_on=OPENS)).done_on == OPENS


@pytest.mark.parametrize("own", [None, OPENS - 70 * DAY, OPENS + 10 * DAY])
def test_letter_milestone_and_lateness_know_one_last_day(
    desk: Secretariat, meeting: str, own: datetime.date | None
) -> None:
    if own is not None:
        desk.milestones.save(Milestone("", meeting, MilestoneKind.CALL_FOR_ITEMS, due_on=own))
    milestone = next(one for one in desk.milestones.of(meeting) if one.kind is MilestoneKind.CALL_FOR_ITEMS)
    closes = desk.item_requests.call_closes(meeting)
    assert milestone.day is not None
    assert closes == min(milestone.day, OPENS)
    (letter,) = desk.papers.contents(Request(DocumentKind.CALL_FOR_ITEMS, meeting, on=OPENS - 120 * DAY))
    words = catalog(Language.EN)
    assert closes is not None
    assert words.date(closes) in repr(letter.paper)


def test_an_item_placed_after_the_sending_is_supplementary(desk: Secretariat, meeting: str) -> None:
    desk.actions.record(FollowUpAction("", meeting, said("Send the data")))
    coming = desk.planning.like(meeting, OPENS + 30 * DAY).key
    desk.meetings.record_dispatch(AgendaDispatch("", coming, sent_on=OPENS))
    before = {one.item.key for one in desk.agendas.items(coming)}
    desk.known_matters.place(coming)
    new = [one.item for one in desk.agendas.items(coming) if one.item.key not in before]
    assert new
    assert all(one.supplementary for one in new)


# -- copied ------------------------------------------------------------------------------------------------------------


def test_what_was_known_for_one_meeting_is_not_copied_to_the_next(desk: Secretariat, meeting: str) -> None:
    desk.actions.record(FollowUpAction("", meeting, said("Send the data")))
    coming = desk.planning.like(meeting, OPENS + 30 * DAY).key
    desk.agendas.remove(coming, [one.item.key for one in desk.agendas.items(coming) if one.level == 0])
    desk.known_matters.place(coming)
    after = desk.planning.like(coming, OPENS + 400 * DAY)
    items = [one.item for one in desk.agendas.items(after.key)]
    assert items
    assert not any(one.origins for one in items)
    assert "Send the data" not in [one.title.en for one in items]
    assert not any("NMIRF/2026" in one.annotation.en for one in items)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("As in 2019.", TextState.DRAFT),
        ("See NMIRF/2024/INF/3.", TextState.DRAFT),
        ("Room 2026b and the rest.", TextState.REVIEWED),
        ("He/she opens the meeting.", TextState.REVIEWED),
    ],
)
def test_what_names_any_year_or_symbol_is_a_draft_when_copied(
    desk: Secretariat, meeting: str, text: str, state: TextState
) -> None:
    desk.agendas.add(AgendaItem("own", meeting, 0, said("Own"), annotation=said(text)))
    coming = desk.planning.like(meeting, OPENS + 30 * DAY).key
    (copied,) = [one.item for one in desk.agendas.items(coming) if one.item.title.en == "Own"]
    assert copied.annotation.state(Language.EN) is state


def test_remarks_on_milestones_and_those_dropped_are_the_earlier_meetings_own(desk: Secretariat, meeting: str) -> None:
    desk.milestones.save(Milestone("", meeting, MilestoneKind.INTERPRETATION, note="Contract 77", dropped=True))
    coming = desk.planning.like(meeting, OPENS + 30 * DAY)
    assert not any(one.noted.note or one.noted.dropped for one in desk.milestones.of(coming.key))


def test_an_own_title_is_copied_as_a_draft(desk: Secretariat, meeting: str) -> None:
    planned = desk.meetings.plan(meeting).meeting
    own = Trilingual.final("Second meeting, Lima 2026", "Deuxième réunion, Lima 2026", "Segunda reunión, Lima 2026")
    desk.meetings.save(replace(planned, title=own))
    coming = desk.planning.like(meeting, OPENS + 30 * DAY)
    assert coming.title.en == "Second meeting, Lima 2027"
    assert set(coming.title.states().values()) == {TextState.DRAFT}
