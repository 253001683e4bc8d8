"""Reasons that somebody wrote in their languages in the minutes: other papers of the meeting quote them so, too.

A reason is entered once, in one language that is not recorded, and quoted so in each. Who writes it in another one does
that in the paragraph of the minutes that quotes it; two papers of one meeting then have the same words.
"""

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.completed_minutes import open_languages
from nmirf_desktop.domain.gaps import Gap
from nmirf_desktop.domain.minutes import MinutesParagraph
from nmirf_desktop.domain.papers import RecordPaper
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.said import Said
from nmirf_desktop.domain.text import TextState, Trilingual, is_missing
from nmirf_desktop.domain.typed_reasons import Tells, entered_reasons, printed_reason, still_open
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.i18n.stops import without_stop

ENTERED_IN = {
    Language.EN: N_("{text}: a reason, as entered in English"),
    Language.FR: N_("{text}: a reason, as entered in French"),
    Language.ES: N_("{text}: a reason, as entered in Spanish"),
}
"""Where a reason stands that is quoted in a paper of another language."""
ENTERED = N_("{text}: a reason, as entered")
"""The same of one whose words tell no language."""

Written = Mapping[str, Mapping[Language, str]]
"""The words of reasons in the languages in which somebody wrote them, by the words in which papers quote them."""

_SIGNS = str.maketrans({"\u2068": None, "\u2069": None, "'": "’"})
_BLANKS = str.maketrans("\u00a0\u202f", "  ")
_MATES = {"“": "”", "«": "»"}
_OPENS = tuple('“«"')
_SEVERAL = re.compile(r'[“”«»"]|[.;!?]\s')
_STOP = re.compile(r"(?<![.…!?])\.$")
"""The stop of a sentence; dots that are several belong to the words."""
_LEAD = re.compile(r"[^.,;:“”«»\"]+:?\s*$")
"""The words right before a quotation, as far as they belong together: "for this reason: "."""


def written_reasons(facts: RecordedMeeting, paragraphs: Iterable[MinutesParagraph]) -> Written:
    """The reasons of a meeting that a person wrote in their languages in the *paragraphs* of its minutes."""
    every = tuple(paragraphs)
    found = {}
    for reason in {printed_reason(one.reason): None for one in entered_reasons(facts)}:
        told: dict[Language, str] = {}
        for one in every:
            for language in Language:
                words = written_in(reason, one, language)
                if words and (language not in told or _plain(words) != _plain(reason)):
                    told[language] = words
        if told:
            found[reason] = told
    return found


def as_approved(paragraph: MinutesParagraph) -> MinutesParagraph:
    """A paragraph of approved minutes, which counts as reviewed in each language in which it was approved."""
    text = paragraph.text
    for language in Language:
        if language not in open_languages(paragraph) and text[language]:
            text = text.with_review(language)
    return replace(paragraph, text=text)


def written_in(reason: str, paragraph: MinutesParagraph, language: Language) -> str:
    """What a paragraph has in place of a reason that its drafted text quotes; nothing where that cannot be told.

    A reason that stands there as it was entered is that of the language only where the text was reviewed.
    """
    printed = paragraph.text[language].translate(_SIGNS)
    drafted, text = _plain(paragraph.drafted[language]), _plain(printed)
    entered = _plain(reason).removesuffix(".")  # of "etc.", which was quoted without it before
    quote = re.search(rf"[“«]\s?{re.escape(entered)}\.?\s?[”»]", drafted)
    if quote is None or is_missing(paragraph.text[language], language):
        return ""
    rest = _from_there(text, drafted, quote.start())
    words = _in_its_place(rest, drafted[quote.end() :])
    if words.removesuffix(".") == entered and paragraph.text.state(language) is not TextState.REVIEWED:
        return ""
    at = text.find(words, len(text) - len(rest))
    return printed[at : at + len(words)] if at >= 0 else words


def _plain(text: str) -> str:
    """A text as it is compared: with plain blanks, each of one sign, and the apostrophes of print."""
    return text.translate(_SIGNS).translate(_BLANKS)


def _from_there(text: str, drafted: str, place: int) -> str:
    """A text from where a *drafted* one had a quotation at a *place*; nothing where that cannot be told.

    Other words may stand further up: it is the quotation that the same words bring in, as often as they did it before.
    Where they bring in several, what stands between these must be as it was: else they may be in another order.
    """
    before = drafted[:place]
    if text.startswith(before):
        return text[place:]
    lead = _LEAD.search(before)
    words = lead.group().lstrip() if lead is not None else ""
    if not words or _behind_each(text, words) != _behind_each(drafted, words):
        return ""
    rest = text.split(words, before.count(words))[-1]
    return rest if rest.startswith(_OPENS) else ""


