"""The forms by which a State's status changes."""

import datetime
from dataclasses import replace

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel

from nmirf_desktop.domain.attachments import Filing
from nmirf_desktop.domain.lengths import LONGEST
from nmirf_desktop.domain.members import KIND_LABELS, Communication, CommunicationForm, Membership, MembershipKind
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.arrivals import Arrival
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.ui.drafts import given
from nmirf_desktop.ui.fields import CheckField, ChoiceField, DateField, TextField
from nmirf_desktop.ui.file_field import FileField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.theme import Type, style

FORMS = {
    CommunicationForm.NOTE_VERBALE: N_("Note verbale"),
    CommunicationForm.LETTER: N_("Letter"),
    CommunicationForm.EMAIL: N_("E-mail"),
}

NOTIFICATION = N_("The notification itself")
OF_NOTIFICATION = N_("Of the State’s note or letter.")


def form_word(form: CommunicationForm, words: Catalog) -> str:
    """The form of a communication as its word."""
    return words.gettext(FORMS[form])


def _kind(kind: MembershipKind, words: Catalog) -> str:
    return words.gettext(KIND_LABELS[kind])


class LetterForm(Form):
    """A communication with its two elements."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._wrong: Communication | None = None
        self.received, self.reference = DateField(language), TextField(language)
        self.form: ChoiceField[CommunicationForm] = ChoiceField(language, list(CommunicationForm), form_word)
        self.requests: ChoiceField[MembershipKind] = ChoiceField(language, list(MembershipKind), _kind)
        self.addressed = CheckField(language, N_("Addressed to the Executive Committee"))
        self.interest = CheckField(language, N_("States the interest to join the Network"))
        self.adoption = CheckField(language, N_("States the decision to adopt the Declaration"))
        self.add("on", N_("Received on"), self.received)
        self.add("form", N_("Form"), self.form)
        self.add("requests", N_("Joins as"), self.requests, N_("A member has a mechanism, an observer has none yet."))
        self.add("addressed", N_("Addressee"), self.addressed)
        self.add("interest", N_("First element"), self.interest)
        self.add("adoption", N_("Second element"), self.adoption)
        self.add("reference", N_("Reference"), self.reference)
        self.files = FileField(language)
        self.add("files", N_("The letter itself"), self.files)

    def load(self, on: datetime.date, arrival: Arrival | None = None) -> None:
        """A letter received on a day, with nothing ticked but its addressee; or as it *arrived*, its day first."""
        letter = Communication("", "", on, CommunicationForm.NOTE_VERBALE, MembershipKind.MEMBER)
        if arrival is not None:
            letter = replace(
                letter,
                received_on=arrival.day or on,
                form=CommunicationForm.EMAIL if arrival.mails else CommunicationForm.NOTE_VERBALE,
                reference=arrival.subject[: LONGEST["reference"]].rstrip(),
            )
        self._show(letter)
        self._wrong = None
        if arrival is not None:
            self.files.add_files(arrival.filed_as(Filing.LETTER))

    def correct(self, letter: Communication) -> None:
        """A letter that was written down wrongly, as it stands; the files chosen are further ones."""
        self._show(letter)
        self._wrong = letter

    def _show(self, letter: Communication) -> None:
        self.received.load(letter.received_on, over=True)
        self.form.load(letter.form, over=True)
        self.requests.load(letter.requests, over=True)
        self.addressed.load(letter.to_committee, over=True)
        self.interest.load(letter.states_interest, over=True)
        self.adoption.load(letter.states_adoption, over=True)
        self.reference.load(letter.reference, over=True)
        self.files.load((), over=True)

    def value(self, state: StateCode) -> Communication:
        """The communication of a State: a new one, or the one that is corrected."""
        return Communication(
            key=self._wrong.key if self._wrong is not None else new_key(),
            state=state,
            received_on=given(self.received),
            form=self.form.value() or CommunicationForm.LETTER,
            requests=self.requests.value() or MembershipKind.MEMBER,
            to_committee=self.addressed.value(),
            states_interest=self.interest.value(),
            states_adoption=self.adoption.value(),
            reference=self.reference.value(),
        )


FOUNDERS = (N_("Record founding participation"), N_("Record the participation"))
"""The title and the verb of a card."""
FOUNDER_RECORDED = N_("The founding participation of {state} is recorded.")
FOUNDED = N_("Who took part in Asunción on 8 and 9 May 2024 belongs without a letter, from 9 May 2024 (R9).")


class FounderForm(Form):
    """Which States took part in the founding meeting, and as what."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._states: tuple[State, ...] = ()
        self._named = QLabel(wordWrap=True)
        style(self._named, Type.BODY)
        self.add_widget(self._named)
        self.kind: ChoiceField[MembershipKind] = ChoiceField(language, list(MembershipKind), _kind)
        self.add("kind", N_("Took part as"), self.kind, N_("A member has a mechanism, an observer has none yet."))

    def load(self, states: tuple[State, ...]) -> None:
        """States that took part as members, as most did."""
        self.name(states)
        self.kind.load(MembershipKind.MEMBER, over=True)

    def name(self, states: tuple[State, ...]) -> None:
        """Which States they are."""
        self._states = states
        self._name()

    def value(self) -> tuple[tuple[State, ...], MembershipKind]:
        """The States, and what they are: members or observers."""
        return self._states, self.kind.value() or MembershipKind.MEMBER

    def _name(self) -> None:
        words = self.language.words
        listed = words.listing(state.said_in(words) for state in self._states)
        said = words.ngettext("{n} State: {states}", "{n} States: {states}", len(self._states))
        self._named.setText(said.format(n=len(self._states), states=listed))

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()


