"""Requests for items: recorded as they come, accepted to a place of the agenda, declined with a reason, withdrawn."""

import datetime
from collections.abc import Callable, Iterable
from functools import partial

from nmirf_desktop.domain.agenda_tree import Spot, spot_at_the_end
from nmirf_desktop.domain.attachments import Holder, HolderKind
from nmirf_desktop.domain.item_requests import FATE_LABELS, Fate, ItemRequest, is_late
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts, Offer
from nmirf_desktop.ui.drafts import Draft, given
from nmirf_desktop.ui.fact_rows import FactRow
from nmirf_desktop.ui.fields import DateField, StateField, TextField, TrilingualField
from nmirf_desktop.ui.following import of_record
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.held_files import HeldFiles
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import Link
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.screens.agenda_page import AgendaPage
from nmirf_desktop.ui.theme import Tone

MARKS = {
    Fate.PENDING: Mark("clock", Tone.ATTENTION),
    Fate.ACCEPTED: Mark("circle-check", Tone.GOOD),
    Fate.DECLINED: Mark("x", Tone.MUTED),
    Fate.WITHDRAWN: Mark("undo-2", Tone.MUTED),
}
HINT = N_(
    "Members may ask to have an item on the agenda; the Executive Committee, which prepares it (R38), accepts or "
    "declines on record. What comes after the call for items is shown as late and can be taken all the same."
)


class RequestForm(Form):
    """Who asked for which item, when and why."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.state = StateField(language, ())
        self.asked_on = DateField(language)
        self.reference = TextField(language)
        self.title = TrilingualField(language, lines=2, expected=True)
        self.text = TrilingualField(language, lines=3)
        self.add("state", N_("State"), self.state)
        self.add("asked_on", N_("Asked on"), self.asked_on)
        self.add("reference", N_("Reference"), self.reference)
        self.add("title", N_("Title"), self.title)
        self.add("text", N_("What it is about"), self.text, N_("It becomes the annotation of the item."))

    def load(self, request: ItemRequest) -> None:
        """Show a request, or one that is begun."""
        self.state.load(request.state or None, over=True)
        self.asked_on.load(request.asked_on, over=True)
        self.reference.load(request.reference, over=True)
        self.title.load(request.title, over=True)
        self.text.load(request.text, over=True)

    def value(self, key: Key, meeting: Key) -> ItemRequest:
        """The request as it is written down."""
        state = self.state.value()
        if state is None:
            raise Problem(N_("Say which State asked."), field_name="state")
        return ItemRequest(
            key=key,
            meeting=meeting,
            state=state,
            asked_on=given(self.asked_on, "asked_on"),
            title=self.title.value(),
            text=self.text.value(),
            reference=self.reference.value(),
        )


class ReasonForm(Form):
    """Why a request is declined."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.reason = TrilingualField(language, lines=2, expected=True)
        self.settled_on = DateField(language)
        self.add("reason", N_("Reason"), self.reason)
        self.add("settled_on", N_("Declined on"), self.settled_on)


