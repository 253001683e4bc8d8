"""The cards of the Committee: what each of them says, and, while it is filled in, what the rules would say."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import Qt, QTimer, Signal

from nmirf_desktop.domain.compliance.simulation import Simulation
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.voting import Decision
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.committees import Representative, SeatLine
from nmirf_desktop.ui.consequences import Consequences
from nmirf_desktop.ui.drafts import Again, Draft
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.personfield import Source
from nmirf_desktop.ui.screens.committee_coordination import CoordinationForm, SteppingDownForm
from nmirf_desktop.ui.screens.committee_corrections import SeatForm, StrikeForm, TermForm
from nmirf_desktop.ui.screens.committee_filling import FillingForm
from nmirf_desktop.ui.screens.committee_forms import (
    ActForm,
    AppointmentForm,
    CoordinatorForm,
    Ground,
    Made,
    SuccessorForm,
    VacancyForm,
)
from nmirf_desktop.ui.screens.committee_seat import RepresentativeRow, Voting
from nmirf_desktop.ui.screens.committee_striking import StrikeCoordinationForm, StrikeTermForm

RECORD, STRIKE = N_("Record"), N_("Strike out")
KEEP = N_("Do not strike out")


@dataclass(frozen=True, slots=True)
class Offered:
    """What the cards offer: States, *members* before the others; people; meetings with their decisions."""

    states: Sequence[State]
    members: Collection[StateCode]
    people: Source
    meetings: Sequence[Meeting] = ()
    decisions: Sequence[Decision] = ()
    elsewhere: Collection[Key] = ()
    """The decisions that were not taken under an item on the Committee, where there was one."""
    elected: Collection[Key] = ()
    """The meetings that elected a Committee."""


class Card(Draft):
    """A card that says an act. ``tried`` is emitted while it is filled in: the act is to be tried out.

    ``asked`` carries the place of what stands in the way, or of what is recorded elsewhere before.
    """

    tried = Signal()
    asked = Signal(object)
    recording = RECORD
    """What the button says that records it."""

    def __init__(
        self, title: str, form: Callable[[CurrentLanguage], ActForm], language: CurrentLanguage, hint: str = ""
    ) -> None:
        super().__init__(title, self.recording, lambda: self._made_form(form), language, hint)
        self._consequences = Consequences(language)
        self._consequences.asked.connect(self.asked)
        self._ground: Ground | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._try)

    def _made_form(self, make: Callable[[CurrentLanguage], ActForm]) -> ActForm:
        form = make(self._language)
        form.add_widget(self._consequences)
        form.asked.connect(self.asked)
        form.changed.connect(self._soon.start)
        form.translated.connect(self._soon.start)
        form.edited.connect(lambda _name: self._soon.start())
        return form

    @property
    def _act(self) -> ActForm:
        return cast("ActForm", self.form)

    @property
    def seat_key(self) -> Key:
        """The seat for which it was opened; empty where it is about something else."""
        ground = self._ground
        return ground.line.key if ground is not None and ground.line is not None and self._act.of_seat else ""

    def prepare(self, ground: Ground, offered: Offered) -> None:
        """What the card begins with, and what its fields offer."""
        self._ground = ground
        about = self._act.about(ground)
        self.concern(next((one for one in offered.states if one.iso3 == about), None))
        for seat in self._act.seat_rows:
            seat.state.set_states(offered.states, offered.members)
            seat.representative.offer(offered.people)
        self._act.offer_meetings(offered.meetings, offered.decisions, offered.elsewhere, offered.elected)
        self._act.load(ground)
        self._consequences.show_nothing()

    def begin(self, *, filled: bool = False, again: Again | None = None) -> None:
        """Open the card, and try out what it says already; one that asks nothing waits on the button that leaves it."""
        super().begin(filled=filled, again=again)
        if self.form.first_field() is None:
            self.leave.setFocus(Qt.FocusReason.OtherFocusReason)
        self._try()

    def _try(self) -> None:
        if not self.isHidden():
            self.tried.emit()

    def made(self, voting: Voting | None) -> Made:
        """The act as the card says it now. Raises ``Problem`` while something is missing."""
        if self._ground is None:
            raise RuntimeError("a card says an act once it is prepared")
        return self._act.made(self._ground, voting)

    def show_tried(self, tried: Simulation | Refusal | None) -> None:
        """What the rules would say, why it cannot be recorded, or that something is missing yet."""
        match tried:
            case Simulation():
                self._consequences.show_simulation(tried)
            case Refusal():
                self._consequences.show_refusal(tried, "committee")
            case None:
                self._consequences.show_nothing()


class StrikingCard(Card):
    """A card by which what never was goes."""

    recording = STRIKE
    leaving = KEEP


class RepresentativeForm(Form):
    """Who represents the State of a seat."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.row = RepresentativeRow(self, "person")


