"""A reminder to who did not acknowledge: words of its own, with the day of the first sending and the last day."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from nmirf_desktop.domain.dispatches import Channel, Happening
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.reminders import reminding, reminds
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.usual_messages import SentBy, UsualMessage, as_delivered
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.deliveries import Line
from nmirf_desktop.services.papers import Papers
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.usual_messages import UsualMessages
from tests.registers import Desk, said
from tests.services.test_dispatches import IN_TIME, PREPARED, Office

AGENDA = DocumentKind.AGENDA
OWN = said("Again: {titles}"), said("{salutation}\n\nFirst sent {sent_on}, last day {last_day}:\n{documents}")


@pytest.fixture
def office(network: tuple[Desk, Meeting, object]) -> Office:
    desk, meeting, _ = network
    return Office(desk, meeting)


@pytest.fixture
def usual(office: Office) -> UsualMessages:
    return UsualMessages(office.desk.store, office.desk.clock)


def sent(office: Office, place: Path, *later: str) -> Line:
    """The agenda as it went to everybody; to some States a day later."""
    line = office.send(place / "first")
    for days in (0, 1):
        office.desk.clock.at = IN_TIME + datetime.timedelta(days)
        to = [one.recipient.key for one in line.deliveries if (one.recipient.state in later) is bool(days)]
        if to:
            office.deliveries.happened(to, Happening.SENT, office.desk.clock())
    return office.deliveries.line(line.dispatch.key)


def reminded(office: Office, line: Line, place: Path, channel: Channel = Channel.TO_EACH) -> Line:
    """The reminder of a dispatch to everybody who did not acknowledge it, with the words that are offered."""
    keys = tuple(one.key for one in line.issued)
    _, subject, text = office.dispatches.begin_again(line.dispatch, keys, channel)
    again = frozenset(one.recipient.whom for one in line.open)
    return office.send(place / "second", office.order(channel, again=again, subject=subject, text=text))


@pytest.mark.parametrize("channel", [Channel.TO_EACH, Channel.BY_LANGUAGE])
@pytest.mark.parametrize("language", Language)
def test_a_reminder_says_when_it_was_sent_first_and_the_last_day_of_the_notice(
    office: Office, tmp_path: Path, language: Language, channel: Channel
) -> None:
    line = sent(office, tmp_path)
    words, due = catalog(language), office.deliveries.agenda_due(office.meeting.key)
    assert due is not None
    second = reminded(office, line, tmp_path, channel)
    subject, text = office.dispatches.message(second.dispatch.key, language)
    first, _ = office.dispatches.message(line.dispatch.key, language)
    assert subject.endswith(first)
    assert subject != first
    assert words.date(IN_TIME.date()) in text
    assert words.date(due.notice.deadline) in text
    assert "{" not in subject + text
    assert text != office.dispatches.message(line.dispatch.key, language)[1]


def test_several_days_of_first_sendings_are_told_from_the_first_to_the_last(office: Office, tmp_path: Path) -> None:
    line = sent(office, tmp_path, "PRY", "URY")
    second = reminded(office, line, tmp_path)
    _, text = office.dispatches.message(second.dispatch.key, Language.EN)
    next_day = IN_TIME.date() + datetime.timedelta(1)
    assert catalog(Language.EN).date_range_in_text(IN_TIME.date(), next_day) in text


def test_the_organisation_s_own_words_of_a_reminder_are_offered_for_a_reminder_alone(
    office: Office, usual: UsualMessages, tmp_path: Path
) -> None:
    usual.save(AGENDA, SentBy.MAIL_AGAIN, *OWN)
    line = sent(office, tmp_path)
    keys = [one.key for one in line.issued]
    assert office.dispatches.begin_again(line.dispatch, keys, Channel.TO_EACH)[1:] == OWN
    assert (
        office.dispatches.begin_again(line.dispatch, keys, Channel.POST)[2]
        == as_delivered(AGENDA, SentBy.POST_AGAIN)[1]
    )
    assert office.dispatches.begin(keys)[1:] == (line.dispatch.subject, line.dispatch.text)


def test_a_new_dispatch_begins_with_the_words_of_no_reminder_and_a_second_reminder_with_those_of_the_first(
    office: Office, tmp_path: Path
) -> None:
    """“Reminder: …” stood over the next agenda."""
    line = sent(office, tmp_path)
    second = reminded(office, line, tmp_path)
    keys = [one.key for one in line.issued]
    assert office.dispatches.begin(keys)[1:] == (line.dispatch.subject, line.dispatch.text)
    again = office.dispatches.begin_again(second.dispatch, keys, Channel.TO_EACH)
    assert again[1:] == (second.dispatch.subject, second.dispatch.text)


def test_a_reminder_in_the_organisation_s_own_words_is_no_first_message_of_the_next_agenda(
    office: Office, usual: UsualMessages, tmp_path: Path
) -> None:
    """It was known by its subject alone: “Again: …” was offered, with {sent_on}, which is refused then."""
    usual.save(AGENDA, SentBy.MAIL_AGAIN, *OWN)
    line = sent(office, tmp_path)
    second = reminded(office, line, tmp_path)
    assert second.dispatch.subject == OWN[0]
    keys = [one.key for one in line.issued]
    assert office.dispatches.begin(keys)[1:] == (line.dispatch.subject, line.dispatch.text)
    office.deliveries.take_back_all(
        [event.key for one in office.deliveries.line(line.dispatch.key).deliveries for event in one.events]
    )
    assert office.dispatches.begin(keys)[1:] == (line.dispatch.subject, line.dispatch.text), "nor by its words"


def test_a_reminder_with_a_subject_of_its_own_is_none_of_the_next_agenda(office: Office, tmp_path: Path) -> None:
    line = sent(office, tmp_path)
    keys = tuple(one.key for one in line.issued)
    again = frozenset(one.recipient.whom for one in line.open)
    subject, text = said("Still waiting: {titles}"), said("{salutation}\n\nPlease answer.\n{documents}")
    office.send(tmp_path / "second", office.order(again=again, subject=subject, text=text))
    assert office.dispatches.begin(keys)[1:] == (line.dispatch.subject, line.dispatch.text)


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", " "])
def test_a_subject_reminds_once_whatever_its_spaces(space: str) -> None:
    subject = Trilingual.final("Reminder: x", f"Rappel{space}: x", "Recordatorio: x")
    assert reminding(subject) == subject
    assert reminds(subject)


def test_what_has_no_last_day_is_reminded_of_without_one(office: Office, usual: UsualMessages, tmp_path: Path) -> None:
    issued = Papers(office.desk.store, office.desk.states, office.desk.clock).issue(
        Request(DocumentKind.MEMBERS, None, on=PREPARED.date()), PREPARED.date()
    )
    keys = tuple(one.key for one in issued)
    with pytest.raises(Problem) as refused:
        usual.save(DocumentKind.MEMBERS, SentBy.MAIL_AGAIN, *OWN)
    assert "{last_day}" in refused.value.said_in(catalog(Language.EN))
    _, subject, text = office.dispatches.begin(keys)
    first = office.send(tmp_path / "list", replace(office.order(subject=subject, text=text), issued=keys))
    office.desk.clock.at = IN_TIME
    office.deliveries.happened([one.recipient.key for one in first.deliveries], Happening.SENT, IN_TIME)
    _, _, text = office.dispatches.begin_again(first.dispatch, keys, Channel.TO_EACH)
    assert "{sent_on}" in text.en
    assert "{last_day}" not in text.en


def test_a_day_of_sending_is_refused_where_nothing_was_sent_before(office: Office) -> None:
    order = office.order(text=OWN[1])
    with pytest.raises(Problem) as refused:
        office.dispatches.check(order)
    assert "{sent_on}" in refused.value.said_in(catalog(Language.EN))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("by", [SentBy.MAIL_AGAIN, SentBy.POST_AGAIN])
def test_the_preview_of_a_reminder_says_what_somebody_would_get(
    usual: UsualMessages, language: Language, by: SentBy
) -> None:
    for kind in (AGENDA, DocumentKind.MINUTES, DocumentKind.MEMBERS):
        kept = usual.read(kind, by)
        assert not kept.own
        subject, text = usual.preview(kept.message, language)
        assert "{" not in subject + text
    subject, text = usual.preview(UsualMessage("", AGENDA, by, *OWN), language)
    assert "{" not in subject + text
