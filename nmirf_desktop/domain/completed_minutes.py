"""Approved minutes whose translation is completed: what was approved stays, what had no text in a language gets one.

Nothing in the Declaration: the bodies of the United Nations approve a record in the languages that are there, and issue
the translations that were missing afterwards. What was supplied can be corrected until it was reviewed; after that a
corrigendum puts it right, as it does with what was approved.
"""

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, NamedTuple, Protocol

from nmirf_desktop.domain.blocks import DecisionBlock, Para
from nmirf_desktop.domain.minutes import MinutesParagraph
from nmirf_desktop.domain.papers import MinutesPaper
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import LanguageName
from nmirf_desktop.domain.refusals import Refusal, Sayable
from nmirf_desktop.domain.said import Said
from nmirf_desktop.domain.text import TextState, Trilingual, is_missing, one_line
from nmirf_desktop.i18n import N_, Catalog, Language

COMPLETABLE = N_(
    "These minutes were approved on {date}: what was approved stays. A language in which this paragraph had no text "
    "can be completed, and corrected until it is reviewed."
)


UNREVIEWED = N_(
    "{place}: the text in {language} was completed after the approval and is not reviewed yet, so that it can still be "
    "written. Nothing was recorded; correct it there, or review it first."
)


class Quoted(Protocol):
    """The texts that minutes quote, as they stand today."""

    def said(self, kept: Said, language: Language) -> str:
        """What stands today where a kept text had nothing in a language; nothing where that is not known."""

    def decision(self, kept: DecisionBlock) -> DecisionBlock:
        """A kept decision, completed where it was."""


def open_languages(paragraph: MinutesParagraph) -> tuple[Language, ...]:
    """The languages in which a paragraph of approved minutes may still be written.

    It had none there when it was approved, and what was supplied since is not reviewed.
    """
    if not paragraph.text:
        return ()
    states = paragraph.text.states()
    return tuple(
        one
        for one, state in states.items()
        if state is TextState.MISSING or (one in paragraph.completed and state is not TextState.REVIEWED)
    )


def check_closed(paragraph: MinutesParagraph, language: Language, place: Sayable) -> None:
    """A corrigendum puts right what no longer changes. Raises ``Refusal`` for a text that was supplied and may."""
    if language in paragraph.completed and language in open_languages(paragraph):
        raise Refusal(UNREVIEWED, {"place": place, "language": LanguageName(language)})


def completed(before: MinutesParagraph, text: Trilingual) -> MinutesParagraph | None:
    """A paragraph of approved minutes with another *text*; ``None`` where more than a missing language is another.

    Its original stays the original; where that had no text, one that had is.
    """
    may = open_languages(before)
    if any(text[one] != before.text[one] for one in Language if one not in may):
        return None
    new, languages = before.text.led() if may else before.text, set(before.completed)
    for one in may:
        if text[one] != before.text[one]:
            new = new.with_text(one, text[one])
            based = text.basis(one) if text.source is new.source else new.basis(one)
            new = replace(new, **{f"basis_{one}": based})  # type: ignore[arg-type]
        if one in text.reviewed.split(",") and not is_missing(text[one], one):
            new = new.with_review(one)
        languages = languages - {one} if is_missing(text[one], one) else languages | {one}
    return replace(before, text=new, completed=tuple(one for one in Language if one in languages))


def only_completed(before: MinutesParagraph, now: MinutesParagraph) -> bool:
    """Whether a paragraph is otherwise only in what :func:`completed` gives it: storage looks once more."""
    kept = replace(now, text=before.text, completed=before.completed) == before
    may, texts = open_languages(before), (before.text, now.text)
    words = all(texts[0][one] == texts[1][one] for one in Language if one not in may)
    was, marks = ({one for one in text.reviewed.split(",") if one and one not in may} for text in texts)
    gained = set(now.completed) ^ set(before.completed)
    held = all(is_missing(now.text[one], one) == (one not in now.completed) for one in may)
    led = now.text.source is before.text.source or is_missing(before.text.original, before.text.source)
    return kept and words and led and was == marks and gained <= set(may) and held


class TextPlace(NamedTuple):
    """Where a text of the register is: the *field* of a *record*."""

    record: Key
    field: str


@dataclass(frozen=True, slots=True)
class Written:
    """The *words* of a text of the register in one language, with the journal's *entry* and the day of the writing."""

    words: str
    entry: int
    on: datetime.date

    def stands_in(self, said: str) -> bool:
        """Whether these are the words of what a document says, or a line of them is."""
        return said in (_plain(self.words), *map(_plain, self.words.split("\n")))

    def stands_beside(self, said: str) -> bool:
        """Whether these words stand whole in what a document says, with a number or a mark beside them."""
        return re.search(rf"(?<!\w){re.escape(_plain(self.words))}(?!\w)", said) is not None


def as_quoted(said: str, written: Iterable[Written]) -> Written | None:
    """Which text a document says: one that is the same, the latest; else the longest that stands in it."""
    every, text = tuple(written), _plain(said)
    same = max((one for one in every if one.stands_in(text)), key=lambda one: one.entry, default=None)
    beside = (one for one in every if one.stands_beside(text))
    return same or max(beside, key=lambda one: (len(one.words), one.entry), default=None)


def _plain(words: str) -> str:
    return one_line(words).rstrip(".")


