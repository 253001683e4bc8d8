"""Partners and who comes for them speak like States, by two letters; they neither move nor vote (R44, R45)."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from nmirf_desktop.domain.participants import Answer, Delegate, Invitee, Partner, PartnerKind
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language
from nmirf_desktop.storage.participants import DELEGATES, INVITEES, PARTNERS
from nmirf_desktop.storage.people import PEOPLE
from nmirf_desktop.ui.speakerfield import SpeakerField
from tests.registers import said
from tests.ui.screens.conftest import Walk

Key = Qt.Key
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
UNIVERSITY = Trilingual.final("University of Rabat", "Université de Rabat", "Universidad de Rabat")


@pytest.fixture
def invited(walk: Walk) -> Walk:
    """A university with one who comes for it, and an institute that sent apologies."""
    partners = [Partner("uni", UNIVERSITY, PartnerKind.ACADEMIA), Partner("ins", said("Institute"), PartnerKind.NHRI)]
    invitees = [
        Invitee("first", walk.meeting.key, partner="uni", answer=Answer.ATTENDS),
        Invitee("second", walk.meeting.key, partner="ins", answer=Answer.APOLOGIES),
    ]
    person = Person("amina", Trilingual(), given_name="Amina", family_name="Sosa")
    with walk.desk.store.write("invite") as session:
        for one in partners:
            PARTNERS.save(session, one)
        for each in invitees:
            INVITEES.save(session, each)
        PEOPLE.save(session, person)
        DELEGATES.save(session, Delegate("delegate", "first", "amina"))
    walk.screen.refresh()
    return walk


def offered(walk: Walk, field: SpeakerField, letters: str) -> tuple[str, ...]:
    """What two letters bring; the list is closed again."""
    field.setFocus()
    walk.type(letters)
    found = field._list.rows if field._list.open else ()
    field._list.hide()
    field.editors[0].clear()  # type: ignore[attr-defined]
    field.load(None, over=True)
    walk.screen.activateWindow()
    QApplication.processEvents()
    return found


def choose(walk: Walk, letters: str) -> None:
    walk.type(letters)
    walk.press(Key.Key_Return)
    walk.screen.activateWindow()
    QApplication.processEvents()


def test_a_guest_waits_on_the_list_and_speaks_by_two_letters(invited: Walk) -> None:
    walk = invited
    walk.press(Key.Key_F3, CONTROL)
    for letters in ("un", "gh", "oh", "so"):
        choose(walk, letters)
    queue = walk.desk.floor.view(walk.meeting.key).queue(walk.item.key)
    sosa = "Amina SOSA (University of Rabat)"
    assert [one.state or one.body.en for one in queue] == ["University of Rabat", "GHA", "OHCHR", sosa]
    assert queue[0].body == UNIVERSITY
    assert "University of Rabat" in walk.screen.speaking.following.text()
    walk.press(Key.Key_F12)
    walk.press(Key.Key_F3)
    choose(walk, "ami")
    heard = walk.desk.sittings.interventions(walk.meeting.key)
    assert [one.body.en for one in heard] == ["University of Rabat", sosa]
    assert heard[1].body.fr == "Amina SOSA (Université de Rabat)"
    waiting = walk.desk.floor.view(walk.meeting.key).queue(walk.item.key)
    assert [one.state or one.body.en for one in waiting] == ["GHA", "OHCHR"], "the place on the list is used up"


def test_members_come_before_guests_and_guests_before_other_states(invited: Walk) -> None:
    field = invited.screen.room.queue.state
    assert offered(invited, field, "in")[0] == "Indonesia"
    assert "Institute" not in offered(invited, field, "in"), "it sent apologies"
    found = offered(invited, field, "un")
    assert found[0] == "University of Rabat"
    assert any(name.startswith("United") for name in found[1:])


def test_a_guest_is_found_in_the_language_of_the_window(invited: Walk) -> None:
    invited.language.switch(Language.ES)
    QApplication.processEvents()
    assert "Universidad de Rabat" in offered(invited, invited.screen.room.floor.state, "ra")


def test_a_guest_moves_nothing_and_raises_no_point_of_order(invited: Walk) -> None:
    walk = invited
    for key in (Key.Key_M, Key.Key_O):
        walk.press(key, CONTROL | SHIFT)
        card = walk.screen.cards.rise
        card.fields.state.setFocus()
        walk.type("ohchr")
        assert not card.fields.state._list.open
        walk.press(Key.Key_Return, CONTROL)
        assert card.isVisible()
        card.fields.state.load(None, over=True)
        card.close_up()
    assert not walk.desk.motions.files(walk.meeting.key)
    assert not walk.desk.motions.points(walk.meeting.key)
