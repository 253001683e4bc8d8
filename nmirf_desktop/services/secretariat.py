"""The whole secretariat on one open register: each service is imported and made when it is first asked for."""

from functools import cached_property
from typing import TYPE_CHECKING

from nmirf_desktop.services.corresponding import Corresponding
from nmirf_desktop.services.decided import Decided
from nmirf_desktop.services.reviewing import Reviewing
from nmirf_desktop.services.states import States
from nmirf_desktop.storage.store import Moment, Store, utc_now

if TYPE_CHECKING:
    from nmirf_desktop.services.actions import Actions
    from nmirf_desktop.services.agenda import Agendas
    from nmirf_desktop.services.agenda_versions import AgendaVersions
    from nmirf_desktop.services.amendments import Amendments
    from nmirf_desktop.services.attachments import Attachments
    from nmirf_desktop.services.ballots import Ballots, SecretVotes
    from nmirf_desktop.services.bulk import Bulk
    from nmirf_desktop.services.calendars import Calendars
    from nmirf_desktop.services.candidatures import Candidatures
    from nmirf_desktop.services.committees import Committees
    from nmirf_desktop.services.compliance import Compliance
    from nmirf_desktop.services.corrected_totals import CorrectedTotals
    from nmirf_desktop.services.designations import Designations
    from nmirf_desktop.services.elections import Elections
    from nmirf_desktop.services.floor import Floor
    from nmirf_desktop.services.home import Home
    from nmirf_desktop.services.imports import Imports
    from nmirf_desktop.services.invitations import Invitations
    from nmirf_desktop.services.item_requests import ItemRequests
    from nmirf_desktop.services.known_matters import KnownMatters
    from nmirf_desktop.services.meeting_texts import MeetingTexts
    from nmirf_desktop.services.meetings import Meetings
    from nmirf_desktop.services.members import Members
    from nmirf_desktop.services.memory import TranslationMemory
    from nmirf_desktop.services.milestones import Milestones
    from nmirf_desktop.services.minutes import MinuteBook
    from nmirf_desktop.services.motions import Motions
    from nmirf_desktop.services.partners import Partners
    from nmirf_desktop.services.people import People
    from nmirf_desktop.services.planning import Planning
    from nmirf_desktop.services.practices import PracticeChoices
    from nmirf_desktop.services.presence_lists import PresenceLists
    from nmirf_desktop.services.proposals import Proposals
    from nmirf_desktop.services.readiness import Readiness
    from nmirf_desktop.services.replays import Replays
    from nmirf_desktop.services.settings import Settings
    from nmirf_desktop.services.silences import Silences
    from nmirf_desktop.services.sittings import Sittings
    from nmirf_desktop.services.spelling import Spelling
    from nmirf_desktop.services.steps import Steps
    from nmirf_desktop.services.text_motions import TextMotions
    from nmirf_desktop.services.texts import Texts
    from nmirf_desktop.services.translations import Translations
    from nmirf_desktop.services.usual_messages import UsualMessages
    from nmirf_desktop.services.viewing import Viewing
    from nmirf_desktop.services.voting import Voting


