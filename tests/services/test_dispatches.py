"""Documents on their way: to whom they go, the files, what is recorded once, and what R39 makes of the log."""

import datetime
import os
import socket
import time
from dataclasses import replace
from email import message_from_bytes, policy
from pathlib import Path
from typing import NoReturn
from zipfile import ZipFile

import pytest

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.compliance import Finding, FindingState
from nmirf_desktop.domain.dispatch_words import usual_message
from nmirf_desktop.domain.dispatches import Channel, Function, Happening, Standing
from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.invitations import Capacity
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.members import FocalPoint, Mechanism, MechanismType
from nmirf_desktop.domain.participants import Partner, PartnerKind
from nmirf_desktop.domain.people import Gender, Person
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.recipients import Selection, Wanting
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.renames import Renaming
from nmirf_desktop.domain.states import Names, RegionalGroup
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.compliance import Compliance
from nmirf_desktop.services.deliveries import Deliveries, Line, Witness
from nmirf_desktop.services.dispatches import Dispatches, Order
from nmirf_desktop.services.files import DRAFT
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.papers import Papers
from nmirf_desktop.services.partners import Partners
from nmirf_desktop.services.people import People
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.states import States
from nmirf_desktop.storage.backup import back_up
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.dispatches import DISPATCH_WORDS, EVENTS, RECIPIENTS
from nmirf_desktop.storage.errors import StorageError
from nmirf_desktop.storage.meetings import MEETINGS
from nmirf_desktop.storage.members import MECHANISMS
from nmirf_desktop.storage.participants import PARTNERS
from nmirf_desktop.storage.people import PEOPLE
from nmirf_desktop.storage.states import ORGANISATION
from nmirf_desktop.storage.undo import undo
from tests.registers import MEMBERS, OBSERVERS, Desk, said
from tests.storage.places import mounts, small_disk

SENDER = "secretariat@example.org"
PREPARED = datetime.datetime(2026, 10, 20, 12, tzinfo=datetime.UTC)
IN_TIME = datetime.datetime(2026, 10, 24, 20, tzinfo=datetime.UTC)
LATE = datetime.datetime(2026, 10, 25, 9, tzinfo=datetime.UTC)
SPEAK = {"BRA": Language.ES, "MAR": Language.FR, "PRY": Language.ES, "URY": Language.ES}
WITHOUT_ADDRESS, WITHOUT_ANYBODY = "SVN", "JPN"
ALL = Selection(frozenset({Capacity.MEMBER, Capacity.OBSERVER, Capacity.OHCHR}))


class Office:
    """A secretariat with an agenda that was issued, and people to send it to."""

    def __init__(self, desk: Desk, meeting: Meeting) -> None:
        self.desk, self.meeting = desk, meeting
        self.desk.clock.at = PREPARED
        for code in (*MEMBERS, *OBSERVERS):
            if code != WITHOUT_ANYBODY:
                self._designate(code)
        ohchr = Partner(new_key(), said("OHCHR"), PartnerKind.OHCHR, ("ohchr@example.org",))
        with desk.store.write("a partner") as session:
            PARTNERS.save(session, ohchr)
        self.dispatches = Dispatches(desk.store, desk.states, desk.clock)
        self.deliveries = Deliveries(desk.store, desk.clock)
        request = Request(DocumentKind.AGENDA, meeting.key)
        self.issued = Papers(desk.store, desk.states, desk.clock).issue(request, PREPARED.date())

    def _designate(self, code: str) -> None:
        emails = () if code == WITHOUT_ADDRESS else (f"{code.lower()}@example.org",)
        person = Person(
            new_key(), said(f"Focal point of {code}"), code, language=SPEAK.get(code, Language.EN), emails=emails
        )
        point = FocalPoint(new_key(), code, person.key, Period(datetime.date(2024, 5, 8)), code in MEMBERS)
        self.desk.members.designate(point, person)

    def order(self, channel: Channel = Channel.TO_EACH, selection: Selection = ALL, **other: object) -> Order:
        """An order of all that was issued, with the usual message."""
        keys = tuple(one.key for one in self.issued)
        _, subject, text = self.dispatches.begin(keys, channel)
        values = {"sender": SENDER, "subject": subject, "text": text} | other
        return Order(keys, channel, selection, **values)  # type: ignore[arg-type]

    def send(self, place: Path, order: Order | None = None) -> Line:
        """Prepare a dispatch and give it as it stands."""
        key = new_key()
        self.dispatches.prepare(key, order or self.order(), place, nothing)
        return self.deliveries.line(key)

    def notice(self, on: datetime.date) -> Finding:
        """How the sending of the agenda is judged; of all that R39 says, the notice stands first."""
        found = (one for one in Compliance(self.desk.store, self.desk.clock).check(on) if one.rule == "R39")
        return next(one for one in found if one.subject.key == self.meeting.key)


