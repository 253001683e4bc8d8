"""After a batch was taken back: all of it is recorded again at its true moment, whatever was replied since."""

import datetime

from nmirf_desktop.domain.dispatches import Happening, Standing
from nmirf_desktop.services.deliveries import Witness
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.distribution import DistributionScreen
from nmirf_desktop.ui.screens.distribution_record import Which
from tests.ui.conftest import Answers
from tests.ui.screens.offices import NOON, finish, press, shown, texts
from tests.ui.screens.test_distribution import desk, issue, prepare, screen, standing, told
from tests.ui.screens.test_distribution_acts import of_whom, recipient

__all__ = ["desk", "screen"]


def replied(screen: DistributionScreen, desk: Secretariat) -> datetime.datetime:
    """An agenda sent to all in one act; Brazil did not get it, Uruguay acknowledged; when the first of these was."""
    issue(desk)
    prepare(screen)
    desk._clock.forward(5)  # type: ignore[attr-defined]
    (line,) = desk.deliveries.lines()
    desk.deliveries.happened([one.recipient.key for one in line.deliveries], Happening.SENT, desk.deliveries.now)
    desk._clock.forward(5)  # type: ignore[attr-defined]
    first = desk.deliveries.now
    for state, kind in (("BRA", Happening.FAILED), ("URY", Happening.ACKNOWLEDGED)):
        witness = Witness(state * 21, number=f"<{state}@nmirf.invalid>")
        desk.deliveries.happened([recipient(desk, state)], kind, desk.deliveries.now, witness=witness)
        desk._clock.forward(5)  # type: ignore[attr-defined]
    shown(screen, NOON.date())
    return first


def taken_back(screen: DistributionScreen, desk: Secretariat) -> datetime.datetime:
    """The same, of which the sendings were taken back; when the first replied."""
    first = replied(screen, desk)
    (line,) = desk.deliveries.lines()
    sent = [event.key for one in line.deliveries for event in one.events if event.kind is Happening.SENT]
    desk.deliveries.take_back_all(sent)
    shown(screen, NOON.date())
    return first


def test_the_question_of_the_take_back_says_how_many_have_replies(
    screen: DistributionScreen, desk: Secretariat, answers: Answers
) -> None:
    replied(screen, desk)
    answers.yes = False
    screen.detail.people.select(recipient(desk, "PRY"))
    {hit.title: hit.act for hit in screen.commands()}["Take back all that was recorded with it"]()
    assert "2 of them have replies, or reports that it did not arrive: these stay" in answers.asked[-1].text


def test_all_still_to_record_are_all_of_them_at_the_moment_that_was_taken_back(
    screen: DistributionScreen, desk: Secretariat, alerts: Alerts, language: CurrentLanguage
) -> None:
    """Nine of 52 were left out, and nothing said so."""
    taken_back(screen, desk)
    press(screen, "They were sent …")
    assert of_whom(screen) == "All still to record: 9 recipients"
    fields = screen.detail.card.fields
    (line,) = desk.deliveries.lines()
    (offered,) = {event.at for one in line.deliveries for event in one.events if event.kind is Happening.SENT}
    assert "The time that was recorded first and taken back stands there" in texts(screen.detail.card)
    assert (fields.on.value(), fields.time.value()) == (offered.date(), offered.time().replace(second=0, microsecond=0))
    assert "2 of them replied already" in texts(screen.detail.card)
    finish(fields.note.editors[0])
    assert told(alerts, language).startswith("Recorded as sent: 9.")
    (line,) = desk.deliveries.lines()
    assert all(one.was_sent for one in line.deliveries)
    assert (standing(desk, "BRA"), standing(desk, "URY")) == (Standing.FAILED, Standing.ACKNOWLEDGED)


def test_who_replied_before_the_moment_given_is_named_and_the_others_are_recorded(
    screen: DistributionScreen, desk: Secretariat, alerts: Alerts, language: CurrentLanguage
) -> None:
    taken_back(screen, desk)
    press(screen, "They were sent …")
    fields = screen.detail.card.fields
    now = desk.deliveries.now
    fields.time.load(now.time().replace(second=0, microsecond=0), over=True)
    finish(fields.note.editors[0])
    said = told(alerts, language)
    assert said.startswith("Recorded as sent: 7.")
    assert "Brazil, Uruguay" in said
    assert "earlier moment" in said
    press(screen, "They were sent …")
    assert of_whom(screen) == "All still to record: Brazil, Uruguay"


def test_no_moment_is_offered_that_nobody_has_given(
    screen: DistributionScreen, desk: Secretariat, alerts: Alerts, language: CurrentLanguage
) -> None:
    """12:29 was offered, a minute before the reply: one key more, and it was certified."""
    issue(desk)
    prepare(screen)
    desk._clock.forward(5)  # type: ignore[attr-defined]
    witness = Witness("1" * 63, number="<1@nmirf.invalid>")
    desk.deliveries.happened([recipient(desk, "BRA")], Happening.ACKNOWLEDGED, desk.deliveries.now, witness=witness)
    shown(screen, NOON.date())
    screen.detail.people.select(recipient(desk, "BRA"))
    press(screen, "They were sent …")
    fields = screen.detail.card.fields
    assert fields.time.value() is None
    assert "No time stands there, as nobody has given one." in texts(screen.detail.card)
    finish(fields.note.editors[0])
    (line,) = desk.deliveries.lines()
    assert not any(one.was_sent for one in line.deliveries)
    assert "time of day" in told(alerts, language) + texts(screen.detail.card)


def test_one_who_replied_is_offered_the_former_moment_and_refused_a_later_one(
    screen: DistributionScreen, desk: Secretariat, alerts: Alerts, language: CurrentLanguage
) -> None:
    """“Sent again by hand: Brazil” was offered of what was never recorded as sent, now."""
    first = taken_back(screen, desk)
    screen.detail.people.select(recipient(desk, "BRA"))
    press(screen, "They were sent …")
    fields = screen.detail.card.fields
    fields.which.load(Which.CHOSEN, over=True)
    fields.which.edited.emit()
    assert of_whom(screen) == "Those chosen: Brazil"
    now = desk.deliveries.now
    fields.time.load(now.time().replace(second=0, microsecond=0), over=True)
    finish(fields.note.editors[0])
    assert "earlier moment" in told(alerts, language) + texts(screen.detail.card)
    assert not next(one for one in desk.deliveries.lines()[0].deliveries if one.recipient.state == "BRA").was_sent
    fields.time.load((first - datetime.timedelta(minutes=1)).time().replace(second=0, microsecond=0), over=True)
    finish(fields.note.editors[0])
    assert next(one for one in desk.deliveries.lines()[0].deliveries if one.recipient.state == "BRA").was_sent
