"""Corrections that members ask for, approval in its two ways, and what no verb changes after it, on a real register."""

import datetime
from collections.abc import Callable
from dataclasses import replace

import pytest

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.correction_requests import CorrectionFate, CorrectionRequest, RequestSource
from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.known_matters import minutes_origin
from nmirf_desktop.domain.meetings import Meeting, MeetingKind, Sitting
from nmirf_desktop.domain.minutes import ApprovalWay, Circulation, MinutesState
from nmirf_desktop.domain.papers import MinutesPaper
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.renames import Renaming
from nmirf_desktop.domain.sittings import Intervention, PresenceKind
from nmirf_desktop.domain.states import Names
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.home import DeadlineKind
from nmirf_desktop.services.known_matters import KnownMatters
from nmirf_desktop.services.minutes import MinuteBook
from nmirf_desktop.services.papers import Papers
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.services.settings import Settings
from nmirf_desktop.storage import undo
from nmirf_desktop.storage.journal import LINES, head
from nmirf_desktop.storage.minutes import MINUTES, PARAGRAPHS
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.verification import verify
from tests.registers import MEMBERS, Desk, Hand, said

Network = tuple[Desk, Meeting, AgendaItem]
CIRCULATED, UNTIL, AFTER = datetime.date(2026, 12, 10), datetime.date(2027, 1, 10), datetime.date(2027, 1, 11)
RECEIVED = datetime.date(2026, 12, 15)
LATER = Hand(datetime.datetime(2027, 2, 1, 12, tzinfo=datetime.UTC))
WORDS = catalog(Language.EN)
ASKED = "The representative of Morocco commended the report of the Coordinator."


@pytest.fixture
def book(network: Network) -> MinuteBook:
    """The minute book of a meeting at which Morocco spoke, and whose minutes circulate."""
    desk, meeting, item = network
    sitting = desk.sittings.all(meeting.key)[0]
    desk.sittings.open(sitting.key)
    desk.sittings.record(meeting.key, MEMBERS, PresenceKind.ARRIVED)
    desk.clock.forward(10)
    desk.sittings.note(
        Intervention("said", meeting.key, item.key, desk.clock.at, "MAR", note="welcomed the report of the Coordinator")
    )
    desk.clock.forward(60)
    desk.sittings.close(sitting.key)
    book = MinuteBook(desk.store, desk.states, LATER)
    book.draft(meeting.key)
    book.circulate(minutes_of(book, meeting), Circulation(CIRCULATED, UNTIL))
    return book


def minutes_of(book: MinuteBook, meeting: Meeting) -> str:
    found = book.minutes(meeting.key)
    assert found is not None
    return found.key


def paragraph(book: MinuteBook, minutes: str, slot: str = "intervention:said") -> str:
    return next(one.key for one in book.paragraphs(minutes) if one.slot == slot)


def text(book: MinuteBook, minutes: str, key: str) -> Trilingual:
    return next(one.text for one in book.paragraphs(minutes) if one.key == key)


def asked(book: MinuteBook, meeting: Meeting, **other: object) -> CorrectionRequest:
    """What Morocco asks for of its own statement, in time."""
    key = minutes_of(book, meeting)
    request = CorrectionRequest("", key, RECEIVED, paragraph=paragraph(book, key), state="MAR", text=ASKED)
    return replace(request, **other)  # type: ignore[arg-type]


def flags(book: MinuteBook, minutes: str) -> list[str]:
    return [flag.said_in(WORDS) for one in book.requests.of(minutes) for flag in one.flags]


def test_a_request_in_time_for_one_s_own_statement_is_not_flagged(network: Network, book: MinuteBook) -> None:
    _, meeting, _ = network
    book.requests.record(asked(book, meeting))
    (listed,) = book.requests.of(minutes_of(book, meeting))
    assert (listed.number, listed.flags, listed.asker.said_in(WORDS)) == (4, (), "Morocco")
    assert listed.present == "The representative of Morocco welcomed the report of the Coordinator."


def test_what_is_late_or_another_s_is_recorded_and_flagged(network: Network, book: MinuteBook) -> None:
    _, meeting, _ = network
    key = minutes_of(book, meeting)
    book.requests.record(asked(book, meeting, state="PRY", received_on=AFTER))
    assert flags(book, key) == [
        "Late: the period for corrections ended on 10 January 2027.",
        "Not its own statement: the paragraph reports another speaker (Morocco).",
    ]


