"""How minutes tell an intervention: set while it is spoken or afterwards, and followed by the minutes at once.

Every way in which words come into a paragraph asks here whether it reports what is not to be told.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from nmirf_desktop.domain.attributions import check_attribution
from nmirf_desktop.domain.drafted import Drafted
from nmirf_desktop.domain.drafting import draft
from nmirf_desktop.domain.drafting_speakers import openings
from nmirf_desktop.domain.minutes import Minutes, MinutesParagraph, MinutesState
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Listed
from nmirf_desktop.domain.redrafting import both, same_words, told_in
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.retelling import Speaker, names, retold
from nmirf_desktop.domain.sittings import Attribution, Intervention
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.services.minutes_paragraphs import called, in_order, name_in, number, remove, shy, with_new
from nmirf_desktop.services.recorded import read_meeting
from nmirf_desktop.services.states import States
from nmirf_desktop.storage.journal import LINES
from nmirf_desktop.storage.minutes import MINUTES, approval_entry
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


def check_minuted(session: Session, heard: Intervention) -> None:
    """Refuse to take back an intervention that was noted when the minutes were approved: they stand on it.

    Raises:
        Refusal: it was. What was noted since stands in no minutes, and may be a mistake.
    """
    minutes = MINUTES.first(session, meeting=heard.meeting)
    noted = LINES.first(session, row=heard.key)
    if minutes is None or minutes.approved_on is None or noted is None:
        return
    if noted.sequence < approval_entry(session, heard.meeting):
        raise Refusal(APPROVED, {"date": minutes.approved_on})


def _follow(
    session: Session, states: States, minutes: Minutes, row: tuple[MinutesParagraph, ...], heard: Intervention
) -> None:
    """The paragraphs that tell an intervention, as the facts tell it now; the others stay."""
    facts = read_meeting(session, minutes.meeting, states)
    fresh = draft(facts)
    hold = minutes.state is MinutesState.CIRCULATED
    new = retold(row, fresh, heard, Speaker(called(session, heard), openings(facts, heard)), hold=hold)
    for one in new.gone:
        remove(session, one)
    number(session, with_new(minutes.key, new.kept, fresh, new.admitted) if new.admitted else new.kept)
    number(session, in_order(session, minutes.key))


def _known(session: Session, states: States, minutes: Minutes) -> tuple[MinutesParagraph, ...]:
    """The paragraphs with what they tell; those of before that was kept as the facts join their statements still."""
    row = in_order(session, minutes.key)
    if all(one.tells or not told_in(one) for one in row):
        return row
    tells = {one.slot: one.tells for one in draft(read_meeting(session, minutes.meeting, states))}
    return tuple(
        replace(one, tells=both(told_in(one), tells.get(one.slot, ()))) if told_in(one) and not one.tells else one
        for one in row
    )


# ---- what comes into a paragraph ----


def check_words(session: Session, paragraph: MinutesParagraph, text: Trilingual) -> None:
    """Refuse words that come back into a paragraph, or are asked for, and tell what is not to be told.

    Raises:
        Refusal: the paragraph reports what is off the record, or the words name who is not named.
    """
    speakers = shy(session, (paragraph,)).values()
    if not all(one.told for one in speakers):
        raise Refusal(IS_OFF)
    if name_in(session, speakers, text):
        raise Refusal(NAMES_SPEAKER)


def check_written(session: Session, paragraph: MinutesParagraph, text: Trilingual) -> None:
    """Refuse as :func:`check_words` what somebody writes in a paragraph as it stands.

    Only the languages that change are asked about, so that a name that stands in several goes from one after another.
    """
    en, fr, es = (text[one] if text[one] != paragraph.text[one] else "" for one in Language)
    if new := Trilingual(en, fr, es):
        check_words(session, paragraph, new)


def drafted_for(session: Session, states: States, paragraph: MinutesParagraph) -> Trilingual:
    """The text that the facts gave a paragraph; today's, where its speaker is not to be named any more.

    Where they give none any more, it is the one of before if that may be told, and else none.
    """
    speakers = shy(session, (paragraph,)).values()
    if not speakers:
        return paragraph.drafted
    meeting = MINUTES.get(session, paragraph.minutes).meeting
    fresh = {one.slot: one.text for one in draft(read_meeting(session, meeting, states))}
    told = all(one.told for one in speakers) and not name_in(session, speakers, paragraph.drafted)
    return fresh.get(paragraph.slot, paragraph.drafted if told else Trilingual())


def check_told(
    session: Session, states: States, minutes: Minutes, row: Iterable[MinutesParagraph | Drafted] | None = None
) -> None:
    """Refuse to send out, to print or to approve minutes that tell what is not to be told.

    *row* is what is to leave, in its order, where that is not what the minutes hold.

    Raises:
        Refusal: a paragraph reports what is off the record, names who is not named, or was written before its speaker
            asked for that and nobody decided since.
    """
    printed = [one for one in (in_order(session, minutes.key) if row is None else row) if one.text]
    numbers = {one.key: number for number, one in enumerate(printed, 1) if isinstance(one, MinutesParagraph)}
    paragraphs = [one for one in printed if isinstance(one, MinutesParagraph)]
    quiet = shy(session, paragraphs)
    concerned = [one for one in paragraphs if not quiet.keys().isdisjoint(told_in(one))]
    if not concerned:
        return
    fresh = {one.slot: one for one in draft(read_meeting(session, minutes.meeting, states))}
    found = [one for one in concerned if _tells(session, one, quiet, fresh.get(one.slot))]
    if found:
        raise Refusal(STILL_TOLD, {"numbers": Listed(tuple(numbers[one.key] for one in found))})


def check_leaves(session: Session, states: States, meeting: Key | None) -> None:
    """Refuse as :func:`check_told` a document of the minutes of a meeting; approved ones stay as they are."""
    minutes = None if meeting is None else MINUTES.first(session, meeting=meeting)
    if minutes is not None and minutes.state is not MinutesState.APPROVED:
        check_told(session, states, minutes)


def _tells(
    session: Session, paragraph: MinutesParagraph, quiet: Mapping[Key, Intervention], new: Drafted | None
) -> bool:
    """Whether a paragraph tells what it must not, or nobody decided on it since.

    A draft of before names the speaker. One that does not was made since, and waits for nobody whatever its facts give.
    """
    heard = [quiet[key] for key in told_in(paragraph) if key in quiet]
    speakers = [called(session, one) for one in heard]
    before = not all(speakers) or name_in(session, heard, paragraph.drafted)
    undecided = before and new is not None and not same_words(paragraph.drafted, new.text)
    named = any(names(paragraph.text[language], one) for one in speakers for language in Language)
    return undecided or named or not all(one.told for one in heard)
