"""The record of decisions: read, put right, adopted before closure, and fixed from then on."""

import datetime
from dataclasses import replace

import pytest

from nmirf_desktop.domain.actions import ActionState, FollowUpAction
from nmirf_desktop.domain.agenda import AgendaItem, Purpose
from nmirf_desktop.domain.blocks import DecisionBlock
from nmirf_desktop.domain.decision_records import lacking_adoption, not_adopted, notes_of, to_conform, while_read
from nmirf_desktop.domain.drafting import draft
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.minutes import Section
from nmirf_desktop.domain.own_items import item_of_record
from nmirf_desktop.domain.practices import Option, Question
from nmirf_desktop.domain.records_kept import RelationKind
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.sittings import PresenceKind
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.voting import Act, Answer, Decision, Mode
from nmirf_desktop.domain.wordings import rectified
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.actions import Actions
from nmirf_desktop.services.ballots import Ballots
from nmirf_desktop.services.decision_records import DecisionRecords
from nmirf_desktop.services.decision_register import DecisionRegister
from nmirf_desktop.services.elections import Elections, NewElection, Nominee
from nmirf_desktop.services.follow_ups import FollowUps
from nmirf_desktop.services.minutes import MinuteBook
from nmirf_desktop.services.practices import PracticeChoices
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.voting import Cast
from nmirf_desktop.storage import undo
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.verification import verify
from tests.registers import MEMBERS, OPENS, Desk, said
from tests.services.test_amendments import Network as InTheRoom
from tests.services.test_corrected_texts import by_vote


@pytest.fixture
def records(network: InTheRoom) -> DecisionRecords:
    """The records of a register in which a sitting is open."""
    desk, meeting, _ = network
    desk.sittings.open(desk.sittings.all(meeting.key)[0].key)
    desk.clock.forward(30)
    return DecisionRecords(desk.store, desk.states, desk.clock)


def decided(network: InTheRoom, title: str = "Training", text: Trilingual | None = None) -> Decision:
    """A decision by consensus, a minute later."""
    desk, meeting, item = network
    desk.sittings.record(meeting.key, MEMBERS, PresenceKind.ARRIVED)
    desk.clock.forward()
    put = desk.proposals.propose(meeting.key, item.key, said(title), text or said(f"Decides on {title}."))
    decision = desk.proposals.adopt_by_consensus(put.key)
    desk.clock.forward()
    return decision


def again(desk: Desk, decision: Decision) -> Decision:
    """A decision as the register holds it now."""
    return next(one for one in desk.proposals.decisions() if one.key == decision.key)


def test_the_record_is_adopted_once_and_the_minutes_say_so(network: InTheRoom, records: DecisionRecords) -> None:
    desk, meeting, item = network
    decided(network)
    assert records.file(meeting.key).to_adopt
    adoption = records.adopt(meeting.key, item.key)
    file = records.file(meeting.key)
    assert file.adoption == adoption
    assert not file.to_adopt
    with pytest.raises(Refusal, match="adopted already"):
        records.adopt(meeting.key)
    told = {one.slot: one for one in draft(file.facts)}[f"record:{adoption.key}"]
    assert told.text.en == "The record of decisions was adopted."
    assert told.item == item.key
    assert not records.file(meeting.key).to_adopt
    with desk.store.read() as session:
        assert not verify(session).faults


def test_a_record_adopted_while_another_item_is_discussed_is_told_under_the_item_of_closure(
    network: InTheRoom, records: DecisionRecords
) -> None:
    """It stood under the item of the moment, and the Programme said that of closure was not dealt with."""
    desk, meeting, item = network
    closure = AgendaItem(
        key=new_key(), meeting=meeting.key, position=1, title=said("Closure of the meeting"), purpose=Purpose.CLOSURE
    )
    desk.agendas.add(closure)
    decided(network)
    records.adopt(meeting.key, item.key)

    def place() -> tuple[Section, str | None]:
        (found,) = (one for one in draft(records.file(meeting.key).facts) if one.slot.startswith("record:"))
        return found.section, found.item

    def sentence() -> str:
        return next(one.text.en for one in draft(records.file(meeting.key).facts) if one.slot.startswith("record:"))

    assert place() == (Section.CLOSING, closure.key)
    assert sentence() == "During the consideration of agenda item 1, the record of decisions was adopted."
    desk.agendas.save(replace(item, title=said("Adoption of the record of decisions")))
    assert place() == (Section.ITEM, item.key), "an item that is named after the record is its own"
    assert sentence() == "The record of decisions was adopted."
    desk.agendas.save(replace(item, title=said("Other matters")))
    own = AgendaItem(key=new_key(), meeting=meeting.key, position=2, title=said("Adoption of the record of decisions"))
    desk.agendas.add(own)
    assert place() == (Section.ITEM, own.key), "wherever the meeting stood when it was adopted"


