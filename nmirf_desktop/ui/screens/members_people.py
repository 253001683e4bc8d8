"""A State's focal points: who decides and votes for it, and since when."""

from functools import partial

from nmirf_desktop.domain.members import FocalPoint, MembershipKind
from nmirf_desktop.domain.people import Gender, Person, several_emails, several_telephones
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.services.members import StateFile
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.ui.alerts import Notice, Offer
from nmirf_desktop.ui.drafts import Draft, given
from nmirf_desktop.ui.fact_rows import FactRow, FactRows
from nmirf_desktop.ui.fields import CheckField, ChoiceField, DateField, TextField, TrilingualField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import NAMES, CurrentLanguage
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.screens.members_part import Part, Parts
from nmirf_desktop.ui.theme import Tone

GENDERS = {
    Gender.UNKNOWN: N_("Unknown"),
    Gender.FEMININE: N_("Feminine"),
    Gender.MASCULINE: N_("Masculine"),
}


def _gender(gender: Gender, words: Catalog) -> str:
    return words.gettext(GENDERS[gender])


def _tongue(language: Language, _words: Catalog) -> str:
    return NAMES[language]


class PersonForm(Form):
    """A person or a function, and since when it is designated."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.on, self.function = DateField(language), TrilingualField(language)
        self.given_name, self.family_name = TextField(language), TextField(language)
        self.emails, self.telephones = TextField(language), TextField(language)
        self.tongue: ChoiceField[Language] = ChoiceField(language, list(Language), _tongue)
        self.gender: ChoiceField[Gender] = ChoiceField(language, list(Gender), _gender)
        self.voting = CheckField(language, N_("Marked as voting"))
        self.reference = TextField(language)
        self._person: Person | None = None
        self.add("on", N_("Designated from"), self.on)
        self.add("function", N_("Function"), self.function, N_("Such as “Focal point of Paraguay”; no name is needed."))
        self.add("emails", N_("E-mail"), self.emails)
        self.add("telephones", N_("Telephone"), self.telephones)
        self.add("language", N_("Writes in"), self.tongue)
        self.add("voting", N_("Vote"), self.voting, N_("One focal point of a member votes on any day (R5)."))
        self.add("given_name", N_("Given name"), self.given_name)
        self.add("family_name", N_("Family name"), self.family_name)
        self.add("gender", N_("Gender"), self.gender, N_("For the form of address; unknown is allowed."))
        self.add("reference", N_("Reference"), self.reference)

    def load(self, person: Person, point: FocalPoint, *, new: bool) -> None:
        """A person with a designation; only the person's particulars where it is not *new*."""
        self._person = person
        self.on.load(point.period.start, over=True)
        self.function.load(person.function, over=True)
        self.given_name.load(person.given_name, over=True)
        self.family_name.load(person.family_name, over=True)
        self.emails.load("; ".join(person.emails), over=True)
        self.telephones.load("; ".join(person.telephones), over=True)
        self.tongue.load(person.language, over=True)
        self.gender.load(person.gender, over=True)
        self.voting.load(point.voting, over=True)
        self.reference.load(point.reference, over=True)
        for name in ("on", "voting", "reference"):
            self.show_row(name, new)

    def person(self, state: str) -> Person:
        """The person as the fields say it."""
        return Person(
            key=self._person.key if self._person else new_key(),
            function=self.function.value(),
            state=state,
            given_name=self.given_name.value(),
            family_name=self.family_name.value(),
            gender=self.gender.value() or Gender.UNKNOWN,
            institution=self._person.institution if self._person else "",
            language=self.tongue.value() or Language.EN,
            emails=several_emails(self.emails.value()),
            telephones=several_telephones(self.telephones.value()),
        )

    def point(self, state: str, person: Person) -> FocalPoint:
        """The designation as the fields say it."""
        voting = self.voting.value()
        return FocalPoint(
            new_key(), state, person.key, Period(given(self.on)), voting=voting, reference=self.reference.value()
        )