@pytest.mark.parametrize(("slot", "flagged"), [("opening", True), ("members", False)])
def test_what_was_drafted_from_the_record_is_nobody_s_statement(
    network: Network, book: MinuteBook, slot: str, flagged: bool
) -> None:
    _, meeting, _ = network
    key = minutes_of(book, meeting)
    book.requests.record(asked(book, meeting, paragraph=paragraph(book, key, slot)))
    assert bool(flags(book, key)) is flagged


def test_a_body_asks_for_its_own_statement(network: Network, book: MinuteBook) -> None:
    desk, meeting, item = network
    ohchr = Trilingual("OHCHR", "HCDH", "ACNUDH")
    note = Intervention("body", meeting.key, item.key, desk.clock.at, body=ohchr, note="thanked the members")
    desk.sittings.note(note)
    key = minutes_of(book, meeting)
    book.take(key, next(one for one in book.offers(key) if one.slot == "intervention:body"))
    own = paragraph(book, key, "intervention:body")
    book.requests.record(asked(book, meeting, state=None, body=Trilingual(fr="HCDH"), paragraph=own))
    assert flags(book, key) == []
    book.requests.record(asked(book, meeting, state="MAR", paragraph=own))
    assert flags(book, key) == ["Not its own statement: the paragraph reports another speaker (OHCHR)."]


def test_accepting_writes_the_paragraph_and_outdates_its_translations(network: Network, book: MinuteBook) -> None:
    desk, meeting, _ = network
    key = minutes_of(book, meeting)
    own = paragraph(book, key)
    book.write(own, text(book, key, own).with_text(Language.FR, "La représentante du Maroc se félicite du rapport."))
    request = book.requests.record(asked(book, meeting))
    book.requests.accept(request.key, AFTER)
    now = text(book, key, own)
    assert (now.en, now.state(Language.EN), now.state(Language.FR)) == (ASKED, TextState.DRAFT, TextState.OUTDATED)
    (listed,) = book.requests.of(key)
    assert listed.request.fate is CorrectionFate.ACCEPTED
    with desk.store.read() as session:
        last = head(session)
        assert last is not None
        assert listed.request.entry == last.sequence
        written = {line.row for line in LINES.all(session, sequence=last.sequence)}
    assert written == {own, request.key}
    undo.undo(desk.store)
    assert text(book, key, own).en == "The representative of Morocco welcomed the report of the Coordinator."
    assert book.requests.of(key)[0].request.open


def test_a_correction_in_another_language_leads_from_then_on(network: Network, book: MinuteBook) -> None:
    _, meeting, _ = network
    key = minutes_of(book, meeting)
    french = "La représentante du Maroc salue le rapport."
    request = book.requests.record(asked(book, meeting, language=Language.FR, text=french))
    book.requests.accept(request.key, AFTER)
    now = text(book, key, paragraph(book, key))
    assert (now.source, now.fr, now.state(Language.EN)) == (Language.FR, french, TextState.OUTDATED)


def test_other_words_a_reason_and_a_decision_taken_back(network: Network, book: MinuteBook) -> None:
    _, meeting, _ = network
    key = minutes_of(book, meeting)
    request = book.requests.record(asked(book, meeting))
    book.requests.accept_otherwise(request.key, AFTER, "The representative of Morocco praised the report.", "Shorter.")
    assert text(book, key, paragraph(book, key)).en == "The representative of Morocco praised the report."
    (listed,) = book.requests.of(key)
    assert (listed.request.fate, listed.request.reason) == (CorrectionFate.OTHER_WORDS, "Shorter.")
    with pytest.raises(Refusal, match="decided already"):
        book.requests.decline(request.key, AFTER, "No.")
    book.requests.take_back(request.key)
    with pytest.raises(Problem, match="Give the reason"):
        book.requests.decline(request.key, AFTER, " ")
    book.requests.decline(request.key, AFTER, "C’est ce qui a été dit.", Language.FR)
    (listed,) = book.requests.of(key)
    assert (listed.request.fate, listed.request.reason_language) == (CorrectionFate.DECLINED, Language.FR)


