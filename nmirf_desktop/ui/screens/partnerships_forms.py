"""What is written down of partners: a partnership, what was done, the support given by OHCHR, and a merge."""

import datetime
from collections.abc import Iterable
from dataclasses import replace

from nmirf_desktop.domain.attachments import Filing
from nmirf_desktop.domain.ohchr_support import SUPPORT_LABELS, OhchrSupport, SupportKind
from nmirf_desktop.domain.participants import Partner
from nmirf_desktop.domain.partnerships import (
    PARTNERSHIP_FORM_LABELS,
    CooperationNote,
    Partnership,
    PartnershipForm,
)
from nmirf_desktop.domain.periods import Key, Period
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_
from nmirf_desktop.ui.drafts import given
from nmirf_desktop.ui.fields import ChoiceField, DateField, StateField, TextField, TrilingualField
from nmirf_desktop.ui.file_field import FileField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.objectives import ObjectivesField


class AgreementForm(Form):
    """A partnership: in which form, for which objectives, from when until when, with whom, and the agreement itself."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._held = Partnership("", "", Period(datetime.date.min))
        self.title = TrilingualField(language)
        self.kind: ChoiceField[PartnershipForm] = ChoiceField(
            language, list(PartnershipForm), lambda one, words: words.gettext(PARTNERSHIP_FORM_LABELS[one])
        )
        self.objectives = ObjectivesField(language)
        self.first, self.last = DateField(language), DateField(language)
        self.contacts = TrilingualField(language, lines=2)
        self.reference, self.reason = TextField(language), TrilingualField(language)
        self.files = FileField(language, Filing.OTHER)
        self.add("title", N_("What it is about"), self.title)
        self.add("form", N_("Form"), self.kind)
        self.add("objectives", N_("Objectives served"), self.objectives, N_("One at least: they are what it is for."))
        self.add("start", N_("First day"), self.first)
        self.add("end", N_("Last day"), self.last, N_("Empty while it lasts."))
        self.add("reason", N_("Why it ended"), self.reason)
        self.add("contacts", N_("Contacts"), self.contacts, N_("One a line: the function, and where to reach it."))
        self.add("reference", N_("Reference"), self.reference)
        self.add("files", N_("The agreement or the letters"), self.files)

    def load(self, held: Partnership) -> None:
        """A partnership as it stands, or a new one; the files chosen are further ones."""
        self._held = held
        self.title.load(held.title, over=True)
        self.kind.load(held.form, over=True)
        self.objectives.load(held.objectives, over=True)
        self.first.load(held.period.start, over=True)
        self.last.load(held.period.last_day, over=True)
        self.reason.load(held.reason, over=True)
        self.contacts.load(held.contacts, over=True)
        self.reference.load(held.reference, over=True)
        self.files.load((), over=True)

    def value(self) -> Partnership:
        """The partnership with what the fields say. Raises ``Problem`` without a first day."""
        return replace(
            self._held,
            title=self.title.value(),
            form=self.kind.value() or PartnershipForm.INFORMAL,
            objectives=self.objectives.value(),
            period=Period.of_days(given(self.first, "start"), self.last.value()),
            reason=self.reason.value(),
            contacts=self.contacts.value(),
            reference=self.reference.value(),
        )


class NoteForm(Form):
    """What was done with a partner, and when."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._held = CooperationNote("", "", datetime.date.min, Trilingual())
        self.on, self.text = DateField(language), TrilingualField(language, lines=3)
        self.add("on", N_("Day"), self.on)
        self.add("text", N_("What was done"), self.text)

    def load(self, held: CooperationNote) -> None:
        """A note as it stands, or a new one."""
        self._held = held
        self.on.load(held.on, over=True)
        self.text.load(held.text, over=True)

    def value(self) -> CooperationNote:
        """The note with what the fields say. Raises ``Problem`` without a day."""
        return replace(self._held, on=given(self.on), text=self.text.value())


class SupportForm(Form):
    """What OHCHR did, when and for whom, or what the Network did for its resources; with its documents."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._held = OhchrSupport("", "", datetime.date.min, SupportKind.ADVICE, Trilingual())
        self.kind: ChoiceField[SupportKind] = ChoiceField(
            language, list(SupportKind), lambda one, words: words.gettext(SUPPORT_LABELS[one])
        )
        self.on, self.state = DateField(language), StateField(language, ())
        self.text, self.files = TrilingualField(language, lines=3), FileField(language, Filing.OTHER)
        self.add("kind", N_("Kind"), self.kind)
        self.add("on", N_("Day"), self.on)
        self.add("state", N_("For which State"), self.state, N_("Empty: for the Network as a whole."))
        self.add("text", N_("What was done"), self.text)
        self.add("files", N_("Documents"), self.files)
        for signal in (self.kind.changed, self.kind.loaded):
            signal.connect(self._fit_to_kind)

    def _fit_to_kind(self) -> None:
        """The Network advocates for itself: no State is asked for."""
        self.show_row("state", self.kind.value() is not SupportKind.ADVOCACY)

    def load(self, held: OhchrSupport) -> None:
        """An entry as it stands, or a new one; the files chosen are further ones."""
        self._held = held
        self.kind.load(held.kind, over=True)
        self.on.load(held.on, over=True)
        self.state.load(held.state, over=True)
        self.text.load(held.text, over=True)
        self.files.load((), over=True)
        self._fit_to_kind()

    def value(self) -> OhchrSupport:
        """The entry with what the fields say. Raises ``Problem`` without a day."""
        kind = self.kind.value() or SupportKind.ADVICE
        state = self.state.value() if kind is not SupportKind.ADVOCACY else None
        return replace(self._held, kind=kind, on=given(self.on), state=state, text=self.text.value())


class MergeForm(Form):
    """Which other record is of the same partner."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.other: ChoiceField[Partner] = ChoiceField(
            language, [], lambda one, words: one.name.best(words.language), none=N_("Choose a partner")
        )
        self.add("other", N_("The other record"), self.other)

    def load(self, others: Iterable[Partner]) -> None:
        """The partners to choose from."""
        self.other.set_values(tuple(others))
        self.other.load(None, over=True)

    def value(self) -> Key:
        """The key of the other record. Raises ``Problem`` where none is chosen."""
        other = self.other.value()
        if other is None:
            raise Problem(N_("Choose the record that is of the same partner."), field_name="other")
        return other.key
