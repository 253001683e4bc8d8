"""How minutes tell an intervention: set while it is spoken or afterwards, and followed by the minutes at once.

Every way in which words come into a paragraph asks here whether it reports what is not to be told.
"""

from collections.abc import Mapping
from dataclasses import replace

from nmirf_desktop.domain.attributions import check_attribution
from nmirf_desktop.domain.drafted import Drafted
from nmirf_desktop.domain.drafting import draft
from nmirf_desktop.domain.minutes import Minutes, MinutesParagraph, MinutesState
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.recorded import RecordedMeeting, as_of
from nmirf_desktop.domain.redrafting import both, same_words, told_in
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.retelling import names, retold, speaker_names
from nmirf_desktop.domain.sittings import Attribution, Intervention
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.services.minutes_paragraphs import in_order, number, remove, shy, with_new
from nmirf_desktop.services.recorded import read_meeting
from nmirf_desktop.services.states import States
from nmirf_desktop.storage.meetings import MEETINGS
from nmirf_desktop.storage.minutes import MINUTES
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.voting import INTERVENTIONS

APPROVED = N_(
    "The minutes that tell this intervention were approved on {date}, and stay as they are; nothing was changed."
)
IS_OFF = N_(
    "These words report what is off the record, so that they stay out of the minutes; nothing was changed. To tell "
    "them, let the minutes tell the intervention again."
)
NAMES_SPEAKER = N_(
    "These words name a speaker whom the minutes are not to name; nothing was changed. Write the paragraph without "
    "the name."
)
STILL_TOLD = N_(
    "Speakers asked not to be named, or to be off the record, and these paragraphs were written before: {numbers}. "
    "Nothing was changed. Take each drafted text over, keep what is written, or write it without the name."
)


def attribute(session: Session, states: States, heard: Intervention, attribution: Attribution) -> Intervention:
    """An intervention is told in another way from now on, also in minutes that were drafted before.

    What is off the record goes from the minutes whoever wrote it, and the name of who is not named in every language;
    a text without the name that a person wrote stays, with the new one as an offer.

    Raises:
        Refusal: the minutes are approved, or an act of the meeting would be told without its author.
    """
    check_attribution(heard, attribution)
    minutes = MINUTES.first(session, meeting=heard.meeting)
    if minutes is not None and minutes.state is MinutesState.APPROVED:
        raise Refusal(APPROVED, {"date": minutes.approved_on})
    row = () if minutes is None else _known(session, states, minutes)
    changed = replace(heard, attribution=attribution)
    INTERVENTIONS.save(session, changed)
    if minutes is not None:
        _follow(session, states, minutes, row, changed)
    return changed


def _follow(
    session: Session, states: States, minutes: Minutes, row: tuple[MinutesParagraph, ...], heard: Intervention
) -> None:
    """The paragraphs that tell an intervention, as the facts tell it now; the others stay."""
    fresh = draft(_facts(session, states, minutes.meeting))
    called = speaker_names(heard, _named(session, states, minutes.meeting))
    hold = minutes.state is MinutesState.CIRCULATED
    new = retold(row, fresh, heard, called, hold=hold)
    for one in new.gone:
        remove(session, one)
    number(session, with_new(minutes.key, new.kept, fresh, new.admitted) if new.admitted else new.kept)
    number(session, in_order(session, minutes.key))


def _known(session: Session, states: States, minutes: Minutes) -> tuple[MinutesParagraph, ...]:
    """The paragraphs with what they tell; those of before that was kept as the facts join their statements still."""
    row = in_order(session, minutes.key)
    if all(one.tells or not told_in(one) for one in row):
        return row
    tells = {one.slot: one.tells for one in draft(_facts(session, states, minutes.meeting))}
    return tuple(
        replace(one, tells=both(told_in(one), tells.get(one.slot, ()))) if told_in(one) and not one.tells else one
        for one in row
    )


# ---- what comes into a paragraph ----


def check_words(session: Session, states: States, paragraph: MinutesParagraph, text: Trilingual) -> None:
    """Refuse words that come back into a paragraph, or are asked for, and tell what is not to be told.

    Raises:
        Refusal: the paragraph reports what is off the record, or the words name who is not named.
    """
    for heard in shy(session, (paragraph,)).values():
        if not heard.told:
            raise Refusal(IS_OFF)
        called = speaker_names(heard, _named(session, states, heard.meeting))
        if any(names(text[language], called) for language in Language):
            raise Refusal(NAMES_SPEAKER)


def drafted_for(session: Session, states: States, paragraph: MinutesParagraph) -> Trilingual:
    """The text that the facts gave a paragraph; today's, where its speaker is not to be named any more."""
    if not shy(session, (paragraph,)):
        return paragraph.drafted
    meeting = MINUTES.get(session, paragraph.minutes).meeting
    fresh = {one.slot: one.text for one in draft(_facts(session, states, meeting))}
    return fresh.get(paragraph.slot, Trilingual())


def check_told(session: Session, states: States, minutes: Minutes, printed: Mapping[Key, int]) -> None:
    """Refuse to send out, or to approve, minutes that tell what is not to be told.

    *printed* are the numbers of the paragraphs as they are printed.

    Raises:
        Refusal: a paragraph reports what is off the record, names who is not named, or was written before its speaker
            asked for that and nobody decided since.
    """
    row = [one for one in in_order(session, minutes.key) if one.text]
    quiet = shy(session, row)
    concerned = [one for one in row if not quiet.keys().isdisjoint(told_in(one))]
    if not concerned:
        return
    facts = _facts(session, states, minutes.meeting)
    fresh = {one.slot: one for one in draft(facts)}
    found = [one for one in concerned if _tells(one, quiet, fresh.get(one.slot), facts.states)]
    if found:
        raise Refusal(STILL_TOLD, {"numbers": ", ".join(str(printed[one.key]) for one in found)})


def _tells(
    paragraph: MinutesParagraph,
    quiet: Mapping[Key, Intervention],
    new: Drafted | None,
    states: Mapping[StateCode, State],
) -> bool:
    """Whether a paragraph tells what it must not, or nobody decided on it since."""
    heard = [quiet[key] for key in told_in(paragraph) if key in quiet]
    called = [one for each in heard for one in speaker_names(each, states)]
    undecided = new is not None and not same_words(paragraph.drafted, new.text)
    named = any(names(paragraph.text[language], called) for language in Language)
    return undecided or named or not all(one.told for one in heard)


def _named(session: Session, states: States, meeting: Key) -> Mapping[StateCode, State]:
    return states.on(as_of(MEETINGS.get(session, meeting)))


def _facts(session: Session, states: States, meeting: Key) -> RecordedMeeting:
    return read_meeting(session, meeting, lambda found: states.on(as_of(found)))
