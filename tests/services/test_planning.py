"""Meetings of all kinds: symbols by their schemes, a meeting like an earlier one, milestones, the calendar's file."""

import dataclasses
import datetime
from pathlib import Path

import icalendar
import pytest

from nmirf_desktop.domain.agenda import AgendaItem, Purpose
from nmirf_desktop.domain.committees import Term
from nmirf_desktop.domain.meeting_texts import MeetingText, Topic
from nmirf_desktop.domain.meetings import AgendaDispatch, Meeting, MeetingKind, Modality, Sitting
from nmirf_desktop.domain.milestones import Milestone, MilestoneKind
from nmirf_desktop.domain.officers import Office, Officer
from nmirf_desktop.domain.periods import Key, Period
from nmirf_desktop.domain.reckoning import MilestoneState
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.symbol_schemes import check_scheme, wrong_schemes
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.calendars import Calendars
from nmirf_desktop.services.milestones import Milestones
from nmirf_desktop.services.planning import Planning
from nmirf_desktop.services.settings import Settings
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.committees import TERMS
from nmirf_desktop.storage.meetings import ITEMS, MEETING_TEXTS, MILESTONES, OFFICERS, SITTINGS
from nmirf_desktop.storage.undo import undo
from tests.registers import OPENS, Desk, said

Network = tuple[Desk, Meeting, AgendaItem]
ON = datetime.date(2026, 12, 1)
KINDS = (MeetingKind.ANNUAL, MeetingKind.EXTRAORDINARY, MeetingKind.COMMITTEE)


def stored(desk: Desk, meeting: Key) -> Meeting:
    return desk.meetings.plan(meeting).meeting


def test_each_kind_has_its_symbol_title_and_days(network: Network) -> None:
    desk, _, _ = network
    planning = Planning(desk.store)
    annual, extraordinary, committee = (planning.next(kind, ON) for kind in KINDS)
    symbols = [one.symbol for one in (annual, extraordinary, committee)]
    assert symbols == ["NMIRF/2027", "NMIRF/2027/EX1", "NMIRF/EC/2026"]
    assert extraordinary.title.fr == "Première réunion extraordinaire de 2027"
    assert committee.title.es == "Comité Ejecutivo: primera reunión de 2026"
    for one in (extraordinary, committee):
        assert set(one.title.states().values()) == {TextState.REVIEWED}
    assert extraordinary.opens_on == datetime.date(2027, 1, 15)
    assert desk.meetings.plan(committee.key).notice is None
    assert committee.modality is Modality.ONLINE


def test_a_symbol_is_never_given_twice(network: Network) -> None:
    desk, _, _ = network
    planning = Planning(desk.store)
    for kind in KINDS * 3:
        planning.next(kind, ON)
    symbols = [one.symbol for one in desk.meetings.list()]
    assert len(symbols) == len(set(symbols)) == 10
    assert {"NMIRF/2027/EX1", "NMIRF/2027/EX2", "NMIRF/EC/2026", "NMIRF/EC/2026-2"} <= set(symbols)


@pytest.mark.parametrize(
    ("scheme", "words"),
    [
        ("{prefix}/{place}", "“{place}” is no placeholder here. Write {prefix}, {year} or {number}."),
        ("{prefix}/{year", "A brace in “{prefix}/{year” is not closed."),
        ("{prefix}/{number}", "Without {year} the meetings of all years would have one symbol."),
        ("{prefix} – {year}", "A symbol is made of letters without accents"),
    ],
)
def test_a_scheme_that_makes_no_symbol_is_answered_at_its_field(network: Network, scheme: str, words: str) -> None:
    settings = Settings(network[0].store)
    with pytest.raises(Problem) as problem:
        settings.save(dataclasses.replace(settings.read(), extraordinary_symbol=scheme))
    assert problem.value.field_name == "extraordinary_symbol"
    assert problem.value.said_in(catalog(Language.EN)).startswith(words)


def test_the_schemes_of_the_settings_count(network: Network) -> None:
    desk, _, _ = network
    settings = Settings(desk.store)
    settings.save(dataclasses.replace(settings.read(), committee_symbol="{prefix}/EC{number}/{year}"))
    assert Planning(desk.store).next(MeetingKind.COMMITTEE, ON).symbol == "NMIRF/EC1/2026"


