"""What a State is and how it became so: founding, communication, change of status, withdrawal."""

import datetime
from functools import partial

from nmirf_desktop.domain.attachments import Filing, Holder, HolderKind
from nmirf_desktop.domain.joining import Joining
from nmirf_desktop.domain.members import KIND_LABELS, Basis, Communication, Ending, Membership, MembershipKind
from nmirf_desktop.domain.membership_rules import ended_on, missing_elements
from nmirf_desktop.domain.phrases import Listed, Phrase
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.arrivals import Arrival
from nmirf_desktop.services.dated_facts import beginning, leaving
from nmirf_desktop.services.members import StateFile
from nmirf_desktop.ui.alerts import Offer
from nmirf_desktop.ui.drafts import Draft
from nmirf_desktop.ui.fact_rows import FactRow, FactRows
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.screens.members_letters import (
    FOUNDED,
    FOUNDER_RECORDED,
    FOUNDERS,
    ChangeForm,
    FounderForm,
    LetterForm,
    NotificationForm,
    WithdrawalForm,
    form_word,
)
from nmirf_desktop.ui.screens.members_list import KIND_MARKS, status_word
from nmirf_desktop.ui.screens.members_part import Part, Parts, late
from nmirf_desktop.ui.theme import Tone

RECORDED = (
    N_(
        "The communication of {state} is recorded. It changes nothing: the State has belonged to the Network since "
        "{day} ({status})."
    ),
    N_("The communication of {state} is recorded, and the State has not joined yet. Still to come: {missing}."),
)
CORRECTED = (
    N_("The communication of {state} is corrected."),
    N_("The communication of {state} is corrected, and the State has not joined yet. Still to come: {missing}."),
)
GONE = (
    N_("The communication of {state} is corrected."),
    N_("The communication of {state} is corrected, and founds no membership any more. Still to come: {missing}."),
)
"""What is said of a letter that led to nothing new: when complete, and when not."""
CHANGED = (
    N_("The change of status of {state} is recorded."),
    N_("The change of status of {state} is recorded. From {day}, these designations no longer hold: {people}."),
)
LEFT = (
    N_("The withdrawal of {state} is recorded."),
    N_("The withdrawal of {state} is recorded. From {day}, these designations no longer hold: {people}."),
)
"""What is said when nobody's designation ends with it, and when some do."""


