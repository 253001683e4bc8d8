"""A State's mechanism: what it is, since when, on what it rests."""

import dataclasses
import datetime

from nmirf_desktop.domain.members import Mechanism, MechanismType
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.members import StateFile
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.ui.alerts import Offer
from nmirf_desktop.ui.drafts import Draft, given
from nmirf_desktop.ui.fact_rows import FactRow, FactRows
from nmirf_desktop.ui.fields import ChoiceField, DateField, TextField, TrilingualField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.screens.members_part import Part, Parts

TYPES = {
    MechanismType.AD_HOC: N_("Ad hoc"),
    MechanismType.MINISTERIAL: N_("Ministerial"),
    MechanismType.INTERMINISTERIAL: N_("Interministerial"),
    MechanismType.SEPARATE: N_("Institutionally separate"),
    MechanismType.OTHER: N_("Other"),
}


def type_word(kind: MechanismType, words: Catalog) -> str:
    """A type of mechanism as its word."""
    return words.gettext(TYPES[kind])


class MechanismForm(Form):
    """A mechanism; its last day stays empty while it exists."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.name, self.since, self.until = TrilingualField(language), DateField(language), DateField(language)
        self.type: ChoiceField[MechanismType] = ChoiceField(language, list(MechanismType), type_word)
        self.basis, self.web = TextField(language, long=True), TextField(language)
        self._loaded: Mechanism | None = None
        self.add("name", N_("Name"), self.name)
        self.add("type", N_("Type"), self.type, N_("It describes and never decides who is a member (R2)."))
        self.add("on", N_("Exists since"), self.since)
        self.add("end", N_("Last day"), self.until, N_("Empty while it exists."))
        self.add("legal_basis", N_("Legal basis"), self.basis)
        self.add("web", N_("Web address"), self.web)

    def load(self, mechanism: Mechanism | None, on: datetime.date) -> None:
        """A mechanism, or an empty one from a day on."""
        self._loaded = mechanism
        self.name.load(mechanism.name if mechanism else Trilingual(), over=True)
        self.type.load(mechanism.type if mechanism else MechanismType.INTERMINISTERIAL, over=True)
        self.since.load(mechanism.period.start if mechanism else on, over=True)
        self.until.load(mechanism.period.last_day if mechanism else None, over=True)
        self.basis.load(mechanism.legal_basis if mechanism else "", over=True)
        self.web.load(mechanism.web if mechanism else "", over=True)

    def value(self, state: str) -> Mechanism:
        """The mechanism as the fields say it."""
        found = Mechanism(
            key=self._loaded.key if self._loaded else new_key(),
            state=state,
            period=Period.of_days(given(self.since), self.until.value()),
            name=self.name.value(),
            type=self.type.value() or MechanismType.OTHER,
        )
        return dataclasses.replace(found, legal_basis=self.basis.value(), web=self.web.value())


class MechanismPart(Part):
    """The mechanism of the day."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(N_("Mechanism"), parts)
        self.rows = FactRows(parts.language)
        self.add(self.rows)
        self.form = MechanismForm(parts.language)
        self.description = self.add_draft(Draft(N_("Describe the mechanism"), N_("Save"), self.form, parts.language))
        self.description.done.connect(self._save)

    def show_file(self, file: StateFile) -> None:
        """The mechanism, or that none is described."""
        words, found = self.words, file.mechanism(self.on)
        offers = () if self.parts.desk.store.read_only else (Offer(N_("Describe"), self.begin),)
        if found is None:
            text = words.gettext("No mechanism is described.")
            self.rows.show_rows([FactRow((text,), muted=True, mark=Mark("circle-dashed"), offers=offers)])
            return
        since = words.gettext("since {day}").format(day=words.date(found.period.start))
        note = " · ".join(one for one in (type_word(found.type, words), since, found.legal_basis, found.web) if one)
        name = found.name[words.language] or found.name.original
        self.rows.show_rows([FactRow((name,), note=note, mark=Mark("landmark"), offers=offers, key=found.key)])

    def begin(self) -> None:
        """Describe the mechanism of the day, or a new one."""
        if self.file is not None:
            self.form.load(self.file.mechanism(self.on), self.on)
            self.open(self.description)

    def _save(self) -> None:
        file = self.file
        if file is None:
            return
        with self.parts.alerts.guard(self.description):
            self.parts.desk.members.save_mechanism(self.form.value(file.state.iso3))
            self.done(self.description, N_("The mechanism of {state} is described."), state=file.state)