class RequestsPage(AgendaPage):
    """The requests for a meeting's agenda; *spot* says where an accepted item is to stand."""

    def __init__(
        self, desk: Secretariat, language: CurrentLanguage, alerts: Alerts, spot: Callable[[], Spot | None]
    ) -> None:
        super().__init__(desk, language, alerts, HINT)
        self._spot = spot
        self._changed, self._declined, self._filed = "", "", ""
        self.form, self.reason = RequestForm(language), ReasonForm(language)
        self.begin_button = self.button(N_("Record a request …"), self.begin)
        self.draft = self.card(
            Draft(N_("Request for an item of the agenda"), N_("Record"), self.form, language), self._record
        )
        self.declining = self.card(
            Draft(N_("Decline the request"), N_("Decline"), self.reason, language, N_("The State is told why.")),
            self._decline,
        )
        self.add(self.rows)
        self.files = HeldFiles(desk, language, alerts)
        self.files.hide()
        self.add(self.files)

    def begin(self) -> None:
        """Write down a request."""
        self._open(ItemRequest("", self.key, "", self.on, Trilingual()))

    def _open(self, request: ItemRequest) -> None:
        if not self.put_away():
            return
        self._changed = request.key
        states = self.desk.states.on(self.on)
        self.form.state.set_states(states.values())
        self.form.load(request)
        self.open_card(self.draft, of_record(self.desk.store, request, self.form.load))

    def _record(self) -> None:
        with self.alerts.guard(self.draft):
            self.desk.item_requests.record(self.form.value(self._changed, self.ground(self.draft)))
            self.finish(self.draft)

    def _begin_declining(self, request: ItemRequest) -> None:
        if not self.put_away():
            return
        self._declined = request.key
        self.reason.reason.load(Trilingual(), over=True)
        self.reason.settled_on.load(self.on, over=True)
        self.open_card(self.declining)

    def _decline(self) -> None:
        with self.alerts.guard(self.declining):
            on = given(self.reason.settled_on, "settled_on")
            self.desk.item_requests.decline(self._declined, on, self.reason.reason.value())
            self.finish(self.declining)

    def _accept(self, request: ItemRequest, spot: Spot | None) -> None:
        self.desk.item_requests.accept(request.key, self.on, spot)
        self.alerts.say(N_("The request is accepted; its item stands on the agenda."))

    def _end(self) -> Spot:
        """Before the items with which every agenda ends."""
        return spot_at_the_end([one.item for one in self.desk.agendas.items(self.key)])

    def _show_files(self, request: ItemRequest) -> None:
        self._filed = request.key
        self.files.load(Holder(HolderKind.ITEM_REQUEST, request.key), request.state)
        self.files.show()
        self.bring_in(self.files)

    def load(self, meeting: Meeting | None, on: datetime.date) -> None:
        """Show the requests, and the files of the one whose files are shown."""
        super().load(meeting, on)
        self.files.again()

    def shown(self) -> Iterable[FactRow]:
        """The requests, those to be settled first."""
        closes = self.desk.item_requests.call_closes(self.key)
        requests = self.desk.item_requests.of(self.key)
        if self._filed not in {one.key for one in requests}:
            self.files.hide()
        return [self._row(one, closes) for one in requests]

    def _row(self, one: ItemRequest, closes: datetime.date | None) -> FactRow:
        words = self.words
        state = self.desk.states.on(self.on)[one.state]
        fate = words.gettext(FATE_LABELS[one.fate])
        note = [fate if one.settled_on is None else f"{fate}, {words.date(one.settled_on)}"]
        if closes is not None and is_late(one, closes):
            note.append(words.gettext("late: the call closed on {day}").format(day=words.date(closes)))
        note += [part for part in (one.reference, one.reason.best(words.language)) if part]
        title = one.title.best(words.language)
        what = (Link(state.said_in(words), Place("members", one.state)), words.pgettext("State and what", ": "))
        shown = Link(title, Place("agenda", one.item)) if one.item else title
        return FactRow(
            (*what, shown),
            words.short_date(one.asked_on),
            words.pgettext("facts in a row", " · ").join(note),
            MARKS[one.fate],
            fate,
            self._ways(one),
            key=one.key,
        )

    def _ways(self, one: ItemRequest) -> tuple[Offer, ...]:
        service = self.desk.item_requests
        files = (N_("Files …"), partial(self._show_files, one))
        correct = (N_("Correct …"), partial(self._open, one))
        if one.fate is Fate.PENDING:
            return self.offers(
                (N_("Accept, below the item chosen"), lambda: self._accept(one, self._spot())),
                (N_("Accept, at the end"), lambda: self._accept(one, self._end())),
                (N_("Decline …"), partial(self._begin_declining, one)),
                correct,
                files,
                (N_("Remove"), lambda: service.remove(one.key)),
                (N_("The State withdrew it"), lambda: service.withdraw(one.key, self.on)),
            )
        return self.offers((N_("Take the settlement back"), lambda: service.take_back(one.key)), correct, files)
