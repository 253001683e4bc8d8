"""What is written down on the screen of participants: each card opened, and its verb called."""

import datetime
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from nmirf_desktop.domain.guests import GuestLine
from nmirf_desktop.domain.invitations import COMING
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.participants import Answer, Delegate, Part, Partner
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.refusals import Refusal, Sayable
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.arrivals import Arrival, opened, read_all
from nmirf_desktop.services.invitations import Invitation
from nmirf_desktop.services.present_record import as_it_stands
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts, Notice, Offer, Sentence
from nmirf_desktop.ui.drafts import Again, Draft, put_away
from nmirf_desktop.ui.following import of_record
from nmirf_desktop.ui.meeting_field import ELSEWHERE, called
from nmirf_desktop.ui.screens.participants_detail import Acts, ParticipantsDetail
from nmirf_desktop.ui.theme import Tone

UNSENT = N_(
    "The answer of {name} is recorded. That the invitation was sent is not: record its sending too, if it went out."
)
SEVERAL_UNSENT = N_(
    "Answers recorded: {n}. Invitations among them that are not recorded as sent: {unsent}; record their sending too, "
    "if they went out."
)
INVITED = N_("Invited now: {n}.")
PREPARED = N_("Prepared: {n}. Record the sending when the invitations have gone out.")
FIRST_ANSWER = N_("Record first that {name} attends; then its delegation can be named.")


