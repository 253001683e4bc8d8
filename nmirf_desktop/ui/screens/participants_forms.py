"""What is written down of the invited: an invitation, its sending, an answer, a person of a delegation, a partner."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace

from nmirf_desktop.domain.attachments import Filing
from nmirf_desktop.domain.invitations import FORM_LABELS, PART_LABELS
from nmirf_desktop.domain.lengths import LONGEST
from nmirf_desktop.domain.participants import Answer, Delegate, InvitationForm, Invitee, Part
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.arrivals import Arrival, opened
from nmirf_desktop.services.invitations import Invitable, Invitation
from nmirf_desktop.services.tallying import gazetteer
from nmirf_desktop.ui.drafts import given
from nmirf_desktop.ui.fields import CheckField, ChoiceField, DateField, ListedField, TextField, TrilingualField
from nmirf_desktop.ui.file_field import FileField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.personfield import Source
from nmirf_desktop.ui.representative import RepresentativeRow
from nmirf_desktop.ui.screens.participants_list import answer_word

PREPARED = N_("Empty: the invitation is prepared, and not sent yet.")


def _lines(text: str) -> tuple[str, ...]:
    """Names of States, one a line or parted by semicolons."""
    parts = (part.strip() for line in text.splitlines() for part in line.split(";"))
    return tuple(dict.fromkeys(part for part in parts if part))


def _check_states(names: Iterable[str]) -> None:
    for name in names:
        gazetteer().find(name)


@dataclass(frozen=True, slots=True)
class Whom:
    """Who is invited with the card as it is: so many of each, and the other *states* as they are typed."""

    members: int
    observers: int
    partners: int
    states: tuple[str, ...]

    def said_in(self, words: Catalog) -> str:
        """Each of them, or nobody yet."""
        members = words.ngettext("{n} member", "{n} members", self.members)
        observers = words.ngettext("{n} observer", "{n} observers", self.observers)
        partners = words.ngettext("{n} partner", "{n} partners", self.partners)
        counted = ((members, self.members), (observers, self.observers), (partners, self.partners))
        said = [text.format(n=words.number(number)) for text, number in counted if number]
        return words.listing((*said, *self.states)) or words.gettext("nobody yet")


class InviteForm(Form):
    """Who is invited in one step, in which form, and when the invitation went out."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._left = Invitable((), (), (), ())
        self.members = CheckField(language, N_("All members"))
        self.observers = CheckField(language, N_("All observers"))
        self.partners = CheckField(language, N_("All partners of the register"))
        self.others = ListedField(language, _lines, _check_states)
        self.form: ChoiceField[InvitationForm] = ChoiceField(
            language,
            list(InvitationForm),
            lambda one, words: words.gettext(FORM_LABELS[one]),
            none=N_("States by note verbale, partners by letter"),
        )
        self.on, self.reference = DateField(language), TextField(language)
        self.add("whom", N_("Members"), self.members)
        self.add("observers", N_("Observers"), self.observers)
        self.add("partners", N_("Partners"), self.partners)
        self.add("others", N_("Other States"), self.others, N_("One a line, by a name in any of the three languages."))
        self.add("form", N_("Form"), self.form)
        self.add("invited_on", N_("Invited on"), self.on, PREPARED)
        self.add("reference", N_("Reference"), self.reference)

    def load(self, left: Invitable) -> None:
        """Who can still be invited; nobody is, until it is asked for."""
        self._left = left
        rows = {"whom": self.members, "observers": self.observers, "partners": self.partners}
        for (name, field), there in zip(rows.items(), (left.members, left.observers, left.partners), strict=True):
            field.load(False, over=True)
            self.show_row(name, bool(there))
        self.others.load((), over=True)
        self.form.load(None, over=True)
        self.on.load(None, over=True)
        self.reference.load("", over=True)

    def whom(self) -> Whom:
        """Who is invited with the fields as they are."""
        left, asked = self._left, (self.members, self.observers, self.partners)
        there = (left.members, left.observers, left.partners)
        members, observers, partners = (
            len(some) if field.value() else 0 for field, some in zip(asked, there, strict=True)
        )
        return Whom(members, observers, partners, self.others.value())

    def value(self) -> Invitation:
        """Whom the fields say. Raises ``Problem`` where it is nobody, or a State is not known."""
        left = self._left
        states = [one.iso3 for one in left.members if self.members.value()]
        states += [one.iso3 for one in left.observers if self.observers.value()]
        states += [gazetteer().find(name).iso3 for name in self.others.value()]
        partners = tuple(one.key for one in left.partners if self.partners.value())
        if not (states or partners):
            raise Problem(N_("Choose whom to invite."), field_name="others")
        return Invitation(tuple(states), partners, self.form.value(), self.on.value(), self.reference.value())


