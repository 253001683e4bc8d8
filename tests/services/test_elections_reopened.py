"""An acclamation that was announced and put right: who had been announced, told with its office (R27)."""

from dataclasses import replace

import pytest

from nmirf_desktop.domain.blocks import Note, Para
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.drafting import draft
from nmirf_desktop.domain.elections import Body, Election
from nmirf_desktop.domain.gaps_told import told_in_words
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.minutes import MinutesParagraph, MinutesState, Section
from nmirf_desktop.domain.officers import ELECTIONS, Office
from nmirf_desktop.domain.papers import RecordPaper
from nmirf_desktop.domain.paragraph_gaps import paragraph_gaps
from nmirf_desktop.domain.reasons_written import written_in
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.domain.vote_papers import votes_paper
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.contents import Content, Contents
from nmirf_desktop.services.elections import NewElection, Nominee
from nmirf_desktop.services.lacked import quoted_by
from nmirf_desktop.services.languages_told import told_language
from nmirf_desktop.services.minutes import MinuteBook
from nmirf_desktop.services.recorded import read_meeting
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.unsettled import Way
from nmirf_desktop.storage.minutes import MINUTES
from nmirf_desktop.storage.undo import redo, undo
from tests.services import test_elections

Room = test_elections.Room
room = test_elections.room
REASON = "The name was misheard."
TOLD = (
    "The election of Ms. Kamau (Ghana) as Chair by acclamation had been announced; that announcement was rectified, "
    "for this reason: “\u2068The name was misheard\u2069”."
)


def opened(room: Room, office: Office, *stood: tuple[str, str]) -> Election:
    desk, meeting, item = room
    nominees = tuple(Nominee(state, name) for state, name in stood)
    return desk.elections.open(NewElection(meeting.key, item.key, ELECTIONS[office], 1, nominees, Body.OTHER))


def recorded(room: Room) -> RecordedMeeting:
    desk, meeting, _ = room
    with desk.store.read() as session:
        return read_meeting(session, meeting.key, desk.states)


def reopened_after_another(room: Room) -> Election:
    """A Chair elected by acclamation, then a Rapporteur; then the Chair's is put right, and another one is elected."""
    desk = room[0]
    chair = opened(room, Office.CHAIR, ("GHA", "Ms. Kamau"))
    desk.elections.acclaim(chair.key)
    other = opened(room, Office.RAPPORTEUR, ("PRY", "Mr. Benitez"))
    desk.elections.acclaim(other.key)
    desk.sittings.now()  # a moment passes
    desk.elections.reopen(chair.key, REASON)
    desk.elections.nominate(chair.key, Nominee("MAR", "Mr. Mensah"))
    desk.elections.withdraw(desk.elections.board(chair.key).names[0].key)
    desk.elections.acclaim(chair.key)
    return chair


def test_r27_the_minutes_tell_a_reopened_election_where_it_was_announced_and_where_that_was_put_right(
    room: Room,
) -> None:
    """The reopening says which office it is about; who was elected then did not preside over what came before."""
    reopened_after_another(room)
    held = [one for one in draft(recorded(room)) if one.slot.startswith(("election", "candidate", "acclamation"))]
    assert [one.slot.split(":")[0] for one in held] == [
        "election", "election announced", "election", "acclamation",
        "election reopened", "candidate withdrawn", "acclamation",
    ]  # fmt: skip
    texts = [one.text[Language.EN] for one in held]
    assert texts[1] == "The election of Ms. Kamau (Ghana) by acclamation was announced."
    assert "election of the Rapporteur" in texts[2]
    assert "Mr. Benitez (Paraguay)" in texts[3]
    assert texts[4] == TOLD
    assert "Mr. Mensah (Morocco)" in texts[6]


def test_r27_the_voting_record_names_who_had_been_announced(room: Room) -> None:
    reopened_after_another(room)
    section = votes_paper(recorded(room)).sections[0]
    assert TOLD in [one.text.en for one in section.blocks if isinstance(one, Note)]