def test_a_remark_is_accepted_and_writes_nothing_and_the_whole_has_no_paragraph(
    network: Network, book: MinuteBook
) -> None:
    _, meeting, _ = network
    key = minutes_of(book, meeting)
    before = text(book, key, paragraph(book, key))
    remark = book.requests.record(asked(book, meeting, text="", note="We did not welcome it."))
    with pytest.raises(Problem, match="give the words"):
        book.requests.accept_otherwise(remark.key, AFTER, " ")
    book.requests.accept(remark.key, AFTER)
    (listed,) = book.requests.of(key)
    assert (listed.request.fate, listed.request.entry) == (CorrectionFate.ACCEPTED, None)
    assert text(book, key, paragraph(book, key)) == before
    whole = book.requests.record(asked(book, meeting, text="", paragraph=None, note="Please use our full name."))
    with pytest.raises(Refusal, match="about the whole"):
        book.requests.accept_otherwise(whole.key, AFTER, "Something")
    book.requests.accept(whole.key, AFTER)


def test_a_paragraph_that_is_to_be_left_out_goes_as_that_is_accepted(network: Network, book: MinuteBook) -> None:
    desk, meeting, _ = network
    key = minutes_of(book, meeting)
    own = paragraph(book, key)
    request = book.requests.record(asked(book, meeting, text="", removal=True))
    book.requests.accept(request.key, AFTER)
    assert own not in {one.key for one in book.paragraphs(key)}
    (listed,) = book.requests.of(key)
    assert (listed.request.fate, listed.number) == (CorrectionFate.ACCEPTED, None)
    with desk.store.read() as session:
        last = head(session)
        assert last is not None
        assert listed.request.entry == last.sequence
        assert verify(session).faults == ()
    undo.undo(desk.store)
    assert text(book, key, own)
    book.requests.accept_otherwise(request.key, AFTER, "The representative of Morocco spoke.", "It spoke.")
    assert text(book, key, own).en == "The representative of Morocco spoke."
    assert book.requests.of(key)[0].request.fate is CorrectionFate.OTHER_WORDS


def test_to_leave_out_what_was_removed_by_hand_can_be_accepted(network: Network, book: MinuteBook) -> None:
    _, meeting, _ = network
    key = minutes_of(book, meeting)
    request = book.requests.record(asked(book, meeting, text="", removal=True))
    book.remove(paragraph(book, key))
    book.requests.accept(request.key, AFTER)
    assert book.requests.of(key)[0].request.fate is CorrectionFate.ACCEPTED
    assert book.approve(key, AFTER).state is MinutesState.APPROVED


def test_what_was_asked_for_before_another_correction_does_not_overwrite_it_unseen(
    network: Network, book: MinuteBook
) -> None:
    _, meeting, _ = network
    key = minutes_of(book, meeting)
    own = paragraph(book, key)
    first = book.requests.record(asked(book, meeting))
    second = book.requests.record(asked(book, meeting, text="The representative of Morocco rejected the report."))
    gone = book.requests.record(asked(book, meeting, text="", removal=True))
    assert flags(book, key) == []
    book.requests.accept(first.key, AFTER)
    for later in (second, gone):
        with pytest.raises(Refusal, match="reads otherwise now"):
            book.requests.accept(later.key, AFTER)
    assert text(book, key, own).en == ASKED
    assert flags(book, key) == ["The paragraph reads otherwise now than when this was asked for."] * 2
    book.requests.accept_otherwise(second.key, AFTER, second.text)
    fates = {one.request.key: one.request.fate for one in book.requests.of(key)}
    assert fates[second.key] is CorrectionFate.ACCEPTED
    book.requests.accept_otherwise(gone.key, AFTER, "")
    assert own not in {one.key for one in book.paragraphs(key)}
    assert all(one.request.fate is CorrectionFate.ACCEPTED for one in book.requests.of(key))


