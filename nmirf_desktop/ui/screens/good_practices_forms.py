"""What is written down of a good practice: what a State does, whether it agreed, and with whom it was shared."""

import datetime
from collections.abc import Iterable
from dataclasses import replace

from nmirf_desktop.domain.attachments import Filing, NewFile
from nmirf_desktop.domain.good_practices import SHARED_LABELS, Area, GoodPractice, SharedWith, Sharing
from nmirf_desktop.domain.participants import Partner
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.services.tallying import gazetteer
from nmirf_desktop.ui.drafts import given
from nmirf_desktop.ui.fields import ChoiceField, DateField, ListedField, StateField, TextField, TrilingualField
from nmirf_desktop.ui.file_field import FileField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import NAMES, CurrentLanguage
from nmirf_desktop.ui.objectives import ObjectivesField
from nmirf_desktop.ui.screens.good_practices_list import area_word
from nmirf_desktop.ui.severalfield import SeveralField

NOT_YET = N_("Empty: no consent is recorded yet; the sheet says so.")
BY_FUNCTION = N_("A function, such as “Head of the unit”.")


def several_states(text: str) -> tuple[str, ...]:
    """Names of States, one a line or parted by semicolons, each once."""
    parts = (" ".join(part.split()) for line in text.splitlines() for part in line.split(";"))
    return tuple(dict.fromkeys(part for part in parts if part))


def _check_states(names: Iterable[str]) -> None:
    for name in names:
        gazetteer().find(name)


