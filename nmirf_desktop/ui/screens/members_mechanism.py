"""A State's mechanisms: what each is, since when, on what it rests, and what followed it."""

import dataclasses
import datetime
from collections.abc import Callable
from functools import partial

from nmirf_desktop.domain import membership_rules as rules
from nmirf_desktop.domain.members import Mechanism, MechanismType
from nmirf_desktop.domain.people import check_emails, several_emails, several_telephones
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.members import StateFile
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.ui.alerts import Offer
from nmirf_desktop.ui.drafts import Again, Draft, given
from nmirf_desktop.ui.fact_rows import FactRow, FactRows
from nmirf_desktop.ui.fields import ChoiceField, DateField, ListedField, TextField, TrilingualField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.screens.members_part import Part, Parts, late

TYPES = {
    MechanismType.AD_HOC: N_("Ad hoc"),
    MechanismType.MINISTERIAL: N_("Ministerial"),
    MechanismType.INTERMINISTERIAL: N_("Interministerial"),
    MechanismType.SEPARATE: N_("Institutionally separate"),
    MechanismType.OTHER: N_("Other"),
}
DESCRIBED = N_("The mechanism of {state} is described.")


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
        self.address = TextField(language, long=True)
        self.emails = ListedField(language, several_emails, check_emails)
        self.telephones = ListedField(language, several_telephones)
        self._loaded: Mechanism | None = None
        self.add("name", N_("Name"), self.name)
        self.add("type", N_("Type"), self.type, N_("It describes and never decides who is a member (R2)."))
        self.add("on", N_("Exists since"), self.since)
        self.add("end", N_("Last day"), self.until, N_("Empty while it exists."))
        self.add("legal_basis", N_("Legal basis"), self.basis)
        self.add("web", N_("Web address"), self.web)
        self.add("address", N_("Address"), self.address)
        self.add("emails", N_("E-mail"), self.emails, N_("A line for each; a dispatch goes to all of them."))
        self.add("telephones", N_("Telephone"), self.telephones)

    def load(self, mechanism: Mechanism | None, on: datetime.date) -> None:
        """A mechanism, or an empty one from a day on."""
        self._loaded = mechanism
        found = mechanism or Mechanism("", "", Period(on), Trilingual(), MechanismType.INTERMINISTERIAL)
        self.name.load(found.name, over=True)
        self.type.load(found.type, over=True)
        self.since.load(found.period.start, over=True)
        self.until.load(found.period.last_day, over=True)
        self.basis.load(found.legal_basis, over=True)
        self.web.load(found.web, over=True)
        self.address.load(found.address, over=True)
        self.emails.load(found.emails, over=True)
        self.telephones.load(found.telephones, over=True)

    def value(self, state: str) -> Mechanism:
        """The mechanism as the fields say it."""
        found = Mechanism(
            key=self._loaded.key if self._loaded else new_key(),
            state=state,
            period=Period.of_days(given(self.since), self.until.value()),
            name=self.name.value(),
            type=self.type.value() or MechanismType.OTHER,
        )
        return dataclasses.replace(
            found,
            legal_basis=self.basis.value(),
            web=self.web.value(),
            address=self.address.value(),
            emails=self.emails.value(),
            telephones=self.telephones.value(),
        )