def test_a_request_that_is_put_right_is_of_the_paragraph_as_it_reads_now(network: Network, book: MinuteBook) -> None:
    _, meeting, _ = network
    key = minutes_of(book, meeting)
    request = book.requests.record(asked(book, meeting))
    own = paragraph(book, key)
    book.write(own, Trilingual("The representative of Morocco spoke of the report."))
    again = book.requests.record(replace(request, note="By telephone."))
    assert flags(book, key) == ["The paragraph reads otherwise now than when this was asked for."]
    book.requests.record(replace(again, text="The representative of Morocco spoke well of the report."))
    assert flags(book, key) == []


def test_what_was_late_stays_late_when_a_revised_version_has_days_of_its_own(
    network: Network, book: MinuteBook
) -> None:
    _, meeting, _ = network
    key = minutes_of(book, meeting)
    book.requests.record(asked(book, meeting, received_on=datetime.date(2027, 1, 15)))
    late = ["Late: the period for corrections ended on 10 January 2027."]
    assert flags(book, key) == late
    book.circulate_again(key, Circulation(datetime.date(2027, 1, 16), datetime.date(2027, 1, 30)))
    assert flags(book, key) == late
    book.requests.record(asked(book, meeting, received_on=datetime.date(2027, 1, 31), text="", note="Too late."))
    assert "Late: the period for corrections ended on 30 January 2027." in flags(book, key)
    book.requests.record(asked(book, meeting, received_on=datetime.date(2027, 1, 20), text="", note="In time."))
    assert len(flags(book, key)) == 2


def test_what_was_decided_before_the_revised_version_can_be_asked_for_again(network: Network, book: MinuteBook) -> None:
    _, meeting, _ = network
    key = minutes_of(book, meeting)
    (declined,) = book.requests.record_all(key, [asked(book, meeting)])
    waiting = asked(book, meeting, text="", note="Is this what was meant?")
    book.requests.record(waiting)
    book.requests.decline(declined.key, AFTER, "It was not said.")
    day = datetime.date(2027, 1, 20)
    assert book.requests.record_all(key, [asked(book, meeting, received_on=day)]) == ()
    book.circulate_again(key, Circulation(AFTER, datetime.date(2027, 1, 30)))
    again = [asked(book, meeting, received_on=day), replace(waiting, received_on=day)]
    (new,) = book.requests.record_all(key, again)
    assert (new.text, new.open) == (ASKED, True)
    assert book.requests.record_all(key, again) == ()


@pytest.mark.parametrize(
    ("wrong", "said_of_it"),
    [
        ({"state": None}, "Say who asks"),
        ({"text": ""}, "Say what is asked for"),
        ({"paragraph": None}, "of which paragraph"),
        ({"paragraph": None, "text": "", "removal": True}, "of which paragraph"),
        ({"received_on": datetime.date(2027, 3, 1)}, "lies ahead"),
        ({"paragraph": "another"}, "taken back meanwhile"),
    ],
)
def test_what_is_no_request(network: Network, book: MinuteBook, wrong: dict[str, object], said_of_it: str) -> None:
    _, meeting, _ = network
    with pytest.raises(Problem, match=said_of_it):
        book.requests.record(asked(book, meeting, **wrong))


def test_the_requests_of_a_file_come_in_one_step_and_once(network: Network, book: MinuteBook) -> None:
    desk, meeting, _ = network
    key = minutes_of(book, meeting)
    file = [
        asked(book, meeting, source=RequestSource.DOCUMENT),
        asked(book, meeting, source=RequestSource.DOCUMENT, text="", note="Is this what was meant?"),
    ]
    assert len(book.requests.record_all(key, file)) == 2
    assert book.requests.record_all(key, file) == ()
    undo.undo(desk.store)
    assert book.requests.of(key) == ()
    with pytest.raises(Problem):
        book.requests.record_all(key, [*file, asked(book, meeting, state=None)])
    assert book.requests.of(key) == ()


def test_a_paragraph_of_which_a_correction_is_asked_can_be_removed(network: Network, book: MinuteBook) -> None:
    desk, meeting, _ = network
    key = minutes_of(book, meeting)
    own = book.add(paragraph(book, key), Trilingual("A break followed."))
    request = book.requests.record(asked(book, meeting, paragraph=own.key, text="A short break followed."))
    book.remove(own.key)
    (listed,) = book.requests.of(key)
    assert (listed.number, book.removed(key)) == (None, ())
    with pytest.raises(Refusal, match="reads otherwise now"):
        book.requests.accept(request.key, AFTER)
    book.requests.accept_otherwise(request.key, AFTER, request.text)
    assert text(book, key, own.key).en == "A short break followed."
    with desk.store.read() as session:
        assert verify(session).faults == ()


