"""The words of an amendment in one language only: a gap that every list knows, until somebody writes the others."""

import datetime

import pytest

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.amendments import AmendmentAct
from nmirf_desktop.domain.blocks import Para
from nmirf_desktop.domain.gaps import Gap, of_votes
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.minutes import Circulation, MinutesParagraph
from nmirf_desktop.domain.paragraph_gaps import paragraph_gaps
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.domain.vote_papers import votes_paper
from nmirf_desktop.domain.voting import Proposal
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.amendments import Wording
from nmirf_desktop.services.languages_told import told_language
from nmirf_desktop.services.minutes import MinuteBook
from nmirf_desktop.services.readiness import Readiness, texts_of
from nmirf_desktop.services.recorded import read_meeting
from nmirf_desktop.services.unsettled import Way
from nmirf_desktop.storage.verification import verify
from tests.registers import Desk
from tests.services.test_amendments import amend_by_vote

EN, FR, ES = Language
Network = tuple[Desk, Meeting, AgendaItem]
FRENCH = "1. Décide de se réunir ;\n2. La réunion se tient en novembre 2027."
ENGLISH = "1. Decides to meet;\n2. The meeting is held in November 2027."
MONTH = Wording(AmendmentAct.REPLACES, "novembre", "octobre")
MARK = "[text not available in English]"
DAY = datetime.date(2026, 12, 1)


@pytest.fixture
def put(network: Network) -> Proposal:
    desk, meeting, item = network
    desk.sittings.all_arrive(meeting.key)
    text = Trilingual(source=FR).with_text(FR, FRENCH).with_text(EN, ENGLISH)
    return desk.proposals.propose(meeting.key, item.key, Trilingual(source=FR).with_text(FR, "Réunion"), text)


@pytest.fixture
def book(network: Network) -> MinuteBook:
    desk, _, _ = network
    return MinuteBook(desk.store, desk.states, desk.clock)


def told(book: MinuteBook, meeting: Meeting) -> MinutesParagraph:
    """The paragraph that says what the amendment is."""
    if book.minutes(meeting.key) is None:
        book.draft(meeting.key)
    minutes = book.minutes(meeting.key)
    assert minutes is not None
    return next(one for one in book.paragraphs(minutes.key) if one.slot.startswith("amendment:"))


def beside(book: MinuteBook, meeting: Meeting) -> tuple[Gap, ...]:
    """What is told beside that paragraph."""
    one = told(book, meeting)
    number = [each.key for each in book.paragraphs(one.minutes)].index(one.key) + 1
    return paragraph_gaps(book.facts(meeting.key), told_language).of(one.slot, number, one.text)


def test_r22_every_list_names_the_languages_that_lack_the_words(
    network: Network, put: Proposal, book: MinuteBook
) -> None:
    """The minutes printed "[text not available in English] Replace “novembre” by “octobre”." and nobody said so."""
    desk, meeting, _ = network
    desk.amendments.move(put.key, MONTH, "PRY")
    paragraph = told(book, meeting)
    assert f"It read as follows: Replace {MARK} “novembre” by “octobre”." in paragraph.text.en
    assert "Sustituir [texto no disponible en español] “novembre” por “octobre”." in paragraph.text.es
    assert paragraph.text.states() == {EN: TextState.MISSING, FR: TextState.DRAFT, ES: TextState.MISSING}
    asked = book.unsettled(meeting.key, Way.CIRCULATION).gaps
    assert {one.language for one in asked if one.text == paragraph.text} == {EN, ES}
    assert beside(book, meeting) == tuple(one for one in asked if one.text == paragraph.text)
    waiting = [one.language for one in Readiness(desk.store).of(meeting.key) if one.text == f"{paragraph.key}.text"]
    assert waiting == [EN, FR, ES]
    with desk.store.read() as session:
        place = next(one for one in texts_of(session, meeting.key) if one.record == paragraph.key)
    assert place.counts


def test_r22_what_somebody_wrote_of_it_is_no_gap_and_stands_in_the_voting_record(
    network: Network, put: Proposal, book: MinuteBook
) -> None:
    desk, meeting, _ = network
    one = desk.amendments.move(put.key, MONTH, "PRY")
    amend_by_vote(network, put, one.key, 5)
    paragraph = told(book, meeting)
    with desk.store.read() as session:
        facts = read_meeting(session, meeting.key, desk.states)
    assert EN in {gap.language for gap in of_votes(facts, facts.votes) if "L.1/Amend.1" in repr(gap.where)}
    whole = paragraph.text.en.replace(f"Replace {MARK} “novembre” by “octobre”", "Replace “November” by “October”")
    book.write(paragraph.key, paragraph.text.with_text(EN, whole))
    assert told(book, meeting).text.state(EN) is TextState.DRAFT
    with desk.store.read() as session:
        facts = read_meeting(session, meeting.key, desk.states)
    lacking = {gap.language for gap in of_votes(facts, facts.votes) if "L.1/Amend.1" in repr(gap.where)}
    assert lacking == {ES}
    assert [one.language for one in beside(book, meeting)] == [ES]
    said = [block.text.en for block in votes_paper(facts).sections[0].blocks if isinstance(block, Para)]
    assert whole in said


def test_r22_a_whole_paragraph_is_told_by_its_translation(network: Network, put: Proposal) -> None:
    desk, meeting, _ = network
    gone = "2. La réunion se tient en novembre 2027."
    desk.amendments.move(put.key, Wording(AmendmentAct.DELETES, gone), "PRY")
    text = told(MinuteBook(desk.store, desk.states, desk.clock), meeting).text
    assert "Delete “2. The meeting is held in November 2027.”" in text.en
    assert (text.state(EN), text.state(ES)) == (TextState.DRAFT, TextState.MISSING)


def test_r22_approved_minutes_take_the_words_that_were_missing(
    network: Network, put: Proposal, book: MinuteBook
) -> None:
    desk, meeting, _ = network
    desk.amendments.move(put.key, MONTH, "PRY")
    paragraph = told(book, meeting)
    desk.clock.forward(60 * 24 * 30)
    book.circulate(paragraph.minutes, Circulation(DAY, DAY))
    book.approve(paragraph.minutes, DAY + datetime.timedelta(days=1))
    whole = "Amendment L.1/Amend.1 was submitted by Paraguay. It read as follows: Replace “November” by “October”."
    with pytest.raises(Refusal):
        book.write(paragraph.key, paragraph.text.with_text(FR, "Autre chose."))
    book.write(paragraph.key, paragraph.text.with_text(EN, whole))
    now = told(book, meeting)
    assert (now.text.en, now.completed) == (whole, (EN,))
    with desk.store.read() as session:
        assert not verify(session).faults


def test_a_text_whose_original_says_that_it_is_not_there_is_led_by_one_that_is() -> None:
    """Drafted before, the words of a French amendment had English as their original, and went to no translator."""
    text = Trilingual(f"It read as follows: {MARK} Replace “a” by “b”.").with_text(FR, "Remplacer « a » par « b ».")
    assert text.led().source is FR
    assert text.led().states() == {EN: TextState.MISSING, FR: TextState.DRAFT, ES: TextState.MISSING}
