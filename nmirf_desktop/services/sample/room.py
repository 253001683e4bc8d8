"""What happens in the room of a fictional meeting, step by step, through the real services."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from nmirf_desktop.domain.meetings import Meeting, Modality, Sitting
from nmirf_desktop.domain.naming import forms, of_states
from nmirf_desktop.domain.officers import Office, Officer
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.sittings import Intervention, PresenceKind
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.voting import Act, Answer, Decision, HandCount, Method, Vote, VoteKind
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.sample.content import Place, Step, filled
from nmirf_desktop.services.sample.desk import Desk
from nmirf_desktop.services.voting import Ballot, Cast
from nmirf_desktop.storage.base import new_key

REPLY = 6
"""Seconds that an answer in a roll call takes."""

WORKING_SECONDS = 8400
"""What a sitting has for its steps, roll calls aside."""


@dataclass(frozen=True, slots=True)
class Prospect:
    """What the texts put to a meeting name: the next place, and a Committee to be appointed with its first day."""

    place: Place
    seats: tuple[StateCode, ...] = ()
    begins: datetime.date | None = None


@dataclass
class Room:
    """A meeting while it is held; *items* are its agenda items by the identifiers of the script."""

    desk: Desk
    meeting: Meeting
    items: Mapping[str, Key]
    prospect: Prospect
    proposals: dict[str, Key] = field(default_factory=dict)
    decisions: dict[str, Decision] = field(default_factory=dict)
    votes: dict[str, Vote] = field(default_factory=dict)
    objectors: dict[str, StateCode] = field(default_factory=dict)
    spoken: dict[Key, Trilingual] = field(default_factory=dict)
    sitting: Sitting | None = None
    appoint: Callable[[], None] | None = None
    pace: float = 0

    def hold(self, steps: Sequence[Step]) -> None:
        """The whole meeting; the steps of a sitting share its time."""
        for place, step in enumerate(steps):
            if step.do == "open":
                number = [one.do for one in steps[place:]].index("close")
                self.pace = WORKING_SECONDS / (number + 1)
            self.act(step)

    def act(self, step: Step) -> None:
        """Do one step of the script."""
        match step.do:
            case "open":
                self._open(step)
            case "close":
                self._close()
            case "speak":
                self._speak(step)
            case "late" | "leave" | "connection_lost" | "connection_restored":
                self._presence(step)
            case "roll_call" | "intended" | "show_of_hands":
                self._vote(step)
            case _:
                self._deliberate(step)

    @property
    def today(self) -> datetime.date:
        """The local day."""
        return self.sitting.on if self.sitting is not None else self.meeting.opens_on

    # Sittings and presence

    def _open(self, step: Step) -> None:
        day = self.meeting.opens_on + datetime.timedelta(days=step.day)
        sittings = self.desk.sittings.all(self.meeting.key)
        planned = next(one for one in sittings if (one.on, one.starts) == (day, step.time))
        self.desk.clock.local(day, step.time, self.meeting.time_zone)
        if planned.number == 1:
            self._arrive()
        self.desk.clock.wait(60 * (2 + planned.number % 4))
        self.sitting = self.desk.sittings.open(planned.key)

    def _arrive(self) -> None:
        cast = self.desk.content.cast
        away = {*cast.absent, *cast.late}
        there = [line.key for line in self.desk.members.list(self.meeting.opens_on) if line.status is not None]
        if not there:
            there = [*cast.founding_members, *cast.founding_observers]
        online = set(cast.online) if self.meeting.modality is Modality.HYBRID else set()
        room = [state for state in there if state not in away | online]
        self.desk.sittings.record(self.meeting.key, room, PresenceKind.ARRIVED)
        self.desk.sittings.record(
            self.meeting.key, [state for state in there if state in online], PresenceKind.ARRIVED_ONLINE
        )

    def _close(self) -> None:
        if self.sitting is not None:
            ends = datetime.datetime.combine(self.sitting.on, self.sitting.ends)
            ends -= datetime.timedelta(minutes=self.sitting.number * 7 % 20)
            self.desk.clock.local(ends.date(), ends.time(), self.meeting.time_zone)
            self._adopt_record()
            self.desk.sittings.close(self.sitting.key)

    def _adopt_record(self) -> None:
        """Before the last sitting is closed, the record of decisions is read and adopted, under the last item."""
        later = (one for one in self.desk.sittings.all(self.meeting.key) if one.opened_at is None)
        if next(later, None) is None and self.decisions:
            self.desk.decision_records.adopt(self.meeting.key)

    def _presence(self, step: Step) -> None:
        cast = self.desk.content.cast
        states, kind = {
            "late": (cast.late, PresenceKind.ARRIVED),
            "leave": ((cast.leaves,), PresenceKind.LEFT),
            "connection_lost": ((step.state,), PresenceKind.CONNECTION_LOST),
            "connection_restored": ((step.state,), PresenceKind.CONNECTION_RESTORED),
        }[step.do]
        self.desk.sittings.record(self.meeting.key, states, kind)

    # Speaking and deciding

    def _speak(self, step: Step) -> None:
        self.desk.clock.wait(self.pace)
        state = self._named(step.state) or None
        language = self.desk.content.cast.language(state) if state is not None else step.language
        heard = Intervention(
            key=new_key(), meeting=self.meeting.key, item=self.items[step.item], at=self.desk.clock(), state=state,
            body=self.desk.content.bodies[step.body] if step.body else Trilingual(),
            kind=step.kind, note=step.text[language], language=language,
        )  # fmt: skip
        self.spoken[heard.key] = step.text
        self.desk.sittings.note(heard)

    def _deliberate(self, step: Step) -> None:
        self.desk.clock.wait(self.pace)
        proposals = self.desk.proposals
        match step.do:
            case "adopt_agenda":
                self.desk.meetings.note_adoption(self.meeting.key, self.today)
            case "elect":
                self._elect(step)
            case "appoint":
                if self.appoint is not None:
                    self.appoint()
            case "table":
                self._table(step.proposal)
            case "withdraw":
                proposals.withdraw(self.proposals[step.proposal])
            case "consensus":
                self.decisions[step.proposal] = proposals.adopt_by_consensus(self.proposals[step.proposal])
            case "no_consensus":
                proposals.note_objection(self.proposals[step.proposal], step.state or None)
                self.objectors[step.proposal] = step.state
            case _:
                raise ValueError(step.do)

    def _elect(self, step: Step) -> None:
        state, item = self._named(step.state), self.items[step.item]
        officer = Officer("", self.meeting.key, Office(step.office), state, item=item)
        self.desk.meetings.record_officer(officer)

    def _table(self, name: str) -> None:
        motion = self.desk.content.proposals[name]
        text = filled(motion.text, self._values)
        proposal = self.desk.proposals.propose(self.meeting.key, self.items[motion.item], motion.title, text)
        self.proposals[name] = proposal.key
        if motion.sponsor:
            self.desk.proposals.revise(replace(proposal, sponsor=self._named(motion.sponsor)))

    def _named(self, state: StateCode) -> StateCode:
        """A State of the script; "{host}", "{next_host}" and "{coordinator}" stand for whoever it is at the time."""
        if state == "{host}":
            return self.meeting.host or ""
        if state == "{next_host}":
            return self.prospect.place.host
        if state != "{coordinator}":
            return state
        coordinator = self.desk.committees.history(self.today).coordinator
        return coordinator.state if coordinator is not None else ""

    def table_and_adopt(self, name: str) -> None:
        """Put a text and adopt it by consensus."""
        for step in (Step("table", proposal=name), Step("consensus", proposal=name)):
            self._deliberate(step)

    def _values(self, language: Language) -> Mapping[str, str]:
        words, prospect = catalog(language), self.prospect
        return {
            **forms(self.desk.state(prospect.place.host), language),
            "next_place": prospect.place.name[language],
            "of_states": of_states([self.desk.state(code) for code in prospect.seats], words),
            "begins": words.date(prospect.begins) if prospect.begins is not None else "",
        }

    # Votes

    def _vote(self, step: Step) -> None:
        match step.do:
            case "roll_call":
                self._roll_call(step)
            case "intended":
                self._intended(step)
            case _:
                self._show_of_hands(step)

    def _roll_call(self, step: Step) -> None:
        electorate = [state.iso3 for state in self.desk.voting.electorate(self.meeting.key)]
        drawn = electorate[(len(electorate) * 3 // 5 + 11 * len(self.votes)) % len(electorate)]
        proposal = self.proposals[step.proposal]
        item = self.items[self.desk.content.proposals[step.proposal].item]
        vote = self.desk.voting.open(Ballot(self.meeting.key, item, Method.ROLL_CALL, proposal, drawn=drawn))
        self.votes[step.proposal] = vote
        answers = self._answers(step, vote)
        for state in vote.entitled:
            self._answer(vote, state, answers[state])
        for state in vote.entitled:
            if answers[state] is Answer.PASSED:
                self._answer(vote, state, Answer.ABSTAINING)
            elif answers[state] is Answer.NO_ANSWER:
                self._answer(vote, state, Answer.NO_ANSWER)
        if step.state:
            self._answer(vote, step.state, Answer.IN_FAVOUR, Act.CHANGE)
        self.desk.clock.wait(self.pace)
        decision = self.desk.voting.close(vote.key)
        if decision is not None:
            self.decisions[step.proposal] = decision

    def _answer(self, vote: Vote, state: StateCode, answer: Answer, act: Act = Act.ANSWER) -> None:
        self.desk.clock.wait(REPLY)
        self.desk.voting.cast(Cast(vote.key, state, answer, act))

    def _answers(self, step: Step, vote: Vote) -> Mapping[StateCode, Answer]:
        """Shares of those present, in per cent, in an order that means nothing; the absent do not answer.

        The sponsor votes in favour, who objected against; the State of the *step* abstains before it changes.
        """
        present = sorted(self._present(vote.entitled), key=lambda state: _shuffled(state, len(self.votes)))
        favour, against = len(present) * step.favour // 100, len(present) * step.against // 100
        sponsor = self.desk.content.proposals[step.proposal].sponsor
        fixed = ((step.state, len(present)), (sponsor, 0), (self.objectors.get(step.proposal, ""), favour))
        for state, place in fixed:
            if state in present:
                present.insert(place, present.pop(present.index(state)))
        answers = dict.fromkeys(vote.entitled, Answer.NO_ANSWER)
        answers |= dict.fromkeys(present, Answer.ABSTAINING)
        answers |= dict.fromkeys(present[:favour], Answer.IN_FAVOUR)
        answers |= dict.fromkeys(present[favour : favour + against], Answer.AGAINST)
        answers[present[-2]] = Answer.PASSED
        answers[present[-3]] = Answer.NOT_PARTICIPATING
        return answers

    def _present(self, entitled: tuple[StateCode, ...]) -> list[StateCode]:
        there = self.desk.sittings.presence(self.meeting.key)
        return [state for state in entitled if state in there]

    def _intended(self, step: Step) -> None:
        """A delegation says later what it had meant: a footnote, the totals stand (R27)."""
        self.desk.clock.wait(self.pace)
        key = self.votes[step.proposal].key
        answered = [one.answer for one in self.desk.voting.positions(key) if one.state == step.state]
        meant = Answer.ABSTAINING if answered[-1] is not Answer.ABSTAINING else Answer.IN_FAVOUR
        self.desk.voting.cast(Cast(key, step.state, meant, Act.INTENDED))

    def _show_of_hands(self, step: Step) -> None:
        self.desk.clock.wait(self.pace)
        ballot = Ballot(
            meeting=self.meeting.key,
            item=self.items[step.item],
            method=Method.SHOW_OF_HANDS,
            kind=VoteKind.PROCEDURAL,
            question=step.text,
        )
        vote = self.desk.voting.open(ballot)
        present = len(self._present(vote.entitled))
        favour, against = present * step.favour // 100, present * step.against // 100
        self.desk.clock.wait(self.pace)
        self.desk.voting.record_hands(vote.key, HandCount(favour, against, present - favour - against - 2))
        self.desk.voting.close(vote.key)


def _shuffled(state: StateCode, turn: int) -> tuple[int, StateCode]:
    """A place in an order that is the same every time, and another at each *turn*."""
    return sum(ord(letter) * weight for letter, weight in zip(state, (7, 31, 53), strict=True)) * (
        turn + 2
    ) % 101, state
