"""What is said of a vote: whole sentences in three languages, with number and gender (R14–R19, R27).

How a sentence is made. What is voted on has a gender, and its place in the sentence differs between the languages, so
each :class:`Matter` brings its own whole sentences ("The motion was rejected {manner}."). The numbers have their own
grammar, so *manner* is made of two phrases, each translated with its plural: the votes ("23 votes to 17", "1 vote to
none") and the abstentions ("with no abstentions"), set into the phrase of the method. Nothing is glued: every frame is
a message of the catalogue and may be turned round. English is past, French and Spanish are present.
"""

from dataclasses import dataclass, replace
from typing import Self

from nmirf_desktop.domain.practised import Equal
from nmirf_desktop.domain.tally import Tally
from nmirf_desktop.domain.voting import Method, Outcome, VoteKind, VoteMajority
from nmirf_desktop.i18n import N_, Catalog


@dataclass(frozen=True, slots=True)
class Matter:
    """What is put to the meeting, with the sentences that tell what became of it; *name* is "L.3" or "2027/1".

    *adopted*, *unanimous* and *rejected* hold ``{manner}``, *tied* holds ``{votes}``, all may hold ``{name}``, and
    ``{of}`` where it belongs to a text, such as a part of "L.3". *short* is said where two thirds are not reached.
    """

    adopted: str
    unanimous: str
    rejected: str
    tied: str
    consensus: str
    name: str = ""
    of: str = ""
    short: str = ""

    def named(self, name: str, of: str = "") -> Self:
        """The same matter with its symbol or number, and that of the text to which it belongs."""
        return replace(self, name=name, of=of)


DRAFT_DECISION = Matter(
    N_("The draft decision was adopted {manner}."),
    N_("The draft decision was adopted unanimously {manner}."),
    N_("The draft decision was rejected {manner}."),
    N_("The votes being equally divided ({votes}), the draft decision was not adopted."),
    N_("The draft decision was adopted by consensus."),
)
NUMBERED_DRAFT = Matter(
    N_("Draft decision {name} was adopted {manner}."),
    N_("Draft decision {name} was adopted unanimously {manner}."),
    N_("Draft decision {name} was rejected {manner}."),
    N_("The votes being equally divided ({votes}), draft decision {name} was not adopted."),
    N_("Draft decision {name} was adopted by consensus."),
)
"""A draft decision with its L number: ``NUMBERED_DRAFT.named("L.3")``."""
DECISION = Matter(
    N_("Decision {name} was adopted {manner}."),
    N_("Decision {name} was adopted unanimously {manner}."),
    N_("Decision {name} was rejected {manner}."),
    N_("The votes being equally divided ({votes}), decision {name} was not adopted."),
    N_("Decision {name} was adopted by consensus."),
)
"""A decision with its number: ``DECISION.named("2027/1")``."""
PROPOSAL = Matter(
    N_("The proposal was adopted {manner}."),
    N_("The proposal was adopted unanimously {manner}."),
    N_("The proposal was rejected {manner}."),
    N_("The votes being equally divided ({votes}), the proposal was not adopted."),
    N_("The proposal was adopted by consensus."),
)
MOTION = Matter(
    N_("The motion was adopted {manner}."),
    N_("The motion was adopted unanimously {manner}."),
    N_("The motion was rejected {manner}."),
    N_("The votes being equally divided ({votes}), the motion was not adopted."),
    N_("The motion was adopted by consensus."),
)
APPEAL = Matter(
    N_("The appeal was upheld {manner}."),
    N_("The appeal was upheld unanimously {manner}."),
    N_("The appeal was rejected {manner}, and the ruling of the Chair stands."),
    N_("The votes being equally divided ({votes}), the appeal was not upheld and the ruling of the Chair stands."),
    N_("The appeal was upheld by consensus."),
)
"""An appeal against a ruling of the Chair, which stands unless a majority overrules it (R24)."""


