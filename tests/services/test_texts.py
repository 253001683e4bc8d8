"""The texts of a meeting on a real register: all in one view, written where they belong, reviewed by document."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from nmirf_desktop.domain.action_plans import ActionPlan, PlannedAction, PlanPriority
from nmirf_desktop.domain.actions import FollowUpAction
from nmirf_desktop.domain.activities import Activity, ActivityKind
from nmirf_desktop.domain.annual_review import ReviewPart, ReviewPeriod
from nmirf_desktop.domain.drafted import in_all
from nmirf_desktop.domain.elections import Body, Election
from nmirf_desktop.domain.good_practices import Area, GoodPractice
from nmirf_desktop.domain.item_requests import ItemRequest
from nmirf_desktop.domain.meeting_texts import MeetingText, Topic
from nmirf_desktop.domain.meetings import MeetingKind
from nmirf_desktop.domain.milestones import Milestone, MilestoneKind
from nmirf_desktop.domain.minutes import Minutes, MinutesParagraph, MinutesState, Section
from nmirf_desktop.domain.motions import Motion, MotionKind
from nmirf_desktop.domain.ohchr_support import OhchrSupport, SupportKind
from nmirf_desktop.domain.participants import Answer, Delegate, Invitee, Partner, PartnerKind
from nmirf_desktop.domain.partnerships import STANDING, CooperationNote, Partnership
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Key, Period
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.rule_changes import Figure, RuleChange
from nmirf_desktop.domain.sittings import Intervention
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.domain.voting import Decision, Method, Mode, Vote, VoteKind
from nmirf_desktop.i18n import Catalog, Language, catalog
from nmirf_desktop.services.document_texts import MeetingDocument
from nmirf_desktop.services.ohchr_support import OhchrSupports
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.readiness import PlacedText
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.services.text_kinds import TextKind
from nmirf_desktop.services.texts import Texts, why_not
from nmirf_desktop.services.translations import Order, TableFormat
from nmirf_desktop.services.voting import Ballot
from nmirf_desktop.storage import undo
from nmirf_desktop.storage.activities import ACTIVITIES
from nmirf_desktop.storage.elections import ELECTIONS
from nmirf_desktop.storage.floor import MOTIONS
from nmirf_desktop.storage.meetings import ACTIONS, ITEMS, MEETING_TEXTS, MEETINGS, MILESTONES, REQUESTS
from nmirf_desktop.storage.minutes import MINUTES, PARAGRAPHS
from nmirf_desktop.storage.participants import DELEGATES, INVITEES, PARTNERS
from nmirf_desktop.storage.people import PEOPLE
from nmirf_desktop.storage.voting import DECISIONS, INTERVENTIONS, VOTES
from nmirf_desktop.storage.watch import RULE_CHANGES
from tests import registers
from tests.registers import OPENS, Hand, said
from tests.returned import fill

NOON = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)


class House:
    """A secretariat with its one meeting."""

    def __init__(self, desk: Secretariat, network: registers.Network) -> None:
        self.desk, self.texts = desk, Texts(desk.store)
        self.meeting, self.item, self.sitting = network

    def all(self) -> tuple[PlacedText, ...]:
        """Every text of the meeting."""
        return self.desk.readiness.texts(self.meeting.key)

    def of(self, kind: TextKind, field: str = "title") -> PlacedText:
        """The first text of a kind."""
        return next(one for one in self.all() if one.kind is kind and one.field == field)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    path = tmp_path / "register.nmirf"
    network = registers.networked(path)
    with open_register(path, author="Coordinator", clock=Hand(NOON)) as store:
        yield House(Secretariat(store, Hand(NOON)), network)


def filled(house: House) -> None:
    """One text of each kind, in English only."""
    key = house.meeting.key
    house.desk.agendas.save(replace(house.item, annotation=Trilingual("Note."), presenter=Trilingual("Chair")))
    house.desk.proposals.propose(key, house.item.key, Trilingual("Exchanges"), Trilingual("Decides."))
    adopted = house.desk.proposals.propose(key, house.item.key, Trilingual("Training"), Trilingual("Trains."))
    with house.desk.store.write("fill") as session:
        decision = Decision(
            "decided", key, house.item.key, adopted.key, 2026, 1, OPENS, Mode.CONSENSUS, adopted.title, adopted.text
        )
        DECISIONS.save(session, decision)
        MINUTES.save(session, Minutes("minutes", key))
        PARAGRAPHS.save(session, MinutesParagraph("paragraph", "minutes", 0, Section.OPENING, Trilingual("It met.")))
        kind, how, question = VoteKind.PROCEDURAL, Method.SHOW_OF_HANDS, Trilingual("Close?")
        VOTES.save(session, Vote("vote", key, house.item.key, kind, how, question, NOON, (), closed_at=NOON))
        ELECTIONS.save(
            session, Election("seats", key, house.item.key, Trilingual("Seats"), Body.COMMITTEE, 2, NOON, ())
        )
        for one in ("heard", "second"):
            INTERVENTIONS.save(session, Intervention(one, key, house.item.key, NOON, body=Trilingual("Example fund")))
        ACTIONS.save(session, FollowUpAction("action", key, Trilingual("Write"), Trilingual("Secretariat")))
        MEETING_TEXTS.save(session, MeetingText("hotels", key, Topic.HOTELS, Trilingual("Rooms are held.")))
        MEETING_TEXTS.save(session, MeetingText("words", key, Topic.INVITATION, Trilingual("Please come.")))
        MILESTONES.save(
            session,
            Milestone("own", key, MilestoneKind.OTHER, title=Trilingual("Flags"), responsible=Trilingual("Host")),
        )
        MILESTONES.save(session, Milestone("gone", key, MilestoneKind.OTHER, title=Trilingual("No"), dropped=True))
        PARTNERS.save(session, Partner("body", Trilingual("Example body"), PartnerKind.OTHER))
        PEOPLE.save(session, Person("jane", Trilingual("Legal adviser"), "PRY", "Jane", "EXAMPLE"))
        for guest in (Invitee("guest", key, partner="body"), Invitee("state", key, "PRY")):
            INVITEES.save(session, replace(guest, answer=Answer.ATTENDS, answered_on=OPENS))
        DELEGATES.save(session, Delegate("one", "state", "jane"))
        asked = datetime.date(2026, 9, 1)
        REQUESTS.save(
            session,
            ItemRequest("asked", key, "PRY", asked, Trilingual("Data"), Trilingual("Why."), reason=Trilingual("Late.")),
        )
        RULE_CHANGES.save(session, RuleChange("seven", Figure.SEATS_MOST, 7, asked, Trilingual("More members.")))
    filled_of_the_year(house)


def filled_of_the_year(house: House) -> None:
    """An activity, a partnership, a practice, a contribution, a plan, the annual review, in English only."""
    desk, table, recorded = house.desk, Trilingual("Shared table"), datetime.date(2026, 3, 10)
    practice = desk.good_practices.record(
        GoodPractice(
            "", "MAR", table, Area.DATA, recorded, text=Trilingual("Each answers."), contact=Trilingual("Head")
        )
    )
    desk.contributions.record(desk.contributions.proposed(practice, OPENS))
    plan = desk.action_plans.save_plan(ActionPlan("", Trilingual("Plan"), 2026, 2030))
    priority = desk.action_plans.save_priority(PlanPriority("", plan.key, Trilingual("Exchanges")))
    desk.action_plans.save_action(PlannedAction("", priority.key, Trilingual("Visits"), Trilingual("Hosts")))
    desk.activities.save(
        Activity(
            "", ActivityKind.WORKSHOP, Trilingual("Workshop"), recorded, recorded, Trilingual("Geneva"),
            result=Trilingual("A network of experts."),
        ),
        (),
    )  # fmt: skip
    with desk.store.write("fill") as session:
        name = Trilingual.final("Academy", "Académie", "Academia")
        PARTNERS.save(session, Partner("academy", name, PartnerKind.OTHER))
        PARTNERS.save(session, replace(STANDING, key="office"))
    desk.partnerships.save(Partnership("", "academy", Period(recorded), title=Trilingual("Training")))
    desk.partnerships.note(CooperationNote("", "academy", recorded, Trilingual("A course was held.")))
    OhchrSupports(desk.store, Hand(NOON)).save(
        OhchrSupport("", "office", recorded, SupportKind.ADVICE, Trilingual("A decree was read."), "PRY")
    )
    desk.annual_reviews.add(ReviewPeriod.of_year(2026), ReviewPart.HUB, Trilingual("Much remains to be done."))


def finished(place: PlacedText) -> Trilingual:
    """A text in three languages; its original stays, as that of a decision must."""
    return Trilingual.final(place.text.original or "Text", "Texte", "Texto")


def test_every_kind_of_text_is_in_the_one_view_until_all_are_reviewed(house: House) -> None:
    assert house.desk.readiness.of(house.meeting.key) == ()
    filled(house)
    assert {one.kind for one in house.all()} == set(TextKind)
    topics = [one.where.said_in(registers_words()) for one in house.all() if one.kind is TextKind.NOTE]
    assert topics == ["Invitation: own words", "Information note: hotels"]
    assert "gone" not in {one.record for one in house.all()}
    while found := house.desk.readiness.of(house.meeting.key):
        place = next(one for one in house.all() if one.key == found[0].text)
        house.texts.write(place, finished(place))
        assert len(house.desk.readiness.of(house.meeting.key)) < len(found)
    assert all(one.ready for one in house.all())


def test_minutes_are_among_the_texts_but_for_what_the_program_says_itself(house: House) -> None:
    filled(house)
    formula = Trilingual.final("The meeting was opened.", "La réunion est ouverte.", "Se abre la reunión.")
    drafted = replace(formula, reviewed="")
    with house.desk.store.write("draft") as session:
        opening = MinutesParagraph("opening", "minutes", 1, Section.OPENING, drafted, slot="opening", drafted=drafted)
        PARAGRAPHS.save(session, opening)
    waiting = {one.record: one for one in house.desk.translations.waiting(house.meeting.key, Language.FR)}
    assert {"paragraph", "heard", "action"} <= waiting.keys()
    assert waiting["paragraph"].where.said_in(registers_words()) == "Paragraph 1 of the minutes"
    assert not {"opening", "second"} & waiting.keys()
    assert {house.texts.meeting_of(one) for one in ("paragraph", "heard", "action", "opening")} == {house.meeting.key}
    house.texts.write(waiting["heard"], said("Example fund"))
    heard = house.desk.sittings.interventions(house.meeting.key)
    assert [one.body for one in heard] == [said("Example fund")] * 2
    with house.desk.store.write("approve") as session:
        MINUTES.save(session, Minutes("minutes", house.meeting.key, MinutesState.APPROVED, approved_on=OPENS))
    assert "paragraph" in {one.record for one in house.desk.translations.waiting(house.meeting.key, Language.FR)}
    assert house.texts.review_all(house.meeting.key, MeetingDocument.EVERYTHING, Language.EN)
    assert house.of(TextKind.MINUTES, "text").text.state(Language.EN) is TextState.DRAFT
    with pytest.raises(Refusal, match="were approved"):
        house.texts.write(waiting["paragraph"], said("Otherwise"))


def test_a_function_in_the_list_of_participants_leads_to_its_meeting(house: House) -> None:
    filled(house)
    place = house.of(TextKind.FUNCTION, "function")
    assert place.where.said_in(registers_words()) == "Function of Jane EXAMPLE, in the list of participants"
    assert house.texts.meeting_of(place.record) == house.meeting.key
    assert house.texts.meeting_of("body") == house.meeting.key
    assert house.texts.review_all(house.meeting.key, MeetingDocument.PARTICIPANTS, Language.EN)
    assert house.of(TextKind.FUNCTION, "function").text.state(Language.EN) is TextState.REVIEWED


def registers_words() -> Catalog:
    return catalog(Language.EN)


def test_a_text_is_outdated_by_its_source_and_no_longer_when_that_is_put_back(house: House) -> None:
    place = house.of(TextKind.ITEM)
    before = place.text
    house.texts.write(place, before.with_text(Language.EN, "Future work"))
    states = house.of(TextKind.ITEM).text.states()
    assert states[Language.FR] is states[Language.ES] is TextState.OUTDATED
    house.texts.write(place, house.of(TextKind.ITEM).text.with_text(Language.EN, before.en))
    states = house.of(TextKind.ITEM).text.states()
    assert states[Language.FR] is states[Language.ES] is TextState.REVIEWED


def test_a_document_is_reviewed_in_a_language_in_one_step_that_is_undone_as_one(house: House) -> None:
    filled(house)
    for place in house.all():
        house.texts.write(place, place.text.with_text(Language.FR, "Texte").with_text(Language.ES, "Texto"))
    notes = [one for one in house.all() if one.kind is TextKind.NOTE]
    assert house.texts.review_all(house.meeting.key, MeetingDocument.ANNOTATED, Language.FR) == 5
    for one in house.all():
        in_it = one.kind in {TextKind.MEETING, TextKind.ITEM, TextKind.ANNOTATION, TextKind.PRESENTER}
        assert one.text.state(Language.FR) is (TextState.REVIEWED if in_it else TextState.DRAFT)
        assert one.text.state(Language.ES) is TextState.DRAFT
    house.desk.steps.undo()
    assert {one.text.state(Language.FR) for one in house.all()} == {TextState.DRAFT}
    assert house.texts.review_all(house.meeting.key, MeetingDocument.INVITATION, Language.FR) == 2 + len(notes)
    assert house.texts.review_all(house.meeting.key, MeetingDocument.INVITATION, Language.FR) == 0


def test_what_is_voted_on_is_not_written_and_a_settled_text_keeps_its_original(house: House) -> None:
    filled(house)
    house.desk.sittings.open(house.sitting.key)
    house.desk.sittings.all_arrive(house.meeting.key)
    place = house.of(TextKind.PROPOSAL, "text")
    house.texts.write(place, place.text.with_text(Language.FR, "Décide."))
    house.desk.proposals.note_objection(place.record)
    vote = house.desk.voting.open(Ballot(house.meeting.key, house.item.key, Method.ROLL_CALL, place.record))
    with pytest.raises(Refusal):
        house.texts.write(place, place.text.with_text(Language.FR, "Autre."))
    assert house.texts.review_all(house.meeting.key, MeetingDocument.DRAFTS, Language.FR) == 0
    assert vote is not None


def test_an_adopted_text_is_conformed_in_the_decision_too(house: House) -> None:
    filled(house)
    house.desk.sittings.open(house.sitting.key)
    house.desk.sittings.all_arrive(house.meeting.key)
    place = house.of(TextKind.PROPOSAL, "text")
    house.desk.proposals.adopt_by_consensus(place.record)
    place = next(one for one in house.all() if one.key == place.key)
    assert place.kind is TextKind.DECISION
    with pytest.raises(Refusal):
        house.texts.write(place, place.text.with_text(Language.EN, "Other."))
    house.texts.write(place, place.text.with_text(Language.FR, "Décide."))
    decision = next(one for one in house.desk.proposals.decisions(house.meeting.key) if one.proposal == place.record)
    assert decision.text.fr == "Décide."


def test_a_question_put_to_the_vote_and_the_title_of_an_election_are_translated_and_keep_their_original(
    house: House, tmp_path: Path
) -> None:
    """Documents named them as missing, and no place had them written."""
    filled(house)
    with house.desk.store.write("broken off") as session:
        ELECTIONS.save(session, replace(ELECTIONS.get(session, "seats"), key="stopped", stopped_at=NOON))
    places = [one for one in house.all() if one.kind in (TextKind.QUESTION, TextKind.ELECTION)]
    words = catalog(Language.EN)
    assert [one.where.said_in(words) for one in places] == ["Vote 1: question", "Title of the election “Seats”"]
    path = tmp_path / "texts.docx"
    house.desk.translations.send(Order(house.meeting.key, Language.FR, TableFormat.DOCX), path, OPENS)
    fill(path, {"Close?": "Clôture", "Seats": "Sièges"})
    preview = house.desk.translations.preview(house.desk.translations.read(path))
    house.desk.translations.record(preview, OPENS)
    assert house.of(TextKind.QUESTION, "question").text.fr == "Clôture"
    assert house.of(TextKind.ELECTION).text.fr == "Sièges"
    for place in places:
        for other in (place.text.with_text(Language.EN, "Other"), replace(place.text, source=Language.FR)):
            with house.desk.store.read() as session:
                assert why_not(session, place, other) is not None
            with pytest.raises(Refusal, match="original of a settled text"):
                house.texts.write(place, other)
    assert {house.texts.meeting_of(one.record) for one in places} == {house.meeting.key}


def test_what_the_program_asks_itself_of_a_motion_waits_for_no_translation(house: House) -> None:
    filled(house)
    with house.desk.store.write("of a motion") as session:
        MOTIONS.save(session, Motion("motion", house.meeting.key, house.item.key, MotionKind.CLOSE_DEBATE, NOON, "PRY"))
        vote = VOTES.get(session, "vote")
        VOTES.save(session, replace(vote, motion="motion", question=in_all(lambda words: words.gettext("Vote"))))
    assert not house.of(TextKind.QUESTION, "question").counts
    with house.desk.store.write("in other words") as session:
        vote = VOTES.get(session, "vote")
        VOTES.save(session, replace(vote, question=vote.question.with_text(Language.EN, "Close the debate now?")))
    assert house.of(TextKind.QUESTION, "question").counts


def test_a_request_that_is_settled_waits_for_no_translation(house: House) -> None:
    requests, key = house.desk.item_requests, house.meeting.key
    first, second = (
        requests.record(ItemRequest("", key, "PRY", OPENS, Trilingual(title), Trilingual("Why.")))
        for title in ("Data", "Guides")
    )
    order = house.desk.translations.waiting(key, Language.FR)
    assert {one.record for one in order} == {first.key, second.key}
    requests.decline(first.key, OPENS, Trilingual("Late."))
    requests.accept(second.key, OPENS)
    assert not {first.key, second.key} & {one.record for one in house.desk.readiness.of(key)}
    assert not {first.key, second.key} & {one.record for one in house.desk.translations.waiting(key, Language.FR)}
    asked = next(one for one in house.all() if one.record == first.key)
    assert asked.ready
    house.texts.write(asked, asked.text.with_text(Language.FR, "Données"))
    assert next(one for one in house.all() if one.key == asked.key).text.fr == "Données"
    requests.take_back(first.key)
    assert first.key in {one.record for one in house.desk.readiness.of(key)}


YEARLY = {
    TextKind.ACTIVITY, TextKind.PARTNERSHIP, TextKind.COOPERATION, TextKind.SUPPORT, TextKind.PRACTICE,
    TextKind.CONTRIBUTION, TextKind.PLAN, TextKind.PRIORITY, TextKind.PLANNED, TextKind.REVIEW,
}  # fmt: skip
TOLD = {TextKind.COOPERATION, TextKind.SUPPORT, TextKind.REVIEW}
"""Those that are one text without a title."""


def test_texts_of_the_years_work_are_ready_with_the_next_meeting_of_the_network_and_with_no_other(
    house: House,
) -> None:
    filled_of_the_year(house)
    desk = house.desk
    late = replace(desk.good_practices.lines(OPENS)[0].practice, key="", title=Trilingual("Late table"))
    desk.good_practices.record(replace(late, recorded_on=OPENS))
    before = {one.where.said_in(registers_words()) for one in house.all() if one.kind in YEARLY}
    assert {"Title of the good practice “Late table”", "Title of the action plan “Plan”"} <= before
    opens = datetime.date(2027, 11, 24)
    next_year = replace(house.meeting, key="next", symbol="NMIRF/2027", opens_on=opens, closes_on=opens)
    committee = replace(next_year, key="committee", symbol="NMIRF/EC/1", kind=MeetingKind.COMMITTEE)
    with desk.store.write("plan") as session:
        for one in (next_year, committee):
            MEETINGS.save(session, one)
    held = {
        one.key: [text for text in desk.readiness.texts(one.key) if text.kind in YEARLY]
        for one in (house.meeting, next_year, committee)
    }
    assert held[committee.key] == []
    plan = {TextKind.PLAN, TextKind.PRIORITY, TextKind.PLANNED}
    lasting = {*plan, TextKind.PARTNERSHIP, TextKind.REVIEW}
    assert {one.kind for one in held[next_year.key]} == lasting
    assert {one.kind for one in held[house.meeting.key]} == YEARLY - lasting
    for meeting, texts in held.items():
        assert [house.texts.meeting_of(one.record) for one in texts] == [meeting] * len(texts)


FEBRUARY = datetime.date(2028, 2, 8)


def with_meeting(house: House, key: str, opens: datetime.date) -> None:
    """One more annual meeting in the register."""
    one = replace(house.meeting, key=key, symbol=f"NMIRF/{opens.year}/{key}", opens_on=opens, closes_on=opens)
    with house.desk.store.write("plan") as session:
        MEETINGS.save(session, one)


def held_on(house: House, day: datetime.date) -> Key:
    """The key of an activity of a day."""
    one = Activity(f"held {day}", ActivityKind.EXCHANGE, Trilingual("Exchange"), day, day)
    with house.desk.store.write("hold") as session:
        ACTIVITIES.save(session, one)
    return one.key


def test_what_was_done_early_in_the_year_goes_with_the_meeting_that_reviews_that_year(house: House) -> None:
    """A meeting in February reviews the year before; the days of its own year are told at the next one."""
    with_meeting(house, "february", FEBRUARY)
    with_meeting(house, "later", datetime.date(2029, 2, 6))
    december, january = held_on(house, datetime.date(2027, 12, 20)), held_on(house, datetime.date(2028, 1, 11))
    during = held_on(house, FEBRUARY)
    assert [house.texts.meeting_of(one) for one in (december, january, during)] == ["february", "later", "later"]
    for meeting, wanted in (("february", {december}), ("later", {january, during})):
        held = {one.record for one in house.desk.readiness.texts(meeting) if one.kind is TextKind.ACTIVITY}
        assert held == wanted
        waiting = {one.record for one in house.desk.translations.waiting(meeting, Language.FR)}
        assert wanted <= waiting


def test_what_a_review_on_an_agenda_holds_goes_with_its_meeting(house: House) -> None:
    with_meeting(house, "february", FEBRUARY)
    with_meeting(house, "later", datetime.date(2029, 2, 6))
    january = held_on(house, datetime.date(2028, 1, 11))
    item = replace(house.item, key="review", meeting="february", documents=("NMIRF/REV/20261124-20280207",))
    with house.desk.store.write("agenda") as session:
        ITEMS.save(session, item)
    assert house.texts.meeting_of(january) == "february"
    assert january in {one.record for one in house.desk.readiness.texts("february")}
    assert january not in {one.record for one in house.desk.readiness.texts("later")}


def test_why_an_action_was_given_up_and_what_shows_another_go_with_the_meeting_of_their_review(house: House) -> None:
    filled_of_the_year(house)
    with_meeting(house, "next", datetime.date(2027, 11, 24))
    desk = house.desk
    plan = desk.action_plans.all()[0]
    action = next(one.action for one in desk.action_plans.lines(plan.key, OPENS) if one.action)
    assert house.texts.meeting_of(action.key) == "next"
    desk.action_plans.save_action(replace(action, done_on=OPENS, evidence=Trilingual("Report")))
    again = replace(action, key="", title=said("Website"), given_up_on=OPENS, reason=Trilingual("Too dear"))
    again = desk.action_plans.save_action(again)
    places = {one.where.said_in(registers_words()): one for one in house.all() if one.kind is TextKind.PLANNED}
    assert house.texts.meeting_of(action.key) == house.texts.meeting_of(again.key) == house.meeting.key
    for name in (
        "What shows an action of the action plan: “Visits”",
        "Why an action of the action plan was given up: “Website”",
    ):
        assert places[name].counts
        house.texts.write(places[name], finished(places[name]))
    lines = [one.action for one in desk.action_plans.lines(plan.key, OPENS) if one.action]
    assert [(one.evidence.fr, one.reason.es) for one in lines] == [("Texte", ""), ("", "Texto")]


def test_of_what_was_withdrawn_nothing_waits_and_of_what_was_given_up_its_title_and_its_reason(house: House) -> None:
    filled_of_the_year(house)
    desk = house.desk
    (line,) = desk.good_practices.lines(OPENS)
    desk.good_practices.record(replace(line.practice, withdrawn_on=OPENS))
    place = house.of(TextKind.PLANNED)
    action = next(one.action for one in desk.action_plans.lines(desk.action_plans.all()[0].key, OPENS) if one.action)
    desk.action_plans.save_action(replace(action, given_up_on=OPENS, reason=Trilingual("Too dear")))
    assert {one.kind for one in house.all() if one.counts and one.kind in YEARLY} == {
        TextKind.ACTIVITY, TextKind.PARTNERSHIP, TextKind.COOPERATION, TextKind.SUPPORT, TextKind.CONTRIBUTION,
        TextKind.PLAN, TextKind.PRIORITY, TextKind.PLANNED, TextKind.REVIEW,
    }  # fmt: skip
    held = [(one.field, one.counts) for one in house.all() if one.kind is TextKind.PLANNED and one.text]
    assert held == [("title", True), ("responsible", False), ("reason", True)]
    for kind in YEARLY - {TextKind.PARTNERSHIP, *TOLD}:
        with pytest.raises(Problem) as refused:
            house.texts.write(house.of(kind), Trilingual())
        assert refused.value.field_name == "title"
    assert house.of(TextKind.PLANNED).text == place.text
    for kind in TOLD:
        with pytest.raises(Problem) as refused:
            house.texts.write(house.of(kind, "text"), Trilingual())
        assert refused.value.field_name == "text"


def test_what_an_activity_led_to_and_what_a_partnership_is_about_are_ready_with_their_meeting(house: House) -> None:
    filled_of_the_year(house)
    said = {one.where.said_in(registers_words()): one for one in house.all() if one.kind in YEARLY}
    names = (
        "Title of the activity “Workshop”", "Place of the activity “Workshop”", "Result of the activity “Workshop”",
        "What the partnership with “Academy” is about",
    )  # fmt: skip
    for name in names:
        place = said[name]
        assert place.counts
        assert not place.ready
        house.texts.write(place, finished(place))
    ready = {one.where.said_in(registers_words()) for one in house.all() if one.ready}
    assert set(names) <= ready
    (line,) = house.desk.activities.between(OPENS.replace(month=1, day=1), OPENS).lines
    assert (line.activity.title.fr, line.activity.result.es, line.activity.place.fr) == ("Texte", "Texto", "Texte")


def test_a_partnership_that_has_ended_is_told_with_the_first_meeting_after_its_end(house: House) -> None:
    filled_of_the_year(house)
    opens = datetime.date(2027, 11, 24)
    later = replace(house.meeting, key="next", symbol="NMIRF/2027", opens_on=opens, closes_on=opens)
    with house.desk.store.write("plan") as session:
        MEETINGS.save(session, later)
    (held,) = house.desk.partnerships.between(OPENS, OPENS).held
    assert house.texts.meeting_of(held.key) == "next"
    ended = datetime.date(2026, 6, 1)
    house.desk.partnerships.save(replace(held, period=Period(held.period.start, ended)))
    assert house.texts.meeting_of(held.key) == house.meeting.key
    assert TextKind.PARTNERSHIP in {one.kind for one in house.all()}


def test_a_partnership_without_a_subject_is_not_asked_for_one(house: House) -> None:
    filled_of_the_year(house)
    (held,) = house.desk.partnerships.between(OPENS, OPENS).held
    house.desk.partnerships.save(replace(held, title=Trilingual()))
    assert not [one for one in house.all() if one.kind is TextKind.PARTNERSHIP and one.counts]


def test_what_was_written_in_the_annual_review_goes_to_the_translator_and_comes_back(
    house: House, tmp_path: Path
) -> None:
    filled_of_the_year(house)
    desk, year = house.desk, ReviewPeriod.of_year(2026)
    drafted = next(one for one in desk.annual_reviews.read(year, OPENS).told if not one.written)
    rewritten = drafted.draft.with_text(Language.EN, "The Network met more often than ever.")
    desk.annual_reviews.write(year, drafted.slot, rewritten, OPENS)
    waiting = {
        one.where.said_in(registers_words()): one for one in desk.translations.waiting(house.meeting.key, Language.FR)
    }
    assert {
        "Annual review, 2026: Contributions to the virtual knowledge hub",
        "Annual review, 2026: Activities of the Network",
        "What was done with “Academy”, 10 March 2026", "What was done with OHCHR, 10 March 2026",
    } <= waiting.keys()  # fmt: skip
    for one in waiting.values():
        house.texts.write(one, finished(one))
    told = {one.slot: one for one in desk.annual_reviews.read(year, OPENS).told if one.written}
    assert [one.text.fr for one in told.values()] == ["Texte", "Texte"]
    assert drafted.slot in told


def test_a_paragraph_taken_out_of_the_review_waits_for_nothing(house: House) -> None:
    filled_of_the_year(house)
    desk, year = house.desk, ReviewPeriod.of_year(2026)
    drafted = next(one for one in desk.annual_reviews.read(year, OPENS).told if not one.written)
    before = [one.key for one in house.all()]
    desk.annual_reviews.remove(year, drafted.slot, OPENS)
    assert [one.key for one in house.all()] == before


def test_a_review_that_an_agenda_names_is_ready_with_its_meeting(house: House) -> None:
    filled_of_the_year(house)
    desk, opens = house.desk, datetime.date(2027, 11, 24)
    later = replace(house.meeting, key="next", symbol="NMIRF/2027", opens_on=opens, closes_on=opens)
    with desk.store.write("plan") as session:
        MEETINGS.save(session, later)
    written = next(one for one in desk.readiness.texts("next") if one.kind is TextKind.REVIEW)
    assert house.texts.meeting_of(written.record) == "next"
    desk.agendas.save(replace(house.item, documents=("NMIRF/REV/2026",)))
    assert house.texts.meeting_of(written.record) == house.meeting.key
    assert TextKind.REVIEW in {one.kind for one in house.all()}
    assert TextKind.REVIEW not in {one.kind for one in desk.readiness.texts("next")}


def test_a_review_that_a_later_agenda_names_is_ready_with_its_meeting_as_the_work_that_it_tells_of_is(
    house: House,
) -> None:
    """A meeting between the year and the one that reviews it takes neither."""
    filled_of_the_year(house)
    with_meeting(house, "january", datetime.date(2027, 1, 12))
    with_meeting(house, "march", datetime.date(2027, 3, 24))
    december = held_on(house, datetime.date(2026, 12, 15))
    written = next(one for one in house.desk.readiness.texts("january") if one.kind is TextKind.REVIEW)
    with house.desk.store.write("agenda") as session:
        ITEMS.save(session, replace(house.item, key="review", meeting="march", documents=("NMIRF/REV/2026",)))
    for record in (december, written.record):
        assert house.texts.meeting_of(record) == "march"
        assert record in {one.record for one in house.desk.readiness.texts("march")}
        assert record not in {one.record for one in house.desk.readiness.texts("january")}


def test_the_annual_review_is_marked_as_reviewed_as_one_document(house: House) -> None:
    """All that it counts as not reviewed, whichever meeting it is ready with, and nothing that it does not print."""
    filled_of_the_year(house)
    with_meeting(house, "next", datetime.date(2027, 1, 12))
    desk, year = house.desk, ReviewPeriod.of_year(2026)

    def unread() -> list[str]:
        lacks = desk.annual_reviews.read(year, OPENS).lacks
        return [one.said.said_in(registers_words()) for one in lacks if one.texts]

    assert len(unread()) == 1
    for language in Language:
        assert house.texts.review_all("next", MeetingDocument.REVIEW, language)
    assert unread() == []
    left = {one.where.said_in(registers_words()) for key in (house.meeting.key, "next") for one in drafted(house, key)}
    assert left >= {"Text of the good practice “Shared table”", "Priority of the action plan “Exchanges”"}
    assert not left & {
        "Title of the activity “Workshop”",
        "Annual review, 2026: Contributions to the virtual knowledge hub",
    }
    for _language in Language:
        undo.undo(desk.store)
    assert len(unread()) == 1


def test_what_a_review_looks_ahead_at_is_marked_as_reviewed_with_it(house: House) -> None:
    """An action of the next plan, ready with the last meeting of its years, and the title of a meeting to come."""
    desk, year = house.desk, ReviewPeriod.of_year(2026)
    with_meeting(house, "next", datetime.date(2027, 1, 12))
    with_meeting(house, "far", datetime.date(2031, 11, 24))
    with desk.store.write("name") as session:
        MEETINGS.save(session, replace(MEETINGS.get(session, "next"), title=Trilingual("Next meeting")))
    plan = desk.action_plans.save_plan(ActionPlan("", Trilingual("Next plan"), 2027, 2031))
    priority = desk.action_plans.save_priority(PlanPriority("", plan.key, Trilingual("Exchanges")))
    begins = datetime.date(2027, 5, 1)
    ahead = PlannedAction("", priority.key, Trilingual("Visits"), Trilingual("Hosts"), begins_on=begins)
    desk.action_plans.save_action(ahead)
    assert any(one.texts for one in desk.annual_reviews.read(year, OPENS).lacks)
    for language in Language:
        house.texts.review_all(house.meeting.key, MeetingDocument.REVIEW, language)
    assert not any(one.texts for one in desk.annual_reviews.read(year, OPENS).lacks)
    left = {one.where.said_in(registers_words()) for one in drafted(house, "far")}
    assert left == {"Title of the action plan “Next plan”", "Priority of the action plan “Exchanges”"} | {
        one for one in left if one.startswith("The meeting")
    }


def test_an_action_of_a_plan_in_whose_years_no_meeting_is_planned_is_marked_as_reviewed_with_the_review(
    house: House,
) -> None:
    desk, year = house.desk, ReviewPeriod.of_year(2026)
    plan = desk.action_plans.save_plan(ActionPlan("", Trilingual("Next plan"), 2027, 2031))
    priority = desk.action_plans.save_priority(PlanPriority("", plan.key, Trilingual("Exchanges")))
    begins = datetime.date(2027, 5, 1)
    action = desk.action_plans.save_action(PlannedAction("", priority.key, Trilingual("Visits"), begins_on=begins))
    assert house.texts.meeting_of(action.key) is None
    house.texts.review_all(house.meeting.key, MeetingDocument.REVIEW, Language.EN)
    assert not any(one.texts for one in desk.annual_reviews.read(year, OPENS).lacks)


def test_each_review_that_an_agenda_names_is_marked_as_reviewed_with_its_meeting(house: House) -> None:
    with_meeting(house, "next", datetime.date(2027, 11, 24))
    desk, both = house.desk, (datetime.date(2025, 3, 10), datetime.date(2026, 3, 10))
    for day in both:
        held_on(house, day)
    desk.agendas.save(replace(house.item, documents=("NMIRF/REV/2025", "NMIRF/REV/2026")))
    house.texts.review_all(house.meeting.key, MeetingDocument.REVIEW, Language.EN)
    with desk.store.read() as session:
        states = {one.begins_on: one.title.state(Language.EN) for one in ACTIVITIES.all(session)}
    assert states == dict.fromkeys(both, TextState.REVIEWED)


def drafted(house: House, meeting: Key) -> list[PlacedText]:
    """The texts of a meeting that nobody reviewed in English."""
    return [one for one in house.desk.readiness.texts(meeting) if one.text.state(Language.EN) is TextState.DRAFT]


def test_sheets_and_the_action_plan_are_marked_as_reviewed_as_one_document(house: House) -> None:
    filled_of_the_year(house)
    with_meeting(house, "next", datetime.date(2027, 11, 24))
    desk = house.desk
    action = next(one.action for one in desk.action_plans.lines(desk.action_plans.all()[0].key, OPENS) if one.action)
    desk.action_plans.save_action(replace(action, done_on=OPENS, evidence=Trilingual("Report")))
    assert house.texts.review_all(house.meeting.key, MeetingDocument.SHEETS, Language.EN) == 3
    assert house.texts.review_all(house.meeting.key, MeetingDocument.PLAN, Language.EN) == 5
    plan = {TextKind.PLAN, TextKind.PRIORITY, TextKind.PLANNED}
    left = {one.kind for key in (house.meeting.key, "next") for one in drafted(house, key)}
    assert not left & {*plan, TextKind.PRACTICE}


@pytest.mark.parametrize(("adopted_on", "read"), [(OPENS, True), (datetime.date(2026, 11, 25), False)])
def test_the_title_of_the_decision_that_adopted_a_plan_is_marked_as_reviewed_with_it(
    house: House, adopted_on: datetime.date, read: bool
) -> None:
    """Its title alone is printed, and none of a decision that is still to come on the day."""
    filled(house)
    desk = house.desk
    with desk.store.write("adopt") as session:
        decided = DECISIONS.get(session, "decided")  # in French, so that English is a translation
        DECISIONS.save(session, replace(decided, adopted_on=adopted_on, language=Language.FR))
    desk.action_plans.save_plan(replace(desk.action_plans.all()[0], decision="decided"))
    waits = [one.field for one in drafted(house, house.meeting.key) if one.kind is TextKind.DECISION]
    house.texts.review_all(house.meeting.key, MeetingDocument.PLAN, Language.EN)
    left = [one.field for one in drafted(house, house.meeting.key) if one.kind is TextKind.DECISION]
    assert (waits, left) == (["title", "text"], ["text"] if read else ["title", "text"])
    with desk.store.read() as session:
        state = DECISIONS.get(session, "decided").title.state(Language.EN)
    assert state is (TextState.REVIEWED if read else TextState.DRAFT)


def test_two_texts_of_one_part_of_a_review_are_called_by_their_beginnings(house: House) -> None:
    filled_of_the_year(house)
    desk, year = house.desk, ReviewPeriod.of_year(2026)
    for text in ("The Network will meet more often.", "Translations come first."):
        desk.annual_reviews.add(year, ReviewPart.AHEAD, Trilingual(text))
    called = [one.where.said_in(registers_words()) for one in house.all()]
    assert "Annual review, 2026: Future directions, “The Network will meet more often”" in called
    assert "Annual review, 2026: Future directions, “Translations come first”" in called