class StatusPart(Part):
    """The status on the day, the letters, each to be corrected, and the four ways in which a status changes."""

    _letters = late(LetterForm)
    _wrong = late(LetterForm)
    _founding = late(FounderForm)
    _changing = late(ChangeForm)
    _leaving = late(WithdrawalForm)
    _notified = late(NotificationForm)

    def __init__(self, parts: Parts) -> None:
        super().__init__(N_("Status"), parts)
        language = parts.language
        self.rows = FactRows(language)
        self.add(self.rows)
        self.letter = self.add_draft(
            Draft(
                N_("Record a communication"), N_("Record the communication"), lambda: self._letters, language,
                N_("With both elements the State joins on the day of receipt; nobody approves it (R8)."),
            )
        )  # fmt: skip
        self.correction = self.add_draft(
            Draft(
                N_("Correct the communication"), N_("Record the correction"), lambda: self._wrong, language,
                N_("The membership that it founded moves along, or goes where an element is still to come (R8)."),
            )
        )  # fmt: skip
        self.founder = self.add_draft(Draft(*FOUNDERS, lambda: self._founding, language, FOUNDED))
        self.change = self.add_draft(
            Draft(N_("Change of status"), N_("Record the change"), lambda: self._changing, language,
                  N_("An observer that has established a mechanism becomes a member; focal points end (R10)."))
        )  # fmt: skip
        self.withdrawal = self.add_draft(
            Draft(N_("Withdrawal"), N_("Record the withdrawal"), lambda: self._leaving, language,
                  N_("On receipt of the notification, or on a later day that it names (R11)."))
        )  # fmt: skip
        self.notification = self.add_draft(
            Draft(N_("Correct the notification"), N_("Record the correction"), lambda: self._notified, language)
        )
        self.letter.done.connect(self._record_letter)
        self.correction.done.connect(self._record_correction)
        self.founder.done.connect(self._record_founder)
        self.change.done.connect(self._record_change)
        self.withdrawal.done.connect(self._record_withdrawal)
        self.notification.done.connect(self._record_notification)

    # -- showing ---------------------------------------------------------------------------------------------------

    def show_file(self, file: StateFile) -> None:
        """The status in force and the letters."""
        membership = file.membership(self.on)
        known = [one for one in file.communications if one.received_on <= self.on]
        joined = membership is not None and not missing_elements(known)
        letters = [self._letter_row(one, joined=joined) for one in reversed(known)]
        self.rows.show_rows([self._status_row(membership or self._last(file)), *letters])

    def _last(self, file: StateFile) -> Membership | None:
        """What the State was last, where that has ended by the day."""
        ended = [one for one in file.memberships if one.period.end is not None and one.period.end <= self.on]
        return max(ended, key=lambda one: one.period.start, default=None)

    def _coming(self) -> Membership | None:
        """What the State will be next, where that is recorded already."""
        ahead = [one for one in self.file.memberships if one.period.start > self.on] if self.file is not None else []
        return min(ahead, key=lambda one: one.period.start, default=None)

    def _to_come(self) -> str:
        """From which day the State will be what."""
        coming, words = self._coming(), self.words
        if coming is None:
            return ""
        pattern = words.pgettext("status of a State", "{status} from {day}")
        return pattern.format(status=status_word(coming.kind, words), day=words.date(coming.period.start))

    def _offers(self, membership: Membership) -> tuple[Offer, ...]:
        """How the status in force may end, and what is put right of the notifications that are recorded."""
        if self.parts.desk.store.read_only:
            return ()
        offers = []
        coming = self._coming()
        if membership.ending is Ending.CHANGE_OF_STATUS and coming is not None:
            begin = partial(self.begin_notification, coming, leaving=False)
            return (Offer(N_("Correct the notification …"), begin),)
        if membership.period.holds(self.on):
            observer = membership.kind is MembershipKind.OBSERVER
            change = N_("Becomes a member …") if observer else N_("Becomes an observer …")
            offers = [Offer(change, self.begin_change), Offer(N_("Withdraws …"), self.begin_withdrawal)]
            if membership.basis in (Basis.MECHANISM_ESTABLISHED, Basis.MECHANISM_ENDED):
                begin = partial(self.begin_notification, membership, leaving=False)
                offers.append(Offer(N_("Correct the notification …"), begin))
        if membership.ending is Ending.WITHDRAWAL:
            begin = partial(self.begin_notification, membership, leaving=True)
            offers.append(Offer(N_("Correct the withdrawal …"), begin))
        return tuple(offers)

    def _status_row(self, membership: Membership | None) -> FactRow:
        words = self.words
        if membership is None or not membership.period.holds(self.on):
            return self._outside_row(membership)
        period = membership.period
        pattern = words.pgettext("status of a State", "{status} since {day}")
        said = pattern.format(status=status_word(membership.kind, words), day=words.date(period.start))
        note = beginning(membership).said_in(words)
        if period.last_day is not None:
            ended = words.gettext("Until {day}, its last day").format(day=words.date(period.last_day))
            note = f"{note} · {ended}"
            if membership.ending is Ending.WITHDRAWAL:
                note = f"{note} · {leaving(membership).said_in(words)}"
        return FactRow(
            (said,),
            note=" · ".join(filter(None, (note, self._to_come()))),
            mark=KIND_MARKS[membership.kind],
            word=status_word(membership.kind, words),
            offers=self._offers(membership),
        )

    def _outside_row(self, last: Membership | None) -> FactRow:
        """A State that is not in the Network on the day; what it was before, and how it left."""
        words = self.words
        said, word = words.gettext("Neither member nor observer"), status_word(None, words)
        if last is None or last.period.last_day is None:
            return FactRow((said,), note=self._to_come(), mark=KIND_MARKS[None], word=word)
        pattern = words.pgettext("status of a State", "{status} from {first} to {last}, its last day")
        first, day = words.date(last.period.start), words.date(last.period.last_day)
        note = pattern.format(status=status_word(last.kind, words), first=first, last=day)
        if last.ending is Ending.WITHDRAWAL:
            note = f"{note} · {leaving(last).said_in(words)}"
        note = " · ".join(filter(None, (note, self._to_come())))
        return FactRow((said,), note=note, mark=KIND_MARKS[None], word=word, offers=self._offers(last))

    def _letter_row(self, one: Communication, *, joined: bool) -> FactRow:
        """A letter, and what it lacks: to be seen to only while the State has not *joined* by another one."""
        words = self.words
        pattern = words.pgettext("communication", "{form}, received on {day}")
        said = pattern.format(form=form_word(one.form, words), day=words.date(one.received_on))
        missing = missing_elements((one,))
        if missing:
            listed = words.listing(words.gettext(one) for one in missing)
            pattern = (
                words.gettext("Completed by another letter: {elements}")
                if joined
                else words.gettext("Still to come: {elements}")
            )
            note = pattern.format(elements=listed)
            mark = Mark("mail", Tone.MUTED) if joined else Mark("triangle-alert", Tone.ATTENTION)
        else:
            note, mark = words.gettext("Both elements are there"), Mark("mail", Tone.GOOD)
        holder = Holder(HolderKind.COMMUNICATION, one.key)
        lacking = "" if self.files_of(holder, Filing.LETTER) else words.gettext("no file")
        note = " · ".join(part for part in (note, one.reference, lacking) if part)
        offers = self.letter_offers(holder, Filing.LETTER, one.received_on)
        if not self.parts.desk.store.read_only:
            offers = (*offers, Offer(N_("Correct …"), partial(self.begin_correction, one)))
        return FactRow((said,), note=note, mark=mark, offers=offers, key=one.key)

    # -- beginning -------------------------------------------------------------------------------------------------

    def begin_letter(self, arrival: Arrival | None = None) -> None:
        """Write a communication down, as it arrived; to one that is being written down, what arrived is added."""
        if arrival is not None and self.letter.isVisible():
            self._letters.files.add_files(arrival.files)
        elif self.may_begin(self.letter):
            self._letters.load(self.on, arrival)
            self.open(self.letter, filled=arrival is not None)

    def begin_correction(self, letter: Communication) -> None:
        """Write a communication down as it was."""
        if self.may_begin(self.correction):
            self._wrong.correct(letter)
            self.open(self.correction, again=self.followed(letter, self._wrong.correct))

    def begin_founder(self, state: State) -> None:
        """Record that the State took part in the founding meeting."""
        self._founding.load((state,))
        self.open(self.founder)

    def begin_change(self) -> None:
        """Record that a mechanism was established, or has ended."""
        if self.may_begin(self.change):
            self._changing.load(self.on)
            self.open(self.change)

    def begin_withdrawal(self) -> None:
        """Record that the State leaves."""
        if self.may_begin(self.withdrawal):
            self._leaving.load(self.on)
            self.open(self.withdrawal)

    def begin_notification(self, membership: Membership, *, leaving: bool) -> None:
        """Put right what is known of a notification: of the change of status, or of the withdrawal."""
        if self.may_begin(self.notification):
            show = partial(self._notified.load, leaving=leaving)
            show(membership)
            self.open(self.notification, again=self.followed(membership, show))

    # -- recording -------------------------------------------------------------------------------------------------

    def _record_letter(self) -> None:
        file = self.file
        if file is None:
            return
        with self.parts.alerts.guard(self.letter):
            joining = self.parts.desk.members.receive(self._letters.value(file.state.iso3), self._letters.files.value())
            self._letters.files.load((), over=True)
            self._say(self.letter, joining, file.state, RECORDED)

    def _record_correction(self) -> None:
        file = self.file
        if file is None:
            return
        with self.parts.alerts.guard(self.correction):
            joining = self.parts.desk.members.correct(self._wrong.value(file.state.iso3), self._wrong.files.value())
            self._wrong.files.load((), over=True)
            self._say(self.correction, joining, file.state, GONE if joining.moved else CORRECTED)

    def _say(self, card: Draft, joining: Joining, state: State, otherwise: tuple[str, str]) -> None:
        """Close a card and say what the letter led to: *otherwise* to nothing new, with all elements or without."""
        complete, incomplete = otherwise
        now = joining.now
        if now is None:
            missing = Listed(tuple(Phrase(element) for element in joining.missing))
            self.done(card, incomplete, Tone.ATTENTION, state=state, missing=missing)
        elif now == joining.before:
            self.done(card, complete, state=state, day=now.period.start, status=Phrase(KIND_LABELS[now.kind]))
        elif now.kind is MembershipKind.MEMBER:
            self.done(card, N_("{state}: member from {day}."), state=state, day=now.period.start)
        else:
            self.done(card, N_("{state}: observer from {day}."), state=state, day=now.period.start)

    def _record_founder(self) -> None:
        (state,), kind = self._founding.value()

        def act() -> None:
            self.parts.desk.members.admit_founders([state.iso3], kind)
            self.done(self.founder, FOUNDER_RECORDED, state=state)

        self.attempt(self.founder, act, self._mend)

    def _mend(self, refusal: Refusal) -> tuple[Offer, ...]:
        """The membership in the way was founded by a letter: the letter may have been written down wrongly."""
        file = self.file
        if file is None:
            return ()
        letters = {one.key: one for one in file.communications}
        by = next((one.communication for one in file.memberships if one.key == refusal.in_the_way), None)
        return (Offer(N_("Correct its letter"), partial(self.begin_correction, letters[by])),) if by in letters else ()

    @staticmethod
    def _ending(file: StateFile, day: datetime.date) -> Listed:
        """Whose designations a change of status or a withdrawal ends on a day."""
        current = file.membership(day)
        ended = ended_on(file.focal_points, current, day) if current is not None else ()
        return Listed(tuple(file.people[point.person] for point in ended))

    def _record_change(self) -> None:
        file = self.file
        if file is None:
            return
        with self.parts.alerts.guard(self.change):
            day = self._changing.value()
            ending = self._ending(file, day)
            files = self._changing.files.value()
            reference = self._changing.reference.value()
            self.parts.desk.members.change_status(file.state.iso3, day, files, reference)
            self._changing.files.load((), over=True)
            self.done(self.change, CHANGED[bool(ending)], state=file.state, day=day, people=ending)

    def _record_withdrawal(self) -> None:
        file = self.file
        if file is None:
            return
        with self.parts.alerts.guard(self.withdrawal):
            received, later = self._leaving.value()
            ending = self._ending(file, later or received)
            files = self._leaving.files.value()
            reference = self._leaving.reference.value()
            self.parts.desk.members.withdraw(file.state.iso3, received, later, files, reference)
            self._leaving.files.load((), over=True)
            day = later or received
            self.done(self.withdrawal, LEFT[bool(ending)], state=file.state, day=day, people=ending)

    def _record_notification(self) -> None:
        file = self.file
        membership = self._notified.value()
        if file is None or membership is None:
            return
        with self.parts.alerts.guard(self.notification):
            self.parts.desk.members.correct_notification(membership, leaving=self._notified.leaving)
            self.done(self.notification, N_("The notification of {state} is corrected."), state=file.state)
