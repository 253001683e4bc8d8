"""What the Declaration leaves open, and how the Network settles it: a default with its source, and the other ways.

Each open question has a few usual answers; the first one is the default. Another one holds from a day on, when the
Network or its Committee has chosen it, so that what happened before is judged as it was then.
"""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from nmirf_desktop.domain.declaration import GENERAL_ASSEMBLY, NOT_REQUIRED
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.i18n import N_

BY_DECISION = N_("The Network’s own choice, which follows no rule of the United Nations")
REGIONAL_GROUPS = N_("Practice of the United Nations, as for the Bureau of the Human Rights Council")
STATISTICS = N_("Standard country or area codes for statistical use (M49)")
HUMAN_RIGHTS_COUNCIL = N_("Rules of procedure of the Human Rights Council")
STANDARD_PRACTICE = N_("General Assembly decision 34/401, paragraph 16")
CALENDAR = N_("Interpretation of the Declaration: local dates of the secretariat and of the venue")
SHARED_NAME = N_("Closing paragraph of the Declaration, which calls all who adopted it members of the Network")
CATEGORY = N_("The Declaration, which gives the vote to the focal points of members")
USAGE = N_("“Member States” in the usage of the United Nations")
ONLY_MAJORITY = N_("The Declaration, which provides for no other majority than the simple one")
UNDECIDED = N_("as noted by the secretariat; no decision is recorded")
"""What is said of a choice for which the register has no decision of the Network."""
OWN_BODY = N_("Interpretation of the Declaration: the Committee prepares the agendas of a network of mechanisms")


class Question(StrEnum):
    """What the Declaration does not settle."""

    QUORUM = "quorum"
    TIE = "tie"
    PROXIES = "proxies"
    SECRECY = "secrecy"
    REGIONS = "regions"
    ELIGIBLE = "eligible"
    ACCLAMATION = "acclamation"
    NOTICE_DAYS = "notice_days"
    NOTICE_TO = "notice_to"
    RECONSIDERATION = "reconsideration"


class Option(StrEnum):
    """The answers to all questions; :data:`OPEN_QUESTIONS` says which belongs to which."""

    NO_QUORUM = "no_quorum"
    QUARTER_AND_MAJORITY = "quarter_and_majority"
    THIRD_AND_MAJORITY = "third_and_majority"
    REJECTED_AT_ONCE = "rejected_at_once"
    SECOND_VOTE = "second_vote"
    NO_PROXY = "no_proxy"
    ONE_PROXY = "one_proxy"
    ELECTIONS_ONLY = "elections_only"
    ON_REQUEST = "on_request"
    NO_BALLOT = "no_ballot"
    REGIONAL_GROUP = "regional_group"
    M49_REGION = "m49_region"
    MEMBERS_SIT = "members_sit"
    OBSERVERS_SIT = "observers_sit"
    ACCLAIMED = "acclaimed"
    ALWAYS_BALLOT = "always_ballot"
    DAYS_OF_PLACES = "days_of_places"
    DAYS_OF_SECRETARIAT = "days_of_secretariat"
    SENT_TO_MEMBERS = "sent_to_members"
    SENT_TO_ALL = "sent_to_all"
    SIMPLE_MAJORITY = "simple_majority"
    TWO_THIRDS = "two_thirds"


