"""The usual messages of the organisation: kept by kind of document, offered to dispatches, put back, undone."""

from dataclasses import replace
from pathlib import Path

import pytest

from nmirf_desktop.domain.dispatch_words import usual_message
from nmirf_desktop.domain.dispatches import Channel
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.usual_messages import SentBy, UsualMessage, as_delivered, first_of
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.opening import create, open_register
from nmirf_desktop.services.papers import Papers
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.usual_messages import UsualMessages
from nmirf_desktop.storage.undo import undo
from tests.registers import Desk, said
from tests.services.test_dispatches import PREPARED, Office

AGENDA, MAIL = DocumentKind.AGENDA, SentBy.MAIL
SUBJECT, TEXT = said("Our {titles}"), said("{salutation}\n\nOur agenda of {meeting}:\n{documents}\n\n{secretariat}")


@pytest.fixture
def office(network: tuple[Desk, Meeting, object]) -> Office:
    desk, meeting, _ = network
    return Office(desk, meeting)


@pytest.fixture
def usual(office: Office) -> UsualMessages:
    return UsualMessages(office.desk.store, office.desk.clock)


def test_a_message_of_one_s_own_is_offered_for_its_kind_of_document_and_channel_alone(
    office: Office, usual: UsualMessages
) -> None:
    keys = [one.key for one in office.issued]
    usual.save(AGENDA, MAIL, SUBJECT, TEXT)
    assert office.dispatches.begin(keys)[1:] == (SUBJECT, TEXT)
    assert office.dispatches.begin(keys, Channel.BY_LANGUAGE)[1:] == (SUBJECT, TEXT)
    assert office.dispatches.begin(keys, Channel.POST)[1:] == usual_message(Channel.POST, of_meeting=True)
    annotated = Papers(office.desk.store, office.desk.states, office.desk.clock).issue(
        Request(DocumentKind.ANNOTATED, office.meeting.key), PREPARED.date()
    )
    others = [one.key for one in annotated]
    assert office.dispatches.begin(others)[1:] == usual_message(Channel.TO_EACH, of_meeting=True)
    assert office.dispatches.begin([*others, *keys])[1:] == (SUBJECT, TEXT)


def test_it_goes_before_the_message_of_the_last_dispatch_and_the_last_one_is_offered_once_it_is_put_back(
    office: Office, usual: UsualMessages, tmp_path: Path
) -> None:
    keys = [one.key for one in office.issued]
    office.send(tmp_path, office.order(text=said("The last one: {documents}")))
    usual.save(AGENDA, MAIL, SUBJECT, TEXT)
    assert office.dispatches.begin(keys)[2] == TEXT
    usual.put_back(AGENDA, MAIL)
    assert office.dispatches.begin(keys)[2] == said("The last one: {documents}")
    assert not usual.own()


def test_what_was_sent_with_it_stays_as_it_was_when_it_is_changed(
    office: Office, usual: UsualMessages, tmp_path: Path
) -> None:
    usual.save(AGENDA, MAIL, SUBJECT, TEXT)
    line = office.send(tmp_path, office.order())
    before = office.dispatches.message(line.dispatch.key, Language.EN)
    usual.save(AGENDA, MAIL, SUBJECT, said("Other words"))
    assert office.dispatches.message(line.dispatch.key, Language.EN) == before


def test_the_same_words_as_delivered_are_none_of_one_s_own(usual: UsualMessages) -> None:
    usual.save(AGENDA, MAIL, SUBJECT, TEXT)
    assert usual.read(AGENDA, MAIL).own
    usual.save(AGENDA, MAIL, *as_delivered(AGENDA, MAIL))
    assert not usual.read(AGENDA, MAIL).own
    assert usual.read(AGENDA, MAIL).message.text == as_delivered(AGENDA, MAIL)[1]


@pytest.mark.parametrize(
    ("kind", "subject", "text", "said_of_it"),
    [
        (AGENDA, said("{title}"), TEXT, "{title}"),
        (AGENDA, SUBJECT, said("{documents"), "A brace is not closed"),
        (DocumentKind.MEMBERS, SUBJECT, said("The list of {meeting}"), "{meeting}"),
        (AGENDA, Trilingual(), TEXT, "has no subject"),
        (AGENDA, SUBJECT, Trilingual(en=" "), "has no text"),
    ],
)
def test_what_cannot_be_filled_in_is_refused_in_one_sentence_and_nothing_is_kept(
    usual: UsualMessages, kind: DocumentKind, subject: Trilingual, text: Trilingual, said_of_it: str
) -> None:
    with pytest.raises(Problem) as refused:
        usual.save(kind, MAIL, subject, text)
    assert said_of_it in refused.value.said_in(catalog(Language.EN))
    assert not usual.own()


@pytest.mark.parametrize("language", Language)
def test_the_preview_says_what_somebody_would_get(office: Office, usual: UsualMessages, language: Language) -> None:
    message = UsualMessage("", AGENDA, MAIL, SUBJECT, TEXT)
    subject, text = usual.preview(message, language)
    issued = next(one for one in office.issued if one.language.value == language.value)
    assert issued.symbol in text
    assert "{" not in subject + text
    decisions = replace(message, kind=DocumentKind.DECISIONS, by=SentBy.POST)  # none was issued: an example stands in
    assert office.meeting.symbol in usual.preview(decisions, language)[1]


def test_a_preview_without_any_meeting_shows_what_only_one_could_fill_in(tmp_path: Path) -> None:
    create(tmp_path / "new.nmirf")
    store = open_register(tmp_path / "new.nmirf")
    try:
        _subject, text = UsualMessages(store).preview(UsualMessage("", AGENDA, MAIL, SUBJECT, TEXT), Language.EN)
    finally:
        store.close()
    assert "Our agenda of {meeting}:" in text


def test_a_change_is_a_step_of_undo_and_in_the_journal(office: Office, usual: UsualMessages) -> None:
    usual.save(AGENDA, MAIL, SUBJECT, TEXT)
    usual.save(AGENDA, MAIL, SUBJECT, said("Other words"))
    assert undo(office.desk.store) == "change a usual message"
    assert usual.read(AGENDA, MAIL).message.text == TEXT


def test_the_agenda_s_message_is_that_of_what_goes_with_it() -> None:
    assert first_of([DocumentKind.PROGRAMME, AGENDA]) is AGENDA
    assert first_of([DocumentKind.MINUTES, DocumentKind.DECISIONS]) is DocumentKind.MINUTES
    assert first_of([]) is None
