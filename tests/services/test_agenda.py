"""The agenda in the register: rearranged, undone, kept in versions, asked for, opened with what is known."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from nmirf_desktop.domain.actions import FollowUpAction
from nmirf_desktop.domain.agenda import AgendaItem, Numbered, Purpose
from nmirf_desktop.domain.agenda_comparing import Difference, PieceState
from nmirf_desktop.domain.agenda_tree import Spot, spot_after
from nmirf_desktop.domain.agenda_versions import AgendaForm
from nmirf_desktop.domain.attachments import Holder, HolderKind, NewFile
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.item_requests import Fate, ItemRequest, is_late
from nmirf_desktop.domain.known_matters import MatterKind
from nmirf_desktop.domain.meetings import AgendaDispatch, MeetingKind
from nmirf_desktop.domain.members import Communication, CommunicationForm, MembershipKind
from nmirf_desktop.domain.milestones import Milestone, MilestoneKind
from nmirf_desktop.domain.objectives import Objective
from nmirf_desktop.domain.papers import AgendaPaper
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.meetings import ITEMS, MILESTONES
from nmirf_desktop.storage.undo import redo, undo
from tests.documents.expected import as_read
from tests.registers import OPENS, Hand, Network, networked, said

DAY = datetime.timedelta(days=1)


@pytest.fixture
def made(tmp_path: Path) -> Iterator[tuple[Secretariat, Network]]:
    path = tmp_path / "network.nmirf"
    recorded = networked(path)
    clock = Hand(datetime.datetime(2026, 11, 24, 9, tzinfo=datetime.UTC))
    with open_register(path, author="coordinator", clock=clock) as store:
        yield Secretariat(store, clock), recorded


@pytest.fixture
def desk(made: tuple[Secretariat, Network]) -> Secretariat:
    return made[0]


@pytest.fixture
def meeting(made: tuple[Secretariat, Network]) -> str:
    return made[1][0].key


def rows(desk: Secretariat) -> dict[str, object]:
    """Each row of the agenda as it is stored."""
    with desk.store.read() as session:
        return {str(row["key"]): dict(row) for row in ITEMS.held_by_all(session)}


def outline(items: tuple[Numbered, ...]) -> list[str]:
    return [f"{one.reference(Language.EN)} {one.item.title.en}".replace("\u00a0", " ") for one in items]


def act(desk: Secretariat, meeting: str, random: Random) -> bool:
    """One act of an editor; whether it changed anything that can be undone."""
    keys = [one.item.key for one in desk.agendas.items(meeting)]
    chosen = random.sample(keys, min(len(keys), random.randint(1, 3)))
    before = rows(desk)
    match random.choice(("add", "move", "indent", "outdent", "drop", "delete")):
        case "move" if chosen:
            desk.agendas.move(meeting, chosen, random.choice((-2, -1, 1, 2)))
        case "indent" if chosen:
            desk.agendas.indent(meeting, chosen)
        case "outdent" if chosen:
            desk.agendas.outdent(meeting, chosen)
        case "drop" if len(chosen) > 1:
            try:
                desk.agendas.place(meeting, chosen[1:], Spot(chosen[0]))
            except Problem:
                return False
        case "delete" if chosen and len(keys) > 4:
            desk.agendas.remove(meeting, chosen[:1])
        case _:
            desk.agendas.insert(meeting, random.choice([None, *chosen]))
    return rows(desk) != before


@pytest.mark.parametrize("seed", [1, 2])
def test_after_500_acts_with_undo_and_redo_nothing_is_lost(desk: Secretariat, meeting: str, seed: int) -> None:
    random = Random(seed)  # noqa: S311
    past, future = [rows(desk)], []
    for _step in range(500):
        chance = random.random()
        if chance < 0.2 and len(past) > 1:
            undo(desk.store)
            future.append(past.pop())
        elif chance < 0.3 and future:
            redo(desk.store)
            past.append(future.pop())
        elif act(desk, meeting, random):
            past.append(rows(desk))
            future = []
        assert rows(desk) == past[-1], "each step gives back what was there, to the byte"
        found = desk.agendas.items(meeting)
        assert len(found) == len(past[-1])
        dense: dict[tuple[int, ...], int] = {}
        for one in found:
            dense[one.path[:-1]] = dense.get(one.path[:-1], 0) + 1
            assert one.path[-1] == dense[one.path[:-1]]
    while len(past) > 1:
        undo(desk.store)
        past.pop()
        assert rows(desk) == past[-1]


# -- versions ----------------------------------------------------------------------------------------------------------


def forms(desk: Secretariat, meeting: str) -> list[tuple[int, AgendaForm]]:
    return [(one.number, one.form) for one in desk.agenda_versions.standing(meeting).versions]


def test_a_version_is_kept_when_the_agenda_is_agreed_sent_and_adopted(desk: Secretariat, meeting: str) -> None:
    desk.meetings.note_agreement(meeting, OPENS - 60 * DAY)
    assert forms(desk, meeting) == [(1, AgendaForm.PROVISIONAL)]
    desk.meetings.record_dispatch(AgendaDispatch("", meeting, OPENS - 40 * DAY))
    assert forms(desk, meeting) == [(1, AgendaForm.PROVISIONAL)], "what was sent is what was agreed"
    desk.agendas.add(AgendaItem("late", meeting, 0, said("Other matters")))
    desk.meetings.record_dispatch(AgendaDispatch("", meeting, OPENS - 20 * DAY))
    desk.meetings.note_adoption(meeting, OPENS)
    assert forms(desk, meeting) == [(1, AgendaForm.PROVISIONAL), (2, AgendaForm.REVISED), (3, AgendaForm.ADOPTED)]
    assert desk.agenda_versions.standing(meeting).revised == OPENS, "the journal’s day, not that of the sending"


def test_an_item_added_after_the_sending_is_supplementary_by_itself(desk: Secretariat, meeting: str) -> None:
    desk.agendas.insert(meeting)
    desk.meetings.record_dispatch(AgendaDispatch("", meeting, OPENS - 40 * DAY))
    desk.agendas.insert(meeting)
    assert [one.item.supplementary for one in desk.agendas.items(meeting)] == [False, False, True]


def test_an_adopted_agenda_stays_until_it_is_revised(desk: Secretariat, meeting: str) -> None:
    (one,) = desk.agendas.items(meeting)
    desk.meetings.note_adoption(meeting, OPENS)
    with pytest.raises(Refusal, match="has adopted this agenda"):
        desk.agendas.insert(meeting)
    with pytest.raises(Refusal, match="has adopted this agenda"):
        desk.agendas.save(replace(one.item, title=one.item.title.with_text(Language.EN, "Another one")))
    desk.agendas.save(replace(one.item, duration=45))
    assert desk.agenda_versions.keep(meeting, OPENS).form is AgendaForm.ADOPTED
    with pytest.raises(Problem, match="kept as version"):
        desk.agenda_versions.keep(meeting, OPENS)
    desk.agenda_versions.reopen(meeting, OPENS + DAY, "A State asked for it")
    desk.agendas.insert(meeting)
    assert len(desk.agendas.items(meeting)) == 2
    with pytest.raises(Refusal, match="has not adopted"):
        desk.agenda_versions.reopen(meeting, OPENS + DAY)


def test_what_says_that_an_item_is_supplementary_is_in_the_language_of_the_document(
    desk: Secretariat, meeting: str
) -> None:
    (one,) = desk.agendas.items(meeting)
    desk.agendas.save(replace(one.item, title=Trilingual("Regional exchanges"), supplementary=True))
    (content,) = desk.papers.contents(Request(DocumentKind.AGENDA, meeting))
    paper = content.paper
    assert isinstance(paper, AgendaPaper)
    title = paper.items[0].title
    assert title.read(Language.EN).text == "Regional exchanges (supplementary item)"
    for language, after in ((Language.FR, "(point supplémentaire)"), (Language.ES, "(tema suplementario)")):
        reading = title.read(language)
        assert (reading.text, reading.untranslated) == ("Regional exchanges", True)
        assert reading.after == after
        assert after in " ".join(leaf.text for leaf in as_read(paper, language))
    (programme,) = desk.papers.contents(Request(DocumentKind.PROGRAMME, meeting))
    printed = " ".join(leaf.text for leaf in as_read(programme.paper, Language.FR))
    assert "Regional exchanges (point supplémentaire)" in printed


def test_two_versions_are_compared_word_by_word(desk: Secretariat, meeting: str) -> None:
    (first,) = desk.agendas.items(meeting)
    for key, title in (("b", "Partnerships"), ("c", "Other matters"), ("d", "Closure")):
        desk.agendas.add(AgendaItem(key, meeting, 0, said(title)))
    version = desk.agenda_versions.keep(meeting, OPENS - 50 * DAY, "First")
    reworded = first.item.title.with_text(Language.EN, "Future work directions")
    desk.agendas.save(replace(first.item, title=reworded, duration=30))
    desk.agendas.remove(meeting, ["b"])
    desk.agendas.move(meeting, ["d"], -1)
    desk.agendas.add(AgendaItem("e", meeting, 0, said("Dates")))
    changes = desk.agenda_versions.compare(version.key)
    assert [(one.shown.item.key, one.difference) for one in changes if one.shown.item.key != "c"] == [
        (first.item.key, Difference.CHANGED), ("d", Difference.MOVED), ("e", Difference.ADDED),
        ("b", Difference.REMOVED),
    ]  # fmt: skip
    assert changes[0].facts == ("duration",)
    (text,) = changes[0].texts
    assert text.language is Language.EN
    assert [(piece.text, piece.standing) for piece in text.pieces] == [
        ("Future ", PieceState.KEPT), ("work ", PieceState.NEW), ("directions", PieceState.KEPT),
    ]  # fmt: skip
    again = desk.agenda_versions.keep(meeting, OPENS - 30 * DAY)
    assert desk.agenda_versions.compare(version.key, again.key) == changes
    assert outline(desk.agenda_versions.items(version.key))[1] == "2 Partnerships"


def test_an_item_that_only_has_another_number_is_renumbered(desk: Secretariat, meeting: str) -> None:
    (first,) = desk.agendas.items(meeting)
    version = desk.agenda_versions.keep(meeting, OPENS)
    desk.agendas.add(AgendaItem("new", meeting, 0, said("Opening")))
    desk.agendas.move(meeting, ["new"], -1)
    found = [(one.shown.item.key, one.difference) for one in desk.agenda_versions.compare(version.key)]
    assert found == [("new", Difference.ADDED), (first.item.key, Difference.RENUMBERED)]


def test_a_kept_version_is_printed_as_it_was(desk: Secretariat, meeting: str) -> None:
    version = desk.agenda_versions.keep(meeting, OPENS - 50 * DAY)
    desk.agendas.add(AgendaItem("b", meeting, 0, said("Partnerships")))
    (now,) = desk.papers.contents(Request(DocumentKind.AGENDA, meeting))
    (was,) = desk.papers.contents(Request(DocumentKind.AGENDA, meeting, part=version.key))
    assert isinstance(now.paper, AgendaPaper)
    assert isinstance(was.paper, AgendaPaper)
    assert [len(one.paper.items) for one in (now, was) if isinstance(one.paper, AgendaPaper)] == [2, 1]
    assert was.paper.form is AgendaForm.PROVISIONAL
    assert was.paper.masthead.dated == OPENS - 50 * DAY


def test_the_annotated_agenda_names_documents_and_who_is_supplementary(desk: Secretariat, meeting: str) -> None:
    (one,) = desk.agendas.items(meeting)
    with pytest.raises(Problem):
        desk.agendas.save(replace(one.item, documents=("NMIRF/2026/INF/1" * 20,)))
    item = replace(one.item, documents=("NMIRF/2026/INF/2",), objectives=(Objective.EXCHANGE,), supplementary=True)
    desk.agendas.save(item)
    (content,) = desk.papers.contents(Request(DocumentKind.ANNOTATED, meeting))
    assert isinstance(content.paper, AgendaPaper)
    (line,) = content.paper.items
    assert [entry.text.en for entry in line.documents] == ["NMIRF/2026/INF/2"]
    assert tuple(line.title.read(language).text for language in Language) == (
        "Future directions (supplementary item)",
        "Future directions (fr) (point supplémentaire)",
        "Future directions (es) (tema suplementario)",
    )


# -- requests ----------------------------------------------------------------------------------------------------------


def asked(meeting: str, title: str = "Data for reporting", **more: object) -> ItemRequest:
    return replace(ItemRequest("", meeting, "GHA", OPENS - 90 * DAY, said(title)), **more)  # type: ignore[arg-type]


def test_an_accepted_request_stands_where_it_was_placed_and_names_the_state(desk: Secretariat, meeting: str) -> None:
    (one,) = desk.agendas.items(meeting)
    request = desk.item_requests.record(asked(meeting, text=said("Why")))
    desk.item_requests.accept(request.key, OPENS - 70 * DAY, Spot(before=one.item.key))
    assert outline(desk.agendas.items(meeting)) == ["1 Data for reporting", "2 Future directions"]
    item = desk.agendas.items(meeting)[0].item
    assert item.annotation.fr == "Why (fr)\nPoint proposé par le Ghana."
    assert set(item.annotation.states().values()) == {TextState.REVIEWED}
    (settled,) = desk.item_requests.of(meeting)
    assert (settled.fate, settled.settled_on, settled.item) == (Fate.ACCEPTED, OPENS - 70 * DAY, item.key)
    with pytest.raises(Problem, match="asked for by a State"):
        desk.agendas.remove(meeting, [item.key])
    undo(desk.store)
    assert (len(desk.agendas.items(meeting)), desk.item_requests.of(meeting)[0].fate) == (1, Fate.PENDING)


def test_a_request_is_declined_with_a_reason_or_withdrawn(desk: Secretariat, meeting: str) -> None:
    first, second = (desk.item_requests.record(asked(meeting, title)) for title in ("One", "Two"))
    with pytest.raises(Problem, match="reason"):
        desk.item_requests.decline(first.key, OPENS, Trilingual())
    desk.item_requests.decline(first.key, OPENS, said("It is settled by item 1."))
    desk.item_requests.withdraw(second.key, OPENS)
    assert [one.fate for one in desk.item_requests.of(meeting)] == [Fate.DECLINED, Fate.WITHDRAWN]
    with pytest.raises(Refusal, match="settled already"):
        desk.item_requests.accept(first.key, OPENS)
    desk.item_requests.take_back(first.key)
    desk.item_requests.record(replace(desk.item_requests.of(meeting)[0], title=said("Otherwise")))
    assert desk.item_requests.of(meeting)[0].title.en == "Otherwise"


def test_a_late_request_is_taken_and_shown_as_late(desk: Secretariat, meeting: str) -> None:
    with desk.store.write("test") as session:
        MILESTONES.save(session, Milestone(new_key(), meeting, MilestoneKind.CALL_FOR_ITEMS, due_on=OPENS - 91 * DAY))
    request = desk.item_requests.record(asked(meeting))
    closes = desk.item_requests.call_closes(meeting)
    assert is_late(request, closes)
    assert not is_late(replace(request, asked_on=OPENS - 91 * DAY), closes)


def test_a_request_that_holds_a_file_is_kept(desk: Secretariat, meeting: str) -> None:
    request = desk.item_requests.record(asked(meeting))
    desk.attachments.attach(Holder(HolderKind.ITEM_REQUEST, request.key), "GHA", [NewFile("note.pdf", b"note")])
    with pytest.raises(Problem, match="file is attached"):
        desk.item_requests.remove(request.key)
    assert desk.attachments.of_state("GHA")[0].belongs.said_in(catalog(Language.EN)) == "Data for reporting"


def test_pending_requests_are_due_on_home(desk: Secretariat, meeting: str) -> None:
    desk.item_requests.record(asked(meeting))
    due = desk.home.overview(OPENS - 80 * DAY).due
    said_due = [one.what.said_in(catalog(Language.EN)) for one in due]
    assert "1 request for an item of “Second annual meeting” is to be settled" in said_due


# -- what is known -----------------------------------------------------------------------------------------------------


@pytest.fixture
def coming(desk: Secretariat) -> str:
    return desk.planning.next(MeetingKind.ANNUAL, OPENS + 10 * DAY).key


def test_the_next_agenda_opens_with_what_is_known(desk: Secretariat, meeting: str, coming: str) -> None:
    open_action = FollowUpAction("", meeting, said("Publish the guide"), said("Secretariat"), due_on=OPENS + 90 * DAY)
    done = FollowUpAction("", meeting, said("Send thanks"), done_on=OPENS)
    for action in (open_action, done):
        desk.actions.record(action)
    kinds = [one.kind for one in desk.known_matters.preview(coming)]
    assert kinds == [MatterKind.MINUTES, MatterKind.ACTION, MatterKind.DONE]
    assert desk.known_matters.place(coming) == 3
    items = desk.agendas.items(coming)
    review = next(one for one in items if one.item.purpose is Purpose.REVIEW)
    part = next(one for one in items if one.item.parent == review.item.key)
    assert part.item.title == said("Publish the guide")
    assert part.item.annotation.es == (
        "Seguimiento de NMIRF/2026. Responsable: Secretariat (es). Plazo: 22 de febrero de 2027."
    )
    minutes = next(one for one in items if one.item.purpose is Purpose.PREVIOUS_MINUTES)
    assert minutes.item.annotation.en == (
        "The meeting will be invited to approve the minutes of the second annual meeting of the Network "
        "(24–26 November 2026)."
    )
    assert desk.known_matters.preview(coming) == ()
    with pytest.raises(Problem, match="already"):
        desk.known_matters.place(coming)


def test_placing_again_places_only_what_came_since(desk: Secretariat, meeting: str, coming: str) -> None:
    desk.known_matters.place(coming)
    minutes = next(one.item for one in desk.agendas.items(coming) if one.item.purpose is Purpose.PREVIOUS_MINUTES)
    desk.agendas.save(replace(minutes, annotation=said("In other words.")))
    action = desk.actions.record(FollowUpAction("", meeting, said("Publish the guide")))
    assert [one.origin for one in desk.known_matters.preview(coming)] == [f"action:{action.key}"]
    before = len(desk.agendas.items(coming))
    desk.known_matters.place(coming, [f"action:{action.key}"])
    assert len(desk.agendas.items(coming)) == before + 1
    undo(desk.store)
    assert len(desk.agendas.items(coming)) == before


def test_actions_are_put_right_done_and_found(desk: Secretariat, meeting: str) -> None:
    action = desk.actions.record(FollowUpAction("", meeting, said("Publish the guide")))
    with pytest.raises(Problem, match="before the meeting"):
        desk.actions.record(replace(action, due_on=OPENS - DAY))
    with pytest.raises(Problem, match="what is to be done"):
        desk.actions.record(FollowUpAction("", meeting, Trilingual()))
    with pytest.raises(Problem, match="lies ahead"):
        desk.actions.mark_done([action.key], OPENS + DAY)
    desk.actions.mark_done([action.key], OPENS)
    assert desk.actions.of(meeting)[0].done_on == OPENS
    desk.actions.remove(action.key)
    assert desk.actions.of(meeting) == ()


def test_a_spot_is_found_after_an_item(desk: Secretariat, meeting: str) -> None:
    (one,) = desk.agendas.items(meeting)
    desk.agendas.insert(meeting)
    items = tuple(each.item for each in desk.agendas.items(meeting))
    desk.agendas.place(meeting, [items[1].key], Spot(one.item.key))
    assert [each.level for each in desk.agendas.items(meeting)] == [0, 1]
    now = tuple(each.item for each in desk.agendas.items(meeting))
    assert spot_after(now, one.item.key) == Spot(None, None)


def test_a_first_meeting_knows_who_joined_since_the_declaration(desk: Secretariat, meeting: str) -> None:
    for state, kind in (
        ("SEN", MembershipKind.MEMBER),
        ("KEN", MembershipKind.MEMBER),
        ("FJI", MembershipKind.OBSERVER),
    ):
        letter = Communication(
            new_key(), state, OPENS - 30 * DAY, CommunicationForm.NOTE_VERBALE, kind, states_interest=True,
            states_adoption=True,
        )  # fmt: skip
        desk.members.receive(letter)
    found = desk.known_matters.preview(meeting)
    assert [one.text.en for one in found] == [
        "Since the adoption of the Asunción Declaration the following have become members: Kenya, Senegal.",
        "Since the adoption of the Asunción Declaration the following has become an observer: Fiji.",
    ]
    assert desk.known_matters.place(meeting) == 2
    assert desk.known_matters.preview(meeting) == ()
