"""What a part of a divided text says, where minutes and voting records tell that it was decided on ((silent) R21)."""

from collections.abc import Iterable, Iterator

from nmirf_desktop.domain.divisions import Part
from nmirf_desktop.domain.drafted import in_all
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.text import UNTRANSLATED, TextState, Trilingual
from nmirf_desktop.domain.voting import Proposal
from nmirf_desktop.i18n import N_, Catalog, Language

READS = N_("Part {name} read as follows: “{text}”.")
WHOLE, BEGINNING, END = 300, 160, 100
"""So many signs are quoted whole; of a longer text so many at its beginning and its end, as records do."""


def part_reads(facts: RecordedMeeting, part: Part) -> Trilingual:
    """The sentence that says what a part read as it was put; where it has no translation, in its own words, so marked.

    A translation has it where it has the same paragraphs as the original, and the part is some of these whole.
    """
    reads = in_all(lambda words: words.gettext(READS).format(name=part.number, text=_quoted(facts, part, words)))
    proposal = divided(facts, part)
    return reads if proposal is None else reads.with_source(proposal.text.source)


def divided(facts: RecordedMeeting, part: Part) -> Proposal | None:
    """The proposal of which something is a part."""
    motion = next((one for one in facts.text_motions if one.key == part.motion), None)
    return facts.proposal(motion.proposal) if motion is not None else None


def _quoted(facts: RecordedMeeting, part: Part, words: Catalog) -> str:
    proposal = divided(facts, part)
    found = "" if proposal is None else passage_in(texts_of(facts, proposal), part.passage, words.language)
    if found:
        return shortened(found)
    quoted = shortened(part.passage)
    return words.pgettext("mark and text", "{mark} {text}").format(mark=words.gettext(UNTRANSLATED), text=quoted)


def texts_of(facts: RecordedMeeting, proposal: Proposal) -> Iterator[Trilingual]:
    """The text of a proposal, as it is and as it was at any time."""
    yield proposal.text
    yield from (one.text for one in facts.text_versions if one.proposal == proposal.key)


def passage_in(texts: Iterable[Trilingual], passage: str, language: Language) -> str:
    """A passage of a text in a language, by the first of *texts* that can tell it; else empty."""
    return next((said for text in texts if (said := _in(text, passage, language))), "")


def _in(text: Trilingual, passage: str, language: Language) -> str:
    """A passage of a text in a language; empty where the text does not have it, or its translation cannot tell it."""
    if passage not in text.original:
        return ""
    if language is text.source:
        return passage
    if text.state(language) in (TextState.MISSING, TextState.OUTDATED):
        return ""
    lines, other = _lines(text.original), _lines(text[language])
    wanted = _lines(passage)
    if len(lines) != len(other):
        return ""
    places = (place for place in range(len(lines)) if lines[place : place + len(wanted)] == wanted)
    first = next(places, None)
    return "" if first is None else "\n".join(other[first : first + len(wanted)])


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def shortened(text: str) -> str:
    """A text on one line without its last stop: whole where it is short, else its beginning and its end."""
    text = " ".join(text.split()).rstrip(" ;,.")
    if len(text) <= WHOLE:
        return text
    before, after = text[: BEGINNING + 1].rpartition(" ")[0], text[-END - 1 :].partition(" ")[2]
    return f"{before or text[:BEGINNING]} … {after or text[-END:]}"
