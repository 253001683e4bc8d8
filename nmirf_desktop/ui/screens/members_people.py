"""A State's focal points: who decides and votes for it, since when, and who did before."""

import datetime
from collections.abc import Callable, Sequence
from functools import partial

from nmirf_desktop.domain import membership_rules as rules
from nmirf_desktop.domain.attachments import Filing, Holder, HolderKind, NewFile
from nmirf_desktop.domain.functions import DESIGNATED, Held, Role, role_of
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.members import FocalPoint, MembershipKind
from nmirf_desktop.domain.people import Person, addressed
from nmirf_desktop.domain.periods import Key, Period
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.arrivals import Arrival
from nmirf_desktop.services.members import StateFile
from nmirf_desktop.services.people import Known
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.ui.alerts import Offer
from nmirf_desktop.ui.drafts import Draft, given
from nmirf_desktop.ui.fact_rows import FactRow, FactRows
from nmirf_desktop.ui.language import NAMES
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.screens.members_designation import Around, CorrectionForm, DesignationForm, EndForm
from nmirf_desktop.ui.screens.members_merge import MergeForm
from nmirf_desktop.ui.screens.members_part import Part, Parts, late
from nmirf_desktop.ui.screens.members_person import PersonForm
from nmirf_desktop.ui.theme import Tone

DESIGNATES = (
    N_("Designate a focal point"),
    N_("Designation is the power to decide and to vote on the State’s behalf (R6)."),
)
CONTACTS = (N_("Designate a contact"), N_("An observer may have a contact, who does not vote (R7)."))
"""The title and the hint of the card, for a member and for an observer."""
RECORDED = N_("The designation is recorded from {day}.")
CORRECTED = N_("The designation is corrected: it holds from {day}.")
RECORDED_IN_PLACE = N_("The designation is recorded from {day}; that of {person} has {last} as its last day.")
CORRECTED_IN_PLACE = N_(
    "The designation is corrected, and holds from {day}; that of {person} has {last} as its last day."
)


