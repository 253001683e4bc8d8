"""How minutes tell an intervention: set while it is spoken or afterwards, and followed by the minutes at once."""

from collections.abc import Mapping
from dataclasses import replace

from nmirf_desktop.domain.attributions import check_attribution
from nmirf_desktop.domain.drafted import fact_of, slot
from nmirf_desktop.domain.drafting import draft
from nmirf_desktop.domain.minutes import MinutesParagraph, MinutesState
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.recorded import as_of
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.sittings import Attribution, Intervention
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.recorded import read_meeting
from nmirf_desktop.services.states import States
from nmirf_desktop.storage.minutes import MINUTES, PARAGRAPHS
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.voting import INTERVENTIONS

APPROVED = N_(
    "The minutes that tell this intervention were approved on {date}, and stay as they are; nothing was changed."
)


def attribute(session: Session, states: States, heard: Intervention, attribution: Attribution) -> Intervention:
    """An intervention is told in another way from now on, also in minutes that were drafted before.

    A paragraph that a person wrote stays, with the new text as an offer; but what is off the record goes from the
    minutes whoever wrote it.

    Raises:
        Refusal: the minutes are approved, or an act of the meeting would be told without its author.
    """
    check_attribution(heard, attribution)
    minutes = MINUTES.first(session, meeting=heard.meeting)
    if minutes is not None and minutes.state is MinutesState.APPROVED:
        raise Refusal(APPROVED, {"date": minutes.approved_on})
    changed = replace(heard, attribution=attribution)
    INTERVENTIONS.save(session, changed)
    if minutes is not None:
        facts = read_meeting(session, heard.meeting, lambda found: states.on(as_of(found)))
        _follow(session, PARAGRAPHS.all(session, minutes=minutes.key), changed, {o.slot: o.text for o in draft(facts)})
    return changed


def _follow(
    session: Session,
    paragraphs: tuple[MinutesParagraph, ...],
    heard: Intervention,
    fresh: Mapping[StateCode, Trilingual],
) -> None:
    """What was said under the item, as the facts tell it now; the other paragraphs stay."""
    own = slot("intervention", heard.key)
    kept: list[MinutesParagraph] = []
    for one in sorted(paragraphs, key=lambda each: each.position):
        gone = one.slot == own and not heard.told
        if gone or (_statement(one, heard) and not one.written and one.slot not in fresh):
            PARAGRAPHS.remove(session, one.key)
        elif _statement(one, heard) and not one.written and one.text:
            kept.append(replace(one, text=fresh[one.slot], drafted=fresh[one.slot]))
        else:
            kept.append(one)
    for position, one in enumerate(kept):
        PARAGRAPHS.save(session, replace(one, position=position))


def _statement(paragraph: MinutesParagraph, heard: Intervention) -> bool:
    return paragraph.item == heard.item and fact_of(paragraph.slot)[0] == "intervention"
