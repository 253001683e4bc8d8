"""A form that stays open follows the register: saving it changes only what was changed in it."""

import datetime
import enum
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.action_plans import ActionPlan, PlannedAction, PlanPriority
from nmirf_desktop.domain.candidatures import Call
from nmirf_desktop.domain.contributions import Contribution, ContributionKind
from nmirf_desktop.domain.encouragement import Contact
from nmirf_desktop.domain.good_practices import Area, GoodPractice
from nmirf_desktop.domain.item_requests import ItemRequest
from nmirf_desktop.domain.members import Mechanism, MechanismType
from nmirf_desktop.domain.merging import merged
from nmirf_desktop.domain.milestones import Milestone, MilestoneKind
from nmirf_desktop.domain.ohchr_support import OhchrSupport, SupportKind
from nmirf_desktop.domain.participants import Partner, PartnerKind
from nmirf_desktop.domain.partnerships import CooperationNote, Partnership
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.reckoning import Reckoned
from nmirf_desktop.domain.states import parse_states
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.i18n import Language
from nmirf_desktop.paths import bundled
from nmirf_desktop.ui.drafts import Draft
from nmirf_desktop.ui.fields import TextField, TrilingualField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.partner_form import PartnerForm
from nmirf_desktop.ui.screens.action_plans_forms import PlanForm, PlannedForm, PriorityForm
from nmirf_desktop.ui.screens.agenda_requests import RequestForm
from nmirf_desktop.ui.screens.candidatures_forms import CallForm
from nmirf_desktop.ui.screens.contributions_forms import ContributionForm
from nmirf_desktop.ui.screens.encouragement_detail import ContactForm
from nmirf_desktop.ui.screens.good_practices_forms import PracticeForm
from nmirf_desktop.ui.screens.meetings_milestones import MilestoneForm
from nmirf_desktop.ui.screens.members_mechanism import MechanismForm
from nmirf_desktop.ui.screens.members_person import PersonForm
from nmirf_desktop.ui.screens.partnerships_forms import AgreementForm, NoteForm, SupportForm

STATES = parse_states((bundled("resources") / "states.csv").read_text(encoding="utf-8"))
DAY = datetime.date(2026, 5, 4)


@dataclass(frozen=True)
class Case:
    """A form, what shows a record in it, and what it would save of it."""

    make: Callable[[CurrentLanguage], Form]
    record: Any
    load: Callable[[Any, Any], object] = lambda form, record: form.load(record)
    value: Callable[[Any, Any], Any] = lambda form, _record: form.value()


def text(name: str) -> Trilingual:
    return Trilingual.final(f"{name} (en)", f"{name} (fr)", f"{name} (es)", Language.FR)


def load_state(form: Any, record: Any) -> None:
    form.state.set_states(STATES)
    form.load(record)


CASES = {
    "practice": Case(
        PracticeForm, GoodPractice("k", "PRY", text("A"), Area.COORDINATION, DAY, text=text("B"), contact=text("C")),
        lambda form, one: form.load(one, DAY, STATES),
    ),
    "contribution": Case(
        ContributionForm, Contribution("k", ContributionKind.EVENT, text("A"), DAY, "PRY", note="n"),
        lambda form, one: form.load(one, STATES, ()),
    ),
    "plan": Case(PlanForm, ActionPlan("k", text("A"), 2026, 2030)),
    "priority": Case(PriorityForm, PlanPriority("k", "plan", text("A"))),
    "planned action": Case(
        PlannedForm, PlannedAction("k", "p", text("A"), text("B"), due_on=DAY, reason=text("C"), evidence=text("D"))
    ),
    "partnership": Case(AgreementForm, Partnership("k", "p", Period(DAY), title=text("A"), reason=text("B"))),
    "what was done": Case(NoteForm, CooperationNote("k", "p", DAY, text("A"))),
    "support": Case(SupportForm, OhchrSupport("k", "p", DAY, SupportKind.ADVICE, text("A"), "PRY"), load_state),
    "partner": Case(PartnerForm, Partner("k", text("A"), PartnerKind.UN_ENTITY, ("a@example.org",), "Road 1")),
    "request": Case(
        RequestForm, ItemRequest("k", "m", "PRY", DAY, text("A"), text=text("B"), reference="r"),
        load_state, lambda form, one: replace(one, **of_request(form)),
    ),
    "call": Case(
        CallForm, Call("k", DAY, DAY, seats=3, reference="r", note=text("A")),
        lambda form, one: form.load(one, (), (), DAY),
    ),
    "mechanism": Case(
        MechanismForm,
        Mechanism("k", "PRY", Period(DAY), text("A"), MechanismType.INTERMINISTERIAL, "law", "https://example.org"),
        lambda form, one: form.load(one, DAY), lambda form, one: form.value(one.state),
    ),
    "contact": Case(ContactForm, Contact("k", "PRY", DAY, "Coordinator", "said")),
    "milestone": Case(
        MilestoneForm,
        Reckoned(Milestone("k", "m", MilestoneKind.OTHER, due_on=DAY, title=text("A"), responsible=text("B")), DAY),
        value=lambda form, one: replace(one, noted=form.value(one)),
    ),
}  # fmt: skip


