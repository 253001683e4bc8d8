"""What is not settled in minutes is known before they are circulated, saved or approved; no older text goes out."""

from dataclasses import replace

import pytest

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.gaps_told import told_in_short, told_in_words
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.minutes import MinutesState
from nmirf_desktop.domain.minutes_comments import Side
from nmirf_desktop.domain.officers import Office, Officer
from nmirf_desktop.domain.paragraph_gaps import paragraph_gaps
from nmirf_desktop.domain.participants import Answer, Delegate
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.sittings import Attribution, Intervention
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.domain.unsettled import Unsettled
from nmirf_desktop.domain.waiting_texts import Waiting
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.decision_records import DecisionRecords
from nmirf_desktop.services.invitations import Invitation, Invitations
from nmirf_desktop.services.languages_told import told_language
from nmirf_desktop.services.minutes import MinuteBook
from nmirf_desktop.services.readiness import Readiness
from nmirf_desktop.services.texts import Texts
from nmirf_desktop.services.unsettled import Way
from nmirf_desktop.storage.store import Store
from tests.registers import Desk, said
from tests.services.test_decision_records import decided
from tests.services.test_minutes import SENT, begun, book, intervention, of

Network = tuple[Desk, Meeting, AgendaItem]
__all__ = ["book"]
EN = catalog(Language.EN)


def reworded(network: Network, note: str) -> None:
    desk, meeting, item = network
    desk.sittings.note(intervention(meeting, item, desk, note))


def test_circulated_minutes_say_what_was_recorded_last(network: Network, book: MinuteBook) -> None:
    _, meeting, _ = network
    key = begun(book, meeting)
    reworded(network, "supported the report")
    found = book.unsettled(meeting.key, Way.CIRCULATION)
    assert (found.brought, found.stale) == (1, ())
    assert book.circulate(key, SENT).state is MinutesState.CIRCULATED
    assert of(book, key, "intervention:said").text.en == "The representative of Morocco supported the report."
    assert book.offers(key) == ()


def test_what_a_person_wrote_is_circulated_and_its_offer_named_before(network: Network, book: MinuteBook) -> None:
    _, meeting, _ = network
    key = begun(book, meeting)
    said = of(book, key, "intervention:said")
    book.write(said.key, said.text.with_text(Language.EN, "Morocco spoke."))
    reworded(network, "supported the report")
    found = book.unsettled(meeting.key, Way.CIRCULATION)
    assert (found.brought, found.stale) == (0, (4,))
    assert next(found.sentences(EN)).startswith("What was recorded gives another text for paragraph 4, which stands")
    book.circulate(key, SENT)
    assert of(book, key, "intervention:said").text.en == "Morocco spoke."


def mistold(found: Unsettled) -> dict[str, Language]:
    return {one.said_in(EN): one.language for one in found.gaps if one.told is not None}


@pytest.mark.parametrize(
    ("note", "named"),
    [
        ("lamenta que el informe llegara tarde", "Paragraph 4 (its words are Spanish)"),
        ("apoya a Ghana y a sus amigos", "Paragraph 4 (its words are Spanish)"),
        ("insiste sur la participation des observateurs", "Paragraph 4 (its words are French)"),
        ("regretted that the report had come late", ""),
        ("quoted “que el informe llegara tarde es lamentable”", ""),
    ],
)
@pytest.mark.parametrize("way", list(Way))
def test_a_paragraph_of_another_language_than_it_is_said_to_be_is_named_before_it_leaves(
    network: Network, book: MinuteBook, note: str, named: str, way: Way
) -> None:
    _, meeting, _ = network
    begun(book, meeting)
    reworded(network, note)
    book.draft(meeting.key)
    found = book.unsettled(meeting.key, way)
    assert mistold(found) == ({named: Language.EN} if named else {})
    told = told_in_words([one for one in found.gaps if one.told is not None], EN)
    assert told.startswith("1 text is said to be in this language") is bool(named)


@pytest.mark.parametrize(
    ("note", "named"),
    [("welcomed the report", ""), ("salue le rapport et demande sa publication", "Paragraph 6 (its words are French)")],
)
def test_the_name_of_a_body_makes_no_paragraph_one_of_another_language(
    network: Network, book: MinuteBook, note: str, named: str
) -> None:
    desk, meeting, item = network
    forum = said("Forum des organisations de suivi des recommandations auprès des Nations Unies")
    heard = intervention(meeting, item, desk, note)
    begun(book, meeting)
    desk.sittings.note(replace(heard, key="heard", state=None, body=forum))
    book.draft(meeting.key)
    assert mistold(book.unsettled(meeting.key, Way.CIRCULATION)) == ({named: Language.EN} if named else {})


