"""The Asunción Declaration in numbers, sections and rules: their one home.

The title of each rule is our own, never the Declaration's; what it asks for is told in ``domain/asked.py``. Where the
Declaration is silent, the section begins with "Not in the Declaration:" and a default with its source stands in; it is
never shown as a rule of the Declaration.
"""

import datetime
from dataclasses import dataclass

from nmirf_desktop.i18n import N_

ADOPTION_DAY = datetime.date(2024, 5, 9)
"""The day on which the Declaration was adopted, and founding memberships began (R9)."""

VERSION = "2024"
"""The version of the Declaration in force, by its year: a decision changes numbers, not its text (R46)."""

SEMINAR_DAYS = (datetime.date(2024, 5, 8), ADOPTION_DAY)
"""The two days of the founding meeting in Asunción."""

SEATS_LEAST = 3
SEATS_MOST = 5
"""How many representatives the Executive Committee consists of (R28)."""

TERM_YEARS = 3
"""The mandate of the Executive Committee, in calendar years (R30)."""

NOTICE_MONTHS = 1
"""How long before a meeting its agenda is sent to the members, in calendar months (R39)."""

FIRST_ANNUAL_YEAR = 2025
"""The first year for which an annual meeting is due (R36)."""

RENEWAL_WARNING_MONTHS = 6
"""How long before the end of a mandate its renewal is announced as due (R30)."""

LONGEST_PAUSE_MONTHS = 12
"""After how many months without an annual meeting the pause is remarked on (R36)."""

PRINCIPLES = N_("Guiding Principles")
APPELLATION = N_("Appellation")
VISION = N_("Vision")
NATURE = N_("Nature")
OBJECTIVES = N_("Objectives")
MEMBERSHIP = N_("Membership")
DECISION_MAKING = N_("Decision-Making Procedure")
COMMITTEE = N_("Operational Mechanisms – Executive Committee")
COORDINATOR = N_("Operational Mechanisms – Coordinator")
FREQUENCY = N_("Network Meetings – Frequency")
AGENDA = N_("Network Meetings – Agenda")
PARTNERSHIPS = N_("Partnerships")
CLOSING = N_("Closing paragraph")

GENERAL_ASSEMBLY = N_("Rules of Procedure of the General Assembly, {numbers}")
INFORMAL = N_("Informal and non-binding nature of the Network")
NOT_REQUIRED = N_("The Declaration, which prescribes none")


