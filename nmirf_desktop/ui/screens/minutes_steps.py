"""The steps that end something, at work: minutes are circulated, circulated again, approved."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.minutes import Minutes
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import LanguageName, Sentences
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.sittings import left_unopened
from nmirf_desktop.domain.text import TextState
from nmirf_desktop.domain.unsettled import Unsettled
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.approvals import GOING_ON, NOT_ENDED
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.services.unsettled import Way
from nmirf_desktop.ui.alerts import Alerts, Notice, Offer, Sentence
from nmirf_desktop.ui.drafts import Draft, given
from nmirf_desktop.ui.gap_places import place_of_waiting
from nmirf_desktop.ui.meeting_field import ELSEWHERE, called
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screen import today
from nmirf_desktop.ui.screens.minutes_reading import Reading
from nmirf_desktop.ui.screens.minutes_state import (
    Leaving,
    Steps,
    confirm_approval,
    confirm_circulation,
    confirm_revision,
)
from nmirf_desktop.ui.theme import Tone
from nmirf_desktop.ui.unopened import REMOVE, remove_unopened

CIRCULATED = N_("The minutes are circulated; members correct their own statements until {until}.")
CIRCULATED_AGAIN = N_("The revised version is circulated; members correct their own statements until {until}.")
APPROVED = N_(
    "The minutes are approved; from now on they can only be read, and completed in a language in which a text is "
    "missing."
)
REVIEW_FIRST = N_("The minutes stay as they are. To review first: {where} ({language}).")
COMPLETE_FIRST = N_("The minutes stay as they are. To complete first: {where} ({language}).")


class StepsTaken(QObject):
    """Takes the step of a card, after it was asked, and says so; *now* says how the minutes stand.

    ``taken``: one was; ``asked`` carries the place of a text that is to be ready before.
    """

    taken, asked = Signal(), Signal(object)

    def __init__(self, steps: Steps, desk: Secretariat, alerts: Alerts, now: Callable[[], Reading]) -> None:
        super().__init__(steps.approval)
        self._steps, self._desk, self._alerts, self._now = steps, desk, alerts, now
        self._book = desk.minutes
        self._of: Meeting | None = None
        steps.circulation.done.connect(self.circulate)
        steps.revision.done.connect(self.circulate_again)
        steps.approval.done.connect(self.approve)

    @property
    def _words(self) -> Catalog:
        return self._steps.approval_form.on.words

    def begin(self, card: Draft, meeting: Meeting) -> None:
        """Open a card for the minutes of a *meeting*, whichever are shown when the step is taken."""
        self._of = meeting
        card.concern(called(meeting))
        card.begin()

    def show_of(self, meeting: Meeting | None) -> None:
        """Other minutes are shown: what was opened for those before is put away, but what is filled in."""
        if self._of is not None and (meeting is None or meeting.key != self._of.key):
            for card in self._steps.all:
                if not card.filled:
                    card.hide()

    @property
    def _minutes(self) -> Minutes | None:
        """The minutes for which the card was opened, as they are by now."""
        return self._book.minutes(self._of.key) if self._of is not None else None

    def _leaving(self, found: Unsettled) -> Leaving:
        return Leaving("" if self._of is None else self._of.symbol, found)

    def _taken(self, message: str, **values: object) -> None:
        """Say what became of the minutes; of others than those shown, of which meeting they are."""
        self.taken.emit()
        of, shown = self._of, self._now().minutes
        if of is not None and (shown is None or shown.meeting != of.key):
            self._alerts.say(ELSEWHERE, meeting=called(of))
        else:
            self._alerts.say(message, Tone.GOOD, **values)

    def _kept(self, found: Unsettled) -> None:
        """The step was not taken: lead to the first text that is not ready."""
        minutes, first = self._minutes, found.first
        if minutes is None or first is None:
            return
        language = first.languages[0]
        said = REVIEW_FIRST if first.state is TextState.DRAFT else COMPLETE_FIRST
        show = Offer(N_("Go to the text"), lambda: self.asked.emit(place_of_waiting(first, minutes.meeting)))
        values: dict[str, object] = {"where": first.where, "language": LanguageName(language)}
        self._alerts.show(Notice(Sentence(said, values), Tone.NEUTRAL, offers=(show,)))

    def _may(self, check: Callable[[], object], meeting: Key) -> bool:
        """Whether a step may be taken; where only sittings that nobody opened forbid it, their removal is offered.

        Raises what the check raises of anything else.
        """
        try:
            check()
        except Refusal as refused:
            if refused.message not in (NOT_ENDED, GOING_ON) or not left_unopened(self._desk.sittings.all(meeting)):
                raise
            remove = Offer(REMOVE, partial(self._remove_unopened, meeting))
            self._alerts.show(Notice(refused, Tone.ATTENTION, refused.section, offers=(remove,)))
            return False
        return True

    def _remove_unopened(self, meeting: Key) -> None:
        """Take back what keeps the meeting from its end; the card stays open, and its step can be taken then."""
        with self._alerts.guard():
            gone, later = remove_unopened(self._desk, meeting)
            change = Offer(N_("Go to Meetings"), partial(self.asked.emit, Place("meetings", meeting)))
            said, offers = Sentences((gone, later)), (change,) if later else ()
            self._alerts.show(Notice(said, Tone.ATTENTION if later else Tone.GOOD, offers=offers, remarks=bool(later)))
            self._attend()

    def _attend(self) -> None:
        """Put the keyboard on the verb of the card that is open."""
        for card in self._steps.all:
            if card.isVisible():
                card.verb.setFocus()

    def circulate(self) -> None:
        """The draft goes to the members."""
        minutes = self._minutes
        with self._alerts.guard(self._steps.circulation):
            sent = self._steps.circulation_form.value()
            if minutes is None:
                return
            if not self._may(partial(self._book.check_circulation, minutes.key, sent), minutes.meeting):
                return
            found = self._book.unsettled(minutes.meeting, Way.CIRCULATION)
            if confirm_circulation(self._alerts, self._leaving(found), sent.corrections_until, today(), self._words):
                self._book.circulate(minutes.key, sent)
                self._steps.circulation.finished()
                self._taken(CIRCULATED, until=sent.corrections_until)
            else:
                self._kept(found)

    def circulate_again(self) -> None:
        """A revised version goes to the members."""
        minutes = self._minutes
        with self._alerts.guard(self._steps.revision):
            sent = self._steps.revision_form.value()
            if minutes is None:
                return
            if not self._may(partial(self._book.check_circulation, minutes.key, sent), minutes.meeting):
                return
            found = self._book.unsettled(minutes.meeting, Way.CIRCULATION)
            days = (sent.corrections_until, today())
            if confirm_revision(self._alerts, minutes, self._leaving(found), days, self._words):
                self._book.circulate_again(minutes.key, sent)
                self._steps.revision.finished()
                self._taken(CIRCULATED_AGAIN, until=sent.corrections_until)
            else:
                self._kept(found)

    def approve(self) -> None:
        """The minutes are approved, in one of the two ways."""
        minutes = self._minutes
        with self._alerts.guard(self._steps.approval):
            on, item = given(self._steps.approval_form.on), self._steps.approval_form.chosen()
            if minutes is None:
                return
            if not self._may(partial(self._book.check_approval, minutes.key, on, item), minutes.meeting):
                return
            found, until = self._book.unsettled(minutes.meeting, Way.APPROVAL), minutes.corrections_until
            running = until if until is not None and on <= until else None
            if confirm_approval(self._alerts, self._leaving(found), self._words, running):
                self._book.approve(minutes.key, on, item)
                self._steps.approval.finished()
                self._taken(APPROVED)
            else:
                self._kept(found)