def nothing(_done: int, _steps: int) -> None:
    """A report that nobody watches."""


@pytest.fixture
def office(network: tuple[Desk, Meeting, object]) -> Office:
    desk, meeting, _ = network
    return Office(desk, meeting)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """An empty folder of the secretariat."""
    folder = tmp_path / "outbox"
    folder.mkdir()
    return folder


def keys(line: Line, *states: str) -> list[str]:
    """The recipients of a dispatch, or those of some States."""
    return [one.recipient.key for one in line.deliveries if not states or one.recipient.state in states]


# ---- to whom ----


def test_where_nobody_of_a_state_is_chosen_nothing_goes_to_a_state(office: Office) -> None:
    """The generator ended in an error of the program."""
    nobody = replace(ALL, functions=frozenset())
    lines = office.dispatches.review(office.order(selection=nobody))
    assert [line.correspondent.name for line in lines] == ["OHCHR"]
    states = Selection(frozenset({Capacity.MEMBER}), functions=frozenset())
    with pytest.raises(Problem) as refused:
        office.dispatches.check(office.order(selection=states))
    assert "Nobody is left" in refused.value.said_in(catalog(Language.EN))


def test_what_is_missing_is_listed_first_and_nobody_is_passed_over(office: Office) -> None:
    lines = office.dispatches.review(office.order())
    unreached = {one.correspondent.state: one.wanting for one in lines if not one.reachable}
    assert unreached == {WITHOUT_ADDRESS: (Wanting.ADDRESS,), WITHOUT_ANYBODY: (Wanting.NOBODY,)}
    assert [one.reachable for one in lines] == sorted(one.reachable for one in lines)  # those come first
    assert len(lines) == len(MEMBERS) + len(OBSERVERS) + 1


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(frozenset({Capacity.OBSERVER})), {"CHE", "JPN"}),
        (Selection(frozenset({Capacity.MEMBER}), groups=frozenset({RegionalGroup.AFRICAN})), {"GHA", "MAR"}),
        (Selection(frozenset({Capacity.MEMBER}), languages=frozenset({Language.FR})), {"MAR"}),
        (Selection(frozenset({Capacity.MEMBER}), frozenset({Function.COMMITTEE})), set()),
        (Selection(frozenset({Capacity.MEMBER}), frozenset({Function.ALTERNATE})), set(MEMBERS)),
        (Selection(frozenset({Capacity.OHCHR})), {None}),
    ],
)
def test_recipients_are_chosen_by_class_group_language_and_function(
    office: Office, selection: Selection, expected: set[str | None]
) -> None:
    assert {one.correspondent.state for one in office.dispatches.review(office.order(selection=selection))} == expected


def test_addresses_are_those_of_the_day_of_the_dispatch(office: Office, place: Path) -> None:
    line = office.send(place)
    (brazil,) = (one.recipient for one in line.deliveries if one.recipient.state == "BRA")
    person = office.desk.members.file("BRA", PREPARED.date()).people[brazil.person or ""]
    office.desk.members.save_person(Person(person.key, person.function, "BRA", emails=("new@example.org",)))
    again = office.deliveries.line(line.dispatch.key)
    assert next(one.recipient for one in again.deliveries if one.recipient.state == "BRA") == brazil
    assert brazil.addresses == ("bra@example.org",)


# ---- the files ----