def text_places(facts: object) -> Iterator[TextPlace]:
    """Every text of every record in some facts: what a document made of them can quote."""
    match facts:
        case tuple():
            for one in facts:
                yield from text_places(one)
        case Mapping():
            yield from text_places(tuple(facts.values()))
        case _ if is_dataclass(facts) and not isinstance(facts, type):
            for field in fields(facts):
                value = getattr(facts, field.name)
                if isinstance(value, Trilingual):
                    yield from (TextPlace(key, field.name) for key in (getattr(facts, "key", None),) if key)
                else:
                    yield from text_places(value)
        case _:
            return


@dataclass(frozen=True, slots=True)
class Completion:
    """The paragraphs that were completed in a language, by their *numbers*, and the last day on which one was.

    *quoted* is the last day on which a text that the minutes quote, such as that of a decision, was completed.
    """

    language: Language
    numbers: tuple[int, ...] = ()
    on: datetime.date | None = None
    quoted: datetime.date | None = None


def with_completed(paper: MinutesPaper, paragraphs: Sequence[Trilingual], quoted: Quoted) -> MinutesPaper:
    """The document that was kept, with the texts that were missing in it: of *paragraphs*, and what it quotes.

    Where a language had anything it stays as it was.
    """
    rest = iter(paragraphs)

    def numbered(block: Para) -> Para:
        text = next(rest, None)
        return block if text is None or not _same(block.text, text) else replace(block, text=_filled(block.text, text))

    def filled(value: Any) -> Any:
        match value:
            case Para(numbered=True) if value.text:
                return numbered(value)
            case DecisionBlock():
                return quoted.decision(value)
            case Said():
                return _with(value, {one: quoted.said(value, one) for one in _missing(value)})
            case tuple():
                return tuple(filled(one) for one in value)
            case _ if is_dataclass(value) and not isinstance(value, type):
                parts = {one.name: getattr(value, one.name) for one in fields(value)}
                new = {name: filled(part) for name, part in parts.items()}
                changed = {name: part for name, part in new.items() if part is not parts[name]}
                return replace(value, **changed) if changed else value
            case _:
                return value

    return replace(paper, sections=filled(paper.sections), annexes=filled(paper.annexes))


def every_said(value: object) -> Iterator[Said]:
    """Every text in a part of a document."""
    match value:
        case Said():
            yield value
        case tuple():
            for one in value:
                yield from every_said(one)
        case _ if is_dataclass(value) and not isinstance(value, type):
            for field in fields(value):
                yield from every_said(getattr(value, field.name))
        case _:
            return


def read_lines(block: DecisionBlock, language: Language) -> str:
    """The text of a decision in a language, line by line; nothing where it is missing."""
    lines = (f"{said_of(one.lead, language)} {said_of(one.text, language)}".strip() for one in block.text)
    return "\n".join(line for line in lines if line)


def decision_fits(kept: DecisionBlock, now: DecisionBlock) -> bool:
    """Whether a decision of today says what was kept, in each language in which that had anything."""
    texts = [(read_lines(kept, one), read_lines(now, one)) for one in Language]
    return kept.name == now.name and all(was == stands for was, stands in texts if was)


def fits(kept: Said, now: Said) -> bool:
    """Whether a text of today says what was kept, in each language in which that had anything."""
    there = [one for one in Language if said_of(kept, one)]
    return bool(there) and all(said_of(kept, one) == said_of(now, one) for one in there) and kept.below == now.below


def said_of(text: Said, language: Language) -> str:
    """What a text has in a language itself; nothing where it is missing."""
    said = {Language.EN: text.en, Language.FR: text.fr, Language.ES: text.es}[language].strip()
    return "" if is_missing(said, language) else said


def _missing(text: Said) -> tuple[Language, ...]:
    return tuple(one for one in Language if not said_of(text, one)) if text else ()


def _same(kept: Said, text: Trilingual) -> bool:
    """Whether a paragraph is that of the kept document."""
    return all(said_of(kept, one) == text[one].strip() for one in Language if said_of(kept, one))


def _filled(kept: Said, text: Trilingual) -> Said:
    missing = _missing(kept)
    new = _with(kept, {one: text[one].strip() for one in missing if not is_missing(text[one], one)})
    earlier = (one for one in missing if text[one].strip() and text.state(one) is TextState.OUTDATED)
    return new if new is kept else replace(new, earlier=(*kept.earlier, *earlier))


def _with(kept: Said, words: Mapping[Language, str]) -> Said:
    found = {str(one): said for one, said in words.items() if said}
    return replace(kept, **found) if found else kept  # type: ignore[arg-type]


def completion_note(found: Iterable[Completion]) -> Said:
    """What the document says of its translations in each language: what was completed after the approval, and when."""
    every = tuple(found)
    return Said.by(lambda words: " ".join(line for one in every for line in _notes(one, words)))


def _notes(one: Completion, words: Catalog) -> Iterator[str]:
    language = words.language_name(one.language)
    if one.on is not None:
        yield words.ngettext(
            "The text of paragraph {numbers} in {language} was completed after the approval, on {date}.",
            "The texts of paragraphs {numbers} in {language} were completed after the approval, the last on {date}.",
            len(one.numbers),
        ).format(numbers=words.conjunction(map(words.number, one.numbers)), language=language, date=words.date(one.on))
    if one.quoted is not None:
        yield words.gettext(
            "Texts that these minutes quote were completed in {language} after the approval, the last on {date}."
        ).format(language=language, date=words.date(one.quoted))
