"""Minutes from the first draft to their approval, on a real register."""

import datetime
import sqlite3
import zlib
from contextlib import closing
from dataclasses import replace

import pytest

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.approvals import correction_notice
from nmirf_desktop.domain.changes import Changes, Subject
from nmirf_desktop.domain.compliance.unminuted import AFTER_APPROVAL
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.minutes import Circulation, Minutes, MinutesParagraph, MinutesState, Section, usual_prevailing
from nmirf_desktop.domain.refusals import TAKEN_BACK, Problem, Refusal
from nmirf_desktop.domain.sittings import Attribution, Intervention, PresenceKind
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.compliance import Compliance
from nmirf_desktop.services.minutes import MinuteBook
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.papers import Papers
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.settings import Settings
from nmirf_desktop.services.states import States
from nmirf_desktop.storage import undo
from nmirf_desktop.storage.errors import StorageError
from nmirf_desktop.storage.verification import verify
from tests.registers import MEMBERS, Desk, Hand, said

Network = tuple[Desk, Meeting, AgendaItem]
CIRCULATED, UNTIL = datetime.date(2026, 12, 10), datetime.date(2027, 1, 10)
AFTER = datetime.date(2027, 1, 11)
SENT = Circulation(CIRCULATED, UNTIL)
LATER = Hand(datetime.datetime(2027, 2, 1, 12, tzinfo=datetime.UTC))


@pytest.fixture
def book(network: Network) -> MinuteBook:
    """The minute book of a register whose meeting has been held."""
    desk, meeting, item = network
    sitting = desk.sittings.all(meeting.key)[0]
    desk.sittings.open(sitting.key)
    desk.sittings.record(meeting.key, MEMBERS, PresenceKind.ARRIVED)
    desk.clock.forward(10)
    desk.sittings.note(intervention(meeting, item, desk))
    desk.clock.forward(60)
    desk.sittings.close(sitting.key)
    return MinuteBook(desk.store, desk.states, LATER)


def intervention(meeting: Meeting, item: AgendaItem, desk: Desk, note: str = "welcomed the report") -> Intervention:
    return Intervention("said", meeting.key, item.key, desk.clock.at, "MAR", note=note)


def begun(book: MinuteBook, meeting: Meeting) -> str:
    """The key of minutes that were drafted."""
    assert book.draft(meeting.key) == ()
    minutes = book.minutes(meeting.key)
    assert minutes is not None
    return minutes.key


def of(book: MinuteBook, minutes: str, slot: str) -> MinutesParagraph:
    return next(one for one in book.paragraphs(minutes) if one.slot == slot)


def circulated(book: MinuteBook, meeting: Meeting) -> str:
    key = begun(book, meeting)
    book.circulate(key, SENT)
    return key


def test_a_draft_has_the_meeting_in_it(network: Network, book: MinuteBook) -> None:
    _, meeting, item = network
    assert book.minutes(meeting.key) is None
    key = begun(book, meeting)
    paragraphs = book.paragraphs(key)
    assert [one.slot for one in paragraphs] == ["opening", "members", "observers", "intervention:said", "closing"]
    assert [one.position for one in paragraphs] == [0, 1, 2, 3, 4]
    assert of(book, key, "members").text.fr == "Les huit membres du Réseau sont tous représentés."
    assert of(book, key, "intervention:said").item == item.key


def test_drafting_twice_changes_nothing(network: Network, book: MinuteBook) -> None:
    desk, meeting, _ = network
    key = begun(book, meeting)
    before = book.paragraphs(key)
    told: list[Changes] = []
    desk.store.subscribe(told.append)
    assert book.draft(meeting.key) == ()
    assert book.paragraphs(key) == before
    assert told == []


def test_a_new_fact_refreshes_its_own_paragraph_only(network: Network, book: MinuteBook) -> None:
    desk, meeting, item = network
    key = begun(book, meeting)
    opening = of(book, key, "opening")
    book.write(opening.key, opening.text.with_text(Language.EN, "The meeting began."))
    desk.sittings.note(intervention(meeting, item, desk, "supported the report"))
    assert book.draft(meeting.key) == ()
    assert of(book, key, "intervention:said").text.en == "The representative of Morocco supported the report."
    assert of(book, key, "opening").text.en == "The meeting began."


