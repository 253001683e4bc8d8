"""The forms of a designation: who, as what, from when to when."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from PySide6.QtCore import Qt

from nmirf_desktop.domain.attachments import Filing
from nmirf_desktop.domain.functions import DESIGNATED, ROLE_LABELS, Role, in_role, role_of
from nmirf_desktop.domain.lengths import LONGEST
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.members import FocalPoint, MembershipKind
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Key, Period
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.said_names import SaidName, read_name
from nmirf_desktop.domain.same_person import near_doubles
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.arrivals import Arrival
from nmirf_desktop.services.members import StateFile
from nmirf_desktop.services.people import Known
from nmirf_desktop.ui.alerts import Offer
from nmirf_desktop.ui.drafts import given
from nmirf_desktop.ui.fact_rows import FactRow, FactRows
from nmirf_desktop.ui.fields import ChoiceField, DateField, TextField
from nmirf_desktop.ui.file_field import FileField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.personfield import PersonField, person_line
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.screens.members_person import PersonForm
from nmirf_desktop.ui.theme import Tone

DOUBLE = N_(
    "This may be somebody whom the register knows: use that record below, or record once more for another person."
)


def role_word(role: Role, words: Catalog) -> str:
    """A role as its word."""
    return words.gettext(ROLE_LABELS[role])


@dataclass(frozen=True, slots=True)
class Around:
    """What a designation is made among: the State's file, everybody in the register, and the meetings."""

    file: StateFile
    people: Callable[[], tuple[Known, ...]] = tuple
    meetings: tuple[Meeting, ...] = ()
    functions: Mapping[Role, Trilingual] = field(default_factory=dict)
    """What who is designated without a name is called, by the role."""


class DesignationRows:
    """The rows of a form that say as what, for which days and by which letter somebody is designated."""

    def __init__(self, form: Form) -> None:
        language = form.language
        self._form = form
        self._meetings: dict[Key, Meeting] = {}
        self.role: ChoiceField[Role] = ChoiceField(language, list(DESIGNATED), role_word)
        self.meeting: ChoiceField[Key] = ChoiceField(language, [], self._said, none=N_("a period"))
        self.on, self.until = DateField(language), DateField(language)
        self.reference = TextField(language)

    def add(self) -> None:
        """Put the rows into the form."""
        form = self._form
        form.add("role", N_("Role"), self.role, N_("One focal point of a member votes on any day (R5)."))
        form.add("meeting", N_("Alternate for"), self.meeting, N_("For a meeting: on its days, whenever they are."))
        form.add("on", N_("Designated from"), self.on)
        form.add("end", N_("Last day"), self.until, N_("Empty while it holds."))
        form.add("reference", N_("Reference"), self.reference)
        for one in (self.role, self.meeting):
            one.changed.connect(self._fit)

    def _said(self, key: Key, words: Catalog) -> str:
        if key not in self._meetings:
            return ""
        meeting = self._meetings[key]
        days = words.date_range(meeting.opens_on, meeting.closes_on)
        return words.pgettext("meeting with its days", "{symbol}, {days}").format(symbol=meeting.symbol, days=days)

    def load(self, point: FocalPoint, kind: MembershipKind | None, meetings: Iterable[Meeting]) -> None:
        """A designation of a State that is member, observer or neither."""
        self._meetings = {one.key: one for one in meetings}
        roles = [one for one in DESIGNATED if one is not Role.CONTACT or kind is not MembershipKind.MEMBER]
        self.role.set_values(roles)
        self.meeting.set_values(tuple(self._meetings))
        self.role.load(role_of(point, kind), over=True)
        self.meeting.load(point.meeting, over=True)
        self.on.load(point.period.start, over=True)
        self.until.load(point.period.last_day, over=True)
        self.reference.load(point.reference, over=True)
        self._fit()

    def _fit(self) -> None:
        alternate = self.role.value() is Role.ALTERNATE
        for_meeting = alternate and self.meeting.value() is not None
        self._form.show_row("meeting", alternate and bool(self._meetings))
        for name in ("on", "end"):
            self._form.show_row(name, not for_meeting)

    def choose(self, role: Role) -> None:
        """Take another role."""
        self.role.load(role, over=True)
        self.role.changed.emit()

    def value(self, key: Key, state: str, person: Key) -> FocalPoint:
        """The designation of a person by a State as the rows say it."""
        role, chosen = self.role.value() or Role.FOCAL_POINT, self.meeting.value()
        meeting = self._meetings[chosen] if role is Role.ALTERNATE and chosen is not None else None
        period = Period.of_days(given(self.on), self.until.value()) if meeting is None else meeting.period
        point = FocalPoint(
            key, state, person, period, reference=self.reference.value(),
            meeting=None if meeting is None else meeting.key,
        )  # fmt: skip
        return in_role(point, role)