def test_home_counts_what_waits_for_a_decision_with_the_day_on_which_corrections_close(
    network: Network, book: MinuteBook
) -> None:
    desk, meeting, _ = network
    home = Secretariat(desk.store, LATER).home
    book.requests.record(asked(book, meeting))
    found = {
        on: [one for one in home.overview(on).due if one.kind is DeadlineKind.CORRECTIONS] for on in (UNTIL, AFTER)
    }
    assert [(one.what.said_in(WORDS), one.day) for one in found[UNTIL]] == [
        ("1 request for correction of the minutes of “Second annual meeting” is open", UNTIL)
    ]
    assert [one.day for one in found[AFTER]] == [AFTER]
    assert [one for one in home.overview(CIRCULATED).due if one.kind is DeadlineKind.CORRECTIONS] == []


# ---- approval ----


def next_meeting(network: Network, book: MinuteBook) -> tuple[Meeting, AgendaItem]:
    """The meeting that comes after, with the item under which the minutes are before it."""
    desk, before, _ = network
    day = datetime.date(2027, 1, 20)
    meeting = replace(
        before, key="next", kind=MeetingKind.EXTRAORDINARY, symbol="NMIRF/2027/EX1", number=0, opens_on=day,
        closes_on=day, title=said("Extraordinary meeting"),
    )  # fmt: skip
    desk.meetings.save(meeting)
    item = AgendaItem("minutes-item", meeting.key, 0, said("Minutes"), origins=(minutes_origin(before.key),))
    desk.agendas.add(item)
    return meeting, item


def test_minutes_are_not_approved_over_open_requests_which_are_named(network: Network, book: MinuteBook) -> None:
    _, meeting, _ = network
    key = minutes_of(book, meeting)
    book.requests.record(asked(book, meeting))
    whole = book.requests.record(asked(book, meeting, state="PRY", paragraph=None, text="", note="Our name."))
    with pytest.raises(Refusal) as refused:
        book.approve(key, AFTER)
    assert refused.value.said_in(WORDS) == (
        "Requests for correction are open still: Morocco (paragraph 4), Paraguay. Decide on them first."
    )
    for one in book.requests.of(key):
        book.requests.decline(one.request.key, AFTER, "No.")
    assert whole.open
    assert book.approve(key, AFTER).way is ApprovalWay.DEEMED


def printed(book: MinuteBook, desk: Desk, meeting: Meeting) -> MinutesPaper:
    papers = Papers(desk.store, desk.states, LATER)
    (content,) = papers.contents(Request(DocumentKind.MINUTES, meeting.key))
    assert isinstance(content.paper, MinutesPaper)
    return content.paper


def test_deemed_approved_is_said_in_the_document(network: Network, book: MinuteBook) -> None:
    desk, meeting, _ = network
    notice = printed(book, desk, meeting).notice
    assert "to the secretariat by 10 January 2027" in notice.en
    assert notice.en.endswith("The text in English prevails.")
    book.approve(minutes_of(book, meeting), AFTER)
    paper = printed(book, desk, meeting)
    assert (paper.approval.en, bool(paper.notice)) == (
        "deemed approved on 11 January 2027, the period for corrections having ended",
        False,
    )


def test_the_next_meeting_approves_under_its_item(network: Network, book: MinuteBook) -> None:
    desk, meeting, _ = network
    key = minutes_of(book, meeting)
    coming, item = next_meeting(network, book)
    (offered,) = book.approving(key)
    assert (offered.meeting, offered.item.item.key, offered.reached) == (coming, item.key, False)
    with pytest.raises(Problem, match="meets on"):
        book.approve(key, AFTER, item.key)
    with pytest.raises(Problem, match="not that of the minutes"):
        book.approve(key, coming.opens_on, network[2].key)
    approved = book.approve(key, coming.opens_on, item.key)
    assert (approved.way, approved.item) == (ApprovalWay.MEETING, item.key)
    assert printed(book, desk, meeting).approval.en == (
        "approved by the extraordinary meeting of the Network on 20 January 2027 (agenda\u00a0item\u00a01)"
    )
    with pytest.raises(Problem, match="approved under this item"):
        desk.agendas.remove(coming.key, [item.key])
    march = coming.opens_on.replace(month=3)
    with pytest.raises(Problem, match="that day stays") as refused:
        desk.meetings.save(replace(coming, opens_on=march, closes_on=march))
    assert refused.value.said_in(WORDS) == (
        "This meeting approved minutes on 20 January 2027: that day stays one of its days. Nothing was changed."
    )
    desk.meetings.save(replace(coming, closes_on=march))


