"""Three days in the room: who came, who spoke, what was proposed, and how the members decided."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.amendments import (
    Amendment,
    AmendmentAct,
    Sponsorship,
    TextVersion,
    VersionCause,
    applied,
)
from nmirf_desktop.domain.casting import roll_call_order
from nmirf_desktop.domain.corrected_totals import TotalsCorrection
from nmirf_desktop.domain.decisions_gone import gone
from nmirf_desktop.domain.divisions import Part, TextMotion, TextMotionKind
from nmirf_desktop.domain.floor import ListedSpeaker, SpeakersList, SpeakingTime
from nmirf_desktop.domain.lots import FirstDrawn
from nmirf_desktop.domain.lots import drawn as drawn_by
from nmirf_desktop.domain.meetings import Meeting, Sitting
from nmirf_desktop.domain.motions import Fate, Motion, MotionKind, PointOfOrder, Ruling
from nmirf_desktop.domain.officers import Office, Officer
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.records_kept import DecisionRelation, RecordAdoption, RelationKind, WordingCorrection
from nmirf_desktop.domain.sittings import (
    Attribution,
    Intervention,
    InterventionKind,
    PauseReason,
    PresenceEvent,
    PresenceKind,
    SittingPause,
)
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.tally import outcome_in_force
from nmirf_desktop.domain.voting import (
    Answer,
    ConsensusCall,
    Decision,
    HandCount,
    Method,
    Mode,
    Outcome,
    Position,
    Proposal,
    Vote,
    VoteKind,
)
from nmirf_desktop.i18n import Language
from nmirf_desktop.storage.amendments import AMENDMENTS, PARTS, SPONSORSHIPS, TEXT_MOTIONS, TEXT_VERSIONS
from nmirf_desktop.storage.decision_records import RECORD_ADOPTIONS, RELATIONS, WORDINGS
from nmirf_desktop.storage.floor import (
    LISTED_SPEAKERS,
    MOTIONS,
    PAUSES,
    POINTS_OF_ORDER,
    SPEAKERS_LISTS,
    SPEAKING_TIMES,
)
from nmirf_desktop.storage.meetings import MEETINGS, OFFICERS, SITTINGS
from nmirf_desktop.storage.voting import (
    CONSENSUS_CALLS,
    DECISIONS,
    DECISIONS_GONE,
    DRAWS,
    INTERVENTIONS,
    POSITIONS,
    PRESENCE,
    PROPOSALS,
    TOTALS_CORRECTIONS,
    VOTES,
)
from tests.history_members import MEMBER, OBSERVER
from tests.history_told import Told, said

STATEMENTS, PROPOSED = 36, 6
"""How many statements are noted and how many drafts are tabled in a meeting."""
HOW_TOLD = {19: Attribution.UNATTRIBUTED, 39: Attribution.OFF_THE_RECORD}
"""Which of forty statements of a meeting are told without their speaker, or not at all."""
METHODS = (None, Method.ROLL_CALL, None, Method.RECORDED, None, Method.SHOW_OF_HANDS)
"""How the drafts are decided in turn: by consensus where there is no vote."""
ANSWERS = (Answer.IN_FAVOUR, Answer.AGAINST, Answer.ABSTAINING, Answer.NO_ANSWER)
NOTES = {
    Language.EN: "shared what its mechanism learned in {year}: drafts go to all ministries before the report is due.",
    Language.FR: "a présenté les enseignements de {year} : les projets vont à tous les ministères avant l’échéance.",
    Language.ES: "presentó lo aprendido en {year}: los borradores van a todos los ministerios antes del plazo.",
}

UNBEGUN = datetime.datetime.min.replace(tzinfo=datetime.UTC)


@dataclass
class Room:
    """A meeting with what was recorded of it so far; *now* is what its clock says, in UTC."""

    meeting: Meeting
    sittings: tuple[Sitting, ...]
    items: tuple[AgendaItem, ...]
    there: tuple[StateCode, ...] = ()
    presence: list[PresenceEvent] = field(default_factory=list)
    interventions: list[Intervention] = field(default_factory=list)
    proposals: list[Proposal] = field(default_factory=list)
    calls: list[ConsensusCall] = field(default_factory=list)
    votes: list[Vote] = field(default_factory=list)
    positions: list[Position] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    officers: list[Officer] = field(default_factory=list)
    amendments: list[Amendment] = field(default_factory=list)
    sponsorships: list[Sponsorship] = field(default_factory=list)
    text_motions: list[TextMotion] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    versions: list[TextVersion] = field(default_factory=list)
    now: datetime.datetime = UNBEGUN

    def tick(self, seconds: float) -> datetime.datetime:
        """The moment after so many seconds."""
        self.now += datetime.timedelta(seconds=seconds)
        return self.now

    def facts(self, states: Mapping[StateCode, State]) -> RecordedMeeting:
        """What was recorded."""
        return RecordedMeeting(
            meeting=self.meeting, states=states, sittings=self.sittings, items=self.items,
            presence=tuple(self.presence), interventions=tuple(self.interventions), proposals=tuple(self.proposals),
            calls=tuple(self.calls), votes=tuple(self.votes), positions=tuple(self.positions),
            decisions=tuple(self.decisions), officers=tuple(self.officers), amendments=tuple(self.amendments),
            sponsorships=tuple(self.sponsorships), text_motions=tuple(self.text_motions), parts=tuple(self.parts),
            text_versions=tuple(self.versions),
        )  # fmt: skip


def hold(told: Told, room: Room) -> Room:
    """The meeting takes its course: its items in turn through its sittings, the last of them closed."""
    tops = [one for one in room.items if one.parent is None]
    share = -(-len(tops) // len(room.sittings))
    held = []
    for place, planned in enumerate(room.sittings):
        room.now = datetime.datetime.combine(planned.on, planned.starts, datetime.UTC)
        items = tops[place * share : (place + 1) * share] or tops[-1:]
        opened = replace(planned, opened_at=room.now, item=items[0].key)
        told.act(room.now, "open a sitting", [(SITTINGS, opened)])
        if place == 0:
            _begin(told, room)
        for number, item in enumerate(items):
            if number:
                opened = replace(opened, item=item.key)
                told.act(room.tick(30), "turn to an item", [(SITTINGS, opened)])
            _speak(told, room, item, STATEMENTS // len(tops))
        _interrupt(told, room, planned, items[-1])
        _decide(told, room, items[-1], METHODS[place])
        closed = replace(opened, closed_at=room.tick(60))
        told.act(room.now, "close a sitting", [(SITTINGS, closed)])
        held.append(closed)
    room.sittings = tuple(held)
    return room


def _begin(told: Told, room: Room) -> None:
    """Delegations arrive, officers are elected, the agenda is adopted."""
    meeting, day = room.meeting, room.meeting.opens_on
    members, observers = told.of_kind(MEMBER, day), told.of_kind(OBSERVER, day)
    room.there = tuple(code for code in (*members, *observers) if told.chance(0.8)) or members[:1]
    at = room.tick(60)
    for code in room.there:
        kind = PresenceKind.ARRIVED_ONLINE if told.chance(0.2) else PresenceKind.ARRIVED
        room.presence.append(PresenceEvent(told.key(at), meeting.key, code, kind, at))
    told.act(at, "record presence", [(PRESENCE, one) for one in room.presence])
    for code in room.there[:: max(1, len(room.there) // 20)]:
        late = PresenceEvent(told.key(at), meeting.key, code, PresenceKind.LEFT, at + datetime.timedelta(hours=2))
        room.presence.append(late)
        told.act(late.at, "record presence", [(PRESENCE, late)])
    for office in (Office.CHAIR, Office.RAPPORTEUR):
        code = told.dice.choice([one for one in room.there if one in members] or list(members))
        elected = Officer(told.key(room.now), meeting.key, office, code, told.person(code, day), room.items[0].key)
        room.officers.append(elected)
        told.act(room.tick(60), "record the election of an officer", [(OFFICERS, elected)])
    room.meeting = replace(meeting, agenda_adopted_on=day)
    told.act(room.tick(60), "adopt the agenda", [(MEETINGS, room.meeting)])


def _speak(told: Told, room: Room, item: AgendaItem, number: int) -> None:
    for _ in range(number):
        language = told.dice.choice(list(Language))
        heard = Intervention(
            key=told.key(room.now), meeting=room.meeting.key, item=item.key, at=room.tick(200),
            state=told.dice.choice(room.there), language=language,
            note=NOTES[language].format(year=room.meeting.counts_for - 1),
            attribution=HOW_TOLD.get(len(room.interventions) % 40, Attribution.NAMED),
        )  # fmt: skip
        room.interventions.append(heard)
        told.act(room.now, "note an intervention", [(INTERVENTIONS, heard)])


def _interrupt(told: Told, room: Room, sitting: Sitting, item: AgendaItem) -> None:
    """A point of order is ruled on, a motion withdrawn; the sitting is suspended for consultations, the list closed."""
    meeting, state = room.meeting.key, told.dice.choice(room.there)
    raised, moved = room.tick(60), room.tick(60)
    motion = Motion(told.key(moved), meeting, item.key, MotionKind.CLOSE_DEBATE, moved, state, Fate.WITHDRAWN,
                    room.tick(60))  # fmt: skip
    rose, mover = (
        Intervention(told.key(at), meeting, item.key, at, state, kind=kind,
                     ended_at=at + datetime.timedelta(seconds=30),
                     motion=motion.key if kind is InterventionKind.MOTION else None)
        for at, kind in ((raised, InterventionKind.POINT_OF_ORDER), (moved, InterventionKind.MOTION))
    )  # fmt: skip
    point = PointOfOrder(told.key(raised), meeting, item.key, rose.key, state, raised, ruling=Ruling.UPHELD,
                         ruled_at=raised + datetime.timedelta(seconds=30))  # fmt: skip
    times = [SpeakingTime(told.key(one.at), meeting, one.key, one.at, one.ended_at) for one in (rose, mover)]
    room.interventions += [rose, mover]
    told.act(room.now, "record a point of order", [
        (MOTIONS, motion), (INTERVENTIONS, rose), (INTERVENTIONS, mover), (POINTS_OF_ORDER, point),
        *((SPEAKING_TIMES, one) for one in times),
    ])  # fmt: skip
    pause = SittingPause(told.key(room.now), meeting, sitting.key, room.tick(60), room.tick(600),
                         PauseReason.CONSULTATIONS, item.key)  # fmt: skip
    listed = SpeakersList(told.key(room.now), meeting, item.key, 5, room.now)
    waiting = ListedSpeaker(told.key(room.now), meeting, item.key, 0, state)
    told.act(room.now, "suspend or resume a sitting", [
        (PAUSES, pause), (SPEAKERS_LISTS, listed), (LISTED_SPEAKERS, waiting),
    ])  # fmt: skip


def _decide(told: Told, room: Room, item: AgendaItem, method: Method | None) -> None:
    """A draft is tabled and put: adopted by consensus, or objected to and voted on."""
    number, year = len(room.proposals) + 1, room.meeting.counts_for
    proposal = Proposal(
        key=told.key(room.now), meeting=room.meeting.key, item=item.key, number=number,
        title=said(f"Draft {number} of {year}", f"Projet {number} de {year}", f"Proyecto {number} de {year}"),
        text=said(
            f"The Network decides to go on with its exchange of tools in {year + 1}.",
            f"Le Réseau décide de poursuivre son échange d’outils en {year + 1}.",
            f"La Red decide continuar su intercambio de herramientas en {year + 1}.",
        ), sponsor=told.dice.choice(room.there),
    )  # fmt: skip
    room.proposals.append(proposal)
    told.act(room.tick(60), "table a proposal", [(PROPOSALS, proposal)])
    if number == 1:
        proposal = _negotiate(told, room, proposal)
    call = ConsensusCall(told.key(room.now), proposal.key, room.tick(60), objected=method is not None)
    room.calls.append(call)
    if method is None:
        decision = _decision(told, room, proposal, None)
        told.act(room.now, "adopt by consensus", [(CONSENSUS_CALLS, call), (DECISIONS, decision)])
        _read_out(told, room, decision)
    else:
        told.act(room.now, "note an objection", [(CONSENSUS_CALLS, call)])
        _vote(told, room, proposal, method)


def _read_out(told: Told, room: Room, decision: Decision) -> None:
    """The record with a decision is read: its wording is put right, it recalls an earlier one, and is adopted."""
    kept = WordingCorrection(told.key(room.now), decision.key, room.tick(30), decision.title, decision.text)
    told.act(room.now, "put the wording of a decision right", [(WORDINGS, kept)])
    for before in room.decisions[-2:-1]:
        recalls = DecisionRelation(told.key(room.now), decision.key, RelationKind.RECALLS, before.key)
        told.act(room.now, "relate two decisions", [(RELATIONS, recalls)])
    adopted = RecordAdoption(told.key(room.now), room.meeting.key, room.tick(30), decision.item)
    told.act(room.now, "adopt the record of decisions", [(RECORD_ADOPTIONS, adopted)])


def _negotiate(told: Told, room: Room, proposal: Proposal) -> Proposal:
    """A State joins the sponsors, an amendment is accepted, a part is put separately and retained."""
    key = proposal.key
    room.sponsorships.append(Sponsorship(told.key(room.now), key, room.there[-1], room.tick(30)))
    told.act(room.now, "join the sponsors", [(SPONSORSHIPS, room.sponsorships[-1])])
    first = TextVersion(told.key(room.now), key, 1, room.tick(60), VersionCause.TABLED, proposal.text)
    change = Amendment(
        told.key(room.now), key, 1, AmendmentAct.ADDS, "its exchange of tools", "and of experience", room.now,
        sponsor=room.there[0],
    )  # fmt: skip
    told.act(room.now, "submit an amendment", [(TEXT_VERSIONS, first), (AMENDMENTS, change)])
    change = replace(change, accepted_at=room.tick(60))
    text = proposal.text.with_text(Language.EN, applied(proposal.text.en, change))
    revised = replace(proposal, text=text)
    second = TextVersion(told.key(room.now), key, 2, room.now, VersionCause.ACCEPTED, text, change.key)
    told.act(room.now, "accept an amendment", [(AMENDMENTS, change), (PROPOSALS, revised), (TEXT_VERSIONS, second)])
    motion = TextMotion(told.key(room.now), key, TextMotionKind.DIVISION, room.tick(60), room.there[0])
    part = Part(told.key(room.now), motion.key, 1, "and of experience")
    told.act(room.now, "move the division of a proposal", [(TEXT_MOTIONS, motion), (PARTS, part)])
    motion = replace(motion, agreed_at=room.tick(30))
    told.act(room.now, "agree to a motion", [(TEXT_MOTIONS, motion)])
    call = ConsensusCall(told.key(room.now), key, room.tick(30), objected=False, part=part.key)
    told.act(room.now, "adopt a part by consensus", [(CONSENSUS_CALLS, call)])
    room.amendments.append(change)
    room.versions += [first, second]
    room.text_motions.append(motion)
    room.parts.append(part)
    room.calls.append(call)
    room.proposals[-1] = revised
    return revised


def _vote(told: Told, room: Room, proposal: Proposal, method: Method) -> None:
    day = room.now.date()
    members, named = told.of_kind(MEMBER, day), told.on(day)
    drawn = told.dice.choice(members) if method is Method.ROLL_CALL else None
    seed = f"{len(room.votes):016x}" if drawn is not None and len(room.votes) % 2 else ""
    drawn = drawn_by(seed, members)[0] if seed else drawn
    vote = Vote(
        key=told.key(room.now), meeting=room.meeting.key, item=proposal.item, kind=VoteKind.PROPOSAL, method=method,
        question=proposal.title, opened_at=room.tick(60),
        entitled=roll_call_order([named[code] for code in members], drawn), proposal=proposal.key, drawn=drawn,
        lot_seed=seed,
    )  # fmt: skip
    if drawn is not None:
        lot = seed or f"{len(room.votes):016x}"
        draw = FirstDrawn(told.key(room.now), room.meeting.key, room.now, drawn_by(lot, members)[0], lot)
        told.act(room.now, "draw by lot who is called first", [(DRAWS, draw)])
    told.act(room.now, "open a vote", [(VOTES, vote)])
    positions = [] if method is Method.SHOW_OF_HANDS else _answers(told, room, vote)
    if method is Method.SHOW_OF_HANDS:
        third = len(members) // 3
        vote = replace(vote, hands=HandCount(in_favour=third + 1, against=third, abstaining=0))
        told.act(room.tick(60), "record a show of hands", [(VOTES, vote)])
    closed = replace(vote, closed_at=room.tick(60))
    adopted = outcome_in_force(closed, positions) is Outcome.ADOPTED
    decided = [(DECISIONS, _decision(told, room, proposal, closed))] if adopted else []
    told.act(room.now, "close a vote", [(VOTES, closed), *decided])
    if closed.hands is not None and closed.hands.against:
        closed = _counted_twice(told, room, closed, closed.hands)
    room.votes.append(closed)
    room.positions += positions


def _counted_twice(told: Told, room: Room, vote: Vote, announced: HandCount) -> Vote:
    """A hand against was counted twice: the record is put right, and what was announced is kept.

    Mis-keyed at first, the correction took the decision out, which was made anew at once.
    """
    right = replace(vote, hands=replace(announced, against=announced.against - 1))
    why = "A hand was counted twice."
    kept = TotalsCorrection(told.key(room.now), vote.key, room.tick(60), why, announced)
    before = replace(room.decisions[-1], key=told.key(room.now))
    told.act(room.now, "correct the record of a vote", [
        (TOTALS_CORRECTIONS, kept), (VOTES, right), (DECISIONS_GONE, gone(told.key(room.now), before, room.now)),
    ])  # fmt: skip
    return right


def _answers(told: Told, room: Room, vote: Vote) -> list[Position]:
    """Each member entitled answers once; in a roll call those who were silent are called again."""
    weights = (70, 10, 12, 8) if told.chance(0.8) else (30, 55, 10, 5)
    given = []
    for code in vote.entitled:
        (answer,) = told.dice.choices(ANSWERS, weights)
        given.append(Position(told.key(room.now), vote.key, code, answer, room.tick(4)))
        told.act(room.now, "record an answer", [(POSITIONS, given[-1])])
    return given


def _decision(told: Told, room: Room, proposal: Proposal, vote: Vote | None) -> Decision:
    decision = Decision(
        key=told.key(room.now), meeting=room.meeting.key, item=proposal.item, proposal=proposal.key,
        year=room.meeting.opens_on.year, number=len(room.decisions) + 1, adopted_on=room.now.date(),
        mode=Mode.CONSENSUS if vote is None else Mode.VOTE, title=proposal.title, text=proposal.text,
        vote=vote.key if vote else None,
    )  # fmt: skip
    room.decisions.append(decision)
    return decision
