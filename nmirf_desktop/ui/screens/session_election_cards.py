"""The cards of an election: it is opened with those who stand, one more is entered, a number is put right."""

from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from nmirf_desktop.domain.agenda import Numbered, Purpose
from nmirf_desktop.domain.attendance import Roll
from nmirf_desktop.domain.election_board import ElectionBoard, committee_filled
from nmirf_desktop.domain.elections import BODY_LABELS, MAJORITY_LABELS, Body, Election, Majority
from nmirf_desktop.domain.honorifics import spelt_out
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.officers import ELECTIONS, Office, next_at_opening
from nmirf_desktop.domain.own_items import item_of_election
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.prepared_ballots import committee_title
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.states import RegionalGroup, State
from nmirf_desktop.domain.symbols import KIND_LABELS
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.services.elections import Called, NewElection, Nominee
from nmirf_desktop.ui.drafts import Draft
from nmirf_desktop.ui.fields import CheckField, ChoiceField, NumberField, StateField, TextField, TrilingualField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.labels import WrappedLabel
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import Link, LinkedText
from nmirf_desktop.ui.outside import in_office
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screens.session_elsewhere import ELECTION, elsewhere
from nmirf_desktop.ui.theme import Tone, Type, style

ALL_GROUPS = "all"
MOST_SEATS = 20
FILLED = N_("All seats of the Executive Committee are filled: say what else is elected.")


def _body(body: Body, words: Catalog) -> str:
    return words.gettext(BODY_LABELS[body])


def _majority(majority: Majority, words: Catalog) -> str:
    return words.gettext(MAJORITY_LABELS[majority])


def _group(group: str, words: Catalog) -> str:
    return words.gettext("All groups together") if group == ALL_GROUPS else words.gettext(RegionalGroup(group).label)


def _alike(typed: str, ready: str) -> bool:
    """Whether a title is a ready-made one, but for capitals and a full stop."""
    return typed.strip().rstrip(".").casefold() == ready.casefold()


def _retitled(typed: Trilingual, ready: Trilingual, gone: set[Language], back: set[Language]) -> Trilingual:
    """A title without the texts of some languages, and with the ready-made ones of others *back*."""
    texts = {one: ready[one] if one in back else typed[one] for one in Language if one not in gone}
    if all(texts.get(one) == ready[one] for one in Language):
        return ready
    new = Trilingual()
    for one in sorted(texts, key=lambda one: one is not typed.source):
        new = new.with_text(one, texts[one])
    return new