def test_the_item_for_the_record_is_that_under_which_the_minutes_tell_its_adoption(
    network: InTheRoom, records: DecisionRecords
) -> None:
    """At an item named after the record the room was sent to that of closure, where the minutes did not tell it."""
    desk, meeting, item = network
    closure = AgendaItem(
        key=new_key(), meeting=meeting.key, position=1, title=said("Closure of the meeting"), purpose=Purpose.CLOSURE
    )
    other = AgendaItem(
        key=new_key(), meeting=meeting.key, position=2, title=said("Other matters"), purpose=Purpose.OTHER
    )
    for one in (closure, other):
        desk.agendas.add(one)

    def own(here: str) -> str | None:
        found = item_of_record(desk.agendas.items(meeting.key), here)
        return found.item.key if found is not None else None

    assert [own(one) for one in (closure.key, other.key)] == [None, closure.key]
    desk.agendas.save(replace(item, title=said("Adoption of the record of decisions")))
    assert [own(one) for one in (item.key, closure.key, other.key)] == [None, item.key, item.key]
    decided(network)
    records.adopt(meeting.key, other.key)
    (told,) = (one for one in draft(records.file(meeting.key).facts) if one.slot.startswith("record:"))
    assert (told.section, told.item) == (Section.ITEM, item.key), "recorded elsewhere, too"


def test_a_record_adopted_by_a_slip_is_taken_back_while_that_is_the_last_step(
    network: InTheRoom, records: DecisionRecords
) -> None:
    """It had no way back at all."""
    desk, meeting, item = network
    decision = decided(network)
    records.adopt(meeting.key, item.key)
    assert undo.undo(desk.store) == "adopt the record of decisions"
    assert records.file(meeting.key).adoption is None
    records.put_right(decision.key, said("Training of mechanisms"), decision.text)
    with pytest.raises(Refusal, match="nothing to redo"):
        undo.redo(desk.store)
    undo.undo(desk.store)
    with pytest.raises(Refusal, match="nothing to undo"):
        undo.undo(desk.store)
    assert again(desk, decision) == decision, "what was announced before it stays"
    records.adopt(meeting.key, item.key)
    desk.clock.forward()
    desk.sittings.next(meeting.key)
    undo.undo(desk.store)
    with pytest.raises(Refusal, match="nothing to undo"):
        undo.undo(desk.store)
    assert records.file(meeting.key).adoption is not None, "the sitting was closed on it"
    with desk.store.read() as session:
        assert not verify(session).faults


def test_nothing_decided_gives_no_record(network: InTheRoom, records: DecisionRecords) -> None:
    with pytest.raises(Refusal, match="no record"):
        records.adopt(network[1].key)


def test_a_record_is_adopted_in_a_sitting(network: InTheRoom) -> None:
    desk, meeting, _ = network
    decided(network)
    with pytest.raises(Refusal, match="No sitting"):
        DecisionRecords(desk.store, desk.states, desk.clock).adopt(meeting.key)


def test_no_record_is_adopted_while_a_vote_is_open(network: InTheRoom, records: DecisionRecords) -> None:
    from tests.services.test_amendments import on, table

    desk, meeting, _ = network
    decided(network)
    put = table(network)
    desk.proposals.note_objection(put.key)
    vote = desk.voting.open(on(network, put))
    with pytest.raises(Refusal, match=r"A vote is open.*Ctrl\+Shift\+B"):
        records.adopt(meeting.key)
    desk.voting.break_off(vote.key, "The room lost its power.")
    assert records.adopt(meeting.key).at == desk.clock()