def test_a_note_whose_language_is_put_right_in_session_is_remarked_on_no_more(
    network: Network, book: MinuteBook
) -> None:
    desk, meeting, item = network
    key = begun(book, meeting)
    reworded(network, "lamenta que el informe llegara tarde")
    book.draft(meeting.key)
    assert mistold(book.unsettled(meeting.key, Way.CIRCULATION))
    wrong = intervention(meeting, item, desk, "lamenta que el informe llegara tarde")
    desk.sittings.note(replace(wrong, language=Language.ES))
    book.draft(meeting.key)
    assert mistold(book.unsettled(meeting.key, Way.CIRCULATION)) == {}
    assert of(book, key, "intervention:said").text.es.endswith(" lamenta que el informe llegara tarde.")


@pytest.mark.parametrize(
    ("note", "named"),
    [
        ("Database not updated", "“Database not updated.”"),
        ("supports the text. We have no host", "“We have no host.”"),
        ("supports the text. Database not updated. We have no host", "“Database not updated.” and 1 more passage"),
        ("supports the text", ""),
    ],
)
def test_a_note_that_reads_as_it_was_noted_is_named_until_it_is_written(
    network: Network, book: MinuteBook, note: str, named: str
) -> None:
    _, meeting, _ = network
    key = begun(book, meeting)
    reworded(network, note)
    book.draft(meeting.key)
    found = [one for one in book.unsettled(meeting.key, Way.CIRCULATION).gaps if one.as_noted]
    told = [f"Paragraph 4 (reads as it was noted: {named})"] if named else []
    assert [one.said_in(EN) for one in found] == told
    assert told_in_words(found, EN).startswith("1 paragraph reads as it was noted") is bool(named)
    if found:
        assert told_in_short(found, EN).endswith(" Paragraph 4")
        assert told_in_short(found, EN).startswith("1 paragraph reads as it was noted")
    paragraph = of(book, key, "intervention:said")
    book.write(paragraph.key, paragraph.text.with_text(Language.EN, "Morocco had nothing to say."))
    assert not [one for one in book.unsettled(meeting.key, Way.APPROVAL).gaps if one.as_noted]


def test_a_note_that_asks_not_to_be_recorded_is_named_before_minutes_leave(network: Network, book: MinuteBook) -> None:
    """It was printed word for word, its speaker named, and counted among what reads as noted at most."""
    desk, meeting, _ = network
    reworded(network, "off the record: the budget is not agreed at home")
    begun(book, meeting)
    found = book.unsettled(meeting.key, Way.CIRCULATION)
    assert found.silent == (4,)
    assert any(one.startswith("Paragraph 4 tells, with its speaker, a note") for one in found.sentences(EN))
    (heard,) = desk.sittings.interventions(meeting.key)
    desk.sittings.attribute(heard.key, Attribution.UNATTRIBUTED)
    assert book.unsettled(meeting.key, Way.CIRCULATION).silent == ()


def test_a_title_of_another_language_than_it_stands_under_is_named_before_minutes_leave(
    network: Network, book: MinuteBook
) -> None:
    desk, meeting, item = network
    begun(book, meeting)
    spanish = "Encuesta sobre las necesidades de formación de los miembros"
    title = Trilingual(en="Survey of the training that members need", fr=spanish, es=spanish)
    desk.proposals.propose(meeting.key, item.key, title, Trilingual(en="Decides."))
    named = mistold(book.unsettled(meeting.key, Way.CIRCULATION))
    assert named == {"Draft decision L.1: title (its words are Spanish)": Language.FR}


def test_circulation_and_what_it_brings_are_one_entry(network: Network, book: MinuteBook) -> None:
    desk, meeting, _ = network
    key = begun(book, meeting)
    reworded(network, "supported the report")
    before = _entries(desk.store)
    book.circulate(key, SENT)
    assert _entries(desk.store) == before + 1


def _entries(store: Store) -> int:
    from nmirf_desktop.storage.journal import head

    with store.read() as session:
        found = head(session)
    return 0 if found is None else found.sequence


