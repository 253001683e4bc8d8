"""One key in the room: an intervention is told without its speaker, off the record, and with its speaker again."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from nmirf_desktop.domain.correction_requests import CorrectionRequest
from nmirf_desktop.domain.sittings import Attribution
from nmirf_desktop.storage.undo import undo
from nmirf_desktop.ui.screens.session_keys import Key as RoomKey
from nmirf_desktop.ui.screens.session_speaking import speaker_shown
from tests.ui.screens.conftest import Walk

Key = Qt.Key
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
NAMED, UNATTRIBUTED, OFF = Attribution


def speak(walk: Walk) -> None:
    """Ghana has the floor, and something is noted."""
    walk.press(Key.Key_F9)
    walk.press(Key.Key_F3)
    walk.type("ghana")
    walk.press(Key.Key_Return)
    walk.type("welcomed the report")
    walk.screen.room.floor.form.flush()
    QApplication.processEvents()


def told(walk: Walk) -> Attribution:
    (heard,) = walk.desk.sittings.interventions(walk.meeting.key)
    assert heard.note == "welcomed the report"
    return heard.attribution


def shown(walk: Walk) -> str:
    """The speaker as the list names it."""
    table = walk.screen.room.floor.table
    return table.model.rows[0].speaker(walk.language.words)


def test_one_key_goes_through_the_ways_and_the_list_flags_them(walk: Walk) -> None:
    speak(walk)
    assert shown(walk) == "Ghana"
    walk.press(Key.Key_Y, CTRL_SHIFT)
    assert (told(walk), shown(walk)) == (UNATTRIBUTED, "Ghana (unattributed)")
    assert walk.told().startswith("The minutes tell this intervention without its speaker")
    walk.press(Key.Key_Y, CTRL_SHIFT)
    assert (told(walk), shown(walk)) == (OFF, "Ghana (off the record)")
    walk.press(Key.Key_Y, CTRL_SHIFT)
    assert told(walk) is NAMED
    undo(walk.desk.store)
    QApplication.processEvents()
    assert (told(walk), shown(walk)) == (OFF, "Ghana (off the record)")


def test_the_key_says_that_a_correction_that_was_accepted_went_with_the_name(walk: Walk) -> None:
    speak(walk)
    book = walk.desk.minutes
    book.draft(walk.meeting.key)
    minutes = book.minutes(walk.meeting.key)
    assert minutes is not None
    own = next(one for one in book.paragraphs(minutes.key) if one.slot.startswith("intervention:"))
    on = walk.clock.at.date()
    words = "The report, said the representative of Ghana, is welcome."
    asked = CorrectionRequest("", minutes.key, on, paragraph=own.key, state="GHA", text=words)
    book.requests.accept(book.requests.record(asked).key, on)
    walk.press(Key.Key_Y, CTRL_SHIFT)
    assert told(walk) is UNATTRIBUTED
    said = walk.told()
    assert said.startswith("The minutes tell this intervention without its speaker")
    assert "What was accepted as a correction of it went from the minutes" in said


def test_what_is_off_the_record_is_not_on_the_projector(walk: Walk) -> None:
    speak(walk)
    facts = walk.screen.facts
    assert facts is not None
    assert speaker_shown(facts) is not None
    walk.press(Key.Key_Y, CTRL_SHIFT)
    walk.press(Key.Key_Y, CTRL_SHIFT)
    facts = walk.screen.facts
    assert facts is not None
    assert speaker_shown(facts) is None


def test_the_choice_is_also_in_the_form_of_the_note(walk: Walk) -> None:
    speak(walk)
    form = walk.screen.room.floor.form
    form.told.load(OFF, over=True)
    form.edited.emit("attribution")
    QApplication.processEvents()
    assert told(walk) is OFF


def test_without_an_intervention_the_key_says_what_to_do(walk: Walk) -> None:
    walk.press(Key.Key_F9)
    walk.screen.keys[RoomKey.ATTRIBUTE].trigger()
    assert walk.told() == (
        "No intervention is chosen: choose one in the list of what was said, and press the key again."
    )


def test_a_note_that_asks_for_silence_says_where_that_is_chosen(walk: Walk) -> None:
    speak(walk)
    form = walk.screen.room.floor.form
    hint = form._rows["note"]._hint
    assert not hint.text().startswith("The note may ask not to be recorded")
    walk.type("; off the record")
    form.flush()
    QApplication.processEvents()
    assert hint.text().startswith("The note may ask not to be recorded")
    walk.press(Key.Key_Y, CTRL_SHIFT)
    assert not hint.text().startswith("The note may ask not to be recorded")