def test_no_record_is_adopted_while_a_ballot_is_open(network: InTheRoom, records: DecisionRecords) -> None:
    desk, meeting, item = network
    decided(network)
    elections = Elections(desk.store, desk.states, desk.clock)
    nominees = tuple(Nominee(state) for state in ("PRY", "MAR", "PRT"))
    election = elections.open(NewElection(meeting.key, item.key, said("Election"), 2, nominees))
    Ballots(desk.store, desk.states, desk.clock).open(election.key)
    with pytest.raises(Refusal, match="ballot of an election is open"):
        records.adopt(meeting.key)
    elections.stop(election.key, "The room lost its power.")
    assert records.adopt(meeting.key).at == desk.clock()


def test_wording_put_right_while_reading_keeps_how_it_read(network: InTheRoom, records: DecisionRecords) -> None:
    desk, meeting, item = network
    decision = decided(network)
    better = decision.text.with_text(Language.EN, "Decides on training every year.")
    kept = records.put_right(decision.key, decision.title, better)
    assert (kept.text, kept.note) == (decision.text, "")
    assert again(desk, decision).text.en == "Decides on training every year."
    assert to_conform(again(desk, decision)) == (Language.FR, Language.ES)
    undo.undo(desk.store)
    assert again(desk, decision) == decision
    undo.redo(desk.store)
    records.adopt(meeting.key, item.key)
    told = [one.text.en for one in draft(records.file(meeting.key).facts) if one.slot.startswith("record:")]
    assert told == ["The record of decisions, as corrected while it was read, was adopted."]


def test_after_adoption_only_a_correction_with_a_note_changes_what_was_adopted(
    network: InTheRoom, records: DecisionRecords
) -> None:
    desk, meeting, _ = network
    decision = decided(network)
    records.adopt(meeting.key)
    put = desk.proposals.all(meeting.key)[0].proposal
    with pytest.raises(Refusal, match="it stands"):
        desk.proposals.reopen(put.key)
    with pytest.raises(Refusal, match="put right as a correction"):
        desk.proposals.conform(replace(put, text=put.text.with_text(Language.FR, "Autre")))
    wanted = decision.text.with_text(Language.FR, "Autre")
    with pytest.raises(Problem, match="say why"):
        records.put_right(decision.key, decision.title, wanted)
    desk.clock.forward()
    records.put_right(decision.key, decision.title, wanted, "A slip of the pen.")
    assert again(desk, decision).text.fr == "Autre"
    line = DecisionRegister(desk.store, desk.states).view(OPENS).lines[0]
    assert [one.note for one in line.wordings] == ["A slip of the pen."]
    assert not while_read(line.wordings[0], line.facts.record_adoptions)


AFTER_IT = "On 24 November 2026, after the record of decisions had been adopted, "
APRES = "Le 24\u00a0novembre 2026, après l’adoption du relevé des décisions, "
DESPUES = "El 24 de noviembre de 2026, después de aprobado el registro de decisiones, "
IN_FRENCH = Trilingual(fr="Décide de la formation.", source=Language.FR)


def told_of(records: DecisionRecords, meeting: Meeting, tongue: Language = Language.EN) -> str:
    """What the minutes say of the last adoption of the record."""
    drafted = [one.text for one in draft(records.file(meeting.key).facts) if one.slot.startswith("record:")]
    return drafted[-1][tongue]


def noted(records: DecisionRecords, meeting: Meeting, decision: Decision, tongue: Language = Language.EN) -> list[str]:
    """What stands small under a decision in the record."""
    facts = records.file(meeting.key).facts
    (now,) = (one for one in facts.decisions if one.key == decision.key)
    return [one.read(tongue).text for one in notes_of(now, facts)]


def in_english_and_spanish(text: Trilingual) -> Trilingual:
    """A text with translations that its French has lacked."""
    return text.with_text(Language.EN, "Decides on training.").with_text(Language.ES, "Decide sobre la formación.")


