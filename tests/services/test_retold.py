"""Minutes follow when an intervention is told in another way: nothing secret stays, and nobody else's words go."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.correction_requests import CorrectionRequest
from nmirf_desktop.domain.editions import SEPARATE
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.minutes import Circulation, MinutesParagraph
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.sittings import Attribution, Intervention, InterventionKind, PresenceKind
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.minutes import MinuteBook
from nmirf_desktop.services.minutes_files import MinutesFiles
from nmirf_desktop.services.papers import Papers
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.search import search
from nmirf_desktop.storage import undo
from nmirf_desktop.storage.minutes import PARAGRAPHS
from nmirf_desktop.storage.verification import verify
from tests.registers import MEMBERS, Desk, Hand

Network = tuple[Desk, Meeting, AgendaItem]
LATER = Hand(datetime.datetime(2027, 2, 1, 12, tzinfo=datetime.UTC))
SENT = Circulation(datetime.date(2026, 12, 10), datetime.date(2027, 1, 10))
ASKED, AFTER = datetime.date(2026, 12, 15), datetime.date(2027, 1, 20)
NAMED, UNATTRIBUTED, OFF = Attribution


class Room:
    """Minutes of a meeting at which Morocco, Ghana and Paraguay spoke, each with a note or without one."""

    def __init__(self, network: Network, *notes: str) -> None:
        self.desk, self.meeting, self.item = network
        (sitting, *_) = self.desk.sittings.all(self.meeting.key)
        self.desk.sittings.open(sitting.key)
        self.desk.sittings.record(self.meeting.key, MEMBERS, PresenceKind.ARRIVED)
        for key, state, note in zip("abc", ("MAR", "GHA", "PRY"), notes, strict=False):
            self.desk.clock.forward(5)
            self.say(key, state, note)
        self.desk.clock.forward(30)
        self.desk.sittings.close(sitting.key)
        self.book = MinuteBook(self.desk.store, self.desk.states, LATER)
        self.book.draft(self.meeting.key)
        minutes = self.book.minutes(self.meeting.key)
        assert minutes is not None
        self.minutes = minutes.key

    def say(self, key: str, state: str, note: str, kind: InterventionKind = InterventionKind.STATEMENT) -> None:
        """Note what a State said, or put the note right."""
        at = self.desk.clock.at
        self.desk.sittings.note(Intervention(key, self.meeting.key, self.item.key, at, state, note=note, kind=kind))

    def paragraph(self, key: str) -> MinutesParagraph:
        """The paragraph in the slot of an intervention."""
        return next(one for one in self.book.every(self.minutes) if one.slot == f"intervention:{key}")

    def held(self, paragraph: MinutesParagraph, text: Trilingual) -> None:
        """Have a text in the register that nothing in the house would write now, as one of before may have."""
        with self.desk.store.write("as before it was looked after") as session:
            PARAGRAPHS.save(session, replace(paragraph, text=text))

    def said(self) -> list[str]:
        """What the minutes say under the item, in English."""
        found = self.book.paragraphs(self.minutes)
        assert [one.position for one in found] == sorted(one.position for one in found)
        return [one.text.en for one in found if one.item == self.item.key]

    def ask(self, key: str, words: str, state: str = "MAR") -> str:
        """A correction that is asked of the paragraph of an intervention."""
        paragraph = self.paragraph(key).key
        return self.book.requests.record(
            CorrectionRequest("", self.minutes, ASKED, paragraph=paragraph, state=state, text=words)
        ).key


def test_a_paragraph_of_which_a_correction_was_asked_goes_off_the_record_and_its_request_stays(
    network: Network,
) -> None:
    room = Room(network, "welcomed zorblax one", "thanked the Chair")
    room.book.circulate(room.minutes, SENT)
    request = room.ask("a", "Morocco said zorblax three.")
    room.desk.sittings.attribute("a", OFF)
    assert room.said() == ["The representative of Ghana thanked the Chair."]
    (asked,) = room.book.requests.of(room.minutes)
    flagged = [one.said_in(catalog(Language.EN)) for one in asked.flags]
    assert flagged == ["What it is about is off the record now, and the minutes do not tell it."]
    with pytest.raises(Refusal, match="report what is off the record"):
        room.book.requests.accept(request, AFTER)
    with pytest.raises(Refusal, match="report what is off the record"):
        room.book.requests.accept_otherwise(request, AFTER, "It said zorblax four.")
    assert search(room.desk.store, room.desk.states, "zorblax three") == ()
    room.desk.sittings.attribute("a", NAMED)
    assert room.paragraph("a").key == asked.request.paragraph
    assert room.said()[0] == "The representative of Morocco welcomed zorblax one."
    with room.desk.store.read() as session:
        assert not verify(session).faults


def test_a_name_goes_from_every_language_of_a_text_that_was_translated(network: Network) -> None:
    room = Room(network, "welcomed the report")
    own = room.paragraph("a")
    text = own.text.with_text(Language.FR, "La délégation marocaine accueille le rapport avec satisfaction.")
    room.book.write(own.key, text.with_text(Language.ES, "La delegación de Marruecos acoge el informe."))
    room.desk.sittings.attribute("a", UNATTRIBUTED)
    told = room.paragraph("a").text
    assert (told.en, told.fr, told.es) == ("A delegation welcomed the report.", "", "")
    assert room.book.offers(room.minutes) == ()


def test_a_translation_with_the_name_goes_also_where_a_person_wrote_the_original(network: Network) -> None:
    room = Room(network, "welcomed the report")
    text = Trilingual("The report was welcomed.").with_text(Language.FR, "Le MAROC accueille le rapport.")
    room.book.write(room.paragraph("a").key, text.with_text(Language.ES, "Se acoge el informe."))
    room.desk.sittings.attribute("a", UNATTRIBUTED)
    told = room.paragraph("a").text
    assert (told.en, told.fr, told.es) == ("The report was welcomed.", "", "Se acoge el informe.")


def test_an_outdated_translation_stays_outdated_where_the_name_is_taken_out(network: Network) -> None:
    room = Room(network, "asked what the cost is")
    own = room.paragraph("a")
    text = own.text.with_text(Language.FR, "La délégation du Maroc demande quel est le coût.")
    text = text.with_text(Language.ES, "Se pregunta cuál es el costo de la interpretación.").with_review(Language.ES)
    room.book.write(own.key, text)
    room.book.circulate(room.minutes, SENT)
    words = "The representative of Morocco asked what the cost of interpretation is."
    room.book.requests.accept(room.ask("a", words), AFTER)
    room.book.write(own.key, room.paragraph("a").text.with_review(Language.ES))
    assert room.paragraph("a").text.state(Language.FR) is TextState.OUTDATED
    room.desk.sittings.attribute("a", UNATTRIBUTED)
    told = room.paragraph("a").text
    assert told.en == "A delegation asked what the cost of interpretation is."
    assert (told.fr, told.state(Language.FR)) == ("Une délégation demande quel est le coût.", TextState.OUTDATED)
    assert told.state(Language.ES) is TextState.REVIEWED, "it says what the original says, and never had the name"
    (offer,) = room.book.offers(room.minutes)
    room.book.decline(room.minutes, offer)
    assert room.paragraph("a").text.state(Language.FR) is TextState.OUTDATED


def test_words_of_the_facts_in_the_place_of_a_translation_do_not_pass_for_one_of_what_a_person_wrote(
    network: Network,
) -> None:
    room = Room(network, "")
    own = room.paragraph("a")
    text = own.text.with_text(Language.EN, "The representative of Morocco made a statement on the cost.")
    room.book.write(own.key, text.with_text(Language.FR, "Déclaration du Maroc sur le coût."))
    room.desk.sittings.attribute("a", UNATTRIBUTED)
    told = room.paragraph("a").text
    assert (told.en, told.fr) == ("A delegation made a statement on the cost.", "Une délégation fait une intervention.")
    assert told.state(Language.FR) is TextState.OUTDATED


def test_a_name_that_is_not_to_be_told_is_not_written_down_as_a_request_nor_said_beside_one(network: Network) -> None:
    """It was recorded without a word, and the request then told who had spoken."""
    room = Room(network, "welcomed the report")
    room.book.circulate(room.minutes, SENT)
    room.desk.sittings.attribute("a", UNATTRIBUTED)
    for words in ("The representative of Morocco spoke.", "The Kingdom of Morocco welcomed the report."):
        with pytest.raises(Refusal, match=r"nothing was recorded\. Write down what is asked for without the name"):
            room.ask("a", words, state="GHA")
    assert room.book.requests.of(room.minutes) == ()
    room.ask("a", "A delegation spoke.", state="GHA")
    (asked,) = room.book.requests.of(room.minutes)
    assert [one.said_in(catalog(Language.EN)) for one in asked.flags] == [
        "Not its own statement: the paragraph reports another speaker."
    ]
    assert not asked.kept_back
    row = CorrectionRequest(
        "", room.minutes, ASKED, paragraph=room.paragraph("a").key, state="GHA", text="Morocco spoke.", note="Le Maroc"
    )
    (kept,) = room.book.requests.record_all(room.minutes, [row])
    found = {one.request.key: one.kept_back for one in room.book.requests.of(room.minutes)}
    assert found == {asked.request.key: False, kept.key: True}, "what a member’s file says is kept as it came"
    room.book.requests.record(replace(kept, received_on=AFTER))


@pytest.mark.parametrize("way", ["put back", "take"])
def test_a_translation_of_the_text_without_the_name_stays_beside_the_text_of_the_facts(
    network: Network, way: str
) -> None:
    """It was thrown away unsaid, and what was taken was offered once more."""
    room = Room(network, "welcomed the report")
    named = Trilingual("The representative of Morocco welcomed the report, which should be shorter.")
    room.book.write(room.paragraph("a").key, named.with_text(Language.FR, "La délégation marocaine le salue."))
    room.desk.sittings.attribute("a", UNATTRIBUTED)
    own = room.paragraph("a")
    assert own.text.en == "A delegation welcomed the report, which should be shorter."
    french = "Une délégation se félicite du rapport, qui devrait être plus court."
    room.book.write(own.key, replace(own.text, es="La delegación marroquí.").with_text(Language.FR, french))
    (offer,) = room.book.offers(room.minutes)
    if way == "take":
        room.book.take(room.minutes, offer)
    else:
        room.book.put_back(own.key)
    told = room.paragraph("a").text
    assert (told.en, told.fr, told.es) == ("A delegation welcomed the report.", french, "")
    assert told.state(Language.FR) is TextState.OUTDATED
    assert room.book.offers(room.minutes) == (), "it stands already"


def test_what_a_person_wrote_before_is_decided_on_before_minutes_leave(network: Network) -> None:
    room = Room(network, "welcomed the report")
    room.book.write(room.paragraph("a").key, Trilingual("The report was welcomed by the Kingdom."))
    room.desk.sittings.attribute("a", UNATTRIBUTED)
    number = 1 + [one.slot for one in room.book.paragraphs(room.minutes)].index("intervention:a")
    with pytest.raises(Refusal) as refused:
        room.book.circulate(room.minutes, SENT)
    assert f"written before: {number}." in refused.value.said_in(catalog(Language.EN))
    (offer,) = room.book.offers(room.minutes)
    room.book.decline(room.minutes, offer)
    room.book.circulate(room.minutes, SENT)
    with pytest.raises(Refusal, match="name a speaker whom the minutes are not to name"):
        room.book.write(room.paragraph("a").key, Trilingual("The report was welcomed by Morocco."))
    room.held(room.paragraph("a"), Trilingual("The report was welcomed by Morocco."))
    with pytest.raises(Refusal, match="Speakers asked not to be named"):
        room.book.approve(room.minutes, AFTER)
    room.book.put_back(room.paragraph("a").key)
    assert room.paragraph("a").text.en == "A delegation welcomed the report."
    room.book.approve(room.minutes, AFTER)


def test_an_offer_that_was_shown_before_is_neither_taken_nor_kept_back(network: Network) -> None:
    room = Room(network, "welcomed the report")
    room.book.write(room.paragraph("a").key, Trilingual("The report was welcomed."))
    room.say("a", "MAR", "welcomed zorblax")
    (offer,) = room.book.offers(room.minutes)
    room.desk.sittings.attribute("a", UNATTRIBUTED)
    for act in (room.book.take, room.book.decline):
        with pytest.raises(Refusal, match="have changed since this text was offered"):
            act(room.minutes, offer)
    (now,) = room.book.offers(room.minutes)
    room.book.take(room.minutes, now)
    assert room.said() == ["A delegation welcomed zorblax."]


def test_a_paragraph_that_was_removed_comes_back_without_the_name(network: Network) -> None:
    room = Room(network, "welcomed the report")
    room.book.remove(room.paragraph("a").key)
    room.desk.sittings.attribute("a", UNATTRIBUTED)
    assert room.said() == []
    room.book.put_back(room.paragraph("a").key)
    assert room.said() == ["A delegation welcomed the report."]


def test_no_revision_brings_back_what_is_off_the_record_or_the_name(network: Network) -> None:
    room = Room(network, "welcomed zorblax", "thanked the Chair", "asked a question")
    before = {key: room.paragraph(key) for key in "abc"}
    room.desk.sittings.attribute("a", OFF)
    room.desk.sittings.attribute("b", UNATTRIBUTED)
    said = room.said()
    with pytest.raises(Refusal, match="report what is off the record"):
        room.book.revisions.restore(before["a"])
    with pytest.raises(Refusal, match="name a speaker whom the minutes are not to name"):
        room.book.revisions.restore(before["b"])
    room.book.write(before["c"].key, Trilingual("Mine."))
    room.book.revisions.restore(before["c"])
    assert room.said() == said


JOINED = "Statements were made by the representatives of Morocco, Ghana and Paraguay."
WRITTEN = Trilingual("Statements were made by Morocco, by Ghana, which announced workshops, and by Paraguay.")


@pytest.mark.parametrize("circulated", [False, True])
def test_joined_statements_part_and_come_together_again(network: Network, circulated: bool) -> None:
    room = Room(network, "", "", "")
    assert room.said() == [JOINED]
    if circulated:
        room.book.circulate(room.minutes, SENT)
    kept = room.paragraph("a").key
    room.desk.sittings.attribute("b", UNATTRIBUTED)
    parted = [
        "The representative of Morocco made a statement.",
        "A delegation made a statement.",
        "The representative of Paraguay made a statement.",
    ]
    assert room.said() == parted
    room.desk.sittings.attribute("b", OFF)
    assert "Ghana" not in repr(room.said())
    assert "Morocco" in repr(room.said())
    room.desk.sittings.attribute("b", NAMED)
    assert room.book.draft(room.meeting.key) == () or circulated
    if not circulated:
        assert room.said() == [JOINED]
        assert room.paragraph("a").key == kept
    undo.undo(room.desk.store)
    if not circulated:
        undo.undo(room.desk.store)
    with room.desk.store.read() as session:
        assert not verify(session).faults


@pytest.mark.parametrize("circulated", [False, True])
@pytest.mark.parametrize(("off", "rest"), [("a", ("Ghana", "Paraguay")), ("b", ("Morocco", "Paraguay"))])
def test_one_of_several_speakers_goes_off_the_record_and_the_others_stay(
    network: Network, off: str, rest: tuple[str, str], circulated: bool
) -> None:
    room = Room(network, "", "", "")
    if circulated:
        room.book.circulate(room.minutes, SENT)
    room.book.write(room.paragraph("a").key, WRITTEN)
    request = room.ask("a", "Other words.")
    room.desk.sittings.attribute(off, OFF)
    first, second = rest
    assert room.said() == [f"Statements were made by the representatives of {first} and {second}."]
    with pytest.raises(Refusal, match="off the record"):
        room.book.revisions.restore(replace(_only(room), text=WRITTEN, tells=("a", "b", "c")))
    room.book.requests.decline(request, AFTER, "No.")


def _only(room: Room) -> MinutesParagraph:
    (found,) = [one for one in room.book.paragraphs(room.minutes) if one.item == room.item.key]
    return found


def test_joined_statements_of_a_register_of_before_part_too(network: Network) -> None:
    room = Room(network, "", "")
    with room.desk.store.write("as before") as session:
        for one in PARAGRAPHS.all(session):
            PARAGRAPHS.save(session, replace(one, tells=()))
    room.book.write(room.paragraph("a").key, Trilingual("Morocco and Ghana spoke."))
    room.desk.sittings.attribute("b", OFF)
    assert room.said() == ["The representative of Morocco made a statement."]


def test_other_paragraphs_of_circulated_minutes_stay_as_they_were_sent(network: Network) -> None:
    room = Room(network, "welcomed the report", "thanked the Chair")
    room.book.circulate(room.minutes, SENT)
    room.say("b", "GHA", "rejected everything")
    room.desk.sittings.attribute("a", UNATTRIBUTED)
    assert room.said() == ["A delegation welcomed the report.", "The representative of Ghana thanked the Chair."]
    assert [one.slot for one in room.book.offers(room.minutes)] == ["intervention:b"]


def test_words_that_are_asked_for_name_nobody_who_is_not_named(network: Network) -> None:
    room = Room(network, "welcomed the report")
    room.book.circulate(room.minutes, SENT)
    request = room.ask("a", "The Kingdom of Morocco welcomed zorblax.")
    room.desk.sittings.attribute("a", UNATTRIBUTED)
    with pytest.raises(Refusal, match="name a speaker"):
        room.book.requests.accept(request, AFTER)
    assert search(room.desk.store, room.desk.states, "Morocco delegation") == ()
    assert search(room.desk.store, room.desk.states, "zorblax") == ()
    room.book.requests.accept_otherwise(request, AFTER, "A delegation welcomed zorblax.")
    assert room.said() == ["A delegation welcomed zorblax."]


def test_a_correction_of_one_of_several_speakers_is_of_its_own_statement(network: Network) -> None:
    room = Room(network, "", "")
    room.book.circulate(room.minutes, SENT)
    room.ask("a", "Ghana asked a question.", "GHA")
    room.ask("a", "Ghana asked a question.", "PRY")
    flags = {
        one.request.state: [flag.said_in(catalog(Language.EN)) for flag in one.flags]
        for one in room.book.requests.of(room.minutes)
    }
    assert flags["GHA"] == []
    (flag,) = flags["PRY"]
    assert "Morocco" in flag
    assert "Ghana" in flag


def test_who_is_not_named_does_not_become_the_author_of_an_act(network: Network) -> None:
    room = Room(network, "welcomed the report")
    room.desk.sittings.attribute("a", UNATTRIBUTED)
    with pytest.raises(Refusal, match="cannot be told without its author"):
        room.say("a", "MAR", "objected", InterventionKind.POINT_OF_ORDER)
    room.say("a", "MAR", "regretted the report", InterventionKind.RIGHT_OF_REPLY)
    (heard,) = room.desk.sittings.interventions(room.meeting.key)
    assert (heard.kind, heard.attribution) == (InterventionKind.RIGHT_OF_REPLY, UNATTRIBUTED)


def test_no_memory_offers_the_name_of_a_guest_who_is_not_named(network: Network) -> None:
    from nmirf_desktop.services.memory import TranslationMemory

    room = Room(network)
    guest = Trilingual("The Quuxfoundation of Rabat").with_text(Language.FR, "La Fondation Quux de Rabat")
    heard = Intervention("g", room.meeting.key, room.item.key, room.desk.clock.at, body=guest, note="spoke")
    room.desk.sittings.note(heard)
    memory = TranslationMemory(room.desk.store)
    assert memory.search(guest.en, Language.EN, Language.FR)
    room.desk.sittings.attribute("g", UNATTRIBUTED)
    assert memory.search(guest.en, Language.EN, Language.FR) == ()


# ---- what leaves, and what comes back ----


def test_circulation_puts_right_first_what_nobody_wrote(network: Network) -> None:
    room = Room(network, "welcomed the report")
    room.desk.sittings.attribute("a", UNATTRIBUTED)
    room.say("a", "MAR", "supported the report")
    assert room.book.offers(room.minutes) == ()
    room.book.check_circulation(room.minutes, SENT)
    room.book.circulate(room.minutes, SENT)
    assert room.said() == ["A delegation supported the report."]


def test_a_fact_that_moves_after_the_speaker_asked_does_not_keep_minutes_from_approval(network: Network) -> None:
    room = Room(network, "welcomed the report")
    room.desk.sittings.attribute("a", UNATTRIBUTED)
    room.book.circulate(room.minutes, SENT)
    room.say("a", "MAR", "supported the report")
    assert len(room.book.offers(room.minutes)) == 1
    room.book.approve(room.minutes, AFTER)
    assert room.said() == ["A delegation welcomed the report."]


def test_off_the_record_does_not_come_back_when_the_intervention_is_taken_back(network: Network) -> None:
    room = Room(network, "welcomed zorblax one")
    room.book.circulate(room.minutes, SENT)
    old, request = room.paragraph("a"), room.ask("a", "Morocco said zorblax three.")
    room.desk.sittings.attribute("a", OFF)
    room.desk.sittings.forget("a")
    with pytest.raises(Refusal, match="report what is off the record"):
        room.book.revisions.restore(old)
    with pytest.raises(Refusal, match="report what is off the record"):
        room.book.requests.accept_otherwise(request, AFTER, "Morocco said zorblax three.")
    with pytest.raises(Refusal, match="report what is off the record"):
        room.book.write(old.key, old.text)
    assert room.said() == []


def test_a_name_does_not_leave_when_the_intervention_is_taken_back(network: Network) -> None:
    room = Room(network, "welcomed the report")
    room.desk.sittings.attribute("a", UNATTRIBUTED)
    room.held(room.paragraph("a"), Trilingual("Morocco welcomed the report."))
    room.desk.sittings.forget("a")
    with pytest.raises(Refusal, match="Speakers asked not to be named"):
        room.book.circulate(room.minutes, SENT)
    room.book.write(room.paragraph("a").key, Trilingual("The report was welcomed."))
    room.book.put_back(room.paragraph("a").key)
    assert room.said() == ["A delegation welcomed the report."]
    room.book.circulate(room.minutes, SENT)


def test_a_name_that_stands_in_two_languages_goes_from_one_after_the_other(network: Network) -> None:
    room = Room(network, "welcomed the report")
    room.desk.sittings.attribute("a", UNATTRIBUTED)
    named = Trilingual("Morocco welcomed it.", "Le Maroc le salue.")
    room.held(room.paragraph("a"), named)
    room.book.write(room.paragraph("a").key, named.with_text(Language.EN, "It was welcomed."))
    with pytest.raises(Refusal, match="name a speaker"):
        room.book.write(room.paragraph("a").key, room.paragraph("a").text.with_text(Language.EN, "Morocco did."))
    room.book.write(room.paragraph("a").key, room.paragraph("a").text.with_text(Language.FR, "Il est salué."))
    room.book.circulate(room.minutes, SENT)


def test_no_file_of_minutes_leaves_where_circulation_is_refused(network: Network, tmp_path: Path) -> None:
    room = Room(network, "welcomed the report")
    room.book.write(room.paragraph("a").key, Trilingual("The report was welcomed by the Kingdom."))
    room.desk.sittings.attribute("a", UNATTRIBUTED)
    store, states = room.desk.store, room.desk.states
    papers, files = Papers(store, states, LATER), MinutesFiles(store, states, LATER)
    request, folder = Request(DocumentKind.MINUTES, room.meeting.key, SEPARATE), tmp_path / "out"
    folder.mkdir()
    for leave in (
        lambda: papers.export(request, folder),
        lambda: papers.issue(request, AFTER),
        lambda: files.unsettled(request),
        lambda: files.export(request, folder),
        lambda: room.book.check_circulation(room.minutes, SENT),
    ):
        with pytest.raises(Refusal, match="Speakers asked not to be named"):
            leave()
    assert not list(folder.iterdir())
    assert papers.issued() == ()
    assert len(papers.upcoming(request)) == len(papers.preview(request)) == 3
    (offer,) = room.book.offers(room.minutes)
    room.book.take(room.minutes, offer)
    assert len(files.export(request, folder)) == len(papers.export(request, folder)) == 3


# ---- what was accepted as a correction ----


def test_an_accepted_correction_stays_without_the_name_of_who_asked_not_to_be_named(network: Network) -> None:
    room = Room(network, "asked whether observers pay a fee")
    room.book.circulate(room.minutes, SENT)
    words = "The representative of Morocco asked whether observers pay an annual contribution."
    room.book.requests.accept(room.ask("a", words), AFTER)
    text = room.paragraph("a").text.with_text(Language.FR, "La délégation du Maroc demande si l’on paie.")
    room.book.write(room.paragraph("a").key, text.with_text(Language.ES, "Se pregunta si Marruecos paga."))
    room.desk.sittings.attribute("a", UNATTRIBUTED)
    told = room.paragraph("a").text
    assert told.en == "A delegation asked whether observers pay an annual contribution."
    assert (told.fr, told.es) == ("Une délégation demande si l’on paie.", "")
    (asked,) = room.book.requests.of(room.minutes)
    assert (asked.flags, room.book.requests.gone_with("a")) == ((), 0)
    with pytest.raises(Refusal, match="Speakers asked not to be named"):
        room.book.approve(room.minutes, AFTER)
    (offer,) = room.book.offers(room.minutes)
    room.book.decline(room.minutes, offer)
    room.book.approve(room.minutes, AFTER)
    assert room.said() == [told.en]


@pytest.mark.parametrize(
    "words",
    [
        "The fee, said the delegation of Morocco, is a contribution.",
        "The representative of Morocco asked a question, as Morocco had done before.",
    ],
)
def test_an_accepted_correction_that_goes_with_the_name_is_told_beside_its_request(
    network: Network, words: str
) -> None:
    room = Room(network, "asked whether observers pay a fee")
    room.book.circulate(room.minutes, SENT)
    room.book.requests.accept(room.ask("a", words), AFTER)
    assert room.book.requests.gone_with("a") == 0
    room.desk.sittings.attribute("a", UNATTRIBUTED)
    assert room.said() == ["A delegation asked whether observers pay a fee."]
    (asked,) = room.book.requests.of(room.minutes)
    (flag,) = asked.flags
    assert flag.said_in(catalog(Language.EN)).startswith("What was accepted is not in the paragraph any more")
    assert room.book.requests.gone_with("a") == 1
    room.book.write(room.paragraph("a").key, Trilingual("A delegation asked what the fee is."))
    (asked,) = room.book.requests.of(room.minutes)
    assert asked.flags == ()
    room.desk.sittings.attribute("a", OFF)
    assert room.book.requests.gone_with("a") == 1


def test_the_name_of_a_state_is_no_part_of_another_name_that_begins_a_sentence(network: Network) -> None:
    room = Room(network, "welcomed the report")
    room.book.write(room.paragraph("a").key, Trilingual("The representative of Moroccoland spoke; Morocco did not."))
    room.desk.sittings.attribute("a", UNATTRIBUTED)
    assert room.said() == ["A delegation welcomed the report."]
