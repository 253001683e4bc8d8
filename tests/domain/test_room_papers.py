"""What lies in the room: the Chair's script, the sheets that are signed and ticked, the name plates."""

import datetime
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nmirf_desktop.documents.breaking import measured
from nmirf_desktop.documents.fonts import Face
from nmirf_desktop.documents.plates import FILLED, LARGEST, LEADING, fitted
from nmirf_desktop.documents.sheet import PORTRAIT
from nmirf_desktop.domain.agenda import AgendaItem, ExpectedAction, Purpose
from nmirf_desktop.domain.blocks import DataTable, Heading, Listing, Note, Para, Plates
from nmirf_desktop.domain.casting import roll_call_order
from nmirf_desktop.domain.guests import Guests
from nmirf_desktop.domain.officers import ELECTIONS, Office
from nmirf_desktop.domain.papers import RecordPaper
from nmirf_desktop.domain.participants_papers import Attendance
from nmirf_desktop.domain.practices import Choice, Option, Question
from nmirf_desktop.domain.programme import programme
from nmirf_desktop.domain.programme_papers import programme_paper
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.room_papers import plates_paper, roll_call_paper, signature_paper
from nmirf_desktop.domain.script_papers import script_paper
from nmirf_desktop.domain.sittings import Intervention, SittingPause
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.voting import Answer as Vote
from nmirf_desktop.domain.voting import Position
from nmirf_desktop.i18n import Language, catalog
from tests.documents import kinds
from tests.domain.second_meeting import STATES

FACTS = kinds.facts(kinds.Size.SMALL)
SUSPENDED = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)


def script(*items: AgendaItem, **other: object) -> RecordPaper:
    facts = replace(FACTS, items=items, **other)  # type: ignore[arg-type]
    return script_paper(facts, programme(facts.items, facts.sittings))


def item(key: str, position: int, action: ExpectedAction, *, minutes: int = 15, **other: object) -> AgendaItem:
    title = Trilingual.final(f"Item {key}", f"Point {key}", f"Tema {key}")
    return AgendaItem(key, FACTS.meeting.key, position, title, action=action, duration=minutes, **other)  # type: ignore[arg-type]


def lines(paper: RecordPaper, language: Language = Language.EN) -> list[str]:
    """Each paragraph with what stands before it, section by section."""
    found = []
    for section in paper.sections:
        found.append(section.title.read(language).text)
        for block in section.blocks:
            match block:
                case Para():
                    found.append(f"{block.lead.read(language).text} {block.text.read(language).text}")
                case Heading() | Note():
                    found.append(block.text.read(language).text)
                case _:
                    pytest.fail(f"a script has no {type(block).__name__}")
    return found


def test_the_chair_says_until_what_hour_the_sitting_is_suspended_and_nothing_once_it_goes_on() -> None:
    going_on, *later = FACTS.sittings
    sittings = (replace(going_on, opened_at=SUSPENDED, closed_at=None), *later)
    pause = SittingPause("pause", FACTS.meeting.key, going_on.key, SUSPENDED, resumes=datetime.time(15))
    said = "The Chair: The sitting is suspended. At 3\u00a0p.m. it will be resumed."
    assert said in lines(script(sittings=sittings, pauses=(pause,)), Language.EN)
    for one in (replace(pause, resumes=None), replace(pause, resumed_at=SUSPENDED)):
        assert said not in lines(script(sittings=sittings, pauses=(one,)), Language.EN)
    tomorrow = "The Chair: The sitting is suspended. At 7\u00a0a.m. on 25 November 2026 it will be resumed."
    told = lines(script(sittings=sittings, pauses=(replace(pause, resumes=datetime.time(7)),)), Language.EN)
    assert tomorrow in told, "an hour that is past on that day is one of the next"