def test_translations_conformed_while_the_record_is_read_put_nothing_right(
    network: InTheRoom, records: DecisionRecords
) -> None:
    """Under the French text of a roll call stood that its wording had been rectified, and the minutes said so."""
    desk, meeting, item = network
    title = Trilingual(en="Training", fr="Formation", es="Formación", source=Language.FR)
    desk.sittings.record(meeting.key, MEMBERS, PresenceKind.ARRIVED)
    desk.clock.forward()
    put = desk.proposals.propose(meeting.key, item.key, title, IN_FRENCH)
    decision = desk.proposals.adopt_by_consensus(put.key)
    desk.clock.forward()
    assert to_conform(decision) == (Language.EN, Language.ES)
    now = again(desk, decision)
    title = now.title.with_text(Language.EN, "Training of mechanisms").with_text(Language.ES, "Formación de mecanismos")
    records.put_right(decision.key, title, in_english_and_spanish(now.text))
    assert to_conform(again(desk, decision)) == (), "they were conformed by that"
    records.adopt(meeting.key, item.key)
    assert [told_of(records, meeting, one) for one in Language] == [
        "The record of decisions was adopted.",
        "Le relevé des décisions est adopté.",
        "Queda aprobado el registro de decisiones.",
    ]
    assert [noted(records, meeting, decision, one) for one in Language] == [[], [], []]
    (line,) = DecisionRegister(desk.store, desk.states).view(OPENS).lines
    assert (len(line.wordings), rectified(line.decision, line.wordings)) == (1, False)
    assert line.wordings[0].text == decision.text, "how they read before is kept all the same"


def test_what_was_adopted_is_put_right_beside_translations_that_are_conformed(
    network: InTheRoom, records: DecisionRecords
) -> None:
    desk, meeting, item = network
    first = decided(network, text=IN_FRENCH)
    second = decided(network, "Hub", text=Trilingual(fr="Décide du pôle.", source=Language.FR))
    records.put_right(first.key, first.title, in_english_and_spanish(first.text))
    desk.clock.forward()
    better = second.text.with_text(Language.FR, "Décide du pôle commun.").with_text(Language.EN, "Decides on the hub.")
    records.put_right(second.key, second.title, better)
    assert to_conform(again(desk, second)) == (Language.ES,), "English was written with it, Spanish is still missing"
    records.adopt(meeting.key, item.key)
    assert told_of(records, meeting) == "The record of decisions, as corrected while it was read, was adopted."
    assert not any("put right" in one for one in noted(records, meeting, first))
    right, open_one = noted(records, meeting, second)
    assert right.startswith("Its wording was put right on 24 November 2026, while the record")
    assert open_one == "The Spanish version is still to be conformed to the text adopted."


def test_each_of_two_wordings_is_what_it_changed(network: InTheRoom, records: DecisionRecords) -> None:
    desk, meeting, item = network
    decision = decided(network, text=IN_FRENCH)
    records.put_right(decision.key, decision.title, in_english_and_spanish(decision.text))
    desk.clock.forward()
    records.adopt(meeting.key, item.key)
    desk.clock.forward()
    now = again(desk, decision)
    records.put_right(now.key, now.title, now.text.with_text(Language.FR, "Décide des formations."), "Slip")
    assert told_of(records, meeting) == "The record of decisions was adopted."
    right, _ = noted(records, meeting, decision)
    assert right == "Its wording was put right on 24 November 2026, after the record of decisions had been adopted."


def test_a_title_put_right_in_the_language_of_adoption_is_a_rectification(
    network: InTheRoom, records: DecisionRecords
) -> None:
    _, meeting, item = network
    decision = decided(network)
    records.put_right(decision.key, decision.title.with_text(Language.EN, "Trainings"), decision.text)
    records.adopt(meeting.key, item.key)
    assert told_of(records, meeting) == "The record of decisions, as corrected while it was read, was adopted."
    assert any("put right" in one for one in noted(records, meeting, decision))