def test_a_meeting_approves_no_minutes_before_they_were_circulated(network: Network, book: MinuteBook) -> None:
    desk, meeting, _ = network
    coming, item = next_meeting(network, book)
    early = datetime.date(2026, 12, 9)
    desk.meetings.save(replace(coming, opens_on=early, closes_on=early))
    with pytest.raises(Problem, match="give that day or a later one"):
        book.approve(minutes_of(book, meeting), early, item.key)


def test_approved_minutes_keep_the_symbol_that_their_corrigenda_bear(network: Network, book: MinuteBook) -> None:
    desk, meeting, _ = network
    desk.meetings.save(replace(meeting, symbol="NMIRF/2026/B"))
    book.approve(minutes_of(book, meeting), AFTER)
    with pytest.raises(Problem, match="their corrigenda bear") as refused:
        desk.meetings.save(replace(meeting, symbol="NMIRF/2026/C"))
    assert refused.value.field_name == "symbol"
    desk.meetings.save(replace(meeting, symbol="NMIRF/2026/B", place=said("Marrakesh")))


def test_a_meeting_that_approved_the_minutes_of_two_tells_both(network: Network, book: MinuteBook) -> None:
    desk, meeting, _ = network
    between = datetime.date(2026, 12, 1)
    other = replace(
        meeting, key="other", kind=MeetingKind.EXTRAORDINARY, symbol="NMIRF/2026/EX9", number=0, opens_on=between,
        closes_on=between, title=said("Extraordinary meeting"),
    )  # fmt: skip
    desk.meetings.save(other)
    book.draft(other.key)
    book.add(book.every(minutes_of(book, other))[0].key, Trilingual("The meeting was held."))
    book.circulate(minutes_of(book, other), Circulation(CIRCULATED, UNTIL))
    coming, item = next_meeting(network, book)
    desk.agendas.save(replace(item, origins=(minutes_origin(meeting.key), minutes_origin(other.key))))
    for one in (meeting, other):
        book.approve(minutes_of(book, one), coming.opens_on, item.key)
    told = [one.text.en for one in book.fresh(coming.key) if one.slot.startswith("minutes:")]
    assert len(told) == 2
    assert all(one.endswith("were approved.") for one in told)
    assert ["24" in told[0], "1 December" in told[1]] == [True, True]


def test_what_the_next_meeting_did_is_offered_said_by_its_chair_and_in_its_minutes(
    network: Network, book: MinuteBook
) -> None:
    desk, meeting, _ = network
    key = minutes_of(book, meeting)
    coming, item = next_meeting(network, book)
    desk.meetings.save_sitting(Sitting("s", coming.key, 1, coming.opens_on, datetime.time(10), datetime.time(13)))
    assert book.facts(coming.key).minutes_open
    desk.clock.at = datetime.datetime(2027, 1, 20, 10, tzinfo=datetime.UTC)
    desk.sittings.open("s")
    desk.sittings.turn_to(coming.key, item.key)
    assert book.approving(key)[0].reached
    (due,) = [
        one
        for one in Secretariat(desk.store, LATER).home.overview(coming.opens_on).due
        if one.kind is DeadlineKind.APPROVAL
    ]
    assert due.what.said_in(WORDS) == "NMIRF/2027/EX1 came to the item on the minutes of NMIRF/2026"
    book.approve(key, coming.opens_on, item.key)
    assert not book.facts(coming.key).minutes_open
    book.draft(coming.key)
    said_there = {one.slot: one.text.en for one in book.paragraphs(minutes_of(book, coming))}
    assert said_there[f"minutes:{meeting.key}"] == (
        "The minutes of the second annual meeting of the Network (24–26 November 2026) were approved."
    )