@pytest.mark.parametrize("kind", KINDS)
def test_the_template_of_each_kind_is_whole_in_three_languages(network: Network, kind: MeetingKind) -> None:
    desk, _, _ = network
    meeting = Planning(desk.store).next(kind, ON)
    desk.agendas.fill(meeting.key)
    items = desk.agendas.items(meeting.key)
    assert len(items) >= 6
    assert all(state is TextState.REVIEWED for one in items for state in one.item.title.states().values())
    if kind is MeetingKind.COMMITTEE:
        assert Purpose.COMMITTEE not in {one.item.purpose for one in items}


def prepared(desk: Desk, meeting: Meeting, item: AgendaItem) -> None:
    """An earlier meeting with all that can be copied, and with people, who are not."""
    place = Trilingual.final("Rabat, Morocco", "Rabat (Maroc)", "Rabat (Marruecos)")
    desk.meetings.save(dataclasses.replace(meeting, place=place, host="MAR", languages=(Language.EN, Language.FR)))
    annotation = Trilingual.final("Agreed in 2026.", "Convenu en janvier.", "Acordado en Rabat.")
    desk.agendas.save(dataclasses.replace(item, annotation=annotation, documents=("NMIRF/2026/L.1",)))
    part = AgendaItem(new_key(), meeting.key, 0, said("Of the hub"), parent=item.key)
    minutes = AgendaItem(new_key(), meeting.key, 0, said("Minutes"), purpose=Purpose.PREVIOUS_MINUTES)
    committee = AgendaItem(new_key(), meeting.key, 0, said("Committee"), purpose=Purpose.COMMITTEE)
    for new in (part, minutes, committee):
        desk.agendas.add(new)
    desk.meetings.save_sitting(
        Sitting(new_key(), meeting.key, 0, OPENS + datetime.timedelta(days=1), datetime.time(9, 30), datetime.time(12))
    )
    desk.meetings.record_dispatch(AgendaDispatch("", meeting.key, datetime.date(2026, 10, 1)))
    with desk.store.write("prepare", *()) as session:
        OFFICERS.save(session, Officer(new_key(), meeting.key, Office.CHAIR, "MAR"))
        MEETING_TEXTS.save(session, MeetingText(new_key(), meeting.key, Topic.VENUE, said("Rabat, in the old town")))
        MILESTONES.save(
            session,
            Milestone(
                new_key(), meeting.key, MilestoneKind.HOST, due_on=OPENS - datetime.timedelta(days=100),
                done_on=OPENS - datetime.timedelta(days=120), responsible=said("Host State"),
            ),
        )  # fmt: skip
        TERMS.save(session, Term(new_key(), Period(OPENS, datetime.date(2029, 11, 24)), OPENS))


def test_a_meeting_like_an_earlier_one_has_its_frame_and_not_its_people(network: Network) -> None:
    desk, meeting, item = network
    prepared(desk, meeting, item)
    new = Planning(desk.store).like(meeting.key, ON)
    before, plan = stored(desk, meeting.key), desk.meetings.plan(new.key)
    assert new.opens_on.weekday() == before.opens_on.weekday()
    assert new.closes_on - new.opens_on == before.closes_on - before.opens_on
    assert (new.symbol, new.languages, new.host, str(new.place)) == (
        "NMIRF/2027", (Language.EN, Language.FR), None, str(Trilingual())
    )  # fmt: skip
    by = new.opens_on - before.opens_on
    with desk.store.read() as session:
        old, copied = (SITTINGS.all(session, meeting=key) for key in (meeting.key, new.key))
        texts = MEETING_TEXTS.all(session, meeting=new.key)
        (milestone,) = MILESTONES.all(session, meeting=new.key)
        assert OFFICERS.all(session, meeting=new.key) == ()
    assert sorted((one.on + by, one.starts) for one in old) == sorted((one.on, one.starts) for one in copied)
    assert not any(one.opened_at for one in copied)
    assert plan.dispatches == ()
    assert (milestone.due_on, milestone.done_on) == (new.opens_on - datetime.timedelta(days=100), None)
    assert texts[0].text.state(Language.EN) is TextState.DRAFT


