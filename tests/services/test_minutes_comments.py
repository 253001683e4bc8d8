"""Comments between rapporteur and coordinator: said, answered, resolved, reopened; and seen by nobody else."""

import datetime
from pathlib import Path

import pytest

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.minutes_comments import Comment, Side, opened_on, side_of, threads
from nmirf_desktop.domain.papers import MinutesPaper
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.minutes import MinuteBook
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.search import search
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage import undo
from nmirf_desktop.storage.minutes import COMMENTS
from nmirf_desktop.storage.verification import verify
from tests import samples
from tests.documents.expected import as_read
from tests.registers import Desk
from tests.services import test_minutes
from tests.services.test_minutes import AFTER, SENT, begun, of
from tests.services.test_no_other_language import papers_of

Network = tuple[Desk, Meeting, AgendaItem]
book = test_minutes.book
RARE = "Xylographic"
"""A word that stands nowhere else."""


def test_a_comment_is_answered_resolved_and_opened_again(network: Network, book: MinuteBook) -> None:
    desk, meeting, _ = network
    key = begun(book, meeting)
    opening = of(book, key, "opening")
    first = book.comments.say(key, opening.key, Side.COORDINATOR, "  Who opened it? ")
    whole = book.comments.say(key, None, Side.RAPPORTEUR, "Ready on Friday.")
    book.comments.answer(first.key, Side.RAPPORTEUR, "The host.")
    assert opened_on(book.comments.of(key)) == {opening.key: 1, None: 1}
    book.comments.resolve(first.key)
    assert opened_on(book.comments.of(key)) == {None: 1}
    book.comments.answer(first.key, Side.COORDINATOR, "The minister of the host?")
    asked, other = threads(book.comments.of(key))
    assert asked.open
    assert asked.first.text == "Who opened it?"
    assert [(one.side, one.text) for one in asked.answers] == [
        (Side.RAPPORTEUR, "The host."), (Side.COORDINATOR, "The minister of the host?"),
    ]  # fmt: skip
    assert other.first == whole
    book.comments.resolve(first.key)
    book.comments.reopen(first.key)
    undo.undo(desk.store)
    assert opened_on(book.comments.of(key)) == {None: 1}
    with desk.store.read() as session:
        assert not verify(session).faults


def test_a_comment_has_words(network: Network, book: MinuteBook) -> None:
    _, meeting, _ = network
    with pytest.raises(Problem, match="Write the comment"):
        book.comments.say(begun(book, meeting), None, Side.RAPPORTEUR, " \n")


def test_beside_approved_minutes_nothing_is_said_any_more(network: Network, book: MinuteBook) -> None:
    _, meeting, _ = network
    key = begun(book, meeting)
    said = book.comments.say(key, None, Side.RAPPORTEUR, "Ready.")
    book.circulate(key, SENT)
    book.approve(key, AFTER)
    verbs = (
        lambda: book.comments.say(key, None, Side.RAPPORTEUR, "More."),
        lambda: book.comments.answer(said.key, Side.RAPPORTEUR, "More."),
        lambda: book.comments.resolve(said.key),
        lambda: book.comments.reopen(said.key),
    )
    for verb in verbs:
        with pytest.raises(Refusal, match="nothing is said beside them"):
            verb()
    assert book.comments.of(key) == (said,)


def test_a_comment_outlives_its_paragraph_and_meets_it_again(network: Network, book: MinuteBook) -> None:
    _, meeting, _ = network
    key = begun(book, meeting)
    own = book.add(of(book, key, "opening").key, Trilingual("A break followed."))
    book.comments.say(key, own.key, Side.COORDINATOR, "How long?")
    book.remove(own.key)
    (thread,) = threads(book.comments.of(key))
    assert thread.first.paragraph == own.key
    gone = book.revisions.of(key)[0]
    assert gone.first.before is not None
    book.revisions.restore(gone.first.before)
    assert own.key in [one.key for one in book.paragraphs(key)]


@pytest.mark.parametrize(
    ("function", "side"),
    [
        ("Coordinator", Side.COORDINATOR), ("Coordonnatrice", Side.COORDINATOR), ("Coordinación", Side.COORDINATOR),
        ("rapporteur", Side.RAPPORTEUR), ("", Side.RAPPORTEUR),
    ],
)  # fmt: skip
def test_the_function_at_the_keyboard_says_whose_comment_it_is(function: str, side: Side) -> None:
    assert side_of(function) is side


def test_no_document_calendar_list_or_search_shows_a_comment(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Of a register in which every paragraph of all minutes that are open has one: every paper in every language."""
    with open_register(samples.sample(tmp_path_factory, tmp_path / "sample.nmirf")) as store:
        desk = Secretariat(store)
        said = 0
        for meeting in desk.meetings.list():
            minutes = desk.minutes.minutes(meeting.key)
            if minutes is None:
                continue
            with store.write("comments on any minutes") as session:
                for one in (None, *(each.key for each in desk.minutes.paragraphs(minutes.key))):
                    key, at = f"{minutes.key[:20]}{said}", datetime.datetime.now(datetime.UTC)
                    COMMENTS.save(session, Comment(key, minutes.key, Side.COORDINATOR, RARE, at, one))
                    said += 1
        papers = list(papers_of(desk))
        read = [leaf.text for paper in papers for one in Language for leaf in as_read(paper, one)]
        calendars = [desk.calendars.of(one.key, Language.EN) for one in desk.meetings.list()]
        assert said > 50
        assert any(isinstance(paper, MinutesPaper) for paper in papers)
        assert not [text for text in read if RARE in text]
        assert not [one for one in calendars if RARE.encode() in bytes(one)]
        assert not search(store, desk.states, RARE.lower())
        assert not [one for one in desk.memory.search(RARE, Language.EN, None) if RARE in one.text]