class DesignationForm(PersonForm):
    """A person of the register, or a new one, and as what it is designated."""

    def _add_fields(self) -> None:
        self.chosen = PersonField(self.language, free=True)
        self.doubles = FactRows(self.language)
        self.designated = DesignationRows(self)
        self.files = FileField(self.language, Filing.DESIGNATION)
        self.around: Around | None = None
        self._proposed = self._person
        self._filled = SaidName()
        self._doubted: frozenset[Key] = frozenset()
        self.add(
            "person", N_("Person"), self.chosen, N_("Somebody of the register, or a new name; empty for a function.")
        )
        self._add_name()
        self.add("emails", N_("E-mail"), self.emails, N_("A line for each; a dispatch goes to all of them."))
        self.add_widget(self.doubles)
        self.section(N_("Designation"))
        self.designated.add()
        self.add("files", N_("The letter itself"), self.files)
        self.section(N_("Particulars"))
        self._add_particulars()
        self.add_widget(self.held)
        self.chosen.edited.connect(self._take)
        self.designated.role.changed.connect(self._call_by_role)
        for one in (self.given_name, self.family_name, self.emails):
            one.edited.connect(self._tell_doubles)
        self.translated.connect(self._tell_doubles)

    def load(self, person: Person, point: FocalPoint, around: Around) -> None:
        """A designation to be made; *person* is who is designated where nobody of the register is chosen."""
        file = around.file
        self.around, self._proposed, self._filled = around, person, SaidName()
        self._doubted = frozenset()
        self.chosen.offer(around.people, file.state.iso3)
        self.chosen.load(None, over=True)
        self.show_person(person)
        lasting = next((one for one in reversed(file.mechanisms) if one.period.end is None), None)
        mechanism = file.mechanism(point.period.start) or lasting
        self.suggest_institution(mechanism.name if mechanism is not None else None)
        membership = file.membership(point.period.start)
        self.designated.load(point, membership.kind if membership is not None else None, around.meetings)
        self.files.load((), over=True)
        self._show_doubles(())

    def take(self, arrival: Arrival) -> None:
        """A letter of designation that arrived: its files, and what the e-mail that brought them says of it."""
        self.files.add_files(arrival.filed_as(Filing.DESIGNATION))
        if arrival.mails:
            self.designated.reference.load(arrival.subject[: LONGEST["reference"]].rstrip(), over=True)
        if arrival.day is not None:
            self.designated.on.load(arrival.day, over=True)

    def _take(self) -> None:
        """Show whom the first field means: the record of the register, or a new one with the name that was typed."""
        known = self.chosen.known
        if known is not None:
            self.show_person(known.person, known.held)
            self._show_doubles(())
        elif self._person.key != self._proposed.key:
            self.show_person(self._proposed)
            self._filled = SaidName(self._proposed.given_name, self._proposed.family_name)
        if known is None and (self.given_name.value(), self.family_name.value()) == self._filled.kept:
            self._fill(read_name(self.chosen.typed, self.language.language))
            self._tell_doubles()

    def _fill(self, said: SaidName) -> None:
        """Take the parts of the name that was typed, and what its titles say; what was chosen since stays."""
        before, self._filled = self._filled, said
        for name, text in zip((self.given_name, self.family_name), said.kept, strict=True):
            name.load(text, over=True)
        if self.gender.value() is (before.gender or self._proposed.gender):
            self.gender.load(said.gender or self._proposed.gender, over=True)
        if self.form_of_address.value() is (before.form or self._proposed.form_of_address):
            self.form_of_address.load(said.form or self._proposed.form_of_address, over=True)

    def _call_by_role(self) -> None:
        """A proposed function follows the role, until it is another one."""
        role = self.designated.role.value()
        function = self.around.functions.get(role) if self.around is not None and role is not None else None
        if function is None or self.function.value() != self._proposed.function:
            return
        self._proposed = replace(self._proposed, function=function)
        self.function.load(self._proposed.function, over=True)

    def _found(self) -> tuple[Known, ...]:
        if self.around is None or self.chosen.known is not None:
            return ()
        person = self.person(self.around.file.state.iso3)
        if not person.family_name and not person.emails:
            return ()
        people = self.chosen.people
        return tuple(people[one.key] for one in near_doubles(person, (known.person for known in people.values())))

    def _tell_doubles(self) -> None:
        self._show_doubles(self._found())

    def _show_doubles(self, found: tuple[Known, ...]) -> None:
        words = self.language.words
        rows = [
            FactRow(
                (person_line(known, words),),
                mark=Mark("triangle-alert", Tone.ATTENTION),
                word=words.gettext("Perhaps the same person"),
                note=words.gettext("Perhaps the same person"),
                offers=(Offer(N_("Use this record"), partial(self.use, known.key)),),
            )
            for known in found
        ]
        self.doubles.show_rows(rows)
        self.doubles.setVisible(bool(rows))

    def use(self, key: Key) -> None:
        """Take a record of the register in place of a new one."""
        self.chosen.load(key, over=True)
        self._take()
        self.chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def check_doubles(self) -> None:
        """Raise ``Problem`` the first time that somebody of the register may be the person; then it is known."""
        found = frozenset(known.key for known in self._found())
        if found - self._doubted:
            self._doubted = found
            self._tell_doubles()
            raise Problem(DOUBLE, field_name="person")

    def point(self, key: Key, state: str, person: Person) -> FocalPoint:
        """The designation as the fields say it."""
        return self.designated.value(key, state, person.key)


class CorrectionForm(Form):
    """What of a designation may have been recorded wrongly."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.designated = DesignationRows(self)
        self.designated.add()
        self._wrong: FocalPoint | None = None

    def load(self, point: FocalPoint, around: Around) -> None:
        """A designation as it stands."""
        self._wrong = point
        membership = around.file.membership(point.period.start)
        self.designated.load(point, membership.kind if membership is not None else None, around.meetings)

    def value(self) -> FocalPoint:
        """The designation put right."""
        wrong = self._wrong
        if wrong is None:
            raise LookupError("no designation is loaded")
        return self.designated.value(wrong.key, wrong.state, wrong.person)


class EndForm(Form):
    """The last day of a designation."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.on = DateField(language)
        self.add("on", N_("No longer from"), self.on, N_("The first day on which the designation no longer holds."))