def test_approval_knows_of_offers_outdated_texts_and_comments(network: Network, book: MinuteBook) -> None:
    _, meeting, _ = network
    key = begun(book, meeting)
    book.circulate(key, SENT)
    reworded(network, "supported the report")
    opening = of(book, key, "opening")
    book.write(opening.key, opening.text.with_text(Language.EN, "The Chair began."))
    book.comments.say(key, opening.key, Side.RAPPORTEUR, "Budget or funds?")
    found = book.unsettled(meeting.key, Way.APPROVAL)
    assert found.stale == (4,)
    assert found.comments == 1
    assert {one.language for one in found.gaps if one.state is TextState.OUTDATED} == {Language.FR, Language.ES}
    stale, comments, drafts, agenda = found.sentences(EN)
    assert stale.startswith("What was recorded gives another text for paragraph 4, which stands as it is; lists,")
    assert comments == "1 comment is open."
    assert drafts.startswith("2 texts were not reviewed: Paragraph 1 of the minutes (English), Paragraph 4 of the")
    assert agenda == "No adoption of the agenda is recorded."


@pytest.mark.parametrize("way", list(Way))
def test_settled_minutes_have_nothing_to_say(network: Network, book: MinuteBook, way: Way) -> None:
    desk, meeting, _ = network
    desk.meetings.note_adoption(meeting.key, meeting.opens_on)
    key = begun(book, meeting)
    book.remove(of(book, key, "intervention:said").key)
    found = book.unsettled(meeting.key, way)
    assert not list(found.sentences(EN))
    assert not [gap for gap in found.gaps if gap.topic is Subject.MINUTES]


def test_approval_says_where_participants_are_listed_otherwise_than_they_were_sent(
    network: Network, book: MinuteBook
) -> None:
    desk, meeting, item = network
    key = begun(book, meeting)
    book.circulate(key, SENT)
    assert not book.unsettled(meeting.key, Way.APPROVAL).relisted
    invitations = Invitations(desk.store, desk.states, desk.clock)
    invitations.invite(meeting.key, Invitation(("MAR",)))
    (line,) = invitations.guests(meeting.key).lines
    invitations.answer([line.key], Answer.ATTENDS, meeting.opens_on)
    assert not book.unsettled(meeting.key, Way.APPROVAL).relisted, "a reply changes nothing of who was there"
    person = Person("ama", Trilingual("Director"), "MAR", family_name="Example")
    invitations.delegate(line.key, (Delegate("d", line.key, "ama"),), (person,))
    found = book.unsettled(meeting.key, Way.APPROVAL)
    assert found.relisted
    assert any(
        one.startswith("The participants are not listed as in what members were sent") for one in found.sentences(EN)
    )
    places = {one.said_in(EN) for one in found.gaps}
    assert places == {"Paragraph 4", "Morocco: function of EXAMPLE (annex of participants)"}
    assert not book.unsettled(meeting.key, Way.FILE).relisted
    book.circulate_again(key, SENT)
    assert not book.unsettled(meeting.key, Way.APPROVAL).relisted
    body = Intervention("bank", meeting.key, item.key, desk.clock.at, body=said("World Bank"), note="offered support")
    desk.sittings.note(body)
    assert book.unsettled(meeting.key, Way.APPROVAL).relisted


@pytest.mark.parametrize("way", list(Way))
def test_what_nobody_reviewed_and_what_was_said_outside_a_sitting_is_counted(
    network: Network, book: MinuteBook, way: Way
) -> None:
    desk, meeting, item = network
    desk.clock.forward(10)
    desk.sittings.note(Intervention("late", meeting.key, item.key, desk.clock.at, "GHA", note="thanked the Chair"))
    key = begun(book, meeting)
    before = book.unsettled(meeting.key, way)
    paragraphs = [one.slot for one in book.paragraphs(key)]
    assert (before.outside, before.told_outside) == (1, (paragraphs.index("intervention:late") + 1,))
    told = " ".join(before.sentences(EN))
    assert f"1 statement was recorded while no sitting was open. Look at paragraph {before.told_outside[0]}." in told
    assert (
        "2 texts were not reviewed: Paragraph 4 of the minutes (English), Paragraph 5 of the minutes (English)." in told
    )
    book.review(of(book, key, "intervention:said").key)
    (left,) = book.unsettled(meeting.key, way).drafts
    assert left.said_in(EN) == "Paragraph 5 of the minutes (English)"


