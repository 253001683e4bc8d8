"""Two calls for candidatures in one register: the one that is looked at is the one that is printed and led to."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from nmirf_desktop.domain.candidatures import Call, Candidature, Slate
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.members import FocalPoint, MembershipKind
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.search import Kind
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.committees import Appointment, appointing
from nmirf_desktop.services.requests import Asked
from nmirf_desktop.services.search import search
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.jobs import InlineJobs
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screens.candidatures import CandidaturesScreen
from nmirf_desktop.ui.screens.candidatures_list import Standing, standing_mark
from nmirf_desktop.ui.screens.documents import DocumentsScreen
from nmirf_desktop.ui.theme import Tone
from tests.ui.screens.offices import finish, held, office, press, shown, texts, type_into

ON = datetime.date(2026, 11, 24)
EARLIER, LATER = datetime.date(2026, 10, 9), datetime.date(2026, 11, 1)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    with office(tmp_path) as secretariat:
        (meeting,) = secretariat.meetings.list()
        for key, opened in (("later", LATER), ("earlier", EARLIER)):
            closes = opened + datetime.timedelta(days=20)
            secretariat.candidatures.save_call(Call(key, opened, closes, meeting=meeting.key))
        secretariat.candidatures.receive(Candidature("of PRY", "earlier", "PRY", EARLIER))
        yield secretariat


@pytest.fixture
def screen(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> Iterator[CandidaturesScreen]:
    with held(CandidaturesScreen(desk, language, alerts)) as screen:
        shown(screen, ON)
        yield screen


def test_r35_the_papers_of_the_ballot_are_those_of_the_call_opened_last(screen: CandidaturesScreen) -> None:
    def papers() -> list[str]:
        rows = (one for one in screen.head.rows.findChildren(type(screen.detail.files)) if one.isVisible())
        return [place.key.split(":")[0] for row in rows for place in row.places if place.screen == "documents"]

    screen.go_to("earlier")
    assert papers() == ["call", "candidates"]
    screen.go_to("later")
    assert papers() == ["call", "candidates", "ballot-papers", "tally-sheet"]


def test_the_call_that_is_looked_at_is_printed(
    screen: CandidaturesScreen, desk: Secretariat, language: CurrentLanguage, alerts: Alerts
) -> None:
    screen.go_to("earlier")
    asked: list[Place] = []
    screen.asked.connect(asked.append)
    texts(screen)
    for row in (one for one in screen.head.rows.findChildren(type(screen.detail.files)) if one.isVisible()):
        for place in row.places:
            if place.screen == "documents":
                row.asked.emit(place)
    assert [place.key for place in asked] == ["call:earlier", "candidates:earlier"]
    with held(DocumentsScreen(desk, InlineJobs(), language, alerts)) as documents:
        shown(documents, ON)
        documents.go_to(asked[1].key)
        request = documents.request()
        assert request is not None
        assert request.part == "earlier"
        assert documents.current_key() == "candidates:earlier"
        (content,) = desk.papers.contents(request)
        assert content.paper.masthead.symbol == "NMIRF/CAND/2026/4"
        documents.go_to("call:")
        request = documents.request()
        assert request is not None
        assert desk.papers.contents(request)[0].paper.masthead.dated == LATER


def test_a_call_is_named_by_its_symbol(desk: Secretariat) -> None:
    for name in ("NMIRF/CAND/2026/3", "nmirf/cand/2026/4", "2026/3"):
        request = desk.papers.request(Asked(DocumentKind.CALL, call=name), ON)
        assert request.part == "earlier"
        assert desk.papers.contents(request)[0].paper.masthead.dated == EARLIER
    with pytest.raises(Problem) as refused:
        desk.papers.request(Asked(DocumentKind.CALL, call="7"), ON)
    assert "NMIRF/CAND/2026/3, NMIRF/CAND/2026/1" in refused.value.said_in(catalog(Language.EN))
    with pytest.raises(Problem):
        desk.papers.request(Asked(DocumentKind.MEMBERS, call="2026/3"), ON)


def test_several_calls_are_offered_and_each_tells_of_the_other(screen: CandidaturesScreen) -> None:
    assert screen.head.calls.isVisible()
    said = texts(screen)
    assert "2 calls: choose the one to be shown" in said
    assert "There is another call for this meeting: that of 9 October 2026" in said
    assert "Record each State that stands for a seat of this call" in said
    screen.head.rows.asked.emit(Place("candidatures", "earlier"))
    assert [row.line.state.iso3 for row in screen.list.model.rows] == ["PRY"]


def test_the_card_says_that_the_meeting_has_a_call_already(screen: CandidaturesScreen, desk: Secretariat) -> None:
    press(screen, "Open a call")
    form = screen.detail.cards.call_form
    assert "There was a call for this meeting, open until 21 November 2026." in texts(form)
    form.meeting.load(None, over=True)
    form.meeting.changed.emit()
    assert not form.already.isVisible()
    form.meeting.load(form.meeting.values[1], over=True)
    form.meeting.changed.emit()
    form.already.asked.emit(form.already.places[0])
    assert screen.head.calls.value() is not None
    assert screen.detail.cards.call.isVisible()
    assert form.value().key == "later"


def test_a_call_recorded_after_its_last_day_is_said_to_be_closed(
    screen: CandidaturesScreen, alerts: Alerts, language: CurrentLanguage
) -> None:
    press(screen, "Correct the call")
    finish(screen.detail.cards.call_form.field("seats").editors[0])
    assert alerts.notice is not None
    assert "it was open until 21 November 2026 and is closed" in alerts.notice.what.said_in(language.words)


def test_after_the_appointment_nothing_is_left_to_do(screen: CandidaturesScreen, desk: Secretariat) -> None:
    states = ("PRY", "MAR")
    desk.candidatures.receive(Candidature("of MAR", "earlier", "MAR", EARLIER))
    desk.candidatures.agree_slate(Slate("slate", "earlier", EARLIER, states))
    desk.committees.record(appointing(Appointment(ON, tuple((state, None) for state in states))))
    screen.go_to("earlier")
    screen.refresh()
    assert {row.standing for row in screen.list.model.rows} == {Standing.APPOINTED}
    said = texts(screen)
    assert "The Committee was appointed on 24 November 2026" in said
    assert "Closed since" not in said
    assert "The Committee of this call was appointed already." in texts(screen.detail.trial)
    (offer,) = (one for one in screen.actions() if one.label == "Appoint the agreed slate")
    assert not offer.isEnabled()
    shown(screen, ON - datetime.timedelta(days=1))
    assert {row.standing for row in screen.list.model.rows} == {Standing.STANDS}


def test_who_could_not_sit_is_marked_and_an_observer_is_called_one(
    screen: CandidaturesScreen, desk: Secretariat, alerts: Alerts, language: CurrentLanguage
) -> None:
    observer = next(line for line in desk.members.list(ON) if line.status is MembershipKind.OBSERVER)
    press(screen, "Record a candidature")
    form = screen.detail.cards.candidature_form
    form.state.load(observer.key, over=True)
    finish(form.field("reference").editors[0])
    assert alerts.notice is not None
    assert "the State is an observer." in alerts.notice.what.said_in(language.words)
    (row,) = screen.list.model.rows
    assert standing_mark(row).tone is Tone.ATTENTION
    screen.list.select(row.key)
    press(screen, "Mark or unmark")
    assert "Kept, with a remark" in texts(screen.detail.trial)


@pytest.mark.parametrize("typed", ["NMIRF/CAND/2026/3", "cand/2026/4", "appel candidatures"])
def test_a_call_is_found_by_its_symbols(desk: Secretariat, typed: str) -> None:
    groups = {group.kind: group.found for group in search(desk.store, desk.states, typed)}
    assert ("candidatures", "earlier") in {(one.screen, one.key) for one in groups[Kind.CALL]}
    assert typed != "NMIRF/CAND/2026/3" or len(groups[Kind.CALL]) == 1


def test_a_candidature_is_found_by_its_state(desk: Secretariat) -> None:
    groups = {group.kind: group.found for group in search(desk.store, desk.states, "paraguay")}
    assert [(one.screen, one.key) for one in groups[Kind.CANDIDATURE]] == [("candidatures", "of PRY")]


def test_who_votes_for_the_state_is_offered_as_representative(screen: CandidaturesScreen, desk: Secretariat) -> None:
    person = Person("voter", Trilingual(), "MAR", "Ana", "Sosa")
    desk.members.designate(FocalPoint("point", "MAR", person.key, Period(EARLIER)), person)
    press(screen, "Record a candidature")
    form = screen.detail.cards.candidature_form
    assert not form.voting.isVisible()
    type_into(form.field("state").editors[0], "Morocco")
    assert "The focal point who votes for the State: Ana SOSA" in texts(form)
    form.voting.asked.emit(form.voting.places[0])
    assert not form.voting.isVisible()
    finish(form.field("reference").editors[0])
    assert [row.line.candidature.person for row in screen.list.model.rows] == ["voter"]
