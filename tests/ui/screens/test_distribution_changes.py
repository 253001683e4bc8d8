"""What is changed in a later version that is no agenda is said by the secretariat, and then by the message."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from nmirf_desktop.domain.dispatch_words import MessageFacts, worded
from nmirf_desktop.domain.dispatches import Happening
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.organisation import Organisation
from nmirf_desktop.domain.replaced_versions import Replaced
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.screens.distribution import DistributionScreen
from nmirf_desktop.ui.screens.distribution_order import Offered, offered
from tests.registers import said
from tests.ui.screens.offices import NOON, finish, texts
from tests.ui.screens.test_distribution import SENDER, begin, desk, issue, meeting, prepare, screen
from tests.ui.screens.test_distribution_again import happened
from tests.ui.screens.test_distribution_revised import revise

__all__ = ["desk", "screen"]
WHOLE = Trilingual.final(
    "the badge office is in room 12", "le bureau des badges est salle 12", "las tarjetas se recogen en la sala 12"
)
TOLD = Trilingual.final("the badge office is in room 12.", "le bureau des badges est salle 12.", "")


def issue_note(desk: Secretariat, kind: DocumentKind = DocumentKind.INFORMATION) -> None:
    """Issue the information note of the meeting, or another document of it."""
    desk.papers.issue(Request(kind, meeting(desk).key, on=NOON.date()), NOON.date())


def sendable(desk: Secretariat) -> tuple[Offered, ...]:
    """What the card offers."""
    return offered(desk.dispatches.sendable(meeting(desk).key))


def tick_revised(screen: DistributionScreen, desk: Secretariat) -> None:
    """Tick the documents that are in a second version."""
    revised = [one for one in sendable(desk) if one.files[0].version == 2]
    screen.preparing.form.issued.load(tuple(revised), over=True)
    screen.preparing.form.changed.emit()
    QApplication.processEvents()


def listed(desk: Secretariat, language: Language = Language.EN) -> list[str]:
    """What the message prepared last says of its documents: the symbol with its version, and what is said under it."""
    _, text = desk.dispatches.message(desk.deliveries.lines()[0].dispatch.key, language)
    there = text[text.index("– ") :].partition("Please")[0]
    return [one.strip().partition(", fingerprint")[0] for one in there.split("\n") if one]


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


def test_of_a_document_that_was_never_sent_nobody_is_asked_what_is_changed(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    """The agenda replaces one that was sent, and the note none: what was written of it stood in no message."""
    issue(desk)
    prepare(screen)
    happened(desk, Happening.SENT, "GHA", "MAR")
    issue_note(desk)
    desk.meetings.save(replace(meeting(desk), place=said("Another city")))
    revise(desk)
    issue_note(desk)
    screen.refresh()
    begin_with_note(screen, desk)
    tick_revised(screen, desk)
    form = screen.preparing.form
    assert len(form.issued.value()) == 2
    assert form.same.isVisible()
    assert not form.what_changed.isVisible()
    form.what_changed.load(Trilingual.final("a", "b", "c"), over=True)
    assert not form.changes


def test_what_is_changed_in_several_documents_stands_once_below_all_of_them(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    issue(desk)
    issue_note(desk)
    issue_note(desk, DocumentKind.PROGRAMME)
    screen.refresh()
    begin_with_note(screen, desk)
    form = screen.preparing.form
    form.issued.load(sendable(desk), over=True)
    form.address.load(SENDER, over=True)
    finish(form.address.editors[0])
    happened(desk, Happening.SENT, "GHA", "MAR")
    desk.meetings.save(replace(meeting(desk), place=said("Another city")))
    issue_note(desk)
    issue_note(desk, DocumentKind.PROGRAMME)
    begin_with_note(screen, desk)
    assert "under the document" in texts(form)
    tick_revised(screen, desk)
    assert form.what_changed.isVisible()
    assert "name in it the document of each change" in texts(form)
    form.address.load(SENDER, over=True)
    form.what_changed.load(WHOLE, over=True)
    finish(form.address.editors[0])
    note, replaced, programme, replaced_too, *after = listed(desk)
    assert all(", version 2 (" in one for one in (note, programme))
    assert all(one.startswith("This version replaces version 1") for one in (replaced, replaced_too))
    assert after == ["Changes: the badge office is in room 12."]
    assert not any("Changes" in one for one in (replaced, replaced_too))


def test_what_is_changed_stands_once_under_several_versions_of_a_document(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    """It cannot be what is changed from the first and from the second, and says itself from which."""
    revise_note(screen, desk)
    form = screen.preparing.form
    finish(form.address.editors[0])
    note = [one for one in desk.papers.issued() if one.kind is DocumentKind.INFORMATION][-1]
    had = tuple(Replaced(version, NOON.date(), one_of_several=True) for version in (2, 1))
    facts = MessageFacts((note,), meeting(desk), Organisation(), replaced={note.key: had}, changed=WHOLE)
    for language, changes in zip(Language, ("Changes:", "Modifications :", "Cambios:"), strict=True):
        text = worded("w", desk.deliveries.lines()[0].dispatch, facts, language).text.replace("\u00a0", " ")
        assert text.count(changes) == 1
        assert f"\n  {changes} {WHOLE[language]}.\n" in text
