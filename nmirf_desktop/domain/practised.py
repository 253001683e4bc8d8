"""What documents and screens say of the practice that held on their day, where the Declaration is silent.

A document names a practice where it departs from the default, and a quorum always in a voting record, so that nobody
takes silence for a rule.
"""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from nmirf_desktop.domain.attendance import present
from nmirf_desktop.domain.blocks import Entry, Note
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.practices import DEFAULTS, Option, Practices, Question, Quorum, quorum
from nmirf_desktop.domain.said import Said
from nmirf_desktop.domain.sittings import PresenceEvent
from nmirf_desktop.domain.tally import Tally, result, voting
from nmirf_desktop.domain.voting import Act, Position, Vote, VoteKind
from nmirf_desktop.i18n import N_, Catalog

NO_QUORUM = N_("No quorum is prescribed.")
_TITLES = {
    Question.PROXIES: N_("Proxies"),
    Question.SECRECY: N_("Secret ballot"),
    Question.RECONSIDERATION: N_("Reconsideration"),
}
"""What a voting record says of the way of voting, beside equal votes and quorum."""


def departs(practices: Practices, question: Question) -> bool:
    """Whether another way than the default is in force."""
    return practices.way(question) is not DEFAULTS.way(question)


def notes(practices: Practices, *questions: Question) -> tuple[Note, ...]:
    """A line for each of some questions on which another way than the default is in force."""
    return tuple(
        Note(Said.words(practices.way(question).sentence)) for question in questions if departs(practices, question)
    )


class Equal(StrEnum):
    """What equal votes lead to (R15): the end, a second vote, or the end because it was the second one already."""

    FINAL = "final"
    SECOND_VOTE = "second_vote"
    AGAIN = "again"


def equal_votes(practices: Practices, vote: Vote, earlier: Iterable[tuple[Vote, Tally]]) -> Equal:
    """(silent) tie, R15; GA 95/133: what equal votes lead to in a vote; *earlier* are those of the meeting so far.

    Only a proposal is voted on a second time: after a tie on a motion or an appeal everything stays as it was.
    """
    if vote.kind is not VoteKind.PROPOSAL or not practices.holds(Option.SECOND_VOTE):
        return Equal.FINAL
    tied_before = any(one.on == vote.on and one.opened_at < vote.opened_at and tally.tied for one, tally in earlier)
    return Equal.AGAIN if tied_before else Equal.SECOND_VOTE


@dataclass(frozen=True, slots=True)
class Presence:
    """The quorum asked for among *members*, and how many of them were *present*."""

    asked: Quorum
    members: int
    present: int

    def said_in(self, words: Catalog) -> str:
        """The quorum with its numbers: "32 of 63 members; 41 were present"."""
        if not self.asked.to_decide:
            return words.gettext(NO_QUORUM)
        frame = words.ngettext(
            "{quorum} of {members} members; {present} was present.",
            "{quorum} of {members} members; {present} were present.",
            self.present,
        )
        return frame.format(
            quorum=words.number(self.asked.to_decide),
            members=words.number(self.members),
            present=words.number(self.present),
        )


NO_QUORUM_ASKED = Presence(Quorum(), 0, 0)


@dataclass(frozen=True, slots=True)
class VotePractice:
    """What the practice of its day makes of a vote: what equal votes lead to, and who is *there* for the quorum."""

    equal: Equal = Equal.FINAL
    there: Presence = NO_QUORUM_ASKED


USUAL = VotePractice()
"""How a vote is taken as long as the Network chose nothing."""


def presence_in(
    practices: Practices, vote: Vote, positions: Iterable[Position], events: Iterable[PresenceEvent]
) -> Presence:
    """(silent) quorum, R17: how many of the members entitled were present in a vote: noted so, or answering in it."""
    positions = tuple(positions)
    tally = result(vote, positions)
    answered = voting(one for one in positions if one.act is not Act.INTENDED)
    there = present(events, vote.opened_at) | answered
    counted = tally.entitled - tally.no_answer
    number = max(len(there.intersection(vote.entitled)), counted)
    return Presence(quorum(practices, len(vote.entitled)), len(vote.entitled), number)


def presence_at(
    practices: Practices, members: Iterable[StateCode], events: Iterable[PresenceEvent], at: datetime.datetime
) -> Presence:
    """(silent) quorum, R17: how many members were noted as present at a moment, such as that of a consensus."""
    known = tuple(members)
    there = present(events, at).intersection(known)
    return Presence(quorum(practices, len(known)), len(known), len(there))


def particulars(practices: Practices, there: Presence, tally: Tally) -> Iterator[Entry]:
    """The lines of a voting record: quorum always, equal votes where they matter, the rest where it departs."""
    yield Entry(Said.by(there.said_in), Said.words(N_("Quorum")))
    if tally.tied or departs(practices, Question.TIE):
        yield Entry(Said.words(practices.way(Question.TIE).sentence), Said.words(N_("Equal votes")))
    for question, title in _TITLES.items():
        if departs(practices, question):
            yield Entry(Said.words(practices.way(question).sentence), Said.words(title))