class PeoplePart(Part):
    """Who is designated on the day, who will be, and those who were before."""

    form = late(DesignationForm)
    _change_form = late(PersonForm)
    _end_form = late(EndForm)
    _correction_form = late(CorrectionForm)
    _merge_form = late(MergeForm)

    def __init__(self, parts: Parts) -> None:
        super().__init__(N_("Focal points"), parts)
        language = parts.language
        self.rows = FactRows(language)
        self.add(self.rows)
        self._ending, self._earlier = "", False
        self.designation = self.add_draft(
            Draft(DESIGNATES[0], N_("Record the designation"), lambda: self.form, language, DESIGNATES[1])
        )
        self.particulars = self.add_draft(Draft(N_("Particulars"), N_("Save"), lambda: self._change_form, language))
        self.correction = self.add_draft(
            Draft(N_("Correct the designation"), N_("Record the correction"), lambda: self._correction_form, language)
        )
        self.end = self.add_draft(
            Draft(N_("End a designation"), N_("End the designation"), lambda: self._end_form, language)
        )
        self.merging = self.add_draft(
            Draft(
                N_("Two records of one person"), N_("Merge the records"), lambda: self._merge_form, language,
                N_("All functions of both are then held by one record; undo brings the other one back."),
            )
        )  # fmt: skip
        self.designation.done.connect(self._designate)
        self.particulars.done.connect(self._save)
        self.correction.done.connect(self._correct)
        self.end.done.connect(self._end)
        self.merging.done.connect(self._merge)

    # -- showing ---------------------------------------------------------------------------------------------------

    def show_file(self, file: StateFile) -> None:
        """Those of the day first, the one who votes at the top; then those to come; those before on request."""
        running = file.focal_points_on(self.on)
        coming = [one for one in file.focal_points if one.period.start > self.on and one.period.end != one.period.start]
        before = [one for one in reversed(file.focal_points) if one not in running and one not in coming]
        rows = [self._row(file, point) for point in running] or [self._nobody(file)]
        rows += [self._row(file, point) for point in coming]
        if before:
            rows.append(self._fold(len(before)))
        if self._earlier:
            rows += [self._row(file, point) for point in before]
        self.rows.show_rows(rows)

    def _nobody(self, file: StateFile) -> FactRow:
        words, member = self.words, file.membership(self.on)
        if member is None or member.kind is not MembershipKind.MEMBER:
            return FactRow((words.gettext("Nobody is designated."),), muted=True, mark=Mark("circle-dashed"))
        text = words.gettext("No focal point is designated. Each member designates one (R5).")
        offers = () if self.parts.desk.store.read_only else (Offer(N_("Designate a focal point"), self.begin),)
        return FactRow((text,), mark=Mark("triangle-alert", Tone.ATTENTION), offers=offers)

    def _fold(self, number: int) -> FactRow:
        """How many designations ended before the day, and the way to see them."""
        said = self.words.ngettext("{n} earlier designation", "{n} earlier designations", number)
        said = said.format(n=self.words.number(number))
        label = N_("Hide them") if self._earlier else N_("Show them")
        return FactRow((said,), muted=True, mark=Mark("history"), offers=(Offer(label, self.fold),))

    def fold(self) -> None:
        """Show the designations that ended before the day, or hide them again."""
        self._earlier = not self._earlier
        if self.file is not None:
            self.show_file(self.file)

    def _held(self, file: StateFile, point: FocalPoint) -> Held:
        membership = file.membership(point.period.start)
        role = role_of(point, membership.kind if membership is not None else None)
        meetings = self._meetings() if point.meeting else ()
        meeting = next((one.symbol for one in meetings if one.key == point.meeting), "")
        return Held(point.key, point.person, role, file.state, point.period, point.reference, meeting=meeting)

    def _row(self, file: StateFile, point: FocalPoint) -> FactRow:
        words, person, held = self.words, file.people[point.person], self._held(file, point)
        now = point.period.holds(self.on)
        votes = words.gettext("votes") if point.voting else words.gettext("does not vote")
        parts = (
            held.named(words) if held.role in (Role.ALTERNATE, Role.CONTACT) else votes, held.when(words),
            *((*person.emails, *person.telephones, " ".join(person.address.split())) if now else ()),
            NAMES[person.language] if now else "", person.institution if now else "", point.reference,
        )  # fmt: skip
        function = person.function.best(words.language)
        named = person.label(words.language) if not person.family_name else addressed(person, words)
        frame = words.pgettext("person", "{name}, {function}")
        said = named if function in (named, "") else frame.format(name=named, function=function)
        mark = Mark("vote", Tone.GOOD) if point.voting else Mark("user", Tone.MUTED)
        return FactRow(
            (said,), note=" · ".join(part for part in parts if part), word=votes, muted=not now,
            mark=mark if now else Mark("circle-dashed" if point.period.start > self.on else "history"),
            offers=self._offers(point), key=person.key,
        )  # fmt: skip

    def _offers(self, point: FocalPoint) -> tuple[Offer, ...]:
        letter = self.letter_offers(Holder(HolderKind.FOCAL_POINT, point.key), Filing.DESIGNATION, None)
        if self.parts.desk.store.read_only:
            return letter
        offers = [*letter, Offer(N_("Particulars"), partial(self._begin_particulars, point))]
        if point.period.end is None or point.period.end > self.on:
            offers.append(Offer(N_("End"), partial(self._begin_end, point)))
        offers.append(Offer(N_("Correct …"), partial(self.begin_correction, point)))
        offers.append(Offer(N_("Merge …"), partial(self._begin_merging, point)))
        return tuple(offers)

    # -- beginning -------------------------------------------------------------------------------------------------

    def _meetings(self) -> tuple[Meeting, ...]:
        return self.parts.desk.meetings.list()

    def _known(self) -> tuple[Known, ...]:
        return self.parts.desk.people.known(self.on)

    def _around(self, file: StateFile) -> Around:
        meetings = tuple(one for one in reversed(self._meetings()) if one.closes_on >= self.on)
        members = self.parts.desk.members
        functions = {role: members.proposed_person(file.state, role).function for role in DESIGNATED}
        return Around(file, self._known, meetings, functions)

    def begin(self, arrival: Arrival | None = None) -> None:
        """Designate somebody, by a letter that arrived; an observer's contact does not vote."""
        file = self.file
        if file is None:
            return
        if arrival is not None and self.designation.isVisible():
            self.form.take(arrival)
            return
        if not self.may_begin(self.designation):
            return
        membership = file.membership(self.on)
        votes = membership is None or membership.kind is MembershipKind.MEMBER
        role = Role.VOTES if votes else Role.CONTACT
        person = self.parts.desk.members.proposed_person(file.state, role)
        first = self.on if file.focal_points else file.first_day(self.on)
        point = FocalPoint(new_key(), file.state.iso3, person.key, Period(first), voting=votes)
        self.designation.call(*(DESIGNATES if votes else CONTACTS))
        with self.parts.alerts.guard():
            self.form.load(person, point, self._around(file))
            if arrival is not None:
                self.form.take(arrival)
            self.open(self.designation, filled=arrival is not None)

    def _begin_particulars(self, point: FocalPoint) -> None:
        if (file := self.file) is None or not self.may_begin(self.particulars):
            return
        with self.parts.alerts.guard():
            people, on, form, held = self.parts.desk.people, self.on, self._change_form, file.mechanism(self.on)
            known = people.one(point.person, on)
            form.suggest_institution(held.name if held is not None else None)
            form.show_person(known.person, known.held)
            again = self.followed(known.person, lambda now: form.show_person(now, people.one(now.key, on).held))
            self.open(self.particulars, again=again)

    def begin_address(self, person: Key) -> None:
        """Open the particulars of somebody who is designated, beginning with the postal address."""
        points = () if self.file is None or self.parts.desk.store.read_only else self.file.focal_points
        for point in [one for one in points if one.person == person][-1:]:
            self._begin_particulars(point)
            self.lead_to(self.particulars, self._change_form.address)

    def begin_correction(self, point: FocalPoint) -> None:
        """Put a designation right that was recorded wrongly."""
        if self.file is not None and self.may_begin(self.correction):
            around = Around(self.file, meetings=tuple(reversed(self._meetings())))
            self._correction_form.load(point, around)
            self.open(self.correction, again=self.followed(point, partial(self._correction_form.load, around=around)))

    def _begin_end(self, point: FocalPoint) -> None:
        if self.may_begin(self.end):
            self._ending = point.key
            self._end_form.on.load(max(self.on, point.period.start), over=True)
            self.open(self.end)

    def _begin_merging(self, point: FocalPoint) -> None:
        if not self.may_begin(self.merging):
            return
        with self.parts.alerts.guard():
            people = self.parts.desk.people
            self._merge_form.load(people.one(point.person, self.on), self._known, partial(people.together, on=self.on))
            self.open(self.merging)

    # -- recording -------------------------------------------------------------------------------------------------

    def _designate(self) -> None:
        self._record(self.parts.desk.members.designate)

    def _succeed(self, earlier: FocalPoint) -> None:
        """Record the designation in place of the *earlier* one, which votes until then."""
        self._record(self.parts.desk.members.succeed, earlier)

    def _say(self, draft: Draft, said: tuple[str, str], point: FocalPoint, earlier: FocalPoint | None) -> None:
        """Say what was recorded, and whose designation ended with it."""
        alone, in_place = said
        if earlier is None or self.file is None:
            self.done(draft, alone, day=point.period.start)
        else:
            last = point.period.start - datetime.timedelta(days=1)
            person = self.file.people[earlier.person]
            self.done(draft, in_place, day=point.period.start, person=person, last=last)

    def _record(
        self, verb: Callable[[FocalPoint, Person, Sequence[NewFile]], object], earlier: FocalPoint | None = None
    ) -> None:
        file = self.file
        if file is None:
            return

        def act() -> None:
            self.form.check_doubles()
            person = self.form.person(file.state.iso3)
            point = self.form.point(new_key(), file.state.iso3, person)
            verb(point, person, self.form.files.value())
            self.form.files.load((), over=True)
            self._say(self.designation, (RECORDED, RECORDED_IN_PLACE), point, earlier)

        self.attempt(self.designation, act, self._mend_designation)

    def _mend_designation(self, refusal: Refusal) -> tuple[Offer, ...]:
        end = N_("End the earlier designation and record this one")
        return self._mend(refusal, self.form, self._designate, (end, self._succeed))

    def _correct(self) -> None:
        self._put_right(self.parts.desk.designations.correct)

    def _correct_in_place(self, earlier: FocalPoint) -> None:
        self._put_right(self.parts.desk.designations.correct_in_place, earlier)

    def _put_right(self, verb: Callable[[FocalPoint], object], earlier: FocalPoint | None = None) -> None:
        def act() -> None:
            point = self._correction_form.value()
            verb(point)
            self._say(self.correction, (CORRECTED, CORRECTED_IN_PLACE), point, earlier)

        self.attempt(self.correction, act, self._mend_correction)

    def _mend_correction(self, refusal: Refusal) -> tuple[Offer, ...]:
        end = N_("End the earlier designation and record this correction")
        return self._mend(refusal, self._correction_form, self._correct, (end, self._correct_in_place))

    def _mend(
        self,
        refusal: Refusal,
        form: DesignationForm | CorrectionForm,
        again: Callable[[], None],
        in_place: tuple[str, Callable[[FocalPoint], None]],
    ) -> tuple[Offer, ...]:
        """The ways out of what forbids a designation: each changes the form and records it again."""
        rows, points = form.designated, self.file.focal_points if self.file is not None else ()
        found = next((one for one in points if one.key == refusal.in_the_way), None)

        def as_role(role: Role) -> None:
            rows.choose(role)
            again()

        def until(day: datetime.date) -> None:
            rows.until.load(day - datetime.timedelta(days=1), over=True)
            again()

        if refusal.message == rules.CONTACT_VOTES:
            return (Offer(N_("Record as contact"), lambda: as_role(Role.CONTACT)),)
        if found is None:
            return ()
        if refusal.message == rules.DESIGNATED_ALREADY:
            return (Offer(N_("Show it"), lambda: self.begin_correction(found)),)
        later = found.period.start > (rows.on.value() or found.period.start)
        label, end_and_record = in_place
        end = Offer(label, partial(end_and_record, found))
        before = Offer(N_("Record this one until the day before"), lambda: until(found.period.start))
        return (before if later else end, Offer(N_("Record this one as not voting"), lambda: as_role(Role.FOCAL_POINT)))

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

    def _merge(self) -> None:
        def act() -> None:
            kept, other = self._merge_form.value()
            self.parts.desk.people.merge(kept, other)
            self.done(self.merging, N_("The two records of {person} are one."), person=kept)

        self.attempt(self.merging, act, self._mend_merging)

    def _mend_merging(self, refusal: Refusal) -> tuple[Offer, ...]:
        points = self.file.focal_points if self.file is not None else ()
        found = next((one for one in points if one.key == refusal.in_the_way), None)
        return () if found is None else (Offer(N_("Show it"), lambda: self.begin_correction(found)),)