def test_items_without_a_subject_stay_out_and_stale_texts_are_drafts(network: Network) -> None:
    desk, meeting, item = network
    prepared(desk, meeting, item)
    new = Planning(desk.store).like(meeting.key, ON)
    items = desk.agendas.items(new.key)
    assert [(one.label(Language.EN), one.item.title.en) for one in items] == [
        ("1.", "Future directions"), ("(a)", "Of the hub"), ("2.", "Minutes"),
    ]  # fmt: skip
    annotation = items[0].item.annotation
    assert annotation.states() == {
        Language.EN: TextState.DRAFT, Language.FR: TextState.REVIEWED, Language.ES: TextState.DRAFT,
    }  # fmt: skip
    assert items[0].item.documents == ()
    undo(desk.store)
    assert [one.key for one in desk.meetings.list()] == [meeting.key]
    with desk.store.read() as session:
        assert {one.meeting for one in ITEMS.all(session)} == {meeting.key}


def test_what_has_a_subject_again_is_put_in(network: Network) -> None:
    desk, meeting, _ = network
    with desk.store.write("prepare") as session:
        for one in SITTINGS.all(session, meeting=meeting.key):
            SITTINGS.remove(session, one.key)
    new = Planning(desk.store).like(meeting.key, ON)
    purposes = [one.item.purpose for one in desk.agendas.items(new.key)]
    assert Purpose.PREVIOUS_MINUTES in purposes
    assert Purpose.COMMITTEE in purposes


def test_a_sitting_is_copied_to_all_days(network: Network) -> None:
    desk, _, _ = network
    planned = Planning(desk.store).next(MeetingKind.ANNUAL, ON)
    desk.meetings.save(dataclasses.replace(planned, closes_on=planned.opens_on + datetime.timedelta(days=2)))
    sitting = desk.meetings.add_sitting(planned.key)
    assert Planning(desk.store).copy_sitting(sitting.key) == 2
    sittings = desk.meetings.plan(planned.key).sittings
    assert [(one.number, one.starts.hour) for one in sittings] == [(1, 10), (2, 10), (3, 10)]
    with pytest.raises(Problem):
        Planning(desk.store).copy_sitting(sitting.key)


def test_other_usual_hours_are_kept_on_the_days_that_are_filled(network: Network) -> None:
    desk, _, _ = network
    planned = Planning(desk.store).next(MeetingKind.ANNUAL, ON)
    for starts, ends in ((9, 12), (14, 17)):
        desk.meetings.save_sitting(
            Sitting(new_key(), planned.key, 0, planned.opens_on, datetime.time(starts), datetime.time(ends))
        )
    desk.meetings.fill_sittings(planned.key)
    hours = {(one.starts.hour, one.ends.hour) for one in desk.meetings.plan(planned.key).sittings}
    assert hours == {(9, 12), (14, 17)}


# -- milestones ----------------------------------------------------------------------------------------------------


def test_milestones_follow_from_what_is_recorded(network: Network) -> None:
    desk, meeting, _ = network
    milestones, on = Milestones(desk.store, desk.clock), datetime.date(2026, 10, 20)

    def states() -> dict[MilestoneKind, MilestoneState]:
        return {one.kind: one.state(on) for one in milestones.of(meeting.key)}

    assert states()[MilestoneKind.NOTICE] is MilestoneState.DUE
    assert states()[MilestoneKind.AGREEMENT] is MilestoneState.LATE
    desk.meetings.note_agreement(meeting.key, datetime.date(2026, 10, 9))
    desk.meetings.record_dispatch(AgendaDispatch("", meeting.key, datetime.date(2026, 10, 19)))
    desk.meetings.save(dataclasses.replace(stored(desk, meeting.key), host="MAR"))
    found = states()
    assert {found[kind] for kind in (MilestoneKind.AGREEMENT, MilestoneKind.NOTICE, MilestoneKind.HOST)} == {
        MilestoneState.DONE
    }


def test_a_milestone_is_ticked_moved_and_taken_back(network: Network) -> None:
    desk, meeting, _ = network
    milestones, on = Milestones(desk.store, desk.clock), datetime.date(2026, 10, 20)
    first = next(one for one in milestones.of(meeting.key) if one.kind is MilestoneKind.INTERPRETATION)
    done = milestones.save(dataclasses.replace(first.noted, done_on=on))
    again = milestones.save(dataclasses.replace(first.noted, due_on=on))
    assert again.key == done.key
    milestones.remove(done.key)
    assert first in milestones.of(meeting.key)