class ElectionForm(Form):
    """What is elected, how many seats, by which majority; who stands comes from the call, or is entered after."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.title = TrilingualField(language)
        self.body = ChoiceField(language, list(Body), _body)
        self.seats = NumberField(language, 1, MOST_SEATS)
        self.group = ChoiceField(language, [ALL_GROUPS, *(str(group) for group in RegionalGroup)], _group)
        self.majority = ChoiceField(language, list(Majority), _majority)
        self.called = CheckField(language, N_("Those who stand in the call for candidatures"))
        self.add("title", N_("What is elected"), self.title)
        self.add("body", N_("Seats in"), self.body)
        self.add("seats", N_("Seats to fill"), self.seats)
        self.add("group", N_("Regional group"), self.group, N_("One ballot for each group is an election for each."))
        self.add("majority", N_("Majority required"), self.majority)
        self.add("called", N_("Candidates"), self.called, N_("Others are entered afterwards."))

    def write_in(self, tongue: Language) -> None:
        """Let Tab go through what is elected in one language and in the others, then through the rest."""
        super().write_in(tongue)
        for before, after in pairwise(self.title.lead(tongue)):
            QWidget.setTabOrder(before, after)


class OpeningCard(Draft):
    """Opens an election. *asked* carries the place of the papers that can be prepared before."""

    def __init__(self, language: CurrentLanguage, asked: SignalInstance) -> None:
        self.kit, self.elsewhere = LinkedText(), WrappedLabel()
        style(self.elsewhere, Type.BODY, Tone.ATTENTION)
        self._agenda: tuple[Numbered, ...] = ()
        self._here: Key = ""
        self._called: Called | None = None
        self._ready: dict[Body, Trilingual] = {}
        self._taken: set[Language] = set()
        self._seats = 1
        super().__init__(
            N_("Open an election"),
            N_("Open the election"),
            lambda: self.fields,
            language,
            N_("Elections do not pass through consensus. Who may vote is fixed when the election opens."),
        )
        self.kit.asked.connect(asked)

    @cached_property
    def fields(self) -> ElectionForm:
        """What is elected, made when the card is first opened."""
        fields = ElectionForm(self._language)
        fields.add_widget(self.kit)
        fields.add_widget(self.elsewhere)
        fields.title.changed.connect(self._own_title)
        fields.title.changed.connect(self._say_elsewhere)
        fields.body.changed.connect(self._fit)
        return fields

    def _own_title(self) -> None:
        """A title of one's own in one language takes the ready-made ones of the others away: they name another.

        They come back once no language has one of its own any more. The text that is being typed is never taken.
        """
        field, ready = self.fields.title, self._ready_title
        typed = field.value()
        own = {one for one in Language if typed[one] and not _alike(typed[one], ready[one])}
        held = {one for one, box in zip(Language, field.editors, strict=True) if box.hasFocus()}
        gone = {one for one in Language if typed[one]} - own - held if own else set()
        back = {one for one in self._taken if not typed[one]} - held if typed and not own else set()
        if gone or back:
            self._taken = gone | self._taken if gone else set()
            field.load(_retitled(typed, ready, gone, back), over=True)

    @property
    def _ready_title(self) -> Trilingual:
        """The ready-made title of what is filled, empty where it has none."""
        return self._ready.get(self.fields.body.value() or Body.COMMITTEE, Trilingual())

    def _fit(self) -> None:
        """Each body has its ready-made title; the seats and the candidates of the call are those of the Committee."""
        committee, title = self.fields.body.value() is Body.COMMITTEE, self.fields.title
        if not title.value() or title.value() in self._ready.values():
            title.load(self._ready_title, over=True)
            self._taken = set()
        usual, others = self._seats if committee else 1, 1 if committee else self._seats
        if self.fields.seats.value() == others:
            self.fields.seats.load(usual, over=True)
        self.fields.show_row("called", committee and self._called is not None)
        self.kit.setVisible(committee and self._called is not None and bool(self._called.states))
        self._say()
        self._say_elsewhere()

    def _say_elsewhere(self) -> None:
        """That another item of the agenda is for what is filled here."""
        body, title = self.fields.body.value() or Body.COMMITTEE, self.fields.title.value()
        own = item_of_election(self._agenda, self._here, body, title)
        said = elsewhere(ELECTION, own, self._agenda, self._here)
        self.elsewhere.setText(said.said_in(self.fields.language.words))
        self.elsewhere.setVisible(bool(said))

    def _say(self) -> None:
        """Where the papers of the first ballot are, prepared from those who stand."""
        if self._called is not None:
            words, meeting = self.fields.language.words, self._called.call.meeting
            first, second = (
                Link(words.gettext(KIND_LABELS[kind]), Place("documents", f"{kind}:{meeting}"))
                for kind in (DocumentKind.BALLOTS, DocumentKind.TALLY)
            )
            before = words.gettext("Prepared from those who stand in the call:")
            self.kit.show_parts((f"{before} ", first, " · ", second))

    def retranslate(self) -> None:
        """Say every word again."""
        super().retranslate()
        if self._ready:
            self._say()
            self._say_elsewhere()

    def offer_at(
        self, here: Key, agenda: tuple[Numbered, ...], called: Called | None, begun: Iterable[ElectionBoard]
    ) -> None:
        """Open the card at an item: at the opening for the office to be filled next, elsewhere for the Committee."""
        boards, self._here, self._agenda = tuple(begun), here, agenda
        place = next((one for one in agenda if one.item.key == here), None)
        if place is not None and place.item.purpose is Purpose.OPENING:
            held = (one.election for one in boards)
            self.offer(called, next_at_opening(one.title for one in held if one.stopped_at is None), Body.OTHER)
            return
        filled = committee_filled(boards, called.call.seats if called is not None else None)
        self.offer(called, None, Body.OTHER if filled else Body.COMMITTEE)
        if filled:
            self.fields.hint("title", FILLED)

    def offer(self, called: Called | None, office: Office | None, body: Body = Body.COMMITTEE) -> None:
        """Open the card for a *body*, with what the call for candidatures says, or with the *office* to be filled."""
        fields, self._called = self.fields, called
        fields.hint("title", "")
        self._ready = {Body.COMMITTEE: committee_title()} | ({Body.OTHER: ELECTIONS[office]} if office else {})
        fields.write_in(fields.language.language)
        fields.body.load(body, over=True)
        fields.title.load(self._ready_title, over=True)
        self._seats = called.call.seats if called is not None else 1
        fields.seats.load(self._seats if body is Body.COMMITTEE else 1, over=True)
        fields.group.load(ALL_GROUPS, over=True)
        fields.majority.load(Majority.SIMPLE, over=True)
        fields.called.load(called is not None, over=True)
        self._fit()
        self.begin()

    def value(self, meeting: Key, states: dict[StateCode, State]) -> NewElection:
        """The election at the item for which the card was opened, as the fields say; of one group, of those in it."""
        fields, called = self.fields, self._called
        chosen = fields.group.value()
        group = None if chosen in (None, ALL_GROUPS) else RegionalGroup(str(chosen))
        committee = fields.body.value() is not Body.OTHER
        stand = called.states if called is not None and committee and fields.called.value() else ()
        return NewElection(
            meeting,
            self._here,
            fields.title.value(),
            fields.seats.value() or 0,
            tuple(Nominee(code) for code in stand if group is None or states[code].group is group),
            fields.body.value() or Body.COMMITTEE,
            fields.majority.value() or Majority.SIMPLE,
            group,
            called.call.key if called is not None and stand else None,
        )


class CandidateForm(Form):
    """A State, and the person whom it presents where it is an office of a person."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.state, self.name = StateField(language, ()), TextField(language)
        self.add("state", N_("State"), self.state)
        self.add("name", N_("Person"), self.name, N_("Empty where the State itself stands."))


