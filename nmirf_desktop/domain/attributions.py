"""What documents tell of an intervention: with its speaker, without one, or nothing at all.

Unattributed is what a speaker asked to be told without its name ("A delegation said that …"); off the record is what
stays in the register and is told nowhere. An act of the meeting has its author: a motion, a point of order, an
objection cannot be told without it.
"""

import re
from collections.abc import Sequence

from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.sittings import Attribution, Intervention, InterventionKind
from nmirf_desktop.i18n import N_

LABELS = {
    Attribution.NAMED: N_("With the speaker’s name"),
    Attribution.UNATTRIBUTED: N_("Without the speaker’s name"),
    Attribution.OFF_THE_RECORD: N_("Off the record: not at all"),
}
"""How the minutes tell it, as a choice."""
FLAGS = {Attribution.UNATTRIBUTED: N_("unattributed"), Attribution.OFF_THE_RECORD: N_("off the record")}
"""What a list says beside the speaker; nothing of the usual."""
SAID = {
    Attribution.NAMED: N_("The minutes name the speaker of this intervention."),
    Attribution.UNATTRIBUTED: N_("The minutes tell this intervention without its speaker: “A delegation said that …”."),
    Attribution.OFF_THE_RECORD: N_(
        "This intervention is off the record: it stays in the register, and no document tells it."
    ),
}
"""What a key that changed it says."""
GONE_WITH = N_(
    "{said} What was accepted as a correction of it went from the minutes; the request, under Corrections asked for, "
    "says so."
)
"""What it says where a corrected text went."""
_NOT_TO_BE_TOLD = re.compile(
    r"\boff[ -]the[ -]record\b|\bnot for (?:the )?(?:record|minutes|attribution)\b|\bunattributed\b"
    r"|\bhors (?:du )?procès-verbal\b|\bne pas (?:consigner|citer)\b|\bconfidentiel|\bsans attribution\b"
    r"|\bfuera (?:de(?:l)? )?acta\b|\bextraoficial|\bconfidencial|\bsin atribución\b",
    re.IGNORECASE,
)


def asks_silence(note: str) -> bool:
    """Whether a note says by its words that its speaker is not to be named, or it is not to be told at all."""
    return bool(_NOT_TO_BE_TOLD.search(note.replace("’", "'")))


ACTS = frozenset({InterventionKind.POINT_OF_ORDER, InterventionKind.MOTION, InterventionKind.OBSERVER_OBJECTION})
"""What the meeting acts on, so that documents name its author."""
AN_ACT = N_(
    "Minutes name who raised a point of order, moved a motion or objected: its note can be put off the record, but it "
    "cannot be told without its author."
)


def attributions(kind: InterventionKind) -> tuple[Attribution, ...]:
    """The ways in which an intervention of a kind may be told."""
    return tuple(one for one in Attribution if kind not in ACTS or one is not Attribution.UNATTRIBUTED)


def next_attribution(heard: Intervention) -> Attribution:
    """What one key makes of it: named, unattributed, off the record, and named again."""
    ways = attributions(heard.kind)
    return ways[(ways.index(heard.attribution) + 1) % len(ways)] if heard.attribution in ways else Attribution.NAMED


def check_attribution(heard: Intervention, attribution: Attribution) -> None:
    """Raises ``Refusal`` where an act of the meeting would be told without its author."""
    if attribution not in attributions(heard.kind):
        raise Refusal(AN_ACT)


def told(heard: Sequence[Intervention]) -> tuple[Intervention, ...]:
    """What documents may tell: all but what is off the record."""
    return tuple(one for one in heard if one.told)


def untold(heard: Sequence[Intervention]) -> frozenset[StateCode]:
    """The States that spoke off the record: they were there."""
    return frozenset(one.state for one in heard if one.state is not None and not one.told)