def test_each_gets_the_message_and_the_document_in_the_own_language(office: Office, place: Path) -> None:
    office.send(place)
    (folder,) = place.iterdir()
    issued = {one.language: one for one in office.issued}
    assert sorted(one.name for one in folder.iterdir()) == [
        *(f"{code}.eml" for code in ("BRA", "CHE", "GHA", "IDN", "MAR")), "OHCHR.eml",
        *(f"{code}.eml" for code in ("PRT", "PRY", "URY")),
    ]  # fmt: skip
    for code, language in (("PRY", Language.ES), ("MAR", Language.FR), ("GHA", Language.EN)):
        message = message_from_bytes((folder / f"{code}.eml").read_bytes(), policy=policy.default)
        (part,) = message.iter_attachments()
        own = issued[language]  # type: ignore[index]
        assert part.get_filename() == own.name
        assert part.get_content() == Papers(office.desk.store, office.desk.states).bytes_of(own)
        assert message["To"].addresses[0].addr_spec == f"{code.lower()}@example.org"
        assert message["From"].addresses[0].addr_spec == SENDER
        assert message["X-Unsent"] == "1"
        body = message.get_body()
        assert body is not None
        assert own.fingerprint in body.get_content()
        assert body["Content-Language"] == language


def test_one_message_for_each_language_hides_its_recipients_from_each_other(office: Office, place: Path) -> None:
    office.send(place, office.order(Channel.BY_LANGUAGE))
    (folder,) = place.iterdir()
    assert sorted(one.name for one in folder.iterdir()) == ["EN.eml", "ES.eml", "FR.eml"]
    message = message_from_bytes((folder / "ES.eml").read_bytes(), policy=policy.default)
    assert {one.addr_spec for one in message["Bcc"].addresses} == {
        f"{code}@example.org" for code in ("bra", "pry", "ury")
    }
    assert [one.addr_spec for one in message["To"].addresses] == [SENDER]


def test_a_mail_merge_table_has_a_row_for_each_and_the_documents_beside_it(office: Office, place: Path) -> None:
    office.send(place, office.order(Channel.TABLE))
    (folder,) = place.iterdir()
    names = {one.name for one in folder.iterdir()}
    assert names == {"recipients.xlsx", "recipients.csv", *(one.name for one in office.issued)}
    rows = (folder / "recipients.csv").read_text(encoding="utf-8-sig")
    assert "pry@example.org" in rows
    assert "NMIRF-2026-1_Agenda_ES.pdf" in rows or any(one.name in rows for one in office.issued)


def test_the_same_dispatch_makes_the_same_bytes_and_the_same_archive(office: Office, place: Path) -> None:
    line = office.send(place / "a")
    office.dispatches.write(line.dispatch.key, place / "b", nothing)
    (first,), (second,) = (list((place / one).iterdir()) for one in "ab")
    assert first.name == second.name
    assert {one.name: one.read_bytes() for one in first.iterdir()} == {
        one.name: one.read_bytes() for one in second.iterdir()
    }
    archives = [
        office.dispatches.write(line.dispatch.key, place / one, nothing, archive=True).read_bytes() for one in "cd"
    ]
    assert archives[0] == archives[1]
    with ZipFile(next((place / "c").iterdir())) as archive:
        assert archive.testzip() is None
        assert set(archive.namelist()) == {one.name for one in first.iterdir()}


@pytest.mark.parametrize("channel", list(Channel))
def test_files_written_again_are_those_that_were_reviewed_whatever_has_changed_since(
    office: Office, place: Path, channel: Channel
) -> None:
    _with_postal_addresses(office)
    _set(office, written_in=said("Rabat"), secretariat=said("Office {of} the Chair"))
    line = office.send(place / "a", office.order(channel))
    before = office.dispatches.message(line.dispatch.key, Language.FR)
    _change_all(office)
    office.dispatches.write(line.dispatch.key, place / "b", nothing)
    (first,), (second,) = (list((place / one).iterdir()) for one in "ab")
    assert first.name == second.name
    written = {one.name: one.read_bytes() for one in first.iterdir()}
    assert {one.name: one.read_bytes() for one in second.iterdir()} == written
    assert office.dispatches.message(line.dispatch.key, Language.FR) == before
    assert "Office {of} the Chair" in before[1]


@pytest.mark.parametrize("channel", list(Channel))
def test_a_dispatch_that_kept_no_words_is_written_again_with_those_of_the_register(
    office: Office, place: Path, channel: Channel
) -> None:
    _with_postal_addresses(office)
    line = office.send(place / "a", office.order(channel))
    with office.desk.store.write("as an earlier version of the program left it") as session:
        for one in DISPATCH_WORDS.all(session):
            DISPATCH_WORDS.remove(session, one.key)
        for to in RECIPIENTS.all(session):
            RECIPIENTS.save(session, replace(to, salutation="", postal=to.postal.partition("\n")[0]))
    office.dispatches.write(line.dispatch.key, place / "b", nothing)
    (first,), (second,) = (list((place / one).iterdir()) for one in "ab")
    written = {one.name: one.read_bytes() for one in first.iterdir()}
    assert {one.name: one.read_bytes() for one in second.iterdir()} == written