class EndForm(Form):
    """The last day of a designation."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.on = DateField(language)
        self.add("on", N_("No longer from"), self.on, N_("The first day on which the designation no longer holds."))


class PeoplePart(Part):
    """Who is designated on the day, and those who were before."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(N_("Focal points"), parts)
        self.rows = FactRows(parts.language)
        self.add(self.rows)
        self.form, self._change_form = PersonForm(parts.language), PersonForm(parts.language)
        self._end_form = EndForm(parts.language)
        self._ending = ""
        self.designation = self.add_draft(
            Draft(
                N_("Designate a focal point"), N_("Record the designation"), self.form, parts.language,
                N_("Designation is the power to decide and to vote on the State’s behalf (R6)."),
            )
        )  # fmt: skip
        self.particulars = self.add_draft(Draft(N_("Particulars"), N_("Save"), self._change_form, parts.language))
        self.end = self.add_draft(
            Draft(N_("End a designation"), N_("End the designation"), self._end_form, parts.language)
        )
        self.designation.done.connect(self._designate)
        self.particulars.done.connect(self._save)
        self.end.done.connect(self._end)

    # -- showing ---------------------------------------------------------------------------------------------------

    def show_file(self, file: StateFile) -> None:
        """Those of the day first, the one who votes at the top."""
        running = file.focal_points_on(self.on)
        rows = [self._row(file, point, running=True) for point in running]
        words = self.words
        if not running:
            member = file.membership(self.on)
            if member is not None and member.kind is MembershipKind.MEMBER:
                text = words.gettext("No focal point is designated. Each member designates one (R5).")
                rows.append(FactRow((text,), mark=Mark("triangle-alert", Tone.ATTENTION), offers=self._begin_offer()))
            else:
                rows.append(FactRow((words.gettext("Nobody is designated."),), muted=True, mark=Mark("circle-dashed")))
        self.rows.show_rows(rows)

    def _begin_offer(self) -> tuple[Offer, ...]:
        if self.parts.desk.store.read_only:
            return ()
        return (Offer(N_("Designate a focal point"), self.begin),)

    def _row(self, file: StateFile, point: FocalPoint, *, running: bool) -> FactRow:
        words, person = self.words, file.people[point.person]
        part = words.gettext("votes") if point.voting else words.gettext("does not vote")
        since = words.gettext("since {day}").format(day=words.date(point.period.start))
        note = " · ".join(
            one for one in (part, since, *person.emails, *person.telephones, NAMES[person.language]) if one
        )  # fmt: skip
        function = person.function[words.language] or person.function.original
        label = person.label(words.language)
        said = label if label == function or not function else words.pgettext(
            "person", "{name}, {function}"
        ).format(name=label, function=function)  # fmt: skip
        offers: tuple[Offer, ...] = ()
        if running and not self.parts.desk.store.read_only:
            offers = (
                Offer(N_("Particulars"), partial(self._begin_particulars, point)),
                Offer(N_("End"), partial(self._begin_end, point)),
            )
        mark = Mark("vote", Tone.GOOD) if point.voting else Mark("user", Tone.MUTED)
        return FactRow((said,), note=note, mark=mark, word=part, offers=offers, key=person.key)

    # -- beginning -------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Designate somebody; an observer's contact does not vote."""
        file = self.file
        if file is None:
            return
        membership = file.membership(self.on)
        votes = membership is None or membership.kind is MembershipKind.MEMBER
        person = self.parts.desk.members.proposed_person(file.state)
        point = FocalPoint(new_key(), file.state.iso3, person.key, Period(self.on), voting=votes)
        self.form.load(person, point, new=True)
        self.open(self.designation)

    def _begin_particulars(self, point: FocalPoint) -> None:
        if self.file is not None:
            self._change_form.load(self.file.people[point.person], point, new=False)
            self.open(self.particulars)

    def _begin_end(self, point: FocalPoint) -> None:
        self._ending = point.key
        self._end_form.on.load(self.on, over=True)
        self.open(self.end)

    # -- recording -------------------------------------------------------------------------------------------------

    def _designate(self) -> None:
        file = self.file
        if file is None:
            return
        members, refusal = self.parts.desk.members, None
        with self.parts.alerts.guard(self.designation):
            person = self.form.person(file.state.iso3)
            point = self.form.point(file.state.iso3, person)
            refusal = members.another_votes(point)
            if refusal is None:
                members.designate(point, person)
                self.done(self.designation, N_("The designation is recorded from {day}."), day=point.period.start)
        if refusal is not None:
            self._offer_succession(refusal)

    def _offer_succession(self, refusal: Refusal) -> None:
        """Another focal point votes: the way out is to end that designation the day before."""
        offer = Offer(N_("End the earlier designation and record this one"), self.succeed)
        self.parts.alerts.show(Notice(refusal, Tone.ATTENTION, refusal.section, (offer,)))

    def succeed(self) -> None:
        """Record the designation in place of the one that votes until then."""
        file = self.file
        if file is None:
            return
        with self.parts.alerts.guard(self.designation):
            person = self.form.person(file.state.iso3)
            point = self.form.point(file.state.iso3, person)
            self.parts.desk.members.succeed(point, person)
            self.done(self.designation, N_("The designation is recorded from {day}."), day=point.period.start)

    def _save(self) -> None:
        file = self.file
        if file is None:
            return
        with self.parts.alerts.guard(self.particulars):
            self.parts.desk.members.save_person(self._change_form.person(file.state.iso3))
            self.done(self.particulars, N_("The particulars are saved."))

    def _end(self) -> None:
        with self.parts.alerts.guard(self.end):
            day = given(self._end_form.on)
            self.parts.desk.members.end_designation(self._ending, day)
            self.done(self.end, N_("The designation ends: it no longer holds from {day}."), day=day)