def test_what_the_meeting_approved_in_the_room_stands_where_it_was_done(
    network: Network, book: MinuteBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(network[0].store, "_clock", network[0].clock)  # the journal has the moment of the room
    desk, meeting, _ = network
    key = minutes_of(book, meeting)
    coming, item = next_meeting(network, book)
    desk.meetings.save_sitting(Sitting("s", coming.key, 1, coming.opens_on, datetime.time(10), datetime.time(13)))
    desk.clock.at = datetime.datetime(2027, 1, 20, 10, tzinfo=datetime.UTC)
    desk.sittings.open("s")
    for name, before in (("before", True), ("after", False)):
        desk.clock.forward(10)
        note = "thanked the secretariat for the minutes" if before else "asked that the next ones be shorter"
        desk.sittings.note(Intervention(name, coming.key, item.key, desk.clock.at, "GHA", note=note))
        desk.clock.forward(10)
        if before:
            book.approve(key, coming.opens_on, item.key)
    slots = [one.slot for one in book.fresh(coming.key) if one.item == item.key]
    assert slots == ["intervention:before", f"minutes:{meeting.key}", "intervention:after"]


def test_an_agenda_that_was_to_approve_takes_note(network: Network, book: MinuteBook) -> None:
    desk, meeting, _ = network
    coming, _item = next_meeting(network, book)
    desk.agendas.remove(coming.key, ["minutes-item"])
    KnownMatters(desk.store, desk.states, LATER).place(coming.key)
    book.approve(minutes_of(book, meeting), AFTER)
    (item,) = [one.item for one in desk.agendas.items(coming.key) if minutes_origin(meeting.key) in one.item.origins]
    assert "take note of the minutes" in item.annotation.en
    assert item.annotation.en.endswith("deemed approved on 11 January 2027.")


# ---- after it ----


Verb = Callable[[MinuteBook, str, str, CorrectionRequest], object]
VERBS: dict[str, Verb] = {
    "draft": lambda book, minutes, _one, _request: book.draft(meeting_of(book, minutes)),
    "write": lambda book, _minutes, one, _request: book.write(one, Trilingual("Other words.")),
    "add": lambda book, _minutes, one, _request: book.add(one, Trilingual("One more.")),
    "remove": lambda book, _minutes, one, _request: book.remove(one),
    "move": lambda book, _minutes, one, _request: book.move(one, 1),
    "replace": lambda book, minutes, one, _request: book.replace(minutes, "the", "a", {one}),
    "put_back": lambda book, _minutes, one, _request: book.put_back(one),
    "review": lambda book, _minutes, one, _request: book.review(one),
    "circulate": lambda book, minutes, _one, _request: book.circulate(minutes, Circulation(CIRCULATED, UNTIL)),
    "again": lambda book, minutes, _one, _request: book.circulate_again(minutes, Circulation(CIRCULATED, UNTIL)),
    "approve": lambda book, minutes, _one, _request: book.approve(minutes, AFTER),
    "record": lambda book, _minutes, _one, request: book.requests.record(replace(request, key="")),
    "record_all": lambda book, minutes, _one, request: book.requests.record_all(
        minutes, [replace(request, key="", text="Something else.")]
    ),
    "accept": lambda book, _minutes, _one, request: book.requests.accept(request.key, AFTER),
    "otherwise": lambda book, _minutes, _one, request: book.requests.accept_otherwise(request.key, AFTER, "Else."),
    "decline": lambda book, _minutes, _one, request: book.requests.decline(request.key, AFTER, "No."),
    "take_back": lambda book, _minutes, _one, request: book.requests.take_back(request.key),
    "drop": lambda book, _minutes, _one, request: book.requests.remove(request.key),
}


def meeting_of(book: MinuteBook, minutes: str) -> str:
    with book._store.read() as session:
        return MINUTES.get(session, minutes).meeting


@pytest.fixture
def approved(network: Network, book: MinuteBook) -> tuple[str, CorrectionRequest]:
    """Minutes approved with one correction in them."""
    _, meeting, _ = network
    request = book.requests.record(asked(book, meeting))
    book.requests.accept(request.key, AFTER)
    key = minutes_of(book, meeting)
    book.approve(key, AFTER)
    return key, request


def rows(desk: Desk, minutes: str) -> tuple[object, ...]:
    with desk.store.read() as session:
        return MINUTES.get(session, minutes), PARAGRAPHS.all(session, minutes=minutes)


@pytest.mark.parametrize("verb", VERBS)
def test_no_verb_changes_approved_minutes(
    network: Network, book: MinuteBook, approved: tuple[str, CorrectionRequest], verb: str
) -> None:
    desk, _, _ = network
    minutes, request = approved
    before = rows(desk, minutes)
    with pytest.raises(Refusal) as refused:
        VERBS[verb](book, minutes, paragraph(book, minutes), request)
    assert refused.value.said_in(WORDS).startswith("These minutes were approved on 11 January 2027")
    assert rows(desk, minutes) == before


def test_every_verb_of_the_book_is_tried() -> None:
    """A verb that comes later has to say what it does to approved minutes, too."""
    reading = {
        "minutes", "paragraphs", "every", "fresh", "removed", "offers", "unsettled", "facts", "check_circulation",
        "check_approval", "approving", "take", "take_new", "decline",
    }  # fmt: skip
    known = {name for name in vars(MinuteBook) if not name.startswith("_") and callable(vars(MinuteBook)[name])}
    assert known - reading - set(VERBS) == {"circulate_again"}


def test_undo_and_redo_do_not_reach_approved_minutes(
    network: Network, book: MinuteBook, approved: tuple[str, CorrectionRequest]
) -> None:
    desk, meeting, _ = network
    before = rows(desk, approved[0])
    with pytest.raises(Refusal):
        undo.undo(desk.store)
    with pytest.raises(Refusal):
        undo.redo(desk.store)
    desk.meetings.save(replace(meeting, title=said("Another title")))
    undo.undo(desk.store)
    undo.redo(desk.store)
    undo.undo(desk.store)
    with pytest.raises(Refusal):
        undo.undo(desk.store)
    assert rows(desk, approved[0]) == before


def test_whatever_writes_in_a_transaction_is_refused_as_it_ends(
    network: Network, book: MinuteBook, approved: tuple[str, CorrectionRequest]
) -> None:
    """What no verb of today does, one of tomorrow, a merge or a redo could."""
    desk, _, _ = network
    minutes = approved[0]
    before = rows(desk, minutes)
    with desk.store.read() as session:
        found, (first, *_) = MINUTES.get(session, minutes), PARAGRAPHS.all(session, minutes=minutes)
    writes: tuple[Callable[[Session], None], ...] = (
        lambda session: PARAGRAPHS.save(session, replace(first, text=Trilingual("Other words."))),
        lambda session: PARAGRAPHS.save(session, replace(first, key="new")),
        lambda session: PARAGRAPHS.remove(session, first.key),
        lambda session: MINUTES.save(session, replace(found, state=MinutesState.CIRCULATED, approved_on=None)),
        lambda session: MINUTES.save(session, replace(found, prevailing=Language.ES)),
    )
    for write in writes:
        with pytest.raises(Refusal, match="approved on"), desk.store.write("anything") as session:
            write(session)
    assert rows(desk, minutes) == before


def test_facts_names_and_settings_that_change_later_do_not_reach_the_document(
    network: Network, book: MinuteBook, approved: tuple[str, CorrectionRequest]
) -> None:
    desk, meeting, item = network
    papers = Papers(desk.store, desk.states, LATER)
    request = Request(DocumentKind.MINUTES, meeting.key, (Edition.EN, Edition.FR))
    before = papers.preview(request)
    desk.sittings.note(Intervention("more", meeting.key, item.key, desk.clock.at, "PRY", note="agreed"))
    desk.meetings.save(replace(meeting, title=said("Another title"), place=said("Elsewhere")))
    settings = Settings(desk.store)
    settings.save(replace(settings.read(), secretariat=said("Another secretariat")))
    names = Names("Elsewhere", "Ailleurs", "Otra parte")
    desk.states.rename(Renaming("renamed", "MAR", datetime.date(2026, 1, 1), names, names, names))
    assert book.offers(approved[0]) == ()
    assert papers.preview(request) == before