def test_what_a_person_wrote_gets_an_offer_that_can_be_taken_or_declined(network: Network, book: MinuteBook) -> None:
    desk, meeting, item = network
    key = begun(book, meeting)
    said = of(book, key, "intervention:said")
    mine = said.text.with_text(Language.EN, "Morocco was pleased.")
    book.write(said.key, mine.with_text(Language.FR, "La délégation du Maroc se félicite du rapport."))
    desk.sittings.note(intervention(meeting, item, desk, "supported the report"))
    (offer,) = book.draft(meeting.key)
    assert of(book, key, "intervention:said").text.en == "Morocco was pleased."
    book.decline(key, offer)
    assert book.offers(key) == ()
    desk.sittings.note(intervention(meeting, item, desk, "praised the report"))
    (offer,) = book.offers(key)
    book.take(key, offer)
    text = of(book, key, "intervention:said").text
    assert text.en == "The representative of Morocco praised the report."
    assert text.fr == "La délégation du Maroc se félicite du rapport."
    assert text.state(Language.FR) is TextState.OUTDATED


def test_a_translated_note_is_the_program_s_still_and_follows_its_fact(network: Network, book: MinuteBook) -> None:
    desk, meeting, item = network
    key = begun(book, meeting)
    said, french = of(book, key, "intervention:said"), "La délégation du Maroc se félicite du rapport."
    book.write(said.key, said.text.with_text(Language.FR, french).with_review(Language.FR))
    assert not of(book, key, "intervention:said").written
    desk.sittings.note(intervention(meeting, item, desk, "supported the report"))
    book.circulate(key, SENT)
    found = of(book, key, "intervention:said")
    assert (found.text.en, found.text.fr) == ("The representative of Morocco supported the report.", french)
    assert found.text.state(Language.FR) is TextState.OUTDATED
    assert not found.written


def test_a_translated_note_that_was_taken_back_asks_before_its_translation_goes(
    network: Network, book: MinuteBook
) -> None:
    desk, meeting, _ = network
    key = begun(book, meeting)
    said = of(book, key, "intervention:said")
    book.write(said.key, said.text.with_text(Language.FR, "Le Maroc se félicite du rapport."))
    desk.sittings.forget("said")
    (offer,) = book.draft(meeting.key)
    assert (offer.paragraph, offer.text) == (said.key, Trilingual())
    assert of(book, key, "intervention:said").text.fr == "Le Maroc se félicite du rapport."


def test_a_paragraph_of_one_s_own_stands_where_it_was_put(network: Network, book: MinuteBook) -> None:
    _, meeting, item = network
    key = begun(book, meeting)
    said = of(book, key, "intervention:said")
    added = book.add(said.key, Trilingual("A break followed."))
    assert (added.item, added.section, added.position) == (item.key, said.section, 4)
    book.draft(meeting.key)
    assert [one.text.en for one in book.paragraphs(key)][4] == "A break followed."
    book.remove(added.key)
    assert [one.position for one in book.paragraphs(key)] == [0, 1, 2, 3, 4]


def test_a_paragraph_of_one_s_own_is_moved_and_belongs_where_it_then_stands(network: Network, book: MinuteBook) -> None:
    _, meeting, item = network
    key = begun(book, meeting)
    told = of(book, key, "intervention:said")
    own = book.add(told.key, said("It was noted."))

    def stands() -> tuple[str, ...]:
        return tuple(one.slot or "own" for one in book.paragraphs(key))

    before = stands()
    at = before.index("own")
    book.move(own.key, 1)
    assert stands()[at + 1] == "own"
    assert (moved := next(one for one in book.paragraphs(key) if not one.slot)).section is Section.CLOSING
    assert moved.item is None
    book.draft(meeting.key)
    assert stands()[at + 1] == "own", "a new draft leaves it where it stands"
    book.move(own.key, -1)
    assert stands() == before
    assert next(one for one in book.paragraphs(key) if not one.slot).item == item.key
    for _ in range(at - 1):
        book.move(own.key, -1)
    first = stands()
    assert first[1] == "own"
    with pytest.raises(Refusal, match="no place further up"):
        book.move(own.key, -1)
    with pytest.raises(Refusal, match="was drafted"):
        book.move(told.key, 1)
    assert stands() == first
    undo.undo(book._store)
    assert stands()[2] == "own"


