"""Languages in which approved minutes had no text: supplied by who writes or takes in a translation, and printed."""

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from nmirf_desktop.domain.blocks import DecisionBlock
from nmirf_desktop.domain.completed_minutes import (
    COMPLETABLE,
    Completion,
    TextPlace,
    Written,
    as_quoted,
    completed,
    completion_note,
    decision_fits,
    every_said,
    fits,
    open_languages,
    read_lines,
    said_of,
    text_places,
    with_completed,
)
from nmirf_desktop.domain.minutes import MinutesParagraph, MinutesState, check_open
from nmirf_desktop.domain.papers import MinutesPaper
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.said import Said
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.services.attributions import check_written
from nmirf_desktop.services.minutes_paragraphs import in_order
from nmirf_desktop.storage.completed_minutes import last_supplied, supplied_on, written_since
from nmirf_desktop.storage.minutes import MINUTES, PARAGRAPHS
from nmirf_desktop.storage.session import Session

COMPLETING = N_("complete approved minutes")
"""The verb by which a translation that was missing is supplied: no undo takes it back, or goes behind it."""


def rewrite(session: Session, paragraph: MinutesParagraph, text: Trilingual) -> None:
    """Keep another text of a paragraph; of approved minutes only a language that was missing takes one.

    Raises :class:`Refusal` for any other text of approved minutes, and for words that they are not to tell.
    """
    minutes = MINUTES.get(session, paragraph.minutes)
    new = replace(paragraph, text=text)
    if minutes.state is MinutesState.APPROVED:
        supplied = completed(paragraph, text) if open_languages(paragraph) else None
        if supplied is None:
            check_open(minutes)
            return
        new = supplied
        session.completing.add(paragraph.key)
    check_written(session, paragraph, text)
    PARAGRAPHS.save(session, new)


def approved_paragraph(session: Session, paragraph: Key) -> bool:
    """Whether a key is that of a paragraph of approved minutes."""
    found = PARAGRAPHS.find(session, paragraph)
    return found is not None and MINUTES.get(session, found.minutes).state is MinutesState.APPROVED


def completable(on: datetime.date | None) -> Phrase:
    """That some languages of a paragraph of minutes that were approved *on* a day can still be written."""
    return Phrase(COMPLETABLE, {"date": on})


@dataclass(frozen=True, slots=True)
class AsCompleted:
    """The document of approved minutes with what was supplied since, last in the journal's *entry*; 0: nothing was."""

    paper: MinutesPaper
    entry: int = 0


def as_completed(
    session: Session, minutes: Key, paper: MinutesPaper, today: Callable[[], MinutesPaper], facts: object
) -> AsCompleted:
    """The document of approved minutes as it was kept, with what was missing in it and was supplied since.

    A quoted text, such as that of a decision, is what the document of *today* has in its place, where that says in all
    other languages what was approved, and the journal knows the words of the *facts* as written after the approval.
    """
    paragraphs = [one for one in in_order(session, minutes) if one.text]
    quoted = _Quoted(session, minutes, today, facts)
    whole = with_completed(paper, [one.text for one in paragraphs], quoted)
    note = completion_note(_completions(session, paragraphs, quoted.days))
    whole = replace(whole, notice=note) if note else whole
    return AsCompleted(whole, max(last_supplied(session, minutes), quoted.entry))


class _Quoted:
    """What minutes quote, with the *days* and the last *entry* in which it was written after the approval."""

    def __init__(self, session: Session, minutes: Key, today: Callable[[], MinutesPaper], facts: object) -> None:
        self._session, self._minutes, self._today, self._facts = session, minutes, today, facts
        self._since: dict[Language, tuple[Written, ...]] = {}
        self.days: dict[Language, set[datetime.date]] = {}
        self.entry = 0

    @cached_property
    def _blocks(self) -> tuple[object, ...]:
        paper = self._today()
        return tuple(block for part in (*paper.sections, *paper.annexes) for block in (part.title, *part.blocks))

    @cached_property
    def _now(self) -> tuple[Said, ...]:
        return tuple(dict.fromkeys(every_said(self._blocks)))

    def said(self, kept: Said, language: Language) -> str:
        """What stands today where a kept text had nothing; nothing where several texts would fit."""
        found = {said_of(one, language) for one in self._now if fits(kept, one)} - {""}
        said = found.pop() if len(found) == 1 else ""
        return said if said and self._written(language, said) else ""

    def decision(self, kept: DecisionBlock) -> DecisionBlock:
        """A kept decision with the languages in which its text or title was missing, as it stands today."""
        now = next((one for one in self._blocks if isinstance(one, DecisionBlock) and decision_fits(kept, one)), None)
        if now is None:
            return kept
        gained = [one for one in Language if read_lines(now, one) and not read_lines(kept, one)]
        if not all(self._written(one, read_lines(now, one)) for one in gained):
            return kept
        titles = {str(one): self.said(kept.title, one) for one in Language if not said_of(kept.title, one)}
        title = replace(kept.title, **{name: said for name, said in titles.items() if said})  # type: ignore[arg-type]
        return replace(kept, text=now.text if gained else kept.text, title=title if kept.title else kept.title)

    @cached_property
    def _places(self) -> frozenset[TextPlace]:
        return frozenset(text_places(self._facts))

    def _written(self, language: Language, said: str) -> bool:
        if language not in self._since:
            self._since[language] = written_since(self._session, self._minutes, language, self._places)
        found = as_quoted(said, self._since[language])
        if found is not None:
            self.days.setdefault(language, set()).add(found.on)
            self.entry = max(self.entry, found.entry)
        return found is not None


def _completions(
    session: Session, paragraphs: Sequence[MinutesParagraph], quoted: dict[Language, set[datetime.date]]
) -> Iterator[Completion]:
    own = [
        (language, number, supplied_on(session, one.key, language))
        for number, one in enumerate(paragraphs, 1)
        for language in one.completed
    ]
    by_language = {
        language: [(number, on) for _, number, on in group]
        for language, group in groupby(sorted(own, key=lambda each: each[:2]), key=lambda each: each[0])
    }
    for language in Language:
        told, days = by_language.get(language, []), quoted.get(language, set())
        if told or days:
            yield Completion(
                language,
                tuple(number for number, _ in told),
                max((on for _, on in told), default=None),
                max(days, default=None),
            )
