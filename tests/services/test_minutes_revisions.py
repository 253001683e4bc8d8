"""Revisions of minutes from the journal: listed, compared, restored; versions of the whole."""

import datetime

import pytest

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.agenda_comparing import Difference, PieceState
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.minutes import MinutesParagraph
from nmirf_desktop.domain.minutes_revisions import PAUSE, VersionKind, compared
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.minutes import MinuteBook
from nmirf_desktop.storage import undo
from nmirf_desktop.storage.journal import LINES, head
from nmirf_desktop.storage.minutes import PARAGRAPHS
from nmirf_desktop.storage.verification import verify
from tests.registers import Desk
from tests.services import test_minutes
from tests.services.test_minutes import LATER, SENT, UNTIL, begun, intervention, of

Network = tuple[Desk, Meeting, AgendaItem]
book = test_minutes.book


def english(book: MinuteBook, paragraph: MinutesParagraph, words: str) -> None:
    now = next(one for one in book.paragraphs(paragraph.minutes) if one.key == paragraph.key)
    book.write(paragraph.key, now.text.with_text(Language.EN, words))


def test_saves_of_one_spell_are_one_revision_and_each_is_in_the_journal(network: Network, book: MinuteBook) -> None:
    desk, meeting, _ = network
    opening = of(book, begun(book, meeting), "opening")
    desk.clock.forward(30)
    for words in ("The", "The Chair", "The Chair spoke."):
        english(book, opening, words)
        desk.clock.forward(PAUSE.total_seconds() / 60)
    desk.clock.forward(1)
    english(book, opening, "The Chair spoke again.")
    later, spell, drafted = book.revisions.of_paragraph(opening.key)
    assert [one.saves for one in (drafted, spell, later)] == [1, 3, 1]
    assert (spell.before.en, spell.after.en) == (opening.text.en, "The Chair spoke.")
    assert (later.before.en, later.after.en) == ("The Chair spoke.", "The Chair spoke again.")
    assert spell.languages == (Language.EN,)
    assert drafted.languages == tuple(Language)
    assert drafted.first.act == "draft the minutes"
    with desk.store.read() as session:
        lines = LINES.all(session, table=PARAGRAPHS.name, row=opening.key, field="text_en")
    assert [one.after for one in lines][1:] == ["The", "The Chair", "The Chair spoke.", "The Chair spoke again."]


def test_the_paragraph_that_was_written_last_by_itself_is_known(network: Network, book: MinuteBook) -> None:
    key = begun(book, network[1])
    assert book.revisions.last_written(key) == "", "all were drafted together"
    opening, said = of(book, key, "opening"), of(book, key, "intervention:said")
    english(book, said, "One.")
    english(book, opening, "The Chair spoke.")
    assert book.revisions.last_written(key) == opening.key
    book.replace(key, "e", "a", {opening.key, said.key})
    assert book.revisions.last_written(key) == opening.key, "several were written in one step"
    english(book, said, "Two.")
    assert book.revisions.last_written(key) == said.key
    book.add(said.key, said.text)
    assert book.revisions.last_written(key) == said.key, "those behind it have another number since"


def test_no_revision_joins_what_was_written_before_and_after_the_minutes_went_out(
    network: Network, book: MinuteBook
) -> None:
    """One could not see which of it the members had."""
    key = begun(book, network[1])
    said = of(book, key, "intervention:said")
    english(book, said, "One.")
    english(book, said, "One. Two.")
    book.circulate(key, SENT)
    english(book, said, "One. Two. Three.")
    english(book, said, "One. Two. Three. Four.")
    book.circulate_again(key, SENT.__class__(SENT.on, UNTIL + datetime.timedelta(days=1)))
    english(book, said, "Five.")
    own = book.revisions.of_paragraph(said.key)
    assert [(one.after.en, one.saves) for one in own[:3]] == [
        ("Five.", 1), ("One. Two. Three. Four.", 2), ("One. Two.", 2),
    ]  # fmt: skip
    assert [one for one in book.revisions.of(key) if one.paragraph == said.key] == list(own)


def test_another_act_and_another_paragraph_end_and_leave_a_spell(network: Network, book: MinuteBook) -> None:
    desk, meeting, item = network
    key = begun(book, meeting)
    said, opening = of(book, key, "intervention:said"), of(book, key, "opening")
    english(book, said, "One.")
    english(book, opening, "Elsewhere.")
    english(book, said, "One. Two.")
    desk.sittings.note(intervention(meeting, item, desk, "supported the report"))
    (offer,) = book.offers(key)
    book.take(key, offer)
    english(book, said, "Three.")
    own = book.revisions.of_paragraph(said.key)
    assert [(one.first.act, one.saves) for one in own] == [
        ("write in the minutes", 1), ("take a drafted text over", 1), ("write in the minutes", 2),
        ("draft the minutes", 1),
    ]  # fmt: skip
    whole = book.revisions.of(key)
    assert [one for one in whole if one.paragraph == said.key] == list(own)
    assert {one.paragraph for one in whole} == {one.key for one in book.paragraphs(key)}