def test_a_translation_put_right_after_the_adoption_is_named(network: InTheRoom, records: DecisionRecords) -> None:
    """The record that was adopted held it, so that its readers are told; the text adopted is the same."""
    desk, meeting, item = network
    decision = decided(network, text=Trilingual.final("Decides on training.", "Décide de tout.", "Decide todo."))
    records.adopt(meeting.key, item.key)
    desk.clock.forward()
    wanted = decision.text.with_text(Language.FR, "Décide.").with_text(Language.ES, "Decide.")
    records.put_right(decision.key, decision.title, wanted, "A slip of the pen.")
    assert {one: noted(records, meeting, decision, one) for one in Language} == {
        Language.EN: [AFTER_IT + "the French and Spanish versions were conformed to the text adopted."],
        Language.FR: [
            APRES + "les versions en français et en espagnol ont été mises en concordance avec le texte adopté."
        ],
        Language.ES: [
            DESPUES + "las versiones en francés y español se pusieron en concordancia con el texto aprobado."
        ],
    }


def test_a_translation_older_than_its_title_is_not_conformed_by_its_text(
    network: InTheRoom, records: DecisionRecords
) -> None:
    desk, _, _ = network
    decision = decided(network)
    records.put_right(decision.key, decision.title.with_text(Language.EN, "Training each year"), decision.text)
    now = again(desk, decision)
    records.put_right(now.key, now.title, now.text.with_text(Language.FR, "Décide de la formation."))
    assert to_conform(again(desk, decision)) == (Language.FR, Language.ES), "the French title is that of before"


def conformed_said(desk: Desk, meeting: Meeting, decision: Decision, tongue: Language) -> str:
    """What stands under a decision of its versions."""
    facts = MinuteBook(desk.store, desk.states).facts(meeting.key)
    return notes_of(decision, facts)[-1].read(tongue).text


def test_what_is_to_be_conformed_is_completed_after_the_adoption(network: InTheRoom, records: DecisionRecords) -> None:
    desk, meeting, _ = network
    decision = decided(network, text=Trilingual("Decides on training."))
    records.adopt(meeting.key)
    assert to_conform(decision) == (Language.FR, Language.ES)
    assert conformed_said(desk, meeting, decision, Language.FR) == (
        "Les versions en français et en espagnol restent à mettre en concordance avec le texte adopté."
    )
    put = desk.proposals.all(meeting.key)[0].proposal
    typed = replace(put, text=put.text.with_text(Language.FR, "Dé"))
    desk.proposals.conform(typed)
    typed = replace(typed, text=typed.text.with_text(Language.FR, "Décide de la formation."))
    desk.proposals.conform(typed)
    records.review(decision.key, [Language.FR])
    assert to_conform(again(desk, decision)) == (Language.ES,)
    for tongue, sentence in (
        (Language.EN, "The Spanish version is still to be conformed to the text adopted."),
        (Language.FR, "La version en espagnol reste à mettre en concordance avec le texte adopté."),
        (Language.ES, "La versión en español está pendiente de concordancia con el texto aprobado."),
    ):  # it read as if Spanish were what was adopted
        assert conformed_said(desk, meeting, again(desk, decision), tongue) == sentence
    put = desk.proposals.all(meeting.key)[0].proposal
    with pytest.raises(Refusal, match="put right as a correction"):
        desk.proposals.conform(replace(put, text=put.text.with_text(Language.FR, "Autre")))


def test_a_decision_after_the_record_is_in_a_second_one(network: InTheRoom, records: DecisionRecords) -> None:
    _, meeting, _ = network
    first = decided(network)
    records.adopt(meeting.key)
    second = decided(network, "Hub")
    file = records.file(meeting.key)
    assert file.since == (second.key,)
    assert file.to_adopt
    records.adopt(meeting.key, mode=Mode.VOTE)
    assert records.file(meeting.key).since == ()
    assert first.key != second.key


def test_a_meeting_closed_without_it_is_said(network: InTheRoom, records: DecisionRecords) -> None:
    desk, meeting, _ = network
    decision = decided(network)
    assert lacking_adoption(records.file(meeting.key).facts, OPENS) == ()
    desk.sittings.close(desk.sittings.all(meeting.key)[0].key)
    assert lacking_adoption(records.file(meeting.key).facts, OPENS) == (decision,)
    records.adopt(meeting.key)
    assert lacking_adoption(records.file(meeting.key).facts, OPENS) == ()