AMENDMENT = Matter(
    N_("Amendment {name} was adopted {manner}."),
    N_("Amendment {name} was adopted unanimously {manner}."),
    N_("Amendment {name} was rejected {manner}."),
    N_("The votes being equally divided ({votes}), amendment {name} was not adopted."),
    N_("Amendment {name} was adopted by consensus."),
)
"""An amendment with its symbol: ``AMENDMENT.named("L.3/Amend.1")`` (R22)."""
PART = Matter(
    N_("Part {name} of draft decision {of} was retained {manner}."),
    N_("Part {name} of draft decision {of} was retained unanimously {manner}."),
    N_("Part {name} of draft decision {of} was rejected {manner}."),
    N_("The votes being equally divided ({votes}), part {name} of draft decision {of} was not retained."),
    N_("Part {name} of draft decision {of} was retained by consensus."),
)
"""A part that is put separately: ``PART.named("2", "L.3")`` (R21)."""
DIVISION = Matter(
    N_("The motion for the division of draft decision {of} was adopted {manner}."),
    N_("The motion for the division of draft decision {of} was adopted unanimously {manner}."),
    N_("The motion for the division of draft decision {of} was rejected {manner}."),
    N_(
        "The votes being equally divided ({votes}), the motion for the division of draft decision {of} was not adopted."
    ),
    N_("The motion for the division of draft decision {of} was adopted without objection."),
)
RECONSIDERATION = Matter(
    N_("The motion to reconsider draft decision {of} was adopted {manner}."),
    N_("The motion to reconsider draft decision {of} was adopted unanimously {manner}."),
    N_("The motion to reconsider draft decision {of} was rejected {manner}."),
    N_("The votes being equally divided ({votes}), the motion to reconsider draft decision {of} was not adopted."),
    N_("The motion to reconsider draft decision {of} was adopted without objection."),
    short=N_(
        "Having failed to obtain the required two-thirds majority ({votes}, {abstentions}), the motion to reconsider "
        "draft decision {of} was not adopted."
    ),
)
"""A motion that a text be considered again, for which two thirds may be asked (R26, A15)."""


def matter_for(kind: VoteKind, draft: str = "", decision: str = "", part: str = "") -> Matter:
    """What a vote is on: a motion, an appeal, a draft by its symbol ("L.3"), or the numbered decision it became.

    *part* is the symbol of an amendment, or the number of a part.
    """
    match kind:
        case VoteKind.AMENDMENT:
            return AMENDMENT.named(part)
        case VoteKind.PART:
            return PART.named(part, draft)
        case VoteKind.DIVISION:
            return DIVISION.named("", draft)
        case VoteKind.RECONSIDERATION:
            return RECONSIDERATION.named("", draft)
        case VoteKind.PROCEDURAL:
            return MOTION
        case VoteKind.APPEAL:
            return APPEAL
        case VoteKind.PROPOSAL if decision:
            return DECISION.named(decision)
        case VoteKind.PROPOSAL:
            return NUMBERED_DRAFT.named(draft) if draft else DRAFT_DECISION


def vote_sentence(tally: Tally, method: Method, matter: Matter, words: Catalog) -> str:
    """*Decision-Making Procedure* (R14, R15): what became of a matter put to the vote, as the minutes say it.

    "The draft decision was adopted by a recorded vote of 23 to 17, with 7 abstentions." The majority comes first. A
    rejection names its method where it is not the usual recorded vote; equal numbers are said alike for all methods.
    """
    if tally.tied:
        return words.gettext(matter.tied).format(votes=_equal_votes(tally, words), name=matter.name, of=matter.of)
    if tally.short and matter.short:
        votes = _votes_to(tally.in_favour, tally.against, words)
        abstentions = _abstentions(tally.abstaining, words)
        return words.gettext(matter.short).format(votes=votes, abstentions=abstentions, of=matter.of)
    if tally.outcome is Outcome.NOT_ADOPTED:
        frame, manner = matter.rejected, rejected_manner(tally, method, words)
    elif tally.unanimous:
        frame, manner = matter.unanimous, unanimous_manner(tally, method, words)
    else:
        frame, manner = matter.adopted, adopted_manner(tally, method, words)
    return words.gettext(frame).format(manner=manner, name=matter.name, of=matter.of)


def adopted_manner(tally: Tally, method: Method, words: Catalog) -> str:
    """How it was adopted: "by a recorded vote of 23 to 17, with 7 abstentions"."""
    votes = _votes(tally.in_favour, tally.against, method, words)
    return _adopted(method, words).format(votes=votes, abstentions=_abstentions(tally.abstaining, words))


def _adopted(method: Method, words: Catalog) -> str:
    match method:
        case Method.RECORDED:
            return words.pgettext("adopted", "by a recorded vote of {votes}, {abstentions}")
        case Method.ROLL_CALL:
            return words.pgettext("adopted", "by a roll-call vote of {votes}, {abstentions}")
        case Method.SHOW_OF_HANDS:
            return words.pgettext("adopted", "by show of hands, by {votes}, {abstentions}")
        case Method.SECRET_BALLOT:
            return words.pgettext("adopted", "by secret ballot, by {votes}, {abstentions}")