def test_a_sitting_that_is_opened_away_from_its_plan_keeps_its_place_and_its_items_in_the_script() -> None:
    planned = tuple(replace(one, opened_at=None, closed_at=None) for one in FACTS.sittings)
    first, second, *_ = planned
    items = tuple(item(f"{place}", place, ExpectedAction.DISCUSSION, minutes=150) for place in range(3))
    day = datetime.timedelta(days=5)
    opened = datetime.datetime.combine(first.on, first.starts, ZoneInfo(FACTS.meeting.time_zone)) + day
    closed = opened + datetime.timedelta(minutes=11)
    late = (replace(first, opened_at=opened, closed_at=closed), *planned[1:])
    before, after = lines(script(*items, sittings=planned)), lines(script(*items, sittings=late))
    title = next(one for one in after if one.startswith("1st sitting"))
    assert after[0] == title
    assert title.startswith(before[0])
    assert "(held on " in title
    assert next(one for one in after if "adjourned" in one) == (
        "The Chair: The sitting is adjourned. The 2nd sitting begins on [day] at [time]."
    ), "its planned day is past"
    told = (title, before[0])
    same = ([one for one in found if one not in told and "adjourned" not in one] for found in (before, after))
    assert next(same) == next(same)
    minutes = datetime.timedelta(minutes=7)
    usual = (replace(first, opened_at=opened - day + minutes), *planned[1:])
    assert lines(script(*items, sittings=usual)) == before
    both = (late[0], replace(second, opened_at=closed + minutes), *planned[2:])
    assert any("The 2nd sitting begins at" in one for one in lines(script(*items, sittings=both)))


def test_r12_r13_a_decision_is_sought_by_consensus_and_put_to_the_vote_in_its_absence() -> None:
    said = lines(script(item("a", 0, ExpectedAction.DECISION)))
    asked = said.index(
        "The Chair: May I take it that the meeting wishes to adopt the draft decision? "
        "I hear no objection. It is so decided."
    )
    assert said[asked + 1].startswith("If a member objects: There is no consensus on the draft decision.")
    assert "The voting has begun. It is not interrupted" in said[asked + 1]
    assert said[asked + 3].startswith("If an observer objects: I thank the observer for the statement")


def test_r15_the_script_says_what_holds_in_a_tie_as_the_network_chose_it() -> None:
    usual = lines(script(item("a", 0, ExpectedAction.DECISION)))
    chosen = Choice("c", Question.TIE, Option.SECOND_VOTE, datetime.date(2024, 5, 9))
    other = lines(script(item("a", 0, ExpectedAction.DECISION), choices=(chosen,)))
    assert [one for one in other if one not in usual] != []
    assert len(other) == len(usual)


def test_r35_an_election_has_tellers_and_no_consensus() -> None:
    said = lines(script(item("a", 0, ExpectedAction.ELECTION)))
    assert any("I ask two members to act as tellers." in one for one in said)
    assert not any("wishes to adopt the draft decision" in one for one in said)


def test_r35_an_election_of_several_has_words_for_each_turn_it_may_take() -> None:
    """It had one sentence, "[name] … is elected", for five seats, and none for a slate, a further ballot or a lot."""
    said = lines(script(item("a", 0, ExpectedAction.ELECTION, purpose=Purpose.COMMITTEE)))
    assert "The Chair: [number] seats are to be filled. These stand: [names]." in said
    begun = [one.partition(":")[0] for one in said if one.startswith("If ")]
    assert begun == [
        "If there is an agreed slate", "If no more stand than there are seats", "If more stand than there are seats",
        "If seats remain to be filled", "If votes are equal for the last seat", "If they are equal again",
    ]  # fmt: skip
    (slate,) = (one for one in said if one.startswith("If there is an agreed slate"))
    assert "elect it by acclamation? I hear no objection. It is so decided." in slate
    assert not any("[name] has obtained" in one for one in said)
    assert len([one for one in said if "We proceed to the election." in one]) == 1


def test_r35_an_office_of_one_is_by_acclamation_or_by_two_ballots_and_the_lot() -> None:
    vice = item("a", 0, ExpectedAction.ELECTION)
    said = lines(script(replace(vice, title=ELECTIONS[Office.VICE_CHAIR])))
    begun = [one.partition(":")[0] for one in said if one.startswith("If ")]
    assert begun == [
        "If there is one proposal", "If there are several proposals", "If nobody obtains the majority",
        "If votes are equal in the second ballot",
    ]  # fmt: skip
    assert "Mark one name at most." in str(said)
    assert not any("seats" in one for one in said)


ALWAYS = Choice("c", Question.ACCLAMATION, Option.ALWAYS_BALLOT, datetime.date(2020, 1, 1))