@dataclass(frozen=True, slots=True)
class Practice:
    """What holds by default where the Declaration is silent.

    *default* and *source* are marked constants; *numbers* are the rules of procedure that the source names
    (plenary / Main Committee).
    """

    default: str
    source: str = GENERAL_ASSEMBLY
    numbers: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its *number* ("R1"), its *section* and a short *title*, both marked constants.

    *practice* is there exactly where the Declaration is silent.
    """

    number: str
    section: str
    title: str
    practice: Practice | None = None

    @property
    def silent(self) -> bool:
        """Whether the Declaration says nothing and a default stands in."""
        return self.practice is not None


_JOINING = (
    Rule("R1", PRINCIPLES, N_("No accreditation")),
    Rule("R2", MEMBERSHIP, N_("A member has a mechanism, an observer has none yet")),
    Rule("R3", MEMBERSHIP, N_("Only UN Member States join")),
    Rule("R4", MEMBERSHIP, N_("One membership per State")),
    Rule("R5", MEMBERSHIP, N_("Each member designates a focal point")),
    Rule("R6", MEMBERSHIP, N_("The focal point can decide and vote")),
    Rule("R7", MEMBERSHIP, N_("Observers do not vote")),
    Rule("R8", MEMBERSHIP, N_("Joining by formal communication")),
    Rule("R9", CLOSING, N_("Founding by participation")),
)

_CHANGES = (
    Rule(
        "R10",
        N_("Not in the Declaration: change of status"),
        N_("An observer becomes a member"),
        Practice(N_("A new period begins on the day of the notification, on which the old one ends."), INFORMAL),
    ),
    Rule(
        "R11",
        N_("Not in the Declaration: withdrawal"),
        N_("Leaving the Network"),
        Practice(
            N_("A State leaves by notification, on the day of receipt or on a later day that it names."), INFORMAL
        ),
    ),
)

_DECIDING = (
    Rule("R12", DECISION_MAKING, N_("Consensus first")),
    Rule("R13", DECISION_MAKING, N_("A vote where there is no consensus")),
    Rule("R14", DECISION_MAKING, N_("Simple majority of the members present and voting")),
    Rule(
        "R15",
        N_("Not in the Declaration: tie"),
        N_("Equal votes"),
        Practice(N_("On equal votes the proposal is not adopted; nobody has a casting vote."), numbers="95/133"),
    ),
    Rule("R16", DECISION_MAKING, N_("One member, one vote")),
    Rule(
        "R17",
        N_("Not in the Declaration: quorum"),
        N_("Quorum"),
        Practice(N_("No quorum is prescribed."), NOT_REQUIRED),
    ),
    Rule(
        "R18",
        N_("Not in the Declaration: method of voting"),
        N_("How a vote is taken"),
        Practice(
            N_("By show of hands, by recorded vote or by roll call; any member may ask for names to be recorded."),
            numbers="87/127",
        ),
    ),
    Rule(
        "R19",
        N_("Not in the Declaration: order of the roll call"),
        N_("Order of the roll call"),
        Practice(N_("In English alphabetical order, beginning with the name drawn by lot."), numbers="87/127"),
    ),
    Rule(
        "R20",
        N_("Not in the Declaration: record of the result"),
        N_("Order of the printed lists"),
        Practice(N_("In the alphabetical order of the document’s language."), numbers="87"),
    ),
)

_PROCEDURE = (
    Rule(
        "R21",
        N_("Not in the Declaration: division"),
        N_("Voting on parts of a proposal"),
        Practice(
            N_("Parts may be voted on separately; where all operative parts are rejected, so is the whole."),
            numbers="89/129",
        ),
    ),
    Rule(
        "R22",
        N_("Not in the Declaration: amendments"),
        N_("Order of voting on amendments"),
        Practice(N_("The amendment furthest removed in substance comes first; the Chair decides."), numbers="90/130"),
    ),
    Rule(
        "R23",
        N_("Not in the Declaration: order of proposals"),
        N_("Order of voting on proposals"),
        Practice(N_("In the order in which they were submitted."), numbers="91/131"),
    ),
    Rule(
        "R24",
        N_("Not in the Declaration: procedural motions"),
        N_("Precedence of procedural motions"),
        Practice(
            N_("Suspension, adjournment of the meeting, adjournment of the debate, closure of the debate."),
            numbers="119",
        ),
    ),
    Rule(
        "R25",
        N_("Not in the Declaration: conduct during voting"),
        N_("No interruption of a vote"),
        Practice(N_("Only a point of order on the conduct of the voting interrupts it."), numbers="88/128"),
    ),
    Rule(
        "R26",
        N_("Not in the Declaration: withdrawal and reconsideration of proposals"),
        N_("Withdrawal and reconsideration"),
        Practice(
            N_("A proposal may be withdrawn until the voting begins; reconsideration takes a simple majority."),
            numbers="122, 123",
        ),
    ),
    Rule(
        "R27",
        N_("Not in the Declaration: correction of votes"),
        N_("Changing and correcting an answer"),
        Practice(
            N_("Until the announcement an answer may be changed; after it a footnote is added and the totals stand."),
            N_("Practice of the General Assembly"),
        ),
    ),
)

_COMMITTEE = (
    Rule("R28", COMMITTEE, N_("Three to five seats")),
    Rule("R29", COMMITTEE, N_("Different geographical regions")),
    Rule("R30", COMMITTEE, N_("A mandate of three years")),
    Rule("R31", COMMITTEE, N_("A replacement serves the remainder")),
    Rule("R32", COMMITTEE, N_("Appointed during a meeting of the Network")),
    Rule("R33", COMMITTEE, N_("Who may hold a seat")),
    Rule("R34", COORDINATOR, N_("One Coordinator, from the Committee")),
    Rule(
        "R35",
        N_("Not in the Declaration: elections"),
        N_("Elections"),
        Practice(
            N_("By secret ballot, or by acclamation where there are no more candidates than seats."),
            numbers="92–94, 103, 132",
        ),
    ),
)

_MEETINGS = (
    Rule("R36", FREQUENCY, N_("A meeting every year")),
    Rule("R37", FREQUENCY, N_("Review and future directions on the agenda")),
    Rule("R38", AGENDA, N_("The Committee prepares the agenda")),
    Rule("R39", AGENDA, N_("The agenda is sent one month before")),
    Rule("R40", AGENDA, N_("Who receives the agenda")),
    Rule("R41", VISION, N_("States without a mechanism are invited")),
)

_WORK = (
    Rule("R42", OBJECTIVES, N_("Work follows the six objectives")),
    Rule("R43", OBJECTIVES, N_("Contributions to the virtual knowledge hub")),
    Rule("R44", PARTNERSHIPS, N_("Partnerships serve the objectives")),
    Rule("R45", PARTNERSHIPS, N_("Relations with OHCHR")),
    Rule("R46", NATURE, N_("The Network is informal")),
    Rule("R47", APPELLATION, N_("The Network’s names")),
)

RULES: tuple[Rule, ...] = (
    *_JOINING,
    *_CHANGES,
    *_DECIDING,
    *_PROCEDURE,
    *_COMMITTEE,
    *_MEETINGS,
    *_WORK,
)
"""The rules in the order of their numbers."""

_BY_NUMBER = {known.number: known for known in RULES}


def rule(number: str) -> Rule:
    """The rule of a number such as "R39". Raises ``KeyError`` for a number that does not exist."""
    return _BY_NUMBER[number]
