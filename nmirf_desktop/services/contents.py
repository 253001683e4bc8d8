"""What each document says, read from the register in one snapshot, and which of its texts are not ready."""

import datetime
from dataclasses import dataclass, replace
from functools import cached_property

from nmirf_desktop.domain import gaps
from nmirf_desktop.domain.action_plan_gaps import of_titles
from nmirf_desktop.domain.agenda_papers import agenda_paper, as_kept, changed_since_agreed
from nmirf_desktop.domain.agenda_versions import AgendaForm, AgendaVersion
from nmirf_desktop.domain.ballot_papers import ballots_of, election_sheet
from nmirf_desktop.domain.candidature_papers import CandidatureRecord, call_paper, candidates_paper
from nmirf_desktop.domain.committee_papers import committee_paper
from nmirf_desktop.domain.compliance.known import decisions_known
from nmirf_desktop.domain.compliance_papers import compliance_paper
from nmirf_desktop.domain.decision_papers import (
    Chosen,
    all_decisions_paper,
    decision_paper,
    decisions_paper,
    in_number_order,
)
from nmirf_desktop.domain.decision_records import left_in_brackets, not_adopted
from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.gaps import Gap
from nmirf_desktop.domain.good_practices_papers import not_to_be_shared, practice_sheet
from nmirf_desktop.domain.headed import headed
from nmirf_desktop.domain.information_papers import information_paper
from nmirf_desktop.domain.issued import AGENDAS, DATED, LETTERS, PLANNED, DocumentKind
from nmirf_desktop.domain.letter_papers import letter_paper
from nmirf_desktop.domain.letters import ALL_TOGETHER, closed_call
from nmirf_desktop.domain.meeting_texts import Topic
from nmirf_desktop.domain.meetings import Meeting, previous_meeting
from nmirf_desktop.domain.members_papers import members_paper
from nmirf_desktop.domain.organisation import Organisation
from nmirf_desktop.domain.papers import AgendaPaper, Paper, RecordPaper
from nmirf_desktop.domain.participants_papers import Attendance, participants_paper
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.prepared_ballots import no_ballot
from nmirf_desktop.domain.programme_papers import overfull, programme_of, programme_paper
from nmirf_desktop.domain.reasons_written import not_written, requoted
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.refusals import Problem, Sayable
from nmirf_desktop.domain.room_papers import roll_call_paper
from nmirf_desktop.domain.script_papers import script_paper
from nmirf_desktop.domain.signing import signed_compliance, signed_decision
from nmirf_desktop.domain.symbols import standing_symbol
from nmirf_desktop.domain.unprintable import Unprintable, unprintable
from nmirf_desktop.domain.unreviewed import unreviewed, unreviewed_decisions
from nmirf_desktop.domain.vote_papers import votes_paper
from nmirf_desktop.domain.votes_taken import counted_votes
from nmirf_desktop.domain.voting import Decision
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.services.agenda_changes import changed_on
from nmirf_desktop.services.agenda_versions import adopted_before, adoption_of, is_revised, kept_items
from nmirf_desktop.services.annual_review_facts import review_content
from nmirf_desktop.services.attended import list_cautions, read_attendance
from nmirf_desktop.services.candidatures import read_called, read_candidatures
from nmirf_desktop.services.certificates import read_certificate
from nmirf_desktop.services.corrigenda import unissued_said
from nmirf_desktop.services.lacked import decisions_lack, reasons_of_minutes
from nmirf_desktop.services.languages_told import told_language
from nmirf_desktop.services.letters import WritingDesk
from nmirf_desktop.services.minutes_documents import read_corrigenda, read_minutes
from nmirf_desktop.services.plan_documents import plan_content, plans_by_symbol
from nmirf_desktop.services.plates import read_invited
from nmirf_desktop.services.practice_sheets import Days, read_sheets
from nmirf_desktop.services.recorded import read_meeting
from nmirf_desktop.services.requests import Request, check_begun
from nmirf_desktop.services.standing import read_committee, read_roster, read_watched
from nmirf_desktop.services.states import States
from nmirf_desktop.services.text_homes import Home, homes_of
from nmirf_desktop.storage.meetings import MEETINGS, VERSIONS
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.states import ORGANISATION
from nmirf_desktop.storage.voting import DECISIONS, DECISIONS_GONE

