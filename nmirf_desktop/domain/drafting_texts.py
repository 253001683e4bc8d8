"""What became of the text of a proposal before it was decided on: sponsors, revisions, amendments, parts, motions."""

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from nmirf_desktop.domain.amendments import Amendment, AmendmentFile, VersionCause
from nmirf_desktop.domain.divisions import PartFile, TextMotionFile, TextMotionKind, rejected_as_a_whole
from nmirf_desktop.domain.drafted import in_all, slot
from nmirf_desktop.domain.drafting_decisions import Event, draft_name, noted_once, part_name, sought, taken
from nmirf_desktop.domain.drafting_sponsors import joined
from nmirf_desktop.domain.naming import forms
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.separate_votes import part_reads, passage_in, texts_of
from nmirf_desktop.domain.text import UNTRANSLATED, TextState, Trilingual
from nmirf_desktop.domain.text_sentences import amendment_withdrawn, as_submitted, sponsors_at
from nmirf_desktop.domain.vote_sentences import AMENDMENT, PART
from nmirf_desktop.domain.vote_subjects import NAMED_SUBJECTS
from nmirf_desktop.domain.voting import Proposal, Vote, VoteKind
from nmirf_desktop.i18n import N_, Catalog, Language

SUBMITTED, SUBMITTED_BY = N_("Amendment {name} was submitted."), N_("Amendment {name} was submitted by {the_state}.")
_QUOTED = re.compile("([“«])")
READS = N_("It read as follows: {text}")
ACCEPTED_BY_CHAIR = N_(
    "The Chair, who had submitted draft decision {of}, accepted amendment {name} and orally revised the draft"
    " accordingly."
)
SUPERSEDED = N_("The Chair stated that amendment {name} would not be put, its rejection being implied.")
SUPERSEDED_BY = N_("The Chair stated that amendment {name} would not be put, amendment {by} having been adopted.")
REVISED_BY_CHAIR = N_("Draft decision {of} was orally revised by the Chair.")
MOVED = {
    TextMotionKind.DIVISION: N_("The division of draft decision {of} was moved."),
    TextMotionKind.RECONSIDERATION: N_("The reconsideration of draft decision {of} was moved."),
}
MOVED_BY = {
    TextMotionKind.DIVISION: N_("The delegation {of_state} moved the division of draft decision {of}."),
    TextMotionKind.RECONSIDERATION: N_("The delegation {of_state} moved the reconsideration of draft decision {of}."),
}
GRANTED = N_("There being no objection, the motion was granted.")
GONE = N_("The motion was withdrawn.")
WHOLE = N_("All its operative parts having been rejected, draft decision {of} was considered rejected as a whole.")


def events(facts: RecordedMeeting, proposal: Proposal) -> Iterator[Event]:
    """What happened to the text of a proposal, each at its moment."""
    yield from joined(facts, proposal)
    for version in facts.text_versions:
        if version.proposal == proposal.key and version.cause is VersionCause.REVISED:
            text = in_all(partial(_revised, facts, proposal, version.made_at))
            yield Event(version.made_at, slot("revision", version.key), text)
    for one in facts.amendment_files(proposal):
        yield from _amendment(facts, proposal, one)
    for motion in facts.motion_files(proposal):
        yield from _motion(facts, proposal, motion)


def _amendment(facts: RecordedMeeting, proposal: Proposal, one: AmendmentFile) -> Iterator[Event]:
    amendment = one.amendment
    yield Event(amendment.moved_at, slot("amendment", amendment.key), submitted(facts, amendment, one.name))
    for call in noted_once(one.calls):
        yield Event(call.at, slot("consensus", call.key), sought(facts, call, AMENDMENT.named(one.name)))
    for vote in one.votes:
        yield from taken(facts, vote)
    by = next(
        (each.name for each in facts.amendment_files(proposal) if each.amendment.key == amendment.superseded_by), ""
    )
    if amendment.accepted_at is not None:
        text = in_all(partial(_accepted, facts, proposal, one))
        yield Event(amendment.accepted_at, slot("settled", amendment.key), text)
    if amendment.superseded_at is not None:
        named = {"name": one.name, "of": draft_name(proposal), "by": by}
        text = in_all(partial(_said, SUPERSEDED_BY if by else SUPERSEDED, named))
        yield Event(amendment.superseded_at, slot("settled", amendment.key), text)
    if amendment.withdrawn_at is not None:
        gone = in_all(partial(amendment_withdrawn, amendment, facts.sponsorships, one.name))
        yield Event(amendment.withdrawn_at, slot("settled", amendment.key), gone)


