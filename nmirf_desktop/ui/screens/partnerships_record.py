"""What is written down on the screen of partners: each card opened, and its verb called."""

import datetime
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from nmirf_desktop.domain.ohchr_support import OhchrSupport, SupportKind
from nmirf_desktop.domain.participants import Partner, PartnerKind
from nmirf_desktop.domain.partnerships import CooperationNote, PartnerLine, Partnership
from nmirf_desktop.domain.periods import Key, Period
from nmirf_desktop.domain.refusals import Sayable
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.invitations import Invitation
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts, Notice, Offer, Sentence
from nmirf_desktop.ui.drafts import Again, Draft, put_away
from nmirf_desktop.ui.following import of_record
from nmirf_desktop.ui.meeting_field import called
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screens.partnerships_detail import Acts, PartnershipsDetail
from nmirf_desktop.ui.theme import Tone

NO_OBJECTIVE = N_("The partnership with {name} is recorded. It serves no objective yet: tick at least one (R44).")
GUEST = N_("{name} is in the list of the invited of {meeting}; record the sending there.")


class Recording(QObject):
    """The cards of the pane; each records on the partner for which it was opened.

    ``recorded`` carries the key of the partner to be shown, ``asked`` a place.
    """

    recorded = Signal(str)
    asked = Signal(object)

    def __init__(self, desk: Secretariat, detail: PartnershipsDetail, alerts: Alerts, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._detail, self._alerts = desk, detail, alerts
        self._cards = detail.cards
        self._on = datetime.date.min
        self._line: PartnerLine | None = None
        self._lines: tuple[PartnerLine, ...] = ()
        self._grounds: dict[Draft, PartnerLine] = {}
        self._cards.agreement.done.connect(self._record_partnership)
        self._cards.note.done.connect(self._record_note)
        self._cards.support.done.connect(self._record_support)
        self._cards.partner.done.connect(self._record_partner)
        self._cards.merge.done.connect(self._merge)

    def look_at(self, on: datetime.date, lines: tuple[PartnerLine, ...], line: PartnerLine | None) -> None:
        """The day and the partners that are shown, and the one chosen."""
        self._on, self._lines, self._line = on, lines, line

    @property
    def acts(self) -> Acts:
        """What can be done with what is listed of the partner shown."""
        return Acts(
            self.begin_partnership,
            self.remove_partnership,
            self.begin_note,
            self.remove_note,
            self.begin_support,
            self.remove_support,
        )

    @property
    def _empty(self) -> Trilingual:
        """A text to be written, first in the language of the window."""
        return Trilingual(source=self._detail.tongue)

    # -- beginning -------------------------------------------------------------------------------------------------

    def _show(self, card: Draft, about: Sayable | None, again: Again | None = None) -> None:
        if self._line is not None:
            self._grounds[card] = self._line
        card.concern(about)
        card.begin(again=again)
        self._detail.bring_in(card)

    def begin_partnership(self, held: Partnership | None = None) -> None:
        """A new partnership with the partner chosen, or one put right."""
        if self._line is not None and put_away(self._cards.all):
            one = held or Partnership("", self._line.key, Period(self._on), title=self._empty)
            show = self._cards.agreement_form.load
            show(one)
            self._show(self._cards.agreement, self._line, of_record(self._desk.store, one, show))

    def begin_note(self, held: CooperationNote | None = None) -> None:
        """What was done with the partner chosen, or a note put right."""
        if self._line is not None and put_away(self._cards.all):
            one, show = held or CooperationNote("", self._line.key, self._on, self._empty), self._cards.note_form.load
            show(one)
            self._show(self._cards.note, self._line, of_record(self._desk.store, one, show))

    def begin_support(self, held: OhchrSupport | None = None) -> None:
        """What OHCHR did, or an entry put right; it is recorded of OHCHR, whoever is chosen."""
        ohchr = next((one for one in self._lines if one.partner.kind is PartnerKind.OHCHR), None)
        if ohchr is None or not put_away(self._cards.all):
            return
        chosen = self._line if self._line is not None and self._line.partner.kind is PartnerKind.OHCHR else ohchr
        self._cards.support_form.state.set_states(self._desk.states.on(self._on).values())
        one = held or OhchrSupport("", chosen.key, self._on, SupportKind.ADVICE, self._empty)
        self._cards.support_form.load(one)
        self._show(self._cards.support, chosen, of_record(self._desk.store, one, self._cards.support_form.load))
        self._grounds[self._cards.support] = chosen

    def begin_partner(self, held: Partner | None = None) -> None:
        """A new partner, or one put right."""
        if put_away(self._cards.all):
            show = partial(self._cards.partner_form.load, meeting=False)
            show(held)
            self._show(self._cards.partner, None, of_record(self._desk.store, held, show))

    def correct_partner(self) -> None:
        """The partner chosen, put right."""
        if self._line is not None:
            self.begin_partner(self._line.partner)

    def begin_correction(self, key: Key) -> None:
        """The partner chosen, or what of a key is recorded of it, put right."""
        known = self._detail.known
        if known is None:
            return
        if key == known.line.key:
            self.correct_partner()
        for partnership in (one for one in known.line.partnerships if one.key == key):
            self.begin_partnership(partnership)
        for note in (one for one in known.notes if one.key == key):
            self.begin_note(note)
        for entry in (one for one in known.support if one.key == key):
            self.begin_support(entry)

    def begin_merge(self) -> None:
        """Another record is of the partner chosen."""
        if self._line is not None and put_away(self._cards.all):
            self._cards.merge_form.load(one.partner for one in self._lines if one.key != self._line.key)
            self._show(self._cards.merge, self._line)

    # -- recording -------------------------------------------------------------------------------------------------

    def _done(self, card: Draft | None, said: Sentence, key: Key, tone: Tone = Tone.GOOD) -> None:
        if card is not None:
            card.finished()
        self.recorded.emit(key)
        self._alerts.show(Notice(said, tone))

    def _record_partnership(self) -> None:
        card, form = self._cards.agreement, self._cards.agreement_form
        line = self._grounds[card]
        with self._alerts.guard(card):
            new = self._desk.partnerships.save(form.value(), form.files.value())
            said = N_("The partnership with {name} is recorded.") if new.objectives else NO_OBJECTIVE
            tone = Tone.GOOD if new.objectives else Tone.ATTENTION
            self._done(card, Sentence(said, {"name": line}), new.partner, tone)

    def _record_note(self) -> None:
        card = self._cards.note
        line = self._grounds[card]
        with self._alerts.guard(card):
            note = self._desk.partnerships.note(self._cards.note_form.value())
            said = N_("What was done with {name} on {day} is noted.")
            self._done(card, Sentence(said, {"name": line, "day": note.on}), note.partner)

    def _record_support(self) -> None:
        card, form = self._cards.support, self._cards.support_form
        with self._alerts.guard(card):
            new = self._desk.ohchr_support.save(form.value(), form.files.value())
            said = N_("The support by OHCHR of {day} is recorded.")
            if not new.given:
                said = N_("What the Network did on {day} for the resources of OHCHR is recorded.")
            self._done(card, Sentence(said, {"day": new.on}), new.partner)

    def _record_partner(self) -> None:
        card = self._cards.partner
        with self._alerts.guard(card):
            partner = self._cards.partner_form.value()
            self._desk.partners.save(partner)
            self._done(card, Sentence(N_("The partner is recorded."), {}), partner.key)

    def _merge(self) -> None:
        card = self._cards.merge
        line = self._grounds[card]
        with self._alerts.guard(card):
            self._desk.partners.merge(line.key, self._cards.merge_form.value())
            self._done(card, Sentence(N_("Both records are one now: {name}."), {"name": line}), line.key)

    def invite(self) -> None:
        """The partner chosen becomes a guest of the next meeting, in one step that undo takes back."""
        line = self._line
        if line is None:
            return
        with self._alerts.guard():
            meeting = self._desk.partnerships.next_meeting(self._on)
            self._desk.invitations.invite(meeting.key, Invitation(partners=(line.key,)))
            self.recorded.emit(line.key)
            said = Sentence(GUEST, {"name": line, "meeting": called(meeting)})
            show = Offer(N_("Show the participants"), partial(self.asked.emit, Place("participants", meeting.key)))
            self._alerts.show(replace(Notice(said, Tone.GOOD), offers=(show,)))

    # -- what never was --------------------------------------------------------------------------------------------

    def remove_partnership(self, one: Partnership) -> None:
        """A partnership that was recorded by mistake."""
        with self._alerts.guard():
            self._desk.partnerships.remove(one.key)
            self._done(None, Sentence(N_("The partnership is removed."), {}), one.partner)

    def remove_note(self, one: CooperationNote) -> None:
        """A note that was written by mistake."""
        with self._alerts.guard():
            self._desk.partnerships.remove_note(one.key)
            self._done(None, Sentence(N_("The note of {day} is removed."), {"day": one.on}), one.partner)

    def remove_support(self, one: OhchrSupport) -> None:
        """An entry that was written by mistake."""
        with self._alerts.guard():
            self._desk.ohchr_support.remove(one.key)
            self._done(None, Sentence(N_("The entry of {day} is removed."), {"day": one.on}), one.partner)

    def remove_partner(self) -> None:
        """The partner chosen, of which nothing else is recorded."""
        line = self._line
        if line is not None:
            with self._alerts.guard():
                self._desk.partners.remove(line.key)
                self._done(None, Sentence(N_("The partner {name} is removed."), {"name": line}), "")