def test_words_are_replaced_everywhere_in_one_step_or_nowhere(network: Network, book: MinuteBook) -> None:
    desk, meeting, _ = network
    key = begun(book, meeting)
    first, second, third = book.paragraphs(key)[:3]
    book.write(first.key, said("The Secretariat wrote; the secretariat answered."))
    book.write(second.key, Trilingual("A secrétariat of one", "Un secrétariat", ""))
    book.write(third.key, said("The secretariat stays."))
    before = book.paragraphs(key)
    assert book.replace(key, "Secretariat", "coordination", {first.key, second.key}) == (2 * 3 + 2, 0)
    texts = {one.key: one.text for one in book.paragraphs(key)}
    assert texts[first.key].en == "The coordination wrote; the coordination answered."
    assert texts[first.key].fr == "The coordination wrote; the coordination answered. (fr)"
    assert (texts[second.key].en, texts[second.key].fr) == ("A coordination of one", "Un coordination")
    assert texts[third.key].en == "The secretariat stays."
    undo.undo(desk.store)
    assert book.paragraphs(key) == before
    book.write(third.key, said("On “The secretariat”, the secretariat spoke."))
    assert book.replace(key, "secretariat", "coordination", {third.key}) == (3, 3), "quotations are left, and told"
    assert book.paragraphs(key)[2].text.en == "On “The secretariat”, the coordination spoke."
    assert book.replace(key, "nowhere to be found", "x", {one.key for one in before}) == (0, 0)
    desk.sittings.attribute("said", Attribution.UNATTRIBUTED)
    with pytest.raises(Refusal, match="name a speaker"):
        book.replace(key, "delegation", "delegation of Morocco", {one.key for one in book.paragraphs(key)})


def test_a_removed_paragraph_stays_away_until_it_is_put_back(network: Network, book: MinuteBook) -> None:
    _, meeting, _ = network
    key = begun(book, meeting)
    observers = of(book, key, "observers")
    book.remove(observers.key)
    book.draft(meeting.key)
    assert "observers" not in [one.slot for one in book.paragraphs(key)]
    assert [one.key for one in book.removed(key)] == [observers.key]
    book.put_back(observers.key)
    assert of(book, key, "observers").text.es == "No está representado ningún observador."


def test_a_review_is_kept_by_language(network: Network, book: MinuteBook) -> None:
    _, meeting, _ = network
    key = begun(book, meeting)
    book.review(of(book, key, "intervention:said").key)
    text = of(book, key, "intervention:said").text
    assert [text.state(one) for one in Language] == [TextState.REVIEWED, TextState.MISSING, TextState.MISSING]
    book.review(of(book, key, "opening").key, Language.ES)
    assert of(book, key, "opening").text.state(Language.ES) is TextState.REVIEWED
    assert not of(book, key, "opening").written


def test_several_are_reviewed_in_one_step_and_what_cannot_be_is_counted(network: Network, book: MinuteBook) -> None:
    desk, meeting, _ = network
    key = begun(book, meeting)
    opening, observers, heard = (of(book, key, one) for one in ("opening", "observers", "intervention:said"))
    book.remove(observers.key)
    done = book.reviews.mark_all([opening.key, observers.key, heard.key, "gone"])
    assert (done.marked, done.left) == (2, (observers.key, "gone"))
    assert of(book, key, "opening").text.state(Language.ES) is TextState.REVIEWED
    assert of(book, key, "intervention:said").text.state(Language.EN) is TextState.REVIEWED
    undo.undo(desk.store)
    for slot in ("opening", "intervention:said"):
        assert of(book, key, slot).text.state(Language.EN) is not TextState.REVIEWED
    done = book.reviews.mark_all([opening.key])
    assert book.reviews.mark_all([opening.key]) == replace(done, marked=0), "it was reviewed before"


