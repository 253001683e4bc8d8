"""The desk of the fictional secretariat: the real services, with a clock that stands where the story is."""

import datetime
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.states import State
from nmirf_desktop.services.action_plans import ActionPlans
from nmirf_desktop.services.actions import Actions
from nmirf_desktop.services.activities import Activities
from nmirf_desktop.services.agenda import Agendas
from nmirf_desktop.services.candidatures import Candidatures
from nmirf_desktop.services.committees import Committees
from nmirf_desktop.services.contributions import Contributions
from nmirf_desktop.services.decision_records import DecisionRecords
from nmirf_desktop.services.deliveries import Deliveries
from nmirf_desktop.services.dispatches import Dispatches
from nmirf_desktop.services.encouragement import Encouragement
from nmirf_desktop.services.good_practices import GoodPractices
from nmirf_desktop.services.invitations import Invitations
from nmirf_desktop.services.item_requests import ItemRequests
from nmirf_desktop.services.meeting_texts import MeetingTexts
from nmirf_desktop.services.meetings import Meetings
from nmirf_desktop.services.members import Members
from nmirf_desktop.services.milestones import Milestones
from nmirf_desktop.services.minutes import MinuteBook
from nmirf_desktop.services.ohchr_support import OhchrSupports
from nmirf_desktop.services.papers import Papers
from nmirf_desktop.services.partners import Partners
from nmirf_desktop.services.partnerships import Partnerships
from nmirf_desktop.services.proposals import Proposals
from nmirf_desktop.services.sample.content import Content
from nmirf_desktop.services.silences import Silences
from nmirf_desktop.services.sittings import Sittings
from nmirf_desktop.services.states import States
from nmirf_desktop.services.translations import Translations
from nmirf_desktop.services.voting import Voting
from nmirf_desktop.storage.store import Store

START = datetime.datetime(2024, 5, 6, 13, tzinfo=datetime.UTC)
"""Two days before the founding meeting the register is opened."""


class StoryClock:
    """A clock that is set by the story; it goes on a little with each look, and never back."""

    def __init__(self) -> None:
        self._now = START

    def __call__(self) -> datetime.datetime:
        """The moment in the story, a thousandth of a second later each time."""
        self._now += datetime.timedelta(milliseconds=1)
        return self._now

    def to(self, moment: datetime.datetime) -> None:
        """On to a moment, unless it has passed."""
        self._now = max(self._now, moment)

    def local(self, day: datetime.date, time: datetime.time, zone: str) -> None:
        """On to a local time."""
        self.to(datetime.datetime.combine(day, time, ZoneInfo(zone)).astimezone(datetime.UTC))

    def wait(self, seconds: float) -> None:
        """Time goes by."""
        self._now += datetime.timedelta(seconds=seconds)


@dataclass(frozen=True, slots=True)
class Desk:
    """What the secretariat works with."""

    clock: StoryClock
    content: Content
    states: States
    members: Members
    committees: Committees
    meeting_texts: MeetingTexts
    meetings: Meetings
    milestones: Milestones
    agendas: Agendas
    item_requests: ItemRequests
    actions: Actions
    sittings: Sittings
    proposals: Proposals
    voting: Voting
    decision_records: DecisionRecords
    minutes: MinuteBook
    candidatures: Candidatures
    silences: Silences
    invitations: Invitations
    partners: Partners
    partnerships: Partnerships
    ohchr_support: OhchrSupports
    good_practices: GoodPractices
    contributions: Contributions
    translations: Translations
    activities: Activities
    action_plans: ActionPlans
    encouragement: Encouragement
    papers: Papers
    dispatches: Dispatches
    deliveries: Deliveries

    @classmethod
    def at(cls, store: Store, clock: StoryClock, content: Content) -> "Desk":
        """The services on a store, by the story's clock."""
        states = States(store)
        return cls(
            clock=clock,
            content=content,
            states=states,
            members=Members(store, states, clock),
            committees=Committees(store),
            meeting_texts=MeetingTexts(store, states),
            meetings=Meetings(store, clock),
            milestones=Milestones(store, clock),
            agendas=Agendas(store),
            item_requests=ItemRequests(store, states, clock),
            actions=Actions(store, clock),
            sittings=Sittings(store, states, clock),
            proposals=Proposals(store, clock),
            voting=Voting(store, states, clock),
            decision_records=DecisionRecords(store, states, clock),
            minutes=MinuteBook(store, states, clock),
            candidatures=Candidatures(store, clock),
            silences=Silences(store, states, clock),
            invitations=Invitations(store, states, clock),
            partners=Partners(store),
            partnerships=Partnerships(store, clock),
            ohchr_support=OhchrSupports(store, clock),
            good_practices=GoodPractices(store, states, clock),
            contributions=Contributions(store, states, clock),
            translations=Translations(store),
            activities=Activities(store, states, clock),
            action_plans=ActionPlans(store, clock),
            encouragement=Encouragement(store, states, clock),
            papers=Papers(store, states, clock),
            dispatches=Dispatches(store, states, clock),
            deliveries=Deliveries(store, clock),
        )

    def state(self, code: StateCode) -> State:
        """A State as it is named in the story's present."""
        return self.states.on(self.clock().date())[code]