class RepresentationCard(Draft):
    """Who represents the State of a seat for its whole time; no rule asks who it is."""

    def __init__(self, language: CurrentLanguage) -> None:
        self._represented = RepresentativeForm(language)
        self.seat: SeatLine | None = None
        """The seat for which the card was opened, whichever is chosen in the list since."""
        super().__init__(
            N_("Who represents the State"), RECORD, self._represented, language,
            N_("For the whole time of the seat; who takes it over from a day on is recorded by “Replace”."),
        )  # fmt: skip

    @property
    def seat_key(self) -> Key:
        """The seat for which it was opened."""
        return self.seat.key if self.seat is not None else ""

    def prepare(self, line: SeatLine, people: Source) -> None:
        """Who represents the State of a seat now, and who can be chosen."""
        self.seat = line
        self.concern(line.state)
        self._represented.row.offer(people)
        self._represented.row.of(line.seat.state)
        self._represented.row.load(line.seat.person)

    def represented(self, state: StateCode, voting: Key | None) -> Representative | None:
        """Who represents the State; who is *voting* for it where the field is left empty."""
        return self._represented.row.value(state, voting)


class Drafts:
    """Every card of the screen."""

    def __init__(self, language: CurrentLanguage) -> None:
        self.appointment = Card(
            N_("Appoint a Committee"), AppointmentForm, language,
            N_("For a whole mandate from its first day. What departs from a rule is recorded as it happened."),
        )  # fmt: skip
        self.coordinator = Card(
            N_("Appoint as Coordinator"), CoordinatorForm, language,
            N_("Until the seat ends; an earlier coordination ends the day before (R34)."),
        )  # fmt: skip
        self.stepping_down = Card(N_("The Coordinator steps down"), SteppingDownForm, language)
        self.replacement = Card(N_("Who takes over the seat"), SuccessorForm, language)
        self.vacancy = Card(N_("The seat falls vacant"), VacancyForm, language)
        self.filling = Card(N_("Fill the vacant seat"), FillingForm, language)
        self.term = Card(
            N_("Correct the mandate"), TermForm, language,
            N_("For what was entered with a mistake, or is recorded since: such as the decision."),
        )  # fmt: skip
        self.seat = Card(
            N_("Correct the seat"), SeatForm, language,
            N_("For what was entered with a mistake. What happened on a later day is recorded by “Replace”."),
        )  # fmt: skip
        self.coordination = Card(N_("Correct the coordination"), CoordinationForm, language)
        self.strike = StrikingCard(
            N_("Strike out the seat"), StrikeForm, language,
            N_("For a seat that was entered by mistake and was never held; the coordinations entered with it go too."),
        )  # fmt: skip
        self.strike_term = StrikingCard(
            N_("Strike out the mandate"), StrikeTermForm, language,
            N_("For a Committee that was never appointed; its seats and Coordinators go too, the one before sits on."),
        )  # fmt: skip
        self.strike_coordination = StrikingCard(
            N_("Strike out the coordination"), StrikeCoordinationForm, language,
            N_("For a coordination that was entered by mistake. The one that ended because of it goes on as before."),
        )  # fmt: skip
        self.representation = RepresentationCard(language)

    @property
    def cards(self) -> tuple[Card, ...]:
        """The cards that say an act."""
        return (
            self.appointment, self.coordinator, self.stepping_down, self.replacement, self.vacancy, self.filling,
            self.term, self.seat, self.coordination, self.strike, self.strike_term, self.strike_coordination,
        )  # fmt: skip

    @property
    def all(self) -> tuple[Card | RepresentationCard, ...]:
        """Every card."""
        return (*self.cards, self.representation)

    def follow(self, seat: Key) -> None:
        """Another seat is chosen: a card about the one before is put away, unless it is filled in."""
        for card in self.all:
            if not card.isHidden() and card.seat_key not in ("", seat) and not card.filled:
                card.close_up()