def test_of_approved_minutes_none_of_several_is_reviewed(network: Network, book: MinuteBook) -> None:
    _, meeting, _ = network
    key = circulated(book, meeting)
    book.approve(key, AFTER)
    opening, heard = of(book, key, "opening"), of(book, key, "intervention:said")
    done = book.reviews.mark_all([opening.key, heard.key])
    assert (done.marked, done.left) == (0, (opening.key, heard.key))
    assert of(book, key, "opening") == opening


def test_circulated_minutes_change_only_by_hand(network: Network, book: MinuteBook) -> None:
    desk, meeting, item = network
    key = circulated(book, meeting)
    desk.sittings.note(intervention(meeting, item, desk, "supported the report"))
    desk.clock.forward()
    desk.sittings.note(Intervention("more", meeting.key, item.key, desk.clock.at, "GHA"))
    corrected, new = book.draft(meeting.key)
    assert [one.slot for one in book.paragraphs(key)].count("intervention:more") == 0
    book.take(key, new)
    book.take(key, corrected)
    assert [one.slot for one in book.paragraphs(key)][3:5] == ["intervention:said", "intervention:more"]
    assert of(book, key, "intervention:said").text.en == "The representative of Morocco supported the report."
    assert book.offers(key) == ()


def test_a_new_paragraph_can_be_declined_while_minutes_circulate(network: Network, book: MinuteBook) -> None:
    desk, meeting, item = network
    key = circulated(book, meeting)
    desk.sittings.note(Intervention("more", meeting.key, item.key, desk.clock.at, "GHA"))
    (new,) = book.offers(key)
    book.decline(key, new)
    assert book.offers(key) == ()
    assert len(book.paragraphs(key)) == 5


def test_a_fact_that_went_is_offered_to_go(network: Network, book: MinuteBook) -> None:
    desk, meeting, _ = network
    key = circulated(book, meeting)
    desk.sittings.forget("said")
    offers = {one.slot: one for one in book.offers(key)}
    assert not offers["intervention:said"].text
    book.decline(key, offers["intervention:said"])
    assert of(book, key, "").text.en == "The representative of Morocco welcomed the report."
    assert "intervention:said" not in [one.slot for one in book.offers(key)]


def test_approved_minutes_refuse_every_verb_in_words(network: Network, book: MinuteBook) -> None:
    desk, meeting, _ = network
    key = circulated(book, meeting)
    approved = book.approve(key, AFTER)
    assert (approved.state, approved.approved_on) == (MinutesState.APPROVED, AFTER)
    before = book.paragraphs(key)
    first = before[0]
    offer = next(iter(book.offers(key)), None)
    assert offer is None
    verbs = (
        lambda: book.draft(meeting.key),
        lambda: book.write(first.key, Trilingual("Other.")),
        lambda: book.add(first.key),
        lambda: book.remove(first.key),
        lambda: book.move(first.key, 1),
        lambda: book.replace(key, "the", "a", {first.key}),
        lambda: book.put_back(first.key),
        lambda: book.review(first.key),
        lambda: book.circulate(key, SENT),
        lambda: book.circulate_again(key, SENT),
        lambda: book.approve(key, AFTER),
    )
    for verb in verbs:
        with pytest.raises(Refusal) as refused:
            verb()
        said = refused.value.said_in(catalog(Language.FR)).replace("\u00a0", " ")
        assert said.startswith("Ce procès-verbal a été approuvé le 11 janvier 2027")
    assert book.paragraphs(key) == before
    with desk.store.read() as session:
        assert not verify(session).faults


def test_what_is_recorded_after_the_approval_is_remarked_on(network: Network, book: MinuteBook) -> None:
    desk, meeting, item = network
    desk.clock.at = LATER.at
    after = LATER.at.date()

    def remarked() -> list[tuple[str, object]]:
        found = Compliance(desk.store).check(after)
        return [(fact.name, fact.value) for one in found if one.message.message == AFTER_APPROVAL for fact in one.facts]

    book.approve(circulated(book, meeting), AFTER)
    assert remarked() == []
    assert desk.meetings.plan(meeting.key).approved_on == AFTER
    desk.sittings.open_unplanned(meeting.key, item.key)
    assert remarked() == [("Sittings opened", 1)]
    desk.proposals.adopt_by_consensus(desk.proposals.propose(meeting.key, item.key, said("T"), said("Decides.")).key)
    desk.sittings.note(Intervention("late", meeting.key, item.key, desk.clock.at, "MAR", note="spoke"))
    assert remarked() == [("Sittings opened", 1), ("Decisions", 1), ("Statements", 1)]


