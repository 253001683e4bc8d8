"""What a rule says about one object on one day: kept, due, not kept, not judged or not regulated, with the facts."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from nmirf_desktop.domain.declaration import RULES, Rule, rule
from nmirf_desktop.domain.periods import Key, Period
from nmirf_desktop.domain.phrases import NOTHING_TO_SAY, Phrase
from nmirf_desktop.domain.refusals import Problem, say
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Catalog


class FindingState(StrEnum):
    """The five answers. Nobody is blamed: what departed from a rule is recorded as it happened."""

    KEPT = "kept"
    DUE = "due"
    NOT_KEPT = "not_kept"
    NOT_JUDGED = "not_judged"
    NOT_REGULATED = "not_regulated"


STATE_LABELS = {
    FindingState.KEPT: N_("Kept"),
    FindingState.DUE: N_("Due"),
    FindingState.NOT_KEPT: N_("Not kept"),
    FindingState.NOT_JUDGED: N_("Not judged yet"),
    FindingState.NOT_REGULATED: N_("Not regulated"),
}

REMARKED = N_("Kept, with a remark")
"""What stands for *kept* where something is still worth a word."""

_GRAVITY = (
    FindingState.NOT_KEPT,
    FindingState.DUE,
    FindingState.NOT_JUDGED,
    FindingState.KEPT,
    FindingState.NOT_REGULATED,
)


class JudgedKind(StrEnum):
    """What kind of object a finding is about, or a fact rests on; its key tells a screen where to go."""

    REGISTER = "register"
    STATE = "state"
    COMMUNICATION = "communication"
    TERM = "term"
    MEETING = "meeting"
    YEAR = "year"
    PROPOSAL = "proposal"
    VOTE = "vote"
    DECISION = "decision"
    MEMBERSHIP = "membership"
    MECHANISM = "mechanism"
    FOCAL_POINT = "focal_point"
    SEAT = "seat"
    COORDINATION = "coordination"
    SILENCE = "silence"
    REGROUPING = "regrouping"
    SENDING = "sending"
    ITEM = "item"
    SITTING = "sitting"
    CALL = "call"
    ELECTION = "election"
    CANDIDATE = "candidate"
    BALLOT = "ballot"
    POSITION = "position"
    PRESENCE = "presence"
    INVITATION = "invitation"
    CHOICE = "choice"
    RULE_CHANGE = "rule_change"
    DOCUMENT = "document"
    VERSION = "version"
    STATEMENT = "statement"
    MOTION = "motion"
    POINT_OF_ORDER = "point_of_order"
    AMENDMENT = "amendment"
    TEXT_MOTION = "text_motion"
    PART = "part"
    ACTIVITY = "activity"
    WORK = "work"
    PARTNERSHIP = "partnership"
    OHCHR_SUPPORT = "ohchr_support"
    GOOD_PRACTICE = "good_practice"
    SHARING = "sharing"
    CONTRIBUTION = "contribution"
    HUB = "hub"


@dataclass(frozen=True, slots=True)
class Judged:
    """The object of a finding, or a record that one of its facts rests on.

    Its kind, its key (a State's code, a year in figures), how it is called, and *at*: by what its screen finds it,
    where that is not the key.
    """

    kind: JudgedKind
    key: str = ""
    name: object = ""
    at: str = ""

    def said_in(self, words: Catalog) -> str:
        """The object's name."""
        return say(words, "{name}", {"name": self.name})


REGISTER = Judged(JudgedKind.REGISTER, name=Phrase(N_("The register")))


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact that a finding rests on: *name* is a marked constant; the value a number, a day, a word or a name.

    *records* are those of the register that it is taken from: without one of them the finding would be another one.
    A *note* is the secretariat's own, in the language in which it was typed: no paper prints it among the facts.
    """

    name: str
    value: object
    records: tuple[Judged, ...] = ()
    note: bool = False

    def said_in(self, words: Catalog) -> str:
        """The value in words: a number as the language writes it, a sentence without its full stop."""
        if isinstance(self.value, int) and not isinstance(self.value, bool):
            return words.number(self.value)
        return say(words, "{value}", {"value": self.value}).removesuffix(".")


@dataclass(frozen=True, slots=True)
class RuleException:
    """Why *rule* is not kept by one object in a period: who noted it, by function, and when.

    It explains and changes no answer: what is not kept stays so, and is shown and printed with its reason. *object* is
    :attr:`Finding.about`; the key of a whole object explains each of its parts, as in registers of older versions.
    """

    key: Key
    rule: str
    kind: JudgedKind
    object: str
    period: Period
    reason: Trilingual
    noted_by: str
    noted_on: datetime.date


def check_exception(exception: RuleException) -> None:
    """An exception has a reason and the function of its author. Raises ``Problem``."""
    if not exception.reason:
        raise Problem(N_("Say why the rule is not kept."), field_name="reason")
    if not exception.noted_by.strip():
        raise Problem(N_("Say who notes it, by function: Coordinator, Rapporteur …"), field_name="noted_by")


@dataclass(frozen=True, slots=True)
class Finding:
    """What rule number *rule* says about *subject*. A *kept* with an advice is a remark, which the *message* says.

    *exceptions* are the reasons that were recorded for what is not kept. *part* tells apart what a rule says of one
    object more than once: a State in a vote, a seat in a mandate. One that *asks why* departs from a practice only.
    """

    rule: str
    state: FindingState
    subject: Judged
    message: Phrase
    advice: Phrase = NOTHING_TO_SAY
    facts: tuple[Fact, ...] = ()
    exceptions: tuple[RuleException, ...] = ()
    part: str = ""
    asks_why: bool = False

    @property
    def explicable(self) -> bool:
        """Whether a reason can be noted of it: of what is not kept, and where its advice asks why."""
        return self.state is FindingState.NOT_KEPT or self.asks_why

    @property
    def about(self) -> str:
        """What a reason for it is noted of: the key of its subject, with that of the part."""
        return f"{self.subject.key}:{self.part}" if self.part else self.subject.key

    @property
    def section(self) -> str:
        """The section of the Declaration, a marked constant; it says so where there is none."""
        return rule(self.rule).section

    @property
    def remark(self) -> bool:
        """Whether the rule is kept and something is still worth a word."""
        return self.state is FindingState.KEPT and bool(self.advice)

    @property
    def label(self) -> str:
        """The answer in a word, a marked constant; a remark is told from what is wholly kept."""
        return REMARKED if self.remark else STATE_LABELS[self.state]

    def line(self, words: Catalog) -> str:
        """The finding on one line: number, state, message, advice."""
        label = words.gettext(self.label)
        sentences = (self.message.said_in(words), self.advice.said_in(words))
        return f"{self.rule}  {label}  " + " ".join(sentence for sentence in sentences if sentence)

    def as_json(self, words: Catalog) -> dict[str, object]:
        """The finding as plain values for a machine; its sentences in the language of *words*.

        What a machine looks up stays English in every language: the section, the state and the facts' names.
        """
        return {
            "rule": self.rule,
            "section": self.section,
            "title": words.gettext(rule(self.rule).title),
            "state": str(self.state),
            "remark": self.remark,
            "subject": {"kind": str(self.subject.kind), "key": self.subject.key, "name": self.subject.said_in(words)},
            "message": self.message.said_in(words),
            "advice": self.advice.said_in(words),
            "facts": {fact.name: plain(fact.value, words) for fact in self.facts},
            "exceptions": [
                {"reason": one.reason.best(words.language), "by": one.noted_by, "on": one.noted_on.isoformat()}
                for one in self.exceptions
            ],
        }


def kept(number: str, message: Phrase, *facts: Fact) -> Finding:
    """A rule that is kept, over all that was looked at."""
    return Finding(number, FindingState.KEPT, REGISTER, message, facts=facts)


def remark(number: str, subject: Judged, message: Phrase, advice: Phrase, *facts: Fact) -> Finding:
    """A rule that is kept, with something worth a word."""
    return Finding(number, FindingState.KEPT, subject, message, advice, facts)


def not_kept(number: str, subject: Judged, message: Phrase, advice: Phrase, *facts: Fact, part: str = "") -> Finding:
    """A rule that is not kept by one object or a part of it, and what to do."""
    return Finding(number, FindingState.NOT_KEPT, subject, message, advice, facts, part=part)


def not_judged(number: str, message: Phrase, advice: Phrase) -> Finding:
    """A rule whose facts the register does not hold yet."""
    return Finding(number, FindingState.NOT_JUDGED, REGISTER, message, advice)


def plain(value: object, words: Catalog) -> str | int:
    """A fact's value for a machine: a number, an ISO date, or words."""
    if isinstance(value, int):
        return value
    if isinstance(value, datetime.date):
        return value.isoformat()
    return say(words, "{value}", {"value": value})


@dataclass(frozen=True, slots=True)
class RuleAnswer:
    """All that was found on one rule; *state* is the gravest of it."""

    rule: Rule
    state: FindingState
    findings: tuple[Finding, ...]

    @property
    def gravest_first(self) -> tuple[Finding, ...]:
        """The findings by their gravity, else in the order in which they were found."""
        return tuple(sorted(self.findings, key=lambda one: _GRAVITY.index(one.state)))

    def among(self, *states: FindingState) -> tuple[Finding, ...]:
        """The findings of some answers."""
        return tuple(one for one in self.findings if one.state in states)

    @property
    def remarked(self) -> bool:
        """Whether the rule is kept, and something is still worth a word."""
        return self.state is FindingState.KEPT and any(one.remark for one in self.findings)

    @property
    def label(self) -> str:
        """The answer in a word, a marked constant."""
        return REMARKED if self.remarked else STATE_LABELS[self.state]

    @property
    def explained(self) -> int:
        """Of how many findings that are not kept a reason is noted."""
        return sum(bool(one.exceptions) for one in self.among(FindingState.NOT_KEPT))

    @property
    def wholly_explained(self) -> bool:
        """Whether the rule is not kept, and a reason is noted of everything that is not."""
        return 0 < self.explained == len(self.among(FindingState.NOT_KEPT))


def alphabetical(judged: Iterable[Judged], words: Catalog) -> tuple[Judged, ...]:
    """Objects that are called as States are, in the alphabetical order of the language; others as they come."""
    known = tuple(judged)
    return tuple(sorted(known, key=lambda one: _by_name(one, words))) if all(map(_of_state, known)) else known


def in_reading_order(findings: Iterable[Finding], words: Catalog) -> tuple[Finding, ...]:
    """The findings by their gravity, and those about States in the alphabetical order of the language."""
    ordered = sorted(findings, key=lambda one: _GRAVITY.index(one.state))
    found: list[Finding] = []
    for _, group in groupby(ordered, key=lambda one: one.state):
        alike = tuple(group)
        if of_states(alike):
            alike = tuple(sorted(alike, key=lambda one: _by_name(one.subject, words)))
        found += alike
    return tuple(found)


def of_states(findings: Iterable[Finding]) -> bool:
    """Whether all of them are about States."""
    return all(_of_state(one.subject) for one in findings)


def _of_state(judged: Judged) -> bool:
    return isinstance(judged.name, State)


def _by_name(judged: Judged, words: Catalog) -> str:
    return words.sort_key(judged.name.short[words.language]) if isinstance(judged.name, State) else ""


def gravest(states: Iterable[FindingState]) -> FindingState:
    """The answer that decides for several objects: not kept, due, not judged, kept, not regulated, in this order."""
    return min(states, key=_GRAVITY.index)


def by_rule(findings: Iterable[Finding]) -> tuple[RuleAnswer, ...]:
    """The findings gathered under their rules, in the order of the rules."""
    gathered: dict[str, list[Finding]] = {}
    for finding in findings:
        gathered.setdefault(finding.rule, []).append(finding)
    return tuple(
        RuleAnswer(known, gravest(one.state for one in gathered[known.number]), tuple(gathered[known.number]))
        for known in RULES
        if known.number in gathered
    )