def test_one_of_the_secretariats_own_needs_a_title_and_a_day(network: Network) -> None:
    desk, meeting, _ = network
    milestones = Milestones(desk.store, desk.clock)
    for own, field in (
        (Milestone("", meeting.key, MilestoneKind.OTHER, due_on=ON), "title"),
        (Milestone("", meeting.key, MilestoneKind.OTHER, title=said("Badges")), "due_on"),
    ):
        with pytest.raises(Problem) as problem:
            milestones.save(own)
        assert problem.value.field_name == field
    milestones.save(Milestone("", meeting.key, MilestoneKind.OTHER, title=said("Badges"), due_on=ON))
    assert milestones.kept(meeting.key) == 1


def test_own_days_stay_when_the_meeting_moves(network: Network) -> None:
    desk, meeting, _ = network
    milestones = Milestones(desk.store, desk.clock)
    own = Milestone("", meeting.key, MilestoneKind.REGISTRATION, due_on=datetime.date(2026, 11, 2))
    milestones.save(own)
    before = {one.kind: one.day for one in milestones.of(meeting.key)}
    by = datetime.timedelta(days=28)
    planned = Planning(desk.store).next(MeetingKind.ANNUAL, ON)
    milestones.save(dataclasses.replace(own, meeting=planned.key))
    desk.meetings.save(dataclasses.replace(planned, opens_on=planned.opens_on + by))
    after = {one.kind: one.day for one in milestones.of(planned.key)}
    assert before[MilestoneKind.REGISTRATION] == after[MilestoneKind.REGISTRATION] == datetime.date(2026, 11, 2)
    assert after[MilestoneKind.MINUTES] != before[MilestoneKind.MINUTES]


# -- the calendar --------------------------------------------------------------------------------------------------


def unfolded(content: bytes) -> list[str]:
    """The lines of a calendar as RFC 5545 joins them, with each physical line checked."""
    assert content.endswith(b"\r\n")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")
    return content.replace(b"\r\n ", b"").decode().split("\r\n")[:-1]


def test_the_calendar_is_read_back_whole(network: Network) -> None:
    desk, meeting, item = network
    prepared(desk, meeting, item)
    calendars = Calendars(desk.store)
    content = calendars.of(meeting.key, Language.FR)
    assert content == calendars.of(meeting.key, Language.FR)
    read = icalendar.Calendar.from_ical(content)
    events = read.walk("VEVENT")
    assert len({str(one["UID"]) for one in events}) == len(events)
    days = {str(one["SUMMARY"]): one.decoded("DTSTART") for one in events}
    assert days[f"{meeting.symbol}\u00a0: Dernier jour pour envoyer l’ordre du jour"] == datetime.date(2026, 10, 24)
    with desk.store.read() as session:
        sittings = SITTINGS.all(session, meeting=meeting.key)
    timed = [one for one in events if isinstance(one.decoded("DTSTART"), datetime.datetime)]
    assert len(timed) == len(sittings)
    zones = {str(one["TZID"]) for one in read.walk("VTIMEZONE")}
    assert {one["DTSTART"].params["TZID"] for one in timed} == zones == {meeting.time_zone}
    alarms = [one for one in events if one.walk("VALARM")]
    found = [one for one in Milestones(desk.store, desk.clock).of(meeting.key) if one.day]
    assert len(alarms) == len([one for one in found if not one.fact and one.done_on is None]) < len(found)
    assert b"COMMENT" not in content, "the library’s English remark on its time zones stays out"


def test_a_calendar_marks_what_it_has_in_another_language_only(network: Network) -> None:
    desk, meeting, _ = network
    titled = dataclasses.replace(meeting, title=Trilingual(en="Second annual meeting"), place=Trilingual(en="Geneva"))
    desk.meetings.save(titled)
    lines = unfolded(Calendars(desk.store).of(meeting.key, Language.FR))
    missing = "[texte non disponible en français]"
    assert f"SUMMARY:{meeting.symbol} : {missing} Second annual meeting" in lines
    assert any(line.startswith(f"LOCATION:{missing} Geneva") for line in lines)
    assert f"X-WR-CALNAME:{missing} Second annual meeting" in lines
    assert any(line.startswith("SUMMARY;LANGUAGE=fr:") for line in lines)
    assert all(missing in line for line in lines if "Second annual" in line or "Geneva" in line)
    english = unfolded(Calendars(desk.store).of(meeting.key, Language.EN))
    assert f"SUMMARY;LANGUAGE=en:{meeting.symbol}: Second annual meeting" in english