class MechanismPart(Part):
    """The mechanism of the day, and those before and after it."""

    form = late(MechanismForm)
    _next_form = late(MechanismForm)

    def __init__(self, parts: Parts) -> None:
        super().__init__(N_("Mechanism"), parts)
        self.rows = FactRows(parts.language)
        self.add(self.rows)
        self.description = self.add_draft(
            Draft(N_("Describe the mechanism"), N_("Save"), lambda: self.form, parts.language)
        )
        self.successor = self.add_draft(
            Draft(
                N_("Another mechanism follows"), N_("Record the mechanism"), lambda: self._next_form, parts.language,
                N_("The one before it has its last day on the day before."),
            )
        )  # fmt: skip
        self.description.done.connect(self._save)
        self.successor.done.connect(self._replace)

    # -- showing ---------------------------------------------------------------------------------------------------

    def show_file(self, file: StateFile) -> None:
        """The mechanism, or that none is described; then the others as facts."""
        words, found = self.words, file.mechanism(self.on)
        offers = () if self.parts.desk.store.read_only else (Offer(N_("Describe"), self.begin),)
        if found is None:
            text = words.gettext("No mechanism is described.")
            rows = [FactRow((text,), muted=True, mark=Mark("circle-dashed"), offers=offers)]
        else:
            more = () if self.parts.desk.store.read_only else (Offer(N_("Replace …"), self.begin_successor),)
            rows = [self._row(found, (*offers, *more))]
        others = sorted((one for one in file.mechanisms if one != found), key=lambda one: one.period.start)
        rows += [self._other_row(one) for one in reversed(others)]
        self.rows.show_rows(rows)

    def _row(self, found: Mechanism, offers: tuple[Offer, ...]) -> FactRow:
        words = self.words
        since = words.gettext("since {day}").format(day=words.date(found.period.start))
        facts = (type_word(found.type, words), since, found.legal_basis, found.web)
        reached = (" ".join(found.address.split()), *found.emails, *found.telephones)
        note = " · ".join(one for one in (*facts, *reached) if one)
        name = found.name.best(words.language)
        return FactRow((name,), note=note, mark=Mark("landmark"), offers=offers, key=found.key)

    def _other_row(self, one: Mechanism) -> FactRow:
        words, last = self.words, one.period.last_day
        coming = one.period.start > self.on
        since = words.gettext("since {day}").format(day=words.date(one.period.start))
        when = since if last is None else words.date_range(one.period.start, max(last, one.period.start))
        correct = Offer(N_("Correct …"), partial(self._begin_correction, one))
        return FactRow(
            (one.name.best(words.language),),
            note=" · ".join((type_word(one.type, words), when)),
            mark=Mark("circle-dashed" if coming else "history"),
            muted=True,
            key=one.key,
            offers=() if self.parts.desk.store.read_only else (correct,),
        )

    # -- beginning -------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Describe the mechanism of the day, or a new one."""
        if self.file is not None and self.may_begin(self.description):
            known = self.file.mechanism(self.on)
            self.form.load(known, self.on if self.file.mechanisms else self.file.first_day(self.on))
            self.open(self.description, again=self._followed(known))

    def begin_address(self) -> None:
        """Describe the mechanism, beginning with its postal address."""
        if not self.parts.desk.store.read_only:
            self.begin()
            self.lead_to(self.description, self.form.address)

    def begin_emails(self) -> None:
        """Describe the mechanism, beginning with its e-mail."""
        if not self.parts.desk.store.read_only:
            self.begin()
            self.lead_to(self.description, self.form.emails)

    def _begin_correction(self, mechanism: Mechanism) -> None:
        if self.may_begin(self.description):
            self.form.load(mechanism, self.on)
            self.open(self.description, again=self._followed(mechanism))

    def _followed(self, mechanism: Mechanism | None) -> Again | None:
        return self.followed(mechanism, partial(self.form.load, on=self.on))

    def begin_successor(self) -> None:
        """Describe the mechanism that takes the place of the one of the day."""
        if self.may_begin(self.successor):
            self._next_form.load(None, self.on)
            self.open(self.successor)

    # -- recording -------------------------------------------------------------------------------------------------

    def _save(self) -> None:
        self._record(self.description, self.form, self.parts.desk.members.save_mechanism)

    def _replace(self) -> None:
        self._record(self.successor, self._next_form, self.parts.desk.members.replace_mechanism)

    def _record(self, card: Draft, form: MechanismForm, verb: Callable[[Mechanism], object]) -> None:
        file = self.file
        if file is None:
            return

        def act() -> None:
            verb(form.value(file.state.iso3))
            self.done(card, DESCRIBED, state=file.state)

        self.attempt(card, act, lambda refusal: self._mend(refusal, card, form))

    def _mend(self, refusal: Refusal, card: Draft, form: MechanismForm) -> tuple[Offer, ...]:
        """End the mechanism in the way the day before, or this one where the other follows."""
        known = self.file.mechanisms if self.file is not None else ()
        found = next((one for one in known if one.key == refusal.in_the_way), None)
        start = form.since.value()
        if refusal.message != rules.ANOTHER_MECHANISM or found is None or start is None:
            return ()
        members = self.parts.desk.members

        def until() -> None:
            form.until.load(found.period.start - datetime.timedelta(days=1), over=True)
            self._record(card, form, members.save_mechanism)

        if found.period.start > start:
            return (Offer(N_("Record this one until the day before"), until),)
        replace = partial(self._record, card, form, members.replace_mechanism)
        return (Offer(N_("End the earlier mechanism and record this one"), replace),)