def test_what_was_typed_and_taken_away_again_is_no_revision(network: Network, book: MinuteBook) -> None:
    _, meeting, _ = network
    opening = of(book, begun(book, meeting), "opening")
    english(book, opening, "Other.")
    english(book, opening, opening.text.en)
    assert [one.first.act for one in book.revisions.of_paragraph(opening.key)] == ["draft the minutes"]


def test_a_revision_is_restored_as_a_new_one_that_undo_takes_back(network: Network, book: MinuteBook) -> None:
    desk, meeting, _ = network
    key = begun(book, meeting)
    opening = of(book, key, "opening")
    english(book, opening, "Nobody remembers.")
    wrong, _ = book.revisions.of_paragraph(opening.key)
    assert wrong.first.before is not None
    book.revisions.restore(wrong.first.before)
    assert of(book, key, "opening").text == opening.text
    assert next(one.first.act for one in book.revisions.of_paragraph(opening.key)) == "restore a revision"
    undo.undo(desk.store)
    assert of(book, key, "opening").text.en == "Nobody remembers."
    latest = book.revisions.of_paragraph(opening.key)[0]
    assert latest.first.back
    assert latest.after.en == "Nobody remembers."
    with desk.store.read() as session:
        assert not verify(session).faults


def test_a_paragraph_that_was_removed_is_listed_and_restored_in_its_place(network: Network, book: MinuteBook) -> None:
    desk, meeting, _ = network
    key = begun(book, meeting)
    said = of(book, key, "intervention:said")
    own = book.add(said.key, Trilingual("A break followed."))
    places = [one.key for one in book.paragraphs(key)]
    book.remove(own.key)
    gone = book.revisions.of(key)[0]
    assert (gone.paragraph, gone.removed, gone.before.en) == (own.key, True, "A break followed.")
    assert gone.first.before is not None
    book.revisions.restore(gone.first.before)
    assert [one.key for one in book.paragraphs(key)] == places
    assert [one.position for one in book.paragraphs(key)] == list(range(len(places)))
    undo.undo(desk.store)
    assert own.key not in [one.key for one in book.paragraphs(key)]


def test_versions_are_named_and_any_two_compared_for_the_whole(network: Network, book: MinuteBook) -> None:
    desk, meeting, _ = network
    key = begun(book, meeting)
    assert [one.kind for one in book.revisions.versions(key)] == [VersionKind.NOW]
    book.circulate(key, SENT)
    opening, closing = of(book, key, "opening"), of(book, key, "closing")
    english(book, opening, f"{opening.text.en} Nobody was late.")
    own = book.add(opening.key, Trilingual("A minute of silence was observed."))
    book.circulate_again(key, SENT.__class__(SENT.on, UNTIL + datetime.timedelta(days=1)))
    book.remove(closing.key)
    book.approve(key, UNTIL + datetime.timedelta(days=2))
    circulated, revised, approved, _now = book.revisions.versions(key)
    assert [one.kind for one in (circulated, revised, approved)] == [
        VersionKind.CIRCULATED, VersionKind.REVISED, VersionKind.APPROVED,
    ]  # fmt: skip
    assert revised.number == 1
    first, second, third = (book.revisions.as_of(key, one) for one in (circulated, revised, approved))
    assert [one.text for one in third] == [one.text for one in book.paragraphs(key)]
    changed, added = compared(first, second)
    assert (changed.difference, changed.paragraph.key) == (Difference.CHANGED, opening.key)
    (text,) = changed.texts
    assert [one.text for one in text.pieces if one.standing is PieceState.NEW] == [" Nobody was late."]
    assert (added.difference, added.paragraph.key, added.number_after) == (Difference.ADDED, own.key, 2)
    (removed,) = compared(second, third)
    assert (removed.difference, removed.paragraph.key) == (Difference.REMOVED, closing.key)
    assert compared(first, first) == ()
    with pytest.raises(Refusal, match="approved"):
        book.revisions.restore(first[0])
    with desk.store.read() as session:
        last = head(session)
    assert last is not None
    assert last.verb == "approve the minutes"


def test_the_clock_of_the_tests_is_after_the_meeting() -> None:
    assert LATER.at.date() > UNTIL