def test_the_calendar_keeps_rfc_5545(network: Network) -> None:
    desk, meeting, _ = network
    place = Trilingual.final("Kingstown, Saint Vincent and the Grenadines; hall 2", "Kingstown", "Kingstown")
    desk.meetings.save(dataclasses.replace(stored(desk, meeting.key), place=place, host="VCT"))
    lines = unfolded(Calendars(desk.store).of(meeting.key, Language.EN))
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-1] == "END:VCALENDAR"
    opened: list[str] = []
    for line in lines:
        name, _, value = line.partition(":")
        if name == "BEGIN":
            opened.append(value)
        elif name == "END":
            assert opened.pop() == value
    assert opened == []
    (where, *_) = [line for line in lines if line.startswith("LOCATION")]
    assert where == "LOCATION:Kingstown\\, Saint Vincent and the Grenadines\\; hall 2", (
        "a host that the place names already is not said twice"
    )
    desk.meetings.save(dataclasses.replace(stored(desk, meeting.key), host="FRA"))
    lines = unfolded(Calendars(desk.store).of(meeting.key, Language.EN))
    assert any(line.startswith("LOCATION") and line.endswith("\\, France") for line in lines)
    stamps = {line for line in lines if line.startswith("DTSTAMP")}
    assert len(stamps) == 1
    assert stamps.pop().endswith("Z")


def test_identities_stay_when_something_is_noted(network: Network, tmp_path: Path) -> None:
    desk, meeting, _ = network
    calendars, milestones = Calendars(desk.store), Milestones(desk.store, desk.clock)

    def identities() -> set[str]:
        return {line for line in unfolded(calendars.of(meeting.key, Language.ES)) if line.startswith("UID")}

    before = identities()
    first = milestones.of(meeting.key)[0]
    milestones.save(dataclasses.replace(first.noted, note="Pedido"))
    assert identities() == before
    paths = calendars.write(meeting.key, Language, tmp_path)
    assert [path.name for path in paths] == [f"NMIRF-2026-Calendar-{language.upper()}.ics" for language in Language]


def test_r39_the_last_day_to_send_the_agenda_cannot_be_dropped(network: Network) -> None:
    desk, meeting, _ = network
    milestones = Milestones(desk.store)
    notice = next(one for one in milestones.of(meeting.key) if one.kind is MilestoneKind.NOTICE)
    with pytest.raises(Refusal, match="R39"):
        milestones.save(dataclasses.replace(notice.noted, dropped=True))


def test_annual_meetings_may_be_told_apart_by_the_number_that_runs_on() -> None:
    check_scheme("{prefix}/A/{number}", runs_on=True)
    with pytest.raises(Problem, match=r"Without \{\{year\}\} the"):
        check_scheme("{prefix}/A/{number}")
    with pytest.raises(Problem, match=r"or \{\{number\}\} all"):
        check_scheme("{prefix}/A", runs_on=True)


def test_no_two_kinds_of_meetings_get_the_same_symbols(network: Network) -> None:
    settings = Settings(network[0].store)
    before = settings.read()
    with pytest.raises(Problem, match="NMIRF/2027") as refused:
        settings.save(dataclasses.replace(before, committee_symbol=" NMIRF/{year}"))
    assert refused.value.field_name == "committee_symbol"
    assert settings.read() == before
    old = dataclasses.replace(before, committee_symbol=before.annual_symbol)
    assert wrong_schemes(dataclasses.replace(old, secretariat=said("Office")), old) == (), "older settings stay"


def test_no_two_meetings_are_proposed_for_one_day(network: Network) -> None:
    planning = Planning(network[0].store)
    days = [planning.next(kind, ON).opens_on for kind in KINDS[1:] * 3]
    assert len(set(days)) == 6
    assert all(day.weekday() < 5 for day in days)