class Recording(QObject):
    """The cards of the pane; each records on what it was opened for. ``recorded`` carries the key to be shown."""

    recorded = Signal(str)

    def __init__(self, desk: Secretariat, detail: ParticipantsDetail, alerts: Alerts, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._detail, self._alerts = desk, detail, alerts
        self._cards = detail.cards
        self._on = datetime.date.min
        self._meeting: Meeting | None = None
        self._chosen: tuple[GuestLine, ...] = ()
        self._grounds: dict[Draft, tuple[Meeting, tuple[GuestLine, ...]]] = {}
        self._partner: Partner | None = None
        self._delegate: Delegate | None = None
        self._cards.invite.done.connect(self._invite)
        self._cards.invite_form.changed.connect(self._say_whom)
        self._cards.sent.done.connect(self._send)
        self._cards.answer.done.connect(self._answer)
        self._cards.delegate.done.connect(self._record_delegate)
        self._cards.partner.done.connect(self._record_partner)

    def look_at(self, on: datetime.date, meeting: Meeting | None, chosen: tuple[GuestLine, ...]) -> None:
        """The day and the meeting that are shown, and who is chosen in the list."""
        self._on, self._meeting, self._chosen = on, meeting, chosen

    @property
    def acts(self) -> Acts:
        """What can be done with a person of the delegation shown."""
        return Acts(self.begin_correction, self.move, self.lead, self.take_out)

    # -- beginning -------------------------------------------------------------------------------------------------

    def _put_away(self) -> bool:
        """Whether another card may be opened: one that is filled in stays as it is, and says so."""
        return put_away(self._cards.all)

    def _show(
        self, card: Draft, about: Sayable | None, lines: tuple[GuestLine, ...] = (), again: Again | None = None
    ) -> None:
        if self._meeting is None:
            return
        self._grounds[card] = (self._meeting, lines or self._chosen)
        card.concern(about)
        card.begin(again=again)
        self._detail.bring_in(card)

    def begin_invitation(self) -> None:
        """All who can still be invited."""
        if self._meeting is not None and self._put_away():
            with self._alerts.guard():
                self._cards.invite_form.load(self._desk.invitations.invitable(self._meeting.key, self._on))
                self._show(self._cards.invite, None)
                self._say_whom()

    def _say_whom(self) -> None:
        """Name the meeting to which the card invites, whichever is shown by now, and whom."""
        card = self._cards.invite
        if card in self._grounds:
            meeting, _ = self._grounds[card]
            values: dict[str, object] = {"meeting": called(meeting), "whom": self._cards.invite_form.whom()}
            card.concern(Sentence(N_("{meeting}: {whom}"), values))

    def begin_sending(self) -> None:
        """The invitations chosen went out."""
        self._begin_sending_of(self._chosen)

    def _begin_sending_of(self, lines: tuple[GuestLine, ...]) -> None:
        if lines and self._put_away():
            self._cards.sent_form.load(self._on)
            self._show(self._cards.sent, lines[0] if len(lines) == 1 else None, lines)

    def begin_answer(self, arrival: Arrival | None = None) -> None:
        """What those chosen answered, or what *arrived* as files."""
        if self._chosen and self._put_away():
            first, several = self._chosen[0].invitee, len(self._chosen) > 1
            show = partial(self._cards.answer_form.load, on=self._on)
            show(first, several=several, arrival=arrival)
            again = None if several or arrival is not None else of_record(self._desk.store, first, show)
            self._show(self._cards.answer, self._about(), again=again)

    def _about(self) -> Sayable | None:
        return self._chosen[0] if len(self._chosen) == 1 else None

    def receive_files(self, paths: Sequence[Path]) -> None:
        """Files are the answer of the one chosen; a saved e-mail among them says its day."""
        arrival = opened(read_all(paths))
        if self._cards.answer.isVisible():
            self._cards.answer_form.files.add_files(arrival.files)
        elif arrival.files and len(self._chosen) == 1:
            self.begin_answer(arrival)
        for problem in arrival.problems:
            self._alerts.refuse(problem)

    def begin_person(self) -> None:
        """A further person of the delegation; the first one proposed is the State\u2019s focal point."""
        if len(self._chosen) != 1:
            return
        line = self._chosen[0]
        if line.invitee.answer not in COMING:
            self._alerts.refuse(Refusal(FIRST_ANSWER, {"name": line}))
            return
        if not self._put_away():
            return
        there = {person.key for _, person in line.delegation}
        proposed = line.focal_point if line.focal_point is not None and line.focal_point.key not in there else None
        self._open_person(line, None)
        far = line.invitee.answer is Answer.ONLINE
        self._cards.delegate_form.load(None, proposed, head=not line.delegation, online=far)
        self._show(self._cards.delegate, line)

    def begin_correction(self, one: Delegate) -> None:
        """A person of the delegation, put right."""
        if len(self._chosen) == 1 and self._put_away():
            line = self._chosen[0]
            self._open_person(line, one)
            person = next((person for held, person in line.delegation if held.key == one.key), None)
            show = self._cards.delegate_form.load
            show(one, person)
            self._show(
                self._cards.delegate, line, again=of_record(self._desk.store, one, lambda now: show(now, person))
            )

    def _open_person(self, line: GuestLine, one: Delegate | None) -> None:
        self._delegate = one
        self._cards.delegate_form.offer(lambda: self._desk.people.known(self._on), line.invitee.state)

    def begin_partner(self, partner: Partner | None = None) -> None:
        """A new partner, or one put right."""
        if not self._put_away():
            return
        self._partner = partner
        self._cards.partner_form.load(partner)
        again = of_record(self._desk.store, partner, self._cards.partner_form.load)
        self._show(self._cards.partner, None, again=again)

    # -- recording -------------------------------------------------------------------------------------------------

    def _done(self, card: Draft | None, said: Sentence, key: Key = "") -> None:
        if card is not None:
            card.finished()
        self.recorded.emit(key)
        self._alerts.show(Notice(self._placed(card, said), Tone.GOOD))

    def _placed(self, card: Draft | None, said: Sentence) -> Sentence:
        """What was done by a card; where another meeting is shown by now, with the one for which it was."""
        meeting, _ = self._grounds[card] if card is not None else (self._meeting, ())
        if meeting is None or self._meeting is None or meeting.key == self._meeting.key:
            return said
        return Sentence(
            N_("{sentence} {ahead}"), {"sentence": said, "ahead": Sentence(ELSEWHERE, {"meeting": called(meeting)})}
        )

    def _invite(self) -> None:
        meeting, _ = self._grounds[self._cards.invite]
        with self._alerts.guard(self._cards.invite):
            invitation = self._cards.invite_form.value()
            number = self._desk.invitations.invite(meeting.key, invitation)
            said = INVITED if invitation.invited_on is not None else PREPARED
            self._done(self._cards.invite, Sentence(said, {"n": number}))

    def _send(self) -> None:
        _, chosen = self._grounds[self._cards.sent]
        with self._alerts.guard(self._cards.sent):
            day, reference = self._cards.sent_form.value()
            self._desk.invitations.sent([line.key for line in chosen], day, reference)
            said = Sentence(N_("Recorded as sent on {day}: {n}."), {"day": day, "n": len(chosen)})
            self._done(self._cards.sent, said, chosen[0].key)

    def _answer(self) -> None:
        _, chosen = self._grounds[self._cards.answer]
        form = self._cards.answer_form
        with self._alerts.guard(self._cards.answer):
            first = chosen[0].invitee
            now = form.value(as_it_stands(self._desk.store, first) or first)
            if len(chosen) > 1:
                keys = [line.key for line in chosen]
                self._desk.invitations.answer(keys, now.answer, now.answered_on, now.answer_reference)
                said = Sentence(N_("Answers recorded: {n}."), {"n": len(chosen)})
                more = SEVERAL_UNSENT
            else:
                self._desk.invitations.keep_answer(now, form.files.value())
                said = Sentence(N_("The answer of {name} is recorded."), {"name": chosen[0]})
                more = UNSENT
            self._done(self._cards.answer, said, chosen[0].key)
            unsent = tuple(line for line in chosen if line.invitee.invited_on is None)
            if unsent and now.answer is not Answer.AWAITED:
                self._remark(Sentence(more, {**said.values, "unsent": len(unsent)}), unsent)

    def _remark(self, said: Sentence, unsent: tuple[GuestLine, ...]) -> None:
        """Answers came to invitations that are only prepared: say so, and offer to record that these went out."""
        offer = Offer(N_("Record the sending"), partial(self._begin_sending_of, unsent))
        self._alerts.show(Notice(self._placed(self._cards.answer, said), Tone.ATTENTION, offers=(offer,)))

    def _record_delegate(self) -> None:
        _, (line,) = self._grounds[self._cards.delegate]
        with self._alerts.guard(self._cards.delegate):
            one, people = self._cards.delegate_form.value(line.invitee)
            self._desk.invitations.keep_delegate(line.key, one, people)
            self._done(
                self._cards.delegate, Sentence(N_("The delegation of {name} is recorded."), {"name": line}), line.key
            )

    def _record_partner(self) -> None:
        meeting, _ = self._grounds[self._cards.partner]
        form = self._cards.partner_form
        with self._alerts.guard(self._cards.partner):
            partner = form.value()
            self._desk.partners.save(partner)
            if self._partner is None and form.invite.value():
                self._desk.invitations.invite(meeting.key, Invitation(partners=(partner.key,)))
            self._done(self._cards.partner, Sentence(N_("The partner is recorded."), {}), partner.key)

    # -- the delegation --------------------------------------------------------------------------------------------

    def _rearranged(self, delegates: Sequence[Delegate]) -> None:
        line = self._chosen[0]
        with self._alerts.guard():
            self._desk.invitations.delegate(line.key, delegates)
            self.recorded.emit(line.key)

    def move(self, one: Delegate, by: int) -> None:
        """A place up or down; the head stays first."""
        found = list(self._chosen[0].delegates)
        place = next(n for n, each in enumerate(found) if each.key == one.key)
        found.insert(place + by, found.pop(place))
        self._rearranged(found)

    def lead(self, one: Delegate) -> None:
        """Somebody leads the delegation from now on; who led it is a delegate."""
        with self._alerts.guard():
            self._desk.invitations.keep_delegate(one.invitee, replace(one, part=Part.HEAD))
            self.recorded.emit(one.invitee)

    def take_out(self, one: Delegate) -> None:
        """Somebody is not in the delegation after all."""
        self._rearranged([each for each in self._chosen[0].delegates if each.key != one.key])

    def remove(self) -> None:
        """Take back the invitations chosen, which were recorded by mistake."""
        with self._alerts.guard():
            number = self._desk.invitations.remove([line.key for line in self._chosen])
            self._done(None, Sentence(N_("Invitations taken back: {n}."), {"n": number}))