NO_MEETING = N_("Choose the meeting of the document.")
NO_DAY = N_("Choose the day as of which the document is made.")


@dataclass(frozen=True, slots=True)
class Content:
    """One document: its *paper*, and the texts in it that are missing or outdated in a language, in its order.

    *cautions* are what to know before it is issued; *homes* are where its texts are written, of which the first that
    is of a text's own place counts, and the last for all others. A letter to one of many, and a corrigendum of a
    language, is made in one *edition* alone.
    What is *settled* is as it was kept, its head included; *supplied* is the journal's last entry that completed it.
    """

    paper: Paper
    gaps: tuple[Gap, ...] = ()
    cautions: tuple[Sayable, ...] = ()
    homes: tuple[Home, ...] = ()
    edition: Edition | None = None
    settled: bool = False
    supplied: int = 0

    @property
    def unprintable(self) -> tuple[Unprintable, ...]:
        """What of it cannot be printed, in any of the three languages, each with its place."""
        from nmirf_desktop.documents import lacking

        return tuple(self._at_home(one) for one in unprintable([self.paper], Language, lacking))

    def _at_home(self, one: Unprintable) -> Unprintable:
        home = next((home for home in self.homes if home.where in (None, one.where)), None)
        return one if home is None else replace(one, topic=home.topic, record=home.record)