def record_of(room: Room) -> list[tuple[str, str]]:
    """Each section of the voting record: its title, and all that is said in it in English."""
    return [
        (str(section.title.en), "\n".join(one.text.en for one in section.blocks if isinstance(one, Note | Para)))
        for section in votes_paper(recorded(room)).sections
    ]


def test_r27_the_voting_record_keeps_an_election_that_was_announced_and_then_reopened_or_broken_off(
    room: Room,
) -> None:
    """It was gone as soon as nobody was elected, and the election after it took its number."""
    desk = room[0]
    chair = reopened_after_another(room)
    desk.elections.reopen(chair.key, "It was put to the room too early.")
    told = record_of(room)
    assert [title for title, _ in told] == [
        "Election 1. Election of the Chair", "Election 2. Election of the Rapporteur",
    ]  # fmt: skip
    assert TOLD in told[0][1]
    assert "Mr. Mensah (Morocco)" in told[0][1]
    assert "It was put to the room too early" in told[0][1]
    desk.elections.stop(chair.key, "Put off to the afternoon.")
    (title, said), *others = record_of(room)
    assert title == "Election 1. Election of the Chair"
    assert len(others) == 1
    assert TOLD in said
    assert "It was put to the room too early" in said
    assert "The election was broken off: “\u2068Put off to the afternoon\u2069”." in said
    assert "The office remains to be filled." in said


def test_the_voting_record_names_an_election_that_was_broken_off_before_a_ballot(room: Room) -> None:
    """The minutes tell it, as the record tells the votes that were broken off."""
    desk = room[0]
    chair = opened(room, Office.CHAIR, ("GHA", "Ms. Kamau"))
    assert record_of(room) == []
    desk.elections.stop(chair.key, "Put off.")
    (title, said), *_ = record_of(room)
    assert title == "Election 1. Election of the Chair"
    assert "The election was broken off" in said


def test_r27_each_reopening_is_told_with_its_own_reason_and_one_that_was_broken_off_too(room: Room) -> None:
    desk = room[0]
    chair = opened(room, Office.CHAIR, ("GHA", "Ms. Kamau"))
    for reason in (REASON, "It was put to the room too early."):
        desk.elections.acclaim(chair.key)
        desk.elections.reopen(chair.key, reason)
    desk.elections.stop(chair.key, "Put off.")
    told = [one.text[Language.EN] for one in draft(recorded(room)) if one.slot.startswith("election reopened")]
    assert len(told) == 2
    assert told[0] == TOLD
    assert "It was put to the room too early" in told[1]


def test_r27_a_reopening_that_was_taken_back_is_told_once_it_is_done_again(room: Room) -> None:
    desk = room[0]
    chair = opened(room, Office.CHAIR, ("GHA", "Ms. Kamau"))
    desk.elections.acclaim(chair.key)
    desk.elections.reopen(chair.key, REASON)

    def told() -> list[str]:
        return [one.text[Language.EN] for one in draft(recorded(room)) if one.slot.startswith("election reopened")]

    assert told() == [TOLD]
    undo(desk.store)
    assert told() == []
    redo(desk.store)
    assert told() == [TOLD]


def test_r27_who_had_been_announced_is_not_struck_out_as_entered_by_mistake(room: Room) -> None:
    desk = room[0]
    chair = opened(room, Office.CHAIR, ("GHA", "Ms. Kamau"))
    desk.elections.acclaim(chair.key)
    desk.elections.reopen(chair.key, REASON)
    desk.elections.nominate(chair.key, Nominee("MAR", "Mr. Mensah"))
    announced, mistaken = desk.elections.board(chair.key).names
    with pytest.raises(Refusal, match="had been announced"):
        desk.elections.strike_candidate(announced.key)
    desk.elections.strike_candidate(mistaken.key)
    assert [one.key for one in desk.elections.board(chair.key).names] == [announced.key]


def test_r27_an_election_that_had_announced_somebody_is_broken_off_and_not_struck_out(room: Room) -> None:
    desk = room[0]
    chair = opened(room, Office.CHAIR, ("GHA", "Ms. Kamau"))
    desk.elections.acclaim(chair.key)
    desk.elections.reopen(chair.key, REASON)
    with pytest.raises(Refusal, match="had been announced in it"):
        desk.elections.strike(chair.key)
    assert [one.key for one in recorded(room).elections] == [chair.key]