def of_request(form: Any) -> dict[str, Any]:
    said = form.value("k", "m")
    return {name: getattr(said, name) for name in ("state", "asked_on", "title", "text", "reference")}


def elsewhere(value: Any, name: str) -> Any:
    """Another value of the same kind, as somebody else may have recorded it."""
    match value:
        case Trilingual():
            return Trilingual.final(f"{name} 2 (en)", f"{name} 2 (fr)", f"{name} 2 (es)", value.source)
        case Reckoned():
            return replace(value, noted=changed(value.noted, {"title", "due_on", "responsible", "note"}))
        case Period():
            return Period(value.start + datetime.timedelta(days=7))
        case datetime.date():
            return value + datetime.timedelta(days=7)
        case enum.Enum():
            return next(one for one in type(value) if one is not value)
        case str():
            return f"{name} of somebody else"
        case int():
            return value + 1
        case _:
            return value


FIXED = {"key", "plan", "partner", "priority", "meeting", "practice", "state", "link", "web", "emails", "kind", "form"}
"""What no one changes in these tests: keys of other records, and what a form shows only in one way."""


def changeable(record: Any) -> list[str]:
    return [one.name for one in fields(record) if one.name not in FIXED and getattr(record, one.name) not in (None, ())]


def changed(record: Any, names: set[str]) -> Any:
    return replace(record, **{name: elsewhere(getattr(record, name), name) for name in names})