@dataclass(frozen=True, slots=True)
class Way:
    """One answer in a sentence, with its *source*; both are marked constants. *numbers* are rules of procedure."""

    option: Option
    sentence: str
    source: str = GENERAL_ASSEMBLY
    numbers: str = ""

    @property
    def source_said(self) -> Phrase:
        """Where the answer comes from."""
        return Phrase(self.source, {"numbers": self.numbers} if self.numbers else {})


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question by its *title*, the rule under which it is shown, and its ways; the first is the default."""

    question: Question
    rule: str
    title: str
    ways: tuple[Way, ...]

    @property
    def default(self) -> Way:
        """What holds as long as nothing else was chosen."""
        return self.ways[0]

    def way(self, option: Option) -> Way:
        """The way of one of its answers. Raises ``KeyError`` for the answer to another question."""
        return {one.option: one for one in self.ways}[option]


_QUESTIONS = (
    OpenQuestion(
        Question.TIE, "R15", N_("Equal votes"),
        (
            Way(Option.REJECTED_AT_ONCE, N_("On equal votes the proposal is not adopted."), numbers="133"),
            Way(
                Option.SECOND_VOTE,
                N_("On equal votes a second vote is taken within 48 hours; equal again, the proposal is not adopted."),
                numbers="95",
            ),
        ),
    ),
    OpenQuestion(
        Question.PROXIES, "R16", N_("Proxies"),
        (
            Way(Option.NO_PROXY, N_("No member votes for another one."), numbers="82/124"),
            Way(
                Option.ONE_PROXY,
                N_("A member may authorize another one in writing to vote for it; nobody votes for more than one."),
                BY_DECISION,
            ),
        ),
    ),
    OpenQuestion(
        Question.QUORUM, "R17", N_("Quorum"),
        (
            Way(Option.NO_QUORUM, N_("No quorum is prescribed."), NOT_REQUIRED),
            Way(
                Option.QUARTER_AND_MAJORITY,
                N_("A quarter of the members opens a sitting; a majority of them must be present for a decision."),
                numbers="108",
            ),
            Way(
                Option.THIRD_AND_MAJORITY,
                N_("A third of the members opens a sitting; a majority of them must be present for a decision."),
                HUMAN_RIGHTS_COUNCIL,
            ),
        ),
    ),
    OpenQuestion(
        Question.SECRECY, "R18", N_("Secret ballot"),
        (
            Way(Option.ELECTIONS_ONLY, N_("Elections are secret, other votes are not."), numbers="92/103"),
            Way(Option.ON_REQUEST, N_("A member may ask for a secret ballot on any proposal."), BY_DECISION),
            Way(Option.NO_BALLOT, N_("There is no secret ballot, in elections either."), BY_DECISION),
        ),
    ),
    OpenQuestion(
        Question.RECONSIDERATION, "R26", N_("Reconsideration"),
        (
            Way(Option.SIMPLE_MAJORITY, N_("A proposal is considered again by a simple majority."), ONLY_MAJORITY),
            Way(
                Option.TWO_THIRDS,
                N_("A proposal is considered again by two thirds of the members present and voting."),
                numbers="81/123",
            ),
        ),
    ),
    OpenQuestion(
        Question.REGIONS, "R29", N_("Regions of the Committee"),
        (
            Way(Option.REGIONAL_GROUP, N_("The regions are the five regional groups."), REGIONAL_GROUPS),
            Way(Option.M49_REGION, N_("The regions are the five continents of the statistical codes."), STATISTICS),
        ),
    ),
    OpenQuestion(
        Question.ELIGIBLE, "R33", N_("Who may hold a seat"),
        (
            Way(Option.MEMBERS_SIT, N_("Seats are held by members of the Network."), OWN_BODY),
            Way(Option.OBSERVERS_SIT, N_("Observers may hold a seat, too."), USAGE),
        ),
    ),
    OpenQuestion(
        Question.ACCLAMATION, "R35", N_("No more candidates than seats"),
        (
            Way(
                Option.ACCLAIMED,
                N_("Where no more stand than there are seats, they are elected by acclamation."),
                STANDARD_PRACTICE,
            ),
            Way(Option.ALWAYS_BALLOT, N_("A ballot is taken even where no more stand than there are seats."),
                numbers="92/103"),
        ),
    ),
    OpenQuestion(
        Question.NOTICE_DAYS, "R39", N_("Days of the month before a meeting"),
        (
            Way(
                Option.DAYS_OF_PLACES,
                N_("The day of sending is the secretariat’s, the day of the opening that of the place."),
                CALENDAR,
            ),
            Way(Option.DAYS_OF_SECRETARIAT, N_("Both days are those of the secretariat’s time zone."), BY_DECISION),
        ),
    ),
    OpenQuestion(
        Question.NOTICE_TO, "R40", N_("To whom the month before a meeting is owed"),
        (
            Way(Option.SENT_TO_MEMBERS, N_("It is owed to members; observers receive the agenda, too."), CATEGORY),
            Way(Option.SENT_TO_ALL, N_("It is owed to members and observers."), SHARED_NAME),
        ),
    ),
)  # fmt: skip

OPEN_QUESTIONS: Mapping[Question, OpenQuestion] = MappingProxyType({one.question: one for one in _QUESTIONS})
"""All open questions, in the order of their rules."""

BY_RULE: Mapping[str, OpenQuestion] = MappingProxyType({one.rule: one for one in _QUESTIONS})
"""The open question that is shown under a rule."""

BESIDE = frozenset({"R18", "R35"})
"""The rules whose practice is about something else than their open question, so that both are told."""


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer that the Network chose; it holds from *since* on, until the next one. *decision* is its key."""

    key: Key
    question: Question
    option: Option
    since: datetime.date
    reason: str = ""
    decision: Key | None = None


def check_choice(choice: Choice, others: Iterable[Choice]) -> None:
    """A choice answers its own question, once a day. Raises ``Problem``."""
    if choice.option not in {way.option for way in OPEN_QUESTIONS[choice.question].ways}:
        raise Problem(N_("Choose one of the answers to this question."), field_name="option")
    for other in others:
        if other.key != choice.key and (other.question, other.since) == (choice.question, choice.since):
            message = N_("Another answer holds from {day} already: choose another day, or correct that one.")
            raise Problem(message, {"day": choice.since}, "since")


@dataclass(frozen=True, slots=True)
class Practices:
    """The answers in force on a day; a question that nobody settled has its default."""

    chosen: tuple[Choice, ...] = ()

    @classmethod
    def on(cls, choices: Iterable[Choice], day: datetime.date) -> "Practices":
        """What is in force on a day: of each question the choice made last by then."""
        latest: dict[Question, Choice] = {}
        for choice in sorted(choices, key=lambda one: (one.since, one.key)):
            if choice.since <= day:
                latest[choice.question] = choice
        return cls(tuple(latest[question] for question in Question if question in latest) if latest else ())

    def choice(self, question: Question) -> Choice | None:
        """The choice that is in force, ``None`` where it is the default that nobody has touched."""
        return next((one for one in self.chosen if one.question is question), None)

    def way(self, question: Question) -> Way:
        """What holds."""
        chosen = self.choice(question)
        known = OPEN_QUESTIONS[question]
        return known.default if chosen is None else known.way(chosen.option)

    def holds(self, option: Option) -> bool:
        """Whether an answer is in force."""
        return any(self.way(question).option is option for question in Question)


DEFAULTS = Practices()
"""What holds in a register in which nothing was chosen."""


@dataclass(frozen=True, slots=True)
class Quorum:
    """How many members open a sitting, and how many must be present for a decision (R17); ``0`` where none is asked."""

    to_open: int = 0
    to_decide: int = 0


def quorum(practices: Practices, members: int) -> Quorum:
    """(silent) quorum, R17: the numbers that the practice in force asks for, of so many members."""
    parts = {Option.QUARTER_AND_MAJORITY: 4, Option.THIRD_AND_MAJORITY: 3}
    part = parts.get(practices.way(Question.QUORUM).option)
    return Quorum(-(-members // part), members // 2 + 1) if part and members else Quorum()