def test_the_texts_nobody_reviewed_are_named_the_first_of_them_and_the_others_counted() -> None:
    def draft(number: int, *languages: Language) -> Waiting:
        where = Phrase("Paragraph {number} of the minutes", {"number": number})
        return Waiting(where, TextState.DRAFT, languages, str(number), "text", paragraph=True)

    missing = Waiting(Phrase("The meeting’s place"), TextState.MISSING, (Language.ES,), "meeting", "place")
    one = Unsettled(waiting=(draft(4, Language.FR),))
    assert list(one.sentences(EN)) == ["1 text was not reviewed: Paragraph 4 of the minutes (French)."]
    assert one.first == one.waiting[0]
    both = (Language.FR, Language.ES)
    many = Unsettled(waiting=(*(draft(number, *both) for number in range(1, 7)), missing))
    (said_,) = many.sentences(EN)
    assert said_.startswith("12 texts were not reviewed: Paragraph 1 of the minutes (French, Spanish), Paragraph 2 of")
    assert said_.endswith("Paragraph 4 of the minutes (French, Spanish), and 4 more.")
    assert many.first == missing, "what is missing is graver"


def test_the_text_in_the_language_of_adoption_is_no_draft(network: Network, book: MinuteBook) -> None:
    """It is the original that the meeting adopted; its translations are still to be reviewed."""
    desk, meeting, item = network
    decision = decided((desk, meeting, item), text=Trilingual("Welcomes the report."))
    begun(book, meeting)
    texts = Texts(desk.store)
    place = next(one for one in Readiness(desk.store).texts(meeting.key) if one.key == f"{decision.proposal}.text")
    assert place.text.state(Language.EN) is TextState.REVIEWED
    texts.write(place, place.text.with_text(Language.FR, "Accueille le rapport avec satisfaction."))
    own = [one for one in book.unsettled(meeting.key, Way.CIRCULATION).waiting if one.record == decision.proposal]
    assert [(one.state, one.languages) for one in own if one.field == "text"] == [
        (TextState.MISSING, (Language.ES,)),
        (TextState.DRAFT, (Language.FR,)),
    ]


def test_a_record_of_decisions_that_was_not_adopted_is_named(network: Network, book: MinuteBook) -> None:
    desk, meeting, item = network
    decided((desk, meeting, item))
    begun(book, meeting)
    found = book.unsettled(meeting.key, Way.APPROVAL)
    assert found.unadopted == ("2026/1",)
    assert "The record of decisions was not adopted: 2026/1." in list(found.sentences(EN))
    DecisionRecords(desk.store, desk.states, desk.clock).adopt(meeting.key, item.key)
    assert book.unsettled(meeting.key, Way.APPROVAL).unadopted == ()


@pytest.mark.parametrize("way", [Way.CIRCULATION, Way.APPROVAL, Way.FILE])
def test_that_nobody_recorded_the_adoption_of_the_agenda_is_named_before_minutes_leave(
    network: Network, book: MinuteBook, way: Way
) -> None:
    """The page of the record of decisions said it, and the minutes left without a word of it."""
    desk, meeting, _ = network
    begun(book, meeting)
    assert "No adoption of the agenda is recorded." in list(book.unsettled(meeting.key, way).sentences(EN))
    desk.meetings.note_adoption(meeting.key, meeting.opens_on)
    assert book.unsettled(meeting.key, way).remarks == ()


def test_silent_items_and_an_office_held_twice_are_named_before_minutes_leave(
    network: Network, book: MinuteBook
) -> None:
    """A second Chair recorded besides an election was printed without a word; so were items that nobody took up."""
    desk, meeting, item = network
    desk.agendas.add(AgendaItem("later", meeting.key, 1, said("Other matters")))
    desk.meetings.note_adoption(meeting.key, meeting.opens_on)
    begun(book, meeting)
    (silent,) = book.unsettled(meeting.key, Way.CIRCULATION).remarks
    assert silent.said_in(EN) == "Nothing that the minutes tell is recorded under agenda items: 2."
    assert silent.said_in(EN) in list(book.unsettled(meeting.key, Way.CIRCULATION).sentences(EN))
    for state in ("PRY", "GHA"):
        desk.meetings.record_officer(Officer("", meeting.key, Office.CHAIR, state, item=item.key))
    _, twice = book.unsettled(meeting.key, Way.CIRCULATION).remarks
    assert twice.said_in(EN) == "The minutes name more than one in the office “Chair”: Paraguay, Ghana."