def _with_postal_addresses(office: Office) -> None:
    with office.desk.store.write("addresses") as session:
        for code in MEMBERS:
            period, name = Period(datetime.date(2024, 5, 8)), said(f"Mechanism of {code}")
            MECHANISMS.save(
                session, Mechanism(new_key(), code, period, name, MechanismType.OTHER, address=f"1 Street of {code}")
            )


def _set(office: Office, **settings: object) -> None:
    with office.desk.store.write("settings") as session:
        ORGANISATION.save(session, replace(ORGANISATION.get(session, "organisation"), **settings))  # type: ignore[arg-type]


def _change_all(office: Office) -> None:
    """The meeting is postponed and renamed, the secretariat is another, and people and addresses are others."""
    later, store = datetime.timedelta(days=400), office.desk.store
    _set(
        office, network=said("Another Network"), secretariat=said("Elsewhere"), written_in=said("Praia"),
        symbol_prefix="OTHER", time_zone="Asia/Tokyo", email="other@example.org",
    )  # fmt: skip
    with store.write("change all") as session:
        (meeting,) = (one for one in MEETINGS.all(session) if one.key == office.meeting.key)
        MEETINGS.save(
            session,
            replace(
                meeting, title=said("Another title"), place=said("Praia"), symbol="OTHER/9",
                opens_on=meeting.opens_on + later, closes_on=meeting.closes_on + later,
            ),
        )  # fmt: skip
        for person in PEOPLE.all(session):
            named = replace(person, family_name="Other", gender=Gender.FEMININE, emails=("gone@example.org",))
            PEOPLE.save(session, named)
        for one in MECHANISMS.all(session):
            MECHANISMS.save(session, replace(one, address="Gone"))
    for code in MEMBERS:  # renamed in the year before, and recorded only now
        names = Names(f"New {code}", f"Nouveau {code}", f"Nuevo {code}")
        office.desk.states.rename(Renaming(new_key(), code, PREPARED.date() - later, names, names, Names("", "", "")))