def test_a_reason_that_is_quoted_in_each_language_as_it_was_typed_is_counted_before_minutes_leave(room: Room) -> None:
    """The text of a decision that is missing in a language was listed; a Spanish reason in English minutes was not."""
    desk, meeting, _ = room
    said = "Reasons as entered in one language, quoted so in each: "
    MinuteBook(desk.store, desk.states).draft(meeting.key)
    assert not _remarked(room, said)
    chair = opened(room, Office.CHAIR, ("GHA", "Ms. Kamau"))
    desk.elections.acclaim(chair.key)
    desk.elections.reopen(chair.key, REASON)
    (one,) = _remarked(room, said)
    assert one.startswith(f"{said}1. Look at paragraph ")
    desk.elections.stop(chair.key, "Se aplaza.")
    (two,) = _remarked(room, said)
    assert two.startswith(f"{said}2. Look at paragraphs ")


def test_a_reason_is_named_when_minutes_are_made_and_has_the_apostrophes_of_print(room: Room) -> None:
    """The question before circulation counted it, the export said nothing, and its apostrophes were straight."""
    desk, meeting, _ = room
    book = MinuteBook(desk.store, desk.states)
    chair = opened(room, Office.CHAIR, ("GHA", "Ms. Kamau"))
    desk.elections.acclaim(chair.key)
    desk.elections.reopen(chair.key, "avant l'acclamation")
    book.draft(meeting.key)
    minutes = book.minutes(meeting.key)
    assert minutes is not None
    every = book.paragraphs(minutes.key)
    number, told = next((at, one) for at, one in enumerate(every, 1) if "acclamation\u2069" in one.text.fr)
    assert "avant l’acclamation" in told.text.fr
    request = Request(DocumentKind.MINUTES, meeting.key)
    with desk.store.read() as session:
        (content,) = Contents(session, desk.states, meeting.closes_on).read(request)
    said = [one.said_in(catalog(Language.EN)) for one in content.cautions]
    assert f"Reasons as entered in one language, quoted so in each: 1. Look at paragraph {number}." in said
    in_each = {str(one): told.text[one].replace("avant l’acclamation", f"own {one}") for one in Language}
    book.write(told.key, replace(told.text, **in_each))  # type: ignore[arg-type]
    assert not _remarked(room, "Reasons as entered")


def _voting_record(room: Room) -> Content:
    desk, meeting, _ = room
    with desk.store.read() as session:
        (content,) = Contents(session, desk.states, meeting.closes_on).read(
            Request(DocumentKind.VOTING_RECORD, meeting.key)
        )
    return content


def _quoted_in(content: Content) -> list[tuple[Language, str]]:
    return [(one.language, one.said_in(catalog(Language.EN))) for one in content.gaps if one.quoted]


def test_a_reason_written_in_the_minutes_stands_so_in_the_voting_record_which_names_it_before(room: Room) -> None:
    """Both papers quoted other words; the record was said to be complete with a French sentence in English."""
    desk, meeting, _ = room
    book = MinuteBook(desk.store, desk.states)
    chair = opened(room, Office.CHAIR, ("GHA", "Ms. Kamau"))
    desk.elections.acclaim(chair.key)
    french = "La délégation du Portugal n'avait pas demandé la parole"
    desk.elections.reopen(chair.key, f"{french}.")
    place = "Election 1: a reason, as entered in French"
    assert _quoted_in(_voting_record(room)) == [(Language.EN, place), (Language.ES, place)]
    book.draft(meeting.key)
    minutes = book.minutes(meeting.key)
    assert minutes is not None
    printed = french.replace("'", "’")
    told = next(one for one in book.paragraphs(minutes.key) if printed in one.text.en)
    english = told.text.en.replace(printed, "The delegation of Portugal had not asked for the floor")
    book.write(told.key, replace(told.text, en=english))
    made = _voting_record(room)
    assert _quoted_in(made) == [(Language.ES, place)]
    assert isinstance(made.paper, RecordPaper)
    blocks = [one for part in made.paper.sections for one in part.blocks]
    (note,) = [one for one in blocks if isinstance(one, Note) and printed in one.text.fr]
    assert "for this reason: “The delegation of Portugal had not asked for the floor”." in note.text.en
    assert printed in note.text.es
    assert "1 reason is quoted as it was entered" in told_in_words(
        [one for one in made.gaps if one.quoted], catalog(Language.EN)
    )