def unanimous_manner(tally: Tally, method: Method, words: Catalog) -> str:
    """How it was adopted unanimously: "by a recorded vote of 23 to none" after the word "unanimously"."""
    return _unanimous(method, words).format(votes=_votes(tally.in_favour, tally.against, method, words))


def _unanimous(method: Method, words: Catalog) -> str:
    match method:
        case Method.RECORDED:
            return words.pgettext("adopted unanimously", "by a recorded vote of {votes}")
        case Method.ROLL_CALL:
            return words.pgettext("adopted unanimously", "by a roll-call vote of {votes}")
        case Method.SHOW_OF_HANDS:
            return words.pgettext("adopted unanimously", "by show of hands, by {votes}")
        case Method.SECRET_BALLOT:
            return words.pgettext("adopted unanimously", "by secret ballot, by {votes}")


def rejected_manner(tally: Tally, method: Method, words: Catalog) -> str:
    """How it was rejected, the majority first: "by 21 votes to 18, with 7 abstentions"."""
    bare = method is Method.ROLL_CALL
    votes = _to(tally.against, tally.in_favour, words) if bare else _votes_to(tally.against, tally.in_favour, words)
    return _rejected(method, words).format(votes=votes, abstentions=_abstentions(tally.abstaining, words))


def _rejected(method: Method, words: Catalog) -> str:
    match method:
        case Method.RECORDED:
            return words.pgettext("rejected", "by {votes}, {abstentions}")
        case Method.ROLL_CALL:
            return words.pgettext("rejected", "by a roll-call vote of {votes}, {abstentions}")
        case Method.SHOW_OF_HANDS:
            return words.pgettext("rejected", "by show of hands, by {votes}, {abstentions}")
        case Method.SECRET_BALLOT:
            return words.pgettext("rejected", "by secret ballot, by {votes}, {abstentions}")


def _votes(more: int, fewer: int, method: Method, words: Catalog) -> str:
    """The numbers after "a vote of" without their noun, after "by" with it."""
    return _votes_to(more, fewer, words) if not method.named else _to(more, fewer, words)


def _votes_to(more: int, fewer: int, words: Catalog) -> str:
    return words.npgettext("after “by”", "{more} vote to {fewer}", "{more} votes to {fewer}", more).format(
        more=more, fewer=_or_none(fewer, words)
    )


def _to(more: int, fewer: int, words: Catalog) -> str:
    return words.npgettext("after “a vote of”", "{more} to {fewer}", "{more} to {fewer}", more).format(
        more=more, fewer=_or_none(fewer, words)
    )


def _or_none(number: int, words: Catalog) -> str:
    return str(number) if number else words.pgettext("no votes", "none")


def _equal_votes(tally: Tally, words: Catalog) -> str:
    """The numbers in brackets when they are equal: "18 to 18, with 1 abstention"."""
    return words.npgettext(
        "equally divided", "{n} to {n}, {abstentions}", "{n} to {n}, {abstentions}", tally.in_favour
    ).format(n=tally.in_favour, abstentions=_abstentions(tally.abstaining, words))


def _abstentions(number: int, words: Catalog) -> str:
    if not number:
        return words.gettext("with no abstentions")
    return words.ngettext("with {n} abstention", "with {n} abstentions", number).format(n=number)


def note(tally: Tally, method: Method, matter: Matter, words: Catalog) -> str:
    """The note under a text, in brackets: "[Adopted by a recorded vote of 23 to 17, with 7 abstentions.]".

    What is adopted is a decision, what is rejected stays a draft. Equal numbers are said with *matter*.
    """
    if tally.tied:
        return f"[{vote_sentence(tally, method, matter, words)}]"
    if tally.outcome is Outcome.NOT_ADOPTED:
        return words.gettext("[Rejected {manner}.]").format(manner=rejected_manner(tally, method, words))
    if tally.unanimous:
        return words.gettext("[Adopted unanimously {manner}.]").format(manner=unanimous_manner(tally, method, words))
    return words.gettext("[Adopted {manner}.]").format(manner=adopted_manner(tally, method, words))