class Contents:
    """Reads documents in one snapshot of the register; before *today*, a day is told without what came after it."""

    def __init__(self, session: Session, states: States, today: datetime.date) -> None:
        self._session = session
        self._states = states
        self._today = today
        self._read: dict[Key, RecordedMeeting] = {}

    def read(self, request: Request) -> tuple[Content, ...]:
        """The documents of a request: one, or one for each decision of a meeting.

        Minutes that nobody began are drafted. Raises :class:`Problem` for an agenda without items, for an adopted one
        that was not adopted, where a meeting has no decision or no ballot, and for what one did that has not begun.
        """
        said = gaps.of_head(self._organisation)
        homes = homes_of(request, None if request.meeting is None else self._meeting(request.meeting))
        return tuple(
            replace(one, paper=self._headed(one, request.kind), gaps=(*said, *one.gaps), homes=homes)
            for one in self._made(request)
        )

    def _made(self, request: Request) -> tuple[Content, ...]:
        if request.kind is DocumentKind.PRACTICE_SHEET:
            return self._sheets(request)
        return self._letters(request) if request.kind in DATED else self._papers(request)

    def _headed(self, one: Content, kind: DocumentKind) -> Paper:
        return one.paper if one.settled else headed(one.paper, kind, self._organisation)

    def _papers(self, request: Request) -> tuple[Content, ...]:
        """What is recorded of the documents of a request, without what the organisation says of itself."""
        if request.meeting is None:
            return (self._standing(request),)
        check_begun(self._session, request.kind, request.meeting)
        facts = self._meeting(request.meeting)
        if request.kind in PLANNED:
            return (self._planned(request, facts),)
        match request.kind:
            case DocumentKind.MINUTES:
                found = read_minutes(self._session, facts, self._organisation, self._states)
                cautions = () if found.settled else (*not_adopted(facts, self._today), *left_in_brackets(facts))
                said = tuple(one for one in (found.behind, *cautions, found.quoted) if one)
                return (Content(found.paper, found.gaps, said, settled=found.settled, supplied=found.supplied),)
            case DocumentKind.CORRIGENDUM:
                papers = read_corrigenda(self._session, request, facts, request.on, specimen=self._specimen)
                final = unissued_said(self._session, facts.meeting.key, request.part)
                return tuple(Content(one, gaps.of_meeting(facts), final, edition=each) for each, one in papers)
            case DocumentKind.DECISION:
                return self._each_decision(facts, request.part)
            case DocumentKind.DECISIONS:
                paper = decisions_paper(facts, specimen=self._specimen)
                drafts = unreviewed_decisions(facts.decisions)
                known: tuple[Sayable, ...] = (*not_adopted(facts, self._today), *left_in_brackets(facts), *drafts)
                return (Content(paper, decisions_lack(facts), known),)
            case DocumentKind.VOTING_RECORD:
                return (self._votes(facts, request.part),)
            case _:
                return (self._agenda(request.kind, facts, request.part),)

    @cached_property
    def _organisation(self) -> Organisation:
        return ORGANISATION.get(self._session, "organisation")

    @property
    def _specimen(self) -> bool:
        return self._organisation.specimen

    def _meeting(self, key: Key) -> RecordedMeeting:
        if key not in self._read:
            self._read[key] = self._found(key)
        return self._read[key]

    def _found(self, key: Key) -> RecordedMeeting:
        return read_meeting(self._session, key, self._states)

    # ---- of a meeting ----

    def _planned(self, request: Request, facts: RecordedMeeting) -> Content:
        """What is made before a meeting."""
        match request.kind:
            case DocumentKind.PARTICIPANTS:
                return self._participants(facts, addresses=request.addresses)
            case DocumentKind.PROGRAMME:
                return self._programme(facts)
            case DocumentKind.SCRIPT:
                paper = script_paper(facts, programme_of(facts), specimen=self._specimen)
                return Content(paper, gaps.of_programme(facts))
            case DocumentKind.ROLL_CALL:
                return Content(roll_call_paper(facts, specimen=self._specimen), gaps.of_meeting(facts))
            case DocumentKind.DISPATCH:
                paper = read_certificate(self._session, request, facts, specimen=self._specimen)
                return Content(paper, gaps.of_meeting(facts))
            case DocumentKind.BALLOTS | DocumentKind.TALLY:
                return self._ballots(request.kind, facts)
            case DocumentKind.SIGNATURES | DocumentKind.PLATES:
                return self._invited(request, facts)
            case _:
                return self._agenda(request.kind, facts, request.part)

    def _ballots(self, kind: DocumentKind, facts: RecordedMeeting) -> Content:
        """What a secret ballot is held with: of what was opened, or prepared from the candidatures of today."""
        called = read_called(self._session, facts, self._today, self._organisation)
        kit = ballots_of(facts, called)
        if kit.none:
            raise no_ballot(facts, called)
        return Content(election_sheet(kind, facts, kit, specimen=self._specimen), gaps.of_meeting(facts), kit.remarks)

    def _invited(self, request: Request, facts: RecordedMeeting) -> Content:
        """What lies in the room for each who is invited."""
        paper = read_invited(self._session, request, facts, self._states, specimen=self._specimen)
        return Content(paper, gaps.of_meeting(facts))

    def _agenda(self, kind: DocumentKind, facts: RecordedMeeting, version: Key | None) -> Content:
        if version is not None and kind in AGENDAS:
            return self._kept(kind, facts, VERSIONS.get(self._session, version))
        symbol = {"symbol": facts.meeting.symbol}
        if not facts.items:
            raise Problem(N_("The agenda of {symbol} has no items yet."), symbol)
        if kind is DocumentKind.ADOPTED and facts.meeting.agenda_adopted_on is None:
            raise Problem(N_("The agenda of {symbol} has not been adopted yet."), symbol)
        previous = previous_meeting(MEETINGS.all(self._session), facts.meeting)
        annotated = kind is DocumentKind.ANNOTATED
        if kind is DocumentKind.ADOPTED:
            adopted = adopted_before(self._session, facts.meeting)
            if adopted is not None:
                return self._kept(kind, facts, adopted)
        else:
            changed = changed_on(self._session, facts.meeting, annotated=annotated)
            revised = is_revised(self._session, facts.meeting, annotated=annotated)
            facts = replace(facts, agenda_changed_on=changed, agenda_revised=revised)
        cautions: tuple[Sayable, ...] = (*changed_since_agreed(facts), *unreviewed(facts, annotated=annotated))
        return Content(*self._laid_out(kind, facts, previous), cautions)

    def _laid_out(
        self, kind: DocumentKind, facts: RecordedMeeting, previous: Meeting | None
    ) -> tuple[AgendaPaper, tuple[Gap, ...]]:
        """An agenda with what it lacks; an annotated one names action plans by their titles."""
        annotated = kind is DocumentKind.ANNOTATED
        named = (symbol for item in facts.items for symbol in item.documents if annotated)
        plans = plans_by_symbol(self._session, named)
        paper = agenda_paper(kind, facts, previous, plans, specimen=self._specimen)
        return paper, (*gaps.of_agenda(facts, annotated=annotated), *of_titles(plans.values()))

    def _programme(self, facts: RecordedMeeting) -> Content:
        found = programme_of(facts)
        paper = programme_paper(facts, found, specimen=self._specimen)
        return Content(paper, gaps.of_programme(facts), overfull(found))

    def _letters(self, request: Request) -> tuple[Content, ...]:
        """The information note, or the letters asked for: to all together, to one, or to each in its language."""
        if request.on is None:
            raise Problem(NO_DAY, field_name="on")
        if request.meeting is None:
            raise Problem(NO_MEETING, field_name="meeting")
        known, states = self._meeting(request.meeting), self._states.on(request.on)
        desk = WritingDesk(self._session, known, states, self._organisation)
        if request.kind not in LETTERS:
            facts = desk.facts(request.on)
            topics = tuple(topic for topic in Topic if topic is not Topic.INVITATION)
            return (Content(information_paper(facts), gaps.of_letter(facts, topics)),)
        named = request.kind is DocumentKind.INVITATION
        return tuple(
            Content(
                letter_paper(request.kind, one.facts, one.to),
                gaps.of_letter(one.facts, (Topic.INVITATION,), one.to if named else ALL_TOGETHER),
                closed_call(request.kind, one.facts),
                edition=None if one.language is None else Edition(one.language),
            )
            for one in desk.letters(request.kind, request.part, request.on)
        )

    def _kept(self, kind: DocumentKind, facts: RecordedMeeting, version: AgendaVersion) -> Content:
        """An agenda as a version keeps it."""
        revised = version.form is AgendaForm.REVISED
        facts = replace(facts, items=kept_items(self._session, version), agenda_revised=revised)
        previous = previous_meeting(MEETINGS.all(self._session), facts.meeting)
        paper, lacking = self._laid_out(kind, facts, previous)
        return Content(as_kept(paper, version, adoption_of(self._session, version)), lacking)

    def _attendance(self, facts: RecordedMeeting) -> Attendance:
        return read_attendance(self._session, facts, self._states, self._today, specimen=self._specimen)

    def _participants(self, facts: RecordedMeeting, *, addresses: bool) -> Content:
        record = self._attendance(facts)
        paper, cautions = (
            participants_paper(record, addresses=addresses),
            list_cautions(self._session, record, self._today),
        )
        return Content(paper, gaps.of_participants(record, facts), cautions)

    def _each_decision(self, facts: RecordedMeeting, only: Key | None) -> tuple[Content, ...]:
        chosen = [one for one in in_number_order(facts.decisions) if only in (None, one.key)]
        if not chosen:
            raise Problem(N_("No decision was adopted at {symbol}."), {"symbol": facts.meeting.symbol})
        return tuple(
            Content(self._decision(one, facts), decisions_lack(facts, (one,)), unreviewed_decisions((one,)))
            for one in chosen
        )

    def _decision(self, decision: Decision, facts: RecordedMeeting) -> RecordPaper:
        paper = decision_paper(decision, facts, specimen=self._specimen)
        return signed_decision(paper, facts) if self._organisation.signed_decisions else paper

    def _votes(self, facts: RecordedMeeting, only: Key | None) -> Content:
        chosen = [one for one in counted_votes(facts.votes) if only in (None, one.key)]
        if only is not None and not chosen:
            raise Problem(N_("No vote was taken at {symbol}."), {"symbol": facts.meeting.symbol})
        written = reasons_of_minutes(self._session, facts)
        paper = requoted(votes_paper(facts, only, specimen=self._specimen), written)
        quoted = not_written(facts, written, told_language, only)
        return Content(paper, (*quoted, *gaps.of_votes(facts, chosen, elections=only is None)))

    # ---- of the Network ----

    def _standing(self, request: Request) -> Content:
        if request.on is None:
            raise Problem(NO_DAY, field_name="on")
        match request.kind:
            case DocumentKind.MEMBERS:
                return self._members(request.on, addresses=request.addresses)
            case DocumentKind.COMMITTEE:
                return self._committee(request.on)
            case DocumentKind.CALL:
                record = self._candidatures(request.on, request.part)
                return Content(call_paper(record), gaps.of_call(record))
            case DocumentKind.CANDIDATES:
                record = self._candidatures(request.on, request.part)
                return Content(candidates_paper(record), gaps.of_candidates(record))
            case DocumentKind.COMPLIANCE:
                return self._compliance(request.on)
            case DocumentKind.REVIEW:
                found = review_content(self._session, self._states, request.part, request.on, self._organisation)
                return Content(*found)
            case DocumentKind.PLAN:
                return Content(*plan_content(self._session, request.part, request.on, self._organisation))
            case DocumentKind.DECISIONS:
                return self._all_decisions(request.on, Chosen.of(request.part))
            case _:
                raise Problem(NO_MEETING, field_name="meeting")

    def _members(self, on: datetime.date, *, addresses: bool) -> Content:
        roster = read_roster(self._session, self._states.on(on), on, self._organisation)
        return Content(members_paper(roster, addresses=addresses), gaps.of_members(roster))

    def _sheets(self, request: Request) -> tuple[Content, ...]:
        """The sheet of a good practice, or of each."""
        if request.on is None:
            raise Problem(NO_DAY, field_name="on")
        on, days = request.on, Days(request.on, self._today)
        sheets = read_sheets(self._session, self._states.on(on), days, self._organisation, request.part)
        return tuple(Content(practice_sheet(one), gaps.of_practice(one), not_to_be_shared(one)) for one in sheets)

    def _committee(self, on: datetime.date) -> Content:
        record = read_committee(self._session, self._states.on(on), on, self._organisation, self._today)
        return Content(committee_paper(record), gaps.of_committee(record))

    def _candidatures(self, on: datetime.date, call: Key | None) -> CandidatureRecord:
        return read_candidatures(self._session, self._states.on(on), on, self._organisation, call)

    def _compliance(self, on: datetime.date) -> Content:
        watched, coordinator = read_watched(self._session, on, self._organisation, self._today)
        paper = compliance_paper(watched)
        if self._organisation.signed_compliance:
            paper = signed_compliance(paper, coordinator, self._states.on(on))
        return Content(paper, gaps.of_compliance(watched))

    def _all_decisions(self, on: datetime.date, chosen: Chosen) -> Content:
        made = (*DECISIONS.all(self._session), *(one.stood for one in DECISIONS_GONE.all(self._session)))
        held = tuple(self._meeting(key) for key in dict.fromkeys(one.meeting for one in made if one.adopted_on <= on))
        if on < self._today:
            held = tuple(decisions_known(one, on) for one in held)
        symbol = standing_symbol(DocumentKind.DECISIONS, self._organisation.symbol_prefix, on)
        found = tuple(gap for facts in held for gap in decisions_lack(facts, chosen.among(facts.decisions, on)))
        return Content(all_decisions_paper(held, on, symbol, chosen, specimen=self._specimen), found)