@pytest.mark.parametrize("language", [Language.FR, Language.ES])
def test_a_second_adjective_is_told_of_the_state_and_named(
    network: Network, book: MinuteBook, language: Language
) -> None:
    """« La délégation du Maroc dit qu’elle est prêt à accueillir la prochaine réunion et convaincu que … »."""
    desk, meeting, item = network
    key = begun(book, meeting)
    note, told = {
        Language.FR: (
            "est prêt à accueillir la réunion et convaincu que tous viendront",
            "Le Maroc dit qu’il est prêt à accueillir la réunion et convaincu que tous viendront.",
        ),
        Language.ES: (
            "está dispuesto a acoger la reunión y convencido de que todos vendrán",
            "Marruecos dice que está dispuesto a acoger la reunión y convencido de que todos vendrán.",
        ),
    }[language]
    heard = replace(intervention(meeting, item, desk, note), language=language)
    desk.sittings.note(heard)
    book.draft(meeting.key)
    assert of(book, key, "intervention:said").text[language] == told
    found = [one for one in book.unsettled(meeting.key, Way.CIRCULATION).gaps if one.as_noted]
    quoted = {
        Language.FR: "dit qu’il est prêt à accueillir la réunion et convaincu que…",
        Language.ES: "dice que está dispuesto a acoger la reunión y convencido de…",
    }[language]
    where = f"Paragraph 4 (reads as it was noted: “{quoted}”)"
    assert [(one.said_in(EN), one.language) for one in found] == [(where, language)]
    desk.sittings.attribute("said", Attribution.UNATTRIBUTED)
    unnamed = of(book, key, "intervention:said").text[language]
    led = {Language.FR: "Un État dit qu’il ", Language.ES: "Un Estado dice que "}
    assert unnamed == f"{led[language]}{note}."


@pytest.mark.parametrize(
    ("note", "told", "named"),
    [
        (
            "Le Maroc remercie la Présidence. Il est prêt à traduire le guide.",
            "La délégation du Maroc remercie la Présidence. Elle dit qu’elle est prête à traduire le guide.",
            False,
        ),
        (
            "Le Maroc remercie le Portugal. Il est prêt à traduire le guide.",
            "Le Maroc remercie le Portugal. Il est prêt à traduire le guide.",
            True,
        ),
    ],
)
def test_a_pronoun_that_may_take_up_another_state_is_named_beside_its_paragraph_while_it_is_a_draft(
    network: Network, book: MinuteBook, note: str, told: str, named: bool
) -> None:
    desk, meeting, item = network
    key = begun(book, meeting)
    desk.sittings.note(replace(intervention(meeting, item, desk, note), language=Language.FR))
    book.draft(meeting.key)
    paragraph = of(book, key, "intervention:said")
    assert paragraph.text.fr == told
    gaps = paragraph_gaps(book.facts(meeting.key), told_language).of(paragraph.slot, 4, paragraph.text)
    where = "Paragraph 4 (reads as it was noted: “Il est prêt à traduire le guide.”)"
    assert [one.said_in(EN) for one in gaps] == ([where] if named else [])


def test_what_is_to_be_looked_at_is_told_by_paragraph_as_before_the_minutes_leave(
    network: Network, book: MinuteBook
) -> None:
    _, meeting, _ = network
    key = begun(book, meeting)
    reworded(network, "supports the text. We have no host")
    older = Trilingual.final("Reports once.", "Rapport une fois.", "Informe una vez.")
    decision = decided(network, text=older.with_text(Language.EN, "Reports twice."))
    book.draft(meeting.key)
    unsettled = book.unsettled(meeting.key, Way.CIRCULATION).gaps
    before = [one for one in unsettled if one.as_noted or one.state is TextState.OUTDATED]
    found = paragraph_gaps(book.facts(meeting.key), told_language)
    rows = enumerate(book.paragraphs(key), 1)
    told = [gap for number, one in rows for gap in found.of(one.slot, number, one.text)]
    assert told == before
    assert [(one.said_in(EN), one.language) for one in told] == [
        ("Paragraph 4 (reads as it was noted: “We have no host.”)", Language.EN),
        (f"Decision {decision.year}/{decision.number}: text", Language.FR),
        (f"Decision {decision.year}/{decision.number}: text", Language.ES),
    ]