def test_minutes_are_circulated_before_they_are_approved(network: Network, book: MinuteBook) -> None:
    _, meeting, _ = network
    key = begun(book, meeting)
    with pytest.raises(Refusal):
        book.approve(key, AFTER)
    with pytest.raises(Problem):
        book.circulate(key, Circulation(UNTIL, CIRCULATED))
    book.circulate(key, SENT)
    for early in (CIRCULATED, UNTIL):
        with pytest.raises(Refusal, match="that day included"):
            book.approve(key, early)
    assert book.approve(key, AFTER).circulated_on == CIRCULATED


def test_minutes_are_not_approved_on_a_day_that_is_still_to_come(network: Network, book: MinuteBook) -> None:
    _, meeting, _ = network
    key = circulated(book, meeting)
    for verb in (book.check_approval, book.approve):
        with pytest.raises(Problem, match="still to come") as refused:
            verb(key, datetime.date(2027, 2, 2))
        assert refused.value.field_name == "on"
    found = book.minutes(meeting.key)
    assert found is not None
    assert found.state is MinutesState.CIRCULATED


def test_minutes_are_not_approved_while_their_meeting_goes_on(network: Network) -> None:
    desk, meeting, _ = network
    book = MinuteBook(desk.store, desk.states, LATER)
    sitting = desk.sittings.all(meeting.key)[0]
    key = begun(book, meeting)
    sent = Circulation(meeting.opens_on, meeting.opens_on)
    with pytest.raises(Refusal, match="No sitting of the meeting was opened"):
        book.circulate(key, sent)
    desk.sittings.open(sitting.key)
    desk.clock.forward(60)
    desk.sittings.close(sitting.key)
    book.circulate(key, sent)
    again = desk.sittings.open_unplanned(meeting.key, None)
    with pytest.raises(Refusal, match="The meeting has not ended"):
        book.check_approval(key, meeting.closes_on)
    with pytest.raises(Refusal, match="remove those that were never opened"):
        book.check_approval(key, AFTER)
    desk.clock.forward(60)
    desk.sittings.close(again.key)
    next_day = meeting.opens_on + datetime.timedelta(days=1)
    assert book.approve(key, next_day).approved_on == next_day


def test_minutes_do_not_go_out_before_their_meeting_has_ended(network: Network) -> None:
    """They went out, by a slip, with a period that was over as the last sitting closed."""
    desk, meeting, _ = network
    book = MinuteBook(desk.store, desk.states, desk.clock)
    (first,) = desk.sittings.all(meeting.key)
    key, day = begun(book, meeting), datetime.timedelta(days=1)
    desk.sittings.open(first.key)
    for verb in (book.check_circulation, book.circulate):
        with pytest.raises(Refusal, match="The meeting has not ended; nothing was circulated"):
            verb(key, Circulation(meeting.opens_on, UNTIL))
    desk.clock.forward(60)
    desk.sittings.close(first.key)
    desk.clock.at += day
    second = desk.sittings.open_unplanned(meeting.key, None)
    desk.clock.forward(60)
    desk.sittings.close(second.key)
    desk.clock.at += 30 * day
    with pytest.raises(Problem, match="The last sitting closed on") as refused:
        book.circulate(key, Circulation(meeting.opens_on, meeting.opens_on))
    assert (refused.value.field_name, refused.value.values["closed"]) == ("on", meeting.opens_on + day)
    over = Circulation(meeting.opens_on + day, meeting.opens_on + 14 * day)
    assert book.circulate(key, over).corrections_until == over.corrections_until, "a record that is entered late"


