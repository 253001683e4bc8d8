"""What is changed in a later version that is no agenda is said by the secretariat, and then by the message."""

from dataclasses import replace
from pathlib import Path

from nmirf_desktop.domain.dispatches import Happening
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.screens.distribution import DistributionScreen
from tests.registers import said
from tests.ui.screens.offices import NOON, finish, texts
from tests.ui.screens.test_distribution import SENDER, begin, desk, issue, meeting, prepare, screen
from tests.ui.screens.test_distribution_again import happened
from tests.ui.screens.test_distribution_revised import revise

__all__ = ["desk", "screen"]
TOLD = Trilingual.final("the badge office is in room 12.", "le bureau des badges est salle 12.", "")


def issue_note(desk: Secretariat) -> None:
    """Issue the information note of the meeting."""
    desk.papers.issue(Request(DocumentKind.INFORMATION, meeting(desk).key, on=NOON.date()), NOON.date())


def begin_with_note(screen: DistributionScreen, desk: Secretariat) -> None:
    """Open the card of the note that was issued last."""
    note = [one for one in desk.papers.issued() if one.kind is DocumentKind.INFORMATION][-1]
    screen.go_to(f"!send:{note.key}")


def revise_note(screen: DistributionScreen, desk: Secretariat) -> None:
    """The note went to Ghana and Morocco, and says otherwise by now; its card is open."""
    issue(desk)
    issue_note(desk)
    screen.refresh()
    begin_with_note(screen, desk)
    screen.preparing.form.address.load(SENDER, over=True)
    finish(screen.preparing.form.address.editors[0])
    happened(desk, Happening.SENT, "GHA", "MAR")
    desk.meetings.save(replace(meeting(desk), place=said("Another city")))
    issue_note(desk)
    begin_with_note(screen, desk)
    screen.preparing.form.address.load(SENDER, over=True)


def test_what_is_changed_in_a_document_goes_into_its_message_in_each_language(
    screen: DistributionScreen, desk: Secretariat, tmp_path: Path
) -> None:
    """“The message says … what is changed” was promised, and no field asked for it."""
    revise_note(screen, desk)
    form = screen.preparing.form
    assert form.what_changed.isVisible()
    form.languages.load((Language.EN, Language.FR), over=True)
    form.what_changed.load(TOLD, over=True)
    form.changed.emit()
    finish(form.address.editors[0])
    key = desk.deliveries.lines()[0].dispatch.key
    _, english = desk.dispatches.message(key, Language.EN)
    _, french = desk.dispatches.message(key, Language.FR)
    assert "This version replaces version 1" in english
    assert "Changes: the badge office is in room 12.\n" in english
    assert "Modifications : le bureau des badges est salle 12.\n" in french.replace("\u00a0", " ")


def test_what_is_changed_is_missing_in_the_language_of_somebody(screen: DistributionScreen, desk: Secretariat) -> None:
    revise_note(screen, desk)
    form = screen.preparing.form
    form.what_changed.load(TOLD, over=True)
    finish(form.address.editors[0])
    assert "What is changed is not said in Spanish" in texts(form)
    assert len(desk.deliveries.lines()) == 1


def test_of_an_agenda_nobody_is_asked_what_is_changed(screen: DistributionScreen, desk: Secretariat) -> None:
    issue(desk)
    prepare(screen)
    happened(desk, Happening.SENT, "GHA")
    revise(desk)
    begin(screen)
    form = screen.preparing.form
    assert form.same.isVisible()
    assert "which of its items are otherwise" in texts(form)
    assert not form.what_changed.isVisible()