def test_decisions_recall_earlier_ones_and_let_go_when_taken_out(network: InTheRoom, records: DecisionRecords) -> None:
    desk, meeting, _ = network
    first, second = decided(network), decided(network, "Hub")
    with pytest.raises(Problem, match="earlier"):
        records.relate(first.key, RelationKind.REPLACES, second.key)
    relation = records.relate(second.key, RelationKind.REPLACES, first.key)
    with pytest.raises(Problem, match="already"):
        records.relate(second.key, RelationKind.REPLACES, first.key)
    facts = records.file(meeting.key).facts
    assert facts.relations == (relation,)
    assert facts.related == {first.key: "2026/1", second.key: "2026/2"}
    actions = Actions(desk.store, desk.clock)
    actions.record(FollowUpAction("", meeting.key, said("Report"), decision=second.key))
    records.put_right(second.key, second.title, second.text.with_text(Language.ES, "Otro"))
    desk.proposals.reopen(second.proposal)
    facts = records.file(meeting.key).facts
    assert facts.relations == ()
    assert facts.wordings == ()
    assert [one.decision for one in facts.actions] == [None]
    undo.undo(desk.store)
    assert records.file(meeting.key).facts.relations == (relation,)
    records.unrelate(relation.key)
    assert records.file(meeting.key).facts.relations == ()


def test_what_was_printed_done_or_chosen_by_a_decision_outlives_it(
    network: InTheRoom, records: DecisionRecords
) -> None:
    """A practice that was chosen by it kept a decision from being taken out, in an error of the database."""
    from nmirf_desktop.domain.issued import DocumentKind
    from nmirf_desktop.services.papers import Papers
    from nmirf_desktop.services.requests import Asked

    desk, meeting, item = network
    first, second = decided(network), decided(network, "Hub")
    follows = FollowUpAction("", meeting.key, said("Report"), item=item.key, decision=second.key)
    made = Actions(desk.store, desk.clock).record(follows)
    practices = PracticeChoices(desk.store)
    practices.choose(Question.QUORUM, Option.QUARTER_AND_MAJORITY, OPENS, "By the meeting.", second.key)
    papers = Papers(desk.store, desk.states, desk.clock)

    def asked(kind: DocumentKind, symbol: str | None, decision: str) -> Request:
        return papers.request(Asked(kind, symbol, decision, on=None if symbol else OPENS), OPENS)

    excerpt = asked(DocumentKind.DECISIONS, None, "2026/1, 2026/2")
    alone = asked(DocumentKind.DECISION, meeting.symbol, "2026/2")
    issued = (*papers.issue(excerpt, OPENS), *papers.issue(alone, OPENS))
    files = {one.key: papers.bytes_of(one) for one in issued}
    desk.proposals.reopen(second.proposal)
    (line,) = FollowUps(desk.store).lines(OPENS)
    assert (line.action.key, line.decision, line.place) == (made.key, None, line.place)
    assert line.place is not None, "the action is one of its item"
    (choice,) = practices.all()
    assert (choice.option, choice.decision) == (Option.QUARTER_AND_MAJORITY, None)
    assert {one.key: papers.bytes_of(one) for one in papers.issued()} == files
    (content,) = papers.contents(excerpt)
    assert "Training" in str(content.paper)
    assert "Hub" not in str(content.paper)
    with pytest.raises((Problem, Refusal)):
        papers.contents(alone)
    with pytest.raises(Problem, match="2026/2"):
        asked(DocumentKind.DECISIONS, None, "2026/1, 2026/2")
    with desk.store.read() as session:
        assert not verify(session).faults
    assert [one.name for one in DecisionRegister(desk.store, desk.states).view(OPENS).lines] == ["2026/1"]
    assert first.number == 1


def test_a_vote_put_right_takes_out_a_decision_with_all_that_hangs_on_it(
    network: InTheRoom, records: DecisionRecords
) -> None:
    from tests.services.test_amendments import table

    desk, _meeting, _ = network
    voted = by_vote(network, table(network), in_favour=5)
    decision = desk.proposals.decisions()[0]
    records.put_right(decision.key, decision.title, decision.text.with_text(Language.ES, "Otro"))
    desk.clock.forward()
    for place in range(2):
        desk.voting.cast(Cast(voted.key, voted.entitled[place], Answer.AGAINST, Act.REKEYED, reason="Mis-keyed."))
        desk.clock.forward()
    assert desk.proposals.decisions() == ()
    view = DecisionRegister(desk.store, desk.states).view(OPENS)
    assert view.lines == ()
    assert [one.name for one in view.not_used] == ["2026/1"]