def test_r35_where_a_ballot_is_always_taken_the_officers_are_elected_by_one() -> None:
    """The opening acclaimed the Chair all the same, and the Chair's words waited for several proposals."""
    opening = item("a", 0, ExpectedAction.ELECTION, purpose=Purpose.OPENING)
    said = lines(script(opening, item("b", 1, ExpectedAction.DECISION, purpose=Purpose.ADOPTION), choices=(ALWAYS,)))
    assert not any("acclamation" in one or "no other proposal" in one for one in said)
    assert not any(one.startswith(("If there is one proposal", "If there are several proposals")) for one in said)
    ballots = [one for one in said if "We proceed to the election." in one]
    assert [one.partition(":")[0] for one in ballots] == ["Whoever opens the meeting", "The Chair"]
    assert all("[name] has obtained the required majority" in one for one in ballots)
    invited = said.index("Whoever opens the meeting: I invite the Chair to conduct the meeting.")
    assert said[invited + 1] == "The Chair: I invite proposals for the office of Rapporteur."
    assert not any(one.startswith("Whoever opens") for one in said[invited + 1 :])


def test_r35_where_a_ballot_is_always_taken_one_proposal_has_words_too() -> None:
    chair = replace(item("a", 0, ExpectedAction.ELECTION), title=ELECTIONS[Office.CHAIR])
    said = lines(script(chair, choices=(ALWAYS,)))
    (ballot,) = (one for one in said if "We proceed to the election." in one)
    assert ballot.startswith("The Chair: ")
    assert not any("proposal:" in one or "proposals:" in one for one in said)


def test_what_a_meeting_that_is_over_did_not_reach_is_no_matter_of_time_any_more() -> None:
    """Closed early, the programme had “as time permits” over an item that was held, and the script left it out."""
    items = (
        item("a", 0, ExpectedAction.DISCUSSION, minutes=600),
        item("b", 1, ExpectedAction.DISCUSSION),
        item("c", 2, ExpectedAction.DISCUSSION),
        item("d", 3, ExpectedAction.DECISION, purpose=Purpose.CLOSURE),
    )
    (first, *_) = FACTS.sittings
    opened = datetime.datetime.combine(first.on, first.starts, datetime.UTC)
    sitting = replace(first, opened_at=opened, closed_at=opened + datetime.timedelta(hours=1))
    heard = Intervention("h", FACTS.meeting.key, "b", opened, "MAR")
    adopted = replace(FACTS.meeting, agenda_adopted_on=first.on)
    known = RecordedMeeting(adopted, FACTS.states, (sitting,), items, interventions=(heard,))
    found = programme(known.items, known.sittings)
    titles = [one.title.read(Language.EN).text for one in programme_paper(known, found).sections]
    assert titles[1:] == ["Also dealt with in these sittings", "Nothing recorded in the minutes"]
    going_on = replace(known, sittings=(replace(sitting, closed_at=None),))
    titles = [one.title.read(Language.EN).text for one in programme_paper(going_on, found).sections]
    assert titles[1:] == ["As time permits"]
    said = lines(script_paper(known, found))
    assert [one for one in said if one.startswith("Item ")] == ["Item a", "Item b", "Item d"]
    assert "Nothing that the minutes tell is recorded under agenda items: 1, 3." in said
    assert not any("continued in the next sitting" in one for one in said)
    assert said[-1].endswith("I declare the meeting closed.")