def _accepted(facts: RecordedMeeting, proposal: Proposal, one: AmendmentFile, words: Catalog) -> str:
    """Who accepted an amendment, or one to an amendment: the sponsor of what it changes, or all who sponsor it."""
    amendment, draft = one.amendment, draft_name(proposal)
    above = next((each for each in facts.amendments if each.key == amendment.amends), None)
    number = sponsors_at(above or proposal, facts.sponsorships, amendment.accepted_at)
    if above is not None:
        frame = words.ngettext(
            "Amendment {name} was accepted by the sponsor of the amendment to which it related.",
            "Amendment {name} was accepted by the sponsors of the amendment to which it related.",
            number,
        )
    elif proposal.sponsor is None:
        frame = words.gettext(ACCEPTED_BY_CHAIR)
    else:
        frame = words.ngettext(
            "The sponsor of draft decision {of} accepted amendment {name} and orally revised the draft accordingly.",
            "The sponsors of draft decision {of} accepted amendment {name} and orally revised the draft accordingly.",
            number,
        )
    return frame.format(name=one.name, of=draft)


def _revised(facts: RecordedMeeting, proposal: Proposal, at: datetime.datetime, words: Catalog) -> str:
    if proposal.sponsor is None:
        return words.gettext(REVISED_BY_CHAIR).format(of=draft_name(proposal))
    frame = words.ngettext(
        "Draft decision {of} was orally revised by its sponsor.",
        "Draft decision {of} was orally revised by its sponsors.",
        sponsors_at(proposal, facts.sponsorships, at),
    )
    return frame.format(of=draft_name(proposal))


def _said(frame: str, values: Mapping[str, str], words: Catalog) -> str:
    return words.gettext(frame).format(**values)


def submitted(facts: RecordedMeeting, amendment: Amendment, name: str) -> Trilingual:
    """Who submitted an amendment, and what it would change; its words stand in their own language, so marked.

    Where it is whole paragraphs, a translation that has as many tells them, as it does of a part.
    """
    return in_all(partial(_submitted, facts, amendment, name)).with_source(amendment.language)


def submitted_as_minuted(facts: RecordedMeeting, amendment: Amendment, name: str) -> Trilingual:
    """The same, in a language in which its words are not there as the minutes have it, where somebody wrote it."""
    text, written = submitted(facts, amendment, name), facts.worded.get(amendment.key, Trilingual())
    for one in Language:
        if text.state(one) is TextState.MISSING and written.state(one) in (TextState.DRAFT, TextState.REVIEWED):
            text = text.with_text(one, written[one])
    return text


def texts_put(facts: RecordedMeeting, vote: Vote) -> Iterator[tuple[Phrase, Trilingual]]:
    """What a voting record says of an amendment or a part that was put to the vote, each with its name."""
    proposal = facts.proposal(vote.proposal)
    named = {"part": part_name(facts, vote), "name": "" if proposal is None else draft_name(proposal)}
    for amendment in facts.amendments:
        if amendment.key == vote.amendment:
            where = Phrase(NAMED_SUBJECTS[VoteKind.AMENDMENT], named)
            yield where, submitted_as_minuted(facts, amendment, named["part"])
    for part in facts.parts:
        if part.key == vote.part:
            yield Phrase(NAMED_SUBJECTS[VoteKind.PART], named), part_reads(facts, part)