def test_minutes_go_out_on_a_day_that_was_with_something_that_was_held(network: Network, book: MinuteBook) -> None:
    _, meeting, _ = network
    key = begun(book, meeting)
    day = datetime.timedelta(days=1)
    for sent, message in (
        (Circulation(datetime.date(2027, 2, 2), datetime.date(2027, 3, 2)), "lies ahead"),
        (Circulation(meeting.opens_on - day, UNTIL), "The meeting opens on"),
    ):
        with pytest.raises(Problem, match=message) as refused:
            book.circulate(key, sent)
        assert refused.value.field_name == "on"
    for one in book.paragraphs(key):
        book.remove(one.key)
    with pytest.raises(Refusal, match="have no paragraph"):
        book.circulate(key, SENT)
    book.put_back(book.removed(key)[0].key)
    book.circulate(key, SENT)
    with pytest.raises(Problem, match="give that day or a later one"):
        book.circulate_again(key, Circulation(CIRCULATED - day, UNTIL))
    found = book.minutes(meeting.key)
    assert found is not None
    assert (found.circulated_on, found.corrections_until) == (CIRCULATED, UNTIL)


def test_the_day_is_that_of_the_place_where_the_secretariat_counts_its_days(network: Network, book: MinuteBook) -> None:
    desk, meeting, _ = network
    key = circulated(book, meeting)
    night = Hand(datetime.datetime(2027, 1, 11, 1, tzinfo=datetime.UTC))  # 10 p.m. of the day before in Asunción
    late = MinuteBook(desk.store, desk.states, night)
    settings = Settings(desk.store)
    settings.save(replace(settings.read(), time_zone="America/Asuncion"))
    with pytest.raises(Problem, match="still to come"):
        late.approve(key, AFTER)
    settings.save(replace(settings.read(), time_zone="Africa/Casablanca"))
    assert late.approve(key, AFTER).approved_on == AFTER


def test_circulated_minutes_go_out_again_only_as_a_revised_version(network: Network, book: MinuteBook) -> None:
    desk, meeting, _ = network
    key = begun(book, meeting)
    later = Circulation(UNTIL, UNTIL + datetime.timedelta(days=14), Language.FR)
    with pytest.raises(Refusal, match="Circulate the minutes first"):
        book.circulate_again(key, later)
    book.circulate(key, SENT)
    with pytest.raises(Refusal) as refused:
        book.circulate(key, later)
    assert refused.value.said_in(catalog(Language.EN)) == (
        "These minutes were circulated on 10 December 2026, for corrections until 10 January 2027: "
        "circulate a revised version, or approve them when the period has ended."
    )
    kept = book.minutes(meeting.key)
    assert kept is not None
    assert (kept.circulated_on, kept.corrections_until) == (CIRCULATED, UNTIL)
    book.circulate_again(key, later)
    with pytest.raises(Refusal, match="that day included"):
        book.approve(key, later.corrections_until)
    assert book.approve(key, later.corrections_until + datetime.timedelta(days=1)).prevailing is Language.FR
    with pytest.raises(Refusal, match="There is nothing to undo"):
        undo.undo(desk.store)


def test_the_prevailing_language_is_stated_and_screens_are_told(network: Network, book: MinuteBook) -> None:
    desk, meeting, _ = network
    key = begun(book, meeting)
    told: list[Changes] = []
    desk.store.subscribe(told.append)
    book.circulate(key, Circulation(CIRCULATED, UNTIL, Language.ES))
    minutes = book.minutes(meeting.key)
    assert minutes is not None
    assert minutes.prevailing is Language.ES
    assert told == [frozenset({Subject.MINUTES})]


def test_the_texts_of_decisions_prevail_in_the_language_of_their_adoption() -> None:
    """The note said that English prevailed, over decisions whose own document says that French is their original."""
    went = Minutes("", "", MinutesState.CIRCULATED, CIRCULATED, UNTIL)
    assert correction_notice(went, {Language.EN}).en.endswith("The text in English prevails.")
    assert correction_notice(went, {Language.FR, Language.EN}).en.endswith(
        "The text in English prevails, except for the texts of decisions, which prevail in the language in which they "
        "were adopted."
    )
    draft_of = Minutes("", "")
    assert usual_prevailing(draft_of, [Language.FR, Language.FR]) is Language.FR
    assert usual_prevailing(draft_of, [Language.FR, Language.ES]) is Language.EN
    assert usual_prevailing(went, [Language.FR]) is Language.EN
    assert usual_prevailing(None, ()) is Language.EN


