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
    r"off[ -]the[ -]record|(?:strictly )?confidential|confidentially|in confidence|unofficial(?:ly)?"
    r"|unattributed|without attribution|not for (?:the )?(?:record|minutes|attribution)"
    r"|(?:do not|don't|not to be) (?:minuted?|record(?:ed)?|quoted?|attributed?|named?)"
    r"|hors (?:du )?proc[èe]s-verbal|(?:strictement |[àa] titre )?confidentiel|confidentiellement"
    r"|(?:[àa] titre )?officieux|officieusement|sans attribution"
    r"|(?:[àa] )?ne pas (?:consigner|inscrire|enregistrer|citer|attribuer|nommer)(?: au proc[èe]s-verbal)?"
    r"|fuera de(?:l)? acta|(?:estrictamente |con car[áa]cter )?confidencial|confidencialmente|en confianza"
    r"|extraoficial(?:mente)?|sin atribuci[óo]n|(?:que )?no const(?:e|ar)(?: en (?:el )?acta)?"
    r"|no (?:consignar|registrar|citar|atribuir|nombrar)(?: en (?:el )?acta)?",
    re.IGNORECASE,
)
"""The same requests in each language, each by itself: "confidential data" and « données confidentielles » are none."""
_PIECE = re.compile(r"([^.;:()\[\]!\n–—]+)([.;:()\[\]!\n–—]|$)")


def asks_silence(note: str) -> bool:
    """Whether a note may say of itself that its speaker is not to be named, or that it is not to be told at all.

    It says so apart from what is told: before its first comma, before a colon, or in words between other marks.
    """
    for number, piece in enumerate(_PIECE.finditer(note.replace("’", "'"))):
        parts = [one.strip() for one in piece[1].split(",")]
        apart = [piece[1].strip(), *(parts[:1] if number == 0 else []), *(parts[-1:] if piece[2] == ":" else [])]
        if any(_NOT_TO_BE_TOLD.fullmatch(one) for one in apart):
            return True
    return False


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