def _behind_each(text: str, lead: str) -> list[str]:
    """What stands behind each quotation that the same words bring in, up to the next one; after the last, nothing."""
    between = text.split(lead)[1:-1]
    ends = [one[len(_quotation(one)) if one.startswith(_OPENS) else 0 :].strip(" .;!?…") for one in between]
    return [*ends, ""] if lead in text else []


def _in_its_place(rest: str, after: str) -> str:
    """What stands where a drafted text went on with a quotation and *after* it; nothing where that cannot be told.

    More sentences may follow the quotation; one without its quotes is known only where nothing follows it but *after*.
    """
    if rest.startswith(_OPENS):
        return _quoted(rest)
    words = rest.removesuffix(after).strip()
    plain = bool(after) and rest.endswith(after) and not _SEVERAL.search(words)
    return _without_stop(f"{words}{after[:1]}" if after.startswith(".") else words) if plain else ""


def _quoted(text: str) -> str:
    """The words of the quotation with which a text begins, without the stop of their sentence.

    Nothing where its end is not plain: its sentence goes on, or another quotation follows at once.
    """
    quotation = _quotation(text)
    words, tail = quotation[1:-1].strip(), text[len(quotation) :].lstrip()
    ends = not tail or tail.startswith(tuple(".;!?…)")) or words.endswith(tuple(".!?…"))
    if not ends or tail.lstrip(".;!?…) ").startswith(_OPENS):
        return ""
    return _without_stop(words)


def _without_stop(words: str) -> str:
    """Words without the stop of their sentence; that of a word that is shortened, and dots that are several, stay."""
    return without_stop(words) if _STOP.search(words) else words


def _quotation(text: str) -> str:
    """The quotation with which a text begins, up to the mate of the sign that opens it; those within it stay.

    Nothing where signs within it have no mates; straight ones do not tell which of several is one.
    """
    mates: list[str] = []
    end = text.find('"', 1) if text.startswith('"') and text[1:].count('"') == 1 else -1
    for at, sign in enumerate(text if text[0] in _MATES else ""):
        if sign in _MATES:
            mates.append(_MATES[sign])
        elif sign in _MATES.values() and mates.pop() != sign:
            return ""
        if not mates:
            end = at
            break
    quotation = text[: end + 1]
    return "" if quotation.count('"') % 2 else quotation


def requoted(paper: RecordPaper, written: Written) -> RecordPaper:
    """A paper with each reason in the words of its languages, where somebody wrote them."""
    return _within(paper, written) if written else paper


def _within(value: Any, written: Written) -> Any:
    """A part of a paper, whatever it is, with the reasons in it."""
    if isinstance(value, Said):
        return _said(value, written)
    if isinstance(value, tuple):
        return tuple(_within(one, written) for one in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        parts = {one.name: getattr(value, one.name) for one in dataclasses.fields(value) if one.init}
        return replace(value, **{name: _within(part, written) for name, part in parts.items()})
    return value


def _said(said: Said, written: Written) -> Said:
    texts = {Language.EN: said.en, Language.FR: said.fr, Language.ES: said.es}
    for reason, told in written.items():
        for language, words in told.items():
            texts[language] = texts[language].replace(f"\u2068{reason}\u2069", words)
    return replace(said, en=texts[Language.EN], fr=texts[Language.FR], es=texts[Language.ES])


def not_written(facts: RecordedMeeting, written: Written, tells: Tells, only: Key | None = None) -> Iterator[Gap]:
    """The reasons that a voting record, or that of *only* one vote, quotes in a language other than their own.

    *tells* gives the language of a reason by its words; :func:`still_open` says which count, as beside the minutes.
    """
    for one in entered_reasons(facts):
        if only is not None and one.vote != only:
            continue
        reason, told = printed_reason(one.reason), tells(one.reason)
        own = written.get(reason, {})
        where = Phrase(ENTERED if told is None else ENTERED_IN[told], {"text": one.where})
        text = Trilingual(reason, reason, reason)
        for language in still_open((language for language in Language if language not in own), told):
            yield Gap(where, text, language, TextState.DRAFT, Subject.MINUTES, facts.meeting.key, quoted=True)