class SentForm(Form):
    """The day on which invitations went out."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.on, self.reference = DateField(language), TextField(language)
        self.add("invited_on", N_("Invited on"), self.on)
        self.add("reference", N_("Reference"), self.reference)

    def load(self, on: datetime.date) -> None:
        """Invitations that went out on a day."""
        self.on.load(on, over=True)
        self.reference.load("", over=True)

    def value(self) -> tuple[datetime.date, str]:
        """The day and the reference."""
        return given(self.on, "invited_on"), self.reference.value()


class AnswerForm(Form):
    """What one or several answered, when, and the letter itself; a saved e-mail says its day."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._begun: datetime.date | None = None
        self.answer: ChoiceField[Answer] = ChoiceField(language, list(Answer), answer_word)
        self.on, self.reference = DateField(language), TextField(language)
        self.note = TextField(language, long=True)
        self.files = FileField(language, Filing.REPLY)
        self.add("answer", N_("Answer"), self.answer)
        self.add("answered_on", N_("Answered on"), self.on)
        self.add("answer_reference", N_("Reference of the answer"), self.reference)
        self.add("note", N_("Note"), self.note)
        self.add("files", N_("The answer itself"), self.files)
        self.files.changed.connect(self._read_mail)

    def load(self, held: Invitee, on: datetime.date, *, several: bool = False, arrival: Arrival | None = None) -> None:
        """An answer as it stands, or a new one of a day, or as it *arrived*; of *several*, without files and note."""
        awaited = held.answer is Answer.AWAITED or several
        day = (arrival.day if arrival is not None else None) or on
        self._begun = day if awaited else held.answered_on
        self.answer.load(Answer.ATTENDS if awaited else held.answer, over=True)
        self.on.load(self._begun, over=True)
        reference = arrival.subject if arrival is not None and awaited else held.answer_reference
        self.reference.load("" if several else reference[: LONGEST["reference"]].rstrip(), over=True)
        self.note.load("" if several else held.note, over=True)
        self.files.load((), over=True)
        if arrival is not None:
            self.files.add_files(arrival.filed_as(Filing.REPLY))
        for name in ("note", "files"):
            self.show_row(name, not several)

    def _read_mail(self) -> None:
        """The day of a saved e-mail, as long as nobody typed another."""
        day = opened(Arrival(self.files.value())).day if self.files.value() else None
        if day is not None and self.on.value() == self._begun:
            self.on.load(day, over=True)

    def value(self, held: Invitee) -> Invitee:
        """The invitation with the answer."""
        answer = self.answer.value() or Answer.AWAITED
        return replace(
            held,
            answer=answer,
            answered_on=None if answer is Answer.AWAITED else given(self.on, "answered_on"),
            answer_reference=self.reference.value(),
            note=self.note.value(),
        )


class DelegateForm(Form):
    """A person of a delegation: of the register, or a new name that becomes a record, with the function."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._held: Delegate | None = None
        self.person = RepresentativeRow(self, "person", N_("Somebody of the register, or a new name."))
        self.function = TrilingualField(language)
        self.part: ChoiceField[Part] = ChoiceField(
            language, list(Part), lambda one, words: words.gettext(PART_LABELS[one])
        )
        self.online = CheckField(language, N_("Takes part online"))
        self.add("function", N_("Function"), self.function)
        self.add("part", N_("Part"), self.part)
        self.add("online", N_("Place"), self.online)
        self.person.person.changed.connect(self._show_function)

    def offer(self, source: Source, state: StateCode | None) -> None:
        """The people to choose from, those of a State before the others."""
        self.person.offer(source)
        self.person.of(state)

    def load(self, held: Delegate | None, person: Person | None, *, head: bool = False, online: bool = False) -> None:
        """A person of the delegation, or a new one, with somebody proposed; the first one is its *head*."""
        self._held = held
        self.person.load(person.key if person is not None else None)
        self.part.load(held.part if held is not None else Part.HEAD if head else Part.DELEGATE, over=True)
        self.online.load(held.online if held is not None else online, over=True)
        self._show_function()

    def _show_function(self) -> None:
        known = self.person.person.known
        self.function.load(known.person.function if known is not None else Trilingual(), over=known is not None)

    def value(self, invitee: Invitee) -> tuple[Delegate, tuple[Person, ...]]:
        """The person in the delegation, and the record where it is new or its function is another one now."""
        said = self.person.value(invitee.state, None)
        if said is None:
            raise Problem(N_("Choose who comes, or give a name."), field_name="person")
        function = self.function.value()
        people: tuple[Person, ...] = ()
        if isinstance(said, Person):
            people = (replace(said, function=function),)
            key = said.key
        else:
            key = said
            known = self.person.person.people[said].person
            if known.function != function:
                people = (replace(known, function=function),)
        held = self._held or Delegate("", invitee.key, key)
        part = self.part.value() or Part.DELEGATE
        return replace(held, person=key, part=part, online=self.online.value()), people