class ChangeForm(Form):
    """The day of a notification, and its reference."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.on = DateField(language)
        self.add("on", N_("Notified on"), self.on, N_("The first day of the new status."))
        self.reference = TextField(language)
        self.add("reference", N_("Reference"), self.reference, OF_NOTIFICATION)
        self.files = FileField(language)
        self.add("files", NOTIFICATION, self.files)

    def load(self, on: datetime.date) -> None:
        """A notification received on a day."""
        self.on.load(on, over=True)
        self.reference.load("", over=True)
        self.files.load((), over=True)

    def value(self) -> datetime.date:
        """The day."""
        return given(self.on)


class WithdrawalForm(Form):
    """The receipt of a notification, and the later day that it names."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.received, self.later = DateField(language), DateField(language)
        self.add("on", N_("Notification received on"), self.received)
        self.add("later", N_("Takes effect on"), self.later, N_("Only where the notification names a later day."))
        self.reference = TextField(language)
        self.add("reference", N_("Reference"), self.reference, OF_NOTIFICATION)
        self.files = FileField(language)
        self.add("files", NOTIFICATION, self.files)

    def load(self, on: datetime.date) -> None:
        """A notification received on a day."""
        self.received.load(on, over=True)
        self.later.load(None, over=True)
        self.reference.load("", over=True)
        self.files.load((), over=True)

    def value(self) -> tuple[datetime.date, datetime.date | None]:
        """The day of receipt, and the later day or nothing."""
        return given(self.received), self.later.value()


class NotificationForm(Form):
    """What is known of the notification of a change of status, or of a withdrawal, that is recorded."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._membership: Membership | None = None
        self.leaving = False
        self.received, self.reference = DateField(language), TextField(language)
        self.add("on", N_("Notification received on"), self.received)
        self.add("reference", N_("Reference"), self.reference, OF_NOTIFICATION)

    def load(self, membership: Membership, *, leaving: bool) -> None:
        """The notification by which a membership began or, *leaving*, by which it ends."""
        self._membership, self.leaving = membership, leaving
        self.show_row("on", leaving)
        self.received.load(membership.leaving_received_on, over=True)
        self.reference.load(membership.leaving_reference if leaving else membership.reference, over=True)

    def value(self) -> Membership | None:
        """The membership with what the fields say."""
        if self._membership is None:
            return None
        if not self.leaving:
            return replace(self._membership, reference=self.reference.value())
        return replace(
            self._membership,
            leaving_received_on=self.received.value(),
            leaving_reference=self.reference.value(),
        )
