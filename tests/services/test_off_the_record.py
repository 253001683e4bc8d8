"""Interventions without their speaker and off the record: no document, table or search tells what is not to be told."""

import datetime
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.attributions import attributions
from nmirf_desktop.domain.issued import LETTERS, STANDING, DocumentKind
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.minutes import Circulation
from nmirf_desktop.domain.motions import Ruling
from nmirf_desktop.domain.papers import Paper
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.sittings import Attribution, Intervention, InterventionKind, PresenceKind
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.minutes import MinuteBook
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.requests import EACH, EVERY_MEETING, Asked
from nmirf_desktop.services.search import search
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage import undo
from nmirf_desktop.storage.verification import verify
from nmirf_desktop.storage.voting import INTERVENTIONS
from tests import samples
from tests.registers import MEMBERS, Desk, Hand

Network = tuple[Desk, Meeting, AgendaItem]
LATER = Hand(datetime.datetime(2027, 2, 1, 12, tzinfo=datetime.UTC))
NAMED, UNATTRIBUTED, OFF = Attribution
SECRET, GUEST = "zorblax", "Quuxfoundation"


@pytest.fixture
def book(network: Network) -> MinuteBook:
    """The minute book of a meeting at which Morocco and Ghana spoke."""
    desk, meeting, item = network
    desk.sittings.open(desk.sittings.all(meeting.key)[0].key)
    desk.sittings.record(meeting.key, MEMBERS, PresenceKind.ARRIVED)
    for key, state in (("a", "MAR"), ("b", "GHA")):
        desk.clock.forward(10)
        heard = Intervention(key, meeting.key, item.key, desk.clock.at, state, note=f"welcomed {SECRET} {state}")
        desk.sittings.note(heard)
    desk.sittings.close(desk.sittings.all(meeting.key)[0].key)
    book = MinuteBook(desk.store, desk.states, LATER)
    book.draft(meeting.key)
    return book


def paragraphs(book: MinuteBook, meeting: Meeting) -> dict[str, str]:
    """What the minutes say of what was said."""
    minutes = book.minutes(meeting.key)
    assert minutes is not None
    found = book.paragraphs(minutes.key)
    assert [one.position for one in found] == list(range(len(found)))
    return {one.slot: one.text.en for one in found if one.slot.startswith("intervention")}


def test_drafted_minutes_follow_at_once_and_undo_brings_the_paragraph_back(network: Network, book: MinuteBook) -> None:
    desk, meeting, _ = network
    before = paragraphs(book, meeting)
    desk.sittings.attribute("a", UNATTRIBUTED)
    assert paragraphs(book, meeting)["intervention:a"] == f"A delegation welcomed {SECRET} MAR."
    desk.sittings.attribute("b", OFF)
    assert list(paragraphs(book, meeting)) == ["intervention:a"]
    assert book.draft(meeting.key) == ()
    assert list(paragraphs(book, meeting)) == ["intervention:a"]
    undo.undo(desk.store)
    undo.undo(desk.store)
    assert paragraphs(book, meeting) == before
    desk.sittings.attribute("a", UNATTRIBUTED)
    desk.sittings.attribute("a", NAMED)
    assert paragraphs(book, meeting) == before
    with desk.store.read() as session:
        assert not verify(session).faults


def test_what_a_person_wrote_stays_unless_it_is_off_the_record(network: Network, book: MinuteBook) -> None:
    desk, meeting, _ = network
    minutes = book.minutes(meeting.key)
    assert minutes is not None
    own = {one.slot: one for one in book.paragraphs(minutes.key)}
    for slot in ("intervention:a", "intervention:b"):
        book.write(own[slot].key, Trilingual("My own words."))
    desk.sittings.attribute("a", UNATTRIBUTED)
    assert paragraphs(book, meeting)["intervention:a"] == "My own words."
    (offer,) = book.offers(minutes.key)
    assert offer.text.en.startswith("A delegation welcomed")
    desk.sittings.attribute("b", OFF)
    assert "intervention:b" not in paragraphs(book, meeting)


def test_who_spoke_off_the_record_was_there(network: Network, book: MinuteBook) -> None:
    desk, meeting, item = network
    desk.sittings.note(Intervention("c", meeting.key, item.key, desk.clock.at, "VEN", note=SECRET))
    desk.sittings.attribute("c", OFF)
    facts = book.facts(meeting.key)
    assert "VEN" in facts.attended
    assert "c" not in {one.key for one in facts.interventions}


def test_an_act_is_told_with_its_author_but_its_note_may_be_off_the_record(network: Network, book: MinuteBook) -> None:
    desk, meeting, item = network
    kind = InterventionKind.POINT_OF_ORDER
    desk.sittings.note(Intervention("c", meeting.key, item.key, desk.clock.at, "PRY", kind=kind, note=SECRET))
    with pytest.raises(Refusal, match="cannot be told without its author"):
        desk.sittings.attribute("c", UNATTRIBUTED)
    desk.sittings.attribute("c", OFF)


def test_a_point_of_order_off_the_record_is_told_with_its_author_and_without_its_note(network: Network) -> None:
    desk, meeting, item = network
    desk.sittings.open(desk.sittings.all(meeting.key)[0].key, item.key)
    point = desk.motions.raise_point(meeting.key, item.key, "MAR", Language.EN)
    (heard,) = desk.sittings.interventions(meeting.key)
    desk.sittings.note(replace(heard, note=SECRET))
    desk.clock.forward()
    desk.motions.rule(point.key, Ruling.UPHELD)
    desk.sittings.attribute(point.intervention, OFF)
    told = [one.text.en for one in MinuteBook(desk.store, desk.states, LATER).fresh(meeting.key)]
    place = told.index("The representative of Morocco raised a point of order.")
    assert told[place + 1] == "The Chair ruled that the point of order was well taken."
    assert SECRET not in repr(told)