@pytest.mark.parametrize(
    ("was", "became", "words"),
    [
        ("announced;", "announced;", 'The "delegation of Portugal" had not asked for the floor'),
        ("announced;", "announced in the room;", "The delegation had not asked for the floor"),
    ],
)
def test_what_was_written_is_in_the_voting_record_with_its_quotes_and_whatever_stands_before_it(
    room: Room, was: str, became: str, words: str
) -> None:
    """Straight quotes cut the reason off, a word changed further up left the caution for ever."""
    desk, meeting, _ = room
    book = MinuteBook(desk.store, desk.states)
    chair = opened(room, Office.CHAIR, ("GHA", "Ms. Kamau"))
    desk.elections.acclaim(chair.key)
    french = "La délégation du Portugal n’avait pas demandé la parole"
    desk.elections.reopen(chair.key, f"{french}.")
    book.draft(meeting.key)
    minutes = book.minutes(meeting.key)
    assert minutes is not None
    told = next(one for one in book.paragraphs(minutes.key) if french in one.text.en)
    assert was in told.text.en
    book.write(told.key, replace(told.text, en=told.text.en.replace(was, became).replace(french, words)))
    made = _voting_record(room)
    assert [one for one, _ in _quoted_in(made)] == [Language.ES]
    assert isinstance(made.paper, RecordPaper)
    notes = [one.text.en for part in made.paper.sections for one in part.blocks if isinstance(one, Note)]
    assert [one for one in notes if f"for this reason: “{words}”." in one]


def test_a_paragraph_marked_as_reviewed_in_a_language_settles_the_caution_of_the_voting_record(room: Room) -> None:
    desk, meeting, _ = room
    book = MinuteBook(desk.store, desk.states)
    chair = opened(room, Office.CHAIR, ("GHA", "Ms. Kamau"))
    desk.elections.acclaim(chair.key)
    desk.elections.reopen(chair.key, "Force majeure, constatée par la Présidente")
    book.draft(meeting.key)
    minutes = book.minutes(meeting.key)
    assert minutes is not None
    told = next(one for one in book.paragraphs(minutes.key) if "Force majeure" in one.text.en)
    assert [one for one, _ in _quoted_in(_voting_record(room))] == [Language.EN, Language.ES]
    book.write(told.key, told.text.with_review(Language.EN))
    assert [one for one, _ in _quoted_in(_voting_record(room))] == [Language.ES]


def _quoting(room: Room, reason: str) -> tuple[MinuteBook, MinutesParagraph]:
    """The draft minutes of a meeting, and their paragraph with the reason for which an election was put right."""
    desk, meeting, _ = room
    book = MinuteBook(desk.store, desk.states)
    chair = opened(room, Office.CHAIR, ("GHA", "Ms. Kamau"))
    desk.elections.acclaim(chair.key)
    desk.elections.reopen(chair.key, reason)
    book.draft(meeting.key)
    return book, _found(book, meeting.key, reason)


def _found(book: MinuteBook, meeting: str, reason: str) -> MinutesParagraph:
    minutes = book.minutes(meeting)
    assert minutes is not None
    return next(one for one in book.paragraphs(minutes.key) if reason in one.text.en)