def test_the_register_lists_decisions_with_actions_and_relations(network: InTheRoom, records: DecisionRecords) -> None:
    desk, meeting, item = network
    first, second = decided(network), decided(network, "Hub")
    records.relate(second.key, RelationKind.IMPLEMENTS, first.key)
    actions = Actions(desk.store, desk.clock)
    due = OPENS + datetime.timedelta(days=20)
    made = actions.record(FollowUpAction("", meeting.key, said("Report"), decision=first.key, due_on=due))
    view = DecisionRegister(desk.store, desk.states).view(OPENS)
    assert [(one.name, one.open_actions) for one in view.lines] == [("2026/2", 0), ("2026/1", 1)]
    assert view.years == (2026,)
    assert all(one.place is not None and one.place.item.key == item.key for one in view.lines)
    assert DecisionRegister(desk.store, desk.states).view(OPENS - datetime.timedelta(days=1)).lines == ()
    follow = FollowUps(desk.store)
    assert [(one.state, one.decision) for one in follow.lines(OPENS)] == [(ActionState.DUE_SOON, first)]
    assert follow.lines(due + datetime.timedelta(days=1))[0].state is ActionState.LATE
    actions.mark_done([made.key], OPENS, "Sent by e-mail.")
    done = follow.lines(OPENS)[0]
    assert (done.state, done.action.note) == (ActionState.DONE, "Sent by e-mail.")


def test_what_was_done_later_was_open_on_an_earlier_day(network: InTheRoom) -> None:
    desk, meeting, _ = network
    actions = Actions(desk.store, desk.clock)
    made = actions.record(FollowUpAction("", meeting.key, said("Report")))
    desk.clock.forward(60 * 24 * 3)
    actions.mark_done([made.key], OPENS + datetime.timedelta(days=3))
    assert FollowUps(desk.store).lines(OPENS)[0].state is ActionState.OPEN


def test_the_register_is_printed_by_year_and_as_an_excerpt(network: InTheRoom, records: DecisionRecords) -> None:
    from nmirf_desktop.domain.issued import DocumentKind
    from nmirf_desktop.domain.papers import RecordPaper
    from nmirf_desktop.services.papers import Papers
    from nmirf_desktop.services.requests import Asked

    desk, meeting, _ = network
    first, second, third = decided(network), decided(network, "Hub"), decided(network, "Partners")
    records.relate(third.key, RelationKind.REPLACES, first.key)
    records.adopt(meeting.key)
    papers = Papers(desk.store, desk.states, desk.clock)

    def printed(decision: str | None) -> tuple[str, str, list[str]]:
        (content,) = papers.contents(papers.request(Asked(DocumentKind.DECISIONS, None, decision, on=OPENS), OPENS))
        paper = content.paper
        assert isinstance(paper, RecordPaper)
        blocks = [one for section in paper.sections for one in section.blocks if isinstance(one, DecisionBlock)]
        return paper.title.en, paper.masthead.symbol, [one.name.en for one in blocks]

    assert printed("2026") == (
        "Register of decisions for 2026",
        "NMIRF/DEC/2026/2026",
        ["Decision 2026/1", "Decision 2026/2", "Decision 2026/3"],
    )
    assert printed("2026/1, 2026/3") == (
        "Excerpt from the register of decisions",
        "NMIRF/DEC/2026/2026.1-2026.3",
        ["Decision 2026/1", "Decision 2026/3"],
    )
    with pytest.raises(Problem, match="There is no decision of"):
        printed("2031")
    (content,) = papers.contents(papers.request(Asked(DocumentKind.DECISIONS, meeting.symbol), OPENS))
    record = content.paper
    assert isinstance(record, RecordPaper)
    assert (record.title.en, record.below.en) == ("Record of decisions", "as adopted on 24 November 2026")
    notes = [one.en for block in record.blocks if isinstance(block, DecisionBlock) for one in block.notes]
    assert notes == ["It is replaced by decision 2026/3.", "This decision replaces decision 2026/1."]
    assert second.number == 2
    assert content.cautions == ()