def test_approved_minutes_stay_as_they_are(network: Network, book: MinuteBook) -> None:
    desk, meeting, _ = network
    minutes = book.minutes(meeting.key)
    assert minutes is not None
    book.circulate(minutes.key, Circulation(datetime.date(2026, 12, 10), datetime.date(2027, 1, 10)))
    book.approve(minutes.key, datetime.date(2027, 1, 20))
    before = paragraphs(book, meeting)
    with pytest.raises(Refusal, match="stay as they are; nothing was changed"):
        desk.sittings.attribute("a", OFF)
    assert paragraphs(book, meeting) == before


def test_r12_what_was_said_before_the_minutes_were_approved_is_not_taken_back(
    network: Network, book: MinuteBook
) -> None:
    """The fact went from behind the minutes without a word; only what was noted since, and is in none, may go."""
    desk, meeting, item = network
    minutes = book.minutes(meeting.key)
    assert minutes is not None
    desk.sittings.forget("b")
    undo.undo(desk.store)
    book.circulate(minutes.key, Circulation(datetime.date(2026, 12, 10), datetime.date(2027, 1, 10)))
    book.approve(minutes.key, datetime.date(2027, 1, 20))
    for key in "ab":
        with pytest.raises(Refusal, match="stay as they are; nothing was changed"):
            desk.sittings.forget(key)
    desk.sittings.note(Intervention("c", meeting.key, item.key, desk.clock.at, "PRY"))
    desk.sittings.forget("c")
    assert [one.key for one in desk.sittings.interventions(meeting.key)] == ["a", "b"]


# Every document


def papers_of(desk: Secretariat) -> Iterator[tuple[DocumentKind, Paper]]:
    """Every document of the register."""
    meetings = [one.symbol for one in desk.meetings.list()]
    asked = [
        *(Asked(kind, on=samples.ON) for kind in sorted(STANDING)),
        *(Asked(kind, symbol) for kind in DocumentKind if kind not in STANDING for symbol in meetings),
        Asked(DocumentKind.MEMBERS, on=samples.ON, addresses=True),
        Asked(DocumentKind.DECISIONS, EVERY_MEETING, on=samples.ON),
        *(Asked(kind, state=EACH, on=samples.ON) for kind in sorted(LETTERS)),
    ]
    for one in asked:
        try:
            contents = desk.papers.contents(desk.papers.request(one, samples.ON))
        except Problem:  # there is no such document of this register
            continue
        yield from ((one.kind, content.paper) for content in contents)


@pytest.fixture
def secretive(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Secretariat]:
    """The sample register, in which all notes and guests are told by secret words, and no minutes are approved yet."""
    path = samples.sample(tmp_path_factory, tmp_path / "secretive.nmirf")
    connection = sqlite3.connect(path)
    with connection:  # behind the journal: no verb takes approved minutes away
        for table in ("erratum", "corrigendum", "correction_request", "approved_paper", "minutes_paragraph", "minutes"):
            connection.execute(f"DELETE FROM {table}")
    connection.close()
    with open_register(path) as store:
        desk = Secretariat(store)
        with store.write("secrets") as session:
            for number, heard in enumerate(INTERVENTIONS.all(session)):
                body = Trilingual.final(GUEST, GUEST, GUEST) if number % 5 == 0 else heard.body
                state = None if body.en == GUEST else heard.state
                told = replace(heard, note=f"welcomed {SECRET}", language=Language.EN, body=body, state=state)
                INTERVENTIONS.save(session, told)
        yield desk


def off_the_record(desk: Secretariat, attribution: Attribution) -> int:
    """All that was said is told in one way; how many there were."""
    with desk.store.read() as session:
        said = INTERVENTIONS.all(session)
    for one in said:
        if attribution in attributions(one.kind):
            desk.sittings.attribute(one.key, attribution)
    return len(said)


def test_what_is_off_the_record_is_in_no_document_no_table_and_found_by_nobody(secretive: Secretariat) -> None:
    said = {kind for kind, paper in papers_of(secretive) if SECRET in repr(paper)}
    assert DocumentKind.MINUTES in said
    for meeting in secretive.meetings.list():
        if secretive.sittings.interventions(meeting.key):
            secretive.minutes.draft(meeting.key)
    assert search(secretive.store, secretive.states, SECRET)
    assert off_the_record(secretive, OFF) > 5
    seen = 0
    for kind, paper in papers_of(secretive):
        text = repr(paper)
        assert SECRET not in text, kind
        assert GUEST not in text, kind
        seen += 1
    assert seen > 20
    for meeting in secretive.meetings.list():
        for language in Language:
            table = secretive.translations.waiting(meeting.key, language)
            assert not [one for one in table if SECRET in repr(one.text) or GUEST in repr(one.text)]
        assert not [one for one in secretive.readiness.texts(meeting.key) if GUEST in repr(one.text)]
    assert search(secretive.store, secretive.states, SECRET) == ()
    assert search(secretive.store, secretive.states, GUEST) == ()


def test_what_is_unattributed_is_told_without_its_speaker(secretive: Secretariat) -> None:
    off_the_record(secretive, UNATTRIBUTED)
    minutes = [repr(paper) for kind, paper in papers_of(secretive) if kind is DocumentKind.MINUTES]
    told = [one for one in minutes if SECRET in one]
    assert told
    assert all(GUEST not in one for one in minutes)
    assert all(f"A delegation welcomed {SECRET}." in one for one in told)
    (found, *_) = search(secretive.store, secretive.states, SECRET)
    assert found.found[0].title.said_in(catalog(Language.EN)) == "Statement (unattributed)"
    assert search(secretive.store, secretive.states, GUEST) == ()