def type_at_the_end(editor: QWidget) -> None:
    """A letter typed in a text, as one does: in it, or after it."""
    if isinstance(editor, QPlainTextEdit | QTextEdit | QLineEdit):
        QTest.keyClick(editor, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(editor, " x")


def write_some(form: Form, dice: random.Random) -> None:
    """Change some fields of a form by the keyboard, also a single language of a text."""
    for field in form.findChildren(TextField) + form.findChildren(TrilingualField):
        if dice.random() < 0.4 and field.value():
            type_at_the_end(dice.choice(field.editors))


def flat(record: Any) -> Iterator[tuple[str, Any]]:
    """Each field of a record, of a text each language, of a value within it those of the value."""
    for one in fields(record):
        value = getattr(record, one.name)
        if isinstance(value, Trilingual):
            yield from ((f"{one.name}:{tongue}", value[tongue]) for tongue in Language)
        elif is_dataclass(value) and not isinstance(value, Period):
            yield from ((f"{one.name}.{name}", held) for name, held in flat(value))
        else:
            yield one.name, value


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("name", CASES)
def test_only_what_was_changed_here_differs_from_what_became_elsewhere(
    qtbot: QtBot, language: CurrentLanguage, name: str, seed: int
) -> None:
    case, dice = CASES[name], random.Random(f"{name} {seed}")  # noqa: S311
    form: Any = case.make(language)
    qtbot.addWidget(form)
    form.show()
    case.load(form, case.record)
    form.hold()
    before = dict(flat(case.value(form, case.record)))
    write_some(form, dice)
    typed = dict(flat(case.value(form, case.record)))
    names = {one for one in changeable(case.record) if dice.random() < 0.6}
    now = changed(case.record, names)

    def show() -> bool:
        case.load(form, now)
        return True

    assert form.follow(show)
    after, there = dict(flat(case.value(form, now))), dict(flat(now))
    for part, value in after.items():
        own = typed[part] != before[part]
        assert value == (typed[part] if own else there[part]), part
    clash = {part.partition(":")[0] for part in after if typed[part] != before[part] and there[part] != before[part]}
    assert len(form.overtaken()) == len({part.split(".")[-1] for part in clash})


def test_a_form_in_which_nothing_was_typed_is_as_the_register_has_it(qtbot: QtBot, language: CurrentLanguage) -> None:
    for case in CASES.values():
        form: Any = case.make(language)
        qtbot.addWidget(form)
        case.load(form, case.record)
        now = changed(case.record, set(changeable(case.record)))
        form.follow(lambda form=form, case=case, now=now: case.load(form, now) or True)
        assert case.value(form, now) == now
        assert not any(form.altered())
        assert not form.overtaken()


# -- one text in three languages -----------------------------------------------------------------------------------


def test_translations_that_came_back_stay_beside_an_original_that_is_being_changed() -> None:
    loaded = Trilingual(fr="Ancien", source=Language.FR)
    back = Trilingual.final("Old", "Ancien", "Antiguo", Language.FR)
    found = merged(loaded, back, loaded.with_text(Language.FR, "Nouveau"))
    assert not found.overtaken
    assert (found.text.en, found.text.fr, found.text.es) == ("Old", "Nouveau", "Antiguo")
    assert found.text.state(Language.EN) is TextState.OUTDATED, "it was made from another original"


def test_a_review_that_came_back_stays_beside_another_language_that_is_being_written() -> None:
    loaded = Trilingual(en="One", source=Language.EN)
    back = loaded.with_text(Language.FR, "Un").with_review(Language.FR).with_review(Language.EN)
    found = merged(loaded, back, loaded.with_text(Language.ES, "Uno"))
    assert found.text.states() == {
        Language.EN: TextState.REVIEWED, Language.FR: TextState.REVIEWED, Language.ES: TextState.DRAFT,
    }  # fmt: skip


def outdated_in_french() -> Trilingual:
    """A translation that was reviewed, and whose original was changed since."""
    return Trilingual.final("One", "Un", "Uno").with_text(Language.EN, "Two")


def test_an_outdated_translation_that_was_confirmed_stays_so_beside_another_language_that_changed() -> None:
    """Its language was among those reviewed already, and only what it was made from was new."""
    loaded = outdated_in_french()
    there = loaded.with_text(Language.ES, "Dos")
    found = merged(loaded, there, loaded.with_review(Language.FR))
    assert found.text.state(Language.FR) is TextState.REVIEWED
    assert (found.text.es, found.text.state(Language.ES)) == ("Dos", TextState.DRAFT)
    assert not found.overtaken


def test_a_translation_is_not_confirmed_beside_an_original_that_nobody_read_here() -> None:
    loaded = outdated_in_french()
    there = loaded.with_text(Language.EN, "Three")
    for read in (loaded, Trilingual("Two", "Un", "Uno")):
        now = there if read is loaded else read.with_text(Language.EN, "Three")
        found = merged(read, now, read.with_review(Language.FR))
        assert found.text.en == "Three"
        assert found.text.state(Language.FR) is TextState.OUTDATED


def test_what_was_confirmed_in_a_field_stays_while_another_language_changes_elsewhere(
    qtbot: QtBot, language: CurrentLanguage
) -> None:
    field = TrilingualField(language)
    qtbot.addWidget(field)
    loaded = outdated_in_french()
    field.load(loaded, over=True)
    field.hold()
    field.review(Language.FR)
    field.following = True
    field.load(loaded.with_text(Language.ES, "Dos"))
    field.following = False
    assert field.value().state(Language.FR) is TextState.REVIEWED
    assert field.value().es == "Dos"


def test_a_language_that_both_changed_keeps_what_is_typed_and_is_told() -> None:
    loaded = Trilingual.final("One", "Un", "Uno")
    there, here = loaded.with_text(Language.FR, "Une"), loaded.with_text(Language.FR, "L’un")
    assert merged(loaded, there, here).overtaken == {Language.FR}
    assert merged(loaded, there, here).text.fr == "L’un"
    assert not merged(loaded, there, there).overtaken


# -- what is said ----------------------------------------------------------------------------------------------------


def labels(form: Form) -> str:
    return "\n".join(one.text() for one in form.findChildren(QLabel) if one.isVisible())


@pytest.fixture
def note(qtbot: QtBot, language: CurrentLanguage) -> NoteForm:
    form = NoteForm(language)
    qtbot.addWidget(form)
    form.show()
    form.load(CooperationNote("k", "p", DAY, text("Met")))
    return form


def follow(form: NoteForm, now: CooperationNote) -> None:
    def show() -> bool:
        form.load(now)
        return True

    form.follow(show)


def test_both_texts_are_said_at_the_field_and_the_newer_one_can_be_taken(note: NoteForm) -> None:
    type_at_the_end(note.text.editors[1])
    there = replace(note.value(), text=text("Met").with_text(Language.FR, "Rencontre"))
    follow(note, there)
    assert "the register now has Français “Rencontre”" in labels(note)
    assert "recording puts Français “Met (fr) x” in its place" in labels(note)
    type_at_the_end(note.text.editors[1])
    assert "“Met (fr) x x”" in labels(note), "what is typed on is said as well"
    take = next(one for one in note.findChildren(QPushButton) if one.text() == "Take what the register has")
    QTest.mouseClick(take, Qt.MouseButton.LeftButton)
    assert note.text.value() == there.text
    assert "the register now has" not in labels(note)
    assert not note.overtaken()


def test_what_is_typed_back_to_what_is_elsewhere_is_as_ready_as_there(note: NoteForm) -> None:
    box = note.text.editors[0]
    type_at_the_end(box)
    there = text("Seen")
    follow(note, CooperationNote("k", "p", DAY, there))
    box.selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(box, "Seen (en)")
    assert note.text.value() == there
    assert not note.overtaken()


def test_a_day_that_both_changed_is_told(note: NoteForm) -> None:
    line = note.on.editors[0]
    line.selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(line, "6 May 2026")
    follow(note, CooperationNote("k", "p", datetime.date(2026, 5, 7), text("Met")))
    assert "the register now has “7 May 2026”; recording puts “6 May 2026” in its place" in labels(note)
    assert note.value().on == datetime.date(2026, 5, 6)
    follow(note, CooperationNote("k", "p", datetime.date(2026, 5, 6), text("Met")))
    assert not note.overtaken(), "by now both have the same"


def test_the_particulars_of_a_person_follow(qtbot: QtBot, language: CurrentLanguage) -> None:
    person = PersonForm(language)
    qtbot.addWidget(person)
    known = Person("k", text("Director"), "PRY", "Ana", "Sosa", institution="Ministry")
    person.show_person(known, ())
    type_at_the_end(person.field("family_name").editors[0])
    now = replace(known, institution="Office", function=text("Head"), given_name="Anna")

    def show() -> bool:
        person.show_person(now, ())
        return True

    person.follow(show)
    assert person.field("family_name").value() == "Sosa x"
    assert person.field("institution").value() == "Office"
    assert person.field("function").value() == text("Head")


# -- the language in which a text is begun -------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["practice", "contribution", "planned action", "partnership", "support", "mechanism"])
def test_a_new_text_is_begun_in_the_language_of_the_window(qtbot: QtBot, language: CurrentLanguage, name: str) -> None:
    language.switch(Language.FR)
    form = CASES[name].make(language)
    card = Draft("Good practice", "Record", form, language)
    qtbot.addWidget(card)
    card.begin()
    texts = form.findChildren(TrilingualField)
    assert texts
    for field in texts:
        assert field.source is Language.FR
        heads = [one.text() for one in field.findChildren(QPushButton)]
        assert [one.partition(",")[0] for one in heads if "original" in one] == ["Français"]
        assert field.focusProxy() is field.editors[1]
        assert field.value() == Trilingual(), "nothing is written yet"
        QTest.keyClicks(field.editors[1], "Un atelier")
        assert field.value() == Trilingual(fr="Un atelier", source=Language.FR)


def test_a_text_that_is_being_typed_in_place_takes_in_the_other_languages(
    qtbot: QtBot, language: CurrentLanguage
) -> None:
    field = TrilingualField(language)
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    qtbot.waitUntil(field.isActiveWindow)
    loaded = Trilingual(en="One", source=Language.EN)
    field.load(loaded, over=True)
    box = field.editors[0]
    box.setFocus()
    type_at_the_end(box)
    field.load(loaded.with_text(Language.ES, "Uno").with_review(Language.ES))
    assert (field.value().en, field.value().es) == ("One x", "Uno")
    assert field.value().state(Language.ES) is TextState.OUTDATED


def test_the_first_try_on_a_conflict_says_at_the_field_how_one_keeps_ones_own(
    qtbot: QtBot, language: CurrentLanguage
) -> None:
    form = NoteForm(language)
    card = Draft("Note", "Record", form, language)
    qtbot.addWidget(card)
    held = CooperationNote("k", "p", DAY, text("Met"))
    now = [held]

    def again() -> bool:
        form.load(now[0])
        return True

    form.load(held)
    card.begin(again=again)
    done: list[bool] = []
    card.done.connect(lambda: done.append(True))
    card.activateWindow()
    qtbot.waitUntil(card.isActiveWindow)
    type_at_the_end(form.text.editors[1])
    now[0] = replace(held, text=text("Met").with_text(Language.FR, "Rencontre"))
    card.verb.click()
    assert done == []
    assert "press Ctrl+Enter again" in labels(form)
    assert form.text.editors[1].hasFocus(), "the keyboard is in the language that both changed"
    card.verb.click()
    assert done == [True]