@pytest.mark.parametrize(
    ("reason", "reviewed", "left"),
    [
        ("COVID-19", (), list(Language)),
        ("COVID-19", (Language.EN,), [Language.FR, Language.ES]),
        ("COVID-19", (Language.EN, Language.ES), []),
        ("Force majeure, constatée par la Présidente", (), [Language.EN, Language.ES]),
        ("Force majeure, constatée par la Présidente", (Language.EN,), [Language.ES]),
        ("Force majeure, constatée par la Présidente", (Language.EN, Language.FR), [Language.ES]),
        ("Force majeure, constatée par la Présidente", (Language.ES, Language.EN), []),
    ],
)
def test_minutes_and_voting_record_name_a_reason_as_entered_in_the_same_languages(
    room: Room, reason: str, reviewed: tuple[Language, ...], left: list[Language]
) -> None:
    """Reviewing settled the voting record alone: beside the paragraph and the minutes it was named for ever."""
    desk, meeting, _ = room
    book, told = _quoting(room, reason)
    for language in reviewed:
        book.review(told.key, language)
    assert [one for one, _ in _quoted_in(_voting_record(room))] == left
    told = _found(book, meeting.key, reason)
    assert paragraph_gaps(book.facts(meeting.key), told_language).quoted(told.text) == bool(left)
    assert bool(_remarked(room, "Reasons as entered")) is bool(left)
    with desk.store.read() as session:
        assert quoted_by(session, desk.states, (told,)) == {told.key: tuple(left)}


def test_marking_all_as_reviewed_leaves_out_the_languages_that_quote_a_reason_as_entered(room: Room) -> None:
    """A French reason was printed under English and Spanish without a word."""
    reason = "Force majeure, constatée par la Présidente"
    book, told = _quoting(room, reason)
    assert book.review(told.key) == (Language.EN, Language.ES)
    states = _found(book, room[1].key, reason).text.states()
    assert [one for one in Language if states[one] is TextState.REVIEWED] == [Language.FR]
    assert [one for one, _ in _quoted_in(_voting_record(room))] == [Language.EN, Language.ES]


def test_what_english_quotes_no_more_is_left_out_where_another_language_quotes_it_still(room: Room) -> None:
    """English without quotation marks: Spanish, with the French reason, was marked as reviewed without a word."""
    reason = "Des bulletins de vote ont été perdus"
    book, told = _quoting(room, reason)
    written = "The election was held anew, as ballot papers had been lost."
    book.write(told.key, told.text.with_text(Language.EN, written))
    assert book.review(told.key) == (Language.ES,)
    states = _found(book, room[1].key, written).text.states()
    assert [one for one in Language if states[one] is TextState.REVIEWED] == [Language.EN, Language.FR]
    assert Language.ES in [one for one, _ in _quoted_in(_voting_record(room))]


def test_approved_minutes_settle_the_reasons_that_they_quote(room: Room) -> None:
    """Nothing of them can be written or reviewed any more: the caution stayed for ever."""
    told = _quoting(room, "Force majeure, constatée par la Présidente")[1]
    desk, _, _ = room
    with desk.store.write("approve", Subject.MINUTES) as session:
        MINUTES.save(session, replace(MINUTES.get(session, told.minutes), state=MinutesState.APPROVED))
    assert _quoted_in(_voting_record(room)) == []


@pytest.mark.parametrize(
    ("quotation", "stands"),
    [
        ("“It was misheard”.", "It was misheard"),
        ("“It was misheard.” The election was held again.", "It was misheard"),
        ("it was misheard.", "it was misheard"),
        ('"It was misheard".', "It was misheard"),
        ("it was misheard. The election was held again.", ""),
        ("“It was “Matos” that was misheard”.", "It was “Matos” that was misheard"),
        ("“\u2068Mal entendu\u2069”. The election was held again.", ""),
    ],
)
def test_what_stands_in_place_of_a_reason_is_taken_over_only_where_it_is_plain(quotation: str, stands: str) -> None:
    drafted = "It was rectified, for this reason: “\u2068Mal entendu\u2069”."
    english = drafted.replace("“\u2068Mal entendu\u2069”.", quotation)
    paragraph = MinutesParagraph(
        "", "", 1, Section.ITEM, Trilingual(en=english), drafted=Trilingual(drafted, drafted, drafted)
    )
    assert written_in("Mal entendu", paragraph, Language.EN) == stands


def _remarked(room: Room, begins: str) -> list[str]:
    desk, meeting, _ = room
    remarks = MinuteBook(desk.store, desk.states).unsettled(meeting.key, Way.CIRCULATION).remarks
    return [said for one in remarks if (said := one.said_in(catalog(Language.EN))).startswith(begins)]
