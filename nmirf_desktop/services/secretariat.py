"""The whole secretariat on one open register: every service, made once."""

from dataclasses import dataclass

from nmirf_desktop.services.agenda import Agendas
from nmirf_desktop.services.committees import Committees
from nmirf_desktop.services.compliance import Compliance
from nmirf_desktop.services.home import Home
from nmirf_desktop.services.meetings import Meetings
from nmirf_desktop.services.members import Members
from nmirf_desktop.services.minutes import MinuteBook
from nmirf_desktop.services.papers import Papers
from nmirf_desktop.services.proposals import Proposals
from nmirf_desktop.services.readiness import Readiness
from nmirf_desktop.services.settings import Settings
from nmirf_desktop.services.sittings import Sittings
from nmirf_desktop.services.states import States
from nmirf_desktop.services.voting import Voting
from nmirf_desktop.storage.store import Moment, Store, utc_now


@dataclass(frozen=True, slots=True)
class Secretariat:
    """The services of one register."""

    store: Store
    states: States
    members: Members
    committees: Committees
    meetings: Meetings
    agendas: Agendas
    sittings: Sittings
    proposals: Proposals
    voting: Voting
    minutes: MinuteBook
    papers: Papers
    compliance: Compliance
    readiness: Readiness
    home: Home
    settings: Settings

    @classmethod
    def of(cls, store: Store, clock: Moment = utc_now) -> "Secretariat":
        """The services on a store; *clock* is the one on the wall of the meeting room."""
        states = States(store)
        return cls(
            store=store,
            states=states,
            members=Members(store, states),
            committees=Committees(store),
            meetings=Meetings(store),
            agendas=Agendas(store),
            sittings=Sittings(store, states, clock),
            proposals=Proposals(store, clock),
            voting=Voting(store, states, clock),
            minutes=MinuteBook(store, states),
            papers=Papers(store),
            compliance=Compliance(store),
            readiness=Readiness(store),
            home=Home(store, states),
            settings=Settings(store),
        )
