"""Decisions, votes, the Committee and the members of a sample register: asked for, written, issued, recognised."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.renames import Renaming
from nmirf_desktop.domain.states import Names
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.opening import create, open_register
from nmirf_desktop.services.requests import EVERY_MEETING, Asked, Request
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.verification import verify
from nmirf_desktop.storage.voting import DECISIONS
from tests import samples

TODAY = samples.ON
KINDS = (
    DocumentKind.DECISION,
    DocumentKind.DECISIONS,
    DocumentKind.VOTING_RECORD,
    DocumentKind.COMMITTEE,
    DocumentKind.MEMBERS,
)


@pytest.fixture
def desk(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> Iterator[Secretariat]:
    """A copy of the sample register: meetings of 2024, 2025 and 2026 were held, that of 2027 is planned."""
    with open_register(samples.sample(tmp_path_factory, tmp_path / "sample.nmirf"), author="coordinator") as store:
        yield Secretariat(store)


def asked(desk: Secretariat, kind: DocumentKind, **words: object) -> Request:
    return desk.papers.request(replace(Asked(kind), **words), TODAY)  # type: ignore[arg-type]


def symbols(desk: Secretariat, request: Request) -> list[str]:
    return [content.paper.masthead.symbol for content in desk.papers.contents(request)]


# ---- which document ----


def test_without_a_meeting_it_is_the_last_held_and_a_list_is_of_today(desk: Secretariat) -> None:
    assert symbols(desk, asked(desk, DocumentKind.DECISION)) == [f"NMIRF/2026/DEC/{number}" for number in range(1, 6)]
    assert symbols(desk, asked(desk, DocumentKind.DECISIONS)) == ["NMIRF/2026/DEC"]
    assert symbols(desk, asked(desk, DocumentKind.VOTING_RECORD)) == ["NMIRF/2026/VOT"]
    assert asked(desk, DocumentKind.MEMBERS) == Request(DocumentKind.MEMBERS, None, on=TODAY)
    assert asked(desk, DocumentKind.COMMITTEE).on == TODAY


@pytest.mark.parametrize("words", ["2026/3", "NMIRF/2026/DEC/3", "nmirf/2026/dec/3", " 3 "])
def test_a_decision_is_found_by_its_number_or_symbol(desk: Secretariat, words: str) -> None:
    assert symbols(desk, asked(desk, DocumentKind.DECISION, decision=words)) == ["NMIRF/2026/DEC/3"]


def test_a_decision_of_an_earlier_meeting_needs_no_meeting(desk: Secretariat) -> None:
    assert symbols(desk, asked(desk, DocumentKind.DECISION, decision="2024/1")) == ["NMIRF/2024/DEC/1"]
    assert symbols(desk, asked(desk, DocumentKind.DECISION, decision="1", symbol="NMIRF/2025")) == ["NMIRF/2025/DEC/1"]


def test_a_decision_that_is_not_there_is_said_with_those_that_are(desk: Secretariat) -> None:
    with pytest.raises(Problem) as missing:
        asked(desk, DocumentKind.DECISION, decision="2030/1")
    assert missing.value.said_in(catalog(Language.ES)).startswith("No hay ninguna decisión “2030/1”; hay: 2024/1, ")


def test_a_vote_is_found_by_its_place_and_another_is_refused(desk: Secretariat) -> None:
    assert symbols(desk, asked(desk, DocumentKind.VOTING_RECORD, vote="2")) == ["NMIRF/2026/VOT/2"]
    for number in ("0", "99", "-1", "one", "²"):
        with pytest.raises(Problem, match="There is no vote"):
            asked(desk, DocumentKind.VOTING_RECORD, vote=number)
    with pytest.raises(Problem, match="No vote was taken at"):
        asked(desk, DocumentKind.VOTING_RECORD, vote="1", symbol="NMIRF/2024")


def test_a_meeting_gives_a_list_of_members_its_day(desk: Secretariat) -> None:
    assert asked(desk, DocumentKind.MEMBERS, symbol="NMIRF/2024").on == datetime.date(2024, 5, 9)
    day = datetime.date(2025, 6, 1)
    assert asked(desk, DocumentKind.MEMBERS, on=day).on == day
    every = asked(desk, DocumentKind.DECISIONS, symbol=EVERY_MEETING, on=day)
    assert (every.meeting, every.on) == (None, day)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (DocumentKind.MINUTES, {"decision": "2026/1"}),
        (DocumentKind.MEMBERS, {"vote": "1"}),
        (DocumentKind.DECISIONS, {"on": TODAY}),
        (DocumentKind.COMMITTEE, {"addresses": True}),
        (DocumentKind.MINUTES, {"symbol": EVERY_MEETING}),
    ],
)
def test_a_word_that_does_not_go_with_the_document_is_refused(
    desk: Secretariat, kind: DocumentKind, words: dict[str, object]
) -> None:
    with pytest.raises(Problem, match="does not go with"):
        asked(desk, kind, **words)


@pytest.mark.parametrize("kind", [DocumentKind.MINUTES, DocumentKind.DECISIONS, DocumentKind.VOTING_RECORD])
def test_nothing_is_told_or_issued_of_a_meeting_that_has_not_begun(desk: Secretariat, kind: DocumentKind) -> None:
    to_come = asked(desk, kind, symbol="NMIRF/2027")
    assert to_come.meeting is not None
    assert not desk.papers.fits(kind, to_come.meeting)
    for act in (desk.papers.contents, desk.papers.preview, lambda request: desk.papers.issue(request, TODAY)):
        with pytest.raises(Problem, match="has not begun"):
            act(to_come)
    assert desk.papers.issued()[samples.NOTES :] == ()
    assert desk.papers.fits(DocumentKind.AGENDA, to_come.meeting)
    assert desk.papers.fits(kind, desk.papers.meeting(kind).key)


def test_a_meeting_without_decisions_has_a_register_but_no_decision(desk: Secretariat) -> None:
    with pytest.raises(Problem, match="No decision was adopted at"):
        desk.papers.contents(asked(desk, DocumentKind.DECISION, symbol="NMIRF/2027"))
    meeting = desk.papers.meeting(DocumentKind.AGENDA, "NMIRF/2027")
    during = datetime.datetime.combine(meeting.closes_on, datetime.time(12), datetime.UTC)
    Secretariat(desk.store, lambda: during).meetings.note_adoption(meeting.key, meeting.opens_on)
    (content,) = desk.papers.contents(asked(desk, DocumentKind.DECISIONS, symbol="NMIRF/2027"))
    assert "Aucune décision n’a été adoptée." in str(content.paper)


def test_an_empty_register_has_short_documents_of_the_network(tmp_path: Path) -> None:
    create(tmp_path / "empty.nmirf")
    with open_register(tmp_path / "empty.nmirf") as store:
        papers = Secretariat(store).papers
        for asked_for in (
            Asked(DocumentKind.MEMBERS),
            Asked(DocumentKind.COMMITTEE),
            Asked(DocumentKind.DECISIONS, EVERY_MEETING),
        ):
            request = papers.request(asked_for, TODAY)
            assert len(papers.export(request, tmp_path / str(asked_for.kind))) == 3
        for kind in (DocumentKind.DECISION, DocumentKind.VOTING_RECORD):
            with pytest.raises(Problem, match="No meeting has been held yet"):
                papers.request(Asked(kind), TODAY)


# ---- files ----


def test_each_decision_has_its_file_in_three_languages(desk: Secretariat, tmp_path: Path) -> None:
    files = desk.papers.export(asked(desk, DocumentKind.DECISION), tmp_path / "out")
    assert len(files) == 15
    assert {"NMIRF-2026-DEC-3-Decision-FR.pdf", "NMIRF-2026-DEC-5-Decision-ES.pdf"} <= {file.name for file in files}


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (DocumentKind.DECISIONS, "NMIRF-2026-DEC-Decisions-FR.pdf"),
        (DocumentKind.VOTING_RECORD, "NMIRF-2026-VOT-Voting-record-FR.pdf"),
        (DocumentKind.COMMITTEE, "NMIRF-2026-Committee-FR.pdf"),
        (DocumentKind.MEMBERS, "NMIRF-2026-Members-FR.pdf"),
    ],
)
def test_the_same_content_gives_the_same_bytes(
    desk: Secretariat, tmp_path: Path, kind: DocumentKind, name: str
) -> None:
    request = replace(asked(desk, kind), editions=(Edition.FR,))
    one, two = (desk.papers.export(request, tmp_path / folder)[0] for folder in ("one", "two"))
    assert one.name == name
    assert one.read_bytes() == two.read_bytes()
    assert desk.papers.standing(request, tmp_path / "one") == (name,)


def test_the_names_are_those_of_the_day(desk: Secretariat) -> None:
    new = Names("New Ghana", "Nouveau Ghana", "Nueva Ghana")
    desk.states.rename(Renaming("r", "GHA", TODAY, new, new, Names("", "le", "")))
    assert "New Ghana" in str(desk.papers.contents(asked(desk, DocumentKind.MEMBERS)))
    before = asked(desk, DocumentKind.MEMBERS, on=TODAY - datetime.timedelta(days=1))
    assert "New Ghana" not in str(desk.papers.contents(before))


# ---- issued ----


@pytest.mark.parametrize("kind", KINDS)
def test_they_are_issued_once_and_recognised(desk: Secretariat, tmp_path: Path, kind: DocumentKind) -> None:
    request = asked(desk, kind)
    issued = desk.papers.issue(request, TODAY)
    assert {one.version for one in issued} == {1}
    assert {one.meeting for one in issued} == {request.meeting}
    assert desk.papers.issue(request, TODAY) == issued
    for one, file in zip(issued, desk.papers.export(request, tmp_path), strict=True):
        assert file.read_bytes() == desk.papers.bytes_of(one)
        assert desk.papers.identify(file).issued == one
    with desk.store.read() as session:
        assert not verify(session).faults


def test_a_list_of_another_day_of_the_year_is_its_next_version(desk: Secretariat) -> None:
    def issue(day: datetime.date, *, addresses: bool = False) -> tuple[str, int]:
        request = Request(DocumentKind.MEMBERS, None, (Edition.ES,), on=day, addresses=addresses)
        (one,) = desk.papers.issue(request, TODAY)
        return one.symbol, one.version

    assert issue(datetime.date(2026, 3, 1)) == ("NMIRF/MEM/2026", 1)
    assert issue(datetime.date(2026, 9, 1)) == ("NMIRF/MEM/2026", 2)
    assert issue(datetime.date(2026, 9, 1), addresses=True) == ("NMIRF/MEM/2026/Add.1", 1)
    assert issue(datetime.date(2027, 1, 1)) == ("NMIRF/MEM/2027", 1)


def test_a_decision_whose_translation_was_put_right_is_issued_again_alone(desk: Secretariat) -> None:
    request = replace(asked(desk, DocumentKind.DECISION), editions=(Edition.FR,))
    first = desk.papers.issue(request, TODAY)
    with desk.store.write("put a title right") as session:
        decision = DECISIONS.all(session, meeting=first[0].meeting)[0]
        DECISIONS.save(session, replace(decision, title=decision.title.with_text(Language.FR, "Un autre titre")))
    second = desk.papers.issue(request, TODAY)
    assert sorted(issued.version for issued in second) == [1, 1, 1, 1, 2]