class CandidateCard(Draft):
    """One more stands in the *election* for which the card was opened."""

    def __init__(self, language: CurrentLanguage) -> None:
        self.election: Key = ""
        self._person, self._roll = False, Roll()
        super().__init__(N_("Enter a candidate"), N_("Enter the candidate"), lambda: self.fields, language)

    @cached_property
    def fields(self) -> CandidateForm:
        """Who stands, made when the card is first opened."""
        fields = CandidateForm(self._language)
        fields.state.entered.connect(self._entered)
        fields.state.changed.connect(self._remark)
        self.verb.installEventFilter(self)
        return fields

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Letters typed on the button are the person's name: one may have gone a field too far, typing blind."""
        if watched is self.verb and self._person and isinstance(event, QKeyEvent):
            held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
            if event.type() == QEvent.Type.KeyPress and not held and event.text().isalnum():
                self.fields.name.setFocus()
                QApplication.sendEvent(self.fields.name.editors[0], QKeyEvent(event))
                return True
        return super().eventFilter(watched, event)

    def _entered(self) -> None:
        """Enter in the list enters the State; where a person may stand, it goes on to the name."""
        if self._person:
            self.fields.name.setFocus()
        else:
            self.verb.click()

    def _remark(self) -> None:
        """That who stands for an office of the meeting is no member on its day; of the Committee its page says so."""
        self.fields.hint("state", in_office(self._roll, self.fields.state.value()) if self._person else "")

    def offer(self, election: Election, states: Iterable[State], roll: Roll) -> None:
        """Open the card for any State, those of the *roll* first; in the Committee States stand, else a person may."""
        self.election, self._person, self._roll = election.key, election.body is Body.OTHER, roll
        self.fields.state.set_states(tuple(states), tuple(roll.near))
        self.fields.state.load(None, over=True)
        self.fields.name.load("", over=True)
        self._remark()
        self.begin()

    def value(self) -> Nominee:
        """Who is entered. Raises ``Problem`` without a State."""
        code = self.fields.state.value()
        if code is None:
            raise Problem(N_("Choose the State."), field_name="state")
        return Nominee(code, spelt_out(self.fields.name.value(), self._language.language))


class ReasonForm(Form):
    """Why an election is broken off, or a closed ballot put right."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.reason = TextField(language)
        self.add("reason", N_("Reason"), self.reason)


class StoppingCard(Draft):
    """Breaks the *election* off for which the card was opened."""

    def __init__(self, language: CurrentLanguage) -> None:
        self.election: Key = ""
        super().__init__(
            N_("Break the election off"),
            N_("Break it off"),
            lambda: self.fields,
            language,
            N_("Who is elected stays elected; the other seats stay vacant."),
        )

    @cached_property
    def fields(self) -> ReasonForm:
        """The reason, made when the card is first opened."""
        return ReasonForm(self._language)

    def offer(self, election: Key) -> None:
        """Open the card, without a reason yet."""
        self.election = election
        self.fields.reason.load("", over=True)
        self.begin()


class CorrectingCard(Draft):
    """Puts the numbers of the ballot that was closed last right; the tally sheet then holds them."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(
            N_("Correct the ballot that was closed last"),
            N_("Go on to the numbers"),
            lambda: self.fields,
            language,
            N_("What the Chair announced is kept beside it. A result on which later ballots rest stays."),
        )

    @cached_property
    def fields(self) -> ReasonForm:
        """The reason, made when the card is first opened."""
        return ReasonForm(self._language)