def test_members_and_observers_who_join_the_sponsors_are_named_as_states(network: Network) -> None:
    desk, meeting, item = network
    (sitting,) = desk.sittings.all(meeting.key)
    desk.sittings.open(sitting.key)
    put = desk.proposals.propose(meeting.key, item.key, said("Exchanges"), said("Decides."))
    for state in ("CHE", "PRY"):
        desk.clock.forward(1)
        desk.amendments.join(put.key, state)
    desk.clock.forward(60)
    desk.sittings.close(sitting.key)
    book = MinuteBook(desk.store, desk.states, LATER)
    told = " ".join(one.text.en for one in book.paragraphs(begun(book, meeting)))
    assert "Subsequently, Paraguay and Switzerland joined in sponsoring draft decision L.1." in told


def test_what_is_gone_meanwhile_is_said_and_nothing_falls_over(network: Network, book: MinuteBook) -> None:
    desk, meeting, _ = network
    key = begun(book, meeting)
    paragraph = of(book, key, "intervention:said")
    book.write(paragraph.key, Trilingual("Mine."))
    desk.sittings.forget("said")
    (offer,) = book.offers(key)
    book.take(key, offer)
    verbs = (
        lambda: book.write(paragraph.key, Trilingual("Mine.")),
        lambda: book.remove(paragraph.key),
        lambda: book.review(paragraph.key),
        lambda: book.add(paragraph.key),
        lambda: book.put_back(paragraph.key),
    )
    for verb in verbs:
        with pytest.raises(Refusal) as caught:
            verb()
        assert caught.value.message == TAKEN_BACK
    for stale in (book.take, book.decline):
        with pytest.raises(Refusal, match="have changed since this text was offered"):
            stale(key, offer)
    while book.minutes(meeting.key) is not None:
        undo.undo(desk.store)
    with pytest.raises(Refusal):
        book.circulate(key, SENT)


def test_a_kept_document_that_was_altered_outside_is_named_in_a_sentence(network: Network, book: MinuteBook) -> None:
    desk, meeting, _ = network
    key = circulated(book, meeting)
    book.approve(key, AFTER)
    path = desk.store.path
    desk.store.close()
    for junk in (b"junk", zlib.compress(b"junk"), zlib.compress(b'["MinutesPaper", {}]'), zlib.compress(b'["X", {}]')):
        with closing(sqlite3.connect(path)) as register:
            register.execute("update approved_paper set content = ?", (junk,))
            register.commit()
        with open_register(path, author="rapporteur", read_only=True) as store:
            papers = Papers(store, States(store), LATER)
            with pytest.raises(StorageError) as caught:
                list(papers.contents(Request(DocumentKind.MINUTES, meeting.key)))
        assert "approved_paper" in caught.value.said_in(catalog(Language.EN))


def test_minutes_that_are_older_than_the_facts_say_so_and_how_they_follow(network: Network, book: MinuteBook) -> None:
    """A decision stood in the annex of a draft, and nowhere in its text; nothing said so."""
    desk, meeting, item = network

    def cautions() -> list[str]:
        (found,) = Papers(desk.store, desk.states, LATER).contents(Request(DocumentKind.MINUTES, meeting.key))
        told = [one.said_in(catalog(Language.EN)) for one in found.cautions]
        return [one for one in told if one.startswith("What was recorded")]

    key = begun(book, meeting)
    assert cautions() == []
    desk.sittings.note(intervention(meeting, item, desk, "supported the report"))
    (said,) = cautions()
    assert said.endswith("their text does not tell of it yet: F5 on the screen “Minutes” brings it up to date.")
    proposal = desk.proposals.propose(meeting.key, item.key, Trilingual("Dates"), Trilingual("Decides."))
    decision = desk.proposals.adopt_by_consensus(proposal.key)
    assert f"such as of what was decided ({decision.year}/{decision.number}): F5" in cautions()[0]
    book.draft(meeting.key)
    assert cautions() == []
    opening = of(book, key, "opening")
    book.write(opening.key, opening.text.with_text(Language.EN, "The meeting began."))
    assert cautions() == [], "what a person wrote is no older than the facts"
    book.circulate(key, SENT)
    desk.sittings.note(intervention(meeting, item, desk, "rejected the report"))
    assert "offers it beside the paragraphs" in cautions()[0]