def test_an_open_record_is_a_caution_of_its_document(network: InTheRoom, records: DecisionRecords) -> None:
    desk, meeting, _ = network
    decided(network)
    desk.sittings.close(desk.sittings.all(meeting.key)[0].key)
    said_of = not_adopted(records.file(meeting.key).facts, OPENS)
    assert [one.said_in(catalog(Language.EN)) for one in said_of] == [
        "The last sitting of NMIRF/2026 was closed before its record of decisions was adopted: 2026/1."
    ]


def test_approved_minutes_keep_their_table_of_actions(network: InTheRoom, records: DecisionRecords) -> None:
    from nmirf_desktop.domain.blocks import DataTable
    from nmirf_desktop.domain.minutes import Circulation
    from nmirf_desktop.domain.minutes_papers import just_drafted, minutes_paper
    from nmirf_desktop.services.minutes import MinuteBook

    desk, meeting, item = network
    decision = decided(network)
    desk.sittings.close(desk.sittings.all(meeting.key)[0].key)
    actions = Actions(desk.store, desk.clock)
    due = OPENS + datetime.timedelta(days=90)
    first = actions.record(
        FollowUpAction("", meeting.key, said("Report"), said("Coordinator"), decision=decision.key, due_on=due)
    )
    desk.clock.forward(60 * 24 * 60)
    book = MinuteBook(desk.store, desk.states, desk.clock)
    book.draft(meeting.key)
    minutes = book.minutes(meeting.key)
    assert minutes is not None
    book.circulate(minutes.key, Circulation(OPENS, OPENS + datetime.timedelta(days=10)))
    approved = book.approve(minutes.key, OPENS + datetime.timedelta(days=20))
    actions.record(FollowUpAction("", meeting.key, said("Later"), item=item.key))
    actions.mark_done([first.key], OPENS + datetime.timedelta(days=30))
    with pytest.raises(Refusal, match="approved minutes tell"):
        actions.record(replace(first, title=said("Another")))
    with pytest.raises(Refusal, match="approved minutes tell"):
        actions.remove(first.key)
    facts = records.file(meeting.key).facts
    annex = minutes_paper(approved, just_drafted(facts), facts).annexes[-1]
    table = annex.blocks[0]
    assert isinstance(table, DataTable)
    assert [[cell.en for cell in row] for row in table.rows] == [
        ["Report", "Decision 2026/1", "Coordinator", "22 February 2027"]
    ]


def test_actions_stand_in_the_calendar_and_what_was_done_is_reported(network: InTheRoom) -> None:
    from nmirf_desktop.domain.known_matters import MatterKind
    from nmirf_desktop.services.calendars import Calendars
    from nmirf_desktop.services.known_matters import KnownMatters

    desk, meeting, _ = network
    actions = Actions(desk.store, desk.clock)
    due = OPENS + datetime.timedelta(days=30)
    made = actions.record(FollowUpAction("", meeting.key, said("Report"), said("Coordinator"), due_on=due))
    calendar = Calendars(desk.store).of(meeting.key, Language.EN).decode()
    assert "NMIRF/2026: Report" in calendar
    assert "20261224" in calendar
    opens = OPENS + datetime.timedelta(days=365)
    later = replace(meeting, key="later", symbol="NMIRF/2027", opens_on=opens, closes_on=opens, counts_for=2027)
    desk.meetings.save(later)
    known = KnownMatters(desk.store, desk.states, desk.clock)

    def told() -> list[tuple[MatterKind, str]]:
        wanted = (MatterKind.ACTION, MatterKind.DONE)
        return [(one.kind, one.text.en) for one in known.preview("later") if one.kind in wanted]

    follow_up = "Follow-up to NMIRF/2026. Responsible: Coordinator. Due on 24 December 2026."
    assert told() == [(MatterKind.ACTION, follow_up)]
    desk.clock.forward(60 * 24 * 20)
    actions.mark_done([made.key], OPENS + datetime.timedelta(days=20))
    assert told() == [(MatterKind.DONE, "Done on 14 December 2026, as NMIRF/2026 had asked: “Report”.")]
    known.place("later")
    assert told() == []