class Secretariat(Decided, Corresponding, Reviewing):
    """The services of one register; *clock* is the one on the wall of the meeting room."""

    def __init__(self, store: Store, clock: Moment = utc_now) -> None:
        self.store = store
        self.states = States(store)
        self._clock = clock

    @cached_property
    def members(self) -> "Members":
        """Members, observers, their letters and focal points."""
        from nmirf_desktop.services.members import Members

        return Members(self.store, self.states, self._clock)

    @cached_property
    def attachments(self) -> "Attachments":
        """Files that live in the register."""
        from nmirf_desktop.services.attachments import Attachments

        return Attachments(self.store, self._clock)

    @cached_property
    def viewing(self) -> "Viewing":
        """Their copies in the system's viewers, gone when the register is closed."""
        from nmirf_desktop.services.viewing import Viewing

        viewing = Viewing(self.attachments)
        self.store.after_closing(viewing.close)
        return viewing

    @cached_property
    def imports(self) -> "Imports":
        """Lists of members and focal points that offices send."""
        from nmirf_desktop.services.imports import Imports

        return Imports(self.store, self.states, self._clock)

    @cached_property
    def spelling(self) -> "Spelling":
        """Dictionaries, and the words that were added to them."""
        from nmirf_desktop.services.spelling import Spelling

        return Spelling(self.store)

    @cached_property
    def translations(self) -> "Translations":
        """Texts out to translators, and back."""
        from nmirf_desktop.services.translations import Translations

        return Translations(self.store)

    @cached_property
    def steps(self) -> "Steps":
        """Undo and redo."""
        from nmirf_desktop.services.steps import Steps

        return Steps(self.store, self.states)

    @cached_property
    def people(self) -> "People":
        """People across their functions."""
        from nmirf_desktop.services.people import People

        return People(self.store, self.states)

    @cached_property
    def designations(self) -> "Designations":
        """Designations put right."""
        from nmirf_desktop.services.designations import Designations

        return Designations(self.store)

    @cached_property
    def bulk(self) -> "Bulk":
        """What is done to several States at once."""
        from nmirf_desktop.services.bulk import Bulk

        return Bulk(self.store, self.states)

    @cached_property
    def committees(self) -> "Committees":
        """The Executive Committee."""
        from nmirf_desktop.services.committees import Committees

        return Committees(self.store)

    @cached_property
    def elections(self) -> "Elections":
        """Elections, and who is elected."""
        from nmirf_desktop.services.elections import Elections

        return Elections(self.store, self.states, self._clock)

    @cached_property
    def ballots(self) -> "Ballots":
        """The ballots of elections."""
        from nmirf_desktop.services.ballots import Ballots

        return Ballots(self.store, self.states, self._clock)

    @cached_property
    def secret_votes(self) -> "SecretVotes":
        """Secret ballots on proposals."""
        from nmirf_desktop.services.ballots import SecretVotes

        return SecretVotes(self.store, self._clock)

    @cached_property
    def corrected_totals(self) -> "CorrectedTotals":
        """Totals put right after the announcement."""
        from nmirf_desktop.services.corrected_totals import CorrectedTotals

        return CorrectedTotals(self.store, self._clock)

    @cached_property
    def candidatures(self) -> "Candidatures":
        """What prepares the appointment of a Committee."""
        from nmirf_desktop.services.candidatures import Candidatures

        return Candidatures(self.store, self._clock)

    @cached_property
    def silences(self) -> "Silences":
        """What the Committee agrees between its meetings."""
        from nmirf_desktop.services.silences import Silences

        return Silences(self.store, self.states, self._clock)

    @cached_property
    def practices(self) -> "PracticeChoices":
        """How the Network settles what the Declaration leaves open."""
        from nmirf_desktop.services.practices import PracticeChoices

        return PracticeChoices(self.store)

    @cached_property
    def meetings(self) -> "Meetings":
        """Planning."""
        from nmirf_desktop.services.meetings import Meetings

        return Meetings(self.store, self._clock)

    @cached_property
    def meeting_texts(self) -> "MeetingTexts":
        """What invitations and information notes say."""
        from nmirf_desktop.services.meeting_texts import MeetingTexts

        return MeetingTexts(self.store, self.states)

    @cached_property
    def planning(self) -> "Planning":
        """New meetings."""
        from nmirf_desktop.services.planning import Planning

        return Planning(self.store)

    @cached_property
    def milestones(self) -> "Milestones":
        """What has to be done for a meeting by when."""
        from nmirf_desktop.services.milestones import Milestones

        return Milestones(self.store, self._clock)

    @cached_property
    def calendars(self) -> "Calendars":
        """Meetings as calendar files."""
        from nmirf_desktop.services.calendars import Calendars

        return Calendars(self.store)

    @cached_property
    def invitations(self) -> "Invitations":
        """Who is invited to a meeting, answers, delegations, and partners."""
        from nmirf_desktop.services.invitations import Invitations

        return Invitations(self.store, self.states, self._clock)

    @cached_property
    def partners(self) -> "Partners":
        """Partners."""
        from nmirf_desktop.services.partners import Partners

        return Partners(self.store)

    @cached_property
    def agendas(self) -> "Agendas":
        """Agenda items."""
        from nmirf_desktop.services.agenda import Agendas

        return Agendas(self.store)

    @cached_property
    def agenda_versions(self) -> "AgendaVersions":
        """Agendas as they were."""
        from nmirf_desktop.services.agenda_versions import AgendaVersions

        return AgendaVersions(self.store)

    @cached_property
    def item_requests(self) -> "ItemRequests":
        """What members ask to have on an agenda."""
        from nmirf_desktop.services.item_requests import ItemRequests

        return ItemRequests(self.store, self.states, self._clock)

    @cached_property
    def known_matters(self) -> "KnownMatters":
        """What agendas can say before anybody writes them."""
        from nmirf_desktop.services.known_matters import KnownMatters

        return KnownMatters(self.store, self.states, self._clock)

    @cached_property
    def actions(self) -> "Actions":
        """What meetings asked somebody to do."""
        from nmirf_desktop.services.actions import Actions

        return Actions(self.store, self._clock)

    @cached_property
    def sittings(self) -> "Sittings":
        """What happens in the room."""
        from nmirf_desktop.services.sittings import Sittings

        return Sittings(self.store, self.states, self._clock)

    @cached_property
    def floor(self) -> "Floor":
        """Who speaks."""
        from nmirf_desktop.services.floor import Floor

        return Floor(self.store, self._clock)

    @cached_property
    def presence_lists(self) -> "PresenceLists":
        """Lists of who is present."""
        from nmirf_desktop.services.presence_lists import PresenceLists

        return PresenceLists(self.store)

    @cached_property
    def motions(self) -> "Motions":
        """Points of order and procedural motions."""
        from nmirf_desktop.services.motions import Motions

        return Motions(self.store, self._clock)

    @cached_property
    def proposals(self) -> "Proposals":
        """Texts, consensus, decisions."""
        from nmirf_desktop.services.proposals import Proposals

        return Proposals(self.store, self._clock)

    @cached_property
    def amendments(self) -> "Amendments":
        """Amendments to proposals, and sponsors."""
        from nmirf_desktop.services.amendments import Amendments

        return Amendments(self.store, self._clock)

    @cached_property
    def text_motions(self) -> "TextMotions":
        """Division and reconsideration of proposals."""
        from nmirf_desktop.services.text_motions import TextMotions

        return TextMotions(self.store, self._clock)

    @cached_property
    def voting(self) -> "Voting":
        """Votes."""
        from nmirf_desktop.services.voting import Voting

        return Voting(self.store, self.states, self._clock)

    @cached_property
    def replays(self) -> "Replays":
        """Closed votes as they happened."""
        from nmirf_desktop.services.replays import Replays

        return Replays(self.store, self.states)

    @cached_property
    def minutes(self) -> "MinuteBook":
        """Minutes."""
        from nmirf_desktop.services.minutes import MinuteBook

        return MinuteBook(self.store, self.states, self._clock)

    @cached_property
    def compliance(self) -> "Compliance":
        """The Declaration, watched."""
        from nmirf_desktop.services.compliance import Compliance

        return Compliance(self.store, self._clock)

    @cached_property
    def readiness(self) -> "Readiness":
        """Texts that are not ready."""
        from nmirf_desktop.services.readiness import Readiness

        return Readiness(self.store)

    @cached_property
    def texts(self) -> "Texts":
        """The texts of meetings as one content."""
        from nmirf_desktop.services.texts import Texts

        return Texts(self.store)

    @cached_property
    def memory(self) -> "TranslationMemory":
        """What was translated before."""
        from nmirf_desktop.services.memory import TranslationMemory

        return TranslationMemory(self.store)

    @cached_property
    def home(self) -> "Home":
        """The overview."""
        from nmirf_desktop.services.home import Home

        return Home(self.store, self.states, self.compliance)

    @cached_property
    def usual_messages(self) -> "UsualMessages":
        """The messages with which documents usually go out."""
        from nmirf_desktop.services.usual_messages import UsualMessages

        return UsualMessages(self.store, self._clock)

    @cached_property
    def settings(self) -> "Settings":
        """The organisation's settings."""
        from nmirf_desktop.services.settings import Settings

        return Settings(self.store)
