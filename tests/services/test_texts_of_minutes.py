"""The texts of minutes, decisions and follow-up actions go to translators and come back as those of an agenda do."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from nmirf_desktop.domain.actions import FollowUpAction
from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.correction_requests import CorrectionRequest
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.minutes import Circulation
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.sittings import Attribution, Intervention, PresenceKind
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.domain.translations import Fate
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.actions import Actions
from nmirf_desktop.services.decision_records import DecisionRecords
from nmirf_desktop.services.document_texts import MeetingDocument
from nmirf_desktop.services.readiness import PlacedText
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.services.text_kinds import TextKind
from nmirf_desktop.services.texts import why_not
from nmirf_desktop.services.translations import Order, Preview, TableFormat
from nmirf_desktop.storage.minutes import PARAGRAPHS
from nmirf_desktop.storage.voting import DECISIONS
from tests.registers import MEMBERS, Desk, Hand, said
from tests.returned import fill, rows_of

Network = tuple[Desk, Meeting, AgendaItem]
LATER = Hand(datetime.datetime(2027, 2, 1, 12, tzinfo=datetime.UTC))
OUT, UNTIL, TODAY = datetime.date(2026, 12, 1), datetime.date(2026, 12, 15), LATER.at.date()
EN, FR, ES = Language
WORD = "zorblax"
GHANA = f"The representative of Ghana thanked the Chair for the {WORD}."


class House:
    """The secretariat some weeks after a meeting, at which Morocco, Ghana and a body spoke."""

    def __init__(self, network: Network, folder: Path) -> None:
        self.room, self.meeting, self.item = network
        self.desk, self.folder = Secretariat(self.room.store, LATER), folder
        self.book = self.desk.minutes
        room, key = self.room, self.meeting.key
        room.sittings.open(room.sittings.all(key)[0].key)
        room.sittings.record(key, MEMBERS, PresenceKind.ARRIVED)
        self.hear("a", state="MAR", note=f"welcomed the {WORD}")
        self.hear("b", state="GHA", note=f"thanked the Chair for the {WORD}")
        for one in ("c", "d"):
            self.hear(one, body=Trilingual("Quuxfoundation"), note="offered its help")
        proposal = room.proposals.propose(key, self.item.key, Trilingual("Exchanges"), Trilingual("Decides."))
        self.decision = room.proposals.adopt_by_consensus(proposal.key).key
        room.sittings.close(room.sittings.all(key)[0].key)
        Actions(room.store, room.clock).record(
            FollowUpAction("", key, Trilingual("Write to the bank"), Trilingual("Secretariat"), self.item.key)
        )
        self.book.draft(key)

    def hear(self, name: str, state: str | None = None, body: Trilingual = Trilingual(), note: str = "") -> None:
        """Somebody took the floor."""
        self.room.clock.forward(10)
        at, meeting = self.room.clock.at, self.meeting.key
        self.room.sittings.note(Intervention(name, meeting, self.item.key, at, state, body, note=note))

    def all(self, *kinds: TextKind) -> list[PlacedText]:
        """The texts of some kinds."""
        return [one for one in self.desk.readiness.texts(self.meeting.key) if one.kind in kinds]

    def of(self, slot: str) -> PlacedText:
        """The paragraph of a fact."""
        key = next(one.key for one in self.book.paragraphs(self.minutes) if one.slot == slot)
        return next(one for one in self.all(TextKind.MINUTES) if one.record == key)

    @property
    def minutes(self) -> str:
        """The key of the minutes."""
        found = self.book.minutes(self.meeting.key)
        assert found is not None
        return found.key

    def send(self, target: Language = FR) -> Path:
        """A table that left."""
        path = self.folder / "texts.docx"
        self.desk.translations.send(Order(self.meeting.key, target, TableFormat.DOCX), path, TODAY)
        return path

    def back(self, path: Path, texts: dict[str, str], approver: str = "") -> Preview:
        """What the table would do, filled in."""
        fill(path, texts)
        return self.desk.translations.preview(self.desk.translations.read(path), approver=approver)

    def approve(self) -> None:
        """The members had time to correct, and the minutes are approved."""
        self.book.circulate(self.minutes, Circulation(OUT, UNTIL))
        self.book.approve(self.minutes, UNTIL + datetime.timedelta(days=1))


@pytest.fixture
def house(network: Network, tmp_path: Path) -> House:
    return House(network, tmp_path)


def test_minutes_decisions_and_actions_are_texts_of_the_meeting_by_their_places(house: House) -> None:
    words = catalog(EN)
    paragraphs = house.all(TextKind.MINUTES)
    assert [one.record for one in paragraphs] == [one.key for one in house.book.paragraphs(house.minutes)]
    numbers = [one.where.said_in(words) for one in paragraphs]
    assert numbers == [f"Paragraph {number} of the minutes" for number in range(1, len(numbers) + 1)]
    others = house.all(TextKind.DECISION, TextKind.ACTION, TextKind.SPEAKER, TextKind.PROPOSAL)
    assert [one.where.said_in(words) for one in others] == [
        "Title of decision 2026/1", "Text of decision 2026/1", "Name of the speaker “Quuxfoundation”",
        "Follow-up action “Write to the bank”", "Who is responsible for a follow-up action: “Write to the bank”",
    ]  # fmt: skip
    assert {house.desk.texts.meeting_of(one.record) for one in (*paragraphs, *others)} == {house.meeting.key}


def test_a_reported_note_leaves_and_comes_back_into_its_language_with_what_it_was_made_from(house: House) -> None:
    before = house.of("intervention:b").text
    assert (before.en, before.fr, before.source) == (GHANA, "", EN)
    path = house.send()
    assert [GHANA, ""] in [row[3:5] for row in rows_of(path)]
    shown = house.back(path, {GHANA: "Le Ghana remercie la présidence."}, "Reviser")
    assert [one.fate for one in shown.lines if one.after.startswith("Le Ghana")] == [Fate.NEW]
    assert house.of("intervention:b").text == before, "a look changes nothing"
    house.desk.translations.record(shown, TODAY)
    text = house.of("intervention:b").text
    assert (text.en, text.fr, text.es, text.source) == (GHANA, "Le Ghana remercie la présidence.", "", EN)
    assert text.state(FR) is TextState.REVIEWED
    assert not any(one.written for one in house.book.paragraphs(house.minutes)), "its original is what was recorded"
    house.book.write(house.of("intervention:b").record, text.with_text(EN, "Ghana thanked."))
    assert house.of("intervention:b").text.state(FR) is TextState.OUTDATED
    again = house.desk.translations.preview(house.desk.translations.read(path), approver="Reviser")
    assert {one.fate for one in again.lines} == {Fate.UNCHANGED}


def test_a_decision_an_action_and_a_speaker_come_back_into_their_places(house: House) -> None:
    path = house.send()
    texts = {
        "Decides.": "Décide.", "Write to the bank": "Écrire à la banque", "Secretariat": "Secrétariat",
        "Quuxfoundation": "Fondation Quux",
    }  # fmt: skip
    house.desk.translations.record(house.back(path, texts), TODAY)
    (action,) = house.desk.actions.of(house.meeting.key)
    assert (action.title.fr, action.responsible.fr) == ("Écrire à la banque", "Secrétariat")
    with house.desk.store.read() as session:
        (decision,) = DECISIONS.all(session)
    assert (decision.text.en, decision.text.fr) == ("Decides.", "Décide.")
    bodies = [one.body for one in house.room.sittings.interventions(house.meeting.key) if one.body]
    assert [one.fr for one in bodies] == ["Fondation Quux"] * 2, "it is one body wherever it was heard"


def test_speech_off_the_record_goes_to_no_translator_and_who_is_not_named_only_without_the_name(house: House) -> None:
    house.room.sittings.attribute("a", Attribution.UNATTRIBUTED)
    (own,) = (one for one in house.book.paragraphs(house.minutes) if one.slot == "intervention:a")
    with house.desk.store.write("as before it was looked after") as session:
        PARAGRAPHS.save(session, replace(own, text=Trilingual("Morocco welcomed it.", "Le Maroc le salue.")))
    house.room.sittings.attribute("b", Attribution.OFF_THE_RECORD)
    for one in ("c", "d"):
        house.room.sittings.attribute(one, Attribution.UNATTRIBUTED)
    rows = "\n".join(map(str, rows_of(house.send(ES))))
    for untold in ("Morocco", "Maroc", "Ghana", "Quuxfoundation"):
        assert untold not in rows
    assert house.of("intervention:a").held is not None
    house.book.write(house.of("intervention:a").record, Trilingual("A delegation welcomed it."))
    assert "A delegation welcomed it." in str(rows_of(house.send(ES)))


def test_a_paragraph_off_the_record_that_an_older_register_still_has_stays_in_the_house(house: House) -> None:
    key = house.of("intervention:b").record
    (before,) = (one for one in house.book.paragraphs(house.minutes) if one.key == key)
    house.room.sittings.attribute("b", Attribution.OFF_THE_RECORD)
    with house.desk.store.write("as before it was looked after") as session:
        PARAGRAPHS.save(session, before)
    assert key not in {one.record for one in house.all(TextKind.MINUTES)}
    assert "Ghana" not in str(rows_of(house.send(ES)))


def test_approved_minutes_take_nothing_back_and_say_so_in_the_dry_run(house: House) -> None:
    spoken = house.of("intervention:b")
    house.book.write(spoken.record, spoken.text.with_text(FR, "Le Ghana a remercié."))
    path = house.send()
    before, action = house.of("intervention:b").text, house.all(TextKind.ACTION)[0]
    house.approve()
    shown = house.back(path, {GHANA: "Le Ghana remercie.", "Write to the bank": "Écrire à la banque"})
    approved = "These minutes were approved on 16 December 2026 and are no longer changed; a corrigendum is"
    wrong = {one.problem.said_in(catalog(EN)) for one in shown.lines if one.problem is not None}
    assert wrong == {
        f"{approved} a document of its own.",
        "The approved minutes tell this action: note that it was done, or record another one.",
    }
    with pytest.raises(Refusal):
        house.desk.translations.record(shown, TODAY)
    assert house.of("intervention:b").text == before
    for place in (house.of("intervention:b"), action):
        with pytest.raises(Refusal):
            house.desk.texts.write(place, place.text.with_text(FR, "Autre"))


def test_approved_minutes_wait_for_what_was_missing_alone_and_until_then_a_past_meeting_counts_them(
    house: House,
) -> None:
    noted = [one for one in house.all(TextKind.MINUTES) if one.counts]
    assert [one.text.en for one in noted if GHANA in one.text.en] == [GHANA]
    waiting = house.desk.readiness.waiting(TODAY)[house.meeting.key]
    assert waiting == 3 * len(noted)
    assert house.desk.texts.review_all(house.meeting.key, MeetingDocument.MINUTES, EN)
    assert house.desk.readiness.waiting(TODAY)[house.meeting.key] == 2 * len(noted)
    for one in noted:
        house.book.write(one.record, one.text.with_text(FR, "En français."))
    house.approve()
    assert house.desk.readiness.waiting(TODAY)[house.meeting.key] == len(noted)
    assert {one.still for one in house.all(TextKind.MINUTES) if one.counts} == {(ES,)}
    assert not any(one.counts for one in house.all(TextKind.ACTION))
    assert house.desk.texts.review_all(house.meeting.key, MeetingDocument.MINUTES, FR) == 0


def test_a_wording_that_the_adopted_record_settled_is_refused_in_the_dry_run(house: House) -> None:
    text = next(one for one in house.all(TextKind.DECISION) if one.field == "text")
    house.desk.texts.write(text, text.text.with_text(FR, "Décide."))
    path = house.send()
    records = DecisionRecords(house.desk.store, house.desk.states, LATER)
    records.review(house.decision, [FR])
    records.adopt(house.meeting.key)
    shown = house.back(path, {"Decides.": "Décide que."})
    (line,) = [one for one in shown.lines if one.problem is not None]
    assert line.problem is not None
    assert line.problem.said_in(catalog(EN)).startswith("The record of decisions with this decision was adopted")


def test_the_screen_of_texts_writes_no_name_that_is_not_to_be_told(house: House) -> None:
    house.room.sittings.attribute("a", Attribution.UNATTRIBUTED)
    place = house.of("intervention:a")
    named = place.text.with_text(FR, "Le Maroc le salue.")
    with house.desk.store.read() as session:
        said_before = why_not(session, place, named)
    with pytest.raises(Refusal) as refused:
        house.desk.texts.write(place, named)
    assert said_before is not None
    assert said_before.said_in(catalog(EN)) == refused.value.said_in(catalog(EN))
    assert said_before.said_in(catalog(EN)).startswith("These words name a speaker whom the minutes are not to name")
    assert house.of("intervention:a").text == place.text


def test_a_text_held_from_before_does_not_come_back_into_the_minutes(house: House) -> None:
    off, gone = house.of("intervention:a"), house.of("intervention:b")
    asked = CorrectionRequest("", house.minutes, OUT, EN, paragraph=off.record, state="MAR", text="Morocco agreed.")
    house.book.requests.record(asked)
    house.room.sittings.attribute("a", Attribution.OFF_THE_RECORD)
    house.book.remove(gone.record)
    for place, why in ((off, "report what is off the record"), (gone, "was taken back meanwhile")):
        with pytest.raises(Refusal, match=why):
            house.desk.texts.write(place, place.text.with_text(FR, "Texte."))
    assert not {off.record, gone.record} & {one.key for one in house.book.paragraphs(house.minutes)}


def test_names_of_speakers_stay_as_approved_minutes_have_them(house: House) -> None:
    assert [one.over for one in house.all(TextKind.SPEAKER)] == [False]
    house.approve()
    (speaker,) = house.all(TextKind.SPEAKER)
    assert speaker.over
    assert speaker.sealed is not None
    with pytest.raises(Refusal, match="were approved on"):
        house.desk.texts.write(speaker, Trilingual("Another body"))
    assert house.all(TextKind.SPEAKER)[0].text == speaker.text


def test_approved_minutes_settle_the_wording_of_a_decision_but_its_drafts_are_conformed_still(house: House) -> None:
    text = next(one for one in house.all(TextKind.DECISION) if one.field == "text")
    house.desk.texts.write(text, text.text.with_text(FR, "Décide."))
    DecisionRecords(house.desk.store, house.desk.states, LATER).review(house.decision, [FR])
    house.approve()
    text = next(one for one in house.all(TextKind.DECISION) if one.field == "text")
    with house.desk.store.read() as session:
        assert why_not(session, text, text.text.with_text(FR, "Décide que.")) is not None
    with pytest.raises(Refusal, match="put right by a corrigendum"):
        house.desk.texts.write(text, text.text.with_text(FR, "Décide que."))
    house.desk.texts.write(text, text.text.with_text(ES, "Decide."))
    now = next(one for one in house.all(TextKind.DECISION) if one.field == "text").text
    assert (now.fr, now.es) == ("Décide.", "Decide.")


def test_what_is_said_three_times_is_remembered(house: House) -> None:
    (action,) = house.all(TextKind.ACTION)[:1]
    house.desk.texts.write(action, said("Write to the bank at once"))
    (match, *_) = house.desk.memory.search("Write to the bank at once", EN, FR)
    assert match.text == "Write to the bank at once"