def _submitted(facts: RecordedMeeting, amendment: Amendment, name: str, words: Catalog) -> str:
    if amendment.sponsor is None:
        said = words.gettext(SUBMITTED).format(name=name)
    else:
        sponsor = forms(facts.states[amendment.sponsor], words.language)
        said = words.gettext(SUBMITTED_BY).format(name=name, **sponsor)
    translated = _translated(facts, amendment, words.language)
    text = as_submitted(translated or amendment, words)
    if translated is None:
        text = marked_where_quoted(text, words)
    reads = words.gettext(READS).format(text=text)
    return words.pgettext("two sentences", "{first} {second}").format(first=said, second=reads)


def marked_where_quoted(text: str, words: Catalog) -> str:
    """What an amendment would do, with the mark before the words that it quotes first: the others are the program's."""
    before, opening, quoted = _QUOTED.split(text, maxsplit=1)
    said = words.pgettext("mark and text", "{mark} {text}")
    return before + said.format(mark=words.gettext(UNTRANSLATED), text=opening + quoted)


def _translated(facts: RecordedMeeting, amendment: Amendment, language: Language) -> Amendment | None:
    """An amendment with its words in a language, where a translation of the draft has them; ``None`` where none has."""
    if language is amendment.language:
        return amendment
    proposal = facts.proposal(amendment.proposal)
    if proposal is None or amendment.of_title or amendment.amends is not None:
        return None
    texts = tuple(texts_of(facts, proposal))
    said = [passage_in(texts, one, language) if one else "" for one in (amendment.passage, amendment.words)]
    if any(one and not found for one, found in zip((amendment.passage, amendment.words), said, strict=True)):
        return None
    return replace(amendment, passage=said[0], words=said[1])


def _motion(facts: RecordedMeeting, proposal: Proposal, one: TextMotionFile) -> Iterator[Event]:
    motion, draft = one.motion, draft_name(proposal)
    yield Event(motion.moved_at, slot("motion", motion.key), in_all(lambda words: _moved(facts, one, draft, words)))
    if motion.agreed_at is not None:
        yield Event(motion.agreed_at, slot("granted", motion.key), in_all(lambda words: words.gettext(GRANTED)))
    for vote in one.votes:
        yield from taken(facts, vote)
    if motion.withdrawn_at is not None:
        yield Event(motion.withdrawn_at, slot("withdrawal", motion.key), in_all(lambda words: words.gettext(GONE)))
    for part in one.parts:
        yield from _separately(facts, part, draft)
    if one.divided_at is not None and rejected_as_a_whole(one, proposal.text.original):
        text = in_all(lambda words: words.gettext(WHOLE).format(of=draft))
        yield Event(one.divided_at, slot("rejected in parts", motion.key), text)


def _separately(facts: RecordedMeeting, one: PartFile, draft: str) -> Iterator[Event]:
    """What became of a part; the first time that it is told of, what it says (R21)."""
    matter = PART.named(str(one.part.number), draft)
    found = [Event(call.at, slot("consensus", call.key), sought(facts, call, matter)) for call in noted_once(one.calls)]
    for vote in one.votes:
        found += taken(facts, vote)
    if found:
        first, *others = found
        yield replace(first, text=_two(part_reads(facts, one.part), first.text))
        yield from others


def _two(first: Trilingual, second: Trilingual) -> Trilingual:
    return in_all(
        lambda words: words.pgettext("two sentences", "{first} {second}").format(
            first=first[words.language], second=second[words.language]
        )
    ).with_source(first.source)


def _moved(facts: RecordedMeeting, one: TextMotionFile, draft: str, words: Catalog) -> str:
    mover = one.motion.mover
    if mover is None:
        return words.gettext(MOVED[one.motion.kind]).format(of=draft)
    named = forms(facts.states[mover], words.language)
    return words.gettext(MOVED_BY[one.motion.kind]).format(of=draft, **named)