def test_no_connection_is_opened(office: Office, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> NoReturn:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket, "socket", refused)
    monkeypatch.setattr(socket, "create_connection", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    line = office.send(place)
    office.desk.clock.at = IN_TIME
    office.deliveries.happened(keys(line), Happening.SENT, IN_TIME)
    assert office.deliveries.line(line.dispatch.key).count(Standing.SENT) == 9


def test_the_message_of_the_last_dispatch_of_the_same_documents_is_offered_again(office: Office, place: Path) -> None:
    own = said("{titles}: {symbols}")
    office.send(place, replace(office.order(), subject=own))
    _, subject, _ = office.dispatches.begin([one.key for one in office.issued])
    assert subject == own
    minutes = Papers(office.desk.store, office.desk.states, office.desk.clock).issue(
        Request(DocumentKind.MEMBERS, None, on=PREPARED.date()), PREPARED.date()
    )
    _, other, _ = office.dispatches.begin([one.key for one in minutes])
    assert other == usual_message(Channel.TO_EACH, of_meeting=False)[0]


# ---- once ----


def test_a_second_press_makes_no_second_dispatch(office: Office, place: Path) -> None:
    key, order = new_key(), office.order()
    first = office.dispatches.prepare(key, order, place, nothing)
    content = {one.name: one.read_bytes() for one in first.iterdir()}
    second = office.dispatches.prepare(key, order, place, nothing)
    assert first == second
    assert {one.name: one.read_bytes() for one in second.iterdir()} == content
    assert len(office.deliveries.lines()) == 1
    with pytest.raises(Problem, match="Nobody is left"):
        office.dispatches.prepare(new_key(), order, place, nothing)
    assert len(office.deliveries.lines()) == 1


def test_who_did_not_acknowledge_is_written_to_again_when_that_is_asked_for(office: Office, place: Path) -> None:
    line = office.send(place)
    office.desk.clock.at = IN_TIME
    office.deliveries.happened(keys(line), Happening.SENT, IN_TIME)
    office.deliveries.happened(keys(line, "PRY", "MAR"), Happening.ACKNOWLEDGED, IN_TIME)
    opened = office.deliveries.line(line.dispatch.key).open
    again = frozenset(one.recipient.whom for one in opened)
    second = office.send(place, office.order(again=again))
    assert {one.recipient.state for one in second.deliveries} == {"BRA", "GHA", "IDN", "PRT", "URY", "CHE", None}
    assert {one.recipient.attempt for one in second.deliveries} == {2}


def test_what_is_cancelled_half_way_leaves_nothing(office: Office, place: Path) -> None:
    class Stopped(Exception):  # noqa: N818  (a wish, not an error)
        pass

    def stop(done: int, steps: int) -> None:
        if done == steps // 2:
            raise Stopped

    for archive in (False, True):
        with pytest.raises(Stopped):
            office.dispatches.prepare(new_key(), office.order(), place, stop, archive=archive)
    assert list(place.iterdir()) == []
    assert office.deliveries.lines() == ()


def test_a_place_that_cannot_be_written_leaves_nothing_in_the_log(office: Office, place: Path) -> None:
    taken = place / "file"
    taken.write_text("no folder")
    with pytest.raises(StorageError):
        office.dispatches.prepare(new_key(), office.order(), taken, nothing)
    assert office.deliveries.lines() == ()


@pytest.mark.parametrize(
    ("name", "text"),
    [("subject", said("{who}")), ("text", said("Dear {salutation")), ("text", said("{documents!r}"))],
)
def test_a_placeholder_that_is_none_is_named_and_nothing_is_prepared(
    office: Office, place: Path, name: str, text: Trilingual
) -> None:
    usual = office.order()
    order = replace(usual, subject=text) if name == "subject" else replace(usual, text=text)
    with pytest.raises(Problem) as refused:
        office.dispatches.prepare(new_key(), order, place, nothing)
    assert refused.value.field_name == name
    assert list(place.iterdir()) == []


# ---- the log and R39 ----


def test_prepared_is_not_sent(office: Office, place: Path) -> None:
    line = office.send(place)
    assert {one.standing for one in line.deliveries} == {Standing.PREPARED}
    office.desk.clock.at = LATE
    assert office.notice(LATE.date()).state is FindingState.NOT_KEPT


def test_r39_is_judged_for_each_recipient_from_the_log(office: Office, place: Path) -> None:
    line = office.send(place)
    office.desk.clock.at = LATE
    office.deliveries.happened(keys(line), Happening.SENT, IN_TIME)
    found = office.notice(LATE.date())
    assert found.state is FindingState.NOT_KEPT
    assert "Slovenia" in found.message.said_in(catalog(Language.EN))  # it has no address, and was sent nothing
    office.desk.members.save_person(_with_address(office, WITHOUT_ADDRESS))
    office.desk.clock.at = IN_TIME
    second = office.send(place)
    assert [one.recipient.state for one in second.deliveries] == [WITHOUT_ADDRESS]
    office.deliveries.happened(keys(second), Happening.SENT, IN_TIME)
    assert office.notice(IN_TIME.date()).state is FindingState.KEPT


def test_what_is_sent_late_is_recorded_as_late(office: Office, place: Path) -> None:
    office.desk.members.save_person(_with_address(office, WITHOUT_ADDRESS))
    line = office.send(place)
    office.desk.clock.at = LATE
    office.deliveries.happened(keys(line, *(code for code in MEMBERS if code != "GHA")), Happening.SENT, IN_TIME)
    office.deliveries.happened(keys(line, "GHA"), Happening.SENT, LATE, "Holiday")
    assert office.notice(LATE.date()).state is FindingState.NOT_KEPT


def test_r39_who_acknowledged_is_no_reason_and_no_address_is_told(office: Office, place: Path) -> None:
    """The sender of an answer stood as the reason of the delay, with the e-mail address."""
    line = office.send(place)
    office.desk.clock.at = LATE
    (key,) = keys(line, "GHA")
    office.deliveries.happened([key], Happening.ACKNOWLEDGED, LATE, "Focal point <gha@example.org>")
    office.deliveries.happened(keys(line, "IDN"), Happening.SENT, IN_TIME, "Sent in the morning")
    assert not office.notice(LATE.date()).advice.said_in(catalog(Language.EN)).startswith("Reason recorded")
    office.deliveries.happened(keys(line, "PRY"), Happening.SENT, LATE, "Holiday, as idn@example.org was told")
    told = office.notice(LATE.date()).advice.said_in(catalog(Language.EN))
    assert told == "Reason recorded: Holiday, as […] was told"


def test_what_did_not_arrive_was_not_sent_until_it_is_sent_again(office: Office, place: Path) -> None:
    office.desk.members.save_person(_with_address(office, WITHOUT_ADDRESS))
    line = office.send(place)
    office.desk.clock.at = IN_TIME
    office.deliveries.happened(keys(line), Happening.SENT, IN_TIME)
    assert office.notice(IN_TIME.date()).state is FindingState.KEPT
    office.desk.clock.forward(5)
    office.deliveries.happened(keys(line, "GHA"), Happening.FAILED, office.desk.clock(), "Mailbox full")
    assert office.notice(IN_TIME.date()).state is FindingState.DUE
    (ghana,) = (one for one in office.deliveries.line(line.dispatch.key).deliveries if one.recipient.state == "GHA")
    assert (ghana.standing, ghana.failed and ghana.failed.note) == (Standing.FAILED, "Mailbox full")
    office.desk.clock.forward(5)
    office.deliveries.happened(keys(line, "GHA"), Happening.SENT, office.desk.clock())
    assert office.notice(IN_TIME.date()).state is FindingState.KEPT


def test_r39_a_bounce_stands_whatever_is_recorded_of_all_afterwards(office: Office, place: Path) -> None:
    """A sending of all at the earlier true hour made it sent again, and R39, certificate and verify vouched for it."""
    office.desk.members.save_person(_with_address(office, WITHOUT_ADDRESS))
    line = office.send(place)
    office.desk.clock.at = IN_TIME
    ghana, others = keys(line, "GHA"), [one for one in keys(line) if one not in keys(line, "GHA")]
    hour, bounced = IN_TIME - datetime.timedelta(hours=2), IN_TIME - datetime.timedelta(hours=1)
    for kind in (Happening.SENT, Happening.FAILED):
        office.deliveries.happened(ghana, kind, bounced, witness=Witness("f" * 64))
    with pytest.raises(Problem, match="choose that recipient alone"):
        office.deliveries.happened([*ghana, *others], Happening.SENT, IN_TIME)
    with pytest.raises(Problem, match="the later moment"):
        office.deliveries.happened(ghana, Happening.SENT, hour)
    assert office.deliveries.happened(others, Happening.SENT, hour) == len(others)
    said_of = office.notice(IN_TIME.date()).message.said_in(catalog(Language.EN))
    assert "Ghana" in said_of
    papers = Papers(office.desk.store, office.desk.states)
    english = next(one for one in office.issued if one.language == "en")
    told = papers.identify(papers.export_issued(english, place)).said_in(catalog(Language.EN))
    assert "Ghana" not in told
    assert "Indonesia (24 October 2026)" in told
    assert office.deliveries.happened(ghana, Happening.SENT, IN_TIME) == 1
    with pytest.raises(Problem, match="again after that moment"):
        office.deliveries.happened(ghana, Happening.FAILED, bounced)


def test_what_was_sent_again_late_stays_late_when_it_is_acknowledged(office: Office, place: Path) -> None:
    line = office.send(place)
    office.desk.clock.at = LATE
    (key,) = keys(line, "GHA")
    office.deliveries.happened([key], Happening.SENT, IN_TIME)
    office.desk.clock.forward(1)
    office.deliveries.happened([key], Happening.FAILED, IN_TIME, "Mailbox full")
    office.desk.clock.forward(1)
    office.deliveries.happened([key], Happening.SENT, LATE)
    office.desk.clock.forward(1)
    office.deliveries.happened([key], Happening.ACKNOWLEDGED, office.desk.clock())
    (ghana,) = (one for one in office.deliveries.line(line.dispatch.key).deliveries if one.recipient.state == "GHA")
    assert ghana.sent is not None
    assert (ghana.standing, ghana.sent.at) == (Standing.ACKNOWLEDGED, LATE)


def test_r39_an_observer_that_became_a_member_was_sent_what_it_was_sent(office: Office, place: Path) -> None:
    office.desk.members.save_person(_with_address(office, WITHOUT_ADDRESS))
    line = office.send(place)
    office.deliveries.happened(keys(line), Happening.SENT, office.desk.clock())
    office.desk.clock.at = PREPARED + datetime.timedelta(days=1)
    office.desk.members.change_status("CHE", office.desk.clock().date(), reference="NV 1")
    office.desk.clock.at = LATE
    assert office.notice(LATE.date()).state is FindingState.KEPT


def test_documents_of_a_meeting_and_of_none_are_not_sent_together(office: Office, place: Path) -> None:
    papers = Papers(office.desk.store, office.desk.states, office.desk.clock)
    (members,) = papers.issue(Request(DocumentKind.MEMBERS, None, (Edition.EN,), on=PREPARED.date()), PREPARED.date())
    usual = office.order()
    with pytest.raises(Problem, match="not of one meeting"):
        office.dispatches.prepare(new_key(), replace(usual, issued=(*usual.issued, members.key)), place, nothing)


def test_what_somebody_keeps_in_the_folder_of_a_dispatch_stays_there(office: Office, place: Path) -> None:
    line = office.send(place)
    (folder,) = place.iterdir()
    (folder / "sent copy.eml").write_bytes(b"mine")
    (folder / "PRY.eml").unlink()
    office.dispatches.write(line.dispatch.key, place, nothing)
    assert (folder / "sent copy.eml").read_bytes() == b"mine"
    assert (folder / "PRY.eml").exists()


def test_what_a_power_cut_left_half_written_is_swept_at_the_next_writing_there(office: Office, place: Path) -> None:
    long_ago, now = time.time() - 2 * 3600, time.time()
    own = [place / f".NMIRF-2026-1.abc{DRAFT}", place / f".NMIRF-2026-1.zip{DRAFT}", place / f".running.abc{DRAFT}"]
    for folder in (own[0], own[2], place / ".config", place / f"named{DRAFT}"):
        (folder / "new").mkdir(parents=True)
        (folder / "new" / "GHA.eml").write_bytes(b"To: somebody")
    own[1].write_bytes(b"PK")
    (place / f".link{DRAFT}").symlink_to(place / ".config")
    for one in [*place.rglob("*"), *place.iterdir()]:
        at = now if one == own[2] / "new" / "GHA.eml" else long_ago
        os.utime(one, (at, at), follow_symlinks=False)
    before = {one.name for one in place.iterdir()}
    office.dispatches.write(office.send(place / "other").dispatch.key, place, nothing, archive=True)
    assert before - {one.name for one in place.iterdir()} == {own[0].name, own[1].name}
    assert (place / ".config" / "new" / "GHA.eml").exists()


@mounts
def test_an_archive_for_which_there_is_no_room_is_said_and_leaves_nothing(office: Office, tmp_path: Path) -> None:
    with small_disk(tmp_path / "stick", "64k") as stick:
        with pytest.raises(StorageError, match="no room"):
            office.dispatches.prepare(new_key(), office.order(), stick, nothing, archive=True)
        assert list(stick.iterdir()) == []
    assert office.deliveries.lines() == ()


def test_what_was_recorded_by_mistake_is_taken_back_and_stays_in_the_log(office: Office, place: Path) -> None:
    line = office.send(place)
    office.desk.clock.at = IN_TIME
    office.deliveries.happened(keys(line, "GHA"), Happening.SENT, IN_TIME)
    with office.desk.store.read() as session:
        (event,) = EVENTS.all(session)
    office.deliveries.take_back(event.key, "It was the draft")
    (ghana,) = (one for one in office.deliveries.line(line.dispatch.key).deliveries if one.recipient.state == "GHA")
    assert ghana.standing is Standing.PREPARED
    assert len(ghana.events) == 2
    with pytest.raises(Refusal):
        office.deliveries.take_back(event.key)


def test_a_sending_is_recorded_once_and_never_ahead_or_before_it_was_prepared(office: Office, place: Path) -> None:
    line = office.send(place)
    office.desk.clock.at = IN_TIME
    assert office.deliveries.happened(keys(line), Happening.SENT, IN_TIME) == 9
    assert office.deliveries.happened(keys(line), Happening.SENT, IN_TIME) == 0
    for at in (LATE, PREPARED - datetime.timedelta(minutes=1)):
        with pytest.raises(Problem):
            office.deliveries.happened(keys(line), Happening.SENT, at)
    with office.desk.store.read() as session:
        assert len(EVENTS.all(session)) == 9


def test_only_what_was_not_sent_is_discarded_and_undo_goes_behind_neither(office: Office, place: Path) -> None:
    line = office.send(place)
    with pytest.raises(Refusal, match="“Discard the dispatch”"):
        undo(office.desk.store)
    office.dispatches.discard(line.dispatch.key)
    assert office.deliveries.lines() == ()
    second = office.send(place)
    for happening in (Happening.SENT, Happening.FAILED, Happening.ACKNOWLEDGED):
        office.desk.clock.forward(1)
        office.deliveries.happened(keys(second, "PRY"), happening, office.desk.clock())
        with pytest.raises(Refusal, match="“Take back what was recorded”"):
            undo(office.desk.store)
    with pytest.raises(Refusal):
        office.dispatches.discard(second.dispatch.key)
    assert len(office.deliveries.lines()) == 1


def _with_address(office: Office, code: str) -> Person:
    (point,) = office.desk.members.file(code, PREPARED.date()).focal_points_on(PREPARED.date())
    return Person(point.person, said("Focal point"), code, emails=(f"{code.lower()}@example.org",))


def test_what_would_be_refused_is_said_before_anybody_is_asked_for_a_place(office: Office) -> None:
    assert office.dispatches.check(office.order()) == 9
    with pytest.raises(Problem) as refused:
        office.dispatches.check(office.order(sender=""))
    assert refused.value.field_name == "sender"
    assert office.deliveries.lines() == ()


# ---- which document is this, and where did it go ----


def test_a_document_that_comes_back_says_to_whom_it_went_and_when(office: Office, place: Path) -> None:
    line = office.send(place)
    office.desk.clock.at = IN_TIME
    office.deliveries.happened(keys(line), Happening.SENT, IN_TIME)
    papers = Papers(office.desk.store, office.desk.states)
    spanish = next(one for one in office.issued if one.language == "es")
    file = papers.export_issued(spanish, place)
    said_in = papers.identify(file).said_in(catalog(Language.EN))
    assert said_in.endswith("Brazil (24 October 2026); Paraguay (24 October 2026); Uruguay (24 October 2026).")
    english = next(one for one in office.issued if one.language == "en")
    assert len(papers.identify(papers.export_issued(english, place)).went) == 5


def test_a_sending_before_its_preparation_is_refused_with_the_hour_that_decides(office: Office, place: Path) -> None:
    line = office.send(place)
    with pytest.raises(Problem) as refused:
        office.deliveries.happened(keys(line), Happening.SENT, PREPARED - datetime.timedelta(hours=2))
    at = PREPARED.astimezone(office.deliveries.now.tzinfo)
    assert f"20 October 2026 at {at:%H:%M}" in refused.value.said_in(catalog(Language.EN))


def test_records_that_are_merged_are_said_to_have_changed_in_the_log(office: Office) -> None:
    heard: list[frozenset[Subject]] = []
    office.desk.store.subscribe(heard.append)
    kept, other = (Person(new_key(), said(name), "GHA") for name in ("Legal adviser", "Adviser"))
    people = People(office.desk.store, office.desk.states)
    with office.desk.store.write("two people") as session:
        for one in (kept, other):
            PEOPLE.save(session, one)
    people.merge(kept, other.key)
    assert Subject.DISPATCHES in heard[-1]
    body, twice = (Partner(new_key(), said(name), PartnerKind.OTHER, (f"{name}@example.org",)) for name in ("a", "b"))
    with office.desk.store.write("two partners") as session:
        for partner in (body, twice):
            PARTNERS.save(session, partner)
    Partners(office.desk.store).merge(body.key, twice.key)
    assert Subject.DISPATCHES in heard[-1]


def test_the_words_of_a_dispatch_are_carried_by_a_copy_of_the_register(office: Office, place: Path) -> None:
    """Its files are written again there byte for byte, whatever the copy's settings and people have become."""
    line = office.send(place / "first")
    written = {one.name: one.read_bytes() for one in (place / "first").glob("*/*")}
    back_up(office.desk.store.path, place / "copy.nmirf")
    store = open_register(place / "copy.nmirf")
    try:
        copy = Dispatches(store, States(store), office.desk.clock)
        with store.write("settings") as session:
            known = ORGANISATION.get(session, "organisation")
            ORGANISATION.save(session, replace(known, network=said("Another network")))
        again = copy.write(line.dispatch.key, place / "second", nothing)
        assert {one.name: one.read_bytes() for one in again.iterdir()} == written
    finally:
        store.close()