class PracticeForm(Form):
    """A good practice. What is known first comes first: whose it is, what it is called, what it is about."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._held: GoodPractice | None = None
        self.state = StateField(language, ())
        self.name, self.text = TrilingualField(language), TrilingualField(language, lines=4)
        self.area: ChoiceField[Area] = ChoiceField(language, list(Area), area_word)
        self.objectives = ObjectivesField(language)
        self.contact = TrilingualField(language)
        self.tongues: SeveralField[Language] = SeveralField(
            language, list(Language), lambda one, _words: NAMES[one], beside=True
        )
        self.agreed, self.agreed_by = DateField(language), TextField(language)
        self.recorded, self.withdrawn, self.renewed = (DateField(language) for _ in range(3))
        self.note = TextField(language, long=True)
        self.files = FileField(language, Filing.OTHER)
        self._add()

    def _add(self) -> None:
        self.add("state", N_("State"), self.state, needed=True)
        self.add("title", N_("Title"), self.name, needed=True)
        self.add("area", N_("Area"), self.area)
        self.add("text", N_("Description"), self.text, N_("What is done, since when, and what came of it."))
        self.add("objectives", N_("Objectives"), self.objectives, N_("Of the Network, which it serves (R42)."))
        self.add("consented_on", N_("Consent on"), self.agreed, NOT_YET)
        self.add("consented_by", N_("Consent by"), self.agreed_by, BY_FUNCTION)
        self.add(
            "contact",
            N_("Contact function"),
            self.contact,
            N_("The function that answers questions; the sheet names it."),
        )
        self.add("languages", N_("Languages"), self.tongues, N_("In which the State has it in writing."))
        self.add("recorded_on", N_("Recorded on"), self.recorded, needed=True)
        self.add("withdrawn_on", N_("Withdrawn on"), self.withdrawn, N_("From this day on it is shared no more."))
        self.add("renewed_on", N_("Agreed again on"), self.renewed, N_("After it withdrew it: it may be shared again."))
        self.add("note", N_("Note"), self.note, N_("For the secretariat alone; no document prints it."))
        self.add("files", N_("Source documents"), self.files)

    def load(self, practice: GoodPractice | None, on: datetime.date, states: Iterable[State]) -> None:
        """A practice as it stands, or a new one that is recorded on a day."""
        self._held = practice
        one = practice or GoodPractice("", "", Trilingual(), Area.COORDINATION, on)
        self.state.set_states(states)
        self.state.load(one.state or None, over=True)
        self.name.load(one.title, over=True)
        self.area.load(one.area, over=True)
        self.text.load(one.text, over=True)
        self.objectives.load(one.objectives, over=True)
        self.agreed.load(one.consented_on, over=True)
        self.agreed_by.load(one.consented_by, over=True)
        self.contact.load(one.contact, over=True)
        self.tongues.load(one.languages, over=True)
        self.recorded.load(one.recorded_on, over=True)
        self.withdrawn.load(one.withdrawn_on, over=True)
        self.renewed.load(one.renewed_on, over=True)
        for name in ("withdrawn_on", "renewed_on"):
            self.show_row(name, practice is not None)
        self.note.load(one.note, over=True)
        self.files.load((), over=True)

    def value(self) -> GoodPractice:
        """The practice as the fields say it. Raises ``Problem`` without a State or a day."""
        state, recorded = self.state.value(), given(self.recorded, "recorded_on")
        if state is None:
            raise Problem(N_("Name the State whose practice it is."), field_name="state")
        held = self._held or GoodPractice("", state, Trilingual(), Area.COORDINATION, recorded)
        return replace(
            held,
            state=state,
            title=self.name.value(),
            area=self.area.value() or Area.COORDINATION,
            recorded_on=recorded,
            text=self.text.value(),
            objectives=self.objectives.value(),
            contact=self.contact.value(),
            languages=self.tongues.value(),
            consented_on=self.agreed.value(),
            consented_by=self.agreed_by.value(),
            withdrawn_on=self.withdrawn.value(),
            renewed_on=self.renewed.value(),
            note=self.note.value(),
        )

    def arrived(self) -> tuple[NewFile, ...]:
        """The files that came with it."""
        return self.files.value()


class ShareForm(Form):
    """When a practice was shared, and with whom."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._practice: Key = ""
        self.on = DateField(language)
        self.shared_with: ChoiceField[SharedWith] = ChoiceField(
            language, list(SharedWith), lambda one, words: words.gettext(SHARED_LABELS[one])
        )
        self.states = ListedField(language, several_states, _check_states)
        self.partner: ChoiceField[Partner] = ChoiceField(
            language, [], lambda one, words: one.name.best(words.language), none=N_("Not chosen")
        )
        self.note = TextField(language, long=True)
        self.add("shared_on", N_("Shared on"), self.on, needed=True)
        self.add("shared_with", N_("With whom"), self.shared_with)
        self.add("states", N_("States"), self.states, N_("One a line, by a name in any of the three languages."))
        self.add("partner", N_("Partner"), self.partner, N_("Partners are recorded under Participants."))
        self.add("note", N_("Note"), self.note)
        self.shared_with.changed.connect(self._fit)

    def load(self, practice: Key, on: datetime.date, partners: Iterable[Partner]) -> None:
        """A practice that is shared on a day, with all members unless something else is chosen."""
        self._practice = practice
        self.on.load(on, over=True)
        self.shared_with.load(SharedWith.MEMBERS, over=True)
        self.states.load((), over=True)
        self.partner.set_values(list(partners))
        self.partner.load(None, over=True)
        self.note.load("", over=True)
        self._fit()

    @property
    def practice(self) -> Key:
        """The practice that was shared."""
        return self._practice

    def _fit(self) -> None:
        self.show_row("states", self.shared_with.value() is SharedWith.STATES)
        self.show_row("partner", self.shared_with.value() is SharedWith.PARTNER)

    def value(self) -> Sharing:
        """The sharing as the fields say it. Raises ``Problem`` without a day, or for a name that is no State's."""
        whom, partner = self.shared_with.value() or SharedWith.MEMBERS, self.partner.value()
        named = self.states.value() if whom is SharedWith.STATES else ()
        return Sharing(
            "",
            self._practice,
            given(self.on, "shared_on"),
            whom,
            tuple(gazetteer().find(name).iso3 for name in named),
            partner.key if partner is not None and whom is SharedWith.PARTNER else None,
            self.note.value(),
        )