def note_before_lists(tally: Tally, method: Method, words: Catalog) -> str:
    """The note under a decision whose lists follow, with a bracket that the last list closes.

    "[Adopted by a recorded vote of 23 to 17, with 7 abstentions. The voting was as follows:". Where the numbers adopt
    nothing, it was the Chair who declared the decision adopted.
    """
    if tally.outcome is Outcome.NOT_ADOPTED:
        return words.gettext("[Declared adopted by the Chair. The voting was as follows:")
    if tally.unanimous:
        frame = words.gettext("[Adopted unanimously {manner}. The voting was as follows:")
        return frame.format(manner=unanimous_manner(tally, method, words))
    frame = words.gettext("[Adopted {manner}. The voting was as follows:")
    return frame.format(manner=adopted_manner(tally, method, words))


CONSENSUS_NOTE = N_("[Adopted by consensus.]")
"""The note under a decision adopted by consensus (R12)."""


def arithmetic_of_part(tally: Tally, words: Catalog) -> str:
    """*Decision-Making Procedure* (R14), R21: as :func:`arithmetic`, of a part, which is retained or not."""
    number = tally.present_and_voting
    if tally.outcome is Outcome.ADOPTED:
        frame = words.ngettext(
            "{yes} in favour, {no} against: {n} member present and voting; more votes in favour than against: retained",
            "{yes} in favour, {no} against: {n} members present and voting;"
            " more votes in favour than against: retained",
            number,
        )
    else:
        frame = words.ngettext(
            "{yes} in favour, {no} against: {n} member present and voting;"
            " no more votes in favour than against: not retained",
            "{yes} in favour, {no} against: {n} members present and voting;"
            " no more votes in favour than against: not retained",
            number,
        )
    return frame.format(yes=tally.in_favour, no=tally.against, n=number)


def arithmetic(tally: Tally, words: Catalog, equal: Equal = Equal.FINAL) -> str:
    """*Decision-Making Procedure* (R14, R15): the outcome step by step, for the screen and whoever asks.

    "23 in favour, 17 against: 40 members present and voting; more votes in favour than against: adopted". What *equal*
    votes lead to is a practice of the Network.
    """
    number = tally.present_and_voting
    if tally.majority is VoteMajority.TWO_THIRDS:
        frame = _two_thirds(tally, number, words)
    elif tally.tied:
        frame = _divided(equal, number, words)
    elif tally.outcome is Outcome.ADOPTED:
        frame = words.ngettext(
            "{yes} in favour, {no} against: {n} member present and voting; more votes in favour than against: adopted",
            "{yes} in favour, {no} against: {n} members present and voting; more votes in favour than against: adopted",
            number,
        )
    else:
        frame = words.ngettext(
            "{yes} in favour, {no} against: {n} member present and voting;"
            " more votes against than in favour: not adopted",
            "{yes} in favour, {no} against: {n} members present and voting;"
            " more votes against than in favour: not adopted",
            number,
        )
    return frame.format(yes=tally.in_favour, no=tally.against, n=number)


def _two_thirds(tally: Tally, number: int, words: Catalog) -> str:
    """(silent; GA 81/123) R26: whether two thirds of those present and voting are in favour."""
    if tally.outcome is Outcome.ADOPTED:
        return words.ngettext(
            "{yes} in favour, {no} against: {n} member present and voting; two thirds reached: adopted",
            "{yes} in favour, {no} against: {n} members present and voting; two thirds reached: adopted",
            number,
        )
    return words.ngettext(
        "{yes} in favour, {no} against: {n} member present and voting; two thirds not reached: not adopted",
        "{yes} in favour, {no} against: {n} members present and voting; two thirds not reached: not adopted",
        number,
    )


def _divided(equal: Equal, number: int, words: Catalog) -> str:
    """(silent) tie, R15; GA 95/133: equal votes adopt nothing; whether they are cast again is a practice."""
    match equal:
        case Equal.FINAL:
            return words.ngettext(
                "{yes} in favour, {no} against: {n} member present and voting; votes equally divided: not adopted",
                "{yes} in favour, {no} against: {n} members present and voting; votes equally divided: not adopted",
                number,
            )
        case Equal.SECOND_VOTE:
            return words.ngettext(
                "{yes} in favour, {no} against: {n} member present and voting;"
                " votes equally divided: not adopted, a second vote is taken within 48 hours",
                "{yes} in favour, {no} against: {n} members present and voting;"
                " votes equally divided: not adopted, a second vote is taken within 48 hours",
                number,
            )
        case Equal.AGAIN:
            return words.ngettext(
                "{yes} in favour, {no} against: {n} member present and voting;"
                " votes equally divided again: not adopted",
                "{yes} in favour, {no} against: {n} members present and voting;"
                " votes equally divided again: not adopted",
                number,
            )