def test_an_item_that_a_sitting_leaves_is_continued_and_says_so() -> None:
    """Item 9 stood twice in the script, as though it were two items."""
    first = FACTS.sittings[0]
    time = datetime.datetime.combine(first.on, first.ends) - datetime.datetime.combine(first.on, first.starts)
    said = lines(script(item("a", 0, ExpectedAction.DISCUSSION, minutes=time.seconds // 60 + 30)))
    assert [one for one in said if one.startswith("Item ")] == ["Item a", "Item a (continued)"]
    assert "The Chair: The consideration of item 1 of the agenda will be continued in the next sitting." in said


def test_until_a_chair_is_elected_whoever_opens_the_meeting_speaks_and_who_is_elected_is_said() -> None:
    """The Chair opened the meeting before one was elected, and no sentence said who was."""
    said = lines(
        script(
            item("a", 0, ExpectedAction.ELECTION, purpose=Purpose.OPENING),
            item("b", 1, ExpectedAction.DECISION, purpose=Purpose.ADOPTION),
        )
    )
    first = next(place for place, one in enumerate(said) if one.startswith("The Chair:"))
    elected = next(place for place, one in enumerate(said) if "is elected Chair by acclamation" in one)
    assert elected == first - 1
    assert any(one.startswith("Whoever opens the meeting: I call to order the") for one in said[:first])
    assert said[1].startswith("Until a Chair is elected, the meeting is conducted by whoever opens it")
    assert said[first] == "The Chair: I invite proposals for the office of Rapporteur."
    assert "The Chair: There being no other proposal, [name] is elected Rapporteur by acclamation." in said
    assert not any(one.startswith("Whoever opens") for one in said[first:])
    without = lines(script(item("a", 0, ExpectedAction.ELECTION)))
    assert not any(one.startswith("Whoever opens") for one in without)
    assert "The Chair: Having obtained the required majority, the following are elected: [names]." in without


def test_each_standing_item_is_brought_to_its_end_in_its_own_words() -> None:
    said = lines(
        script(
            item("a", 0, ExpectedAction.DECISION, purpose=Purpose.ADOPTION),
            item("b", 1, ExpectedAction.INFORMATION, purpose=Purpose.PREVIOUS_MINUTES),
            item("c", 2, ExpectedAction.INFORMATION, presenter=Trilingual.final("OHCHR", "HCDH", "ACNUDH")),
        )
    )
    assert sum("provisional agenda is before the meeting" in one for one in said) == 1
    assert sum("takes note of the minutes of the previous meeting" in one for one in said) == 1
    assert "Introduced by: OHCHR" in said
    assert not any("draft decision" in one for one in said)


def test_what_does_not_fit_in_a_sitting_goes_on_in_the_next_and_is_settled_there() -> None:
    said = lines(script(item("a", 0, ExpectedAction.DECISION, minutes=240)))
    assert sum(one == "The Chair: We take up item 1 of the agenda." for one in said) == 1
    again = [place for place, one in enumerate(said) if "We continue the consideration of item 1" in one]
    assert again
    assert next(place for place, one in enumerate(said) if "May I take it" in one) > again[-1]


def test_the_floor_is_open_when_an_item_is_taken_up_and_not_again_in_the_next_sitting() -> None:
    """An item that went on was taken up without a debate, and its debate was opened where it ended."""
    said = lines(script(item("a", 0, ExpectedAction.DECISION, minutes=240)))
    floor = [place for place, one in enumerate(said) if "The floor is open." in one]
    assert floor == [said.index("The Chair: We take up item 1 of the agenda.") + 1]


def test_an_item_with_parts_is_settled_after_them() -> None:
    """The Chair asked for the decision on an item before its parts had been taken up."""
    said = lines(
        script(
            item("a", 0, ExpectedAction.DECISION, minutes=30),
            item("b", 0, ExpectedAction.DISCUSSION, parent="a"),
            item("c", 1, ExpectedAction.DISCUSSION, parent="a"),
            item("d", 1, ExpectedAction.DISCUSSION),
        )
    )
    told = [one for one in said if one.startswith(("Item", "The Chair: We", "The Chair: May"))]
    assert told == [
        "Item a",
        "The Chair: We take up item 1 of the agenda.",
        "Item b",
        "The Chair: We take up item 1\N{NO-BREAK SPACE}(a) of the agenda.",
        "Item c",
        "The Chair: We take up item 1\N{NO-BREAK SPACE}(b) of the agenda.",
        "Item a (continued)",
        "The Chair: We continue the consideration of item 1 of the agenda.",
        (
            "The Chair: May I take it that the meeting wishes to adopt the draft decision? "
            "I hear no objection. It is so decided."
        ),
        "Item d",
        "The Chair: We take up item 2 of the agenda.",
    ]
    assert sum("The floor is open." in one for one in said) == 3, "the parts open the debate on the whole"


@pytest.mark.parametrize("language", list(Language))
def test_the_last_sitting_closes_the_meeting_and_each_other_one_names_the_next(language: Language) -> None:
    paper = script(item("a", 0, ExpectedAction.DISCUSSION))
    ends = [section.blocks[-1] for section in paper.sections]
    said = [one.text.read(language).text for one in ends if isinstance(one, Para)]
    assert len(said) == len(FACTS.sittings)
    closing = {"en": "I declare the meeting closed.", "fr": "la réunion close.", "es": "clausurada la reunión."}
    assert said[-1].endswith(closing[language])
    assert not any(one.endswith(closing[language]) for one in said[:-1])


AHEAD = tuple(replace(one, opened_at=None, closed_at=None) for one in FACTS.sittings)
REOPENED = {
    Language.EN: "If a delegation asks for the floor once the list is closed: The list of speakers has been closed. "
    "May I take it that the meeting agrees to open it again? I hear no objection. It is so decided.",
    Language.FR: "Si une délégation demande la parole une fois la liste close : La liste des orateurs a été close. "
    "Puis-je considérer que la réunion consent à la rouvrir ? Je n’entends pas d’objection. Il en est ainsi décidé.",
    Language.ES: "Si una delegación pide la palabra una vez cerrada la lista: La lista de oradores ha quedado cerrada. "
    "¿Puedo entender que la reunión está de acuerdo en abrirla de nuevo? No hay objeciones. Así queda acordado.",
}


@pytest.mark.parametrize("language", list(Language))
def test_the_words_for_a_list_and_an_item_that_are_opened_again_stand_once_at_the_end(language: Language) -> None:
    paper = script(item("a", 0, ExpectedAction.DISCUSSION), item("b", 1, ExpectedAction.DECISION), sittings=AHEAD)
    said = [one.replace("\N{NO-BREAK SPACE}", " ") for one in lines(paper, language)]
    assert said.count(REOPENED[language]) == 1
    assert said.index(REOPENED[language]) > len(said) - 9, "after the sittings"
    ruled = {"en": "by a simple majority", "fr": "majorité simple", "es": "mayoría simple"}
    assert ruled[language] in said[-1], "what was decided stands, unless it is considered again (R26)"


def test_an_item_that_was_closed_is_taken_up_again_with_the_consent_of_the_meeting() -> None:
    said = lines(script(item("a", 0, ExpectedAction.DISCUSSION), sittings=AHEAD))
    assert (
        "If the meeting is to return to an item whose discussion was closed: The discussion of item [number] has been "
        "closed. May I take it that the meeting wishes to open it again? What was decided stands. I hear no objection. "
        "It is so decided."
    ) in said
    assert any("The reconsideration of draft decision [symbol] has been moved." in one for one in said)


def test_after_the_meeting_nothing_is_opened_again() -> None:
    assert all(one.closed_at is not None for one in FACTS.sittings)
    assert not any("open it again" in one for one in lines(script(item("a", 0, ExpectedAction.DISCUSSION))))


def test_after_the_item_of_closure_no_sitting_is_called_to_order() -> None:
    """The Chair adjourned to the second sitting right after the closure of the meeting."""
    said = lines(
        script(
            item("a", 0, ExpectedAction.DISCUSSION),
            item("b", 1, ExpectedAction.DISCUSSION, purpose=Purpose.CLOSURE),
        )
    )
    assert len(FACTS.sittings) > 1
    assert sum("I call to order" in one for one in said) == 1
    assert sum("I declare the meeting closed." in one for one in said) == 1
    assert not any("adjourned" in one for one in said)
    assert said[-1] == "No item is planned for this sitting."


def test_no_text_stands_in_the_script_that_is_of_another_language() -> None:
    untold = replace(item("a", 0, ExpectedAction.DISCUSSION), title=Trilingual("Only in English"))
    said = lines(script(untold), Language.FR)
    assert not any("Only in English" in one for one in said if one != "Only in English")


def test_r19_the_roll_call_sheet_has_the_order_in_which_members_are_called_in_each_language() -> None:
    paper = roll_call_paper(FACTS)
    said = [block.text.read(Language.EN).text for block in paper.blocks if isinstance(block, Para)]
    assert said[0].startswith("In every language the call follows the English alphabetical order")
    heads = [column.heading.read(Language.EN).text for column in _table(paper).columns]
    assert heads[-2:] == ["Passed", "Second call"]
    tables = [one for one in paper.blocks if isinstance(one, DataTable)]
    called = [FACTS.states[code] for code in roll_call_order([FACTS.states[code] for code in FACTS.members])]
    for language in Language:
        names = [row[1].read(language).text for row in tables[1].rows[:-1]]
        assert names == [state.short[language] for state in called]
    assert all(one.by_hand for one in tables)


def test_r14_nobody_but_members_stands_on_the_roll_call_sheet() -> None:
    names = {row[1].read(Language.EN).text for row in _table(roll_call_paper(FACTS)).rows}
    assert FACTS.observers
    assert not names & {FACTS.states[code].short[Language.EN] for code in FACTS.observers}


def _table(paper: RecordPaper) -> DataTable:
    return [one for one in paper.blocks if isinstance(one, DataTable)][1]


def test_who_sent_apologies_has_no_line_to_sign_and_no_plate() -> None:
    record = kinds.attendance(tuple(STATES)[:6], 1)
    absent = STATES[tuple(STATES)[1]].short[Language.EN]
    signed = signature_paper(record, FACTS)
    rows = [
        row[0].read(Language.EN).text
        for section in signed.sections for block in section.blocks if isinstance(block, DataTable) for row in block.rows
    ]  # fmt: skip
    assert next(iter(STATES.values())).short[Language.EN] in rows
    assert absent not in rows
    assert absent not in {one.read(Language.EN).text for one in plates(plates_paper(record, FACTS)).names}


def test_who_sent_apologies_and_came_has_a_line_to_sign_and_a_plate() -> None:
    """Four members that had sent apologies were there and voted, and had neither."""
    code = tuple(STATES)[1]
    record, name = kinds.attendance(tuple(STATES)[:6], 1), STATES[code].short[Language.EN]
    at = datetime.datetime(2027, 1, 26, 10, tzinfo=datetime.UTC)
    came = replace(FACTS, positions=(Position("one", "vote", code, Vote.IN_FAVOUR, at),), presence=())
    assert name in {one.read(Language.EN).text for one in plates(plates_paper(record, came)).names}
    tables = (block for one in signature_paper(record, came).sections for block in one.blocks)
    assert name in {row[0].read(Language.EN).text for one in tables if isinstance(one, DataTable) for row in one.rows}


@pytest.mark.parametrize("language", list(Language))
def test_r18_the_script_says_of_an_election_alone_that_it_is_secret(language: Language) -> None:
    """It said that other votes are not, and one was taken by secret ballot."""
    said = str(lines(script(item("a", 0, ExpectedAction.ELECTION)), language))
    words = catalog(language)
    assert words.gettext("Elections are held by secret ballot.") in said
    assert words.gettext("Elections are secret, other votes are not.") not in said


def test_the_sheet_that_is_signed_claims_of_nobody_that_it_is_there() -> None:
    """It stood under "Members represented" before anybody had come; and its columns began with a small letter."""
    signed = signature_paper(kinds.attendance(tuple(STATES)[:6], 1), FACTS)
    titles = [section.title.read(Language.EN).text for section in signed.sections]
    assert titles[:3] == ["Members", "Observers", "Other States"]
    (table,) = (one for one in signed.sections[0].blocks if isinstance(one, DataTable))
    heads = [column.heading.read(Language.ES).text for column in table.columns]
    assert heads == [head[0].upper() + head[1:] for head in heads]


@pytest.mark.parametrize("invited", [0, 1])
def test_each_member_and_observer_has_a_line_to_sign_though_nobody_is_registered(invited: int) -> None:
    """The sheet was one page of blank lines for "others", while plates and roll call knew the States."""
    record = kinds.attendance((FACTS.members[0],)[:invited], 1)
    signed = signature_paper(record, FACTS)
    names = {}
    for section in signed.sections:
        (table,) = (one for one in section.blocks if isinstance(one, DataTable))
        names[section.title.read(Language.EN).text] = [row[0].read(Language.EN).text for row in table.rows]
    assert sorted(names["Members"]) == sorted(FACTS.states[code].short[Language.EN] for code in FACTS.members)
    assert sorted(names["Observers"]) == sorted(FACTS.states[code].short[Language.EN] for code in FACTS.observers)


@pytest.mark.parametrize("invited", [0, 1])
def test_each_member_and_observer_has_a_plate_though_others_alone_are_invited(invited: int) -> None:
    """Where only a partner was invited no member had one, although each had a line on the sheet that is signed."""
    guests = kinds.attendance(("BRA",), 1).guests
    bodies = tuple(one for one in guests.lines if one.partner is not None)[:invited]
    names = {
        one.read(Language.EN).text
        for one in plates(plates_paper(Attendance(Guests(FACTS.meeting, bodies)), FACTS)).names
    }
    states = {FACTS.states[code].short[Language.EN] for code in (*FACTS.members, *FACTS.observers)}
    assert FACTS.observers
    assert states < names if invited else states == names
    assert len(names) == len(states) + invited


CAPITALS = 0.714
"""The height of the capitals of the face, as a part of its size."""


def plates(paper: RecordPaper) -> Plates:
    return next(one for one in paper.blocks if isinstance(one, Plates))


@given(st.lists(st.text("abcdefgh", min_size=1, max_size=14), min_size=1, max_size=9))
def test_a_name_is_as_large_as_half_a_sheet_allows_and_never_larger(words: list[str]) -> None:
    name, width, height = " ".join(words), 450.0, 260.0
    size = fitted(name, width, height)
    assert 0 < size <= LARGEST
    widest = max(measured(word, Face.BOLD) for word in words)
    assert size * widest <= width + 0.01
    if len(words) == 1:
        assert size == pytest.approx(min(LARGEST, width / widest, height / LEADING))


def test_a_name_may_end_a_line_in_its_hyphen_and_never_in_front_of_the_end_of_a_bracket() -> None:
    """Antigua-et-Barbuda had half the size of Chile, and "de)" stood alone."""
    width, height = 450.0, 260.0
    assert fitted("Antigua-et-Barbuda", width, height) > fitted("AntiguaxetxBarbuda", width, height)
    tied = "plurinational\u00a0de)"
    assert fitted("Bolivie (État plurinational de)", width, height) == width / measured(tied, Face.BOLD)


@pytest.mark.parametrize("language", list(Language))
def test_each_plate_has_letters_as_large_as_its_name_leaves_room_for(language: Language) -> None:
    """All had the size of the longest name, with letters of 13 mm: too small for a hall."""
    width, height = PORTRAIT.width, PORTRAIT.size[1] / 2 * FILLED
    own = {code: fitted(one.said_in(catalog(language)), width, height) for code, one in STATES.items()}
    millimetres = {code: size * CAPITALS / 72 * 25.4 for code, size in own.items()}
    assert all(millimetres[code] >= 30 for code in STATES if len(STATES[code].said_in(catalog(language))) <= 5)
    assert min(millimetres.values()) >= 10
    assert len(set(own.values())) > 2


def test_one_plate_can_be_had_alone_also_of_a_state_that_was_excused() -> None:
    """A State that came after all had none, and eighty-one pages had to be printed for one."""
    paper = plates_paper(Attendance(Guests(FACTS.meeting, ())), FACTS, "KEN")
    (one,) = plates(paper).names
    assert (one.en, plates(paper).podium) == ("Kenya", ())
    assert paper.masthead.symbol.endswith("/CRP/4/KEN")


@pytest.mark.parametrize("language", list(Language))
def test_a_body_without_a_translation_is_simply_called_by_its_name(language: Language) -> None:
    guests = kinds.attendance(("BRA",), 1).guests
    lines = tuple(
        replace(one, partner=replace(one.partner, name=Trilingual("Universal Rights Group")))
        for one in guests.lines
        if one.partner is not None
    )
    record = Attendance(replace(guests, lines=lines[:1]))
    names = plates(plates_paper(record, FACTS)).names
    (name,) = (one for one in names if one.read(language).text == "Universal Rights Group")
    (table,) = signature_paper(record, FACTS).sections[-2].blocks
    assert isinstance(table, DataTable)
    for said in (name, table.rows[0][0]):
        assert (said.read(language).text, said.read(language).mark) == ("Universal Rights Group", "")


@pytest.mark.parametrize("language", list(Language))
def test_no_sentence_of_the_script_ends_with_two_stops(language: Language) -> None:
    said = lines(script(item("a", 0, ExpectedAction.DECISION)), language)
    assert len(FACTS.sittings) > 1
    assert not [one for one in said if ".." in one]


def test_the_script_has_the_day_on_which_the_meeting_opens() -> None:
    agreed = replace(FACTS.meeting, agenda_agreed_on=FACTS.meeting.opens_on - datetime.timedelta(days=40))
    going_on = tuple(replace(one, closed_at=None) for one in FACTS.sittings)
    paper = script(item("a", 0, ExpectedAction.DECISION), meeting=agreed, sittings=going_on)
    assert paper.masthead.dated == FACTS.meeting.opens_on


def test_r35_the_script_puts_a_slate_and_proclaims_it_in_words_that_agree_with_no_name() -> None:
    said = {one: lines(script(item("a", 0, ExpectedAction.ELECTION)), one) for one in Language}
    assert any(one.endswith("It is so decided. I declare [names] elected by acclamation.") for one in said[Language.EN])
    assert any(one.endswith("L’élection de [noms] est prononcée par acclamation.") for one in said[Language.FR])
    assert any(one.endswith("la elección de [nombres].") for one in said[Language.ES])
    chair = replace(item("a", 0, ExpectedAction.ELECTION), title=ELECTIONS[Office.CHAIR])
    alone = "Al no haber otra propuesta, queda proclamada por aclamación la elección de [nombre] a la Presidencia."
    assert any(alone in one for one in lines(script(chair), Language.ES))


def test_programme_script_and_minutes_name_the_same_items_of_which_nothing_is_recorded() -> None:
    """Items on which nobody spoke stood in the programme with hours, as though they had been held."""
    items = (
        item("a", 0, ExpectedAction.DISCUSSION),
        item("b", 1, ExpectedAction.DISCUSSION),
        item("c", 2, ExpectedAction.DISCUSSION, minutes=600),
        item("d", 3, ExpectedAction.DISCUSSION),
        item("e", 4, ExpectedAction.DECISION, purpose=Purpose.CLOSURE),
    )
    (first, *_) = FACTS.sittings
    opened = datetime.datetime.combine(first.on, first.starts, datetime.UTC)
    sitting = replace(first, opened_at=opened, closed_at=opened + datetime.timedelta(hours=1))
    heard = Intervention("h", FACTS.meeting.key, "b", opened, "MAR")
    adopted = replace(FACTS.meeting, agenda_adopted_on=first.on)
    known = RecordedMeeting(adopted, FACTS.states, (sitting,), items, interventions=(heard,))
    found = programme(known.items, known.sittings)
    day, dealt, silent = programme_paper(known, found).sections
    (table,) = (one for one in day.blocks if isinstance(one, DataTable))
    assert [row[2].read(Language.EN).text for row in table.rows] == ["Item b"]
    numbers = [
        [entry.label.read(Language.EN).text for block in part.blocks if isinstance(block, Listing)
         for entry in block.entries]
        for part in (dealt, silent)
    ]  # fmt: skip
    assert numbers == [["5"], ["1", "3", "4"]]
    said = lines(script_paper(known, found))
    assert "Nothing that the minutes tell is recorded under agenda items: 1, 3, 4." in said
    planned = replace(known, meeting=replace(adopted, agenda_adopted_on=None))
    (day, *_) = programme_paper(planned, found).sections
    (table,) = (one for one in day.blocks if isinstance(one, DataTable))
    assert len(table.rows) == 3, "no agenda was adopted in the room: no record of it was kept"


def test_a_sitting_of_which_nothing_is_recorded_says_so_and_is_not_called_unplanned() -> None:
    opened = [
        replace(
            one,
            opened_at=datetime.datetime.combine(one.on, one.starts, datetime.UTC),
            closed_at=datetime.datetime.combine(one.on, one.ends, datetime.UTC),
        )
        for one in FACTS.sittings[:2]
    ]
    items = tuple(item(f"{place}", place, ExpectedAction.DISCUSSION, minutes=180) for place in range(2))
    heard = Intervention("h", FACTS.meeting.key, "0", opened[0].opened_at, "MAR")  # type: ignore[arg-type]
    adopted = replace(FACTS.meeting, agenda_adopted_on=opened[0].on)
    known = RecordedMeeting(adopted, FACTS.states, tuple(opened), items, interventions=(heard,))
    paper = programme_paper(known, programme(known.items, known.sittings))
    blocks = [one for part in paper.sections for one in part.blocks if isinstance(one, Para)]
    assert any("nothing recorded in the minutes" in one.text.read(Language.EN).text for one in blocks)
    assert not any("no item is planned" in one.text.read(Language.EN).text for one in blocks)


def test_at_the_closure_the_record_is_before_the_meeting_before_the_floor_is_open() -> None:
    said = lines(script(item("a", 0, ExpectedAction.DECISION, purpose=Purpose.CLOSURE)))
    record = next(place for place, one in enumerate(said) if "The record of decisions is before the meeting" in one)
    floor = next(place for place, one in enumerate(said) if "The floor is open" in one)
    assert record < floor
