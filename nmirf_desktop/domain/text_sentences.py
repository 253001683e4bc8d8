"""What the Chair says of amendments, parts and motions on a text; an amendment in words ((silent) R21, R22, R26)."""

import datetime
import re
from collections.abc import Iterable

from nmirf_desktop.domain.amendments import Amendment, AmendmentAct, AmendmentFile, Sponsorship, effective
from nmirf_desktop.domain.voting import Proposal, VoteKind
from nmirf_desktop.i18n import N_, Catalog

ORDER_RULE = N_(
    "The amendment furthest removed in substance from the proposal is voted on first, then the next; where the "
    "adoption of one implies the rejection of another, that one is not put (GA 90/130). The order is the Chair’s."
)
"""The rule that stands beside the texts (R22); nothing is suggested."""
DIVISION_RULE = N_(
    "A member may move that parts be voted on separately. If somebody objects, two speak for and two against, and the "
    "motion is voted on at once (GA 89/129). The parts retained are then put as a whole."
)
RECONSIDERATION_RULE = N_(
    "What was adopted or rejected is considered again if the meeting so decides; two may speak against the motion "
    "(GA 81/123). The majority is that of the practice in force."
)
_ASKED = {
    VoteKind.AMENDMENT: N_("May I take it that the meeting wishes to adopt amendment {name}?"),
    VoteKind.PART: N_("May I take it that the meeting wishes to retain part {name} of draft decision {of}?"),
    VoteKind.DIVISION: N_("The division of draft decision {of} has been moved. Is there any objection?"),
    VoteKind.RECONSIDERATION: N_("The reconsideration of draft decision {of} has been moved. Is there any objection?"),
}
_VOTED = {
    VoteKind.AMENDMENT: N_(
        "There is no consensus on amendment {name}. In the absence of consensus, it is put to the vote."
    ),
    VoteKind.PART: N_(
        "There is no consensus on part {name} of draft decision {of}. In the absence of consensus, it is put to the "
        "vote."
    ),
}


def may_the_meeting(kind: VoteKind, name: str, of: str, words: Catalog) -> str:
    """*Decision-Making Procedure* (R12): the Chair's question on what belongs to a text; *name* is "L.3/Amend.1"."""
    return words.gettext(_ASKED[kind]).format(name=name, of=of)


def put_in_its_turn(kind: VoteKind, name: str, of: str, words: Catalog) -> str:
    """*Decision-Making Procedure* (R13): what the Chair says once there is no consensus on an amendment or a part."""
    return words.gettext(_VOTED[kind]).format(name=name, of=of)


def in_words(file: AmendmentFile, files: Iterable[AmendmentFile], words: Catalog) -> str:
    """As :func:`as_submitted`, after those sub-amendments among *files* that were accepted or adopted."""
    return as_submitted(effective(file, files), words)


def as_submitted(amendment: Amendment, words: Catalog) -> str:
    """What an amendment would do: "Replace “every year” by “every two years”."; its words are in their own language.

    Where its words end with a stop, no second one follows their closing mark.
    """
    return _STOPPED_TWICE.sub(r"\1\2", _done(amendment, words))


_STOPPED_TWICE = re.compile(r"([.!?…;])(\s?[”»])\.$")


def _done(amendment: Amendment, words: Catalog) -> str:
    passage, new = amendment.passage, amendment.words
    if amendment.of_title:
        return _on_the_title(amendment, words)
    match amendment.act:
        case AmendmentAct.REPLACES:
            return words.gettext("Replace “{passage}” by “{words}”.").format(passage=passage, words=new)
        case AmendmentAct.DELETES:
            return words.gettext("Delete “{passage}”.").format(passage=passage)
        case AmendmentAct.ADDS if passage:
            return words.gettext("After “{passage}” add “{words}”.").format(passage=passage, words=new)
        case AmendmentAct.ADDS:
            return words.gettext("At the end, add “{words}”.").format(words=new)


def _on_the_title(amendment: Amendment, words: Catalog) -> str:
    """What an amendment would do to the title: "Replace the title by “Plan of action”."."""
    passage, new = amendment.passage, amendment.words
    match amendment.act:
        case AmendmentAct.REPLACES if amendment.whole_title:
            return words.gettext("Replace the title by “{words}”.").format(words=new)
        case AmendmentAct.REPLACES:
            return words.gettext("In the title, replace “{passage}” by “{words}”.").format(passage=passage, words=new)
        case AmendmentAct.DELETES:
            return words.gettext("In the title, delete “{passage}”.").format(passage=passage)
        case AmendmentAct.ADDS if passage:
            return words.gettext("In the title, after “{passage}” add “{words}”.").format(passage=passage, words=new)
        case AmendmentAct.ADDS:
            return words.gettext("At the end of the title, add “{words}”.").format(words=new)


def draft_withdrawn(proposal: Proposal, beside: Iterable[Sponsorship], words: Catalog) -> str:
    """(silent; GA 80/122) R26: that a draft was taken back by its sponsor, or by it and those *beside*; or that it was.

    *beside* may hold those of other texts, and those who had left.
    """
    if proposal.sponsor is None:
        return words.gettext("Draft decision {name} was withdrawn.").format(name=proposal.symbol)
    frame = words.ngettext(
        "Draft decision {name} was withdrawn by its sponsor.",
        "Draft decision {name} was withdrawn by its sponsors.",
        sponsors_at(proposal, beside, proposal.withdrawn_at),
    )
    return frame.format(name=proposal.symbol)


def amendment_withdrawn(amendment: Amendment, beside: Iterable[Sponsorship], name: str, words: Catalog) -> str:
    """(silent; GA 80/122) R26: the same of an amendment of that *name*."""
    if amendment.sponsor is None:
        return words.gettext("Amendment {name} was withdrawn.").format(name=name)
    frame = words.ngettext(
        "Amendment {name} was withdrawn by its sponsor.",
        "Amendment {name} was withdrawn by its sponsors.",
        sponsors_at(amendment, beside, amendment.withdrawn_at),
    )
    return frame.format(name=name)


def sponsors_at(matter: Proposal | Amendment, beside: Iterable[Sponsorship], at: datetime.datetime | None) -> int:
    """How many States sponsored a draft, or an amendment, at a moment: its main sponsor, and those *beside* it.

    *beside* may hold those of other texts, those who had left, and those who joined later.
    """
    of = (matter.proposal, matter.key) if isinstance(matter, Amendment) else (matter.key, None)
    return 1 + sum((one.proposal, one.amendment) == of and _sponsors(one, at) for one in beside)


def _sponsors(one: Sponsorship, at: datetime.datetime | None) -> bool:
    return at is not None and one.joined_at <= at and (one.left_at is None or one.left_at > at)
